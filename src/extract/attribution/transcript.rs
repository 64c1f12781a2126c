//! Transcripts: "PRESIDENT TRUMP: …", "Q: …", each turn the words of the speaker before the colon.

use std::ops::Range;

use crate::extract::attribution::scene::Scene;
use crate::extract::attribution::words::SpeechWords;
use crate::extract::layout::Block;
use crate::language::Upos;
use crate::lexicon::speech;

/// A label has at most so many words.
const LABEL_WORDS: usize = 5;
/// So many labelled turns make a transcript; fewer do where the label is an office.
const FEWEST_TURNS: usize = 3;

/// One paragraph of a turn.
#[derive(Clone, Debug)]
pub struct Turn {
    /// The tokens of the label.
    pub label: Range<usize>,
    /// The tokens said.
    pub tokens: Range<usize>,
    /// Its paragraph.
    pub paragraph: usize,
    /// True for the paragraphs of a turn after its first.
    pub continues: bool,
}

/// The turns of a transcript; empty for an article that is none.
pub fn turns(scene: &Scene<'_, '_>) -> Vec<Turn> {
    let labels: Vec<Option<Range<usize>>> = (0..scene.analysis.paragraphs().len()).map(|p| label(scene, p)).collect();
    let office = |l: &Range<usize>| l.clone().any(|i| SpeechWords::LabelOffices.has(scene.analysis.word(i)));
    let words = |l: &Range<usize>| scene.analysis.span_of(l.clone()).of(scene.text());
    let mut speakers: Vec<&str> = labels.iter().flatten().map(words).collect();
    let count = speakers.len();
    speakers.sort_unstable();
    speakers.dedup();
    // Speakers take turns; headings in capitals come once each.
    let alternate = count >= FEWEST_TURNS && speakers.len() >= 2 && speakers.len() < count;
    if !alternate && !labels.iter().flatten().any(office) {
        return Vec::new();
    }
    let mut turns: Vec<Turn> = Vec::new();
    // The last paragraph that belongs to the turn at hand, and one past the last that may.
    let (mut reached, mut end) = (0, 0);
    let starts: Vec<usize> = (0..labels.len()).filter(|&p| labels[p].is_some()).collect();
    let mut next = starts.iter().copied().skip(1);
    for (p, own) in labels.into_iter().enumerate() {
        if own.is_some() {
            end = speech_end(scene, p + 1..next.next().unwrap_or(scene.analysis.paragraphs().len()));
        }
        let tokens = scene.paragraph(p);
        let (label, start, continues) = match own {
            Some(label) => (label.clone(), after_label(scene, label.end), false),
            None => match turns.last() {
                Some(last) if scene.layout.block(p) == Block::Body && reached + 1 == p && p < end => {
                    (last.label.clone(), tokens.start, true)
                }
                _ => continue,
            },
        };
        let spoken = without_marks(scene, start.min(tokens.end)..tokens.end);
        // "(Applause.)", "END 2:15 P.M. EST"
        let aside = scene.analysis.word(tokens.start).starts_with(['(', '['])
            && scene.is_punct(tokens.end - 1)
            && scene.word_count(tokens.clone()) <= 4;
        if aside && continues {
            reached = p;
            continue;
        }
        reached = p;
        turns.push(Turn { label, tokens: spoken, paragraph: p, continues });
    }
    turns.retain(|t| scene.word_count(t.tokens.clone()) > 0);
    turns
}

/// One past the last of some paragraphs without a label that goes on with the turn before them. A turn
/// that an article quotes ends where the article tells on: where words in marks have their speaker, or
/// where nobody says "I", "we" or "you" any more.
fn speech_end(scene: &Scene<'_, '_>, paragraphs: Range<usize>) -> usize {
    const FEW: usize = 12;
    let told = { paragraphs.clone() }.find(|&p| has_its_speaker(scene, p)).unwrap_or(paragraphs.end);
    let spoken = |p: &usize| {
        let tokens = scene.paragraph(*p);
        scene.word_count(tokens.clone()) < FEW && told == paragraphs.end
            || tokens.into_iter().any(|i| scene.is_outside(i) && is_first_or_second_person(scene.analysis.lower(i)))
    };
    (paragraphs.start..told).rev().find(spoken).map_or(paragraphs.start, |p| p + 1)
}

fn is_first_or_second_person(lower: &str) -> bool {
    SpeechWords::Conversation.has(lower)
}

/// "“Q,” Doe said" in a paragraph: the article tells, nobody speaks on.
fn has_its_speaker(scene: &Scene<'_, '_>, p: usize) -> bool {
    const NEAR: usize = 5;
    let (a, tokens) = (scene.analysis, scene.paragraph(p));
    let from = scene.speeches.partition_point(|s| s.paragraph < p);
    scene.speeches[from..].iter().take_while(|s| s.paragraph == p).any(|s| {
        let beside = s.tokens.end..(s.tokens.end + NEAR).min(tokens.end);
        let says = |i: &usize| a.upos(*i) == Upos::Verb && speech::verb(a.lemma(*i)).is_some();
        beside.clone().any(|i| says(&i)) && beside.into_iter().any(|i| a.upos(i) == Upos::Propn)
    })
}

