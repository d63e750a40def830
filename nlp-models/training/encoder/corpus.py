"""Labelled summaries as rows of characters with marks, and what is done to them while training."""

import json
import random
import re

ITEMS = ["pain", "budget", "decision_maker", "competitor", "next_step"]
STATUSES = ["missing", "partial", "covered"]
BREAK = set("，。！？；：、,.!?;:…—\n")
STRONG_BREAK = set("，。！？；,.!?;…\n")


class Summary:
    """chars: list of characters; marks: one list a character of booleans an item (is evidence)."""

    def __init__(self, chars, marks, labels, filler, lang, style="", id_=""):
        self.chars, self.marks, self.labels = chars, marks, labels
        self.filler, self.lang, self.style, self.id = filler, lang, style, id_

    @property
    def text(self):
        return "".join(self.chars)

    def copy(self):
        return Summary(list(self.chars), [list(m) for m in self.marks], list(self.labels),
                       self.filler, self.lang, self.style, self.id)


def read(path):
    out = []
    with open(path, encoding="utf-8") as f:
        for line in f:
            r = json.loads(line)
            text = r["text"]
            marks = [[False] * len(ITEMS) for _ in text]
            for k, item in enumerate(ITEMS):
                evidence = r["evidence"][item]
                for part in [evidence] if isinstance(evidence, str) else evidence or []:
                    at = text.index(part)
                    for i in range(at, at + len(part)):
                        marks[i][k] = True
            labels = [STATUSES.index(r["labels"][item]) for item in ITEMS]
            out.append(Summary(list(text), marks, labels, bool(r["filler"]), r["lang"], r["style"], r["id"]))
    return out


def clauses(text):
    """Rough clauses, (start, end): at punctuation, and in Chinese at pauses."""
    zh = bool(re.search(r"[\u4e00-\u9fff]", text))
    out = []
    start = 0
    for i, c in enumerate(text):
        number = 0 < i < len(text) - 1 and text[i - 1].isdigit() and text[i + 1].isdigit()
        if (c in STRONG_BREAK and not number) or (zh and c == " "):
            if i > start:
                out.append((start, i))
            start = i + 1
    if start < len(text):
        out.append((start, len(text)))
    return out


class Homophones:
    """Characters by their sound; table: a line a syllable, "syllable characters"."""

    def __init__(self, path):
        self.alike = {}
        with open(path, encoding="utf-8") as f:
            for line in f:
                _, chars = line.strip().split(" ")
                for c in chars:
                    self.alike[c] = chars

    def other(self, c, rng):
        group = self.alike.get(c, c)
        return rng.choice(group) if len(group) > 1 else c


def parts_of(pool):
    """Evidence that stands alone (no other item's evidence in it), by item: (chars, status)."""
    parts = [[] for _ in ITEMS]
    for s in pool:
        for k in range(len(ITEMS)):
            span = own_span(s, k)
            if span:
                parts[k].append((s.chars[span[0]:span[1]], s.labels[k]))
    return parts


def own_span(s, k):
    at = [i for i, m in enumerate(s.marks) if m[k]]
    if not at or at[-1] - at[0] + 1 != len(at):
        return None
    if any(any(m[j] for j in range(len(ITEMS)) if j != k) for m in s.marks[at[0]:at[-1] + 1]):
        return None
    return at[0], at[-1] + 1


class Varying:
    """Makes a new reading of a summary each time: swapped evidence, no punctuation, other spellings."""

    def __init__(self, pool, homophones, swap=0.25, crop=0.0):
        self.parts = parts_of(pool)
        self.homophones, self.swap, self.crop = homophones, swap, crop

    def __call__(self, s, rng: random.Random):
        s = s.copy()
        if s.style not in ("distractor", "filler") and rng.random() < self.crop:
            self._crop(s, rng)
        for k in range(len(ITEMS)):
            if rng.random() < self.swap:
                self._swap(s, k, rng)
        if rng.random() < 0.4:
            self._strip(s, rng)
        if s.lang == "zh" and rng.random() < 0.6:
            share = rng.choice([0.03, 0.06, 0.1, 0.14])
            s.chars = [self.homophones.other(c, rng) if rng.random() < share else c for c in s.chars]
        return s

    def _swap(self, s, k, rng):
        span = own_span(s, k)
        if not span or not self.parts[k]:
            return
        chars, status = rng.choice(self.parts[k])
        mark = [[j == k for j in range(len(ITEMS))] for _ in chars]
        s.chars[span[0]:span[1]] = chars
        s.marks[span[0]:span[1]] = mark
        s.labels[k] = status

    def _crop(self, s, rng):
        """One to three clauses in a row, as hurried people say it; what they leave open stays open (-1)."""
        places = clauses(s.text)
        if len(places) < 5:
            return
        first = rng.randrange(len(places))
        last = min(len(places) - 1, first + rng.randrange(3))
        start, end = places[first][0], min(len(s.chars), places[last][1] + 1)
        for k in range(len(ITEMS)):
            whole = sum(m[k] for m in s.marks)
            if sum(m[k] for m in s.marks[start:end]) < whole:
                # the evidence is the best there was, not all there was
                s.labels[k] = -1
        s.chars, s.marks = s.chars[start:end], s.marks[start:end]
        if not any(any(m) for m in s.marks):
            s.filler = -1

    def _strip(self, s, rng):
        pause = rng.random() * 0.6
        chars, marks = [], []
        for i, c in enumerate(s.chars):
            if c in BREAK or c in "\"“”'‘’()（）":
                if s.lang == "en":
                    inside = 0 < i < len(s.chars) - 1 and s.chars[i - 1].isalnum() and s.chars[i + 1].isalnum()
                    if not inside or c in "—…":
                        continue
                elif rng.random() < pause and c in BREAK:
                    c = " "
                else:
                    continue
            chars.append(c)
            marks.append(s.marks[i])
        s.chars, s.marks = chars, marks
