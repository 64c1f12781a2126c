//! Ids are types: an event's number cannot be mistaken for an actor's.

use serde::{Deserialize, Serialize};

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub u32);

        impl $name {
            /// The id of the `i`th item of its table.
            #[must_use]
            pub fn from_index(i: usize) -> Self {
                Self(i as u32)
            }

            /// The place in its table.
            #[must_use]
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }
    };
}

id!(
    /// An article of the store.
    ArticleId
);
id!(
    /// An actor of the store: one person, state, organisation or group over all articles.
    ActorId
);
id!(
    /// An event of the store.
    EventId
);
id!(
    /// A quote of the store.
    QuoteId
);
id!(
    /// A story of the store: reports of one event.
    StoryId
);
id!(
    /// A mention of the store.
    MentionId
);
id!(
    /// An actor within the findings of one article.
    LocalActorId
);
