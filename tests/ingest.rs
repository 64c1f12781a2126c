//! What a folder full of good, odd and broken files turns into.

use std::fs;
use std::path::{Path, PathBuf};

use dossier::ingest::{self, Item, LONGEST_ARTICLE, Read};
use dossier::model::Article;

fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        let path = dir.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    dir
}

/// One line for everything that came out: the id and the text's beginning, or the reason.
fn story(items: &[Item]) -> Vec<String> {
    let line = |read| match read {
        Read::Article(a) => format!("{}: {}", a.id, a.text.chars().take(12).collect::<String>()),
        Read::Skipped(s) => format!("{} skipped: {}", s.id, s.reason),
    };
    items.iter().flat_map(Item::read).map(line).collect()
}

fn plan(paths: &[&Path]) -> Vec<Item> {
    ingest::plan(&paths.iter().map(PathBuf::from).collect::<Vec<_>>())
}

fn article(path: &Path) -> Article {
    match plan(&[path])[0].read().next() {
        Some(Read::Article(article)) => article,
        other => panic!("an article, not {other:?}"),
    }
}

#[test]
fn every_file_of_a_folder_is_accounted_for_in_order() {
    let dir = folder(&[
        ("b.txt", b"Second."),
        ("a/z.md", b"---\ntitle: T\n---\nFirst."),
        ("a/y.TXT", b"Capital ending."),
        ("c.html", b"<p>Page</p>"),
        ("d.txt", b"<!doctype html><p>Page"),
        ("empty.txt", b""),
        ("blank.md", b" \n\n"),
        ("noise.txt", b"ab\0cd\0\x01\x02ef"),
        ("list.jsonl", b"{\"id\":\"x\",\"text\":\"Line.\"}\noops\n"),
        ("notes", b"No ending."),
        (".git/config", b"[core]"),
        (".hidden.txt", b"Hidden."),
    ]);
    let text = story(&plan(&[dir.path()])).join("\n");
    let unread = "not supported yet; convert it to plain text (.txt), Markdown (.md) or JSON lines (.jsonl)";
    let expected = [
        ".git skipped: hidden; pass it by name to read it".to_owned(),
        ".hidden.txt skipped: hidden; pass it by name to read it".to_owned(),
        "a/y.TXT: Capital endi".to_owned(),
        "a/z.md: First.".to_owned(),
        "b.txt: Second.".to_owned(),
        "blank.md skipped: nothing but whitespace".to_owned(),
        format!("c.html skipped: web page (HTML): {unread}"),
        format!("d.txt skipped: web page (HTML): {unread}"),
        "empty.txt skipped: empty".to_owned(),
        "list.jsonl#x: Line.".to_owned(),
        "list.jsonl#line-2 skipped: not JSON: expected value at column 1; a line must be one object like \
         {\"id\": \"a1\", \"text\": \"…\"}"
            .to_owned(),
        "noise.txt skipped: binary, not text (see byte 2); convert it to plain text first".to_owned(),
        "notes skipped: not recognised as text by its name; pass the file itself to read it as text".to_owned(),
    ];
    assert_eq!(text, expected.join("\n"));
}

#[test]
fn a_file_that_is_named_is_read_whatever_its_name() {
    let dir =
        folder(&[(".hidden.txt", b"Hidden."), ("notes", b"Plain words."), ("x.bin", b"\0\0\x01"), (".d/a.txt", b"A.")]);
    let path = |name: &str| dir.path().join(name);
    let paths = [path(".hidden.txt"), path("notes"), path("x.bin"), path(".d"), path("none.txt")];
    assert_eq!(
        story(&ingest::plan(&paths)),
        [
            ".hidden.txt: Hidden.",
            "notes: Plain words.",
            "x.bin skipped: binary, not text (see byte 0); convert it to plain text first",
            "a.txt: A.",
            "none.txt skipped: cannot be read: no such file; check the spelling of the path",
        ]
    );
}

#[test]
fn ids_are_unique_whatever_is_given() {
    let dir = folder(&[("one/a.txt", b"One."), ("two/a.txt", b"Two."), ("s.jsonl", b"{\"text\":\"S.\"}")]);
    let path = |name: &str| dir.path().join(name);
    let items = ingest::plan(&[path("one"), path("two"), path("two"), path("one/a.txt"), path("s.jsonl")]);
    let shown = story(&items);
    let two = path("two").display().to_string();
    assert_eq!(shown[0], "a.txt: One.");
    assert_eq!(shown[1], format!("{two}/a.txt: Two."));
    assert!(shown[2].ends_with(&format!("the same folder as {two}, which is already included")), "{}", shown[2]);
    assert!(shown[3].contains("the same file as"), "{}", shown[3]);
    assert_eq!(shown[4], "s.jsonl#line-1: S.");
    let mut ids: Vec<_> = items.iter().map(|i| &i.id).collect();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), items.len());
    // A stream on its own keeps its ids as they are.
    assert_eq!(story(&ingest::plan(&[path("s.jsonl")])), ["line-1: S."]);
}

