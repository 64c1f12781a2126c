//! The actor finder: ranks all names of all actors against a pattern.

use std::ops::{ControlFlow, Range};
use std::sync::Arc;

use fuzzy_matcher::skim::SkimMatcherV2;

use super::fold;
use super::names::Names;
use super::rank::{Pattern, Rank, Tier};
use crate::model::{ActorId, ActorKind};

/// Number of names scored by skim: the best of the cheap pass.
const SHORTLIST: usize = 2_000;
/// Number of names scanned between checks for cancellation.
const CHUNK: usize = 1 << 15;
/// Score for ten times as many mentions; in skim's score a matching letter counts 16.
const MENTIONS_WEIGHT: f32 = 3.0;

/// A matching actor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The actor.
    pub actor: ActorId,
    /// Which characters of the folded name matched.
    chars: Vec<usize>,
    /// The folded name, to identify the alias it came from.
    folded: String,
}

/// The letters of a name that matched, as byte ranges of the name as written.
pub type Match = Vec<Range<usize>>;

impl Hit {
    /// Which of the actor's names matched, with its matching bytes; the first name, without matching bytes, if the one
    /// that matched is no longer among them.
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

/// Finds actors while a pattern is typed. Matches of the pattern's prefixes are cached: another letter narrows them
/// down, and backspace returns to earlier results.
pub struct Finder {
    names: Arc<Names>,
    matcher: SkimMatcherV2,
    /// The kind of actor to find; `None` for any.
    kind: Option<ActorKind>,
    /// Patterns, each a prefix of the next, with the matching entries.
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
        // Patterns and names are folded, so comparing bytes is enough.
        Self { names, matcher: SkimMatcherV2::default().respect_case(), kind: None, typed: Vec::new() }
    }

    /// Restricts the search to one kind of actor, or lifts the restriction.
    pub fn look_for(&mut self, kind: Option<ActorKind>) {
        if self.kind != kind {
            self.kind = kind;
            self.typed.clear();
        }
    }

    /// The best matches for a pattern, best first, at most `limit`. An empty pattern gives the most mentioned actors.
    /// `go_on` is called from time to time; once it returns false, the search stops and returns `None`.
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

    /// The shortlist for skim, best tier and most mentioned first, and, if every name was scanned, all matches.
    ///
    /// Names with matching word prefixes are looked up in the index: there is no better tier. The others are scanned,
    /// the most mentioned first, until there are enough.
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
        let mut classes: [Vec<(Tier, u32)>; 5] = Default::default();
        let mut keep = |tier: Tier, entry: u32| {
            let class = &mut classes[tier as usize];
            if class.len() < SHORTLIST {
                class.push((tier, entry));
            }
            class.len()
        };
        let kind = self.kind;
        let wanted = |entry: u32| {
            let i = entry as usize;
            pattern.may_match(names.letters[i]) && kind.is_none_or(|k| names.kinds[i] == k)
        };
        let mut found = 0;
        for chunk in names.by_prefix.beginning(pattern.words(), SHORTLIST, wanted).chunks(CHUNK) {
            if !go_on() {
                return None;
            }
            for &entry in chunk {
                if let Some(tier) = pattern.tier(names.name(entry)).filter(|t| *t >= Tier::Prefix) {
                    keep(tier, entry);
                    found += 1;
                }
            }
        }
        let mut survivors = Vec::new();
        let mut look = |entry: u32| {
            if let Some(tier) = Some(entry).filter(|&e| wanted(e)).and_then(|e| pattern.tier(names.name(e))) {
                survivors.push(entry);
                if tier < Tier::Prefix && keep(tier, entry) + found >= SHORTLIST && tier == Tier::Inside {
                    return ControlFlow::Break(());
                }
            }
            ControlFlow::Continue(())
        };
        let mut enough = found >= SHORTLIST;
        let all = self.typed.last().map(|(_, entries)| entries.as_slice());
        let count = all.map_or(names.len(), <[u32]>::len);
        for start in (0..count).step_by(CHUNK) {
            if enough {
                break;
            }
            if !go_on() {
                return None;
            }
            let mut chunk = start..count.min(start + CHUNK);
            enough = match all {
                Some(entries) => entries[chunk].iter().try_for_each(|&e| look(e)).is_break(),
                None => chunk.try_for_each(|e| look(e as u32)).is_break(),
            };
        }
        let shortlist = classes.into_iter().rev().flatten().take(SHORTLIST).collect();
        Some((shortlist, (!enough).then_some(survivors)))
    }
}

/// True if everything that matches `pattern` also matches `beginning`: an additional or longer word only narrows the
/// search.
fn extends(pattern: &str, beginning: &str) -> bool {
    pattern.starts_with(beginning)
}

/// One hit per actor, for its best name, in order.
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
    use crate::search::Owner;
    use crate::store::synthetic;

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
    fn the_search_can_be_restricted_to_one_kind() {
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
    fn accents_and_case_are_ignored_and_matching_letters_reported() {
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
    fn cached_prefixes_give_the_results_of_a_fresh_search() {
        let mut typed = finder();
        for pattern in ["m", "mo", "mod", "mo", "m", "s", "sm", "sm j", "sm jo", "sm"] {
            let mut fresh = finder();
            assert_eq!(typed.find(pattern, 10, || true), fresh.find(pattern, 10, || true), "{pattern}");
        }
    }

    #[test]
    fn a_search_can_be_cancelled() {
        assert_eq!(finder().find("mo", 10, || false), None);
    }

    /// The finder's shortcuts must not change the result: the best of all matching names.
    #[test]
    fn shortcuts_find_the_same_names_as_a_full_scan() {
        let made: Vec<String> = (0..30_000).map(synthetic::name).collect();
        let owner =
            |i: usize| Owner { actor: ActorId(i as u32), kind: ActorKind::Person, mentions: (i * 7919 % 977) as u32 };
        let names = Arc::new(Names::new(made.iter().enumerate().map(|(i, n)| (owner(i), n.as_str()))));
        for pattern in ["a", "k", "an", "sh", "kha", "man", "oğ", "ana", "sh ka", "n k", "12 s", "brakhan", "vsk"] {
            let pattern = Pattern::new(&fold::fold(pattern));
            let mut classes: [Vec<u32>; 5] = Default::default();
            for entry in 0..names.len() as u32 {
                if let Some(tier) = pattern.tier(names.name(entry)) {
                    classes[tier as usize].push(entry);
                }
            }
            for class in &mut classes {
                class.truncate(SHORTLIST);
            }
            let all: Vec<u32> = classes.into_iter().rev().flatten().take(SHORTLIST).collect();
            let mut finder = Finder::new(Arc::clone(&names));
            let (short, _) = finder.cheap_pass(&names, &pattern, &mut || true).expect("not stopped");
            assert_eq!(short.into_iter().map(|(_, e)| e).collect::<Vec<_>>(), all, "{}", pattern.whole());
        }
    }
}
