"""Units of proposals, as Java exports them, in windows of tokens."""

import json

import torch

LONGEST = 192  # tokens a window, as OnnxWorryReader cuts them
STEP = 144
SIGNS = {"HEADING": "#", "CELL": "|"}


class Document:
    """ids: tokens; units: (from, to) in them or None; labels: (worry, answered) a unit, answered -1 if unknown."""

    def __init__(self, id_, ids, units, labels):
        self.id, self.ids, self.units, self.labels = id_, ids, units, labels
        self.writer = id_.rsplit("-", 1)[0]


def documents(path, lang, tokens):
    out = []
    with open(path, encoding="utf-8") as f:
        for line in f:
            r = json.loads(line)
            if r["lang"] == lang:
                out.append(_document(r, tokens))
    return out


def _document(r, tokens):
    ids, units = [], [None] * len(r["units"])
    of_block = {}
    for n, u in enumerate(r["units"]):
        of_block.setdefault(u["block"], []).append((n, u))
    for b, text in enumerate(r["blocks"]):
        inside = of_block.get(b, [])
        if not inside and not text.strip():
            continue
        ids.append(tokens.ids[SIGNS.get(inside[0][1]["kind"] if inside else "", "-")])
        at = len(ids)
        pieces = tokens.split(text)
        ids += [i for i, _, _ in pieces]
        for n, u in inside:
            own = [k for k, (_, s, e) in enumerate(pieces) if s >= u["from"] and e <= u["to"]]
            if own:
                units[n] = (at + own[0], at + own[-1] + 1)
    return Document(r["id"], ids, units, [(int(u["worry"]), int(u["answered"])) for u in r["units"]])


def statements(path, lang, tokens):
    """Sentences that stand alone, as documents of one unit."""
    out = []
    with open(path, encoding="utf-8") as f:
        for line in f:
            r = json.loads(line)
            if r["lang"] == lang:
                ids = [tokens.ids["-"]] + [i for i, _, _ in tokens.split(r["text"])][:120]
                out.append(Document(r["id"], ids, [(1, len(ids))], [(int(r["label"] == "objection"), -1)]))
    return out


def windows(size):
    out = [(0, min(size, LONGEST))]
    while out[-1][1] < size:
        start = out[-1][0] + STEP
        out.append((start, min(size, start + LONGEST)))
    return out


def best(places, start, end):
    """Which window sees most of a unit, with most around it; the earliest of equals."""
    rank, at = -1, 0
    for i, (a, b) in enumerate(places):
        seen = min(end, b) - max(start, a)
        r = seen * 1000 + max(0, min(start - a, b - end)) if seen > 0 else -1
        if r > rank:
            rank, at = r, i
    return at


def judged(document):
    """(document, window, numbers of the units that are judged in it)."""
    places = windows(len(document.ids))
    seen = [[] for _ in places]
    for n, unit in enumerate(document.units):
        if unit:
            seen[best(places, *unit)].append(n)
    return [(document, w, units) for w, units in zip(places, seen) if units]


def batch_of(items, tokens):
    """ids B×T, mask B×T, spans B×S×T, labels B×S×2 (-1 for none)."""
    size = max(b - a for _, (a, b), _ in items) + 2
    count = max(len(units) for _, _, units in items)
    ids = torch.zeros(len(items), size, dtype=torch.long)
    mask = torch.zeros(len(items), size)
    spans = torch.zeros(len(items), count, size)
    labels = torch.full((len(items), count, 2), -1.0)
    for i, (d, (a, b), units) in enumerate(items):
        row = [tokens.start] + d.ids[a:b] + [tokens.end]
        ids[i, :len(row)] = torch.tensor(row)
        mask[i, :len(row)] = 1
        for k, n in enumerate(units):
            start, end = d.units[n]
            spans[i, k, max(start, a) - a + 1:min(end, b) - a + 1] = 1
            labels[i, k, 0] = d.labels[n][0]
            if d.labels[n][0]:
                labels[i, k, 1] = d.labels[n][1]
    return ids, mask, spans, labels
