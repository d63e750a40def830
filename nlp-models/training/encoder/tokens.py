"""WordPiece as OnnxSummaryJudge does it in Java: code points in, ids and character offsets out."""

import json
import unicodedata

UNKNOWN, START, END = "[UNK]", "[CLS]", "[SEP]"
LONGEST_WORD = 40


def is_han(c):
    o = ord(c)
    return 0x3400 <= o <= 0x4DBF or 0x4E00 <= o <= 0x9FFF or 0xF900 <= o <= 0xFAFF or o >= 0x20000


def is_space(c):
    return c in " \t\n\r\u00a0\u3000" or unicodedata.category(c) in ("Zs", "Cc", "Cf")


def is_word(c):
    return not is_han(c) and unicodedata.category(c)[0] in "LNM"


def fold(c):
    """One character for one: full width to half width, capitals to small; offsets stay."""
    o = ord(c)
    if 0xFF01 <= o <= 0xFF5E:
        c = chr(o - 0xFEE0)
    elif c in "\u2018\u2019":
        c = "'"
    elif c in "\u201c\u201d":
        c = '"'
    plain = unicodedata.normalize("NFD", c.lower())
    if len(plain) > 1 and plain[0].isascii():
        return plain[0]
    return plain if len(plain) == 1 else c


class Tokens:
    """A vocabulary and the greedy longest-match split of words into its pieces."""

    def __init__(self, pieces):
        self.pieces = list(pieces)
        self.ids = {p: i for i, p in enumerate(self.pieces)}
        self.unknown, self.start, self.end = (self.ids[p] for p in (UNKNOWN, START, END))

    @staticmethod
    def of_tokenizer_json(path):
        with open(path, encoding="utf-8") as f:
            vocabulary = json.load(f)["model"]["vocab"]
        return Tokens(sorted(vocabulary, key=vocabulary.get))

    def split(self, text):
        """(id, start, end) a piece, offsets in characters (code points), without [CLS] and [SEP]."""
        out = []
        i = 0
        while i < len(text):
            c = text[i]
            if is_space(c):
                i += 1
                continue
            if not is_word(c):
                out.append((self.ids.get(c, self.ids.get(fold(c), self.unknown)), i, i + 1))
                i += 1
                continue
            j = i
            while j < len(text) and is_word(text[j]):
                j += 1
            self._word(text, i, j, out)
            i = j
        return out

    def _word(self, text, start, end, out):
        word = "".join(fold(c) for c in text[start:end])
        if len(word) > LONGEST_WORD:
            out.append((self.unknown, start, end))
            return
        found = []
        i = 0
        while i < len(word):
            j = len(word)
            while j > i:
                piece = word[i:j] if i == 0 else "##" + word[i:j]
                if piece in self.ids:
                    break
                j -= 1
            if j == i:
                out.append((self.unknown, start, end))
                return
            found.append((self.ids[piece], start + i, start + j))
            i = j
        out.extend(found)
