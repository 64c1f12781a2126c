#!/usr/bin/env python3
"""The teacher of the event judge: a small sentence encoder that says of every word which type of event it tells.

    event_teacher.py gold TEXTS TOKENS LABELS
    event_teacher.py learn TEXTS TOKENS LABELS MODEL TO [--folds 0,1,2] [--check 3] [--rounds N]
    event_teacher.py label TEXTS TOKENS LABELS TAUGHT

MODEL is the folder of the encoder (all-MiniLM-L6-v2), TEXTS JSON lines with a `text` (and, to learn, the `events` and
`fold` of annotated news), TOKENS what `train judge-tokens` wrote of them. `learn` writes the taught encoder into the
folder TO; `label` writes for each text the words that may tell an event: `[token, [chance of each type]]`, in thousandths,
none left out where the chance of any is above two in a hundred; `gold` writes in the same place what annotators say:
`[first word, words, types, optional]`, an event a list. Needs torch, transformers and safetensors.
"""
import argparse, json, os, pathlib, random, time

os.environ.setdefault("OMP_NUM_THREADS", "1")
import torch
from transformers import AutoTokenizer, BertModel

TYPES = ("AGREE CONSULT SUPPORT COOPERATE AID CONCEDE RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE "
         "COERCE ASSAULT").split()
LONGEST = 160        # sub-words of a stretch of sentences that are read together
BATCH = 4096         # sub-words of a step, padding included


class Reader(torch.nn.Module):
    def __init__(self, folder):
        super().__init__()
        self.encoder = BertModel.from_pretrained(folder, add_pooling_layer=False)
        self.dropout = torch.nn.Dropout(0.15)
        self.out = torch.nn.Linear(self.encoder.config.hidden_size, 1 + len(TYPES))

    def forward(self, ids, mask):
        return self.out(self.dropout(self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state))


def lines(path):
    with open(path, encoding="utf-8") as f:
        return [json.loads(line) for line in f]


def head_of(span, tokens, chars):
    """The token of a trigger that hangs on a word outside it, and all its tokens."""
    inside = [i for i in range(len(tokens)) if chars[i][0] < span[1] and chars[i][1] > span[0]]
    words = [i for i in inside if tokens[i][3] not in ("PUNCT", "DET", "ADP", "AUX", "PART", "PRON", "CCONJ")]
    tops = [i for i in words or inside if tokens[i][6] not in inside]
    return (tops or words or inside or [None])[0], inside


def spans_in_chars(text, tokens):
    at, n = {}, 0
    for i, c in enumerate(text):
        at[n] = i
        n += len(c.encode())
    at[n] = len(text)
    return [(at[t[0]], at[t[1]]) for t in tokens]


def labels(said, tokens):
    """For each token the numbers of the types it may tell, [0] for none, None where nothing is to be learnt."""
    want = [[0] for _ in tokens]
    for head, inside, types, optional in sorted(said["events"], key=lambda e: not e[3]):
        if optional:
            for i in inside:
                want[i] = None
        else:
            old = want[head] if want[head] and want[head] != [0] else []
            want[head] = sorted({*old, *(1 + t for t in types)})
    return want


def stretches(texts, tokens, tokenizer, said=None):
    """Runs of whole sentences: the text's number, ids of sub-words, (place of the first sub-word, token, labels)."""
    out = []
    for n, (text, t) in enumerate(zip(texts, tokens)):
        t = t["tokens"]
        if not t:
            continue
        chars = spans_in_chars(text["text"], t)
        want = labels(said[n], t) if said else None
        read = tokenizer(text["text"], add_special_tokens=False, return_offsets_mapping=True)
        ids, offsets = read["input_ids"], read["offset_mapping"]
        first, k = [], 0
        for start, end in chars:
            while k < len(offsets) and offsets[k][1] <= start:
                k += 1
            first.append(k if k < len(offsets) and offsets[k][0] < end else None)
        # where sentences start, in sub-words
        starts = [first[i] for i in range(len(t)) if first[i] is not None and (i == 0 or t[i][7] != t[i - 1][7])]
        bounds, begin = [], 0
        for a, b in zip(starts, starts[1:] + [len(ids)]):
            if b - begin > LONGEST and a > begin:
                bounds.append((begin, a))
                begin = a
            while b - begin > 3 * LONGEST:
                bounds.append((begin, begin + 3 * LONGEST))
                begin += 3 * LONGEST
        bounds.append((begin, len(ids)))
        place = [(f, i) for i, f in enumerate(first) if f is not None]
        for a, b in bounds:
            marked = [(1 + f - a, i, want[i] if want else None) for f, i in place if a <= f < b]
            out.append((n, [101, *ids[a:b], 102], marked))
    return out


