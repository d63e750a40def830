"""Writes what Python makes of a few proposals with the shipped models; the Java test compares itself with it.

A line a proposal, fields parted by tabs: language, paragraphs (form=text, joined by ¶), places of the units
(paragraph:from-to), probabilities (worry,answered) a unit. Each text is short enough for one window, and of the basic plane.
"""

import os
import sys

import numpy as np
import onnxruntime

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(1, os.path.join(HERE, "..", "encoder"))

from tokens import Tokens  # noqa: E402

MODULE = os.path.normpath(os.path.join(HERE, "..", ".."))
MODELS = os.path.join(MODULE, "src", "main", "resources", "dev", "dealcoach", "nlp", "models")
OUT = os.path.join(MODULE, "src", "test", "resources", "dev", "dealcoach", "nlp", "encoder", "agreement-worries.tsv")
SIGNS = {"HEADING": "#", "CELL": "|", "TEXT": "-"}
TEXTS = {
    "en": [
        [("HEADING", "What the night shift said", None),
         ("TEXT", "Nobody on nights will touch a touchscreen. We keep the old push buttons wired in parallel for a year.", "."),
         ("CELL", "It breaks and we wait a week", None), ("CELL", "Spares sit in your own store; a fitter is on site within four hours", None)],
        [("TEXT", "The naïve pilot ran for 3 weeks at “Site B”. Price: $48,000.", None)],
    ],
}


def units_of(text, stop):
    if stop is None:
        return [(0, len(text))]
    out, start = [], 0
    for i, c in enumerate(text):
        if c == stop:
            out.append((start, i + 1))
            start = i + 1
    return out


def line(lang, paragraphs, tokens, session):
    ids, spans, places = [], [], []
    for n, (form, text, stop) in enumerate(paragraphs):
        ids.append(tokens.ids[SIGNS[form]])
        at = len(ids)
        pieces = tokens.split(text)
        ids += [i for i, _, _ in pieces]
        for start, end in units_of(text, stop):
            own = [k for k, (_, s, e) in enumerate(pieces) if s >= start and e <= end]
            spans.append((at + own[0] + 1, at + own[-1] + 2))
            places.append(f"{n}:{start}-{end}")
    ids = np.array([tokens.start] + ids + [tokens.end], dtype=np.int64)
    inside = np.zeros((len(spans), len(ids)), np.float32)
    for row, (start, end) in zip(inside, spans):
        row[start:end] = 1
    (p,) = session.run(["judgements"], {"ids": ids, "units": inside})
    return "\t".join([lang, "¶".join(f"{form}={text}" for form, text, _ in paragraphs), " ".join(places),
                      " ".join(f"{w:.3f},{a:.3f}" for w, a in p)])


def main():
    lines = []
    for lang, texts in TEXTS.items():
        model = os.path.join(MODELS, f"objection-{lang}")
        with open(model + ".vocab.txt", encoding="utf-8") as f:
            tokens = Tokens(f.read().split("\n")[:-1])
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        session = onnxruntime.InferenceSession(model + ".onnx", options)
        lines += [line(lang, t, tokens, session) + "\n" for t in texts]
    with open(OUT, "w", encoding="utf-8", newline="\n") as out:
        out.writelines(lines)


if __name__ == "__main__":
    main()
