"""The encoder (BERT as bge-small has it) and the heads that read the checklist's items off it."""

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import nn
from torch.nn import functional as F

from corpus import ITEMS, STATUSES


class Dropout(nn.Module):
    """Drops whole features of a text (one draw for all its tokens): as good here, and far cheaper."""

    def __init__(self, share):
        super().__init__()
        self.share = share

    def forward(self, x):
        if not self.training:
            return x
        kept = torch.rand(x.shape[0], *[1] * (x.dim() - 2), x.shape[-1]) >= self.share
        return x * (kept.to(x.dtype) / (1 - self.share))


class Layer(nn.Module):
    def __init__(self, width, inner, heads):
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value = (nn.Linear(width, width) for _ in range(3))
        self.joined = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=1e-12)
        self.inner = nn.Linear(width, inner)
        self.outer = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=1e-12)
        self.dropout = Dropout(0.1)

    def forward(self, x, mask):
        b, t, w = x.shape
        q, k, v = (f(x).view(b, t, self.heads, w // self.heads).transpose(1, 2)
                   for f in (self.query, self.key, self.value))
        weights = torch.softmax(q @ k.transpose(-1, -2) * (w // self.heads) ** -0.5 + mask, -1)
        y = (weights @ v).transpose(1, 2).reshape(b, t, w)
        x = self.norm1(x + self.dropout(self.joined(y)))
        return self.norm2(x + self.dropout(self.outer(F.gelu(self.inner(x)))))


class Encoder(nn.Module):
    def __init__(self, vocabulary, width, inner, heads, layers, positions=512):
        super().__init__()
        self.words = nn.Embedding(vocabulary, width)
        self.positions = nn.Embedding(positions, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.dropout = Dropout(0.1)
        self.layers = nn.ModuleList(Layer(width, inner, heads) for _ in range(layers))

    def forward(self, ids, mask):
        x = self.words(ids) + self.positions.weight[:ids.shape[1]]
        x = self.dropout(self.norm(x))
        added = (1.0 - mask)[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, added)
        return x


class Judge(nn.Module):
    """Statuses of spans: per item, LOOKS attention queries pool the span's tokens, a softmax reads them.

    The whole text is a span like any other; attention logits are shared between all spans.
    """

    LOOKS = 4

    def __init__(self, encoder, width):
        super().__init__()
        self.encoder = encoder
        n = len(ITEMS) + 1  # the last one reads filler
        self.look = nn.Linear(width, n * self.LOOKS)
        self.mix = nn.Parameter(torch.zeros(n, self.LOOKS * width, 128))
        nn.init.normal_(self.mix, std=0.02)
        self.mix_bias = nn.Parameter(torch.zeros(n, 128))
        self.read = nn.Parameter(torch.zeros(n, 128, len(STATUSES)))
        nn.init.normal_(self.read, std=0.05)
        self.read_bias = nn.Parameter(torch.zeros(n, len(STATUSES)))
        self.dropout = Dropout(0.2)

    def forward(self, ids, mask, spans):
        """ids, mask: B×T; spans: B×S×T of 0/1. Returns logits B×S×(items+1)×3 and looks B×T×(items+1)×LOOKS."""
        x = self.encoder(ids, mask)
        looks = self.look(x).float()  # B,T,n*L
        b, t, m = looks.shape
        n = len(ITEMS) + 1
        scores = looks.transpose(1, 2)[:, None] + (1.0 - spans)[:, :, None, :] * -1e4  # B,S,nL,T
        weights = torch.softmax(scores, -1)
        pooled = weights @ x.float()[:, None]  # B,S,nL,w
        pooled = pooled.reshape(b, spans.shape[1], n, -1)
        h = torch.einsum("bsnw,nwh->bsnh", self.dropout(pooled), self.mix) + self.mix_bias
        h = self.dropout(F.gelu(h))
        return torch.einsum("bsnh,nhc->bsnc", h, self.read) + self.read_bias, looks.view(b, t, n, self.LOOKS)


def _constants(path):
    model = onnx.load(path)
    return model, {i.name: numpy_helper.to_array(i) for i in model.graph.initializer}


def load(path, keep=None, layers=None):
    """The encoder out of an ONNX file of bge-small, quantised (weights are expanded) or not.

    keep: rows of the vocabulary to keep, in the new order; layers: which layers, from 0.
    """
    model, c = _constants(path)

    def table(name):
        if name in c:
            return c[name].astype(np.float32)
        zero = c[name + "_zero_point"].astype(np.float32)
        return (c[name + "_quantized"].astype(np.float32) - zero) * c[name + "_scale"]

    matmuls = {}  # "encoder/layer.0/attention/self/query" -> weight name
    for node in model.graph.node:
        if node.op_type in ("MatMul", "MatMulInteger") and len(node.input) > 1:
            weight = node.input[1].removesuffix("_quantized")
            if weight.startswith("onnx::MatMul"):
                matmuls[node.name.strip("/").rsplit("/MatMul", 1)[0]] = weight
    words = table("embeddings.word_embeddings.weight")
    if keep is not None:
        words = words[keep]
    total = 1 + max(int(k.split("layer.")[1].split("/")[0]) for k in matmuls)
    layers = list(range(total)) if layers is None else layers
    width = words.shape[1]
    inner = c["encoder.layer.0.intermediate.dense.bias"].shape[0]
    heads = {512: 8, 384: 12}[width]
    e = Encoder(len(words), width, inner, heads, len(layers))

    def put(parameter, array):
        assert parameter.shape == array.shape, (parameter.shape, array.shape)
        with torch.no_grad():
            parameter.copy_(torch.from_numpy(np.ascontiguousarray(array)))

    put(e.words.weight, words)
    types = table("embeddings.token_type_embeddings.weight")
    put(e.positions.weight, table("embeddings.position_embeddings.weight") + types[0])
    put(e.norm.weight, c["embeddings.LayerNorm.weight"])
    put(e.norm.bias, c["embeddings.LayerNorm.bias"])
    names = {"query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
             "joined": "attention.output.dense", "inner": "intermediate.dense", "outer": "output.dense"}
    for n, of in enumerate(layers):
        layer = e.layers[n]
        for ours, theirs in names.items():
            at = f"encoder.layer.{of}.{theirs}"
            put(getattr(layer, ours).weight, table(matmuls[at.replace(".", "/").replace("layer/", "layer.")]).T)
            put(getattr(layer, ours).bias, c[at + ".bias"])
        for ours, theirs in {"norm1": "attention.output.LayerNorm", "norm2": "output.LayerNorm"}.items():
            put(getattr(layer, ours).weight, c[f"encoder.layer.{of}.{theirs}.weight"])
            put(getattr(layer, ours).bias, c[f"encoder.layer.{of}.{theirs}.bias"])
    return e, width
