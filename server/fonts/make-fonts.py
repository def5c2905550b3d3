"""Makes the two fonts that pictures for sharing are drawn with, and widths.json: how wide each of their signs is.

Run by hand for a new edition of a typeface, in an empty folder, where the packages are for this alone:

  npm install --ignore-scripts @fontsource-variable/archivo@5.3.0 @fontsource-variable/noto-sans@5.3.0 \
    @fontsource-variable/noto-sans-arabic@5.3.0 @fontsource-variable/noto-sans-hebrew@5.3.0
  pip install fonttools==4.66.1 brotli==1.2.0
  python make-fonts.py <folder of the fonts>

Typefaces that vary in weight and width become fixed ones, in a format that the drawing library reads, and all scripts of
a font become one file: text of several scripts, in both directions, is then laid out without a search for other fonts.
They have names of their own, as their licence (OFL.txt) wants it of what was changed.
"""
import json
import os
import sys
import tempfile

from fontTools.merge import Merger, Options
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

SIGN = dict(wght=850, wdth=66)
TEXT = dict(wght=550, wdth=100)
NOTO = dict(wght=850, wdth=75)  # It has no narrower width.

# The first that has a sign gives it.
FONTS = {
    "Sign": [
        ("archivo", "latin", SIGN),
        ("archivo", "latin-ext", SIGN),
        ("archivo", "vietnamese", SIGN),
        ("noto-sans", "cyrillic", NOTO),
        ("noto-sans", "greek", NOTO),
        ("noto-sans", "devanagari", NOTO),
        ("noto-sans-arabic", "arabic", NOTO),
        ("noto-sans-hebrew", "hebrew", NOTO),
    ],
    "Text": [
        ("archivo", "latin", TEXT),
        ("archivo", "latin-ext", TEXT),
        ("archivo", "vietnamese", TEXT),
    ],
}


def fixed(family, part, axes, folder):
    font = TTFont(f"node_modules/@fontsource-variable/{family}/files/{family}-{part}-wdth-normal.woff2")
    font = instantiateVariableFont(font, axes)
    font.flavor = None
    path = os.path.join(folder, f"{family}-{part}.ttf")
    font.save(path)
    return path


def make(name, parts, target):
    with tempfile.TemporaryDirectory() as folder:
        options = Options()
        options.drop_tables = ["STAT", "gasp", "prep"]
        font = Merger(options=options).merge([fixed(*part, folder) for part in parts])
    for record in font["name"].names:
        if record.nameID in (1, 16):
            record.string = f"Strikeboard {name}"
        elif record.nameID in (4, 6):
            record.string = f"Strikeboard{name}"
    font.save(os.path.join(target, f"{name.lower()}.ttf"))
    widths = font["hmtx"]
    units = font["head"].unitsPerEm
    return {
        str(code): round(widths[glyph][0] * 1000 / units)
        for code, glyph in sorted(font.getBestCmap().items())
    }


target = sys.argv[1]
with open(os.path.join(target, "widths.json"), "w") as file:
    json.dump({name.lower(): make(name, parts, target) for name, parts in FONTS.items()}, file)
    file.write("\n")
