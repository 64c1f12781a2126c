//! `dossier stats`: counts, throughput, memory, and what was skipped.

use std::io::Write;
use std::time::{Duration, Instant};

use serde::Serialize;

use super::args::{Stats, StatsFormat};
use super::{Common, Failure, Notes, list, stdout};
use crate::app::cells::one_line;
use crate::export::escape;
use crate::model::{EventType, Status};
use crate::store::Store;

#[derive(Serialize)]
struct Report<'s> {
    articles: usize,
    words: u64,
    text_bytes: u64,
    events: usize,
    stories: usize,
    events_by_type: Vec<(&'static str, usize)>,
    events_by_status: Vec<(&'static str, usize)>,
    actors: usize,
    actors_named: usize,
    mentions: usize,
    quotes: usize,
    quotes_attributed: usize,
    articles_dated: usize,
    seconds: f64,
    words_per_second: u64,
    jobs: usize,
    words_per_second_and_job: u64,
    peak_memory_bytes: Option<u64>,
    skipped: Vec<SkippedLine<'s>>,
}

#[derive(Serialize)]
struct SkippedLine<'s> {
    name: &'s str,
    reason: &'s str,
}

pub(super) fn run(stats: &Stats, common: &Common) -> Result<(), Failure> {
    let start = Instant::now();
    let mut notes = Notes::new(common)?;
    let store = list::load(&stats.input.paths, common, &mut notes)?;
    let report = Report::of(&store, start.elapsed(), common.load_options().jobs().get());
    let mut out = stdout();
    match stats.format {
        StatsFormat::Text => report.print(&mut out)?,
        StatsFormat::Json => {
            let json = serde_json::to_string_pretty(&report)?;
            writeln!(out, "{}", escape::json(&json))?;
        }
    }
    out.flush()?;
    notes.finish()
}

impl<'s> Report<'s> {
    fn of(store: &'s Store, took: Duration, jobs: usize) -> Self {
        let seconds = took.as_secs_f64();
        let per_second = (store.words() as f64 / seconds.max(1e-9)) as u64;
        let of_status = |s: Status| store.event_ids().filter(|&e| store.event(e).status == s).count();
        Self {
            articles: store.article_count(),
            words: store.words(),
            text_bytes: store.text_bytes(),
            events: store.event_count(),
            stories: store.story_count(),
            events_by_type: EventType::ALL.map(|t| (t.name(), store.events_of_kind(t).len())).into(),
            events_by_status: Status::ALL.map(|s| (s.name(), of_status(s))).into(),
            actors: store.actor_count(),
            actors_named: store.actor_ids().filter(|&a| store.actor(a).named).count(),
            mentions: store.mention_count(),
            quotes: store.quote_count(),
            quotes_attributed: store.quote_ids().filter(|&q| store.quote(q).speaker.is_some()).count(),
            articles_dated: store.article_ids().filter(|&a| store.article(a).document_date.is_some()).count(),
            seconds: (seconds * 1000.0).round() / 1000.0,
            words_per_second: per_second,
            jobs,
            words_per_second_and_job: per_second / jobs as u64,
            peak_memory_bytes: peak_memory(),
            skipped: store.skipped().iter().map(|s| SkippedLine { name: &s.name, reason: &s.reason }).collect(),
        }
    }

    fn print(&self, out: &mut impl Write) -> std::io::Result<()> {
        let row = |out: &mut dyn Write, name: &str, value: String| writeln!(out, "{name:<12} {value}");
        row(
            out,
            "articles",
            format!("{} ({} dated)", number(self.articles as u64), number(self.articles_dated as u64)),
        )?;
        row(out, "words", format!("{} ({} of text)", number(self.words), size(self.text_bytes)))?;
        row(out, "events", format!("{}{}", number(self.events as u64), parts(&self.events_by_status)))?;
        for (kind, count) in self.events_by_type.iter().filter(|(_, n)| *n > 0) {
            row(out, &format!("  {kind}"), number(*count as u64))?;
        }
        row(out, "stories", number(self.stories as u64))?;
        row(out, "actors", format!("{} ({} named)", number(self.actors as u64), number(self.actors_named as u64)))?;
        row(out, "mentions", number(self.mentions as u64))?;
        row(
            out,
            "quotes",
            format!("{} ({} attributed)", number(self.quotes as u64), number(self.quotes_attributed as u64)),
        )?;
        let job = if self.jobs == 1 { "job" } else { "jobs" };
        let each = number(self.words_per_second_and_job);
        row(out, "time", format!("{:.3} s with {} {job}", self.seconds, self.jobs))?;
        row(out, "speed", format!("{} words/s, {each} per job", number(self.words_per_second)))?;
        let memory = self.peak_memory_bytes.map_or("unknown on this system".to_owned(), |bytes| {
            // With a small input the models dominate, and a ratio would mean nothing.
            let ratio = bytes as f64 / self.text_bytes.max(1) as f64;
            let ratio =
                if self.text_bytes < 10_000_000 { String::new() } else { format!(", {ratio:.1} times the text") };
            format!("{} at peak{ratio}", size(bytes))
        });
        row(out, "memory", memory)?;
        row(out, "skipped", number(self.skipped.len() as u64))?;
        for skipped in &self.skipped {
            writeln!(out, "  {}: {}", one_line(skipped.name), one_line(skipped.reason))?;
        }
        Ok(())
    }
}

/// " (3 asserted, 1 planned)", without the zeros.
fn parts(counts: &[(&str, usize)]) -> String {
    let shown: Vec<_> =
        counts.iter().filter(|(_, n)| *n > 0).map(|(name, n)| format!("{} {name}", number(*n as u64))).collect();
    if shown.is_empty() { String::new() } else { format!(" ({})", shown.join(", ")) }
}

/// A number with thousands separators.
fn number(n: u64) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

fn size(bytes: u64) -> String {
    if bytes < 10_000 { format!("{} bytes", number(bytes)) } else { format!("{:.1} MB", bytes as f64 / 1e6) }
}

/// The peak memory of the process in bytes; `None` on systems that do not report it.
fn peak_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|l| l.strip_prefix("VmHWM:"))?;
    Some(line.trim().strip_suffix("kB")?.trim().parse::<u64>().ok()? * 1024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped() {
        assert_eq!(
            (number(0), number(999), number(1000), number(21_234_567)),
            ("0".into(), "999".into(), "1,000".into(), "21,234,567".into())
        );
    }
}
