//! Chooses the shortest list that contains every possible result of a query.

use super::DateRange;
use super::eval::{Ask, Condition, Members};
use crate::model::{ActorId, ArticleId, EventId, QuoteId};
use crate::store::{ActorEvents, Store};

impl Store {
    /// Events that may match, in input order: those of the positive condition with the fewest postings, or all events if
    /// no condition has postings.
    pub(super) fn event_candidates(&self, conditions: &[Condition<'_>]) -> Vec<EventId> {
        let positive = conditions.iter().filter(|c| !c.negated);
        let sized = positive.filter_map(|c| Some((self.posting_count(&c.ask)?, &c.ask)));
        match sized.min_by_key(|(count, _)| *count) {
            Some((count, ask)) if count < self.event_count() / 2 => self.posted(ask),
            _ => self.event_ids().collect(),
        }
    }

    /// Actors that may match, in order of first appearance; `None` means all actors. Conditions that have been tested on
    /// their events are removed.
    pub(super) fn actor_candidates(
        &self,
        own: &[Condition<'_>],
        of_events: &mut Vec<Condition<'_>>,
    ) -> Option<Vec<ActorId>> {
        let told = self.events_answering(of_events);
        let by_events =
            told.map(|all| all.into_iter().flat_map(|e| self.event(e).parties()).map(|p| p.actor).collect());
        by_events.map(in_order).or_else(|| {
            positive(own).find_map(|ask| match ask {
                Ask::Actor(actors) => Some(actors.list.iter().copied().map(ActorId).collect()),
                Ask::Doc(articles) => {
                    let mentions = articles.list.iter().flat_map(|&a| self.mentions_in(ArticleId(a)));
                    Some(in_order(mentions.map(|m| self.mention(m).actor).collect()))
                }
                _ => None,
            })
        })
    }

    /// Quotes that may match, like [`Store::actor_candidates`].
    pub(super) fn quote_candidates(
        &self,
        own: &[Condition<'_>],
        of_events: &mut Vec<Condition<'_>>,
    ) -> Option<Vec<QuoteId>> {
        let told = self.events_answering(of_events);
        let by_events = told.map(|all| all.into_iter().flat_map(|e| self.quotes_of_event(e)).collect());
        let of = |actors: &Members, list: fn(&Self, ActorId) -> &[QuoteId]| {
            in_order(actors.list.iter().flat_map(|&a| list(self, ActorId(a))).copied().collect())
        };
        by_events.map(in_order).or_else(|| {
            positive(own).find_map(|ask| match ask {
                Ask::From(actors) | Ask::By(actors) => Some(of(actors, Self::quotes_by)),
                Ask::About(actors) => Some(of(actors, Self::quotes_about)),
                Ask::Doc(articles) => Some(articles.list.iter().flat_map(|&a| self.quotes_in(ArticleId(a))).collect()),
                _ => None,
            })
        })
    }

    /// Articles that may match, like [`Store::actor_candidates`].
    pub(super) fn article_candidates(
        &self,
        own: &[Condition<'_>],
        of_events: &mut Vec<Condition<'_>>,
    ) -> Option<Vec<ArticleId>> {
        let told = self.events_answering(of_events);
        let by_events = told.map(|all| all.into_iter().map(|e| self.event(e).article).collect());
        by_events.map(in_order).or_else(|| {
            positive(own).find_map(|ask| match ask {
                Ask::Doc(articles) => Some(articles.list.iter().copied().map(ArticleId).collect()),
                _ => None,
            })
        })
    }

    /// The events that meet all conditions on events, which are then removed; `None` if the only such conditions are
    /// negated.
    fn events_answering(&self, conditions: &mut Vec<Condition<'_>>) -> Option<Vec<EventId>> {
        positive(conditions).next()?;
        let mut events = self.event_candidates(conditions);
        events.retain(|&e| positive(conditions).all(|ask| self.event_meets(e, ask)));
        conditions.retain(|c| c.negated);
        Some(events)
    }

    /// Number of events in the postings of a condition; `None` if it has no postings.
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

    /// The slice of the events by date that contains all events of a date range; it is sorted by last days.
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

/// The conditions that are not negated.
fn positive<'c, 'q>(conditions: &'c [Condition<'q>]) -> impl Iterator<Item = &'c Ask<'q>> {
    conditions.iter().filter(|c| !c.negated).map(|c| &c.ask)
}

/// Sorts by id and removes duplicates.
fn in_order<T: Ord>(mut all: Vec<T>) -> Vec<T> {
    all.sort_unstable();
    all.dedup();
    all
}

/// The actors of a condition and the parts they must play in its events.
fn parts<'a>(ask: &'a Ask<'_>) -> Option<(&'a Members, &'static [ActorEvents])> {
    Some(match ask {
        Ask::From(actors) => (actors, &[ActorEvents::Acts]),
        Ask::To(actors) => (actors, &[ActorEvents::Receives]),
        Ask::By(actors) => (actors, &[ActorEvents::Claims]),
        Ask::Actor(actors) => (actors, &[ActorEvents::Acts, ActorEvents::Receives]),
        _ => return None,
    })
}
