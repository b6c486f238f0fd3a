"""Trains the second reader of the triage classifier: multilingual-e5-small, its first six layers, as one ONNX file.

Needs what triage.py needs, and a folder with the encoder: config.json, tokenizer.json, NOTICE and weights.safetensors,
its parameters named as BERT's are (the card beside the model that ships says where those came from and how they were cut).
It learns from the same messages as triage.py, varied in the same ways, and keeps the same ones for thresholds, so that
both readers can be weighed on messages that neither has seen. The files under set-aside are never read.
Example, from the root of the repository:
  python evaluation/training/second.py --encoder ~/e5 --out ~/second --seed 1
After each epoch the weights are kept in the folder; `--export` writes the files of the last one kept, training nothing.
"""
import argparse
import json
import sys
import time
from pathlib import Path

import triage
from triage import DATA, LEVELS, UNKNOWN, batches, digest, eight_bit_rows, hashed, predict, read, told, varied

import numpy as np
import onnx
import onnxruntime
import torch
import torch.nn as nn
import torch.nn.functional as F
from onnx import TensorProto, helper, numpy_helper
from safetensors.numpy import load_file, save_file
from tokenizers import Tokenizer

LAYERS, LIMIT, FUSED = 6, 160, "com.microsoft"


class Second(nn.Module):
    """The first layers of a BERT, the mean of its word vectors, and a linear head for each task."""

    def __init__(self, folder, labels):
        super().__init__()
        config, self.labels = json.loads((folder / "config.json").read_text()), labels
        width, self.pad = config["hidden_size"], config["pad"]
        self.table = nn.Embedding(config["vocab_size"], width)
        self.places = nn.Embedding(config["max_position_embeddings"], width)
        self.norm = nn.LayerNorm(width, 1e-12)
        self.layers = nn.ModuleList(nn.TransformerEncoderLayer(
            width, config["num_attention_heads"], config["intermediate_size"], 0.1, "gelu", 1e-12, batch_first=True)
            for _ in range(LAYERS))
        self.heads = nn.ModuleDict({task: nn.Linear(width, len(names)) for task, names in labels.items()})

    def begin(self, stored):
        """Takes the weights of the encoder as published; its token types are always the first."""
        with torch.no_grad():
            take = lambda name: torch.tensor(stored[name])
            self.table.weight.copy_(take("embeddings.word_embeddings.weight"))
            self.places.weight.copy_(take("embeddings.position_embeddings.weight")
                                     + take("embeddings.token_type_embeddings.weight")[0])
            for part in ("weight", "bias"):
                getattr(self.norm, part).copy_(take(f"embeddings.LayerNorm.{part}"))
                for number, layer in enumerate(self.layers):
                    at = lambda name: take(f"encoder.layer.{number}.{name}.{part}")
                    getattr(layer.self_attn, f"in_proj_{part}").copy_(
                        torch.cat([at(f"attention.self.{k}") for k in ("query", "key", "value")]))
                    for own, name in ((layer.self_attn.out_proj, "attention.output.dense"),
                                      (layer.norm1, "attention.output.LayerNorm"), (layer.linear1, "intermediate.dense"),
                                      (layer.linear2, "output.dense"), (layer.norm2, "output.LayerNorm")):
                        getattr(own, part).copy_(at(name))
        return self

    def forward(self, ids, mask):
        real = mask.to(torch.float32)[..., None]
        x = F.dropout(self.norm(self.table(ids) + self.places.weight[:ids.shape[1]]), 0.1, self.training)
        for layer in self.layers:
            x = layer(x, src_key_padding_mask=mask == 0)
        features = F.dropout((x * real).sum(1) / real.sum(1), 0.1, self.training)
        return {task: head(features) for task, head in self.heads.items()}


