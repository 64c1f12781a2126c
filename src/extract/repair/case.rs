//! Lines in capitals and headlines in Title Case, in the letters that running text would have: "PUTIN MEETS MODI" is
//! "Putin meets Modi".
//!
//! A word keeps its capital where a table, the words beside it or the text's other lines say that it is a name's. The
//! new letters take as many bytes as the old ones, so that no span moves.

use rustc_hash::FxHashSet;

use super::words::RepairWords;
use super::{WordSort, Words};
use crate::extract::names::orthography::{is_function_word, is_generation, is_initial, is_initials, is_particle};
use crate::language::gazetteer::{FormKind, Gazetteer, OfficeClass};
use crate::language::{RawToken, tokenise};
use crate::lexicon::dates::{Lex, look_up};

/// Fewer words make no line in capitals and no headline.
const FEWEST: usize = 4;
/// More words make no headline.
const MOST: usize = 30;

/// How a line is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    /// As running text is.
    Plain,
    /// All in capitals.
    Shouted,
    /// Each longer word with a capital, and no full stop.
    Titled,
}

/// The text with its lines in capitals and its headlines in running letters; `None` where it has none.
pub(super) fn recase(text: &str, words: &impl Words) -> Option<String> {
    let lines: Vec<(usize, &str)> = lines(text).collect();
    let styles: Vec<Style> = lines.iter().map(|(_, line)| style(line)).collect();
    if styles.iter().all(|s| *s == Style::Plain) {
        return None;
    }
    let mut seen = Seen::default();
    for ((_, line), _) in lines.iter().zip(&styles).filter(|(_, s)| **s == Style::Plain) {
        seen.learn(line);
    }
    let mut read: Vec<Line<'_>> = Vec::new();
    for ((at, line), style) in lines.iter().zip(&styles) {
        // a text of headlines alone is a list of names or of works
        if *style == Style::Shouted || *style == Style::Titled && seen.sentences > 0 {
            let line = Line::of(line, *at, *style);
            line.learn_people(words, &mut seen);
            read.push(line);
        }
    }
    let mut out = text.to_owned();
    for line in &read {
        line.write(words, &seen, &mut out);
    }
    (out != text).then_some(out)
}

/// The lines of a text with the bytes at which they begin.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        (start, line.trim_end())
    })
}

fn style(line: &str) -> Style {
    if !line.contains(char::is_uppercase) {
        return Style::Plain;
    }
    let (mut words, mut long, mut capitals, mut upper, mut lower) = (0, 0, 0, 0, 0);
    for word in line.split(|c: char| c.is_whitespace() || c == '-').filter(|w| w.contains(char::is_alphabetic)) {
        let letters = word.chars().filter(|c| c.is_alphabetic());
        let small = letters.clone().filter(|c| c.is_lowercase()).count();
        let count = letters.count();
        (upper, lower) = (upper + count - small, lower + small);
        words += 1;
        if count > 3 {
            long += 1;
            capitals +=
                usize::from(word.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with(char::is_uppercase));
        }
    }
    let stopped = line.ends_with(['.', ':', ';', ',']);
    if words >= FEWEST && upper > 12 && lower * 20 < upper {
        Style::Shouted
    } else if (FEWEST..=MOST).contains(&words) && !stopped && long > 2 && capitals * 10 >= long * 9 {
        Style::Titled
    } else {
        Style::Plain
    }
}

/// What the other lines tell of words, in lower case.
#[derive(Default)]
struct Seen {
    /// Those that stand in small letters.
    small: FxHashSet<String>,
    /// Those that have a capital within a sentence.
    named: FxHashSet<String>,
    /// Those that are all capitals.
    shouted: FxHashSet<String>,
    /// Words of people's names in lines of capitals.
    people: FxHashSet<String>,
    /// Lines of running text.
    sentences: usize,
}

impl Seen {
    fn learn(&mut self, line: &str) {
        let mut tokens = Vec::new();
        tokenise(line, &mut tokens);
        self.sentences += usize::from(tokens.len() > 6);
        let mut opens = true;
        for token in &tokens {
            let word = token.of(line);
            if !word.starts_with(char::is_alphabetic) {
                opens = RepairWords::SentenceMarks.has(word) || opens && !word.contains(char::is_alphanumeric);
                continue;
            }
            let lower = word.to_lowercase();
            if word.starts_with(char::is_lowercase) {
                self.small.insert(lower);
            } else if !word.contains(char::is_lowercase) && word.chars().count() > 1 {
                self.shouted.insert(lower);
            } else if !opens {
                self.named.insert(lower);
            }
            opens = false;
        }
    }
}

