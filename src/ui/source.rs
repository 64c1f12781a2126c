//! The source pane: the article's words, lit by what was found in them.

use ratatui::layout::Position;
use ratatui::style::Style;

use super::Canvas;
use super::hit_map::Zone;
use crate::app::annotations::Thing;
use crate::app::layout::{Area, Pane};
use crate::app::source::gutter;
use crate::app::style_role::Role;
use crate::app::wrap::{Row, row_cells};
use crate::app::{cells, detail, labels};
use crate::model::{MentionKind, Span};

/// What lies over a byte range of a row: later ones over earlier ones.
type Coat = (Span, Style);

impl Canvas<'_, '_> {
    pub(super) fn source(&mut self, area: Area) {
        if area.is_empty() {
            return;
        }
        let focused = self.focused(Pane::Source);
        let title = self.source_title();
        let role = if focused { Role::TitleFocus } else { Role::Title };
        let width = usize::from(area.width);
        let mut room = width.saturating_sub(4);
        let mut titles: Vec<(&str, Role)> = Vec::new();
        for (i, text) in title.iter().enumerate() {
            // The name may be cut; of a place half says nothing.
            let wide = cells::width(text);
            if i < 2 || wide <= room {
                titles.push((text, if i == 0 { role } else { Role::Dim }));
            }
            room = room.saturating_sub(wide);
        }
        let stands = if focused { self.stands_on(width) } else { Vec::new() };
        let taken: usize = stands.iter().map(|(text, _)| cells::width(text)).sum();
        let mut below: Vec<(&str, Role)> = stands.iter().map(|(text, role)| (text.as_str(), *role)).collect();
        below.extend(self.legend(width.saturating_sub(taken)));
        self.frame_around(area, focused, &titles, &below);
        self.hits.add(area, Zone::Pane(Pane::Source));
        let Some(article) = self.model.source.article else { return };
        if article.index() >= self.store.article_count() {
            return;
        }
        let inner = area.inner();
        let source = &self.model.source;
        let (table, offset) = (std::sync::Arc::clone(&source.table), source.offset);
        let left = gutter(usize::from(inner.width)) as u16;
        let text_area = Area::new(inner.x + left, inner.y, inner.width.saturating_sub(left), inner.height);
        self.hits.add(text_area, Zone::Source(offset));
        let text = std::sync::Arc::clone(&self.store.article(article).article.text);
        let cursor_row = table.row_of(source.cursor);
        let hints: Vec<(char, Span)> =
            if source.hints { self.model.hinted().map(|(c, s, _)| (c, s)).collect() } else { Vec::new() };
        let height = usize::from(inner.height);
        for (i, row) in table.rows().iter().skip(offset).take(height).enumerate() {
            let here = focused && offset + i == cursor_row;
            self.gutter(inner, i, row, left, here);
            self.text_row(text_area, i, row, &text, here, &hints);
        }
        self.scrollbar(area, focused, offset, table.rows().len(), height);
    }

    /// ` Source `, `─ 004….txt `, `─ ¶1 `, `─ bytes 0–189 `.
    fn source_title(&self) -> Vec<String> {
        let mut out = vec![" Source ".to_owned()];
        let source = &self.model.source;
        let Some(article) = source.article.filter(|a| a.index() < self.store.article_count()) else { return out };
        let row = self.store.article(article);
        out.push(format!("─ {} ", cells::fit(&row.article.doc, 28)));
        let words = source.in_view.unwrap_or(Span { start: source.cursor, end: source.cursor });
        let paragraph = source.table.paragraph_of(words.start);
        if paragraph > 0 {
            out.push(format!("─ ¶{paragraph} "));
        }
        if let Some(s) = source.in_view {
            let shift = row.article.shift();
            out.push(format!("─ bytes {}–{} ", s.start + shift, s.end + shift));
        }
        out
    }

    /// What stands under the cursor, in a few words: `he = Vladimir Putin, person, by pronoun`.
    fn stands_on(&self, width: usize) -> Vec<(String, Role)> {
        let source = &self.model.source;
        let Some((article, (span, thing))) = source.article.zip(source.under_cursor()) else { return Vec::new() };
        if article.index() >= self.store.article_count() {
            return Vec::new();
        }
        let store = self.store;
        let words = cells::one_line(store.words_at(article, span)).into_owned();
        let (is, role, how) = match thing {
            Thing::Mention(id) => {
                let mention = store.mention(id);
                let actor = store.actor(mention.actor);
                let how = match mention.kind {
                    MentionKind::Name => "",
                    MentionKind::Pronoun => ", by pronoun",
                    MentionKind::Description => ", by description",
                };
                let how = format!(", {}{how}", labels::kind_name(actor.kind));
                (store.name(mention.actor).to_owned(), actor.kind.into(), how)
            }
            Thing::Event(id) => {
                let event = store.event(id);
                (labels::event_line(store, event), event.kind.into(), String::new())
            }
            Thing::Quote(id) => (labels::speaker(store, id).0.into_owned(), Role::Quote, " says so".to_owned()),
            Thing::Date(at) => {
                let value = store.dates_in(article).get(at).map_or("", |d| store.str(d.value));
                let value = if value.is_empty() { "no known day" } else { value };
                (value.to_owned(), Role::Date, String::new())
            }
        };
        let room = (width * 2 / 3).saturating_sub(cells::width(&how) + 8).max(8);
        let mut out = vec![(format!(" {} ", self.dress.glyphs.selected), Role::Dim)];
        if words != is {
            out.push((format!("{} = ", cells::fit(&words, room / 2)), Role::Dim));
        }
        out.push((cells::fit(&is, room).into_owned(), role));
        out.push((format!("{how} "), Role::Dim));
        out.push((self.dress.glyphs.across.to_owned(), Role::Border));
        out
    }

