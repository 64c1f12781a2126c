//! Why: the rules and words that decided what was found.

use rustc_hash::FxHashMap;

use super::lines::{Builder, Detail, Link};
use crate::app::cells::one_line;
use crate::app::item::Item;
use crate::app::labels;
use crate::app::style_role::Role;
use crate::explain::{self, Explanation, Value};
use crate::model::{ActorId, ArticleId, EventId, MentionId, MentionKind, QuoteId, Span};
use crate::store::Store;

/// What is to be explained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// A thing.
    Item(Item),
    /// Whatever holds a byte of an article.
    Byte(ArticleId, u32),
}

/// The rules and words behind a thing, laid out for a width.
#[must_use]
pub fn explain(store: &Store, about: About, width: usize) -> Detail {
    let title = match about {
        About::Item(item) => labels::item_name(store, item),
        About::Byte(..) => "the words under the cursor".to_owned(),
    };
    let mut b = Builder::new(width, &title, Role::Title, "why");
    match about {
        About::Item(Item::Event(id)) => event(&mut b, store, id),
        About::Item(Item::Quote(id)) => quote(&mut b, store, id),
        About::Item(Item::Actor(id)) => actor(&mut b, store, id),
        About::Item(Item::Article(id)) => article(&mut b, store, id),
        About::Item(Item::Pair(..) | Item::Bar(_)) => {
            b.text("It is counted from events: each of them tells its own reason.", Role::Dim, &[], None);
        }
        About::Byte(id, byte) => at(&mut b, store, id, byte),
    }
    b.finish()
}

/// Everything at a byte.
fn at(b: &mut Builder, store: &Store, article: ArticleId, byte: u32) {
    let told = explain::at(store, article, byte as usize);
    if told.is_empty() {
        b.text("Nothing was found in these words.", Role::Dim, &[], None);
    }
    for told in &told {
        tell(b, store, article, told);
    }
}

fn event(b: &mut Builder, store: &Store, id: EventId) {
    let event = store.event(id);
    tell(b, store, event.article, &explain::event(store, id));
    for party in event.parties() {
        match store.mention_of_within(party.actor, event.article, party.span) {
            Some(found) => tell(b, store, event.article, &explain::mention(store, found)),
            None => {
                b.heading(store.name(party.actor));
                b.field("").say("named by no words of this sentence", Role::Dim);
            }
        }
    }
    let dates = store.dates_in(event.article);
    let place = event.date_span.and_then(|span| dates.iter().position(|d| d.span.overlaps(span)));
    let told = place.and_then(|place| explain::date(store, event.article, place));
    if let Some(told) = &told {
        tell(b, store, event.article, told);
    }
    let counted = |span: Span| !store.words_at(event.article, span).bytes().any(|c| c.is_ascii_digit());
    if event.date().is_some() && event.date_span.is_none_or(counted) {
        document_date(b, store, event.article);
    }
}

fn quote(b: &mut Builder, store: &Store, id: QuoteId) {
    let quote = store.quote(id);
    tell(b, store, quote.article, &explain::quote(store, id));
    let named = quote.speaker.zip(quote.speaker_span);
    if let Some(found) = named.and_then(|(who, span)| store.mention_of_within(who, quote.article, span)) {
        tell(b, store, quote.article, &explain::mention(store, found));
    }
}

fn document_date(b: &mut Builder, store: &Store, article: ArticleId) {
    match explain::document_date(store, article) {
        Some(told) => tell(b, store, article, &told),
        None => {
            b.heading("The article's own date");
            b.field("").say("none: relative dates stay undated", Role::Dim);
        }
    }
}

/// One thing with its reasons.
fn tell(b: &mut Builder, store: &Store, article: ArticleId, told: &Explanation) {
    b.heading(&format!("{}: {}", told.what, one_line(&told.value)));
    if let Some(span) = told.words {
        b.field("words");
        words(b, store, article, span);
    }
    for fact in &told.facts {
        b.field(fact.name);
        match &fact.value {
            Value::Words(span) => words(b, store, article, *span),
            Value::Text(text) => {
                b.flow(&one_line(text), Role::Base);
            }
        }
    }
}

/// How an actor's mentions were linked to it: the rules, most used first.
fn actor(b: &mut Builder, store: &Store, id: ActorId) {
    let mut rules: FxHashMap<(MentionKind, &str), (usize, MentionId)> = FxHashMap::default();
    for &found in store.mentions_of(id) {
        let row = store.mention(found);
        rules.entry((row.kind, row.why.rule.id)).or_insert((0, found)).0 += 1;
    }
    let mut rules: Vec<_> = rules.into_iter().collect();
    rules.sort_unstable_by_key(|&((kind, rule), (n, _))| (std::cmp::Reverse(n), kind, rule));
    if let Some((article, told)) = explain::affiliation(store, id) {
        tell(b, store, article, &told);
    }
    b.heading("Its mentions were linked by");
    for ((kind, rule), (n, first)) in rules {
        let row = store.mention(first);
        let kind = match kind {
            MentionKind::Name => "name",
            MentionKind::Pronoun => "pronoun",
            MentionKind::Description => "description",
        };
        b.field(&labels::thousands(n)).say(kind, Role::Dim).say(" ", Role::Base);
        b.say(if rule.is_empty() { "as it is written" } else { rule }, Role::Base).say(", as in ", Role::Dim);
        words(b, store, row.article, row.span);
    }
}

fn article(b: &mut Builder, store: &Store, id: ArticleId) {
    document_date(b, store, id);
    let row = store.article(id);
    if !row.warnings.is_empty() {
        b.heading("Warnings");
        for warning in &row.warnings {
            b.text(&warning.message, Role::Refused, &[], warning.span.map(|s| Link::Words(id, s)));
        }
    }
}

fn words(b: &mut Builder, store: &Store, article: ArticleId, span: Span) {
    let text = format!("“{}”", one_line(store.words_at(article, span)));
    b.flow(&text, Role::Quote);
    b.say(&format!(" {}", labels::bytes(store, article, span)), Role::Faint);
}
