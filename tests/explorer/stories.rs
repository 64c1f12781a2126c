//! What a reader does, and what the explorer answers.

use dossier::app::action::{ExportAnswer, Target};
use dossier::app::layout::Pane;
use dossier::app::{Action, Effect, View};
use dossier::store::synthetic::small;
use ratatui::style::Modifier;

use crate::harness::Explorer;

fn explorer() -> Explorer {
    Explorer::new(small(), 140, 40)
}

#[test]
fn it_opens_on_the_events_with_the_first_one_shown_in_all_panes() {
    let mut e = explorer();
    assert_eq!(e.at().0, Pane::List);
    assert!(e.line().contains("2025-05-05 ● CONSULT phone Putin ↔ Modi"), "{}", e.line());
    assert!(e.shows("● asserted · 2025-05-05"), "the detail pane");
    assert!(e.shows("Source ─ call.txt ─ ¶1 ─ bytes 0–61"), "the source pane");
    assert!(e.shows("call.txt:15-21  1/6"), "the trigger's bytes and the place in the list");
}

#[test]
fn enter_on_an_event_goes_to_the_words_that_prove_it() {
    let mut e = explorer();
    e.press("j enter");
    assert_eq!(e.at().0, Pane::Source);
    assert!(e.line().contains("invited Putin to India."), "{}", e.line());
    let trigger = e.style_of("invited").expect("on the screen");
    assert!(trigger.add_modifier.contains(Modifier::BOLD), "colour is not alone in setting the trigger off");
}

#[test]
fn a_person_is_found_by_part_of_any_name_and_opened() {
    let mut e = explorer();
    e.press("/ modi");
    assert!(e.shows("Narendra Modi"), "{:#?}", e.screen());
    e.press("enter");
    assert_eq!(e.model.focus, Pane::Detail);
    assert!(e.shows("person · India · Prime Minister"), "{:#?}", e.screen());
    assert!(e.shows("in 3: acts 2 + receives 1"), "{:#?}", e.screen());
    e.press("n");
    assert!(e.shows("2/"), "n goes to the second mention");
}

#[test]
fn enter_before_the_finders_answer_opens_the_first_hit() {
    let mut e = explorer();
    e.press("/ trump enter");
    assert!(e.shows("Donald Trump ─ person"), "{:#?}", e.screen());
}

#[test]
fn the_quotes_of_the_actor_shown_are_one_key_away() {
    let mut e = explorer();
    e.press("/ modi enter \"");
    assert_eq!((e.model.view, e.model.focus), (View::Quotes, Pane::List));
    assert!(e.line().contains("We stand with Russia"), "{}", e.line());
    assert!(e.shows("Quotes 1"), "only his");
    e.press("F");
    assert!(e.shows("Quotes 3"), "without the filter all are listed");
}

#[test]
fn a_quote_without_a_safe_speaker_is_unattributed() {
    let mut e = explorer();
    e.press("3 G");
    assert!(e.line().starts_with("▌ unattributed “A ceasefire is near,”"), "{}", e.line());
}

#[test]
fn a_plan_is_not_listed_as_done() {
    let mut e = explorer();
    e.press("f status:planned enter");
    assert!(e.line().contains("○ CONSULT visit Putin → India planned"), "{}", e.line());
    assert!(e.shows("Events 1"));
}

#[test]
fn a_filter_that_cannot_be_read_points_at_its_column_and_changes_nothing() {
    let mut e = explorer();
    e.press("f tpye:consult");
    assert!(e.shows("▲"), "{:#?}", e.screen());
    e.press("esc");
    assert!(e.shows("Events 6"));
}

#[test]
fn the_filter_counts_while_one_types_and_completes() {
    let mut e = explorer();
    e.press("f type:consult");
    assert!(e.shows("2 events"), "{:#?}", e.screen());
    e.press("ctrl-u ty tab");
    assert!(e.shows("f type:"), "{:#?}", e.screen());
}

#[test]
fn back_and_forward_keep_selection_filter_and_pane() {
    let mut e = explorer();
    e.press("j j");
    let before = e.at();
    e.press("enter");
    let source = e.at();
    e.press("/ trump enter 2 f kind:country enter");
    assert_eq!(e.model.view, View::Actors);
    e.press("H H H");
    assert_eq!(e.at(), source);
    e.press("H");
    assert_eq!(e.at(), before);
    e.press("L");
    assert_eq!(e.at(), source);
    e.press("L L L");
    assert_eq!(e.model.view, View::Actors);
    assert_eq!(e.model.filter.text(), "kind:country");
}

