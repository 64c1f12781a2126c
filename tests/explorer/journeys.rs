//! The users' stories, walked over the articles that come with the program and over 100,000 made-up
//! events: what is true of two articles must be true of a newsroom's year.

use std::sync::{Arc, LazyLock};

use dossier::app::action::Target;
use dossier::app::layout::Pane;
use dossier::app::{Action, Item, View};
use dossier::extract::Extractor;
use dossier::ingest::{self, Read};
use dossier::model::Status;
use dossier::store::{Store, StoreBuilder, synthetic};
use ratatui::style::Modifier;

use crate::harness::Explorer;

static SEEDS: LazyLock<Arc<Store>> = LazyLock::new(|| {
    let (mut extractor, mut builder) = (Extractor::new(), StoreBuilder::new());
    for read in ingest::seeds().iter().flat_map(ingest::Item::read) {
        if let Read::Article(article) = read {
            let findings = extractor.extract(&article);
            builder.add(article, findings);
        }
    }
    Arc::new(builder.build())
});

static MANY: LazyLock<Arc<Store>> = LazyLock::new(|| Arc::new(synthetic::store(100_000, 20_000)));

fn on(store: &LazyLock<Arc<Store>>) -> Explorer {
    Explorer::new(Arc::clone(store), 160, 50)
}

/// Goes down the list from where it is and calls `look` at every `step`th row, `rows` times.
fn walk(e: &mut Explorer, rows: usize, step: usize, mut look: impl FnMut(&mut Explorer)) {
    for _ in 0..rows {
        look(e);
        for _ in 0..step {
            e.press("j");
        }
    }
}

/// What the status line says the words in view are, as bytes of the article's text.
fn words_by_status_line(e: &mut Explorer) -> String {
    let status = e.screen().pop().unwrap_or_default();
    let place = status.split_whitespace().find(|w| w.contains(".txt:")).expect("file:start-end").to_owned();
    let (_, bytes) = place.rsplit_once(':').expect("a place");
    let (start, end) = bytes.split_once('-').expect("a range");
    let article = e.model.source.article.expect("an article is shown");
    let text = &e.store.article(article).article.text;
    text[start.parse().expect("a number")..end.parse().expect("a number")].to_owned()
}

/// Story 2: every event, quote and mention leads to its words, lit, with their place.
fn every_row_opens_its_proof(mut e: Explorer, rows: usize, step: usize) {
    walk(&mut e, rows, step, |e| {
        let Some(Item::Event(id)) = e.model.list().item() else { panic!("no event") };
        let trigger = e.store.event(id).trigger_words().to_owned();
        let sentence = e.store.event(id).sentence;
        assert_eq!(words_by_status_line(e), trigger);
        e.press("enter");
        assert_eq!((e.model.focus, e.model.source.in_view), (Pane::Source, Some(sentence)));
        let first = trigger.split_whitespace().next().unwrap_or_default().to_owned();
        assert!(e.is_lit(&first, Modifier::BOLD), "“{first}” is not lit:\n{:#?}", e.screen());
        e.press("esc");
        assert_eq!(e.model.focus, Pane::List);
    });
}

#[test]
fn proofs_of_the_seeds() {
    let rows = SEEDS.event_count();
    every_row_opens_its_proof(on(&SEEDS), rows, 1);
}

#[test]
fn proofs_among_many() {
    every_row_opens_its_proof(on(&MANY), 25, 37);
}

/// Story 2 for quotes: the words in view are the quote's.
#[test]
fn a_quote_opens_on_its_words() {
    let mut e = on(&SEEDS);
    e.press("3");
    walk(&mut e, SEEDS.quote_count(), 1, |e| {
        let Some(Item::Quote(id)) = e.model.list().item() else { panic!("no quote") };
        let quote = e.store.quote(id);
        let words = e.store.words_at(quote.article, quote.span).to_owned();
        assert_eq!(words_by_status_line(e), words);
    });
}

/// Story 3: part of a name finds the person, with all names and counts that open what they count.
#[test]
fn one_person_all_names() {
    let mut e = on(&SEEDS);
    e.press("/ mod");
    assert!(e.shows("Narendra Modi"), "{:#?}", e.screen());
    e.press("enter");
    assert!(e.shows("Narendra Modi ─ person") && e.shows("Prime Minister"), "{:#?}", e.screen());
    let Some(Item::Actor(modi)) = e.model.detail.item else { panic!("no actor") };
    let names: Vec<String> =
        e.store.names_of(modi).map(|(n, _)| n.to_owned()).filter(|n| n != "Narendra Modi").collect();
    assert!(names.contains(&"Modi".to_owned()) && e.shows("Modi"), "{names:?}");
    // Every mention, one after the other, and each where the status line says.
    let mentions = e.store.mentions_of(modi).to_vec();
    for (i, &mention) in mentions.iter().enumerate() {
        let row = e.store.mention(mention);
        let words = e.store.words_at(row.article, row.span).to_owned();
        assert_eq!(words_by_status_line(&mut e), words, "mention {i}");
        e.press("n");
    }
    e.press("E v");
    assert_eq!((e.model.view, e.model.list().rows.len()), (View::Events, e.store.all_events_of(modi).len()));
    for row in e.model.list().rows.iter() {
        let Item::Event(id) = *row else { continue };
        assert!(e.store.event(id).parties().iter().any(|p| p.actor == modi));
    }
}

