//! Saving and resuming a session.

use crate::app::action::Notice;
use crate::app::history::Place;
use crate::app::model::{Item, Model};
use crate::app::session::{Finder, LONGEST, Session, Spot, Thing, named, spot};
use crate::store::Store;

impl Model {
    /// What is to be kept of this run.
    #[must_use]
    pub fn session(&self, store: &Store) -> Session {
        let last = |all: &[Place]| -> Vec<Spot> {
            all[all.len().saturating_sub(LONGEST)..].iter().map(|p| spot(store, p)).collect()
        };
        let head = |story| named(store, Item::Event(store.story(story).head()));
        Session {
            here: spot(store, &self.place()),
            back: last(self.history.trail()),
            forward: last(self.history.ahead()),
            marks: self.marks.iter().filter_map(|&m| named(store, m)).collect(),
            places: self.places.iter().map(|(&letter, place)| (letter, spot(store, place))).collect(),
            filters_typed: self.filters_typed.clone(),
            hides_unsure: self.hides_unsure,
            split: Some(self.split),
            folds: (self.folds.parts().0, self.folds.parts().1.filter_map(head).collect()),
        }
    }

    /// Takes up a session. A reader who has moved on already stays where they are and gets back what
    /// was marked and kept.
    pub(super) fn resume(&mut self, store: &Store, session: &Session) {
        let finder = Finder::new(store);
        let place = |s: &Spot| finder.place(s);
        let marks: Vec<Item> = session.marks.iter().filter_map(|m| finder.find(m)).collect();
        let lost = session.marks.len() - marks.len();
        self.marks.extend(marks);
        self.places.extend(session.places.iter().map(|(letter, s)| (*letter, place(s))));
        let mut typed = session.filters_typed.clone();
        typed.retain(|t| !self.filters_typed.contains(t));
        typed.append(&mut self.filters_typed);
        self.filters_typed = typed;
        let back = if self.touched { "marks and places of the last session are" } else { "the last session is" };
        if !self.touched {
            self.hides_unsure = session.hides_unsure;
            self.split = session.split.map_or(self.split, |s| s.clamp(20, 80));
            let story = |thing: &Thing| match finder.find(thing) {
                Some(Item::Event(event)) => Some(store.story_of(event)),
                _ => None,
            };
            self.folds.restore(session.folds.0, session.folds.1.iter().filter_map(story));
            self.history.restore(session.back.iter().map(place).collect(), session.forward.iter().map(place).collect());
            // What was selected may have come in since the lists were made.
            self.lists.iter_mut().for_each(|list| list.key = None);
            self.go_to(place(&session.here), store);
            self.touched = true;
        }
        let gone = if lost > 0 { format!("; {lost} marked before are gone from the input") } else { String::new() };
        self.notice = Some(Notice::done(format!("{back} back{gone}")));
    }
}
