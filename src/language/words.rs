//! Sets of words by which sentence ends and trees are mended.

crate::word_sets! {
    /// Sets of `assets/lexicons/sets/language.tsv`.
    pub(crate) enum LanguageWords from "language.tsv" {
        /// Words that may stand before a verb of speech with its speaker: "the envoy said".
        BesideSpeaker = "beside-speaker",
        /// Auxiliaries that are verbs of their own too: "they do banners".
        LoneAuxiliaries = "lone-auxiliaries",
        /// Units of an amount: "rose 3 percent".
        Measures = "measures",
        /// Words that nothing ends with: a line that ends with one is cut in the middle of a sentence.
        NeverLast = "never-last",
    }
}
