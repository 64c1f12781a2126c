//! Near duplicates: articles that are copies of one another, such as a wire report printed by several outlets.

use std::hash::{BuildHasher, BuildHasherDefault};

use rustc_hash::{FxHashMap, FxHasher};

use crate::model::ArticleId;
use crate::store::Store;

/// Number of hashes kept per article.
const SKETCH: usize = 64;
/// Of these, the number indexed to find other articles: two copies share most of them.
const LEADS: usize = 6;
/// Number of words in a shingle.
const SHINGLE: usize = 4;
/// Articles with fewer words are copies only if all their words are the same.
const FEW_WORDS: usize = 40;
/// Articles that share at least this proportion of shingles are copies.
const COPY: f64 = 0.55;
/// The most articles compared for one shared hash.
const MOST_LED_TO: usize = 16;

/// The smallest hashes of each article's shingles (min-hashing): two articles that share most shingles share most of
/// these.
#[derive(Debug, Default)]
pub(in crate::store) struct Copies {
    sketches: Vec<Box<[u32]>>,
    originals: Vec<ArticleId>,
    by_hash: FxHashMap<u32, Vec<ArticleId>>,
}

impl Copies {
    /// Adds the text of the next article.
    pub(in crate::store) fn add(&mut self, text: &str) {
        let id = ArticleId::from_index(self.sketches.len());
        let sketch = sketch(text);
        let leads = &sketch[..sketch.len().min(LEADS)];
        let mut original = id;
        let known = leads.iter().filter_map(|hash| self.by_hash.get(hash)).flatten();
        for &other in known {
            if other < original && resemblance(&sketch, &self.sketches[other.index()]) >= COPY {
                original = self.originals[other.index()];
            }
        }
        for &hash in leads {
            let articles = self.by_hash.entry(hash).or_default();
            if articles.len() < MOST_LED_TO {
                articles.push(id);
            }
        }
        self.sketches.push(sketch);
        self.originals.push(original);
    }
}

impl Store {
    /// The first article, in input order, of which this one is a near copy; the article itself if there is none.
    #[must_use]
    pub fn original(&self, id: ArticleId) -> ArticleId {
        self.copies.originals[id.index()]
    }
}

/// The smallest hashes of the shingles of a text, sorted.
fn sketch(text: &str) -> Box<[u32]> {
    let words: Vec<u32> = text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(hash).collect();
    let mut hashes: Vec<u32> =
        if words.len() < FEW_WORDS { vec![hash(&words)] } else { words.windows(SHINGLE).map(hash).collect() };
    if hashes.len() > SKETCH {
        hashes.select_nth_unstable(SKETCH);
        // A few more than are kept, since duplicates are removed.
        hashes.truncate(SKETCH);
    }
    hashes.sort_unstable();
    hashes.dedup();
    hashes.into()
}

fn hash<T: std::hash::Hash>(of: T) -> u32 {
    (BuildHasherDefault::<FxHasher>::default().hash_one(of) >> 32) as u32
}

/// The proportion of shingles that two articles share, estimated from their smallest hashes.
fn resemblance(a: &[u32], b: &[u32]) -> f64 {
    let size = a.len().min(b.len());
    let (mut i, mut j, mut seen, mut shared) = (0, 0, 0, 0);
    while seen < size && i < a.len() && j < b.len() {
        match a[i].cmp(&b[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                shared += 1;
                i += 1;
                j += 1;
            }
        }
        seen += 1;
    }
    f64::from(shared) / size.max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A different text for every seed.
    fn text(seed: usize, words: usize) -> Vec<String> {
        (0..words).map(|i| format!("w{}", (i * 7919 + seed * 104_729) % 5000)).collect()
    }

    fn originals(texts: &[String]) -> Vec<u32> {
        let mut copies = Copies::default();
        for text in texts {
            copies.add(text);
        }
        copies.originals.iter().map(|a| a.0).collect()
    }

    #[test]
    fn a_copy_with_a_new_head_and_some_words_changed_is_a_copy() {
        let first = text(1, 300);
        let mut second = first.clone();
        second[50] = "changed".into();
        second[200] = "too".into();
        second.splice(0..0, text(9, 15));
        let texts = [text(2, 300).join(" "), first.join(" "), second.join("\n"), text(3, 300).join(" ")];
        assert_eq!(originals(&texts), [0, 1, 1, 3]);
    }

    #[test]
    fn short_texts_must_be_the_same() {
        let texts = ["Putin met Modi.", "Putin met Xi.", "Putin met  Modi", ""].map(String::from);
        assert_eq!(originals(&texts), [0, 1, 0, 3]);
        assert_eq!(originals(&[String::new(), "…".into()]), [0, 0]);
    }
}
