"""Encodings of text files: which one is likely where a file is not UTF-8, and reading in another.

Every reader sees UTF-8. A file in another encoding is translated on its way, so that a character
that cannot be decoded fails only the row that it stands in.
"""

from __future__ import annotations

import codecs
import importlib.util
import io
from typing import BinaryIO, cast

from quoteattr.errors import OptionError
from quoteattr.text import shorten

#: bytes that are looked at to find the encoding out
SAMPLE = 20_000

#: bytes that must be there before zeros among them tell UTF-16
LEAST_WIDE = 16

#: so many bytes are no ASCII, at least, and one in so many, in a text whose letters are not Latin
LEAST_FOREIGN, SHARE = 30, 10

#: a byte order mark, and the encoding that it stands for
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

#: encodings of languages in Latin letters, which a detector confuses; of English text it is cp1252
_LATIN = tuple("ascii cp1250 cp1252 cp1254 cp1257 cp437 cp500 cp775 cp85 cp86 hp_ latin_".split())

#: stands for what cannot be decoded: half a surrogate pair, which is no UTF-8 either
_UNDECODABLE = "\udcff"


def _escape(error: UnicodeError) -> tuple[str, int]:
    """Put a sign in the place of what cannot be decoded."""
    return _UNDECODABLE, cast(UnicodeDecodeError, error).end


codecs.register_error("quoteattr.escape", _escape)


def check_encoding(encoding: str | None) -> str | None:
    """The encoding if it is another than UTF-8.

    Raises:
        OptionError: There is no such encoding.
    """
    if encoding is None:
        return None
    try:
        "".encode(encoding)
        return None if codecs.lookup(encoding).name == "utf-8" else encoding
    except (LookupError, ValueError, TypeError, AttributeError) as error:
        raise OptionError(
            f"encoding must be one that Python knows, not {shorten(encoding)}",
            where="encoding",
            remedy="pass one such as cp1252, latin-1 or utf-16",
        ) from error


class _Translated(io.RawIOBase):
    """A file in another encoding, as UTF-8."""

    def __init__(self, file: BinaryIO, encoding: str) -> None:
        self._file = cast(io.BufferedReader, file)
        self._decoder = codecs.getincrementaldecoder(encoding)("quoteattr.escape")
        self._rest = memoryview(b"")
        self._ended = False

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """The next bytes; 0 at the end."""
        while not self._rest and not self._ended:
            data = self._file.read1(io.DEFAULT_BUFFER_SIZE)
            self._ended = not data
            words = self._decoder.decode(data, final=self._ended)
            self._rest = memoryview(words.encode("utf-8", "surrogatepass"))
        part, self._rest = self._rest[: len(buffer)], self._rest[len(buffer) :]
        buffer[: len(part)] = part
        return len(part)


def translate(file: BinaryIO, encoding: str) -> io.RawIOBase:
    """A file in another encoding, as UTF-8; what cannot be decoded is no UTF-8."""
    return _Translated(file, encoding)


class Faults:
    """Tells of bytes of a file that are not UTF-8, and finds out once which encoding it has.

    Args:
        file: The file; where it was translated, its ``encoding`` tells from what.
    """

    def __init__(self, file: object = None) -> None:
        self._encoding: str | None = getattr(file, "encoding", None)
        self._advice: str | None = None

    def reason(self, error: UnicodeDecodeError, place: str = "") -> str:
        """Which byte is wrong, and where; and what encoding is likely.

        Args:
            error: What Python says.
            place: What the bytes are counted in, such as `` of the line``.
        """
        if self._encoding is not None:
            return f"not {self._encoding}; pass encoding= as the file has it"
        data, start = error.object, error.start
        if self._advice is None:
            likely = likely_encoding(data, start)
            advice = "; mend these bytes, or pass encoding= as the file has it"
            self._advice = f", likely {likely}: pass encoding={likely!r}" if likely else advice
        return f"not UTF-8 (0x{data[start]:02x} at byte {start}{place}){self._advice}"


def other_than_utf8(start: bytes) -> str | None:
    """Why a file that begins so is not UTF-8 at all, None if it may be.

    >>> other_than_utf8("“Yes,” said Zoë.".encode("utf-16"))
    "not UTF-8 but likely utf-16: pass encoding='utf-16'"
    """
    likely = _marked(start) or _wide(start)
    return f"not UTF-8 but likely {likely}: pass encoding={likely!r}" if likely else None


def likely_encoding(data: bytes, fault: int = 0) -> str | None:
    """The encoding of a text that is not UTF-8, None if nothing speaks for one.

    Args:
        data: The text, or its beginning.
        fault: The first byte that is not UTF-8.

    >>> likely_encoding("“Yes,” said Zoë.".encode("utf-16"))
    'utf-16'
    >>> likely_encoding("“Yes,” said Zoë.".encode("cp1252"))
    'cp1252'
    """
    start = max(0, fault - SAMPLE // 2) // 4 * 4
    sample = data[start : start + SAMPLE]
    return _marked(data) or _wide(sample) or (None if _is_damaged(sample) else _narrow(sample))


def _marked(data: bytes) -> str | None:
    """The encoding whose byte order mark a text begins with, UTF-8 apart."""
    return next((name for mark, name in _MARKS if data.startswith(mark)), None)


def _wide(sample: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of its Latin letters is 0, and no other is."""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if len(sample) < LEAST_WIDE or 3 * max(even, odd) < len(sample) or min(even, odd):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _is_damaged(sample: bytes) -> bool:
    """A text is UTF-8 for the greater part, so that no other encoding is likely."""
    words = sample.decode("utf-8", "replace")
    faults = words.count("\ufffd")
    return sum(c > "\x7f" for c in words) - faults >= faults


def _narrow(sample: bytes) -> str | None:
    """An encoding of one byte, or of one and two, for a character.

    Where few characters are no ASCII, the letters are Latin, whatever the detector says.
    """
    beyond = sum(byte > 127 for byte in sample)  # ASCII
    foreign = beyond >= LEAST_FOREIGN and beyond * SHARE >= len(sample)
    detected = _detected(sample)
    if detected.startswith("mac_"):
        return "mac_roman"
    if foreign and detected and not detected.startswith(_LATIN):
        return detected
    return "cp1252" if _decodes(sample, "cp1252") else "latin-1"


def _detected(sample: bytes) -> str:
    """What charset-normalizer says, which comes with trafilatura; nothing without it."""
    if importlib.util.find_spec("charset_normalizer") is None:
        return ""
    import charset_normalizer

    best = charset_normalizer.from_bytes(sample).best()
    return best.encoding if best is not None else ""


def _decodes(sample: bytes, encoding: str) -> bool:
    """A sample has no byte that the encoding lacks."""
    try:
        sample.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
