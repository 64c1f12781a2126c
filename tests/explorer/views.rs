//! What a reader does in the timeline, the network and the pair, and with stories and reasons.

use dossier::app::action::Target;
use dossier::app::display::TimelineAs;
use dossier::app::layout::Pane;
use dossier::app::{Action, Effect, View};
use dossier::model::{EventType, Mode};
use dossier::store::synthetic::{Annotator, person, small, store};
use dossier::store::{Store, StoreBuilder};

use crate::harness::Explorer;

fn explorer() -> Explorer {
    Explorer::new(small(), 140, 40)
}

/// Two articles that tell of one attack, with different numbers, and of nothing else together.
pub fn twice_told() -> Store {
    let mut builder = StoreBuilder::new();
    for (doc, day, count) in [("first.txt", "2025-05-05", "12"), ("second.txt", "2025-05-06", "15")] {
        let sentence = format!("Rebels attacked Ukraine on Monday and killed {count} soldiers.");
        let mut a = Annotator::new(doc, &format!("{sentence} Putin called Modi."));
        a.dated(day);
        let rebels = a.actor(person("Rebels", &["Rebels"]));
        let ukraine = a.actor(dossier::store::synthetic::state("Ukraine", &["Ukraine"]));
        let event = a.event(&sentence, "attacked", EventType::Assault, &[rebels], &[ukraine]);
        event.date = Some("2025-05-05".into());
        if doc == "first.txt" {
            let putin = a.actor(person("Vladimir Putin", &["Putin"]));
            let modi = a.actor(person("Narendra Modi", &["Modi"]));
            a.event("Putin called Modi.", "called", EventType::Consult, &[putin], &[modi]).mode = Some(Mode::Phone);
        }
        builder.add(a.article, a.findings);
    }
    builder.build()
}

#[test]
fn a_story_unfolds_into_its_reports_and_folds_again() {
    let mut e = Explorer::new(twice_told(), 140, 40);
    assert!(e.shows("Events 3 in 2 stories"), "{:#?}", e.screen());
    assert!(e.line().contains("Rebels → Ukraine ▸×2≠"), "{}", e.line());
    e.press("l");
    assert!(e.line().contains("▾×2"), "{}", e.line());
    e.press("j");
    assert!(e.line().contains("╰ second.txt Rebels attacked Ukraine on Mo"), "{}", e.line());
    e.press("h");
    assert!(e.line().contains("▸×2"), "folding leads back to the story: {}", e.line());
    e.press("l h h");
    assert_eq!(e.at().0, Pane::List);
    e.press("v");
    assert_eq!(e.model.list().rows.len(), 3, "a row for each report");
}

#[test]
fn a_click_on_its_sign_unfolds_a_story() {
    let mut e = Explorer::new(twice_told(), 140, 40);
    let screen = e.screen();
    let (y, row) = screen.iter().enumerate().find(|(_, row)| row.contains("▸×2")).expect("a story");
    let x = row.chars().position(|c| c == '▸').expect("its sign");
    let target = e.hits.press(x as u16, y as u16).expect("something");
    assert!(matches!(target, Target::Fold(_)), "{target:?}");
    e.act(Action::Click(target));
    assert!(e.line().contains("▾×2"), "{}", e.line());
    e.act(Action::Click(target));
    assert!(e.line().contains("▸×2"), "{}", e.line());
}

#[test]
fn reports_that_differ_say_so_in_the_details() {
    let mut e = Explorer::new(twice_told(), 140, 40);
    assert!(e.shows("Told 2 times") && e.shows("≠ differ soldiers: 12 · 15"), "{:#?}", e.screen());
}

#[test]
fn all_stories_unfold_at_once() {
    let mut e = Explorer::new(twice_told(), 140, 40);
    e.press("+");
    assert_eq!(e.model.list().rows.len(), 3);
    e.press("-");
    assert_eq!(e.model.list().rows.len(), 2);
}

#[test]
fn an_export_has_every_report_of_a_folded_story() {
    let mut e = Explorer::new(twice_told(), 140, 40);
    e.press("x");
    assert!(e.shows("what is listed: 3 events"), "{:#?}", e.screen());
}

#[test]
fn a_bar_lists_its_events_and_back_leads_to_it() {
    let mut e = explorer();
    e.press("5");
    assert!(e.shows("Timeline by week"), "{:#?}", e.screen());
    e.press("-");
    assert!(e.shows("Timeline by month ─ 6 (2 undated)"), "{:#?}", e.screen());
    assert!(e.line().contains("2025-05 2"), "{}", e.line());
    assert!(e.shows("2 months without an event"), "a gap is shown: {:#?}", e.screen());
    e.press("j j");
    assert!(e.line().contains("2025-08 1"), "{}", e.line());
    e.press("enter");
    assert_eq!(e.model.view, View::Events);
    assert_eq!(e.model.filter.text(), "date:2025-08");
    assert!(e.line().contains("SANCTION tariff"), "{}", e.line());
    e.press("H");
    assert_eq!(e.model.view, View::Timeline);
    assert!(e.line().contains("2025-08 1"), "{}", e.line());
}

