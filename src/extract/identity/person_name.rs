//! When two names are one person's.

use std::sync::LazyLock;

use crate::language::Analysis;
use crate::language::gazetteer::{Gazetteer, Gender};
use crate::lexicon::table;
use std::ops::Range;

use crate::extract::names::orthography::{is_generation, is_hyphen, is_initial, is_initials, is_particle};

/// A person's name, taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct PersonName {
    /// The words before the family name, folded; initials too.
    pub given: Vec<String>,
    /// The family name, particles left out; of "Wasserman Schultz" the last word.
    pub family: String,
    /// Folded words that can stand for the person by themselves.
    pub handles: Vec<String>,
    /// All letters of the name, folded, without spaces and hyphens.
    pub solid: String,
    /// True for "Jr.": not the father, unless the father is never named in full beside him.
    pub junior: bool,
}

/// Small letters without accents and without the marks of romanisation.
pub(crate) fn fold(word: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    if word.is_ascii() {
        return word.to_ascii_lowercase().replace(['\'', '.'], "");
    }
    word.nfd().filter(|c| c.is_alphanumeric() || *c == '-').flat_map(char::to_lowercase).collect()
}

impl PersonName {
    /// Takes the name at `tokens` apart.
    pub fn read(analysis: &Analysis<'_>, tokens: Range<usize>) -> Self {
        let mut words: Vec<String> = Vec::new();
        let mut tied = false;
        let junior = tokens.clone().any(|i| matches!(analysis.word(i), "Jr." | "Jr"));
        let mut nickname: Vec<String> = Vec::new();
        let mut quoted = false;
        for i in tokens {
            let word = analysis.word(i);
            if matches!(word, "“" | "”" | "\"" | "‘" | "’" | "'" | "``" | "''") {
                quoted = !quoted;
                continue;
            }
            if quoted {
                nickname.push(fold(word));
                continue;
            }
            if is_hyphen(word) {
                tied = true;
                continue;
            }
            if word == "," || is_generation(word) && !words.is_empty() {
                continue;
            }
            if is_initials(word) {
                // "H.W." is as good as "H. W."
                words.extend(word.split('.').filter(|l| !l.is_empty()).map(fold));
                tied = false;
                continue;
            }
            let folded = fold(word);
            match words.last_mut() {
                Some(last) if tied => {
                    last.push('-');
                    last.push_str(&folded);
                }
                _ => words.push(folded),
            }
            tied = false;
        }
        let mut name = Self { junior, ..Self::of_words(words) };
        if let [one] = &nickname[..]
            && !name.handles.contains(one)
        {
            name.handles.push(one.clone());
        }
        name
    }

    /// Takes a written name apart, word by word.
    pub fn of_text(name: &str) -> Self {
        Self::of_words(name.split_whitespace().map(fold).collect())
    }

    fn of_words(words: Vec<String>) -> Self {
        let gazetteer = Gazetteer::get();
        let solid = words.concat().replace('-', "");
        let real = |w: &String| !is_particle(w) && !is_initial_folded(w);
        let mut handles: Vec<String> = words.iter().filter(|w| real(w)).cloned().collect();
        // "al-assad" answers to "assad" as well
        let tails: Vec<String> = handles
            .iter()
            .filter_map(|h| h.split_once('-').filter(|(p, _)| is_particle(p)).map(|(_, tail)| tail.to_owned()))
            .collect();
        handles.extend(tails);
        let family_first = (2..=3).contains(&words.len())
            && gazetteer.is_family_first(&words[0])
            && (words[1].contains('-')
                || words.len() == 3
                || gazetteer.given(&words[1]).is_none()
                || gazetteer.given(&words[0]).is_none())
            && !words.iter().skip(1).any(|w| is_initial_folded(w));
        let at = if family_first { 0 } else { words.len().saturating_sub(1) };
        let family = words.get(at).map(|w| bare(w).to_owned()).unwrap_or_default();
        if !handles.contains(&family) {
            // an initial last ("Malcolm X") is what the name is filed under
            handles.push(family.clone());
        }
        let given =
            words.iter().enumerate().filter(|&(k, w)| k != at && !is_particle(w)).map(|(_, w)| w.clone()).collect();
        Self { given, family, handles, solid, junior: false }
    }

    fn has_middle(&self) -> bool {
        self.given.len() > 1
    }

