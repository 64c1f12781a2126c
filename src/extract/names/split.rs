//! Names that are two or more: "Hale and Harbour League" where the article names both alone, and what a
//! heading's capitals make one of a name and the words beside it ("Taliban Strike Consulate").

use crate::rules;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::extract::identity::person_name::fold;
use crate::extract::names::disambiguate::key;
use crate::extract::names::orthography::{is_capital, is_company_form, is_initial, is_particle};
use crate::extract::names::scan::{NameSpan, Sense};
use crate::language::Analysis;
use crate::language::gazetteer::Gazetteer;

/// The longest name that is looked for within another, in tokens.
const LONGEST: usize = 5;

/// What the text around the headings names.
struct Named {
    /// Names in lower case, and what they were read as.
    whole: FxHashMap<String, Sense>,
    /// Words of people's names.
    people: FxHashSet<String>,
    /// Words that stand in small letters.
    small: FxHashSet<String>,
}

/// Takes names apart; `headings` tells for each sentence whether it is one.
pub(crate) fn take_apart(analysis: &Analysis<'_>, names: &mut Vec<NameSpan>, headings: &[bool]) {
    let in_heading = |n: &NameSpan| headings[analysis.sentence_of(n.tokens.start)];
    let joined = |n: &NameSpan| !matches!(n.sense, Sense::Known(_)) && joint(analysis, n).is_some();
    // a list of names is no heading, but has a stop
    let stops = |n: &NameSpan| {
        let last = analysis.sentences()[analysis.sentence_of(n.tokens.start)].tokens.end - 1;
        analysis.word(last) == "."
    };
    let torn = |n: &NameSpan| in_heading(n) && !stops(n) && n.tokens.len() > 1 && !matches!(n.sense, Sense::Known(_));
    if !names.iter().any(|n| joined(n) || torn(n)) {
        return;
    }
    let named = Named::of(analysis, names.iter().filter(|n| !n.weak && !joined(n) && !in_heading(n)), headings);
    let mut out = Vec::with_capacity(names.len());
    for name in names.drain(..) {
        let parts = if joined(&name) {
            named.halves(analysis, &name)
        } else if torn(&name) {
            named.within(analysis, &name)
        } else {
            None
        };
        match parts {
            Some(parts) => out.extend(parts),
            None => out.push(name),
        }
    }
    *names = out;
}

/// The "and" inside a name.
fn joint(analysis: &Analysis<'_>, name: &NameSpan) -> Option<usize> {
    let inner = name.tokens.start + 1..name.tokens.end.saturating_sub(1);
    { inner }.find(|&i| matches!(analysis.lower(i), "and" | "&"))
}

impl Named {
    fn of<'n>(analysis: &Analysis<'_>, names: impl Iterator<Item = &'n NameSpan>, headings: &[bool]) -> Self {
        let mut out = Self { whole: FxHashMap::default(), people: FxHashSet::default(), small: FxHashSet::default() };
        for name in names {
            out.whole.entry(key(analysis, name)).or_insert(name.sense);
            if matches!(name.sense, Sense::Person) {
                let words = name.tokens.clone().map(|i| analysis.word(i));
                let tells = |w: &&str| is_capital(w) && !is_initial(w) && !is_particle(&w.to_lowercase());
                out.people.extend(words.filter(tells).map(fold));
            }
        }
        for (sentence, heading) in analysis.sentences().iter().zip(headings) {
            if !heading {
                let small = sentence.tokens.clone().filter(|&i| analysis.word(i).starts_with(char::is_lowercase));
                out.small.extend(small.map(|i| analysis.lower(i).to_owned()));
            }
        }
        out
    }

    /// What a run of tokens was read as where it stands alone.
    fn sense(&self, analysis: &Analysis<'_>, part: &NameSpan) -> Option<Sense> {
        let person = part.tokens.len() == 1 && self.people.contains(&fold(analysis.word(part.tokens.start)));
        person.then_some(Sense::Person).or_else(|| self.whole.get(&key(analysis, part)).copied())
    }

    fn part(&self, analysis: &Analysis<'_>, name: &NameSpan, tokens: std::ops::Range<usize>) -> Option<NameSpan> {
        if tokens.is_empty() {
            return None;
        }
        let first = tokens.start == name.tokens.start;
        let mut part = NameSpan { tokens, weak: false, ..name.clone() };
        part.read_as(name.sense, &rules::names::SAME_NAME);
        if !first {
            (part.title, part.office) = (None, None);
        }
        part.sense = self.sense(analysis, &part)?;
        Some(part)
    }

    /// "Hale and Harbour League", "Hale & Vance", "Acme Inc and Bolt LLC".
    fn halves(&self, analysis: &Analysis<'_>, name: &NameSpan) -> Option<Vec<NameSpan>> {
        let at = joint(analysis, name)?;
        let (left, right) = (name.tokens.start..at, at + 1..name.tokens.end);
        if is_company_form(analysis.lower(at - 1)) && left.len() > 1 {
            let half = |tokens| NameSpan { tokens, sense: Sense::Organisation, ..name.clone() };
            return Some(vec![half(left), half(right)]);
        }
        let halves = [self.part(analysis, name, left)?, self.part(analysis, name, right)?];
        (key(analysis, &halves[0]) != key(analysis, &halves[1])).then(|| halves.to_vec())
    }

    /// The names that a heading's run holds, where a word of it that is none of theirs stands in small letters in
    /// the text.
    fn within(&self, analysis: &Analysis<'_>, name: &NameSpan) -> Option<Vec<NameSpan>> {
        let given = Gazetteer::get().given(analysis.lower(name.tokens.start)).is_some();
        let company = is_company_form(analysis.lower(name.tokens.end - 1));
        if given || company || self.sense(analysis, name).is_some() {
            return None;
        }
        let (mut parts, mut common) = (Vec::new(), false);
        let mut at = name.tokens.start;
        while at < name.tokens.end {
            let longest = name.tokens.end.min(at + LONGEST);
            let part = (at + 1..=longest).rev().find_map(|end| self.part(analysis, name, at..end));
            match part {
                Some(part) => {
                    at = part.tokens.end;
                    parts.push(part);
                }
                None => {
                    common |= self.small.contains(analysis.lower(at));
                    at += 1;
                }
            }
        }
        (common && !parts.is_empty()).then_some(parts)
    }
}
