//! The explorer's stories, played over a made-up terminal: keys in, focused pane and selected line out.

mod harness;
mod hostile;
mod keys_in_step;
mod random;
mod snapshots;
mod stories;
