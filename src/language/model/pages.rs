//! Memory for tables that are read at random places.
//!
//! A look into a table of megabytes first has to find out where its page lies. Where the system lends pages of two
//! megabytes (Linux, unless it is told never to), a table takes a few of them instead of thousands, and the
//! processor keeps all their places at hand.

use std::ops::{Deref, Range};

use memmap2::MmapMut;

/// Bytes of a large page, and of what it must begin at a multiple of.
const LARGE: usize = 2 << 20;
/// Tables of fewer bytes lie where everything else lies.
const LEAST: usize = LARGE / 2;

/// Bytes of a table, in large pages where there are any.
#[derive(Debug)]
pub(crate) struct Pages {
    memory: Memory,
    used: Range<usize>,
}

#[derive(Debug)]
enum Memory {
    Heap(Vec<u8>),
    Mapped(MmapMut),
}

impl Pages {
    /// So many zeros.
    pub(crate) fn zeros(len: usize) -> Self {
        match map(len) {
            Some((memory, start)) => Self { memory: Memory::Mapped(memory), used: start..start + len },
            None => Self { memory: Memory::Heap(vec![0; len]), used: 0..len },
        }
    }

    /// These bytes.
    pub(crate) fn of(bytes: &[u8]) -> Self {
        let mut pages = Self::zeros(bytes.len());
        pages.bytes_mut().copy_from_slice(bytes);
        pages
    }

    pub(crate) fn bytes_mut(&mut self) -> &mut [u8] {
        let all: &mut [u8] = match &mut self.memory {
            Memory::Heap(bytes) => bytes,
            Memory::Mapped(bytes) => bytes,
        };
        &mut all[self.used.clone()]
    }
}

/// Memory for a table that is worth it, and where in it a large page begins; `None` where the system gives none.
fn map(len: usize) -> Option<(MmapMut, usize)> {
    if len < LEAST {
        return None;
    }
    let memory = MmapMut::map_anon(len.checked_next_multiple_of(LARGE)?.checked_add(LARGE)?).ok()?;
    // where this fails, pages are as small as they always are
    #[cfg(target_os = "linux")]
    let _ = memory.advise(memmap2::Advice::HugePage);
    let start = memory.as_ptr().align_offset(LARGE);
    (start <= LARGE).then_some((memory, start))
}

impl Deref for Pages {
    type Target = [u8];

    #[inline(always)]
    fn deref(&self) -> &[u8] {
        let all: &[u8] = match &self.memory {
            Memory::Heap(bytes) => bytes,
            Memory::Mapped(bytes) => bytes,
        };
        &all[self.used.clone()]
    }
}

impl Default for Pages {
    fn default() -> Self {
        Self::zeros(0)
    }
}

impl Clone for Pages {
    fn clone(&self) -> Self {
        Self::of(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_of_any_size_keep_their_bytes() {
        for len in [0, 1, LEAST - 1, LEAST, LARGE, LARGE + 1] {
            let mut pages = Pages::zeros(len);
            assert!(pages.len() == len && pages.iter().all(|b| *b == 0), "{len}");
            if let Some(last) = pages.bytes_mut().last_mut() {
                *last = 7;
            }
            let copy = pages.clone();
            assert_eq!(copy.last(), pages.last(), "{len}");
            assert_eq!(copy.len(), len);
        }
    }

    #[test]
    fn large_tables_begin_at_a_large_page() {
        assert_eq!(Pages::zeros(LARGE).as_ptr().align_offset(LARGE), 0);
    }
}
