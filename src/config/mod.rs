//! Settings: one TOML file, themes, and where files lie.

mod settings;
pub mod theme;

pub use settings::{Config, ConfigError, SETTINGS, Setting, effective, schema};
pub use theme::Theme;
