//! Who is mentioned: names, descriptions and pronouns merged into actors.

#[cfg(test)]
mod tests;

use crate::extract::coreference::mentions;
use crate::extract::coreference::unnamed;
use crate::extract::identity::author;
use crate::extract::identity::family::family_name;
use crate::extract::identity::merge;
use crate::extract::identity::titles;
use crate::extract::names::disambiguate;
use crate::extract::names::entities;
use crate::extract::names::scan;
use crate::rules;
use rustc_hash::FxHashMap;

use super::layout::Layout;
use crate::extract::identity::author::Author;
use crate::extract::identity::merge::Beside;
use crate::extract::identity::table::Cast;
use crate::extract::quotation_marks::Quotation;
use crate::language::Analysis;
use crate::language::gazetteer::{ConceptKind, FormKind, Gazetteer};
use crate::model::{Actor, ActorKind, Entity, LocalActorId, MentionKind, Why};

/// The actors of one article and the tokens that refer to them.
#[derive(Clone, Debug, Default)]
pub struct Actors {
    cast: Cast,
    entities: Vec<Entity>,
    /// One a token: the actor it refers to (every token of a name, the head of a description).
    by_token: Vec<Option<LocalActorId>>,
    /// Tokens that mean several actors: "the two leaders", "they".
    sets: FxHashMap<usize, Vec<LocalActorId>>,
    /// Whom the title names as those whose words the text is.
    authors: Vec<Author>,
}

impl Actors {
    /// The actor that token `i` refers to: by name, pronoun or description.
    #[must_use]
    pub fn at(&self, i: usize) -> Option<LocalActorId> {
        self.by_token.get(i).copied().flatten()
    }

    /// All the actors that token `i` refers to: several for "the two leaders"; none, or the one that
    /// [`Actors::at`] gives, for most tokens.
    #[must_use]
    pub fn all_at(&self, i: usize) -> &[LocalActorId] {
        if let Some(set) = self.sets.get(&i) {
            return set;
        }
        self.by_token.get(i).and_then(Option::as_ref).map_or(&[], std::slice::from_ref)
    }

    /// The actor that the noun phrase headed by token `i` refers to; where nothing did so far and the
    /// noun is one that can act ("gunmen", "the ministry"), an unnamed actor is added for it.
    pub fn at_or_describe(&mut self, analysis: &Analysis<'_>, i: usize) -> Option<LocalActorId> {
        self.at(i).or_else(|| unnamed::add(analysis, i, &mut self.cast, &mut self.by_token))
    }

    /// An unnamed group for the number at token `i` that stands for people: "dozens were arrested".
    pub fn counted(&mut self, analysis: &Analysis<'_>, i: usize) -> Option<LocalActorId> {
        self.at(i).or_else(|| unnamed::count(analysis, i, &mut self.cast, &mut self.by_token))
    }

    /// The state that the capital, city or region named at token `i` lies in, where it is named as a place:
    /// whom a trip to Seoul or an attack on Kherson is directed at; with `capital`, capitals only. `None` for
    /// other words.
    pub fn state_of_place(&mut self, analysis: &Analysis<'_>, i: usize, capital: bool) -> Option<LocalActorId> {
        let name = analysis.name_at(i)?;
        let end = name.tokens.end;
        let word = |k: usize| {
            let at = name.tokens.start + k;
            (at < end).then(|| (analysis.word(at), analysis.lower(at)))
        };
        let gazetteer = Gazetteer::get();
        let kinds = [FormKind::Capital, FormKind::City, FormKind::Region];
        let form = gazetteer.longest(word)?.of_kind(if capital { &kinds[..1] } else { &kinds })?;
        let state = match form.kind {
            FormKind::Capital => form.concept,
            _ => gazetteer.concept_of(form.concept).of?,
        };
        if gazetteer.concept_of(state).kind != ConceptKind::State {
            return None;
        }
        let id = self.cast.concept(state);
        let span = analysis.span_of(name.tokens.clone());
        self.cast.mention(id, span, MentionKind::Description, Why::words(&rules::arguments::STATE_OF_PLACE, span));
        Some(id)
    }

    /// Records that token `i` refers to an actor: for stages that learn more than names and pronouns
    /// tell ("I" inside a quote, once its speaker is known).
    pub fn refer(&mut self, analysis: &Analysis<'_>, i: usize, id: LocalActorId, kind: MentionKind, why: Why) {
        if let Some(place) = self.by_token.get_mut(i) {
            *place = Some(id);
            self.cast.mention(id, analysis.span(i), kind, why);
        }
    }

    /// Whose words the whole text is, where its title names one author: whom "I" and "we" mean outside
    /// quotation marks.
    pub fn author(&mut self) -> Option<LocalActorId> {
        match &self.authors[..] {
            [author] => Some(author.clone().actor(&mut self.cast)),
            _ => None,
        }
    }

    /// The author whom a label means by his office alone ("vice president", in lower case).
    pub fn author_called(&mut self, label: &str) -> Option<LocalActorId> {
        let author = self.authors.iter().find(|a| a.is_called(label))?.clone();
        Some(author.actor(&mut self.cast))
    }

    /// An actor of the list.
    #[must_use]
    pub fn get(&self, id: LocalActorId) -> &Actor {
        self.cast.get(id)
    }

    /// All actors.
    #[must_use]
    pub fn list(&self) -> &[Actor] {
        &self.cast.list
    }

    /// Gives up the actors and named spans.
    #[must_use]
    pub fn into_findings(self) -> (Vec<Actor>, Vec<Entity>) {
        let mut cast = self.cast;
        cast.sort_mentions();
        for person in cast.list.iter_mut().filter(|a| a.named && a.kind == ActorKind::Person) {
            person.family = Some(family_name(&person.name).to_owned());
        }
        (cast.list, self.entities)
    }
}

/// Finds the actors of an analysis; `title` is what metadata says the article is called.
#[must_use]
pub fn find(analysis: &Analysis<'_>, layout: &Layout, quotations: &[Quotation], title: Option<&str>) -> Actors {
    let names = disambiguate::settle(analysis, scan::read(analysis));
    let mut cast = Cast::default();
    let map = titles::NameMap::new(analysis.tokens().len(), &names);
    let (placed, beside) = merge::merge(analysis, layout, &names, &map, &mut cast);
    let title = title.or_else(|| layout.title.map(|t| t.of(analysis.text())));
    let authors = title.map(author::named).unwrap_or_default();
    for author in &authors {
        author.recognise(&mut cast);
    }
    let mut by_token = vec![None; analysis.tokens().len()];
    for Beside { held, actor } in beside {
        by_token[held.tokens].fill(Some(actor));
    }
    let entities = entities::of(analysis, layout, &names);
    for (name, place) in names.iter().zip(&placed) {
        if let Some(id) = place.actor {
            by_token[name.tokens.start..place.end].fill(Some(id));
        }
    }
    let mut sets = FxHashMap::default();
    let found = mentions::Found { names: &names, placed: &placed, map: &map };
    mentions::read(analysis, layout, quotations, &found, &mut cast, &mut by_token, &mut sets);
    cast.sort_mentions();
    Actors { cast, entities, by_token, sets, authors }
}

/// A name as it is shown: white space made single blanks.
pub(crate) fn shown(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
