//! Names that the whole article settles: one way to read each, and the halves of split states.

use crate::lexicon::table;
use crate::rules;
use rustc_hash::FxHashMap;

use crate::extract::names::disambiguate::key;
use crate::extract::names::scan::{Evidence, NameSpan, Sense};
use crate::language::Analysis;
use crate::language::gazetteer::{ConceptKind, Form, FormKind, Gazetteer};

/// How much more a noun tells than the tagger.
const TOLD: u32 = 1_000;

/// Reads a name one way throughout where the name tagger alone told its bearers apart: as it did most often, and
/// of equals as an organisation, for an article gives a person's full name somewhere.
pub(crate) fn agree(analysis: &Analysis<'_>, names: &mut [NameSpan]) {
    let place = |sense: Sense| match sense {
        Sense::Organisation => Some(0),
        Sense::Person => Some(1),
        Sense::Place => Some(2),
        Sense::Other => Some(3),
        Sense::Known(_) | Sense::Unknown => None,
    };
    const SENSES: [Sense; 4] = [Sense::Organisation, Sense::Person, Sense::Place, Sense::Other];
    let by_tagger = |n: &NameSpan| n.tokens.len() == 1 && n.evidence == Evidence::Tagger;
    let mut read: FxHashMap<String, [u32; SENSES.len()]> = FxHashMap::default();
    for name in names.iter().filter(|n| by_tagger(n) || n.tokens.len() == 1 && n.evidence == Evidence::ItsNoun) {
        if let Some(at) = place(name.sense) {
            let told = if name.evidence == Evidence::ItsNoun { TOLD } else { 1 };
            read.entry(key(analysis, name)).or_default()[at] += told;
        }
    }
    read.retain(|_, counts| counts.iter().filter(|&&c| c > 0).count() > 1);
    for name in names.iter_mut().filter(|n| by_tagger(n)) {
        if let Some(counts) = read.get(&key(analysis, name)) {
            let most = (0..SENSES.len()).rev().max_by_key(|&k| counts[k]).unwrap_or(0);
            name.sense = SENSES[most];
        }
    }
}

static HALVES: &str = include_str!("../../../assets/lexicons/halves-of-states.tsv");

/// "The North" in an article on North Korea names it, and so do the halves of other split states.
pub(crate) fn halves_of_states(analysis: &Analysis<'_>, names: &mut [NameSpan]) {
    let gazetteer = Gazetteer::get();
    let halves: Vec<_> = table::pairs(HALVES)
        .filter_map(|(half, state)| {
            let form = gazetteer.state_form(state)?;
            let named = |n: &NameSpan| matches!(n.sense, Sense::Known(f) if f.concept == form.concept);
            names.iter().any(named).then_some((half, form))
        })
        .collect();
    if halves.is_empty() {
        return;
    }
    for name in names.iter_mut().filter(|n| n.tokens.len() == 1 && matches!(n.sense, Sense::Unknown)) {
        let i = name.tokens.start;
        let after_the = i > 0 && matches!(analysis.lower(i - 1), "the" | "between" | "and");
        if let Some((_, form)) = halves.iter().find(|(half, _)| after_the && *half == analysis.lower(i)) {
            name.read_as(Sense::Known(*form), &rules::names::HALF_OF_A_STATE);
            name.weak = false;
        }
    }
}

/// "Georgia" is the province of that name where the article is of its state and tells nothing else of the other one.
pub(crate) fn provinces_called_like_states(analysis: &Analysis<'_>, names: &mut [NameSpan]) {
    let gazetteer = Gazetteer::get();
    let province = |name: &NameSpan| {
        let Sense::Known(form) = name.sense else { return None };
        let word = |k: usize| {
            let i = name.tokens.start + k;
            (i < name.tokens.end).then(|| (analysis.word(i), analysis.lower(i)))
        };
        let hit = (form.kind == FormKind::State).then(|| gazetteer.longest(word))??;
        let is_province = |f: &&Form| gazetteer.concept_of(f.concept).kind == ConceptKind::Province;
        hit.forms.iter().find(is_province).map(|province| (form.concept, *province))
    };
    let found: Vec<_> = names.iter().map(province).collect();
    let Some(&(state, form)) = found.iter().flatten().next() else { return };
    let Some(home) = gazetteer.concept_of(form.concept).of else { return };
    let known = |n: &NameSpan| if let Sense::Known(f) = n.sense { Some(f) } else { None };
    let of_state =
        |f: Form| gazetteer.concept_of(f.concept).of == Some(state) || f.kind != FormKind::State && f.concept == state;
    let of_home = |f: Form| f.concept == home || gazetteer.concept_of(f.concept).of == Some(home);
    let (mut here, mut there) = (false, false);
    for form in names.iter().filter_map(known) {
        here |= of_home(form);
        there |= of_state(form);
    }
    if here && !there {
        for (name, _) in names.iter_mut().zip(&found).filter(|(_, found)| found.is_some_and(|(of, _)| of == state)) {
            name.read_as(Sense::Known(form), &rules::names::PROVINCE_NOT_STATE);
        }
    }
}
