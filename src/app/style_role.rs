//! What a piece of text is, so that a theme can give it its colour and its other sign.

use crate::model::{ActorKind, EventType, QuadClass, Status};

macro_rules! roles {
    ($($variant:ident $name:literal $doc:literal;)*) => {
        /// What a piece of the screen is. A theme gives every role a style.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Role {
            $(#[doc = $doc] $variant,)*
        }

        impl Role {
            /// Every role.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The name in theme files.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }
        }
    };
}

roles! {
    Base "base" "Everything that is nothing else: the screen's own colours.";
    Dim "dim" "What may be overlooked.";
    Faint "faint" "Gutters and separators.";
    Border "border" "A pane's frame.";
    BorderFocus "border-focus" "The frame of the pane that has the keyboard.";
    Title "title" "A pane's title.";
    TitleFocus "title-focus" "The title of the pane that has the keyboard.";
    Brand "brand" "The program's name.";
    Tab "tab" "A view's name.";
    TabActive "tab-active" "The name of the view shown.";
    Selected "selected" "The selected row of the pane that has the keyboard.";
    SelectedIdle "selected-idle" "The selected row of another pane.";
    Marked "marked" "A marked row's sign.";
    Label "label" "A field's name.";
    Heading "heading" "A section's name.";
    Link "link" "Something that opens.";
    LinkSelected "link-selected" "The link that Enter opens.";
    Person "person" "A human being.";
    Country "country" "A state.";
    Organisation "organisation" "A ministry, company, bloc.";
    Group "group" "A people or unnamed people.";
    Date "date" "A date.";
    Quote "quote" "Words said.";
    Trigger "trigger" "The words that tell an event.";
    Party "party" "Who takes part in the event shown.";
    Sentence "sentence" "The sentence in view.";
    Cooperation "cooperation" "Types of cooperation.";
    Conflict "conflict" "Types of conflict.";
    Asserted "asserted" "It happened.";
    Planned "planned" "It is scheduled or promised.";
    Possible "possible" "It is hoped or conditional.";
    Denied "denied" "It did not happen.";
    Match "match" "Letters that match a search.";
    Hidden "hidden" "A mark for a character that cannot be shown.";
    Key "key" "A key in a hint.";
    Hint "hint" "What a key does.";
    Bar "bar" "Bars and curves.";
    Done "done" "Good news.";
    Refused "refused" "Bad news.";
    Input "input" "The line that is typed.";
}

impl From<ActorKind> for Role {
    fn from(kind: ActorKind) -> Self {
        match kind {
            ActorKind::Person => Self::Person,
            ActorKind::Country => Self::Country,
            ActorKind::Organisation => Self::Organisation,
            ActorKind::Group => Self::Group,
        }
    }
}

impl From<Status> for Role {
    fn from(status: Status) -> Self {
        match status {
            Status::Asserted => Self::Asserted,
            Status::Planned => Self::Planned,
            Status::Possible => Self::Possible,
            Status::Denied => Self::Denied,
        }
    }
}

impl From<EventType> for Role {
    fn from(kind: EventType) -> Self {
        match kind.quad_class() {
            QuadClass::VerbalCooperation | QuadClass::MaterialCooperation => Self::Cooperation,
            QuadClass::VerbalConflict | QuadClass::MaterialConflict => Self::Conflict,
        }
    }
}
