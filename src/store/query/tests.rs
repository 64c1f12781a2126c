use proptest::prelude::*;

use super::*;
use crate::model::{ActorId, ArticleId, EventId, EventType, QuoteId};
use crate::store::Store;
use crate::store::synthetic::{self, small};

fn query(text: &str) -> Query {
    Query::parse(text).unwrap_or_else(|e| panic!("{text}: {e}"))
}

fn events(store: &Store, text: &str) -> Vec<String> {
    store.find_events(&query(text)).iter().map(|&e| store.event(e).trigger_words().to_owned()).collect()
}

fn actors(store: &Store, text: &str) -> Vec<String> {
    store.find_actors(&query(text)).iter().map(|&a| store.name(a).to_owned()).collect()
}

fn quotes(store: &Store, text: &str) -> Vec<String> {
    let words = |&q| store.words_at(store.quote(q).article, store.quote(q).span).to_owned();
    store.find_quotes(&query(text)).iter().map(words).collect()
}

fn docs(store: &Store, text: &str) -> Vec<String> {
    store.find_articles(&query(text)).iter().map(|&a| store.article(a).article.doc.clone()).collect()
}

#[test]
fn events_are_listed_by_each_key() {
    let store = small();
    for (text, expected) in [
        ("", &["called", "invited", "visit", "tariff", "refused", "attacked"][..]),
        ("actor:modi", &["called", "invited", "refused"]),
        ("from:modi", &["invited", "refused"]),
        ("from:putin to:india", &["visit"]),
        ("to:indian", &["visit", "tariff"]),
        ("type:consult,ASSAULT", &["called", "visit", "attacked"]),
        ("mode:visit,tariff", &["visit", "tariff"]),
        ("status:planned", &["visit"]),
        ("date:2025-05", &["called", "invited"]),
        ("date:2025-05..2025-08", &["called", "invited", "tariff"]),
        ("date:2025", &["called", "invited", "visit", "tariff"]),
        ("date:..2025-06", &["called", "invited"]),
        ("date:none", &["refused", "attacked"]),
        ("confidence:0.95..", &[]),
        ("doc:tariffs", &["tariff", "refused"]),
        ("kind:group", &["attacked"]),
        ("kind:unnamed", &["attacked"]),
        ("actor:modi -type:consult", &["invited", "refused"]),
        ("-actor:modi,putin", &["tariff", "attacked"]),
        ("kashmir", &["attacked"]),
        ("\"prime  minister\" narendra", &["called"]),
        ("modi", &["called", "invited", "refused"]),
        ("actor:=putin", &["called", "invited", "visit"]),
        ("actor:=puti", &[]),
        ("actor:puti", &["called", "invited", "visit"]),
    ] {
        assert_eq!(events(&store, text), expected, "{text}");
    }
}

#[test]
fn actors_are_listed_by_their_names_and_by_what_they_do_and_say() {
    let store = small();
    for (text, expected) in [
        ("actor:modi", &["Narendra Modi"][..]),
        ("kind:country", &["Russia", "India"]),
        ("kind:unnamed", &["gunmen"]),
        ("type:consult status:planned", &["India", "Vladimir Putin"]),
        ("kind:person from:putin", &["Vladimir Putin", "Narendra Modi"]),
        ("prime", &["Narendra Modi"]),
        ("quote:oil", &["Donald Trump"]),
        ("by:trump", &["Russia", "India"]),
        ("type:assault status:planned", &[]),
        ("kind:person -type:consult", &["Donald Trump"]),
    ] {
        assert_eq!(actors(&store, text), expected, "{text}");
    }
}

