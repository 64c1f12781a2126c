//! Parts of speech, left to right.

use multiversion::multiversion;

use super::features::{Features, NO_NODE, NO_TAG, ROOT_NODE, Word, tag_features};
use super::model::{Lexicon, Reader, Wide, Writer};
use super::{Upos, Xpos};

/// The tagger: a lexicon, the list of tag pairs it knows, and their weights.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tagger {
    /// What is known of single words.
    pub lexicon: Lexicon,
    /// Pairs of tags; their places are the classes.
    pub tags: Vec<(Upos, Xpos)>,
    /// Weights of the classes.
    pub weights: Wide,
    /// A class that wins by less is in doubt.
    pub doubt: i16,
}

/// Classes of the words of a padded sentence, and fillers' tags.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tags {
    /// The best class of each word.
    pub first: Vec<u8>,
    /// The next best where the best is in doubt, [`NO_NODE`] elsewhere.
    pub second: Vec<u8>,
}

impl Tags {
    /// Tags without doubt.
    #[cfg(test)]
    pub(crate) fn certain(first: Vec<u8>) -> Self {
        Self { second: vec![NO_NODE; first.len()], first }
    }

    /// Makes room for a padded sentence of `len` words and fillers, the words' tags still open.
    pub(crate) fn clear(&mut self, len: usize) {
        let len = len.max(4);
        self.first.clear();
        self.first.resize(len, 0);
        self.first[1] = NO_NODE;
        self.first[len - 2] = ROOT_NODE;
        self.second.clear();
        self.second.resize(len, NO_NODE);
    }
}

impl Tagger {
    /// The word as features see it.
    pub(crate) fn word(&self, form: &str, lower: &str) -> Word {
        Word::new(form, lower, |h| self.lexicon.facts(h))
    }

    /// Tags `words`, which are padded; `tags` gets one class a word and the fillers' tags.
    pub(crate) fn tag(&self, words: &[Word], tags: &mut Tags, f: &mut Features) {
        tags.clear(words.len());
        tag_words(self, words, tags, f);
    }

    /// The pair of tags of a class.
    pub(crate) fn pair(&self, class: u8) -> (Upos, Xpos) {
        self.tags.get(class as usize).copied().unwrap_or((Upos::X, Xpos::Fw))
    }

    /// Universal tags of classes, fillers' beyond them: what models see that outlive one tagger.
    pub(crate) fn universal(&self, classes: &[u8], out: &mut Vec<u8>) {
        out.clear();
        out.extend(classes.iter().map(|&c| self.tags.get(c as usize).map_or(NO_NODE, |pair| pair.0 as u8)));
    }

    pub(crate) fn write(&self, w: &mut Writer) {
        self.lexicon.write(w);
        let tags: Vec<u8> = self.tags.iter().flat_map(|(u, x)| [*u as u8, *x as u8]).collect();
        w.bytes(&tags);
        self.weights.write(w);
        w.u32(self.doubt as u32);
    }

    /// Passes over what [`Tagger::read`] would read.
    pub(crate) fn skip(r: &mut Reader<'_>) -> Option<()> {
        let (_lexicon, _tags) = (r.bytes()?, r.bytes()?);
        Wide::skip(r)?;
        let _doubt = r.u32()?;
        Some(())
    }

    pub(crate) fn read(r: &mut Reader<'_>) -> Option<Self> {
        let lexicon = Lexicon::read(r)?;
        let tags = r.bytes()?.chunks_exact(2).map(|p| (Upos::from_number(p[0]), Xpos::from_number(p[1]))).collect();
        Some(Self { lexicon, tags, weights: Wide::read(r)?, doubt: r.u32()? as i16 })
    }
}

/// Tags a sentence left to right; the same on every processor, faster where registers are wide.
#[multiversion(targets(
    "x86_64+avx512f+avx512bw+avx512vl+avx2+bmi1+bmi2+lzcnt+popcnt",
    "x86_64+avx2+bmi1+bmi2+lzcnt+popcnt"
))]
fn tag_words(tagger: &Tagger, words: &[Word], tags: &mut Tags, f: &mut Features) {
    let (mut t1, mut t2) = (NO_TAG, NO_TAG);
    for i in 2..words.len().saturating_sub(2) {
        let tag = match words[i].facts.only {
            0 => {
                tag_features(words, i, t1, t2, f);
                let [(best, score), (second, next)] = tagger.weights.best_two(f.as_slice());
                if score.saturating_sub(next) < tagger.doubt {
                    tags.second[i] = second as u8;
                }
                best as u8
            }
            only => only - 1,
        };
        tags.first[i] = tag;
        (t2, t1) = (t1, u32::from(tag));
    }
}
