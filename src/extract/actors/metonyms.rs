//! Which capitals stand for their governments in an article.

use rustc_hash::FxHashSet;

use super::names::{NameSpan, Sense, is_tied};
use super::settle::is_locative;
use super::shapes::{is_capital, is_possessive};
use crate::language::gazetteer::{ConceptId, FormKind};
use crate::language::{Analysis, Deprel};

/// The states whose capital acts, speaks or is dealt with somewhere in the article: all mentions of
/// that capital are then the state's.
pub(super) fn governments(analysis: &Analysis<'_>, names: &[NameSpan]) -> FxHashSet<ConceptId> {
    let mut out = FxHashSet::default();
    for name in names {
        if let Sense::Known(form) = name.sense
            && form.kind == FormKind::Capital
            && stands_for_government(analysis, name)
        {
            out.insert(form.concept);
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
    if is_tied(analysis, first) || after == "-" || !analysis.word(first).contains(char::is_lowercase) {
        return false;
    }
    if is_possessive(after) {
        // "Beijing's demands", not "Moscow's Red Square" or "in Beijing's centre"
        return next + 1 < sentence.end && !is_capital(analysis.word(next + 1)) && !is_locative(before);
    }
    let head = analysis.head(last);
    let relation = analysis.deprel(last);
    // "Beijing ministers", "the envoy to Pyongyang", "pressure from Washington"
    if let Some(head) = head {
        let noun = analysis.lemma(head);
        if relation == Deprel::Compound && GOVERNMENT_NOUNS.contains(&noun)
            || matches!(before, "to" | "from" | "of") && DEALING_NOUNS.contains(&noun)
        {
            return true;
        }
    }
    if is_locative(before) || PLACE_BEFORE.contains(&before) {
        return false;
    }
    // "Seoul, South Korea" is a place
    if after == "," && next + 1 < sentence.end && is_capital(analysis.word(next + 1)) && before != "," {
        return false;
    }
    if GOVERNMENT_BEFORE.contains(&before) {
        return relation != Deprel::Compound;
    }
    match (head, relation) {
        // "both Moscow and Washington have …", "the territory's government and Beijing"
        (Some(head), Deprel::Conj) => {
            analysis.deprel(head).is_subject() && analysis.child(head, &[Deprel::Case]).is_none()
                || GOVERNMENT_NOUNS.contains(&analysis.lemma(head))
        }
        (Some(_), relation) => relation.is_subject(),
        (None, _) => speaks_or_acts(after),
    }
}

/// Nouns that make a government of the capital before them.
const GOVERNMENT_NOUNS: [&str; 9] = [
    "minister",
    "official",
    "government",
    "leader",
    "authority",
    "regime",
    "administration",
    "policymaker",
    "leadership",
];

/// Nouns that make a government of the capital after their "to" or "from".
const DEALING_NOUNS: [&str; 20] = [
    "envoy",
    "ambassador",
    "message",
    "letter",
    "aid",
    "threat",
    "warning",
    "pressure",
    "concession",
    "support",
    "demand",
    "pledge",
    "signal",
    "approval",
    "help",
    "protest",
    "response",
    "assurance",
    "opposition",
    "ultimatum",
];

/// Words before a capital that make it a place.
const PLACE_BEFORE: [&str; 19] = [
    "to", "from", "over", "through", "of", "for", "capital", "downtown", "central", "the", "leave", "left", "visited",
    "visit", "visiting", "reached", "where", "city", "reach",
];

/// Words before a capital that make it a government: "talks with Moscow", "sanctions on Pyongyang".
const GOVERNMENT_BEFORE: [&str; 26] = [
    "under",
    "by",
    "with",
    "between",
    "against",
    "both",
    "on",
    "that",
    "than",
    "unless",
    "if",
    "while",
    "following",
    "help",
    "angering",
    "pressure",
    "pressuring",
    "accused",
    "threaten",
    "warned",
    "urged",
    "told",
    "accusing",
    "urging",
    "blamed",
    "as",
];

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
