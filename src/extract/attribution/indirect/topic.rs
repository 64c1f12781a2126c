//! What is said with no clause: "urged them to leave", "called it unfair", "warned of trouble".

use std::ops::Range;

use crate::extract::attribution::cues::{Cue, CueKind};
use crate::extract::attribution::indirect::adjuncts;
use crate::extract::attribution::indirect::end::end_of_clause;
use crate::extract::attribution::indirect::{Piece, Shape};
use crate::extract::attribution::scene::Scene;
use crate::language::{Deprel, Upos, Xpos};
use crate::lexicon::speech::Complement;

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
                || gerund && a.xpos(c) == Xpos::Vbg && a.subtree(c).start == adjuncts::behind(cue))
    })?;
    let object = a.child(cue.at, &[Deprel::Obj, Deprel::Iobj]).filter(|&o| o > cue.at && o < x);
    let start = match object {
        Some(o) if other => a.subtree(o).start,
        Some(_) => return None,
        None if own || gerund => a.subtree(x).start,
        None => return None,
    };
    let start = start.max(cue.tokens.end);
    if is_told_directly(scene, start, x) {
        return None;
    }
    let rule = if a.xpos(x) == Xpos::Vbg { Shape::Gerund } else { Shape::Infinitive };
    Some((start..end_of_clause(scene, cue, start, a.subtree(x).end), rule))
}

/// "vowed to 'fight on'" is told by its direct speech, "vowed to punish 'those who cheat'" is not.
fn is_told_directly(scene: &Scene<'_, '_>, start: usize, verb: usize) -> bool {
    (start..=verb).any(|i| !scene.is_outside(i))
}

/// "called on them to leave"
pub fn called_on(scene: &Scene<'_, '_>, cue: &Cue) -> Option<Piece> {
    let a = scene.analysis;
    let end = scene.sentence_around(cue.at).end;
    // "on" may be read as the verb's particle.
    let on = cue.at + 1;
    if !cue.frame.takes(Complement::OnTo) || on + 2 >= end || !matches!(a.lower(on), "on" | "upon") {
        return None;
    }
    let to = (on + 2..end.min(on + LONGEST_ADDRESSEE)).find(|&i| a.xpos(i) == Xpos::To && scene.is_outside(i))?;
    let verb = (to + 1..end).take(2).find(|&i| a.xpos(i) == Xpos::Vb)?;
    (!is_told_directly(scene, on, verb))
        .then(|| (on + 1..end_of_clause(scene, cue, on + 1, a.subtree(verb).end.max(verb + 1)), Shape::Infinitive))
}

/// What somebody is called, described as, or accused of.
pub fn thing(scene: &Scene<'_, '_>, cue: &Cue) -> Option<Piece> {
    let a = scene.analysis;
    let f = cue.frame;
    // "a crude word to describe them": nobody described anybody yet.
    let meant = a.xpos(cue.at) == Xpos::Vb && cue.at > 0 && a.xpos(cue.at - 1) == Xpos::To;
    let object = a.child(cue.at, &[Deprel::Obj]).filter(|&o| o > cue.at)?;
    let end = end_of_phrases(scene, cue, object);
    // "called him a master": two objects
    let first = a.child(cue.at, &[Deprel::Iobj]).filter(|&o| o > cue.at && o < object && f.takes(Complement::Call));
    let start = a.subtree(first.unwrap_or(object)).start.max(cue.tokens.end);
    // "called it 'unfair'" is told by its direct speech alone.
    let quoted = is_marked_once(scene, start..end);
    let called = f.takes(Complement::Call) && (first.is_some() || called_what(scene, cue, object));
    let marker = |o: usize| {
        a.children_by(o, &[Deprel::Case, Deprel::Mark])
            .find(|&c| f.takes_preposition(a.lower(c)) || f.takes(Complement::As) && a.lower(c) == "as")
    };
    let tied = |k: usize| {
        a.children_by(k, &[Deprel::Obl, Deprel::Nmod, Deprel::Advcl, Deprel::Acl])
            .filter(|&o| o > object)
            .find_map(|o| Some((marker(o)?, a.subtree(o).end)))
    };
    match tied(cue.at).or_else(|| tied(object)) {
        // "accused them of S": the charge is what is said.
        Some((m, far)) if a.lower(m) == "of" => {
            // "accused X, who had left, of S"
            let end = if end > m + 1 { end } else { end_of_clause(scene, cue, m + 1, far.max(m + 1)) };
            Some((m + 1..end, Shape::Charge))
        }
        Some((m, _)) if a.lower(m) == "as" && !quoted && !meant => Some((start..end, Shape::Object)),
        _ => (called && !quoted && !meant).then_some((start..end, Shape::Object)),
    }
}

