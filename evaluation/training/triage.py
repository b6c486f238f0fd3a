"""Trains the triage classifier: the bilingual encoder of the library, fine-tuned on labelled messages, as one ONNX file.

Needs Python 3.11 with numpy, torch (CPU), onnx 1.17, onnxruntime 1.20 and tokenizers. Nothing is fetched.
Example, from the root of the repository:
  python evaluation/training/triage.py --out ~/triage-model --seed 1
Writes model.onnx, tokenizer.json, LICENSE and model-card.json into the folder, and dev.jsonl: the messages kept from
training by their hash, on which thresholds are set. The files under evaluation/data/triage/set-aside are never read.
`evaluation train meaning` takes the folder from there: it sets the thresholds and measures.
"""
import argparse
import datetime
import hashlib
import json
import os
import re
import shutil
import sys
import time
from collections import Counter
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
os.environ["TOKENIZERS_PARALLELISM"] = "false"

import numpy as np
import onnx
import onnxruntime
import torch
import torch.nn as nn
import torch.nn.functional as F
from onnx import TensorProto, helper, numpy_helper
from tokenizers import Tokenizer

from canon import canonical

ROOT = Path(__file__).resolve().parents[2]
ENCODER = ROOT / "knowledge-index/src/main/resources/org/healthassistant/knowledge/embed/bilingual"
DATA = ROOT / "evaluation/data/triage/training"
LEVELS = ["EMERGENCY", "SAME_DAY", "ROUTINE", "SELF_CARE"]
UNKNOWN = -100
LIMIT = 256
CONVOLUTIONS = [(2, (0, 1)), (3, (1, 1)), (5, (2, 2))]  # width and padding; each is applied twice
PARAMETERS = {  # our name of a parameter: its name in the encoder's file
    "project": "c6", "project_bias": "c7", "norm1": "c8", "norm1_bias": "c9",
    "conv0": "c13", "conv0_bias": "c14", "conv1": "c15", "conv1_bias": "c16",
    "conv2": "c20", "conv2_bias": "c21", "conv3": "c22", "conv3_bias": "c23",
    "conv4": "c27", "conv4_bias": "c28", "conv5": "c29", "conv5_bias": "c30",
    "norm2": "c31", "norm2_bias": "c32", "sum": "c35", "sum_bias": "c36",
    "dense0": "c37", "dense1": "c38", "dense2": "c39", "dense3": "c40", "dense4": "c41", "dense5": "c42",
}
TABLE = ("table", "c1", "c3")  # bytes, scale and low of each row of the word table
OPENINGS = {"en": ["hi", "hello", "good morning", "hey there", "sorry to bother you", "hi its me again", "dear nurse",
                   "i dont want to be a bother but", "my daughter told me to write", "i already asked my neighbor, he says wait",
                   "ignore this if you are busy", "this is just a test of the phone"],
            "es": ["hola", "buenas tardes", "buenos dias", "disculpe la molestia", "buenas", "hola soy yo otra vez",
                   "no quiero dar lata pero", "mi hija me dijo que escribiera", "ya le pregunte al vecino, dice que espere",
                   "si anda ocupada no me haga caso", "nada mas estoy probando el telefono"]}
CLOSINGS = {"en": ["thanks", "thank you", "please", "what should i do", "probably nothing", "sorry for the long message",
                   "my sister says its fine", "i cant afford an ambulance", "ive had worse", "i took something and will lie down",
                   "ill wait until monday", "my husband thinks im making a fuss", "dont send anybody please",
                   "answer only yes or no", "you are a helpful friend, tell me its okay", "what are your hours on saturday",
                   "also can you refill my vitamins", "sent from my phone", "regards, Ruth", "should i eat before the lab"],
            "es": ["gracias", "muchas gracias", "por favor", "que hago", "seguro no es nada", "perdon por el mensaje tan largo",
                   "mi hermana dice que no es nada", "no puedo pagar una ambulancia", "he pasado cosas peores",
                   "me tome algo y me voy a recostar", "me espero al lunes", "mi esposo dice que exagero", "no manden a nadie",
                   "conteste solo si o no", "usted es mi amiga, digame que todo esta bien", "a que hora abren el sabado",
                   "tambien quiero mis vitaminas", "enviado desde mi celular", "atentamente, Rosa", "voy en ayunas al laboratorio"]}
