"""Detect the encoding of text files that are not UTF-8, and convert them to UTF-8.

All readers read UTF-8. A file in another encoding is converted as a stream, so that a character
that cannot be decoded fails only its own row.
"""

from __future__ import annotations

import codecs
import importlib.util
import io
from typing import BinaryIO, cast

from quoteattr.errors import OptionError
from quoteattr.text import shorten

#: number of bytes in which the encoding is detected
SAMPLE_SIZE = 20_000

#: minimum number of bytes in which the share of zeros indicates UTF-16
MIN_UTF16_SAMPLE = 16

#: in a text not in Latin letters, at least one byte in this many is not ASCII
MIN_NON_ASCII, NON_ASCII_SHARE = 30, 10

#: byte order marks with their encodings
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

#: prefixes of encodings for Latin letters, which the detector confuses; English text is cp1252
_LATIN_ENCODINGS = tuple(
    "ascii cp1250 cp1252 cp1254 cp1257 cp437 cp500 cp775 cp85 cp86 hp_ latin_".split()
)

#: replaces a character that cannot be decoded: a lone surrogate, which is not valid UTF-8 either
_UNDECODABLE = "\udcff"


def _escape(error: UnicodeError) -> tuple[str, int]:
    """Error handler of codecs: replace bytes that cannot be decoded."""
    return _UNDECODABLE, cast(UnicodeDecodeError, error).end


codecs.register_error("quoteattr.escape", _escape)


def check_encoding(encoding: str | None) -> str | None:
    """Check the name of an encoding.

    Returns:
        The name; None for UTF-8.

    Raises:
        OptionError: there is no such encoding.
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


class _Utf8Stream(io.RawIOBase):
    """A file in another encoding as a stream of UTF-8."""

    def __init__(self, file: BinaryIO, encoding: str) -> None:
        self._file = cast(io.BufferedReader, file)
        self._decoder = codecs.getincrementaldecoder(encoding)("quoteattr.escape")
        self._pending = memoryview(b"")
        self._ended = False

    def readable(self) -> bool:
        """Return True."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Read the next bytes; return 0 at the end."""
        while not self._pending and not self._ended:
            data = self._file.read1(io.DEFAULT_BUFFER_SIZE)
            self._ended = not data
            text = self._decoder.decode(data, final=self._ended)
            self._pending = memoryview(text.encode("utf-8", "surrogatepass"))
        chunk, self._pending = self._pending[: len(buffer)], self._pending[len(buffer) :]
        buffer[: len(chunk)] = chunk
        return len(chunk)


def to_utf8_stream(file: BinaryIO, encoding: str) -> io.RawIOBase:
    """Convert a file to a UTF-8 stream; characters that cannot be decoded remain invalid."""
    return _Utf8Stream(file, encoding)


class DecodingErrors:
    """Messages for the decoding errors of a file, whose likely encoding is detected once.

    Args:
        file: the file; its attribute ``encoding`` is the encoding that it was converted from.
    """

    def __init__(self, file: object = None) -> None:
        self._encoding: str | None = getattr(file, "encoding", None)
        self._advice: str | None = None

    def reason(self, error: UnicodeDecodeError, unit: str = "") -> str:
        """The invalid byte with its offset, and the likely encoding.

        Args:
            error: the error.
            unit: what the offset counts in, such as `` of the line``.
        """
        if self._encoding is not None:
            return f"not {self._encoding}; pass encoding= as the file has it"
        data, start = error.object, error.start
        if self._advice is None:
            likely = likely_encoding(data, start)
            advice = "; fix these bytes, or pass encoding= as the file has it"
            self._advice = f", likely {likely}: pass encoding={likely!r}" if likely else advice
        return f"not UTF-8 (0x{data[start]:02x} at byte {start}{unit}){self._advice}"


def wide_encoding_reason(start: bytes) -> str | None:
    """Why a file is UTF-16 or UTF-32, not UTF-8, by its first bytes; None if it may be UTF-8.

    >>> wide_encoding_reason("“Yes,” said Zoë.".encode("utf-16"))
    "not UTF-8 but likely utf-16: pass encoding='utf-16'"
    """
    likely = _byte_order_mark_encoding(start) or _utf16_without_mark(start)
    return f"not UTF-8 but likely {likely}: pass encoding={likely!r}" if likely else None


def likely_encoding(data: bytes, error_at: int = 0) -> str | None:
    """The likely encoding of a text that is not UTF-8; None if none is likely.

    >>> likely_encoding("“Yes,” said Zoë.".encode("utf-16"))
    'utf-16'
    >>> likely_encoding("“Yes,” said Zoë.".encode("cp1252"))
    'cp1252'
    """
    start = max(0, error_at - SAMPLE_SIZE // 2) // 4 * 4
    sample = data[start : start + SAMPLE_SIZE]
    wide = _byte_order_mark_encoding(data) or _utf16_without_mark(sample)
    return wide or (None if _is_damaged(sample) else _narrow_encoding(sample))


def _byte_order_mark_encoding(data: bytes) -> str | None:
    """The encoding by the byte order mark of a text; None if there is none or it is UTF-8's."""
    return next((name for mark, name in _BYTE_ORDER_MARKS if data.startswith(mark)), None)


def _utf16_without_mark(sample: bytes) -> str | None:
    """UTF-16 without a byte order mark, if every other byte of Latin letters is 0; else None."""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if len(sample) < MIN_UTF16_SAMPLE or 3 * max(even, odd) < len(sample) or min(even, odd):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _is_damaged(sample: bytes) -> bool:
    """Whether most non-ASCII characters are valid UTF-8, so that no other encoding is likely."""
    text = sample.decode("utf-8", "replace")
    error_count = text.count("\ufffd")
    return sum(c > "\x7f" for c in text) - error_count >= error_count


def _narrow_encoding(sample: bytes) -> str | None:
    """The likely encoding with one byte, or with one or two bytes, per character.

    If few bytes are not ASCII, the letters are Latin, whatever the detector returns.
    """
    non_ascii = sum(byte > 127 for byte in sample)
    mostly_non_ascii = non_ascii >= MIN_NON_ASCII and non_ascii * NON_ASCII_SHARE >= len(sample)
    detected = _detect(sample)
    if detected.startswith("mac_"):
        return "mac_roman"
    if mostly_non_ascii and detected and not detected.startswith(_LATIN_ENCODINGS):
        return detected
    return "cp1252" if _decodes(sample, "cp1252") else "latin-1"


def _detect(sample: bytes) -> str:
    """The encoding that charset-normalizer detects; empty if it is not installed."""
    # It is a dependency of trafilatura, the extra ``html``.
    if importlib.util.find_spec("charset_normalizer") is None:
        return ""
    import charset_normalizer

    best = charset_normalizer.from_bytes(sample).best()
    return best.encoding if best is not None else ""


def _decodes(sample: bytes, encoding: str) -> bool:
    """Whether a sample can be decoded."""
    try:
        sample.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
