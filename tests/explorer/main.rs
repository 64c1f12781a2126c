//! The explorer's stories, played over a made-up terminal: keys in, focused pane and selected line out.

mod harness;
mod hints;
mod hostile;
mod journeys;
mod random;
mod snapshots;
mod stories;
mod views;
