//! Keys: what the terminal sent ([`Chord`]), what it is bound to ([`Keymap`]), and the tables that
//! help, README and man page print ([`table`]).
//!
//! Bindings are data: `assets/keymap.toml` is embedded, a user's configuration changes single lines.

mod chord;
mod keymap;
mod reader;
pub mod recording;
pub(crate) mod section;
pub mod table;

pub use chord::{Chord, Key, UnknownKey};
pub use keymap::{Binding, Keymap, KeymapError, Lookup, Mode};
pub use reader::KeyReader;
