//! Folds names character by character, and maps folded characters back to the original bytes.

use std::ops::Range;

use crate::store::fold_char;

/// Folds a name: lower case, no accents, one space between words, none at the ends.
pub(super) fn fold_into(name: &str, out: &mut String) {
    let start = out.len();
    for c in name.chars().filter_map(fold_char) {
        let c = if c.is_whitespace() { ' ' } else { c };
        if c != ' ' || (out.len() > start && !out.ends_with(' ')) {
            out.push(c);
        }
    }
    while out.len() > start && out.ends_with(' ') {
        out.pop();
    }
}

/// A folded name.
pub(super) fn fold(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    fold_into(name, &mut out);
    out
}

/// For each character of the folded name, the bytes of the original it came from; combining marks belong to the
/// preceding letter.
pub(super) fn origins(name: &str) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    let mut blank = true;
    for (at, c) in name.char_indices() {
        let end = at + c.len_utf8();
        match fold_char(c) {
            None => {
                if let Some(last) = out.last_mut() {
                    last.end = end;
                }
            }
            Some(f) if f.is_whitespace() => {
                if !blank {
                    out.push(at..end);
                }
                blank = true;
            }
            Some(_) => {
                out.push(at..end);
                blank = false;
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folded_characters_map_back_to_the_original_letters() {
        let name = " Jose\u{301}  Łuk";
        let folded = fold(name);
        assert_eq!(folded, "jose luk");
        let back: Vec<&str> = origins(name).into_iter().map(|r| &name[r]).collect();
        assert_eq!(back, ["J", "o", "s", "e\u{301}", " ", "Ł", "u", "k"]);
        assert_eq!(back.len(), folded.chars().count());
    }
}
