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
pub(crate) fn tells(text: &str, line: &str) {
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

/// Asserts that no event of a text has such a line.
#[track_caller]
pub(crate) fn never_tells(text: &str, line: &str) {
    let all = events(text);
    assert!(!all.lines().any(|l| l == line), "{text}\nmust not tell {line}\ngot {all}");
}

#[test]
fn a_promise_is_directed_at_whom_the_promised_deed_is() {
    tells("Turkey agreed to sell its drones to Poland.", "AGREE Turkey > Poland");
    tells("Israel agreed to halt attacks on Lebanon.", "AGREE Israel > Lebanon");
    never_tells("Norway agreed to sell the Kongsberg plants to Poland.", "AGREE Norway > Kongsberg");
}

#[test]
fn what_somebody_declined_to_confirm_is_nobodys_target() {
    never_tells("Germany declined to comment on the report of Iran.", "REJECT Germany > Iran");
    never_tells("Germany declined to confirm that Iran had freed the sailors.", "REJECT Germany > Iran");
    tells("Iran refused to talk to Germany.", "REJECT Iran > Germany");
}

#[test]
fn those_who_suffered_a_deed_are_not_blamed_for_it() {
    never_tells("France condemned the bombing of the embassy of Kenya.", "ACCUSE France > Kenya");
    tells("France condemned the bombing of the embassy by Hamas.", "ACCUSE France > Hamas");
    tells("France condemned the Russian attack on Ukraine.", "ACCUSE France > Russia");
}

#[test]
fn people_of_a_country_do_not_act_for_its_state() {
    never_tells("Cuban exiles condemned Spain.", "ACCUSE Cuba > Spain");
    never_tells("A Dutch company sued Poland.", "ACCUSE Netherlands > Poland");
    never_tells("Some 1,500 ethnic Albanians marched against Serbia.", "PROTEST Albania > Serbia");
    tells("Dutch officials condemned Spain.", "ACCUSE Netherlands > Spain");
    tells("Russia killed twelve Americans.", "ASSAULT Russia > United States");
}

#[test]
fn where_a_city_lies_is_no_doer() {
    never_tells(
        "The attacks in Nairobi, Kenya, and Dar es Salaam, Tanzania, killed 257 people.",
        "ASSAULT Tanzania > people",
    );
    tells("In Geneva, Kenya condemned Spain.", "ACCUSE Kenya > Spain");
}

#[test]
fn an_attack_named_after_its_scene_was_not_done_by_it() {
    never_tells("Twelve people were killed in the Kenya embassy bombing.", "ASSAULT Kenya > -");
    tells("Twelve people were killed in the Israeli bombing of Lebanon.", "ASSAULT Israel > Lebanon");
}

#[test]
fn the_holder_acts_where_a_body_stands_before_the_title() {
    tells("Justice Department Spokesman John Miller criticised Iran.", "ACCUSE John Miller > Iran");
}

#[test]
fn a_comma_closes_what_stands_before_the_subject() {
    tells(
        "Speaking in the city of Osaka, British Prime Minister Theresa May called on China to act.",
        "REQUEST Theresa May > China",
    );
    tells(
        "In the debate Saturday, Sen. Bernie Sanders (I-Vt.) apologized to Hillary Clinton.",
        "CONCEDE Bernie Sanders > Hillary Clinton",
    );
}

#[test]
fn a_dateline_is_no_subject() {
    tells("SEOUL (Reuters) - Japan condemned Iran on Monday.", "ACCUSE Japan > Iran");
}

#[test]
fn a_name_with_its_age_and_office_acts() {
    tells(
        "Callista Gingrich, 51, an author and former aide, criticised Iran on Monday.",
        "ACCUSE Callista Gingrich > Iran",
    );
}

#[test]
fn the_first_of_two_joined_verbs_has_their_subject() {
    tells(
        "President Vladimir Putin of Russia called Narendra Modi and condemned the attack.",
        "CONSULT Vladimir Putin > Narendra Modi",
    );
}

#[test]
fn those_who_are_sent_act() {
    never_tells("India will send monks to attend the parade in Moscow.", "CONSULT India > -");
}

#[test]
fn seas_are_no_ones() {
    never_tells("The United States deployed warships in the Persian Gulf.", "MOBILIZE United States > Iran");
}

#[test]
fn a_verb_that_goes_on_an_infinitive_has_its_doer() {
    never_tells(
        "Trump wants Putin to stop shooting, sit down, and sign a deal with Ukraine.",
        "AGREE Donald Trump > Ukraine",
    );
}

#[test]
fn who_stands_before_a_participle_does_it() {
    tells(
        "Trump expressed frustration in the past week with the Kremlin accusing Ukraine of aggression.",
        "ACCUSE Russia > Ukraine",
    );
    tells(
        "Britain paused those tariffs following New Delhi expressing an immediate willingness to talk.",
        "AGREE India > -",
    );
}

#[test]
fn a_place_moved_to_is_not_threatened() {
    never_tells("The company threatened to move its plant to Slovakia.", "THREATEN company > Slovakia");
}

#[test]
fn an_invasion_named_after_a_state_is_of_it() {
    never_tells("Germany condemned the Ukraine invasion.", "ACCUSE Germany > Ukraine");
    tells("Germany condemned the Russian invasion of Ukraine.", "ACCUSE Germany > Russia");
}

#[test]
fn who_owns_a_murder_suffered_it() {
    tells("Police are still looking into Anna Politkovskaya's murder.", "ASSAULT - > Anna Politkovskaya");
    tells("Boko Haram's massacre of the villagers shocked Nigeria.", "ASSAULT Boko Haram > villagers");
}

#[test]
fn prices_are_not_shot_down() {
    never_tells("President Joe Biden brought down the cost of Medicare.", "ASSAULT Joe Biden > Medicare");
    tells("The rebels brought down a jet of Russia.", "ASSAULT rebels > Russia");
}

#[test]
fn politicians_attack_each_other_in_words() {
    let lead = "Senator Ted Cruz of Texas ran against President Donald Trump. ";
    tells(&format!("{lead}Cruz attacked Trump on Friday."), "ACCUSE Ted Cruz > Donald Trump");
    tells("A gunman attacked President Donald Trump on Friday.", "ASSAULT gunman > Donald Trump");
    tells("President Vladimir Putin attacked Ukraine on Friday.", "ASSAULT Vladimir Putin > Ukraine");
}

#[test]
fn accidents_are_nobodys_attacks() {
    never_tells("Seven people were killed when a tram crashed in London on Wednesday.", "ASSAULT - > people");
    never_tells("The earthquake killed 100 people in Mexico.", "ASSAULT [The earthquake] > people");
    tells("Seven people were killed when a gunman opened fire in London.", "ASSAULT gunman > people");
}

#[test]
fn what_is_under_attack_does_not_attack() {
    tells("The Senate has been under attack by President Donald Trump.", "ACCUSE Donald Trump > US Senate");
    never_tells("The village was under attack by Hamas.", "ASSAULT village > Hamas");
}

#[test]
fn elections_and_games_are_no_battles() {
    never_tells("Roy Moore beat Luther Strange in a primary race in Alabama.", "ASSAULT Roy Moore > Luther Strange");
    never_tells(
        "Democrats hope to retake Congress in elections in November.",
        "ASSAULT Democratic Party > US Congress",
    );
    tells("The police beat the protesters.", "ASSAULT police > protesters");
}

#[test]
fn whoever_gets_a_letter_did_not_write_it() {
    never_tells("Cambridge Analytica did not respond to emails requesting comment.", "REQUEST Cambridge Analytica > -");
    tells("France issued a statement condemning Russia.", "ACCUSE France > Russia");
}

#[test]
fn a_number_of_people_act() {
    tells("Fifty of the 60 Democrats urged Rod Rosenstein to resign.", "REQUEST Democratic Party > Rod Rosenstein");
}

#[test]
fn measures_and_ships_attack_nobody() {
    never_tells("The travel ban targets people from Chad.", "ASSAULT [The travel ban] > Chad");
    never_tells("A tourist ship struck a bridge in Germany.", "ASSAULT [A tourist ship] > [a bridge in Germany]");
}

#[test]
fn whoever_is_opposed_refuses() {
    tells("Democrats have been opposed to the plan of France.", "REJECT Democratic Party > France");
}

#[test]
fn of_a_couple_the_bare_name_is_the_one_who_had_it_first() {
    let text = "President Obama met Donald Trump on Thursday. Michelle Obama met Melania Trump. ";
    tells(&format!("{text}Obama thanked Trump."), "SUPPORT Obama > Donald Trump");
    tells(&format!("{text}Mrs. Obama thanked the staff."), "SUPPORT Michelle Obama > staff");
}

#[test]
fn relief_that_is_felt_helps_nobody() {
    never_tells("Senator Bob Corker expressed relief that Moore lost.", "AID Bob Corker > Moore");
    never_tells("Senator Bob Corker expressed relief that Moore lost.", "AID Bob Corker > -");
}

#[test]
fn of_two_between_whom_the_second_may_be_somebodys_envoy() {
    never_tells(
        "The talks came after a meeting between Putin and Trump's envoy, Steve Witkoff.",
        "CONSULT - > Putin + Trump + Steve Witkoff",
    );
}

#[test]
fn whom_a_backed_or_denied_thing_is_about_is_no_target() {
    tells(
        "Russia supported the latest round of sanctions against Iran.",
        "SUPPORT Russia > [the latest round of sanctions against Iran]",
    );
    tells("Spain denied any collusion with Russia.", "REJECT Spain > [any collusion with Russia]");
    tells("The court rejected the request of Germany to put orders by France on hold.", "REJECT court > Germany");
}

#[test]
fn what_reporters_ask_is_no_request() {
    never_tells("Asked about the talks, Angela Merkel praised France.", "REQUEST Angela Merkel > -");
    tells("Moscow denies claims of hacking and Angela Merkel denies any fraud.", "REJECT Angela Merkel > [any fraud]");
}

#[test]
fn a_member_of_a_party_is_who_acted_just_before() {
    let text = "Ruben Perez said on Monday that he would not run again. The first-term Nevada Democrat, who is being \
                investigated, denied the allegations.";
    tells(text, "REJECT Ruben Perez > [the allegations]");
}
