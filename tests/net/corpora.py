#!/usr/bin/env python3
"""Hash what `dossier extract` prints over collections of texts, or compare two builds.

    corpora.py BIN DIR [--every N]              a line a file: name, texts, events, quotes, actors, SHA-256 of the output
    corpora.py BIN DIR --against OLD [--every N] [--show K]     what changed from the build OLD, by kind; K changed events of each file

DIR holds FILE.jsonl or FILE.jsonl.xz, one {"id", "text", "date"?} a line. --every N takes each N-th text.
Needs only Python 3.
"""
import argparse, collections, hashlib, json, lzma, pathlib, subprocess

KINDS = ("actors", "quotes", "dates", "events", "entities")

def texts(path, every):
    with (lzma.open if path.suffix == ".xz" else open)(path, "rt", encoding="utf-8") as lines:
        return [l for n, l in enumerate(lines) if n % every == 0 and l.strip()]

def run(tool, lines):
    return subprocess.run([tool, "extract", "-"], input="".join(lines).encode(), capture_output=True, check=True).stdout.decode().splitlines()

def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("tool"); ap.add_argument("folder", type=pathlib.Path); ap.add_argument("--every", type=int, default=1)
    ap.add_argument("--against"); ap.add_argument("--show", type=int, default=0)
    a = ap.parse_args()
    for path in sorted(a.folder.glob("*.jsonl*")):
        lines = texts(path, a.every)
        out = run(a.tool, lines)
        if not a.against:
            found = [json.loads(l) for l in out]
            sums = [sum(len(d.get(k, ())) for d in found) for k in ("events", "quotes", "actors")]
            print(path.name, len(lines), *sums, hashlib.sha256("\n".join(out).encode()).hexdigest(), sep="\t", flush=True)
            continue
        changed, shown = collections.Counter(), []
        for line, new, old in zip(lines, out, run(a.against, lines)):
            if new == old: continue
            new, old, text = json.loads(new), json.loads(old), json.loads(line)["text"].encode()
            for kind in KINDS:
                was, now = ({json.dumps(x, sort_keys=True) for x in d.get(kind, ())} for d in (old, new))
                changed[kind + " lost"] += len(was - now); changed[kind + " new"] += len(now - was)
                if kind == "events":
                    for sign, rows in (("-", was - now), ("+", now - was)):
                        for e in sorted((json.loads(r) for r in rows), key=lambda e: e["start"]):
                            who = [[next(x["name"] for x in d["actors"] if x["id"] == i) for i in e[s]] for d in ((old if sign == "-" else new),) for s in ("source", "target")]
                            shown.append(f"  {sign} {e['type']} {e['status']} {who[0]} > {who[1]} {e['date']} | {text[e['start']:e['end']].decode()[:160]}")
        print(path.name, len(lines), dict(changed), sep="\t", flush=True)
        print("\n".join(shown[:a.show]), end="\n" if a.show else "")
main()
