//! Which capitals stand for their governments in an article.

use rustc_hash::FxHashMap;

use super::names::{NameSpan, Sense, is_tied};
use super::shapes::{is_capital, is_possessive};
use crate::language::gazetteer::{ConceptId, FormKind};
use crate::language::{Analysis, Deprel, Upos};

/// The states whose capital acts, speaks or is dealt with somewhere in the article: all mentions of
/// that capital are then the state's.
pub(super) fn governments(analysis: &Analysis<'_>, names: &[NameSpan]) -> FxHashMap<ConceptId, ()> {
    let mut out = FxHashMap::default();
    for name in names {
        if let Sense::Known(form) = name.sense
            && form.kind == FormKind::Capital
            && stands_for_government(analysis, name)
        {
            out.insert(form.concept, ());
        }
    }
    out
}

/// True where a capital does what only a government can: it says, decides, is talked with.
fn stands_for_government(analysis: &Analysis<'_>, name: &NameSpan) -> bool {
    let (first, last) = (name.tokens.start, name.tokens.end - 1);
    let sentence = &analysis.sentences()[analysis.sentence_of(first)].tokens;
    let before = first.checked_sub(1).filter(|&i| i >= sentence.start).map_or("", |i| analysis.lower(i));
    let next = last + 1;
    let after = if next < sentence.end { analysis.lower(next) } else { "" };
    if is_tied(analysis, first) || after == "-" || analysis.word(first).chars().all(|c| !c.is_lowercase()) {
        return false;
    }
    if matches!(
        before,
        "in" | "at"
            | "near"
            | "outside"
            | "around"
            | "to"
            | "from"
            | "via"
            | "through"
            | "across"
            | "into"
            | "over"
            | "toward"
            | "towards"
            | "of"
            | "for"
            | "capital"
            | "downtown"
            | "central"
            | "the"
            | "leave"
            | "left"
            | "visited"
            | "visit"
            | "visiting"
            | "reached"
            | "where"
    ) {
        return false;
    }
    // "Seoul, South Korea": a place; "in Moscow and Beijing": as the first
    if after == "," && next + 1 < sentence.end && is_capital(analysis.word(next + 1)) && before != "," {
        return false;
    }
    if is_possessive(after) {
        return next + 1 < sentence.end && !is_capital(analysis.word(next + 1));
    }
    let head = analysis.deprel(last);
    if analysis.head(last).is_some() {
        let verb = analysis
            .head(last)
            .filter(|&h| matches!(analysis.upos(h), Upos::Verb | Upos::Aux | Upos::Adj | Upos::Noun));
        if head.is_subject() && verb.is_some() {
            return true;
        }
    }
    if matches!(before, "by" | "with" | "between" | "against" | "both") {
        return !matches!(head, Deprel::Compound);
    }
    if before == "on" {
        return true;
    }
    // no tree: a verb right after it
    speaks_or_acts(after)
}

fn speaks_or_acts(lower: &str) -> bool {
    matches!(
        lower,
        "says"
            | "said"
            | "has"
            | "had"
            | "have"
            | "is"
            | "was"
            | "will"
            | "would"
            | "could"
            | "should"
            | "added"
            | "wants"
            | "wanted"
            | "denies"
            | "denied"
            | "insists"
            | "insisted"
            | "accused"
            | "accuses"
            | "warned"
            | "warns"
            | "welcomes"
            | "welcomed"
            | "agreed"
            | "refused"
            | "rejected"
            | "expects"
            | "hopes"
            | "believes"
            | "claims"
            | "claimed"
            | "also"
            | "and"
            | "invaded"
            | "announced"
            | "imposed"
            | "called"
            | "urged"
            | "responded"
            | "wanting"
            | "expressing"
            | "may"
            | "might"
            | "must"
            | "can"
    )
}
