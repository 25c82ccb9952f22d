"""What arrives of a file is counted, unpacked and kept inside its bounds, chunk by chunk."""

import gzip
import os
import zlib

import pytest
from safelight.core.http.messages import MEBIBYTE, MemorySink, TransportFailure, WrongContent
from safelight.core.transfers.arrivals import PACKED_FREELY, PACKED_RATIO, Arrival, whole_number
from safelight.core.transfers.contents import HEAD_BYTES

TEXT = bytes(range(256)) * 8
GZIP = {"content-encoding": "gzip"}
DEFLATE = {"content-encoding": "deflate"}


class Kept(MemorySink):
    """Remembers how it was opened."""

    def __init__(self) -> None:
        super().__init__(1 << 40)
        self.opened: list[int] = []

    def open(self, status, headers):
        self.opened.append(status)
        super().open(status, headers)


def arrival(stated: int | None = None, limit: int = 1 << 40) -> tuple[Arrival, Kept]:
    sink = Kept()
    return Arrival(sink, stated, limit), sink


def raw_deflate(content: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(content) + packer.flush()


def test_what_comes_plain_is_passed_on_and_counted():
    arriving, sink = arrival()
    arriving.open(200, {})
    for at in range(0, len(TEXT), 100):
        arriving.write(TEXT[at : at + 100])
        assert arriving.size == len(sink.data) == min(at + 100, len(TEXT))
    assert sink.data == TEXT
    assert arriving.head == TEXT[:HEAD_BYTES]
    assert sink.opened == [200]
    assert arriving.ended


def test_a_part_goes_on_and_a_whole_file_begins_anew():
    arriving, sink = arrival(stated=6)
    arriving.open(200, {"content-length": "6"})
    arriving.write(b"abc")
    arriving.open(206, {"content-length": "3"})
    arriving.write(b"def")
    assert (arriving.size, arriving.head, bytes(sink.data)) == (6, b"abcdef", b"abcdef")
    assert arriving.wrong_size is None
    arriving.open(200, {"content-length": "6"})
    assert (arriving.size, arriving.head, arriving.wrong_size) == (
        0,
        b"",
        "0 bytes came, and the vendor states 6",
    )
    arriving.write(b"xyz")
    assert (arriving.size, arriving.head) == (3, b"xyz")
    assert sink.opened == [200, 206, 200]


@pytest.mark.parametrize(
    ("headers", "packed"),
    [
        (GZIP, gzip.compress(TEXT)),
        ({"content-encoding": "x-gzip"}, gzip.compress(TEXT)),
        (DEFLATE, zlib.compress(TEXT)),
        (DEFLATE, raw_deflate(TEXT)),
        (GZIP, zlib.compress(TEXT)),
        (DEFLATE, gzip.compress(TEXT)),
    ],
)
@pytest.mark.parametrize("step", [2, 7, 1 << 20])
def test_what_comes_packed_is_unpacked(headers, packed, step):
    arriving, sink = arrival(limit=len(TEXT))
    arriving.open(200, headers)
    assert not arriving.ended
    for at in range(0, len(packed), step):
        assert not arriving.ended
        arriving.write(packed[at : at + step])
    assert arriving.ended
    assert sink.data == TEXT
    assert arriving.size == len(TEXT)
    arriving.write(b"more")
    assert sink.data == TEXT


@pytest.mark.parametrize("packed", [gzip.compress(TEXT), zlib.compress(TEXT)])
def test_a_first_byte_alone_tells_how_to_unpack(packed):
    arriving, sink = arrival()
    arriving.open(200, DEFLATE)
    arriving.write(packed[:1])
    arriving.write(packed[1:])
    assert sink.data == TEXT


def test_raw_deflate_that_begins_like_zlib_is_told_apart_by_its_checksum():
    """Its first byte says zlib; then the first two would have to be a multiple of 31."""
    stored = b"\x08" + (40).to_bytes(2, "little") + (0xFFFF - 40).to_bytes(2, "little") + TEXT[:40]
    arriving, sink = arrival()
    arriving.open(200, DEFLATE)
    arriving.write(stored + raw_deflate(TEXT))
    assert sink.data == TEXT[:40] + TEXT


def test_a_file_that_was_packed_may_come_plain_the_next_time():
    arriving, sink = arrival()
    arriving.open(200, GZIP)
    arriving.write(gzip.compress(TEXT)[:50])
    assert not arriving.ended
    arriving.open(200, {})
    assert arriving.ended
    arriving.write(b"plain")
    assert sink.data == b"plain"
    arriving.open(200, GZIP)
    arriving.write(gzip.compress(TEXT))
    assert sink.data == TEXT


@pytest.mark.parametrize(
    ("coding", "said"),
    [("br", "br"), ("zstd", "zstd"), ("gzip, deflate", "gzip, deflate"), ("gzip, br", "gzip, br")],
)
def test_what_cannot_be_unpacked_within_bounds_is_refused(coding, said):
    arriving, sink = arrival()
    with pytest.raises(TransportFailure, match=rf"packed as {said}, which") as caught:
        arriving.open(200, {"content-encoding": coding})
    assert caught.value.sent
    assert sink.opened == []


def test_what_is_not_packed_as_it_says_cannot_be_unpacked():
    arriving, _ = arrival()
    arriving.open(200, GZIP)
    with pytest.raises(TransportFailure, match="cannot be unpacked") as caught:
        arriving.write(b"plain text")
    assert caught.value.sent


def test_a_length_other_than_the_stated_size_is_refused_before_anything_comes():
    for length in ("9", "11"):
        arriving, sink = arrival(stated=10)
        with pytest.raises(WrongContent, match=f"^{length} bytes came, and the vendor states 10") as caught:
            arriving.open(200, {"content-length": length})
        assert caught.value.sent
        assert sink.opened == []
    for fine in ({"content-length": "10"}, {"content-length": "many"}, {"content-length": "9", **GZIP}, {}):
        arriving, sink = arrival(stated=10)
        arriving.open(200, fine)
        assert sink.opened == [200]


def test_no_more_comes_than_the_stated_size():
    arriving, sink = arrival(stated=10)
    arriving.open(200, {})
    arriving.write(b"a" * 9)
    assert arriving.wrong_size == "9 bytes came, and the vendor states 10"
    arriving.write(b"a")
    assert arriving.wrong_size is None
    with pytest.raises(WrongContent, match=r"^at least 11 bytes came, and the vendor states 10") as caught:
        arriving.write(b"a")
    assert caught.value.sent
    assert len(sink.data) == 10


def test_without_a_stated_size_no_size_is_wrong():
    arriving, _ = arrival()
    arriving.open(200, {})
    arriving.write(b"a")
    assert arriving.wrong_size is None


def test_no_more_comes_than_the_limit():
    arriving, sink = arrival(limit=10)
    arriving.open(200, {"content-length": "10"})
    arriving.write(b"a" * 10)
    with pytest.raises(OverflowError, match=r"limit of 10 bytes \(largest_download\)"):
        arriving.write(b"a")
    assert len(sink.data) == 10
    with pytest.raises(OverflowError):
        arriving.open(200, {"content-length": "11"})


def test_the_stated_size_may_be_that_of_the_packed_file_or_of_its_content():
    packed = gzip.compress(TEXT)
    for stated, wrong in ((len(packed), None), (len(TEXT), None), (5, f"{len(TEXT)} bytes came, and")):
        arriving, _ = arrival(stated=stated)
        arriving.open(200, GZIP)
        for at in range(0, len(packed), 100):
            arriving.write(packed[at : at + 100])
        assert (arriving.wrong_size or "").startswith(wrong or "")
        assert (arriving.wrong_size is None) == (wrong is None)


def test_a_packed_file_may_grow_freely_up_to_sixteen_mebibytes_and_no_further():
    """Zeros shrink a thousandfold, which no picture does."""
    assert PACKED_FREELY == 16 * 1024 * 1024
    packer = zlib.compressobj()
    packed = packer.compress(bytes(PACKED_FREELY)) + packer.flush(zlib.Z_SYNC_FLUSH)
    arriving, _ = arrival()
    arriving.open(200, DEFLATE)
    arriving.write(packed)
    assert arriving.size == PACKED_FREELY
    with pytest.raises(WrongContent, match=f"grows beyond {PACKED_FREELY + 1} bytes") as caught:
        arriving.write(packer.compress(b"a") + packer.flush(zlib.Z_SYNC_FLUSH))
    assert caught.value.sent


def test_a_packed_file_may_grow_to_its_stated_size():
    stated = PACKED_FREELY + 10
    arriving, _ = arrival(stated=stated)
    arriving.open(200, DEFLATE)
    arriving.write(zlib.compress(bytes(stated)))
    assert arriving.size == stated


@pytest.mark.parametrize("more", [0, 1])
def test_a_packed_file_may_grow_to_a_hundred_times_what_came(more):
    assert PACKED_RATIO == 100
    arriving, _ = arrival()
    arriving.open(200, DEFLATE)
    packer = zlib.compressobj()
    first = packer.compress(os.urandom(300_000)) + packer.flush(zlib.Z_SYNC_FLUSH)  # which does not shrink
    arriving.write(first)
    content = bytes(MEBIBYTE)
    packed = packer.compress(content) + packer.flush()
    arriving.size = 100 * (len(first) + len(packed)) - len(content) + more
    assert arriving.size > PACKED_FREELY
    if more:
        with pytest.raises(WrongContent, match="grows beyond"):
            arriving.write(packed)
    else:
        arriving.write(packed)


def test_the_head_is_the_beginning_alone():
    arriving, _ = arrival()
    arriving.open(200, {})
    content = bytes(range(256)) * (HEAD_BYTES // 256 + 2)
    for at in range(0, len(content), 7):
        arriving.write(content[at : at + 7])
    assert arriving.head == content[:HEAD_BYTES]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", 0),
        ("17", 17),
        ("9" * 19, 10**19 - 1),
        ("9" * 20, None),
        ("", None),
        ("-1", None),
        ("1.5", None),
        (" 1", None),
        ("\u0661", None),
        ("\u00b2", None),
    ],
)
def test_a_number_in_a_header_is_made_of_few_digits(text, number):
    assert whole_number(text) == number
