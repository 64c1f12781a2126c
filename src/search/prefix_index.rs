//! Index of names by the first two letters of their words, for short patterns.

use super::rank::is_word_start;

/// The bucket for a word that begins with these two bytes.
fn bucket(first: u8, second: u8) -> usize {
    usize::from(first) << 8 | usize::from(second)
}

/// For every pair of bytes, the names with a word that begins with it, in table order.
#[derive(Debug, Default)]
pub(super) struct PrefixIndex {
    /// Where the names of each bucket end in `entries`.
    ends: Vec<u32>,
    entries: Vec<u32>,
}

impl PrefixIndex {
    /// Indexes the words of `count` folded names.
    pub(super) fn new<'n>(count: usize, name: impl Fn(u32) -> &'n str) -> Self {
        let mut counts = vec![0u32; 1 << 16];
        let each = |entry: u32, take: &mut dyn FnMut(usize)| {
            let bytes = name(entry).as_bytes();
            let mut seen = [usize::MAX; 8];
            let starts = (0..bytes.len()).filter(|&at| bytes[at] != b' ' && is_word_start(bytes, at));
            for (i, at) in starts.enumerate() {
                // The character after a one-letter word is not part of it.
                let second = bytes.get(at + 1).copied().filter(|&b| b != b' ').unwrap_or(0);
                let bucket = bucket(bytes[at], second);
                // A name is listed once per bucket as far as this many words are remembered; a longer name
                // may be listed twice.
                if !seen.contains(&bucket) {
                    seen[i % seen.len()] = bucket;
                    take(bucket);
                }
            }
        };
        for entry in 0..count as u32 {
            each(entry, &mut |bucket| counts[bucket] += 1);
        }
        let mut next = 0;
        for count in &mut counts {
            let begin = next;
            next += *count;
            *count = begin;
        }
        let mut entries = vec![0; next as usize];
        for entry in 0..count as u32 {
            each(entry, &mut |bucket| {
                entries[counts[bucket] as usize] = entry;
                counts[bucket] += 1;
            });
        }
        Self { ends: counts, entries }
    }

    fn at(&self, bucket: usize) -> &[u32] {
        let end = |b: usize| self.ends.get(b).map_or(0, |&e| e as usize);
        &self.entries[bucket.checked_sub(1).map_or(0, end)..end(bucket)]
    }

    /// Candidates for names with all of these word prefixes, in table order: every wanted name that has them, and some
    /// that do not. For a single letter, only the first `most` names of each bucket, since no more are needed.
    pub(super) fn beginning<'w>(
        &self,
        words: impl Iterator<Item = &'w str>,
        most: usize,
        wanted: impl Fn(u32) -> bool,
    ) -> Vec<u32> {
        let words: Vec<&[u8]> = words.map(str::as_bytes).collect();
        let buckets = |word: &[u8]| match *word {
            [] => 0..0,
            [first] => bucket(first, 0)..bucket(first, 255) + 1,
            [first, second, ..] => bucket(first, second)..bucket(first, second) + 1,
        };
        let names = |word: &&[u8]| buckets(word).map(|b| self.at(b).len()).sum::<usize>();
        // Start from the rarest prefix and test the others on its names only.
        let Some(rarest) = words.iter().copied().min_by_key(names) else { return Vec::new() };
        let most = if let [[_]] = words[..] { most } else { usize::MAX };
        let mut found: Vec<u32> = Vec::new();
        for bucket in buckets(rarest) {
            found.extend(self.at(bucket).iter().copied().filter(|&e| wanted(e)).take(most));
        }
        found.sort_unstable();
        found.dedup();
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_listed_by_the_beginnings_of_all_their_words() {
        let names = ["narendra modi", "modi modine", "o'neill", "amo", "m b", "émile"];
        let index = PrefixIndex::new(names.len(), |i| names[i as usize]);
        let found = |typed: &str, most| index.beginning(typed.split(' '), most, |_| true);
        assert_eq!(found("mo", 9), [0, 1]);
        assert_eq!(found("m", 9), [0, 1, 4]);
        assert_eq!(found("m", 1), [0, 4], "one with each letter that follows");
        assert_eq!(found("ne", 9), [2], "a mark ends a word");
        assert_eq!(found("mo na", 9), [0], "the rarest word decides");
        assert_eq!(found("é", 9), [5]);
        assert!(found("x", 9).is_empty() && index.beginning("".split(' '), 9, |_| true).is_empty());
        assert!(PrefixIndex::default().beginning("a".split(' '), 9, |_| true).is_empty());
    }
}