def batches(items, shuffle):
    order = sorted(range(len(items)), key=lambda i: (len(items[i][1]) + (random.random() * 20 if shuffle else 0)))
    groups, group = [], []
    for i in order:
        if group and (len(group) + 1) * max(len(items[i][1]), len(items[group[-1]][1])) > BATCH / (2 if shuffle else 1):
            groups.append(group)
            group = []
        group.append(i)
    groups.append(group)
    if shuffle:
        random.shuffle(groups)
    for group in groups:
        width = max(len(items[i][1]) for i in group)
        ids = torch.zeros(len(group), width, dtype=torch.long)
        mask = torch.zeros(len(group), width, dtype=torch.long)
        for row, i in enumerate(group):
            ids[row, : len(items[i][1])] = torch.tensor(items[i][1])
            mask[row, : len(items[i][1])] = 1
        yield group, ids, mask


def targets(items, group):
    """Rows and places that are learnt from, and the outputs that are right there."""
    rows, places, right = [], [], []
    for row, i in enumerate(group):
        for place, _, want in items[i][2]:
            if want is not None:
                rows.append(row)
                places.append(place)
                right.append([float(k in want) for k in range(1 + len(TYPES))])
    return torch.tensor(rows), torch.tensor(places), torch.tensor(right)


def check(model, items):
    """Precision, recall and F1 of words with their type, at some limits for the chance of none."""
    model.eval()
    rows = []
    with torch.inference_mode():
        for group, ids, mask in batches(items, False):
            row, place, right = targets(items, group)
            rows.append((model(ids, mask)[row, place].float().softmax(-1), right))
    share, right = torch.cat([r[0] for r in rows]), torch.cat([r[1] for r in rows])
    shown = []
    for limit in (0.3, 0.4, 0.5, 0.6, 0.7):
        said = share[:, 0] < 1 - limit
        true = said & (right.gather(1, (1 + share[:, 1:].argmax(1)).unsqueeze(1)).squeeze(1) > 0)
        p, r = true.sum().item() / max(1, said.sum().item()), true.sum().item() / (right[:, 0] == 0).sum().item()
        shown.append(f"{limit}: P {p:.3f} R {r:.3f} F {2 * p * r / max(1e-9, p + r):.3f}")
    return "  ".join(shown)


