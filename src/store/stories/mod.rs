//! Stories: reports of the same event, within an article and across articles.
//!
//! Two reports are of the same event if type, parties and time agree ([`same`]); if several stories match, the most
//! similar one is chosen. Every event is in exactly one story, and stories grow in input order: a story's id, its
//! first report and its existing reports never change while more articles are added.
//!
//! Articles that are copies of one another ([`copies`]) count once.

pub(super) mod copies;
mod numbers;
mod same;

use rustc_hash::FxHashMap;

use self::same::{Time, similarity};
use super::postings::Postings;
use super::{DaySpan, Store};
use crate::model::{ActorId, ArticleId, EventId, EventType, StoryId};

/// The most stories compared with an event per key, latest first: actors who meet every day have more stories in a
/// bucket than are worth comparing.
const MOST_COMPARED: usize = 48;

/// Which events are in which story, and an index to find stories.
#[derive(Debug, Default)]
pub(super) struct Stories {
    of_event: Vec<StoryId>,
    events: Postings<EventId>,
    count: u32,
    /// The latest entry of each key; every entry links to the one before.
    latest: FxHashMap<Key, u32>,
    entries: Vec<(StoryId, Option<u32>)>,
}

/// The key under which stories are indexed: a party and a time.
type Key = (EventType, ActorId, Time);

/// A story and its reports.
#[derive(Clone, Copy, Debug)]
pub struct StoryRef<'s> {
    store: &'s Store,
    /// Which story.
    pub id: StoryId,
    /// Its reports, in input order.
    pub events: &'s [EventId],
}

/// A point on which reports of a story disagree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The point: `date`, or the noun that is counted.
    pub of: String,
    /// Each value with a report that gives it, in input order.
    pub values: Vec<(String, EventId)>,
}

impl Store {
    /// Number of stories.
    #[must_use]
    pub fn story_count(&self) -> usize {
        self.stories.count as usize
    }

    /// All stories' ids, in order of their first reports.
    pub fn story_ids(&self) -> impl DoubleEndedIterator<Item = StoryId> + ExactSizeIterator + use<> {
        (0..self.stories.count).map(StoryId)
    }

    /// The story of an event.
    #[must_use]
    pub fn story_of(&self, event: EventId) -> StoryId {
        self.stories.of_event[event.index()]
    }

    /// A story.
    #[must_use]
    pub fn story(&self, id: StoryId) -> StoryRef<'_> {
        StoryRef { store: self, id, events: self.stories.events.get(id.index()) }
    }

    /// The stories of these events, each once, in order of their first reports.
    #[must_use]
    pub fn stories_of(&self, events: &[EventId]) -> Vec<StoryId> {
        let mut stories: Vec<_> = events.iter().map(|&e| self.story_of(e)).collect();
        stories.sort_unstable();
        stories.dedup();
        stories
    }

    /// The most complete of several reports: with both sides, a day and a mode; of equal ones the one with the highest
    /// confidence, then the first. `None` if there are no reports.
    #[must_use]
    pub fn fullest(&self, reports: &[EventId]) -> Option<EventId> {
        if let [one] = reports {
            return Some(*one);
        }
        let tells = |&id: &EventId| {
            let event = self.event(id);
            let day = event.days.is_some_and(|d| d.first == d.last);
            let parts = [!event.sources().is_empty(), !event.targets().is_empty(), day, event.mode.is_some()];
            (parts.iter().filter(|p| **p).count(), (event.confidence * 1000.0) as u32, std::cmp::Reverse(id))
        };
        reports.iter().copied().max_by_key(tells)
    }

    /// For each story of these events, the most complete of the events; in order of the stories.
    #[must_use]
    pub fn heads(&self, events: &[EventId]) -> Vec<EventId> {
        let mut told: Vec<(StoryId, EventId)> = events.iter().map(|&e| (self.story_of(e), e)).collect();
        told.sort_unstable();
        let mut reports = Vec::new();
        let by_story = told.chunk_by(|a, b| a.0 == b.0);
        let head = |run: &[(StoryId, EventId)]| {
            reports.clear();
            reports.extend(run.iter().map(|(_, e)| *e));
            self.fullest(&reports)
        };
        by_story.filter_map(head).collect()
    }

    /// Assigns a new event to its story; the article's row and all earlier events must be in the store.
    pub(super) fn assign_story(&mut self, id: EventId) {
        let (look, keep) = self.story_keys(id);
        let mut best: Option<(u32, StoryId)> = None;
        let mut compare = |story: StoryId| {
            let first = self.stories.events.get(story.index())[0];
            let found = similarity(self, id, first).map(|score| (score, story));
            // The most similar story, then the older one.
            best = best.max_by_key_or(found);
        };
        let event = self.event(id);
        let own = self.events_so_far(event.article, id).filter(|&e| self.event(e).kind == event.kind);
        own.map(|e| self.story_of(e)).for_each(&mut compare);
        for key in look {
            let mut at = self.stories.latest.get(&key).copied();
            for _ in 0..MOST_COMPARED {
                let Some(entry) = at else { break };
                let (story, before) = self.stories.entries[entry as usize];
                compare(story);
                at = before;
            }
        }
        let story = best.map_or(StoryId(self.stories.count), |(_, story)| story);
        self.stories.count = self.stories.count.max(story.0 + 1);
        self.stories.of_event.push(story);
        self.stories.events.push(story.index(), id);
        for key in keep {
            let before = self.stories.latest.get(&key).copied();
            if before.is_none_or(|b| self.stories.entries[b as usize].0 != story) {
                self.stories.latest.insert(key, self.stories.entries.len() as u32);
                self.stories.entries.push((story, before));
            }
        }
    }

    /// Earlier events of the article being added, latest first.
    fn events_so_far(&self, article: ArticleId, before: EventId) -> impl Iterator<Item = EventId> + '_ {
        let earlier = (0..before.index()).rev().map(EventId::from_index);
        earlier.take_while(move |&e| self.event(e).article == article).take(MOST_COMPARED * 4)
    }

    /// The keys under which an event's story may be found, and those under which to index it.
    fn story_keys(&self, id: EventId) -> (Vec<Key>, Vec<Key>) {
        let event = self.event(id);
        let time = Time::of(self, event);
        let mut camps: Vec<_> = same::leading(event).iter().map(|p| self.camp(p.actor)).collect();
        camps.sort_unstable();
        camps.dedup();
        let keys = |times: Vec<Time>| {
            camps.iter().flat_map(|&camp| times.iter().map(move |&time| (event.kind, camp, time))).collect::<Vec<_>>()
        };
        (keys(time.near()), keys(vec![time]))
    }

    /// The actor at the end of the chain of "acts for": a minister's state, or the state itself.
    pub(super) fn camp(&self, id: ActorId) -> ActorId {
        let mut at = id;
        // A cycle of actors that act for one another ends here.
        for _ in 0..4 {
            match self.actor(at).of {
                Some(of) if of != at => at = of,
                _ => break,
            }
        }
        at
    }
}

