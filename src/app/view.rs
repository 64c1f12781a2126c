//! The views: what the list pane can show.

/// What the list shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum View {
    /// Who did what to whom.
    #[default]
    Events,
    /// Who.
    Actors,
    /// Who said what.
    Quotes,
    /// What was read.
    Articles,
    /// When.
    Timeline,
    /// Who with whom.
    Network,
    /// Two actors and what is between them.
    Pair,
}

impl View {
    /// Every view, in the order of its number.
    pub const ALL: [Self; 7] =
        [Self::Events, Self::Actors, Self::Quotes, Self::Articles, Self::Timeline, Self::Network, Self::Pair];

    /// The views that have a number.
    pub const NUMBERED: [Self; 6] =
        [Self::Events, Self::Actors, Self::Quotes, Self::Articles, Self::Timeline, Self::Network];

    /// The name shown.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Events => "Events",
            Self::Actors => "Actors",
            Self::Quotes => "Quotes",
            Self::Articles => "Articles",
            Self::Timeline => "Timeline",
            Self::Network => "Network",
            Self::Pair => "Pair",
        }
    }

    /// True where its rows are events or made from them.
    #[must_use]
    pub fn is_of_events(self) -> bool {
        match self {
            Self::Events | Self::Timeline | Self::Network | Self::Pair => true,
            Self::Actors | Self::Quotes | Self::Articles => false,
        }
    }

    /// What a filter of the view counts, in the plural.
    #[must_use]
    pub fn counted(self) -> &'static str {
        match self {
            Self::Actors => "actors",
            Self::Quotes => "quotes",
            Self::Articles => "articles",
            Self::Events | Self::Timeline | Self::Network | Self::Pair => "events",
        }
    }
}
