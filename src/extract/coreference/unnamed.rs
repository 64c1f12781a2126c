//! Actors without a name: "gunmen", "a spokesman", "security forces".

use crate::extract::coreference::nominals;
use crate::extract::coreference::words::CoreferenceWords;
use crate::extract::identity::table::{Cast, NameKey};
use crate::extract::names::orthography::{is_capital, is_shouted};
use crate::language::gazetteer::{ActingClass, Gazetteer, OfficeClass};
use crate::language::{Analysis, Deprel, Upos, Xpos};
use crate::model::{ActorKind, LocalActorId, MentionKind, Why};
use crate::rules;

/// The unnamed actor for the noun at `head`, added to the cast; `None` where the noun cannot act.
pub(crate) fn add(
    analysis: &Analysis<'_>,
    head: usize,
    cast: &mut Cast,
    by_token: &mut [Option<LocalActorId>],
) -> Option<LocalActorId> {
    let sentence = analysis.sentences()[analysis.sentence_of(head)].tokens.clone();
    // the longest phrase that ends here: "security forces" before "forces"
    let d = (head.saturating_sub(3).max(sentence.start)..=head)
        .filter_map(|i| nominals::at(analysis, i))
        .find(|d| d.head == head)?;
    if d.tokens.clone().any(|i| by_token[i].is_some()) {
        return None;
    }
    let kind = match (d.acting, d.office) {
        (_, Some(_)) if !d.plural => ActorKind::Person,
        (Some(ActingClass::Organisation), _) => ActorKind::Organisation,
        _ => ActorKind::Group,
    };
    if kind == ActorKind::Person
        && d.office.is_some_and(|o| o.class == OfficeClass::Human)
        && analysis.child(head, &[Deprel::Det]).is_none()
    {
        return None;
    }
    let words = analysis.span_of(d.tokens.clone());
    let name = crate::extract::actors::shown(words.of(analysis.text())).to_lowercase();
    let full = full_name(analysis, &d, sentence.start);
    let owner = analysis
        .children(head)
        .filter(|&c| matches!(analysis.deprel(c), Deprel::Amod | Deprel::Compound | Deprel::NmodPoss | Deprel::Nmod))
        .find_map(|c| by_token[c]);
    // the same description of the same owner is the same actor: "gunmen … the gunmen"
    let key = NameKey::Described(name.clone(), owner);
    let definite = analysis.child(head, &[Deprel::Det]).is_some_and(|c| analysis.lower(c) == "the");
    // and so are "Hong Kong police … the police"
    let short = NameKey::DescribedOfAny(name.clone());
    let bare = owner.is_none() && full == name;
    // "China's foreign ministry … the ministry"
    let last = NameKey::DescribedByHead(analysis.lemma(head).to_owned());
    let sort = || cast.keyed(&last).filter(|&id| kind == ActorKind::Organisation && cast.get(id).kind == kind);
    let known = cast.keyed(&key).or_else(|| cast.keyed(&short).or_else(sort).filter(|_| bare));
    let id = known.filter(|_| d.plural || definite).unwrap_or_else(|| {
        let id = cast.add(&full, kind, false);
        if let Some(owner) = owner {
            cast.set_of(id, owner, Why::words(&rules::coreference::OF_DESCRIBED, words));
        }
        if let Some(office) = d.office.filter(|_| kind == ActorKind::Person) {
            cast.learn_gender(id, office.gender);
        }
        cast.file(key, id);
        cast.file(short, id);
        cast.file(last, id);
        id
    });
    let actor = cast.get_mut(id);
    for name in [full, name] {
        if !actor.names.contains(&name) {
            actor.names.push(name);
        }
    }
    cast.mention(id, words, MentionKind::Description, Why::words(&rules::coreference::UNNAMED, words));
    by_token[d.tokens].fill(Some(id));
    Some(id)
}

/// The unnamed group that the number at `i` stands for: "dozens were arrested", "20 were killed".
pub(crate) fn count(
    analysis: &Analysis<'_>,
    i: usize,
    cast: &mut Cast,
    by_token: &mut [Option<LocalActorId>],
) -> Option<LocalActorId> {
    let place = by_token.get_mut(i)?;
    let words = analysis.span(i);
    let id = cast.add(analysis.lower(i), ActorKind::Group, false);
    cast.mention(id, words, MentionKind::Description, Why::words(&rules::coreference::UNNAMED, words));
    *place = Some(id);
    Some(id)
}

/// The description with what stands before it and tells which one is meant: "Hong Kong police", "senior
/// Western diplomats"; in small letters but for the names in it.
fn full_name(analysis: &Analysis<'_>, d: &nominals::Description, start: usize) -> String {
    const LONGEST: usize = 7;
    let tells = |i: usize| {
        let said = matches!(analysis.upos(i), Upos::Noun | Upos::Propn | Upos::Adj) || analysis.xpos(i) == Xpos::Pos;
        said && analysis.subtree(d.head).contains(&i) && !CoreferenceWords::NotInAName.has(analysis.lower(i))
    };
    let mut first = d.tokens.start;
    while first > start && d.tokens.start - first < LONGEST && tells(first - 1) {
        first -= 1;
    }
    // not from the middle of a possessive or a hyphenated word
    while first < d.tokens.start
        && (analysis.xpos(first) == Xpos::Pos || !analysis.word(first).contains(char::is_alphabetic))
    {
        first += 1;
    }
    let mut name = String::new();
    for i in first..d.tokens.end {
        if i > first && analysis.span(i - 1).end < analysis.span(i).start {
            name.push(' ');
        }
        // a sentence's first capital tells nothing by itself
        let (word, lower) = (analysis.word(i), analysis.lower(i));
        let known = || Gazetteer::get().longest(|k| (k == 0).then_some((word, lower))).is_some();
        let named = analysis.upos(i) == Upos::Propn || i > start && is_capital(word) && !is_shouted(word) || known();
        if named && i < d.tokens.start {
            name.push_str(word);
        } else {
            name.push_str(lower);
        }
    }
    name
}
