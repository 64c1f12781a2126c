//! The explorer without a terminal: its state ([`Model`]), everything that can happen to it
//! ([`Action`], [`Command`]), and [`update`], which is pure: what has to be done outside comes back
//! as [`Effect`]s.

pub mod action;
pub mod annotations;
pub mod background;
pub mod cells;
pub mod cite;
pub mod command;
pub mod detail;
pub mod display;
pub mod filter;
pub mod history;
mod item;
pub mod labels;
pub mod layout;
pub mod line_edit;
pub mod model;
pub mod overlay;
mod pending;
pub mod rows;
pub mod session;
pub mod source;
pub mod sparkline;
pub mod style_role;
mod update;
mod view;
pub mod wrap;

pub use action::{Action, Effect};
pub use command::Command;
pub use model::{Item, Mode, Model, View};
pub use update::update;
