//! An actor: all names, offices, what it does and suffers, says and is named in, with whom.

use super::lines::{Builder, Detail, Link};
use crate::app::model::{Item, View};
use crate::app::role::Role;
use crate::app::{bars, filter, wording};
use crate::model::{ActorId, EventId};
use crate::store::{ActorEvents, Store};

/// Names and companions shown before the rest is counted.
const MOST: usize = 12;
/// Events and quotes shown before the rest is a link.
const RECENT: usize = 6;

pub(super) fn lines(store: &Store, id: ActorId, width: usize) -> Detail {
    let actor = store.actor(id);
    let mut b = Builder::new(width, store.name(id), actor.kind.into(), &about(store, id));
    names(&mut b, store, id);
    counts(&mut b, store, id);
    companions(&mut b, store, id);
    events(&mut b, store, id);
    quotes(&mut b, store, id);
    b.finish()
}

/// What it is in a few words: "person · India · Prime Minister".
fn about(store: &Store, id: ActorId) -> String {
    let actor = store.actor(id);
    let mut out = wording::kind_name(actor.kind).to_owned();
    if let Some(of) = actor.of {
        out.push_str(" · ");
        out.push_str(store.name(of));
    }
    if let Some((role, _)) = store.roles_of(id).max_by_key(|&(_, n)| n) {
        out.push_str(" · ");
        out.push_str(role);
    }
    out
}

fn names(b: &mut Builder, store: &Store, id: ActorId) {
    let mut names: Vec<(&str, u32)> = store.names_of(id).filter(|(n, _)| *n != store.name(id)).collect();
    names.sort_by_key(|&(_, times)| std::cmp::Reverse(times));
    if !names.is_empty() {
        b.field("also");
        tally(b, &names);
    }
    let mut roles: Vec<(&str, u32)> = store.roles_of(id).collect();
    roles.sort_by_key(|&(_, times)| std::cmp::Reverse(times));
    if !roles.is_empty() {
        b.field("office");
        tally(b, &roles);
    }
    if let Some(of) = store.actor(id).of {
        b.field("of").add(store.name(of), store.actor(of).kind.into(), Some(Link::Item(Item::Actor(of))));
    }
}

fn tally(b: &mut Builder, all: &[(&str, u32)]) {
    for (i, (name, times)) in all.iter().take(MOST).enumerate() {
        if i > 0 {
            b.dot();
        }
        b.say(name, Role::Base);
        if *times > 0 {
            b.say(&format!(" {times}"), Role::Dim);
        }
    }
    if all.len() > MOST {
        b.say(&format!(" +{} more", all.len() - MOST), Role::Dim);
    }
}

fn counts(b: &mut Builder, store: &Store, id: ActorId) {
    let name = store.name(id);
    let acts = store.events_of(id, ActorEvents::Acts);
    let receives = store.events_of(id, ActorEvents::Receives);
    b.field("events");
    for (word, n, key) in [("acts", acts.len(), "from"), ("receives", receives.len(), "to")] {
        b.say(word, Role::Dim).say(" ", Role::Base);
        let link = (n > 0).then(|| Link::List(View::Events, filter::term(key, name)));
        b.add(&wording::thousands(n), if n > 0 { Role::Link } else { Role::Dim }, link).say("  ", Role::Base);
    }
    let claims = store.events_of(id, ActorEvents::Claims).len();
    if claims > 0 {
        let link = Link::List(View::Events, filter::term("by", name));
        b.say("claims", Role::Dim).say(" ", Role::Base).add(&wording::thousands(claims), Role::Link, Some(link));
        b.say("  ", Role::Base);
    }
    if let Some(curve) = bars::months(store, &store.all_events_of(id)) {
        b.say(&curve, Role::Bar);
    }
    b.field("quotes");
    let said = store.quotes_by(id).len();
    let link = (said > 0).then(|| Link::List(View::Quotes, filter::term("by", name)));
    b.say("said", Role::Dim).say(" ", Role::Base);
    b.add(&wording::thousands(said), if said > 0 { Role::Link } else { Role::Dim }, link).say("  ", Role::Base);
    let about = store.quotes_about(id).len();
    b.say("about", Role::Dim).say(" ", Role::Base).say(&wording::thousands(about), Role::Base);
    b.field("named");
    let mentions = store.mentions_of(id).len();
    let articles = store.actor(id).articles as usize;
    let link = Link::List(View::Articles, filter::term("actor", name));
    b.say(&format!("{} in ", wording::count(mentions, "time")), Role::Dim);
    b.add(&wording::count(articles, "article"), Role::Link, Some(link));
}

fn companions(b: &mut Builder, store: &Store, id: ActorId) {
    let all = store.companions(id);
    if all.is_empty() {
        return;
    }
    b.field("with");
    for (i, companion) in all.iter().take(MOST).enumerate() {
        if i > 0 {
            b.dot();
        }
        let actor = store.actor(companion.actor);
        b.add(store.name(companion.actor), actor.kind.into(), Some(Link::Item(Item::Actor(companion.actor))));
        b.say(&format!(" {}", companion.events), Role::Dim);
        if companion.conflicts > 0 {
            b.say(&format!(" ✕{}", companion.conflicts), Role::Conflict);
        }
    }
    if all.len() > MOST {
        b.say(&format!(" +{} more", all.len() - MOST), Role::Dim);
    }
}

/// Latest first, undated last.
fn latest(store: &Store, events: &mut [EventId]) {
    store.sort_events(events, crate::store::EventOrder::DateDown);
}

fn events(b: &mut Builder, store: &Store, id: ActorId) {
    let mut all = store.all_events_of(id);
    if all.is_empty() {
        return;
    }
    latest(store, &mut all);
    b.heading("Events");
    for &event in all.iter().take(RECENT) {
        super::event::row(b, store, event);
    }
    more(b, all.len(), "event", Link::List(View::Events, filter::term("actor", store.name(id))));
}

fn quotes(b: &mut Builder, store: &Store, id: ActorId) {
    let said = store.quotes_by(id);
    if said.is_empty() {
        return;
    }
    b.heading("Quotes");
    for &quote in said.iter().take(RECENT) {
        let row = store.quote(quote);
        let words = store.words_at(row.article, row.span);
        b.row([("“".into(), Role::Faint), (words.into(), Role::Quote)], Link::Item(Item::Quote(quote)));
    }
    more(b, said.len(), "quote", Link::List(View::Quotes, filter::term("by", store.name(id))));
}

fn more(b: &mut Builder, all: usize, word: &str, link: Link) {
    if all > RECENT {
        b.row([(format!("all {}", wording::count(all, word)).into(), Role::Link)], link);
    }
}
