"""Fits a reader of worries to windows. The lower layers stay as they are, so what they make of a window is made once."""

import random
import time

import torch
from torch import nn
from torch.nn import functional as F

from units import batch_of, judged

FRESH = 0.4  # share of the windows without a worry that an epoch sees


class Reader(nn.Module):
    """Two questions a unit: does it raise a worry, is the worry answered. LOOKS attention queries a question pool it."""

    LOOKS = 4
    QUESTIONS = 2

    def __init__(self, encoder, width, frozen):
        super().__init__()
        self.encoder, self.frozen = encoder, frozen
        n = self.QUESTIONS
        self.look = nn.Linear(width, n * self.LOOKS)
        self.mix = nn.Parameter(torch.zeros(n, self.LOOKS * width, 96))
        nn.init.normal_(self.mix, std=0.02)
        self.mix_bias = nn.Parameter(torch.zeros(n, 96))
        self.read = nn.Parameter(torch.zeros(n, 96))
        nn.init.normal_(self.read, std=0.05)
        self.read_bias = nn.Parameter(torch.tensor([-2.0, 0.5]))
        for part in [encoder.words, encoder.positions, encoder.norm, *encoder.layers[:frozen]]:
            for parameter in part.parameters():
                parameter.requires_grad = False

    def below(self, ids, mask):
        e = self.encoder
        x = e.norm(e.words(ids) + e.positions.weight[:ids.shape[1]])
        for layer in e.layers[:self.frozen]:
            x = layer(x, (1.0 - mask)[:, None, None, :] * -1e4)
        return x

    def above(self, x, mask, spans):
        for layer in self.encoder.layers[self.frozen:]:
            x = layer(x, (1.0 - mask)[:, None, None, :] * -1e4)
        x = x.float()
        scores = self.look(x).transpose(1, 2)[:, None] + (1.0 - spans)[:, :, None, :] * -1e4
        pooled = torch.softmax(scores, -1) @ x[:, None]
        pooled = pooled.reshape(x.shape[0], spans.shape[1], self.QUESTIONS, -1)
        h = torch.einsum("bsnw,nwh->bsnh", F.dropout(pooled, 0.25, self.training), self.mix) + self.mix_bias
        h = F.dropout(F.gelu(h), 0.25, self.training)
        return (h * self.read).sum(-1) + self.read_bias


@torch.no_grad()
def prepare(reader, documents, tokens, together=8):
    """Windows with what the frozen layers make of them: (document, units, states, spans, labels)."""
    reader.eval()
    items = sorted((i for d in documents for i in judged(d)), key=lambda i: i[1][1] - i[1][0])
    out = []
    for i in range(0, len(items), together):
        part = items[i:i + together]
        ids, mask, spans, labels = batch_of(part, tokens)
        with torch.autocast("cpu", torch.bfloat16):
            x = reader.below(ids, mask)
        for k, (d, (a, b), units) in enumerate(part):
            size = b - a + 2
            out.append((d, units, x[k, :size].to(torch.bfloat16).clone(), spans[k, :len(units), :size].clone(),
                        labels[k, :len(units)].clone()))
    return out


def together(windows):
    size = max(w[2].shape[0] for w in windows)
    count = max(len(w[1]) for w in windows)
    x = torch.zeros(len(windows), size, windows[0][2].shape[1])
    mask = torch.zeros(len(windows), size)
    spans = torch.zeros(len(windows), count, size)
    labels = torch.full((len(windows), count, 2), -1.0)
    for i, (_, units, states, inside, marks) in enumerate(windows):
        x[i, :len(states)] = states.float()
        mask[i, :len(states)] = 1
        spans[i, :len(units), :len(states)] = inside
        labels[i, :len(units)] = marks
    return x, mask, spans, labels


