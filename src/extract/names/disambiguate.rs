//! What the capitals alone did not tell: names settled by the words around them, by the rest of the
//! document and by the name tagger.

use crate::model::RuleRef;
use crate::rules;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::extract::identity::leaders;
use crate::extract::identity::person_name::fold;
use crate::extract::names::consistency::{agree, halves_of_states, provinces_called_like_states};
use crate::extract::names::local_context::{Beside, by_context, is_behind_its_noun, is_locative};
use crate::extract::names::orthography;
use crate::extract::names::orthography::{is_capital, is_heading, is_initial, is_initials, is_particle, is_shouted};
use crate::extract::names::scan::{Evidence, NameSpan, Sense};
use crate::extract::names::split::take_apart;
use crate::extract::names::things::thing;
use crate::language::gazetteer::{FormKind, Gazetteer};
use crate::language::{Analysis, Deprel};
use crate::model::EntityKind;

/// What the document says elsewhere about a word or a name.
#[derive(Default)]
struct Elsewhere {
    /// Words of people's names that were read with certainty.
    handles: FxHashSet<String>,
    /// Names in lower case and what they were read as.
    senses: FxHashMap<String, Sense>,
    /// Family names of people named in full.
    families: FxHashSet<String>,
    /// Names of companies without what they are in law, and what each begins with.
    companies: FxHashSet<String>,
    /// First letters of long names.
    initials: FxHashSet<String>,
    /// Words that stand in small letters somewhere.
    small: FxHashSet<String>,
}

/// Settles unknown and weak names; what remains weak is dropped.
pub(crate) fn settle(analysis: &Analysis<'_>, mut names: Vec<NameSpan>) -> Vec<NameSpan> {
    halves_of_states(analysis, &mut names);
    let headings: Vec<bool> = analysis.sentences().iter().map(|s| is_heading(analysis, s.tokens.clone())).collect();
    provinces_called_like_states(analysis, &mut names);
    for name in &mut names {
        if let Some(rule) = thing(analysis, name) {
            decide(name, Sense::Other, rule);
        }
    }
    let elsewhere = look_elsewhere(analysis, &names);
    let in_heading = |name: &NameSpan| headings[analysis.sentence_of(name.tokens.start)];
    for name in &mut names {
        settle_one(analysis, &elsewhere, name, in_heading(name));
    }
    agree(analysis, &mut names);
    // what was just settled settles the same words elsewhere
    let again = look_elsewhere(analysis, &names);
    for name in &mut names {
        let city = matches!(name.sense, Sense::Known(f) if f.kind == FormKind::City);
        if name.weak || city || matches!(name.sense, Sense::Unknown) {
            settle_one(analysis, &again, name, in_heading(name));
        }
    }
    names.retain(|n| !n.weak);
    take_apart(analysis, &mut names, &headings);
    for name in &names {
        analysis.fired(name.rule, analysis.span_of(name.tokens.clone()));
    }
    names
}

/// A name's words in small letters.
pub(crate) fn key(analysis: &Analysis<'_>, name: &NameSpan) -> String {
    let mut out = String::new();
    for i in name.tokens.clone() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(analysis.lower(i));
    }
    out
}

fn look_elsewhere(analysis: &Analysis<'_>, names: &[NameSpan]) -> Elsewhere {
    let mut out = Elsewhere::default();
    for name in names.iter().filter(|n| !n.weak) {
        match name.sense {
            Sense::Person => {
                if name.tokens.len() > 1 {
                    out.families.insert(fold(analysis.word(name.tokens.end - 1)));
                }
                for i in name.tokens.clone() {
                    let lower = analysis.lower(i);
                    if !is_particle(lower)
                        && !is_initial(analysis.word(i))
                        && !is_initials(analysis.word(i))
                        && lower.len() > 1
                    {
                        out.handles.insert(fold(analysis.word(i)));
                    }
                }
            }
            Sense::Organisation | Sense::Place | Sense::Other => {
                let key = key(analysis, name);
                // "Equifax Inc. … Equifax"
                if let Some((short, form)) = key.rsplit_once(' ')
                    && orthography::is_company_form(form)
                {
                    let mut part = short;
                    loop {
                        out.companies.insert(part.to_owned());
                        out.senses.entry(part.to_owned()).or_insert(name.sense);
                        let Some((shorter, _)) = part.rsplit_once(' ') else { break };
                        part = shorter;
                    }
                    // "General Electric Co … GE"
                    let letters: String = short.split(' ').filter_map(|w| w.chars().next()).collect();
                    if letters.len() > 1 {
                        out.initials.insert(letters.to_uppercase());
                    }
                }
                out.senses.entry(key).or_insert(name.sense);
                if name.tokens.len() > 2 {
                    let letters: String = name
                        .tokens
                        .clone()
                        .map(|i| analysis.word(i))
                        .filter(|w| is_capital(w))
                        .filter_map(|w| w.chars().next())
                        .collect();
                    if matches!(name.sense, Sense::Organisation) {
                        out.initials.insert(letters);
                    }
                }
            }
            Sense::Unknown => {}
            Sense::Known(_) => {}
        }
    }
    for name in names.iter().filter(|n| n.weak) {
        out.small.insert(analysis.lower(name.tokens.start).to_owned());
    }
    if !out.small.is_empty() {
        let mut seen = FxHashSet::default();
        for i in 0..analysis.tokens().len() {
            if analysis.word(i).starts_with(char::is_lowercase) && out.small.contains(analysis.lower(i)) {
                seen.insert(analysis.lower(i).to_owned());
            }
        }
        out.small = seen;
    }
    out
}

