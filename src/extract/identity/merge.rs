//! From named spans to actors: one actor for all the names of one person, state or body.

use crate::model::RuleRef;
use crate::rules;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::extract::identity::metonyms;
use crate::extract::identity::person_name::fold;
use crate::extract::identity::table::Cast;
use crate::extract::identity::titles;
use crate::extract::identity::titles::{Held, NameMap};
use crate::extract::layout::{Block, Layout};
use crate::extract::names::orthography;
use crate::extract::names::orthography::is_shouted;
use crate::extract::names::scan::{NameSpan, Sense};
use crate::language::Analysis;
use crate::language::gazetteer::{ConceptId, ConceptKind, FormKind, Gazetteer, OfficeClass};
use crate::model::{ActorKind, LocalActorId, MentionKind, Why};

/// Where a name belongs after merging.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Placed {
    /// The actor it names, if it names one.
    pub actor: Option<LocalActorId>,
    /// One past the last token of the mention: "Trump administration" is more than the name.
    pub end: usize,
}

/// A noun that stands beside a name and means the same actor.
#[derive(Clone, Debug)]
pub(crate) struct Beside {
    pub held: Held,
    pub actor: LocalActorId,
}

/// Merges the names of an article into actors; the result is one place a name.
pub(crate) fn merge(
    analysis: &Analysis<'_>,
    layout: &Layout,
    names: &[NameSpan],
    map: &NameMap,
    cast: &mut Cast,
) -> (Vec<Placed>, Vec<Beside>) {
    let mut merger = Merger {
        analysis,
        names,
        map,
        cast,
        soviet: soviet_times(names),
        metonyms: metonyms::governments(analysis, names),
        last: FxHashMap::default(),
        so_called: FxHashSet::default(),
    };
    let acts: Vec<bool> = names.iter().map(|n| can_act(analysis, layout, n)).collect();
    merger.full_names(&acts);
    let mut placed = Vec::with_capacity(names.len());
    for (k, name) in names.iter().enumerate() {
        let found = if acts[k] { merger.place(k, name) } else { None };
        let end = found.as_ref().map_or(name.tokens.end, |f| f.end);
        if let Some(Found { id, rule, .. }) = found {
            let words = analysis.span_of(name.tokens.clone());
            let span = analysis.span_of(name.tokens.start..end);
            let text = crate::extract::actors::shown(span.of(analysis.text()));
            let actor = merger.cast.get_mut(id);
            if !actor.names.contains(&text) {
                actor.names.push(text);
            }
            merger.cast.mention(id, span, MentionKind::Name, Why::words(rule, words));
            merger.last.insert(id, k);
        }
        placed.push(Placed { actor: found.map(|f| f.id), end });
    }
    merger.name_actors();
    merger.know_leaders();
    let mut beside = merger.collect_roles(&placed);
    let numbers = cast.leave_out_unmentioned();
    for place in &mut placed {
        place.actor = place.actor.and_then(|id| numbers[id.index()]);
    }
    beside.retain_mut(|b| numbers[b.actor.index()].map(|id| b.actor = id).is_some());
    (placed, beside)
}

/// Where a name was placed and by which rule.
pub(crate) struct Found {
    pub(crate) id: LocalActorId,
    pub(crate) rule: RuleRef,
    pub(crate) end: usize,
}

/// True for sentences that name who made the article ("(Reporting by …", "Follow … on Twitter").
fn is_credit(analysis: &Analysis<'_>, i: usize) -> bool {
    let sentence = analysis.sentences()[analysis.sentence_of(i)].tokens.clone();
    let mut start = sentence.clone().take(4).map(|i| analysis.lower(i));
    start.any(|w| matches!(w, "reporting" | "editing" | "follow" | "contact")) && {
        let mut words = sentence.clone().map(|i| analysis.lower(i));
        words.any(|w| matches!(w, "by" | "twitter" | "facebook" | "at")) && sentence.len() < 40
    }
}

