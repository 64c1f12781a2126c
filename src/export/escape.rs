//! Escaping of characters that must not reach a terminal or a line-based reader unescaped.

use std::borrow::Cow;
use std::fmt::Write;

/// True for control, directional, zero-width and line-separating characters: they could form an escape sequence,
/// hide a name or break a line.
#[must_use]
pub fn is_hazardous(c: char) -> bool {
    matches!(c,
        '\0'..='\x1f' | '\x7f'..='\u{9f}' | '\u{ad}' | '\u{61c}' | '\u{180e}'
        | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// Serialised JSON with hazardous characters as `\u` escapes. Apart from the line breaks of indented JSON, they occur
/// only inside strings, so the value stays the same.
#[must_use]
pub fn json(text: &str) -> Cow<'_, str> {
    escaped(
        text,
        |c| c != '\n' && is_hazardous(c),
        |c, out| {
            let mut units = [0; 2];
            for unit in c.encode_utf16(&mut units) {
                let _ = write!(out, "\\u{unit:04x}");
            }
        },
    )
}

/// A field of tab-separated values: tabs, line breaks and backslashes become `\t`, `\n`, `\r`, `\\`, other hazardous
/// characters `\u{…}`.
#[must_use]
pub fn tsv(text: &str) -> Cow<'_, str> {
    escaped(
        text,
        |c| c == '\\' || is_hazardous(c),
        |c, out| {
            let _ = match c {
                '\\' => write!(out, "\\\\"),
                '\t' => write!(out, "\\t"),
                '\n' => write!(out, "\\n"),
                '\r' => write!(out, "\\r"),
                c => write!(out, "\\u{{{:x}}}", c as u32),
            };
        },
    )
}

/// Reverses [`tsv`]; `None` if the field contains an escape that [`tsv`] never produces.
#[must_use]
pub fn unescape(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        let escape = rest[at + 1..].chars().next()?;
        rest = &rest[at + 2..];
        out.push(match escape {
            '\\' => '\\',
            't' => '\t',
            'n' => '\n',
            'r' => '\r',
            'u' => {
                let (digits, after) = rest.strip_prefix('{')?.split_once('}')?;
                rest = after;
                char::from_u32(u32::from_str_radix(digits, 16).ok()?)?
            }
            _ => return None,
        });
    }
    out.push_str(rest);
    Some(out)
}

fn escaped(text: &str, is: impl Fn(char) -> bool, escape: impl Fn(char, &mut String)) -> Cow<'_, str> {
    let Some(first) = text.find(&is) else { return text.into() };
    let mut out = String::with_capacity(text.len() + 16);
    out.push_str(&text[..first]);
    for c in text[first..].chars() {
        if is(c) {
            escape(c, &mut out);
        } else {
            out.push(c);
        }
    }
    out.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    const BAD: &str = "a\u{1b}]0;x\u{7}\u{9b}b\u{202e}c\u{2028}\u{e0041}é";

    #[test]
    fn json_stays_the_same_value() {
        let raw = serde_json::to_string(BAD).unwrap_or_default();
        let safe = json(&raw);
        assert!(!safe.chars().any(is_hazardous), "{safe:?}");
        assert_eq!(serde_json::from_str::<String>(&safe).ok().as_deref(), Some(BAD));
        assert!(matches!(json("\"plain é\""), Cow::Borrowed(_)));
    }

    #[test]
    fn a_field_keeps_to_its_column() {
        assert_eq!(tsv("a\tb\\c\r\nd\u{9b}"), "a\\tb\\\\c\\r\\nd\\u{9b}");
        assert!(!tsv(BAD).chars().any(is_hazardous));
    }
}
