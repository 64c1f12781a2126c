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
    assert_quotes("The radio quoted John Roe as saying: “I will not go.”", &[(Direct, "I will not go.", "Roe")]);
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
