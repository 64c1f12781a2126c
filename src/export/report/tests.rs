use proptest::prelude::*;

use super::super::exhibit::{Exhibitor, Hashed, Item};
use super::*;
use crate::store::synthetic::small;

fn exhibits() -> Vec<Exhibit> {
    let store = small();
    let mut exhibitor = Exhibitor::default();
    let events = store.event_ids().map(Item::Event);
    events.chain(store.quote_ids().map(Item::Quote)).map(|item| exhibitor.exhibit(&store, item)).collect()
}

fn written(format: Format, exhibits: &[Exhibit]) -> String {
    let mut out = Vec::new();
    format.write(&mut out, exhibits).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn an_exhibit_holds_its_words_and_where_they_stand() {
    let store = small();
    for (exhibit, event) in exhibits().iter().zip(store.event_ids()) {
        let article = &store.article(store.event(event).article).article;
        assert_eq!(exhibit.span_in(article).map(|s| s.of(&article.text)), Some(exhibit.words.as_str()));
        assert_eq!((exhibit.sha256.len(), exhibit.hashed), (64, Hashed::Text));
    }
}

#[test]
fn every_format_is_read_back_as_it_was_written() {
    let exhibits = exhibits();
    for format in FORMATS {
        let text = written(format, &exhibits);
        assert_eq!(read(&text).as_ref(), Ok(&exhibits), "{}", format.name);
        assert_eq!(written(format, &exhibits), text);
    }
    assert_eq!(read("just a text"), Err(ReportError::Unknown));
    assert!(matches!(read(&(written(FORMATS[0], &[]) + "{broken")), Err(ReportError::Line { line: 2, .. })));
}

#[test]
fn a_cell_that_looks_like_a_formula_is_guarded() {
    let exhibit = Exhibit { words: "=HYPERLINK(\"x\")".into(), who: "@SUM".into(), ..Exhibit::default() };
    let text = written(FORMATS[1], &[exhibit]);
    assert!(text.contains(",'@SUM,") && text.contains("\"'=HYPERLINK") || text.contains(",'=HYPERLINK"), "{text}");
}

#[test]
fn people_read_the_words_and_the_place() {
    let text = written(FORMATS[2], &exhibits());
    assert!(text.contains("## 1. 2025-05-05 CONSULT phone: Vladimir Putin → Narendra Modi, asserted"), "{text}");
    assert!(text.contains("> Vladimir Putin called Prime Minister Narendra Modi on Monday."));
    assert!(text.contains("`call.txt`, bytes 0–61 of the text"));
}

proptest! {
    #[test]
    fn any_words_survive_every_format(words in "(\\PC|[\u{0}-\u{1f}\u{7f}-\u{9f}\u{202e}\u{2028}'=+@\",\\\\>-]){0,40}", who in "\\PC{0,10}") {
        let exhibits = vec![Exhibit { kind: "quote".into(), words, who, start: 3, end: 9, ..Exhibit::default() }];
        for format in FORMATS {
            let text = written(format, &exhibits);
            let back = read(&text);
            prop_assert_eq!(back.as_ref(), Ok(&exhibits), "{}: {}", format.name, text);
            prop_assert!(!text.chars().any(|c| c != '\n' && c != '\r' && crate::export::escape::is_hazardous(c)));
        }
    }
}