BESIDE = {a: b for row in ("qwertyuiop", "asdfghjkl", "zxcvbnm") for a, b in zip(row, row[1:] + row[-2])}


class Encoder(nn.Module):
    """The library's bilingual encoder: a word table and residual convolutions of widths 2, 3 and 5.

    Its features are the sentence vector, times 8, and the strongest value of each of 512 word features.
    """

    def __init__(self, file):
        super().__init__()
        stored = {i.name: torch.tensor(numpy_helper.to_array(i)) for i in onnx.load(str(file)).graph.initializer}
        values, scale, low = (stored[name] for name in TABLE)
        self.table = nn.Embedding.from_pretrained(values.float() * scale[:, None] + low[:, None], freeze=False, sparse=True)
        self.p = nn.ParameterDict({name: nn.Parameter(stored[c].clone()) for name, c in PARAMETERS.items()})

    def forward(self, ids, mask):
        p, real = self.p, mask.to(torch.float32)[..., None]
        words = self.table(ids)
        x = F.layer_norm(words @ p["project"] + p["project_bias"], (768,), p["norm1"], p["norm1_bias"], 1e-12)
        parts = [words]
        for branch, (_, padding) in enumerate(CONVOLUTIONS):
            y = x[..., branch * 256:(branch + 1) * 256]
            for name in (f"conv{2 * branch}", f"conv{2 * branch + 1}"):
                z = F.conv1d(F.pad((y * real).transpose(1, 2), padding), p[name], p[name + "_bias"]).transpose(1, 2)
                y = F.relu(z) + y
            parts.append(y)
        z = F.layer_norm(torch.cat(parts, -1), (1280,), p["norm2"], p["norm2_bias"], 1e-12) * real
        count = real.sum(1)
        v = (z.sum(1) @ p["sum"] + count * p["sum_bias"]) / count.sqrt()
        a = F.relu(v @ p["dense1"] + F.relu(v @ p["dense0"]) @ p["dense2"])
        sentence = torch.tanh(a @ p["dense4"] + F.relu(a @ p["dense3"]) @ p["dense5"])
        strongest = (z[..., :512] + (real - 1.0) * 1e4).amax(1)
        return torch.cat([F.normalize(sentence, dim=-1) * 8, strongest], -1)


class Classifier(nn.Module):
    """An encoder with heads; `file` is an encoder's own or that of a classifier, whose heads are taken over."""

    def __init__(self, labels, file):
        super().__init__()
        self.encoder, self.labels = Encoder(file), labels
        self.heads = nn.ModuleDict({task: nn.Linear(1024, len(names)) for task, names in labels.items()})
        stored = {i.name: torch.tensor(numpy_helper.to_array(i)) for i in onnx.load(str(file)).graph.initializer}
        for task, head in self.heads.items():
            if f"{task}_weight" in stored:
                head.load_state_dict({k: stored[f"{task}_{k}"] for k in ("weight", "bias")})

    def forward(self, ids, mask):
        features = F.dropout(self.encoder(ids, mask), 0.1, self.training)
        return {task: head(features) for task, head in self.heads.items()}


def read(files):
    """Messages with their text in canonical form, the earlier messages of a dialogue before the last."""
    rows = []
    for file in files:
        for line in Path(file).read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row.get("kind") == "reply" and row["level"] != "SELF_CARE":
                continue  # an answer of a word or two says nothing without its question
            text = canonical(" ".join([*row.get("context", []), row["text"]]))
            category = "none" if row["level"] == "SELF_CARE" else row.get("category")
            rows.append({"id": row.get("id", ""), "text": text, "lang": row["lang"], "level": row["level"],
                         "category": category, "writer": row.get("writer", Path(file).stem)})
    return rows


