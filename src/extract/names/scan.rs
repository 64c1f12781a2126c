//! Named spans of a text: what the gazetteers know, what capitals and head words build, what the
//! name tagger saw.

use crate::model::RuleRef;
use crate::rules;
use std::ops::Range;

use crate::extract::names::grammar::Grammar;
use crate::extract::names::orthography::{
    is_capital, is_function_word, is_heading, is_hyphen, is_initial, is_initials, is_scraped, is_shouted,
    is_title_case, touches,
};
use crate::language::gazetteer::{Form, FormKind, Gazetteer, Hit, Office, OfficeClass};
use crate::language::{Analysis, Name, Upos};
use crate::lexicon::heads::HeadKind;
use crate::lexicon::names::NameWords;
use crate::model::EntityKind;

/// What a name was read as.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Sense {
    /// The gazetteer knows it.
    Known(Form),
    /// A human being.
    Person,
    /// An organisation.
    Organisation,
    /// A place.
    Place,
    /// A name of something else.
    Other,
    /// Its capitals alone say that it is a name.
    Unknown,
}

/// What a name was read by, where other names of the article may tell better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Evidence {
    /// The name tagger alone.
    Tagger,
    /// The noun before it, which tells what it is: "the bank Hardwick".
    ItsNoun,
    /// Something else.
    Other,
}

/// A named span.
#[derive(Clone, Debug)]
pub(crate) struct NameSpan {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What it was read as.
    pub sense: Sense,
    /// The tokens of the title that stands before it.
    pub title: Option<Range<usize>>,
    /// The class of that title.
    pub office: Option<Office>,
    /// Which rule read it.
    pub rule: RuleRef,
    /// What that rule went by.
    pub evidence: Evidence,
    /// True where nothing but a capital at a sentence's start or in a heading speaks for it.
    pub weak: bool,
}

impl NameSpan {
    pub(crate) fn new(tokens: Range<usize>, sense: Sense, rule: RuleRef) -> Self {
        Self { tokens, sense, title: None, office: None, rule, evidence: Evidence::Other, weak: false }
    }

    /// Reads it by `rule`.
    pub(crate) fn read_as(&mut self, sense: Sense, rule: RuleRef) {
        (self.sense, self.rule, self.evidence) = (sense, rule, Evidence::Other);
    }
}

/// Reads the names of all sentences, in order, not overlapping.
pub(crate) fn read(analysis: &Analysis<'_>) -> Vec<NameSpan> {
    let mut names = Vec::new();
    for sentence in analysis.sentences() {
        let title_case = is_title_case(analysis, sentence.tokens.clone());
        let heading = is_heading(analysis, sentence.tokens.clone());
        let grammar = Grammar { analysis, gazetteer: Gazetteer::get(), end: sentence.tokens.end };
        Scan { grammar, start: sentence.tokens.start, title_case, heading, title: None, names: &mut names }.run();
    }
    names
}

pub(crate) struct Scan<'a, 'n> {
    pub(crate) grammar: Grammar<'a>,
    pub(crate) start: usize,
    pub(crate) title_case: bool,
    /// True for a heading, whose capitals tell nothing.
    pub(crate) heading: bool,
    pub(crate) title: Option<(Range<usize>, Office)>,
    pub(crate) names: &'n mut Vec<NameSpan>,
}

