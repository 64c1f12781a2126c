//! The one reader of the tables in `assets/`: one fact a line, cells parted by tabs, `#` before a comment.

use memchr::{memchr, memchr_iter};

/// The lines of a table that are neither empty nor comments.
pub fn lines(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().map(str::trim_end).filter(|l| !l.is_empty() && !l.starts_with('#'))
}

/// The rows of a table of two columns.
pub fn pairs(table: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    lines(table).filter_map(|l| l.split_once('\t'))
}

/// The rows of a table with as many cells as each line has.
pub fn table(text: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    lines(text).map(|l| l.split('\t').collect())
}

/// The rows of a table of `N` columns: what a line lacks is empty, what it has more stays in the last. Read at every
/// start, and so without an allocation a row.
pub fn rows<const N: usize>(text: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    let mut from = 0;
    let ends = memchr_iter(b'\n', text.as_bytes()).chain([text.len()]);
    ends.filter_map(move |end| {
        let mut line = text.get(from..end)?;
        from = end + 1;
        if line.is_empty() || line.starts_with('#') {
            return None;
        }
        let mut row = [""; N];
        for cell in &mut row[..N - 1] {
            let Some(tab) = memchr(b'\t', line.as_bytes()) else {
                *cell = std::mem::take(&mut line);
                break;
            };
            (*cell, line) = (&line[..tab], &line[tab + 1..]);
        }
        if row[N - 1].is_empty() {
            row[N - 1] = line;
        }
        Some(row)
    })
}
