//! An event: what, who, whom, when, according to whom, how sure, and why it was read so.

use super::lines::{Builder, Detail, Link};
use crate::app::item::Item;
use crate::app::style_role::Role;
use crate::app::{cells, labels};
use crate::explain;
use crate::model::{EventId, Span};
use crate::store::{EventRef, Party, Store};

/// Other reports shown before the rest is counted.
const MOST_REPORTS: usize = 20;
/// Reports compared with one another.
const MOST_COMPARED: usize = 200;
/// Columns of a report's outlet or file.
const REPORT_NAME: usize = 16;

pub(super) fn lines(store: &Store, id: EventId, width: usize) -> Detail {
    let event = store.event(id);
    let mut title = event.kind.name().to_owned();
    if let Some(mode) = event.mode {
        title.push(' ');
        title.push_str(mode.name());
    }
    let when = event.date().unwrap_or("undated");
    let about = format!("{} {} · {when}", event.status.sign(), event.status);
    let mut b = Builder::new(width, &title, event.kind.into(), &about);
    who(&mut b, store, if labels::is_reciprocal(event) { "between" } else { "who" }, event.sources());
    what(&mut b, "by what", event.doing_words());
    who(&mut b, store, if labels::is_reciprocal(event) { "and" } else { "to whom" }, event.targets());
    let shared = labels::is_reciprocal(event) && event.sources().len() > 1;
    what(&mut b, "to what", event.theme_words().filter(|_| !shared));
    date(&mut b, store, event);
    if let Some(claimant) = event.according_to {
        let link = Link::Item(Item::Actor(claimant));
        b.field("says").add(store.name(claimant), store.actor(claimant).kind.into(), Some(link));
    }
    b.field("in").add(
        &labels::article_name(store, event.article),
        Role::Link,
        Some(Link::Item(Item::Article(event.article))),
    );
    b.gap();
    sentence(&mut b, event);
    reports(&mut b, store, id);
    b.gap();
    because(&mut b, event);
    b.finish()
}

/// One row for an event in another thing's details.
pub(super) fn row(b: &mut Builder, store: &Store, id: EventId) {
    /// Columns of a type, and of a type with its mode.
    const TYPE: usize = 9;
    const TYPE_AND_MODE: usize = 19;
    /// Narrower than this, modes are left out.
    const WITH_MODE: usize = 48;
    let event = store.event(id);
    let kind = event.kind.name();
    let mut pieces = vec![
        (format!("{:<10} ", event.date().unwrap_or("–")).into(), Role::Date),
        (format!("{} ", event.status.sign()).into(), event.status.into()),
        (kind.into(), event.kind.into()),
    ];
    // The names stand below one another.
    let (mode, wide) = match event.mode {
        Some(mode) if b.width() >= WITH_MODE => (mode.name(), TYPE_AND_MODE),
        _ => ("", if b.width() >= WITH_MODE { TYPE_AND_MODE } else { TYPE }),
    };
    let rest = wide.saturating_sub(kind.len() + 1);
    let mode = cells::fit(mode, rest.saturating_sub(1));
    pieces.push((format!(" {mode}{}", " ".repeat(rest.saturating_sub(cells::width(&mode)))).into(), Role::Dim));
    pieces.extend(labels::parties(store, event));
    b.row(pieces, Link::Item(Item::Event(id)));
}

/// The article's words for what stands where nobody does.
fn what(b: &mut Builder, label: &str, words: Option<&str>) {
    if let Some(words) = words {
        b.field(label).add(&labels::on_one_line(words), Role::Base, None);
    }
}

fn who(b: &mut Builder, store: &Store, label: &str, parties: &[Party]) {
    if parties.is_empty() {
        return;
    }
    b.field(label);
    for (i, party) in parties.iter().enumerate() {
        if i > 0 {
            b.dot();
        }
        let actor = store.actor(party.actor);
        b.add(store.name(party.actor), actor.kind.into(), Some(Link::Item(Item::Actor(party.actor))));
        let mut about = labels::kind_name(actor.kind).to_owned();
        if let Some(of) = actor.of {
            about = format!("{about}, {}", store.name(of));
        }
        b.say(&format!(" ({about})"), Role::Dim);
    }
}

