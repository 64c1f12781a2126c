//! The actor finder: all names of all actors, ranked for a pattern.

use std::ops::{ControlFlow, Range};
use std::sync::Arc;

use fuzzy_matcher::skim::SkimMatcherV2;
use rustc_hash::{FxHashMap, FxHasher};

use super::fold;
use super::rank::{self, Pattern, Rank, Tier};
use crate::model::{ActorId, ActorKind};
use crate::store::Store;

/// Names that skim looks at: the best of the cheap pass.
const SHORTLIST: usize = 2_000;
/// Names passed over before asking whether the search is still wanted.
const CHUNK: usize = 1 << 15;
/// Patterns up to this many characters stop at the first [`SHORTLIST`] beginnings of words: half of
/// all names would match, and the table is sorted by mentions, so the rest could not come up.
const SHORT: usize = 2;
/// What a tenfold of mentions is worth beside skim's score, where a matched letter is worth 16.
const MENTIONS_WEIGHT: f32 = 3.0;

/// All names of all actors, folded, most mentioned first.
#[derive(Debug, Default)]
pub struct Names {
    folded: String,
    ends: Vec<u32>,
    letters: Vec<u64>,
    owners: Vec<ActorId>,
    kinds: Vec<ActorKind>,
    mentions: Vec<u32>,
    /// Hash of a folded name → its entries' first; the rest are found by scanning.
    whole: FxHashMap<u64, u32>,
}

fn hash(folded: &str) -> u64 {
    use std::hash::{Hash, Hasher};
    let mut hasher = FxHasher::default();
    folded.hash(&mut hasher);
    hasher.finish()
}

/// Collects names: they may come in portions.
#[derive(Debug, Default)]
pub struct NamesBuilder {
    folded: String,
    /// Names, and the end of each in `folded`.
    entries: Vec<(Owner, u32)>,
}

/// Whose a name is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Owner {
    /// The actor.
    pub actor: ActorId,
    /// What it is.
    pub kind: ActorKind,
    /// How often it is mentioned.
    pub mentions: u32,
}

impl Owner {
    /// An actor of a store.
    #[must_use]
    pub fn of(store: &Store, actor: ActorId) -> Self {
        Self { actor, kind: store.actor(actor).kind, mentions: store.mentions_of(actor).len() as u32 }
    }
}

impl NamesBuilder {
    /// Adds one of an actor's names.
    pub fn add(&mut self, owner: Owner, name: &str) {
        fold::fold_into(name, &mut self.folded);
        self.entries.push((owner, self.folded.len() as u32));
    }

    /// The table: the most mentioned first, else in order of actors.
    #[must_use]
    pub fn build(self) -> Names {
        let start = |i: usize| if i == 0 { 0 } else { self.entries[i - 1].1 as usize };
        let mut order: Vec<u32> = (0..self.entries.len() as u32).collect();
        order.sort_by_key(|&i| {
            let (owner, _) = self.entries[i as usize];
            (std::cmp::Reverse(owner.mentions), owner.actor)
        });
        let mut table = Names { folded: String::with_capacity(self.folded.len()), ..Names::default() };
        for (place, &i) in order.iter().enumerate() {
            let (Owner { actor, kind, mentions }, end) = self.entries[i as usize];
            let folded = &self.folded[start(i as usize)..end as usize];
            table.folded.push_str(folded);
            table.letters.push(rank::mask(folded.as_bytes()));
            table.whole.entry(hash(folded)).or_insert(place as u32);
            table.ends.push(table.folded.len() as u32);
            table.owners.push(actor);
            table.kinds.push(kind);
            table.mentions.push(mentions);
        }
        table
    }
}

impl Names {
    /// A table of names.
    pub fn new<'n>(names: impl IntoIterator<Item = (Owner, &'n str)>) -> Self {
        let mut builder = NamesBuilder::default();
        for (owner, name) in names {
            builder.add(owner, name);
        }
        builder.build()
    }

    /// How many names there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// True where there is no name.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    fn name(&self, entry: u32) -> &str {
        let i = entry as usize;
        let start = if i == 0 { 0 } else { self.ends[i - 1] };
        &self.folded[start as usize..self.ends[i] as usize]
    }
}

/// An actor found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The actor.
    pub actor: ActorId,
    /// Which characters of the folded name matched.
    chars: Vec<usize>,
    /// The folded name, to find the alias it came from.
    folded: String,
}

/// The letters of a name that matched, as byte ranges of the name as written.
pub type Match = Vec<Range<usize>>;

impl Hit {
    /// Which of the actor's names matched, with its matching bytes; the first name, nothing lit,
    /// where the names no longer hold the one that matched.
    #[must_use]
    pub fn lit<'n>(&self, names: impl IntoIterator<Item = &'n str>) -> (&'n str, Match) {
        let mut first = None;
        for name in names {
            if fold::fold(name) == self.folded {
                let origins = fold::origins(name);
                let mut lit: Match = Vec::new();
                for &c in &self.chars {
                    let Some(bytes) = origins.get(c) else { continue };
                    match lit.last_mut() {
                        Some(last) if last.end == bytes.start => last.end = bytes.end,
                        _ => lit.push(bytes.clone()),
                    }
                }
                return (name, lit);
            }
            first = first.or(Some(name));
        }
        (first.unwrap_or(""), Vec::new())
    }
}

