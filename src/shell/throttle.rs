//! When the explorer takes in what the loader tells.
//!
//! A list that jumps under the reader's hand is a nuisance, and making it anew costs time that a key
//! then waits for. So news of loading is held while keys are pressed, taken in when they rest, and
//! taken in no more often than a twentieth of the time allows.

use std::time::{Duration, Instant};

use crate::app::action::Progress;

/// Between two times of taking in.
const EACH: Duration = Duration::from_millis(250);
/// After a key nothing but that key changes the screen for so long.
const REST: Duration = Duration::from_millis(150);
/// Whatever is pressed, news is no older than this.
const OLDEST: Duration = Duration::from_secs(2);
/// Of this many parts of the time one may be spent on taking in.
const SHARE: u32 = 20;

/// Holds the newest of what the loader told until its time has come.
#[derive(Debug)]
pub(super) struct Throttle {
    held: Option<Progress>,
    /// When it began, then when something was last taken in.
    taken: Instant,
    began: bool,
    cost: Duration,
    key: Option<Instant>,
}

impl Throttle {
    pub(super) fn new(now: Instant) -> Self {
        Self { held: None, taken: now, began: false, cost: Duration::ZERO, key: None }
    }

    /// The loader told something: what it told before is of no interest any more.
    pub(super) fn hold(&mut self, progress: Progress) {
        self.held = Some(progress);
    }

    /// A key was pressed, or the mouse.
    pub(super) fn press(&mut self, now: Instant) {
        self.key = Some(now);
    }

    /// When what is held is to be taken in; `None` where nothing is. It may be in the past.
    pub(super) fn due(&self) -> Option<Instant> {
        let held = self.held.as_ref()?;
        // The first and the last news come at once.
        if !self.began || held.end.is_some() {
            return Some(self.taken);
        }
        let pause = EACH.max(self.cost * SHARE);
        let rested = self.key.map_or(self.taken, |key| key + REST);
        Some((self.taken + pause).max(rested.min(self.taken + pause.max(OLDEST))))
    }

    /// What is held, where its time has come.
    pub(super) fn take(&mut self, now: Instant) -> Option<Progress> {
        self.due().filter(|&due| due <= now)?;
        (self.taken, self.began) = (now, true);
        self.held.take()
    }

    /// How long taking it in took.
    pub(super) fn took(&mut self, cost: Duration) {
        self.cost = cost;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::action::LoadEnd;

    const MS: Duration = Duration::from_millis(1);

    fn after_first(start: Instant) -> Throttle {
        let mut throttle = Throttle::new(start);
        throttle.hold(Progress::default());
        assert!(throttle.take(start + MS * 5).is_some(), "the first news comes at once");
        throttle.hold(Progress::default());
        throttle
    }

    #[test]
    fn news_comes_four_times_a_second_and_the_end_at_once() {
        let start = Instant::now();
        let mut throttle = after_first(start);
        assert!(throttle.take(start + MS * 200).is_none());
        assert!(throttle.take(start + MS * 260).is_some());
        assert_eq!(throttle.due(), None, "nothing is held");
        throttle.hold(Progress { end: Some(LoadEnd::Complete), ..Progress::default() });
        assert!(throttle.take(start + MS * 261).is_some());
    }

    #[test]
    fn keys_hold_it_up_but_not_for_ever() {
        let start = Instant::now();
        let mut throttle = after_first(start);
        for at in (0..1900).step_by(100) {
            throttle.press(start + MS * at);
            assert!(throttle.take(start + MS * (at + 50)).is_none(), "at {at}");
        }
        throttle.press(start + MS * 2000);
        assert!(throttle.take(start + MS * 2010).is_some(), "two seconds are the most");
    }

    #[test]
    fn what_takes_long_is_done_seldom() {
        let start = Instant::now();
        let mut throttle = after_first(start);
        throttle.took(MS * 50);
        assert!(throttle.take(start + MS * 900).is_none());
        assert!(throttle.take(start + MS * 1010).is_some());
    }
}
