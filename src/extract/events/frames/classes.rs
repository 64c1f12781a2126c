//! The classes of classes.tsv that code asks for by name; one that the table lacks is an error of the table.

/// Ties fields to the classes whose bits they hold.
macro_rules! known_classes {
    ($($(#[$doc:meta])* $field:ident = $($name:literal)|+),* $(,)?) => {
        /// The bits of the classes that rules of the code ask for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct KnownClasses { $($(#[$doc])* pub $field: u64),* }

        /// Their names.
        pub const KNOWN_CLASSES: &[&str] = &[$($($name),+),*];

        impl KnownClasses {
            /// Asks `bit` for the bit of each class.
            pub(crate) fn read(bit: impl Fn(&str) -> u64) -> Self {
                Self { $($field: $(bit($name))|+),* }
            }
        }
    };
}

known_classes! {
    /// Nouns of people and bodies that act.
    people = "people",
    /// Forces, whose state acts.
    troops = "troops",
    /// "series of", "round of".
    quantity = "quantity",
    /// Those beside somebody who are not that one: "allies", "critics".
    follower = "follower",
    /// People of a country who do not act for its state.
    private = "private",
    /// Acts of force.
    assault = "assault" | "hostility",
    /// What is fired and dropped: it is no actor.
    weapon = "weapon",
    /// Verbs of hostile acts.
    hostile = "hostile",
    /// What those who sign or pass it do by it: laws, orders, resolutions.
    instrument = "instrument",
    /// Accidents, illness and weather: what people come to harm by though nobody harms them.
    misfortune = "misfortune",
    /// Elections and games, which are won and lost in words of war.
    contest = "contest",
    /// What is shot.
    fire = "fire",
    /// What is done to somebody in return.
    retaliation = "retaliation",
    /// What runs into things by accident.
    vehicle = "vehicle",
    /// Bans, laws and plans, which target without force.
    measure = "measure" | "policy" | "instrument",
}
