use std::io::BufRead;
fn main() {
    let mut an = dossier::language::Analyser::new();
    let mode = std::env::args().nth(1).unwrap_or_default();
    for line in std::io::stdin().lock().lines() {
        let v: serde_json::Value = serde_json::from_str(&line.unwrap()).unwrap();
        let text = v["text"].as_str().unwrap();
        let a = an.analyse(text);
        let l = dossier::extract::layout::read(&a);
        if mode == "layout" {
            println!("== {} title {:?}", v["id"], l.title.map(|s| s.of(text)));
            for (p, b) in l.blocks.iter().enumerate() {
                if *b != dossier::extract::layout::Block::Body {
                    println!("  {:?} {:?}", b, a.paragraphs()[p].span.of(text).chars().take(100).collect::<String>());
                }
            }
            for d in &l.datelines {
                println!("  DATELINE {:?}", d.of(text));
            }
            for d in &l.credits {
                println!("  CREDIT {:?}", d.of(text));
            }
        } else {
            for q in dossier::extract::quotes::marks::find(&a, &l) {
                if !q.closed || q.inner.len() > 1500 || mode == "all" {
                    let c = &text[q.inner.end as usize..];
                    println!(
                        "{} {} {} {:?} >> {:?}",
                        if q.closed { "C" } else { "U" },
                        q.nested,
                        q.continues,
                        q.inner.of(text),
                        c.chars().take(40).collect::<String>()
                    );
                }
            }
        }
    }
}