#[test]
fn a_gap_opens_nothing_and_says_so() {
    let mut e = explorer();
    e.press("5 - j enter");
    assert!(e.shows("these days have no event"), "{:#?}", e.screen());
    e.press("- - -");
    assert!(e.shows("a bar is a year already"), "{:#?}", e.screen());
}

#[test]
fn bars_count_what_the_filter_lets_through() {
    let mut e = explorer();
    e.press("f type:consult enter 5 - -");
    assert!(e.shows("─ 2 "), "{:#?}", e.screen());
    e.press("enter");
    assert_eq!(e.model.filter.text(), "type:consult date:2025-05");
}

#[test]
fn a_lane_leads_to_the_bars_of_its_actor() {
    let mut e = explorer();
    e.press("5 v");
    assert!(e.line().contains("Putin"), "{}", e.line());
    e.press("enter");
    assert_eq!(e.model.view, View::Timeline);
    assert!(e.model.filter.text().contains("Vladimir Putin") && e.model.display.timeline == TimelineAs::Bars);
}

#[test]
fn a_column_of_the_lanes_lists_what_happened_then() {
    let mut e = explorer();
    e.press("5 v");
    assert!(e.model.days_of_bin().is_none());
    e.press("l l l");
    let days = e.model.days_of_bin().expect("a column");
    assert!(e.shows(&days.first.to_string()), "{:#?}", e.screen());
    e.press("enter");
    assert_eq!(e.model.view, View::Events);
    assert!(e.model.filter.text().ends_with(&format!("date:{}..{}", days.first, days.last)));
    e.press("H");
    assert_eq!(e.model.days_of_bin(), Some(days), "back in the lane");
    e.press("h h h");
    assert!(e.model.days_of_bin().is_none());
}

#[test]
fn conflict_differs_from_cooperation_in_a_lane() {
    let mut e = explorer();
    e.press("5 v");
    let lanes = e.screen().join("\n");
    assert!(lanes.contains(['▁', '▄', '█']) && lanes.contains(['░', '▒', '▓']), "{lanes}");
}

#[test]
fn the_network_goes_from_actor_to_actor() {
    let mut e = explorer();
    e.press("/ modi enter 6");
    assert!(e.shows("Network from Modi"), "{:#?}", e.screen());
    assert!(e.line().contains("Putin 2"), "{}", e.line());
    e.press("enter");
    assert!(e.shows("Network from Putin"), "{:#?}", e.screen());
    e.press("H");
    assert!(e.shows("Network from Modi"), "{:#?}", e.screen());
}

#[test]
fn cooperation_and_conflict_differ_without_colour() {
    let mut e = Explorer::dressed(small(), 140, 40, "mono");
    e.press("/ modi enter 6");
    let row = e.line();
    assert!(row.contains('█') && row.contains('▒'), "{row}");
    e.press("v");
    assert!(e.shows("1✕") && e.shows("1+"), "{:#?}", e.screen());
}

#[test]
fn a_cell_of_the_matrix_opens_its_pair() {
    let mut e = explorer();
    e.press("6 v");
    assert!(e.shows("who ╲ whom"), "{:#?}", e.screen());
    e.act(Action::Click(Target::Cell(0, 1)));
    assert_eq!((e.model.list().selected, e.model.display.column), (0, 1));
    e.press("enter");
    assert_eq!(e.model.view, View::Pair);
    e.press("H");
    assert_eq!((e.model.view, e.model.display.column), (View::Network, 1));
}

#[test]
fn the_pair_of_an_event_has_both_actors_events_and_words() {
    let mut e = explorer();
    e.press("p");
    assert!(e.shows("Pair Putin & Modi ─ 2 events"), "{:#?}", e.screen());
    assert!(e.line().contains("CONSULT phone Putin ↔ Modi"), "{}", e.line());
    e.press("H");
    assert_eq!(e.model.view, View::Events);
}

#[test]
fn the_other_actor_of_a_pair_is_asked_for() {
    let mut e = explorer();
    e.press("/ trump enter g p");
    // The first link of his details is a count: no second actor is shown.
    assert!(e.shows("Donald Trump and whom?"), "{:#?}", e.screen());
    e.press("india enter");
    assert_eq!(e.model.view, View::Pair);
    assert!(e.shows("Pair Trump & India ─ 1 event · 1 quote"), "{:#?}", e.screen());
}

