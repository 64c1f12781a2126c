//! From named spans to actors: one actor for all the names of one person, state or body.

use rustc_hash::{FxHashMap, FxHashSet};

use super::cast::Cast;
use super::leaders;
use super::metonyms;
use super::names::{NameSpan, Sense};
use super::persons::{PersonName, fold};
use super::roles::{self, Held, NameMap};
use super::shapes::{self, is_capital, is_possessive, is_shouted};
use crate::extract::layout::{Block, Layout};
use crate::language::gazetteer::{ConceptId, ConceptKind, FormKind, Gazetteer, Gender, OfficeClass};
use crate::language::{Analysis, Upos, Xpos};
use crate::model::{ActorKind, LocalActorId, MentionKind, Why};

/// Where a name belongs after merging.
#[derive(Clone, Copy, Debug)]
pub(super) struct Placed {
    /// The actor it names, if it names one.
    pub actor: Option<LocalActorId>,
    /// One past the last token of the mention: "Trump administration" is more than the name.
    pub end: usize,
}

/// A noun that stands beside a name and means the same actor.
#[derive(Clone, Debug)]
pub(super) struct Beside {
    pub held: Held,
    pub actor: LocalActorId,
}

/// Merges the names of an article into actors; the result is one place a name.
pub(super) fn merge(
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
            let text = super::shown(span.of(analysis.text()));
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
    let beside = merger.collect_roles(&placed);
    (placed, beside)
}

/// Where a name was placed and by which rule.
struct Found {
    id: LocalActorId,
    rule: &'static str,
    end: usize,
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

struct Merger<'a, 'c> {
    analysis: &'a Analysis<'a>,
    names: &'a [NameSpan],
    map: &'a NameMap,
    cast: &'c mut Cast,
    soviet: bool,
    /// Capitals that stand for their government somewhere in the article.
    metonyms: FxHashSet<ConceptId>,
    /// The last name of each actor.
    last: FxHashMap<LocalActorId, usize>,
}

impl Merger<'_, '_> {
    /// First of all the people with full names, wherever they stand: bare surnames may come earlier.
    fn full_names(&mut self, acts: &[bool]) {
        for (k, name) in self.names.iter().enumerate() {
            if !acts[k] || !matches!(name.sense, Sense::Person) {
                continue;
            }
            let person = PersonName::read(self.analysis, name.tokens.clone());
            if person.is_bare() {
                continue;
            }
            let id = self.fully_named(&person);
            self.cast.add_person_name(id, person);
            if let Some(office) = name.office {
                self.cast.learn_gender(id, office.gender);
            }
            for held in roles::held(self.analysis, self.names, self.map, k) {
                if let Some(state) = held.owner.and_then(|o| self.state_named(o)) {
                    self.cast.set_of(id, state);
                }
            }
        }
    }

    /// The state that a name of the gazetteer belongs to.
    fn state_named(&mut self, k: usize) -> Option<LocalActorId> {
        let Sense::Known(form) = self.names[k].sense else { return None };
        let state = Gazetteer::get().concept_of(form.concept).kind == ConceptKind::State;
        state.then(|| self.cast.concept(self.dated(form.concept)))
    }

    /// The Soviet Union for Russia where the article is of its time.
    fn dated(&self, concept: ConceptId) -> ConceptId {
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
            for held in roles::held(self.analysis, self.names, self.map, k) {
                if held.office.class != OfficeClass::Honorific {
                    let words = self.analysis.span_of(held.tokens.clone()).of(self.analysis.text());
                    self.cast.add_role(id, words);
                }
                self.cast.learn_gender(id, held.office.gender);
                if let Some(of) = held.owner.and_then(|o| placed[o].actor) {
                    self.cast.set_of(id, of);
                }
                beside.push(Beside { held, actor: id });
            }
            if let Some(state) = self.possessor(k).and_then(|o| placed[o].actor)
                && self.cast.get(state).kind == ActorKind::Country
            {
                self.cast.set_of(id, state);
            }
        }
        beside
    }