#[test]
fn one_person_among_many() {
    let mut e = on(&MANY);
    let famous = e.store.actors_by_weight()[0];
    let name = e.store.name(famous).to_owned();
    e.press("/");
    e.type_text(&name);
    e.press("enter");
    assert_eq!(e.model.detail.item, Some(Item::Actor(famous)));
    e.press("E v");
    assert_eq!(e.model.list().rows.len(), e.store.all_events_of(famous).len());
    assert!(e.model.list().rows.len() > 1000);
}

/// Story 4: a quote's speaker is a person, or it is unattributed; how many were pronouns.
fn quotes_have_speakers(e: &mut Explorer, rows: usize, step: usize) -> usize {
    e.press("3");
    let mut pronouns = 0;
    walk(e, rows, step, |e| {
        let Some(Item::Quote(id)) = e.model.list().item() else { panic!("no quote") };
        let quote = e.store.quote(id).clone();
        let line = e.line();
        match quote.speaker {
            Some(speaker) => {
                let name = e.store.name(speaker).to_owned();
                let beginning: String = name.chars().take(8).collect();
                assert!(line.contains(&beginning), "{name}: {line}");
                let said = quote.speaker_span.map(|s| e.store.words_at(quote.article, s).to_lowercase());
                pronouns += usize::from(said.is_some_and(|w| ["he", "she", "they", "it"].contains(&w.as_str())));
            }
            None => {
                // Words that name nobody who is known are shown as they stand.
                let words = quote.speaker_span.map(|s| e.store.words_at(quote.article, s).to_owned());
                let beginning = words.map(|w| format!("“{}", w.chars().take(6).collect::<String>()));
                assert!(line.contains(beginning.as_deref().unwrap_or("unattributed")), "{line}");
            }
        }
    });
    pronouns
}

#[test]
fn who_said_exactly_what() {
    let pronouns = quotes_have_speakers(&mut on(&SEEDS), SEEDS.quote_count(), 1);
    assert!(pronouns > 0, "no pronoun was resolved");
}

#[test]
fn who_said_exactly_what_among_many() {
    let mut e = on(&MANY);
    quotes_have_speakers(&mut e, 40, 37);
    // The quotes of somebody quoted often are all of them, and nobody else's.
    let speaker = e.store.actor_ids().max_by_key(|&a| e.store.quotes_by(a).len()).expect("an actor");
    let said = e.store.quotes_by(speaker).to_vec();
    assert!(said.len() > 10, "{}", said.len());
    let name = e.store.name(speaker).to_owned();
    e.press("/");
    e.type_text(&name);
    e.press("enter \"");
    let listed: Vec<Item> = e.model.list().rows.to_vec();
    assert_eq!(listed, said.into_iter().map(Item::Quote).collect::<Vec<_>>());
}

/// Story 5: a date shows the words that gave it; without an anchor an event is undated.
fn dates_show_their_words(mut e: Explorer, rows: usize, step: usize) {
    walk(&mut e, rows, step, |e| {
        let Some(Item::Event(id)) = e.model.list().item() else { panic!("no event") };
        let event = e.store.event(id);
        let value = event.date().map(str::to_owned);
        let words = event.date_span.map(|s| e.store.words_at(event.article, s).to_owned());
        assert!(e.shows(&value.unwrap_or_else(|| "undated".into())), "{:#?}", e.screen());
        if let Some(words) = words.and_then(|w| w.split_whitespace().next().map(str::to_owned)) {
            assert!(e.shows(&format!("“{words}")), "“{words}:\n{:#?}", e.screen());
        }
    });
}

#[test]
fn when_in_the_seeds() {
    let rows = SEEDS.event_count();
    dates_show_their_words(on(&SEEDS), rows, 1);
}

#[test]
fn when_among_many() {
    dates_show_their_words(on(&MANY), 15, 61);
    let mut e = on(&MANY);
    e.press("f date:2022-03 enter");
    assert!(!e.model.list().rows.is_empty());
    for row in e.model.list().rows.iter() {
        let Item::Event(id) = *row else { continue };
        assert!(e.store.event(id).date().is_some_and(|d| d.starts_with("2022-03")));
    }
}

