"""Fine-tunes the library's bilingual encoder on the wordings by which the articles say they are asked.

A wording is drawn to its answer's question, to another of its wordings and to its text, away from those of the other
answers of its article and of other articles (InfoNCE). Questions under evaluation/data/answers are never read: they judge.
Needs what triage.py needs. Example, from the root of the repository:
  python evaluation/training/answers.py --out ~/answers-encoder
Writes model.onnx, with the interface of the one it began from, and training-card.json.
"""
import argparse
import datetime
import hashlib
import json
import sys
import time
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
import torch.nn.functional as F
import yaml
from onnx import numpy_helper
from tokenizers import Tokenizer

from triage import ENCODER, PARAMETERS, ROOT, TABLE, Encoder, batch_of, eight_bit_rows, misspelt

STARTER = ROOT / "knowledge-index/src/main/starter"
LIMIT = 192


def read(folder):
    """The answers of every article: {article, lang, question, asks, text}, with the text as the library embeds it."""
    answers = []
    for file in sorted(folder.glob("*/*.md")):
        _, front, body = file.read_text(encoding="utf-8").split("---", 2)
        front = yaml.safe_load(front)
        title = front["title"] + (f" ({', '.join(map(str, front['also']))})" if front.get("also") else "")
        question, asks, text = None, [], []
        for line in body.split("\n") + ["## "]:
            if line.startswith("##"):
                if question:
                    answers.append({"article": front["id"], "lang": front["language"], "question": question, "asks": asks,
                                    "text": f"{title}: {question}. {' '.join(text)}"})
                question, asks, text = (line[4:].strip() if line.startswith("### ") else None), [], []
            elif line.startswith("> ask:"):
                asks.append(line[6:].strip())
            elif line.strip() and not line.startswith(">"):
                text.append(line.strip())
    return answers


def as_typed(text, rng):
    """The wording as another person might type it."""
    draw = rng.random()
    text = text.upper() if draw < 0.05 else text.lower() if draw < 0.5 else text
    return misspelt(text, rng) if rng.random() < 0.15 else text


def vectors(encoder, tokenizer, texts):
    ids = [tokenizer.encode(text).ids for text in texts]
    order = sorted(range(len(ids)), key=lambda i: len(ids[i]))
    parts = [encoder(*batch_of([ids[i] for i in order[at:at + 32]])) for at in range(0, len(order), 32)]
    found = F.normalize(torch.cat(parts)[:, :512], dim=-1)
    return found[torch.tensor(np.argsort(order))]


def fit(encoder, tokenizer, answers, options):
    rng, begun = np.random.default_rng(options.seed), time.time()
    table = [encoder.table.weight]
    body = [p for n, p in encoder.named_parameters() if "table" not in n]
    optimiser = torch.optim.AdamW([{"params": body, "lr": options.rate}, {"params": table, "lr": options.rate * options.table}],
                                  weight_decay=0.01, fused=True)
    by_article = {}
    for answer in answers:
        by_article.setdefault(answer["article"], []).append(answer)
    articles = list(by_article.values())
    steps, step = -(-len(articles) // options.articles) * options.epochs, 0
    for epoch in range(1, options.epochs + 1):
        order, losses = rng.permutation(len(articles)), []
        for at in range(0, len(order), options.articles):
            here = [a for i in order[at:at + options.articles] for a in articles[i] if len(a["asks"]) > 1]
            anchors, others, own = [], [], []
            for i, answer in enumerate(here):
                drawn = rng.permutation(len(answer["asks"]))
                for k in drawn[:options.anchors]:
                    anchors.append(as_typed(answer["asks"][k], rng))
                    own.append(i)
                others.append(answer["question"] if rng.random() < 0.5 or len(drawn) <= options.anchors
                              else answer["asks"][drawn[options.anchors]])
            asked = vectors(encoder, tokenizer, anchors)
            own = torch.tensor(own)
            loss = 0.0
            for targets in (others, [a["text"] for a in here]):
                scores = asked @ vectors(encoder, tokenizer, targets).T / options.temperature
                loss = loss + F.cross_entropy(scores, own)
            share = min(1.0, (step + 1) / (0.1 * steps)) * max(0.05, 1 - step / steps)
            for group, rate in zip(optimiser.param_groups, (options.rate, options.rate * options.table)):
                group["lr"] = rate * share
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(encoder.parameters(), 1.0)
            optimiser.step()
            step += 1
            losses.append(loss.item())
        print(f"epoch {epoch}/{options.epochs}: loss {np.mean(losses):.3f}, {time.time() - begun:.0f} s", flush=True)


def export(encoder, file):
    made = onnx.load(str(ENCODER / "model.onnx"))
    trained = {c: encoder.p[name].detach().numpy() for name, c in PARAMETERS.items()}
    trained |= dict(zip(TABLE, eight_bit_rows(encoder.table.weight.detach().numpy())))
    for stored in made.graph.initializer:
        if stored.name in trained:
            values = np.ascontiguousarray(trained[stored.name]).reshape(numpy_helper.to_array(stored).shape)
            stored.CopyFrom(numpy_helper.from_array(values, stored.name))
    onnx.checker.check_model(made)
    onnx.save(made, str(file))


def apart(encoder, tokenizer, file, texts):
    """The least cosine between the file's vectors and the trained encoder's (its table is rounded)."""
    session, least = onnxruntime.InferenceSession(str(file), providers=["CPUExecutionProvider"]), 1.0
    for text in texts:
        ids = np.array([tokenizer.encode(text).ids], np.int64)
        found = session.run(["sentence_embedding"], {"input_ids": ids, "attention_mask": np.ones_like(ids)})[0][0]
        with torch.no_grad():
            wanted = vectors(encoder, tokenizer, [text])[0].numpy()
        least = min(least, float(found @ wanted / np.linalg.norm(found)))
    return least


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", required=True, type=Path)
    parser.add_argument("--articles-folder", type=Path, default=STARTER)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--table", type=float, default=0.2, help="the word table's share of the rate")
    parser.add_argument("--articles", type=int, default=5, help="articles in a batch")
    parser.add_argument("--anchors", type=int, default=3, help="wordings of an answer in a batch")
    parser.add_argument("--temperature", type=float, default=0.05)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(options.seed)
    answers = read(options.articles_folder)
    print(f"{len(answers)} answers, {sum(len(a['asks']) for a in answers)} wordings", flush=True)
    tokenizer = Tokenizer.from_file(str(ENCODER / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(LIMIT)
    encoder = Encoder(ENCODER / "model.onnx")
    fit(encoder, tokenizer, answers, options)
    options.out.mkdir(parents=True, exist_ok=True)
    export(encoder, options.out / "model.onnx")
    least = apart(encoder, tokenizer, options.out / "model.onnx", [a["question"] for a in answers[:200]])
    print(f"least cosine to the trained encoder's vector: {least:.5f}")
    if least < 0.995:
        print("the file does not answer as the encoder does; it is not to be used", file=sys.stderr)
        return 1
    card = {
        "name": "answers", "created": datetime.date.today().isoformat(), "answers": len(answers),
        "wordings": sum(len(a["asks"]) for a in answers),
        "training": {k: getattr(options, k) for k in ("seed", "epochs", "rate", "table", "articles", "anchors", "temperature")},
        "leastCosine": round(least, 5),
        "sha256": hashlib.sha256((options.out / "model.onnx").read_bytes()).hexdigest(),
    }
    (options.out / "training-card.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
