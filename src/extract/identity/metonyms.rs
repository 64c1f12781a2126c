//! Which capitals stand for their governments in an article.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::extract::names::local_context::is_locative;
use crate::extract::names::orthography::{is_capital, is_possessive};
use crate::extract::names::scan::{NameSpan, Sense, is_tied};
use crate::language::gazetteer::{ConceptId, ConceptKind, FormKind, Gazetteer, OfficeClass};
use crate::language::{Analysis, Deprel};
use crate::lexicon::names::NameWords;

/// The states whose capital acts, speaks or is dealt with somewhere in the article: all mentions of
/// that capital are then the state's.
pub(crate) fn governments(analysis: &Analysis<'_>, names: &[NameSpan]) -> FxHashSet<ConceptId> {
    let mut out = FxHashSet::default();
    for name in names {
        if let Sense::Known(form) = name.sense
            && (form.kind == FormKind::Capital && stands_for_government(analysis, name)
                || is_province(form.concept)
                    && (stands_for_government(analysis, name) || governs_as_province(analysis, name)))
        {
            out.insert(form.concept);
        }
    }
    out
}

/// True for a part of a state that has a government of its own.
pub(crate) fn is_province(concept: ConceptId) -> bool {
    Gazetteer::get().concept_of(concept).kind == ConceptKind::Province
}

/// "Maryland Governor Larry Hogan", "the state of Ohio", "lawmakers in the Texas legislature": the words beside a
/// province tell that it is meant as a government.
fn governs_as_province(analysis: &Analysis<'_>, name: &NameSpan) -> bool {
    let (first, end) = (name.tokens.start, name.tokens.end);
    let sentence = &analysis.sentences()[analysis.sentence_of(first)].tokens;
    let at = |i: usize| if sentence.contains(&i) { analysis.lower(i) } else { "" };
    let office = |i: usize| {
        let found = Gazetteer::get().office(|k| Some(at(i + k)).filter(|w| !w.is_empty()));
        found.filter(|(_, o)| {
            !matches!(
                o.class,
                OfficeClass::Human | OfficeClass::Kin | OfficeClass::Crime | OfficeClass::Arts | OfficeClass::Sport
            )
        })
    };
    let behind = end + usize::from(is_possessive(at(end)));
    if NameWords::GoverningWords.has(at(behind)) || office(behind).is_some() {
        return true;
    }
    // "governor of Ohio", "the government of Virginia"
    let of = first.checked_sub(1).filter(|&i| at(i) == "of");
    of.and_then(|of| of.checked_sub(1)).is_some_and(|noun| {
        NameWords::GoverningWords.has(at(noun))
            || (noun.saturating_sub(3)..=noun).any(|k| office(k).is_some_and(|(len, _)| k + len == noun + 1))
    })
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
        if relation == Deprel::Compound && is(Word::Noun, noun)
            || matches!(before, "to" | "from" | "of") && is(Word::Dealing, noun)
        {
            return true;
        }
    }
    if is_locative(before) || is(Word::PlaceBefore, before) {
        return false;
    }
    // "Seoul, South Korea" is a place
    if after == "," && next + 1 < sentence.end && is_capital(analysis.word(next + 1)) && before != "," {
        return false;
    }
    if is(Word::GovernmentBefore, before) {
        return relation != Deprel::Compound;
    }
    match (head, relation) {
        // "both Moscow and Washington have …", "the territory's government and Beijing"
        (Some(head), Deprel::Conj) => {
            analysis.deprel(head).is_subject() && analysis.child(head, &[Deprel::Case]).is_none()
                || is(Word::Noun, analysis.lemma(head))
        }
        (Some(_), relation) => relation.is_subject(),
        (None, _) => is(Word::Acts, after),
    }
}

/// What a word of the table `government-words.tsv` tells about a capital beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Word {
    /// What only governments do, behind it.
    Acts,
    /// A noun of dealings, with "to", "from" or "of" between.
    Dealing,
    /// Before it: a government.
    GovernmentBefore,
    /// A noun of governing, behind it.
    Noun,
    /// Before it: a place.
    PlaceBefore,
}

impl Word {
    fn parse(kind: &str) -> Option<Self> {
        Some(match kind {
            "acts" => Self::Acts,
            "dealing" => Self::Dealing,
            "government-before" => Self::GovernmentBefore,
            "noun" => Self::Noun,
            "place-before" => Self::PlaceBefore,
            _ => return None,
        })
    }
}

static TABLE: &str = include_str!("../../../assets/lexicons/government-words.tsv");

static WORDS: LazyLock<FxHashSet<(Word, &'static str)>> = LazyLock::new(|| {
    let rows = TABLE.lines().filter(|l| !l.starts_with('#')).filter_map(|l| l.split_once('\t'));
    rows.filter_map(|(kind, word)| Some((Word::parse(kind)?, word))).collect()
});

fn is(kind: Word, word: &str) -> bool {
    WORDS.contains(&(kind, word))
}

#[cfg(test)]
mod tests {
    use crate::extract::identity::metonyms::*;

    #[test]
    fn the_table_is_sorted_and_every_line_is_read() {
        let lines: Vec<_> = TABLE.lines().filter(|l| !l.starts_with('#')).collect();
        assert!(lines.windows(2).all(|w| w[0] < w[1]), "out of order or doubled");
        assert_eq!(lines.len(), WORDS.len(), "a line's kind is not understood");
        assert!(is(Word::Acts, "invaded") && is(Word::PlaceBefore, "downtown") && !is(Word::Acts, "downtown"));
    }
}