/// A line to be written anew.
struct Line<'t> {
    text: &'t str,
    /// Its first byte in the whole text.
    at: usize,
    style: Style,
    tokens: Vec<RawToken>,
    lower: Vec<String>,
}

impl<'t> Line<'t> {
    fn of(text: &'t str, at: usize, style: Style) -> Self {
        let mut tokens = Vec::new();
        tokenise(text, &mut tokens);
        let lower = tokens.iter().map(|t| t.of(text).to_lowercase()).collect();
        Self { text, at, style, tokens, lower }
    }

    fn word(&self, i: usize) -> &'t str {
        self.tokens.get(i).map_or("", |t| t.of(self.text))
    }

    fn lower(&self, i: usize) -> &str {
        self.lower.get(i).map_or("", |w| w)
    }

    /// True for a word that may be part of a person's name behind a given name or a title.
    fn may_be_family(&self, i: usize, words: &impl Words) -> bool {
        let lower = self.lower(i);
        let letters = lower.starts_with(char::is_alphabetic) && self.word(i).starts_with(char::is_uppercase);
        letters
            && lower.chars().count() > 1
            && !is_function_word(lower)
            && !RepairWords::NeverFamily.has(lower)
            && match self.sort(i, words) {
                WordSort::Common => Gazetteer::get().is_surname(lower) && look_up(lower) == Lex::Other,
                WordSort::Name | WordSort::Unknown => true,
            }
    }

    /// What sort of word it is; what only an ending makes unknown is as common as its stem.
    fn sort(&self, i: usize, words: &impl Words) -> WordSort {
        let lower = self.lower(i);
        let sort = words.sort(lower);
        if sort != WordSort::Unknown || !lower.is_ascii() {
            return sort;
        }
        let common = |stem: &str| stem.len() > 2 && words.sort(stem) == WordSort::Common;
        let stem = RepairWords::Endings.set().words().filter_map(|ending| lower.strip_suffix(ending));
        let doubled = |stem: &str| stem.len() > 3 && stem.as_bytes()[stem.len() - 1] == stem.as_bytes()[stem.len() - 2];
        let mut stems = stem;
        let inflected = stems.any(|stem| {
            common(stem)
                || common(&format!("{stem}e"))
                || doubled(stem) && common(&stem[..stem.len() - 1])
                || stem.strip_suffix('i').is_some_and(|s| common(&format!("{s}y")))
        });
        // "Expels": a verb sooner than a name that no list has
        let gazetteer = Gazetteer::get();
        let listed = || gazetteer.is_surname(lower) || gazetteer.given(lower).is_some() || self.hit(i) > 0;
        let verbal = ["s", "ed", "ing"].into_iter().any(|ending| lower.len() > 4 && lower.ends_with(ending));
        if inflected || verbal && !listed() { WordSort::Common } else { WordSort::Unknown }
    }

    /// One past the person's name that begins at `i` behind a title or with a given name; `i` where none does.
    fn person_end(&self, i: usize, titled: bool, words: &impl Words) -> usize {
        let gazetteer = Gazetteer::get();
        let given = |k: usize| {
            let lower = self.lower(k);
            gazetteer.given(lower).is_some() && !is_function_word(lower) && !RepairWords::NeverFamily.has(lower)
        };
        let mut at = i;
        if given(i) && (self.sort(i, words) != WordSort::Common || titled || self.may_be_family(i + 1, words)) {
            at += 1;
        } else if !(titled && self.may_be_family(i, words)) {
            return i;
        } else {
            at += 1;
        }
        while at < self.tokens.len() && at < i + 4 {
            let initial =
                is_initial(self.word(at)) && self.word(at) != "I" && self.word(at) != "A" || is_initials(self.word(at));
            let particle = is_particle(self.lower(at)) && self.may_be_family(at + 1, words);
            if !(initial || particle || is_generation(self.word(at)) || self.may_be_family(at, words)) {
                break;
            }
            at += 1;
        }
        // a common word alone is no name
        if at == i + 1 && self.sort(i, words) == WordSort::Common && !titled { i } else { at }
    }

    /// Tells which words are people's, for the other lines of capitals.
    fn learn_people(&self, words: &impl Words, seen: &mut Seen) {
        let mut people = FxHashSet::default();
        self.each_person(words, |range| {
            if range.len() > 1 {
                people.extend(range.map(|i| self.lower(i).to_owned()));
            }
        });
        seen.people.extend(people);
    }

    fn each_person(&self, words: &impl Words, mut found: impl FnMut(std::ops::Range<usize>)) {
        let gazetteer = Gazetteer::get();
        let mut i = 0;
        while i < self.tokens.len() {
            let office = gazetteer.office(|k| self.lower.get(i + k).map(String::as_str));
            let title =
                office.filter(|(_, o)| !matches!(o.class, OfficeClass::Human | OfficeClass::Kin)).map_or(0, |o| o.0);
            let start = i + title;
            let end = if self.hit(start) > 0 && title == 0 { start } else { self.person_end(start, title > 0, words) };
            if end > start {
                found(start..end);
            }
            i = end.max(start).max(i + 1);
        }
    }

    /// Words of the known name that begins at `i`.
    fn hit(&self, i: usize) -> usize {
        let gazetteer = Gazetteer::get();
        gazetteer
            .longest(|k| (i + k < self.tokens.len()).then(|| (self.word(i + k), self.lower(i + k))))
            .map_or(0, |h| h.len)
    }

    /// Writes the line's words into the text in running letters.
    fn write(&self, words: &impl Words, seen: &Seen, out: &mut String) {
        let keeps = self.keeps(words, seen);
        let mut opens = true;
        for (i, token) in self.tokens.iter().enumerate() {
            let word = self.word(i);
            if !word.starts_with(char::is_alphabetic) && !word.starts_with(['\'', '’']) {
                opens = opens && !word.contains(char::is_alphanumeric)
                    || self.style == Style::Shouted && RepairWords::SentenceMarks.has(word);
                continue;
            }
            let shouted = self.style == Style::Shouted;
            let new = match keeps[i] {
                Keep::Upper => word.to_owned(),
                Keep::Capital if shouted => capitalised(self.lower(i)),
                Keep::Capital => word.to_owned(),
                Keep::Small if opens && shouted => capitalised(self.lower(i)),
                Keep::Small if opens => word.to_owned(),
                Keep::Small => self.lower(i).to_owned(),
            };
            opens = false;
            if new.len() == word.len() {
                let start = self.at + token.start as usize;
                out.replace_range(start..start + word.len(), &new);
            }
        }
    }

    /// What each word keeps of its capitals.
    fn keeps(&self, words: &impl Words, seen: &Seen) -> Vec<Keep> {
        let shouted = self.style == Style::Shouted;
        let mut keeps: Vec<Keep> = (0..self.tokens.len()).map(|i| self.alone(i, words, seen)).collect();
        self.each_person(words, |range| {
            for i in range {
                keeps[i] = if is_initials(self.word(i)) || is_initial(self.word(i)) || is_generation(self.word(i)) {
                    Keep::Upper
                } else if is_particle(self.lower(i)) && shouted {
                    Keep::Small
                } else {
                    Keep::Capital
                };
            }
        });
        let gazetteer = Gazetteer::get();
        let mut i = 0;
        while i < self.tokens.len() {
            let at = |k: usize| (i + k < self.tokens.len()).then(|| (self.word(i + k), self.lower(i + k)));
            let Some(hit) = gazetteer.longest(at) else {
                i += 1;
                continue;
            };
            let lower = self.lower(i);
            let state =
                hit.forms.iter().any(|f| matches!(f.kind, FormKind::State | FormKind::Demonym | FormKind::Bloc));
            let common = hit.len == 1
                && !(state && lower.len() > 3)
                && (is_function_word(lower) || self.sort(i, words) == WordSort::Common)
                && !seen.named.contains(lower)
                && !seen.shouted.contains(lower);
            // "TOLD US": a pronoun
            let pronoun = shouted && lower == "us" && self.lower(i.wrapping_sub(1)) != "the";
            if !common && !pronoun {
                let form = hit.forms[0].text;
                for (k, keep) in keeps.iter_mut().enumerate().skip(i).take(hit.len) {
                    let as_written = form.split([' ', '-']).any(|w| w == self.word(k));
                    let particle = shouted && k > i && is_function_word(self.lower(k)) || self.lower(k) == "'s";
                    *keep = if as_written {
                        Keep::Upper
                    } else if particle {
                        Keep::Small
                    } else {
                        Keep::Capital
                    };
                }
            }
            i += hit.len;
        }
        keeps
    }

    /// What the word tells by itself.
    fn alone(&self, i: usize, words: &impl Words, seen: &Seen) -> Keep {
        let (word, lower) = (self.word(i), self.lower(i));
        let titled = self.style == Style::Titled;
        let acronym = word.chars().count() > 1 && !word.contains(char::is_lowercase);
        if titled && acronym
            || word == "I"
            || word.contains(|c: char| c.is_ascii_digit())
            || word[..].matches('.').count() > 1
        {
            return Keep::Upper;
        }
        let brackets = self.lower(i.wrapping_sub(1)) == "(" && self.lower(i + 1) == ")" && word.len() < 8;
        if !titled
            && (brackets || seen.shouted.contains(lower) && !seen.small.contains(lower) && !seen.named.contains(lower))
        {
            return Keep::Upper;
        }
        let verb = RepairWords::NeverFamily.has(lower) && !seen.named.contains(lower);
        if is_function_word(lower) || verb || word.chars().count() < 2 {
            return Keep::Small;
        }
        match look_up(lower) {
            Lex::Weekday(_) | Lex::MonthShort(_) | Lex::WeekdayShort(_) => return Keep::Capital,
            Lex::Month(month) => {
                let digits = |i: usize| self.word(i).starts_with(|c: char| c.is_ascii_digit());
                let verb = matches!(month, 3 | 5);
                if !verb || digits(i + 1) || digits(i.wrapping_sub(1)) || self.lower(i.wrapping_sub(1)) == "in" {
                    return Keep::Capital;
                }
                return Keep::Small;
            }
            _ => {}
        }
        let sort = self.sort(i, words);
        let named = seen.named.contains(lower) || seen.people.contains(lower);
        match (named, seen.small.contains(lower)) {
            (true, false) => return Keep::Capital,
            (false, true) => return Keep::Small,
            // "Brown" and "brown": with another capital of the text beside it
            (true, true) if sort == WordSort::Common => return Keep::Small,
            _ => {}
        }
        match sort {
            WordSort::Name => Keep::Capital,
            WordSort::Common => Keep::Small,
            WordSort::Unknown if titled || word.chars().count() > 3 => Keep::Capital,
            WordSort::Unknown => Keep::Upper,
        }
    }
}