#[test]
fn a_mention_leads_to_its_actor_and_a_count_to_what_it_counts() {
    let mut e = explorer();
    e.press("enter w enter");
    assert_eq!(e.model.focus, Pane::Detail);
    let title = e.screen().join("\n");
    assert!(title.contains("Narendra Modi ─ person") || title.contains("Vladimir Putin ─ person"), "{title}");
    e.press("g");
    // The first links are the state acted for and the number of events acted in.
    e.press("w enter");
    assert_eq!((e.model.view, e.model.focus), (View::Events, Pane::List));
    assert!(e.model.filter.is_on());
}

#[test]
fn words_are_found_in_all_articles_and_n_goes_on() {
    let mut e = explorer();
    e.press("ctrl-f modi");
    assert!(e.shows("called Prime Minister Narendra"), "{:#?}", e.screen());
    e.press("enter");
    assert_eq!(e.model.focus, Pane::Source);
    let first = e.model.source.cursor;
    e.press("n");
    assert_ne!(e.model.source.cursor, first);
    assert!(e.shows("2/"), "{:#?}", e.screen());
}

#[test]
fn marked_events_are_copied_with_their_citation() {
    let mut e = explorer();
    e.press("space y");
    let Some(Effect::Copy(text)) = e.asked.pop() else { panic!("nothing copied") };
    assert!(text.contains("CONSULT phone Putin ↔ Modi"), "{text}");
    assert!(text.contains("“Vladimir Putin called Prime Minister Narendra Modi on Monday.”"), "{text}");
    assert!(text.contains("(call.txt, 2025-05-05), bytes 0-61"), "{text}");
}

#[test]
fn places_are_kept_under_letters() {
    let mut e = explorer();
    e.press("j j j m a 4 ' a");
    assert_eq!((e.model.view, e.model.list().selected), (View::Events, 3));
}

#[test]
fn links_of_the_source_pane_have_letters() {
    let mut e = explorer();
    e.press("enter ; a");
    assert_eq!(e.model.focus, Pane::Detail);
    assert!(e.shows("Vladimir Putin ─ person"), "{:#?}", e.screen());
}

#[test]
fn the_help_is_filtered_as_one_types_and_runs_what_is_chosen() {
    let mut e = explorer();
    e.press("?");
    assert!(e.shows("Show the evidence in the source pane"), "{:#?}", e.screen());
    e.press("articles");
    assert!(!e.shows("Show the evidence in the source pane"));
    e.press("backspace backspace backspace backspace backspace backspace backspace backspace list space articles");
    e.press("enter");
    assert_eq!(e.model.view, View::Articles);
}

#[test]
fn a_command_that_cannot_run_says_why() {
    let mut e = explorer();
    e.press("L");
    assert!(e.shows("there is nothing to go forward to"));
    e.press("e");
    assert!(e.shows("this article is no file"));
}

#[test]
fn what_was_skipped_is_told_with_the_reason() {
    let mut e = explorer();
    assert!(e.shows("1 skipped"));
    e.press("!");
    assert!(e.shows("empty.txt") && e.shows("it is empty"));
    e.press("esc");
    assert!(!e.shows("it is empty"));
}

#[test]
fn the_mouse_does_what_was_drawn_under_it() {
    let mut e = explorer();
    e.screen();
    // The third row of the list, below the header, the frame and the columns' names.
    let target = e.hits.press(10, 5);
    assert_eq!(target, Some(Target::ListRow(2)));
    e.act(Action::Click(Target::ListRow(2)));
    assert_eq!(e.model.list().selected, 2);
    e.act(Action::Click(Target::ListRow(2)));
    assert_eq!(e.model.focus, Pane::Source, "a second click opens");
    e.act(Action::Click(Target::View(View::Quotes)));
    assert_eq!(e.model.view, View::Quotes);
}

#[test]
fn panes_give_way_on_narrow_screens_and_a_tiny_one_says_so() {
    let mut e = explorer();
    e.act(Action::Resize(80, 24));
    assert!(!e.shows("who to whom") && e.shows("Source"));
    e.act(Action::Resize(40, 10));
    assert!(e.shows("Events") && !e.shows("Source"));
    e.press("enter");
    assert!(e.shows("Source"));
    e.act(Action::Resize(19, 5));
    assert!(e.shows("too small"));
    e.act(Action::Resize(1, 1));
    assert_eq!(e.screen().len(), 1);
    e.act(Action::Resize(140, 40));
    assert!(e.shows("Source ─ call.txt"));
}

