//! Everything the explorer can be told to do, as one table.
//!
//! A command is an action without arguments: it has a name (keymap, palette, recordings), a line of
//! documentation (help, man page) and a group. Keys are bound to commands in `assets/keymap.toml`,
//! never here; help, the hint bar and the palette are made from this table and that file.

use std::fmt;
use std::str::FromStr;

/// What a command is about: the headings of the help.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Going up and down and from pane to pane.
    Move,
    /// Choosing what is listed.
    Views,
    /// Following links and coming back.
    Follow,
    /// Finding actors and words, filtering.
    Find,
    /// Marking, copying, handing over.
    Work,
    /// The window itself.
    Window,
    /// The program.
    Program,
}

impl Group {
    /// Every group, in the order of the help.
    pub const ALL: [Self; 7] =
        [Self::Move, Self::Views, Self::Follow, Self::Find, Self::Work, Self::Window, Self::Program];

    /// The heading.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Move => "Move",
            Self::Views => "Views",
            Self::Follow => "Follow",
            Self::Find => "Find",
            Self::Work => "Work",
            Self::Window => "Window",
            Self::Program => "Program",
        }
    }
}

macro_rules! commands {
    ($($variant:ident $name:literal $group:ident $hint:literal $doc:literal;)*) => {
        /// A command. Its documentation is [`Command::doc`].
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[allow(missing_docs)] // every variant's documentation is the table's last column
        pub enum Command {
            $(#[doc = $doc] $variant,)*
        }

        impl Command {
            /// Every command, in the order of the help.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The name in keymap, palette and recordings, kebab case.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// The heading it stands under.
            #[must_use]
            pub fn group(self) -> Group {
                match self { $(Self::$variant => Group::$group,)* }
            }

            /// One or two words for the hint bar.
            #[must_use]
            pub fn hint(self) -> &'static str {
                match self { $(Self::$variant => $hint,)* }
            }

            /// What it does, in one line.
            #[must_use]
            pub fn doc(self) -> &'static str {
                match self { $(Self::$variant => $doc,)* }
            }
        }
    };
}

