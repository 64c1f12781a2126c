//! One name, one kind: what lists and the rest of the text say about the names that were found.
//!
//! The tagger sees a sentence at a time. A text names a person in full before it uses the bare
//! surname, and says elsewhere whether "Washington" is a person or a city; lists know the states.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::language::gazetteer::{FormKind, Gazetteer, Hit};
use crate::language::{Analysis, Name, Upos};
use crate::model::EntityKind;

/// Puts `names`, in order of the text, right; names that lists or surnames give are added.
pub(crate) fn agree(analysis: &Analysis<'_>, names: &mut Vec<Name>) {
    correct_by_lists(analysis, names);
    let surnames = surnames(analysis, names);
    for name in names.iter_mut() {
        if name.tokens.len() == 1 && surnames.contains(analysis.word(name.tokens.start)) {
            name.kind = EntityKind::Person;
        }
    }
    agree_on_kinds(analysis, names);
    add_missing(analysis, names, &surnames);
}

/// The longest match of the gazetteer at token `i`, not over the sentence's end.
fn hit<'g>(analysis: &Analysis<'_>, i: usize) -> Option<Hit<'g>> {
    let end = analysis.sentences()[analysis.sentence_of(i)].tokens.end;
    Gazetteer::get().longest(|k| (i + k < end).then(|| (analysis.word(i + k), analysis.lower(i + k))))
}

/// The kind that a match alone would give.
fn listed_kind(hit: &Hit<'_>) -> Option<EntityKind> {
    Some(match hit.forms.first()?.kind {
        FormKind::State => EntityKind::Country,
        FormKind::Demonym | FormKind::People => EntityKind::Demonym,
        FormKind::Capital | FormKind::Seat | FormKind::City | FormKind::Region => EntityKind::Place,
        FormKind::Body | FormKind::Medium | FormKind::Company => EntityKind::Organisation,
        FormKind::Bloc => EntityKind::Group,
        FormKind::Other => EntityKind::Other,
    })
}

fn correct_by_lists(analysis: &Analysis<'_>, names: &mut [Name]) {
    for name in names.iter_mut() {
        let Some(hit) = hit(analysis, name.tokens.start).filter(|h| h.len == name.tokens.len()) else { continue };
        let Some(listed) = listed_kind(&hit) else { continue };
        // "Jordan" and "Chad" are persons too, so a single word of a list does not overrule a person
        let sure = hit.len > 1 || name.kind != EntityKind::Person;
        let states = matches!(listed, EntityKind::Country | EntityKind::Demonym);
        let same_class = matches!((listed, name.kind), (EntityKind::Place, EntityKind::Country));
        if (sure && states) || same_class || (hit.len > 1 && listed == EntityKind::Organisation) {
            name.kind = listed;
        }
    }
}

/// Last words of persons named in full; first words where the family name comes first.
fn surnames<'a>(analysis: &'a Analysis<'_>, names: &[Name]) -> FxHashSet<&'a str> {
    let gazetteer = Gazetteer::get();
    let mut out = FxHashSet::default();
    for name in names.iter().filter(|n| n.kind == EntityKind::Person && n.tokens.len() > 1) {
        let (first, last) = (name.tokens.start, name.tokens.end - 1);
        let family = if gazetteer.is_family_first(analysis.lower(first)) { first } else { last };
        let word = analysis.word(family);
        let listed = hit(analysis, family).and_then(|h| listed_kind(&h));
        if word.chars().count() > 2
            && word.starts_with(char::is_uppercase)
            && !matches!(listed, Some(EntityKind::Country | EntityKind::Demonym))
            && !matches!(word, "Jr." | "Sr." | "III")
        {
            out.insert(word);
        }
    }
    out
}

/// Gives the same words the same kind, the one most of them have.
fn agree_on_kinds(analysis: &Analysis<'_>, names: &mut [Name]) {
    let mut votes: FxHashMap<&str, Vec<(EntityKind, usize)>> = FxHashMap::default();
    for name in names.iter() {
        let text = analysis.span_of(name.tokens.clone()).of(analysis.text());
        let votes = votes.entry(text).or_default();
        match votes.iter_mut().find(|(kind, _)| *kind == name.kind) {
            Some((_, n)) => *n += 1,
            None => votes.push((name.kind, 1)),
        }
    }
    for name in names.iter_mut() {
        let text = analysis.span_of(name.tokens.clone()).of(analysis.text());
        if let Some(votes) = votes.get(text).filter(|v| v.len() > 1) {
            let mine = votes.iter().find(|(kind, _)| *kind == name.kind).map_or(0, |v| v.1);
            if let Some(&(kind, n)) = votes.iter().max_by_key(|(_, n)| *n)
                && n >= 2 * mine
            {
                name.kind = kind;
            }
        }
    }
}

/// Adds what the tagger missed: known surnames, and listed names that nothing else claims.
fn add_missing(analysis: &Analysis<'_>, names: &mut Vec<Name>, surnames: &FxHashSet<&str>) {
    let mut found = Vec::new();
    let mut claimed = names.iter().map(|n| n.tokens.clone()).peekable();
    let mut i = 0;
    while i < analysis.tokens().len() {
        while claimed.next_if(|c| c.end <= i).is_some() {}
        if let Some(c) = claimed.peek().filter(|c| c.contains(&i)) {
            i = c.end;
            continue;
        }
        let limit = claimed.peek().map_or(usize::MAX, |c| c.start);
        let added = missing_at(analysis, i, surnames).filter(|n| n.tokens.end <= limit);
        i = added.as_ref().map_or(i + 1, |n| n.tokens.end);
        found.extend(added);
    }
    if !found.is_empty() {
        names.extend(found);
        names.sort_by_key(|n| n.tokens.start);
    }
}

fn missing_at(analysis: &Analysis<'_>, i: usize, surnames: &FxHashSet<&str>) -> Option<Name> {
    let word = analysis.word(i);
    if !word.starts_with(char::is_uppercase) {
        return None;
    }
    let proper = matches!(analysis.upos(i), Upos::Propn);
    if proper && surnames.contains(word) {
        return Some(Name { tokens: i..i + 1, kind: EntityKind::Person });
    }
    let hit = hit(analysis, i)?;
    let kind = listed_kind(&hit)?;
    let nominal = proper || analysis.upos(i) == Upos::Adj;
    let sure = hit.len > 1 || matches!(kind, EntityKind::Country | EntityKind::Demonym);
    (sure && nominal).then(|| Name { tokens: i..i + hit.len, kind })
}
