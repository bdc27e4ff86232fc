#!/usr/bin/env python3
"""Makes the network by which `marks/lettering.py` knows words of secrecy: `python bench/lettering.py --anew`.

It is taught by drawn scans (`lettering_pages.py`) in several stages: look-alikes are places that the network of the stage before takes
for words, so that every stage mends mistakes; all that was drawn before is shown again. Without `--anew` it is taught on from what it
knows. Needs jax, optax and onnx, which nothing else here does.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import onnx
import optax
from onnx import TensorProto, helper, numpy_helper

from lettering_pages import CLASSES, windows
from vanthu.reading.marks import lettering
from vanthu.resources import models_folder

# into, out of, size and step of the layers that keep the picture's shape; then one over all that is left, and one for the classes
_LAYERS = ((2, 12, 5, 2), (12, 24, 3, 1), (24, 32, 3, 2), (32, 48, 3, 1), (48, 48, 3, 2))
_LAST = ((64, 48, 3, 7), (len(CLASSES), 64, 1, 1))
_BATCH = 128
_KEPT = 0.06  # share of the windows that is only measured on

Weights = list[tuple[Any, Any]]


def main() -> None:
    """Teach the network, and say how well it knows windows that it was not shown."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--stages", type=int, default=4)
    parser.add_argument("--scans", type=int, default=4000, help="drawn in each stage")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seed", type=int, default=21, help="of the first stage")
    parser.add_argument("--anew", action="store_true", help="begin with a network that knows nothing")
    args = parser.parse_args()
    file = models_folder() / "lettering" / "words.onnx"
    weights = _untaught(jax.random.PRNGKey(0)) if args.anew else _known(file)
    shown: list[np.ndarray] = []
    told: list[np.ndarray] = []
    for stage in range(args.stages):
        onnx.save(_model(weights), file)  # look-alikes are looked for with it
        lettering.network.cache_clear()
        seen, classes = windows(args.seed + stage, args.scans)
        kept = round(len(classes) * (1 - _KEPT))
        print(f"stage {stage}: windows of each class: {np.bincount(classes)}", flush=True)
        shown.append(seen[:kept])
        told.append(classes[:kept].astype(np.int32))
        weights = _taught(weights, np.concatenate(shown), np.concatenate(told), args.rounds)
        print(_known_of(weights, seen[kept:], classes[kept:] > 0), flush=True)
    onnx.save(_model(weights), file)


def _known_of(weights: Weights, seen: np.ndarray, secret: np.ndarray) -> str:
    """How many windows that it was not shown the network tells right."""
    answers = np.asarray(_answers(weights, seen.astype(np.float32) / 255))
    told = 1 - np.asarray(jax.nn.softmax(answers))[:, 0] > 0.5
    return f"told {told[secret].mean():.1%} of the words, {told[~secret].mean():.1%} of what is none"


def _untaught(key: Any) -> Weights:
    shapes = [(out, into, size, size) for into, out, size, _ in _LAYERS] + list(_LAST)
    keys = jax.random.split(key, len(shapes))
    spread = [np.sqrt(2 / np.prod(shape[1:])) for shape in shapes]
    return [
        (jax.random.normal(k, s) * v, jnp.zeros(s[0])) for k, s, v in zip(keys, shapes, spread, strict=True)
    ]


def _known(path: Path) -> Weights:
    values = {v.name: jnp.asarray(numpy_helper.to_array(v)) for v in onnx.load(path).graph.initializer}
    return [(values[f"w{n}"], values[f"b{n}"]) for n in range(len(values) // 2)]


def _answers(weights: Weights, seen: Any, key: Any = None) -> Any:
    """The classes' scores of each window; with a key a fifth of what the last layer is given is left out."""
    for (weight, bias), (_, _, size, step) in zip(weights, _LAYERS, strict=False):
        seen = jax.lax.conv_general_dilated(seen, weight, (step, step), [(size // 2, size // 2)] * 2)
        seen = jax.nn.relu(seen + bias[None, :, None, None])
    (over, over_bias), (last, last_bias) = weights[len(_LAYERS) :]
    seen = jax.nn.relu(
        jax.lax.conv_general_dilated(seen, over, (1, 1), "VALID") + over_bias[None, :, None, None]
    )
    if key is not None:
        seen = seen * jax.random.bernoulli(key, 0.8, seen.shape) / 0.8
    return (jax.lax.conv_general_dilated(seen, last, (1, 1), "VALID") + last_bias[None, :, None, None])[
        :, :, 0, 0
    ]


def _taught(weights: Weights, seen: np.ndarray, classes: np.ndarray, rounds: int) -> Weights:
    steps = rounds * (len(classes) // _BATCH)
    rate = optax.warmup_cosine_decay_schedule(1e-4, 1.5e-3, min(200, steps // 4), steps, 2e-5)
    teacher, key, dice = optax.adamw(rate, weight_decay=1e-3), jax.random.PRNGKey(0), np.random.default_rng(0)
    state = teacher.init(weights)

    @jax.jit
    def step(weights: Weights, state: Any, x: Any, y: Any, key: Any) -> tuple[Weights, Any]:
        def loss(w: Weights) -> Any:
            return optax.softmax_cross_entropy_with_integer_labels(_answers(w, x, key), y).mean()

        changes, state = teacher.update(jax.grad(loss)(weights), state, weights)
        return optax.apply_updates(weights, changes), state

    for _ in range(rounds):
        order = dice.permutation(len(classes))
        for start in range(0, len(order) - _BATCH + 1, _BATCH):
            some = order[start : start + _BATCH]
            x = seen[some].astype(np.float32) / 255
            x[:, 0] = np.clip(x[:, 0] * dice.uniform(0.6, 1.4, (len(some), 1, 1)), 0, 1)
            key, dropped = jax.random.split(key)
            weights, state = step(weights, state, x, classes[some], dropped)
    return weights


def _model(weights: Weights) -> onnx.ModelProto:
    """The network as a file: windows in, likelihoods of the classes out."""
    nodes, values, last = [], [], "ink"
    for n, (weight, bias) in enumerate(weights):
        values += [
            numpy_helper.from_array(np.asarray(v, np.float32), f"{k}{n}")
            for k, v in (("w", weight), ("b", bias))
        ]
        size, step = (_LAYERS[n][2] // 2, _LAYERS[n][3]) if n < len(_LAYERS) else (0, 1)
        nodes.append(
            helper.make_node("Conv", [last, f"w{n}", f"b{n}"], [f"c{n}"], strides=[step] * 2, pads=[size] * 4)
        )
        last = f"c{n}"
        if n < len(weights) - 1:
            nodes.append(helper.make_node("Relu", [last], [f"r{n}"]))
            last = f"r{n}"
    nodes.append(helper.make_node("Softmax", [last], ["word"], axis=1))
    into = helper.make_tensor_value_info("ink", TensorProto.FLOAT, ["n", 2, "rows", "columns"])
    out = helper.make_tensor_value_info("word", TensorProto.FLOAT, ["n", len(CLASSES), "down", "across"])
    graph = helper.make_graph(nodes, "words", [into], [out], values)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
    onnx.checker.check_model(model)
    return model


if __name__ == "__main__":
    main()