commands! {
    Down "down" Move "down" "Move down one line";
    Up "up" Move "up" "Move up one line";
    First "first" Move "first" "Move to the first line";
    Last "last" Move "last" "Move to the last line";
    PageDown "page-down" Move "page down" "Move down one page";
    PageUp "page-up" Move "page up" "Move up one page";
    HalfDown "half-page-down" Move "half down" "Move down half a page";
    HalfUp "half-page-up" Move "half up" "Move up half a page";
    NextPane "next-pane" Move "next pane" "Go to the next pane";
    PreviousPane "previous-pane" Move "previous pane" "Go to the previous pane";
    Left "left" Move "left" "Fold the story, or go to the pane on the left";
    Right "right" Move "right" "Unfold the story, or go to the pane on the right";

    ViewEvents "view-events" Views "events" "List events";
    ViewActors "view-actors" Views "actors" "List actors";
    ViewQuotes "view-quotes" Views "quotes" "List quotes";
    ViewArticles "view-articles" Views "articles" "List articles";
    ViewTimeline "view-timeline" Views "timeline" "Show when: events over time";
    ViewNetwork "view-network" Views "network" "Show who with whom, from the actor shown or kept";
    Sort "sort" Views "sort" "Sort the list by the next column";
    Turn "turn" Views "turn" "Show the view the other way: stories or reports, bars or lanes, network or matrix";
    Finer "finer" Views "finer" "Show finer: shorter bars of the timeline, every story unfolded";
    Coarser "coarser" Views "coarser" "Show coarser: longer bars of the timeline, every story folded";

    Follow "follow" Follow "open" "Open what is selected: an event's source, a name's actor, a count's list";
    Source "source" Follow "source" "Show the evidence in the source pane";
    Quotes "quotes" Follow "quotes" "List the quotes of the actor shown";
    Events "events" Follow "events" "List the events of the actor shown";
    Pair "pair" Follow "pair" "Show what is between two actors: those shown, or choose the other";
    Centre "centre" Follow "network" "Show the network from the actor shown";
    Explain "explain" Follow "why" "Show which rule and words decided what is shown or under the cursor";
    NextEvidence "next-evidence" Follow "next" "Go to the next piece of evidence or the next match";
    PreviousEvidence "previous-evidence" Follow "previous" "Go to the previous piece of evidence or match";
    Back "back" Follow "back" "Go back to where you were, selection and scroll kept";
    Forward "forward" Follow "forward" "Go forward again";
    NextLink "next-link" Follow "next link" "Go to the next name, trigger or link";
    PreviousLink "previous-link" Follow "previous link" "Go to the previous name, trigger or link";
    JumpHints "jump" Follow "jump" "Put a letter on every link of the source pane; typed, it opens it";
    SetPlace "set-place" Follow "keep place" "Keep this place under a letter";
    GoToPlace "go-to-place" Follow "go to place" "Go to the place kept under a letter";

    FindActor "find-actor" Find "find actor" "Find an actor by any of its names";
    FindText "find-text" Find "find text" "Find words in the articles";
    Filter "filter" Find "filter" "Filter the lists with a query";
    ClearFilter "clear-filter" Find "no filter" "Drop the filter";
    HideUnsure "hide-unsure" Find "unsure" "Hide events that are less sure than the threshold, or show them again";

    Mark "mark" Work "mark" "Mark or unmark the selected line";
    ClearMarks "clear-marks" Work "no marks" "Unmark everything";
    Copy "copy" Work "copy" "Copy the words with their citation";
    Edit "edit" Work "edit" "Open the source file in $EDITOR at the line";
    Export "export" Work "export" "Write what is marked, or else what is listed, to a file";

    Zoom "zoom" Window "zoom" "Give the whole window to the pane, or share it again";
    Shrink "shrink" Window "narrower" "Make the list narrower";
    Grow "grow" Window "wider" "Make the list wider";
    NextTheme "next-theme" Window "theme" "Use the next theme";
    ToggleMouse "toggle-mouse" Window "mouse" "Switch the mouse on or off (off: the terminal selects text)";
    Redraw "redraw" Window "redraw" "Draw the whole screen anew";

    Palette "palette" Program "commands" "Find and run a command";
    Help "help" Program "help" "Show every key; type to filter, Enter runs";
    Skipped "skipped" Program "skipped" "List what went wrong: files that were skipped and why, faults of the settings";
    StopLoading "stop-loading" Program "stop" "Stop loading and keep what is there";
    Cancel "cancel" Program "out" "Get out of whatever is open";
    Suspend "suspend" Program "suspend" "Suspend the program (fg brings it back)";
    Quit "quit" Program "quit" "Quit";
}

impl fmt::Display for Command {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl FromStr for Command {
    type Err = UnknownCommand;

    /// Reads a command's name.
    fn from_str(s: &str) -> Result<Self, UnknownCommand> {
        Self::ALL.iter().copied().find(|c| c.name() == s).ok_or_else(|| {
            let near = Self::ALL
                .iter()
                .map(|c| (strsim::jaro_winkler(c.name(), s), c.name()))
                .filter(|(score, _)| *score > 0.75)
                .max_by(|a, b| a.0.total_cmp(&b.0));
            UnknownCommand { name: s.to_owned(), near: near.map(|(_, name)| name) }
        })
    }
}

/// A name that is no command's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownCommand {
    name: String,
    near: Option<&'static str>,
}

impl std::error::Error for UnknownCommand {}

impl fmt::Display for UnknownCommand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "there is no command `{}`", self.name)?;
        match self.near {
            Some(near) => write!(f, "; did you mean `{near}`?"),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn no_two_commands_share_a_name_and_every_one_is_documented() {
        let mut names = HashSet::new();
        for c in Command::ALL {
            assert!(names.insert(c.name()), "{c} twice");
            assert!(!c.doc().is_empty() && !c.doc().ends_with('.'), "{c}: a doc is a line without a full stop");
            assert!(c.name().bytes().all(|b| b.is_ascii_lowercase() || b == b'-'), "{c} is not kebab case");
            assert_eq!(c.name().parse::<Command>(), Ok(*c));
        }
    }

    #[test]
    fn a_misspelt_command_is_answered_with_the_nearest() {
        let error = "find-actr".parse::<Command>().unwrap_err().to_string();
        assert!(error.contains("find-actor"), "{error}");
    }

    #[test]
    fn commands_stand_in_the_order_of_their_groups() {
        assert!(Command::ALL.windows(2).all(|w| w[0].group() <= w[1].group()));
    }
}
