"""Text as it may be shown: what redaction takes out, and where it cuts."""

import pytest
from safelight.core.base.redact import PATH, READ, VALUE, brief, excerpt, redact, shown


@pytest.mark.parametrize(
    ("text", "redacted"),
    [
        ("see https://h.test/a?sig=SECRET now", "see https://h.test/a?… now"),
        ("see https://h.test/a#token=SECRET now", "see https://h.test/a?… now"),
        ("https://user:SECRET@h.test/a?b=c", "https://h.test/a?…"),
        ("https://user:SECRET@h.test/a", "https://h.test/a"),
        (r"https:\/\/h.test\/a?sig=SECRET", r"https:\/\/h.test\/a?…"),
        ("https://h.test/a@2x.png", "https://h.test/a@2x.png"),
        ("Authorization: Bearer SECRET, then", "Authorization: Bearer [secret], then"),
        ("bearer SECRET", "bearer [secret]"),
        ('{"api_key": "SECRET", "a": 1}', '{"api_key": "[secret]", "a": 1}'),
        ("x-amz-signature=SECRET&b=c", "x-amz-signature=[secret]&b=c"),
        ("x-oss-signature%3DSECRET%26b", "x-oss-signature%3D[secret]%26b"),
    ],
)
def test_secrets_are_replaced_and_the_rest_of_the_text_stays(text: str, redacted: str) -> None:
    assert redact(text) == redacted


def test_a_known_secret_is_replaced_in_every_spelling() -> None:
    secret = "a/b+c"
    assert redact(r"a/b+c a%2Fb%2Bc a/b%2Bc a\/b+c", (secret,)) == " ".join(["[secret]"] * 4)
    assert redact("a text", ("",)) == "a text"


def test_an_answer_is_cut_to_the_length_asked_for() -> None:
    assert shown("abcd", most=4) == "abcd"
    assert shown("abcde", most=4) == "abcd…"
    assert shown("a" * 300) == "a" * 300
    assert shown("a" * 301) == "a" * 300 + "…"
    assert excerpt(b"abcde", most=4) == "abcd…"


def test_an_answer_is_shown_as_one_line_of_printable_text() -> None:
    assert shown("a\nb\x1b[31mc\u202ed") == "a b [31mc d"
    assert excerpt(b"a\xffb") == "a\ufffdb"


def test_a_value_is_shown_as_json() -> None:
    assert shown({"ä": [1, None]}) == '{"ä": [1, null]}'
    assert shown(["https://h.test/a?sig=SECRET"]) == '["https://h.test/a?…"]'


@pytest.mark.parametrize("kind", ["no JSON", "circular", "deep"])
def test_a_value_that_is_no_json_is_shown_as_nothing(kind: str) -> None:
    circular: list[object] = []
    circular.append(circular)
    deep: list[object] = []
    for _ in range(100_000):
        deep = [deep]
    value = {"no JSON": object(), "circular": circular, "deep": deep}[kind]
    assert shown(value) == ""


def test_only_the_beginning_of_an_answer_is_looked_at() -> None:
    """Taking secrets out takes time in proportion to the text."""
    assert READ == 8192
    assert shown("a" * READ, most=100_000) == "a" * READ
    for text in ("a", "\N{EURO SIGN}", "\N{GRINNING FACE}"):
        assert shown(text * 20_000, most=100_000) == text * READ
        assert excerpt((text * 20_000).encode(), most=100_000) == text * READ
    assert shown(["a" * 20_000], most=100_000) == '["' + "a" * (READ - 2)


@pytest.mark.parametrize("seen", range(8))
@pytest.mark.parametrize("written", ["sec/ret+", "sec%2Fret%2B", "sec/ret%2B", "sec\\/ret+"])
def test_a_secret_that_the_end_of_what_is_read_cuts_in_two_is_not_begun(written: str, seen: int) -> None:
    before = "." * (READ - seen)
    for secrets in (("other", "sec/ret+"), ("sec/ret+", "other"), ("sec/ret+",)):
        assert shown(f"{before}{written}{'.' * 99}", secrets, 100_000) == before
        content = f"{before}{written}{'.' * 40_000}".encode()
        assert excerpt(content, secrets, 100_000) == before


def test_a_secret_that_just_fits_into_what_is_read_is_replaced() -> None:
    before = "." * (READ - 6)
    assert shown(f"{before}secret", ("secret",), 100_000) == f"{before}[secret]"
    assert shown(f"{before}secret.", ("secret",), 100_000) == before
    assert shown(f"{before}other..", ("secret", ""), 100_000) == f"{before}other."
    assert shown(f"{before[1:]}secrets.", ("secrets",), 100_000) == before[1:]


def test_a_long_value_is_cut_in_its_middle() -> None:
    assert brief("0123456789", 10) == "0123456789"
    assert brief("0123456789a", 10) == "01234…789a"
    assert brief("0123456789a", 9) == "0123…789a"
    assert brief("0123456789a", 1) == "…"
    assert len(brief("x" * 1000)) == VALUE == 80
    assert PATH == 200


def test_a_value_is_shown_in_printable_characters() -> None:
    assert brief("a\x1bb\nc") == "a\ufffdb\ufffdc"
    assert brief(17) == "17"
