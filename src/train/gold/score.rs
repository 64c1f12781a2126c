//! What was found in an article beside what was annotated.

use crate::model::{
    Actor, DateType, Event, EventType, Findings, LocalActorId, Mention, MentionKind, Quote, QuoteKind, Span,
};

use super::{Gold, GoldActor, GoldEvent};

/// Found and right, found and wrong, missed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Found and annotated.
    pub right: usize,
    /// Found, not annotated.
    pub wrong: usize,
    /// Annotated, not found.
    pub missed: usize,
}

impl Tally {
    fn count(&mut self, right: bool) {
        if right {
            self.right += 1;
        } else {
            self.wrong += 1;
            self.missed += 1;
        }
    }

    /// The share of what was found that is right; 0 where nothing was.
    #[must_use]
    pub fn precision(&self) -> f64 {
        self.right as f64 / (self.right + self.wrong).max(1) as f64
    }

    /// The share of what was annotated that was found; 0 where nothing was.
    #[must_use]
    pub fn recall(&self) -> f64 {
        self.right as f64 / (self.right + self.missed).max(1) as f64
    }

    /// The harmonic mean of the two.
    #[must_use]
    pub fn f1(&self) -> f64 {
        let (p, r) = (self.precision(), self.recall());
        if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 }
    }
}

/// What counts, row by row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Scores {
    /// Mentions of actors by name.
    pub names: Tally,
    /// Direct and indirect quotes with their speaker.
    pub speakers: Tally,
    /// Dates with their value.
    pub dates: Tally,
    /// Events by type.
    pub types: Tally,
    /// Events by type and people.
    pub people: Tally,
    /// Events by type, people and date.
    pub when: Tally,
    /// Status of the events whose type is right.
    pub status: Tally,
}

impl Scores {
    /// The rows with their names.
    #[must_use]
    pub fn rows(&self) -> [(&'static str, Tally); 7] {
        [
            ("names", self.names),
            ("quotes with their speaker", self.speakers),
            ("dates with their value", self.dates),
            ("events by type", self.types),
            ("events by type and people", self.people),
            ("events by type, people, date", self.when),
            ("status of events", self.status),
        ]
    }
}

/// How far a found event is the annotated one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grade {
    /// Another event.
    None,
    /// The type is right.
    Type,
    /// Type and people are right.
    People,
    /// Type, people and date are right.
    When,
}

/// Adds to `scores` what was found in an article.
pub fn score(gold: &Gold, found: &Findings, scores: &mut Scores) {
    names(gold, found, &mut scores.names);
    // texts of which actors and events alone are annotated tell nothing of the others
    if !gold.quotes.is_empty() || !gold.dates.is_empty() {
        quotes(gold, found, &mut scores.speakers);
        dates(gold, found, &mut scores.dates);
    }
    events(gold, found, scores);
}

fn names(gold: &Gold, found: &Findings, tally: &mut Tally) {
    let (must, may) = occurrences(gold);
    let named = |m: &&Mention| m.kind == MentionKind::Name;
    let mentions: Vec<Span> =
        found.actors.iter().flat_map(|a| a.mentions.iter().filter(named)).map(|m| m.span).collect();
    let met = must.iter().filter(|g| mentions.iter().any(|m| m.overlaps(**g))).count();
    tally.right += met;
    tally.missed += must.len() - met;
    tally.wrong += mentions.iter().filter(|m| !must.iter().chain(&may).any(|g| g.overlaps(**m))).count();
}

/// Where the annotated names stand as whole words, the longest first: those that must be found, those that may.
pub(super) fn occurrences(gold: &Gold) -> (Vec<Span>, Vec<Span>) {
    let mut names: Vec<(&str, bool)> =
        gold.actors.iter().flat_map(|a| a.names.iter().map(|n| (n.as_str(), a.optional))).collect();
    names.sort_by_key(|(n, _)| std::cmp::Reverse(n.len()));
    let (mut must, mut may): (Vec<Span>, Vec<Span>) = (Vec::new(), Vec::new());
    let inside = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    for (name, optional) in names {
        for (start, _) in gold.text.match_indices(name) {
            let span = Span::new(start, start + name.len());
            let cut =
                inside(gold.text[..start].chars().next_back()) || inside(gold.text[span.range().end..].chars().next());
            if !cut && !must.iter().chain(&may).any(|s| s.overlaps(span)) {
                if optional { may.push(span) } else { must.push(span) }
            }
        }
    }
    (must, may)
}

