//! Capitalised words that are nobody: the currency of "US$5", the party of "(R-TX)", letters behind a name, languages,
//! numbered things, storms, ships.

use crate::extract::names::orthography::{is_craft_noun, is_hyphen, is_shouted, touches};
use crate::extract::names::scan::{NameSpan, Scan, Sense};
use crate::language::{Analysis, Upos};
use crate::lexicon::heads::{Head, HeadKind, head};
use crate::lexicon::names::NameWords;
use crate::model::RuleRef;
use crate::rules;

impl Scan<'_, '_> {
    /// One past words at `i` that look like a name and are nobody's; the rule that says so is noted.
    pub(crate) fn nobody(&self, i: usize) -> Option<usize> {
        let (rule, end): (RuleRef, usize) = if self.is_currency(i) {
            (&rules::names::CURRENCY, i + 1)
        } else if self.is_party_and_state(i) {
            (&rules::names::PARTY_AND_STATE, i + 1)
        } else if let Some(end) = self.letters_behind(i) {
            (&rules::names::LETTERS_BEHIND, end)
        } else if self.is_language(i) {
            (&rules::names::LANGUAGE, i + 1)
        } else {
            return None;
        };
        let analysis = self.grammar.analysis;
        analysis.fired(rule, analysis.span_of(i..end));
        Some(end)
    }

    fn is_currency(&self, i: usize) -> bool {
        let next = self.word(i + 1);
        let sign = next.starts_with(['$', '£']) && touches(self.grammar.analysis, i + 1);
        is_shouted(self.word(i)) && (sign || matches!(self.lower(i + 1), "dollar" | "dollars"))
    }

    fn is_party_and_state(&self, i: usize) -> bool {
        let word = self.word(i);
        i >= self.start + 3
            && is_hyphen(self.word(i - 1))
            && matches!(self.word(i - 2), "R" | "D" | "I")
            && self.word(i - 3) == "("
            && (word.len() == 2 || word.ends_with('.'))
    }

    /// "Ann Park, CBE, …": letters right behind a person's name, or behind others of their kind.
    fn letters_behind(&self, i: usize) -> Option<usize> {
        let letters = |i: usize| {
            let bare: String = self.lower(i).chars().filter(|&c| c != '.').collect();
            bare.len() > 1 && NameWords::LettersBehindNames.has(&bare) && self.word(i) != self.lower(i)
        };
        let comma = usize::from(i > self.start && self.word(i - 1) == ",");
        let before = i.checked_sub(1 + comma).filter(|&b| b >= self.start)?;
        let person = |n: &NameSpan| n.tokens.end == before + 1 && matches!(n.sense, Sense::Person | Sense::Unknown);
        if !letters(i) || !(self.names.last().is_some_and(person) || comma > 0 && letters(before)) {
            return None;
        }
        Some(i + 1)
    }

    /// "Put into English", "Russian speakers".
    fn is_language(&self, i: usize) -> bool {
        if !NameWords::Languages.has(self.lower(i)) {
            return false;
        }
        let analysis = self.grammar.analysis;
        let next = i + 1;
        let of_speech = NameWords::LanguageNouns.has(self.lower(next));
        let tied_to_speech = is_hyphen(self.word(next)) && matches!(self.lower(next + 1), "speaking" | "language");
        let alone = next >= self.grammar.end
            || !matches!(analysis.upos(next), Upos::Noun | Upos::Propn | Upos::Adj) && !is_hyphen(self.word(next));
        let behind = i > self.start
            && (NameWords::UnderstoodVerbs.has(self.lower(i - 1))
                || NameWords::UnderstoodVerbs.has(analysis.lemma(i - 1)));
        of_speech || tied_to_speech || behind && alone
    }
}

/// The rule by which a name is a thing's, whatever else its words may be.
pub(crate) fn thing(analysis: &Analysis<'_>, name: &NameSpan) -> Option<RuleRef> {
    let unknown = matches!(name.sense, Sense::Unknown);
    let untitled = matches!(name.sense, Sense::Person) && name.title.is_none();
    if !unknown && !untitled {
        return None;
    }
    if is_storm(analysis, name) {
        return Some(&rules::names::STORM);
    }
    if unknown && is_craft(analysis, name) {
        return Some(&rules::names::CRAFT_OR_WEAPON);
    }
    if unknown && is_defined_term(analysis, name) {
        return Some(&rules::names::DEFINED_TERM);
    }
    (unknown && is_numbered(analysis, name)).then_some(&rules::names::NUMBERED)
}

/// "The Applicant withdrew the Proposal": a noun for a thing with a capital, alone behind its determiner.
fn is_defined_term(analysis: &Analysis<'_>, name: &NameSpan) -> bool {
    let first = name.tokens.start;
    let determined = first.checked_sub(1).is_some_and(|i| NameWords::Determiners.has(analysis.lower(i)));
    let thing = |h: Head| h.kind == HeadKind::Other && h.at_end;
    name.tokens.len() == 1 && determined && head(analysis.word(first)).is_some_and(thing)
}

/// "Hurricane Humberto", "Typhoon Durian (Reming)".
fn is_storm(analysis: &Analysis<'_>, name: &NameSpan) -> bool {
    let before = name.tokens.start.checked_sub(1);
    before.is_some_and(|i| NameWords::Storms.has(analysis.lower(i)) && analysis.word(i) != analysis.lower(i))
}

/// "The tanker KOTI", "Hong Kong-flagged Lighthouse Winmore", "Javelin missiles": a thing.
fn is_craft(analysis: &Analysis<'_>, name: &NameSpan) -> bool {
    let sentence = &analysis.sentences()[analysis.sentence_of(name.tokens.start)].tokens;
    let before = name.tokens.start.checked_sub(1).filter(|i| sentence.contains(i));
    let after = name.tokens.end;
    // "Rodong-class", "Hwasong-12"
    let hyphen = sentence.contains(&(after + 1)) && is_hyphen(analysis.word(after));
    let tail = hyphen.then(|| analysis.lower(after + 1));
    let of_a_class = tail.is_some_and(|t| t == "class" || t.bytes().all(|b| b.is_ascii_digit()));
    before.is_some_and(|i| is_craft_noun(analysis.lemma(i)) || is_craft_noun(analysis.lower(i)))
        || sentence.contains(&after) && is_craft_noun(analysis.lemma(after))
        || of_a_class
}

/// "Flight 447", "Area 51": two to four digits right behind, and no score ("Caboolture 43–5").
fn is_numbered(analysis: &Analysis<'_>, name: &NameSpan) -> bool {
    let sentence = &analysis.sentences()[analysis.sentence_of(name.tokens.start)].tokens;
    let number = name.tokens.end;
    if !sentence.contains(&number) {
        return false;
    }
    let word = analysis.word(number);
    let after = number + 1;
    let score = sentence.contains(&after) && matches!(analysis.word(after), "-" | "–" | "to" | "," | "%" | "percent");
    (2..=4).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit()) && !score
}
