//! A progress bar on standard error for runs longer than half a second.

use std::io::{self, IsTerminal, Write};
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::Common;
use crate::app::cells::{fit, one_line};
use crate::load::Progress;

const FIRST_AFTER: Duration = Duration::from_millis(500);
const EVERY: Duration = Duration::from_millis(100);
const BAR: usize = 24;

/// Shows the progress of loading until it is dropped.
pub(super) struct Bar {
    progress: Arc<Progress>,
    start: Instant,
    next: Option<Instant>,
    shown: bool,
    articles: u64,
    words: u64,
}

impl Bar {
    /// A bar, unless standard error is no terminal or --quiet was given. `results_follow` is false
    /// if results are printed while loading: on the same terminal they would collide with the bar.
    pub(super) fn new(progress: Arc<Progress>, common: &Common, results_follow: bool) -> Self {
        let wanted = !common.quiet && io::stderr().is_terminal() && (results_follow || !io::stdout().is_terminal());
        let start = Instant::now();
        Self { progress, start, next: wanted.then(|| start + FIRST_AFTER), shown: false, articles: 0, words: 0 }
    }

    /// Counts an article, and redraws if it is time to.
    pub(super) fn article(&mut self, words: u32) {
        self.articles += 1;
        self.words += u64::from(words);
        let Some(next) = self.next else { return };
        let now = Instant::now();
        if now >= next {
            self.next = Some(now + EVERY);
            self.draw(now.duration_since(self.start));
        }
    }

    fn draw(&mut self, since: Duration) {
        let width = ratatui::crossterm::terminal::size().map_or(80, |(columns, _)| columns as usize);
        let line = line(&self.progress, self.articles, self.words, since);
        // Failing to draw the bar is no reason to stop.
        let _ = write!(io::stderr(), "\r\x1b[K{}", fit(&line, width.saturating_sub(1)));
        let _ = io::stderr().flush();
        self.shown = true;
    }
}

fn line(progress: &Progress, articles: u64, words: u64, since: Duration) -> String {
    let seconds = since.as_secs_f64();
    let rate = words as f64 / seconds.max(0.001) / 1000.0;
    let sums = format!("{articles} articles · {rate:.0} k words/s");
    let Some(total) = progress.bytes_total().filter(|&t| t > 0) else { return format!("{sums} · {seconds:.0} s") };
    let part = (progress.bytes_read() as f64 / total as f64).clamp(0.0, 1.0);
    let filled = (part * BAR as f64) as usize;
    let left = seconds / part.max(0.001) - seconds;
    let bar = format!("{}{}", "█".repeat(filled), "░".repeat(BAR - filled));
    format!("{bar} {:.0} % · {sums} · {left:.0} s left · {}", part * 100.0, one_line(&progress.item()))
}

impl Drop for Bar {
    fn drop(&mut self) {
        if self.shown {
            let _ = write!(io::stderr(), "\r\x1b[K");
            let _ = io::stderr().flush();
        }
    }
}
