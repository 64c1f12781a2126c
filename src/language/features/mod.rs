//! What the models see of a text: hashed features, built the same way for training and at run time.

pub(crate) mod inputs;
mod tagging;
mod word;

pub(crate) use inputs::{INPUTS, Node, ahead, inputs};
pub(crate) use tagging::{NO_TAG, tag_features};
pub(crate) use word::{Facts, NO_NODE, PAD_AFTER, PAD_BEFORE, ROOT_NODE, Word, looks};

use super::hash::mix;

/// Most features that one decision looks at.
pub(crate) const MOST: usize = 96;

/// The hashed features of one decision.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Features {
    hashes: [u32; MOST],
    len: usize,
    base: u32,
}

impl Features {
    /// No features yet; `base` keeps models' templates apart.
    pub(crate) const fn new() -> Self {
        Self { hashes: [0; MOST], len: 0, base: 0 }
    }

    #[inline(always)]
    pub(crate) fn clear(&mut self, base: u32) {
        self.len = 0;
        self.base = base;
    }

    /// Adds the next template's feature.
    #[inline(always)]
    pub(crate) fn add(&mut self, a: u32, b: u32, c: u32) {
        let template = self.base + self.len as u32;
        if let Some(slot) = self.hashes.get_mut(self.len) {
            *slot = mix(template, a, b, c);
            self.len += 1;
        }
    }

    #[inline(always)]
    pub(crate) fn as_slice(&self) -> &[u32] {
        &self.hashes[..self.len]
    }
}
