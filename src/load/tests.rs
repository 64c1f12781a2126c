use std::fmt::Write;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::*;
use crate::ingest;

/// A JSONL file of `lines` articles, some of them bad, and what should come of each.
fn input(lines: usize) -> (tempfile::TempDir, Vec<Item>, Vec<String>) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("a.jsonl");
    let mut text = String::new();
    let mut expected = Vec::new();
    for i in 0..lines {
        if i % 7 == 3 {
            text.push_str("no json\n");
            expected.push(format!("- line-{}", i + 1));
        } else {
            let sentences = "Modi called Putin. ".repeat(1 + i * 37 % 50);
            writeln!(text, "{{\"id\":\"a{i}\",\"text\":\"{sentences}\"}}").unwrap();
            expected.push(format!("+ a{i}"));
        }
    }
    std::fs::write(&path, text).unwrap();
    let items = ingest::plan(&[path]);
    (dir, items, expected)
}

fn name(loaded: Loaded<String>) -> String {
    match loaded {
        Loaded::Article(id) => format!("+ {id}"),
        Loaded::Skipped(skipped) => format!("- {}", skipped.id),
    }
}

fn options(jobs: usize) -> LoadOptions {
    LoadOptions { jobs: NonZeroUsize::new(jobs), published: None }
}

#[test]
fn everything_comes_in_order_whatever_the_threads() {
    let (_dir, items, expected) = input(500);
    for jobs in [1, 4] {
        let loading = Loading::start(items.clone(), options(jobs), |article, _| article.id);
        let progress = loading.progress();
        assert_eq!(loading.map(name).collect::<Vec<_>>(), expected, "{jobs} jobs");
        assert!(progress.is_finished());
        assert_eq!(Some(progress.bytes_read()), progress.bytes_total());
    }
}

#[test]
fn an_article_that_is_slow_holds_the_reader_up() {
    let (_dir, items, _) = input(2000);
    let others = Arc::new(AtomicUsize::new(0));
    let (open, gate) = bounded(1);
    // Lines 3, 10, 17 … are bad and need no making.
    let most = IN_FLIGHT * 2 - 1;
    let made_at_most = most - (0..=most).filter(|i| i % 7 == 3).count();
    let loading = Loading::start(items, options(2), move |article, _| {
        if article.id == "a0" {
            gate.recv().unwrap();
            return others.load(Ordering::SeqCst).to_string();
        }
        if others.fetch_add(1, Ordering::SeqCst) + 1 == made_at_most {
            open.send(()).unwrap();
        }
        article.id
    });
    let all: Vec<_> = loading.map(name).collect();
    assert_eq!(all[0], format!("+ {made_at_most}"), "others made while the first was waited for");
    assert_eq!(all.len(), 2000);
}

#[test]
fn a_panic_loses_one_article() {
    let (_dir, items, expected) = input(20);
    let loading = Loading::start(items, options(2), |article, _| {
        assert!(article.id != "a5", "made up by a test");
        article.id
    });
    let names: Vec<_> = loading.map(name).collect();
    assert_eq!(names[5], "- a5");
    assert_eq!(names.len(), expected.len());
}

#[test]
fn the_day_given_goes_before_metadata() {
    let (_dir, items, _) = input(1);
    let day = NaiveDate::from_ymd_opt(2024, 2, 29);
    let options = LoadOptions { published: day, ..options(1) };
    let mut loading = Loading::start(items, options, |article, _| article.published);
    assert!(matches!(loading.next(), Some(Loaded::Article(published)) if published == day));
}
