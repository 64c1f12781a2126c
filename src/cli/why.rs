//! `dossier why`: what was found at a byte of a file, and by which rules.

use std::fmt::Write as _;
use std::io::Write;
use std::path::PathBuf;

use super::{Common, Failure, stdout};
use crate::app::cells::one_line;
use crate::export::records::place;
use crate::ingest;
use crate::load::{Loaded, Loading};
use crate::model::{ArticleId, Span, Why};
use crate::store::{Party, Store, StoreBuilder};

pub(super) fn run(place: &str, common: &Common) -> Result<(), Failure> {
    let wrong = || Failure::Usage(format!("\"{place}\" is no FILE:BYTE, as in article.txt:128"));
    let (file, byte) = place.rsplit_once(':').ok_or_else(wrong)?;
    // The end of a range as the explorer shows it (128-138) is taken for its start.
    let byte: u32 = byte.split('-').next().and_then(|b| b.parse().ok()).ok_or_else(wrong)?;
    let store = load(file, common)?;
    let id = ArticleId(0);
    let article = &store.article(id).article;
    let at = byte.checked_sub(article.shift()).filter(|&at| (at as usize) < article.text.len());
    let Some(at) = at else {
        let (first, last) = (article.shift(), article.shift() as usize + article.text.len());
        return Err(Failure::Usage(format!("byte {byte} is outside the text of {file}: it has {first} to {last}")));
    };
    let told = Teller { store: &store, id, at: at as usize }.tell();
    let mut out = stdout();
    if told.is_empty() {
        writeln!(out, "nothing was found at byte {byte} of {}", one_line(file))?;
    }
    out.write_all(told.as_bytes())?;
    Ok(out.flush()?)
}

/// The one article of a file, or the seed of that name.
fn load(file: &str, common: &Common) -> Result<Store, Failure> {
    let path = PathBuf::from(file);
    let seed = ingest::seeds().into_iter().find(|seed| seed.id == file).filter(|_| !path.exists());
    let items = seed.map_or_else(|| ingest::plan(&[path]), |seed| vec![seed]);
    let mut builder = StoreBuilder::new();
    let mut articles = 0;
    for loaded in Loading::start(items, common.load_options(), |article, findings| (article, findings)) {
        match loaded {
            Loaded::Article((article, findings)) if articles == 0 => {
                builder.add(article, findings);
                articles = 1;
            }
            Loaded::Article(_) => {
                return Err(Failure::Usage(format!("{file} holds more than one article; name a file that is one")));
            }
            Loaded::Skipped(skipped) => return Err(Failure::NothingRead(format!(": {skipped}"))),
        }
    }
    if articles == 0 { Err(Failure::NothingRead(format!(": {file} holds no article"))) } else { Ok(builder.build()) }
}

/// Tells what covers one byte of an article.
struct Teller<'s> {
    store: &'s Store,
    id: ArticleId,
    at: usize,
}

impl Teller<'_> {
    fn tell(&self) -> String {
        let mut out = String::new();
        let s = self.store;
        for mention in s.mentions_in(self.id).map(|m| s.mention(m)).filter(|m| self.covers(m.span)) {
            let kind = serde_json::to_value(mention.kind).ok();
            let kind = kind.as_ref().and_then(|k| k.as_str()).unwrap_or_default();
            self.head(&mut out, "mention", mention.span, &format!("{} by {kind}", s.name(mention.actor)));
            self.why(&mut out, &mention.why);
        }
        for date in s.dates_in(self.id).iter().filter(|d| self.covers(d.span)) {
            self.head(&mut out, "date", date.span, s.str(date.value));
            self.why(&mut out, &date.why);
        }
        if let Some(date) = s.article(self.id).document_date.as_ref().filter(|d| d.span.is_some_and(|s| self.covers(s)))
        {
            self.head(&mut out, "the article's date", date.span.unwrap_or_default(), &date.date.to_string());
            self.why(&mut out, &date.why);
        }
        for (id, quote) in s.quotes_in(self.id).map(|q| (q, s.quote(q))).filter(|q| self.covers(q.1.span)) {
            let speaker = quote.speaker.map_or("unattributed", |a| s.name(a));
            self.head(&mut out, "quote", quote.span, speaker);
            self.row(&mut out, "cue", quote.cue);
            self.row(&mut out, "speaker", quote.speaker_span);
            self.why(&mut out, &quote.why);
            for told in s.explain_quote(id) {
                let _ = writeln!(out, "  because     {}", one_line(&told));
            }
        }
        for event in s.events_in(self.id).map(|e| s.event(e)).filter(|e| self.covers(e.sentence)) {
            let names = |parties: &[Party]| parties.iter().map(|p| s.name(p.actor)).collect::<Vec<_>>().join(", ");
            let mode = event.mode.map(|m| format!(" {m}")).unwrap_or_default();
            let what = format!(
                "{}{mode}, {}: {} → {}",
                event.kind,
                event.status,
                names(event.sources()),
                names(event.targets())
            );
            self.head(&mut out, "event", event.trigger, &what);
            if let Some(date) = event.date() {
                let _ = writeln!(out, "  date        {}", one_line(date));
            }
            self.row(&mut out, "dated by", event.date_span);
            if let Some(claimant) = event.according_to {
                let _ = writeln!(out, "  according to {}", one_line(s.name(claimant)));
            }
            let _ = writeln!(out, "  confidence  {:.2}", event.confidence);
            self.why(&mut out, &event.why);
            if !event.path().is_empty() {
                let _ = writeln!(out, "  because     {}", one_line(event.path()));
            }
        }
        out
    }

    fn covers(&self, span: Span) -> bool {
        span.contains_byte(self.at)
    }

    fn words(&self, span: Span) -> String {
        let words = one_line(self.store.words_at(self.id, span)).into_owned();
        format!("{} “{words}”", place(self.store, self.id, span))
    }

    fn head(&self, out: &mut String, what: &str, span: Span, value: &str) {
        let _ = writeln!(out, "{what}: {}\n  words       {}", one_line(value), self.words(span));
    }

    fn row(&self, out: &mut String, name: &str, span: Option<Span>) {
        if let Some(span) = span {
            let _ = writeln!(out, "  {name:<11} {}", self.words(span));
        }
    }

    fn why(&self, out: &mut String, why: &Why) {
        if !why.rule.is_empty() {
            let _ = writeln!(out, "  rule        {}", one_line(why.rule));
        }
        if let Some(plain) = why.plain() {
            let _ = writeln!(out, "  that is     {plain}");
        }
        self.row(out, "by", why.words);
    }
}
