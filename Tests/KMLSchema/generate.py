#!/usr/bin/env python3
"""Make small KML documents, good and bad, that use every element and attribute of our KML schema.

    generate.py            prints one document a line: name, tab, document
    generate.py --gx       the same for Google's extension: documents with at least one element of it

Works from the schema files in Sources/FrontlineValidation/Resources alone: each element is reached from <kml> by the
shortest way, given each of its children and attributes in turn, and then spoilt: a child too many, out of order or
unknown, a value out of its type, an attribute unknown or missing, text where none may be. Always the same documents.
Whether a document is valid is not decided here: compare.py asks the official schema.
"""
import os
import sys
import xml.etree.ElementTree as ET
from collections import deque

XS = "{http://www.w3.org/2001/XMLSchema}"
HERE = os.path.dirname(os.path.abspath(__file__))
FOLDER = os.path.join(HERE, "../../Sources/FrontlineValidation/Resources")
FILES = ["kml22.xsd", "atom.xsd", "xal.xsd"]
PREFIX = {"http://www.opengis.net/kml/2.2": "kml", "http://www.w3.org/2005/Atom": "atom",
          "urn:oasis:names:tc:ciq:xsdschema:xAL:2.0": "xal", "http://www.google.com/kml/ext/2.2": "gx"}
URI = {v: k for k, v in PREFIX.items()}
GOOD = {"string": "a b", "double": "1.5", "int": "3", "boolean": "1", "anyURI": "http://example.org/a.kml", "ID": "an-id",
        "NCName": "a-name", "integer": "-1", "float": "0.5", "hexBinary": "7f0000ff", "dateTime": "2021-09-02T10:00:00Z", "date": "2021-09-02",
        "gYearMonth": "2021-09", "gYear": "2021", "NMTOKEN": "Before", "anySimpleType": "x"}
BAD = {"double": ["one", "", "1,5"], "int": ["1.5", "", "x"], "integer": ["1.5", ""], "float": ["half", ""], "boolean": ["yes", "2", ""], "ID": ["2021-09-02", "a b", ""],
       "NCName": ["a:b", ""], "hexBinary": ["red", "7f0000f"], "anyURI": []}


