//! Reading and writing the weights' file: little-endian numbers and arrays with their length.

/// Takes a file apart; `None` once it ends too early.
#[derive(Clone, Debug)]
pub(crate) struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    pub(crate) fn u32(&mut self) -> Option<u32> {
        let (head, rest) = self.rest.split_first_chunk::<4>()?;
        self.rest = rest;
        Some(u32::from_le_bytes(*head))
    }

    /// An array of bytes.
    pub(crate) fn bytes(&mut self) -> Option<&'a [u8]> {
        let n = self.u32()? as usize;
        let (head, rest) = self.rest.split_at_checked(n)?;
        self.rest = rest;
        Some(head)
    }

    /// An array of signed numbers of two bytes.
    pub(crate) fn shorts(&mut self) -> Option<Vec<i16>> {
        let (chunks, rest) = self.bytes()?.as_chunks::<2>();
        rest.is_empty().then(|| chunks.iter().map(|c| i16::from_le_bytes(*c)).collect())
    }

    /// An array of numbers of four bytes.
    pub(crate) fn words(&mut self) -> Option<Vec<u32>> {
        let (chunks, rest) = self.bytes()?.as_chunks::<4>();
        rest.is_empty().then(|| chunks.iter().map(|c| u32::from_le_bytes(*c)).collect())
    }

    /// An array of numbers of eight bytes.
    pub(crate) fn doubles(&mut self) -> Option<Vec<u64>> {
        let (chunks, rest) = self.bytes()?.as_chunks::<8>();
        rest.is_empty().then(|| chunks.iter().map(|c| u64::from_le_bytes(*c)).collect())
    }
}

/// Puts a file together.
#[derive(Clone, Debug, Default)]
pub(crate) struct Writer {
    out: Vec<u8>,
}

impl Writer {
    pub(crate) fn u32(&mut self, n: u32) {
        self.out.extend(n.to_le_bytes());
    }

    pub(crate) fn bytes(&mut self, bytes: &[u8]) {
        self.u32(bytes.len() as u32);
        self.out.extend(bytes);
    }

    pub(crate) fn shorts(&mut self, numbers: &[i16]) {
        self.u32(numbers.len() as u32 * 2);
        self.out.extend(numbers.iter().flat_map(|n| n.to_le_bytes()));
    }

    pub(crate) fn words(&mut self, words: &[u32]) {
        self.u32(words.len() as u32 * 4);
        self.out.extend(words.iter().flat_map(|w| w.to_le_bytes()));
    }

    pub(crate) fn doubles(&mut self, words: &[u64]) {
        self.u32(words.len() as u32 * 8);
        self.out.extend(words.iter().flat_map(|w| w.to_le_bytes()));
    }

    pub(crate) fn finish(self) -> Vec<u8> {
        self.out
    }
}
