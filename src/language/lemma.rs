//! Lemmas: a table of irregular forms, then endings by Penn tag.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Upos, Xpos};
use crate::lexicon::table::{lines, pairs};

/// Class of a word as far as its endings go.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Class {
    Verb,
    Noun,
    Adjective,
}

static IRREGULAR: LazyLock<FxHashMap<(Class, &'static str), &'static str>> = LazyLock::new(|| {
    let tables = [
        (Class::Verb, include_str!("../../assets/language/irregular-verbs.tsv")),
        (Class::Noun, include_str!("../../assets/language/irregular-nouns.tsv")),
        (Class::Adjective, include_str!("../../assets/language/irregular-adjectives.tsv")),
    ];
    tables
        .into_iter()
        .flat_map(|(class, table)| pairs(table).map(move |(form, lemma)| ((class, form), lemma)))
        .collect()
});

/// Verbs that end in e where the endings would not tell ("impose": "imposing" looks like "visiting").
static VERBS_IN_E: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| lines(include_str!("../../assets/language/verbs-in-e.txt")).collect());

/// Verbs that do not end in e though the endings say so.
static VERBS_WITHOUT_E: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| lines(include_str!("../../assets/language/verbs-without-e.txt")).collect());

/// Writes the lemma of a lower-case form to `out` where it differs from the form; returns whether it does.
pub(super) fn lemma(lower: &str, upos: Upos, xpos: Xpos, out: &mut String) -> bool {
    let Some(class) = class(lower, upos, xpos) else { return false };
    if let Some(&known) = IRREGULAR.get(&(class, lower)) {
        out.push_str(known);
        return known != lower;
    }
    if !lower.is_ascii() || lower.len() < 3 {
        return false;
    }
    match (class, xpos) {
        (Class::Noun, _) => singular(lower, out),
        (Class::Verb, Xpos::Vbz) => third_person(lower, out),
        (Class::Verb, Xpos::Vbg) => stem(lower, "ing", out),
        (Class::Verb, Xpos::Vbd | Xpos::Vbn) => stem(lower, "ed", out),
        (Class::Adjective, Xpos::Jjr | Xpos::Rbr) => stem(lower, "er", out),
        (Class::Adjective, Xpos::Jjs | Xpos::Rbs) => stem(lower, "est", out),
        _ => return false,
    }
    !out.is_empty() && out != lower
}

fn class(lower: &str, upos: Upos, xpos: Xpos) -> Option<Class> {
    use Xpos::{Jjr, Jjs, Md, Nns, Rb, Rbr, Rbs, Vb, Vbd, Vbg, Vbn, Vbp, Vbz};
    match xpos {
        Vb | Vbd | Vbg | Vbn | Vbp | Vbz | Md => Some(Class::Verb),
        // "n't" and "'s" have lemmas of their own
        Rb if lower == "n't" => Some(Class::Verb),
        Nns => Some(Class::Noun),
        Jjr | Jjs | Rbr | Rbs => Some(Class::Adjective),
        _ if matches!(upos, Upos::Aux) => Some(Class::Verb),
        _ => None,
    }
}

/// True where "es" and not "s" is the ending, since a hissing sound stands before it: "boxes", "churches".
fn ends_after_sibilant(form: &str) -> bool {
    matches!(
        form.as_bytes(),
        [.., b's', b's', b'e', b's']
            | [.., b's' | b'c', b'h', b'e', b's']
            | [.., b'x', b'e', b's']
            | [.., b'z', b'z', b'e', b's']
    )
}

fn singular(form: &str, out: &mut String) {
    let keep = |n: usize| &form[..form.len() - n];
    if form.ends_with("ies") && form.len() > 4 {
        out.push_str(keep(3));
        out.push('y');
    } else if ends_after_sibilant(form) {
        out.push_str(keep(2));
    } else if form.ends_with("ss") || form.ends_with("us") || form.ends_with("is") || !form.ends_with('s') {
        // no plural ending
    } else if form.ends_with("'s") {
        out.push_str(keep(2));
    } else {
        out.push_str(keep(1));
    }
}

fn third_person(form: &str, out: &mut String) {
    let keep = |n: usize| &form[..form.len() - n];
    if form.ends_with("ies") && form.len() > 4 {
        out.push_str(keep(3));
        out.push('y');
    } else if ends_after_sibilant(form) || form.ends_with("oes") {
        out.push_str(keep(2));
    } else if form.ends_with('s') && !form.ends_with("ss") {
        out.push_str(keep(1));
    }
}