#[test]
fn quotes_and_articles_are_listed_too() {
    let store = small();
    assert_eq!(quotes(&store, "by:trump"), ["India buys oil from Russia,"]);
    assert_eq!(quotes(&store, "about:russia").len(), 2);
    assert_eq!(quotes(&store, "about:russia -by:modi"), ["India buys oil from Russia,"]);
    assert_eq!(quotes(&store, "quote:ceasefire"), ["A ceasefire is near,"]);
    assert_eq!(quotes(&store, "date:2025-05"), ["We stand with Russia’s friend,"]);
    assert_eq!(docs(&store, "actor:modi"), ["call.txt", "tariffs.txt"]);
    assert_eq!(docs(&store, "type:sanction from:trump"), ["tariffs.txt"]);
    assert_eq!(docs(&store, "type:sanction from:modi"), [""; 0], "one event must meet both");
    assert_eq!(docs(&store, "quote:ceasefire"), ["attack.txt"]);
    assert_eq!(docs(&store, "date:none"), ["attack.txt"]);
}

#[test]
fn postings_and_a_full_scan_agree() {
    let store = synthetic::store(2000, 300);
    for text in ["type:assault", "from:b", "to:kh", "actor:sh", "date:2021", "date:2022-03..2022-05", "doc:00012"] {
        let listed = store.find_events(&query(text));
        // A negated condition has no postings, so every event is asked.
        let others = store.find_events(&query(&format!("-{text}")));
        let mut all = [&listed[..], &others].concat();
        all.sort_unstable();
        assert!(!listed.is_empty() && all.into_iter().eq(store.event_ids()), "{text}");
    }
}

/// What is found by way of events, articles and speakers is what looking at everything would find.
#[test]
fn looking_where_it_can_be_misses_nothing() {
    let store = synthetic::store(400, 60);
    let famous = store.name(store.actors_by_weight()[0]).to_owned();
    let from = format!("status:planned from:=\"{famous}\"");
    for text in ["type:assault", "type:consult date:2021..", "status:planned", &from] {
        let told = store.find_events(&query(text));
        assert!(!told.is_empty(), "{text}");
        let takes_part = |a: &ActorId| told.iter().any(|&e| store.event(e).parties().iter().any(|p| p.actor == *a));
        let actors: Vec<_> = store.actor_ids().filter(takes_part).collect();
        assert_eq!(store.find_actors(&query(text)), actors, "{text}");
        let others: Vec<_> = actors.iter().filter(|a| store.name(**a) != famous).copied().collect();
        assert_eq!(store.find_actors(&query(&format!("{text} -actor:=\"{famous}\""))), others, "{text}");
        let peaceful = |a: &&ActorId| store.all_events_of(**a).iter().all(|&e| store.event(e).kind != EventType::Aid);
        let without: Vec<_> = actors.iter().filter(peaceful).copied().collect();
        assert_eq!(store.find_actors(&query(&format!("{text} -type:aid"))), without, "{text}");
        let tells = |a: &ArticleId| told.iter().any(|&e| store.event(e).article == *a);
        if !text.contains("date") && !text.contains("from") {
            let articles: Vec<_> = store.article_ids().filter(tells).collect();
            assert_eq!(store.find_articles(&query(text)), articles, "{text}");
            let in_quote = |q: &QuoteId| {
                let quote = store.quote(*q);
                let overlaps = |e: &EventId| {
                    let event = store.event(*e);
                    event.article == quote.article && event.sentence.overlaps(quote.span)
                };
                told.iter().any(overlaps)
            };
            let quotes: Vec<_> = store.quote_ids().filter(in_quote).collect();
            assert_eq!(store.find_quotes(&query(text)), quotes, "{text}");
        }
    }
    let known = store.names.actors_called(&famous);
    let about = |q: &QuoteId| known.iter().any(|&a| store.quotes_about(a).contains(q));
    let by = |q: &QuoteId| store.quote(*q).speaker.is_some_and(|s| known.contains(&s));
    let found = |key: &str| store.find_quotes(&query(&format!("{key}:=\"{famous}\"")));
    assert_eq!(found("about"), store.quote_ids().filter(about).collect::<Vec<_>>());
    assert_eq!(found("by"), store.quote_ids().filter(by).collect::<Vec<_>>());
    assert!(!found("by").is_empty() && !found("about").is_empty());
    assert_eq!(found("actor"), store.quote_ids().filter(|q| about(q) || by(q)).collect::<Vec<_>>());
    let here = |a: &ActorId| store.mentions_of(*a).iter().any(|&m| store.mention(m).article == ArticleId(7));
    let doc = store.article(ArticleId(7)).article.doc.clone();
    let found = store.find_actors(&query(&format!("doc:{doc}")));
    assert_eq!(found, store.actor_ids().filter(here).collect::<Vec<_>>());
}