/// Finds actors while a pattern is typed: keeps what the pattern's beginnings matched, so that a
/// further letter looks only at those, and backspace finds its results waiting.
pub struct Finder {
    names: Arc<Names>,
    matcher: SkimMatcherV2,
    /// The kind of actor that is looked for; `None` for any.
    kind: Option<ActorKind>,
    /// Patterns, each the beginning of the next, with the entries that match.
    typed: Vec<(String, Vec<u32>)>,
}

impl std::fmt::Debug for Finder {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Finder")
            .field("names", &self.names.len())
            .field("typed", &self.typed.len())
            .finish_non_exhaustive()
    }
}

impl Finder {
    /// A finder over a table of names.
    #[must_use]
    pub fn new(names: Arc<Names>) -> Self {
        // Patterns and names are folded: comparing bytes is enough.
        Self { names, matcher: SkimMatcherV2::default().respect_case(), kind: None, typed: Vec::new() }
    }

    /// Looks for actors of one kind alone from now on, or for any.
    pub fn look_for(&mut self, kind: Option<ActorKind>) {
        if self.kind != kind {
            self.kind = kind;
            self.typed.clear();
        }
    }

    /// The best actors for a pattern, best first, at most `limit`. An empty pattern gives the most
    /// mentioned. `go_on` is asked now and then; `None` is returned once it says no.
    pub fn find(&mut self, pattern: &str, limit: usize, mut go_on: impl FnMut() -> bool) -> Option<Vec<Hit>> {
        let names = Arc::clone(&self.names);
        let pattern = Pattern::new(&fold::fold(pattern));
        if pattern.is_empty() {
            let wanted = self.kind;
            let hits = names.owners.iter().enumerate().filter(|(i, _)| wanted.is_none_or(|k| names.kinds[*i] == k));
            return Some(unique(hits.map(|(i, &actor)| (actor, i as u32, Vec::new())), limit, &names));
        }
        let (shortlist, survivors) = self.cheap_pass(&names, &pattern, &mut go_on)?;
        let mut ranked: Vec<(Rank, Vec<usize>)> = Vec::with_capacity(shortlist.len());
        for (n, &(tier, entry)) in shortlist.iter().enumerate() {
            if n % 256 == 0 && !go_on() {
                return None;
            }
            let name = names.name(entry);
            let Some((skim, chars)) = pattern.skim(&self.matcher, name) else { continue };
            let mentions = names.mentions[entry as usize] as f32;
            let score = skim as f32 + MENTIONS_WEIGHT * (1.0 + mentions).ln();
            ranked.push((Rank { tier, score, len: name.len() as u32, entry }, chars));
        }
        ranked.sort_by(|a, b| a.0.order(&b.0));
        if let Some(survivors) = survivors {
            self.typed.push((pattern.whole().to_owned(), survivors));
        }
        let hits = ranked.into_iter().map(|(rank, chars)| (names.owners[rank.entry as usize], rank.entry, chars));
        Some(unique(hits, limit, &names))
    }

    /// The names worth a closer look, best class and most mentioned first, and all that match where
    /// all were looked at.
    #[allow(clippy::type_complexity)] // two lists, named in the sentence above
    fn cheap_pass(
        &mut self,
        names: &Names,
        pattern: &Pattern,
        go_on: &mut impl FnMut() -> bool,
    ) -> Option<(Vec<(Tier, u32)>, Option<Vec<u32>>)> {
        while self.typed.last().is_some_and(|(beginning, _)| !extends(pattern.whole(), beginning)) {
            self.typed.pop();
        }
        let short = pattern.whole().chars().count() <= SHORT;
        let mut classes: [Vec<(Tier, u32)>; 5] = Default::default();
        let mut survivors = Vec::new();
        let mut stopped = false;
        let wanted = self.kind;
        let mut look = |entry: u32| {
            let i = entry as usize;
            if !pattern.may_match(names.letters[i]) || wanted.is_some_and(|k| names.kinds[i] != k) {
                return ControlFlow::Continue(());
            }
            if let Some(tier) = pattern.tier(names.name(entry)) {
                let class = &mut classes[tier as usize];
                if class.len() < SHORTLIST {
                    class.push((tier, entry));
                }
                if short && class.len() == SHORTLIST && tier >= Tier::Prefix {
                    stopped = true;
                    return ControlFlow::Break(());
                }
                survivors.push(entry);
            }
            ControlFlow::Continue(())
        };
        match self.typed.last() {
            Some((_, entries)) => {
                for chunk in entries.chunks(CHUNK) {
                    if !go_on() {
                        return None;
                    }
                    if chunk.iter().try_for_each(|&e| look(e)).is_break() {
                        break;
                    }
                }
            }
            None => {
                let count = names.len() as u32;
                for start in (0..count).step_by(CHUNK) {
                    if !go_on() {
                        return None;
                    }
                    if (start..count.min(start + CHUNK as u32)).try_for_each(&mut look).is_break() {
                        break;
                    }
                }
            }
        }
        if let Some(&entry) = names.whole.get(&hash(pattern.whole()))
            && stopped
            && wanted.is_none_or(|k| names.kinds[entry as usize] == k)
            && names.name(entry) == pattern.whole()
            && !classes[Tier::Whole as usize].iter().any(|&(_, e)| e == entry)
        {
            classes[Tier::Whole as usize].push((Tier::Whole, entry));
        }
        let shortlist = classes.into_iter().rev().flatten().take(SHORTLIST).collect();
        Some((shortlist, (!stopped).then_some(survivors)))
    }
}

