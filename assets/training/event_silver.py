#!/usr/bin/env python3
"""Chooses the texts that the teacher of the event judge labels: event_silver.py ANNOTATED.jsonl CORPUS_FOLDER TO.jsonl

A text that shares a sentence with an annotated one is left out. Texts are chosen by a hash of their name, so the
same folder gives the same choice. Wikipedia's days are cut to as many as fit; nothing is fetched."""
import hashlib, json, lzma, pathlib, re, sys

# file, how many texts at most, which
CHOICE = [
    ("wikipedia-current-events", 5000, lambda d: True),
    ("wikinews", 809, lambda d: True),
    ("voa-gmb", 199, lambda d: True),
    ("global-voices", 202, lambda d: True),
    ("congress-press", 500, lambda d: d.get("topic") == "foreign"),
    ("state-department", 250, lambda d: True),
    ("australia-pm", 200, lambda d: True),
]
LONGEST = 12000


def rows(path):
    with (lzma.open if path.suffix == ".xz" else open)(path, "rt", encoding="utf-8") as f:
        yield from map(json.loads, f)


def sentences(text):
    """Sentences without what spelling may change."""
    for s in re.split(r"(?<=[.!?])\s+|\n+", text):
        s = re.sub(r"\W+", "", s.lower())
        if len(s) >= 30:
            yield s


def main():
    annotated, folder, to = map(pathlib.Path, sys.argv[1:])
    known = {s for d in rows(annotated) for s in sentences(d["text"])}
    with open(to, "w", encoding="utf-8") as out:
        for name, most, fits in CHOICE:
            docs = [d for d in rows(folder / f"{name}.jsonl.xz") if fits(d) and len(d["text"]) <= LONGEST]
            docs.sort(key=lambda d: hashlib.md5(d["id"].encode()).digest())
            new = [d for d in docs if known.isdisjoint(sentences(d["text"]))]
            print(f"{name}: {len(docs)} texts, {len(new)} without annotated sentences, {min(most, len(new))} taken", file=sys.stderr)
            for d in new[:most]:
                # a title stands as it would in a file; those of days name no event
                title = d.get("title") if name in ("wikinews", "global-voices", "congress-press", "state-department") else None
                text = d["text"] if not title or d["text"].startswith(title) else f"{title}\n\n{d['text']}"
                out.write(json.dumps({"id": d["id"], "text": text}, ensure_ascii=False) + "\n")


main()
