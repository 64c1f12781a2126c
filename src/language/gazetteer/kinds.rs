//! What the gazetteer's entries are: concepts, the forms that name them, offices.

/// What a form is to the thing it names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FormKind {
    /// A name or acronym of a state.
    State,
    /// An adjective (or noun) of a state: "Russian".
    Demonym,
    /// A noun of a state's people: "Russians".
    People,
    /// The city a state is governed from.
    Capital,
    /// A place that stands for a government: "Kremlin".
    Seat,
    /// A body with a name of its own.
    Body,
    /// A news agency, newspaper, broadcaster.
    Medium,
    /// A company, university, institute.
    Company,
    /// An adjective of a part of the world or its peoples: "European".
    Bloc,
    /// A city.
    City,
    /// A province, region, sea, mountain.
    Region,
    /// A war, day, treaty, prize or work: a name, never an actor.
    Other,
}

/// What kind of thing a concept is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ConceptKind {
    /// A state.
    State,
    /// An organisation.
    Organisation,
    /// A group.
    Group,
    /// A part of a state that has a government of its own.
    Province,
    /// A place.
    Place,
    /// Anything else that has a name.
    Other,
}

/// Number of a [`Concept`] in the gazetteer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ConceptId(pub(super) u32);

/// A thing that forms name.
#[derive(Clone, Copy, Debug)]
pub struct Concept {
    /// Its usual name.
    pub name: &'static str,
    /// What it is.
    pub kind: ConceptKind,
    /// The state or body it belongs to.
    pub of: Option<ConceptId>,
}

/// One way to name a concept.
#[derive(Clone, Copy, Debug)]
pub struct Form {
    /// What it names.
    pub concept: ConceptId,
    /// How.
    pub kind: FormKind,
    /// Its words as the table writes them.
    pub text: &'static str,
}

/// Who bears a given name or can hold an office.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Gender {
    /// Men.
    Male,
    /// Women.
    Female,
    /// Both, or unknown.
    Either,
}

impl Gender {
    pub(super) fn read(code: &str) -> Self {
        match code {
            "m" => Self::Male,
            "f" => Self::Female,
            _ => Self::Either,
        }
    }

    /// False where one is of men and the other of women.
    #[must_use]
    pub fn agrees(self, other: Self) -> bool {
        self == other || self == Self::Either || other == Self::Either
    }
}

/// What class of office, rank or occupation a title is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)] // the names are the table's own
pub enum OfficeClass {
    Honorific,
    Head,
    Leader,
    DeputyHead,
    Minister,
    Secretary,
    SecretaryGeneral,
    Envoy,
    Adviser,
    Spokesman,
    Parliament,
    Candidate,
    PartyPerson,
    Local,
    Military,
    Police,
    Law,
    Clergy,
    Business,
    Academic,
    Media,
    Arts,
    Sport,
    Activist,
    Crime,
    Kin,
    Human,
}

impl OfficeClass {
    pub(super) fn read(name: &str) -> Option<Self> {
        Some(match name {
            "honorific" => Self::Honorific,
            "head" => Self::Head,
            "leader" => Self::Leader,
            "deputy-head" => Self::DeputyHead,
            "minister" => Self::Minister,
            "secretary" => Self::Secretary,
            "secretary-general" => Self::SecretaryGeneral,
            "envoy" => Self::Envoy,
            "adviser" => Self::Adviser,
            "spokesman" => Self::Spokesman,
            "parliament" => Self::Parliament,
            "candidate" => Self::Candidate,
            "party-person" => Self::PartyPerson,
            "local" => Self::Local,
            "military" => Self::Military,
            "police" => Self::Police,
            "law" => Self::Law,
            "clergy" => Self::Clergy,
            "business" => Self::Business,
            "academic" => Self::Academic,
            "media" => Self::Media,
            "arts" => Self::Arts,
            "sport" => Self::Sport,
            "activist" => Self::Activist,
            "crime" => Self::Crime,
            "kin" => Self::Kin,
            "human" => Self::Human,
            _ => return None,
        })
    }
}

/// An office, rank or occupation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Office {
    /// Its words, in lower case.
    pub text: &'static str,
    /// What class it is of.
    pub class: OfficeClass,
    /// Who can hold it.
    pub gender: Gender,
}

/// Whom an acting noun stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ActingClass {
    /// The state it is said of.
    State,
    /// An organisation of its own.
    Organisation,
    /// A group of people.
    Group,
}