/// True where one quotation stands in a run: "called Friday's vote a 'farce'" is told by its direct
/// speech alone, "called it a 'farce' and a 'disgrace' for the country" is not.
fn is_marked_once(scene: &Scene<'_, '_>, run: Range<usize>) -> bool {
    let mut speeches = run.filter_map(|i| scene.speech_at(i));
    speeches.next().is_some_and(|first| speeches.all(|s| s == first))
}

/// "called climate change a hoax", "branded Friday's vote a 'farce'": two noun phrases behind a verb
/// of calling, where the tree makes one of them.
pub fn called(scene: &Scene<'_, '_>, cue: &Cue) -> Option<Piece> {
    const LONGEST_OBJECT: usize = 12;
    let a = scene.analysis;
    let (call, as_what) = (cue.frame.takes(Complement::Call), cue.frame.takes(Complement::As));
    let end = scene.sentence_around(cue.at).end;
    let start = adjuncts::behind(cue);
    let said = cue.kind == CueKind::Verb && !cue.is_inverted() && a.xpos(cue.at) != Xpos::Vb;
    if !said || !(call || as_what) || start >= end {
        return None;
    }
    let object = |i: usize| {
        scene.is_outside(i)
            && (matches!(a.upos(i), Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num | Upos::Adp | Upos::Pron)
                || matches!(a.xpos(i), Xpos::PrpPoss | Xpos::Pos | Xpos::Dt | Xpos::Vbn)
                || a.word(i) == "-")
    };
    let name = |i: usize| {
        if as_what { a.lower(i) == "as" } else { matches!(a.lower(i), "a" | "an") || !scene.is_outside(i) }
    };
    let begins = matches!(a.upos(start), Upos::Noun | Upos::Propn | Upos::Det | Upos::Adj | Upos::Num)
        || a.xpos(start) == Xpos::PrpPoss;
    let what = (start + 1..end.min(start + LONGEST_OBJECT))
        .take_while(|&i| (start + 1..i).all(object))
        .find(|&i| name(i) && a.upos(i - 1) != Upos::Adp)?;
    let stop = (what + 1..end)
        .find(|&i| {
            scene.is_outside(i)
                && (matches!(a.word(i), "," | ";" | ":" | "—" | "–" | "--" | "." | "?" | "!")
                    || matches!(a.lower(i), "and" | "but") && i + 1 < end && scene.is_finite(i + 1))
        })
        .unwrap_or(end);
    let quoted = is_marked_once(scene, start..stop);
    (begins && !quoted && stop > what + 1).then(|| (start..end_of_clause(scene, cue, start, stop), Shape::Object))
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
    // "called him out for S"
    let out =
        a.children_by(cue.at, &[Deprel::CompoundPrt, Deprel::Advmod]).any(|c| matches!(a.lower(c), "out" | "off"));
    if a.lemma(cue.at) == "call" && out {
        return None;
    }
    // "called for S", whatever the tree makes of "for".
    let next = cue.at + 1;
    if next + 1 < scene.sentence_around(cue.at).end
        && cue.frame.takes_preposition(a.lower(next))
        && scene.is_outside(next + 1)
        && !scene.is_punct(next + 1)
    {
        return Some((next + 1..end_of_phrases(scene, cue, next + 1), Shape::Topic));
    }
    let (o, case) = a.children_by(cue.at, &[Deprel::Obl, Deprel::Advcl]).filter(|&o| o > cue.at).find_map(|o| {
        let case =
            a.children_by(o, &[Deprel::Case, Deprel::Mark]).find(|&c| cue.frame.takes_preposition(a.lower(c)))?;
        Some((o, case))
    })?;
    (case < o && case <= cue.at + 3).then(|| (case + 1..end_of_phrases(scene, cue, o), Shape::Topic))
}
