//! `dossier list`: the explorer's views as text.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::ValueEnum;

use super::args::{List, What};
use super::progress::Bar;
use super::table::{Look, print};
use super::{Common, Failure, Notes, stdout};
use crate::export::records::{
    ActorRecord, ArticleRecord, EventRecord, PairRecord, PeriodRecord, QuoteRecord, StoryRecord,
};
use crate::ingest;
use crate::load::{Loaded, Loading};
use crate::store::query::Query;
use crate::store::{EventOrder, Skipped, Store, StoreBuilder};

/// The most periods a timeline has; its grain is chosen to fit.
const PERIODS: i64 = 60;

pub(super) fn run(list: &List, common: &Common) -> Result<(), Failure> {
    let query = Query::parse(&list.query).map_err(|error| Failure::query(&list.query, &error))?;
    let mut notes = Notes::new(common)?;
    let store = load(&list.input.paths, common, &mut notes)?;
    notes.finish()?;
    let mut out = stdout();
    let most = list.limit.unwrap_or(usize::MAX);
    let look = Look::of_stdout(common.no_color);
    let (s, format) = (&store, list.format);
    let listed = match list.what {
        What::Events => {
            let mut found = s.find_events(&query);
            s.sort_events(&mut found, EventOrder::Date);
            print(&mut out, found.into_iter().take(most).map(|e| EventRecord::of(s, e)), format, look)?
        }
        What::Actors => {
            let found = s.find_actors(&query);
            let listed = s.actors_by_weight().iter().filter(|a| found.binary_search(a).is_ok());
            print(&mut out, listed.take(most).map(|&a| ActorRecord::of(s, a)), format, look)?
        }
        What::Quotes => {
            let found = s.find_quotes(&query);
            print(&mut out, found.into_iter().take(most).map(|q| QuoteRecord::of(s, q)), format, look)?
        }
        What::Articles => {
            let found = s.find_articles(&query);
            print(&mut out, found.into_iter().take(most).map(|a| ArticleRecord::of(s, a)), format, look)?
        }
        What::Stories => {
            let found = s.find_stories(&query);
            let mut heads: Vec<_> = found.into_iter().map(|story| s.story(story).head()).collect();
            s.sort_events(&mut heads, EventOrder::Date);
            let stories = heads.into_iter().map(|head| s.story_of(head));
            print(&mut out, stories.take(most).map(|story| StoryRecord::of(s, story)), format, look)?
        }
        What::Timeline => {
            let found = s.find_events(&query);
            let bars = s.timeline(&found, s.fitting_grain(&found, PERIODS)).bars;
            print(&mut out, bars.into_iter().take(most).map(|(bar, n)| PeriodRecord::of(bar, n)), format, look)?
        }
        What::Network => {
            let pairs = s.pairs(&s.find_events(&query));
            print(&mut out, pairs.into_iter().take(most).map(|(pair, n)| PairRecord::of(s, pair, n)), format, look)?
        }
    };
    out.flush()?;
    if listed == 0 && !common.quiet {
        let what = list.what.to_possible_value().map(|v| v.get_name().to_owned()).unwrap_or_default();
        let _ = writeln!(io::stderr(), "dossier: no {what}{}", if query.is_empty() { "" } else { " match the query" });
    }
    Ok(())
}

/// Loads everything below the paths into a store.
pub(super) fn load(paths: &[PathBuf], common: &Common, notes: &mut Notes) -> Result<Store, Failure> {
    let loading = Loading::start(ingest::plan(paths), common.load_options(), |article, findings| (article, findings));
    let mut bar = Bar::new(loading.progress(), common, true);
    let mut builder = StoreBuilder::new();
    for loaded in loading {
        match loaded {
            Loaded::Article((article, findings)) => {
                bar.article(findings.words);
                let odd = article.notes.iter().chain(findings.warnings.iter().map(|w| &w.message));
                notes.article(&article.id, findings.words, odd.cloned())?;
                builder.add(article, findings);
            }
            Loaded::Skipped(skipped) => {
                notes.skip(&skipped)?;
                builder.skip(Skipped { reason: skipped.reason.to_string(), name: name(&skipped) });
            }
        }
    }
    Ok(builder.build())
}

/// The path and line of a skipped input.
fn name(skipped: &ingest::Skipped) -> String {
    let whole = skipped.to_string();
    let reason = format!(": {}", skipped.reason);
    whole.strip_suffix(&reason).unwrap_or(&whole).to_owned()
}
