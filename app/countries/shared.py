"""Names that several countries bear, or that belong to a part of one.

Out: `SHARED_NAMES`, folded name -> the alpha-3 codes that may be meant. `find_country` understands none of them, in
whatever language CLDR may have them (in some, England is the United Kingdom); `suggest_countries` offers these.
"""

from __future__ import annotations

SHARED_NAMES = {
    "america": ("USA",),
    "cs": ("CSK", "SCG"),
    "891": ("SCG", "YUG"),
    "england": ("GBR",),
    "kongo": ("COD", "COG"),
    "korea": ("KOR", "PRK"),
    "northern ireland": ("GBR",),
    "scotland": ("GBR",),
    "virgin islands": ("VGB", "VIR"),
    "wales": ("GBR",),
}
