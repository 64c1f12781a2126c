//! Speech in whole sentences: what is said, and which words name the speaker.

use crate::extract::Extractor;
use crate::model::{Article, QuoteKind};

/// The quotes of a text as (kind, words said, words that name the speaker).
fn quotes(text: &str) -> Vec<(QuoteKind, String, String)> {
    let article = Article::from_text("test.txt", text);
    let findings = Extractor::new().extract(&article);
    let words = |s: crate::model::Span| s.of(text).to_owned();
    findings.quotes.iter().map(|q| (q.kind, words(q.span), q.speaker_span.map_or_else(String::new, words))).collect()
}

fn assert_quotes(text: &str, expected: &[(QuoteKind, &str, &str)]) {
    let got = quotes(text);
    let got: Vec<_> = got.iter().map(|(k, q, s)| (*k, q.as_str(), s.as_str())).collect();
    assert_eq!(got, expected, "{text}");
}

use QuoteKind::{Direct, Indirect};

#[test]
fn a_piece_after_the_attribution_has_the_same_speaker() {
    assert_quotes(
        "“The talks have failed,” said Jane Doe, the minister. “We will try again.”",
        &[(Direct, "The talks have failed,", "Jane Doe"), (Direct, "We will try again.", "Jane Doe")],
    );
}

#[test]
fn a_quotation_over_paragraphs_keeps_its_speaker() {
    assert_quotes(
        "John Roe said: “We are ready.\n\n“But we will wait.”",
        &[(Direct, "We are ready.", "John Roe"), (Direct, "But we will wait.", "John Roe")],
    );
}

#[test]
fn clauses_are_reported_before_and_behind_their_verb() {
    assert_quotes(
        "The envoy told reporters that the border would stay closed.",
        &[(Indirect, "the border would stay closed", "The envoy")],
    );
    assert_quotes(
        "The border will reopen in May, the ministry said on Monday.",
        &[(Indirect, "The border will reopen in May", "the ministry")],
    );
}

#[test]
fn who_is_quoted_speaks_not_who_quotes() {
    assert_quotes("The radio quoted John Roe as saying: “I will not go.”", &[(Direct, "I will not go.", "John Roe")]);
}

#[test]
fn what_is_added_behind_a_cry_is_another_quote() {
    let text = "Doe tweeted: “We won!” He added that talks would go on.";
    assert_quotes(text, &[(Direct, "We won!", "Doe"), (Indirect, "talks would go on", "He")]);
}

#[test]
fn what_is_ordered_behind_a_clause_is_the_speaker_s() {
    let text = "Jane Doe declared that a disaster exists in Ohio and ordered the army to help.";
    let who: Vec<_> = quotes(text).into_iter().map(|(_, words, who)| (words, who)).collect();
    assert!(who.contains(&("a disaster exists in Ohio".to_owned(), "Jane Doe".to_owned())), "{who:?}");
    assert!(who.iter().all(|(_, who)| who == "Jane Doe"), "{who:?}");
}

#[test]
fn a_signature_behind_a_full_stop_names_the_speaker() {
    let text = "“He scares me and my family.” ― Jane Doe “They will not listen to us.” ― Mary Roe";
    let who: Vec<_> = quotes(text).into_iter().map(|(_, _, who)| who).collect();
    assert_eq!(who, ["Jane Doe", "Mary Roe"]);
}

#[test]
fn what_was_not_said_is_no_quote() {
    assert_quotes("The army would not say whether the soldiers had left.", &[]);
}

#[test]
fn titles_and_words_at_arms_length_are_no_quotes() {
    assert_quotes("The film “The Long Way Home” opens in May.", &[]);
    assert_quotes("The ministry announced a “truce” last week.", &[]);
    assert_quotes("The so-called “interim” government has left.", &[]);
}

#[test]
fn what_a_thing_is_called_is_a_quote() {
    assert_quotes("Mr Roe called the plan “a bad joke”.", &[(Direct, "a bad joke", "Mr Roe")]);
}

/// The quotes of a text as (words said, speaker, addressee, reporter) by the actors' names.
fn spoken(text: &str) -> Vec<[String; 4]> {
    let article = Article::from_text("test.txt", text);
    let findings = Extractor::new().extract(&article);
    let name = |id: Option<crate::model::LocalActorId>| {
        id.and_then(|id| findings.actors.get(id.index())).map_or_else(String::new, |a| a.name.clone())
    };
    let quotes = findings.quotes.iter();
    quotes.map(|q| [q.span.of(text).to_owned(), name(q.speaker), name(q.addressee), name(q.reporter)]).collect()
}

#[test]
fn a_quotation_within_a_quotation_is_part_of_it() {
    assert_quotes(
        "“He told me, ‘We will not go,’ and left,” said Jane Doe.",
        &[(Direct, "He told me, ‘We will not go,’ and left,", "Jane Doe")],
    );
}