    /// The name that owns name `k`: "North Korea" in "North Korea's Kim".
    fn possessor(&self, k: usize) -> Option<usize> {
        let before = k.checked_sub(1)?;
        let (owner, owned) = (&self.names[before].tokens, &self.names[k].tokens);
        (owner.end + 1 == owned.start && is_possessive(self.analysis.lower(owner.end))).then_some(before)
    }

    fn agrees(&self, id: LocalActorId, person: &PersonName) -> bool {
        self.cast.profile(id).names.iter().all(|n| n.agrees(person))
    }

    /// The person of a full name, added where it is new.
    fn fully_named(&mut self, person: &PersonName) -> LocalActorId {
        let namesakes = self.cast.people_called(&person.family).iter().copied().take(NAMESAKES);
        let found = { namesakes }.find(|&id| self.agrees(id, person)).or_else(|| self.respelt(person));
        found.unwrap_or_else(|| self.cast.add("", ActorKind::Person, true))
    }

    /// A person whose family name is spelt a letter otherwise.
    fn respelt(&self, person: &PersonName) -> Option<LocalActorId> {
        if person.family.len() < 6 {
            return None;
        }
        let ids = (0..self.cast.list.len()).map(LocalActorId::from_index);
        ids.filter(|&id| !self.cast.profile(id).names.is_empty()).take(64).find(|&id| self.agrees(id, person))
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
            && shapes::is_never_alone(self.analysis.lower(first))
            && self.cast.people_called(&fold(self.analysis.word(first))).is_empty()
    }

    /// "The Commission" after the European Commission.
    fn is_last_word_of_another(&self, name: &NameSpan) -> bool {
        let word = self.analysis.word(name.tokens.start);
        self.cast.keyed(&format!("~{}", fold(word))).is_some()
    }

    /// "The Trump administration" is the government, "the Trump campaign" an organisation of his.
    fn named_after(&mut self, k: usize, name: &NameSpan) -> Option<Found> {
        let end = name.tokens.end;
        if name.title.is_some()
            || end >= self.analysis.tokens().len()
            || self.analysis.sentence_of(end) != self.analysis.sentence_of(end - 1)
        {
            return None;
        }
        match self.analysis.lower(end) {
            "administration" | "government" | "regime" | "cabinet" => {
                let united_states = Gazetteer::get().named("United States")?;
                let person = self.bearer(k, &fold(self.analysis.word(end - 1)), Gender::Either);
                let of =
                    person.and_then(|p| self.cast.get(p).of).filter(|&of| self.cast.get(of).kind == ActorKind::Country);
                let id = of.unwrap_or_else(|| self.cast.concept(united_states));
                if let Some(person) = person {
                    self.cast.set_of(person, id);
                }
                Some(Found { id, rule: "administration-of", end: end + 1 })
            }
            "campaign" | "team" => {
                let key = format!("{} of {}", self.analysis.lower(end), self.analysis.lower(end - 1));
                let id = self.cast.keyed(&key).unwrap_or_else(|| self.cast.add("", ActorKind::Organisation, true));
                self.cast.file(key, id);
                if let Some(person) = self.bearer(k, &fold(self.analysis.word(end - 1)), Gender::Either) {
                    self.cast.set_of(id, person);
                }
                Some(Found { id, rule: "campaign-of", end: end + 1 })
            }
            _ => None,
        }
    }

