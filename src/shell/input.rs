//! Keys, mouse, sizes and signals, from the threads that wait for them.

use crossbeam_channel::Sender;
use ratatui::crossterm::event::{
    Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};

use super::Happening;
use crate::keys::recording::{Pointing, Touch};
use crate::keys::{Chord, Key};

#[cfg(not(unix))]
use ratatui::crossterm::event;

#[cfg(unix)]
pub(super) use self::unix::{Keyboard, listen_for_signals};

/// A key press as a chord; `None` for releases, repeats' ends, and keys that nothing is bound to.
pub(super) fn chord(event: KeyEvent) -> Option<Chord> {
    if event.kind == KeyEventKind::Release {
        return None;
    }
    let key = match event.code {
        KeyCode::Char(c) => Key::Char(c),
        KeyCode::Enter => Key::Enter,
        KeyCode::Esc => Key::Esc,
        KeyCode::Tab => Key::Tab,
        KeyCode::BackTab => Key::Tab,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Delete => Key::Delete,
        KeyCode::Insert => Key::Insert,
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        KeyCode::F(n) => Key::F(n),
        _ => return None,
    };
    let held = |m| event.modifiers.contains(m);
    let shift = held(KeyModifiers::SHIFT) || event.code == KeyCode::BackTab;
    Some(Chord::new(key, held(KeyModifiers::CONTROL), held(KeyModifiers::ALT), shift))
}

/// What the terminal tells of the mouse, so far as it means anything here.
pub(super) fn pointing(event: MouseEvent) -> Option<Pointing> {
    let touch = match event.kind {
        MouseEventKind::Down(MouseButton::Left) => Touch::Press,
        MouseEventKind::Drag(MouseButton::Left) => Touch::Drag,
        MouseEventKind::Up(_) => Touch::Release,
        MouseEventKind::ScrollDown => Touch::WheelDown,
        MouseEventKind::ScrollUp => Touch::WheelUp,
        _ => return None,
    };
    Some(Pointing { touch, x: event.column, y: event.row })
}

/// Hands on an event that the loop can use.
fn send(to: &Sender<Happening>, event: Event) -> bool {
    let wanted = match &event {
        Event::Key(key) => key.kind != KeyEventKind::Release,
        Event::Mouse(mouse) => mouse.kind != MouseEventKind::Moved,
        _ => true,
    };
    !wanted || to.send(Happening::Terminal(event)).is_ok()
}

#[cfg(unix)]
mod unix {
    use std::fs::File;
    use std::io::{self, IsTerminal, PipeReader, PipeWriter, Read, Write};
    use std::os::fd::{AsFd, OwnedFd};
    use std::thread;
    use std::time::Duration;

    use crossbeam_channel::{Receiver, Sender, bounded};
    use ratatui::crossterm::event;
    use rustix::event::{PollFd, PollFlags, poll};
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP, SIGWINCH};

    use super::{Happening, send};

    /// How long the library's reader is given to look: it looks at nothing in no time at all.
    const GLANCE: Duration = Duration::from_millis(1);

    /// The thread that waits for the terminal. It can be held, so that an editor has the keyboard
    /// to itself.
    #[derive(Debug)]
    pub(in crate::shell) struct Keyboard {
        wake: PipeWriter,
        held: Receiver<()>,
        go_on: Sender<()>,
    }

    impl Keyboard {
        pub(in crate::shell) fn listen(to: Sender<Happening>) -> io::Result<Self> {
            let terminal: OwnedFd = if io::stdin().is_terminal() {
                io::stdin().as_fd().try_clone_to_owned()?
            } else {
                File::open("/dev/tty")?.into()
            };
            let (woken, wake) = io::pipe()?;
            let (hold, held) = bounded(0);
            let (go_on, goes_on) = bounded(0);
            thread::Builder::new().name("keyboard".to_owned()).spawn(move || {
                wait(&terminal, woken, &to, &hold, &goes_on);
            })?;
            Ok(Self { wake, held, go_on })
        }

        /// Runs something while nobody reads the terminal.
        pub(in crate::shell) fn hold<T>(&mut self, run: impl FnOnce() -> T) -> T {
            let holding = self.wake.write_all(b"h").is_ok() && self.held.recv().is_ok();
            let result = run();
            if holding {
                // The thread waits for exactly this.
                let _ = self.go_on.send(());
            }
            result
        }
    }

    fn wait(
        terminal: &OwnedFd,
        mut woken: PipeReader,
        to: &Sender<Happening>,
        hold: &Sender<()>,
        goes_on: &Receiver<()>,
    ) {
        loop {
            let mut fds = [PollFd::new(terminal, PollFlags::IN), PollFd::new(&woken, PollFlags::IN)];
            match poll(&mut fds, None) {
                Ok(_) => {}
                Err(rustix::io::Errno::INTR) => continue,
                Err(_) => break,
            }
            let (tty, pipe) = (fds[0].revents(), fds[1].revents());
            if !pipe.is_empty() {
                if woken.read_exact(&mut [0]).is_err() || hold.send(()).is_err() || goes_on.recv().is_err() {
                    return;
                }
                continue;
            }
            if tty.contains(PollFlags::IN) {
                // Something is there, so this does not wait but for what follows it.
                let mut more = event::poll(GLANCE);
                while let Ok(true) = more {
                    let Ok(event) = event::read() else { break };
                    if !send(to, event) {
                        return;
                    }
                    more = event::poll(GLANCE);
                }
                if more.is_err() {
                    break;
                }
            } else if tty.intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL) {
                break;
            }
            if tty.contains(PollFlags::HUP) {
                break;
            }
        }
        let _ = to.send(Happening::Hangup);
    }

    /// Signals become happenings like any other.
    pub(in crate::shell) fn listen_for_signals(to: Sender<Happening>) -> io::Result<()> {
        let mut signals = signal_hook::iterator::Signals::new([SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT, SIGWINCH])?;
        thread::Builder::new().name("signals".to_owned()).spawn(move || {
            for signal in signals.forever() {
                if to.send(Happening::Signal(signal)).is_err() {
                    return;
                }
            }
        })?;
        Ok(())
    }
}

/// Elsewhere the library's own waiting has to do.
#[cfg(not(unix))]
#[derive(Debug)]
pub(super) struct Keyboard;

#[cfg(not(unix))]
impl Keyboard {
    pub(super) fn listen(to: Sender<Happening>) -> std::io::Result<Self> {
        std::thread::Builder::new().name("keyboard".to_owned()).spawn(move || {
            while let Ok(event) = event::read() {
                if !send(&to, event) {
                    return;
                }
            }
            let _ = to.send(Happening::Hangup);
        })?;
        Ok(Self)
    }

    pub(super) fn hold<T>(&mut self, run: impl FnOnce() -> T) -> T {
        run()
    }
}
