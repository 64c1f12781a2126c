//! Which way an expression looks by the words right before it; where they say nothing, its clause tells.

use super::scan::Pieces;
use crate::language::Analysis;
use crate::lexicon::dates::{Lex, W};
use crate::model::Span;
use crate::syntax::tense::{Tense, around};

/// The direction of an expression that begins at piece `i` and covers `span`.
pub fn of(p: &Pieces<'_>, i: usize, analysis: &Analysis<'_>, span: Span) -> Tense {
    let clause = || around(analysis, span);
    match p.before(i) {
        Lex::Word(W::Until | W::Till | W::By) if clause() != Tense::PastPerfect => Tense::Future,
        Lex::Before if !matches!(clause(), Tense::Past | Tense::PastPerfect) => Tense::Future,
        Lex::Word(W::Since) => Tense::Past,
        // "ahead of Sunday's vote"
        Lex::Word(W::Of) if i > 1 && p.word(i - 2) == "ahead" => Tense::Future,
        _ => match i.checked_sub(1).map_or("", |b| p.word(b)) {
            "beginning" | "starting" | "effective" => Tense::Future,
            "ended" | "dated" => Tense::Past,
            // "as early as Tuesday"
            "as" if i > 2 && ["early", "soon"].contains(&p.word(i - 2)) => Tense::Future,
            _ => clause(),
        },
    }
}