class Schema:
    def __init__(self, files):
        self.has_gx = "gx22.xsd" in files
        self.elements, self.types, self.simple, self.groups = {}, {}, {}, {}
        for name in files:
            root = ET.parse(os.path.join(FOLDER, name)).getroot()
            p = PREFIX[root.get("targetNamespace")]
            for c in root:
                kind, name = c.tag.replace(XS, ""), c.get("name")
                {"element": self.elements, "complexType": self.types, "simpleType": self.simple,
                 "attributeGroup": self.groups}.get(kind, {})[(p, name)] = c
        self.substitutes = {}
        for key, e in self.elements.items():
            head = e.get("substitutionGroup")
            if head:
                self.substitutes.setdefault(tuple(head.split(":")), []).append(key)

    def key(self, text, p):
        return tuple(text.split(":")) if ":" in text else (p, text)

    def members(self, key):
        """Concrete elements that may stand for one."""
        own = [] if self.elements[key].get("abstract") == "true" else [key]
        return own + [m for s in self.substitutes.get(key, []) for m in self.members(s)]

    # -- an element's declaration: (prefix, name, type element or type name)
    def content(self, p, e):
        """(particles, attributes, text type or None, mixed) of an element declaration."""
        t = e.get("type")
        if t is None:
            c = e.find(XS + "complexType")
            return self.complex(p, c) if c is not None else ([], [], None, True)
        k = self.key(t, p)
        if k in self.types:
            return self.complex(k[0], self.types[k])
        return [], [], (k[0], t), False

    def complex(self, p, c):
        inner = c.find(XS + "complexContent")
        if inner is not None:
            x = inner.find(XS + "extension")
            base = self.key(x.get("base"), p)
            parts, attrs, text, mixed = self.complex(base[0], self.types[base])
            return parts + self.particles(p, x), attrs + self.attributes(p, x), text, mixed
        inner = c.find(XS + "simpleContent")
        if inner is not None:
            x = inner.find(XS + "extension")
            return [], self.attributes(p, x), (p, x.get("base")), False
        return self.particles(p, c), self.attributes(p, c), None, c.get("mixed") == "true"

    def particles(self, p, node):
        out = []
        for c in node:
            k = c.tag.replace(XS, "")
            lo, hi = int(c.get("minOccurs", "1")), c.get("maxOccurs", "1")
            hi = 99 if hi == "unbounded" else int(hi)
            if k == "sequence":
                # Its occurrences are those of the one element in it.
                out += [(kind, lo, hi, what) if lo == 0 else (kind, low, high, what)
                        for kind, low, high, what in self.particles(p, c)]
            elif k == "choice":
                out.append(("choice", lo, hi, self.particles(p, c)))
            elif k == "any":
                out.append(("any", lo, hi, c.get("namespace")))
            elif k == "element":
                if c.get("ref"):
                    key = self.key(c.get("ref"), p)
                    out.append(("ref", lo, hi, key))
                else:
                    out.append(("local", lo, hi, (p, c)))
        return out

    def attributes(self, p, node):
        out = []
        for c in node:
            k = c.tag.replace(XS, "")
            if k == "attribute":
                out.append((c.get("name"), (p, c.get("type")), c.find(XS + "simpleType"), c.get("use") == "required"))
            elif k == "attributeGroup":
                g = self.key(c.get("ref"), p)
                out += self.attributes(g[0], self.groups[g])
        return out

    # -- values
    def values(self, p, name, inline=None):
        """(good values, bad values) of a simple type."""
        if inline is not None:
            return self.facets(p, inline)
        if name is None:
            return [GOOD["anySimpleType"]], []
        key = self.key(name, p)
        if key in self.simple:
            return self.facets(key[0], self.simple[key])
        return [GOOD.get(name, "x")], BAD.get(name, [])

    def facets(self, p, t):
        r, l, u = t.find(XS + "restriction"), t.find(XS + "list"), t.find(XS + "union")
        if l is not None:
            good, bad = self.values(p, l.get("itemType"))
            return [good[0], good[0] + " " + good[-1], ""], bad[:1]
        if u is not None:
            good = [self.values(p, m)[0][0] for m in u.get("memberTypes").split()]
            return good + ["2021-09-02T10:00:00", "2021-09-02T10:00:00+04:30"], [
                "2021-9-2", "2021-02-30", "2021-09-02 10:00:00", "2021-09-02T10:00", "2021/09/02", "", "now"]
        good, bad = self.values(p, r.get("base"))
        enum = [f.get("value") for f in r.findall(XS + "enumeration")]
        if enum:
            return enum, [enum[0] + "x", enum[0].upper() + "_", ""]
        for f in r:
            k, v = f.tag.replace(XS, ""), f.get("value")
            if k == "minInclusive":
                good, bad = good + [v], bad + [str(float(v) - 0.001)]
            elif k == "maxInclusive":
                good, bad = good + [v], bad + [str(float(v) + 0.001)]
            elif k == "length":
                bad = bad + ["ff", "ff00ff00ff", "#7f0000f"]
            elif k == "pattern" and r.get("base") in ("double", "int"):
                pass  # only says again what the type is, for libxml2
            elif k == "pattern" and "@" in v:
                good, bad = ["a@example.org"], ["nobody"]
            elif k == "pattern" and "/" in v:
                good, bad = ["application/xml"], ["xml"]
            elif k == "pattern":
                good, bad = ["en-GB"], ["english-language-x-123456789"]
        return good, bad


S = Schema(FILES)


def use_gx():
    """From now on, make the documents of Google's extension."""
    global S
    S = Schema(["gx22.xsd"] + FILES)


def tag(p, name):
    return name if p == "kml" else p + ":" + name


