//! Events: PLOVER types with their modes and statuses. A long file since it is a table: every type and mode stands
//! in it with what it means and how it is spelt.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::{LocalActorId, Rule, RuleRef, Span, Step};

/// PLOVER event types as the project uses them; economic sanctions and tariffs are [`EventType::Sanction`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum EventType {
    /// Somebody agrees, promises, signs, accepts, commits.
    Agree,
    /// Somebody meets, visits, hosts, calls, negotiates, mediates.
    Consult,
    /// Somebody endorses, praises, congratulates, thanks, defends.
    Support,
    /// Somebody acts together in fact: trade, exercises, intelligence.
    Cooperate,
    /// Somebody gives money, arms, shelter, humanitarian help.
    Aid,
    /// Somebody yields, eases, releases, resigns, pauses a measure.
    Concede,
    /// Somebody withdraws forces, surrenders, disarms.
    Retreat,
    /// Somebody asks, demands, urges, invites, proposes.
    Request,
    /// Somebody criticises, condemns, blames, sues, investigates.
    Accuse,
    /// Somebody refuses, denies, dismisses, vetoes, defies.
    Reject,
    /// Somebody threatens, warns of consequences, gives an ultimatum.
    Threaten,
    /// Somebody demonstrates, strikes, riots, boycotts.
    Protest,
    /// Somebody sanctions, tariffs, embargoes, expulsions, verdicts.
    Sanction,
    /// Somebody deploys, mobilises, puts on alert.
    Mobilize,
    /// Somebody arrests, seizes, bans, occupies, blockades.
    Coerce,
    /// Somebody attacks, bombs, invades, shoots, kills, abducts.
    Assault,
}

/// The quarter of the verbal–material, cooperation–conflict square a type belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum QuadClass {
    /// Words of cooperation.
    VerbalCooperation,
    /// Deeds of cooperation.
    MaterialCooperation,
    /// Words of conflict.
    VerbalConflict,
    /// Deeds of conflict.
    MaterialConflict,
}

impl EventType {
    /// Every type, in the order of the ontology's table.
    pub const ALL: [Self; 16] = [
        Self::Agree,
        Self::Consult,
        Self::Support,
        Self::Cooperate,
        Self::Aid,
        Self::Concede,
        Self::Retreat,
        Self::Request,
        Self::Accuse,
        Self::Reject,
        Self::Threaten,
        Self::Protest,
        Self::Sanction,
        Self::Mobilize,
        Self::Coerce,
        Self::Assault,
    ];

    /// The name as it is printed, `CONSULT`.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.facts().0
    }

    /// Root code of the CAMEO ontology, two digits.
    #[must_use]
    pub fn cameo_root(self) -> &'static str {
        self.facts().1
    }

    /// Goldstein's conflict–cooperation value of the type, −10 to +10.
    #[must_use]
    pub fn goldstein(self) -> f32 {
        self.facts().2
    }

    /// Verbal or material, cooperation or conflict.
    #[must_use]
    pub fn quad_class(self) -> QuadClass {
        self.facts().3
    }

    fn facts(self) -> (&'static str, &'static str, f32, QuadClass) {
        use QuadClass::{MaterialConflict, MaterialCooperation, VerbalConflict, VerbalCooperation};
        match self {
            Self::Agree => ("AGREE", "03", 4.0, VerbalCooperation),
            Self::Consult => ("CONSULT", "04", 1.0, VerbalCooperation),
            Self::Support => ("SUPPORT", "05", 3.5, VerbalCooperation),
            Self::Cooperate => ("COOPERATE", "06", 6.0, MaterialCooperation),
            Self::Aid => ("AID", "07", 7.0, MaterialCooperation),
            Self::Concede => ("CONCEDE", "08", 5.0, VerbalCooperation),
            Self::Retreat => ("RETREAT", "08", 5.0, MaterialCooperation),
            Self::Request => ("REQUEST", "10", -5.0, VerbalConflict),
            Self::Accuse => ("ACCUSE", "11", -2.0, VerbalConflict),
            Self::Reject => ("REJECT", "12", -4.0, VerbalConflict),
            Self::Threaten => ("THREATEN", "13", -6.0, VerbalConflict),
            Self::Protest => ("PROTEST", "14", -6.5, MaterialConflict),
            Self::Sanction => ("SANCTION", "16", -4.0, MaterialConflict),
            Self::Mobilize => ("MOBILIZE", "15", -7.2, MaterialConflict),
            Self::Coerce => ("COERCE", "17", -7.0, MaterialConflict),
            Self::Assault => ("ASSAULT", "19", -9.0, MaterialConflict),
        }
    }
}

