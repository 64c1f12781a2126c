//! The second reading of an article: descriptions and pronouns, paragraph by paragraph. What stands
//! around quotation marks is read before what stands between them, so that the speaker is known.

use crate::rules;
use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::extract::coreference::discourse::Scene;
use crate::extract::coreference::nominals;
use crate::extract::coreference::pronouns::agreement;
use crate::extract::coreference::words::CoreferenceWords;
use crate::extract::identity::merge::Placed;
use crate::extract::identity::table::Cast;
use crate::extract::identity::titles::NameMap;
use crate::extract::layout::{Block, Layout};
use crate::extract::names::scan::NameSpan;
use crate::extract::quotation_marks::Quotation;
use crate::language::{Analysis, Deprel};
use crate::lexicon::speech;
use crate::model::{LocalActorId, MentionKind, Why};

/// What the names alone gave, to be added to.
pub(crate) struct Found<'f> {
    pub names: &'f [NameSpan],
    pub placed: &'f [Placed],
    pub map: &'f NameMap,
}

/// More sentences than this are not read as one paragraph: a bound for texts made to be slow.
const LONGEST: usize = 24;

/// Resolves descriptions and pronouns.
pub(crate) fn read(
    analysis: &Analysis<'_>,
    layout: &Layout,
    quotations: &[Quotation],
    found: &Found<'_>,
    cast: &mut Cast,
    by_token: &mut Vec<Option<LocalActorId>>,
    sets: &mut FxHashMap<usize, Vec<LocalActorId>>,
) {
    let mut scene = Scene::new(analysis, layout, quotations, cast, by_token, sets);
    let sentences = analysis.sentences();
    let mut first = 0;
    while first < sentences.len() {
        let paragraph = sentences[first].paragraph;
        let end = (first + 1..sentences.len().min(first + LONGEST))
            .find(|&s| sentences[s].paragraph != paragraph)
            .unwrap_or(sentences.len().min(first + LONGEST));
        let silent = layout.block(paragraph) == Block::Boilerplate;
        let tokens = sentences[first].tokens.start..sentences[end - 1].tokens.end;
        walk(&mut scene, found, tokens.clone(), silent, false);
        if tokens.clone().any(|i| scene.quote(i).is_some()) {
            scene.hear(tokens.clone());
            walk(&mut scene, found, tokens, silent, true);
        }
        first = end;
    }
}

/// Reads the tokens that stand in quotation marks, or those that do not.
fn walk(scene: &mut Scene<'_>, found: &Found<'_>, tokens: Range<usize>, silent: bool, quoted: bool) {
    let a = scene.analysis;
    let mut i = tokens.start;
    while i < tokens.end {
        if scene.quote(i).is_some() != quoted {
            i += 1;
            continue;
        }
        if let Some(k) = found.map.at(i) {
            let name = &found.names[k];
            if nominals::of_a_party(a, name.tokens.clone()).is_some_and(|d| scene.member(&d)) {
                i = found.placed[k].end.max(i + 1);
                continue;
            }
            if let Some(id) = found.placed[k].actor {
                let head = scene.head_of(name.tokens.clone());
                scene.see(id, head);
                joined(scene, head, id);
            }
            i = found.placed[k].end.max(i + 1);
            continue;
        }
        if silent {
            i += 1;
            continue;
        }
        if let Some(agreement) = agreement(a, i) {
            scene.pronoun(i, agreement);
        } else if let Some(d) = nominals::at(a, i).or_else(|| nominals::of_an_age(a, i)) {
            scene.describe(&d);
            i = d.tokens.end;
            continue;
        } else if speech::is_document(a.lemma(i)) {
            document(scene, i);
        }
        i += 1;
    }
}

/// "The statement said", "the report": whoever issued it speaks.
fn document(scene: &mut Scene<'_>, i: usize) {
    let a = scene.analysis;
    let Some(head) = a.head(i) else { return };
    let speaks = a.deprel(i).is_subject() && speech::verb(a.lemma(head)).is_some();
    let owner = a
        .children_by(i, &[Deprel::NmodPoss, Deprel::Compound, Deprel::Amod, Deprel::Nmod])
        .filter(|&c| {
            a.deprel(c) != Deprel::Nmod
                || a.child(c, &[Deprel::Case]).is_some_and(|k| matches!(a.lower(k), "of" | "by" | "from"))
        })
        .find_map(|c| scene.by_token[c]);
    if !speaks {
        // "said in a statement", "the ministry issued a report"
        let issued = speech::verb(a.lemma(head)).is_some() || matches!(a.lemma(head), "issue" | "release" | "publish");
        let subject = issued.then(|| a.children(head).find(|&c| a.deprel(c).is_subject() && c < i)).flatten();
        let issuer = owner.or_else(|| subject.and_then(|s| scene.by_token[s]));
        scene.issuer = issuer.or(scene.issuer);
        return;
    }
    // what newspapers print they say themselves
    let printed = CoreferenceWords::Printed.has(a.lemma(i));
    let medium = printed
        .then(|| scene.before(i).find(|s| s.speaks && scene.cast.profile(s.actor).medium).map(|s| s.actor))
        .flatten();
    if let Some(id) = owner.or(medium).or(scene.issuer) {
        let words = a.span(i);
        scene.cast.mention(id, words, MentionKind::Description, Why::words(&rules::coreference::ISSUED_BY, words));
        scene.by_token[i] = Some(id);
        scene.see(id, i);
    }
}

/// Remembers "Putin and Modi" as two, when the first of them is met.
fn joined(scene: &mut Scene<'_>, head: usize, id: LocalActorId) {
    let a = scene.analysis;
    if a.deprel(head) == Deprel::Conj && a.head(head).is_some_and(|h| scene.by_token[h].is_some()) {
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
        scene.see_joined(all, last);
    }
}