/// A turn without the marks that some sites put around each.
fn without_marks(scene: &Scene<'_, '_>, mut tokens: Range<usize>) -> Range<usize> {
    let mark = |i: usize| matches!(scene.analysis.word(i), "\"" | "“" | "”" | "*" | "**" | "_");
    while tokens.start < tokens.end && mark(tokens.start) {
        tokens.start += 1;
    }
    while tokens.start < tokens.end && mark(tokens.end - 1) {
        tokens.end -= 1;
    }
    tokens
}

fn after_label(scene: &Scene<'_, '_>, end: usize) -> usize {
    if scene.analysis.tokens().get(end).is_some() && scene.analysis.word(end) == ":" { end + 1 } else { end }
}

/// The label a paragraph begins with: words in capitals before a colon, or "Q" alone.
fn label(scene: &Scene<'_, '_>, p: usize) -> Option<Range<usize>> {
    let a = scene.analysis;
    if !scene.is_read(p) {
        return None;
    }
    let mut tokens = scene.paragraph(p);
    while tokens.start < tokens.end && matches!(a.word(tokens.start), "\"" | "“" | "*" | "**" | "_") {
        tokens.start += 1;
    }
    let first = tokens.start;
    if tokens.len() > 1 && a.word(first) == "Q" && !matches!(a.word(first + 1), "'s" | "." | "&") {
        return Some(first..first + 1);
    }
    let colon = tokens.clone().take(LABEL_WORDS + 4).find(|&i| a.word(i) == ":")?;
    let words = first..colon;
    let shouted = words.clone().all(|i| {
        let w = a.word(i);
        scene.is_punct(i) || !w.contains(char::is_lowercase) || SpeechWords::LabelSmallLetters.has(w)
    });
    let letters = words.clone().any(|i| a.word(i).chars().filter(|c| c.is_uppercase()).count() >= 2);
    // "ENDING SOMETHING BAD: Today …" is a heading run into its paragraph.
    let doing = words.clone().any(|i| a.word(i).len() > 5 && a.word(i).ends_with("ING"));
    let turn = shouted && letters && !doing && scene.word_count(words.clone()) <= LABEL_WORDS && colon + 1 < tokens.end;
    turn.then_some(words)
}

#[cfg(test)]
mod tests {
    use crate::extract::attribution::transcript::*;
    use crate::extract::layout::Layout;
    use crate::language::AnalysisBuilder;

    fn read(text: &str) -> Vec<(String, String)> {
        let analysis = AnalysisBuilder::new(text).finish();
        let layout = Layout::default();
        let scene = Scene::new(&analysis, &layout, &[]);
        let words = |r: &Range<usize>| analysis.span_of(r.clone()).of(text).to_owned();
        turns(&scene).iter().map(|t| (words(&t.label), words(&t.tokens))).collect()
    }

    #[test]
    fn every_paragraph_of_a_turn_is_its_speakers() {
        let text =
            "MS. DOE: Good morning.\n\nI have news.\n\n(Laughter.)\n\nAnd more.\n\nQ   When?\n\nMR. O’ROE: Soon.";
        let got = read(text);
        let got: Vec<_> = got.iter().map(|(l, t)| (l.as_str(), t.as_str())).collect();
        assert_eq!(
            got,
            [
                ("MS. DOE", "Good morning."),
                ("MS. DOE", "I have news."),
                ("MS. DOE", "And more."),
                ("Q", "When?"),
                ("MR. O’ROE", "Soon.")
            ]
        );
    }

    #[test]
    fn a_turn_that_an_article_quotes_ends_where_the_article_tells_on() {
        let text = "Reporters asked about the talks.\n\nQ: Will he go?\n\nMS. DOE: We will see. I have no news for \
                    you.\n\nThe talks in Paris had been called off twice before the two ministers agreed to meet on \
                    Monday, officials said.\n\nThe ministry in Paris declined to comment on the plans that were \
                    reported by a newspaper.";
        let got: Vec<_> = read(text).into_iter().map(|(l, _)| l).collect();
        assert_eq!(got, ["Q", "MS. DOE"]);
    }

    #[test]
    fn a_word_in_capitals_before_a_colon_makes_no_transcript() {
        assert!(read("UPDATE: The talks have ended.\n\nThe envoy left.\n\nNOTE: This is a draft.").is_empty());
        assert_eq!(read("THE PRESIDENT: Welcome.\n\nLet me begin.").len(), 2);
    }
}
