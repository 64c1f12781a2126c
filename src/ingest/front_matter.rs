//! The block of metadata at the top of Markdown files, between `---` lines (YAML) or `+++` (TOML).

use chrono::NaiveDate;

use super::parse_day;

/// What a front matter block said.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct FrontMatter {
    /// Bytes of the block, its closing line included: the article's text begins after them.
    pub len: usize,
    /// `title`.
    pub title: Option<String>,
    /// `source`, or a field of the same meaning.
    pub source: Option<String>,
    /// `date`, or a field of the same meaning.
    pub published: Option<NaiveDate>,
}

/// Fields that tell the day of publication, the best first.
const DATES: &[&str] = &["date", "published", "published_time", "publication_date", "pubdate", "date_publish"];
/// Fields that tell the outlet, the best first.
const SOURCES: &[&str] = &["source", "source_url", "outlet", "publisher", "site", "url", "link"];

/// The block at the beginning of `text`; `None` where there is none, or where it never ends.
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

/// Lines of a text by any line end, with the byte each begins at.
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

/// Scalars at the top level of a YAML block, as metadata blocks have them: plain or quoted, with
/// continuation lines. `None` where a line is neither a field nor part of one: then it is no metadata.
fn yaml_fields(block: &str) -> Option<Vec<(String, String)>> {
    let mut fields: Vec<(String, String)> = Vec::new();
    for (_, line) in (Lines { text: block, at: 0 }) {
        let inner = line.starts_with([' ', '\t', '-', '#']) || line.trim().is_empty();
        if let (true, Some((_, value))) = (inner, fields.last_mut()) {
            value.push('\n');
            value.push_str(line.trim());
        } else if !inner {
            let (key, value) = line.split_once(':')?;
            if key.is_empty() || !key.chars().all(|c| c.is_alphanumeric() || "_- \"'".contains(c)) {
                return None;
            }
            let key = key.trim().trim_matches(['"', '\'']).to_ascii_lowercase().replace('-', "_");
            fields.push((key, value.trim().to_owned()));
        }
    }
    for (_, value) in &mut fields {
        *value = yaml_scalar(value);
    }
    Some(fields)
}

/// A scalar without its quotes; line breaks inside it fold to spaces, `\` at a line's end to nothing.
fn yaml_scalar(raw: &str) -> String {
    let raw = raw.trim();
    if let Some(inner) = raw.strip_prefix('"') {
        return unescape(inner.strip_suffix('"').unwrap_or(inner));
    }
    if let Some(inner) = raw.strip_prefix('\'') {
        return inner.strip_suffix('\'').unwrap_or(inner).replace("''", "'").replace('\n', " ");
    }
    let raw = raw.strip_prefix(['|', '>']).unwrap_or(raw);
    let raw = raw.split(" #").next().unwrap_or(raw);
    raw.trim_start_matches('-').trim().replace('\n', " ")
}

fn unescape(inner: &str) -> String {
    let mut out = String::with_capacity(inner.len());
    let mut chars = inner.chars();
    while let Some(c) = chars.next() {
        if c == '\n' {
            out.push(' ');
        }
        if c != '\\' {
            if c != '\n' {
                out.push(c);
            }
            continue;
        }
        match chars.next() {
            Some('\n') | None => {}
            Some('n') => out.push('\n'),
            Some('t') => out.push('\t'),
            Some(kind @ ('u' | 'x' | 'U')) => {
                let len = match kind {
                    'x' => 2,
                    'u' => 4,
                    _ => 8,
                };
                let digits: String = chars.clone().take(len).collect();
                match u32::from_str_radix(&digits, 16).ok().and_then(char::from_u32) {
                    Some(c) if digits.len() == len => {
                        out.push(c);
                        chars.nth(len - 1);
                    }
                    _ => out.push(kind),
                }
            }
            Some(other) => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yaml_gives_title_source_and_day() {
        let text = "---\ndate: '2025-01-27'\ntags:\n- a\n- b\nsource_url: https://x.example/a\n\
                    title: \"The Premier\\u2019s Call with the Minister\\\n  \\ of Trade\"\n---\n\nToday, they met.";
        let found = read(text).unwrap();
        assert_eq!(found.title.as_deref(), Some("The Premier’s Call with the Minister of Trade"));
        assert_eq!(found.source.as_deref(), Some("https://x.example/a"));
        assert_eq!(found.published, NaiveDate::from_ymd_opt(2025, 1, 27));
        assert_eq!(&text[found.len..], "\nToday, they met.");
    }

    #[test]
    fn toml_and_other_line_ends_are_read_too() {
        let text = "+++\r\ntitle = \"A call\"\r\ndate = 2025-01-27\r\n+++\r\nText";
        let found = read(text).unwrap();
        assert_eq!((found.title.as_deref(), &text[found.len..]), (Some("A call"), "Text"));
        assert_eq!(found.published, NaiveDate::from_ymd_opt(2025, 1, 27));
        assert_eq!(read("---\rtitle: A\r---\rText").map(|f| f.len), Some(17));
    }

    #[test]
    fn a_rule_line_is_no_front_matter() {
        assert_eq!(read("---\nHe left. Then she said: no.\n---\n"), None);
        assert_eq!(read("---\ntitle: never closed\n"), None);
        assert_eq!(read("----\ntitle: x\n---\n"), None);
    }
}
