"""Fits a judge to summaries, and measures it."""

import math
import random

import torch
from torch.nn import functional as F

from corpus import ITEMS, STATUSES, clauses
from encoder import Judge, load

SPANS = 14
LONGEST = 400


class Settings:
    epochs = 14
    batch = 16
    rate = 1e-4
    head_rate = 1e-3
    decay = 0.85  # of the rate, a layer down
    clause_weight = 0.5
    look_weight = 0.1
    smoothing = 0.05
    swap = 0.25
    crop = 0.25
    average = 0.99  # of the running mean of the weights

    def __init__(self, **changes):
        for k, v in changes.items():
            assert hasattr(self, k), k
            setattr(self, k, v)


def spans_of(s, tokens, rng):
    """(membership a token, label an item or -1) for clauses and random stretches of a summary."""
    places = clauses(s.text)
    n = len(s.chars)
    for k in range(len(ITEMS)):
        at = [i for i, m in enumerate(s.marks) if m[k]]
        if at and rng.random() < 0.5:
            places.append((at[0], at[-1] + 1))
    for _ in range(4):
        size = rng.randint(8, 40) * (1 if s.lang == "zh" else 4)
        start = rng.randint(0, max(0, n - size))
        places.append((start, min(n, start + size)))
    rng.shuffle(places)
    counts = [sum(m[k] for m in s.marks) for k in range(len(ITEMS))]
    out = []
    for start, end in places:
        inside = [start <= a and b <= end for _, a, b in tokens]
        if not any(inside):
            continue
        labels = []
        for k in range(len(ITEMS)):
            common = sum(m[k] for m in s.marks[start:end])
            if common == 0:
                labels.append(0)
            elif common >= 0.5 * min(end - start, counts[k]):
                labels.append(s.labels[k])
            else:
                labels.append(-1)
        out.append((inside, labels))
        if len(out) == SPANS - 1:
            break
    return out


def batch_of(summaries, tokens, rng=None):
    """Tensors of a batch; with rng also clause spans, without only the whole text."""
    split = [tokens.split(s.text)[:LONGEST] for s in summaries]
    size = max(len(t) for t in split) + 2
    count = SPANS if rng else 1
    ids = torch.zeros(len(summaries), size, dtype=torch.long)
    mask = torch.zeros(len(summaries), size)
    spans = torch.zeros(len(summaries), count, size)
    labels = torch.full((len(summaries), count, len(ITEMS)), -1)
    filler = torch.zeros(len(summaries), dtype=torch.long)
    evidence = torch.zeros(len(summaries), len(ITEMS), size)
    for b, (s, t) in enumerate(zip(summaries, split)):
        row = [tokens.start] + [i for i, _, _ in t] + [tokens.end]
        ids[b, :len(row)] = torch.tensor(row)
        mask[b, :len(row)] = 1
        spans[b, 0, 1:len(t) + 1] = 1
        labels[b, 0] = torch.tensor(s.labels)
        filler[b] = int(s.filler)
        if rng:
            for n, (inside, marks) in enumerate(spans_of(s, t, rng), 1):
                spans[b, n, 1:len(t) + 1] = torch.tensor(inside, dtype=torch.float)
                labels[b, n] = torch.tensor(marks)
            for k in range(len(ITEMS)):
                evidence[b, k, 1:len(t) + 1] = torch.tensor([float(s.marks[a][k]) for _, a, _ in t])
    return ids, mask, spans, labels, filler, evidence


def loss_of(judge, batch, settings):
    ids, mask, spans, labels, filler, evidence = batch
    with torch.autocast("cpu", torch.bfloat16):
        logits, looks = judge(ids, mask, spans)
    logits = logits.float()
    items = logits[:, :, :-1]
    text = F.cross_entropy(items[:, 0].reshape(-1, 3), labels[:, 0].reshape(-1), ignore_index=-1,
                           label_smoothing=settings.smoothing)
    clause = F.cross_entropy(items[:, 1:].reshape(-1, 3), labels[:, 1:].reshape(-1), ignore_index=-1,
                             label_smoothing=settings.smoothing, weight=torch.tensor([0.6, 1.2, 1.2]))
    # a batch of short pieces may know of none whether it is filler
    known = (filler >= 0).sum().clamp(min=1)
    empty = F.cross_entropy(logits[:, 0, -1, ::2], filler, ignore_index=-1, reduction="sum") / known
    first = looks.float()[:, :, :-1, :2].permute(0, 2, 3, 1)  # B,items,2,T
    logp = torch.log_softmax(first + (1 - mask)[:, None, None] * -1e4, -1)
    has = evidence.sum(-1) > 0
    mass = torch.logsumexp(logp + (1 - evidence)[:, :, None] * -1e4, -1).mean(-1)
    look = -(mass * has).sum() / has.sum().clamp(min=1)
    return text + settings.clause_weight * clause + 0.2 * empty + settings.look_weight * look


