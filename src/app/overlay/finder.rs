//! The actor finder.

use super::SearchList;
use crate::model::{ActorId, ActorKind};
use crate::search::Hit;

/// Finds actors by any of their names while one types.
#[derive(Clone, Debug, Default)]
pub struct ActorFinder {
    /// The line and the hits.
    pub list: SearchList<Hit>,
    /// The kind that is looked for; `None` for any.
    pub kind: Option<ActorKind>,
    /// The actor to whom another is looked for, where a pair is wanted.
    pub with: Option<ActorId>,
}

impl ActorFinder {
    /// What Tab goes through.
    pub const KINDS: [Option<ActorKind>; 5] = [
        None,
        Some(ActorKind::Person),
        Some(ActorKind::Country),
        Some(ActorKind::Organisation),
        Some(ActorKind::Group),
    ];
}
