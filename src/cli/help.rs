//! Help texts and the manual page.

use std::fmt::Write;

use clap::CommandFactory;

use super::args::Cli;
use crate::keys::Keymap;
use crate::store::query::KEYS;

pub(super) const EXAMPLES: &str = "\
Examples:
  dossier                                       explore two built-in articles
  dossier ~/articles                            explore a folder
  dossier list events ~/articles --query 'actor:modi type:consult,accuse date:2025'
  dossier list quotes ~/articles --query 'by:trump tariff' --format json
  dossier extract ~/articles > findings.jsonl
  printf '{\"text\": \"Modi met Putin on Friday.\", \"date\": \"2025-05-05\"}' | dossier extract -
  dossier export ~/articles --query 'type:sanction' --format md -o evidence.md
  dossier verify evidence.md
  dossier stats ~/articles

Exit status:
  0 success · 1 a check or a write failed · 2 usage error · 3 nothing in the input could be read
";

pub(super) const EXTRACT: &str = "\
Positions are byte ranges of the article's text, end exclusive. A file or line that yields no
article becomes a line {\"id\", \"doc\", \"error\"}, and the run continues.
";

pub(super) const VERIFY: &str = "\
Each exhibit is OK (the same words at the same place in the same source), MOVED (the words are
still there, but the source has changed around them), CHANGED (the words are gone) or MISSING
(the source cannot be found). The exit status is 1 unless all are OK.
";

pub(super) const CONFIG: &str = "\
Save the output to the file it names to edit the settings there. Errors are reported on standard
error with their line numbers, and the exit status is 1.
";

/// The keys of the query language as a table.
pub(super) fn query_table() -> String {
    let mut out = String::from(
        "Queries:\n  \
         Conditions are separated by spaces and must all hold. A comma separates alternatives, - negates\n  \
         a condition, quotation marks enclose a phrase, =NAME matches a whole name. Words without a key\n  \
         are searched for in the text.\n\n",
    );
    for key in KEYS {
        let _ = writeln!(out, "  {:<32} {}", key.example, key.meaning);
    }
    out
}

/// The manual page: every command, the query language, the explorer's keys.
///
/// # Errors
/// Only those of the writer.
pub(super) fn manual(out: &mut Vec<u8>) -> std::io::Result<()> {
    let mut command = Cli::command();
    command.build();
    let page = clap_mangen::Man::new(command.clone()).manual("User Commands");
    page.render_title(out)?;
    page.render_name_section(out)?;
    page.render_synopsis_section(out)?;
    page.render_description_section(out)?;
    page.render_options_section(out)?;
    let mut roff = String::from(".SH COMMANDS\n");
    for sub in command.get_subcommands().filter(|c| c.get_name() != "help") {
        let _ = writeln!(roff, ".SS dossier {}", sub.get_name());
        if let Some(about) = sub.get_long_about().or_else(|| sub.get_about()) {
            roff.push_str(&plain(&format!("{about}.\n")));
        }
        for arg in sub.get_arguments().filter(|a| !a.is_global_set() && a.get_id() != "help") {
            let name =
                arg.get_long().map_or_else(|| arg.get_id().to_string().to_uppercase(), |long| format!("--{long}"));
            let values: Vec<_> = arg.get_possible_values().iter().map(|v| v.get_name().to_owned()).collect();
            let values = if values.is_empty() || !arg.get_action().takes_values() {
                String::new()
            } else {
                format!(" ({})", values.join(", "))
            };
            let _ = writeln!(roff, ".TP\n\\fB{}\\fR", plain(&name).trim_end());
            let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
            roff.push_str(&plain(&format!("{help}{values}\n")));
        }
    }
    roff.push_str(".SH QUERIES\n");
    verbatim(&mut roff, query_table().trim_start_matches("Queries:\n"));
    roff.push_str(".SH EXPLORER KEYS\n");
    verbatim(&mut roff, &crate::keys::table::plain(&Keymap::default()));
    roff.push_str(".SH EXAMPLES\n");
    verbatim(&mut roff, EXAMPLES.trim_start_matches("Examples:\n"));
    out.extend_from_slice(roff.as_bytes());
    Ok(())
}

/// Preformatted text.
fn verbatim(roff: &mut String, text: &str) {
    let _ = write!(roff, ".nf\n{}.fi\n", plain(text));
}

/// Text with everything escaped that roff would interpret.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.lines() {
        if line.starts_with(['.', '\'']) {
            out.push_str("\\&");
        }
        out.push_str(&line.replace('\\', "\\e").replace('-', "\\-"));
        out.push('\n');
    }
    out
}