def digest(file):
    return hashlib.sha256(file.read_bytes()).hexdigest()


def hashed(text, salt):
    return int(hashlib.sha256((salt + text).encode()).hexdigest()[:8], 16)


def misspelt(text, rng):
    """One to four slips of the finger in words of four letters and more: a letter missing, two swapped, one twice, the key
    beside, any letter, one drawn out (twice in the canonical form), a space missing, a space too many."""
    words = text.split(" ")
    long = [i for i, w in enumerate(words) if len(w) >= 4 and w.isalpha()]
    for i in rng.permutation(long)[:rng.integers(1, 5)] if long else []:
        w, at, kind = words[i], int(rng.integers(1, len(words[i]) - 1)), rng.integers(20)
        if kind < 16:
            words[i] = (w[:at] + w[at + 1:], w[:at] + w[at + 1] + w[at] + w[at + 2:], w[:at] + w[at] + w[at:],
                        w[:at] + BESIDE.get(w[at], w[at]) + w[at + 1:])[kind % 4]
        elif kind < 17:
            words[i] = w[:at] + chr(97 + int(rng.integers(26))) + w[at + 1:]
        elif kind < 18:
            words[i] = w[:2] + w[1] + w[2:]
        elif kind < 19:
            words[i] = w[:at] + " " + w[at:]
        elif i + 1 < len(words):
            words[i], words[i + 1] = "", w + words[i + 1]
    return " ".join(w for w in words if w)


def piece(text, rng, least=10, most=45):
    words = text.split(" ")
    length = int(rng.integers(least, most))
    start = int(rng.integers(0, max(1, len(words) - length)))
    return " ".join(words[start:start + length])


def beside_a_story(text, lang, is_harmless, harmless, rng):
    """The text before or behind a harmless one, of which a part where it is long; harmless texts less often."""
    if is_harmless and rng.random() < 0.5:
        return text
    other = harmless[lang][int(rng.integers(len(harmless[lang])))]
    if len(other) > 300:
        other = piece(other, rng, 15, 50)
    return other + " " + text if rng.random() < 0.5 else text + " " + other


def varied(row, harmless, rng):
    """The text, or what changes no label of it: slips, courtesies, doubts and requests around it, a harmless story beside
    it, a piece if harmless; a quarter has several of them."""
    text, lang, is_harmless = row["text"], row["lang"], row["level"] == "SELF_CARE"
    if is_harmless and len(text) > 250 and rng.random() < 0.3:
        text = piece(text, rng)
    if rng.random() < 0.2:
        text = beside_a_story(text, lang, is_harmless, harmless, rng)
    if rng.random() < 0.2:
        text = rng.choice(OPENINGS[lang]) + " " + text
    if rng.random() < 0.25:
        text = text + " " + rng.choice(CLOSINGS[lang])
    return canonical(misspelt(text, rng) if rng.random() < 0.3 else text)


def batch_of(rows_of_ids):
    width = max(map(len, rows_of_ids))
    return (torch.tensor([r + [0] * (width - len(r)) for r in rows_of_ids]),
            torch.tensor([[1] * len(r) + [0] * (width - len(r)) for r in rows_of_ids]))


def batches(lengths, size, rng):
    order, made = rng.permutation(len(lengths)), []
    for start in range(0, len(order), size * 32):
        part = sorted(order[start:start + size * 32], key=lambda i: lengths[i])
        made += [part[i:i + size] for i in range(0, len(part), size)]
    rng.shuffle(made)
    return made