/// True where all that matches `pattern` matches its beginning too. A word more or a longer word
/// only narrows.
fn extends(pattern: &str, beginning: &str) -> bool {
    pattern.starts_with(beginning)
}

/// One hit an actor, its best name, in order.
fn unique(entries: impl Iterator<Item = (ActorId, u32, Vec<usize>)>, limit: usize, names: &Names) -> Vec<Hit> {
    let mut seen = rustc_hash::FxHashSet::default();
    entries
        .filter(|(actor, _, _)| seen.insert(*actor))
        .take(limit)
        .map(|(actor, entry, chars)| Hit { actor, chars, folded: names.name(entry).to_owned() })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: &[(u32, &str, u32)] = &[
        (0, "Narendra Modi", 40),
        (0, "Modi", 40),
        (0, "PM Modi", 40),
        (1, "Vladimir Putin", 60),
        (1, "Putin", 60),
        (2, "José Andrés", 3),
        (3, "John Smith", 5),
        (4, "Modine Corporation", 90),
        (5, "Mohammed Qasim", 2),
        (6, "Commodity Board", 70),
        (7, "Smith Johnson", 9),
    ];

    fn finder() -> Finder {
        let owner = |id, mentions| {
            let kind = if id == 4 || id == 6 { ActorKind::Organisation } else { ActorKind::Person };
            Owner { actor: ActorId(id), kind, mentions }
        };
        Finder::new(Arc::new(Names::new(NAMES.iter().map(|&(id, name, n)| (owner(id, n), name)))))
    }

    fn found(pattern: &str) -> Vec<u32> {
        let hits = finder().find(pattern, 10, || true).expect("not stopped");
        hits.into_iter().map(|h| h.actor.0).collect()
    }

    #[test]
    fn the_whole_name_comes_before_words_before_beginnings_before_scattered_letters() {
        assert_eq!(found("modi"), [0, 4, 6, 5]);
        assert_eq!(found("putin"), [1]);
        assert_eq!(found("mqs"), [5]);
    }

    #[test]
    fn one_kind_alone_can_be_looked_for() {
        let mut finder = finder();
        finder.look_for(Some(ActorKind::Organisation));
        let mut ids = |pattern: &str| -> Vec<u32> {
            finder.find(pattern, 10, || true).expect("not stopped").into_iter().map(|h| h.actor.0).collect()
        };
        assert_eq!(ids("modi"), [4, 6]);
        assert_eq!(ids(""), [4, 6]);
        finder.look_for(None);
        assert_eq!(finder.find("modi", 10, || true).expect("not stopped")[0].actor, ActorId(0));
    }

    #[test]
    fn words_may_come_in_any_order_and_all_must_be_there() {
        assert_eq!(found("smith john"), [3, 7]);
        assert!(found("smith putin").is_empty());
    }

    #[test]
    fn accents_and_case_do_not_matter_and_the_right_letters_are_lit() {
        let hits = finder().find("JOSE an", 10, || true).expect("not stopped");
        assert_eq!(hits[0].actor, ActorId(2));
        let (name, lit) = hits[0].lit(["Andrés", "José Andrés"]);
        let letters: Vec<&str> = lit.into_iter().map(|r| &name[r]).collect();
        assert_eq!((name, letters), ("José Andrés", vec!["José", "An"]));
    }

    #[test]
    fn an_empty_pattern_lists_the_most_mentioned_once_each() {
        assert_eq!(found("")[..3], [4, 6, 1]);
        assert_eq!(found("").len(), 8);
    }

    #[test]
    fn typing_on_and_rubbing_out_give_what_a_fresh_search_gives() {
        let mut typed = finder();
        for pattern in ["m", "mo", "mod", "mo", "m", "s", "sm", "sm j", "sm jo", "sm"] {
            let mut fresh = finder();
            assert_eq!(typed.find(pattern, 10, || true), fresh.find(pattern, 10, || true), "{pattern}");
        }
    }

    #[test]
    fn a_stale_search_is_given_up() {
        assert_eq!(finder().find("mo", 10, || false), None);
    }
}
