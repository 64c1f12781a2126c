//! Direct speech: which quotations are somebody's words, and whose.
//!
//! Each quotation looks for its cue after itself, before itself, at its sentence's end, and then
//! takes over from its neighbours. What finds none is a quote nobody owns where it is long or a
//! sentence of its own, and no quote at all where it is a word held at arm's length or a title.

use crate::model::RuleRef;
use crate::rules;
use std::ops::Range;

use crate::extract::attribution::cues::{Cue, Standing};
use crate::extract::attribution::scene::{Scene, Speech};
use crate::extract::attribution::words::SpeechWords;
use crate::extract::attribution::{beside, inherit, works};
use crate::extract::layout::Block;
use crate::language::{Upos, Xpos};
use crate::lexicon::speech::Complement;

/// A quotation of fewer words needs a cue to be a quote.
const SPEAKS_FOR_ITSELF: usize = 4;

/// Who said a quotation, and which words say so.
#[derive(Clone, Debug, Default)]
pub struct Attribution {
    /// Head of the speaker's noun phrase.
    pub speaker: Option<usize>,
    /// Its tokens.
    pub speaker_tokens: Range<usize>,
    /// The cue's tokens; empty where there is none.
    pub cue: Range<usize>,
    /// Head of the noun phrase spoken to.
    pub addressee: Option<usize>,
    /// The rule that decided.
    pub rule: RuleRef,
}

impl Attribution {
    /// By a cue of the article.
    pub fn by_cue(cue: &Cue, rule: RuleRef) -> Self {
        Self {
            speaker: cue.speaker,
            speaker_tokens: cue.speaker_tokens.clone(),
            cue: cue.tokens.clone(),
            addressee: cue.addressee,
            rule,
        }
    }

    /// By a noun phrase with no cue.
    pub fn by_phrase(scene: &Scene<'_, '_>, head: usize, rule: RuleRef) -> Self {
        Self { speaker: Some(head), speaker_tokens: scene.noun_phrase(head), cue: 0..0, addressee: None, rule }
    }

    /// The same speaker by another rule.
    pub fn inherited(&self, rule: RuleRef) -> Self {
        Self { rule, ..self.clone() }
    }
}

/// What became of a quotation.
#[derive(Clone, Debug)]
pub enum Verdict {
    /// A quote with its speaker.
    Said(Attribution),
    /// A quote of an unknown speaker.
    Unattributed,
    /// No quote: a title, a word held at arm's length.
    NotSpeech,
}

impl Verdict {
    /// The attribution, where there is a speaker.
    pub fn attribution(&self) -> Option<&Attribution> {
        match self {
            Self::Said(a) => Some(a),
            _ => None,
        }
    }
}

/// Judges every top-level quotation, in order.
pub fn judge(scene: &Scene<'_, '_>, cues: &[Cue]) -> Vec<Verdict> {
    let mut verdicts: Vec<Verdict> = Vec::with_capacity(scene.speeches.len());
    for k in 0..scene.speeches.len() {
        let verdict = own(scene, cues, k).unwrap_or_else(|| without_cue(scene, cues, k, &verdicts));
        verdicts.push(verdict);
    }
    inherit::backwards(scene, &mut verdicts);
    verdicts
}

/// The verdict by a cue in the quotation's own sentence.
fn own(scene: &Scene<'_, '_>, cues: &[Cue], k: usize) -> Option<Verdict> {
    let speech = &scene.speeches[k];
    if !scene.is_read(speech.paragraph) {
        return Some(Verdict::NotSpeech);
    }
    if let Some(by) = beside::list_item(scene, speech) {
        return Some(Verdict::Said(by));
    }
    let around = Around::new(scene, k);
    let heading = scene.layout.block(speech.paragraph) == Block::Title;
    if !heading && works::is_title(scene, speech, &around) {
        scene.analysis.fired(&rules::attribution::TITLE_OF_WORK, speech.quotation.outer);
        return Some(Verdict::NotSpeech);
    }
    let before = before(scene, cues, &around, speech);
    if is_attribute(scene, speech, &around) && !matches!(before, Some(Before { tie: Tie::Introduced, .. })) {
        scene.analysis.fired(&rules::attribution::NAME_OF_A_NOUN, speech.quotation.outer);
        return Some(Verdict::NotSpeech);
    }
    let after = after(scene, cues, &around).filter(|_| {
        !introduced_and_over(scene, before.as_ref(), &around) && !is_within_clause(scene, before.as_ref(), speech)
    });
    let words = scene.word_count(speech.tokens.clone());
    if let Some(after) = after {
        return Some(Verdict::Said(after));
    }
    if let Some(before) = before {
        let scare = words < SPEAKS_FOR_ITSELF && before.tie == Tie::Thing;
        return Some(if scare { few_words(scene, speech) } else { Verdict::Said(before.attribution) });
    }
    if let Some(last) = closing(scene, cues, &around) {
        return Some(Verdict::Said(last));
    }
    if words >= SPEAKS_FOR_ITSELF
        && let Some(by) = beside::before(scene, &around)
    {
        return Some(Verdict::Said(by));
    }
    if heading { beside::headline(scene, speech).map(Verdict::Said) } else { None }
}

