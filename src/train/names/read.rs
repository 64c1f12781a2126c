//! Reading sentences whose names are marked, in the schemes that files have.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::place_of;
use crate::language::gazetteer::{FormKind, Gazetteer, Hit};
use crate::language::names::{OUTSIDE, beginning};
use crate::language::{RawToken, lower, tokenise};
use crate::model::EntityKind;
use crate::train::conllu::Sentence;

/// Reads lines of `word TAB label` (CrossNER) or `number TAB word TAB label …` (UNER): sentences cut
/// into this project's tokens, their labels in its kinds.
pub(crate) fn read(path: &Path) -> Result<Vec<(Sentence, Vec<u8>)>> {
    let text = fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
    let mut out = Vec::new();
    let (mut s, mut source) = (Sentence::default(), Vec::new());
    for line in text.lines().chain([""]) {
        if line.is_empty() {
            if s.len() > 0 {
                let labels = convert(&s, &source);
                s.gold = true;
                out.push((std::mem::take(&mut s), labels));
                source.clear();
            }
            continue;
        }
        if line.starts_with('#') {
            continue;
        }
        let c: Vec<&str> = line.split('\t').collect();
        let (word, label) = match c[..] {
            [word, label] => (word, label),
            [_, word, label, ..] => (word, label),
            _ => continue,
        };
        let mut raw: Vec<RawToken> = Vec::new();
        tokenise(word, &mut raw);
        for (k, t) in raw.iter().enumerate() {
            s.forms.push(t.of(word).to_owned());
            s.spaced.push(k + 1 == raw.len());
            source.push(if k == 0 { label.to_owned() } else { label.replacen("B-", "I-", 1) });
        }
    }
    Ok(out)
}

/// Labels of another scheme → this project's, told by the gazetteer where the scheme is coarser.
pub(crate) fn convert(s: &Sentence, source: &[String]) -> Vec<u8> {
    let lowers: Vec<String> = s.forms.iter().map(|f| lower(f)).collect();
    let word = |k: usize| s.forms.get(k).map(|f| (f.as_str(), lowers[k].as_str()));
    let hit = |from: usize| Gazetteer::get().longest(|k| word(from + k));
    let mut labels = vec![OUTSIDE; s.len()];
    let mut i = 0;
    while i < s.len() {
        let Some(kind) = source[i].strip_prefix("B-").or(source[i].strip_prefix("I-")) else {
            // schemes without demonyms leave them unlabelled
            if let Some(h) = hit(i).filter(|h| h.of_kind(&[FormKind::Demonym, FormKind::People]).is_some())
                && h.len == 1
                && h.of_kind(&[FormKind::State, FormKind::City, FormKind::Region]).is_none()
            {
                labels[i] = beginning(place_of(EntityKind::Demonym));
            }
            i += 1;
            continue;
        };
        let (mut start, mut end) = (i, i + 1);
        let goes_on = format!("I-{kind}");
        while end < s.len() && source[end] == goes_on {
            end += 1;
        }
        i = end;
        if end - start > 1 && lowers[start] == "the" {
            start += 1;
        }
        if end - start > 1 && matches!(lowers[end - 1].as_str(), "'s" | "'") {
            end -= 1;
        }
        let exact = hit(start).filter(|h| h.len == end - start);
        let Some(mine) = kind_in_scheme(kind, exact.as_ref()) else { continue };
        labels[start..end].fill(beginning(place_of(mine)) + 1);
        labels[start] -= 1;
    }
    labels
}

fn kind_in_scheme(kind: &str, exact: Option<&Hit<'_>>) -> Option<EntityKind> {
    let is = |kinds: &[FormKind]| exact.is_some_and(|h| h.of_kind(kinds).is_some());
    Some(match kind {
        "politician" | "person" | "PER" | "PERSON" => EntityKind::Person,
        "politicalparty" | "organisation" | "ORG" => EntityKind::Organisation,
        "country" => EntityKind::Country,
        "location" | "LOC" | "GPE" | "FAC" | "place" => {
            if is(&[FormKind::State]) {
                EntityKind::Country
            } else {
                EntityKind::Place
            }
        }
        "group" => EntityKind::Group,
        "demonym" => EntityKind::Demonym,
        "NORP" | "misc" | "LANGUAGE" if is(&[FormKind::Demonym, FormKind::People]) => EntityKind::Demonym,
        "NORP" => EntityKind::Group,
        "misc" if is(&[FormKind::Bloc]) => EntityKind::Group,
        "event" | "election" | "misc" | "EVENT" | "WORK_OF_ART" | "LAW" | "PRODUCT" | "other" | "LANGUAGE" => {
            EntityKind::Other
        }
        _ => return None,
    })
}