impl fmt::Display for EventType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl FromStr for EventType {
    type Err = ();

    /// Reads a type's name in any case.
    fn from_str(s: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|t| t.name().eq_ignore_ascii_case(s)).ok_or(())
    }
}

/// How an event of its type was done ("phone" of CONSULT).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)] // the names are the ontology's own words
#[non_exhaustive]
pub enum Mode {
    Meet,
    Cooperate,
    Aid,
    Yield,
    Settle,
    Visit,
    Host,
    Phone,
    Multilateral,
    Mediate,
    Written,
    Economic,
    Military,
    Judicial,
    Intelligence,
    Humanitarian,
    Asylum,
    Ease,
    Release,
    Resign,
    Ceasefire,
    Withdraw,
    Surrender,
    Disarm,
    Invite,
    Propose,
    Demand,
    Appeal,
    Criticise,
    Allege,
    Investigate,
    Refuse,
    Deny,
    Veto,
    Sanctions,
    Force,
    Ultimatum,
    Political,
    Demonstrate,
    Strike,
    Riot,
    Boycott,
    Tariff,
    Embargo,
    Expel,
    Suspend,
    Convict,
    Troops,
    Weapons,
    Police,
    Arrest,
    Seize,
    Ban,
    Restrict,
    Blockade,
    Cyber,
    Bombing,
    Shooting,
    Invasion,
    Killing,
    Abduction,
    Missile,
}

impl Mode {
    /// Every mode.
    pub const ALL: [Self; 62] = [
        Self::Meet,
        Self::Cooperate,
        Self::Aid,
        Self::Yield,
        Self::Settle,
        Self::Visit,
        Self::Host,
        Self::Phone,
        Self::Multilateral,
        Self::Mediate,
        Self::Written,
        Self::Economic,
        Self::Military,
        Self::Judicial,
        Self::Intelligence,
        Self::Humanitarian,
        Self::Asylum,
        Self::Ease,
        Self::Release,
        Self::Resign,
        Self::Ceasefire,
        Self::Withdraw,
        Self::Surrender,
        Self::Disarm,
        Self::Invite,
        Self::Propose,
        Self::Demand,
        Self::Appeal,
        Self::Criticise,
        Self::Allege,
        Self::Investigate,
        Self::Refuse,
        Self::Deny,
        Self::Veto,
        Self::Sanctions,
        Self::Force,
        Self::Ultimatum,
        Self::Political,
        Self::Demonstrate,
        Self::Strike,
        Self::Riot,
        Self::Boycott,
        Self::Tariff,
        Self::Embargo,
        Self::Expel,
        Self::Suspend,
        Self::Convict,
        Self::Troops,
        Self::Weapons,
        Self::Police,
        Self::Arrest,
        Self::Seize,
        Self::Ban,
        Self::Restrict,
        Self::Blockade,
        Self::Cyber,
        Self::Bombing,
        Self::Shooting,
        Self::Invasion,
        Self::Killing,
        Self::Abduction,
        Self::Missile,
    ];

