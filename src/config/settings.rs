//! The configuration file: what can be set, reading it, printing it.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;
use toml::de::DeTable;

use super::Theme;
use crate::keys::{Binding, Keymap, KeymapError};

/// What the explorer takes from its configuration.
#[derive(Clone, Debug, PartialEq)]
pub struct Config {
    /// A theme's name, or "auto".
    pub theme: String,
    /// Whether the mouse is taken.
    pub mouse: bool,
    /// Whether frames are drawn with - | + alone.
    pub ascii: bool,
    /// The list's share of the width, in percent.
    pub split: u16,
    /// Events of a confidence below this can be hidden.
    pub threshold: f32,
    /// Whether a session is kept for `--resume`.
    pub sessions: bool,
    /// Named queries.
    pub queries: BTreeMap<String, String>,
    /// Lines laid over the embedded keymap.
    pub keys: Vec<Binding>,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            theme: "auto".to_owned(),
            mouse: true,
            ascii: false,
            split: 45,
            threshold: 0.5,
            sessions: true,
            queries: BTreeMap::new(),
            keys: Vec::new(),
        }
    }
}

/// Something that can be set.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    /// Its key.
    pub name: &'static str,
    /// Its JSON type.
    pub kind: &'static str,
    /// What it does.
    pub doc: &'static str,
}

/// Everything that can be set, in the order it is printed.
pub const SETTINGS: &[Setting] = &[
    Setting {
        name: "theme",
        kind: "string",
        doc: "auto, dark, light, sixteen, contrast or mono; auto goes by the environment and honours NO_COLOR",
    },
    Setting { name: "mouse", kind: "boolean", doc: "take the mouse; false leaves it to the terminal" },
    Setting { name: "ascii", kind: "boolean", doc: "draw frames with - | + alone" },
    Setting { name: "split", kind: "integer", doc: "the list's share of the width in percent, 20 to 80" },
    Setting {
        name: "threshold",
        kind: "number",
        doc: "the confidence, 0 to 1, below which `hide-unsure` hides events",
    },
    Setting { name: "sessions", kind: "boolean", doc: "keep where you were and what you marked for --resume" },
    Setting { name: "queries", kind: "object", doc: "named queries: name = \"query\"" },
    Setting {
        name: "keys",
        kind: "object",
        doc: "[keys.normal] and [keys.prompt]: \"key\" = \"command\"; \"none\" takes a key away",
    },
];

/// What is wrong with a configuration. The rest of it holds.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The file cannot be read.
    #[error("cannot be read: {0}")]
    Unreadable(std::io::Error),
    /// It is no TOML.
    #[error("line {line}, column {column}: {what}")]
    Form {
        /// Its line, from 1.
        line: usize,
        /// The character in it, from 1.
        column: usize,
        /// What is wrong.
        what: String,
    },
    /// A key that does not exist.
    #[error("line {line}: there is no setting `{name}`{}", .near.map(|n| format!("; did you mean `{n}`?")).unwrap_or_default())]
    Unknown {
        /// Its line, from 1.
        line: usize,
        /// The key.
        name: String,
        /// The nearest that exists.
        near: Option<&'static str>,
    },
    /// A value that a key does not take.
    #[error("line {line}: `{name}` takes {wanted}")]
    Value {
        /// Its line, from 1.
        line: usize,
        /// The key.
        name: String,
        /// What it takes.
        wanted: &'static str,
    },
    /// Something wrong with a key binding.
    #[error("{0}")]
    Keys(#[from] KeymapError),
}

impl ConfigError {
    /// What is no TOML, on one line, with the place.
    fn of(text: &str, error: &toml::de::Error) -> Self {
        let before = text.get(..error.span().map_or(0, |s| s.start)).unwrap_or_default();
        let line = 1 + before.matches('\n').count();
        let column = 1 + before.rsplit('\n').next().map_or(0, |l| l.chars().count());
        let what = error.message().replace('\n', ", ");
        Self::Form { line, column, what: format!("{what} (the file is TOML: name = value)") }
    }
}

impl Config {
    /// Where the file lies unless it is named: `$XDG_CONFIG_HOME/dossier/config.toml`.
    #[must_use]
    pub fn default_path() -> Option<PathBuf> {
        etcetera::choose_base_strategy().ok().map(|s| s.config_dir().join("dossier").join("config.toml"))
    }

    /// Reads a file. What is wrong is left out and told; a missing default file is no error.
    #[must_use]
    pub fn load(named: Option<&Path>) -> (Self, Vec<ConfigError>) {
        let Some(path) = named.map(Path::to_owned).or_else(Self::default_path) else {
            return (Self::default(), Vec::new());
        };
        match std::fs::read_to_string(&path) {
            Ok(text) => Self::parse(&text),
            Err(e) if named.is_none() && e.kind() == std::io::ErrorKind::NotFound => (Self::default(), Vec::new()),
            Err(error) => (Self::default(), vec![ConfigError::Unreadable(error)]),
        }
    }