#[test]
fn why_is_told_for_what_is_shown_and_for_what_the_cursor_stands_on() {
    let mut e = explorer();
    e.press("i");
    assert!(e.shows("Why: 2025-05-05 CONSULT phone Putin ↔ Modi"), "{:#?}", e.screen());
    assert!(e.shows("words    “called” 15-21") && e.shows("the article's date: 2025-05-05"), "{:#?}", e.screen());
    e.press("esc enter b i");
    assert!(e.shows("Why: the words under the cursor") && e.shows("Vladimir Putin by "), "{:#?}", e.screen());
    e.press("i");
    assert!(e.model.overlay.is_none());
}

#[test]
fn the_cursor_of_the_source_pane_knows_what_it_stands_on() {
    let mut e = explorer();
    e.press("enter b");
    assert!(e.shows("▌ Vladimir Putin, person"), "{:#?}", e.screen());
    e.press("w w w");
    assert!(e.shows("Monday = 2025-05-05"), "{:#?}", e.screen());
    e.press("enter");
    assert_eq!((e.model.view, e.model.filter.text()), (View::Events, "date:2025-05-05"));
}

#[test]
fn counts_of_an_actor_add_up_and_open_what_they_count() {
    let mut e = explorer();
    e.press("/ modi enter");
    assert!(e.shows("events   in 3: acts 2 + receives 1"), "{:#?}", e.screen());
    e.press("g w w enter");
    assert_eq!((e.model.view, e.model.list().rows.len()), (View::Events, 2));
}

#[test]
fn the_way_here_is_shown_and_clicked() {
    let mut e = explorer();
    e.press("/ modi enter / trump enter");
    assert!(e.shows("Modi › here"), "{:#?}", e.screen());
    e.act(Action::Click(Target::Crumb(1)));
    assert!(e.shows("Narendra Modi ─ person"), "{:#?}", e.screen());
}

#[test]
fn what_cannot_be_marked_says_why_and_copies_its_events() {
    let mut e = explorer();
    e.press("5 - space");
    assert!(e.shows("can be marked"), "{:#?}", e.screen());
    e.press("y");
    let Some(Effect::Copy(text)) = e.asked.pop() else { panic!("nothing copied") };
    assert!(text.starts_with("2025-05\n") && text.contains("CONSULT phone Putin ↔ Modi"), "{text}");
}

#[test]
fn views_hold_many_events_and_a_store_that_grows() {
    let mut e = Explorer::new(store(2000, 150), 120, 40);
    e.press("5 v 6 v l l j G p H - 5 v + + + + G k enter");
    e.screen();
    let more = store(40, 20);
    let article = more.article(more.article_ids().next().expect("one"));
    let again = Annotator::new("later.txt", &article.article.text);
    let store = std::sync::Arc::get_mut(&mut e.store).expect("nobody else has it");
    store.append(vec![(again.article, again.findings)], Vec::new());
    e.act(Action::Grown);
    e.screen();
}

#[test]
fn the_matrix_says_where_it_goes_on() {
    let mut e = Explorer::new(store(300, 40), 120, 30);
    e.press("6 v");
    assert!(e.shows("›") && e.shows("‹") == e.model.display.column.gt(&6), "{:#?}", e.screen());
    for _ in 0..10 {
        e.press("l");
    }
    assert!(e.shows("‹"), "{:#?}", e.screen());
    assert!(e.shows("l next column"), "{:#?}", e.screen());
}

#[test]
fn events_in_details_stand_below_one_another() {
    let mut e = explorer();
    e.press("/ modi enter");
    let arrows: Vec<usize> = e
        .model
        .detail
        .lines
        .lines
        .iter()
        .filter_map(|line| {
            let text: String = line.iter().map(|p| p.text.as_str()).collect();
            text.starts_with("20").then(|| line.iter().take(4).map(|p| dossier::app::cells::width(&p.text)).sum())
        })
        .collect();
    assert!(arrows.len() > 1 && arrows.windows(2).all(|w| w[0] == w[1]), "{arrows:?}");
}

#[test]
fn quotes_have_the_day_of_their_article_where_there_is_room() {
    let mut e = Explorer::new(small(), 160, 40);
    e.press("3");
    assert!(e.line().starts_with("▌ 2025-"), "{}", e.line());
    e.press("s s s");
    let day = |row: String| row.chars().skip(3).take(10).collect::<String>();
    let days: Vec<_> = e.screen().into_iter().map(day).filter(|d| d.starts_with("20")).collect();
    assert!(days.len() > 1 && days.windows(2).all(|w| w[0] >= w[1]), "newest first: {days:?}");
    e.act(Action::Resize(100, 40));
    assert!(!e.line().starts_with("▌ 2025-"), "{}", e.line());
}
