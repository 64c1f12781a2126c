//! What each rule is worth: how often it decides, how often that is right, and what the score loses without it.

use std::fmt::Write as _;

use rustc_hash::FxHashMap;

use super::score::{Pairing, Scores, Tally, occurrences, pair, same_side};
use super::{Gold, GoldEvent};
use crate::extract::book;
use crate::model::{Aspect, Event, Findings, Fire, MentionKind, RuleRef};

/// The score that a decision counts for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Row {
    /// There is an event, and of this type.
    Type,
    /// Its people.
    People,
    /// Its date.
    When,
    /// Its status.
    Status,
    /// A name of an actor.
    Name,
    /// A date's value.
    Date,
}

/// How one rule fared.
#[derive(Clone, Debug, Default)]
struct Worth {
    fires: usize,
    /// Decisions that the annotation says are right, and those that it says are wrong.
    judged: FxHashMap<Row, (usize, usize)>,
}

/// How every rule fared over annotated articles.
#[derive(Clone, Debug, Default)]
pub struct Worths(FxHashMap<&'static str, Worth>);

impl Worths {
    /// Adds what the rules decided in an article.
    pub fn add(&mut self, gold: &Gold, found: &Findings, fires: &[Fire]) {
        for decision in book::decisions(&gold.text, found, fires) {
            self.0.entry(decision.rule.id).or_default().fires += 1;
        }
        self.events(gold, found);
        let (must, may) = occurrences(gold);
        for actor in &found.actors {
            for m in actor.mentions.iter().filter(|m| m.kind == MentionKind::Name) {
                let right = must.iter().any(|g| g.overlaps(m.span));
                if right || !may.iter().any(|g| g.overlaps(m.span)) {
                    self.judge(m.why.rule, Row::Name, right);
                }
            }
        }
        let places = gold.places(gold.dates.iter().map(|d| d.text.as_str()));
        for date in &found.dates {
            let meant = gold.dates.iter().zip(&places).find(|(_, p)| p.is_some_and(|p| p.overlaps(date.span)));
            if let Some((wanted, _)) = meant.filter(|(w, _)| !w.optional) {
                self.judge(date.why.rule, Row::Date, wanted.value.as_deref() == Some(date.value.as_str()));
            }
        }
    }

    fn events(&mut self, gold: &Gold, found: &Findings) {
        let Pairing { got, wrong } = pair(gold, found);
        for &i in &wrong {
            self.steps(&found.events[i], |sets| (sets == Aspect::Type).then_some((Row::Type, false)));
        }
        for (wanted, got) in gold.events.iter().zip(got).filter(|(w, _)| !w.optional) {
            if let Some((_, i)) = got {
                let event = &found.events[i];
                self.steps(event, |sets| right(gold, found, event, wanted, sets));
            }
        }
    }

    /// Judges each step of an event's trail; of several that set one aspect the last decided.
    fn steps(&mut self, event: &Event, right: impl Fn(Aspect) -> Option<(Row, bool)>) {
        for (n, step) in event.trail.iter().enumerate() {
            let last = !event.trail[n + 1..].iter().any(|later| later.sets == step.sets);
            if let Some((row, right)) = right(step.sets).filter(|_| last || step.sets == Aspect::Type) {
                self.judge(step.why.rule, row, right);
            }
        }
    }

    fn judge(&mut self, rule: RuleRef, row: Row, right: bool) {
        if rule.is_none() {
            return;
        }
        let (good, bad) = self.0.entry(rule.id).or_default().judged.entry(row).or_default();
        *(if right { good } else { bad }) += 1;
    }

    /// A table, the most frequent rules first: id, fires, decisions right and wrong, and what the F1 of the row that
    /// it decides loses where each of its decisions is undone. Rules that never fired come last.
    #[must_use]
    pub fn table(&self, scores: &Scores) -> String {
        let mut rows: Vec<_> = book::all().map(|r| (r.id, self.0.get(r.id).cloned().unwrap_or_default())).collect();
        rows.sort_by(|a, b| b.1.fires.cmp(&a.1.fires).then(a.0.cmp(b.0)));
        let mut out = String::from("rule\tfires\tright\twrong\tF1 lost without it\n");
        for (id, worth) in rows {
            let (right, wrong) = worth.judged.values().fold((0, 0), |sum, n| (sum.0 + n.0, sum.1 + n.1));
            let lost: f64 = worth.judged.iter().map(|(&row, &n)| lost(row, n, scores)).sum();
            let lost = if worth.judged.is_empty() { String::new() } else { format!("{lost:+.4}") };
            let _ = writeln!(out, "{id}\t{}\t{right}\t{wrong}\t{lost}", worth.fires);
        }
        out
    }
}

/// Whether a step that set `sets` is right in an event whose type is.
fn right(gold: &Gold, found: &Findings, event: &Event, wanted: &GoldEvent, sets: Aspect) -> Option<(Row, bool)> {
    Some(match sets {
        Aspect::Type => (Row::Type, true),
        Aspect::Source => (Row::People, same_side(gold, found, &event.source, &wanted.source)),
        Aspect::Target => (Row::People, same_side(gold, found, &event.target, &wanted.target)),
        Aspect::Date => (Row::When, wanted.dates.contains(&event.date)),
        Aspect::Status => (Row::Status, event.status == wanted.status),
        Aspect::Claimant => return None,
    })
}

/// What F1 loses where a rule's decisions are undone: what it found goes, what it set is set wrong.
fn lost(row: Row, (right, wrong): (usize, usize), scores: &Scores) -> f64 {
    let tally = match row {
        Row::Type => scores.types,
        Row::People => scores.people,
        Row::When => scores.when,
        Row::Status => scores.status,
        Row::Name => scores.names,
        Row::Date => scores.dates,
    };
    let gone = |n: usize, of: usize| of.saturating_sub(n);
    let without = match row {
        Row::Type | Row::Name | Row::Date => {
            Tally { right: gone(right, tally.right), wrong: gone(wrong, tally.wrong), missed: tally.missed + right }
        }
        Row::People | Row::When | Row::Status => {
            Tally { right: gone(right, tally.right), wrong: tally.wrong + right, missed: tally.missed + right }
        }
    };
    tally.f1() - without.f1()
}
