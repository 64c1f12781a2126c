//! An actor: all names, offices, what it does and suffers, says and is named in, with whom.

use super::counts;
use super::lines::{Builder, Detail, Link};
use crate::app::cells::one_line;
use crate::app::item::Item;
use crate::app::style_role::Role;
use crate::app::view::View;
use crate::app::{filter, labels, sparkline};
use crate::explain;
use crate::model::{ActorId, EventId, MentionKind};
use crate::store::{ActorEvents, EventOrder, Store};

/// Names and companions shown before the rest is counted.
const MOST: usize = 12;
/// Events and quotes shown before the rest is a link.
const RECENT: usize = 6;

pub(super) fn lines(store: &Store, id: ActorId, width: usize) -> Detail {
    let actor = store.actor(id);
    let mut b = Builder::new(width, store.name(id), actor.kind.into(), &about(store, id));
    // Somebody whom all the news is about has part in very many events: they are gathered once.
    let all = store.all_events_of(id);
    names(&mut b, store, id);
    totals(&mut b, store, id, &all);
    companions(&mut b, store, id, &all);
    events(&mut b, store, id, &all);
    quotes(&mut b, store, id);
    b.finish()
}

/// What it is in a few words: "person · India · Prime Minister".
fn about(store: &Store, id: ActorId) -> String {
    let actor = store.actor(id);
    let mut out = labels::kind_name(actor.kind).to_owned();
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
    roles(b, store, id);
    if let Some(of) = store.actor(id).of {
        b.field("of").add(store.name(of), store.actor(of).kind.into(), Some(Link::Item(Item::Actor(of))));
        if let Some((article, told)) = explain::affiliation(store, id)
            && let Some(words) = told.words.filter(|w| !w.is_empty())
        {
            let text = format!("“{}”", one_line(store.words_at(article, words)));
            b.say(" by ", Role::Dim).add(&text, Role::Quote, Some(Link::Words(article, words)));
        }
    }
}

/// Offices, most given first, each with the days of the articles that give it.
fn roles(b: &mut Builder, store: &Store, id: ActorId) {
    let mut roles: Vec<_> = store.roles_over_time(id).collect();
    roles.sort_by_key(|&(_, times, _)| std::cmp::Reverse(times));
    if roles.is_empty() {
        return;
    }
    b.field("office");
    for (i, (role, times, days)) in roles.iter().take(MOST).enumerate() {
        if i > 0 {
            b.dot();
        }
        b.counted(role, &labels::thousands(*times as usize), Role::Base, None);
        if let Some(days) = days {
            let until = if days.first == days.last { String::new() } else { format!(" to {}", days.last) };
            b.say(&format!(" ({}{until})", days.first), Role::Date);
        }
    }
    if roles.len() > MOST {
        b.say(&format!(" +{} more", roles.len() - MOST), Role::Dim);
    }
}

fn tally(b: &mut Builder, all: &[(&str, u32)]) {
    for (i, (name, times)) in all.iter().take(MOST).enumerate() {
        if i > 0 {
            b.dot();
        }
        if *times > 0 {
            b.counted(name, &labels::thousands(*times as usize), Role::Base, None);
        } else {
            b.say(name, Role::Base);
        }
    }
    if all.len() > MOST {
        b.say(&format!(" +{} more", all.len() - MOST), Role::Dim);
    }
}

fn totals(b: &mut Builder, store: &Store, id: ActorId, all: &[EventId]) {
    let part = |part| {
        let mut events = store.events_of(id, part).to_vec();
        events.dedup();
        events.len()
    };
    let (acts, receives, claims) = (part(ActorEvents::Acts), part(ActorEvents::Receives), part(ActorEvents::Claims));
    let named = |key| counts::named(store, key, id);
    b.field("events");
    counts::count(b, "in", all.len(), View::Events, named("actor"));
    b.say(": ", Role::Dim);
    counts::count(b, "acts", acts, View::Events, named("from"));
    b.say(" + ", Role::Faint);
    counts::count(b, "receives", receives, View::Events, named("to"));
    if acts + receives > all.len() {
        let both = format!("{} {}", named("from"), named("to"));
        b.say(" − ", Role::Faint);
        counts::count(b, "both", acts + receives - all.len(), View::Events, both);
    }
    if claims > 0 {
        b.dot();
        counts::count(b, "claims", claims, View::Events, named("by"));
    }
    if let Some(curve) = sparkline::months(store, all) {
        b.say("  ", Role::Base).say(&curve, Role::Bar);
    }
    if !all.is_empty() {
        counts::sorts(b, counts::weigh(store, all));
    }
    b.field("quotes");
    counts::count(b, "said", store.quotes_by(id).len(), View::Quotes, named("by"));
    b.dot();
    let mut about = store.quotes_about(id).to_vec();
    about.dedup();
    counts::count(b, "about", about.len(), View::Quotes, named("about"));
    mentions(b, store, id);
}

/// How often it is named, in which ways, in how many articles.
fn mentions(b: &mut Builder, store: &Store, id: ActorId) {
    let all = store.mentions_of(id);
    b.field("named").say(&labels::count(all.len(), "time"), Role::Base);
    let (mut ways, mut articles, mut last) = ([0usize; 3], 0, None);
    for &mention in all {
        let mention = store.mention(mention);
        ways[mention.kind as usize] += 1;
        articles += usize::from(last != Some(mention.article));
        last = Some(mention.article);
    }
    let words = [
        (MentionKind::Name, "by name"),
        (MentionKind::Pronoun, "by pronoun"),
        (MentionKind::Description, "by description"),
    ];
    let counted = words.map(|(kind, word)| (ways[kind as usize], word));
    let ways: Vec<String> = counted.iter().filter(|(n, _)| *n > 0).map(|(n, word)| format!("{n} {word}")).collect();
    if ways.len() > 1 {
        b.say(" ", Role::Dim).flow(&format!("({})", ways.join(", ")), Role::Dim);
    }
    let link = Link::List(View::Articles, counts::named(store, "actor", id));
    b.say(" in ", Role::Dim).add(&labels::count(articles, "article"), Role::Link, Some(link));
}

fn companions(b: &mut Builder, store: &Store, id: ActorId, events: &[EventId]) {
    let all = store.companions_in(id, events);
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
        b.say(" ", Role::Base);
        let pair = Link::Pair(id, companion.actor);
        b.add(&labels::thousands(companion.events as usize), Role::Link, Some(pair));
        if companion.conflicts > 0 {
            b.say(&format!(" ✕{}", companion.conflicts), Role::Conflict);
        }
    }
    if all.len() > MOST {
        b.say(&format!(" +{} more", all.len() - MOST), Role::Dim);
    }
}

fn events(b: &mut Builder, store: &Store, id: ActorId, all: &[EventId]) {
    if all.is_empty() {
        return;
    }
    b.heading("Events");
    for event in store.first_events(all, EventOrder::DateDown, RECENT) {
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
        b.row([(format!("all {}", labels::count(all, word)).into(), Role::Link)], link);
    }
}
