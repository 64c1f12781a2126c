//! The terminal's guard: whatever ends the explorer, the terminal is as it was.

use std::io::{self, Write};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

use ratatui::crossterm::cursor::Show;
use ratatui::crossterm::event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture};
use ratatui::crossterm::style::ResetColor;
use ratatui::crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use ratatui::crossterm::{execute, queue};

/// True while the terminal is the explorer's.
static TAKEN: AtomicBool = AtomicBool::new(false);
/// What threads besides the first said when they panicked: told once the terminal is given back.
static PANICS: Mutex<Vec<String>> = Mutex::new(Vec::new());

/// Holds the terminal; giving it back is its end.
#[derive(Debug)]
pub(super) struct Guard(());

impl Guard {
    /// Takes the terminal: raw mode, alternate screen, paste and, where wanted, mouse.
    pub(super) fn take(mouse: bool) -> io::Result<Self> {
        install_panic_hook();
        take(mouse)?;
        Ok(Self(()))
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        give_back();
        for message in PANICS.lock().map(|mut p| std::mem::take(&mut *p)).unwrap_or_default() {
            let _ = writeln!(io::stderr(), "{message}");
        }
    }
}

/// Takes the terminal, at the start or after it was given to somebody else.
pub(super) fn take(mouse: bool) -> io::Result<()> {
    TAKEN.store(true, Ordering::SeqCst);
    enable_raw_mode()?;
    let mut out = io::stdout().lock();
    queue!(out, EnterAlternateScreen, EnableBracketedPaste)?;
    if mouse {
        queue!(out, EnableMouseCapture)?;
    }
    out.flush()
}

/// Gives the terminal back as it was; does nothing where that is done already. What fails is
/// passed over: the terminal may be gone.
pub(super) fn give_back() {
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut out = io::stdout();
    let _ = execute!(out, DisableMouseCapture, DisableBracketedPaste, ResetColor, LeaveAlternateScreen, Show);
    let _ = disable_raw_mode();
}

/// Takes the mouse, or leaves it to the terminal.
pub(super) fn set_mouse(on: bool) -> io::Result<()> {
    let mut out = io::stdout();
    if on { execute!(out, EnableMouseCapture) } else { execute!(out, DisableMouseCapture) }
}

/// A panic of the first thread gives the terminal back before its message is printed; those of
/// others, which are caught and only cost one article, wait until the end.
fn install_panic_hook() {
    let main = std::thread::current().id();
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        if std::thread::current().id() == main {
            give_back();
            before(info);
        } else if TAKEN.load(Ordering::SeqCst) {
            if let Ok(mut panics) = PANICS.lock() {
                panics.push(info.to_string());
            }
        } else {
            before(info);
        }
    }));
}
