//! How the views are turned: what their own keys changed, and what "back" brings again.

use std::collections::BTreeSet;

use super::model::View;
use crate::model::{ActorId, StoryId};
use crate::store::Grain;

/// How the views are turned.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Display {
    /// The events' list has a row for every report, not one for all reports of a story.
    pub reports: bool,
    /// How much time a bar of the timeline covers; `None`: as fits.
    pub grain: Option<Grain>,
    /// The timeline has a lane for each actor instead of bars.
    pub lanes: bool,
    /// The column of time selected in the lanes, of [`super::rows::LANE_BINS`]; `None`: all time.
    pub bin: Option<usize>,
    /// The actor the network is looked at from; `None`: the most active.
    pub centre: Option<ActorId>,
    /// The network is a matrix of actors.
    pub matrix: bool,
    /// The matrix's column selected.
    pub column: usize,
    /// The two actors of the pair.
    pub pair: Option<(ActorId, ActorId)>,
}

impl Display {
    /// What of it decides the rows of a view.
    pub(super) fn of_view(self, view: View) -> Self {
        let Self { reports, grain, lanes, bin: _, centre, matrix, column: _, pair } = self;
        let none = Self::default();
        match view {
            View::Events => Self { reports, ..none },
            // lanes have columns of their own
            View::Timeline if lanes => Self { lanes, ..none },
            View::Timeline => Self { grain, ..none },
            View::Network => Self { centre, matrix, ..none },
            View::Pair => Self { pair, ..none },
            View::Actors | View::Quotes | View::Articles => none,
        }
    }
}

/// Which stories show all their reports.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folds {
    /// True where all do but the exceptions; false where none does but them.
    all: bool,
    exceptions: BTreeSet<StoryId>,
    /// Changes whenever a story is folded or unfolded.
    pub(super) revision: u64,
}

impl Folds {
    /// True where the story's reports are shown.
    #[must_use]
    pub fn is_open(&self, story: StoryId) -> bool {
        self.all != self.exceptions.contains(&story)
    }

    /// True where no story is unfolded.
    #[must_use]
    pub fn are_closed(&self) -> bool {
        !self.all && self.exceptions.is_empty()
    }

    /// True where all are unfolded but some, and these; or else false, and those that are unfolded.
    pub fn parts(&self) -> (bool, impl Iterator<Item = StoryId>) {
        (self.all, self.exceptions.iter().copied())
    }

    /// Takes up what [`Folds::parts`] told.
    pub(super) fn restore(&mut self, all: bool, exceptions: impl Iterator<Item = StoryId>) {
        self.all = all;
        self.exceptions = exceptions.collect();
        self.revision += 1;
    }

    /// Unfolds or folds a story.
    pub(super) fn set(&mut self, story: StoryId, open: bool) {
        let changed = if self.all == open { self.exceptions.remove(&story) } else { self.exceptions.insert(story) };
        self.revision += u64::from(changed);
    }

    /// Unfolds or folds all stories.
    pub(super) fn set_all(&mut self, open: bool) {
        self.exceptions.clear();
        self.all = open;
        self.revision += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_story_is_folded_by_itself_and_with_all_others() {
        let mut folds = Folds::default();
        folds.set(StoryId(3), true);
        assert!(folds.is_open(StoryId(3)) && !folds.is_open(StoryId(4)));
        folds.set_all(true);
        folds.set(StoryId(3), false);
        assert!(!folds.is_open(StoryId(3)) && folds.is_open(StoryId(4)));
        let before = folds.revision;
        folds.set(StoryId(3), false);
        assert_eq!(folds.revision, before, "nothing changed");
        folds.set_all(false);
        assert!(folds.are_closed());
    }
}
