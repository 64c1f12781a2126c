#!/usr/bin/env python3
"""Turns the trees that read_with_spacy.py wrote into Universal Dependencies, as far as rules go: as_guide.py OWN.conllu GUIDE.conllu

GUIDE has the same words and sentences in ten columns: tags (4, 5), the tree converted (7, 8), the model's own tree as
`head:relation` (9), its names (10). It is what `train teach` and `train parser --silver-guide` read beside the words."""
import sys

BE = {"be", "is", "are", "was", "were", "am", "been", "being", "'s", "'re", "'m", "’s", "’re", "’m"}
# relations that only change their names; what is not here keeps its own
RENAMED = {
    "ROOT": "root", "acomp": "xcomp", "agent": "dep", "attr": "xcomp", "auxpass": "aux:pass", "csubjpass": "csubj:pass",
    "dative": "iobj", "dobj": "obj", "intj": "discourse", "meta": "dep", "neg": "advmod", "nmod": "compound",
    "npadvmod": "obl", "nsubjpass": "nsubj:pass", "oprd": "xcomp", "pcomp": "advcl", "pobj": "obl", "poss": "nmod:poss",
    "preconj": "cc", "predet": "det", "prep": "dep", "prt": "compound:prt", "quantmod": "advmod", "relcl": "acl:relcl",
}


class Tree:
    """Heads count from 0; a root's head is -1."""

    def __init__(self, rows):
        self.lower = [row[1].lower() for row in rows]
        self.tag = [row[3] for row in rows]
        self.fine = [row[4] for row in rows]
        self.head = [int(row[6]) - 1 for row in rows]
        self.label = [row[7] for row in rows]
        self.name = [row[9] for row in rows]

    def __len__(self):
        return len(self.head)

    def children(self, i):
        return [k for k in range(len(self)) if self.head[k] == i]

    def raise_over(self, low, high, label, below):
        """`low` takes the place of `high`, and with it what hung there; `high` hangs on it as `below`."""
        children = self.children(high)
        self.head[low], self.label[low] = self.head[high], label
        if self.head[low] < 0:
            self.label[low] = "ROOT"
        for k in children:
            if k != low:
                self.head[k] = low
        self.head[high], self.label[high] = low, below

    def tag_of_head(self, i):
        return self.tag[self.head[i]] if self.head[i] >= 0 else ""

    def prepositions(self):
        """The noun stands over its preposition; from the right, so that the inner ones come first."""
        for i in reversed(range(len(self))):
            if self.label[i] not in ("prep", "agent", "dative"):
                continue
            if self.tag[i] not in ("ADP", "SCONJ") and self.fine[i] not in ("IN", "TO"):
                continue
            children = self.children(i)
            nouns = [k for k in children if self.label[k] == "pobj"]
            clauses = [k for k in children if self.label[k] in ("pcomp", "ccomp", "advcl")]
            inner = [k for k in children if self.label[k] in ("obl", "nmod")]
            above = self.tag_of_head(i)
            if nouns:
                on_verb = above in ("VERB", "AUX", "ADJ", "ADV")
                label = "obl:agent" if self.label[i] == "agent" else "obl" if on_verb else "nmod"
                self.raise_over(nouns[0], i, label, "case")
            elif clauses:
                self.raise_over(clauses[0], i, "advcl" if above in ("VERB", "AUX", "ADJ") else "acl", "mark")
            elif inner and self.label[i] != "dative":
                self.raise_over(inner[0], i, self.label[inner[0]], "case")
            else:
                self.label[i] = "advmod"

    def copulas(self):
        """What is said of the subject stands over "be"; "be" with nothing of the kind is a verb."""
        for i in range(len(self)):
            if self.lower[i] not in BE or self.label[i] in ("aux", "auxpass"):
                continue
            children = self.children(i)
            said = [k for k in children if self.label[k] in ("attr", "acomp")]
            said = [k for k in said if k > i] or said
            if not said and any(self.label[k] == "nsubj" for k in children):
                said = [k for k in children if self.label[k] == "obl" and k > i]
            if not said or any(self.label[k] == "expl" for k in children):
                self.tag[i] = "VERB"
                continue
            self.raise_over(said[0], i, self.label[i], "cop")
            self.tag[i] = "AUX"

    def existentials(self):
        for i in range(len(self)):
            if self.label[i] == "attr" and any(self.label[k] == "expl" for k in self.children(self.head[i])):
                self.label[i] = "nsubj"

    def first_of_list(self, i):
        for _ in range(len(self)):
            if i < 0 or self.label[i] != "conj" or self.head[i] < 0:
                break
            i = self.head[i]
        return i

    def lists(self):
        """All members hang on the first; "and" and commas on the member that they precede."""
        for i in range(len(self)):
            if self.label[i] == "conj":
                self.head[i] = self.first_of_list(self.head[i])
        for i in range(len(self)):
            if self.label[i] not in ("cc", "punct") or self.head[i] < 0:
                continue
            first = self.first_of_list(self.head[i])
            later = [k for k in range(i + 1, len(self)) if self.label[k] == "conj" and self.head[k] == first]
            near = bool(later) and later[0] < i + 9
            if later and (self.label[i] == "cc" or self.lower[i] == "," and near and first < i):
                self.head[i] = later[0]

    def persons(self):
        """A person's name hangs on its first word."""
        start = 0
        while start < len(self):
            end = start + 1
            if self.name[start] == "B-PERSON":
                while end < len(self) and self.name[end] == "I-PERSON":
                    end += 1
                last, run = end - 1, range(start, end)
                if (
                    end - start > 1
                    and all(self.tag[k] == "PROPN" for k in run)
                    and all(self.head[k] == last for k in range(start, last))
                ):
                    head, label = self.head[last], self.label[last]
                    for k in self.children(last):
                        self.head[k] = start
                    for k in run:
                        self.head[k], self.label[k] = start, "flat"
                    self.head[start], self.label[start] = head, label
            start = end

    def is_tree(self):
        for i in range(len(self)):
            steps = 0
            while i >= 0 and steps <= len(self):
                i, steps = self.head[i], steps + 1
            if steps > len(self):
                return False
        return True

    def relation(self, i):
        if self.head[i] < 0:
            return "root"
        if self.label[i] == "dep" and self.tag[i] == "PUNCT":
            return "punct"
        return RENAMED.get(self.label[i], self.label[i])


def converted(rows):
    tree = Tree(rows)
    tree.prepositions()
    tree.copulas()
    tree.existentials()
    tree.lists()
    tree.persons()
    return tree if tree.is_tree() else Tree(rows)


def main():
    source, target = sys.argv[1:3]
    with open(source, encoding="utf-8") as blocks, open(target, "w", encoding="utf-8") as out:
        for block in blocks.read().split("\n\n"):
            rows = [line.split("\t") for line in block.split("\n") if line]
            if not rows:
                continue
            tree = converted(rows)
            for i, row in enumerate(rows):
                own = f"{row[6]}:{row[7]}"
                cells = [row[0], row[1], "_", tree.tag[i], row[4], "_", tree.head[i] + 1, tree.relation(i), own, row[9]]
                out.write("\t".join(map(str, cells)) + "\n")
            out.write("\n")


main()
