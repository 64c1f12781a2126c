//! Words with the place that proves them.

use super::filter::Filter;
use super::item::Item;
use super::{cells, detail, labels};
use crate::model::{ArticleId, Span};
use crate::store::Store;

/// A thing as one pastes it into a text: what it says, then where that stands. Of a pair or a bar,
/// the events that the filter lets through.
#[must_use]
pub fn with_source(store: &Store, item: Item, filter: &Filter) -> String {
    match item {
        Item::Event(id) => {
            let event = store.event(id);
            let words = cells::one_line(event.sentence_words()).into_owned();
            let line = labels::event_line(store, event);
            format!("{line}\n“{words}”\n— {}", source(store, event.article, event.sentence))
        }
        Item::Quote(id) => {
            let quote = store.quote(id);
            let words = cells::one_line(store.words_at(quote.article, quote.span)).into_owned();
            let (speaker, _) = labels::speaker(store, id);
            format!("“{words}”\n— {speaker}, in {}", source(store, quote.article, quote.span))
        }
        Item::Actor(id) => {
            let mut names: Vec<&str> = store.names_of(id).map(|(n, _)| n).filter(|n| *n != store.name(id)).collect();
            names.truncate(5);
            let also = if names.is_empty() { String::new() } else { format!(" (also {})", names.join(", ")) };
            format!("{}{also}", store.name(id))
        }
        Item::Article(id) => source(store, id, Span::new(0, store.article(id).article.text.len())),
        Item::Pair(..) | Item::Bar(_) => {
            let events = detail::events_of(store, item, filter);
            let cited = events.into_iter().map(|e| with_source(store, Item::Event(e), filter));
            let all: Vec<String> = std::iter::once(labels::item_name(store, item)).chain(cited).collect();
            all.join("\n\n")
        }
    }
}

/// `Title (file, 2025-05-05), bytes 128-138`.
fn source(store: &Store, id: ArticleId, span: Span) -> String {
    let row = store.article(id);
    let mut about = vec![row.article.doc.clone()];
    about.extend(row.article.source.clone());
    about.extend(row.document_date.as_ref().map(|d| d.date.to_string()));
    let name = store.title(id).map(|t| format!("{} ", cells::one_line(t.trim()))).unwrap_or_default();
    let shift = row.article.shift();
    format!("{name}({}), bytes {}-{}", about.join(", "), span.start + shift, span.end + shift)
}

/// A file's name cut in its middle where it is longer than so many characters: its end tells files
/// apart as much as its beginning.
fn short(name: &str, longest: usize) -> String {
    let count = name.chars().count();
    if count <= longest {
        return name.to_owned();
    }
    let head: String = name.chars().take(longest / 2 - 1).collect();
    let tail: String = name.chars().skip(count - longest / 2).collect();
    format!("{head}…{tail}")
}

/// What the status line says of the words in view: `file:start-end`, bytes of the original file; of
/// the file's name at most about `longest` characters.
#[must_use]
pub fn place(store: &Store, id: ArticleId, span: Option<Span>, longest: usize) -> String {
    let article = &store.article(id).article;
    let doc = short(&cells::one_line(&article.doc), longest.clamp(4, 40));
    match span {
        Some(span) => format!("{doc}:{}-{}", span.start + article.shift(), span.end + article.shift()),
        None => doc,
    }
}