fn date(b: &mut Builder, store: &Store, event: EventRef<'_>) {
    b.field("when");
    let Some(value) = event.date() else {
        b.say("undated", Role::Dim);
        return;
    };
    b.say(value, Role::Date);
    let row = store.article(event.article);
    let words = event.date_span.map_or("", |s| s.of(&row.article.text));
    if words.is_empty() {
        if row.document_date.as_ref().is_some_and(|d| d.date.to_string() == value) {
            b.say(" (the article's date)", Role::Dim);
        }
        return;
    }
    let link = event.date_span.map(|s| Link::Words(event.article, s));
    b.say(" ", Role::Base).add(&format!("“{words}”"), Role::Link, link);
    if let Some(anchor) = &row.document_date
        && words.bytes().all(|c| !c.is_ascii_digit())
    {
        b.say(&format!(" from {}", anchor.date), Role::Dim);
    }
}

fn sentence(b: &mut Builder, event: EventRef<'_>) {
    let text = event.sentence_words();
    let start = event.sentence.start;
    let mut lit: Vec<(Span, Role)> = Vec::new();
    let spans = std::iter::once((event.trigger, Role::Trigger))
        .chain(event.parties().iter().map(|p| (p.span, Role::Party)))
        .chain(event.date_span.map(|s| (s, Role::Date)));
    for (span, role) in spans {
        if event.sentence.contains(span) && !span.is_empty() && lit.iter().all(|(s, _)| !s.overlaps(shift(span, start)))
        {
            lit.push((shift(span, start), role));
        }
    }
    lit.sort_by_key(|(s, _)| *s);
    b.text(text, Role::Base, &lit, Some(Link::Words(event.article, event.sentence)));
}

fn shift(span: Span, by: u32) -> Span {
    Span { start: span.start - by, end: span.end - by }
}

fn because(b: &mut Builder, event: EventRef<'_>) {
    b.field("sure").say(&format!("{:.0} %", event.confidence * 100.0), Role::Dim);
    let kind = event.kind;
    b.field("type").say(&format!("CAMEO {} · Goldstein {:+.1}", kind.cameo_root(), kind.goldstein()), Role::Dim);
    let because = explain::trail(event);
    if !because.is_empty() {
        b.field("because").flow(&because, Role::Dim);
    }
}

/// The other reports of the same event, and what they tell differently.
fn reports(b: &mut Builder, store: &Store, id: EventId) {
    let story = store.story(store.story_of(id));
    if story.events.len() < 2 {
        return;
    }
    b.heading(&format!("Told {} times", story.events.len()));
    for conflict in story.among(MOST_COMPARED).conflicts() {
        b.field("≠ differ").say(&conflict.of, Role::Refused).say(": ", Role::Dim);
        for (i, (value, report)) in conflict.values.iter().enumerate() {
            if i > 0 {
                b.dot();
            }
            b.add(value, Role::Link, Some(Link::Item(Item::Event(*report))));
        }
    }
    let outlets = story.outlets();
    if outlets.len() > 1 {
        b.field("outlets").flow(&outlets.join(" · "), Role::Base);
    }
    let copies = story.events.iter().filter(|&&e| {
        let article = store.event(e).article;
        store.original(article) != article
    });
    let copies = copies.count();
    if copies > 0 {
        b.field("copied").say(&format!("{copies} of them in copies of another article"), Role::Dim);
    }
    for &report in story.events.iter().filter(|&&e| e != id).take(MOST_REPORTS) {
        let event = store.event(report);
        let row = store.article(event.article);
        let named = row.article.source.as_deref().unwrap_or(&row.article.doc);
        let pieces = [
            (format!("{:<10} ", event.date().unwrap_or("–")).into(), Role::Date),
            (format!("{} ", cells::fit(&cells::one_line(named), REPORT_NAME)).into(), Role::Dim),
            (event.sentence_words().into(), Role::Base),
        ];
        b.row(pieces, Link::Item(Item::Event(report)));
    }
    if story.events.len() > MOST_REPORTS + 1 {
        b.text(&format!("and {} more", story.events.len() - MOST_REPORTS - 1), Role::Dim, &[], None);
    }
}
