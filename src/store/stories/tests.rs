use super::*;
use crate::model::{Actor, LocalActorId, Mode, Status};
use crate::store::StoreBuilder;
use crate::store::synthetic::{Annotator, person, small, state};

/// An article in which Putin, Modi, Russia, India and Trump are actors 0 to 4.
fn article(doc: &str, day: &str, text: &str) -> Annotator {
    let mut a = Annotator::new(doc, text);
    a.dated(day);
    a.actor(Actor { of: Some(LocalActorId(2)), ..person("Vladimir Putin", &["Putin"]) });
    a.actor(Actor { of: Some(LocalActorId(3)), ..person("Narendra Modi", &["Modi"]) });
    a.actor(state("Russia", &["Russia"]));
    a.actor(state("India", &["India"]));
    a.actor(person("Donald Trump", &["Trump"]));
    a
}

/// One event per sentence: words, trigger, type, sources, targets, date.
type Told = (&'static str, &'static str, EventType, &'static [u32], &'static [u32], Option<&'static str>);

fn stories(articles: &[(&str, &[Told])]) -> (Store, Vec<Vec<u32>>) {
    let mut builder = StoreBuilder::new();
    for (i, (day, told)) in articles.iter().enumerate() {
        let text: Vec<_> = told.iter().map(|t| t.0).collect();
        let mut a = article(&format!("{i}.txt"), day, &text.join(" "));
        for (words, trigger, kind, sources, targets, date) in *told {
            let ids = |list: &[u32]| list.iter().map(|&i| LocalActorId(i)).collect::<Vec<_>>();
            let event = a.event(words, trigger, *kind, &ids(sources), &ids(targets));
            event.date = date.map(str::to_owned);
            if words.contains("not ") {
                event.status = Status::Denied;
            }
            if words.contains("phone") {
                event.mode = Some(Mode::Phone);
            }
            if words.contains("visit") {
                event.mode = Some(Mode::Visit);
            }
        }
        builder.add(a.article, a.findings);
    }
    let store = builder.build();
    let grouped = store.story_ids().map(|s| store.story(s).events.iter().map(|e| e.0).collect()).collect();
    (store, grouped)
}

use EventType::{Accuse, Assault, Consult, Sanction};

const CALL: Told = ("Putin had a phone talk with Modi.", "phone talk", Consult, &[0], &[1], Some("2025-05-05"));

#[test]
fn reports_of_one_event_are_one_story_across_articles() {
    let turned: Told = ("Modi was called by phone.", "called", Consult, &[1], &[0], Some("2025-05-05"));
    let (store, grouped) = stories(&[("2025-05-05", &[CALL]), ("2025-05-06", &[turned])]);
    assert_eq!(grouped, [[0, 1]]);
    assert_eq!(store.story(StoryId(0)).articles().len(), 2);
}

#[test]
fn another_day_way_outcome_or_people_is_another_story() {
    for other in [
        ("Putin had a phone talk with Modi.", "phone talk", Consult, &[0], &[1], Some("2025-05-15")),
        ("Putin came on a visit to Modi.", "visit", Consult, &[0], &[1], Some("2025-05-05")),
        ("Putin did not phone Modi.", "phone", Consult, &[0], &[1], Some("2025-05-05")),
        ("Putin had a phone talk with Trump.", "phone talk", Consult, &[0], &[4], Some("2025-05-05")),
        ("Putin had a phone talk with Modi.", "phone talk", Sanction, &[0], &[1], Some("2025-05-05")),
    ] as [Told; 5]
    {
        let (_, grouped) = stories(&[("2025-05-05", &[CALL]), ("2025-05-05", &[other])]);
        assert_eq!(grouped, [[0], [1]], "{other:?}");
    }
}

#[test]
fn a_state_stands_for_its_leader() {
    let states: Told = ("Russia had a phone talk with India.", "phone talk", Consult, &[2], &[3], Some("2025-05-05"));
    assert_eq!(stories(&[("2025-05-05", &[CALL]), ("2025-05-05", &[states])]).1, [[0, 1]]);
}

#[test]
fn who_strikes_whom_matters() {
    let there: Told = ("Russia struck India.", "struck", Assault, &[2], &[3], Some("2025-05-05"));
    let back: Told = ("India struck Russia.", "struck", Assault, &[3], &[2], Some("2025-05-05"));
    assert_eq!(stories(&[("2025-05-05", &[there, back])]).1, [[0], [1]]);
}

#[test]
fn undated_reports_need_the_same_words_and_articles_of_the_same_days() {
    let undated: Told = ("Trump put a tariff on India.", "tariff", Sanction, &[4], &[3], None);
    let other_words: Told = ("Trump punished India.", "punished", Sanction, &[4], &[3], None);
    assert_eq!(stories(&[("2025-05-05", &[undated]), ("2025-05-06", &[undated])]).1, [[0, 1]]);
    assert_eq!(stories(&[("2025-05-05", &[undated]), ("2025-05-06", &[other_words])]).1, [[0], [1]]);
    assert_eq!(stories(&[("2025-05-05", &[undated]), ("2025-06-06", &[undated])]).1, [[0], [1]]);
    assert_eq!(stories(&[("", &[undated]), ("", &[undated])]).1, [[0], [1]]);
}

#[test]
fn who_is_left_out_must_be_left_out_of_the_same_matter() {
    let tariffs: Told =
        ("Trump imposed a tariff on steel from abroad, metal exporters say.", "tariff", Sanction, &[4], &[], None);
    let again: Told = ("The steel tariff of Trump worries exporters.", "tariff", Sanction, &[4], &[], None);
    let films: Told = ("A tariff of Trump will make foreign movies dearer.", "tariff", Sanction, &[4], &[], None);
    assert_eq!(stories(&[("2025-05-05", &[tariffs, again])]).1, [[0, 1]]);
    assert_eq!(stories(&[("2025-05-05", &[tariffs, films])]).1, [[0], [1]]);
}

#[test]
fn who_is_only_described_is_nobody_who_is_named() {
    let text = "Farmers thanked Modi warmly. Unions thanked Modi warmly. Putin thanked Modi warmly. Farmers thanked Modi warmly.";
    let mut a = article("a.txt", "2025-05-05", text);
    for sentence in text.split_inclusive(". ").map(str::trim) {
        let doing = sentence.split(' ').next().unwrap_or_default();
        let span = a.span(doing);
        let source: &[LocalActorId] = if doing == "Putin" { &[LocalActorId(0)] } else { &[] };
        let event = a.event(sentence, "thanked", EventType::Support, source, &[LocalActorId(1)]);
        event.source_spans = vec![span];
    }
    let mut builder = StoreBuilder::new();
    builder.add(a.article, a.findings);
    let store = builder.build();
    let of: Vec<_> = store.event_ids().map(|e| store.story_of(e).0).collect();
    assert_eq!(of, [0, 1, 2, 0]);
}

#[test]
fn a_year_ties_no_undated_report_to_it() {
    let then: Told = ("In 2008 Putin complained of Trump.", "complained", Accuse, &[0], &[4], Some("2008"));
    let now: Told = ("Putin complained of Trump.", "complained", Accuse, &[0], &[4], None);
    assert_eq!(stories(&[("2025-05-05", &[then, now])]).1, [[0], [1]]);
    let today: Told = ("On Monday Putin complained of Trump.", "complained", Accuse, &[0], &[4], Some("2025-05-05"));
    assert_eq!(stories(&[("2025-05-05", &[today, now])]).1, [[0, 1]]);
}

#[test]
fn rough_numbers_contradict_nobody() {
    let exact: Told = ("Russia killed 224 people in India.", "killed", Assault, &[2], &[3], Some("2025-05-05"));
    let rough: Told =
        ("Russia killed more than 200 people in India.", "killed", Assault, &[2], &[3], Some("2025-05-05"));
    let other: Told = ("Russia killed 258 people in India.", "killed", Assault, &[2], &[3], Some("2025-05-05"));
    let conflicts = |second: Told| {
        let (store, grouped) = stories(&[("2025-05-05", &[exact]), ("2025-05-06", &[second])]);
        assert_eq!(grouped, [[0, 1]]);
        store.story(StoryId(0)).conflicts().len()
    };
    assert_eq!((conflicts(rough), conflicts(other)), (0, 1));
}

#[test]
fn differing_numbers_and_days_are_flagged() {
    let quarter: Told =
        ("Trump put a tariff of 25 percent on India.", "tariff", Sanction, &[4], &[3], Some("2025-05-05"));
    let third: Told =
        ("On Sunday Trump put a 34 percent tariff on India.", "tariff", Sanction, &[4], &[3], Some("2025-05-04"));
    let (store, grouped) = stories(&[("2025-05-05", &[quarter]), ("2025-05-06", &[third])]);
    assert_eq!(grouped, [[0, 1]]);
    let conflicts = store.story(StoryId(0)).conflicts();
    let shown: Vec<_> =
        conflicts.iter().map(|c| (c.of.as_str(), c.values.iter().map(|v| v.0.as_str()).collect::<Vec<_>>())).collect();
    assert_eq!(shown, [("date", vec!["2025-05-05", "2025-05-04"]), ("percent", vec!["25", "34"])]);
}

#[test]
fn a_copy_of_an_article_counts_once() {
    let (store, grouped) = stories(&[("2025-05-05", &[CALL]), ("2025-05-06", &[CALL])]);
    assert_eq!(grouped, [[0, 1]]);
    let story = store.story(StoryId(0));
    assert_eq!((story.events.len(), story.articles().len()), (2, 1));
}

#[test]
fn every_event_is_in_one_story_and_the_head_tells_most() {
    let store = small();
    let mut events: Vec<_> = store.story_ids().flat_map(|s| store.story(s).events.to_vec()).collect();
    events.sort_unstable();
    assert!(events.into_iter().eq(store.event_ids()));
    let vague: Told = ("Putin had a talk with Modi.", "talk", Consult, &[0], &[1], None);
    let (store, grouped) = stories(&[("2025-05-05", &[vague, CALL])]);
    assert_eq!(grouped, [[0, 1]]);
    assert_eq!(store.story(StoryId(0)).head(), EventId(1));
}

#[test]
fn outlets_are_sites() {
    assert_eq!(outlet("https://www.example.org/a/b?c"), "example.org");
    assert_eq!(outlet("Example News"), "Example News");
}
