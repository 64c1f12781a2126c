//! Decides whether two reports are of the same event.

use chrono::Datelike;

use crate::model::{ActorId, EventId, EventType, Status};
use crate::store::{DaySpan, EventRef, Party, Store, fold_words};

/// Reports of the same event may give days this far apart, because of time zones or haste.
const DAYS_APART: i32 = 1;
/// Undated reports may be of the same event if their articles' dates are at most this many days apart.
const ARTICLE_DAYS_APART: i32 = 2;
/// Dates that cover more days than this are vague: they agree only if they are equal.
const MOST_DAYS: i32 = 3;

/// An undated event does not match an event of its article whose date is at least this vague.
const LONGEST: i32 = 27;

/// The time of an event, as a key for finding its story.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Time {
    /// A day or two, represented by the number of the first.
    Day(i32),
    /// A week, month or year: the numbers of its first and last day.
    Stretch(i32, i32),
    /// Undated, in an article with this date.
    Article(i32),
    /// Undated, in an undated article.
    Unknown,
}

impl Time {
    pub(super) fn of(store: &Store, event: EventRef<'_>) -> Self {
        match (event.days, store.article(event.article).document_date.as_ref()) {
            (Some(days), _) if length(days) <= MOST_DAYS => Self::Day(days.first.num_days_from_ce()),
            (Some(days), _) => Self::Stretch(days.first.num_days_from_ce(), days.last.num_days_from_ce()),
            (None, Some(day)) => Self::Article(day.date.num_days_from_ce()),
            (None, None) => Self::Unknown,
        }
    }

    /// This time, and those that may be the same.
    pub(super) fn near(self) -> Vec<Self> {
        match self {
            Self::Day(n) => (n - DAYS_APART..=n + DAYS_APART).map(Self::Day).collect(),
            Self::Article(n) => (n - ARTICLE_DAYS_APART..=n + ARTICLE_DAYS_APART).map(Self::Article).collect(),
            // Undated reports in undated articles can match only within their own article.
            Self::Unknown => Vec::new(),
            stretch @ Self::Stretch(..) => vec![stretch],
        }
    }

    fn agrees(self, other: Self) -> bool {
        self.near().contains(&other)
    }
}

fn length(days: DaySpan) -> i32 {
    days.last.num_days_from_ce() - days.first.num_days_from_ce() + 1
}

/// The parties under which to index an event: all of a mutual event, or else the sources, or else the targets.
pub(super) fn leading(event: EventRef<'_>) -> &[Party] {
    if is_mutual(event.kind) {
        event.parties()
    } else if event.sources().is_empty() {
        event.targets()
    } else {
        event.sources()
    }
}

/// Types of mutual events, for which the order of the parties does not matter.
fn is_mutual(kind: EventType) -> bool {
    matches!(kind, EventType::Consult | EventType::Agree | EventType::Cooperate)
}

/// How similar two reports are; `None` if they are not of the same event.
///
/// Type, status (happened, planned, denied), mode and time must agree, and the parties on both sides must be the same
/// or represent one another. If a report lacks a side or a time, the triggers must be the same too.
pub(super) fn similarity(store: &Store, a: EventId, b: EventId) -> Option<u32> {
    let (a, b) = (store.event(a), store.event(b));
    let modes_agree = a.mode.is_none() || b.mode.is_none() || a.mode == b.mode;
    if a.kind != b.kind || outcome(a.status) != outcome(b.status) || !modes_agree {
        return None;
    }
    let (sources, targets) = if is_mutual(a.kind) {
        (mutual(store, a, b)?, 2)
    } else {
        let doing = (a.doing_words(), b.doing_words());
        let theme = (a.theme_words(), b.theme_words());
        (side(store, a.sources(), b.sources(), doing)?, side(store, a.targets(), b.targets(), theme)?)
    };
    let same_article = a.article == b.article;
    let (ta, tb) = (Time::of(store, a), Time::of(store, b));
    let times = match (a.days, b.days) {
        (Some(_), Some(_)) if ta.agrees(tb) => 4,
        (Some(x), Some(y)) if same_article && (x.contains(y) || y.contains(x)) => 2,
        (Some(_), Some(_)) => return None,
        (None, None) if same_article || ta.agrees(tb) => 1,
        // "In 2008 he complained" does not report the complaint of an undated sentence.
        (Some(days), None) | (None, Some(days)) if same_article && length(days) <= LONGEST => 1,
        _ => return None,
    };
    let words = same_words(a.trigger_words(), b.trigger_words());
    // Without a side or a time there is little evidence, so the words must agree.
    if (sources == 0 || targets == 0 || times < 2)
        && !words
        && !(same_article && sources + targets == 4 && a.mode == b.mode && a.mode.is_some())
    {
        return None;
    }
    // "We urge the Senate" is said about many things by many people.
    if (sources == 0 || targets == 0) && (a.according_to != b.according_to || !same_matter(a, b)) {
        return None;
    }
    Some(sources + targets + times + u32::from(words) + u32::from(a.mode == b.mode) + u32::from(same_article))
}

