//! Help, README and manual tell the keys that the keymap has.

use dossier::keys::{Keymap, table};

#[test]
fn the_readmes_key_table_is_the_keymaps() {
    let readme = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).expect("a README");
    let Some((_, rest)) = readme.split_once("<!-- keys -->\n") else { return };
    let (shown, _) = rest.split_once("<!-- /keys -->").expect("the table's end");
    assert_eq!(shown.trim(), table::markdown(&Keymap::default()).trim(), "README's key table is out of step");
}
