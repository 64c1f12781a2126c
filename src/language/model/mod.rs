//! The trained weights: how they are laid out, read and asked.

mod bytes;
mod lexicon;
mod packed;
mod pages;
mod slots;
mod wide;

pub(crate) use bytes::{Reader, Writer};
pub(crate) use lexicon::Lexicon;
pub(crate) use pages::Pages;
pub(crate) use slots::Slots;
pub(crate) use wide::{MOST_CLASSES, Wide};

/// The slot of a hash in a table of `slots`: the high bits decide, so that the low ones can check.
#[inline(always)]
pub(crate) fn bucket(hash: u32, buckets: usize) -> usize {
    ((u64::from(hash) * buckets as u64) >> 32) as usize
}

/// The bits of a hash that a slot keeps to know its own.
#[inline(always)]
fn check(hash: u32) -> u32 {
    hash & 0xFFF
}
