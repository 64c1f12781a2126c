//! Whose words a whole text is: "Remarks by President Jane Doe", "Statement from the spokesperson John
//! Roe". "I" and "we" are the author's there, and "THE PRESIDENT:" is the one whom the title names so.

use crate::extract::identity::leaders;
use crate::extract::identity::person_name::PersonName;
use crate::extract::identity::table::Cast;
use crate::language::gazetteer::{Gazetteer, Gender};
use crate::lexicon::names::NameWords;
use crate::model::{ActorKind, LocalActorId};

/// True for "announcing", none for "Xi Jinping".
fn goes_on(lower: &str) -> bool {
    let doing = lower.len() > 5 && lower.ends_with("ing") && Gazetteer::get().given(lower).is_none();
    NameWords::FollowsAnAuthor.has(lower) || doing && !lower.ends_with("ping") && !Gazetteer::get().is_surname(lower)
}

/// Somebody whom a title names as its author.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Author {
    /// The office before the name, in lower case; empty where there is none.
    office: String,
    /// The name.
    name: String,
    gender: Gender,
}

/// The authors that a title names, in its order; none for a title that tells of something.
pub(crate) fn named(title: &str) -> Vec<Author> {
    const FARTHEST: usize = 9;
    let words: Vec<&str> = title.split_whitespace().collect();
    let lower: Vec<String> =
        words.iter().map(|w| w.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()).collect();
    let text = |k: usize| NameWords::TextsOfSomebody.has(&lower[k]);
    let by = (1..words.len().min(FARTHEST)).find(|&k| {
        matches!(lower[k].as_str(), "by" | "from" | "of") && lower[..k].iter().enumerate().any(|(j, _)| text(j))
    });
    let Some(by) = by else { return Vec::new() };
    let from = by + 1;
    let end = (from..words.len()).find(|&k| goes_on(&lower[k]) || k > from && ends(words[k - 1], &lower[k - 1]));
    let mut authors = Vec::new();
    let mut start = from;
    let end = end.unwrap_or(words.len());
    for k in from..=end {
        let apart = k == end || lower[k] == "and" || k > start && words[k - 1].ends_with(',') && lower[k].len() > 2;
        if apart {
            authors.extend(author(&words[start.min(k)..k]));
            start = if k < end && lower[k] == "and" { k + 1 } else { k };
        }
    }
    authors
}

/// True for a word that a dash or bracket closes the author's name behind.
fn ends(word: &str, lower: &str) -> bool {
    word.ends_with([':', ';', '–', '—', ')']) || lower.is_empty()
}

/// "President Jane Doe", "NSC Spokesperson John Roe": the office and the name behind it.
fn author(words: &[&str]) -> Option<Author> {
    let bare = |w: &str| w.trim_matches([',', '“', '”', '"', '(', ')', '*']).to_owned();
    let lower: Vec<String> = words.iter().map(|w| bare(w).to_lowercase()).collect();
    let office = |from: usize| {
        Gazetteer::get().office(|k| lower.get(from + k).map(String::as_str)).map(|(len, o)| (from, len, o))
    };
    let mut found = None;
    let mut at = 0;
    while at < words.len() {
        match office(at) {
            Some((from, len, office)) => {
                found = Some((from + len, office));
                at = from + len;
            }
            None => at += 1,
        }
    }
    let from = found.map_or(0, |(end, _)| end);
    // "President Yoon Suk Yeol of the Republic of Korea"
    let name: Vec<String> = words[from..].iter().map(|w| bare(w)).take_while(|w| w != "of").collect();
    let proper = |w: &String| w.starts_with(char::is_uppercase);
    if name.is_empty() || name.len() > 5 || !name.iter().all(proper) {
        return None;
    }
    let gazetteer = Gazetteer::get();
    let given = name.len() > 1 && gazetteer.given(&name[0].to_lowercase()).is_some();
    if found.is_none() && !given {
        return None;
    }
    let (office, gender) = found.map_or((String::new(), Gender::Either), |(_, o)| (o.text.to_owned(), o.gender));
    Some(Author { office, name: name.join(" "), gender })
}

impl Author {
    /// True for the one whom a transcript's label means by his office alone.
    pub fn is_called(&self, label: &str) -> bool {
        !self.office.is_empty() && self.office == label
    }

    /// Lets the text's own bare name of the author say what the title says of him.
    pub fn recognise(&self, cast: &mut Cast) {
        if let Some(id) = self.known(cast)
            && cast.profile(id).names.iter().all(PersonName::is_bare)
        {
            self.tell(cast, id);
        }
    }

    /// The author among the actors; added where the text itself never names him.
    pub fn actor(&self, cast: &mut Cast) -> LocalActorId {
        let id = self.known(cast).unwrap_or_else(|| cast.add(&self.name, ActorKind::Person, true));
        self.tell(cast, id);
        id
    }

    pub(crate) fn known(&self, cast: &Cast) -> Option<LocalActorId> {
        let name = PersonName::of_text(&self.name);
        let leader = leaders::known(std::slice::from_ref(&name)).filter(|l| l.office.text == self.office);
        // "President Biden" is none of his family
        let is_he = |id: &LocalActorId| {
            let names = &cast.profile(*id).names;
            let fits = names.iter().all(|n| n.agrees(&name)) && cast.profile(*id).gender.agrees(self.gender);
            fits && leader.is_none_or(|l| leaders::known(names) == Some(l))
        };
        cast.people_called(&name.family).iter().copied().find(is_he)
    }

    /// A bare family name is shown with the title's given name.
    fn tell(&self, cast: &mut Cast, id: LocalActorId) {
        let name = PersonName::of_text(&self.name);
        let bare = cast.profile(id).names.iter().all(PersonName::is_bare);
        if bare && !name.is_bare() {
            cast.get_mut(id).name.clone_from(&self.name);
        }
        cast.add_person_name(id, name);
        cast.learn_gender(id, self.gender);
        if !self.office.is_empty() {
            cast.add_role(id, &self.office);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::identity::author::*;

    fn names(title: &str) -> Vec<(String, String)> {
        named(title).into_iter().map(|a| (a.office, a.name)).collect()
    }

    #[test]
    fn titles_name_their_authors() {
        let one = |office: &str, name: &str| vec![(office.to_owned(), name.to_owned())];
        assert_eq!(names("Remarks by President Trump at a Rally"), one("president", "Trump"));
        assert_eq!(names("Statement from President Joe Biden on the Attack"), one("president", "Joe Biden"));
        assert_eq!(
            names("Press Briefing by Press Secretary Jen Psaki, May 13, 2022"),
            one("press secretary", "Jen Psaki")
        );
        assert_eq!(names("Statement from NSC Spokesperson Jane Doe on Talks"), one("spokesperson", "Jane Doe"));
        let two =
            names("Remarks by Vice President Harris and President Yoon Suk Yeol of the Republic of Korea Before Talks");
        assert_eq!(
            two,
            [("vice president".to_owned(), "Harris".to_owned()), ("president".to_owned(), "Yoon Suk Yeol".to_owned())]
        );
        assert_eq!(names("Remarks by President Jane Doe Announcing a Deal"), one("president", "Jane Doe"));
        assert_eq!(names("Remarks by President Xi Jinping at a Summit"), one("president", "Xi Jinping"));
        for none in [
            "Readout of President Biden’s Call with Modi",
            "Fact Sheet: The Deal",
            "Statement by the Press Secretary",
            "Doe remarks on talks",
        ] {
            assert!(named(none).is_empty(), "{none}");
        }
    }
}