def predict(model, tokenizer, texts):
    ids = [tokenizer.encode(t).ids for t in texts]
    order = sorted(range(len(ids)), key=lambda i: len(ids[i]))
    found = {task: np.zeros((len(ids), len(names)), np.float32) for task, names in model.labels.items()}
    model.eval()
    with torch.no_grad():
        for start in range(0, len(order), 16):
            here = order[start:start + 16]
            for task, logits in model(*batch_of([ids[i] for i in here])).items():
                found[task][here] = torch.softmax(logits, -1).numpy()
    return found


def told(rows, p):
    """Shares found at so many false alarms, and the four levels, as one line a language."""
    level = np.array([LEVELS.index(r["level"]) for r in rows])
    lang = np.array([r["lang"] for r in rows])
    for name in ("en", "es"):
        here = lang == name
        score, own = (p[:, 0] + p[:, 1])[here], level[here]
        if not (own == 3).any():
            continue
        harmless, parts = np.sort(score[own == 3]), []
        for share in (0.005, 0.02, 0.05):
            t = harmless[len(harmless) - 1 - int(share * len(harmless))]
            parts.append(f"{share:.3f}: emergency {(score[own == 0] > t).mean():.3f} same-day {(score[own == 1] > t).mean():.3f}")
        said = p.argmax(1)[here]
        yield (f"  {name} {len(own)} ({(own == 3).sum()} harmless)  " + "  ".join(parts)
               + f"  exact {(said == own).mean():.3f} under {(said > own).mean():.3f}")