#[cfg(unix)]
#[test]
fn links_that_lead_back_end() {
    let dir = folder(&[("a/b/c.txt", b"Deep."), ("d.txt", b"Flat.")]);
    std::os::unix::fs::symlink(dir.path(), dir.path().join("a/b/loop")).unwrap();
    std::os::unix::fs::symlink("../d.txt", dir.path().join("a/again.txt")).unwrap();
    std::os::unix::fs::symlink("nowhere", dir.path().join("dead.txt")).unwrap();
    let shown = story(&plan(&[dir.path()]));
    assert_eq!(shown[0], "a/again.txt: Flat.");
    assert_eq!(shown[1], "a/b/c.txt: Deep.");
    assert!(shown[2].starts_with("a/b/loop skipped: the same folder as"), "{}", shown[2]);
    assert!(shown[3].starts_with("d.txt skipped: the same file as"), "{}", shown[3]);
    assert!(shown[4].starts_with("dead.txt skipped: cannot be read"), "{}", shown[4]);
    assert_eq!(shown.len(), 5);
}

#[test]
fn spans_lead_back_to_the_bytes_of_the_file() {
    let files: &[(&str, &[u8])] = &[
        ("bom.txt", "\u{feff}¡Modi said “yes” here.".as_bytes()),
        ("front.md", "\u{feff}---\r\ntitle: Ä\r\n---\r\n\r\n¡Modi said “yes” here.".as_bytes()),
        ("cr.txt", "¡One\rModi said “yes” here.\r".as_bytes()),
        ("stray.txt", b"\xc2\xa1\xff\xfe\x97 Modi said \xe2\x80\x9cyes\xe2\x80\x9d here."),
    ];
    let dir = folder(files);
    for (name, bytes) in files {
        let article = article(&dir.path().join(name));
        for word in ["Modi", "yes", "here"] {
            let at = article.text.find(word).unwrap() + article.shift() as usize;
            assert_eq!(&bytes[at..at + word.len()], word.as_bytes(), "{word} of {name}");
        }
    }
}

#[test]
fn other_encodings_say_so() {
    let wide: Vec<u8> = "Modi said “yes” in Delhi.".encode_utf16().flat_map(u16::to_be_bytes).collect();
    let dir = folder(&[("wide.txt", &wide), ("old.txt", b"Modi said \x93yes\x94 in Delhi.")]);
    for name in ["wide.txt", "old.txt"] {
        let article = article(&dir.path().join(name));
        assert_eq!(&*article.text, "Modi said “yes” in Delhi.");
        assert!(article.notes[0].starts_with("decoded from "), "{:?}", article.notes);
    }
}

#[test]
fn what_is_longer_than_an_article_is_refused_unread() {
    let dir = folder(&[]);
    let path = dir.path().join("dump.txt");
    fs::File::create(&path).unwrap().set_len(LONGEST_ARTICLE + 1).unwrap();
    assert_eq!(story(&plan(&[&path])), ["dump.txt skipped: longer than 64 MiB, the limit for one article; split it"]);
}

#[test]
fn without_a_path_the_seeds_are_read() {
    let items = ingest::plan(&[]);
    assert_eq!(items.len(), 2);
    assert!(
        items.iter().all(|i| matches!(i.read().next(), Some(Read::Article(a)) if a.id == i.id && !a.text.is_empty()))
    );
}

/// A report kept beside the articles that it was made from is none of them the next time.
#[test]
fn what_the_program_wrote_itself_is_no_article() {
    let dir = folder(&[("a.txt", b"President Trump called Prime Minister Modi on Monday.")]);
    let run = |args: &[&str], to: &str| {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_dossier"))
            .args(args)
            .arg(dir.path())
            .output()
            .expect("it runs");
        fs::write(dir.path().join(to), output.stdout).expect("written");
    };
    run(&["export", "--format", "md"], "evidence.md");
    run(&["export", "--format", "jsonl"], "evidence.jsonl");
    run(&["extract"], "found.jsonl");
    let told = story(&plan(&[dir.path()]));
    assert_eq!(told.len(), 4, "{told:?}");
    assert!(told[0].starts_with("a.txt: President"), "{told:?}");
    assert!(
        told[1..].iter().all(|line| line.ends_with("skipped: written by dossier itself: not an article")),
        "{told:?}"
    );
}
