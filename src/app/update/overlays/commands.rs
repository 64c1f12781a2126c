//! The palette and the help: every command, filtered while one types.

use crate::app::action::{Effect, Notice};
use crate::app::command::Command;
use crate::app::line_edit::LineEdit;
use crate::app::model::Model;
use crate::app::overlay::{CommandList, CommandRow, ListKind, Overlay, moved};
use crate::store::Store;

impl CommandList {
    pub(super) fn run(mut self, model: &mut Model, store: &Store, command: Command) -> Vec<Effect> {
        if command == Command::Follow {
            return match self.rows.get(self.selected) {
                Some(CommandRow::Query(_, query)) => {
                    model.filter_by(store, &query.clone());
                    Vec::new()
                }
                Some(&CommandRow::Command(_, Some(why))) => {
                    model.notice = Some(Notice::refused(why));
                    model.overlay = Some(Overlay::Commands(self));
                    Vec::new()
                }
                Some(&CommandRow::Command(chosen, None)) => model.run(store, chosen),
                _ => {
                    model.overlay = Some(Overlay::Commands(self));
                    Vec::new()
                }
            };
        }
        if let Some(to) = moved(self.selected, self.rows.len(), command) {
            let is_command = |i: usize| self.rows.get(i).is_some_and(CommandRow::runs);
            let down = to >= self.selected;
            let onward = (to..self.rows.len()).find(|&i| is_command(i));
            let back = (0..=to).rev().find(|&i| is_command(i));
            self.selected = if down { onward.or(back) } else { back.or(onward) }.unwrap_or(self.selected);
        }
        model.overlay = Some(Overlay::Commands(self));
        Vec::new()
    }

    fn new(kind: ListKind, model: &Model) -> Self {
        let skipped = [Command::Palette, Command::Help, Command::Cancel];
        let listed = Command::ALL.iter().filter(|c| kind == ListKind::Help || !skipped.contains(c));
        let all: Vec<_> = listed.map(|&c| (c, model.cannot(c))).collect();
        let mut list = Self { kind, input: LineEdit::default(), rows: Vec::new(), selected: 0, all };
        list.typed(&model.queries);
        list
    }
}

impl Model {
    /// Opens the palette or the help.
    pub(in crate::app) fn open_commands(&mut self, kind: ListKind) -> Vec<Effect> {
        let list = CommandList::new(kind, self);
        self.overlay = Some(Overlay::Commands(list));
        Vec::new()
    }
}