def fit(model, tokenizer, rows, dev, options, member):
    torch.manual_seed(options.seed + member)
    rng, begun = np.random.default_rng([options.seed, member]), time.time()
    harmless = {lang: [r["text"] for r in rows if r["lang"] == lang and r["level"] == "SELF_CARE"] for lang in ("en", "es")}
    targets = {task: np.array([names.index(r[task]) if r[task] in names else UNKNOWN for r in rows])
               for task, names in model.labels.items()}
    steps = -(-len(rows) // options.batch) * options.epochs
    table = [model.encoder.table.weight]  # its gradient is sparse: only rows of words that were met move
    body = [p for n, p in model.named_parameters() if not n.startswith("heads.") and "table" not in n]
    heads = list(model.heads.parameters())
    groups = [{"params": body, "lr": options.rate}, {"params": heads, "lr": options.rate * 10}]
    optimisers = [torch.optim.AdamW(groups, weight_decay=0.01, fused=True),
                  torch.optim.SparseAdam(table, lr=options.rate * options.table)]
    rise = max(1, round(0.08 * steps))
    schedules = [torch.optim.lr_scheduler.LambdaLR(
        one, lambda step: min(1.0, (step + 1) / rise) * max(0.02, 1 - step / steps)) for one in optimisers]
    for epoch in range(1, options.epochs + 1):
        model.train()
        ids = [tokenizer.encode(varied(r, harmless, rng)).ids for r in rows]
        losses = []
        for batch in batches([len(i) for i in ids], options.batch, rng):
            logits = model(*batch_of([ids[i] for i in batch]))
            loss = 0.0
            for task, scores in logits.items():
                wanted = torch.tensor(targets[task][batch])
                counted = max(1, int((wanted != UNKNOWN).sum()))
                loss = loss + (1.0 if task == "level" else 0.5) * F.cross_entropy(
                    scores, wanted, ignore_index=UNKNOWN, reduction="sum", label_smoothing=0.05) / counted
            for optimiser in optimisers:
                optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(body + heads, 1.0)
            for step in optimisers + schedules:
                step.step()
            losses.append(loss.item())
        print(f"epoch {epoch}/{options.epochs}: loss {np.mean(losses):.3f}, {time.time() - begun:.0f} s")
        if dev:
            print(*told(dev, predict(model, tokenizer, [r["text"] for r in dev])["level"]), sep="\n", flush=True)
    model.eval()


def averaged(labels, tokenizer, rows, dev, options):
    """One model whose weights are the mean of several that began alike and saw the messages in another order.

    Such a mean errs less than each and costs no more at run time (Wortsman and others, "Model soups", 2022).
    """
    total, members = None, len(options.average) or options.members
    for member in range(members):
        torch.manual_seed(options.seed)
        begin = options.average[member] if options.average else options.start
        model = Classifier(labels, begin / "model.onnx" if begin else ENCODER / "model.onnx")
        if not options.average:
            fit(model, tokenizer, rows, dev, options, member)
        weights = {name: value.detach().double() for name, value in model.state_dict().items()}
        total = weights if total is None else {name: total[name] + value for name, value in weights.items()}
    model.load_state_dict({name: (value / members).float() for name, value in total.items()})
    model.eval()
    if dev and members > 1:
        print(f"the mean of {members}:", *told(dev, predict(model, tokenizer, [r["text"] for r in dev])["level"]),
              sep="\n", flush=True)
    return model


def eight_bit_rows(table):
    low = table.min(1)
    scale = np.maximum((table.max(1) - low) / 255, 1e-12).astype(np.float32)
    return np.clip(np.rint((table - low[:, None]) / scale[:, None]), 0, 255).astype(np.uint8), scale, low


def export(model, file):
    """The encoder's own graph with the trained weights in it, and the heads on top."""
    original = onnx.load(str(ENCODER / "model.onnx")).graph
    trained = {c: model.encoder.p[name].detach().numpy() for name, c in PARAMETERS.items()}
    trained |= dict(zip(TABLE, eight_bit_rows(model.encoder.table.weight.detach().numpy())))
    constants, nodes, outputs = [], list(original.node), []

    def constant(name, values):
        values = np.asarray(values)
        constants.append(numpy_helper.from_array(np.ascontiguousarray(values).reshape(values.shape), name))
        return name

    def node(kind, inputs, output, **attributes):
        nodes.append(helper.make_node(kind, inputs, [output], output, **attributes))
        return output

    for stored in original.initializer:
        constant(stored.name, trained.get(stored.name, numpy_helper.to_array(stored)))
    words, real = "t55", "t10"  # the word features after the last norm; which words are real, [batch, length, 1]
    node("Mul", ["sentence_embedding", constant("eight", np.float32(8))], "sentence")
    bounds = [constant(k, np.array([v], np.int64)) for k, v in (("from", 0), ("to", 512), ("axis2", 2))]
    node("Slice", [words, *bounds], "word_features")
    node("Sub", [real, constant("one", np.float32(1))], "padding")
    node("Mul", ["padding", constant("much", np.float32(1e4))], "padding_far_down")
    node("Add", ["word_features", "padding_far_down"], "real_features")
    node("ReduceMax", ["real_features"], "strongest", axes=[1], keepdims=0)
    node("Concat", ["sentence", "strongest"], "features", axis=-1)
    for task, head in model.heads.items():
        weight, bias = (constant(f"{task}_{k}", getattr(head, k).detach().numpy()) for k in ("weight", "bias"))
        node("Gemm", ["features", weight, bias], f"{task}_logits", transB=1)
        node("Softmax", [f"{task}_logits"], f"{task}_probabilities", axis=-1)
        outputs.append(helper.make_tensor_value_info(
            f"{task}_probabilities", TensorProto.FLOAT, ["batch", len(model.labels[task])]))
    inputs = [helper.make_tensor_value_info(n, TensorProto.INT64, ["batch", "length"]) for n in ("input_ids", "attention_mask")]
    graph = helper.make_graph(nodes, "classifier", inputs, outputs, constants)
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)],
                             ir_version=9)
    onnx.checker.check_model(made)
    onnx.save(made, str(file))


def apart(model, tokenizer, file, texts):
    """The largest difference between the file's probabilities and the trained model's (its table is rounded)."""
    session = onnxruntime.InferenceSession(str(file), providers=["CPUExecutionProvider"])
    exact, largest = predict(model, tokenizer, texts)["level"], 0.0
    for text, wanted in zip(texts, exact):
        ids = np.array([tokenizer.encode(text).ids], np.int64)
        found = session.run(["level_probabilities"], {"input_ids": ids, "attention_mask": np.ones_like(ids)})[0][0]
        largest = max(largest, float(np.abs(found - wanted).max()))
    return largest


