//! Why something was found: the rules and words that decided it.

use crate::app::action::Effect;
use crate::app::command::Command;
use crate::app::detail::{self, About};
use crate::app::layout::Pane;
use crate::app::model::Model;
use crate::app::overlay::{Explanation, Overlay, moved};
use crate::store::Store;
use std::sync::Arc;

impl Explanation {
    pub(super) fn run(mut self, model: &mut Model, command: Command) -> Vec<Effect> {
        if matches!(command, Command::Follow | Command::Explain) {
            return Vec::new();
        }
        if let Some(to) = moved(self.offset, self.lines.lines.len(), command) {
            self.offset = to;
        }
        model.overlay = Some(Overlay::Explanation(self));
        Vec::new()
    }
}

impl Model {
    /// `i`: why what is shown, or what stands under the cursor of the source pane, was read so.
    pub(in crate::app) fn explain(&mut self, store: &Store) {
        let under = (self.focus == Pane::Source).then(|| self.source.under_cursor()).flatten();
        let about = match (self.source.article, under, self.detail.item) {
            (Some(article), Some((span, _)), _) => {
                About::Byte(article, span.start.max(self.source.cursor.min(span.end - 1)))
            }
            (_, None, Some(item)) => About::Item(item),
            _ => return,
        };
        let width = usize::from(Explanation::width(self.size.0)).saturating_sub(4);
        let lines = Arc::new(detail::explain(store, about, width));
        self.overlay = Some(Overlay::Explanation(Explanation { lines, offset: 0 }));
    }
}