def fit(model, tokenizer, rows, dev, options):
    """Trains all but the word table; ends at the last epoch or when the minutes are over, whichever is first."""
    rng, begun = np.random.default_rng(options.seed), time.time()
    harmless = {lang: [r["text"] for r in rows if r["lang"] == lang and r["level"] == "SELF_CARE"] for lang in ("en", "es")}
    targets = {task: np.array([names.index(r[task]) if r[task] in names else UNKNOWN for r in rows])
               for task, names in model.labels.items()}
    model.table.weight.requires_grad_(False)
    heads = list(model.heads.parameters())
    body = [p for n, p in model.named_parameters() if p.requires_grad and not n.startswith("heads.")]
    optimiser = torch.optim.AdamW([{"params": body, "lr": options.rate}, {"params": heads, "lr": options.rate * 10}],
                                  weight_decay=0.01, fused=True)
    rates, done, steps = [g["lr"] for g in optimiser.param_groups], 0, -(-len(rows) // options.batch) * options.epochs
    for epoch in range(1, options.epochs + 1):
        model.train()
        ids, losses = [tokenizer.encode(options.prefix + varied(r, harmless, rng)).ids for r in rows], []
        for batch in batches([len(i) for i in ids], options.batch, rng):
            over = max(done / steps, (time.time() - begun) / (60 * options.minutes))
            for group, rate in zip(optimiser.param_groups, rates):
                group["lr"] = rate * min(1.0, (done + 1) / (0.08 * steps)) * max(0.02, 1 - over)
            logits = model(*batch_of([ids[i] for i in batch], model.pad))
            loss = 0.0
            for task, scores in logits.items():
                wanted = torch.tensor(targets[task][batch])
                counted = max(1, int((wanted != UNKNOWN).sum()))
                loss = loss + (1.0 if task == "level" else 0.5) * F.cross_entropy(
                    scores, wanted, ignore_index=UNKNOWN, reduction="sum", label_smoothing=0.05) / counted
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(body + heads, 1.0)
            optimiser.step()
            losses.append(loss.item())
            done += 1
            if done % 50 == 0:
                print(f"step {done}/{steps}: loss {np.mean(losses[-50:]):.3f}, {time.time() - begun:.0f} s", flush=True)
            if over >= 1:
                break
        keep(model, options.out / "weights.safetensors")
        print(f"epoch {epoch}/{options.epochs}: loss {np.mean(losses):.3f}, {time.time() - begun:.0f} s", flush=True)
        if dev:
            found = predict(model, prefixed(tokenizer, options.prefix), [r["text"] for r in dev])
            print(*told(dev, found["level"]), sep="\n", flush=True)
        if over >= 1:
            break


def batch_of(rows_of_ids, pad=1):
    width = max(map(len, rows_of_ids))
    return (torch.tensor([r + [pad] * (width - len(r)) for r in rows_of_ids]),
            torch.tensor([[1] * len(r) + [0] * (width - len(r)) for r in rows_of_ids]))


class prefixed:
    """A tokenizer that puts the encoder's own prefix before every text."""

    def __init__(self, tokenizer, prefix):
        self.tokenizer, self.prefix = tokenizer, prefix

    def encode(self, text):
        return self.tokenizer.encode(self.prefix + text)


def keep(model, file):
    fresh = file.with_suffix(".new")
    save_file({k: np.ascontiguousarray(v.detach().numpy()) for k, v in model.state_dict().items()}, fresh)
    fresh.replace(file)


def eight_bit_columns(matrix):
    """A matrix in whole numbers of eight bits, and the scale of each of its columns."""
    scale = np.maximum(np.abs(matrix).max(0, keepdims=True) / 127, 1e-12).astype(np.float32)
    return np.rint(matrix / scale).astype(np.int8), scale


class Graph:
    """An ONNX graph under construction; matrices and the word table are stored in eight bits."""

    def __init__(self):
        self.nodes, self.constants = [], []

    def constant(self, name, values):
        values = np.asarray(values)
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(values).reshape(values.shape), name))
        return name

    def node(self, kind, inputs, output, domain="", **attributes):
        self.nodes.append(helper.make_node(kind, inputs, [output], output, domain=domain, **attributes))
        return output

    def matrix(self, name, layer_weight):
        """A matrix to multiply rows with; made float again once, when the file is loaded."""
        small, scale = eight_bit_columns(layer_weight.detach().numpy().T)
        self.node("Cast", [self.constant(name + "_small", small)], name + "_wide", to=TensorProto.FLOAT)
        return self.node("Mul", [name + "_wide", self.constant(name + "_scale", scale)], name)

    def words(self, table):
        values, scale, low = eight_bit_rows(table.detach().numpy())
        self.node("Gather", [self.constant("table", values), "input_ids"], "row_small")
        self.node("Cast", ["row_small"], "row_wide", to=TensorProto.FLOAT)
        for name, column in (("scale", scale), ("low", low)):
            self.node("Gather", [self.constant("table_" + name, column[:, None]), "input_ids"], "row_" + name)
        self.node("Mul", ["row_wide", "row_scale"], "row_scaled")
        return self.node("Add", ["row_scaled", "row_low"], "words")

    def norm(self, name, layer):
        return [self.constant(f"{name}_{part}", getattr(layer, part).detach().numpy()) for part in ("weight", "bias")]


