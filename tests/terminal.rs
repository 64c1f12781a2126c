//! The program in a real pseudo-terminal: it starts, shows, follows, ends, and leaves the terminal as
//! it was.
#![cfg(unix)]

use std::io::{Read, Write};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// Longest time for anything to show: machines may be busy.
const PATIENCE: Duration = Duration::from_secs(30);

fn size(n: u16) -> std::num::NonZeroU16 {
    std::num::NonZeroU16::new(n).expect("not nothing")
}

struct Session {
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    keys: Box<dyn Write + Send>,
    bytes: Receiver<Vec<u8>>,
    raw: Vec<u8>,
    screen: vt100::Parser,
}

impl Session {
    fn start(arguments: &[&str], folder: Option<&std::path::Path>) -> Self {
        Self::start_keeping(arguments, folder, None)
    }

    /// Starts with a folder for what is kept between runs.
    fn start_keeping(arguments: &[&str], folder: Option<&std::path::Path>, state: Option<&std::path::Path>) -> Self {
        Self::start_with(arguments, folder, state, &[])
    }

    /// Starts with more in its environment.
    fn start_with(
        arguments: &[&str],
        folder: Option<&std::path::Path>,
        state: Option<&std::path::Path>,
        environment: &[(&str, &str)],
    ) -> Self {
        let whole = PtySize { rows: 40, cols: 120, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(whole).expect("a pseudo-terminal");
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_dossier"));
        command.args(arguments);
        if let Some(folder) = folder {
            command.arg(folder);
        }
        command.env("TERM", "xterm-256color");
        // No settings of whoever runs the test, and nothing kept of them.
        command.env("XDG_CONFIG_HOME", "/nonexistent");
        command.env("XDG_STATE_HOME", state.unwrap_or(std::path::Path::new("/nonexistent")));
        for (name, value) in environment {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).expect("started");
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().expect("a reader");
        let keys = pair.master.take_writer().expect("a writer");
        let (to, bytes) = channel();
        std::thread::spawn(move || {
            let mut buffer = vec![0; 1 << 16];
            while let Ok(n) = reader.read(&mut buffer) {
                if n == 0 || to.send(buffer[..n].to_vec()).is_err() {
                    return;
                }
            }
        });
        let screen = vt100::Parser::new(size(40), size(120), 0);
        Self { child, master: pair.master, keys, bytes, raw: Vec::new(), screen }
    }

    fn take_in(&mut self, wait: Duration) -> bool {
        match self.bytes.recv_timeout(wait) {
            Ok(bytes) => {
                self.screen.process(&bytes);
                self.raw.extend(bytes);
                true
            }
            Err(_) => false,
        }
    }

    fn wait_for(&mut self, what: &str, seen: impl Fn(&str) -> bool) {
        let end = Instant::now() + PATIENCE;
        while !seen(&self.screen.screen().contents()) {
            assert!(Instant::now() < end, "{what} did not show:\n{}", self.screen.screen().contents());
            self.take_in(Duration::from_millis(200));
        }
    }

    fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).expect("written");
        self.keys.flush().expect("flushed");
    }

    /// Waits for the end; the exit status and everything written.
    fn end(mut self) -> (portable_pty::ExitStatus, Vec<u8>) {
        let end = Instant::now() + PATIENCE;
        let status = loop {
            self.take_in(Duration::from_millis(50));
            if let Some(status) = self.child.try_wait().expect("waited") {
                break status;
            }
            assert!(Instant::now() < end, "it does not end");
        };
        while self.take_in(Duration::from_millis(100)) {}
        (status, self.raw)
    }
}

fn last(raw: &[u8], sequence: &str) -> Option<usize> {
    raw.windows(sequence.len()).rposition(|w| w == sequence.as_bytes())
}

/// Every mode that was set is unset after it was last set.
fn assert_restored(raw: &[u8]) {
    for (on, off) in [
        ("\x1b[?1049h", "\x1b[?1049l"),
        ("\x1b[?2004h", "\x1b[?2004l"),
        ("\x1b[?1000h", "\x1b[?1000l"),
        ("\x1b[?1006h", "\x1b[?1006l"),
    ] {
        assert!(last(raw, on).is_some(), "{on:?} was never set");
        assert!(last(raw, off) > last(raw, on), "{off:?} does not follow {on:?}");
    }
    assert!(last(raw, "\x1b[?25h") > last(raw, "\x1b[?25l"), "the cursor stays hidden");
}

