"""What the tests of pictures read out of an SVG: its texts, and what has no place in one.

In: the text of an SVG. Out: its tree, its words, its faults.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

SVG = "{http://www.w3.org/2000/svg}"


def tree_of(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314 - our own


def texts_of(svg: str) -> list[str]:
    """Every text of the picture, white space as one blank; the lines of a text run together."""
    return [" ".join("".join(each.itertext()).split()) for each in tree_of(svg).iter(f"{SVG}text")]


def words_of(svg: str) -> str:
    return re.sub(r"\s+", " ", " ".join(" ".join(each.itertext()) for each in tree_of(svg).iter(f"{SVG}text")))


def faults_of(svg: str) -> list[str]:
    """What has no place in a picture: scripts, handlers, links out, references that lead nowhere, ids used twice."""
    tree = tree_of(svg)
    attributes = [(each.tag.removeprefix(SVG), *pair) for each in tree.iter() for pair in each.attrib.items()]
    ids = [value for _, name, value in attributes if name == "id"]
    wanted = {found for _, _, value in attributes for found in re.findall(r"url\(#([^)]*)\)", value)}
    allowed = "svg g defs path rect circle polygon text tspan title desc clipPath pattern linearGradient stop".split()
    return [
        *(f"element {each.tag}" for each in tree.iter() if each.tag.removeprefix(SVG) not in allowed),
        *(f"{tag} {name}" for tag, name, _ in attributes if name.startswith("on") or name.endswith(("href", "src"))),
        *(
            f"{tag} {name}={value}"
            for tag, name, value in attributes
            if re.search(r"https?:|javascript:|url\([^#]", value)
        ),
        *(f"id {each} leads nowhere" for each in wanted - set(ids)),
        *(f"id {each} twice" for each in ids if ids.count(each) > 1),
    ]