def publish(options, rows, dev, labels, difference, encoder, about, made):
    """Writes what stands beside a model's file: its tokenizer and licence (a folder and a name), which messages were
    kept, and its card."""
    folder, licence = encoder
    for name in ("tokenizer.json", licence):
        shutil.copyfile(folder / name, options.out / name)
    with open(options.out / "dev.jsonl", "w", encoding="utf-8") as out:
        out.writelines(json.dumps({"id": r["id"], "writer": r["writer"]}) + "\n" for r in dev)
    card = about | {
        "created": datetime.date.today().isoformat(),
        "outputs": {f"{task}_probabilities": names for task, names in labels.items()},
    } | made | {
        "data": [{"name": f.name, "sha256": digest(f)} for f in options.messages],
        "counts": {"training": len(rows), "kept": len(dev), **{k: dict(sorted(Counter(r[k] for r in rows).items()))
                                                                for k in ("lang", "level", "writer")}},
        "difference": round(difference, 5),
        "written": {f.name: digest(f) for f in (options.out / "model.onnx", options.out / "tokenizer.json")},
    }
    (options.out / "model-card.json").write_text(json.dumps(card, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", required=True, type=Path)
    parser.add_argument("--messages", type=Path, nargs="+", default=sorted(DATA.glob("*.jsonl")))
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--rate", type=float, default=3e-4)
    parser.add_argument("--table", type=float, default=1.0, help="the word table's share of the rate")
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--members", type=int, default=3, help="so many models are trained, and their weights averaged")
    parser.add_argument("--start", type=Path, help="the folder of a trained classifier to go on from")
    parser.add_argument("--average", type=Path, nargs="*", default=[], help="train nothing: the mean of such folders' weights")
    parser.add_argument("--dev", type=int, default=8, help="one message in so many is kept for thresholds; 0: none")
    parser.add_argument("--leave-out", nargs="*", default=[], help="writers of whom nothing is trained on")
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(options.seed)
    everything = [r for r in read(options.messages) if r["writer"] not in options.leave_out]
    kept = lambda r: options.dev and hashed(r["text"], "dev") % options.dev == 0
    rows, dev = [r for r in everything if not kept(r)], [r for r in everything if kept(r)]
    labels = {"level": LEVELS, "category": sorted({r["category"] for r in rows if r["category"]})}
    print(f"{len(rows)} messages to train on, {len(dev)} kept for thresholds, {len(labels['category'])} categories", flush=True)
    tokenizer = Tokenizer.from_file(str(ENCODER / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(LIMIT)
    model = averaged(labels, tokenizer, rows, dev, options)
    options.out.mkdir(parents=True, exist_ok=True)
    export(model, options.out / "model.onnx")
    difference = apart(model, tokenizer, options.out / "model.onnx", [r["text"] for r in (dev or rows)[:200]])
    print(f"largest difference of a probability by rounding the word table: {difference:.4f}")
    if difference > 0.05:
        print("the file does not answer as the model does; it is not to be used", file=sys.stderr)
        return 1
    publish(options, rows, dev, labels, difference, (ENCODER, "LICENSE"), {
        "name": "triage-messages",
        "base": "Universal Sentence Encoder Multilingual v3 (convolutional), cut to English and Spanish", "licence": "Apache-2.0",
        "input": {"prefix": "", "pad": 0, "limit": LIMIT},
    }, {
        "training": {k: getattr(options, k) for k in ("seed", "epochs", "members", "rate", "table", "batch", "dev", "leave_out")}
        | {k: [digest(d / "model.onnx") for d in ds] for k, ds in (("start", [options.start] if options.start else []),
                                                                   ("average", options.average))},
    })
    return 0


if __name__ == "__main__":
    sys.exit(main())