fn settle_one(analysis: &Analysis<'_>, elsewhere: &Elsewhere, name: &mut NameSpan, in_heading: bool) {
    let first = name.tokens.start;
    let single = name.tokens.len() == 1;
    if let Sense::Known(form) = name.sense {
        // "Emirates", "Apple", "Vox" at a sentence's start, or a city that is somebody's name here
        let person_here = single
            && matches!(
                form.kind,
                FormKind::City | FormKind::Company | FormKind::Medium | FormKind::Capital | FormKind::Region
            )
            && elsewhere.handles.contains(&fold(analysis.word(first)))
            && !elsewhere_place(analysis, first);
        let family_here = single
            && form.kind == FormKind::State
            && elsewhere.families.contains(&fold(analysis.word(first)))
            && !elsewhere_place(analysis, first);
        // "Austin said": no city
        let speaks_here = single
            && form.kind == FormKind::City
            && Gazetteer::get().is_surname(analysis.lower(first))
            && by_context(analysis, name) == Some(Beside::Speaks);
        // "English wrote", in an article on Leandra English; "English law" is England's
        let named_here = single
            && form.kind == FormKind::Demonym
            && elsewhere.handles.contains(&fold(analysis.word(first)))
            && Gazetteer::get().is_surname(analysis.lower(first))
            && !matches!(analysis.deprel(first), Deprel::Amod | Deprel::Compound);
        if person_here || family_here || speaks_here || named_here {
            name.read_as(Sense::Person, &rules::names::SURNAME_AFTER_FULL_NAME);
        }
        if name.weak {
            name.weak = elsewhere.small.contains(analysis.lower(first));
        }
        return;
    }
    if matches!(name.sense, Sense::Person) && name.title.is_none() && elsewhere.companies.contains(&key(analysis, name))
    {
        return decide(name, Sense::Organisation, &rules::names::SHORT_OF_A_COMPANY);
    }
    if !matches!(name.sense, Sense::Unknown) {
        return;
    }
    if elsewhere.companies.contains(&key(analysis, name)) {
        return decide(name, Sense::Organisation, &rules::names::SHORT_OF_A_COMPANY);
    }
    if single
        && elsewhere.handles.contains(&fold(analysis.word(first)))
        && !elsewhere.small.contains(analysis.lower(first))
    {
        return decide(name, Sense::Person, &rules::names::SURNAME_AFTER_FULL_NAME);
    }
    // "Trump said", in an article that never gives the rest of the name
    if single
        && !is_shouted(analysis.word(first))
        && leaders::is_family_of_one(&fold(analysis.word(first)))
        && !elsewhere.small.contains(analysis.lower(first))
    {
        return decide(name, Sense::Person, &rules::names::LEADERS_FAMILY_NAME);
    }
    if let Some(&sense) = elsewhere.senses.get(&key(analysis, name)) {
        return decide(name, sense, &rules::names::SAME_NAME);
    }
    if single && is_shouted(analysis.word(first)) {
        let letters: String = analysis.word(first).chars().filter(|c| c.is_alphabetic()).collect();
        if elsewhere.initials.contains(&letters) {
            return decide(name, Sense::Organisation, &rules::names::INITIALS);
        }
    }
    // every word of a heading has a capital: one alone is a name only if the text says so elsewhere
    if in_heading && single {
        return;
    }
    if is_behind_its_noun(analysis, name) {
        decide(name, Sense::Organisation, &rules::names::BEHIND_ITS_NOUN);
        name.evidence = Evidence::ItsNoun;
        return;
    }
    if let Some(tagged) = analysis.name_at(first) {
        let sense = match tagged.kind {
            EntityKind::Person => Sense::Person,
            EntityKind::Organisation | EntityKind::Group => Sense::Organisation,
            EntityKind::Place | EntityKind::Country => Sense::Place,
            EntityKind::Demonym | EntityKind::Other => Sense::Other,
        };
        decide(name, sense, &rules::names::NAME_TAGGER);
        name.evidence = Evidence::Tagger;
        return;
    }
    if name.weak && (elsewhere.small.contains(analysis.lower(first)) || analysis.names().is_empty() && !single) {
        name.weak = true;
    }
    if let Some(beside) = by_context(analysis, name) {
        if !name.weak || !elsewhere.small.contains(analysis.lower(first)) && beside != Beside::Acronym {
            decide(name, beside.sense(), beside.rule());
        }
        return;
    }
    if name.weak {
        return;
    }
    if (2..=4).contains(&name.tokens.len()) && looks_like_a_person(analysis, name) {
        decide(name, Sense::Person, &rules::names::SURNAME);
    }
}

fn decide(name: &mut NameSpan, sense: Sense, rule: RuleRef) {
    name.read_as(sense, rule);
    name.weak = false;
}

fn looks_like_a_person(analysis: &Analysis<'_>, name: &NameSpan) -> bool {
    let gazetteer = Gazetteer::get();
    let last = name.tokens.end - 1;
    name.tokens
        .clone()
        .all(|i| analysis.word(i).chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '\'' | '’' | '-')))
        && !is_shouted(analysis.word(last))
        // "Technology Prosperity Deal"
        && !orthography::is_never_alone(analysis.lower(last))
        && (gazetteer.is_surname(analysis.lower(last)) || gazetteer.is_family_first(analysis.lower(name.tokens.start)))
}

fn elsewhere_place(analysis: &Analysis<'_>, i: usize) -> bool {
    i > 0 && is_locative(analysis.lower(i - 1))
}
