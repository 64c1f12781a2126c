//! What can be typed after `dossier`.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use chrono::NaiveDate;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::export::report;

/// Turns news articles into evidence: who did what to whom, when, and who said so.
///
/// Without a command it opens the explorer on the files and folders given, or on two articles that
/// come with the program. Folders are walked; "-" reads articles from standard input, one JSON
/// object a line: {"id": …, "text": …, "date": …, "title": …, "source": …}, of which only "text" is
/// needed.
#[derive(Debug, Parser)]
#[command(
    name = "dossier",
    version,
    after_long_help = super::help::EXAMPLES,
    max_term_width = 100,
    infer_long_args = true
)]
pub(super) struct Cli {
    #[command(subcommand)]
    pub(super) command: Option<Command>,
    /// Files, folders, or - for JSON lines on standard input
    pub(super) paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(super) explorer: Explorer,
    #[command(flatten)]
    pub(super) common: Common,
}

/// Options of the explorer alone.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "Options of the explorer")]
pub(super) struct Explorer {
    /// Go on where this input was last left: view, selection, filter, marks, the way back
    #[arg(long)]
    pub(super) resume: bool,
    /// Write down every key that is pressed, one a line
    #[arg(long, value_name = "FILE")]
    pub(super) record: Option<PathBuf>,
    /// Press the keys of a recording once everything is read
    #[arg(long, value_name = "FILE")]
    pub(super) replay: Option<PathBuf>,
    /// Opens so many made-up events and names in place of any input, to measure with
    #[arg(long, hide = true, value_name = "EVENTSxNAMES", value_parser = made_up)]
    pub(super) made_up: Option<(usize, usize)>,
}

/// Reads `100000x1000000`.
fn made_up(text: &str) -> Result<(usize, usize), String> {
    let read = |(events, names): (&str, &str)| Some((events.parse().ok()?, names.parse().ok()?));
    text.split_once('x').and_then(read).ok_or_else(|| "write it as 100000x1000000".to_owned())
}

/// Options of every command.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "Options of every command")]
pub(super) struct Common {
    /// Threads that extract [default: one a core]
    #[arg(long, short, global = true, value_name = "N")]
    pub(super) jobs: Option<NonZeroUsize>,
    /// Day of publication of all articles, in place of what they say themselves
    #[arg(long, global = true, value_name = "YYYY-MM-DD")]
    pub(super) date: Option<NaiveDate>,
    /// No colours; so does the environment variable NO_COLOR
    #[arg(long, global = true)]
    pub(super) no_color: bool,
    /// Leave the mouse to the terminal
    #[arg(long, global = true)]
    pub(super) no_mouse: bool,
    /// Colours of the explorer
    #[arg(long, global = true, value_name = "NAME")]
    pub(super) theme: Option<String>,
    /// Settings to read in place of the usual file
    #[arg(long, global = true, value_name = "FILE")]
    pub(super) config: Option<PathBuf>,
    /// Write down what was read, skipped and found odd
    #[arg(long, global = true, value_name = "FILE")]
    pub(super) log: Option<PathBuf>,
    /// Print nothing but results and errors
    #[arg(long, short, global = true, conflicts_with = "verbose")]
    pub(super) quiet: bool,
    /// Say what is skipped, and why
    #[arg(long, short, global = true)]
    pub(super) verbose: bool,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Print what each article holds, one line of JSON an article, in order of the input
    #[command(after_long_help = super::help::EXTRACT)]
    Extract(Extract),
    /// List events, actors, quotes, articles, stories, the timeline or the network
    #[command(after_long_help = super::help::query_table())]
    List(List),
    /// Write evidence to a file: every event and quote with its words, their place and a hash
    #[command(after_long_help = super::help::query_table())]
    Export(Export),
    /// Check a report of export against its sources
    #[command(after_long_help = super::help::VERIFY)]
    Verify(Verify),
    /// Tell what was found at a byte of a file, and by which rules
    Why {
        /// The file and the byte, as the explorer's status line shows them
        #[arg(value_name = "FILE:BYTE")]
        place: String,
    },
    /// Print the rules that decide: what each says, texts in which it fires and in which it must not
    Rules(Rules),
    /// Count what is there, how fast it was read, and what was skipped and why
    Stats(Stats),
    /// Print completions for a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Print the settings as they are in force, and where they are read from
    #[command(after_long_help = super::help::CONFIG)]
    Config {
        /// Print the JSON schema of the settings file
        #[arg(long)]
        schema: bool,
    },
    /// Print the manual page
    Man,
}

