//! How things are put into words: short names, who did what to whom, kinds.

use std::borrow::Cow;

use super::style_role::Role;
use crate::model::{ActorId, ActorKind, ArticleId, EventType, Mode, QuoteId, Span, Status};
use crate::store::{Bar, DaySpan, EventRef, Party, Store};

/// An actor's kind, as a word.
#[must_use]
pub fn kind_name(kind: ActorKind) -> &'static str {
    match kind {
        ActorKind::Person => "person",
        ActorKind::Country => "country",
        ActorKind::Organisation => "organisation",
        ActorKind::Group => "group",
    }
}

/// The one-letter sign of an actor's kind, so that colour is not alone in telling it.
#[must_use]
pub fn kind_sign(kind: ActorKind) -> &'static str {
    match kind {
        ActorKind::Person => "p",
        ActorKind::Country => "c",
        ActorKind::Organisation => "o",
        ActorKind::Group => "g",
    }
}

/// An article's title, or the name of its file where it has none.
#[must_use]
pub(super) fn article_name(store: &Store, id: ArticleId) -> String {
    store.title(id).map_or_else(|| store.article(id).article.doc.clone(), |t| t.trim().to_owned())
}

/// The name that rows show: for a person the single word most written of the full name ("Putin",
/// "Xi"), the name itself for all others.
#[must_use]
pub fn short_name(store: &Store, id: ActorId) -> &str {
    let name = store.name(id);
    let actor = store.actor(id);
    if actor.kind != ActorKind::Person || !actor.named || !name.contains(' ') {
        return name;
    }
    let part_of_name = |alias: &str| !alias.contains(' ') && name.split([' ', ',']).any(|word| word == alias);
    store.names_of(id).filter(|(alias, _)| part_of_name(alias)).max_by_key(|&(_, times)| times).map_or(name, |(a, _)| a)
}

/// The shortest name a narrow column can do with: an acronym where there is one ("ICC", "U.S."), a
/// surname where a person's name is long, else the short name.
#[must_use]
pub fn brief_name(store: &Store, id: ActorId) -> &str {
    /// Names this long need no acronym.
    const SHORT: usize = 10;
    let name = short_name(store, id);
    if name.len() <= SHORT {
        return name;
    }
    if store.actor(id).kind == ActorKind::Person {
        return if name.contains(' ') { store.family_name(id) } else { name };
    }
    let is_acronym =
        |alias: &str| (2..=6).contains(&alias.len()) && alias.bytes().all(|b| b.is_ascii_uppercase() || b == b'.');
    let acronyms = store.names_of(id).filter(|(alias, _)| is_acronym(alias));
    acronyms.max_by_key(|&(_, times)| times).map_or(name, |(alias, _)| alias)
}

/// Who said a quote: the speaker; where nobody safe is known, the words that name one, in marks, or that
/// nothing names one.
#[must_use]
pub fn speaker(store: &Store, id: QuoteId) -> (Cow<'_, str>, Role) {
    let quote = store.quote(id);
    match (quote.speaker, quote.speaker_span.filter(|s| !s.is_empty())) {
        (Some(speaker), _) => (store.name(speaker).into(), store.actor(speaker).kind.into()),
        (None, Some(words)) => {
            let words = on_one_line(store.words_at(quote.article, words));
            (format!("“{words}”").into(), Role::Dim)
        }
        (None, None) => ("unattributed".into(), Role::Dim),
    }
}

/// True where sources and targets do the same to one another: calls, meetings, agreements.
#[must_use]
pub fn is_reciprocal(event: EventRef<'_>) -> bool {
    let one_sided = matches!(event.mode, Some(Mode::Visit | Mode::Host | Mode::Written | Mode::Mediate));
    match event.kind {
        EventType::Consult => !one_sided,
        EventType::Agree | EventType::Cooperate => event.targets().is_empty() && event.sources().len() > 1,
        _ => false,
    }
}

/// A piece of a row with what it is.
pub type Piece<'s> = (Cow<'s, str>, Role);

/// Who did it to whom, with short names: `Putin ↔ Modi`, `Modi → Russia`, `? → India`; where nobody
/// stands on a side, the article's words for what does: `Boko Haram → an army camp`. More than three on a
/// side are counted.
pub fn parties<'s>(store: &'s Store, event: EventRef<'s>) -> Vec<Piece<'s>> {
    parties_by(store, event, short_name)
}

