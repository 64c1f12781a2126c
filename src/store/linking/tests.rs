#![allow(clippy::cloned_ref_to_slice_refs)] // the slices of names read as slices

use super::super::StoreBuilder;
use super::super::synthetic::{person, state};
use super::*;
use crate::model::{Article, Findings};

/// Adds each list of actors as one article and gives the store's ids, article by article.
fn link(articles: &[&[Actor]]) -> Vec<Vec<u32>> {
    let mut builder = StoreBuilder::new();
    for actors in articles {
        builder.add(Article::from_text("a.txt", ""), Findings { actors: actors.to_vec(), ..Findings::default() });
    }
    let store = builder.build();
    store.article_ids().map(|a| store.article(a).actors.iter().map(|id| id.0).collect()).collect()
}

fn body(name: &str, of: Option<u32>) -> Actor {
    Actor { kind: ActorKind::Organisation, of: of.map(LocalActorId), ..state(name, &[name]) }
}

#[test]
fn a_full_name_is_one_person_everywhere() {
    let (a, b) = (person("Narendra Modi", &["Narendra Modi", "Modi"]), person("narendra  MODI", &[]));
    assert_eq!(link(&[&[a], &[b]]), [[0], [0]]);
}

#[test]
fn two_persons_of_one_surname_stay_apart() {
    let (george, jeb) =
        (person("George W. Bush", &["George W. Bush", "Bush"]), person("Jeb Bush", &["Jeb Bush", "Bush"]));
    let father = person("George H. W. Bush", &["George H. W. Bush"]);
    assert_eq!(link(&[&[george], &[jeb], &[father], &[person("Bush", &["Bush"])]]), [[0], [1], [2], [3]]);
    let (elder, junior) =
        (person("Donald Trump", &["Donald Trump"]), person("Donald Trump Jr.", &["Donald Trump Jr.", "Trump Jr."]));
    assert_eq!(link(&[&[elder.clone()], &[junior.clone()], &[elder, junior]]), [vec![0], vec![1], vec![0, 1]]);
}

#[test]
fn an_initial_more_or_less_is_no_other_person_unless_two_fit() {
    let (with, without) = (person("Donald J. Trump", &[]), person("Donald Trump", &[]));
    assert_eq!(link(&[&[without], &[with]]), [[0], [0]]);
    let (w, hw, plain) = (person("George W. Bush", &[]), person("George H. W. Bush", &[]), person("George Bush", &[]));
    assert_eq!(link(&[&[w], &[hw], &[plain]]), [[0], [1], [2]]);
}

#[test]
fn a_bare_surname_is_that_of_its_only_bearer_whichever_comes_first() {
    let (full, bare) = (person("Narendra Modi", &["Narendra Modi", "Modi"]), person("Modi", &["Modi"]));
    assert_eq!(link(&[&[full.clone()], &[bare.clone()]]), [[0], [0]]);
    assert_eq!(link(&[&[bare.clone()], &[full.clone()], &[bare]]), [[0], [0], [0]]);
}

#[test]
fn of_several_bearers_office_or_state_decides_and_then_weight() {
    let mut full = person("Donald Trump", &["Donald Trump", "Trump"]);
    full.roles = vec!["President".into()];
    let (eric, mut bare) = (person("Eric Trump", &["Eric Trump"]), person("Trump", &["Trump"]));
    assert_eq!(link(&[&[full.clone()], &[eric.clone()], &[bare.clone()]]), [[0], [1], [2]]);
    bare.roles = vec!["President".into()];
    assert_eq!(link(&[&[full.clone()], &[eric.clone()], &[bare.clone()]]), [[0], [1], [0]]);
    bare.roles.clear();
    let often: Vec<&[Actor]> = vec![std::slice::from_ref(&full); 5];
    let ids = link(&[&often[..], &[&[eric], &[bare]]].concat());
    assert_eq!(ids[5..], [[1], [0]]);
}

#[test]
fn states_link_by_any_name_that_one_of_them_bears() {
    let us = state("United States", &["United States", "U.S.", "Washington"]);
    let short = state("US", &["US"]);
    assert_eq!(link(&[&[us], &[short]]), [[0], [0]]);
    let (north, south) = (state("North Korea", &["Korean"]), state("South Korea", &["Korean"]));
    assert_eq!(link(&[&[north], &[south], &[state("Korean", &["Korean"])]]), [[0], [1], [2]]);
}

#[test]
fn ministries_of_two_states_stay_two() {
    let russia = [state("Russia", &["Russia"]), body("Foreign Ministry", Some(0))];
    let china = [state("China", &["China"]), body("Foreign Ministry", Some(0))];
    let bare = [body("Foreign Ministry", None)];
    assert_eq!(link(&[&russia, &china, &russia, &bare]), [vec![0, 1], vec![2, 3], vec![0, 1], vec![4]]);
}

#[test]
fn unnamed_actors_are_their_articles_own() {
    let gunmen = Actor { named: false, kind: ActorKind::Group, ..state("gunmen", &[]) };
    assert_eq!(link(&[std::slice::from_ref(&gunmen), std::slice::from_ref(&gunmen)]), [[0], [1]]);
}

#[test]
fn actors_that_act_for_one_another_end() {
    let round = [body("A", Some(1)), body("B", Some(0)), body("C", Some(2)), body("D", Some(9))];
    assert_eq!(link(&[&round]), [[1, 0, 2, 3]]);
}
