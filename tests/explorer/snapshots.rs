//! A few whole screens, read by a person.

use dossier::store::synthetic::small;

use crate::harness::Explorer;

fn shot(width: u16, height: u16, theme: &str, keys: &str) -> String {
    let mut e = Explorer::dressed(small(), width, height, theme);
    e.press(keys);
    e.screen().join("\n")
}

#[test]
fn three_panes() {
    insta::assert_snapshot!(shot(120, 40, "dark", "j"));
}

#[test]
fn two_panes() {
    insta::assert_snapshot!(shot(80, 24, "dark", "j enter"));
}

#[test]
fn one_pane() {
    insta::assert_snapshot!(shot(40, 10, "dark", "j"));
}

#[test]
fn the_finder() {
    insta::assert_snapshot!(shot(100, 24, "mono", "/ mo"));
}

#[test]
fn an_actor() {
    insta::assert_snapshot!(shot(120, 40, "mono", "/ modi enter"));
}
