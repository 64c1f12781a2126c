//! Where the panes lie. Plain geometry: `update` needs it to scroll, `view` to draw.

/// A rectangle of cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Area {
    /// Left column.
    pub x: u16,
    /// Top row.
    pub y: u16,
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

impl Area {
    /// A rectangle from its corner and size.
    #[must_use]
    pub fn new(x: u16, y: u16, width: u16, height: u16) -> Self {
        Self { x, y, width, height }
    }

    /// True where it has no cell.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.width == 0 || self.height == 0
    }

    /// What is left inside a border of one cell.
    #[must_use]
    pub fn inner(self) -> Self {
        if self.width < 2 || self.height < 2 {
            return Self::new(self.x, self.y, 0, 0);
        }
        Self::new(self.x + 1, self.y + 1, self.width - 2, self.height - 2)
    }

    /// True where the cell lies in it.
    #[must_use]
    pub fn contains(self, x: u16, y: u16) -> bool {
        (self.x..self.x.saturating_add(self.width)).contains(&x)
            && (self.y..self.y.saturating_add(self.height)).contains(&y)
    }
}

/// The three panes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pane {
    /// Events, actors, quotes or articles.
    #[default]
    List,
    /// What is known of the thing selected.
    Detail,
    /// The text that proves it.
    Source,
}

impl Pane {
    /// Every pane, in the order of Tab.
    pub const ALL: [Self; 3] = [Self::List, Self::Detail, Self::Source];
}

/// Narrower than this, the list and one other pane are shown.
const THREE_PANES: u16 = 100;
/// Narrower than this, one pane is shown.
const TWO_PANES: u16 = 60;
/// Smaller than this, nothing but a message.
const SMALLEST: (u16, u16) = (20, 6);

/// Rows from which on a list shows the names of its columns.
const HEADED: u16 = 8;

/// The areas of one frame; a pane that is not shown has an empty one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// The title and views.
    pub header: Area,
    /// The hint bar, or the line that is typed.
    pub footer: Area,
    /// Areas by [`Pane`], borders included.
    panes: [Area; 3],
    /// The whole.
    pub screen: Area,
}

/// What decides a layout besides the size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arrangement {
    /// The pane that has the keyboard.
    pub focus: Pane,
    /// The focused pane alone.
    pub zoom: bool,
    /// The list's share of the width, in percent.
    pub split: u16,
    /// What is shown beside the list where there is room for one pane only.
    pub beside: Pane,
}

impl Layout {
    /// Lays a screen out. Everything is empty where the screen is too small for panes.
    #[must_use]
    pub fn new(width: u16, height: u16, how: Arrangement) -> Self {
        let screen = Area::new(0, 0, width, height);
        let mut layout = Self { screen, ..Self::default() };
        if width < SMALLEST.0 || height < SMALLEST.1 {
            return layout;
        }
        layout.header = Area::new(0, 0, width, 1);
        layout.footer = Area::new(0, height - 1, width, 1);
        let body = Area::new(0, 1, width, height - 2);
        let list = Pane::List as usize;
        if how.zoom || width < TWO_PANES {
            layout.panes[how.focus as usize] = body;
            return layout;
        }
        // A row is read at a glance only where it fits: half of a narrow screen is the least.
        let split = if width < THREE_PANES { how.split.max(50) } else { how.split };
        let left = (u32::from(width) * u32::from(split.clamp(20, 80)) / 100) as u16;
        let right = Area::new(left, body.y, width - left, body.height);
        layout.panes[list] = Area { width: left, ..body };
        let detail_rows = right.height * 2 / 5;
        if width >= THREE_PANES && detail_rows >= 6 {
            layout.panes[Pane::Detail as usize] = Area { height: detail_rows, ..right };
            layout.panes[Pane::Source as usize] =
                Area::new(right.x, right.y + detail_rows, right.width, right.height - detail_rows);
        } else {
            let other = if how.focus == Pane::List { how.beside } else { how.focus };
            let other = if other == Pane::Detail { Pane::Detail } else { Pane::Source };
            layout.panes[other as usize] = right;
        }
        layout
    }

    /// A pane's area, borders included; empty where it is not shown.
    #[must_use]
    pub fn pane(&self, pane: Pane) -> Area {
        self.panes[pane as usize]
    }

    /// Rows a pane has for its content; the names of the list's columns are none of them.
    #[must_use]
    pub fn rows(&self, pane: Pane) -> usize {
        let head = pane == Pane::List && self.has_list_head();
        usize::from(self.pane(pane).inner().height) - usize::from(head)
    }

    /// True where the list is high enough for the names of its columns.
    #[must_use]
    pub fn has_list_head(&self) -> bool {
        self.pane(Pane::List).inner().height >= HEADED
    }

    /// True where the screen is too small for panes.
    #[must_use]
    pub fn too_small(&self) -> bool {
        self.header.is_empty()
    }

    /// The pane under a cell.
    #[must_use]
    pub fn pane_at(&self, x: u16, y: u16) -> Option<Pane> {
        Pane::ALL.into_iter().find(|&p| self.pane(p).contains(x, y))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(width: u16, height: u16, focus: Pane) -> Vec<Pane> {
        let layout = Layout::new(width, height, Arrangement { focus, zoom: false, split: 45, beside: Pane::Source });
        Pane::ALL.into_iter().filter(|&p| !layout.pane(p).is_empty()).collect()
    }

    #[test]
    fn panes_give_way_as_the_screen_narrows() {
        assert_eq!(shown(120, 40, Pane::List), [Pane::List, Pane::Detail, Pane::Source]);
        assert_eq!(shown(80, 24, Pane::List), [Pane::List, Pane::Source]);
        assert_eq!(shown(80, 24, Pane::Detail), [Pane::List, Pane::Detail]);
        assert_eq!(shown(40, 10, Pane::Source), [Pane::Source]);
        assert_eq!(shown(19, 10, Pane::Source), []);
        assert_eq!(shown(1, 1, Pane::List), []);
    }

    proptest! {
        #[test]
        fn the_focused_pane_is_shown_and_no_two_overlap(
            width in 0u16..200, height in 0u16..60, focus in 0usize..3, zoom: bool, split in 0u16..120,
        ) {
            let focus = Pane::ALL[focus];
            let layout = Layout::new(width, height, Arrangement { focus, zoom, split, beside: Pane::Source });
            prop_assert!(layout.too_small() || !layout.pane(focus).is_empty());
            for x in 0..width {
                for y in 0..height {
                    let over = Pane::ALL.into_iter().filter(|&p| layout.pane(p).contains(x, y)).count();
                    prop_assert!(over <= 1);
                }
            }
        }
    }
}
