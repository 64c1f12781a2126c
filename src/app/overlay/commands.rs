//! The palette and the help: every command, filtered while one types.

use std::collections::BTreeMap;

use crate::app::command::{Command, Group};
use crate::app::line_edit::LineEdit;

/// Which of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListKind {
    /// Commands that can be run now first.
    Palette,
    /// Everything under its heading.
    Help,
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CommandRow {
    /// A heading.
    Heading(Group),
    /// A command; the reason where it cannot be run.
    Command(Command, Option<&'static str>),
    /// A named query of the settings: its name and itself.
    Query(String, String),
}

impl CommandRow {
    /// True where Enter does something with it.
    pub(in crate::app) fn runs(&self) -> bool {
        !matches!(self, Self::Heading(_))
    }
}

/// All commands.
#[derive(Clone, Debug)]
pub struct CommandList {
    /// Palette or help.
    pub kind: ListKind,
    /// What is typed.
    pub input: LineEdit,
    /// The rows that are left.
    pub rows: Vec<CommandRow>,
    /// The row selected: never a heading.
    pub selected: usize,
    pub(in crate::app) all: Vec<(Command, Option<&'static str>)>,
}

impl CommandList {
    /// Keeps the commands that have all words typed in their name, heading or documentation, and the
    /// named queries that have them.
    pub(in crate::app) fn typed(&mut self, queries: &BTreeMap<String, String>) {
        let typed = self.input.text().to_lowercase();
        let words: Vec<&str> = typed.split_whitespace().collect();
        let fits = |c: Command| {
            let text = format!("{} {} {}", c.name(), c.group().name(), c.doc()).to_lowercase();
            words.iter().all(|w| text.contains(w))
        };
        let mut found: Vec<_> = self.all.iter().copied().filter(|(c, _)| fits(*c)).collect();
        self.rows.clear();
        if words.is_empty() && self.kind == ListKind::Help {
            for group in Group::ALL {
                self.rows.push(CommandRow::Heading(group));
                let of_group = found.iter().filter(|(c, _)| c.group() == group);
                self.rows.extend(of_group.map(|&(c, why)| CommandRow::Command(c, why)));
            }
        } else {
            if words.is_empty() {
                // Nobody looks for the arrow keys here.
                found.sort_by_key(|(c, why)| (why.is_some(), c.group() == Group::Move));
            }
            if let Some(first) = words.first() {
                found.sort_by_key(|(c, why)| (why.is_some(), !c.name().starts_with(first), !c.name().contains(first)));
            }
            self.rows.extend(found.into_iter().map(|(c, why)| CommandRow::Command(c, why)));
        }
        if self.kind == ListKind::Palette {
            let named = queries.iter().filter(|(name, query)| {
                let text = format!("filter query {name} {query}").to_lowercase();
                words.iter().all(|w| text.contains(w))
            });
            self.rows.extend(named.map(|(name, query)| CommandRow::Query(name.clone(), query.clone())));
        }
        self.selected = self.rows.iter().position(CommandRow::runs).unwrap_or(0);
    }
}
