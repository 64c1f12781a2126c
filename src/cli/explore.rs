//! `dossier` without a command: the explorer.

use std::path::PathBuf;

use super::args::{Format, Input, List, What};
use super::{Common, Failure, list};

pub(super) fn run(paths: &[PathBuf], common: &Common) -> Result<(), Failure> {
    let input = Input { paths: paths.to_vec() };
    list::run(&List { what: What::Events, input, query: String::new(), format: Format::Table, limit: None }, common)
}
