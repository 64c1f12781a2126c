//! Words of the language stand in the tables of `assets/lexicons`, not in code.
//!
//! A list of five or more of them in code is a table that nobody can find: it belongs into a named set of
//! `assets/lexicons/sets` (`src/lexicon/word_sets.rs`).

mod source;

use source::room_code;

/// Rooms whose code may hold no list of words.
const ROOMS: [&str; 7] = ["language", "syntax", "lexicon", "rules", "extract", "store", "search"];

/// The most words a list in code may hold.
const MOST: usize = 4;

/// Files whose lists hold no words of the language: names of the program's own (of its tables, its queries), syllables.
const NO_WORDS: &[&str] =
    &["extract/events/frames/frame.rs", "store/query/complete.rs", "store/query/mod.rs", "store/synthetic.rs"];

/// A piece of code, as far as lists need it.
#[derive(Debug, PartialEq)]
enum Piece {
    Text(String),
    Name(String),
    Sign(char),
}

/// Cuts code into pieces; white space and comments behind code are dropped.
fn pieces(code: &str) -> Vec<Piece> {
    let chars: Vec<char> = code.chars().collect();
    let (mut found, mut at) = (Vec::new(), 0);
    while let Some(&c) = chars.get(at) {
        at += 1;
        match c {
            '/' if chars.get(at) == Some(&'/') => {
                while chars.get(at).is_some_and(|c| *c != '\n') {
                    at += 1;
                }
            }
            // A character, and not a lifetime.
            '\'' if chars.get(at) == Some(&'\\') || chars.get(at + 1) == Some(&'\'') => {
                at += if chars[at] == '\\' { 2 } else { 1 };
                while chars.get(at).is_some_and(|c| *c != '\'') {
                    at += 1;
                }
                at += 1;
            }
            '"' => {
                let start = at;
                while chars.get(at).is_some_and(|c| *c != '"') {
                    at += if chars[at] == '\\' { 2 } else { 1 };
                }
                found.push(Piece::Text(chars[start..at.min(chars.len())].iter().collect()));
                at += 1;
            }
            c if c.is_alphanumeric() || c == '_' => {
                let start = at - 1;
                while chars.get(at).is_some_and(|c| c.is_alphanumeric() || *c == '_') {
                    at += 1;
                }
                found.push(Piece::Name(chars[start..at].iter().collect()));
            }
            c if c.is_whitespace() => {}
            c => found.push(Piece::Sign(c)),
        }
    }
    found
}

/// True for a word or phrase in lower case, as texts hold it.
fn is_word(text: &str) -> bool {
    text.starts_with(char::is_alphabetic)
        && text.chars().all(|c| c.is_lowercase() || matches!(c, '\'' | '’' | '-' | ' '))
        && text.split(' ').count() <= 3
}

/// Every list of more than [`MOST`] words: within square brackets (tuples and all), within `matches!`, or parted by
/// bars in a pattern. The examples of rules are none.
fn lists(code: &str) -> Vec<Vec<String>> {
    let pieces = pieces(code);
    let name = |at: Option<usize>| match at.and_then(|at| pieces.get(at)) {
        Some(Piece::Name(name)) => name.as_str(),
        _ => "",
    };
    let mut found = Vec::new();
    // Open brackets: whether a list, and the words within.
    let mut open: Vec<(bool, Vec<String>)> = Vec::new();
    let mut barred: Vec<String> = Vec::new();
    for (at, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Text(text) => {
                if is_word(text) {
                    if let Some((_, words)) = open.last_mut() {
                        words.push(text.clone());
                    }
                    barred.push(text.clone());
                }
                continue;
            }
            Piece::Sign('|') => continue,
            Piece::Sign(sign @ ('[' | '(' | '{')) => {
                let examples = matches!(name(at.checked_sub(1)), "yes" | "no");
                let matches = *sign == '(' && name(at.checked_sub(2)) == "matches";
                open.push((*sign == '[' && !examples || matches, Vec::new()));
            }
            Piece::Sign(sign @ (']' | ')' | '}')) => {
                let (list, words) = open.pop().unwrap_or_default();
                if list && words.len() > MOST {
                    found.push(words);
                } else if let Some((_, outer)) = open.last_mut().filter(|_| !list && *sign == ')') {
                    outer.extend(words);
                }
            }
            _ => {}
        }
        if barred.len() > MOST {
            found.push(barred.clone());
        }
        barred.clear();
    }
    found
}

#[test]
fn words_of_the_language_stand_in_tables() {
    let mut wrong = Vec::new();
    for room in ROOMS {
        for (file, code) in room_code(room) {
            let lists = lists(&code);
            if lists.is_empty() || NO_WORDS.contains(&file.as_str()) {
                continue;
            }
            wrong.extend(lists.iter().map(|words| format!("{file}: {}", words.join(", "))));
        }
    }
    assert!(wrong.is_empty(), "lists that belong into assets/lexicons/sets:\n{}", wrong.join("\n"));
}

#[test]
fn lists_are_seen_however_they_are_written() {
    let of = |code: &str| lists(code).into_iter().map(|words| words.len()).collect::<Vec<_>>();
    assert_eq!(of(r#"const A: [&str; 5] = ["an", "ox", "ran", "to", "us"];"#), [5]);
    assert_eq!(of("&[\n    \"an\", \"ox\", // why\n    \"ran\",\n    \"in\",\n    \"us\",\n]"), [5]);
    assert_eq!(of(r#"[("an", X), ("ox", Y), ("ran", Z), ("to", X), ("us", Y)]"#), [5]);
    assert_eq!(of(r#"matches!(word, "an" | "ox" | "ran" | "to" | "us")"#), [5, 5]);
    assert_eq!(of("match w {\n \"an\" | \"ox\" | \"ran\"\n | \"to\" | \"us\" => 1,\n _ => 0 }"), [5]);
    assert_eq!(of(r#"Some("an" | "ox" | "ran" | "to" | "us") => x,"#), [5]);
    assert_eq!(of(r#"["head of state", "no one", "n't", "op-ed", "n’t"]"#), [5]);
}

#[test]
fn what_is_no_list_of_words_is_let_be() {
    for code in [
        r#"["an", "ox", "ran", "to"]"#,
        r#"["An", "Ox", "RAN", "To", "us"]"#,
        r#"yes [("an", "ox"), ("ran", "to"), ("us", "we")] no ["an", "ox", "ran", "to", "us"]"#,
        r#"f("an"); f("ox"); f("ran"); f("to"); f("us");"#,
        r#"match w { "an" => 1, "ox" => 2, "ran" => 3, "to" => 4, "us" => 5 }"#,
        r#"// ["an", "ox", "ran", "to", "us"]"#,
        r#"['"', 'a', '\'', '[', '"']"#,
        r#"["of this lie each", "…", "//", "{}", "a.b"]"#,
    ] {
        assert_eq!(lists(code), Vec::<Vec<String>>::new(), "{code}");
    }
}
