//! Numbers in figures and words.

use super::super::form::Amount;
use super::super::scan::Pieces;
use super::amount::unit_after;
use crate::lexicon::dates::{Lex, W};

/// A number and one past its last piece.
pub type Counted = (Amount, usize);

/// "three", "a", "a few", "several", "2 1/2", "two and a half"; of "two to three weeks" the larger.
pub fn number(p: &Pieces, i: usize) -> Option<Counted> {
    let (low, at) = one(p, i)?;
    let to = matches!(p.lex(at), Lex::Word(W::To | W::Or))
        || (p.is_sign(at, b'-') && matches!(p.lex(at + 1), Lex::Digits(..)));
    let article = matches!(p.lex(at + 1), Lex::Word(W::A | W::An));
    let high = if to && !article { one(p, at + 1) } else { None };
    Some(high.filter(|(_, end)| unit_after(p, *end).is_some()).unwrap_or((low, at)))
}

fn one(p: &Pieces, i: usize) -> Option<Counted> {
    let at = i + 1;
    let of = |at: usize| at + usize::from(p.is(at, W::Of));
    match p.lex(i) {
        Lex::Digits(n, len) if len < 7 => Some(figures(p, n, at)),
        Lex::Number(_) => {
            let (n, end) = words(p, i)?;
            Some(match and_half(p, end) {
                Some(end) => (Amount::AndHalf(n), end),
                None => (Amount::Exact(n), end),
            })
        }
        Lex::Word(W::A | W::An | W::Another) => match p.lex(at) {
            Lex::Vague => Some((Amount::Vague, at + 1)),
            Lex::Couple(n) => Some((Amount::Exact(n.into()), of(at + 1))),
            Lex::Scale(n) => Some((Amount::Exact(n.into()), at + 1)),
            Lex::Number(_) if p.is(i, W::Another) => words(p, at).map(|(n, end)| (Amount::Exact(n), end)),
            _ => Some((Amount::Exact(1), at)),
        },
        Lex::Vague => Some((Amount::Vague, of(at))),
        Lex::Couple(n) => Some((Amount::Exact(n.into()), of(at))),
        Lex::Scale(n) => Some((Amount::Exact(n.into()), at)),
        _ => None,
    }
}

/// One past "and a half", "-and-a-half".
pub fn and_half(p: &Pieces, i: usize) -> Option<usize> {
    let skip = |at: usize| at + usize::from(p.is_sign(at, b'-'));
    let and = skip(i);
    let a = skip(and + 1);
    let half = skip(a + 1);
    (p.is(and, W::And) && p.is(a, W::A) && p.lex(half) == Lex::Half).then_some(half + 1)
}

/// The rest of a number in figures: "1,000", "2.5", "2 1/2".
fn figures(p: &Pieces, n: u32, at: usize) -> Counted {
    let joined = !p.is_spaced(at) && !p.is_spaced(at + 1);
    match (p.lex(at), p.lex(at + 1), p.lex(at + 2), p.lex(at + 3)) {
        (Lex::Sign(b','), Lex::Digits(low, 3), ..) if joined => (Amount::Exact(n.saturating_mul(1000) + low), at + 2),
        (Lex::Sign(b'.'), Lex::Digits(5, 1), ..) if joined => (Amount::AndHalf(n), at + 2),
        (Lex::Digits(1, 1), Lex::Sign(b'/'), Lex::Digits(2, 1), _) => (Amount::AndHalf(n), at + 3),
        (Lex::Sign(b'-'), Lex::Digits(1, 1), Lex::Sign(b'/'), Lex::Digits(2, 1)) => (Amount::AndHalf(n), at + 4),
        _ => (Amount::Exact(n), at),
    }
}

/// "twenty four", "one hundred", "two thousand five hundred".
fn words(p: &Pieces, i: usize) -> Option<(u32, usize)> {
    let (mut total, mut part, mut at) = (0u32, 0u32, i);
    loop {
        match p.lex(at) {
            Lex::Number(n) if part % 100 == 0 || (part % 10 == 0 && n < 10) => part = part.saturating_add(n.into()),
            Lex::Scale(100) if part > 0 => part = part.saturating_mul(100),
            Lex::Scale(1000) if part > 0 => {
                total = total.saturating_add(part.saturating_mul(1000));
                part = 0;
            }
            Lex::Sign(b'-') if matches!(p.lex(at + 1), Lex::Number(n) if n < 10) && part >= 20 && part % 10 == 0 => {}
            _ => break,
        }
        at += 1;
    }
    (at > i).then_some((total.saturating_add(part), at))
}
