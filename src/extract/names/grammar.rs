//! How names are built from capitalised words: people's names, bodies named by their head word,
//! titles before names.

use std::ops::Range;

use crate::extract::names::orthography::{
    is_capital, is_generation, is_hyphen, is_initial, is_initials, is_particle, is_possessive, is_shouted, touches,
};
use crate::language::Analysis;
use crate::language::gazetteer::{FormKind, Gazetteer, Hit, Office, OfficeClass};
use crate::lexicon::heads::{HeadKind, head};
use crate::lexicon::names::NameWords;

/// Reads names within one sentence.
pub(crate) struct Grammar<'a> {
    pub analysis: &'a Analysis<'a>,
    pub gazetteer: &'static Gazetteer,
    /// One past the last token of the sentence.
    pub end: usize,
}

/// The longest name of a person, in tokens.
const LONGEST_PERSON: usize = 9;
/// The longest name of a body, in tokens.
const LONGEST_BODY: usize = 14;

impl<'a> Grammar<'a> {
    fn word(&self, i: usize) -> &'a str {
        if i < self.end { self.analysis.word(i) } else { "" }
    }

    fn lower(&self, i: usize) -> &str {
        if i < self.end { self.analysis.lower(i) } else { "" }
    }

    /// The gazetteer's longest form that begins at token `i`.
    pub fn hit(&self, i: usize) -> Option<Hit<'static>> {
        let at = |k: usize| (i + k < self.end).then(|| (self.analysis.word(i + k), self.analysis.lower(i + k)));
        self.gazetteer.longest(at)
    }

    /// The longest office that begins at token `i`.
    pub fn office(&self, i: usize) -> Option<(usize, Office)> {
        self.gazetteer.office(|k| (i + k < self.end).then(|| self.analysis.lower(i + k)))
    }

    /// One past a hyphenated word that begins at `i`: "Jae-in" is three tokens.
    pub fn word_end(&self, i: usize) -> usize {
        let mut end = i + 1;
        while end + 1 < self.end
            && is_hyphen(self.word(end))
            && touches(self.analysis, end)
            && touches(self.analysis, end + 1)
            && self.word(end + 1).starts_with(char::is_alphabetic)
        {
            end += 2;
        }
        end
    }

    /// One past the name of a person that begins at `i`, where nothing says so but its capitals.
    pub fn person_end(&self, i: usize) -> usize {
        let initials = |w: &str| is_initial(w) || is_initials(w);
        let shouted = is_shouted(self.word(i)) && !initials(self.word(i));
        let mut at = self.person_word_end(i);
        let mut words = 1;
        while at < self.end && at < i + LONGEST_PERSON {
            let word = self.word(at);
            if word == "," && is_generation(self.word(at + 1)) {
                return at + 2;
            }
            if is_generation(word) {
                return at + 1;
            }
            if words == 1
                && let Some(next) = self.after_nickname(at)
            {
                at = self.person_word_end(next);
                words += 1;
                continue;
            }
            let particle = is_particle(self.lower(at));
            if particle {
                let next = self.after_particles(at);
                if next < self.end && is_capital(self.word(next)) && !self.stops_a_person(next, words) {
                    at = self.person_word_end(next);
                    words += 1;
                    continue;
                }
                return at;
            }
            if !is_capital(word) || is_hyphen(word) {
                break;
            }
            if !initials(word)
                && is_shouted(word) != shouted
                && word.len() > 2
                && !self.gazetteer.is_surname(self.lower(at))
            {
                break;
            }
            if self.stops_a_person(at, words) {
                break;
            }
            at = self.person_word_end(at);
            words += 1;
        }
        at
    }

    /// The family name behind a nickname in quotation marks that begins at `i`: “Billy” in William “Billy” Reyes.
    fn after_nickname(&self, i: usize) -> Option<usize> {
        let mark = |w: &str| matches!(w, "“" | "”" | "\"" | "‘" | "’" | "'" | "``" | "''");
        if !mark(self.word(i)) {
            return None;
        }
        let close = (i + 2..(i + 5).min(self.end)).find(|&k| mark(self.word(k)))?;
        let next = close + 1;
        let named = (i + 1..close).all(|k| is_capital(self.word(k)) || self.lower(k) == "the");
        (named && next < self.end && is_capital(self.word(next)) && !self.stops_a_person(next, 1)).then_some(next)
    }

    /// A word of a person's name, with its hyphenated parts and nothing of a possessive.
    fn person_word_end(&self, i: usize) -> usize {
        let mut at = i;
        if is_particle(self.lower(at)) {
            at = self.after_particles(at);
        }
        self.word_end(at).min(self.end.max(i + 1))
    }

    /// The first token after particles and the hyphens that tie them ("al-", "bin al-").
    fn after_particles(&self, i: usize) -> usize {
        let mut at = i;
        while at < self.end && (is_particle(self.lower(at)) || is_hyphen(self.word(at))) {
            at += 1;
        }
        at
    }

    /// True where token `i` cannot go on a person's name of `words` words.
    fn stops_a_person(&self, i: usize, words: usize) -> bool {
        if let Some(hit) = self.hit(i) {
            let strong = hit.forms.iter().any(|f| {
                matches!(f.kind, FormKind::State | FormKind::Other | FormKind::Body | FormKind::Seat | FormKind::Medium)
                    || f.kind == FormKind::Demonym && hit.len > 1
                    || matches!(f.kind, FormKind::Demonym | FormKind::People) && words > 1
            });
            // "Jordan", "Georgia" and the like are surnames of few: after a given name alone they are kept.
            let alone = hit.len == 1 && words == 1 && !hit.forms.iter().any(|f| f.kind == FormKind::Other);
            if strong && !alone {
                return true;
            }
        }
        if let Some((_, office)) = self.office(i) {
            use crate::language::gazetteer::OfficeClass::{Clergy, Head, Honorific, Human, Kin, Law, Military, Police};
            // "King", "Bishop", "Major" are surnames too; "President" and "Minister" are none
            let surname = self.gazetteer.is_surname(self.lower(i))
                || matches!(office.class, Clergy | Head | Honorific | Human | Kin | Law | Military | Police)
                    && !NameWords::HighOffices.has(self.lower(i))
                    && words == 1;
            return !surname;
        }
        words > 1 && head(self.word(i)).is_some_and(|h| h.kind == HeadKind::Organisation && h.at_end && !h.at_start)
    }

    /// The name of a body or place that its head word tells, from token `i` on: where it ends and what
    /// it is.
    pub fn headed(&self, i: usize) -> Option<(Range<usize>, HeadKind)> {
        let mut best = None;
        let mut at = i;
        let stop = self.end.min(i + LONGEST_BODY);
        while at < stop {
            let word = self.word(at);
            // "Reuters The United Nations Council": an article begins something else.
            if word == "The" && at > i {
                break;
            }
            if is_capital(word) {
                let next = self.word_end(at);
                // "Switzerland-based Helvetia Group", "the Republican-controlled House"
                if at == i && next > at + 1 && self.word(next - 1).starts_with(char::is_lowercase) {
                    return None;
                }
                if let Some(h) = head(word) {
                    let tail = if h.at_start { self.of_tail(at + 1) } else { at + 1 };
                    if tail > at + 1 || h.at_end && at > i {
                        best = Some((i..tail, h.kind));
                        if tail > at + 1 {
                            // "Institute of X of Y": the tail may end in a head of its own
                            return best;
                        }
                    }
                }
                at = next;
            } else if at > i
                && (word == "&"
                    || self.owns_inside(i, at)
                    || self.lower(at) == "and" && self.joins(i, at, best.is_some()))
            {
                at += 1;
            } else {
                break;
            }
        }
        best
    }

    /// One past "Prime Minister's Office", "Attorney General's Bureau" that begins at `i`.
    pub fn office_of_a_holder(&self, i: usize) -> Option<usize> {
        let (len, _) = self.office(i).filter(|_| is_capital(self.word(i)))?;
        let body = i + len + 1;
        let organisation =
            |w: &str| is_capital(w) && head(w).is_some_and(|h| h.kind == HeadKind::Organisation && h.at_end);
        (is_possessive(self.lower(i + len)) && organisation(self.word(body))).then_some(body + 1)
    }

    /// True for the possessive sign of people in the middle of a name: "National People's Congress".
    fn owns_inside(&self, from: usize, at: usize) -> bool {
        let owner = at - 1;
        let lower = self.lower(owner);
        let many = lower.ends_with("men")
            || matches!(lower, "people" | "children")
            || lower.ends_with('s') && self.lower(at) == "'";
        // "Moscow District Prosecutor's Office"
        let holder = || self.office(owner).is_some_and(|(_, o)| o.class == OfficeClass::Law);
        is_possessive(self.lower(at))
            && (many || owner > from && holder())
            && is_capital(self.word(at + 1))
            && (owner == from || self.hit(owner).is_none() && self.hit(from).is_none_or(|h| from + h.len < at))
            && !self.gazetteer.is_surname(lower)
    }

    /// True where an "and" at `at` stands inside one name and not between two; what stands before it may be `complete`,
    /// a name already.
    fn joins(&self, from: usize, at: usize, complete: bool) -> bool {
        let next = at + 1;
        let inside = |h: Hit<'static>| {
            // "House Oversight and Reform Committee", "U.S. Securities and Exchange Commission"
            let kind = h.forms[0].kind;
            !complete && from + h.len < at && matches!(kind, FormKind::Body | FormKind::State | FormKind::Demonym)
        };
        is_capital(self.word(next))
            && self.hit(at - 1).is_none()
            && self.hit(next).is_none()
            && self.hit(from).is_none_or(inside)
            && self.gazetteer.given(self.lower(from)).is_none()
            && self.gazetteer.given(self.lower(next)).is_none()
    }

    /// One past "of Foreign Affairs", "for Far East Studies", "on Foreign Investment in the United
    /// States" that begins at `i`; `i` where none does.
    fn of_tail(&self, i: usize) -> usize {
        if !matches!(self.lower(i), "of" | "for" | "on") {
            return i;
        }
        let mut at = i + 1;
        if self.lower(at) == "the" {
            at += 1;
        }
        let day = |at: usize| self.hit(at).is_some_and(|h| h.forms[0].kind == FormKind::Other && h.len == 1);
        if !is_capital(self.word(at)) || day(at) {
            return i;
        }
        let mut end = self.capitals_end(at);
        loop {
            // "Health and Human Services", "Culture, Media and Sport"
            let joined = match self.lower(end) {
                "and" | "&" => end + 1,
                "," if is_capital(self.word(end + 1)) && self.comma_list(end) => end + 1,
                _ => break,
            };
            if !is_capital(self.word(joined))
                // "Human Services" are nobody's
                || self.office(joined).is_some_and(|(_, o)| o.class != OfficeClass::Human)
                || self.hit(joined).is_some()
                || self.hit(at).is_some()
            {
                break;
            }
            end = self.capitals_end(joined);
        }
        // "… in the United States", "… of Ukraine"
        if matches!(self.lower(end), "of" | "in" | "for") {
            let skip = if self.lower(end + 1) == "the" { end + 2 } else { end + 1 };
            let inside = self.lower(end) != "in" || self.lower(end + 1) == "the";
            if inside && is_capital(self.word(skip)) && self.hit(at).is_none() {
                end = self.capitals_end(skip);
            }
        }
        end
    }

    /// True where the comma at `i` stands in a list that ends in "and X" ("Culture, Media and Sport").
    fn comma_list(&self, i: usize) -> bool {
        let mut at = i;
        for _ in 0..3 {
            if self.word(at) != "," || !is_capital(self.word(at + 1)) {
                break;
            }
            at = self.capitals_end(at + 1);
            if matches!(self.lower(at), "and" | "&") {
                return is_capital(self.word(at + 1))
                    && self.hit(i + 1).is_none()
                    && self.gazetteer.given(self.lower(i + 1)).is_none();
            }
        }
        false
    }

    /// One past the run of capitalised words that begins at `i`.
    pub fn capitals_end(&self, i: usize) -> usize {
        let mut at = i;
        while at < self.end && is_capital(self.word(at)) && !is_hyphen(self.word(at)) {
            // "Ministry of Justice President …", but "Office of Special Counsel"
            if at > i && self.office(at).is_some_and(|(len, _)| is_capital(self.word(at + len))) {
                break;
            }
            if at > i && is_shouted(self.word(at)) && !is_shouted(self.word(at - 1)) && self.hit(at).is_none() {
                break;
            }
            at = self.word_end(at);
            if is_hyphen(self.word(at)) {
                break;
            }
            if at > i + 1 && self.owns_inside(i, at) {
                at += 1;
            }
        }
        at
    }
}
