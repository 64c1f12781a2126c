#!/usr/bin/env python3
"""Clusters of words by the word vectors of spaCy's English model: clusters.py MODEL FILE.conllu,… LEAST > clusters.tsv
or, with groups of clusters, for every word of the model: clusters.py MODEL --names > name-clusters.tsv

The first writes `word TAB cluster`, 1 to 255, for the lower-case words seen LEAST times in the files; the second `word TAB cluster TAB
group`, 1 to 1023 in 63 groups. k-means over unit vectors by cosine, 25 rounds; the same model, files and numpy give the
same clusters. MODEL is a folder or an installed package, `en_core_web_md` 3.8 for what ships; nothing is fetched."""
import collections
import re
import sys

import numpy
import spacy

ROUNDS = 25


def unit(rows):
    return rows / numpy.maximum(numpy.linalg.norm(rows, axis=1, keepdims=True), 1e-9)


def kmeans(rows, count):
    """The cluster of each unit vector, and the clusters' centres."""
    dice = numpy.random.default_rng(1)
    centres = rows[dice.choice(len(rows), count, replace=False)]
    for _ in range(ROUNDS):
        nearest = (rows @ centres.T).argmax(axis=1)
        sums = numpy.zeros_like(centres)
        numpy.add.at(sums, nearest, rows)
        empty = numpy.bincount(nearest, minlength=count) == 0
        sums[empty] = rows[dice.choice(len(rows), int(empty.sum()))]
        centres = unit(sums)
    return (rows @ centres.T).argmax(axis=1), centres


def forms(paths):
    """How often each form stands in the files."""
    counts = collections.Counter()
    for path in paths.split(","):
        for line in open(path, encoding="utf-8"):
            cells = line.split("\t")
            if len(cells) > 9 and cells[0].isdigit():
                counts[cells[1]] += 1
    return counts


def main():
    vocab = spacy.load(sys.argv[1], exclude=["tok2vec", "tagger", "parser", "ner", "lemmatizer", "attribute_ruler"]).vocab
    strings, row_of = vocab.strings, vocab.vectors.key2row
    data = unit(numpy.asarray(vocab.vectors.data, dtype="float32"))

    def row(form):
        return row_of.get(strings[form], -1) if form in strings else -1

    if sys.argv[2] == "--names":
        wanted = re.compile(r"[^\W\d_][^\W\d_.'&-]*\.?").fullmatch
        keys = sorted({strings[key].lower() for key in row_of if wanted(strings[key])})
        seen = {word: [word, word.capitalize(), word.upper()] for word in keys if len(word) <= 20}
        clusters, groups = 1023, 63
    else:
        counts, seen, total = forms(sys.argv[2]), collections.defaultdict(list), collections.Counter()
        for form, count in sorted(counts.items(), key=lambda x: (-x[1], x[0])):
            seen[form.lower()].append(form)
            total[form.lower()] += count
        least = int(sys.argv[3])
        seen = {word: [word, *found] for word, found in seen.items() if total[word] >= least}
        clusters, groups = 255, 0

    rows = {word: next((r for r in map(row, found) if r >= 0), -1) for word, found in sorted(seen.items())}
    rows = {word: r for word, r in rows.items() if r >= 0 and data[r].any()}
    used = numpy.array(sorted(set(rows.values())))
    place = {r: i for i, r in enumerate(used)}
    nearest, centres = kmeans(data[used], clusters)
    group = kmeans(centres, groups)[0] if groups else None
    for word, r in rows.items():
        cluster = nearest[place[r]]
        print(word, cluster + 1, *([group[cluster] + 1] if groups else []), sep="\t")


main()