    /// The name as it is printed, `phone`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Meet => "meet",
            Self::Cooperate => "cooperate",
            Self::Aid => "aid",
            Self::Yield => "yield",
            Self::Settle => "settle",
            Self::Visit => "visit",
            Self::Host => "host",
            Self::Phone => "phone",
            Self::Multilateral => "multilateral",
            Self::Mediate => "mediate",
            Self::Written => "written",
            Self::Economic => "economic",
            Self::Military => "military",
            Self::Judicial => "judicial",
            Self::Intelligence => "intelligence",
            Self::Humanitarian => "humanitarian",
            Self::Asylum => "asylum",
            Self::Ease => "ease",
            Self::Release => "release",
            Self::Resign => "resign",
            Self::Ceasefire => "ceasefire",
            Self::Withdraw => "withdraw",
            Self::Surrender => "surrender",
            Self::Disarm => "disarm",
            Self::Invite => "invite",
            Self::Propose => "propose",
            Self::Demand => "demand",
            Self::Appeal => "appeal",
            Self::Criticise => "criticise",
            Self::Allege => "allege",
            Self::Investigate => "investigate",
            Self::Refuse => "refuse",
            Self::Deny => "deny",
            Self::Veto => "veto",
            Self::Sanctions => "sanctions",
            Self::Force => "force",
            Self::Ultimatum => "ultimatum",
            Self::Political => "political",
            Self::Demonstrate => "demonstrate",
            Self::Strike => "strike",
            Self::Riot => "riot",
            Self::Boycott => "boycott",
            Self::Tariff => "tariff",
            Self::Embargo => "embargo",
            Self::Expel => "expel",
            Self::Suspend => "suspend",
            Self::Convict => "convict",
            Self::Troops => "troops",
            Self::Weapons => "weapons",
            Self::Police => "police",
            Self::Arrest => "arrest",
            Self::Seize => "seize",
            Self::Ban => "ban",
            Self::Restrict => "restrict",
            Self::Blockade => "blockade",
            Self::Cyber => "cyber",
            Self::Bombing => "bombing",
            Self::Shooting => "shooting",
            Self::Invasion => "invasion",
            Self::Killing => "killing",
            Self::Abduction => "abduction",
            Self::Missile => "missile",
        }
    }
}

impl fmt::Display for Mode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl FromStr for Mode {
    type Err = ();

    /// Reads a mode's name in any case.
    fn from_str(s: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|m| m.name().eq_ignore_ascii_case(s)).ok_or(())
    }
}

/// Did it happen?
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// It happened or is happening.
    Asserted,
    /// It is scheduled or promised.
    Planned,
    /// It is hoped, urged or conditional.
    Possible,
    /// It did not happen.
    Denied,
}

impl Status {
    /// Every status.
    pub const ALL: [Self; 4] = [Self::Asserted, Self::Planned, Self::Possible, Self::Denied];

    /// The name as it is printed, `asserted`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Asserted => "asserted",
            Self::Planned => "planned",
            Self::Possible => "possible",
            Self::Denied => "denied",
        }
    }

    /// The one-character sign of lists: ● asserted, ○ planned, ◌ possible, ✗ denied.
    #[must_use]
    pub fn sign(self) -> &'static str {
        match self {
            Self::Asserted => "●",
            Self::Planned => "○",
            Self::Possible => "◌",
            Self::Denied => "✗",
        }
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl FromStr for Status {
    type Err = ();

    /// Reads a status's name in any case.
    fn from_str(s: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|x| x.name().eq_ignore_ascii_case(s)).ok_or(())
    }
}

/// Who did what to whom, when.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Event {
    /// The sentence that proves it.
    pub sentence: Span,
    /// The words that tell it.
    pub trigger: Span,
    /// What.
    pub kind: EventType,
    /// How, where told.
    pub mode: Option<Mode>,
    /// Who.
    pub source: Vec<LocalActorId>,
    /// The words that name who, one span a source; where there is none, the words of what does it ("the
    /// explosion"), if any.
    pub source_spans: Vec<Span>,
    /// To, with or about whom.
    pub target: Vec<LocalActorId>,
    /// The words that name whom, one span a target; where there is none, the words of what it is done to
    /// ("an army camp"), if any.
    pub target_spans: Vec<Span>,
    /// When: a TIMEX3 value, `None` where it cannot be told.
    pub date: Option<String>,
    /// The words that gave the date, if any did.
    pub date_span: Option<Span>,
    /// Happened, planned, possible or denied.
    pub status: Status,
    /// Who claims it, where that is explicit.
    pub according_to: Option<LocalActorId>,
    /// 0 to 1.
    pub confidence: f32,
    /// What decided each part of it, in the order of deciding; the first step is what told it.
    pub trail: Vec<Step>,
}

impl Event {
    /// The rule that told it: the frame that fired.
    #[must_use]
    pub fn rule(&self) -> RuleRef {
        self.trail.first().map_or(Rule::NONE, |step| step.why.rule)
    }
}
