//! `dossier export`: evidence as a file that can be handed on and checked later.

use std::fs::File;
use std::io::{BufWriter, Write};

use super::args::{Exhibits, Export};
use super::{Common, Failure, Notes, list, stdout};
use crate::export::exhibit::{Exhibitor, Item};
use crate::store::query::Query;
use crate::store::{EventOrder, Store};

pub(super) fn run(export: &Export, common: &Common) -> Result<(), Failure> {
    let query = Query::parse(&export.query).map_err(|error| Failure::query(&export.query, &error))?;
    let mut notes = Notes::new(common)?;
    let store = list::load(&export.input.paths, common, &mut notes)?;
    notes.finish()?;
    let mut exhibitor = Exhibitor::default();
    let exhibits: Vec<_> =
        items(&store, &query, export.what).into_iter().map(|item| exhibitor.exhibit(&store, item)).collect();
    let mut out: Box<dyn Write> = match &export.output {
        None => Box::new(stdout()),
        Some(path) => {
            let cannot = |error| Failure::Other(anyhow::anyhow!("cannot write {}: {error}", path.display()));
            Box::new(BufWriter::new(File::create(path).map_err(cannot)?))
        }
    };
    export.format.write(&mut out, &exhibits)?;
    Ok(out.flush()?)
}

/// Events by date, then quotes in input order.
fn items(store: &Store, query: &Query, what: Exhibits) -> Vec<Item> {
    let mut items = Vec::new();
    if what != Exhibits::Quotes {
        let mut events = store.find_events(query);
        store.sort_events(&mut events, EventOrder::Date);
        items.extend(events.into_iter().map(Item::Event));
    }
    if what != Exhibits::Events {
        items.extend(store.find_quotes(query).into_iter().map(Item::Quote));
    }
    items
}
