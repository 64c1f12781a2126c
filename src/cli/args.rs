//! Command-line arguments.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use chrono::NaiveDate;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::export::report;

/// Turns news articles into evidence: who did what to whom, when, and who said so.
///
/// Without a command, opens the explorer on the given files and folders, or on two built-in articles.
/// Folders are searched recursively; "-" reads articles from standard input, one JSON object per
/// line: {"id": …, "text": …, "date": …, "title": …, "source": …}. Only "text" is required.
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

/// Options that apply only to the explorer.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "Explorer options")]
pub(super) struct Explorer {
    /// Resume where you left this input: view, selection, filter, marks, history
    #[arg(long)]
    pub(super) resume: bool,
    /// Record every key press, one per line
    #[arg(long, value_name = "FILE")]
    pub(super) record: Option<PathBuf>,
    /// Replay recorded keys once everything is loaded
    #[arg(long, value_name = "FILE")]
    pub(super) replay: Option<PathBuf>,
    /// Open a synthetic store of this size instead of any input, for benchmarks
    #[arg(long, hide = true, value_name = "EVENTSxNAMES", value_parser = made_up)]
    pub(super) made_up: Option<(usize, usize)>,
}

/// Reads `100000x1000000`.
fn made_up(text: &str) -> Result<(usize, usize), String> {
    let read = |(events, names): (&str, &str)| Some((events.parse().ok()?, names.parse().ok()?));
    text.split_once('x').and_then(read).ok_or_else(|| "write it as 100000x1000000".to_owned())
}

/// Options shared by all commands.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "Global options")]
pub(super) struct Common {
    /// Number of extraction threads [default: one per core]
    #[arg(long, short, global = true, value_name = "N")]
    pub(super) jobs: Option<NonZeroUsize>,
    /// Publication date of every article, overriding their own
    #[arg(long, global = true, value_name = "YYYY-MM-DD")]
    pub(super) date: Option<NaiveDate>,
    /// Disable colours, as the environment variable NO_COLOR does
    #[arg(long, global = true)]
    pub(super) no_color: bool,
    /// Leave the mouse to the terminal
    #[arg(long, global = true)]
    pub(super) no_mouse: bool,
    /// Colour theme of the explorer
    #[arg(long, global = true, value_name = "NAME")]
    pub(super) theme: Option<String>,
    /// Settings file to read instead of the default one
    #[arg(long, global = true, value_name = "FILE")]
    pub(super) config: Option<PathBuf>,
    /// Log what was read, what was skipped, and every warning
    #[arg(long, global = true, value_name = "FILE")]
    pub(super) log: Option<PathBuf>,
    /// Print nothing but results and errors
    #[arg(long, short, global = true, conflicts_with = "verbose")]
    pub(super) quiet: bool,
    /// Report what is skipped, and why
    #[arg(long, short, global = true)]
    pub(super) verbose: bool,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Print the findings of each article as one line of JSON, in input order
    #[command(after_long_help = super::help::EXTRACT)]
    Extract(Extract),
    /// List events, actors, quotes, articles, stories, the timeline or the network
    #[command(after_long_help = super::help::query_table())]
    List(List),
    /// Write evidence to a file: every event and quote with its words, their place and a hash
    #[command(after_long_help = super::help::query_table())]
    Export(Export),
    /// Check an exported report against its sources
    #[command(after_long_help = super::help::VERIFY)]
    Verify(Verify),
    /// Explain what was found at a byte of a file, and by which rules
    Why {
        /// The file and the byte, as the explorer's status line shows them
        #[arg(value_name = "FILE:BYTE")]
        place: String,
    },
    /// Print the rules of extraction, with texts in which each fires and must not fire
    Rules(Rules),
    /// Print counts, throughput, and what was skipped and why
    Stats(Stats),
    /// Print shell completions
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Print the effective settings and where they are read from
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
    /// Files, folders, or - for JSON lines on standard input [default: two built-in articles]
    pub(super) paths: Vec<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct Rules {
    /// The id of a rule, or the beginning of ids: dates.weekday, dates [default: all]
    pub(super) id: Option<String>,
    /// Output format
    #[arg(long, value_enum, default_value_t = RuleFormat::Text, value_name = "FORMAT")]
    pub(super) format: RuleFormat,
}

/// Output formats of `dossier rules`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum RuleFormat {
    /// Text for people
    Text,
    /// One JSON object a line
    Json,
}

#[derive(Debug, Args)]
pub(super) struct Extract {
    #[command(flatten)]
    pub(super) input: Input,
    /// Add the reason for everything found: the rule, its words and, for events, the path in the parse tree
    #[arg(long)]
    pub(super) explain: bool,
}

#[derive(Debug, Args)]
pub(super) struct List {
    /// What to list
    pub(super) what: What,
    #[command(flatten)]
    pub(super) input: Input,
    /// Only what matches a query such as "actor:modi type:consult"
    #[arg(long, value_name = "QUERY", default_value = "", hide_default_value = true)]
    pub(super) query: String,
    /// Output format
    #[arg(long, value_enum, default_value_t)]
    pub(super) format: Format,
    /// Maximum number of rows
    #[arg(long, value_name = "N")]
    pub(super) limit: Option<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum What {
    /// Who did what to whom, oldest first, undated last
    Events,
    /// Actors, most active first
    Actors,
    /// Who said what, in input order
    Quotes,
    /// Articles, in input order
    Articles,
    /// Reports of one event as one row, oldest first, undated last
    Stories,
    /// Event counts over time, with gaps and undated events, at a grain that fits one screen
    Timeline,
    /// Pairs of actors with the number of events they share, most first
    Network,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// Aligned columns, truncated to the width of the terminal
    #[default]
    Table,
    /// Tab-separated with a header line; tabs, line breaks and control characters are escaped
    Tsv,
    /// One JSON array of objects
    Json,
}

#[derive(Debug, Args)]
pub(super) struct Export {
    #[command(flatten)]
    pub(super) input: Input,
    /// Format of the report: jsonl for programs, csv for spreadsheets, md for people
    #[arg(long, value_name = "FORMAT", value_parser = report_format())]
    pub(super) format: report::Format,
    /// Only what matches a query such as "actor:modi type:consult"
    #[arg(long, value_name = "QUERY", default_value = "", hide_default_value = true)]
    pub(super) query: String,
    /// What to write
    #[arg(long, value_enum, default_value_t)]
    pub(super) what: Exhibits,
    /// Output file [default: standard output]
    #[arg(long, short, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
}

fn report_format() -> impl TypedValueParser<Value = report::Format> {
    let names = report::FORMATS.iter().map(|f| PossibleValue::new(f.name).help(f.about));
    PossibleValuesParser::new(names).try_map(|name| report::Format::named(&name).ok_or(UnknownFormat))
}

/// Unreachable: the names come from the table they are looked up in.
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
    /// Quotes in input order
    Quotes,
}

#[derive(Debug, Args)]
pub(super) struct Verify {
    /// A file written by dossier export
    pub(super) report: PathBuf,
    /// Where the sources are now [default: where the report says]
    pub(super) paths: Vec<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct Stats {
    #[command(flatten)]
    pub(super) input: Input,
    /// Output format
    #[arg(long, value_enum, default_value_t)]
    pub(super) format: StatsFormat,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum StatsFormat {
    /// Text for people
    #[default]
    Text,
    /// One JSON object
    Json,
}
