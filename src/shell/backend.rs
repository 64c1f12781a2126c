//! A terminal backend that writes a frame in one go, and nothing where nothing changed.

use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;

use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};

/// Bytes on their way to the terminal.
#[derive(Clone, Debug, Default)]
struct Outbox(Rc<RefCell<Vec<u8>>>);

impl Write for Outbox {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Frames shorter than this are not torn by any terminal: they go without brackets.
const BRACKETED: usize = 256;

/// Wraps the library's backend: it collects a frame's bytes, leaves out cursor moves that move
/// nothing, and writes all of it with one call between the marks of a synchronised update.
#[derive(Debug)]
pub(super) struct FrameBackend<W: Write> {
    inner: CrosstermBackend<Outbox>,
    outbox: Outbox,
    out: W,
    size: Size,
    cursor: Option<Position>,
    shown: Option<bool>,
}

impl<W: Write> FrameBackend<W> {
    pub(super) fn new(out: W, size: Size) -> Self {
        let outbox = Outbox::default();
        Self { inner: CrosstermBackend::new(outbox.clone()), outbox, out, size, cursor: None, shown: None }
    }

    /// The terminal's size is told, never asked for.
    pub(super) fn set_size(&mut self, size: Size) {
        self.size = size;
    }

    /// What the terminal shows is unknown again.
    pub(super) fn forget(&mut self) {
        (self.cursor, self.shown) = (None, None);
    }

    /// Bytes besides a frame's: the clipboard's, the mouse's.
    pub(super) fn send(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.out.write_all(bytes)?;
        self.out.flush()
    }
}

impl<W: Write> Backend for FrameBackend<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let mut content = content.peekable();
        if content.peek().is_none() {
            return Ok(());
        }
        // The cursor is out of the way while cells are written.
        self.hide_cursor()?;
        self.cursor = None;
        self.inner.draw(content)
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        if self.shown != Some(false) {
            self.shown = Some(false);
            self.inner.hide_cursor()?;
        }
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        if self.shown != Some(true) {
            self.shown = Some(true);
            self.inner.show_cursor()?;
        }
        Ok(())
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(self.cursor.unwrap_or_default())
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        let position = position.into();
        if self.cursor != Some(position) {
            self.cursor = Some(position);
            self.inner.set_cursor_position(position)?;
        }
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        self.cursor = None;
        self.inner.clear()
    }

    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        self.cursor = None;
        self.inner.clear_region(region)
    }

    fn size(&self) -> io::Result<Size> {
        Ok(self.size)
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize { columns_rows: self.size, pixels: Size::default() })
    }

    fn flush(&mut self) -> io::Result<()> {
        let frame = std::mem::take(&mut *self.outbox.0.borrow_mut());
        if frame.is_empty() {
            return Ok(());
        }
        if frame.len() < BRACKETED {
            self.out.write_all(&frame)?;
        } else {
            let all = [b"\x1b[?2026h".as_slice(), &frame, b"\x1b[?2026l"].concat();
            self.out.write_all(&all)?;
        }
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::Terminal;
    use ratatui::style::Style;

    #[test]
    fn the_same_frame_twice_writes_nothing_the_second_time() {
        let backend = FrameBackend::new(Vec::new(), Size::new(20, 4));
        let mut terminal = Terminal::new(backend).expect("a terminal");
        let mut draw = |text: &str| {
            terminal
                .draw(|f| {
                    f.buffer_mut().set_string(0, 0, text, Style::default());
                    f.set_cursor_position((3, 1));
                })
                .expect("drawn");
            std::mem::take(&mut terminal.backend_mut().out).len()
        };
        assert!(draw("one") > 0);
        assert_eq!(draw("one"), 0);
        assert!(draw("two") > 0);
    }
}