#[derive(Debug, Args)]
pub(super) struct Input {
    /// Files, folders, or - for JSON lines on standard input [default: the articles that come with the program]
    pub(super) paths: Vec<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct Rules {
    /// A rule, or what its id begins with: dates.weekday, dates [default: all]
    pub(super) id: Option<String>,
    /// How they are printed
    #[arg(long, value_enum, default_value_t = RuleFormat::Text, value_name = "FORMAT")]
    pub(super) format: RuleFormat,
}

/// How rules are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum RuleFormat {
    /// For reading
    Text,
    /// One JSON object a line
    Json,
}

#[derive(Debug, Args)]
pub(super) struct Extract {
    #[command(flatten)]
    pub(super) input: Input,
    /// Add to everything found why it was: the rule, the words, of events the path in the tree
    #[arg(long)]
    pub(super) explain: bool,
}

#[derive(Debug, Args)]
pub(super) struct List {
    /// What to list
    pub(super) what: What,
    #[command(flatten)]
    pub(super) input: Input,
    /// Only what matches, as in "actor:modi type:consult"
    #[arg(long, value_name = "QUERY", default_value = "", hide_default_value = true)]
    pub(super) query: String,
    /// How to print it
    #[arg(long, value_enum, default_value_t)]
    pub(super) format: Format,
    /// No more than this
    #[arg(long, value_name = "N")]
    pub(super) limit: Option<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum What {
    /// Who did what to whom, oldest first, undated last
    Events,
    /// Who is there, the most active first
    Actors,
    /// Who said what, in order of the input
    Quotes,
    /// What was read, in order of the input
    Articles,
    /// Reports of one event as one row, oldest first, undated last
    Stories,
    /// Events counted by time, gaps and the undated included, at the grain that gives a screen of rows
    Timeline,
    /// Who has to do with whom: pairs of actors with the events they share, most first
    Network,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// Aligned columns; cut to the screen's width on a terminal
    #[default]
    Table,
    /// Tab-separated, with a head line; tabs, breaks and control characters escaped
    Tsv,
    /// One array of objects
    Json,
}

#[derive(Debug, Args)]
pub(super) struct Export {
    #[command(flatten)]
    pub(super) input: Input,
    /// What kind of file: jsonl for programs, csv for spreadsheets, md for people
    #[arg(long, value_name = "FORMAT", value_parser = report_format())]
    pub(super) format: report::Format,
    /// Only what matches, as in "actor:modi type:consult"
    #[arg(long, value_name = "QUERY", default_value = "", hide_default_value = true)]
    pub(super) query: String,
    /// What to write
    #[arg(long, value_enum, default_value_t)]
    pub(super) what: Exhibits,
    /// The file; standard output where none is given
    #[arg(long, short, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
}

fn report_format() -> impl TypedValueParser<Value = report::Format> {
    let names = report::FORMATS.iter().map(|f| PossibleValue::new(f.name).help(f.about));
    PossibleValuesParser::new(names).try_map(|name| report::Format::named(&name).ok_or(UnknownFormat))
}

/// Cannot come up: names are of the table they are looked up in.
#[derive(Debug, thiserror::Error)]
#[error("there is no such format")]
struct UnknownFormat;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Exhibits {
    /// Events by date, then quotes
    #[default]
    All,
    /// Events by date
    Events,
    /// Quotes in order of the input
    Quotes,
}

#[derive(Debug, Args)]
pub(super) struct Verify {
    /// A file that export wrote
    pub(super) report: PathBuf,
    /// Where the sources are now [default: where the report says]
    pub(super) paths: Vec<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct Stats {
    #[command(flatten)]
    pub(super) input: Input,
    /// How to print it
    #[arg(long, value_enum, default_value_t)]
    pub(super) format: StatsFormat,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum StatsFormat {
    /// For people
    #[default]
    Text,
    /// One object
    Json,
}