def export(model, file):
    g, bias = Graph(), lambda layer: layer.bias.detach().numpy()
    zero = g.constant("zero", np.array([0], np.int64))
    g.node("Shape", ["input_ids"], "length", start=1, end=2)
    g.node("Slice", [g.constant("places", model.places.weight.detach().numpy()), zero, "length", zero], "places_used")
    g.node("Add", [g.words(model.table.weight), "places_used"], "placed")
    x = g.node("LayerNormalization", ["placed", *g.norm("norm", model.norm)], "layer0", axis=-1, epsilon=1e-12)
    g.node("Cast", ["attention_mask"], "mask", to=TensorProto.INT32)
    for number, layer in enumerate(model.layers):
        name, attention = f"l{number}", layer.self_attn
        inputs = [g.matrix(name + "_qkv", attention.in_proj_weight),
                  g.constant(name + "_qkv_bias", attention.in_proj_bias.detach().numpy()), "mask"]
        g.node("Attention", [x, *inputs], name + "_seen", FUSED, num_heads=attention.num_heads)
        g.node("MatMul", [name + "_seen", g.matrix(name + "_out", attention.out_proj.weight)], name + "_attended")
        skip = g.norm(name + "_norm1", layer.norm1) + [g.constant(name + "_out_bias", bias(attention.out_proj))]
        y = g.node("SkipLayerNormalization", [name + "_attended", x, *skip], name + "_middle", FUSED, epsilon=1e-12)
        g.node("MatMul", [y, g.matrix(name + "_inner", layer.linear1.weight)], name + "_opened")
        g.node("BiasGelu", [name + "_opened", g.constant(name + "_inner_bias", bias(layer.linear1))], name + "_gelu", FUSED)
        g.node("MatMul", [name + "_gelu", g.matrix(name + "_outer", layer.linear2.weight)], name + "_closed")
        skip = g.norm(name + "_norm2", layer.norm2) + [g.constant(name + "_outer_bias", bias(layer.linear2))]
        x = g.node("SkipLayerNormalization", [name + "_closed", y, *skip], f"layer{number + 1}", FUSED, epsilon=1e-12)
    g.node("Cast", ["attention_mask"], "real_flat", to=TensorProto.FLOAT)
    axis1, axis2 = (g.constant(f"axis{n}", np.array([n], np.int64)) for n in (1, 2))
    g.node("Unsqueeze", ["real_flat", axis2], "real")
    g.node("Mul", [x, "real"], "real_words")
    g.node("ReduceSum", ["real_words", axis1], "sum", keepdims=0)
    g.node("ReduceSum", ["real_flat", axis1], "count", keepdims=1)
    g.node("Div", ["sum", "count"], "features")
    outputs = []
    for task, head in model.heads.items():
        weight, offset = (g.constant(f"{task}_{k}", getattr(head, k).detach().numpy()) for k in ("weight", "bias"))
        g.node("Gemm", ["features", weight, offset], f"{task}_logits", transB=1)
        g.node("Softmax", [f"{task}_logits"], f"{task}_probabilities", axis=-1)
        outputs.append(helper.make_tensor_value_info(
            f"{task}_probabilities", TensorProto.FLOAT, ["batch", len(model.labels[task])]))
    inputs = [helper.make_tensor_value_info(n, TensorProto.INT64, ["batch", "length"]) for n in ("input_ids", "attention_mask")]
    made = helper.make_model(helper.make_graph(g.nodes, "second", inputs, outputs, g.constants),
                             opset_imports=[helper.make_opsetid("", 17), helper.make_opsetid(FUSED, 1)], ir_version=9)
    onnx.checker.check_model(made)
    onnx.save(made, str(file))


