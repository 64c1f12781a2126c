//! Where to look: the shortest list that holds every event a query can list.

use super::DateRange;
use super::eval::{Ask, Condition, Members};
use crate::model::{ActorId, ArticleId, EventId};
use crate::store::{ActorEvents, Store};

impl Store {
    /// Events that may meet all conditions, in order of the input: from the one positive condition
    /// whose postings are fewest, all events where none has any.
    pub(super) fn event_candidates(&self, conditions: &[Condition<'_>]) -> Vec<EventId> {
        let positive = conditions.iter().filter(|c| !c.negated);
        let sized = positive.filter_map(|c| Some((self.posting_count(&c.ask)?, &c.ask)));
        match sized.min_by_key(|(count, _)| *count) {
            Some((count, ask)) if count < self.event_count() / 2 => self.posted(ask),
            _ => self.event_ids().collect(),
        }
    }

    /// How many events the postings of a condition hold; `None` where it has none.
    fn posting_count(&self, ask: &Ask<'_>) -> Option<usize> {
        match ask {
            Ask::Type(types) => Some(types.iter().map(|&t| self.events_of_kind(t).len()).sum()),
            Ask::Date([range]) => Some(self.dated(*range).len()),
            Ask::Doc(articles) => Some(articles.list.iter().map(|&a| self.events_in(ArticleId(a)).len()).sum()),
            _ => {
                let (actors, parts) = parts(ask)?;
                let count = |&a: &u32| parts.iter().map(|&p| self.events_of(ActorId(a), p).len()).sum::<usize>();
                Some(actors.list.iter().map(count).sum())
            }
        }
    }

    fn posted(&self, ask: &Ask<'_>) -> Vec<EventId> {
        let mut events: Vec<EventId> = match ask {
            Ask::Type(types) => types.iter().flat_map(|&t| self.events_of_kind(t)).copied().collect(),
            Ask::Date([range]) => self.dated(*range).to_vec(),
            Ask::Doc(articles) => articles.list.iter().flat_map(|&a| self.events_in(ArticleId(a))).collect(),
            _ => match parts(ask) {
                Some((actors, parts)) => {
                    let of = |&a: &u32| parts.iter().flat_map(move |&p| self.events_of(ActorId(a), p));
                    actors.list.iter().flat_map(of).copied().collect()
                }
                None => self.event_ids().collect(),
            },
        };
        events.sort_unstable();
        events.dedup();
        events
    }

    /// A stretch of the events by date that holds all of a range's; it is sorted by last days.
    fn dated(&self, range: DateRange) -> &[EventId] {
        let all = self.events_by_date();
        let dated = all.partition_point(|&e| self.event(e).days.is_some());
        let (from, to) = match range {
            DateRange::Undated => return &all[dated..],
            DateRange::Days(from, to) => (from, to),
            DateRange::Just(days) => (Some(days.last), Some(days.last)),
        };
        let last = |e: &EventId| self.event(*e).days.map(|d| d.last);
        let start = from.map_or(0, |from| all[..dated].partition_point(|e| last(e) < Some(from)));
        let end = to.map_or(dated, |to| all[..dated].partition_point(|e| last(e) <= Some(to)));
        &all[start..end.max(start)]
    }
}

/// The actors of a condition and what they have to do with the events it asks for.
fn parts<'a>(ask: &'a Ask<'_>) -> Option<(&'a Members, &'static [ActorEvents])> {
    Some(match ask {
        Ask::From(actors) => (actors, &[ActorEvents::Acts]),
        Ask::To(actors) => (actors, &[ActorEvents::Receives]),
        Ask::By(actors) => (actors, &[ActorEvents::Claims]),
        Ask::Actor(actors) => (actors, &[ActorEvents::Acts, ActorEvents::Receives]),
        _ => return None,
    })
}
