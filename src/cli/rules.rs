//! `dossier rules`: the rule book.

use std::io::Write;

use super::args::{RuleFormat, Rules};
use super::{Failure, stdout};
use crate::export::rule_book::{RuleLine, text};
use crate::extract::book;
use crate::model::RuleRef;

/// Prints the rules whose id equals or begins with the given one; without one, all rules.
pub(super) fn run(asked: &Rules) -> Result<(), Failure> {
    let wanted = |rule: &RuleRef| match &asked.id {
        Some(id) => rule.id == id || rule.id.strip_prefix(id.as_str()).is_some_and(|rest| rest.starts_with('.')),
        None => true,
    };
    let found: Vec<_> = book::all().filter(wanted).collect();
    if found.is_empty() {
        let asked = asked.id.as_deref().unwrap_or_default();
        let near = book::all().map(|r| r.id).min_by_key(|id| strsim::osa_distance(id, asked)).unwrap_or_default();
        return Err(Failure::Usage(format!(
            "there is no rule {asked}; the nearest is {near} (dossier rules lists all)"
        )));
    }
    let mut out = stdout();
    match asked.format {
        RuleFormat::Text => {
            for (n, rule) in found.iter().enumerate() {
                write!(out, "{}{}", if n > 0 { "\n" } else { "" }, text(rule))?;
            }
        }
        RuleFormat::Json => {
            for rule in found {
                writeln!(out, "{}", serde_json::to_string(&RuleLine::of(rule)).map_err(std::io::Error::from)?)?;
            }
        }
    }
    Ok(out.flush()?)
}