def answers(file, tokenizer, texts):
    """The probabilities of the levels, one text at a time, as the product asks."""
    session, found = onnxruntime.InferenceSession(str(file), providers=["CPUExecutionProvider"]), []
    for text in texts:
        ids = np.array([tokenizer.encode(text).ids], np.int64)
        found += list(session.run(["level_probabilities"], {"input_ids": ids, "attention_mask": np.ones_like(ids)})[0])
    return np.array(found)


def weigh(first, second, rows):
    """The share of the second reader in the mean of both that makes the right levels likeliest, in twentieths."""
    right = [LEVELS.index(r["level"]) for r in rows]
    surprise = {share / 20: float(-np.log((first + (second - first) * share / 20)[range(len(rows)), right]).mean())
                for share in range(21)}
    return min(surprise, key=surprise.get), surprise


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--encoder", required=True, type=Path)
    parser.add_argument("--out", required=True, type=Path)
    parser.add_argument("--messages", type=Path, nargs="+", default=sorted(DATA.glob("*.jsonl")))
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--minutes", type=float, default=600, help="the rate falls so that training ends within these")
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--dev", type=int, default=8, help="one message in so many is kept for thresholds, as in triage.py")
    parser.add_argument("--first", required=True, type=Path, help="the folder of the first reader, beside which it is weighed")
    parser.add_argument("--export", action="store_true", help="train nothing: the files of the weights kept last")
    options = parser.parse_args()
    options.prefix = json.loads((options.encoder / "config.json").read_text())["prefix"]
    torch.set_num_threads(1)
    torch.manual_seed(options.seed)
    everything = read(options.messages)
    kept = lambda r: options.dev and hashed(r["text"], "dev") % options.dev == 0
    rows, dev = [r for r in everything if not kept(r)], [r for r in everything if kept(r)]
    labels = {"level": LEVELS, "category": sorted({r["category"] for r in rows if r["category"]})}
    print(f"{len(rows)} messages to train on, {len(dev)} kept for thresholds, {len(labels['category'])} categories", flush=True)
    tokenizer = Tokenizer.from_file(str(options.encoder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(LIMIT)
    triage.batch_of = batch_of
    model = Second(options.encoder, labels)
    options.out.mkdir(parents=True, exist_ok=True)
    if options.export:
        model.load_state_dict({k: torch.tensor(v) for k, v in load_file(options.out / "weights.safetensors").items()})
    else:
        fit(model.begin(load_file(options.encoder / "weights.safetensors")), tokenizer, rows, dev, options)
    export(model, options.out / "model.onnx")
    shipped = answers(options.out / "model.onnx", prefixed(tokenizer, options.prefix), [r["text"] for r in dev])
    exact = predict(model, prefixed(tokenizer, options.prefix), [r["text"] for r in dev])["level"]
    difference = float(np.abs(shipped - exact).max())
    print(f"largest difference of a probability by rounding: {difference:.4f}, mean {np.abs(shipped - exact).mean():.5f}")
    own = Tokenizer.from_file(str(options.first / "tokenizer.json"))
    own.enable_truncation(triage.LIMIT)
    beside = answers(options.first / "model.onnx", own, [r["text"] for r in dev])
    share, surprise = weigh(beside, shipped, dev)
    print("mean surprise by share:", {k: round(v, 4) for k, v in surprise.items()})
    for name, p in (("the first", beside), ("the second", shipped), (f"both, share {share}", beside + (shipped - beside) * share)):
        print(name, *told(dev, p), sep="\n")
    triage.publish(options, rows, dev, labels, difference, (options.encoder, "NOTICE"), {
        "name": "triage-second",
        "base": f"multilingual-e5-small, from 4-bit weights, its first {LAYERS} layers, cut to the pieces of English and Spanish",
        "licence": "MIT",
        "input": {"prefix": options.prefix, "pad": model.pad, "limit": LIMIT},
    }, {
        "share": share, "beside": digest(options.first / "model.onnx"),
        "training": {k: getattr(options, k) for k in ("seed", "epochs", "minutes", "rate", "batch", "dev")},
    })
    return 0


if __name__ == "__main__":
    sys.exit(main())
