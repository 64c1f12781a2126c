//! The day that a sentence before or after gives: "The minister said on Friday … He also accused …".

use crate::extract::actors::Actors;
use crate::extract::dates::Dates;
use crate::extract::events::words::EventWords;
use crate::extract::layout::Layout;
use crate::language::{Analysis, Deprel, Upos, Xpos};
use crate::model::{Event, EventType, LocalActorId, RuleRef, Span, Status, Why};
use crate::rules;

use crate::extract::events::dating::clause_date;
use crate::extract::events::dating::readout::{is_elsewhere, is_other_time, is_simple_past};
use crate::extract::events::triggers::draft::Told;
use crate::syntax::noun_phrase;

/// How many sentences further a day is still that of what its actor does.
const SAME: usize = 12;

/// How many sentences further it is that of what others say to it.
const OTHERS: usize = 2;

/// How many sentences open an article.
const HEAD: usize = 2;

/// How many sentences behind one of those may date it.
const BEHIND: usize = 3;

/// How many letters a day has: "2025-05-09".
const DAY: usize = 10;

/// A day on which somebody did or said something, as a sentence's main line tells.
struct Setting {
    /// Which sentence.
    sentence: usize,
    actor: LocalActorId,
    day: String,
    words: Span,
}

/// Dates events that have no date of their own by the sentences around them.
pub fn days(a: &Analysis<'_>, actors: &Actors, layout: &Layout, dates: &Dates, told: &mut [Told]) {
    let mut settings = settings(a, actors, layout, dates);
    settings.extend(deeds(a, told));
    settings.sort_by_key(|s| s.sentence);
    if settings.is_empty() {
        return;
    }
    for t in told.iter_mut().filter(|t| t.date.is_none() && t.status == Status::Asserted) {
        let sentence = a.sentence_of(t.verb);
        let timeless = dates.in_span(t.sentence).is_empty() && !is_beside(a, t.verb);
        if !timeless || is_other_time(a, t.verb) || is_elsewhere(a, t.verb) {
            continue;
        }
        if let Some((setting, rule)) = day_of(a, &settings, sentence, t) {
            t.set_date(setting.day.clone(), Some(setting.words), Why::words(rule, setting.words));
        }
    }
}

fn day_of<'s>(a: &Analysis<'_>, settings: &'s [Setting], sentence: usize, t: &Told) -> Option<(&'s Setting, RuleRef)> {
    let (before, after) = settings.split_at(settings.partition_point(|s| s.sentence < sentence));
    let own = |s: &&Setting| t.source.contains(&s.actor);
    if is_simple_past(a, t.verb) {
        if let Some(setting) = before.iter().rev().find(own) {
            return (sentence - setting.sentence <= SAME && is_near(&setting.day))
                .then_some((setting, &rules::dating::SAME_ACTOR));
        }
        let answer = is_said(t) && is_main(a, t.verb) && t.according_to.is_none();
        if let Some(setting) = before.last().filter(|s| answer && s.day.len() == DAY && sentence - s.sentence <= OTHERS)
        {
            return Some((setting, &rules::dating::ANSWER));
        }
    }
    // "The senator accused … He made the charge on Monday"
    let opens = sentence < HEAD && before.is_empty() && is_said(t) && is_main(a, t.verb);
    let behind = after.iter().take_while(|s| s.sentence <= sentence + BEHIND).find(own);
    behind.filter(|s| opens && s.day.len() == DAY).map(|s| (s, &rules::dating::SENTENCE_BEHIND))
}

/// "The minister said on Friday that …": who acted on which day, in the order of the text.
fn settings(a: &Analysis<'_>, actors: &Actors, layout: &Layout, dates: &Dates) -> Vec<Setting> {
    let mut out = Vec::new();
    for (s, sentence) in a.sentences().iter().enumerate() {
        for d in clause_date::in_sentence(a, layout, dates, sentence.span) {
            let verb = d.governor;
            let expr = &dates.exprs[d.expr];
            let day = clause_date::day(&expr.value);
            let main = matches!(a.deprel(verb), Deprel::Root | Deprel::Conj | Deprel::Parataxis | Deprel::Ccomp);
            if !main || d.attribute || a.xpos(verb) != Xpos::Vbd {
                continue;
            }
            let clause = noun_phrase::clause(a, verb);
            if let Some(actor) = clause.subject.and_then(|s| actors.at(s)).filter(|_| !clause.passive) {
                out.push(Setting { sentence: s, actor, day: day.to_owned(), words: expr.span });
            }
        }
    }
    out
}

