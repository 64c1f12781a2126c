use super::synthetic::{self, small};
use super::*;
use crate::model::{ActorId, EventType};

fn actor(store: &Store, name: &str) -> ActorId {
    store.actor_ids().find(|&a| store.name(a) == name).unwrap_or_else(|| panic!("no actor {name}"))
}

fn triggers(store: &Store, events: &[crate::model::EventId]) -> Vec<String> {
    events.iter().map(|&e| store.event(e).trigger_words().to_owned()).collect()
}

#[test]
fn an_actor_knows_its_events_quotes_and_mentions() {
    let store = small();
    let modi = actor(&store, "Narendra Modi");
    assert_eq!(triggers(&store, store.events_of(modi, ActorEvents::Acts)), ["invited", "refused"]);
    assert_eq!(triggers(&store, store.events_of(modi, ActorEvents::Receives)), ["called"]);
    let said: Vec<_> =
        store.quotes_by(modi).iter().map(|&q| store.words_at(store.quote(q).article, store.quote(q).span)).collect();
    assert_eq!(said, ["We stand with Russia’s friend,"]);
    let words: Vec<_> = store
        .mentions_of(modi)
        .iter()
        .map(|&m| store.words_at(store.mention(m).article, store.mention(m).span))
        .collect();
    assert_eq!(words, ["Narendra Modi", "Modi", "Modi", "Modi"]);
    assert_eq!(store.names_of(modi).collect::<Vec<_>>(), [("Narendra Modi", 1), ("Modi", 3)]);
    assert_eq!(store.actor(modi).articles, 2);
    assert_eq!(store.articles_of(modi).len(), 2);
}

#[test]
fn the_bare_surname_of_another_article_is_linked_through_its_state() {
    let store = small();
    assert_eq!(store.actors_named("modi").len(), 1);
    assert_eq!(store.actors_named("india").len(), 1, "India and Indian are one");
}

#[test]
fn quotes_about_are_those_that_mention_an_actor_and_are_not_its_own() {
    let store = small();
    let about = |name: &str| store.quotes_about(actor(&store, name)).len();
    assert_eq!((about("Russia"), about("India"), about("Donald Trump")), (2, 1, 0));
}

#[test]
fn companions_count_shared_events_and_conflicts() {
    let store = small();
    let with: Vec<_> = store
        .companions(actor(&store, "Narendra Modi"))
        .iter()
        .map(|c| (store.name(c.actor).to_owned(), c.events, c.conflicts))
        .collect();
    assert_eq!(with, [("Vladimir Putin".to_owned(), 2, 1), ("Donald Trump".to_owned(), 1, 1)]);
}

#[test]
fn events_sort_by_date_with_whole_years_after_their_days_and_undated_last() {
    let store = small();
    assert_eq!(
        triggers(&store, store.events_by_date()),
        ["called", "invited", "tariff", "visit", "refused", "attacked"]
    );
    let mut events: Vec<_> = store.event_ids().collect();
    store.sort_events(&mut events, EventOrder::DateDown);
    assert_eq!(triggers(&store, &events), ["visit", "tariff", "called", "invited", "refused", "attacked"]);
}

#[test]
fn mentions_of_an_article_are_in_order_and_found_by_byte() {
    let store = small();
    let article = store.article_ids().next().unwrap();
    let starts: Vec<_> = store.mentions_in(article).map(|m| store.mention(m).span.start).collect();
    assert!(starts.is_sorted() && starts.len() == 9, "{starts:?}");
    let at = store.mention_at(article, 3).unwrap();
    assert_eq!(store.name(store.mention(at).actor), "Vladimir Putin");
    assert_eq!(store.mention_at(article, 16), None);
    let modi = actor(&store, "Narendra Modi");
    assert_eq!(store.mentions_of_in(modi, article).len(), 3);
}

#[test]
fn appending_in_pieces_is_building_at_once() {
    let whole = synthetic::store(300, 50);
    let mut pieces = Store::default();
    let made: Vec<_> =
        whole.article_ids().map(|id| (whole.article(id).article.clone(), crate::model::Findings::default())).collect();
    assert_eq!(made.len(), 30);
    for piece in made.chunks(7) {
        pieces.append(piece.to_vec(), Vec::new());
    }
    assert_eq!(pieces.article_count(), whole.article_count());
    assert_eq!(pieces.revision(), 5);

    let mut sorted: Vec<_> = whole.event_ids().collect();
    whole.sort_events(&mut sorted, EventOrder::Date);
    assert_eq!(whole.events_by_date(), sorted);
}

#[test]
fn a_synthetic_store_has_the_size_asked_for() {
    let store = synthetic::store(1000, 2000);
    assert_eq!((store.event_count(), store.actor_count()), (1000, 2000));
    assert_eq!(store.aliases().len(), 2000);
    let of_kinds: usize = EventType::ALL.iter().map(|&k| store.events_of_kind(k).len()).sum();
    assert_eq!(of_kinds, 1000);
    for event in store.event_ids().take(50) {
        let event = store.event(event);
        for party in event.parties() {
            assert_eq!(store.words_at(event.article, party.span), store.name(party.actor));
        }
    }
}