def learn(a):
    random.seed(a.seed)
    torch.manual_seed(a.seed)
    tokenizer = AutoTokenizer.from_pretrained(a.model)
    texts, tokens = lines(a.texts), lines(a.tokens)
    said = lines(a.labels)
    folds = lambda wanted: [n for n, t in enumerate(said) if str(t["fold"]) in wanted.split(",")]
    items = lambda ns: stretches([texts[n] for n in ns], [tokens[n] for n in ns], tokenizer, [said[n] for n in ns])
    train, held = items(folds(a.folds)), items(folds(a.check)) if a.check else []
    model = Reader(a.model)
    before = pathlib.Path(a.model) / "out.pt"
    if before.exists():
        model.out.load_state_dict(torch.load(before))
    new = [p for n, p in model.named_parameters() if n.startswith("out")]
    old = [p for n, p in model.named_parameters() if not n.startswith("out") and "embeddings" not in n]
    words = [p for n, p in model.named_parameters() if "embeddings" in n]
    adam = torch.optim.AdamW([{"params": old, "lr": a.rate}, {"params": words, "lr": a.rate}, {"params": new, "lr": 1e-3}], weight_decay=0.01)
    steps = a.rounds * sum(1 for _ in batches(train, True))
    plan = torch.optim.lr_scheduler.LambdaLR(adam, lambda s: min((s + 1) / (0.1 * steps), max(0.0, (steps - s) / (0.9 * steps))))
    started = time.time()
    for round in range(a.rounds):
        model.train()
        loss_sum = n = 0
        for group, ids, mask in batches(train, True):
            row, place, right = targets(train, group)
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=a.bf16):
                scores = model(ids, mask)
            share = scores[row, place].float().log_softmax(-1)
            loss = -torch.logsumexp(share.masked_fill(right == 0, -1e9), -1)
            loss = (1 - a.smooth) * loss - a.smooth * share.mean(-1)
            loss = loss.sum() / len(group) / 20
            adam.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            adam.step()
            plan.step()
            loss_sum, n = loss_sum + loss.item(), n + 1
        shown = check(model, held) if held and (round > 2 or round + 1 == a.rounds) else ""
        print(f"{time.time() - started:.0f} s: round {round + 1}: loss {loss_sum / n:.4f}  {shown}", flush=True)
    to = pathlib.Path(a.to)
    model.encoder.save_pretrained(to)
    tokenizer.save_pretrained(to)
    torch.save(model.out.state_dict(), to / "out.pt")


def label(a):
    tokenizer = AutoTokenizer.from_pretrained(a.model)
    model = Reader(a.model).eval()
    model.out.load_state_dict(torch.load(pathlib.Path(a.model) / "out.pt"))
    texts, tokens = lines(a.texts), lines(a.tokens)
    items = stretches(texts, tokens, tokenizer)
    found = [[] for _ in texts]
    with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16, enabled=a.bf16):
        for group, ids, mask in batches(items, False):
            # what it gave every output because it learnt to doubt is taken back
            doubt = a.smooth / (1 + len(TYPES))
            shares = ((model(ids, mask).float().softmax(-1) - doubt) / (1 - a.smooth)).clamp(0, 1)
            for row, i in enumerate(group):
                places = torch.tensor([p for p, _, _ in items[i][2]])
                for (_, token, _), share in zip(items[i][2], shares[row, places].tolist()):
                    if sum(share[1:]) > 0.02:
                        found[items[i][0]].append([token, [round(1000 * s) for s in share[1:]]])
    with open(a.labels, "w", encoding="utf-8") as f:
        for words in found:
            f.write(json.dumps({"words": sorted(words)}, separators=(",", ":")) + "\n")


def gold(a):
    with open(a.labels, "w", encoding="utf-8") as f:
        for text, tokens in zip(lines(a.texts), lines(a.tokens)):
            tokens, events = tokens["tokens"], []
            chars = spans_in_chars(text["text"], tokens)
            for event in text["events"]:
                head, inside = head_of(event["trigger_span"], tokens, chars)
                if head is not None:
                    events.append([head, inside, [TYPES.index(t) for t in event["types"]], bool(event.get("optional"))])
            f.write(json.dumps({"fold": text["fold"], "events": events}, separators=(",", ":")) + "\n")


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("what", choices=["learn", "label", "gold"])
    for name in ("texts", "tokens", "labels"):
        ap.add_argument(name)
    ap.add_argument("model", nargs="?")
    ap.add_argument("to", nargs="?")
    ap.add_argument("--folds", default="0,1,2,3")
    ap.add_argument("--check", default="")
    ap.add_argument("--rounds", type=int, default=8)
    ap.add_argument("--rate", type=float, default=2e-4)
    ap.add_argument("--smooth", type=float, default=0.05)
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--bf16", action="store_true")
    a = ap.parse_args()
    torch.set_num_threads(1)
    {"learn": learn, "label": label, "gold": gold}[a.what](a)


main()
