"""Writes a reader of worries as an ONNX file with 8-bit weights, as the encoder's export.py does it."""

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper

from export import Graph, _attention, _peaks, _rows
from units import LONGEST


def write(reader, path, samples):
    """samples: sequences of ids, to see how large activations are.

    inputs: ids [T] int64 with [CLS] and [SEP], units [S,T] of 0/1; output: judgements [S,2], worry and answered."""
    g = Graph()
    e = reader.encoder.eval()
    peaks = _peaks(e, samples)
    width = e.words.weight.shape[1]
    heads = e.layers[0].heads
    w, scale = _rows(e.words.weight.detach().numpy(), 1, 127)
    rows = g.do("Cast", [g.do("Gather", [g.constant(w), "ids"])], to=TensorProto.FLOAT)
    x = g.do("Mul", [rows, g.do("Gather", [g.constant(scale), "ids"])])
    places = g.do("Slice", [g.table(e.positions.weight.detach().numpy()[:LONGEST + 2], 1), g.constant(np.array([0])),
                            g.do("Shape", ["ids"]), g.constant(np.array([0]))])
    x = g.norm(g.do("Add", [x, places]), e.norm)
    shape = {"split": g.constant(np.array([0, heads, width // heads])), "joined": g.constant(np.array([0, width])),
             "scale": g.constant(np.float32((width // heads) ** -0.5))}
    for layer in e.layers:
        x = g.norm(g.do("Add", [x, _attention(g, x, layer, shape, peaks)]), layer.norm1)
        inner = g.gelu(g.linear(g.quantised(x, peaks[layer.inner], [layer.inner]), layer.inner))
        x = g.norm(g.do("Add", [x, g.linear(g.quantised(inner, peaks[layer.outer], [layer.outer]), layer.outer)]), layer.norm2)
    _questions(g, x, reader, width)
    graph = helper.make_graph(
        g.nodes, "worries",
        [helper.make_tensor_value_info("ids", TensorProto.INT64, ["T"]),
         helper.make_tensor_value_info("units", TensorProto.FLOAT, ["S", "T"])],
        [helper.make_tensor_value_info("judgements", TensorProto.FLOAT, ["S", 2])],
        g.constants)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)], ir_version=9)
    model.producer_name = "dealcoach"
    onnx.checker.check_model(model)
    with open(path, "wb") as f:
        f.write(model.SerializeToString(deterministic=True))


@torch.no_grad()
def _questions(g, x, reader, width):
    n, looks = reader.QUESTIONS, reader.LOOKS
    scores = g.do("Add", [g.do("MatMul", [x, g.constant(reader.look.weight.numpy().T)]), g.constant(reader.look.bias.numpy())])
    scores = g.do("Unsqueeze", [g.do("Transpose", [scores], perm=[1, 0]), g.constant(np.array([0]))])  # 1,nL,T
    outside = g.do("Mul", [g.do("Sub", [g.constant(np.float32(1)), "units"]), g.constant(np.float32(-1e4))])
    outside = g.do("Unsqueeze", [outside, g.constant(np.array([1]))])  # S,1,T
    pooled = g.do("MatMul", [g.do("Softmax", [g.do("Add", [scores, outside])], axis=-1), x])  # S,nL,w
    pooled = g.do("Transpose", [g.do("Reshape", [pooled, g.constant(np.array([0, n, looks * width]))])], perm=[1, 0, 2])
    h = g.gelu(g.do("Add", [g.do("MatMul", [pooled, g.table(reader.mix.numpy(), 1)]), g.constant(reader.mix_bias.numpy()[:, None])]))
    z = g.do("MatMul", [h, g.constant(reader.read.numpy()[:, :, None])])  # n,S,1
    z = g.do("Transpose", [g.do("Squeeze", [z, g.constant(np.array([2]))])], perm=[1, 0])
    g.do("Sigmoid", [g.do("Add", [z, g.constant(reader.read_bias.numpy())])], name="judgements")
