"""Goes on training the library's bilingual encoder, on batches of near articles: tried and left, see ADR 0057.

A wording is drawn to its answer's text and to the nearest of its answer's other wordings, away from the other answers of
its article, of an article on a near topic and of two others (InfoNCE). Texts without wordings (--general, JSON Lines
{"title","text"}) are to keep the vectors they had. Questions under evaluation/data/answers are never read: they judge.
Needs what triage.py needs, and PyYAML. Example, from the root of the repository:
  python evaluation/training/neighbours.py --out ~/answers-encoder --general topics.jsonl
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
import torch
import torch.nn.functional as F
from tokenizers import Tokenizer

from answers import LIMIT, STARTER, apart, as_typed, export, read, vectors
from triage import ENCODER, Encoder


def neighbours(encoder, tokenizer, answers):
    """The answers of each article, and of each article the others of its language, those of near topics first."""
    names = list(dict.fromkeys(a["article"] for a in answers))
    members = [[i for i, a in enumerate(answers) if a["article"] == name] for name in names]
    with torch.no_grad():
        titles = vectors(encoder, tokenizer, [answers[m[0]]["text"].split(": ")[0] for m in members])
    spanish = torch.tensor([answers[m[0]]["lang"] == "es" for m in members])
    near = titles @ titles.T - 2.0 * (spanish[:, None] != spanish[None, :])
    return members, near.argsort(dim=1, descending=True).tolist()


def batches(members, near, size, rng):
    """Every article once: pairs of near articles, `size` pairs in a batch."""
    left, pairs = set(range(len(members))), []
    for seed in rng.permutation(len(members)).tolist():
        if seed in left:
            pair = [seed, *[n for n in near[seed] if n in left and n != seed][:1]]
            left -= set(pair)
            pairs.append([i for article in pair for i in members[article]])
    order = rng.permutation(len(pairs)).tolist()
    return [[i for k in order[at:at + size] for i in pairs[k]] for at in range(0, len(order), size)]


def loss_of(answers, encoder, tokenizer, here, options, rng):
    """Wordings against the texts of the batch, and against its other wordings, of which their answer's are to be near."""
    asked, own = [], []
    for place, i in enumerate(here):
        wordings = [answers[i]["question"], *answers[i]["asks"]]
        for k in rng.permutation(len(wordings))[:options.anchors]:
            asked.append(as_typed(wordings[k], rng))
            own.append(place)
    own = torch.tensor(own)
    spanish = torch.tensor([answers[i]["lang"] == "es" for i in here])
    asked = vectors(encoder, tokenizer, asked)
    texts = vectors(encoder, tokenizer, [answers[i]["text"] for i in here])
    foreign = spanish[own][:, None] != spanish[None, :]
    loss = F.cross_entropy((asked @ texts.T / options.temperature).masked_fill(foreign, -1e4), own)
    mine, itself = own[:, None] == own[None, :], torch.eye(len(own), dtype=torch.bool)
    foreign = spanish[own][:, None] != spanish[own][None, :]
    scores = (asked @ asked.T / options.temperature).masked_fill(itself | foreign, -1e4)
    return loss + (scores.logsumexp(1) - scores.masked_fill(~mine, -1e4).logsumexp(1)).mean()


def general(encoder, tokenizer, file):
    """The beginnings of texts that have no wordings, with their vectors before."""
    rows = map(json.loads, file.read_text(encoding="utf-8").splitlines())
    pieces = [row["title"] + ". " + " ".join(row["text"].split()[:40]) for row in rows]
    with torch.no_grad():
        return pieces, vectors(encoder, tokenizer, pieces)


def fit(encoder, tokenizer, answers, options):
    rng, begun = np.random.default_rng(options.seed), time.time()
    pieces, kept = general(encoder, tokenizer, options.general) if options.general else ([], None)
    body = [p for n, p in encoder.named_parameters() if "table" not in n]
    rates = (options.rate, options.rate * options.table)
    optimiser = torch.optim.AdamW([{"params": body}, {"params": [encoder.table.weight]}], lr=options.rate, weight_decay=0.01)
    members, near = neighbours(encoder, tokenizer, answers)
    steps, step = len(batches(members, near, options.pairs, np.random.default_rng(0))) * options.epochs, 0
    for epoch in range(1, options.epochs + 1):
        losses = []
        for here in batches(members, near, options.pairs, rng):
            loss = loss_of(answers, encoder, tokenizer, here, options, rng)
            if pieces:
                drawn = rng.choice(len(pieces), options.kept, replace=False)
                now = vectors(encoder, tokenizer, [pieces[i] for i in drawn])
                loss = loss + options.keep * (1 - (now * kept[torch.tensor(drawn)]).sum(1)).mean()
            share = min(1.0, (step + 1) / (0.1 * steps)) * max(0.05, 1 - step / steps)
            for group, rate in zip(optimiser.param_groups, rates):
                group["lr"] = rate * share
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(encoder.parameters(), 1.0)
            optimiser.step()
            step += 1
            losses.append(loss.item())
        print(f"epoch {epoch}/{options.epochs}: loss {np.mean(losses):.3f}, {time.time() - begun:.0f} s", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", required=True, type=Path)
    parser.add_argument("--articles-folder", type=Path, default=STARTER)
    parser.add_argument("--general", type=Path, help="texts whose vectors are to stay")
    parser.add_argument("--keep", type=float, default=4.0, help="the weight of keeping them")
    parser.add_argument("--kept", type=int, default=16, help="such texts in a batch")
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--table", type=float, default=0.2, help="the word table's share of the rate")
    parser.add_argument("--pairs", type=int, default=2, help="pairs of near articles in a batch")
    parser.add_argument("--anchors", type=int, default=3, help="wordings of an answer in a batch")
    parser.add_argument("--temperature", type=float, default=0.05)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(options.seed)
    answers = read(options.articles_folder)
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
    digest = lambda file: hashlib.sha256(file.read_bytes()).hexdigest()
    card = {
        "name": "answers", "created": datetime.date.today().isoformat(), "answers": len(answers),
        "wordings": sum(len(a["asks"]) for a in answers), "begin": digest(ENCODER / "model.onnx"),
        "training": {k: v for k, v in vars(options).items() if not isinstance(v, Path) and v is not None},
        "leastCosine": round(least, 5), "sha256": digest(options.out / "model.onnx"),
    }
    (options.out / "training-card.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