fn quotes(gold: &Gold, found: &Findings, tally: &mut Tally) {
    let places = gold.places(gold.quotes.iter().map(|q| q.text.as_str()));
    let mut used = vec![false; found.quotes.len()];
    for (quote, place) in gold.quotes.iter().zip(places) {
        let Some(place) = place else { continue };
        let (kind, need) = if quote.kind == "direct" { (QuoteKind::Direct, 0.8) } else { (QuoteKind::Indirect, 0.5) };
        let fits = |q: &Quote| q.kind == kind && shared(q.span, place) >= need;
        let hit = (0..used.len()).find(|&i| !used[i] && fits(&found.quotes[i]));
        if let Some(i) = hit {
            used[i] = true;
        }
        if quote.optional {
            continue;
        }
        match (hit, &quote.speaker) {
            (None, _) => tally.missed += 1,
            (Some(i), None) => tally.count(found.quotes[i].speaker.is_none()),
            (Some(i), Some(who)) => tally.count(found.quotes[i].speaker.is_some_and(|s| is(gold, found, s, who))),
        }
    }
    tally.wrong += used.iter().filter(|u| !**u).count();
}

/// What two spans share of what they cover together.
fn shared(a: Span, b: Span) -> f64 {
    let both = a.range().end.min(b.range().end).saturating_sub(a.range().start.max(b.range().start));
    both as f64 / (a.len() + b.len() - both).max(1) as f64
}

fn dates(gold: &Gold, found: &Findings, tally: &mut Tally) {
    let places = gold.places(gold.dates.iter().map(|d| d.text.as_str()));
    let scored: Vec<_> = found.dates.iter().filter(|d| !matches!(d.kind, DateType::Duration | DateType::Set)).collect();
    let mut used = vec![false; scored.len()];
    for (date, place) in gold.dates.iter().zip(places) {
        let Some(place) = place else { continue };
        let right = |i: usize| date.value.as_deref() == Some(scored[i].value.as_str());
        let open = (0..used.len()).filter(|&i| !used[i] && scored[i].span.overlaps(place));
        let hit = open.max_by_key(|&i| right(i));
        if let Some(i) = hit {
            used[i] = true;
        }
        match hit {
            _ if date.optional => {}
            Some(i) => tally.count(right(i)),
            None => tally.missed += 1,
        }
    }
    tally.wrong += used.iter().filter(|u| !**u).count();
}

/// Which found event is which annotated one.
pub(super) struct Pairing {
    /// Of each annotated event the found one, and how far it is it.
    pub got: Vec<Option<(Grade, usize)>>,
    /// The found events that are nothing annotated and repeat none of their sentence.
    pub wrong: Vec<usize>,
}

pub(super) fn pair(gold: &Gold, found: &Findings) -> Pairing {
    let mut pairs = Vec::new();
    for (i, event) in found.events.iter().enumerate() {
        for (j, wanted) in gold.events.iter().enumerate() {
            let grade = grade(gold, found, event, wanted);
            if grade > Grade::None {
                let words = event.trigger.of(&gold.text);
                let told = words.contains(&wanted.trigger) || wanted.trigger.contains(words);
                pairs.push((grade, told, !wanted.optional, i, j));
            }
        }
    }
    pairs.sort_by(|a, b| b.cmp(a));
    let (mut taken, mut got) = (vec![false; found.events.len()], vec![None; gold.events.len()]);
    for &(grade, _, _, i, j) in &pairs {
        if !taken[i] && got[j].is_none() {
            taken[i] = true;
            got[j] = Some((grade, i));
        }
    }
    // what repeats an event of its sentence, type and people alike, is no error
    let repeats = |i: usize| pairs.iter().any(|p| p.3 == i && p.0 >= Grade::People);
    let wrong = (0..taken.len()).filter(|&i| !taken[i] && !repeats(i)).collect();
    Pairing { got, wrong }
}

