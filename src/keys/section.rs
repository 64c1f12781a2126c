//! A configuration's `[keys]`: what can be read of it, and what cannot, line by line.

use toml::de::DeValue;

use super::keymap::{Binding, KeymapError, Mode};

/// The tables of bindings, by the mode they are for.
const TABLES: [(&str, Mode); 2] = [("normal", Mode::Normal), ("prompt", Mode::Prompt)];

/// The bindings of `[keys.normal]` and `[keys.prompt]` in the order of the file, and a line for
/// everything else that stands below `[keys]`. `keys` is the value of that setting and `text` the whole
/// file; `at` is the first byte of the setting's name in it.
pub(crate) fn bindings(text: &str, keys: &DeValue<'_>, at: usize) -> (Vec<Binding>, Vec<KeymapError>) {
    let line_of = |at: usize| 1 + text.as_bytes().iter().take(at).filter(|&&b| b == b'\n').count();
    let (mut found, mut errors): (Vec<(usize, Binding)>, Vec<KeymapError>) = Default::default();
    let mut wrong = |at: usize, what: String| errors.push(KeymapError::Form { line: line_of(at), what });
    let Some(tables) = keys.as_table() else {
        wrong(at, "`keys` is a table: put bindings below [keys.normal] or [keys.prompt]".to_owned());
        return (Vec::new(), errors);
    };
    for (name, table) in tables {
        let (at, name) = (name.span().start, name.get_ref().as_ref());
        let known = TABLES.into_iter().find(|(table, _)| *table == name);
        let (mode, lines) = match (known, table.get_ref()) {
            (Some((_, mode)), DeValue::Table(lines)) => (mode, lines),
            (Some(_), _) => {
                wrong(at, format!("`keys.{name}` is a table of bindings: \"key\" = \"command\""));
                continue;
            }
            (None, DeValue::Table(_)) => {
                wrong(at, format!("there is no table `keys.{name}`{}", nearest(name)));
                continue;
            }
            (None, _) => {
                wrong(at, format!("the binding of `{name}` belongs below [keys.normal] or [keys.prompt]"));
                continue;
            }
        };
        for (keys, command) in lines {
            let at = keys.span().start;
            let keys = keys.get_ref().as_ref();
            match command.get_ref().as_str() {
                Some(command) => {
                    let (keys, command) = (keys.to_owned(), command.to_owned());
                    found.push((at, Binding { mode, keys, command, line: line_of(at) }));
                }
                None => wrong(at, format!("`{keys}` takes a command between quotation marks, or \"none\"")),
            }
        }
    }
    found.sort_by_key(|(at, _)| *at);
    (found.into_iter().map(|(_, binding)| binding).collect(), errors)
}

/// What was probably meant.
fn nearest(name: &str) -> String {
    let near = TABLES
        .iter()
        .map(|(table, _)| (strsim::jaro_winkler(table, name), table))
        .filter(|(score, _)| *score > 0.7)
        .max_by(|a, b| a.0.total_cmp(&b.0));
    near.map_or_else(
        || ": they are `keys.normal` and `keys.prompt`".to_owned(),
        |(_, table)| format!("; did you mean `keys.{table}`?"),
    )
}
