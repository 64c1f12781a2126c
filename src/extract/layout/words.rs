//! Sets of words by which furniture is told from prose.

crate::word_sets! {
    /// Sets of `assets/lexicons/sets/layout.tsv`.
    pub(crate) enum LayoutWords from "layout.tsv" {
        /// Beside a date that stands on a line of its own.
        BesideDate = "beside-date",
        /// Endings that make a word the name of a page or file, or a host.
        FileEndings = "file-endings",
        /// Words without a capital in a line of authors.
        InByline = "in-byline",
        /// Words without a capital in a dateline.
        InDateline = "in-dateline",
        /// The first three letters of the months.
        Months = "months",
        /// The first three letters of the weekdays.
        Weekdays = "weekdays",
    }
}
