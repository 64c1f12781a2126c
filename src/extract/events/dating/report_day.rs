//! News told in the present tense is news of its day: agencies' summaries, chronicles, "Kenya expels the envoy".

use crate::extract::dates::Dates;
use crate::extract::events::triggers::draft::Told;
use crate::extract::layout::{Block, Layout};
use crate::language::{Analysis, Deprel, Upos, Xpos};
use crate::lexicon::temporal::TemporalWords;
use crate::model::{EventType, Status, Why};
use crate::rules;

/// How many of three main lines must be in the present tense for a text to be told in it.
const OF_THREE: usize = 2;

/// Dates what a text that is told in the present tense tells in it by the article's own day.
pub fn date(a: &Analysis<'_>, layout: &Layout, dates: &Dates, told: &mut [Told]) {
    let Some(day) = dates.document.as_ref().map(|d| (d.date.to_string(), d.span)) else { return };
    if !told.iter().any(|t| t.date.is_none()) || !is_told_in_the_present(a, layout) {
        return;
    }
    for t in told.iter_mut().filter(|t| t.date.is_none() && !matches!(t.status, Status::Planned | Status::Possible)) {
        let lasting = matches!(t.kind, EventType::Cooperate) && a.upos(t.verb) != Upos::Verb;
        if !lasting && tense(a, t.verb) == Some(Tense::Present) {
            t.set_date(day.0.clone(), day.1, Why { rule: &rules::dating::REPORT_DAY, words: day.1 });
        }
    }
}

/// True where the main lines of a text's prose are told in the present tense, by somebody other than the reader's "I".
fn is_told_in_the_present(a: &Analysis<'_>, layout: &Layout) -> bool {
    let (mut present, mut past) = (0, 0);
    for sentence in a.sentences() {
        if layout.block(sentence.paragraph) != Block::Body {
            continue;
        }
        let Some(root) = sentence.tokens.clone().find(|&i| a.deprel(i) == Deprel::Root) else { continue };
        let speaks = a.child(root, &[Deprel::Nsubj]).is_some_and(|s| TemporalWords::FirstPersons.has(a.lower(s)));
        if a.upos(root) != Upos::Verb || speaks {
            continue;
        }
        match tense(a, root) {
            Some(Tense::Present) => present += 1,
            Some(Tense::Past) => past += 1,
            None => {}
        }
    }
    present > 0 && present * 3 >= (present + past) * OF_THREE
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tense {
    Present,
    Past,
}

/// The tense in which a word is told: its own, else that of the clause it belongs to; `None` where none is told, or
/// where it stands in a time of its own ("after talks").
fn tense(a: &Analysis<'_>, word: usize) -> Option<Tense> {
    let mut at = word;
    for _ in 0..8 {
        if let Some(own) = own_tense(a, at) {
            return own.then_tense();
        }
        let elsewhen = |c: usize| {
            matches!(a.deprel(c), Deprel::Mark | Deprel::Case | Deprel::Advmod)
                && TemporalWords::Elsewhen.has(a.lower(c))
        };
        let joins = match a.deprel(at) {
            Deprel::Xcomp | Deprel::Advcl | Deprel::Conj | Deprel::Ccomp | Deprel::Parataxis => true,
            Deprel::Acl => a.xpos(at) != Xpos::Vbn,
            Deprel::Obj | Deprel::Obl | Deprel::Nsubj | Deprel::NsubjPass | Deprel::Nmod => a.upos(at) != Upos::Verb,
            _ => false,
        };
        if !joins || a.children(at).any(elsewhen) {
            return None;
        }
        at = a.head(at)?;
    }
    None
}

/// What a verb's own form tells of its time.
enum Own {
    Told(Tense),
    /// "will", "may": no time that has come.
    Open,
}

impl Own {
    fn then_tense(self) -> Option<Tense> {
        match self {
            Self::Told(tense) => Some(tense),
            Self::Open => None,
        }
    }
}

fn own_tense(a: &Analysis<'_>, verb: usize) -> Option<Own> {
    let mut helpers = a.children(verb).filter(|&c| matches!(a.deprel(c), Deprel::Aux | Deprel::AuxPass | Deprel::Cop));
    if let Some(first) = helpers.next() {
        return Some(match a.lower(first) {
            form if TemporalWords::PresentAuxiliaries.has(form) => Own::Told(Tense::Present),
            "was" | "were" | "had" | "did" => Own::Told(Tense::Past),
            "be" | "been" | "being" | "having" => return None,
            _ => Own::Open,
        });
    }
    match a.xpos(verb) {
        Xpos::Vbz | Xpos::Vbp => Some(Own::Told(Tense::Present)),
        Xpos::Vbd => Some(Own::Told(Tense::Past)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use crate::extract::Extractor;
    use crate::model::Article;

    fn dates_of(text: &str) -> Vec<Option<String>> {
        let mut article = Article::from_text("a.txt", text);
        article.published = NaiveDate::from_ymd_opt(2025, 6, 12);
        Extractor::new().extract(&article).events.into_iter().map(|e| e.date).collect()
    }

    #[test]
    fn present_tense_news_is_of_its_day() {
        let day = Some("2025-06-12".to_owned());
        assert_eq!(dates_of("Kenya expels the ambassador of Uganda."), std::slice::from_ref(&day));
        assert_eq!(dates_of("The mayor of Lima is arrested on charges of bribery."), [day]);
    }

    #[test]
    fn what_is_told_in_the_past_or_is_to_come_has_no_day_by_itself() {
        assert_eq!(dates_of("Kenya expelled the ambassador of Uganda."), [None]);
        assert_eq!(dates_of("Kenya will expel the ambassador of Uganda."), [None]);
    }
}
