//! Why a quote is one and whose it is, in sentences.

use super::Store;
use crate::extract::quotes::sentence;
use crate::model::QuoteId;

impl Store {
    /// Sentences that tell how a quote's words and its speaker were found: first the rule for the
    /// words, then who is behind the words that name the speaker. None for a quote of which nothing
    /// was recorded.
    #[must_use]
    pub fn explain_quote(&self, id: QuoteId) -> Vec<String> {
        let quote = self.quote(id);
        let words = |span| Some(self.words_at(quote.article, span)).filter(|w| !w.is_empty());
        let speaker = quote.speaker_span.and_then(words);
        let cue = quote.cue.and_then(words);
        let mut told: Vec<String> = sentence(quote.why.rule, speaker, cue).into_iter().collect();
        if let Some(who) = sentence(quote.who.rule, speaker, cue) {
            let name = quote.speaker.map_or("unattributed", |a| self.name(a));
            told.push(format!("{name}: {who}"));
        }
        told
    }
}
