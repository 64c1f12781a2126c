//! The rule book: every rule of extraction with its name, its reason and the texts that prove it.
//!
//! A rule is one decision: "this word names a person, since he speaks", "this event is only planned". Its code
//! stands in the room of its pass (`src/extract/<pass>`); its entry stands here, in the file of its pass. Frames, the
//! rules that tell which words are which event, are lines of `assets/frames` and join the book when it is read.
//!
//! # How to add a rule
//!
//! 1. Choose the pass: what is decided? [`Pass`] lists them in the order in which they run; a rule may read only what
//!    the passes before it decided.
//! 2. Copy this skeleton into the file of the pass, in alphabetical order:
//!
//! ```text
//!     /// What the rule says, in one plain sentence that completes "because …".
//!     MY_RULE "pass.my-rule"
//!     yes [
//!         // a text in which it fires, and what the decision's line must hold (see `fired`); at least one, of
//!         // another wording than the text that made you write the rule
//!         ("The minister, who had resigned, met Putin.", "CONSULT"),
//!     ]
//!     no [
//!         // a text that comes near and in which it must not fire; at least one
//!         "The ministry met its targets.",
//!     ];
//! ```
//!
//! 3. In the code, decide with it: `Why::words(&rules::pass::MY_RULE, span)`. Where a decision leaves no trace in the
//!    findings (something is dropped or preferred), call `analysis.fired(&rules::pass::MY_RULE, span)`.
//! 4. `cargo test --test rules` fires every `yes`, checks every `no`, and keeps `docs/rules.md` in step.
//! 5. `train gold --rules` tells what it is worth: how often it fires, how often that is right, and what is lost
//!    without it.

/// Entries of the book, one `pub static` each, and `ALL` with all of them in order.
macro_rules! rules {
    (Pass::$pass:ident; $($(#[doc = $doc:literal])+ $name:ident $id:literal
        yes [$(($text:literal, $gives:literal)),* $(,)?] no [$($no:literal),* $(,)?];)*) => {
        $(
            $(#[doc = $doc])+
            pub static $name: $crate::model::Rule = $crate::model::Rule {
                id: $id,
                pass: $crate::model::Pass::$pass,
                doc: concat!($($doc),+),
                yes: &[$($crate::model::Example { text: $text, gives: $gives }),*],
                no: &[$($no),*],
            };
        )*

        /// Every rule of this pass, sorted by name.
        pub static ALL: &[&$crate::model::Rule] = &[$(&$name),*];
    };
}

pub mod arguments;
pub mod attribution;
pub mod coreference;
pub mod dates;
pub mod dating;
pub mod factuality;
pub mod filters;
pub mod identity;
pub mod layout;
pub mod marks;
pub mod names;
pub mod quotes;
pub mod scoring;
pub mod triggers;

use crate::model::{Pass, Rule};

/// The rules of a pass, sorted by name; the frames are not among those of [`Pass::Triggers`].
#[must_use]
pub fn of(pass: Pass) -> &'static [&'static Rule] {
    match pass {
        Pass::Layout => layout::ALL,
        Pass::Marks => marks::ALL,
        Pass::Dates => dates::ALL,
        Pass::Names => names::ALL,
        Pass::Identity => identity::ALL,
        Pass::Attribution => attribution::ALL,
        Pass::Coreference => coreference::ALL,
        Pass::Quotes => quotes::ALL,
        Pass::Triggers => triggers::ALL,
        Pass::Arguments => arguments::ALL,
        Pass::Factuality => factuality::ALL,
        Pass::Filters => filters::ALL,
        Pass::Dating => dating::ALL,
        Pass::Scoring => scoring::ALL,
    }
}

/// Every rule of the book but the frames, in the order of the passes.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    Pass::ALL.into_iter().flat_map(of).copied()
}