/// False for names in what the site says, in bylines, datelines and credits.
fn can_act(analysis: &Analysis<'_>, layout: &Layout, name: &NameSpan) -> bool {
    let paragraph = analysis.paragraph_of(name.tokens.start);
    !matches!(layout.block(paragraph), Block::Boilerplate | Block::Byline)
        && !is_credit(analysis, name.tokens.start)
        && !layout.is_aside(analysis.span(name.tokens.start).start)
}

/// True where the article names the Soviet Union and not Russia: "Moscow" is the former then.
fn soviet_times(names: &[NameSpan]) -> bool {
    let gazetteer = Gazetteer::get();
    let named = |state: &str| {
        let concept = gazetteer.named(state);
        names
            .iter()
            .any(|n| matches!(n.sense, Sense::Known(f) if f.kind == FormKind::State && Some(f.concept) == concept))
    };
    named("Soviet Union") && !named("Russia")
}

pub(crate) struct Merger<'a, 'c> {
    pub(crate) analysis: &'a Analysis<'a>,
    pub(crate) names: &'a [NameSpan],
    pub(crate) map: &'a NameMap,
    pub(crate) cast: &'c mut Cast,
    pub(crate) soviet: bool,
    /// Capitals that stand for their government somewhere in the article.
    pub(crate) metonyms: FxHashSet<ConceptId>,
    /// The last name of each actor.
    pub(crate) last: FxHashMap<LocalActorId, usize>,
    /// Those who have been called by a single word, without a title that tells their sex.
    pub(crate) so_called: FxHashSet<LocalActorId>,
}

impl Merger<'_, '_> {
    /// The state that a name of the gazetteer belongs to.
    pub(crate) fn state_named(&mut self, k: usize) -> Option<LocalActorId> {
        let Sense::Known(form) = self.names[k].sense else { return None };
        let state = Gazetteer::get().concept_of(form.concept).kind == ConceptKind::State;
        state.then(|| self.cast.concept(self.dated(form.concept)))
    }

    /// The Soviet Union for Russia where the article is of its time.
    pub(crate) fn dated(&self, concept: ConceptId) -> ConceptId {
        let gazetteer = Gazetteer::get();
        match gazetteer.named("Soviet Union") {
            Some(soviet) if self.soviet && gazetteer.named("Russia") == Some(concept) => soviet,
            _ => concept,
        }
    }

    /// Gives people and bodies their offices and those they hold them for.
    fn collect_roles(&mut self, placed: &[Placed]) -> Vec<Beside> {
        let mut beside = Vec::new();
        for (k, name) in self.names.iter().enumerate() {
            let Some(id) = placed[k].actor else { continue };
            if !matches!(name.sense, Sense::Person) || placed[k].end != name.tokens.end {
                continue;
            }
            for held in titles::held(self.analysis, self.names, self.map, k) {
                if held.office.class != OfficeClass::Honorific {
                    let words = self.analysis.span_of(held.tokens.clone()).of(self.analysis.text());
                    self.cast.add_role(id, words);
                }
                self.cast.learn_gender(id, held.office.gender);
                if let Some(of) = held.owner.and_then(|o| placed[o].actor) {
                    let why = Why::words(&rules::identity::OF_OFFICE, self.analysis.span_of(held.tokens.clone()));
                    self.cast.set_of(id, of, why);
                }
                beside.push(Beside { held, actor: id });
            }
            if let Some(state) = self.possessor(k).and_then(|o| placed[o].actor)
                && self.cast.get(state).kind == ActorKind::Country
            {
                let why = Why::words(&rules::identity::OF_POSSESSOR, self.analysis.span_of(name.tokens.clone()));
                self.cast.set_of(id, state, why);
            }
        }
        beside
    }

