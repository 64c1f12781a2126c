//! Display options of each view: what its own keys change, and "back" restores.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::view::View;
use crate::model::{ActorId, StoryId};
use crate::store::Grain;

/// What a row of the events' list stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum EventsAs {
    /// All reports of one event.
    #[default]
    Stories,
    /// One report.
    Reports,
}

/// What the timeline draws.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TimelineAs {
    /// A bar for each stretch of time, of all events.
    #[default]
    Bars,
    /// A lane for each actor.
    Lanes,
}

/// What the network draws.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NetworkAs {
    /// The ties of one actor.
    #[default]
    Ties,
    /// A matrix of the most active actors.
    Matrix,
}

impl EventsAs {
    /// The other layout.
    #[must_use]
    pub fn toggled(self) -> Self {
        if self == Self::Stories { Self::Reports } else { Self::Stories }
    }
}

impl TimelineAs {
    /// The other layout.
    #[must_use]
    pub fn toggled(self) -> Self {
        if self == Self::Bars { Self::Lanes } else { Self::Bars }
    }
}

impl NetworkAs {
    /// The other layout.
    #[must_use]
    pub fn toggled(self) -> Self {
        if self == Self::Ties { Self::Matrix } else { Self::Ties }
    }
}

/// Display options of all views.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Display {
    /// What a row of the events' list stands for.
    pub events: EventsAs,
    /// How much time a bar of the timeline covers; `None`: as fits.
    pub grain: Option<Grain>,
    /// What the timeline draws.
    pub timeline: TimelineAs,
    /// The column of time selected in the lanes, of [`super::rows::LANE_BINS`]; `None`: all time.
    pub bin: Option<usize>,
    /// The actor at the centre of the network; `None`: the most active.
    pub centre: Option<ActorId>,
    /// What the network draws.
    pub network: NetworkAs,
    /// The matrix's column selected.
    pub column: usize,
    /// The two actors of the pair.
    pub pair: Option<(ActorId, ActorId)>,
}

impl Display {
    /// The options that the rows of a view depend on.
    pub(super) fn of_view(self, view: View) -> Self {
        let Self { events, grain, timeline, bin: _, centre, network, column: _, pair } = self;
        let none = Self::default();
        match view {
            View::Events => Self { events, ..none },
            // lanes have columns of their own
            View::Timeline if timeline == TimelineAs::Lanes => Self { timeline, ..none },
            View::Timeline => Self { grain, ..none },
            View::Network => Self { centre, network, ..none },
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
    exceptions: Arc<BTreeSet<StoryId>>,
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
        self.exceptions = Arc::new(exceptions.collect());
    }

    /// Unfolds or folds a story.
    pub(super) fn set(&mut self, story: StoryId, open: bool) {
        if self.is_open(story) != open {
            let exceptions = Arc::make_mut(&mut self.exceptions);
            if self.all == open {
                exceptions.remove(&story)
            } else {
                exceptions.insert(story)
            };
        }
    }

    /// Unfolds or folds all stories.
    pub(super) fn set_all(&mut self, open: bool) {
        self.exceptions = Arc::default();
        self.all = open;
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
        let before = folds.clone();
        folds.set(StoryId(3), true);
        folds.set(StoryId(3), false);
        assert_eq!(folds, before, "it is as it was");
        folds.set_all(false);
        assert!(folds.are_closed());
    }
}