/// He tweeted: "Q." · He tweeted: "Q!" He added that …: what follows speaks of something else.
fn introduced_and_over(scene: &Scene<'_, '_>, before: Option<&Before>, around: &Around) -> bool {
    let introduced = before.is_some_and(|b| b.tie == Tie::Introduced);
    let next = around.after.start;
    let another = next < around.after.end && scene.analysis.word(next).starts_with(char::is_uppercase);
    introduced && (around.stops || around.cries && another)
}

/// X said that they were sent "to fight," Y reported: words within the clause that X said are X's.
fn is_within_clause(scene: &Scene<'_, '_>, before: Option<&Before>, speech: &Speech) -> bool {
    let a = scene.analysis;
    let fragment = speech.quotation.inner.of(scene.text()).starts_with(char::is_lowercase);
    before.filter(|_| fragment).is_some_and(|b| {
        let between = b.attribution.cue.end..speech.tokens.start;
        b.tie == Tie::Clause
            && between.len() > 1
            && !between
                .into_iter()
                .any(|i| scene.is_outside(i) && matches!(a.word(i), "," | ";" | ":" | "—" | "–" | "--"))
    })
}

/// «a "skinny" deal»: a few words in marks before the noun they describe are a name for it.
fn is_attribute(scene: &Scene<'_, '_>, speech: &Speech, around: &Around) -> bool {
    const MOST_WORDS: usize = 5;
    let a = scene.analysis;
    let next = around.after.start;
    let noun =
        next < around.after.end && matches!(a.upos(next), Upos::Noun | Upos::Propn) && !around.comma && !around.stops;
    noun && scene.word_count(speech.tokens.clone()) <= MOST_WORDS && !around.before.is_empty()
}

fn without_cue(scene: &Scene<'_, '_>, cues: &[Cue], k: usize, so_far: &[Verdict]) -> Verdict {
    let speech = &scene.speeches[k];
    let around = Around::new(scene, k);
    let words = scene.word_count(speech.tokens.clone());
    let sentence = around.is_sentence(scene);
    if words < SPEAKS_FOR_ITSELF && !sentence && !speech.quotation.continues {
        return few_words(scene, speech);
    }
    match inherit::forwards(scene, cues, k, &around, so_far) {
        Some(attribution) => Verdict::Said(attribution),
        None if words < SPEAKS_FOR_ITSELF => few_words(scene, speech),
        None => Verdict::Unattributed,
    }
}

/// A few words that nobody is known to have said are no quote.
fn few_words(scene: &Scene<'_, '_>, speech: &Speech) -> Verdict {
    scene.analysis.fired(&rules::attribution::FEW_WORDS, speech.quotation.outer);
    Verdict::NotSpeech
}

/// The words outside marks on both sides of a quotation, within its sentence.
#[derive(Debug)]
pub struct Around {
    /// From the sentence's beginning, or the quotation before, to the opening mark.
    pub before: Range<usize>,
    /// From the closing mark to the sentence's end, or the next quotation.
    pub after: Range<usize>,
    /// True where the words within end a sentence.
    pub stops: bool,
    /// True where the words within end with a question or exclamation mark.
    pub cries: bool,
    /// True where the words within end with a comma.
    pub comma: bool,
    /// True where the words after the closing mark go on with the sentence.
    pub goes_on: bool,
}

impl Around {
    /// Looks around speech `k`.
    pub fn new(scene: &Scene<'_, '_>, k: usize) -> Self {
        let a = scene.analysis;
        let speech = &scene.speeches[k];
        let (first, end) = (speech.tokens.start, speech.tokens.end);
        let paragraph = scene.paragraph(speech.paragraph);
        let left = k.checked_sub(1).map_or(0, |p| scene.speeches[p].tokens.end);
        let before = scene.sentence_around(first).start.max(left).max(paragraph.start).min(first)..first;
        let inner = speech.quotation.inner.of(scene.text());
        let last = inner.trim_end_matches(['\'', '"', '’', '”', ' ']).chars().next_back();
        let stops = matches!(last, Some('.' | '…'));
        let right = scene.speeches.get(k + 1).map_or(usize::MAX, |n| n.tokens.start);
        let mut after = end..end;
        let mut goes_on = false;
        if end < a.tokens().len() && a.paragraph_of(end) == a.paragraph_of(end - 1) {
            let same = a.sentence_of(end) == a.sentence_of(end - 1);
            goes_on = a.word(end).starts_with(char::is_lowercase);
            // "Q." — Jane Doe: a signature stands as a sentence of its own
            let signed = matches!(a.word(end), "-" | "--" | "—" | "–" | "―");
            if same || goes_on || signed || !stops {
                after.end = scene.sentence_around(end).end.min(right).max(end);
            }
        }
        let cries = matches!(last, Some('!' | '?'));
        Self { before, after, stops, cries, comma: last == Some(','), goes_on }
    }