#[test]
fn it_shows_the_seeds_follows_an_event_to_its_source_and_leaves_a_clean_terminal() {
    let mut session = Session::start(&[], None);
    session.wait_for("the list", |s| s.contains("2 articles") && s.contains("● "));
    session.press("j\r");
    session.wait_for("the source pane's hints", |s| s.contains("; jump"));
    session.press("\x1b");
    session.wait_for("the list's hints", |s| s.contains("f filter"));
    session.press("/modi");
    session.wait_for("the finder's hit", |s| s.contains("Narendra Modi"));
    session.press("\r");
    session.wait_for("the actor", |s| s.contains("Narendra Modi ─ person"));
    session.press("q");
    let (status, raw) = session.end();
    assert!(status.success(), "{status:?}");
    assert_restored(&raw);
    assert!(last(&raw, "\x1b]11;?").is_none() && last(&raw, "\x1b[6n").is_none(), "the terminal is asked nothing");
}

#[test]
fn a_signal_ends_it_and_the_terminal_is_restored() {
    let mut session = Session::start(&[], None);
    session.wait_for("the list", |s| s.contains("● "));
    let id = session.child.process_id().expect("a process");
    let killed = std::process::Command::new("kill").args(["-TERM", &id.to_string()]).status().expect("kill runs");
    assert!(killed.success());
    let (status, raw) = session.end();
    assert!(!status.success());
    assert_restored(&raw);
}

#[test]
fn no_escape_sequence_of_a_file_reaches_the_terminal() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = "Putin\x1b]0;PWNED\x07 met Modi\x1b[2J in Moscow on Monday.\n\n\u{202e}Trump said: “No\u{9b}31m.”\n";
    std::fs::write(folder.path().join("evil\x1b]0;PWNED\x07.txt"), text).expect("written");
    let mut session = Session::start(&[], Some(folder.path()));
    session.wait_for("the article", |s| s.contains("1 article"));
    session.press("4\r");
    session.wait_for("the text", |s| s.contains("PWNED"));
    session.press("q");
    let (_, raw) = session.end();
    for harm in ["\x1b]0;", "\x07", "\u{202e}", "\u{9b}"] {
        assert_eq!(last(&raw, harm), None, "{harm:?} was sent");
    }
}

#[test]
fn a_storm_of_sizes_and_keys_does_not_unsettle_it() {
    let mut session = Session::start(&[], None);
    session.wait_for("the list", |s| s.contains("● "));
    for i in 0..60u16 {
        let (rows, cols) = (1 + i * 7 % 60, 1 + i * 31 % 200);
        session.master.resize(PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }).expect("resized");
        session.press("jk\tn");
    }
    session.master.resize(PtySize { rows: 40, cols: 120, pixel_width: 0, pixel_height: 0 }).expect("resized");
    // More at once than a reader's buffer holds.
    session.press(&"jk".repeat(2_000));
    session.press("q");
    let (status, raw) = session.end();
    assert!(status.success(), "{status:?}");
    assert_restored(&raw);
}

#[test]
fn keys_are_recorded_replayed_and_the_session_is_taken_up() {
    let state = tempfile::tempdir().expect("a folder");
    let keys = state.path().join("keys.log");
    let keys = keys.to_str().expect("a plain path");
    let start = |arguments: &[&str]| Session::start_keeping(arguments, None, Some(state.path()));

    let mut first = start(&["--record", keys]);
    first.wait_for("the hint of the first run", |s| s.contains("finds an actor"));
    first.wait_for("the list", |s| s.contains("2 articles"));
    first.press(" 3/modi");
    first.wait_for("the finder's hit", |s| s.contains("Narendra Modi"));
    first.press("\rq");
    assert!(first.end().0.success());
    let recorded = std::fs::read_to_string(keys).expect("a recording");
    assert_eq!(recorded.split_whitespace().collect::<Vec<_>>(), ["space", "3", "/", "m", "o", "d", "i", "enter", "q"]);

    let mut resumed = start(&["--resume"]);
    resumed.wait_for("the actor again", |s| s.contains("Narendra Modi ─ person") && s.contains("1 marked"));
    assert!(!resumed.screen.screen().contents().contains("finds an actor"), "the hint comes once");
    resumed.press("q");
    assert!(resumed.end().0.success());

    // The recording ends with q: replaying it ends the program by itself.
    let (status, raw) = start(&["--replay", keys]).end();
    assert!(status.success());
    assert_restored(&raw);
}

