//! What the words right beside a name say of it: the noun it stands behind, the preposition before it, the verb
//! that it speaks by.

use crate::extract::names::orthography::{is_function_word, is_possessive, is_shouted};
use crate::extract::names::scan::{NameSpan, Sense};
use crate::language::gazetteer::Gazetteer;
use crate::language::{Analysis, Upos};
use crate::lexicon::names::NameWords;
use crate::model::RuleRef;
use crate::rules;

/// "The bank Hardwick", "TV channel Canal N": a body's noun right before a name that is nobody's.
pub(crate) fn is_behind_its_noun(analysis: &Analysis<'_>, name: &NameSpan) -> bool {
    let first = name.tokens.start;
    let start = analysis.sentences()[analysis.sentence_of(first)].tokens.start;
    let Some(noun) = first.checked_sub(1).filter(|&i| i > start) else { return false };
    analysis.upos(noun) == Upos::Noun
        && NameWords::BodiesNouns.has(analysis.lower(noun))
        && !name.tokens.clone().any(|i| Gazetteer::get().given(analysis.lower(i)).is_some())
}

/// Prepositions that a place follows.
pub(crate) fn is_locative(lower: &str) -> bool {
    NameWords::Locative.has(lower)
}

/// What stands beside a name and tells what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Beside {
    /// Capital letters, and words that go with a body.
    Acronym,
    /// A noun for a place, behind it.
    BeforePlaceNoun,
    /// A preposition of place, before it.
    AfterLocative,
    /// A description of a person.
    Apposition,
    /// An age.
    Age,
    /// A verb of speaking.
    Speaks,
    /// Nothing: it is a known family name.
    Surname,
}

impl Beside {
    /// What it makes of the name.
    pub(crate) fn sense(self) -> Sense {
        match self {
            Self::Acronym => Sense::Organisation,
            Self::BeforePlaceNoun | Self::AfterLocative => Sense::Place,
            Self::Apposition | Self::Age | Self::Speaks | Self::Surname => Sense::Person,
        }
    }

    /// The rule that goes by it.
    pub(crate) fn rule(self) -> RuleRef {
        match self {
            Self::Acronym => &rules::names::ACRONYM,
            Self::BeforePlaceNoun => &rules::names::BEFORE_PLACE_NOUN,
            Self::AfterLocative => &rules::names::AFTER_LOCATIVE,
            Self::Apposition => &rules::names::APPOSITION,
            Self::Age => &rules::names::AGE,
            Self::Speaks => &rules::names::SPEAKS,
            Self::Surname => &rules::names::SURNAME,
        }
    }
}

/// What the words beside a name say of it.
pub(crate) fn by_context(analysis: &Analysis<'_>, name: &NameSpan) -> Option<Beside> {
    let tokens = analysis.tokens().len();
    let sentence = &analysis.sentences()[analysis.sentence_of(name.tokens.start)].tokens;
    let (first, end) = (name.tokens.start, name.tokens.end);
    let before = |k: usize| first.checked_sub(k).filter(|&i| i >= sentence.start).map_or("", |i| analysis.lower(i));
    let after = |k: usize| if end + k < sentence.end.min(tokens) { analysis.lower(end + k) } else { "" };
    let single = name.tokens.len() == 1;
    let shouted = is_shouted(analysis.word(first));
    let word = analysis.word(first);
    if single && shouted && !name.weak && (2..=7).contains(&word.len()) && !word.contains(|c: char| c.is_ascii_digit())
    {
        // emphasis ("a MONTH") and abbreviations of things ("ICBMs") are none: an acronym of a body stands
        // behind "the", owns or acts
        let acts =
            analysis.deprel(first).is_subject() || is_possessive(after(0)) || matches!(before(1), "the" | "by" | "(");
        let beside = |i: Option<usize>| i.is_some_and(|i| sentence.contains(&i) && is_shouted(analysis.word(i)));
        let emphasis = beside(first.checked_sub(1)) || beside(Some(end));
        return (acts && !emphasis && !is_function_word(analysis.lower(first))).then_some(Beside::Acronym);
    }
    if NameWords::PlaceNouns.has(after(0)) {
        return Some(Beside::BeforePlaceNoun);
    }
    if is_locative(before(1)) && !shouted {
        return Some(Beside::AfterLocative);
    }
    // "spokesman, Geng Shuang,": an office and a comma before; ", the minister": after
    let gazetteer = Gazetteer::get();
    if before(1) == "," && gazetteer.office(|k| (k == 0).then(|| before(2))).is_some() && !shouted {
        return Some(Beside::Apposition);
    }
    if after(0) == "," && !shouted {
        let mut skip = 1;
        while NameWords::BeforeOffice.has(after(skip)) {
            skip += 1;
        }
        if skip > 1
            && (0..4).any(|k| {
                gazetteer
                    .office(|j| Some(after(skip + k + j)).filter(|w| !w.is_empty()))
                    .is_some_and(|(_, o)| o.class != crate::language::gazetteer::OfficeClass::Human)
            })
            && !name.tokens.is_empty()
            && (0..6).all(|k| after(skip + k) != "company")
        {
            return Some(Beside::Apposition);
        }
        if after(1).len() == 2 && after(1).bytes().all(|b| b.is_ascii_digit()) && after(2) == "," {
            return Some(Beside::Age);
        }
        if speaks(after(1)) {
            return Some(Beside::Speaks);
        }
    }
    if !shouted
        && (speaks(after(0)) || speaks(before(1)) && matches!(after(0), "," | "." | ""))
        && !is_possessive(before(1))
    {
        return Some(Beside::Speaks);
    }
    if single && !name.weak && gazetteer.is_surname(analysis.lower(first)) && analysis.upos(first) != Upos::Noun {
        return Some(Beside::Surname);
    }
    None
}

/// Verbs that say somebody speaks.
fn speaks(lower: &str) -> bool {
    NameWords::SpeakingVerbs.has(lower)
}