/// As [`parties`], with the names that `name` gives.
#[must_use]
pub fn parties_by<'s>(
    store: &'s Store,
    event: EventRef<'s>,
    name: fn(&'s Store, ActorId) -> &'s str,
) -> Vec<Piece<'s>> {
    let mut out = Vec::new();
    let (sources, targets) = (event.sources(), event.targets());
    let reciprocal = is_reciprocal(event);
    if targets.is_empty() && reciprocal && sources.len() > 1 {
        side(store, sources, " ↔ ", name, &mut out);
        return out;
    }
    if sources.is_empty() {
        out.push((event.doing_words().map_or("?".into(), on_one_line), Role::Dim));
    } else {
        side(store, sources, ", ", name, &mut out);
    }
    if !targets.is_empty() {
        out.push((if reciprocal { " ↔ " } else { " → " }.into(), Role::Dim));
        side(store, targets, ", ", name, &mut out);
    } else if let Some(words) = event.theme_words() {
        out.push((" → ".into(), Role::Dim));
        out.push((on_one_line(words), Role::Dim));
    }
    out
}

/// Words of an article for a row: its line breaks made blanks.
#[must_use]
pub fn on_one_line(words: &str) -> Cow<'_, str> {
    if words.contains(['\n', '\r', '\t']) {
        words.split_whitespace().collect::<Vec<_>>().join(" ").into()
    } else {
        words.into()
    }
}

fn side<'s>(
    store: &'s Store,
    parties: &'s [Party],
    between: &'static str,
    name: fn(&'s Store, ActorId) -> &'s str,
    out: &mut Vec<Piece<'s>>,
) {
    const MOST: usize = 3;
    for (i, party) in parties.iter().take(MOST).enumerate() {
        if i > 0 {
            out.push((between.into(), Role::Dim));
        }
        out.push((name(store, party.actor).into(), store.actor(party.actor).kind.into()));
    }
    if parties.len() > MOST {
        out.push((format!(" +{}", parties.len() - MOST).into(), Role::Dim));
    }
}

/// An event on one line, for trails and citations: `2025-05-05 CONSULT phone Putin ↔ Modi`.
#[must_use]
pub fn event_line(store: &Store, event: EventRef<'_>) -> String {
    let mut out = String::new();
    if let Some(date) = event.date() {
        out.push_str(date);
        out.push(' ');
    }
    out.push_str(event.kind.name());
    if let Some(mode) = event.mode {
        out.push(' ');
        out.push_str(mode.name());
    }
    out.push(' ');
    for (piece, _) in parties(store, event) {
        out.push_str(&piece);
    }
    if event.status != Status::Asserted {
        out.push_str(" (");
        out.push_str(event.status.name());
        out.push(')');
    }
    out
}

/// A thing's name in a few words, for trails.
#[must_use]
pub fn item_name(store: &Store, item: super::Item) -> String {
    use super::Item;
    match item {
        Item::Event(id) => event_line(store, store.event(id)),
        Item::Actor(id) => short_name(store, id).to_owned(),
        Item::Quote(id) => {
            let quote = store.quote(id);
            format!("“{}", store.words_at(quote.article, quote.span))
        }
        Item::Article(id) => article_name(store, id),
        Item::Pair(a, b) => format!("{} & {}", short_name(store, a), short_name(store, b)),
        Item::Bar(Bar::Undated) => "undated".to_owned(),
        Item::Bar(bar) => bar.days().map(DaySpan::name).unwrap_or_default(),
    }
}

/// A count with its word: "1 event", "2 events", "1,234 events".
#[must_use]
pub fn count(n: usize, word: &str) -> String {
    format!("{} {word}{}", thousands(n), if n == 1 { "" } else { "s" })
}

/// A number with commas: "1,234,567".
#[must_use]
pub fn thousands(n: usize) -> String {
    let digits = n.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, d) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(d);
    }
    out
}

/// `128-138`: bytes of the original file.
#[must_use]
pub fn bytes(store: &Store, id: ArticleId, span: Span) -> String {
    let shift = store.article(id).article.shift();
    format!("{}-{}", span.start + shift, span.end + shift)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_read_well() {
        assert_eq!(count(1, "event"), "1 event");
        assert_eq!(count(0, "event"), "0 events");
        assert_eq!(count(1_234_567, "event"), "1,234,567 events");
        assert_eq!(thousands(999), "999");
    }
}