    /// Reads a file's text.
    #[must_use]
    pub fn parse(text: &str) -> (Self, Vec<ConfigError>) {
        let mut config = Self::default();
        let table = match DeTable::parse(text) {
            Ok(table) => table,
            Err(e) => return (config, vec![ConfigError::of(text, &e)]),
        };
        let mut errors = Vec::new();
        let line_of = |at: usize| 1 + text.as_bytes().iter().take(at).filter(|&&b| b == b'\n').count();
        for (key, value) in table.get_ref() {
            let name = key.get_ref().as_ref();
            let line = line_of(key.span().start);
            let value = value.get_ref();
            let wrong = |wanted| ConfigError::Value { line, name: name.to_owned(), wanted };
            match name {
                "theme" => match value.as_str() {
                    Some(v) if v == "auto" || Theme::names().any(|n| n == v) => v.clone_into(&mut config.theme),
                    _ => errors.push(wrong("auto, dark, light, sixteen, contrast or mono")),
                },
                "mouse" => match value.as_bool() {
                    Some(v) => config.mouse = v,
                    None => errors.push(wrong("true or false")),
                },
                "ascii" => match value.as_bool() {
                    Some(v) => config.ascii = v,
                    None => errors.push(wrong("true or false")),
                },
                "split" => match value.as_integer().and_then(|i| i.as_str().parse::<u16>().ok()) {
                    Some(v @ 20..=80) => config.split = v,
                    _ => errors.push(wrong("a number from 20 to 80")),
                },
                "threshold" => match number(value).filter(|v| (0.0..=1.0).contains(v)) {
                    Some(v) => config.threshold = v,
                    None => errors.push(wrong("a number from 0 to 1")),
                },
                "sessions" => match value.as_bool() {
                    Some(v) => config.sessions = v,
                    None => errors.push(wrong("true or false")),
                },
                "queries" => match value.as_table() {
                    Some(queries) => {
                        for (name, query) in queries {
                            match query.get_ref().as_str() {
                                Some(q) => {
                                    config.queries.insert(name.get_ref().to_string(), q.to_owned());
                                }
                                None => errors.push(ConfigError::Value {
                                    line: line_of(name.span().start),
                                    name: format!("queries.{}", name.get_ref()),
                                    wanted: "a query between quotation marks",
                                }),
                            }
                        }
                    }
                    None => errors.push(wrong("a table of queries")),
                },
                "keys" => {
                    let (keys, faults) = crate::keys::section::bindings(text, value, key.span().start);
                    errors.extend(faults.into_iter().map(ConfigError::Keys));
                    errors.extend(Keymap::with_overrides(&keys).1.into_iter().map(ConfigError::Keys));
                    config.keys = keys;
                }
                _ => errors.push(unknown(line, name)),
            }
        }
        (config, errors)
    }
}

fn number(value: &toml::de::DeValue<'_>) -> Option<f32> {
    let text = match (value.as_float(), value.as_integer()) {
        (Some(float), _) => float.as_str(),
        (_, integer) => integer?.as_str(),
    };
    text.parse().ok()
}

fn unknown(line: usize, name: &str) -> ConfigError {
    let near = SETTINGS
        .iter()
        .map(|s| (strsim::jaro_winkler(s.name, name), s.name))
        .filter(|(score, _)| *score > 0.7)
        .max_by(|a, b| a.0.total_cmp(&b.0));
    ConfigError::Unknown { line, name: name.to_owned(), near: near.map(|(_, n)| n) }
}

/// A configuration as a file that gives it, every setting documented.
#[must_use]
pub fn effective(config: &Config) -> String {
    let mut out = String::new();
    for setting in SETTINGS {
        let _ = writeln!(out, "# {}", setting.doc);
        let _ = match setting.name {
            "theme" => writeln!(out, "theme = {}", toml::Value::from(config.theme.as_str())),
            "mouse" => writeln!(out, "mouse = {}", config.mouse),
            "ascii" => writeln!(out, "ascii = {}", config.ascii),
            "split" => writeln!(out, "split = {}", config.split),
            "threshold" => writeln!(out, "threshold = {:?}", config.threshold),
            "sessions" => writeln!(out, "sessions = {}", config.sessions),
            "queries" => {
                let _ = writeln!(out, "[queries]");
                config.queries.iter().try_for_each(|(name, query)| {
                    writeln!(out, "{} = {}", toml::Value::from(name.as_str()), toml::Value::from(query.as_str()))
                })
            }
            _ => {
                let _ = writeln!(out, "[keys.normal]");
                bindings(&mut out, config, crate::keys::Mode::Normal);
                let _ = writeln!(out, "[keys.prompt]");
                bindings(&mut out, config, crate::keys::Mode::Prompt);
                Ok(())
            }
        };
        out.push('\n');
    }
    out
}