    /// True where the quotation is a sentence of its own: nothing before it, nothing after it.
    pub fn is_sentence(&self, scene: &Scene<'_, '_>) -> bool {
        scene.word_count(self.before.clone()) == 0 && scene.word_count(self.after.clone()) == 0
    }

    /// True where no word of its sentence stands before the quotation.
    pub fn begins_sentence(&self, scene: &Scene<'_, '_>) -> bool {
        scene.word_count(self.before.clone()) == 0
    }
}

/// "Q," said X · "Q," X said · "Q?" X, the minister, asked · "Q" — X
fn after(scene: &Scene<'_, '_>, cues: &[Cue], around: &Around) -> Option<Attribution> {
    let after = around.after.clone();
    if let Some(found) = beside::signature(scene, around) {
        return Some(found);
    }
    if around.stops && !around.goes_on {
        return None;
    }
    let cue = in_range(cues, &after)
        .first()
        .filter(|c| c.standing == Standing::Said && scene.analysis.xpos(c.at) != Xpos::Vb);
    if let Some(cue) = cue
        && let Some(speaker) = cue.speaker
        && after.contains(&speaker)
    {
        let starts = cue.group().start.max(after.start);
        let gap = after.start..starts.min(cue.at);
        // "Q!" He added that …: a clause of its own is what was added
        let own_clause = around.cries && !around.goes_on && {
            let next = cue.group().end.max(cue.tokens.end);
            next < after.end && scene.analysis.lower(next) == "that"
        };
        let quoted_by = || (gap.start..cue.at).any(|i| matches!(scene.analysis.lemma(i), "quote" | "cite"));
        let near = gap.clone().all(|i| scene.is_punct(i) || is_light(scene, i)) || quoted_by();
        if scene.word_count(gap.clone()) <= 3 && near && !own_clause {
            let rule = if cue.is_inverted() {
                &rules::attribution::QUOTE_SAID_SPEAKER
            } else {
                &rules::attribution::QUOTE_SPEAKER_SAID
            };
            return Some(Attribution::by_cue(cue, rule));
        }
    }
    beside::after(scene, &after, around)
}

/// Words that may stand between a quotation and its cue ("as", "then", "also").
fn is_light(scene: &Scene<'_, '_>, i: usize) -> bool {
    let a = scene.analysis;
    matches!(a.upos(i), Upos::Adv | Upos::Aux | Upos::Sconj) || matches!(a.lower(i), "and" | "but")
}

/// How a cue before a quotation is tied to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tie {
    /// A comma, a colon or "that" stands between: the quotation is what was said.
    Introduced,
    /// The quotation is part of a clause that was said.
    Clause,
    /// The quotation is what a thing was called, or part of a thing said.
    Part,
    /// The quotation is part of a thing spoken about.
    Thing,
}

struct Before {
    attribution: Attribution,
    tie: Tie,
}