fn events(gold: &Gold, found: &Findings, scores: &mut Scores) {
    let Pairing { got, wrong } = pair(gold, found);
    for (wanted, got) in gold.events.iter().zip(&got).filter(|(w, _)| !w.optional) {
        let rows =
            [(&mut scores.types, Grade::Type), (&mut scores.people, Grade::People), (&mut scores.when, Grade::When)];
        for (tally, needed) in rows {
            match got {
                Some((grade, _)) => tally.count(*grade >= needed),
                None => tally.missed += 1,
            }
        }
        if let Some((_, i)) = got {
            scores.status.count(found.events[*i].status == wanted.status);
        }
    }
    for tally in [&mut scores.types, &mut scores.people, &mut scores.when] {
        tally.wrong += wrong.len();
    }
}

/// How far a found event of an article is an annotated one.
#[must_use]
pub fn grade(gold: &Gold, found: &Findings, event: &Event, wanted: &GoldEvent) -> Grade {
    let Some(start) = gold.text.find(&wanted.sentence) else { return Grade::None };
    let sentence = Span::new(start, start + wanted.sentence.len());
    if !event.sentence.overlaps(sentence) || !wanted.types.contains(&event.kind) {
        Grade::None
    } else if !same_people(gold, found, event, wanted) {
        Grade::Type
    } else if !wanted.dates.contains(&event.date) {
        Grade::People
    } else {
        Grade::When
    }
}

/// True where one side of a found event is that of an annotated one.
pub(super) fn same_side(gold: &Gold, found: &Findings, ids: &[LocalActorId], who: &[String]) -> bool {
    match who {
        [] => !ids.iter().any(|i| found.actors[i.index()].named),
        who => who.iter().any(|w| ids.iter().any(|&i| is(gold, found, i, w))),
    }
}

fn same_people(gold: &Gold, found: &Findings, event: &Event, wanted: &GoldEvent) -> bool {
    let any = |ids: &[LocalActorId], who: &str| ids.iter().any(|&i| is(gold, found, i, who));
    let side = |ids: &[LocalActorId], who: &[String]| same_side(gold, found, ids, who);
    if side(&event.source, &wanted.source) && side(&event.target, &wanted.target) {
        return true;
    }
    // what people do together has its parties in any order
    let together = matches!(wanted.types[0], EventType::Consult | EventType::Agree | EventType::Cooperate);
    let all = || wanted.source.iter().chain(&wanted.target);
    let met = all().filter(|w| any(&event.source, w) || any(&event.target, w)).count();
    together && met >= all().count().min(2)
}

/// True where the actor `id` of what was found is the annotated one.
fn is(gold: &Gold, found: &Findings, id: LocalActorId, who: &str) -> bool {
    let (Some(wanted), actor) = (gold.actor(who), &found.actors[id.index()]) else { return false };
    answers_to(wanted, &actor.name) || answers(actor, &wanted.name)
}

fn answers_to(wanted: &GoldActor, name: &str) -> bool {
    let name = plain(name);
    wanted.names.iter().chain([&wanted.name]).any(|n| plain(n) == name)
}

fn answers(actor: &Actor, name: &str) -> bool {
    let name = plain(name);
    actor.names.iter().chain([&actor.name]).any(|n| plain(n) == name)
}

/// A name as it is compared: lower case, words only, no article.
fn plain(name: &str) -> String {
    let name = name.to_lowercase();
    let name = name.strip_suffix("'s").or_else(|| name.strip_suffix("’s")).unwrap_or(&name);
    let name = name.strip_prefix("the ").unwrap_or(name);
    let words: Vec<&str> = name.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_compared_by_their_words() {
        assert_eq!(plain("The U.S. Navy's"), "u s navy");
    }

    #[test]
    fn spans_that_share_half_of_what_they_cover() {
        assert!((shared(Span::new(0, 10), Span::new(0, 5)) - 0.5).abs() < 1e-9);
        assert!(shared(Span::new(0, 5), Span::new(5, 9)) < 1e-9);
    }

    #[test]
    fn a_score_of_nothing_is_nothing() {
        assert!(Tally::default().f1() < 1e-9);
        let half = Tally { right: 1, wrong: 1, missed: 1 };
        assert!((half.f1() - 0.5).abs() < 1e-9);
    }
}
