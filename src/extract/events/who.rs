//! Who did it to whom, construction by construction.

use crate::extract::Extractor;
use crate::model::Article;

/// The events of a text, one a line: "CONSULT Barack Obama + Angela Merkel > -", in the order of the text.
/// Where nobody stands on a side, the words of what stands there are given in brackets.
fn events(text: &str) -> String {
    let article = Article::from_text("text", text);
    let found = Extractor::new().extract(&article);
    let side = |ids: &[crate::model::LocalActorId], spans: &[crate::model::Span]| {
        if ids.is_empty() {
            return spans.first().map_or("-".to_owned(), |s| format!("[{}]", s.of(text)));
        }
        ids.iter().map(|id| found.actors[id.index()].name.clone()).collect::<Vec<_>>().join(" + ")
    };
    let lines = found.events.iter().map(|e| {
        format!("{} {} > {}", e.kind.name(), side(&e.source, &e.source_spans), side(&e.target, &e.target_spans))
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Asserts that a text tells an event of this line.
#[track_caller]
fn tells(text: &str, line: &str) {
    let all = events(text);
    assert!(all.lines().any(|l| l == line), "{text}\nexpected {line}\ngot      {}", all.replace('\n', "\n         "));
}

#[test]
fn joined_verbs_share_their_subject() {
    tells("Vietnam is a critic of China and has accused Japan of aggression.", "ACCUSE Vietnam > Japan");
    tells("Russia condemned the attack and threatened Ukraine.", "THREATEN Russia > Ukraine");
}

#[test]
fn joined_hostile_deeds_share_their_target() {
    tells("Iran condemned Israel and threatened further sanctions.", "THREATEN Iran > Israel");
}

#[test]
fn the_subject_of_a_perfect_is_no_patient() {
    tells("Amnesty International has accused Nigeria of mass slaughter.", "ACCUSE Amnesty International > Nigeria");
}

#[test]
fn a_finite_verb_hung_on_a_name_has_it_for_subject() {
    tells("German Chancellor Angela Merkel on Friday praised Donald Trump.", "SUPPORT Angela Merkel > Donald Trump");
}

#[test]
fn examples_of_a_group_take_part() {
    tells(
        "Donald Trump charged four associates, including George Papadopoulos.",
        "ACCUSE Donald Trump > George Papadopoulos",
    );
}

#[test]
fn followers_are_not_whom_they_follow() {
    let found = events("Some Trump allies accused Robert Mueller of bias. Donald Trump spoke.");
    assert!(!found.contains("ACCUSE Donald Trump"), "{found}");
}

#[test]
fn one_who_cannot_act_leaves_the_deed_to_the_subject_above() {
    tells("Vladimir Putin used the occasion to praise India.", "SUPPORT Vladimir Putin > India");
}

#[test]
fn whom_something_is_given_is_the_target() {
    tells("Donald Trump gave Russia an ultimatum.", "THREATEN Donald Trump > Russia");
}

#[test]
fn what_the_reader_is_asked_is_no_event() {
    assert_eq!(events("Let us remember John Kennedy."), "");
}

#[test]
fn working_together_with_nobody_is_no_event() {
    assert_eq!(events("Joe Biden said: We work together."), "");
}

#[test]
fn brackets_hold_no_subject() {
    tells("(CNN) Italy has arrested the captain of a rescue ship.", "COERCE Italy > captain");
}

#[test]
fn an_object_without_an_actor_keeps_its_words() {
    tells("Boko Haram attacked an army camp in the north.", "ASSAULT Boko Haram > [an army camp in the north]");
}

#[test]
fn a_subject_without_an_actor_keeps_its_words() {
    tells("The explosion killed Gul Rahman.", "ASSAULT [The explosion] > Gul Rahman");
}

#[test]
fn shelling_is_the_deed_of_whose_it_is() {
    tells("Syrian shelling killed a Turkish soldier.", "ASSAULT Syria > Turkey");
}

#[test]
fn a_visit_to_a_capital_is_to_its_state() {
    tells("Donald Trump visited Seoul on Monday.", "CONSULT Donald Trump > South Korea");
}

#[test]
fn a_deed_in_ones_own_city_has_no_state_for_a_target() {
    let found = events("France deployed soldiers in Paris.");
    assert!(!found.contains("> France"), "{found}");
}

#[test]
fn a_call_in_a_setting_is_held_by_the_subject() {
    tells(
        "Vladimir Putin expressed support for India in a phone call with Narendra Modi on Monday.",
        "CONSULT Vladimir Putin > Narendra Modi",
    );
}

#[test]
fn the_counterparts_of_somebody_are_those_of_the_state_named() {
    tells("Tony Blair met his French counterparts in London.", "CONSULT Tony Blair > France");
}

#[test]
fn those_who_are_asked_may_do_what_follows() {
    tells("Adam Schiff called on Barack Obama to retaliate against Russia.", "REQUEST Adam Schiff > Barack Obama");
}

#[test]
fn a_clause_of_time_has_its_own_subject() {
    tells("This comes as China accused the United States of theft.", "ACCUSE China > United States");
}

#[test]
fn both_parties_are_sources_where_both_are_the_subject() {
    tells("Russia and Turkey agreed on a ceasefire.", "AGREE Russia + Turkey > [Turkey]");
}
