//! What the gazetteer knows of the words of a sentence, for the name tagger's features.

use super::gazetteer::{Gazetteer, Hit};

/// Fills `marks`, padded by two on either side: 0 where no list has the word, else the kind of the
/// longest match and whether the word begins it.
pub(crate) fn mark<'w>(len: usize, word: impl Fn(usize) -> (&'w str, &'w str), marks: &mut Vec<u8>) {
    marks.clear();
    marks.resize(len + 4, 0);
    let gazetteer = Gazetteer::get();
    let mut i = 0;
    while i < len {
        let (form, lower) = word(i);
        let may_begin = form.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) || lower == "al";
        let hit = if may_begin { gazetteer.longest(|k| (i + k < len).then(|| word(i + k))) } else { None };
        let Some(hit) = hit else {
            i += 1;
            continue;
        };
        let code = code(&hit);
        for (k, mark) in marks[i + 2..i + 2 + hit.len].iter_mut().enumerate() {
            *mark = code + u8::from(k > 0);
        }
        i += hit.len;
    }
}

/// An even number for each kind, others for matches of several words, which are surer.
fn code(hit: &Hit<'_>) -> u8 {
    let kind = hit.forms.first().map_or(0, |f| f.kind as u8);
    2 + kind * 4 + if hit.len > 1 { 2 } else { 0 }
}