    fn known(
        &mut self,
        k: usize,
        name: &NameSpan,
        concept: ConceptId,
        kind: FormKind,
    ) -> Option<(LocalActorId, &'static str)> {
        let gazetteer = Gazetteer::get();
        let governs = self.metonyms.contains(&concept);
        let concept = self.dated(concept);
        let rule = match kind {
            FormKind::State => "state",
            FormKind::Demonym | FormKind::People => "demonym",
            FormKind::Seat => "seat-of-government",
            FormKind::Capital if governs => "capital",
            FormKind::Medium if self.is_where_it_was_posted(name) => return None,
            FormKind::Body | FormKind::Medium | FormKind::Company => {
                if gazetteer.concept_of(concept).kind == ConceptKind::Place {
                    return None;
                }
                let id = self.body(k, name, concept);
                self.cast.profiles[id.index()].medium |= kind == FormKind::Medium;
                return Some((id, "gazetteer"));
            }
            FormKind::Bloc if self.is_adjective_of_things(name) => return None,
            FormKind::Bloc => "people",
            FormKind::Capital | FormKind::City | FormKind::Region | FormKind::Other => return None,
        };
        Some((self.cast.concept(concept), rule))
    }

    /// "European security interests" is about no actor; "European leaders" and "Europeans" are.
    fn is_adjective_of_things(&self, name: &NameSpan) -> bool {
        let last = name.tokens.end - 1;
        if self.analysis.word(last).ends_with('s') {
            return false;
        }
        let mut next = name.tokens.end;
        let end = self.analysis.sentences()[self.analysis.sentence_of(last)].tokens.end;
        // "European and Arab countries", "European Union allies"
        while next < end
            && (matches!(self.analysis.lower(next), "and" | "or" | ",")
                || matches!(self.analysis.upos(next), Upos::Adj | Upos::Propn)
                || self.map.at(next).is_some())
        {
            next += 1;
        }
        let people = next < end && matches!(self.analysis.xpos(next), Xpos::Nns | Xpos::Nnps);
        !people || is_of_things(self.analysis.lemma(next))
    }

    /// "Said on Twitter": a place to speak, nobody who acts.
    fn is_where_it_was_posted(&self, name: &NameSpan) -> bool {
        let start = name.tokens.start;
        let before = |i: usize| i.checked_sub(1).map_or("", |i| self.analysis.lower(i));
        let posted = |i: usize| {
            SOCIAL_NETWORKS.contains(&self.analysis.lower(i))
                && matches!(
                    before(i),
                    "on" | "via" | "through" | "site" | "his" | "her" | "a" | "in" | "social" | "media"
                )
        };
        // "on Facebook and Twitter"
        let second = SOCIAL_NETWORKS.contains(&self.analysis.lower(start))
            && matches!(before(start), "and" | "or" | ",")
            && start > 1
            && posted(start - 2);
        posted(start) || second
    }

    fn body(&mut self, _k: usize, name: &NameSpan, concept: ConceptId) -> LocalActorId {
        let id = self.cast.concept(concept);
        let text = self.analysis.span_of(name.tokens.clone()).of(self.analysis.text());
        self.cast.file(organisation_key(text), id);
        if let Some(of) = Gazetteer::get().concept_of(concept).of
            && let Some(state) = self.cast.met(of)
        {
            self.cast.set_of(id, state);
        }
        id
    }

    fn person(&mut self, k: usize, name: &NameSpan) -> (LocalActorId, &'static str) {
        let person = PersonName::read(self.analysis, name.tokens.clone());
        let gender = name.office.map_or(Gender::Either, |o| o.gender);
        let handle = if person.is_bare() {
            person.handles.last().cloned().unwrap_or_else(|| person.solid.clone())
        } else {
            person.family.clone()
        };
        let (id, rule) = if person.is_bare() {
            match self.bearer(k, &handle, gender) {
                Some(id) => (id, "surname-after-full-name"),
                None => (self.cast.add("", ActorKind::Person, true), "single-name"),
            }
        } else {
            (self.fully_named(&person), "full-name")
        };
        self.cast.add_person_name(id, person);
        self.cast.learn_gender(id, gender);
        (id, rule)
    }

