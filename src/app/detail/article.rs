//! An article: its date and why, where it comes from, who is in it.

use rustc_hash::FxHashMap;

use super::lines::{Builder, Detail, Link};
use crate::app::item::Item;
use crate::app::style_role::Role;
use crate::app::view::View;
use crate::app::{filter, labels};
use crate::model::{ActorId, ArticleId};
use crate::store::Store;

/// Actors and events shown.
const MOST: usize = 12;

pub(super) fn lines(store: &Store, id: ArticleId, width: usize) -> Detail {
    let row = store.article(id);
    let article = &row.article;
    let date = row.document_date.as_ref().map_or_else(|| "undated".to_owned(), |d| d.date.to_string());
    let mut b = Builder::new(width, &labels::article_name(store, id), Role::Title, &date);
    b.field("file").say(&article.path().map_or_else(|| article.doc.clone(), |p| p.display().to_string()), Role::Base);
    if let Some(source) = &article.source {
        b.field("outlet").say(source, Role::Base);
    }
    b.field("date");
    match &row.document_date {
        Some(d) => {
            b.say(&d.date.to_string(), Role::Date);
            if let Some(span) = d.span {
                let words = span.of(&article.text);
                b.say(" ", Role::Base).add(&format!("“{words}”"), Role::Link, Some(Link::Words(id, span)));
            }
            b.say(", ", Role::Dim).flow(d.why.plain().unwrap_or(d.why.rule.id), Role::Dim);
        }
        None => {
            b.say("none found: relative dates stay undated", Role::Dim);
        }
    }
    copies(&mut b, store, id);
    let bytes = labels::thousands(article.text.len());
    b.field("size").say(&format!("{} · {bytes} bytes", labels::count(row.words as usize, "word")), Role::Dim);
    let doc = filter::term("doc", &article.doc);
    b.field("holds");
    b.add(&labels::count(store.events_in(id).len(), "event"), Role::Link, Some(Link::List(View::Events, doc.clone())));
    b.dot().add(&labels::count(store.quotes_in(id).len(), "quote"), Role::Link, Some(Link::List(View::Quotes, doc)));
    actors(&mut b, store, id);
    if !row.warnings.is_empty() {
        b.heading("Warnings");
        for warning in &row.warnings {
            b.text(&warning.message, Role::Refused, &[], warning.span.map(|s| Link::Words(id, s)));
        }
    }
    if store.events_in(id).len() > 0 {
        b.heading("Events");
        for event in store.events_in(id).take(MOST) {
            super::event::row(&mut b, store, event);
        }
    }
    b.finish()
}

/// The article it repeats, or those that repeat it.
fn copies(b: &mut Builder, store: &Store, id: ArticleId) {
    let original = store.original(id);
    let link = |b: &mut Builder, other: ArticleId| {
        let doc = &store.article(other).article.doc;
        b.add(doc, Role::Link, Some(Link::Item(Item::Article(other))));
    };
    if original != id {
        b.field("copy of");
        link(b, original);
        return;
    }
    let copies: Vec<ArticleId> = store.article_ids().filter(|&a| a != id && store.original(a) == id).collect();
    if copies.is_empty() {
        return;
    }
    b.field("copies");
    for (i, &copy) in copies.iter().take(MOST).enumerate() {
        if i > 0 {
            b.dot();
        }
        link(b, copy);
    }
    if copies.len() > MOST {
        b.say(&format!(" +{} more", copies.len() - MOST), Role::Dim);
    }
}

fn actors(b: &mut Builder, store: &Store, id: ArticleId) {
    let mut counts: FxHashMap<ActorId, usize> = FxHashMap::default();
    for mention in store.mentions_in(id) {
        *counts.entry(store.mention(mention).actor).or_default() += 1;
    }
    let mut all: Vec<(ActorId, usize)> = counts.into_iter().collect();
    all.sort_unstable_by_key(|&(actor, n)| (std::cmp::Reverse(n), actor));
    if all.is_empty() {
        return;
    }
    b.field("actors");
    for (i, &(actor, n)) in all.iter().take(MOST).enumerate() {
        if i > 0 {
            b.dot();
        }
        let link = Link::Item(Item::Actor(actor));
        b.counted(store.name(actor), &labels::thousands(n), store.actor(actor).kind.into(), Some(link));
    }
    if all.len() > MOST {
        b.say(&format!(" +{} more", all.len() - MOST), Role::Dim);
    }
}
