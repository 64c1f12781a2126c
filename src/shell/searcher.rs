//! The thread that searches: it answers the newest question and drops the others.

use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use crossbeam_channel::{Receiver, Sender, unbounded};

use super::{Happening, Yielding, give_way};
use crate::app::Action;
use crate::app::background::Key;
use crate::app::rows::RowsKey;
use crate::model::{ActorKind, ArticleId, Span};
use crate::search::text::Words;
use crate::search::{Finder, Names, NamesBuilder, Owner};
use crate::store::SharedStore;

/// Actors that a search hands out.
const HITS: usize = 500;
/// Places that a search for words hands out.
const PLACES: usize = 10_000;
/// Names or texts taken from the store at once: it must not be held for long.
const PORTION: usize = 20_000;
/// While articles come in, names are taken anew no more often than this.
const PATIENCE: Duration = Duration::from_secs(2);

/// A question.
#[derive(Debug)]
pub(super) enum Question {
    /// None yet: the names are complete and may be taken.
    Prepare,
    /// Which actors?
    Actors {
        /// Number of the search.
        search: u64,
        /// What was typed.
        pattern: String,
        /// The kind looked for.
        kind: Option<ActorKind>,
    },
    /// How many does a query list?
    Count {
        /// Number of the search.
        search: u64,
        /// What it would list.
        rows: Box<RowsKey>,
    },
    /// Where are these words?
    Words {
        /// Number of the search.
        search: u64,
        /// What was typed.
        words: String,
    },
}

/// Starts the thread; questions go to what is returned.
pub(super) fn start(store: SharedStore, to: Sender<Happening>) -> std::io::Result<Sender<Question>> {
    let (ask, asked) = unbounded();
    thread::Builder::new().name("searcher".to_owned()).spawn(move || {
        give_way(Yielding::Little);
        let mut searcher = Searcher { store, asked, to: to.clone(), names: None };
        while let Ok(question) = searcher.asked.recv() {
            // Only the newest question is of interest; making ready is none that anybody waits for.
            let newer = searcher.asked.try_iter().filter(|q| !matches!(q, Question::Prepare)).last();
            let question = newer.unwrap_or(question);
            if let Some(answer) = searcher.answer(question)
                && to.send(Happening::Action(answer)).is_err()
            {
                return;
            }
        }
    })?;
    Ok(ask)
}

struct Searcher {
    store: SharedStore,
    asked: Receiver<Question>,
    to: Sender<Happening>,
    /// The finder, the number of names it knows, and when they were taken.
    names: Option<(Finder, u64, Instant)>,
}

impl Searcher {
    /// The answer; `None` where a newer question came in the meantime.
    fn answer(&mut self, question: Question) -> Option<Action> {
        match question {
            Question::Prepare => {
                self.store.read().prepare_orders();
                self.names = None;
                self.take_names();
                None
            }
            Question::Actors { search, pattern, kind } => {
                self.take_names();
                let asked = &self.asked;
                let (finder, ..) = self.names.as_mut()?;
                finder.look_for(kind);
                let hits = finder.find(&pattern, HITS, || asked.is_empty())?;
                Some(Action::Found { search, hits })
            }
            Question::Count { search, mut rows } => {
                let store = self.store.read();
                if let Some(count) = rows.count(&store) {
                    // Who is gone needs no answer.
                    let _ = self.to.send(Happening::Action(Action::Counted { search, count }));
                    if !self.asked.is_empty() {
                        return None;
                    }
                    return Some(Action::RowsMade(Box::new(rows.compute(&store))));
                }
                let made = rows.compute(&store);
                let _ = self.to.send(Happening::Action(Action::Counted { search, count: made.value().items.len() }));
                Some(Action::RowsMade(Box::new(made)))
            }
            Question::Words { search, words } => self.words(&words).map(|hits| Action::FoundText { search, hits }),
        }
    }

    /// Takes the store's names, where it has others than those known.
    fn take_names(&mut self) {
        let revision = self.store.read().revision();
        if let Some((_, known, taken)) = &self.names
            && (*known == revision || taken.elapsed() < PATIENCE)
        {
            return;
        }
        let mut builder = NamesBuilder::default();
        let mut at = 0;
        loop {
            let store = self.store.read();
            let aliases = store.aliases();
            let portion = &aliases[at.min(aliases.len())..aliases.len().min(at + PORTION)];
            if portion.is_empty() {
                break;
            }
            for alias in portion {
                builder.add(Owner::of(&store, alias.actor), store.str(alias.name));
            }
            at += portion.len();
        }
        let names: Arc<Names> = Arc::new(builder.build());
        self.names = Some((Finder::new(names), revision, Instant::now()));
    }

    fn words(&self, words: &str) -> Option<Vec<(ArticleId, Span)>> {
        let mut places = Vec::new();
        let wanted = Words::new(words);
        if wanted.is_empty() {
            return Some(places);
        }
        let mut at = 0;
        while places.len() < PLACES {
            let texts: Vec<(ArticleId, Arc<str>)> = {
                let store = self.store.read();
                let ids = store.article_ids().skip(at).take(64);
                ids.map(|id| (id, Arc::clone(&store.article(id).article.text))).collect()
            };
            if texts.is_empty() {
                break;
            }
            at += texts.len();
            for (id, article) in texts {
                let room = PLACES - places.len();
                places.extend(wanted.find(&article, room).into_iter().map(|span| (id, span)));
            }
            if !self.asked.is_empty() {
                return None;
            }
        }
        Some(places)
    }
}
