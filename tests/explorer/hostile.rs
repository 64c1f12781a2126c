//! Text that means harm does none.

use dossier::app::cells::mark_of;
use dossier::store::synthetic::{Annotator, person};
use dossier::store::{Skipped, StoreBuilder};

use crate::harness::Explorer;

#[test]
fn no_control_bidi_or_zero_width_character_reaches_the_screen() {
    let text =
        "Title\x1b]0;PWNED\x07 and \u{202e}desrever\u{202c}.\n\nBo\u{200b}b\u{9b}31m \r met \u{feff}Ann\x00.\tEnd.";
    let mut a = Annotator::new("evil\x1b[2J.txt", text);
    let bob = a.actor(person("Bo\u{200b}b\u{9b}31m", &["Bo\u{200b}b\u{9b}31m"]));
    a.event("Bo\u{200b}b\u{9b}31m \r met \u{feff}Ann\x00.", "met", dossier::model::EventType::Consult, &[bob], &[]);
    a.quote("Title\x1b]0;PWNED\x07", Some(bob));
    let mut builder = StoreBuilder::new();
    builder.add(a.article, a.findings);
    builder.skip(Skipped { name: "gone\x1b[31m\u{202e}.txt".into(), reason: "\x07".into() });
    let mut e = Explorer::new(builder.build(), 120, 30);
    for keys in ["", "enter", "2", "3", "4", "enter", "/", "esc", "!", "esc", "ctrl-f pwned", "esc", "y", "?", "esc"] {
        e.press(keys);
        for row in e.screen() {
            assert!(!row.chars().any(|c| c.is_control() || mark_of(c).is_some()), "after {keys}: {row:?}");
        }
    }
}
