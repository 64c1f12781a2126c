//! Why: the rules and words that decided what was found.

use rustc_hash::FxHashMap;

use super::lines::{Builder, Detail, Link};
use crate::app::model::Item;
use crate::app::role::Role;
use crate::app::wording;
use crate::model::{ActorId, ArticleId, EventId, MentionId, MentionKind, QuoteId, Span, Why};
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
        About::Item(item) => wording::item_name(store, item),
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

/// Everything at a byte, the smallest first.
fn at(b: &mut Builder, store: &Store, article: ArticleId, byte: u32) {
    let holds = |span: Span| span.contains_byte(byte as usize);
    let mut found = false;
    if let Some(id) = store.mention_at(article, byte as usize) {
        mention(b, store, id);
        found = true;
    }
    for (place, _) in store.dates_in(article).iter().enumerate().filter(|(_, d)| holds(d.span)) {
        date(b, store, article, place);
        found = true;
    }
    for id in store.events_in(article).filter(|&e| holds(store.event(e).trigger)) {
        event(b, store, id);
        found = true;
    }
    for id in store.quotes_in(article).filter(|&q| holds(store.quote(q).span)) {
        quote(b, store, id);
        found = true;
    }
    if !found {
        b.text("Nothing was found in these words.", Role::Dim, &[], None);
    }
}

fn event(b: &mut Builder, store: &Store, id: EventId) {
    let event = store.event(id);
    b.heading("Event");
    b.field("read as").say(&wording::event_line(store, event), Role::Base);
    b.field("told by");
    words(b, store, event.article, event.trigger);
    why(b, store, event.article, &event.why, Some(event.trigger));
    if !event.path().is_empty() {
        b.field("path");
        b.flow(event.path(), Role::Base);
    }
    b.field("status").say(&format!("{} {}", event.status.sign(), event.status), event.status.into());
    b.field("sure").say(&format!("{:.0} %", event.confidence * 100.0), Role::Base);
    if let Some(claimant) = event.according_to {
        b.field("claims").say(store.name(claimant), store.actor(claimant).kind.into());
    }
    for party in event.parties() {
        match referring(store, event.article, party.actor, party.span) {
            Some(found) => mention(b, store, found),
            None => {
                b.heading(store.name(party.actor));
                b.field("").say("named by no words of this sentence", Role::Dim);
            }
        }
    }
    let dates = store.dates_in(event.article);
    if let Some(span) = event.date_span
        && let Some(place) = dates.iter().position(|d| d.span.overlaps(span))
    {
        date(b, store, event.article, place);
    } else if event.date().is_some() {
        document_date(b, store, event.article);
    }
}

fn quote(b: &mut Builder, store: &Store, id: QuoteId) {
    let quote = store.quote(id);
    b.heading("Quote");
    b.field("speaker").say(quote.speaker.map_or("unattributed", |s| store.name(s)), Role::Base);
    why(b, store, quote.article, &quote.why, quote.cue);
    if let Some(cue) = quote.cue {
        b.field("cue");
        words(b, store, quote.article, cue);
    }
    let named = quote.speaker.zip(quote.speaker_span);
    if let Some(found) = named.and_then(|(who, span)| referring(store, quote.article, who, span)) {
        mention(b, store, found);
    }
}

/// The mention of an actor that shares words with a span.
fn referring(store: &Store, article: ArticleId, actor: ActorId, span: Span) -> Option<MentionId> {
    let mut all = store.mentions_of_in(actor, article).iter().copied();
    all.find(|&m| store.mention(m).span.overlaps(span))
}

fn mention(b: &mut Builder, store: &Store, id: MentionId) {
    let row = store.mention(id);
    b.heading(store.name(row.actor));
    let how = match row.kind {
        MentionKind::Name => "by name",
        MentionKind::Pronoun => "pronoun",
        MentionKind::Description => "descr.",
    };
    b.field(how);
    words(b, store, row.article, row.span);
    why(b, store, row.article, &row.why, Some(row.span));
}

fn date(b: &mut Builder, store: &Store, article: ArticleId, place: usize) {
    let Some(row) = store.dates_in(article).get(place) else { return };
    let value = store.str(row.value);
    b.heading(if value.is_empty() { "A date without a value" } else { value });
    b.field("words");
    words(b, store, article, row.span);
    why(b, store, article, &row.why, Some(row.span));
    let told = row.span.of(&store.article(article).article.text);
    if !told.bytes().any(|c| c.is_ascii_digit()) {
        document_date(b, store, article);
    }
}

fn document_date(b: &mut Builder, store: &Store, article: ArticleId) {
    b.heading("The article's own date");
    let Some(date) = &store.article(article).document_date else {
        b.field("").say("none: relative dates stay undated", Role::Dim);
        return;
    };
    b.field("day").say(&date.date.to_string(), Role::Date);
    if let Some(span) = date.span {
        b.field("words");
        words(b, store, article, span);
    }
    why(b, store, article, &date.why, date.span);
}

/// How an actor's mentions were linked to it: the rules, most used first.
fn actor(b: &mut Builder, store: &Store, id: ActorId) {
    let mut rules: FxHashMap<(MentionKind, &str), (usize, MentionId)> = FxHashMap::default();
    for &found in store.mentions_of(id) {
        let row = store.mention(found);
        rules.entry((row.kind, row.why.rule)).or_insert((0, found)).0 += 1;
    }
    let mut rules: Vec<_> = rules.into_iter().collect();
    rules.sort_unstable_by_key(|&((kind, rule), (n, _))| (std::cmp::Reverse(n), kind, rule));
    b.heading("Its mentions were linked by");
    for ((kind, rule), (n, first)) in rules {
        let row = store.mention(first);
        let kind = match kind {
            MentionKind::Name => "name",
            MentionKind::Pronoun => "pronoun",
            MentionKind::Description => "description",
        };
        b.field(&wording::thousands(n)).say(kind, Role::Dim).say(" ", Role::Base);
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

/// The rule, and the words that decided where they are others than those shown already.
fn why(b: &mut Builder, store: &Store, article: ArticleId, why: &Why, shown: Option<Span>) {
    if !why.rule.is_empty() {
        b.field("rule");
        b.flow(why.rule, Role::Base);
    }
    if let Some(span) = why.words.filter(|&s| Some(s) != shown) {
        b.field("by");
        words(b, store, article, span);
    }
}

fn words(b: &mut Builder, store: &Store, article: ArticleId, span: Span) {
    let text = format!("“{}”", crate::app::cells::one_line(store.words_at(article, span)));
    b.flow(&text, Role::Quote);
    b.say(&format!(" {}", crate::app::cite::bytes(store, article, span)), Role::Faint);
}