/// What a word keeps of its capitals.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Keep {
    /// All.
    Upper,
    /// The first.
    Capital,
    /// None.
    Small,
}

/// A word in lower case with a first capital, and one behind "Mc" and "O'".
fn capitalised(lower: &str) -> String {
    let inner =
        ["mc", "o'", "o’"].into_iter().find(|p| lower.len() > p.len() + 2 && lower.starts_with(p)).map(str::len);
    let mut out = String::with_capacity(lower.len());
    for (at, c) in lower.char_indices() {
        if at == 0 || Some(at) == inner {
            out.extend(c.to_uppercase());
        } else {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Analyser;

    fn read(text: &str) -> String {
        recase(text, &Analyser::new()).unwrap_or_else(|| text.to_owned())
    }

    #[test]
    fn lines_in_capitals_are_read_as_running_text() {
        assert_eq!(
            read("POLICE ARRESTED JOHN CARTER IN BOSTON ON FRIDAY. CARTER DENIED THE CHARGE."),
            "Police arrested John Carter in Boston on Friday. Carter denied the charge."
        );
        assert_eq!(read("NATO WARNS RUSSIA OVER THE BORDER"), "NATO warns Russia over the border");
    }

    #[test]
    fn headlines_keep_the_capitals_of_names() {
        assert_eq!(
            read("Kenya Expels Ugandan Envoy After Border Attack\n\nKenya expelled the Ugandan envoy on Monday."),
            "Kenya expels Ugandan envoy after border attack\n\nKenya expelled the Ugandan envoy on Monday."
        );
        assert_eq!(read("The Return of the King"), "The Return of the King");
    }

    #[test]
    fn no_byte_moves() {
        let text = "ÉMILE DURAND MET ANN McCOLE AND İLKAY IN PARIS TODAY";
        let new = read(text);
        assert_eq!(new.len(), text.len());
    }
}