/// `max_by_key` for two optional scores; the older story wins a tie.
trait Better {
    fn max_by_key_or(self, other: Self) -> Self;
}

impl Better for Option<(u32, StoryId)> {
    fn max_by_key_or(self, other: Self) -> Self {
        match (self, other) {
            (Some(a), Some(b)) if b.0 > a.0 || (b.0 == a.0 && b.1 < a.1) => other,
            (None, _) => other,
            _ => self,
        }
    }
}

impl<'s> StoryRef<'s> {
    /// The report that represents the story: the most complete one, with both sides, a day and a mode; of equal ones the
    /// one with the highest confidence, then the first.
    #[must_use]
    pub fn head(self) -> EventId {
        self.store.fullest(self.events).unwrap_or(EventId(0))
    }

    /// The story reduced to its first `most` reports.
    #[must_use]
    pub fn among(self, most: usize) -> Self {
        Self { events: &self.events[..self.events.len().min(most)], ..self }
    }

    /// The articles that report it, without copies of earlier ones, in input order.
    #[must_use]
    pub fn articles(self) -> Vec<ArticleId> {
        let mut articles: Vec<_> =
            self.events.iter().map(|&e| self.store.original(self.store.event(e).article)).collect();
        articles.sort_unstable();
        articles.dedup();
        articles
    }

    /// The outlets that report it, as far as metadata name them; of a URL only the site.
    #[must_use]
    pub fn outlets(self) -> Vec<&'s str> {
        let sources = self.articles().into_iter().filter_map(|a| self.store.article(a).article.source.as_deref());
        let mut outlets: Vec<_> = sources.map(outlet).collect();
        outlets.sort_unstable();
        outlets.dedup();
        outlets
    }

    /// Where its reports disagree: incompatible days, or different numbers of the same thing.
    #[must_use]
    pub fn conflicts(self) -> Vec<Conflict> {
        let mut conflicts = Vec::new();
        if self.events.len() < 2 {
            return conflicts;
        }
        let mut days: Vec<(DaySpan, EventId)> = Vec::new();
        for &event in self.events {
            if let Some(span) = self.store.event(event).days
                && days.iter().all(|(known, _)| !known.contains(span) && !span.contains(*known))
            {
                days.push((span, event));
            }
        }
        if days.len() > 1 {
            let value = |(_, e): &(DaySpan, EventId)| (self.store.event(*e).date().unwrap_or_default().to_owned(), *e);
            conflicts.push(Conflict { of: "date".to_owned(), values: days.iter().map(value).collect() });
        }
        conflicts.extend(numbers::conflicts(self.store, self.events));
        conflicts
    }
}

/// The site of a URL without `www.`; anything else unchanged.
fn outlet(source: &str) -> &str {
    let Some((_, rest)) = source.split_once("://") else { return source };
    let site = rest.split(['/', '?', '#', ':']).next().unwrap_or(rest);
    site.strip_prefix("www.").unwrap_or(site)
}

#[cfg(test)]
mod tests;
