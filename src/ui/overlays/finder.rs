//! The actor finder.

use super::search_list;
use crate::app::labels;
use crate::app::layout::Area;
use crate::app::overlay::ActorFinder;
use crate::app::style_role::Role;
use crate::model::ActorKind;
use crate::search::Hit;
use crate::store::Store;
use crate::ui::Canvas;
use crate::ui::line_writer::LineWriter;

impl Canvas<'_, '_> {
    pub(super) fn actor_finder(&mut self, screen: Area, finder: &ActorFinder) {
        let kind = finder.kind;
        let one = finder.with.filter(|a| a.index() < self.store.actor_count());
        let finder = &finder.list;
        let below = search_list::counted(finder, "nobody is called so");
        let title = match one {
            Some(one) => format!("{} and whom?", self.store.name(one)),
            None => "Find an actor by any of its names".to_owned(),
        };
        let inner = self.popup(screen, 84, screen.height * 3 / 4, &title, &below);
        let store = self.store;
        self.search_list(inner, "/", finder, |writer, hit| draw(writer, store, hit));
        self.kinds(inner, kind);
    }

    /// The kinds that Tab goes through, at the right of the line that is typed; the one looked for
    /// stands between brackets.
    fn kinds(&mut self, area: Area, wanted: Option<ActorKind>) {
        let name = |kind: Option<ActorKind>| kind.map_or("all", labels::kind_name);
        let narrow = area.width < 76;
        let shown: Vec<_> = ActorFinder::KINDS.into_iter().filter(|k| !narrow || *k == wanted).collect();
        let width: usize = shown.iter().map(|&k| name(k).len() + 3).sum::<usize>() + 4;
        if usize::from(area.width) < width + 14 {
            return;
        }
        let mut writer = self.writer(Area::new(area.x + area.width - width as u16, area.y, width as u16, 1));
        writer.put("Tab", Role::Key).put(" ", Role::Base);
        for kind in shown {
            let (open, close) = if kind == wanted { ("[", "]") } else { (" ", " ") };
            let role = if kind == wanted { Role::TabActive } else { Role::Dim };
            writer.put(open, role).put(name(kind), role).put(close, role);
        }
    }
}

/// An actor found: its name, the name that matched, what it is and how often it is mentioned.
fn draw(writer: &mut LineWriter<'_>, store: &Store, hit: &Hit) {
    if hit.actor.index() >= store.actor_count() {
        return;
    }
    let actor = store.actor(hit.actor);
    let name = store.name(hit.actor);
    let names = std::iter::once(name).chain(store.names_of(hit.actor).map(|(n, _)| n));
    let (matched, lit) = hit.lit(names);
    let end = writer.end();
    // On a narrow screen the name needs the room of the kind's word.
    let narrow = writer.room() < 60;
    let kind = if narrow { 2 } else { 13 };
    writer.leave(kind + 11);
    let mut at = 0;
    if matched != name {
        writer.put(name, Role::Base).put("  as ", Role::Dim);
    }
    for range in lit {
        writer.put(&matched[at..range.start], Role::Base);
        writer.put(&matched[range.clone()], Role::Match);
        at = range.end;
    }
    writer.put(&matched[at..], Role::Base);
    if let Some(of) = actor.of {
        writer.put("  ", Role::Base).put(store.name(of), Role::Faint);
    }
    writer.until(end);
    writer.x = end.saturating_sub(kind as u16 + 10).max(writer.x);
    let word = if narrow { labels::kind_sign(actor.kind) } else { labels::kind_name(actor.kind) };
    writer.column(word, kind, Role::Dim);
    writer.column_right(&labels::thousands(store.mentions_of(hit.actor).len()), 8, Role::Dim);
}