impl Scan<'_, '_> {
    pub(super) fn analysis(&self) -> &Analysis<'_> {
        self.grammar.analysis
    }

    pub(crate) fn word(&self, i: usize) -> &str {
        if i < self.grammar.end { self.grammar.analysis.word(i) } else { "" }
    }

    pub(crate) fn lower(&self, i: usize) -> &str {
        if i < self.grammar.end { self.grammar.analysis.lower(i) } else { "" }
    }

    fn run(&mut self) {
        let mut at = self.start;
        while at < self.grammar.end {
            at = self.step(at).max(at + 1);
        }
    }

    /// Reads what begins at token `i` and returns where to go on.
    fn step(&mut self, i: usize) -> usize {
        if let Some(next) = self.lower_case_title(i) {
            return next;
        }
        let word = self.word(i);
        let hit = self.grammar.hit(i);
        if !is_capital(word) {
            if let Some(hit) = hit.filter(|h| h.len > 1 || matches!(h.forms[0].kind, FormKind::Body | FormKind::Other))
            {
                return self.known(i, hit);
            }
            self.title = None;
            return i + 1;
        }
        if let Some(end) = self.nobody(i) {
            self.title = None;
            return end;
        }
        if let Some(end) = self.titled_person(i, hit.as_ref()) {
            return end;
        }
        let word = self.word(i);
        if hit.as_ref().is_none_or(|h| h.len == 1 && !is_shouted(word))
            && (is_function_word(self.lower(i))
                || is_scraped(self.lower(i))
                || hit.is_none() && self.is_plural_office(i))
        {
            self.title = None;
            return i + 1;
        }
        if let Some(end) = self.grammar.office_of_a_holder(i) {
            return self.emit(NameSpan::new(i..end, Sense::Organisation, &rules::names::HEAD_WORD));
        }
        // "Labour Minister": an office, not of the party's
        let hit = hit.filter(|h| h.forms[0].kind != FormKind::Body || self.ministry_len(i) <= h.len);
        let office = self.grammar.office(i).map_or(i, |(len, _)| i + len);
        let headed = self.grammar.headed(i).filter(|(tokens, _)| {
            // "Chief Financial Officer"
            if office >= tokens.end && tokens.end > i + 1 {
                return false;
            }
            // "Ann Park"
            let whole = |n: &Name| n.tokens == *tokens && n.kind == EntityKind::Person;
            if tokens.len() == 2 && self.is_given(i) && self.analysis().name_at(i).is_some_and(whole) {
                return false;
            }
            // "Five British Embassy workers"
            let demonym = |h: &Hit<'static>| h.forms[0].kind == FormKind::Demonym;
            self.analysis().upos(i) != Upos::Num || !self.grammar.hit(i + 1).as_ref().is_some_and(demonym)
        });
        if headed.is_none() && hit.is_none() && self.is_common_word(i) {
            self.title = None;
            return self.emit_weak(i..i + 1);
        }
        if let Some(hit) = hit {
            let longer = headed.as_ref().is_some_and(|(r, _)| r.end > i + hit.len);
            if let Some(name) = self.demonym_and_body(i, &hit, headed.as_ref()) {
                return self.emit(name);
            }
            if !longer && !self.begins_a_person(i, &hit) {
                return self.known(i, hit);
            }
            // "Security Council Resolution 2375", "Vietnam War": the body, the state is named all the same
            let in_a_name = headed.as_ref().is_some_and(|(_, k)| *k == HeadKind::Other)
                && matches!(hit.forms[0].kind, FormKind::Body | FormKind::State);
            if longer && (Self::splits_off(&hit) || in_a_name) {
                return self.known(i, hit);
            }
        }
        if let Some((tokens, kind)) = headed
            && !self.person_before_head(&tokens)
            && !self.is_titled_given_name(&tokens)
        {
            let sense = match kind {
                HeadKind::Organisation => Sense::Organisation,
                HeadKind::Place => Sense::Place,
                HeadKind::Other => Sense::Other,
            };
            return self.emit(NameSpan::new(tokens, sense, &rules::names::HEAD_WORD));
        }
        if let Some((len, office)) = self.capital_office(i) {
            self.title = Some((i..i + len, office));
            return i + len;
        }
        // "L. Dennis Moore"
        let initial = is_initial(self.word(i))
            && self.word(i).ends_with('.')
            && self.is_given(i + 1)
            && is_capital(self.word(i + 1))
            && !(i > self.start && self.analysis().upos(i - 1) == Upos::Noun);
        if initial || self.is_given(i) {
            let mut end = self.grammar.person_end(i);
            if self.heading {
                // a heading's other words have capitals too: a given name and a family name, no more
                let mut next = self.grammar.word_end(i);
                while next < end && (is_initial(self.word(next)) || is_initials(self.word(next))) {
                    next = self.grammar.word_end(next);
                }
                let proper = next < self.grammar.end
                    && self.analysis().upos(next) == Upos::Propn
                    && self.grammar.hit(next).is_none();
                let family =
                    (proper || self.grammar.gazetteer.is_surname(self.lower(next))) && !is_shouted(self.word(i));
                // "JOSEPH R. BIDEN JR." alone on its line signs a document
                let signed = i == self.start && is_shouted(self.word(i)) && end + 1 >= self.grammar.end;
                if !signed {
                    end = end.min(if family { self.grammar.word_end(next) } else { next });
                }
            }
            if end > self.grammar.word_end(i) {
                return self.emit(NameSpan::new(i..end, Sense::Person, &rules::names::GIVEN_NAME));
            }
        }
        if self.grammar.gazetteer.is_family_first(self.lower(i)) && is_capital(self.word(i + 1)) && !self.title_case {
            let end = self.grammar.person_end(i);
            if end > i + 1 && self.grammar.hit(i + 1).is_none() {
                return self.emit(NameSpan::new(i..end, Sense::Person, &rules::names::FAMILY_NAME_FIRST));
            }
        }
        match self.tagged_person(i) {
            Some(name) => self.emit(name),
            None => self.unknown(i),
        }
    }

    /// "Turkish Army", "Russian Railways": one name where a single word for a body, or what the tagger took for one,
    /// stands behind the adjective of a state.
    fn demonym_and_body(
        &self,
        i: usize,
        hit: &Hit<'static>,
        headed: Option<&(Range<usize>, HeadKind)>,
    ) -> Option<NameSpan> {
        let next = i + hit.len;
        let adjective = matches!(hit.forms[0].kind, FormKind::Demonym | FormKind::State | FormKind::Bloc);
        if !adjective
            || self.title_case
            || !is_capital(self.word(next))
            || self.grammar.office(next).is_some()
            || self.grammar.hit(next).is_some()
            || self.lower(next) == "government"
        {
            return None;
        }
        if let Some((tokens, kind)) = headed {
            let one = *kind == HeadKind::Organisation && tokens.end > next;
            return one.then(|| NameSpan::new(tokens.clone(), Sense::Organisation, &rules::names::DEMONYM_AND_BODY));
        }
        let tagged = self.analysis().name_at(i).filter(|n| n.tokens.start == i && n.tokens.end > next)?;
        let sense = match tagged.kind {
            EntityKind::Organisation => Sense::Organisation,
            EntityKind::Other => Sense::Other,
            _ => return None,
        };
        let end = tagged.tokens.end.min(self.grammar.end);
        (i..end)
            .all(|k| is_capital(self.word(k)))
            .then(|| NameSpan::new(i..end, sense, &rules::names::DEMONYM_AND_BODY))
    }

    /// "Denzel Washington": what the tagger took for a person, though its last word is a place's.
    fn tagged_person(&self, i: usize) -> Option<NameSpan> {
        let tagged = self.analysis().name_at(i).filter(|n| n.tokens.start == i && n.kind == EntityKind::Person)?;
        let tokens = tagged.tokens.clone();
        let place = |h: &Hit<'static>| h.forms.iter().any(|f| f.kind != FormKind::Other) && h.len == 1;
        let last = tokens.end - 1;
        ((2..=3).contains(&tokens.len())
            && !self.title_case
            && last < self.grammar.end
            && self.grammar.hit(last).as_ref().is_some_and(place)
            && tokens.clone().all(|k| is_capital(self.word(k))))
        .then(|| NameSpan::new(tokens, Sense::Person, &rules::names::NAME_TAGGER))
    }

    /// Tokens of the minister's office that begins here.
    fn ministry_len(&self, i: usize) -> usize {
        self.grammar.office(i).filter(|(_, office)| office.class == OfficeClass::Minister).map_or(0, |(len, _)| len)
    }

    /// A capital that marks a sentence's start and no name: "Outgoing" before "Obama".
    fn is_common_word(&self, i: usize) -> bool {
        self.opens(i)
            && !is_shouted(self.word(i))
            && !matches!(self.analysis().upos(i), Upos::Propn | Upos::X)
            && !self.is_given(i)
            && self.grammar.office(i).is_none()
    }

    /// "The Presidents": people, no name.
    fn is_plural_office(&self, i: usize) -> bool {
        let one = self.lower(i).strip_suffix('s').filter(|w| w.len() > 3);
        one.is_some_and(|one| self.grammar.gazetteer.office(|k| (k == 0).then_some(one)).is_some())
            && !self.grammar.gazetteer.is_surname(self.lower(i))
    }

    /// True for the first word of a sentence or quotation.
    pub(super) fn opens(&self, i: usize) -> bool {
        i == self.start || NameWords::OpeningMarks.has(self.word(i - 1))
    }

    pub(crate) fn is_given(&self, i: usize) -> bool {
        self.grammar.gazetteer.given(self.lower(i)).is_some()
    }

    /// True for a known word that stays a name of its own before a longer one: the demonym of
    /// "Chinese Foreign Ministry".
    fn splits_off(hit: &Hit<'static>) -> bool {
        hit.forms.iter().any(|f| matches!(f.kind, FormKind::Demonym | FormKind::Bloc))
    }
}

impl NameSpan {
    /// The kind of entity it is printed as.
    pub fn entity_kind(&self) -> EntityKind {
        match self.sense {
            Sense::Known(form) => match form.kind {
                FormKind::State => EntityKind::Country,
                FormKind::Demonym | FormKind::People => EntityKind::Demonym,
                FormKind::Capital | FormKind::Seat | FormKind::City | FormKind::Region => EntityKind::Place,
                FormKind::Body | FormKind::Medium | FormKind::Company => EntityKind::Organisation,
                FormKind::Bloc => EntityKind::Demonym,
                FormKind::Other => EntityKind::Other,
            },
            Sense::Person => EntityKind::Person,
            Sense::Organisation => EntityKind::Organisation,
            Sense::Place => EntityKind::Place,
            Sense::Other | Sense::Unknown => EntityKind::Other,
        }
    }
}

/// True where the token before `i` is a hyphen that ties it to another word.
pub(crate) fn is_tied(analysis: &Analysis<'_>, i: usize) -> bool {
    i > 0 && is_hyphen(analysis.word(i - 1)) && touches(analysis, i)
}