/// X said: "Q" · X told Y that "Q" · X called it "Q" · X said he was "Q"
fn before<'c>(scene: &Scene<'_, '_>, cues: &'c [Cue], around: &Around, speech: &Speech) -> Option<Before> {
    let a = scene.analysis;
    let first = speech.tokens.start;
    let whole = scene.sentence_around(first).start.max(scene.paragraph(speech.paragraph).start)..first;
    let near = in_range(cues, &around.before);
    // A cue further left reaches over a quotation between only with a clause or a list of parts.
    let all = in_range(cues, &whole);
    let touches = |c: &&Cue| c.speaker.is_some() && (c.group().end.max(c.tokens.end)..first).all(|i| scene.is_punct(i));
    let holds = |c: &&Cue| a.subtree(c.at).contains(&first) && c.speaker.is_some();
    // With no comma between, the last cue has the word, whatever the tree hangs where.
    let direct = |c: &&Cue| {
        touches(c) || c.speaker.is_some() && !(c.tokens.end..first).any(|i| scene.is_outside(i) && a.word(i) == ",")
    };
    let choose =
        |cues: &'c [Cue]| cues.last().filter(direct).or_else(|| cues.iter().rev().find(holds)).or_else(|| cues.last());
    let cue = choose(near).or_else(|| choose(all));
    let Some(cue) = cue else { return label(scene, around) };
    if cue.standing == Standing::Unsaid || cue.speaker.is_none() {
        return None;
    }
    let between = cue.group().end.max(cue.tokens.end).min(first)..first;
    let last = (whole.start..first).rev().find(|&i| !is_emphasis(a.word(i)))?;
    let introduced = matches!(a.word(last), ":" | ",")
        || a.lower(last) == "that"
        || between.clone().all(|i| scene.is_punct(i)) && !cue.frame.takes(Complement::Distant);
    let clause = between.clone().any(|i| scene.is_outside(i) && (scene.is_finite(i) || a.lower(i) == "that"));
    let called = cue.frame.takes(Complement::Call)
        || cue.frame.takes(Complement::As) && between.clone().any(|i| a.lower(i) == "as")
        || between.clone().any(|i| a.xpos(i) == Xpos::To);
    let heading = scene.layout.block(speech.paragraph) == Block::Title;
    let (tie, rule) = if introduced && !clause {
        (Tie::Introduced, &rules::attribution::SPEAKER_SAID_QUOTE)
    } else if clause {
        (Tie::Clause, &rules::attribution::PART_OF_CLAUSE)
    } else if called {
        (Tie::Part, &rules::attribution::CALLED)
    } else if heading || !cue.frame.takes(Complement::Distant) {
        (Tie::Part, &rules::attribution::PART_OF_OBJECT)
    } else {
        (Tie::Thing, &rules::attribution::PART_OF_OBJECT)
    };
    Some(Before { attribution: Attribution::by_cue(cue, rule), tie })
}

/// Marks of Markdown's bold and italic print.
pub fn is_emphasis(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|b| matches!(b, b'*' | b'_'))
}

/// NAME: "Q"
fn label(scene: &Scene<'_, '_>, around: &Around) -> Option<Before> {
    let a = scene.analysis;
    let last = around.before.clone().rev().find(|&i| !is_emphasis(a.word(i)))?;
    if a.word(last) != ":" {
        return None;
    }
    let words = around.before.start..last;
    let begins = scene.word_count(scene.paragraph(a.paragraph_of(last)).start..words.start) == 0;
    let verbless = begins && !words.clone().any(|i| matches!(a.upos(i), Upos::Verb | Upos::Aux));
    let name = |i: &usize| matches!(a.upos(*i), Upos::Propn);
    // "Holt in Leeds: 'Q'", "Cole attacks Kerr: 'Q'": whoever the line begins with, not whom or what it goes on with
    let elsewhere = |i: &usize| {
        a.word(*i).starts_with(char::is_lowercase)
            && (a.upos(*i) == Upos::Noun || SpeechWords::WhereSaid.has(a.lower(*i)))
    };
    let opening = words.clone().take_while(|i| !elsewhere(i)).filter(name).last();
    let head = opening.or_else(|| words.clone().rev().find(name))?;
    (verbless && words.len() <= 12).then(|| Before {
        attribution: Attribution::by_phrase(scene, head, &rules::attribution::LABEL),
        tie: Tie::Introduced,
    })
}

/// The move was "unfair" and wrong, X said.
fn closing(scene: &Scene<'_, '_>, cues: &[Cue], around: &Around) -> Option<Attribution> {
    let a = scene.analysis;
    let start = around.after.start;
    if start >= a.tokens().len() || around.after.is_empty() {
        return None;
    }
    let rest = start..scene.sentence_around(start).end;
    let said = |c: &&Cue| c.standing == Standing::Said && c.speaker.is_some() && a.xpos(c.at) != Xpos::Vb;
    let cue = in_range(cues, &rest).iter().find(said)?;
    let group = cue.group();
    let before = group.start.checked_sub(1).filter(|i| *i >= start)?;
    let parenthetical =
        a.word(before) == "," || a.word(before) == "—" || a.word(before) == "-" || !scene.is_outside(before);
    let ends = !(cue.tokens.end..rest.end)
        .any(|i| scene.is_outside(i) && i > group.end && scene.is_finite(i) && a.is_under(i, cue.at));
    (parenthetical && ends || cue.kind == crate::extract::attribution::cues::CueKind::According)
        .then(|| Attribution::by_cue(cue, &rules::attribution::SENTENCE_SPEAKER_SAID))
}

/// The cues whose verbs stand in a run of tokens.
pub fn in_range<'c>(cues: &'c [Cue], tokens: &Range<usize>) -> &'c [Cue] {
    let from = cues.partition_point(|c| c.at < tokens.start);
    let to = cues.partition_point(|c| c.at < tokens.end);
    &cues[from..to.max(from)]
}
