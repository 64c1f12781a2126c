//! Front matter: the metadata at the top of Markdown files, between `---` lines (YAML) or `+++` lines (TOML).

use chrono::NaiveDate;
use saphyr_parser::{Event, Parser, ScalarStyle};

use super::parse_day;

/// The metadata of a front matter block.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct FrontMatter {
    /// Length of the block in bytes, closing line included; the article's text begins after it.
    pub len: usize,
    /// `title`.
    pub title: Option<String>,
    /// `source`, or a field with the same meaning.
    pub source: Option<String>,
    /// `date`, or a field with the same meaning.
    pub published: Option<NaiveDate>,
}

/// Fields with the publication date, best first.
const DATES: &[&str] = &["date", "published", "published_time", "publication_date", "pubdate", "date_publish"];
/// Fields with the outlet, best first.
const SOURCES: &[&str] = &["source", "source_url", "outlet", "publisher", "site", "url", "link"];

/// Reads the block at the beginning of `text`; `None` if there is none, or if it is never closed.
pub(super) fn read(text: &str) -> Option<FrontMatter> {
    let fence = ["---", "+++"].into_iter().find(|f| text.starts_with(f))?;
    let mut lines = Lines { text, at: 0 };
    if lines.next()?.1.trim_end() != fence {
        return None;
    }
    let begin = lines.at;
    let (end, len) = loop {
        let (start, line) = lines.next()?;
        if line.trim_end() == fence || (fence == "---" && line.trim_end() == "...") {
            break (start, lines.at);
        }
    };
    let block = &text[begin..end];
    let fields = if fence == "+++" { toml_fields(block)? } else { yaml_fields(block)? };
    let get = |names: &[&str]| {
        let field = |name: &&str| fields.iter().find(|(k, v)| k == name && !v.is_empty());
        names.iter().find_map(field).map(|(_, v)| v.clone())
    };
    let published =
        DATES.iter().find_map(|name| fields.iter().find(|(k, _)| k == name).and_then(|(_, v)| parse_day(v)));
    Some(FrontMatter { len, title: get(&["title"]), source: get(SOURCES), published })
}

/// Lines of a text, whatever its line endings, with the byte at which each begins.
struct Lines<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Iterator for Lines<'t> {
    type Item = (usize, &'t str);

    fn next(&mut self) -> Option<Self::Item> {
        let (start, rest) = (self.at, &self.text[self.at..]);
        if rest.is_empty() {
            return None;
        }
        let end = rest.find(['\n', '\r']).unwrap_or(rest.len());
        let mark = if rest[end..].starts_with("\r\n") { 2 } else { usize::from(end < rest.len()) };
        self.at += end + mark;
        Some((start, &rest[..end]))
    }
}

fn toml_fields(block: &str) -> Option<Vec<(String, String)>> {
    let plain = block.replace("\r\n", "\n").replace('\r', "\n");
    let table: toml::Table = plain.parse().ok()?;
    let shown = |v: toml::Value| match v {
        toml::Value::String(s) => s,
        other => other.to_string(),
    };
    Some(table.into_iter().map(|(k, v)| (k.to_ascii_lowercase(), shown(v))).collect())
}

/// The top-level fields of a YAML block. `None` if a line is neither a field nor part of one: then the block is not
/// metadata.
///
/// Each field is parsed on its own and taken literally if it is not valid YAML: a title that contains a colon or
/// quotation marks (`title: Trump: no deal`) must not invalidate the other fields.
fn yaml_fields(block: &str) -> Option<Vec<(String, String)>> {
    let mut fields: Vec<(String, usize, usize)> = Vec::new();
    for (start, line) in (Lines { text: block, at: 0 }) {
        let continues = line.starts_with([' ', '\t', '-', '#']) || line.trim().is_empty();
        if !continues {
            let (key, _) = line.split_once(':')?;
            if key.is_empty() || !key.chars().all(|c| c.is_alphanumeric() || "_- \"'".contains(c)) {
                return None;
            }
            let name = key.trim().trim_matches(['"', '\'']).to_ascii_lowercase().replace('-', "_");
            fields.push((name, start, start));
        }
        if let Some((.., end)) = fields.last_mut() {
            *end = start + line.len();
        }
    }
    let value = |field: &str| yaml_value(field).unwrap_or_else(|| literal_value(field));
    Some(fields.into_iter().map(|(name, start, end)| (name, value(&block[start..end]))).collect())
}