/// What happened, what is planned and what was denied are different stories.
fn outcome(status: Status) -> u8 {
    match status {
        Status::Asserted => 0,
        Status::Planned | Status::Possible => 1,
        Status::Denied => 2,
    }
}

/// Compares the parties of one side: 2 if an actor is in both reports, 1 if they represent one another, 0 if a report
/// lacks the side. A side that is only described in words, without an actor, never matches an actor of the other
/// report, and matches another description only if the words agree.
fn side(store: &Store, a: &[Party], b: &[Party], described: (Option<&str>, Option<&str>)) -> Option<u32> {
    if !a.is_empty() && !b.is_empty() {
        return a.iter().flat_map(|x| b.iter().filter_map(|y| stand_for(store, x.actor, y.actor))).max();
    }
    let is_open = match described {
        (None, None) => true,
        (Some(x), Some(y)) => same_words(x, y),
        (Some(_), None) => b.is_empty(),
        (None, Some(_)) => a.is_empty(),
    };
    is_open.then_some(0)
}

/// Whether two sentences that lack a party are about the same things: they must share some words besides the trigger
/// and the parties.
fn same_matter(a: EventRef<'_>, b: EventRef<'_>) -> bool {
    /// Number of words they must share, or all words of the shorter one.
    const ENOUGH: usize = 2;
    let (a, b) = (matter(a), matter(b));
    let shared = a.iter().filter(|x| b.iter().any(|y| same_stem(x, y))).count();
    shared >= ENOUGH.min(a.len()).min(b.len())
}

/// The long words of an event's sentence, folded, without its trigger and its parties.
fn matter(event: EventRef<'_>) -> Vec<String> {
    /// Shorter words are mostly function words.
    const LONG: usize = 5;
    let people = event.parties().iter().map(|&p| event.party_words(p));
    let known: Vec<_> = people.chain([event.trigger_words()]).map(fold_words).collect();
    let is_known = |word: &str| known.iter().any(|k| k.split(' ').any(|k| k == word));
    // The words of a link, not its URL.
    let words = event.sentence_words().split_whitespace().map(|w| w.find("](").map_or(w, |end| &w[..end]));
    let words = words.filter(|w| !w.contains("://")).flat_map(|w| {
        let folded = fold_words(w);
        folded.split(' ').filter(|w| w.len() >= LONG && !is_known(w)).map(str::to_owned).collect::<Vec<_>>()
    });
    let mut matter: Vec<_> = words.collect();
    matter.sort_unstable();
    matter.dedup();
    matter
}

/// Compares the parties of a mutual event in any order: if both reports name two, both parties must match.
fn mutual(store: &Store, a: EventRef<'_>, b: EventRef<'_>) -> Option<u32> {
    let matched = |x: &Party| b.parties().iter().filter_map(|y| stand_for(store, x.actor, y.actor)).max();
    let shared: Vec<u32> = a.parties().iter().filter_map(matched).collect();
    let alone = a.parties().len() < 2 || b.parties().len() < 2;
    match shared.len() {
        0 => None,
        1 if alone => Some(0),
        1 => None,
        _ => shared.iter().min().copied(),
    }
}

/// 2 for the same actor, 1 for an actor and one that acts for it.
fn stand_for(store: &Store, a: ActorId, b: ActorId) -> Option<u32> {
    if a == b {
        Some(2)
    } else if store.camp(a) == b || store.camp(b) == a {
        Some(1)
    } else {
        None
    }
}

/// True if the two share a word, ignoring endings: "called" and "calls", but not "call" and "visit".
fn same_words(a: &str, b: &str) -> bool {
    let (a, b) = (fold_words(a), fold_words(b));
    a.split(' ').any(|x| b.split(' ').any(|y| x.len() > 2 && y.len() > 2 && same_stem(x, y)))
}

/// True if one word is the other plus an ending, or both have a long common prefix and an ending.
fn same_stem(a: &str, b: &str) -> bool {
    const ENDING: usize = 3;
    let shared = a.bytes().zip(b.bytes()).take_while(|(x, y)| x == y).count();
    let (shorter, longer) = (a.len().min(b.len()), a.len().max(b.len()));
    shared >= 7 || (shared >= if shared == shorter { 3 } else { 5 } && shared + ENDING >= longer)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_do_not_make_another_word() {
        for (a, b) in
            [("called", "phone call"), ("Visited", "visit"), ("negotiate", "negotiations"), ("met", "met with")]
        {
            assert!(same_words(a, b), "{a} {b}");
        }
        for (a, b) in [("called", "visited"), ("met", "of"), ("strike", "string"), ("condemn", "condone")] {
            assert!(!same_words(a, b), "{a} {b}");
        }
    }
}
