//! What the explorer says of itself: hints, notices, the palette, the lists above the panes.

use dossier::store::synthetic::small;
use ratatui::style::Modifier;

use crate::harness::Explorer;

fn explorer() -> Explorer {
    Explorer::new(small(), 140, 40)
}

#[test]
fn what_is_told_or_asked_has_the_bottom_line_of_a_narrow_screen() {
    let mut e = Explorer::new(small(), 40, 10);
    e.press("j");
    assert!(e.shows("? help") && e.shows("2/6"), "{:#?}", e.screen());
    e.press("m");
    assert!(e.shows("keep this place under which letter?"), "{:#?}", e.screen());
    e.press("a '");
    assert!(e.shows("kept: a"), "{:#?}", e.screen());
    e.press("esc L");
    assert!(e.shows("there is nothing to go forward to"), "{:#?}", e.screen());
    e.press("/");
    assert!(e.shows("Enter open") && e.shows("Esc close") && !e.shows("2/6"), "{:#?}", e.screen());
}

#[test]
fn hints_tell_what_enter_leads_to() {
    let mut e = explorer();
    for (keys, hint) in [
        ("1", "Enter proof"),
        ("2", "Enter details"),
        ("3", "Enter the words"),
        ("4", "Enter read"),
        ("5", "Enter its events"),
        ("v", "Enter its bars"),
        ("l", "Enter its events"),
        ("6", "Enter from there"),
        ("v", "Enter pair"),
        (":", "Enter run"),
        ("esc ctrl-f", "Enter go there"),
        ("esc f", "Enter filter"),
    ] {
        e.press(keys);
        // The word of the key that was just pressed gives way to the hints.
        e.model.notice = None;
        assert!(e.shows(hint), "{keys}: {hint}\n{:#?}", e.screen());
    }
}

#[test]
fn a_word_not_typed_to_its_end_is_no_mistake() {
    let mut e = explorer();
    e.press("f type:con");
    assert!(e.shows("completes it: consult") && !e.shows("there is no"), "{:#?}", e.screen());
    e.press("x");
    assert!(e.shows("▲ there is no event type \"conx\""), "{:#?}", e.screen());
    e.press("backspace enter enter");
    assert_eq!(e.model.filter.text(), "type:consult");
    e.press("F f tpye:consult space type:con");
    assert!(e.shows("▲ there is no key"), "another mistake is still told: {:#?}", e.screen());
}

#[test]
fn the_palette_begins_with_what_has_no_key_that_everybody_knows() {
    let mut e = explorer();
    e.press(":");
    let first = e.screen().iter().position(|row| row.contains("▌")).expect("a selected row");
    assert!(e.screen()[first].contains("List events"), "{:#?}", e.screen());
    e.press("forward");
    assert!(e.shows("(there is nothing to go forward to)"), "{:#?}", e.screen());
}

#[test]
fn places_found_stand_below_one_another() {
    let mut e = explorer();
    e.press("ctrl-f putin");
    let screen = e.screen();
    let rows = screen.iter().enumerate().filter(|(_, row)| row.contains(".txt") && row.contains("Putin"));
    // The selected row is bold throughout.
    let others = rows.filter(|(_, row)| !row.contains("▌"));
    let bold = |y: usize| (0..140u16).find(|&x| e.modifiers(x, y as u16).contains(Modifier::BOLD));
    let columns: Vec<_> = others.map(|(y, _)| bold(y)).collect();
    assert!(columns.len() > 1 && columns.windows(2).all(|w| w[0] == w[1]), "{columns:?}\n{screen:#?}");
}

#[test]
fn where_nothing_went_wrong_the_list_says_so() {
    let mut store = dossier::store::StoreBuilder::new();
    let (article, findings) = dossier::store::synthetic::articles(1, 2).next().expect("an article");
    store.add(article, findings);
    let mut e = Explorer::new(store.build(), 60, 12);
    e.press("!");
    assert!(e.shows("no file was skipped, no setting is wrong"), "{:#?}", e.screen());
}

#[test]
fn an_empty_list_says_why_and_so_does_the_pane_beside_it() {
    let mut e = explorer();
    e.press("f type:retreat enter");
    assert!(e.shows("no events under this filter") && e.shows("F drops it"), "{:#?}", e.screen());
    assert!(e.shows("nothing is selected"), "{:#?}", e.screen());
}