/// Story 6: one row for all reports of an event, which unfolds into every one of them.
fn stories_unfold(mut e: Explorer, tried: usize) {
    let told_often = e.store.story_ids().filter(|&s| e.store.story(s).events.len() > 1).take(tried);
    for story in told_often.collect::<Vec<_>>() {
        let reports = e.store.story(story).events.to_vec();
        let row = e.model.list().rows.iter().position(|r| matches!(r, Item::Event(id) if reports.contains(id)));
        let Some(row) = row else { panic!("a story without a row") };
        e.act(Action::Click(Target::ListRow(row)));
        let line = e.line();
        assert!(line.contains(&format!("▸×{}", reports.len())), "{line}");
        e.press("l");
        let shown: Vec<Item> = e.model.list().rows[row + 1..].iter().take(reports.len() - 1).copied().collect();
        for report in &reports {
            let item = Item::Event(*report);
            assert!(shown.contains(&item) || e.model.list().rows[row] == item, "{report:?} is not shown");
        }
        e.press("h");
    }
}

#[test]
fn one_event_many_reports() {
    stories_unfold(on(&SEEDS), 20);
    stories_unfold(on(&MANY), 10);
}

/// Story 7: a status is a sign and a word on every row, and nothing denied is listed as done.
fn statuses_are_kept_apart(mut e: Explorer) {
    for status in Status::ALL {
        e.press("F f");
        e.type_text(&format!("status:{status}"));
        e.press("enter");
        let rows: Vec<Item> = e.model.list().rows.to_vec();
        for row in &rows {
            let Item::Event(id) = *row else { continue };
            assert_eq!(e.store.event(id).status, status);
        }
        if !rows.is_empty() {
            let line = e.line();
            assert!(line.contains(status.sign()), "{line}");
        }
    }
}

#[test]
fn fact_plan_threat_or_denial() {
    statuses_are_kept_apart(on(&SEEDS));
    statuses_are_kept_apart(on(&MANY));
}

/// Story 8: all the way back and all the way forward, everything as it was.
fn nothing_is_lost(mut e: Explorer) {
    let mut places = Vec::new();
    for keys in ["j j enter", "w enter", "2", "j j j enter", "E", "j enter", "3", "o", "4", "G enter", "1", "z", "/"] {
        places.push((e.model.view, e.model.place()));
        e.press(keys);
    }
    e.press("esc z");
    let end = e.model.place();
    let trail = e.model.history.trail().len();
    assert!(trail > 5);
    let mut back = vec![e.model.place()];
    for _ in 0..trail {
        e.press("H");
        back.push(e.model.place());
    }
    e.press("H");
    assert!(e.shows("there is nothing to go back to"));
    for place in back.iter().rev().skip(1) {
        e.press("L");
        assert_eq!(e.model.place(), *place);
    }
    assert_eq!(e.model.place(), end);
}

#[test]
fn nothing_is_lost_in_navigation() {
    nothing_is_lost(on(&SEEDS));
    nothing_is_lost(on(&MANY));
}

/// A session is taken up by another run of the same input, and by one of an input that grew.
#[test]
fn a_session_is_taken_up_where_it_was_left() {
    let mut e = on(&SEEDS);
    e.press("j j space j m a 3 f by:trump enter j enter");
    let session = e.model.session(&e.store);
    let text = serde_json::to_string(&session).expect("written");
    let mut again = on(&SEEDS);
    again.act(Action::Resume(Box::new(serde_json::from_str(&text).expect("read"))));
    assert_eq!(again.model.place(), e.model.place());
    assert_eq!((&again.model.marks, again.model.places.len()), (&e.model.marks, 1));
    assert_eq!(again.screen()[1..40], e.screen()[1..40]);
    again.press("H");
    e.press("H");
    assert_eq!(again.model.place(), e.model.place());
    // So are the stories unfolded.
    let mut e = on(&SEEDS);
    e.press("+");
    let rows = e.model.list().rows.clone();
    assert!(rows.len() > on(&SEEDS).model.list().rows.len());
    let mut again = on(&SEEDS);
    again.act(Action::Resume(Box::new(e.model.session(&e.store))));
    assert_eq!(again.model.list().rows, rows);
    // Somewhere else nothing of it is found, and nothing breaks.
    let mut elsewhere = on(&MANY);
    elsewhere.act(Action::Resume(Box::new(session)));
    assert!(elsewhere.shows("gone from the input"), "{:#?}", elsewhere.screen());
}
