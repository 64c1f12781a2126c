//! The second reading of an article: descriptions and pronouns, in the order of the text.

use rustc_hash::FxHashMap;

use super::cast::Cast;
use super::describe;
use super::merge::Placed;
use super::names::NameSpan;
use super::pronouns::agreement;
use super::scene::Scene;
use crate::extract::layout::{Block, Layout};
use crate::extract::quotes::marks::Quotation;
use crate::language::{Analysis, Deprel};
use crate::model::LocalActorId;

/// What the names alone gave, to be added to.
pub(super) struct Found<'f> {
    pub names: &'f [NameSpan],
    pub placed: &'f [Placed],
}

/// Resolves descriptions and pronouns.
pub(super) fn read(
    analysis: &Analysis<'_>,
    layout: &Layout,
    quotations: &[Quotation],
    found: &Found<'_>,
    cast: &mut Cast,
    by_token: &mut Vec<Option<LocalActorId>>,
    sets: &mut FxHashMap<usize, Vec<LocalActorId>>,
) {
    let mut scene = Scene::new(analysis, quotations, cast, by_token, sets);
    let mut next = 0;
    for sentence in analysis.sentences() {
        let silent = layout.block(sentence.paragraph) == Block::Boilerplate;
        let mut i = sentence.tokens.start;
        while i < sentence.tokens.end {
            while found.names.get(next).is_some_and(|n| n.tokens.end <= i) {
                next += 1;
            }
            if let Some(name) = found.names.get(next).filter(|n| n.tokens.contains(&i)) {
                if let Some(id) = found.placed[next].actor {
                    let head = scene.head_of(name.tokens.clone());
                    scene.see(id, head);
                    joined(&mut scene, head, id);
                }
                i = found.placed[next].end.max(i + 1);
                continue;
            }
            if silent {
                i += 1;
                continue;
            }
            if let Some(agreement) = agreement(analysis, i) {
                scene.pronoun(i, agreement);
            } else if let Some(d) = describe::at(analysis, i) {
                scene.describe(&d);
                i = d.tokens.end;
                continue;
            }
            i += 1;
        }
    }
}

/// Remembers "Putin and Modi" as two, when the first of them is met.
fn joined(scene: &mut Scene<'_>, head: usize, id: LocalActorId) {
    let a = scene.analysis;
    if a.deprel(head) == Deprel::Conj {
        return;
    }
    let mut all = vec![id];
    let mut last = head;
    for c in a.children_by(head, &[Deprel::Conj]) {
        if let Some(other) = scene.by_token[c]
            && scene.cast.get(other).kind == scene.cast.get(id).kind
            && !all.contains(&other)
        {
            all.push(other);
            last = c;
        }
    }
    if all.len() > 1 {
        scene.see_set_at(all, head, last);
    }
}