/// The stem before `ending`, its last letter undone: "stopped" → stop, "imposed" → impose, "tried" → try.
fn stem(form: &str, ending: &str, out: &mut String) {
    let Some(stem) = form.strip_suffix(ending) else { return };
    if stem.len() < 2 || !stem.bytes().any(|b| b"aeiouy".contains(&b)) {
        return;
    }
    if ending != "ing" && stem.ends_with('i') {
        out.push_str(&stem[..stem.len() - 1]);
        out.push('y');
        return;
    }
    out.push_str(stem);
    let b = stem.as_bytes();
    let n = b.len();
    if VERBS_IN_E.contains(stem) {
        out.push('e');
    } else if VERBS_WITHOUT_E.contains(stem) {
        // as it stands
    } else if n > 2 && b[n - 1] == b[n - 2] && !b"aeiou".contains(&b[n - 1]) {
        if !b"lszf".contains(&b[n - 1]) || VERBS_WITHOUT_E.contains(&stem[..n - 1]) {
            out.pop();
        }
    } else if wants_e(b) {
        out.push('e');
    }
}

/// Endings of stems that nearly always lost an e.
fn wants_e(b: &[u8]) -> bool {
    let n = b.len();
    let vowel = |c: u8| b"aeiou".contains(&c);
    let (last, before) = (b[n - 1], b[n - 2]);
    match last {
        b'v' | b'c' | b'u' => true,
        b'z' => before != b't' || n > 3,
        b's' => vowel(before) || matches!(before, b'n' | b'l' | b'r' | b'p'),
        b'g' => {
            matches!(before, b'd' | b'a' | b'l' | b'r')
                || (before == b'n' && n > 2 && matches!(b[n - 3], b'a' | b'u' | b'e'))
        }
        b'l' => !vowel(before) && before != b'r' && before != b'w' && before != b'l',
        b't' => before == b'a' && (n < 3 || !vowel(b[n - 3])) || before == b'u' && n > 3 && b[n - 3] != b'o',
        b'r' => before == b'i' || before == b'u' || before == b'a' && n == 3,
        b'd' => matches!(before, b'u' | b'i') || before == b'a' && n > 3 && !vowel(b[n - 3]),
        b'k' => {
            before == b'i'
                || before == b'o' && !vowel(b[n.saturating_sub(3)])
                || before == b'a' && n > 2 && !vowel(b[n - 3])
        }
        b'n' => before == b'i' && n > 3 && b[n - 3] != b'a' && b[n - 3] != b'o',
        b'm' => matches!(before, b'u' | b'a') && n > 2 && !vowel(b[n - 3]),
        b'p' => before == b'o' && n > 2 && !vowel(b[n - 3]) || before == b'a' && n > 3,
        b'b' => before == b'i',
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(form: &str, xpos: Xpos) -> String {
        let mut out = String::new();
        if lemma(form, Upos::X, xpos, &mut out) { out } else { form.to_owned() }
    }

    #[test]
    fn verbs_lose_their_endings_and_get_their_e_back() {
        for (form, lemma) in [
            ("imposed", "impose"),
            ("visited", "visit"),
            ("stopped", "stop"),
            ("carried", "carry"),
            ("killed", "kill"),
            ("agreed", "agree"),
            ("went", "go"),
            ("n't", "not"),
        ] {
            let tag = if form == "n't" { Xpos::Rb } else { Xpos::Vbd };
            assert_eq!(of(form, tag), lemma);
        }
        for (form, lemma) in [
            ("meeting", "meet"),
            ("coming", "come"),
            ("sitting", "sit"),
            ("negotiating", "negotiate"),
            ("dying", "die"),
            ("bombing", "bomb"),
        ] {
            assert_eq!(of(form, Xpos::Vbg), lemma);
        }
        for (form, lemma) in
            [("denies", "deny"), ("passes", "pass"), ("urges", "urge"), ("goes", "go"), ("says", "say")]
        {
            assert_eq!(of(form, Xpos::Vbz), lemma);
        }
    }

    #[test]
    fn nouns_and_adjectives_follow_their_tag() {
        for (form, lemma) in [
            ("countries", "country"),
            ("sanctions", "sanction"),
            ("crises", "crisis"),
            ("women", "woman"),
            ("talks", "talk"),
            ("attaches", "attach"),
        ] {
            assert_eq!(of(form, Xpos::Nns), lemma);
        }
        assert_eq!(of("bigger", Xpos::Jjr), "big");
        assert_eq!(of("earliest", Xpos::Jjs), "early");
        assert_eq!(of("meeting", Xpos::Nn), "meeting");
    }
}
