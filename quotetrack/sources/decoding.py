"""From bytes to text: by what the server says, by a mark or a meta element, else by trying."""

import codecs
import re

_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]+)", re.IGNORECASE)
_XML = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_:.-]+)", re.IGNORECASE)
_LOOKED_AT = 4_096
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MEANT = {
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "ks_c_5601-1987": "cp949",
    "shift_jis": "cp932",
}
"""What these labels stand for on the web (WHATWG Encoding Standard)."""


def decode(body: bytes, charset: str | None = None) -> str:
    """The text that bytes of a page or file are; what cannot be read becomes U+FFFD.

    Args:
        body: the bytes.
        charset: what the server or the user says they are.
    """
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            return body.decode(encoding, "replace")
    named = _META.search(body, 0, _LOOKED_AT) or _XML.search(body, 0, _LOOKED_AT)
    declared = named.group(1).decode("ascii") if named else None
    for label in (charset, declared, "utf-8"):
        encoding_known = _encoding(label)
        if encoding_known is None:
            continue
        try:
            return body.decode(encoding_known)
        except UnicodeDecodeError:
            continue
    return body.decode(_encoding(charset or declared) or "cp1252", "replace")


def _encoding(label: str | None) -> str | None:
    if not label:
        return None
    name = _MEANT.get(label.strip().lower(), label.strip().lower())
    try:
        info = codecs.lookup(name)
    except (LookupError, UnicodeError):
        return None
    # Python has codecs that are no character sets, such as "base64".
    return name if getattr(info, "_is_text_encoding", True) else None
