//! The commands as a shell sees them: what they print, where, and how they end.

use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Command, Output, Stdio};

fn dossier(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dossier"));
    command.args(args).stdin(Stdio::null());
    command
}

fn run(args: &[&str]) -> Output {
    dossier(args).output().unwrap()
}

fn feed(args: &[&str], input: &[u8]) -> Output {
    let mut child = dossier(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    // A thread, for the program may fill its own pipe before it has read ours.
    let writer = std::thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output().unwrap();
    let _ = writer.join().unwrap();
    output
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn json_lines(output: &Output) -> Vec<serde_json::Value> {
    out(output).lines().map(|l| serde_json::from_str(l).unwrap()).collect()
}

/// A folder with two articles, one of them hostile, and a file that is none.
fn folder() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs::write(dir.path().join(name), text).unwrap();
    write(
        "a.txt",
        "Russian President Vladimir Putin met Narendra Modi in Moscow on July 9, 2024. “We are friends and will stay so for long,” Putin said.",
    );
    write("b.txt", "“\u{1b}]0;PWNED\u{7}\u{9b}31m quick\u{202e} words\tof\nTrump,” Donald Trump said.");
    write("c.txt", "");
    dir
}

fn path(dir: &Path) -> &str {
    dir.to_str().unwrap()
}

#[test]
fn extract_prints_one_line_an_article_with_places_in_its_text() {
    let dir = folder();
    let output = run(&["extract", path(dir.path())]);
    assert!(output.status.success());
    let lines = json_lines(&output);
    let ids: Vec<_> = lines.iter().map(|l| l["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["a.txt", "b.txt", "c.txt"]);
    assert_eq!(lines[0]["schema"], "dossier/1");
    assert_eq!(lines[2]["error"], "empty");
    for (line, name) in lines.iter().zip(["a.txt", "b.txt"]) {
        let text = fs::read_to_string(dir.path().join(name)).unwrap();
        for quote in line["quotes"].as_array().unwrap() {
            let (start, end) = (quote["start"].as_u64().unwrap() as usize, quote["end"].as_u64().unwrap() as usize);
            assert!(text.get(start..end).is_some(), "{name} {start}..{end}");
        }
    }
}

#[test]
fn a_bad_line_becomes_a_record_and_the_run_goes_on() {
    let output = feed(&["extract", "-"], b"{\"id\":\"x\",\"text\":\"Modi met Putin.\"}\nnonsense\n{\"id\":\"y\",\"text\":null}\n{\"id\":\"z\",\"text\":\"Xi spoke.\"}");
    assert!(output.status.success());
    let lines = json_lines(&output);
    let shown: Vec<_> = lines.iter().map(|l| (l["id"].as_str().unwrap(), l["error"].is_string())).collect();
    assert_eq!(shown, [("x", false), ("line-2", true), ("y", true), ("z", false)]);
    assert!(err(&output).contains("read 2 articles, skipped 2 (bad line 2)"), "{}", err(&output));
}

#[test]
fn the_number_of_jobs_changes_nothing() {
    let mut input = String::new();
    for i in 0..300 {
        let text = "Vladimir Putin called Narendra Modi on Monday. “We agree,” Modi said. ".repeat(1 + i * 31 % 40);
        input.push_str(&serde_json::json!({"id": i, "text": text, "date": "2025-05-05"}).to_string());
        input.push('\n');
    }
    let one = feed(&["extract", "--jobs", "1", "-"], input.as_bytes());
    let four = feed(&["extract", "--jobs", "4", "-"], input.as_bytes());
    assert_eq!(json_lines(&one).len(), 300);
    assert!(one.stdout == four.stdout, "extract differs");
    for what in ["events", "actors", "quotes", "articles", "stories"] {
        let list = |jobs: &str| feed(&["list", what, "--format", "json", "--jobs", jobs, "-"], input.as_bytes()).stdout;
        assert!(list("1") == list("4"), "list {what} differs");
    }
}

#[test]
fn the_date_option_dates_every_article() {
    let output = feed(&["extract", "--date", "2024-02-29", "-"], b"{\"text\":\"He came.\",\"date\":\"2025-01-01\"}");
    assert_eq!(json_lines(&output)[0]["document_date"], "2024-02-29");
}

#[test]
fn nothing_of_an_article_reaches_the_terminal_raw() {
    let dir = folder();
    for args in [
        &["extract"][..],
        &["list", "quotes"],
        &["list", "quotes", "--format", "tsv"],
        &["list", "quotes", "--format", "json"],
        &["list", "articles"],
        &["list", "actors", "--format", "tsv"],
        &["stats"],
    ] {
        let mut args = args.to_vec();
        args.push(path(dir.path()));
        let output = run(&args);
        assert!(output.status.success(), "{args:?}: {}", err(&output));
        let bad = out(&output).chars().find(|&c| (c.is_control() && c != '\n' && c != '\t') || c == '\u{202e}');
        assert_eq!(bad, None, "{args:?}");
    }
    let tsv = out(&run(&["list", "quotes", path(dir.path()), "--format", "tsv"]));
    let columns: Vec<_> = tsv.lines().map(|l| l.split('\t').count()).collect();
    assert!(columns.len() == 3 && columns.iter().all(|&n| n == columns[0]), "{tsv}");
    assert!(tsv.contains("\\u{1b}]0;PWNED\\u{7}\\u{9b}31m quick\\u{202e} words\\tof\\nTrump"), "{tsv}");
}

#[test]
fn list_filters_limits_and_formats() {
    let dir = folder();
    let all = run(&["list", "articles", path(dir.path()), "--format", "json"]);
    let rows: Vec<serde_json::Value> = serde_json::from_str(&out(&all)).unwrap();
    assert_eq!(rows.len(), 2);
    let some = run(&["list", "articles", path(dir.path()), "--query", "doc:b moscow", "--format", "tsv"]);
    assert_eq!(out(&some).lines().count(), 1, "only the head");
    let one = run(&["list", "articles", path(dir.path()), "--limit", "1"]);
    assert_eq!(out(&one).lines().count(), 2);
    assert!(out(&one).starts_with("DOCUMENT DATE"));
}

#[test]
fn a_place_in_a_list_is_a_range_of_the_files_bytes() {
    let dir = tempfile::tempdir().unwrap();
    let bytes = "\u{feff}---\ntitle: Talks\n---\n“We are friends and will stay so for long,” Putin said.".as_bytes();
    fs::write(dir.path().join("m.md"), bytes).unwrap();
    let output = run(&["list", "quotes", path(dir.path()), "--format", "json"]);
    let rows: Vec<serde_json::Value> = serde_json::from_str(&out(&output)).unwrap();
    let (start, end) = (rows[0]["start"].as_u64().unwrap() as usize, rows[0]["end"].as_u64().unwrap() as usize);
    assert_eq!(&bytes[start..end], "We are friends and will stay so for long,".as_bytes());
}

#[test]
fn a_query_that_cannot_be_read_is_shown_with_a_mark() {
    let output = run(&["list", "events", "--query", "modi type:consul"]);
    assert_eq!(output.status.code(), Some(2));
    let message = err(&output);
    assert!(message.contains("column 11") && message.contains("did you mean consult?"), "{message}");
    assert!(message.ends_with("\n  modi type:consul\n            ^^^^^^\n"), "{message}");
}

#[test]
fn wrong_usage_ends_with_2_and_nothing_read_with_3() {
    for args in
        [&["list", "everything"][..], &["--jobs", "0"], &["extract", "--date", "yesterday"], &["--no-such-option"]]
    {
        assert_eq!(run(args).status.code(), Some(2), "{args:?}");
    }
    let empty = tempfile::tempdir().unwrap();
    for args in
        [&["extract", "no-such-file"][..], &["stats", path(empty.path())], &["list", "events", path(empty.path())]]
    {
        let output = run(args);
        assert_eq!(output.status.code(), Some(3), "{args:?}");
        assert!(err(&output).starts_with("dossier: nothing in the input could be read"), "{}", err(&output));
    }
    assert_eq!(feed(&["extract", "-"], b"\xff\xfe\n\n").status.code(), Some(3));
}

#[test]
fn garbage_is_told_in_a_few_lines() {
    let garbage = "{]\n".repeat(500);
    let output = feed(&["extract", "-v", "-"], garbage.as_bytes());
    assert!(err(&output).lines().count() < 10, "{}", err(&output));
    assert!(err(&output).contains("and 495 more lines of standard input"), "{}", err(&output));
    assert_eq!(json_lines(&output).len(), 500);
}

#[test]
fn a_reader_that_goes_away_ends_it_quietly() {
    let line = format!("{{\"text\":\"{}\"}}\n", "Putin met Modi. ".repeat(50));
    let mut child =
        dossier(&["extract", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let writer = std::thread::spawn(move || {
        for _ in 0..3000 {
            // The program goes away before it has read all.
            if stdin.write_all(line.as_bytes()).is_err() {
                break;
            }
        }
    });
    let mut first = [0; 10];
    child.stdout.take().unwrap().read_exact(&mut first).unwrap();
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    assert!(output.status.success(), "{:?}", output.status);
    assert_eq!(err(&output), "");
}

#[test]
fn a_report_is_the_same_every_time_and_checked_against_its_sources() {
    let dir = folder();
    let report = dir.path().join("report");
    for format in ["jsonl", "csv", "md"] {
        let article = dir.path().join("a.txt");
        let before = fs::read(&article).unwrap();
        let export = |jobs: &str| {
            let target = path(&report);
            let output = run(&[
                "export",
                path(&article),
                path(&dir.path().join("b.txt")),
                "--format",
                format,
                "--jobs",
                jobs,
                "-o",
                target,
            ]);
            assert!(output.status.success(), "{}", err(&output));
            fs::read(&report).unwrap()
        };
        assert_eq!(export("1"), export("3"), "{format}");
        let verify = || run(&["verify", path(&report)]);
        let fine = verify();
        assert_eq!(fine.status.code(), Some(0), "{format}: {}", out(&fine));
        assert!(out(&fine).contains("OK") && !out(&fine).contains("MOVED"), "{format}: {}", out(&fine));
        fs::write(&article, [b"New. ", &before[..]].concat()).unwrap();
        assert!(out(&verify()).contains("MOVED    a.txt:"), "{format}: {}", out(&verify()));
        fs::write(&article, String::from_utf8(before.clone()).unwrap().replace("friends", "foes")).unwrap();
        let changed = verify();
        assert!(out(&changed).contains("CHANGED  a.txt:"), "{format}: {}", out(&changed));
        assert_eq!(changed.status.code(), Some(1));
        fs::remove_file(&article).unwrap();
        assert!(out(&verify()).contains("MISSING  a.txt:"), "{format}: {}", out(&verify()));
        fs::write(&article, before).unwrap();
    }
    let no_report = run(&["verify", path(&dir.path().join("a.txt"))]);
    assert_eq!(no_report.status.code(), Some(1));
    assert!(err(&no_report).contains("not a report written by dossier export"));
}

#[test]
fn why_tells_the_rules_behind_a_byte() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("a.txt");
    let text = "\u{feff}Russian President Vladimir Putin met Narendra Modi in Moscow on July 9, 2024.";
    fs::write(&file, text).unwrap();
    let at = text.find("July").unwrap();
    let told = out(&run(&["why", &format!("{}:{at}", path(&file))]));
    assert!(told.contains("date: 2024-07-09") && told.contains(&format!("a.txt:{at}-")), "{told}");
    assert!(told.contains("rule"), "{told}");
    let explained = json_lines(&run(&["extract", "--explain", path(&file)]));
    assert!(explained[0]["dates"][0]["why"]["rule"].is_string(), "{}", explained[0]["dates"]);
    assert_eq!(run(&["why", "a.txt"]).status.code(), Some(2));
    assert_eq!(run(&["why", &format!("{}:9999", path(&file))]).status.code(), Some(2));
    assert_eq!(run(&["why", "no-such-file:1"]).status.code(), Some(3));
}

#[test]
fn why_tells_in_sentences_who_said_a_seed_s_words() {
    let seed = "004_1a71056e63c7aa0b.txt";
    let text = fs::read_to_string(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds").join(seed)).unwrap();
    let at = text.find("opportunity of a lifetime").unwrap();
    let told = out(&run(&["why", &format!("{seed}:{at}")]));
    let quote = told.split("event: ").next().unwrap();
    insta::assert_snapshot!(quote, @r"
    quote: Piyush Goyal
      words       004_1a71056e63c7aa0b.txt:2011-2037 “opportunity of a lifetime,”
      cue         004_1a71056e63c7aa0b.txt:1979-1985 “called”
      speaker     004_1a71056e63c7aa0b.txt:1938-1978 “India’s Commerce Minister Piyush Goyal”
      rule        attribution.called
      that is     The words in marks are what “India’s Commerce Minister Piyush Goyal” called it by “called”.
      who         quotes.last-name
      that is     Piyush Goyal: “India’s Commerce Minister Piyush Goyal” ends with a name: that person speaks.
    ");
}

#[test]
fn explained_lines_say_what_their_rules_mean() {
    let input = r#"{"id":"1","text":"“We will stay,” French President Emmanuel Macron said on Monday."}"#;
    let explained = json_lines(&feed(&["extract", "--explain", "-"], input.as_bytes()));
    let quote = &explained[0]["quotes"][0];
    assert_eq!(quote["why"]["rule"], "attribution.quote-speaker-said", "{quote}");
    assert!(quote["why"]["says"].as_str().unwrap().contains("“said”"), "{quote}");
    let actors = explained[0]["actors"].as_array().unwrap();
    let macron = actors.iter().find(|a| a["name"] == "Emmanuel Macron").unwrap();
    assert_eq!(macron["of_why"]["rule"], "identity.of-office", "{macron}");
}

#[test]
fn stats_counts_what_was_read_and_tells_what_was_not() {
    let dir = folder();
    let output = run(&["stats", path(dir.path()), "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&out(&output)).unwrap();
    assert_eq!((report["articles"].as_u64(), report["skipped"][0]["reason"].as_str()), (Some(2), Some("empty")));
    assert!(report["words"].as_u64() > Some(20));
    let text = out(&run(&["stats", path(dir.path())]));
    assert!(text.contains("words/s") && text.contains("c.txt: empty"), "{text}");
}

#[test]
fn the_log_has_every_article_and_everything_skipped() {
    let dir = folder();
    let log = dir.path().join("run.log");
    let output = run(&[
        "stats",
        "--quiet",
        "--log",
        path(&log),
        path(&dir.path().join("a.txt")),
        path(&dir.path().join("c.txt")),
    ]);
    assert!(output.status.success());
    assert_eq!(err(&output), "");
    let log = fs::read_to_string(log).unwrap();
    assert!(log.starts_with("read a.txt: ") && log.contains("c.txt: empty"), "{log}");
}

#[test]
fn help_manual_and_completions_know_every_command_and_key() {
    let help = out(&run(&["--help"]));
    let manual = out(&run(&["man"]));
    let list_help = out(&run(&["list", "--help"]));
    for command in ["extract", "list", "export", "verify", "why", "stats", "completions", "man"] {
        assert!(help.contains(command), "--help does not know {command}");
        assert!(manual.contains(&format!("dossier {command}")), "the manual does not know {command}");
    }
    for key in dossier::store::query::KEYS {
        assert!(list_help.contains(key.example), "list --help does not know {}", key.name);
        assert!(manual.replace("\\-", "-").contains(key.meaning), "the manual does not know {}", key.name);
    }
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        assert!(out(&run(&["completions", shell])).contains("query"), "{shell}");
    }
    assert_eq!(out(&run(&["--version"])), format!("dossier {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn config_prints_what_is_in_force_what_is_wrong_and_its_schema() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("config.toml");
    fs::write(&file, "teme = \"dark\"\nsplit = 60\n[queries]\nx = \"type:assault\"\n[keys.normal]\nj = \"quit\"\n")
        .unwrap();
    let printed = run(&["config", "--config", path(&file)]);
    assert_eq!(printed.status.code(), Some(1));
    assert!(err(&printed).contains("line 1: there is no setting `teme`; did you mean `theme`?"), "{}", err(&printed));
    let text = out(&printed);
    assert!(
        text.contains("# read from ") && text.contains("split = 60") && text.contains("\"x\" = \"type:assault\""),
        "{text}"
    );
    assert!(text.contains("# j no longer runs down; ↓ does"), "{text}");
    // What is printed is a settings file, and the same once more.
    fs::write(&file, &text).unwrap();
    let again = run(&["config", "--config", path(&file)]);
    assert!(again.status.success(), "{}", err(&again));
    assert_eq!(out(&again), text);
    let schema: serde_json::Value = serde_json::from_slice(&run(&["config", "--schema"]).stdout).unwrap();
    assert_eq!(schema["properties"]["split"]["maximum"], 80);
}

#[test]
fn the_timeline_and_the_network_are_listed_as_text() {
    let timeline = run(&["list", "timeline", "--format", "json"]);
    let bars: Vec<serde_json::Value> = serde_json::from_slice(&timeline.stdout).unwrap();
    let events: Vec<serde_json::Value> =
        serde_json::from_slice(&run(&["list", "events", "--format", "json"]).stdout).unwrap();
    let counted: u64 = bars.iter().filter_map(|b| b["events"].as_u64()).sum();
    assert_eq!(counted, events.len() as u64, "every event is in one bar");
    let network = run(&["list", "network", "--query", "actor:modi", "--format", "tsv"]);
    let first = out(&network).lines().nth(1).unwrap_or_default().to_owned();
    assert!(first.contains("Vladimir Putin") && first.contains("Narendra Modi"), "{first}");
}