def groups(judge, settings):
    """Parameters with rates that fall towards the embeddings."""
    e = judge.encoder
    n = len(e.layers)
    out = [([e.words.weight, e.positions.weight, *e.norm.parameters()], settings.rate * settings.decay ** (n + 1))]
    for i, layer in enumerate(e.layers):
        out.append((list(layer.parameters()), settings.rate * settings.decay ** (n - i)))
    head = [p for name, p in judge.named_parameters() if not name.startswith("encoder.")]
    out.append((head, settings.head_rate))
    return [{"params": p, "lr": r, "weight_decay": 0.01} for p, r in out]


def fit(base, train, tokens, varying, settings, seed, report=None, keep=None, layers=None):
    """A judge after settings.epochs over train; report(epoch, judge) is called with the averaged weights."""
    random.seed(seed)
    torch.manual_seed(seed)
    rng = random.Random(seed)
    judge = Judge(*load(base, keep, layers))
    mean = Judge(*load(base, keep, layers)).eval()
    mean.load_state_dict(judge.state_dict())
    optimizer = torch.optim.AdamW(groups(judge, settings), betas=(0.9, 0.98), fused=True)
    steps = settings.epochs * math.ceil(len(train) / settings.batch)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda n: min(n / (0.1 * steps), max(0.02, (steps - n) / (0.9 * steps))))
    done = 0
    for epoch in range(settings.epochs):
        judge.train()
        total = 0.0
        fresh = [varying(s, rng) for s in train]
        rng.shuffle(fresh)
        batches = []
        for i in range(0, len(fresh), settings.batch * 8):
            chunk = sorted(fresh[i:i + settings.batch * 8], key=lambda s: len(s.chars))
            batches += [chunk[j:j + settings.batch] for j in range(0, len(chunk), settings.batch)]
        rng.shuffle(batches)
        for chunk in batches:
            loss = loss_of(judge, batch_of(chunk, tokens, rng), settings)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(judge.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            done += 1
            total += loss.item()
            keep_share = min(settings.average, done / (done + 10))
            with torch.no_grad():
                torch._foreach_lerp_(list(mean.parameters()), list(judge.parameters()), 1 - keep_share)
        if report:
            report(epoch, mean, total / len(batches))
    return mean


@torch.no_grad()
def predict(judge, summaries, tokens):
    """Whole-text probabilities, one row of items × statuses a summary, and filler probabilities."""
    judge.eval()
    order = sorted(range(len(summaries)), key=lambda i: len(summaries[i].chars))
    out = [None] * len(summaries)
    for i in range(0, len(order), 16):
        part = order[i:i + 16]
        ids, mask, spans, *_ = batch_of([summaries[j] for j in part], tokens)
        logits, _ = judge(ids, mask, spans)
        p = torch.softmax(logits[:, 0, :-1], -1)
        f = torch.softmax(logits[:, 0, -1, ::2], -1)[:, 1]
        for n, j in enumerate(part):
            out[j] = (p[n], float(f[n]))
    return torch.stack([o[0] for o in out]), [o[1] for o in out]


def kappa(pairs):
    """Unweighted Cohen's kappa of (label, answer) pairs."""
    n = len(pairs)
    same = sum(a == b for a, b in pairs) / n
    chance = sum(sum(a == c for a, _ in pairs) * sum(b == c for _, b in pairs) for c in range(len(STATUSES))) / n / n
    return (same - chance) / (1 - chance) if chance < 1 else 1.0


def kappas(p, summaries):
    answers = p.argmax(-1)
    each = [kappa([(s.labels[k], int(a[k])) for s, a in zip(summaries, answers)]) for k in range(len(ITEMS))]
    return each + [sum(each) / len(each)]
