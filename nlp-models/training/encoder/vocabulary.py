"""Which rows of a base model's vocabulary we keep: what Chinese and English business speech needs."""

SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"]
COMMON_WORDS = 14000  # the English vocabulary falls roughly by frequency; past this row lie mostly names


def _gb2312(c):
    try:
        c.encode("gb2312")
        return True
    except UnicodeEncodeError:
        return False


def _chinese(piece, row):
    bare = piece.removeprefix("##")
    if len(bare) == 1 and not piece.startswith("##"):
        return _gb2312(bare) or ord(bare) < 0x2000 and bare.isascii() or not bare.isalnum()
    return bare.isascii() and len(piece) <= 5 and (bare.isalpha() or bare.isdigit())


def _english(piece, row):
    bare = piece.removeprefix("##")
    if not bare.isascii():
        return piece in ("£", "€", "¥", "—", "–", "…", "é")
    return len(bare) == 1 or piece.startswith("##") or row < COMMON_WORDS


def kept(pieces, lang):
    """The rows to keep, in their new order: the special pieces first."""
    wanted = {"zh": _chinese, "en": _english}[lang]
    rows = {p: i for i, p in enumerate(pieces)}
    special = [rows[p] for p in SPECIAL]
    others = [i for i, p in enumerate(pieces) if not (p.startswith("[") and p.endswith("]") and len(p) > 2) and wanted(p, i)]
    return special + others
