//! Which type of event a reader's word means: "condemn" is ACCUSE.

use crate::model::EventType;
use crate::store::words::StoreWords;

crate::word_sets! {
    /// Sets of `assets/lexicons/sets/event-types.tsv`: what each type is called too.
    enum TypeWords from "event-types.tsv" {
        /// [`EventType::Accuse`].
        Accuse = "accuse",
        /// [`EventType::Agree`].
        Agree = "agree",
        /// [`EventType::Aid`].
        Aid = "aid",
        /// [`EventType::Assault`].
        Assault = "assault",
        /// [`EventType::Coerce`].
        Coerce = "coerce",
        /// [`EventType::Concede`].
        Concede = "concede",
        /// [`EventType::Consult`].
        Consult = "consult",
        /// [`EventType::Cooperate`].
        Cooperate = "cooperate",
        /// [`EventType::Mobilize`].
        Mobilize = "mobilize",
        /// [`EventType::Protest`].
        Protest = "protest",
        /// [`EventType::Reject`].
        Reject = "reject",
        /// [`EventType::Request`].
        Request = "request",
        /// [`EventType::Retreat`].
        Retreat = "retreat",
        /// [`EventType::Sanction`].
        Sanction = "sanction",
        /// [`EventType::Support`].
        Support = "support",
        /// [`EventType::Threaten`].
        Threaten = "threaten",
    }
}

const TYPES: [(TypeWords, EventType); 16] = [
    (TypeWords::Accuse, EventType::Accuse),
    (TypeWords::Agree, EventType::Agree),
    (TypeWords::Aid, EventType::Aid),
    (TypeWords::Assault, EventType::Assault),
    (TypeWords::Coerce, EventType::Coerce),
    (TypeWords::Concede, EventType::Concede),
    (TypeWords::Consult, EventType::Consult),
    (TypeWords::Cooperate, EventType::Cooperate),
    (TypeWords::Mobilize, EventType::Mobilize),
    (TypeWords::Protest, EventType::Protest),
    (TypeWords::Reject, EventType::Reject),
    (TypeWords::Request, EventType::Request),
    (TypeWords::Retreat, EventType::Retreat),
    (TypeWords::Sanction, EventType::Sanction),
    (TypeWords::Support, EventType::Support),
    (TypeWords::Threaten, EventType::Threaten),
];

/// The type that `word` means, though it is not its name; endings do not matter ("arrested", "attacks").
pub(super) fn event_type(word: &str) -> Option<EventType> {
    let lower = word.to_lowercase();
    let of = |w: &str| TYPES.into_iter().find(|(words, _)| words.has(w)).map(|(_, t)| t);
    let cut = |ending: &str| lower.strip_suffix(ending).filter(|stem| stem.len() > 2);
    of(&lower).or_else(|| {
        StoreWords::VerbEndings.set().words().filter_map(cut).find_map(|stem| {
            of(stem).or_else(|| of(&format!("{stem}e"))).or_else(|| {
                let named = |t: &EventType| t.name().eq_ignore_ascii_case(stem);
                EventType::ALL.into_iter().find(named)
            })
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_mean_the_type_that_their_events_are_of() {
        assert_eq!(event_type("condemn"), Some(EventType::Accuse));
        assert_eq!(event_type("Meet"), Some(EventType::Consult));
        assert_eq!(event_type("arrested"), Some(EventType::Coerce));
        assert_eq!(event_type("attacks"), Some(EventType::Assault));
        assert_eq!(event_type("threatens"), Some(EventType::Threaten));
        assert_eq!(event_type("zzz"), None);
    }

    #[test]
    fn no_word_means_two_types() {
        let mut seen = rustc_hash::FxHashSet::default();
        for (words, _) in TYPES {
            assert!(words.set().words().all(|w| seen.insert(w)), "a word is in two sets");
        }
    }
}