fn error(text: &str) -> (usize, String) {
    let error = Query::parse(text).expect_err(text);
    (error.column(text), error.to_string())
}

#[test]
fn errors_point_at_the_column_and_suggest() {
    assert_eq!(error("actr:modi"), (1, "there is no key \"actr:\"; did you mean actor?".into()));
    assert_eq!(error("José -typ:x"), (7, "there is no key \"typ:\"; did you mean type?".into()));
    assert_eq!(error("type:consult,acuse"), (14, "there is no event type \"acuse\"; did you mean accuse?".into()));
    assert_eq!(error("status:plan").1, "there is no status \"plan\"; did you mean planned?");
    assert_eq!(error("mode:zzzz"), (6, "there is no mode \"zzzz\"".into()));
    assert_eq!(error("actor: modi"), (7, "\"actor:\" needs a value, as in actor:modi".into()));
    assert_eq!(error("type:consult,").0, 14);
    assert_eq!(error("a \"b c"), (3, "this quotation mark is never closed".into()));
    assert_eq!(error("date:2025-13").0, 6);
    assert_eq!(error("date:2025-08..2025-05").1, "the range ends before it begins; did you mean 2025-05..2025-08?");
    assert_eq!(error("date:..").0, 6);
    assert_eq!(error("confidence:2").0, 12);
    assert_eq!(error("actor:…").1, "\"…\" is no name: it has no letter");
}

#[test]
fn every_key_reads_its_own_example() {
    for key in KEYS {
        assert!(key.example.starts_with(&format!("{}:", key.name)));
        assert_eq!(query(key.example).terms.len(), 1, "{}", key.example);
    }
    let mut names: Vec<_> = KEYS.iter().map(|k| k.name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), KEYS.len());
}

#[test]
fn completion_offers_keys_values_and_names() {
    let store = small();
    let at_end = |text: &str| complete(&store, text, text.len());
    assert_eq!(at_end("x -st"), Completion { replace: 3..5, candidates: vec!["status:".into()] });
    assert_eq!(at_end("type:consult,ac").candidates, ["accuse"]);
    assert_eq!(at_end("from:nar"), Completion { replace: 5..8, candidates: vec!["\"Narendra Modi\"".into()] });
    assert_eq!(at_end("doc:tar").candidates, ["tariffs.txt"]);
    assert!(at_end("").candidates.len() == KEYS.len());
    assert_eq!(at_end("é type:x").candidates, [""; 0]);
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused_at_a_character(text in "\\PC{0,40}") {
        check(&text);
    }

    #[test]
    fn any_near_query_is_read_or_refused_at_a_character(
        text in "(-?(actor|from|type|date|doc|quote|kind|confidence|é):?[=\"“,. \u{301}a-z0-9é-]{0,8} ?){0,4}"
    ) {
        check(&text);
    }
}

fn check(text: &str) {
    thread_local!(static STORE: Store = small());
    match Query::parse(text) {
        Ok(query) => STORE.with(|store| {
            let _ = store.find_events(&query);
            let _ = store.find_actors(&query);
            let _ = store.find_quotes(&query);
            let _ = store.find_articles(&query);
        }),
        Err(error) => {
            assert!(text.get(error.span.clone()).is_some(), "{text:?}: {:?}", error.span);
            assert!(error.column(text) >= 1);
        }
    }
    STORE.with(|store| {
        for at in 0..=text.len() {
            let completion = complete(store, text, at);
            assert!(text.get(completion.replace.clone()).is_some());
        }
    });
}
