//! Where the people of an event stand that no frame knows: `assets/frames/judged.tsv`.

use std::sync::LazyLock;

use crate::extract::events::frames::frame::{Frame, People};
use crate::extract::events::frames::table;
use crate::model::EventType;
use crate::rules;

const TABLE: &str = include_str!("../../../../assets/frames/judged.tsv");

/// Frames without conditions, by type: of verbs, then of nouns.
static FRAMES: LazyLock<Vec<[Frame; 2]>> = LazyLock::new(|| {
    let frame = |kind, class| Frame {
        rule: &rules::triggers::JUDGED,
        conditions: Box::default(),
        weight: 0,
        kind,
        mode: None,
        people: people(kind, class).unwrap_or(People { source: [].into(), target: [].into(), reciprocal: false }),
    };
    EventType::ALL.into_iter().map(|kind| ["v", "n"].map(|class| frame(kind, class))).collect()
});

/// The frame of a type for a word that no table knows.
pub(super) fn frame(kind: EventType, is_noun: bool) -> &'static Frame {
    &FRAMES[kind as usize][usize::from(is_noun)]
}

fn people(kind: EventType, class: &str) -> Option<People> {
    table::lines(TABLE).find_map(|(_, line)| {
        let mut cells = line.split('\t');
        let fits = cells.next()? == kind.name() && cells.next()? == class;
        fits.then(|| table::people_of(cells.next()?).ok()).flatten()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_type_has_its_people() {
        for kind in EventType::ALL {
            for class in ["v", "n"] {
                assert!(people(kind, class).is_some(), "{kind} {class}");
            }
        }
    }
}
