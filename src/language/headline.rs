//! Verbs of headlines.
//!
//! "UN Condemns North Korea's Missile Test": where every word has a capital, a tagger takes verbs for names.
//! Words that read as finite verbs once the line is in small letters are read so, the others as they are
//! written, so that names stay names.

use super::Analysis;
use super::features::{Features, Word};
use super::tagger::{Tagger, Tags};
use super::tags::Xpos;

/// Fewer words of four letters make no headline.
const FEWEST: usize = 3;
/// More tokens make no headline.
const MOST: usize = 30;
/// Fillers before the first word of a padded sentence.
const BEFORE: usize = 2;

/// Tags a headline anew with its verbs in small letters; `words` and `tags` are those of sentence `s` as it is
/// written, padded. Does nothing for other sentences.
pub(super) fn read_verbs(
    a: &Analysis<'_>,
    s: usize,
    tagger: &Tagger,
    words: &mut [Word],
    tags: &mut Tags,
    features: &mut Features,
) {
    if !is_headline(a, s) {
        return;
    }
    let run = a.sentences()[s].tokens.clone();
    let mut small = words.to_vec();
    for (word, i) in small[BEFORE..].iter_mut().zip(run.clone()) {
        *word = tagger.word(a.lower(i), a.lower(i));
    }
    let mut lowered = Tags::default();
    tagger.tag(&small, &mut lowered, features);
    let is = |tag: u8, of: &[Xpos]| of.contains(&tagger.pair(tag).1);
    let mut any = false;
    for k in BEFORE + 1..BEFORE + run.len() {
        if is(tags.first[k], &[Xpos::Nnp, Xpos::Nnps]) && is(lowered.first[k], &[Xpos::Vbz, Xpos::Vbp, Xpos::Vbd]) {
            words[k] = small[k];
            any = true;
        }
    }
    if any {
        tagger.tag(words, tags, features);
    }
}

/// True for a line whose longer words nearly all begin with a capital and that ends without a full stop.
fn is_headline(a: &Analysis<'_>, s: usize) -> bool {
    let run = a.sentences()[s].tokens.clone();
    if run.len() > MOST || run.clone().next_back().is_some_and(|i| matches!(a.word(i), "." | ":" | ";")) {
        return false;
    }
    // articles, prepositions and conjunctions are small in many styles
    let longer = |i: &usize| a.word(*i).len() > 3 && a.word(*i).starts_with(char::is_alphabetic);
    let words = run.clone().filter(longer).count();
    let capitals = run.filter(longer).filter(|&i| a.word(i).starts_with(char::is_uppercase)).count();
    words >= FEWEST && capitals * 10 >= words * 9
}

#[cfg(test)]
mod tests {
    use super::super::Analyser;
    use super::super::tags::Upos;

    #[test]
    fn verbs_of_headlines_are_verbs_and_names_names() {
        let a = Analyser::new().analyse("UN Condemns North Korea's Firing of Missile\n\nIt was on Monday.");
        let tag = |word: &str| (0..a.tokens().len()).find(|&i| a.word(i) == word).map(|i| a.upos(i));
        assert_eq!(tag("Condemns"), Some(Upos::Verb));
        assert_eq!(tag("Korea"), Some(Upos::Propn));
    }
}
