#!/usr/bin/env python3
"""Lets spaCy's English model read the words of a treebank file: read_with_spacy.py MODEL IN.conllu OUT.conllu

IN has one word a line in ten columns; only words (2) and SpaceAfter=No (10) are read, sentences stay as they are.
OUT has the same words with the model's tags (4, 5), its own tree (7, 8) and the names it sees in BIO form (10).
MODEL is a folder or the name of an installed package, `en_core_web_md` 3.8 for what ships; nothing is fetched."""
import sys

import spacy
from spacy.tokens import Doc


def sentences(path):
    """Words and whether a space follows each; a word that stands for several ("don't") gives its parts their spaces."""
    words, spaces, joined, last = [], [], "", 0
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if not line:
            if words:
                yield words, spaces
            words, spaces, joined, last = [], [], "", 0
        elif line[0] != "#":
            cells = line.split("\t")
            if "-" in cells[0]:
                joined, last = cells[9], int(cells[0].split("-")[1])
            elif cells[0].isdigit():
                number = int(cells[0])
                misc = cells[9] if number > last else joined if number == last else "SpaceAfter=No"
                words.append(cells[1])
                spaces.append("SpaceAfter=No" not in misc)
    if words:
        yield words, spaces


def main():
    model, source, target = sys.argv[1:4]
    nlp = spacy.load(model, exclude=["lemmatizer", "senter"])
    docs = (
        Doc(nlp.vocab, words=words, spaces=spaces, sent_starts=[True] + [False] * (len(words) - 1))
        for words, spaces in sentences(source)
    )
    with open(target, "w", encoding="utf-8") as out:
        for doc in nlp.pipe(docs, batch_size=512):
            for word in doc:
                head = 0 if word.head.i == word.i else word.head.i + 1
                name = f"{word.ent_iob_}-{word.ent_type_}" if word.ent_type_ else "O"
                row = [word.i + 1, word.text, "_", word.pos_, word.tag_, "_", head, word.dep_, "_", name]
                out.write("\t".join(map(str, row)) + "\n")
            out.write("\n")


main()