def render(p, name, attrs, inside):
    a = "".join(' %s="%s"' % (k, v) for k, v in attrs)
    return "<%s%s>%s</%s>" % (tag(p, name), a, inside, tag(p, name)) if inside else "<%s%s/>" % (tag(p, name), a)


def declaration(particle):
    """Concrete (prefix, name, element) that a particle allows."""
    kind, _, _, what = particle
    if kind == "ref":
        return [(k[0], k[1], S.elements[k]) for k in S.members(what)]
    if kind == "local":
        return [(what[0], what[1].get("name"), what[1])]
    if kind == "choice":
        return [d for q in what for d in declaration(q)]
    return []


def minimal(p, name, e, depth=0):
    """The element with as little in it as its type demands."""
    parts, attrs, text, _ = S.content(p, e)
    need = [(n, S.values(*t, inline=i)[0][0]) for n, t, i, req in attrs if req]
    inside = S.values(*text)[0][0] if text else "".join(required(q, depth) for q in parts)
    return render(p, name, need, inside)


def required(particle, depth):
    kind, lo, _, what = particle
    if lo == 0 or kind == "any" or depth > 6:
        return ""
    if kind == "choice" and any(q[1] == 0 for q in what):
        return ""
    options = declaration(particle)
    return minimal(*options[0], depth + 1) if options else ""


def holding(parts, wanted, inside):
    """The children of a type with one wanted child, and what else must be there; None if it cannot be."""
    out, done = [], False
    for q in parts:
        names = [(d[0], d[1]) for d in declaration(q)]
        if not done and wanted in names:
            out.append(inside)
            done = True
        else:
            out.append(required(q, 0))
    return "".join(out) if done else None


def ways():
    """For each element, as (prefix, name, way of reaching it), the shortest chain of elements from <kml>."""
    start = ("kml", "kml", S.elements[("kml", "kml")])
    seen, queue = {}, deque([(start, [])])
    while queue:
        (p, name, e), chain = queue.popleft()
        ident = (p, name, e.get("type") or id(e))
        if ident in seen:
            continue
        seen[ident] = chain + [(p, name, e)]
        for q in S.content(p, e)[0]:
            for d in declaration(q):
                queue.append((d, seen[ident]))
    return list(seen.values())


def wrap(chain, element):
    """The element inside the elements that lead to it."""
    inside = element
    for level in range(len(chain) - 2, -1, -1):
        p, name, e = chain[level]
        child = chain[level + 1]
        parts, attrs, _, _ = S.content(p, e)
        need = [(n, S.values(*t, inline=i)[0][0]) for n, t, i, req in attrs if req]
        body = holding(parts, (child[0], child[1]), inside)
        inside = render(p, name, need, body)
    used = "".join(' xmlns:%s="%s"' % (q, URI[q]) for q in ("atom", "xal", "gx") if "<%s:" % q in inside)
    return inside.replace("<kml", '<kml xmlns="%s"%s' % (URI["kml"], used), 1)