    /// What the looks mean, each in its own, as many words as there is room for.
    fn legend(&self, width: usize) -> Vec<(&'static str, Role)> {
        let event = self.model.source.event.is_some();
        let kinds = [("person", Role::Person), ("country", Role::Country)];
        let rest = [("date", Role::Date), ("quote", Role::Quote)];
        let trigger = [("trigger", Role::Trigger), ("who", Role::Party)];
        let with = |organisation: &'static str, trigger: &[(&'static str, Role)]| {
            let words = trigger.iter().chain(&kinds).copied();
            let words = words.chain([(organisation, Role::Organisation)]).chain(rest);
            let mut out = vec![(" ", Role::Base)];
            out.extend(words.flat_map(|word| [word, (" ", Role::Base)]));
            out
        };
        let trigger = if event { &trigger[..] } else { &[] };
        let choices = [with("organisation", trigger), with("org.", trigger), with("org.", &[])];
        let fits = |words: &Vec<(&str, Role)>| words.iter().map(|(w, _)| cells::width(w)).sum::<usize>() + 4 <= width;
        choices.into_iter().find(fits).unwrap_or_default()
    }

    fn gutter(&mut self, area: Area, line: usize, row: &Row, width: u16, here: bool) {
        let in_view =
            self.model.source.in_view.is_some_and(|s| row.start < s.end && s.start < row.end.max(row.start + 1));
        let glyphs = self.dress.glyphs;
        let mut writer = self.writer(Area::new(area.x, area.y + line as u16, width, 1));
        if width > 2 {
            let number = if row.first { format!("¶{}", row.paragraph) } else { String::new() };
            writer.column_right(&number, usize::from(width) - 2, if here { Role::Dim } else { Role::Faint });
        }
        let sign = match (here, in_view && row.paragraph > 0) {
            (true, _) => glyphs.selected,
            (false, true) => glyphs.in_view,
            _ => "",
        };
        writer.x = area.x + width - 2;
        writer.column(sign, 1, Role::BorderFocus);
    }

    fn text_row(&mut self, area: Area, line: usize, row: &Row, text: &str, here: bool, hints: &[(char, Span)]) {
        let Some(words) = text.get(row.range()) else { return };
        let coats = self.coats(row);
        let cursor = self.model.source.cursor;
        let hidden = self.dress.style(Role::Hidden);
        let base = self.dress.style(Role::Base);
        let hint_style = self.dress.style(Role::Trigger);
        let mut at_cursor = None;
        let mut writer = self.line(area, line);
        for cell in row_cells(words) {
            if cell.width > writer.room() {
                break;
            }
            let byte = row.start + cell.at as u32;
            if here && at_cursor.is_none() && byte >= cursor {
                at_cursor = Some(writer.x);
            }
            let hint = hints.iter().find(|(_, s)| s.start == byte);
            if let Some((letter, _)) = hint {
                writer.put_styled(letter.encode_utf8(&mut [0; 4]), hint_style);
                writer.skip(cell.width.saturating_sub(1));
                continue;
            }
            let mut style = base;
            for (span, coat) in &coats {
                if span.contains_byte(byte as usize) {
                    style = style.patch(*coat);
                }
            }
            writer.put_styled(cell.shown, if cell.mark { style.patch(hidden) } else { style });
        }
        if here {
            let x = at_cursor.unwrap_or(area.x);
            self.cursor.get_or_insert(Position::new(x, area.y + line as u16));
        }
    }

    /// The looks that lie over a row: the sentence in view at the bottom, the trigger on top.
    fn coats(&self, row: &Row) -> Vec<Coat> {
        let source = &self.model.source;
        let (start, end) = (row.start, row.end);
        let style = |role| self.dress.style(role);
        let mut coats: Vec<Coat> = Vec::new();
        if let Some(span) = source.in_view {
            coats.push((span, style(Role::Sentence)));
        }
        coats.extend(source.annotations.quotes.within(start, end).map(|(s, _)| (s, style(Role::Quote))));
        coats.extend(source.annotations.dates.within(start, end).map(|(s, _)| (s, style(Role::Date))));
        coats.extend(source.annotations.mentions.within(start, end).map(|(s, m)| {
            let actor = self.store.mention(m).actor;
            (s, style(self.store.actor(actor).kind.into()))
        }));
        match source.event.filter(|&e| detail::exists(self.store, crate::app::Item::Event(e))) {
            Some(id) => {
                let event = self.store.event(id);
                coats.extend(event.parties().iter().map(|p| (p.span, style(Role::Party))));
                coats.push((event.trigger, style(Role::Trigger)));
            }
            None => {
                // A mention or a match is its own words: nothing else would set it off.
                if let Some(span) = source.in_view.filter(|s| s.len() < 60) {
                    coats.push((span, style(Role::Trigger)));
                }
            }
        }
        coats
    }
}