#[test]
fn whom_it_was_told_and_who_reports_it_are_kept() {
    let got = spoken("The Kremlin said on Monday that Vladimir Putin told Narendra Modi the war would end soon.");
    let inner = got.iter().find(|q| q[0] == "the war would end soon");
    assert_eq!(
        inner.map(|q| [&q[1][..], &q[2], &q[3]]),
        Some(["Vladimir Putin", "Narendra Modi", "Russia"]),
        "{got:?}"
    );
}

#[test]
fn statements_speak_for_those_who_issue_them() {
    let text = "“We regret the incident,” the Foreign Ministry said in a statement. “It was not planned.”";
    assert!(spoken(text).iter().all(|q| q[1].contains("Foreign Ministry")) && spoken(text).len() == 2);
    assert_quotes(
        "“We regret the incident,” a statement from the Foreign Ministry read.",
        &[(Direct, "We regret the incident,", "a statement from the Foreign Ministry")],
    );
}

#[test]
fn posts_are_speech() {
    assert_quotes("“The deal is dead!” John Roe wrote on Twitter.", &[(Direct, "The deal is dead!", "John Roe")]);
    assert_quotes("Jane Doe tweeted: “The deal is dead!”", &[(Direct, "The deal is dead!", "Jane Doe")]);
}

#[test]
fn speech_that_is_denied_asked_for_or_supposed_is_no_quote() {
    for text in [
        "The minister did not say that the border was closed.",
        "The minister declined to say whether the border was closed.",
        "Mr Roe refused to say if he would leave.",
        "Did Mr Roe say that the border was closed?",
        "Nobody said that the border was closed.",
        "The army stopped short of accusing the rebels of murder.",
    ] {
        assert_quotes(text, &[]);
    }
}

#[test]
fn time_and_place_between_verb_and_clause_are_not_said() {
    assert_quotes(
        "The envoy said in an interview on Monday that the border would stay closed.",
        &[(Indirect, "the border would stay closed", "The envoy")],
    );
    assert_quotes(
        "The envoy said afterward the border would stay closed.",
        &[(Indirect, "the border would stay closed", "The envoy")],
    );
    assert_quotes(
        "The border will stay closed, the Swiss minister said this week at an event in Basel.",
        &[(Indirect, "The border will stay closed", "the Swiss minister")],
    );
}

#[test]
fn a_speaker_behind_his_verb_is_found_without_marks() {
    assert_quotes(
        "The plan was made in haste by men who knew little of the country, said an official of the ministry.",
        &[(
            Indirect,
            "The plan was made in haste by men who knew little of the country",
            "an official of the ministry",
        )],
    );
}

#[test]
fn what_the_speaker_says_next_is_another_quote() {
    assert_quotes(
        "The envoy said the border was closed and urged the army to leave.",
        &[(Indirect, "the border was closed", "The envoy"), (Indirect, "the army to leave", "The envoy")],
    );
    assert_quotes(
        "The envoy said the border was closed, adding that the army had left.",
        &[(Indirect, "the border was closed", "The envoy"), (Indirect, "the army had left", "The envoy")],
    );
    assert_quotes(
        "The envoy said that the border was closed, and that the army had left.",
        &[(Indirect, "the border was closed, and that the army had left", "The envoy")],
    );
}

#[test]
fn nouns_of_speech_report_their_owners_words() {
    assert_quotes(
        "The court rejected his claim that the border was closed.",
        &[(Indirect, "the border was closed", "his")],
    );
}

#[test]
fn a_clause_partly_between_marks_is_reported_with_its_subject() {
    assert_quotes(
        "John Roe said the plan “will fail badly”.",
        &[(Indirect, "the plan “will fail badly”", "John Roe"), (Direct, "will fail badly", "John Roe")],
    );
}

#[test]
fn a_list_item_s_name_speaks() {
    assert_quotes(
        "- **John Roe** [described](https://example.org/1) **his call with Jane Doe:** “We spoke for an hour.”",
        &[(Direct, "We spoke for an hour.", "John Roe")],
    );
}

#[test]
fn how_a_quote_was_found_can_be_told() {
    let article = Article::from_text("test.txt", "“The talks have failed,” said Jane Doe.");
    let quotes = Extractor::new().extract(&article).quotes;
    let [quote] = &quotes[..] else { panic!("{quotes:?}") };
    assert_eq!(
        (quote.why.rule, quote.who.rule),
        (&crate::rules::attribution::QUOTE_SAID_SPEAKER, &crate::rules::quotes::LAST_NAME)
    );
    assert!(quote.why.rule.says(None, None).contains("followed by"));
}

#[test]
fn titles_given_by_a_participle_are_no_quotes() {
    assert_quotes("The minister signed an order titled “Peace and Work for All Citizens” in May.", &[]);
}

#[test]
fn an_infinitive_s_doer_does_the_main_verb() {
    assert_quotes(
        "Mr Roe went out of his way to say that the border was closed.",
        &[(Indirect, "the border was closed", "Mr Roe")],
    );
}

