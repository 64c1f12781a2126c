//! Posting lists that grow while the store is loading and are read as plain slices.

/// One list: a block of the pool, `1 << class` items long, of which `len` are filled.
#[derive(Clone, Copy, Debug, Default)]
struct Block {
    start: u32,
    len: u32,
    class: u8,
}

/// Many growing lists in one pool.
///
/// A list that outgrows its block moves to one twice as long and frees the old one for other lists. A push is thus O(1)
/// amortised, a list of one item costs 16 bytes and no allocation of its own, and a reader gets a slice. A `Vec` per
/// list would cost 24 bytes even when empty, and the store has six lists per actor.
#[derive(Debug)]
pub(super) struct Postings<T> {
    lists: Vec<Block>,
    pool: Vec<T>,
    /// Free blocks, by size class.
    free: Vec<Vec<u32>>,
}

impl<T> Default for Postings<T> {
    fn default() -> Self {
        Self { lists: Vec::new(), pool: Vec::new(), free: Vec::new() }
    }
}

impl<T: Copy + PartialEq> Postings<T> {
    /// The items of list `i` in the order they were pushed; empty for a list without items.
    pub(super) fn get(&self, i: usize) -> &[T] {
        match self.lists.get(i) {
            Some(b) => &self.pool[b.start as usize..(b.start + b.len) as usize],
            None => &[],
        }
    }

    /// Appends an item to list `i`, unless it is the last item already.
    pub(super) fn push(&mut self, i: usize, item: T) {
        if self.lists.len() <= i {
            self.lists.resize(i + 1, Block::default());
        }
        if self.get(i).last() == Some(&item) {
            return;
        }
        let mut b = self.lists[i];
        if b.len == 0 {
            b = Block { start: self.block(0, item), len: 0, class: 0 };
        } else if b.len == 1 << b.class {
            let start = self.block(b.class + 1, item);
            let old = b.start as usize..(b.start + b.len) as usize;
            self.pool.copy_within(old, start as usize);
            self.release(b.class, b.start);
            b = Block { start, len: b.len, class: b.class + 1 };
        }
        self.pool[(b.start + b.len) as usize] = item;
        b.len += 1;
        self.lists[i] = b;
    }

    /// A block of `1 << class` items with arbitrary contents.
    fn block(&mut self, class: u8, filler: T) -> u32 {
        if let Some(start) = self.free.get_mut(class as usize).and_then(Vec::pop) {
            return start;
        }
        let start = self.pool.len();
        self.pool.resize(start + (1 << class), filler);
        start as u32
    }

    fn release(&mut self, class: u8, start: u32) {
        if self.free.len() <= class as usize {
            self.free.resize_with(class as usize + 1, Vec::new);
        }
        self.free[class as usize].push(start);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn lists_hold_what_was_pushed_in_order(pushes in prop::collection::vec((0usize..12, any::<u32>()), 0..400)) {
            let mut postings = Postings::default();
            let mut plain = vec![Vec::new(); 12];
            for (list, item) in pushes {
                postings.push(list, item);
                if plain[list].last() != Some(&item) {
                    plain[list].push(item);
                }
            }
            for (i, list) in plain.iter().enumerate() {
                prop_assert_eq!(postings.get(i), &list[..]);
            }
        }
    }

    #[test]
    fn a_list_never_pushed_to_is_empty() {
        assert!(Postings::<u32>::default().get(7).is_empty());
    }
}
