//! What a rule of extraction is, why something was decided, and the record of what fired.
//!
//! The rules themselves stand in the book (`src/rules`) and, one a line, in the frame tables. Everything that
//! extraction decides refers to a [`Rule`] and not to a label, so that no decision can name a rule that is not there.

use std::cell::{Cell, RefCell};
use std::fmt;

use super::Span;

/// The stage of extraction that a rule belongs to, in the order of the pipeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Pass {
    /// Which paragraphs are prose, headings, bylines, furniture.
    Layout,
    /// Which quotation marks open and close what.
    Marks,
    /// Date expressions, their values, the article's own date.
    Dates,
    /// Which words are a name, and of what kind.
    Names,
    /// Which names are one actor's; his offices and whom he acts for.
    Identity,
    /// Which words report speech, and which words name the speaker.
    Attribution,
    /// Whom pronouns and descriptions mean.
    Coreference,
    /// Which actor stands behind a quote's speaker.
    Quotes,
    /// Which words tell an event, and of what type: the frames and what refines them.
    Triggers,
    /// Who is source and who is target.
    Arguments,
    /// Whether it happened, and who says so.
    Factuality,
    /// What is no event after all.
    Filters,
    /// When it happened.
    Dating,
    /// How sure it is.
    Scoring,
}

impl Pass {
    /// Every pass, in the order in which they run.
    pub const ALL: [Self; 14] = [
        Self::Layout,
        Self::Marks,
        Self::Dates,
        Self::Names,
        Self::Identity,
        Self::Attribution,
        Self::Coreference,
        Self::Quotes,
        Self::Triggers,
        Self::Arguments,
        Self::Factuality,
        Self::Filters,
        Self::Dating,
        Self::Scoring,
    ];

    /// The name as it is printed: `coreference`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Layout => "layout",
            Self::Marks => "marks",
            Self::Dates => "dates",
            Self::Names => "names",
            Self::Identity => "identity",
            Self::Attribution => "attribution",
            Self::Coreference => "coreference",
            Self::Quotes => "quotes",
            Self::Triggers => "triggers",
            Self::Arguments => "arguments",
            Self::Factuality => "factuality",
            Self::Filters => "filters",
            Self::Dating => "dating",
            Self::Scoring => "scoring",
        }
    }
}

impl fmt::Display for Pass {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// A text in which a rule fires, and what it gives there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Example {
    /// The text; read as an article published on 12 June 2025, a Thursday. One that begins with “undated”, the name of a
    /// file and an empty line is read as that file, without a date of its own.
    pub text: &'static str,
    /// What must stand in the line that describes the decision (see `rules::fired`); empty where the rule only has to fire.
    pub gives: &'static str,
}

/// A rule of extraction: one decision with a name, a reason, and texts that prove it.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub struct Rule {
    /// Its stable name: the pass and a short name, `dates.weekday`; of a frame, `frame.` and a name. Never reused.
    pub id: &'static str,
    /// The stage it belongs to.
    pub pass: Pass,
    /// What it says, in one plain sentence. `{speaker}` and `{cue}` stand for words of the article.
    pub doc: &'static str,
    /// Texts in which it fires.
    pub yes: &'static [Example],
    /// Texts in which it must not fire.
    pub no: &'static [&'static str],
}

impl Rule {
    /// Stands where nothing was decided by any rule.
    pub const NONE: &'static Self = &Self { id: "", pass: Pass::Layout, doc: "", yes: &[], no: &[] };

    /// True for [`Rule::NONE`].
    #[must_use]
    pub fn is_none(&self) -> bool {
        self.id.is_empty()
    }

    /// What the rule says, with the article's words for the speaker and the cue in their places: in quotation marks,
    /// or "somebody" and "a word of speech" where there are none.
    #[must_use]
    pub fn says(&self, speaker: Option<&str>, cue: Option<&str>) -> String {
        let shown = |words: Option<&str>, none: &str| {
            words.map_or_else(
                || none.to_owned(),
                |w| format!("“{}”", w.split_whitespace().collect::<Vec<_>>().join(" ")),
            )
        };
        let says = self.doc.trim();
        if !says.contains('{') {
            return says.to_owned();
        }
        says.replace("{speaker}", &shown(speaker, "somebody")).replace("{cue}", &shown(cue, "a word of speech"))
    }
}

impl fmt::Debug for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id)
    }
}

impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Rule {}

impl Default for &Rule {
    fn default() -> Self {
        Rule::NONE
    }
}

/// A rule of the book or a frame.
pub type RuleRef = &'static Rule;

/// Why something was decided: the rule and the words that made it fire.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Why {
    /// The rule; [`Rule::NONE`] where none was recorded.
    pub rule: RuleRef,
    /// The deciding words, where they stand in the text.
    pub words: Option<Span>,
}

impl Default for Why {
    fn default() -> Self {
        Self::rule(Rule::NONE)
    }
}

impl Why {
    /// A rule with no words of its own.
    #[must_use]
    pub fn rule(rule: RuleRef) -> Self {
        Self { rule, words: None }
    }

    /// A rule and the words that made it fire.
    #[must_use]
    pub fn words(rule: RuleRef, words: Span) -> Self {
        Self { rule, words: Some(words) }
    }

    /// What the rule says in plain words; `None` where no rule was recorded.
    #[must_use]
    pub fn plain(&self) -> Option<&'static str> {
        (!self.rule.is_none()).then(|| self.rule.doc.trim())
    }
}

/// What a step of an event's trail sets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Aspect {
    /// What it is, and how.
    Type,
    /// Whether it happened.
    Status,
    /// Who does it.
    Source,
    /// To whom it is done.
    Target,
    /// When it happened.
    Date,
    /// Who says so.
    Claimant,
}

impl Aspect {
    /// The name as it is printed: `target`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Type => "type",
            Self::Status => "status",
            Self::Source => "source",
            Self::Target => "target",
            Self::Date => "date",
            Self::Claimant => "claimant",
        }
    }
}

/// A step that decided something about an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What it sets.
    pub sets: Aspect,
    /// By which rule, and which words.
    pub why: Why,
}

/// A rule that fired, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fire {
    /// The rule.
    pub rule: RuleRef,
    /// The words it fired on.
    pub words: Span,
}

/// The record of rules that leave no other trace in the findings: filters, repairs, preferences.
///
/// Off unless asked for: extraction pays one test of a flag for each call.
#[derive(Clone, Debug, Default)]
pub struct FireRecord {
    on: Cell<bool>,
    fires: RefCell<Vec<Fire>>,
}

impl FireRecord {
    /// Starts recording.
    pub fn start(&self) {
        self.on.set(true);
    }

    /// Notes that `rule` fired on `words`, where fires are recorded.
    pub fn note(&self, rule: RuleRef, words: Span) {
        if self.on.get() {
            self.fires.borrow_mut().push(Fire { rule, words });
        }
    }

    /// Everything noted since the start; the record is empty afterwards.
    #[must_use]
    pub fn take(&self) -> Vec<Fire> {
        self.fires.take()
    }
}
