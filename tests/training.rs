//! Training on a tiny made-up treebank: the same data and seed give the same bytes.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// Sentences of one pattern with other words, as a treebank.
fn treebank() -> String {
    const MEN: [&str; 6] = ["Orlo", "Tamsin", "Brandt", "Keziah", "Ulf", "Marisa"];
    const DID: [&str; 4] = ["praised", "warned", "called", "met"];
    const WHOM: [&str; 5] = ["miners", "pilots", "farmers", "judges", "nurses"];
    let mut out = String::new();
    for i in 0..60 {
        let words = [
            (MEN[i % 6], "PROPN", "NNP", 2, "nsubj"),
            (DID[i % 4], "VERB", "VBD", 0, "root"),
            ("the", "DET", "DT", 4, "det"),
            (WHOM[i % 5], "NOUN", "NNS", 2, "obj"),
            ("in", "ADP", "IN", 6, "case"),
            (["Lund", "Porto"][i % 2], "PROPN", "NNP", 2, "obl"),
            (".", "PUNCT", ".", 2, "punct"),
        ];
        for (n, (form, upos, xpos, head, deprel)) in words.iter().enumerate() {
            let _ = writeln!(out, "{}\t{form}\t_\t{upos}\t{xpos}\t_\t{head}\t{deprel}\t_\t_", n + 1);
        }
        out.push('\n');
    }
    out
}

fn write_data(dir: &Path) {
    let named = "Orlo\tB-person\npraised\tO\nLund\tB-location\n.\tO\n\n".repeat(12);
    let files = [
        ("ud-ewt-train.conllu", treebank()),
        ("ud-ewt-dev.conllu", treebank()),
        ("crossner-politics-train.txt", named.clone()),
        ("crossner-politics-dev.txt", named),
        ("uner-ewt-dev.iob2", "1\tMarisa\tB-PER\t-\t-\n2\tleft\tO\t-\t-\n\n".repeat(9)),
        ("name-clusters.tsv", "lund\t3\t1\nporto\t3\t1\norlo\t7\t2\n".to_owned()),
        ("drills.txt", "@club-end United\n@club-start Real\n@nickname Tigers\n@firm Inc\n@desk-end newsroom\n[results 20 as-written capitals]\n<side> <n> <side> <n>\n".to_owned()),
    ];
    for (name, text) in files {
        fs::write(dir.join(name), text).unwrap();
    }
}

#[test]
fn the_same_data_and_seed_give_the_same_bytes() {
    let data = tempfile::tempdir().unwrap();
    write_data(data.path());
    let at = |name: &str| data.path().join(name).to_string_lossy().into_owned();
    let train = |out: &str, seed: &str| {
        let (folder, out, drills) = (at(""), at(out), at("drills.txt"));
        let args = ["all", "--data", &folder, "--out", &out, "--drills", &drills, "--seed", seed, "--rounds", "2"];
        dossier::train::run(&args.map(str::to_owned)).unwrap();
        ["trees.bin", "names.bin"].map(|file| fs::read(Path::new(&out).join(file)).unwrap())
    };
    let first = train("first", "1");
    assert!(first.iter().all(|bytes| bytes.len() > 100), "something was learnt");
    assert!(first == train("again", "1"), "the same seed gives other bytes");
    assert!(first != train("other", "2"), "the seed decides nothing");
}
