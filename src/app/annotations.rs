//! What an article's text holds, for the source pane: whose name stands where, what was said, when,
//! and which words tell an event.

use crate::model::{ArticleId, EventId, MentionId, QuoteId, Span};
use crate::store::Store;

/// Spans that may overlap, sorted, each with what it stands for.
#[derive(Clone, Debug)]
pub struct Layer<T> {
    spans: Vec<(Span, T)>,
    /// The furthest end of this span and all before it.
    reach: Vec<u32>,
}

impl<T> Default for Layer<T> {
    fn default() -> Self {
        Self { spans: Vec::new(), reach: Vec::new() }
    }
}

impl<T: Copy> Layer<T> {
    fn new(mut spans: Vec<(Span, T)>) -> Self {
        spans.sort_by_key(|(s, _)| (s.start, std::cmp::Reverse(s.end)));
        let mut far = 0;
        let reach = spans
            .iter()
            .map(|(s, _)| {
                far = far.max(s.end);
                far
            })
            .collect();
        Self { spans, reach }
    }

    /// The spans that share a byte with a range, by their first bytes.
    pub fn within(&self, start: u32, end: u32) -> impl Iterator<Item = (Span, T)> + '_ {
        let first = self.reach.partition_point(|&r| r <= start);
        self.spans[first..].iter().take_while(move |(s, _)| s.start < end).filter(move |(s, _)| s.end > start).copied()
    }

    /// The shortest span that holds a byte.
    #[must_use]
    pub fn at(&self, byte: u32) -> Option<(Span, T)> {
        self.within(byte, byte + 1).min_by_key(|(s, _)| s.len())
    }

    /// All spans, by their first bytes.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (Span, T)> + '_ {
        self.spans.iter().copied()
    }
}

/// Something in a text that opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Thing {
    /// A mention of an actor.
    Mention(MentionId),
    /// The trigger of an event.
    Event(EventId),
    /// A quote.
    Quote(QuoteId),
    /// A date expression, by its place among the article's.
    Date(usize),
}

/// The layers of one article.
#[derive(Clone, Debug, Default)]
pub struct Annotations {
    /// Mentions.
    pub mentions: Layer<MentionId>,
    /// Quotes.
    pub quotes: Layer<QuoteId>,
    /// Date expressions.
    pub dates: Layer<usize>,
    /// Triggers of events.
    pub triggers: Layer<EventId>,
    /// Mentions, triggers and dates, in order: where the cursor stops.
    pub stops: Layer<Thing>,
}

impl Annotations {
    /// Everything found in an article.
    #[must_use]
    pub fn new(store: &Store, article: ArticleId) -> Self {
        let mentions: Vec<_> = store.mentions_in(article).map(|m| (store.mention(m).span, m)).collect();
        let triggers: Vec<_> = store.events_in(article).map(|e| (store.event(e).trigger, e)).collect();
        let quotes: Vec<_> = store.quotes_in(article).map(|q| (store.quote(q).span, q)).collect();
        let stops = mentions.iter().map(|&(s, m)| (s, Thing::Mention(m)));
        let dates: Vec<_> = store.dates_in(article).iter().enumerate().map(|(i, d)| (d.span, i)).collect();
        let stops = stops.chain(triggers.iter().map(|&(s, e)| (s, Thing::Event(e))));
        let stops = stops.chain(dates.iter().map(|&(s, i)| (s, Thing::Date(i))));
        Self {
            stops: Layer::new(stops.collect()),
            mentions: Layer::new(mentions),
            quotes: Layer::new(quotes),
            dates: Layer::new(dates),
            triggers: Layer::new(triggers),
        }
    }

    /// What stands at a byte: a trigger before a mention before a date before a quote.
    #[must_use]
    pub fn thing_at(&self, byte: u32) -> Option<(Span, Thing)> {
        let trigger = self.triggers.at(byte).map(|(s, e)| (s, Thing::Event(e)));
        let mention = || self.mentions.at(byte).map(|(s, m)| (s, Thing::Mention(m)));
        let quote = || self.quotes.at(byte).map(|(s, q)| (s, Thing::Quote(q)));
        let date = || self.dates.at(byte).map(|(s, i)| (s, Thing::Date(i)));
        trigger.or_else(mention).or_else(date).or_else(quote)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_span_is_found_far_from_its_start() {
        let layer = Layer::new(vec![(Span::new(0, 100), 'a'), (Span::new(5, 8), 'b'), (Span::new(20, 22), 'c')]);
        let within = |a, b| layer.within(a, b).map(|(_, t)| t).collect::<String>();
        assert_eq!(within(6, 7), "ab");
        assert_eq!(within(50, 60), "a");
        assert_eq!(within(100, 120), "");
        assert_eq!(layer.at(21).map(|(_, t)| t), Some('c'));
    }
}
