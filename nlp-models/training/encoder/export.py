"""Writes a judge as an ONNX file with 8-bit weights.

The products of the layers run on integers (MatMulIntegerToFloat). Weights keep to -63…63, so that no processor's 8-bit kernel
can saturate: the sums are exact on all of them. Each token's activations have a scale of their own, and channels that
run large are levelled against their weights first (as SmoothQuant does), so that little is lost by rounding.
Everything else is fp32.
"""

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

LARGEST = 63
LONGEST = 400  # pieces that OnnxSummaryJudge gives at most, without [CLS] and [SEP]


def _rows(w, axis, largest):
    """8-bit integers and their scales along an axis."""
    scale = np.maximum(np.abs(w).max(axis=axis, keepdims=True), 1e-8) / largest
    return np.clip(np.rint(w / scale), -largest, largest).astype(np.int8), scale.astype(np.float32)


class Graph:
    def __init__(self):
        self.nodes, self.constants, self.n = [], [], 0
        self.zero, self.one = self.constant(np.uint8(128)), self.constant(np.float32(1))

    def constant(self, array, name=None):
        self.n += 1
        name = name or f"c{self.n}"
        self.constants.append(numpy_helper.from_array(np.asarray(array, order="C"), name))
        return name

    def do(self, op, inputs, outputs=1, name=None, **attributes):
        self.n += 1
        names = [name] if name else [f"v{self.n}_{i}" for i in range(outputs)]
        self.nodes.append(helper.make_node(op, inputs, names, **attributes))
        return names[0] if outputs == 1 else names

    def quantised(self, x, peaks, layers):
        """x in 8 bits, with what linear() needs of it; peaks: largest value a channel; layers: what reads it."""
        heights = np.max([np.abs(layer.weight.detach().numpy()).max(axis=0) for layer in layers], axis=0)
        level = np.sqrt(np.maximum(peaks, 1e-3) / np.maximum(heights, 1e-3)).astype(np.float32)
        x = self.do("Mul", [x, self.constant(1 / level)])
        largest = self.do("ReduceMax", [self.do("Abs", [x])], axes=[-1], keepdims=1)
        largest = self.do("Max", [largest, self.constant(np.float32(1e-6))])
        even = self.do("Mul", [x, self.do("Div", [self.constant(np.float32(127)), largest])])
        eight = self.do("QuantizeLinear", [even, self.one, self.zero])
        return eight, self.do("Mul", [largest, self.constant(np.float32(1 / 127))]), level

    def linear(self, q, layer):
        """q: what quantised() gave; a torch Linear."""
        x, scale, level = q
        w, column = _rows(layer.weight.detach().numpy().T * level[:, None], 0, LARGEST)
        sums = self.do("MatMulIntegerToFloat",
                       [x, self.constant(w), self.one, self.constant(column[0]), self.zero], domain="com.microsoft")
        return self.do("Add", [self.do("Mul", [sums, scale]), self.constant(layer.bias.detach().numpy())])

    def table(self, array, axis):
        """A constant kept in 8 bits and expanded to fp32."""
        w, scale = _rows(array, axis, 127)
        wide = self.do("Cast", [self.constant(w)], to=TensorProto.FLOAT)
        return self.do("Mul", [wide, self.constant(scale)])

    def norm(self, x, layer):
        return self.do("LayerNormalization", [x, self.constant(layer.weight.detach().numpy()),
                                              self.constant(layer.bias.detach().numpy())], axis=-1, epsilon=layer.eps)

    def gelu(self, x):
        half = self.do("Mul", [x, self.constant(np.float32(0.5))])
        erf = self.do("Erf", [self.do("Div", [x, self.constant(np.float32(np.sqrt(2)))])])
        return self.do("Mul", [half, self.do("Add", [erf, self.constant(np.float32(1))])])


def _attention(g, x, layer, shape, peaks):
    q = g.quantised(x, peaks[layer.query], [layer.query, layer.key, layer.value])
    heads = []
    for part, order in (("query", [1, 0, 2]), ("key", [1, 2, 0]), ("value", [1, 0, 2])):
        y = g.do("Reshape", [g.linear(q, getattr(layer, part)), shape["split"]])
        heads.append(g.do("Transpose", [y], perm=order))
    scores = g.do("Mul", [g.do("MatMul", heads[:2]), shape["scale"]])
    y = g.do("MatMul", [g.do("Softmax", [scores], axis=-1), heads[2]])
    y = g.do("Reshape", [g.do("Transpose", [y], perm=[1, 0, 2]), shape["joined"]])
    return g.linear(g.quantised(y, peaks[layer.joined], [layer.joined]), layer.joined)