    /// True where the name is one word.
    pub fn is_bare(&self) -> bool {
        self.given.is_empty()
    }

    /// Who bears the first given name.
    pub fn gender(&self) -> Gender {
        // romanised Chinese and Korean given names tell little
        if self.handles.first().is_some_and(|h| *h == self.family) && !self.is_bare() {
            return Gender::Either;
        }
        self.given
            .iter()
            .find_map(|g| Gazetteer::get().given(g.split('-').next().unwrap_or(g)))
            .unwrap_or(Gender::Either)
    }

    /// True where both full names can be one person's: the same family name and given names that do
    /// not contradict each other.
    pub fn agrees(&self, other: &Self) -> bool {
        // the same first name with and without "Jr." is father and son; Joe and Joseph R. Jr. are one
        if self.junior != other.junior
            && self.given.first() == other.given.first()
            && !self.has_middle()
            && !other.has_middle()
            && !self.is_bare()
        {
            return false;
        }
        if self.solid == other.solid {
            return true;
        }
        if !same_spelling(&self.family, &other.family) {
            return false;
        }
        match (self.given.first(), other.given.first()) {
            (Some(a), Some(b)) => {
                let middle = |x: &Self| x.given.get(1).filter(|m| is_initial_folded(m)).and_then(|m| m.chars().next());
                let middles = match (middle(self), middle(other)) {
                    (Some(m), Some(n)) => m == n,
                    _ => true,
                };
                middles && given_agree(a, b)
            }
            _ => true,
        }
    }
}

/// "al-assad" → "assad".
fn bare(word: &str) -> &str {
    match word.split_once('-') {
        Some((particle, tail)) if is_particle(particle) => tail,
        _ => word,
    }
}

fn is_initial_folded(word: &str) -> bool {
    word.chars().count() == 1 || is_initial(word)
}

/// Short and long forms of given names that are not each other's beginnings.
static SHORT_FORMS: LazyLock<Vec<(&'static str, &'static str)>> =
    LazyLock::new(|| table::pairs(include_str!("../../../assets/lexicons/short-forms.tsv")).collect());

fn given_agree(a: &str, b: &str) -> bool {
    a == b
        || is_initial_folded(a) && b.starts_with(a)
        || is_initial_folded(b) && a.starts_with(b)
        || a.len() > 2 && b.len() > 2 && (a.starts_with(b) || b.starts_with(a))
        || SHORT_FORMS.iter().any(|&(s, l)| s == a && l == b || s == b && l == a)
        || same_spelling(a, b)
}

/// The same word, or one letter apart in a long one ("Zelensky", "Zelenskyy").
pub(crate) fn same_spelling(a: &str, b: &str) -> bool {
    a == b
        || a.len().min(b.len()) >= 6
            && a.chars().next() == b.chars().next()
            && (strsim::levenshtein(a, b) <= 1 || a.replace("yy", "y") == b.replace("yy", "y"))
}

#[cfg(test)]
mod tests {
    use crate::extract::identity::person_name::*;

    fn name(text: &str) -> PersonName {
        PersonName::of_words(text.split(' ').map(fold).collect())
    }

    #[test]
    fn given_names_keep_people_apart() {
        assert!(name("Joseph R. Biden").agrees(&name("Joe Biden")));
        assert!(name("Donald J. Trump").agrees(&name("Donald Trump")));
        assert!(!name("Hillary Clinton").agrees(&name("Bill Clinton")));
        assert!(!name("George H. Bush").agrees(&name("George W. Bush")));
    }

    #[test]
    fn family_names_can_come_first() {
        assert_eq!(name("Xi Jinping").family, "xi");
        assert_eq!(name("Kim Jong-un").family, "kim");
        assert!(name("Kim Jong-un").agrees(&name("Kim Jong Un")));
        assert_eq!(name("Spike Lee").family, "lee");
    }

    #[test]
    fn particles_do_not_hide_the_family_name() {
        assert_eq!(name("Bashar al-Assad").family, "assad");
        assert!(name("Bashar al-Assad").handles.contains(&"assad".to_owned()));
    }

    #[test]
    fn spelling_may_differ_by_a_letter() {
        assert!(name("Volodymyr Zelensky").agrees(&name("Volodymyr Zelenskyy")));
        assert!(!name("John Smith").agrees(&name("John Smyth")));
    }
}