def loss_of(reader, windows):
    x, mask, spans, labels = together(windows)
    with torch.autocast("cpu", torch.bfloat16):
        z = reader.above(x, mask, spans)
    z = z.float()
    losses = []
    for question, (smooth, weight) in enumerate([(0.03, 1.5), (0.05, 1.0)]):
        label = labels[..., question]
        asked = label >= 0
        each = F.binary_cross_entropy_with_logits(
            z[..., question], label.clamp(min=0) * (1 - 2 * smooth) + smooth, reduction="none",
            pos_weight=torch.tensor(weight))
        losses.append((each * asked).sum() / asked.sum().clamp(min=1))
    return 3 * losses[0] + 0.3 * losses[1]


def _batches(windows, single, rng):
    part = [w for w in windows if any(w[0].labels[n][0] for n in w[1]) or rng.random() < FRESH]
    out = []
    for items, size in ((part, 8), (list(single), 32)):
        items.sort(key=lambda w: len(w[2]) + rng.random() * 20)
        out += [items[i:i + size] for i in range(0, len(items), size)]
    rng.shuffle(out)
    return out


def fit(make, windows, single, settings, seed):
    """make: gives a fresh reader; windows, single: prepared ones of documents and of sentences that stand alone."""
    torch.manual_seed(seed)
    rng = random.Random(seed)
    reader, mean = make(), make()
    mean.load_state_dict(reader.state_dict())
    head = [p for n, p in reader.named_parameters() if not n.startswith("encoder.")]
    layers = [p for p in reader.encoder.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(
        [{"params": layers, "lr": settings["rate"]}, {"params": head, "lr": settings["head_rate"]}],
        betas=(0.9, 0.98), weight_decay=0.01)
    steps = settings["epochs"] * len(_batches(windows, single, random.Random(0)))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda n: min((n + 1) / (0.1 * steps), max(0.02, (steps - n) / (0.9 * steps))))
    ours, theirs = list(mean.parameters()), list(reader.parameters())
    began, done = time.process_time(), 0
    for epoch in range(settings["epochs"]):
        reader.train()
        total = 0.0
        batches = _batches(windows, single, rng)
        for batch in batches:
            loss = loss_of(reader, batch)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(layers + head, 1.0)
            optimizer.step()
            schedule.step()
            done += 1
            total += loss.item()
            with torch.no_grad():
                torch._foreach_lerp_(ours, theirs, 1 - min(0.98, done / (done + 10)))
        print(f"epoch {epoch + 1} loss {total / len(batches):.3f} after {time.process_time() - began:.0f} s of work", flush=True)
    return mean.eval()


@torch.no_grad()
def predict(reader, windows):
    """By document: (worry, answered) a unit."""
    reader.eval()
    out = {}
    for i in range(0, len(windows), 8):
        part = windows[i:i + 8]
        x, mask, spans, _ = together(part)
        p = torch.sigmoid(reader.above(x, mask, spans))
        for k, (d, units, *_) in enumerate(part):
            row = out.setdefault(d.id, [(0.0, 0.0)] * len(d.units))
            for m, n in enumerate(units):
                row[n] = (float(p[k, m, 0]), float(p[k, m, 1]))
    return out


def figures(documents, out):
    """Of units: the best F1 and where, average precision; the share of right answers on worries answered."""
    pairs = sorted(((out[d.id][n][0], label[0]) for d in documents for n, label in enumerate(d.labels)), reverse=True)
    worries = sum(label for _, label in pairs)
    found, area, top, at = 0, 0.0, 0.0, 0.0
    for k, (p, label) in enumerate(pairs, 1):
        found += label
        area += found / k if label else 0
        if 2 * found / (k + worries) > top:
            top, at = 2 * found / (k + worries), p
    right = [(out[d.id][n][1] >= 0.5) == bool(label[1])
             for d in documents for n, label in enumerate(d.labels) if label[0]]
    return f"best F1 {top:.3f} at {at:.2f}, average precision {area / worries:.3f}, answered {sum(right) / len(right):.3f}"
