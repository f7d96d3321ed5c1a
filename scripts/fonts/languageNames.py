# /// script
# dependencies = ["fonttools==4.66.1", "brotli==1.2.0"]
# ///
"""
Writes `public/fonts/language-names-*.woff2`: the letters of the languages' own names and nothing more, taken from the fonts
that are bundled for each script, so that every name can be read where no language has been chosen yet, also offline.

Run it when a name in src/i18n/languages.ts has changed (`pipx run scripts/fonts/languageNames.py`, or any Python with the two
packages above), and put the ranges that it prints into src/individual/languageChips.css; src/i18n/languageNameFonts.test.ts
says whether they fit. The program itself needs neither Python nor the packages.
"""

import re
from pathlib import Path

from fontTools import subset

root = Path(__file__).resolve().parents[2]
fonts = root / "public" / "fonts"

# The weight that a chip is drawn with; Arabic and Ge'ez have no 600 (src/ui/fonts.css).
weights = {"arabic": 700, "ethiopic": 700, "cyrillic": 600}

listed = (root / "src" / "i18n" / "languages.ts").read_text(encoding="utf-8")

for script, weight in weights.items():
    names = re.findall(rf"language\('([^']+)', '[^']+', '{script}'", listed)
    letters = sorted({letter for name in names for letter in name if ord(letter) > 0x24F})
    source = fonts / "scripts" / f"noto-sans-{script}-{weight}.woff2"
    options = subset.Options(
        flavor="woff2", layout_features=["*"], name_IDs=[0, 1, 2, 13, 14], notdef_outline=False, hinting=False
    )
    font = subset.load_font(str(source), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(text="".join(letters))
    subsetter.subset(font)
    # The same letters always give the same bytes.
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    target = fonts / f"language-names-{script}.woff2"
    subset.save_font(font, str(target), options)
    ranges = ", ".join(f"U+{ord(letter):04X}" for letter in letters)
    print(f"{target.name}: {target.stat().st_size} bytes\n  {ranges}")