/// The value of one YAML field, on one line: its scalar, or the first scalar of its list; empty if it has neither.
/// `None` if the field is not valid YAML.
fn yaml_value(field: &str) -> Option<String> {
    let (mut scalars, mut inside) = (Vec::new(), 0usize);
    for event in Parser::new_from_str(field) {
        match event.ok()?.0 {
            Event::MappingStart(..) => inside += 1,
            Event::MappingEnd => inside = inside.saturating_sub(1),
            // The first scalar is the key; scalars of nested mappings belong to other fields.
            Event::Scalar(value, style, ..) if inside == 1 && scalars.len() < 2 => {
                let null = style == ScalarStyle::Plain && matches!(&*value, "" | "~" | "null");
                scalars.push(if null { String::new() } else { on_one_line(&value) });
            }
            _ => {}
        }
    }
    Some(scalars.into_iter().nth(1).unwrap_or_default())
}

/// The text after the colon, on one line, without enclosing quotation marks.
fn literal_value(field: &str) -> String {
    let raw = on_one_line(field.split_once(':').map_or(field, |(_, value)| value));
    let inner = ['"', '\''].into_iter().find_map(|mark| raw.strip_prefix(mark)?.strip_suffix(mark));
    inner.map_or_else(|| raw.clone(), str::to_owned)
}

fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yaml_gives_title_source_and_date() {
        let text = "---\ndate: '2025-01-27'\ntags:\n- a\n- b\nsource_url: https://x.example/a\n\
                    title: \"The Premier\\u2019s Call with the Minister\\\n  \\ of Trade\"\n---\n\nToday, they met.";
        let found = read(text).unwrap();
        assert_eq!(found.title.as_deref(), Some("The Premier’s Call with the Minister of Trade"));
        assert_eq!(found.source.as_deref(), Some("https://x.example/a"));
        assert_eq!(found.published, NaiveDate::from_ymd_opt(2025, 1, 27));
        assert_eq!(&text[found.len..], "\nToday, they met.");
    }

    #[test]
    fn an_invalid_field_is_taken_literally() {
        let fields = |block: &str| {
            let found = read(&format!("---\n{block}\n---\nText")).unwrap();
            (found.title.unwrap_or_default(), found.source.unwrap_or_default())
        };
        for (block, title, source) in [
            ("title: Trump: no deal\nsource: Reuters", "Trump: no deal", "Reuters"),
            ("title: \"No \"deal\" yet\"\nsource: Reuters # wire", "No \"deal\" yet", "Reuters"),
            ("title: >-\n  A call\n  was made\nsource:\n- AP\n- AFP", "A call was made", "AP"),
            ("title: 'It''s over'\nsource: ~", "It's over", ""),
            ("title: @home\nsource: [AP, AFP]", "@home", "AP"),
            ("title: *nowhere\nsource: {name: AP}", "*nowhere", ""),
            ("\"Title\": A # B\nsource: &a AP", "A", "AP"),
        ] {
            assert_eq!(fields(block), (title.to_owned(), source.to_owned()), "{block}");
        }
    }

    #[test]
    fn deep_nesting_and_long_values_are_read_in_linear_time() {
        for value in ["[".repeat(200_000), "{a: ".repeat(50_000), "\"\\".repeat(100_000), "- ".repeat(100_000)] {
            let text = format!("---\ntitle: A\ntags: {value}\n---\nText");
            assert_eq!(read(&text).and_then(|f| f.title).as_deref(), Some("A"));
        }
    }

    #[test]
    fn toml_and_other_line_endings_are_read() {
        let text = "+++\r\ntitle = \"A call\"\r\ndate = 2025-01-27\r\n+++\r\nText";
        let found = read(text).unwrap();
        assert_eq!((found.title.as_deref(), &text[found.len..]), (Some("A call"), "Text"));
        assert_eq!(found.published, NaiveDate::from_ymd_opt(2025, 1, 27));
        assert_eq!(read("---\rtitle: A\r---\rText").map(|f| f.len), Some(17));
    }

    #[test]
    fn a_horizontal_rule_is_not_front_matter() {
        assert_eq!(read("---\nHe left. Then she said: no.\n---\n"), None);
        assert_eq!(read("---\ntitle: never closed\n"), None);
        assert_eq!(read("----\ntitle: x\n---\n"), None);
    }
}
