//! Why something was found: the rules and words that decided it.

use std::sync::Arc;

use crate::app::detail::Detail;

/// Columns it takes where there are so many.
const WIDTH: u16 = 92;

/// Shows the reasons for one thing.
#[derive(Clone, Debug)]
pub struct Explanation {
    /// Its lines.
    pub lines: Arc<Detail>,
    /// The first line shown.
    pub offset: usize,
}

impl Explanation {
    /// Columns of the box, frame included.
    #[must_use]
    pub fn width(screen: u16) -> u16 {
        screen.saturating_sub(2).min(WIDTH)
    }
}