#[test]
fn questions_asked_are_reported() {
    assert_quotes(
        "Jane Doe asked the minister why the border was closed.",
        &[(Indirect, "why the border was closed", "Jane Doe")],
    );
}

#[test]
fn officials_speak_for_those_they_serve() {
    let got = spoken("French officials said the border would stay closed.");
    assert_eq!(got.first().map(|q| &q[1][..]), Some("France"), "{got:?}");
}

#[test]
fn what_opens_a_sentence_before_an_inserted_attribution_is_little_by_itself() {
    assert_quotes(
        "At one point, Jane Doe said, the border was closed to all travellers.",
        &[(Indirect, "the border was closed to all travellers", "Jane Doe")],
    );
}

#[test]
fn a_second_verb_of_speech_has_the_first_one_s_speaker() {
    assert_quotes(
        "The office said another 30 people had been hurt in the town, but added the number could rise.",
        &[
            (Indirect, "another 30 people had been hurt in the town", "The office"),
            (Indirect, "the number could rise", "The office"),
        ],
    );
}

#[test]
fn a_subordinate_attribution_ends_with_its_clause() {
    assert_quotes(
        "While the minister says the border is safe, many soldiers have left the town.",
        &[(Indirect, "the border is safe", "the minister")],
    );
}

#[test]
fn a_photo_s_credit_is_no_speaker() {
    assert_quotes(
        "Jane Doe / Reuters The ministry said the border would stay closed.",
        &[(Indirect, "the border would stay closed", "The ministry")],
    );
}

#[test]
fn an_attribution_is_cut_out_with_when_and_where_it_was_made() {
    assert_quotes(
        "The truth, the senator said then, was that the fund had failed.",
        &[(Indirect, "The truth", "the senator"), (Indirect, "was that the fund had failed", "the senator")],
    );
    assert_quotes(
        "Several experts cautioned, as others did, that the plan might fail within a year.",
        &[(Indirect, "the plan might fail within a year", "Several experts")],
    );
}

#[test]
fn what_a_thing_is_called_and_called_for_is_reported() {
    assert_quotes(
        "The minister called climate change a hoax of foreign powers.",
        &[(Indirect, "climate change a hoax of foreign powers", "The minister")],
    );
    assert_quotes(
        "The council called for a moratorium on charter schools.",
        &[(Indirect, "a moratorium on charter schools", "The council")],
    );
}

#[test]
fn a_text_torn_behind_a_cue_has_no_clause() {
    for text in ["IN\" SAID WAS MO", "He SAID WAS", "said was on Monday"] {
        crate::extract::Extractor::new().extract(&crate::model::Article::from_text("a.txt", text));
    }
}

#[test]
fn what_happened_meanwhile_is_nobody_s_words() {
    for text in [
        "While some villagers welcomed the vote, others warned of trouble.",
        "When asked by a reporter whether he would resign, Roe said, “You tell me,” twice.",
        "In a picture of the letter Doe posted on Monday, he wrote: “We return your gift.”",
    ] {
        let got = quotes(text);
        assert!(got.iter().all(|(_, words, _)| !words.contains("welcomed") && !words.contains("asked")), "{got:?}");
        assert!(got.iter().all(|(_, words, _)| !words.contains("posted")), "{got:?}");
    }
}

#[test]
fn a_name_set_off_behind_a_description_speaks() {
    let text = "A veteran Harbour League lawmaker loyal to Ann Blake, Hector Vance, said the plan would fail.";
    let got = spoken(text);
    assert_eq!(got.first().map(|q| &q[1][..]), Some("Hector Vance"), "{got:?}");
}

#[test]
fn marks_within_a_reported_clause_are_its_speaker_s() {
    let text = "The rebel spokesman Karim Hale said that the fighters had been sent “to destroy the bridge,” Reuters reported.";
    let got = spoken(text);
    let inner = got.iter().find(|q| q[0].starts_with("to destroy"));
    assert_eq!(inner.map(|q| &q[1][..]), Some("Karim Hale"), "{got:?}");
}

#[test]
fn a_second_attribution_is_no_quote() {
    let text = "The fighters were sent to the bridge, Karim Hale said, Reuters reported.";
    assert!(quotes(text).iter().all(|(_, words, _)| words != "Reuters reported"), "{:?}", quotes(text));
}

#[test]
fn a_clause_ends_where_somebody_else_speaks_or_is_likened() {
    assert_quotes(
        "Several miners said the plan was good, while other villagers said they feared for their wells.",
        &[
            (Indirect, "the plan was good", "Several miners"),
            (Indirect, "they feared for their wells", "other villagers"),
        ],
    );
    assert_quotes(
        "Jane Doe said she would not pay, as have others in the town.",
        &[(Indirect, "she would not pay", "Jane Doe")],
    );
}