@torch.no_grad()
def _peaks(encoder, samples):
    """The largest input a channel of each Linear over sample sequences of ids."""
    peaks = {}
    hooks = []
    for layer in encoder.layers:
        for linear in (layer.query, layer.joined, layer.inner, layer.outer):
            def see(module, inputs):
                top = inputs[0].abs().amax(dim=(0, 1)).numpy()
                peaks[module] = np.maximum(peaks[module], top) if module in peaks else top
            hooks.append(linear.register_forward_pre_hook(see))
    for ids in samples:
        encoder(torch.tensor([ids]), torch.ones(1, len(ids)))
    for hook in hooks:
        hook.remove()
    return peaks


def write(judge, path, samples):
    """samples: sequences of ids, to see how large activations are.

    inputs: ids [T] int64 with [CLS] and [SEP], spans [S,T] of 0/1; outputs: items [S,5,3], filler [S]."""
    g = Graph()
    e = judge.encoder.eval()
    peaks = _peaks(e, samples)
    width = e.words.weight.shape[1]
    heads = e.layers[0].heads
    w, scale = _rows(e.words.weight.detach().numpy(), 1, 127)
    rows = g.do("Cast", [g.do("Gather", [g.constant(w), "ids"])], to=TensorProto.FLOAT)
    x = g.do("Mul", [rows, g.do("Gather", [g.constant(scale), "ids"])])
    length = g.do("Shape", ["ids"])
    places = g.do("Slice", [g.table(e.positions.weight.detach().numpy()[:LONGEST + 2], 1), g.constant(np.array([0])), length,
                            g.constant(np.array([0]))])
    x = g.norm(g.do("Add", [x, places]), e.norm)
    shape = {"split": g.constant(np.array([0, heads, width // heads])), "joined": g.constant(np.array([0, width])),
             "scale": g.constant(np.float32((width // heads) ** -0.5))}
    for layer in e.layers:
        x = g.norm(g.do("Add", [x, _attention(g, x, layer, shape, peaks)]), layer.norm1)
        inner = g.gelu(g.linear(g.quantised(x, peaks[layer.inner], [layer.inner]), layer.inner))
        x = g.norm(g.do("Add", [x, g.linear(g.quantised(inner, peaks[layer.outer], [layer.outer]), layer.outer)]), layer.norm2)
    _heads(g, x, judge, width)
    graph = helper.make_graph(
        g.nodes, "discovery",
        [helper.make_tensor_value_info("ids", TensorProto.INT64, ["T"]),
         helper.make_tensor_value_info("spans", TensorProto.FLOAT, ["S", "T"])],
        [helper.make_tensor_value_info("items", TensorProto.FLOAT, ["S", 5, 3]),
         helper.make_tensor_value_info("filler", TensorProto.FLOAT, ["S"])],
        g.constants)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)], ir_version=9)
    model.producer_name = "dealcoach"
    onnx.checker.check_model(model)
    with open(path, "wb") as f:
        f.write(model.SerializeToString(deterministic=True))


def _heads(g, x, judge, width):
    n, looks = judge.mix.shape[0], judge.LOOKS
    one = np.float32
    weight = g.constant(judge.look.weight.detach().numpy().T)
    scores = g.do("Add", [g.do("MatMul", [x, weight]), g.constant(judge.look.bias.detach().numpy())])
    scores = g.do("Unsqueeze", [g.do("Transpose", [scores], perm=[1, 0]), g.constant(np.array([0]))])  # 1,nL,T
    outside = g.do("Mul", [g.do("Sub", [g.constant(one(1)), "spans"]), g.constant(one(-1e4))])
    outside = g.do("Unsqueeze", [outside, g.constant(np.array([1]))])  # S,1,T
    pooled = g.do("MatMul", [g.do("Softmax", [g.do("Add", [scores, outside])], axis=-1), x])  # S,nL,w
    pooled = g.do("Reshape", [pooled, g.constant(np.array([0, n, looks * width]))])
    pooled = g.do("Transpose", [pooled], perm=[1, 0, 2])  # n,S,Lw
    mix = g.table(judge.mix.detach().numpy(), 1)
    h = g.do("Add", [g.do("MatMul", [pooled, mix]), g.constant(judge.mix_bias.detach().numpy()[:, None])])
    logits = g.do("Add", [g.do("MatMul", [g.gelu(h), g.constant(judge.read.detach().numpy())]),
                          g.constant(judge.read_bias.detach().numpy()[:, None])])  # n,S,3
    logits = g.do("Transpose", [logits], perm=[1, 0, 2])  # S,n,3
    zero, last, end, axis = (g.constant(np.array([v])) for v in (0, n - 1, n, 1))
    g.do("Softmax", [g.do("Slice", [logits, zero, last, axis])], axis=-1, name="items")
    empty = g.do("Gather", [g.do("Slice", [logits, last, end, axis]), g.constant(np.array([0, 2]))], axis=2)
    p = g.do("Gather", [g.do("Softmax", [empty], axis=-1), g.constant(np.array([1]))], axis=2)  # S,1,1
    g.do("Squeeze", [p, g.constant(np.array([1, 2]))], name="filler")
