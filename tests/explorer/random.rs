//! Whatever is done to it, it holds.

use dossier::app::action::Target;
use dossier::app::layout::Pane;
use dossier::app::line_edit::Edit;
use dossier::app::{Action, Command, View};
use dossier::store::synthetic::{small, store};
use proptest::prelude::*;

use crate::harness::Explorer;

fn action() -> impl Strategy<Value = Action> {
    prop_oneof![
        12 => prop::sample::select(Command::ALL).prop_map(Action::Run),
        4 => prop::char::any().prop_map(|c| Action::Edit(Edit::Insert(c))),
        2 => prop::sample::select("mptode:=\" ,-.".chars().collect::<Vec<_>>())
            .prop_map(|c| Action::Edit(Edit::Insert(c))),
        1 => Just(Action::Edit(Edit::WordBack)),
        1 => Just(Action::Edit(Edit::Left)),
        2 => prop::char::range('a', 'z').prop_map(Action::Letter),
        2 => (0u16..200, 0u16..60).prop_map(|(w, h)| Action::Resize(w, h)),
        1 => (0u16..200).prop_map(Action::Split),
        2 => (0usize..3, -9i32..9).prop_map(|(p, by)| Action::Scroll(Some(Pane::ALL[p]), by)),
        1 => (0usize..400).prop_map(|r| Action::Click(Target::ListRow(r))),
        1 => (0usize..60, 0u16..200).prop_map(|(l, c)| Action::Click(Target::Detail(l, c))),
        1 => (0usize..60, 0u16..200).prop_map(|(l, c)| Action::Click(Target::Source(l, c))),
        1 => (0usize..60).prop_map(|r| Action::Click(Target::Overlay(r))),
        1 => prop::sample::select(View::ALL.to_vec()).prop_map(|v| Action::Click(Target::View(v))),
        1 => ".{0,12}".prop_map(Action::Paste),
        1 => Just(Action::Grown),
    ]
}

fn holds(e: &mut Explorer, actions: Vec<Action>) -> Result<(), TestCaseError> {
    for (n, action) in actions.into_iter().enumerate() {
        e.act(action);
        let list = e.model.list();
        prop_assert!(list.rows.is_empty() || list.selected < list.rows.len());
        prop_assert!(list.offset <= list.selected || list.rows.is_empty());
        let lines = e.model.detail.lines.lines.len();
        prop_assert!(e.model.detail.offset <= lines);
        // Drawing takes most of the time: a tenth of the states is enough to look at.
        if n % 10 == 0 {
            e.screen();
        }
    }
    for _ in 0..12 {
        e.act(Action::Run(Command::Cancel));
    }
    prop_assert!(e.model.overlay.is_none() && e.model.waiting.is_none());
    prop_assert_eq!(e.model.focus, Pane::List);
    prop_assert!(!e.model.zoom && !e.model.filter.is_on());
    e.screen();
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn any_five_hundred_actions_leave_it_whole_and_esc_leads_home(
        actions in prop::collection::vec(action(), 500),
    ) {
        holds(&mut Explorer::new(small(), 120, 40), actions)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4, ..ProptestConfig::default() })]

    #[test]
    fn so_do_they_in_a_larger_store(actions in prop::collection::vec(action(), 500)) {
        holds(&mut Explorer::new(store(300, 200), 100, 30), actions)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    /// Over a large store an action waits for its rows: that must change nothing but when it is done.
    #[test]
    fn what_waits_for_its_rows_ends_where_it_would_have(actions in prop::collection::vec(action(), 120)) {
        let store = std::sync::Arc::new(store(300, 200));
        let mut at_once = Explorer::new(std::sync::Arc::clone(&store), 100, 30);
        let mut waiting = Explorer::new(store, 100, 30);
        (at_once.model.at_once, waiting.model.at_once) = (usize::MAX, 0);
        for action in actions {
            at_once.act(action.clone());
            waiting.act(action.clone());
            prop_assert!(!waiting.model.waits());
            prop_assert_eq!(at_once.model.place(), waiting.model.place(), "after {:?}", action);
            prop_assert_eq!(&at_once.model.list().rows, &waiting.model.list().rows);
            prop_assert_eq!(at_once.model.history.trail(), waiting.model.history.trail());
            prop_assert_eq!(&at_once.model.notice, &waiting.model.notice);
            prop_assert_eq!(&at_once.model.detail.lines, &waiting.model.detail.lines);
        }
    }
}
