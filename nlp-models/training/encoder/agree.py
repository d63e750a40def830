"""Writes what Python makes of a few texts with the shipped models; the Java test compares itself with it.

A line a text, fields parted by tabs: language, text, token ids, clauses (start-end in UTF-16 units),
probabilities (none partial covered, items in order) of the whole text and then of each clause, filler of the whole.
"""

import argparse
import os

import numpy as np
import onnxruntime

from corpus import clauses
from tokens import Tokens
from train import MODELS, MODULE

TEXTS = {
    "zh": [
        "今天见了董事长本人，他当场说设备这块他拍板。预算邮件里写的是八十六万。",
        "呃他们那个产线吧老停机 上个月误了两批货 预算还没聊 说等通知",
        "刘总😀微信上说 budget 大概３０万，𠮷野家那边也在比价，周三下午2:30一起过方案",
        "ＡＢＣ公司的Café项目，“就是要换”，没啥痛点……",
    ],
    "en": [
        "Met the owner herself; she signs off. The PO says $48,000 and it's in her email.",
        "uh they looked at two other vendors but nobody compared anything i'll try to call next week",
        "Señora Gráinne's naïve ‘pilot’ 🙂 lost us 3.5 hours a day, per the site manager.",
    ],
}


def utf16(text, at):
    return len(text[:at].encode("utf-16-le")) // 2


def line(lang, text, tokens, session):
    split = tokens.split(text)
    ids = np.array([tokens.start] + [i for i, _, _ in split] + [tokens.end], dtype=np.int64)
    places = clauses(text)
    spans = np.zeros((1 + len(places), len(ids)), np.float32)
    spans[0, 1:-1] = 1
    for n, (start, end) in enumerate(places, 1):
        spans[n, 1:-1] = [float(start <= a and b <= end) for _, a, b in split]
    items, filler = session.run(["items", "filler"], {"ids": ids, "spans": spans})
    return "\t".join([
        lang, text, " ".join(str(i) for i in ids),
        " ".join(f"{utf16(text, a)}-{utf16(text, b)}" for a, b in places),
        " ".join(f"{p:.4f}" for p in items.reshape(-1)), f"{filler[0]:.4f}"])


def main():
    a = argparse.ArgumentParser()
    a.add_argument("--models", default=MODELS)
    a.add_argument("--out", default=os.path.join(
        MODULE, "src", "test", "resources", "dev", "dealcoach", "nlp", "encoder", "agreement.tsv"))
    args = a.parse_args()
    os.makedirs(os.path.dirname(args.out), exist_ok=True)
    with open(args.out, "w", encoding="utf-8", newline="\n") as out:
        for lang, texts in TEXTS.items():
            model = os.path.join(args.models, f"discovery-{lang}")
            with open(model + ".vocab.txt", encoding="utf-8") as f:
                tokens = Tokens(f.read().split("\n")[:-1])
            options = onnxruntime.SessionOptions()
            options.intra_op_num_threads = 1
            session = onnxruntime.InferenceSession(model + ".onnx", options)
            out.writelines(line(lang, t, tokens, session) + "\n" for t in texts)


if __name__ == "__main__":
    main()
