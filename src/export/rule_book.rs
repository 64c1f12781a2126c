//! The rule book as Markdown, plain text and JSON.

use std::fmt::Write as _;

use serde::Serialize;

use crate::model::{Pass, RuleRef};

/// A rule as `dossier rules --format json` prints it.
#[derive(Debug, Serialize)]
pub struct RuleLine {
    id: &'static str,
    pass: &'static str,
    says: &'static str,
    yes: Vec<ExampleLine>,
    no: &'static [&'static str],
}

#[derive(Debug, Serialize)]
struct ExampleLine {
    text: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    gives: &'static str,
}

impl RuleLine {
    /// The line of one rule.
    #[must_use]
    pub fn of(rule: RuleRef) -> Self {
        let yes = rule.yes.iter().map(|e| ExampleLine { text: e.text, gives: e.gives }).collect();
        Self { id: rule.id, pass: rule.pass.name(), says: rule.doc.trim(), yes, no: rule.no }
    }
}

/// One rule as plain text: its id, what it says, the texts in which it fires and those in which it must not.
#[must_use]
pub fn text(rule: RuleRef) -> String {
    let mut out = format!("{}  ({})\n  {}\n", rule.id, rule.pass, rule.doc.trim());
    for example in rule.yes {
        let gives = if example.gives.is_empty() { String::new() } else { format!("  →  {}", example.gives) };
        let _ = writeln!(out, "  yes  {}{gives}", one_line(example.text));
    }
    for text in rule.no {
        let _ = writeln!(out, "  no   {}", one_line(text));
    }
    out
}

/// The whole book as Markdown: one table of rules per pass, in the order of the passes.
#[must_use]
pub fn markdown(rules: &[RuleRef]) -> String {
    let mut out = String::from(
        "# The rules\n\n\
         Every decision of extraction is made by one of these rules. `dossier rules ID` prints one, `dossier why FILE:BYTE`, \
         `dossier extract --explain` and the explorer's `i` name those that decided. Each fires in its *yes* texts and not in \
         its *no* texts; a test checks both. The texts are read as articles published on Thursday, 12 June 2025.\n\n\
         This page is made by the program: `UPDATE_RULES=1 cargo test --test rules` writes it anew.\n",
    );
    for pass in Pass::ALL {
        let mut of_pass = rules.iter().filter(|r| r.pass == pass).peekable();
        if of_pass.peek().is_none() {
            continue;
        }
        let _ = write!(out, "\n## {pass}\n\n| rule | says | fires in | not in |\n|---|---|---|---|\n");
        for rule in of_pass {
            let yes: Vec<_> = rule.yes.iter().map(|e| cell(e.text)).collect();
            let no: Vec<_> = rule.no.iter().map(|t| cell(t)).collect();
            let (yes, no) = (yes.join(" · "), no.join(" · "));
            let _ = writeln!(out, "| `{}` | {} | {yes} | {no} |", rule.id, cell(rule.doc));
        }
    }
    out
}

fn one_line(text: &str) -> String {
    text.replace('\n', " ¶ ")
}

fn cell(text: &str) -> String {
    one_line(text.trim()).replace('|', "\\|")
}
