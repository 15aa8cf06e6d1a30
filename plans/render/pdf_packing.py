"""Object streams: the small objects of a PDF packed together, with a packed table of where they are.

A tagged page is hundreds of small dictionaries that fpdf2 writes one by one, unpacked; together
they are a quarter of the file. Source: ISO 32000-1 §7.5.7 (object streams) and §7.5.8 (xref streams).
"""

import re
import zlib
from dataclasses import dataclass, field

_OBJECT = re.compile(rb"(\d+) 0 obj\n(.*)\nendobj\Z", re.DOTALL)
_TRAILER = re.compile(rb"trailer\n<<(.*)>>\nstartxref", re.DOTALL)
_SIZE = re.compile(rb"/Size \d+")
_FREE, _PLAIN, _PACKED = 0, 1, 2


@dataclass
class Packer:
    """Sorts what fpdf2 writes: streams go on as they are, small objects wait to be packed."""

    waiting: list[tuple[int, bytes]] = field(default_factory=list)

    def takes(self, data: bytes) -> bool:
        """Take a small object; say no to streams, the header and the table."""
        if not data.endswith(b"endobj") or data.endswith(b"endstream\nendobj"):
            return False
        found = _OBJECT.match(data)
        if found:
            self.waiting.append((int(found[1]), found[2]))
        return bool(found)

    def end_of_file(self, table: bytes, offsets: dict[int, int], written: int) -> bytes:
        """Return the packed objects, the packed table and the end of the file, in place of a plain table.

        `offsets` are the places of the plain objects, `written` the length of the file so far.
        """
        trailer = _TRAILER.search(table)
        if trailer is None:
            raise ValueError("fpdf2 has written a table that we do not know")
        pack, last = max(offsets) + 1, max(offsets) + 2
        stream = self._stream(pack)
        at = written + len(stream)
        places = [(_PLAIN, place, 0) for _, place in sorted(offsets.items())]
        for index, (number, _) in enumerate(self.waiting):
            places[number - 1] = (_PACKED, pack, index)
        rows = [(_FREE, 0, 65535), *places, (_PLAIN, written, 0), (_PLAIN, at, 0)]
        packed = zlib.compress(b"".join(_row(*row) for row in rows))
        named = _SIZE.sub(b"/Size %d" % (last + 1), trailer[1]).strip()
        head = b"%d 0 obj\n<</Type /XRef /W [1 4 2] /Filter /FlateDecode /Length %d\n%s>>\nstream\n"
        body = head % (last, len(packed), named) + packed + b"\nendstream\nendobj\n"
        return stream + body + b"startxref\n%d\n%%%%EOF" % at

    def _stream(self, number: int) -> bytes:
        index, at = [], 0
        for waiting, body in self.waiting:
            index.append(b"%d %d" % (waiting, at))
            at += len(body) + 1
        head = b" ".join(index) + b"\n"
        packed = zlib.compress(head + b"\n".join(body for _, body in self.waiting))
        words = b"%d 0 obj\n<</Type /ObjStm /N %d /First %d /Filter /FlateDecode /Length %d>>\nstream\n"
        return words % (number, len(self.waiting), len(head), len(packed)) + packed + b"\nendstream\nendobj\n"


def _row(kind: int, place: int, detail: int) -> bytes:
    return kind.to_bytes(1, "big") + place.to_bytes(4, "big") + detail.to_bytes(2, "big")
