//! Titles before names, and the names they make people's.

use crate::rules;
use std::ops::Range;

use crate::extract::names::orthography::{is_capital, is_never_alone, is_shouted};
use crate::extract::names::scan::{NameSpan, Scan, Sense};
use crate::language::gazetteer::{FormKind, Hit, Office, OfficeClass};
use crate::lexicon::heads::HeadKind;
use crate::model::EntityKind;

impl Scan<'_, '_> {
    /// A title in small letters right before a capital ("spokeswoman Hua Chunying").
    pub(crate) fn lower_case_title(&mut self, i: usize) -> Option<usize> {
        if is_capital(self.word(i)) {
            return None;
        }
        let (len, office) = self.grammar.office(i)?;
        let next = i + len;
        if is_capital(self.word(next)) && !matches!(office.class, OfficeClass::Human | OfficeClass::Kin) {
            self.title = Some((i..next, office));
            return Some(next);
        }
        None
    }

    /// A capitalised office at `i`; "Mark" and "Major" before a full stop are none.
    pub(crate) fn capital_office(&self, i: usize) -> Option<(usize, Office)> {
        let (len, office) = self.grammar.office(i)?;
        let name_too = len == 1 && (self.is_given(i) || self.grammar.gazetteer.is_surname(self.lower(i)));
        (!name_too || is_capital(self.word(i + 1))).then_some((len, office))
    }

    /// A person right after a title: "President Vladimir Putin", "Mr Straw".
    pub(crate) fn titled_person(&mut self, i: usize, hit: Option<&Hit<'static>>) -> Option<usize> {
        let (title, office) = self.title.clone()?;
        // "as mayor I have no say"
        if self.lower(i) == "i" {
            self.title = None;
            return None;
        }
        if let Some((len, next)) = self.grammar.office(i)
            && len > 0
            && (is_capital(self.word(i + len)) || len > 1)
            && !self.is_given(i)
        {
            // "Special Envoy General Keith Kellogg": titles pile up
            self.title = Some((title.start..i + len, stronger(office, next)));
            return Some(i + len);
        }
        // "Secretary Austin": a city too, but nobody presides over it by that title
        let namesake = |hit: &Hit<'static>| {
            let city = |f: &crate::language::gazetteer::Form| matches!(f.kind, FormKind::City | FormKind::Other);
            hit.len == 1
                && hit.forms.iter().all(city)
                && (self.grammar.gazetteer.is_surname(self.lower(i)) || self.is_given(i))
        };
        if let Some(hit) = hit
            && !(self.begins_a_person(i, hit) || office.class == OfficeClass::Honorific || namesake(hit))
        {
            self.title = None;
            return None;
        }
        if self.grammar.headed(i).is_some_and(|(r, k)| k == HeadKind::Organisation && r.end > i + 1)
            && !self.is_given(i)
        {
            self.title = None;
            return None;
        }
        let end = self.grammar.person_end(i);
        let gazetteer = self.grammar.gazetteer;
        let surname = gazetteer.is_surname(self.lower(i)) || gazetteer.is_family_first(self.lower(i));
        if end == i + 1 && is_never_alone(self.lower(i)) && !surname && !self.is_given(i) {
            // "Commander-in-Chief Forum"
            self.title = None;
            return None;
        }
        let mut name = NameSpan::new(i..end, Sense::Person, &rules::names::TITLE);
        name.title = Some(title);
        name.office = Some(office);
        Some(self.emit(name))
    }

    /// True where a known word begins a person's name all the same ("Jordan Smith", "Paris Hilton").
    pub(crate) fn begins_a_person(&self, i: usize, hit: &Hit<'static>) -> bool {
        let next = i + hit.len;
        hit.len == 1
            && !self.title_case
            && is_capital(self.word(next))
            && !is_shouted(self.word(i))
            && self.grammar.hit(next).is_none()
            && (self.is_given(i)
                || hit.forms[0].kind == FormKind::City && self.title.is_some()
                || self.title.is_some() && self.is_tagged_person(i, next)
                || self.is_state_and_surname(i, next, hit))
            && self.grammar.office(next).is_none()
    }

    /// "Israel Katz": a state's name and a family name that the tagger took for one name, of whatever kind.
    fn is_state_and_surname(&self, i: usize, next: usize, hit: &Hit<'static>) -> bool {
        let tagged = self.grammar.analysis.name_at(i);
        hit.forms[0].kind == FormKind::State
            && self.grammar.gazetteer.is_surname(self.lower(next))
            && tagged.is_some_and(|n| n.tokens == (i..next + 1))
    }

    /// True where the tagger took the words from `i` past `next` for one person, or for one state that no table has
    /// ("Foreign Minister Israel Katz").
    fn is_tagged_person(&self, i: usize, next: usize) -> bool {
        let tagged = self.grammar.analysis.name_at(i);
        tagged.is_some_and(|n| {
            let named = matches!(n.kind, EntityKind::Person | EntityKind::Country);
            named && n.tokens.start == i && n.tokens.end > next
        })
    }

    /// "Kim Jong Un University" is a body, "Trump Administration" a government: a person's bare name
    /// before some heads is left to its person.
    pub(crate) fn person_before_head(&self, tokens: &Range<usize>) -> bool {
        let last = self.lower(tokens.end - 1);
        matches!(last, "administration" | "campaign" | "government") && tokens.len() <= 3
    }

    /// "Mayor Bill" of "Mayor Bill de Blasio": a man, no law; "President Park" of "President Park
    /// Geun-hye": a woman, no lawn.
    pub(crate) fn is_titled_given_name(&self, tokens: &Range<usize>) -> bool {
        let office = self.grammar.office(tokens.start).map_or(0, |o| o.0);
        let given = tokens.start + office;
        let gazetteer = self.grammar.gazetteer;
        let named = || self.is_given(given) || gazetteer.is_family_first(self.lower(given));
        office > 0 && given + 1 == tokens.end && named() && self.grammar.person_end(given) > tokens.end
    }
}

/// Of two titles before one name, the one that says more: "General" adds nothing to "Special Envoy".
fn stronger(first: Office, second: Office) -> Office {
    if matches!(first.class, OfficeClass::Honorific | OfficeClass::Human) { second } else { first }
}
