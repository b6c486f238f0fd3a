"""The canonical form in which the triage classifier reads a message: the twin of the product's own, in Java.

Compatibility composed; format characters gone; look-alikes as the letters they resemble; lower case; no marks; no
apostrophes; all but letters and digits a space, except . , / : between two digits; a letter three times or more in a row
twice; single spaces. The product's tests hold its form against `canonical.jsonl`, which this wrote.
Example: python canon.py < lines
"""
import json
import re
import sys
import unicodedata
from pathlib import Path

LOOK_ALIKES = (Path(__file__).resolve().parents[2]
               / "assistant-core/src/main/resources/safety/text/look-alikes.yaml")


def look_alikes(file):
    """{character: what it stands for}: the file's lines are pairs of JSON texts."""
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if line.startswith('"')]
    return {json.loads(key): json.loads(value) for key, value in (line.split(": ", 1) for line in lines)}


KNOWN = look_alikes(LOOK_ALIKES)


def canonical(text):
    kind = unicodedata.category
    text = unicodedata.normalize("NFKC", text)
    text = "".join(KNOWN.get(c, c) for c in text if kind(c) != "Cf").lower()
    text = "".join(KNOWN.get(c, c) for c in unicodedata.normalize("NFD", text) if not kind(c).startswith("M"))
    text = re.sub("['’‘ʼ`´]", "", unicodedata.normalize("NFC", text))
    last = len(text) - 1
    digit = [kind(c) == "Nd" for c in text]
    kept = [c if c.isalpha() or digit[i] or (c in ".,/:" and 0 < i < last and digit[i - 1] and digit[i + 1]) else " "
            for i, c in enumerate(text)]
    return re.sub(r"\s+", " ", re.sub(r"([^\W\d_])\1{2,}", r"\1\1", "".join(kept))).strip()


if __name__ == "__main__":
    for line in sys.stdin:
        print(canonical(line.rstrip("\n")))