def variants(p, name, e):
    parts, attrs, text, mixed = S.content(p, e)
    need = [(n, S.values(*t, inline=i)[0][0]) for n, t, i, req in attrs if req]
    body = S.values(*text)[0][0] if text else "".join(required(q, 0) for q in parts)
    yield "least", render(p, name, need, body)
    if text:
        good, bad = S.values(*text)
        for i, v in enumerate(good[1:]):
            yield "value-%d" % i, render(p, name, need, v)
        for i, v in enumerate(bad):
            yield "bad-value-%d" % i, render(p, name, need, v)
        yield "element-in-text", render(p, name, need, "<name>x</name>")
    for n, t, i, req in attrs:
        good, bad = S.values(*t, inline=i)
        rest = [a for a in need if a[0] != n]
        for j, v in enumerate(good[:2]):
            yield "with-%s-%d" % (n, j), render(p, name, rest + [(n, v)], body)
        for j, v in enumerate(bad[:2]):
            yield "bad-%s-%d" % (n, j), render(p, name, rest + [(n, v)], body)
        if req:
            yield "without-" + n, render(p, name, rest, body)
    yield "unknown-attribute", render(p, name, need + [("colour", "red")], body)
    if not text:
        if not mixed:
            yield "text-inside", render(p, name, need, "words" + body)
        yield "unknown-child", render(p, name, need, body + "<%s/>" % tag(p, "NoSuchElement"))
        children = []
        for q in parts:
            options = declaration(q)
            for d in options if S.has_gx else options[:4]:
                one = minimal(*d)
                held = holding(parts, (d[0], d[1]), one)
                yield "child-" + d[1], render(p, name, need, held)
                twice = holding(parts, (d[0], d[1]), one + one)
                yield "twice-" + d[1], render(p, name, need, twice)
            if options:
                children.append(minimal(*options[0]))
            if q[0] == "choice" and len(options) > 1:
                both = minimal(*options[0]) + minimal(*options[-1])
                yield "both-" + options[0][1], render(p, name, need, holding(parts, options[0][:2], both))
        if len(children) > 1:
            yield "all", render(p, name, need, "".join(children))
            yield "reversed", render(p, name, need, "".join(reversed(children)))
        yield "foreign-child", render(p, name, need, body + '<x:y xmlns:x="urn:example:other">z</x:y>')


EXTRA = [
    ("root-placemark", '<Placemark xmlns="%s"/>' % URI["kml"]),
    ("same-id-twice", '<kml xmlns="%s"><Document id="a"><Placemark id="a"/></Document></kml>' % URI["kml"]),
    ("style-and-schema-id-clash", '<kml xmlns="%s"><Document><Style id="a"/><Schema id="a" name="n"/></Document></kml>' % URI["kml"]),
    ("cyrillic-id", '<kml xmlns="%s"><Placemark id="Панджшер"/></kml>' % URI["kml"]),
    ("old-namespace", '<kml xmlns="http://earth.google.com/kml/2.2"><Placemark/></kml>'),
    ("no-namespace", "<kml><Placemark/></kml>"),
    ("prefixed", '<k:kml xmlns:k="%s"><k:Placemark><k:name>a</k:name></k:Placemark></k:kml>' % URI["kml"]),
    ("google-extension", '<kml xmlns="%s" xmlns:gx="http://www.google.com/kml/ext/2.2"><Document><gx:Tour/></Document></kml>' % URI["kml"]),
    ("xsi-type", '<kml xmlns="%s" xmlns:i="http://www.w3.org/2001/XMLSchema-instance"><Placemark i:type="FolderType"/></kml>' % URI["kml"]),
    ("abstract-in-metadata", '<kml xmlns="%s"><Placemark><Metadata><AbstractFeatureGroup/></Metadata></Placemark></kml>' % URI["kml"]),
    ("known-in-metadata", '<kml xmlns="%s"><Placemark><Metadata><altitude>x</altitude></Metadata></Placemark></kml>' % URI["kml"]),
    ("unknown-in-metadata", '<kml xmlns="%s"><Placemark><Metadata><altitudes>x</altitudes></Metadata></Placemark></kml>' % URI["kml"]),
    ("kml-in-extended-data", '<kml xmlns="%s"><Placemark><ExtendedData><name>x</name></ExtendedData></Placemark></kml>' % URI["kml"]),
]


def documents():
    seen = set()
    for chain in ways():
        p, name, e = chain[-1]
        where = chain[-2][1] if len(chain) > 1 else "root"
        for kind, element in variants(p, name, e):
            doc = wrap(chain, element)
            if S.has_gx and "<gx:" not in doc:
                continue
            if doc not in seen:
                seen.add(doc)
                yield "%s/%s/%s" % (where, name, kind), doc
    for name, doc in [] if S.has_gx else EXTRA:
        yield "extra/" + name, doc


if __name__ == "__main__":
    if "--gx" in sys.argv:
        use_gx()
    for name, doc in documents():
        sys.stdout.write("%s\t%s\n" % (name, doc.replace("\n", " ")))