/// True for a day or a week: what went on in a year is not of one time.
fn is_near(day: &str) -> bool {
    day.len() == DAY || day.len() == "2025-W19".len() && day.contains('W')
}

/// Who did on which day what the main line of a sentence tells, wherever the day hangs: "accused him of lying on
/// Friday".
fn deeds<'t>(a: &'t Analysis<'_>, told: &'t [Told]) -> impl Iterator<Item = Setting> + 't {
    told.iter().filter(|t| is_main(a, t.verb) && is_simple_past(a, t.verb)).flat_map(move |t| {
        let day = t.date.as_ref().zip(t.date_span).filter(|(day, _)| day.len() == DAY);
        let sentence = a.sentence_of(t.verb);
        day.into_iter().flat_map(move |(day, words)| {
            let setting = move |&actor| Setting { sentence, actor, day: day.clone(), words };
            t.source.iter().map(setting)
        })
    })
}

/// True for what is done by saying it.
fn is_said(e: &Event) -> bool {
    use EventType::{Accuse, Agree, Reject, Request, Support, Threaten};
    matches!(e.kind, Accuse | Agree | Reject | Request | Support | Threaten)
}

/// True for the verb of a sentence's main line that tells one deed: "repeatedly ignored" tells many.
fn is_main(a: &Analysis<'_>, verb: usize) -> bool {
    let joined = a.deprel(verb) == Deprel::Conj && a.head(verb).is_some_and(|h| a.deprel(h) == Deprel::Root);
    let many = |c: usize| EventWords::ManyTimes.has(a.lower(c));
    a.upos(verb) == Upos::Verb
        && a.lemma(verb) != "decline"
        && (a.deprel(verb) == Deprel::Root || joined)
        && !a.children(verb).any(many)
}

/// True for what a relative clause tells: "Trump, who backed Moore, said".
fn is_beside(a: &Analysis<'_>, verb: usize) -> bool {
    let mut at = verb;
    for _ in 0..8 {
        if a.deprel(at) == Deprel::AclRelcl {
            return true;
        }
        match a.head(at) {
            Some(head) => at = head,
            None => break,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use crate::extract::Extractor;
    use crate::model::Article;

    /// The date of the event of a text that `words` tell.
    fn date_of(text: &str, words: &str) -> Option<String> {
        let found = Extractor::new().extract(&Article::from_text("2025-05-09.txt", text));
        let told = found.events.iter().find(|e| e.trigger.of(text).contains(words));
        told.unwrap_or_else(|| panic!("no {words}: {:?}", found.events)).date.clone()
    }

    #[test]
    fn what_somebody_goes_on_to_do_is_of_the_same_day() {
        let text = "Angela Merkel visited Kenya on Tuesday. She accused France of lying. Merkel, who praised Italy \
                    in the campaign, left.";
        assert_eq!(date_of(text, "accused").as_deref(), Some("2025-05-06"));
        assert_eq!(date_of(text, "praised"), None);
    }

    #[test]
    fn a_week_is_carried_as_well() {
        let text = "Angela Merkel said last week that she would go. She accused France of lying.";
        assert_eq!(date_of(text, "accused").as_deref(), Some("2025-W18"));
    }

    #[test]
    fn a_day_inside_what_is_told_is_not_that_of_the_telling() {
        let text = "Angela Merkel denied claims that the grant had to do with the meeting of the party on Tuesday.";
        assert_eq!(date_of(text, "denied"), None);
    }

    #[test]
    fn an_answer_right_behind_is_of_the_same_day() {
        let text = "Angela Merkel accused France of lying on Tuesday. Italy rejected the charge. The talks failed. \
                    Prices rose. Norway condemned Spain.";
        assert_eq!(date_of(text, "rejected").as_deref(), Some("2025-05-06"));
        assert_eq!(date_of(text, "condemned"), None);
    }

    #[test]
    fn the_sentence_behind_dates_what_an_article_opens_with() {
        let text = "Angela Merkel has accused France of lying. Merkel spoke to reporters on Tuesday.";
        assert_eq!(date_of(text, "accused").as_deref(), Some("2025-05-06"));
    }

    #[test]
    fn what_went_before_is_not_of_the_day() {
        let text = "Angela Merkel resigned on Tuesday, after France had accused Kenya of lying.";
        assert_eq!(date_of(text, "accused"), None);
        let text = "Angela Merkel said on Tuesday that France had attacked Kenya.";
        assert_eq!(date_of(text, "attacked"), None);
        let text = "Angela Merkel said on Tuesday that France was attacking Kenya.";
        assert_eq!(date_of(text, "attacking").as_deref(), Some("2025-05-06"));
    }
}
