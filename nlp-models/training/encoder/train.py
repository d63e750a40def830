"""Trains the discovery judge of a language and writes it where the program looks for it. See README.md."""

import argparse
import hashlib
import json
import os
import random
import tempfile
import time
import zipfile

import torch

from corpus import ITEMS, Homophones, Varying, read
from encoder import Judge, load
from export import write
from fit import LONGEST, Settings, fit, kappas, predict
from tokens import Tokens
from vocabulary import kept

HERE = os.path.dirname(os.path.abspath(__file__))
MODULE = os.path.normpath(os.path.join(HERE, "..", ".."))
CORPORA = os.path.join(MODULE, "corpora", "summaries")
MODELS = os.path.join(MODULE, "src", "main", "resources", "dev", "dealcoach", "nlp", "models")
SOUNDS = os.path.join(MODULE, "src", "main", "resources", "dev", "dealcoach", "nlp", "statement", "pinyin.txt")
LANGUAGES = {
    "zh": {"base": "bge-small-zh-v1.5-q", "layers": None, "settings": {"epochs": 7}},
    "en": {"base": "bge-small-en-v1.5", "layers": list(range(7)), "settings": {"epochs": 12}},
}


def base_of(jar, name, folder):
    """Unpacks network and tokenizer of the base model from its jar, unless that is done."""
    files = [os.path.join(folder, name + ending) for ending in (".onnx", "-tokenizer.json")]
    with zipfile.ZipFile(jar) as z:
        for file in files:
            if not os.path.exists(file):
                z.extract(os.path.basename(file), folder)
    return files


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def noisy(summaries, homophones):
    """As a recogniser hears it: no punctuation, every tenth character another of the same sound."""
    rng = random.Random(5)
    varying = Varying([], homophones)
    out = []
    for s in summaries:
        s = s.copy()
        varying._strip(s, rng)
        if s.lang == "zh":
            s.chars = [homophones.other(c, rng) if rng.random() < 0.1 else c for c in s.chars]
        out.append(s)
    return out


def show(name, values):
    print(f"  {name:9}", " ".join(f"{i} {v:.3f}" for i, v in zip(ITEMS + ["mean"], values)), flush=True)


def main():
    a = argparse.ArgumentParser()
    a.add_argument("--lang", required=True, choices=LANGUAGES)
    a.add_argument("--jar", required=True, help="the base model's jar")
    a.add_argument("--work", default=os.path.join(tempfile.gettempdir(), "dealcoach-encoder"))
    a.add_argument("--corpora", default=CORPORA)
    a.add_argument("--models", default=MODELS)
    a.add_argument("--seed", type=int, default=1)
    a.add_argument("--threads", type=int, default=2)
    a.add_argument("--folds", type=int, default=0, help="cross-validate instead of training the model")
    a.add_argument("--fold", type=int, help="only this one of the folds")
    a.add_argument("--export", action="store_true", help="only write the network trained last in --work")
    a.add_argument("--set", default="{}", help="settings as JSON")
    args = a.parse_args()
    torch.set_num_threads(args.threads)
    os.makedirs(args.work, exist_ok=True)
    how = LANGUAGES[args.lang]
    network, tokenizer = base_of(args.jar, how["base"], args.work)
    pieces = Tokens.of_tokenizer_json(tokenizer).pieces
    rows = kept(pieces, args.lang)
    tokens = Tokens([pieces[i] for i in rows])
    homophones = Homophones(SOUNDS)
    settings = Settings(**{**how["settings"], **json.loads(args.set)})
    names = sorted(n for n in os.listdir(args.corpora) if n.startswith(f"train-{args.lang}-"))
    train = [s for n in names for s in read(os.path.join(args.corpora, n))]
    tune = read(os.path.join(args.corpora, f"tune-{args.lang}.jsonl"))
    short = read(os.path.join(args.corpora, f"tune-short-{args.lang}.jsonl"))
    began = time.time()

    def learn(part, held):
        hard = noisy(held, homophones)

        def report(epoch, judge, loss):
            print(f"epoch {epoch + 1} loss {loss:.3f} after {time.time() - began:.0f} s", flush=True)
            if epoch >= 2 and epoch % 2 == 1 or epoch == settings.epochs - 1:
                show("plain", kappas(predict(judge, held, tokens)[0], held))
                show("noisy", kappas(predict(judge, hard, tokens)[0], hard))
                if not args.folds:
                    show("short", kappas(predict(judge, short, tokens)[0], short))

        varying = Varying(part, homophones, settings.swap, settings.crop)
        return fit(network, part, tokens, varying, settings, args.seed, report, rows, how["layers"])

    if args.folds:
        random.Random(7).shuffle(train)
        for fold in range(args.folds) if args.fold is None else [args.fold]:
            print("fold", fold, flush=True)
            learn([s for i, s in enumerate(train) if i % args.folds != fold], train[fold::args.folds])
        return

    trained = os.path.join(args.work, f"discovery-{args.lang}.pt")
    if args.export:
        judge = Judge(*load(network, rows, how["layers"])).eval()
        judge.load_state_dict(torch.load(trained))
    else:
        judge = learn(train, tune)
        torch.save(judge.state_dict(), trained)
    figures, _ = predict(judge, tune, tokens)
    save(judge, tokens, args, how, names, train, kappas(figures, tune))


def save(judge, tokens, args, how, names, train, figures):
    model = os.path.join(args.models, f"discovery-{args.lang}")
    samples = [[tokens.start] + [i for i, _, _ in tokens.split(s.text)[:LONGEST]] + [tokens.end] for s in train[::5]]
    write(judge, model + ".onnx", samples)
    with open(model + ".vocab.txt", "w", encoding="utf-8", newline="\n") as f:
        f.write("\n".join(tokens.pieces) + "\n")
    data = b"".join(open(os.path.join(args.corpora, n), "rb").read() for n in names)
    lines = {
        "id": f"discovery-{args.lang}",
        "sha256": sha256(open(model + ".onnx", "rb").read()),
        "vocab-sha256": sha256(open(model + ".vocab.txt", "rb").read()),
        "data": ",".join(names),
        "data-sha256": sha256(data),
        "summaries": len(train),
        "base": f"BAAI/{how['base'].removesuffix('-q')}",
        "base-jar-sha256": sha256(open(args.jar, "rb").read()),
        "base-licence": "MIT",
        "licence": "Apache-2.0",
        "seed": args.seed,
        "command": f"python train.py --lang {args.lang} --jar {os.path.basename(args.jar)} --seed {args.seed}",
        "tune-kappa": " ".join(f"{i}={v:.3f}" for i, v in zip(ITEMS + ["mean"], figures)),
    }
    with open(model + ".manifest.properties", "w", encoding="utf-8", newline="\n") as f:
        f.writelines(f"{k}={v}\n" for k, v in lines.items())


if __name__ == "__main__":
    main()
