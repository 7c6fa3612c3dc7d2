#!/usr/bin/env python3
"""Hold our KML schema against the official one.

    compare.py --official DIR [--frontline PROGRAM] [--record] [--gx]

Makes the documents of generate.py, asks the official schema for its verdict on each (xmllint --nonet), and fails if
  - `frontline validate --schema-only` says otherwise on any of them, or cannot judge,
  - corpus.txt beside this script does not hold the same documents with the same verdicts (--record writes it),
  - an element or attribute that the official schema declares is used by no valid document.
With --gx the same for Google's extension: kml22gx.xsd, `--gx` and corpus-gx.txt.
DIR holds the wheel pykml 0.2.0, unpacked; the official schema files are never committed.
"""
import argparse
import os
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
import generate  # noqa: E402

XS = generate.XS


def xmllint(schema, paths):
    """{path: valid} in the words of xmllint."""
    verdicts = {}
    for i in range(0, len(paths), 500):
        run = subprocess.run(["xmllint", "--nonet", "--noout", "--schema", schema] + paths[i:i + 500],
                             capture_output=True, text=True)
        for line in run.stderr.splitlines():
            if line.endswith(" fails to validate"):
                verdicts[line[: -len(" fails to validate")]] = False
            elif line.endswith(" validates"):
                verdicts[line[: -len(" validates")]] = True
    return verdicts


def ours(program, paths, options):
    """{path: valid} in the words of frontline; None where it cannot judge."""
    verdicts = {}
    for i in range(0, len(paths), 500):
        run = subprocess.run([program, "validate", "--schema-only"] + options + paths[i:i + 500], capture_output=True, text=True)
        for line in run.stdout.splitlines():
            path, _, rest = line.partition(".kml:")
            path += ".kml"
            if rest == " valid":
                verdicts[path] = True
            elif rest.startswith(" cannot judge"):
                verdicts[path] = None
            else:
                verdicts.setdefault(path, False)
    return verdicts


def declared(official, names):
    """Elements and attributes of the official schema, as (namespace, element) and (element, attribute)."""
    elements, attributes = set(), set()
    for name in names:
        root = ET.parse(os.path.join(official, name)).getroot()
        uri = root.get("targetNamespace")
        # xal:xAL is a root of its own, and gx:AbstractTourPrimitive has no place to stand.
        for e in root.iter(XS + "element"):
            if e.get("name") and e.get("abstract") != "true" and e.get("name") not in ("xAL", "AbstractTourPrimitive"):
                elements.add((uri, e.get("name")))
        for a in root.iter(XS + "attribute"):
            if a.get("name") and a.get("name") != "Version":
                attributes.add((uri, a.get("name")))
    return elements, attributes


def used(documents):
    elements, attributes = set(), set()
    for text in documents:
        for e in ET.fromstring(text).iter():
            uri, _, name = e.tag[1:].partition("}")
            elements.add((uri, name))
            attributes.update((uri, a) for a in e.attrib if not a.startswith("{"))
    return elements, attributes


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--official", required=True)
    parser.add_argument("--frontline")
    parser.add_argument("--record", action="store_true")
    parser.add_argument("--gx", action="store_true")
    options = parser.parse_args()
    corpus = os.path.join(HERE, "corpus-gx.txt" if options.gx else "corpus.txt")
    main_schema = "kml22gx.xsd" if options.gx else "ogckml22.xsd"
    schemas = [main_schema] if options.gx else [main_schema, "atom-author-link.xsd", "xAL.xsd"]
    if options.gx:
        generate.use_gx()
    official = os.path.join(options.official, "pykml", "schemas")
    documents = list(generate.documents())
    problems = []
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for i, (_, text) in enumerate(documents):
            paths.append(os.path.join(folder, "%05d.kml" % i))
            with open(paths[-1], "w", encoding="utf-8") as f:
                f.write(text)
        verdicts = xmllint(os.path.join(official, main_schema), paths)
        # Our validator also refuses a root that is not kml, which no schema does.
        roots = {p: ET.fromstring(t).tag == "{%s}kml" % generate.URI["kml"] for p, (_, t) in zip(paths, documents)}
        expected = [verdicts[p] and roots[p] for p in paths]
        if options.frontline:
            mine = ours(options.frontline, paths, ["--gx"] if options.gx else [])
            for path, (name, text), valid in zip(paths, documents, expected):
                if mine.get(path) != valid:
                    problems.append("%s: official %s, frontline %s: %s" % (name, valid, mine.get(path), text))
    lines = ["%s\t%s\t%s" % (n, "valid" if v else "invalid", t) for (n, t), v in zip(documents, expected)]
    if options.record:
        with open(corpus, "w", encoding="utf-8") as f:
            f.write("\n".join(lines) + "\n")
    elif open(corpus, encoding="utf-8").read().splitlines() != lines:
        problems.append("the corpus differs from what is made now: run compare.py with --record and look at the change")
    have = used(t for (_, t), v in zip(documents, expected) if v)
    for what, need, got in zip(("element", "attribute"), declared(official, schemas), have):
        problems += ["no valid document uses the %s %s of %s" % (what, n, u) for u, n in sorted(need - got)]
    for p in problems[:40]:
        print(p)
    print("KML schema: %d documents, %d valid, %d invalid, %d problems"
          % (len(documents), sum(expected), len(documents) - sum(expected), len(problems)))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