    fn place(&mut self, k: usize, name: &NameSpan) -> Option<Found> {
        let end = name.tokens.end;
        let (id, rule) = match name.sense {
            Sense::Known(form) => self.known(k, name, form.concept, form.kind)?,
            Sense::Person => {
                if let Some(found) = self.named_after(k, name) {
                    return Some(found);
                }
                if name.title.is_none() && self.is_no_name_alone(name) {
                    return None;
                }
                self.person(k, name)
            }
            Sense::Organisation => {
                if self.is_no_name_alone(name) && !self.is_last_word_of_another(name) {
                    return None;
                }
                self.organisation(k, name)
            }
            Sense::Place | Sense::Other | Sense::Unknown => return None,
        };
        Some(Found { id, rule, end })
    }

    /// "Act", "Federal": a capital makes no name of them.
    fn is_no_name_alone(&self, name: &NameSpan) -> bool {
        let first = name.tokens.start;
        // "May" after Theresa May
        name.tokens.len() == 1
            && orthography::is_never_alone(self.analysis.lower(first))
            && self.cast.people_called(&fold(self.analysis.word(first))).is_empty()
    }

    /// Gives every actor its fullest name.
    fn name_actors(&mut self) {
        for id in (0..self.cast.list.len()).map(LocalActorId::from_index) {
            let concept = self.cast.profile(id).concept;
            let actor = self.cast.get_mut(id);
            if (actor.name.is_empty() || concept.is_none() && actor.kind != ActorKind::Country)
                && let Some(fullest) = fullest(&actor.names, actor.kind)
            {
                actor.name = fullest;
            }
        }
    }
}

/// The longest of some names; of a person's without a middle initial where two are as full, and in small
/// letters even where the text has it in capitals alone.
fn fullest(names: &[String], kind: ActorKind) -> Option<String> {
    let words = |n: &str| n.split_whitespace().count();
    if kind == ActorKind::Person {
        let name = names.iter().max_by_key(|n| (words(n).min(2), !is_shouted(n), words(n), n.len()))?;
        let shouted = is_shouted(name) || is_shouted(&name.replace("Mc", ""));
        return Some(if shouted { lowered(name) } else { name.clone() });
    }
    names.iter().max_by_key(|n| n.len()).cloned()
}

/// "JEN PSAKI" → "Jen Psaki", "O'ROURKE" → "O'Rourke", "McCONNELL" → "McConnell"; "JFK" and "II" stay.
fn lowered(name: &str) -> String {
    let word = |word: &str| {
        // two or three letters may be initials
        let short = word.contains('.') || word.chars().filter(|c| c.is_alphabetic()).count() < 4;
        let given = || Gazetteer::get().given(&word.to_lowercase()).is_some();
        if short && !matches!(word, "JR." | "SR." | "JR" | "SR") && !given() {
            return word.to_owned();
        }
        let mut out = String::with_capacity(word.len());
        let mut first = true;
        for c in word.chars() {
            if first || out == "Mc" {
                out.push(c);
            } else {
                out.extend(c.to_lowercase());
            }
            first = !c.is_alphanumeric();
        }
        out
    };
    name.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use crate::extract::identity::merge::*;

    #[test]
    fn the_fullest_name_is_shown() {
        let names = ["Putin".to_owned(), "Vladimir Putin".to_owned()];
        assert_eq!(fullest(&names, ActorKind::Person).as_deref(), Some("Vladimir Putin"));
    }

    #[test]
    fn capitals_are_no_spelling_of_a_person() {
        let shown = |name: &str| fullest(&[name.to_owned()], ActorKind::Person).unwrap_or_default();
        assert_eq!(shown("PSAKI"), "Psaki");
        assert_eq!(shown("JOSEPH R. BIDEN JR."), "Joseph R. Biden Jr.");
        assert_eq!(shown("MITCH MCCONNELL"), "Mitch McConnell");
        assert_eq!(shown("O’ROURKE"), "O’Rourke");
        assert_eq!(shown("McCLELLAN"), "McClellan");
        assert_eq!(shown("JFK"), "JFK");
    }
}
