//! Whether a speech took place: it is not negated, asked about, wished or supposed.

use crate::extract::attribution::cues::Standing;
use crate::extract::attribution::scene::Scene;
use crate::language::{Deprel, Xpos};
use crate::lexicon::speech;
use crate::lexicon::speech::Word;
use crate::rules;

/// Whether what verb `i` reports was said, by the words around it.
pub(crate) fn standing(scene: &Scene<'_, '_>, i: usize, speaker: Option<usize>) -> Standing {
    let a = scene.analysis;
    let unsaid = is_negated(scene, i)
        || speaker.is_some_and(|s| {
            matches!(a.lower(s), "nobody" | "none" | "neither")
                || a.children(s).any(|c| a.lower(c) == "no" || a.lower(c) == "neither")
        })
        || is_asked(scene, i)
        // "stopped short of accusing"
        || i > 1 && a.lower(i - 1) == "of" && a.lower(i - 2) == "short"
        || governing(scene, i).is_some_and(|h| speech::is(Word::Unsays, a.lemma(h)) || is_negated(scene, h));
    if !unsaid {
        return Standing::Said;
    }
    a.fired(&rules::attribution::UNSAID, a.span(i));
    Standing::Unsaid
}

/// The verb that an infinitive or gerund hangs on, be it joined to another one: "declined to
/// threaten or even declare".
fn governing(scene: &Scene<'_, '_>, i: usize) -> Option<usize> {
    let a = scene.analysis;
    let joined = a.deprel(i) == Deprel::Conj && matches!(a.xpos(i), Xpos::Vb | Xpos::Vbg);
    let i = if joined { a.head(i)? } else { i };
    (matches!(a.deprel(i), Deprel::Xcomp | Deprel::Ccomp) && matches!(a.xpos(i), Xpos::Vb | Xpos::Vbg))
        .then(|| a.head(i))
        .flatten()
}

fn is_negated(scene: &Scene<'_, '_>, i: usize) -> bool {
    let a = scene.analysis;
    let word = |k: usize| matches!(a.lower(k), "not" | "n't" | "never" | "nor");
    a.children(i).any(|c| c < i && word(c))
        || (i.saturating_sub(2)..i).any(|k| word(k) && a.sentence_of(k) == a.sentence_of(i))
}

/// "Did he say …?": an auxiliary before the subject, or "if he says".
fn is_asked(scene: &Scene<'_, '_>, i: usize) -> bool {
    let a = scene.analysis;
    let subject = a.child(i, &[Deprel::Nsubj]);
    let inverted = subject.is_some_and(|s| a.children_by(i, &[Deprel::Aux]).any(|x| x < s && s < i));
    inverted || a.children_by(i, &[Deprel::Mark]).any(|m| m < i && matches!(a.lower(m), "if" | "unless" | "whether"))
}