fn bindings(out: &mut String, config: &Config, mode: crate::keys::Mode) {
    for binding in config.keys.iter().filter(|b| b.mode == mode) {
        let (keys, command) = (binding.keys.as_str(), binding.command.as_str());
        let _ = writeln!(out, "{} = {}", toml::Value::from(keys), toml::Value::from(command));
    }
}

/// The configuration's JSON schema.
#[must_use]
pub fn schema() -> serde_json::Value {
    let properties: serde_json::Map<String, serde_json::Value> = SETTINGS
        .iter()
        .map(|s| {
            let mut property = serde_json::json!({ "type": s.kind, "description": s.doc });
            let (key, value) = match s.name {
                "theme" => ("enum", std::iter::once("auto").chain(Theme::names()).collect()),
                "split" => ("minimum", 20.into()),
                "threshold" => ("minimum", 0.into()),
                "queries" => ("additionalProperties", serde_json::json!({ "type": "string" })),
                _ => return (s.name.to_owned(), property),
            };
            property[key] = value;
            match s.name {
                "split" => property["maximum"] = 80.into(),
                "threshold" => property["maximum"] = 1.into(),
                _ => {}
            }
            (s.name.to_owned(), property)
        })
        .collect();
    serde_json::json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "dossier configuration",
        "type": "object",
        "additionalProperties": false,
        "properties": properties,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_are_read() {
        let (config, errors) = Config::parse(
            "theme = \"light\"\nmouse = false\nsplit = 60\n[queries]\nindia = \"actor:india\"\n[keys.normal]\n\"ctrl-x\" = \"quit\"\n",
        );
        assert!(errors.is_empty(), "{errors:?}");
        assert_eq!((config.theme.as_str(), config.mouse, config.split), ("light", false, 60));
        assert_eq!(config.queries["india"], "actor:india");
        assert_eq!(config.keys.len(), 1);
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line_and_the_rest_holds() {
        let (config, errors) =
            Config::parse("ascii = true\nthme = \"dark\"\nsplit = 99\n[keys.normal]\n\"x\" = \"quti\"\n");
        let text: Vec<String> = errors.iter().map(ToString::to_string).collect();
        assert!(config.ascii);
        assert!(text.iter().any(|t| t.contains("line 2") && t.contains("did you mean `theme`")), "{text:?}");
        assert!(text.iter().any(|t| t.contains("line 3") && t.contains("20 to 80")), "{text:?}");
        assert!(text.iter().any(|t| t.contains("line 5") && t.contains("did you mean `quit`")), "{text:?}");
    }

    #[test]
    fn what_stands_wrong_below_keys_is_told_and_the_rest_holds() {
        let (config, errors) = Config::parse(
            "[keys]\n\"x\" = \"quit\"\n[keys.normal]\n\"ctrl-x\" = 5\n\"ctrl-y\" = \"quit\"\n[keys.norml]\n\"z\" = \"quit\"\n",
        );
        let text: Vec<String> = errors.iter().map(ToString::to_string).collect();
        assert_eq!(text.len(), 3, "{text:?}");
        assert!(text.iter().any(|t| t.contains("line 2: ") && t.contains("below [keys.normal]")), "{text:?}");
        assert!(text.iter().any(|t| t.contains("line 4: `ctrl-x` takes a command")), "{text:?}");
        assert!(text.iter().any(|t| t.contains("line 6: ") && t.contains("did you mean `keys.normal`")), "{text:?}");
        assert_eq!(config.keys.len(), 1);
        let (_, errors) = Config::parse("keys = 3\n");
        assert!(errors[0].to_string().starts_with("line 1: `keys` is a table"), "{errors:?}");
    }

    #[test]
    fn what_is_no_toml_is_told_on_one_line_with_its_place() {
        let (_, errors) = Config::parse("ascii = true\ntheme = dark\n");
        let text = errors[0].to_string();
        assert!(text.starts_with("line 2, column 9: ") && !text.contains('\n'), "{text}");
    }

    #[test]
    fn what_is_printed_reads_back_as_itself() {
        let (config, errors) = Config::parse(
            "theme = \"mono\"\n[queries]\n\"a b\" = 'quote:\"x\"'\n[keys.normal]\n'\"' = \"quotes\"\n[keys.prompt]\n\"tab\" = \"none\"\n",
        );
        assert!(errors.is_empty(), "{errors:?}");
        let (again, errors) = Config::parse(&effective(&config));
        assert!(errors.is_empty(), "{errors:?}");
        let bare = |c: &Config| c.keys.iter().map(|b| (b.mode, b.keys.clone(), b.command.clone())).collect::<Vec<_>>();
        assert_eq!(bare(&again), bare(&config));
        assert_eq!(Config { keys: Vec::new(), ..again }, Config { keys: Vec::new(), ..config });
    }

    #[test]
    fn every_setting_is_in_the_schema() {
        let schema = schema();
        for setting in SETTINGS {
            assert!(schema["properties"][setting.name].is_object(), "{}", setting.name);
        }
    }
}