    /// Who a single word names: a bearer of that family name, else of that given name, the one named
    /// last before it, else the first.
    fn bearer(&self, k: usize, handle: &str, gender: Gender) -> Option<LocalActorId> {
        let called = self.cast.people_called(handle);
        let fits = |&&id: &&LocalActorId| self.cast.profile(id).gender.agrees(gender);
        let is_family =
            |id: &LocalActorId| self.cast.profile(*id).names.iter().any(|n| n.family == handle || n.is_bare());
        let senior = |id: &LocalActorId| called.len() == 1 || !self.cast.profile(*id).names.iter().any(|n| n.junior);
        let latest = |family: bool| {
            called
                .iter()
                .filter(fits)
                .filter(|id| is_family(id) == family && senior(id))
                .max_by_key(|id| self.last.get(id).map_or(-1, |&l| l as i64 - k as i64 + i64::from(u32::MAX)))
                .copied()
        };
        latest(true).or_else(|| latest(false))
    }

    fn organisation(&mut self, k: usize, name: &NameSpan) -> (LocalActorId, &'static str) {
        let text = self.analysis.span_of(name.tokens.clone()).of(self.analysis.text());
        let mut key = organisation_key(text);
        let generic = is_generic(&key);
        if generic && let Some(state) = self.owner(k, name) {
            key = format!("{key} @{}", state.index());
        }
        if let Some(id) = self.cast.keyed(&key) {
            return (id, "same-name");
        }
        if generic
            && !key.contains('@')
            && let Some(id) = self.cast.keyed(&format!("{key} *"))
        {
            return (id, "same-name");
        }
        // "(ICC)" after the International Criminal Court
        if name.tokens.len() == 1 && is_shouted(text) {
            if let Some(id) = self.in_parentheses(k, name) {
                self.cast.file(key, id);
                return (id, "acronym-in-parentheses");
            }
            if let Some(id) = self.cast.keyed(&format!("={}", text.replace('.', ""))) {
                return (id, "initials");
            }
        }
        // "the Commission" after the European Commission, "the Times" after the New York Times
        if name.tokens.len() == 1
            && let Some(id) = self.cast.keyed(&format!("~{}", fold(text)))
        {
            return (id, "last-word");
        }
        let id = self.cast.add("", ActorKind::Organisation, true);
        if generic {
            let plain = key.split(" @").next().unwrap_or(&key).to_owned();
            self.cast.file(format!("{plain} *"), id);
        }
        self.cast.file(key, id);
        let letters: String =
            text.split_whitespace().filter(|w| is_capital(w)).filter_map(|w| w.chars().next()).collect();
        if letters.len() > 2 {
            self.cast.file(format!("={letters}"), id);
        }
        if let Some(last) = text.split_whitespace().next_back().filter(|_| text.contains(' ')) {
            self.cast.file(format!("~{}", fold(last)), id);
        }
        (id, "organisation")
    }

    /// The actor whose name stands right before a parenthesis that holds this name alone.
    fn in_parentheses(&self, k: usize, name: &NameSpan) -> Option<LocalActorId> {
        let open = name.tokens.start.checked_sub(1).filter(|&i| matches!(self.analysis.word(i), "(" | "["))?;
        let before = self.names.get(k.checked_sub(1)?)?;
        if before.tokens.end != open {
            return None;
        }
        let text = self.analysis.span_of(before.tokens.clone()).of(self.analysis.text());
        self.cast.keyed(&organisation_key(text))
    }

    /// The state a body is said of: the demonym or possessive right before it, the "of …" after it.
    fn owner(&mut self, k: usize, name: &NameSpan) -> Option<LocalActorId> {
        let before = self.names.get(k.checked_sub(1)?)?;
        let gap = name.tokens.start.checked_sub(before.tokens.end)?;
        let Sense::Known(form) = before.sense else { return None };
        let near = gap == 0 || gap == 1 && matches!(self.analysis.lower(before.tokens.end), "'s" | "'");
        let state = Gazetteer::get().concept_of(form.concept).kind == ConceptKind::State;
        (near && state).then(|| self.cast.concept(form.concept))
    }

