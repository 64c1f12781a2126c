//! Actors without a name: "gunmen", "a spokesman", "security forces".

use super::cast::Cast;
use super::describe;
use crate::language::gazetteer::{ActingClass, OfficeClass};
use crate::language::{Analysis, Deprel};
use crate::model::{ActorKind, LocalActorId, MentionKind, Why};

/// The unnamed actor for the noun at `head`, added to the cast; `None` where the noun cannot act.
pub(super) fn add(
    analysis: &Analysis<'_>,
    head: usize,
    cast: &mut Cast,
    by_token: &mut [Option<LocalActorId>],
) -> Option<LocalActorId> {
    let sentence = analysis.sentences()[analysis.sentence_of(head)].tokens.clone();
    // the longest phrase that ends here: "security forces" before "forces"
    let d = (head.saturating_sub(3).max(sentence.start)..=head)
        .filter_map(|i| describe::at(analysis, i))
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
    let name = super::shown(words.of(analysis.text())).to_lowercase();
    let owner = analysis
        .children(head)
        .filter(|&c| matches!(analysis.deprel(c), Deprel::Amod | Deprel::Compound | Deprel::NmodPoss | Deprel::Nmod))
        .find_map(|c| by_token[c]);
    // the same description of the same owner is the same actor: "gunmen … the gunmen"
    let key = format!("? {name} {}", owner.map_or(u32::MAX, |o| o.0));
    let definite = analysis.child(head, &[Deprel::Det]).is_some_and(|c| analysis.lower(c) == "the");
    let known = cast.keyed(&key).filter(|_| d.plural || definite);
    let id = known.unwrap_or_else(|| {
        let id = cast.add(&name, kind, false);
        if let Some(owner) = owner {
            cast.set_of(id, owner);
        }
        if let Some(office) = d.office.filter(|_| kind == ActorKind::Person) {
            cast.learn_gender(id, office.gender);
        }
        cast.file(key, id);
        id
    });
    let actor = cast.get_mut(id);
    if !actor.names.contains(&name) {
        actor.names.push(name);
    }
    cast.mention(id, words, MentionKind::Description, Why::words("unnamed", words));
    by_token[d.tokens].fill(Some(id));
    Some(id)
}
