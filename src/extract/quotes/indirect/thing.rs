//! What is said with no clause: "urged them to leave", "called it unfair", "warned of trouble".

use super::Piece;
use super::end::end_of_clause;
use super::lead;
use crate::extract::quotes::cues::{Cue, CueKind};
use crate::extract::quotes::lexicon::Complement;
use crate::extract::quotes::scene::Scene;
use crate::language::{Deprel, Upos, Xpos};

/// "to" stands at most so many tokens behind whom somebody called on.
const LONGEST_ADDRESSEE: usize = 14;

/// "vowed to leave", "urged them to leave", "denied taking part", "his promise to leave"
pub fn infinitive(scene: &Scene<'_, '_>, cue: &Cue) -> Option<Piece> {
    let a = scene.analysis;
    let (own, other) = (cue.frame.takes(Complement::To), cue.frame.takes(Complement::ObjectTo));
    let gerund = cue.kind == CueKind::Verb && cue.frame.takes(Complement::Gerund);
    let x = a.children_by(cue.at, &[Deprel::Xcomp, Deprel::Ccomp, Deprel::Advcl, Deprel::Acl]).find(|&c| {
        c > cue.at
            && ((own || other) && a.children(c).any(|t| a.xpos(t) == Xpos::To)
                || gerund && a.xpos(c) == Xpos::Vbg && a.subtree(c).start == lead::behind(cue))
    })?;
    let object = a.child(cue.at, &[Deprel::Obj, Deprel::Iobj]).filter(|&o| o > cue.at && o < x);
    let start = match object {
        Some(o) if other => a.subtree(o).start,
        Some(_) => return None,
        None if own || gerund => a.subtree(x).start,
        None => return None,
    };
    let start = start.max(cue.tokens.end);
    // "vowed to 'fight on'" is told by its direct speech.
    if a.subtree(x).any(|i| !scene.is_outside(i)) {
        return None;
    }
    let rule = if a.xpos(x) == Xpos::Vbg { "speech-gerund" } else { "speaker-urged-to" };
    Some((start..end_of_clause(scene, cue, start, a.subtree(x).end), rule))
}

/// "called on them to leave"
pub fn called_on(scene: &Scene<'_, '_>, cue: &Cue) -> Option<Piece> {
    let a = scene.analysis;
    let end = scene.sentence_around(cue.at).end;
    let on = lead::behind(cue);
    if !cue.frame.takes(Complement::OnTo) || on + 2 >= end || !matches!(a.lower(on), "on" | "upon") {
        return None;
    }
    let to = (on + 2..end.min(on + LONGEST_ADDRESSEE)).find(|&i| a.xpos(i) == Xpos::To && scene.is_outside(i))?;
    let verb = (to + 1..end).take(2).find(|&i| a.xpos(i) == Xpos::Vb)?;
    let direct = (on..a.subtree(verb).end).any(|i| !scene.is_outside(i));
    (!direct)
        .then(|| (on + 1..end_of_clause(scene, cue, on + 1, a.subtree(verb).end.max(verb + 1)), "speaker-urged-to"))
}

/// What somebody is called, described as, or accused of.
pub fn thing(scene: &Scene<'_, '_>, cue: &Cue) -> Option<Piece> {
    let a = scene.analysis;
    let f = cue.frame;
    let object = a.child(cue.at, &[Deprel::Obj]).filter(|&o| o > cue.at)?;
    let end = end_of_phrases(scene, cue, object);
    let start = a.subtree(object).start.max(cue.tokens.end);
    // "called it 'unfair'" is told by its direct speech alone.
    let quoted = (start..end).any(|i| !scene.is_outside(i));
    let called = f.takes(Complement::Call) && called_what(scene, cue, object);
    let marker = |o: usize| {
        a.children_by(o, &[Deprel::Case, Deprel::Mark])
            .find(|&c| f.takes_preposition(a.lower(c)) || f.takes(Complement::As) && a.lower(c) == "as")
    };
    let tied = |k: usize| {
        a.children_by(k, &[Deprel::Obl, Deprel::Nmod, Deprel::Advcl, Deprel::Acl])
            .filter(|&o| o > object)
            .find_map(marker)
    };
    match tied(cue.at).or_else(|| tied(object)) {
        // "accused them of S": the charge is what is said.
        Some(m) if a.lower(m) == "of" => Some((m + 1..end.max(m + 1), "speech-charge")),
        Some(m) if a.lower(m) == "as" && !quoted => Some((start..end, "speech-object")),
        _ => (called && !quoted).then_some((start..end, "speech-object")),
    }
}

/// True where an object is followed by what it is called; "called Jane Doe" is a telephone's call.
fn called_what(scene: &Scene<'_, '_>, cue: &Cue, object: usize) -> bool {
    let a = scene.analysis;
    a.children(cue.at).any(|c| c > object && a.deprel(c) == Deprel::Xcomp && a.upos(c) != Upos::Propn)
}

/// The end of a verb's objects and obliques, up to the next clause or comma.
fn end_of_phrases(scene: &Scene<'_, '_>, cue: &Cue, object: usize) -> usize {
    let a = scene.analysis;
    let mut end = a.subtree(object).end;
    for c in a.children(cue.at).filter(|&c| c > object) {
        let part = a.subtree(c);
        let comma = part.start > 0 && (a.word(part.start) == "," || a.word(part.start - 1) == ",");
        if matches!(a.deprel(c), Deprel::Conj | Deprel::Parataxis | Deprel::Punct | Deprel::Cc) || comma {
            break;
        }
        end = end.max(part.end);
    }
    end_of_clause(scene, cue, object, end)
}

/// "called for a ban", "warned of trouble", "complained about the cold"
pub fn topic(scene: &Scene<'_, '_>, cue: &Cue) -> Option<Piece> {
    let a = scene.analysis;
    if !cue.frame.takes(Complement::Preposition) {
        return None;
    }
    // "called for S", whatever the tree makes of "for".
    let next = cue.at + 1;
    if next + 1 < scene.sentence_around(cue.at).end
        && cue.frame.takes_preposition(a.lower(next))
        && scene.is_outside(next + 1)
        && !scene.is_punct(next + 1)
    {
        return Some((next + 1..end_of_phrases(scene, cue, next + 1), "speech-topic"));
    }
    let (o, case) = a.children_by(cue.at, &[Deprel::Obl, Deprel::Advcl]).filter(|&o| o > cue.at).find_map(|o| {
        let case =
            a.children_by(o, &[Deprel::Case, Deprel::Mark]).find(|&c| cue.frame.takes_preposition(a.lower(c)))?;
        Some((o, case))
    })?;
    (case < o && case <= cue.at + 3).then(|| (case + 1..end_of_phrases(scene, cue, o), "speech-topic"))
}