#[test]
fn what_is_listed_is_exported_and_can_be_verified() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = "Vladimir Putin met Narendra Modi in Moscow on Monday. “We agree on trade,” Modi said.\n";
    std::fs::write(folder.path().join("a.txt"), text).expect("written");
    let report = tempfile::tempdir().expect("a folder");
    let path = report.path().join("out");
    let mut session = Session::start(&[], Some(folder.path()));
    session.wait_for("the article", |s| s.contains("1 article"));
    session.press("4x");
    session.wait_for("the question", |s| s.contains("Export what is listed"));
    session.press(&format!("\x15{}\r", path.display()));
    session.wait_for("the answer", |s| s.contains("exhibit"));
    session.press("q");
    assert!(session.end().0.success());
    let verify = std::process::Command::new(env!("CARGO_BIN_EXE_dossier")).arg("verify").arg(&path).output();
    assert!(verify.expect("it runs").status.success());
}

#[test]
fn the_split_is_dragged_and_a_recording_drags_it_again() {
    let state = tempfile::tempdir().expect("a folder");
    let keys = state.path().join("keys.log");
    let keys = keys.to_str().expect("a plain path");
    let start = |arguments: &[&str]| Session::start_keeping(arguments, None, Some(state.path()));
    // Where the list's frame ends: at 45 % of 120 columns before, at 60 % after.
    let ends_at = |s: &str, column: usize| s.lines().nth(1).is_some_and(|l| l.chars().nth(column) == Some('╮'));

    let mut first = start(&["--record", keys]);
    first.wait_for("the list", |s| s.contains("2 articles") && ends_at(s, 53));
    first.press("\x1b[<0;54;10M\x1b[<32;60;10M\x1b[<32;72;11M\x1b[<0;72;11m");
    first.wait_for("a wider list", |s| ends_at(s, 71));
    // A wheel over the list, then a click on its fifth row.
    first.press("\x1b[<65;10;10M\x1b[<0;10;8M\x1b[<0;10;8m");
    first.wait_for("the fifth row", |s| s.lines().last().is_some_and(|l| l.contains("5/")));
    first.press("q");
    assert!(first.end().0.success());

    let recorded = std::fs::read_to_string(keys).expect("a recording");
    assert!(recorded.contains("@drag 71 10") && recorded.contains("@wheel-down 9 9"), "{recorded}");
    std::fs::write(keys, recorded.trim_end().trim_end_matches('q')).expect("written");
    let mut again = start(&["--replay", keys]);
    again.wait_for("the same", |s| ends_at(s, 71) && s.lines().last().is_some_and(|l| l.contains("5/")));
    again.press("q");
    assert!(again.end().0.success());
}

#[test]
fn the_editor_opens_at_the_line_and_the_explorer_comes_back() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().expect("a folder");
    let text = "Talks\n\nNothing happened.\n\nVladimir Putin met Narendra Modi in Moscow.\n";
    std::fs::write(folder.path().join("a.txt"), text).expect("written");
    let tools = tempfile::tempdir().expect("a folder");
    let (editor, told) = (tools.path().join("editor"), tools.path().join("told"));
    // It has the keyboard to itself: what is typed meanwhile is its own.
    let script = format!("#!/bin/sh\necho opened\nread line\necho \"$line $1 $2\" > '{}'\n", told.display());
    std::fs::write(&editor, script).expect("written");
    std::fs::set_permissions(&editor, std::fs::Permissions::from_mode(0o755)).expect("made a program");

    let editor = editor.to_str().expect("a plain path");
    let mut session = Session::start_with(&[], Some(folder.path()), None, &[("VISUAL", editor)]);
    session.wait_for("the event", |s| s.contains("Putin ↔ Modi"));
    session.press("e");
    session.wait_for("the editor", |s| s.contains("opened"));
    session.press("jjq\r");
    session.wait_for("the explorer again", |s| s.contains("Putin ↔ Modi") && s.contains("f filter"));
    session.press("q");
    let (status, raw) = session.end();
    assert!(status.success());
    assert_restored(&raw);
    let told = std::fs::read_to_string(told).expect("the editor's words");
    assert!(told.starts_with("jjq +5 ") && told.trim_end().ends_with("a.txt"), "{told}");
}