    /// Gives leaders whom everybody knows their sex and state, where the article names the state.
    fn know_leaders(&mut self) {
        for id in (0..self.cast.list.len()).map(LocalActorId::from_index) {
            if let Some(leader) = leaders::known(&self.cast.profile(id).names) {
                self.cast.learn_gender(id, leader.gender);
                if let Some(of) = self.cast.met(self.dated(leader.of)) {
                    self.cast.set_of(id, of);
                }
            }
        }
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

/// The longest of some names; of a person's without a middle initial where two are as full.
fn fullest(names: &[String], kind: ActorKind) -> Option<String> {
    let words = |n: &str| n.split_whitespace().count();
    if kind == ActorKind::Person {
        return names.iter().max_by_key(|n| (words(n).min(2), !is_shouted(n), words(n), n.len())).cloned();
    }
    names.iter().max_by_key(|n| n.len()).cloned()
}

/// How many bearers of one family name are compared: a bound for texts made to be slow.
const NAMESAKES: usize = 64;

/// Where people post; the first words of the networks' names.
const SOCIAL_NETWORKS: [&str; 12] = [
    "twitter",
    "facebook",
    "instagram",
    "telegram",
    "youtube",
    "weibo",
    "whatsapp",
    "tiktok",
    "linkedin",
    "reddit",
    "truth",
    "wechat",
];

/// Plural nouns after an adjective that are things, not people.
fn is_of_things(lemma: &str) -> bool {
    matches!(
        lemma,
        "interest"
            | "value"
            | "issue"
            | "affair"
            | "standard"
            | "market"
            | "stock"
            | "share"
            | "weapon"
            | "sanction"
            | "price"
            | "good"
            | "product"
            | "language"
            | "study"
            | "right"
            | "history"
            | "tradition"
            | "matter"
            | "law"
            | "art"
            | "name"
            | "city"
            | "community"
            | "car"
            | "talk"
            | "election"
    )
}

/// Words that tell bodies apart, so that "External Affairs Ministry" is the "Ministry of External
/// Affairs".
fn organisation_key(text: &str) -> String {
    let mut words: Vec<String> = text
        .split(|c: char| c.is_whitespace() || c == '-')
        .map(|w| fold(w.trim_matches(|c: char| !c.is_alphanumeric())))
        .filter(|w| !w.is_empty() && !matches!(w.as_str(), "the" | "of" | "for" | "and"))
        .map(|w| match w.as_str() {
            "defense" => "defence".to_owned(),
            "labor" => "labour".to_owned(),
            "organization" => "organisation".to_owned(),
            "center" => "centre".to_owned(),
            _ => w,
        })
        .collect();
    words.sort_unstable();
    words.join(" ")
}

/// True for bodies that many states have: their name says little without the state's.
fn is_generic(key: &str) -> bool {
    key.split(' ').any(|w| {
        matches!(
            w,
            "ministry"
                | "department"
                | "court"
                | "army"
                | "navy"
                | "police"
                | "parliament"
                | "assembly"
                | "senate"
                | "force"
                | "forces"
                | "guard"
                | "bank"
                | "council"
                | "commission"
                | "party"
                | "office"
                | "secretariat"
                | "agency"
                | "service"
                | "directorate"
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ministries_are_known_by_their_words() {
        assert_eq!(organisation_key("External Affairs Ministry"), organisation_key("Ministry of External Affairs"));
        assert_eq!(organisation_key("Defense Ministry"), organisation_key("Ministry of Defence"));
        assert_ne!(organisation_key("Defense Ministry"), organisation_key("Foreign Ministry"));
    }

    #[test]
    fn the_fullest_name_is_shown() {
        let names = ["Putin".to_owned(), "Vladimir Putin".to_owned()];
        assert_eq!(fullest(&names, ActorKind::Person).as_deref(), Some("Vladimir Putin"));
    }
}
