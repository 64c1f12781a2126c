//! What the scan adds: a name that the gazetteer knows, or a run of capitals that nothing explains, and where it ends.

use std::ops::Range;

use crate::extract::identity::leaders;
use crate::extract::identity::person_name::fold;
use crate::extract::names::orthography::{
    is_capital, is_company_form, is_hyphen, is_initial, is_initials, is_particle, is_possessive, is_shouted,
};
use crate::extract::names::scan::{NameSpan, Scan, Sense};
use crate::language::Upos;
use crate::language::gazetteer::{FormKind, Hit};
use crate::model::EntityKind;
use crate::rules;

impl Scan<'_, '_> {
    /// Adds what the gazetteer knows.
    pub(crate) fn known(&mut self, i: usize, hit: Hit<'static>) -> usize {
        let end = i + hit.len;
        let mut form = hit.forms[0];
        if form.kind == FormKind::City
            && let Some(other) = hit.of_kind(&[FormKind::Capital, FormKind::State])
        {
            form = *other;
        }
        // "London's", "Moscow-based" and "U.S.-led" keep their name; "Paris Saint-Germain" does not
        let mut name = NameSpan::new(i..end, Sense::Known(form), &rules::names::KNOWN_NAME);
        let lone_start = i == self.start && hit.len == 1;
        name.weak = lone_start
            && matches!(form.kind, FormKind::Body | FormKind::Company | FormKind::Medium)
            && !is_shouted(self.word(i));
        // "Russian President": the demonym stands before the title, not after one
        self.title = None;
        self.emit(name)
    }

    /// A run of capitals that nothing explains.
    pub(super) fn unknown(&mut self, i: usize) -> usize {
        let end = self.unknown_end(i);
        let analysis = self.analysis();
        let single = end == i + 1;
        let first = self.opens(i);
        if self.title_case {
            return self.emit_weak(i..end);
        }
        if single && (is_initial(self.word(i)) || self.lower(i) == "i") {
            return end;
        }
        let proper = analysis.upos(i) == Upos::Propn;
        if first && single && !proper {
            return self.emit_weak(i..end);
        }
        let mut name = NameSpan::new(i..end, Sense::Unknown, &rules::names::CAPITALS);
        name.weak = single && (first || self.title_case);
        self.emit(name)
    }

    pub(super) fn emit_weak(&mut self, tokens: Range<usize>) -> usize {
        let mut name = NameSpan::new(tokens, Sense::Unknown, &rules::names::CAPITALS);
        name.weak = true;
        self.emit(name)
    }

    fn unknown_end(&self, i: usize) -> usize {
        if self.heading {
            return self.grammar.word_end(i);
        }
        let mut at = self.grammar.word_end(i);
        // "Putin-Witkoff": two names, each by itself, where no other capital stands beside them and the tagger
        // did not take them for one body, as it does "Goteborgs-Posten"
        let one = || {
            let tagged = self.analysis().name_at(i).filter(|n| n.tokens.start == i && n.tokens.end >= at);
            // "Trump-Putin summit" is no body
            let leader = leaders::is_family_of_one(&fold(self.word(i)));
            tagged.is_some_and(|n| n.kind != EntityKind::Person) && !leader
        };
        if at == i + 3 && is_capital(self.word(i + 2)) && !is_capital(self.word(at)) && !self.is_given(i) && !one() {
            return i + 1;
        }
        while at < self.grammar.end {
            let word = self.word(at);
            if is_capital(word) && !is_hyphen(word) {
                let person = self.is_given(at) && is_capital(self.word(at + 1));
                let government = matches!(self.lower(at), "administration" | "government" | "campaign");
                if person || government || self.grammar.office(at).is_some() || self.grammar.hit(at).is_some() {
                    break;
                }
                let before = self.word(at - 1);
                let initials = is_initial(before) || is_initials(before);
                let form = is_company_form(self.lower(at)) && !is_capital(self.word(at + 1));
                if is_shouted(word) != is_shouted(before) && word.len() > 2 && !initials && !form {
                    break;
                }
                at = self.grammar.word_end(at);
            } else if (word == "&" || is_particle(self.lower(at)) && self.lower(at) != "e")
                && is_capital(self.word(at + 1))
            {
                at += 1;
            } else {
                break;
            }
        }
        at
    }

    pub(crate) fn emit(&mut self, mut name: NameSpan) -> usize {
        let next = name.tokens.end;
        if name.tokens.len() == 1
            && matches!(name.sense, Sense::Person | Sense::Unknown)
            && next < self.grammar.end
            && matches!(self.word(next), "Jr." | "Jr" | "Sr." | "Sr")
        {
            // "Trump Jr.", whose full name stands elsewhere
            name = NameSpan { tokens: name.tokens.start..next + 1, sense: Sense::Person, weak: false, ..name };
        }
        let form = name.tokens.end + 1;
        if self.word(form - 1) == "," && is_capital(self.word(form)) && is_form_behind_comma(self.lower(form)) {
            // "Zenith, Inc."
            let known = matches!(name.sense, Sense::Known(_));
            if !known && name.title.is_none() {
                let tokens = name.tokens.start..form + 1;
                name = NameSpan {
                    tokens,
                    sense: Sense::Organisation,
                    rule: &rules::names::HEAD_WORD,
                    weak: false,
                    ..name
                };
            } else if known {
                self.title = None;
                self.names.push(name);
                return form + 1;
            }
        }
        let end = name.tokens.end;
        // "Wendy's" is called so
        let known = matches!(name.sense, Sense::Known(_));
        while !known && name.tokens.len() > 1 && is_possessive(self.lower(name.tokens.end - 1)) {
            name.tokens.end -= 1;
        }
        self.title = None;
        if !name.tokens.is_empty() {
            self.names.push(name);
        }
        end
    }
}

/// True for what a company is in law, where it may stand behind a comma: "Inc.", "Ltd.".
fn is_form_behind_comma(lower: &str) -> bool {
    is_company_form(lower) && !matches!(lower.trim_end_matches('.'), "ab" | "co" | "sa" | "spa")
}
