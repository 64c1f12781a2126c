//! Titles of works between quotation marks: "The Tale of Two Cities" is nobody's words.

use crate::extract::attribution::direct::Around;
use crate::extract::attribution::scene::{Scene, Speech};
use crate::extract::attribution::words::SpeechWords;
use crate::language::{Upos, Xpos};

/// True where a quotation reads like a work's title and stands where one would.
pub fn is_title(scene: &Scene<'_, '_>, speech: &Speech, around: &Around) -> bool {
    let words: Vec<usize> = speech.tokens.clone().filter(|&i| !scene.is_punct(i)).collect();
    if !is_title_case(scene, &words) {
        return false;
    }
    // A paragraph of nothing but a title is a heading.
    let alone = scene.word_count(scene.paragraph(speech.paragraph)) == words.len();
    if alone && words.len() > 1 {
        return speech.quotation.outer.of(scene.text()).starts_with(['\'', '‘']);
    }
    (words.len() > 1 || !around.stops) && introduces_title(scene, around)
}

/// Every longer word begins with a capital, and not all are shouted.
fn is_title_case(scene: &Scene<'_, '_>, words: &[usize]) -> bool {
    let a = scene.analysis;
    let capital = |i: usize| a.word(i).starts_with(|c: char| c.is_uppercase() || c.is_numeric());
    let shouted = |i: usize| a.word(i).chars().count() > 1 && !a.word(i).contains(char::is_lowercase);
    !words.is_empty()
        && words.len() <= 12
        && words.iter().all(|&i| capital(i) || a.word(i).chars().count() < 4 || a.lower(i).starts_with('\''))
        && capital(words[0])
        && !(words.len() > 1 && words.iter().all(|&i| shouted(i)))
}

/// A noun, a preposition or an article before a title holds it as a thing of the sentence.
fn introduces_title(scene: &Scene<'_, '_>, around: &Around) -> bool {
    let a = scene.analysis;
    let Some(last) = around.before.clone().rev().find(|&i| a.word(i) != ":") else { return false };
    // "an order titled 'The Long Way Home'"
    if a.xpos(last) == Xpos::Vbn && matches!(a.lower(last), "titled" | "entitled" | "headlined" | "named") {
        return true;
    }
    match a.upos(last) {
        Upos::Adp => a.lower(last) != "as",
        Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn | Upos::Num | Upos::Cconj => true,
        Upos::Part => a.lower(last) == "'s",
        Upos::Pron => a.xpos(last) == Xpos::PrpPoss,
        // "wrote “Rivers of Salt,” a memoir"; "wrote: “No Deal”" tells words
        Upos::Verb => last + 1 == around.before.end && SpeechWords::WorkVerbs.has(a.lower(last)),
        Upos::Punct => a.word(last) == "," && last > around.before.start && matches!(a.upos(last - 1), Upos::Noun),
        _ => false,
    }
}