#[test]
fn the_selection_stays_on_its_event_while_more_is_read() {
    let mut e = explorer();
    e.press("j");
    let before = e.model.list().item();
    let early = {
        let mut a = dossier::store::synthetic::Annotator::new("early.txt", "Putin visited India in 2020.");
        let putin = a.actor(dossier::store::synthetic::person("Vladimir Putin", &["Putin"]));
        let event =
            a.event("Putin visited India in 2020.", "visited", dossier::model::EventType::Consult, &[putin], &[]);
        event.date = Some("2020".into());
        (a.article, a.findings)
    };
    std::sync::Arc::get_mut(&mut e.store).expect("nobody else has it").append(vec![early], Vec::new());
    e.act(Action::Grown);
    assert_eq!(e.model.list().item(), before);
    assert_eq!(e.model.list().selected, 2, "the new event stands above it");
}

#[test]
fn what_is_listed_is_exported_to_the_file_and_format_chosen() {
    let mut e = explorer();
    e.press("x");
    assert!(e.shows("Export what is listed: 6 events"), "{:#?}", e.screen());
    assert!(e.shows("evidence.md"));
    e.press("tab");
    assert!(e.shows("evidence.jsonl"), "the extension goes with the format");
    e.press("enter");
    let Some(Effect::Export { events, quotes, format, path, overwrite }) = e.asked.pop() else { panic!("no export") };
    assert_eq!((events.len(), quotes.len(), format, overwrite), (6, 0, "jsonl", false));
    assert_eq!(path, "evidence.jsonl");
    e.act(Action::Exported(ExportAnswer::Exists));
    assert!(e.shows("it is there already"));
    e.press("enter");
    assert!(matches!(e.asked.pop(), Some(Effect::Export { overwrite: true, .. })));
    e.act(Action::Exported(ExportAnswer::Done { count: 6, path: "reports/evidence.jsonl".into() }));
    assert!(e.shows("6 exhibits in reports/evidence.jsonl"), "{:#?}", e.screen());
}

#[test]
fn what_is_marked_is_exported_alone_an_actor_with_all_it_did_and_said() {
    let mut e = explorer();
    e.press("/ trump enter esc 2");
    let row = e.model.list().rows.iter().position(|r| *r == e.model.detail.item.expect("shown")).unwrap_or(0);
    assert_eq!(row, e.model.list().selected);
    e.press("space x");
    assert!(e.shows("Export 1 marked: "), "{:#?}", e.screen());
    e.press("enter");
    let Some(Effect::Export { events, quotes, .. }) = e.asked.pop() else { panic!("no export") };
    assert!(!events.is_empty() || !quotes.is_empty());
}

#[test]
fn the_finder_looks_for_one_kind_alone_on_request() {
    let mut e = explorer();
    e.press("/ tab tab");
    assert!(e.shows("[country]"), "{:#?}", e.screen());
    assert!(e.shows("India") && !e.shows("Donald Trump  "), "{:#?}", e.screen());
    let all = |e: &Explorer| match &e.model.overlay {
        Some(dossier::app::overlay::Overlay::Actors(finder)) => finder.list.hits.len(),
        _ => 0,
    };
    assert_eq!(all(&e), 2);
}

#[test]
fn words_share_a_paragraph_and_a_phrase_holds_together() {
    let mut e = explorer();
    e.press("ctrl-f modi space putin");
    assert!(e.shows(" 1/1 "), "{:#?}", e.screen());
    e.press("ctrl-u \"putin space modi\"");
    assert!(e.shows("these words are nowhere"), "{:#?}", e.screen());
}

#[test]
fn unsure_events_are_hidden_and_shown_again() {
    let mut e = explorer();
    e.model.threshold = 0.95;
    e.press("u");
    assert!(e.shows("Events 0 ") && e.shows("sure ≥ 0.95"), "{:#?}", e.screen());
    assert!(e.shows("every event is less sure than the threshold"));
    e.press("u");
    assert!(e.shows("Events 6 "));
}

#[test]
fn named_queries_and_filters_typed_before_are_offered() {
    let mut e = explorer();
    e.model.queries.insert("tariffs".into(), "type:sanction mode:tariff".into());
    e.press("f status:planned enter F f");
    assert!(e.shows("tariffs") && e.shows("typed before"), "{:#?}", e.screen());
    e.press("down enter");
    assert_eq!(e.model.filter.text(), "type:sanction mode:tariff");
    assert!(e.line().contains("SANCTION tariff"), "{}", e.line());
    e.press("F f up up");
    assert!(e.shows("status:planned"), "{:#?}", e.screen());
    e.press("esc : tariffs enter");
    assert_eq!(e.model.filter.text(), "type:sanction mode:tariff");
}

#[test]
fn faults_of_the_settings_are_listed_with_what_was_skipped() {
    let mut e = explorer();
    e.model.complaints.push("line 3: there is no setting `teme`; did you mean `theme`?".into());
    e.press("!");
    assert!(e.shows("1 fault of the settings, 1 file skipped") && e.shows("did you mean"), "{:#?}", e.screen());
}
