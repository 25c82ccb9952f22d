"""Texts of options become values of the parameters' types."""

import os
from collections.abc import Mapping, Sequence
from typing import Literal, NotRequired, TypedDict

import click
import pytest
from safelight.cli.values import Value, element, is_flag, is_source
from safelight.cli.wording import arguments, description, on_command_line, summary
from safelight.core.transfers.sources import Source


class Box(TypedDict):
    x: int
    y: NotRequired[int]


@pytest.mark.parametrize(
    ("hint", "text", "value"),
    [
        (Literal["a", "b"] | None, "b", "b"),
        (Literal[1, 2, 4] | None, "4", 4),
        (Literal["", "person"], "", ""),
        (int, "-3", -3),
        (int | str, "7", 7),
        (str | int, "50%", "50%"),
        (float | None, "0.5", 0.5),
        (str, "{not json", "{not json"),
        (Box, '{"x": 1}', {"x": 1}),
        (Box | str | None, "png", "png"),
        (Box | str | None, '{"x": 1}', {"x": 1}),
        (Box | bool, "true", True),
        (Sequence[Box], '[{"x": 1}]', [{"x": 1}]),
        (list[int], "[1, 2]", [1, 2]),
        (Mapping[str, object], '{"a": null}', {"a": None}),
        (Literal["fast"] | Box, "fast", "fast"),
    ],
)
def test_reads(hint, text, value):
    assert Value(hint)(text) == value
    assert type(Value(hint)(text)) is type(value)


@pytest.mark.parametrize(
    ("hint", "text"),
    [
        (Literal["a", "b"], "c"),
        (int, "3.5"),
        (Box, "[]"),
        (Box, "png"),
        (Sequence[Box], '{"x": 1}'),
        (Box | str, '{"x": '),
        (Box, "@missing.json"),
    ],
)
def test_refuses(hint, text):
    with pytest.raises(click.BadParameter):
        Value(hint)(text)


@pytest.mark.parametrize(
    ("hint", "text", "said"),
    [
        (Box, "[1]", "'[1]' is not JSON for {x, y}, or @FILE with it."),
        (Sequence[Box], "5", "'5' is not JSON for a list of {x, y}, or @FILE with it."),
        (Literal["a"] | Box, "b", "'b' is not one of 'a' or JSON for {x, y}, or @FILE with it."),
        (int, "b", "'b' is not INTEGER."),
    ],
)
def test_a_refusal_says_what_is_wanted(hint, text, said):
    with pytest.raises(click.BadParameter) as caught:
        Value(hint)(text)
    assert caught.value.message == said


def test_reads_json_from_a_file(tmp_path):
    path = tmp_path / "options.json"
    path.write_text('{"x": 2}')
    assert Value(Box)(f"@{path}") == {"x": 2}
    assert Value(str)(f"@{path}") == f"@{path}"


def test_kinds():
    assert is_source(Source)
    assert is_source(Source | None)
    assert not is_source(str | os.PathLike[str])
    assert is_source(element(Sequence[Source] | None))
    assert is_flag(bool | None)
    assert not is_flag(bool | str)


DOC = """Cut out. 2 credits with ``mode="ai"``.

        More about `crop`.

        Args:
            crop: Cut the edge;
                only with ``sync=True`` and other=False.
            mode: One of two.

        Raises:
            InvalidInput: Never mind.
        """


def test_docstrings_in_the_words_of_the_command_line():
    names = ("crop", "mode", "sync")
    assert summary(DOC, names) == "Cut out. 2 credits with --mode ai."
    assert description(DOC, names) == "Cut out. 2 credits with --mode ai.\n\nMore about --crop."
    assert arguments(DOC, names) == {
        "crop": "Cut the edge; only with --sync and other=False.",
        "mode": "One of two.",
    }


@pytest.mark.parametrize(
    ("python", "shell"),
    [
        ("set A and B, or pass api_key= and secret_key=", "set A and B, or choose a --profile that holds it"),
        ("x exists: pass overwrite=True", "x exists: add --overwrite"),
        ("pass base_url='https://a.example' to the client", "add --base-url https://a.example"),
        ("base_url= 'foo' cannot be used", "--base-url 'foo' cannot be used"),
        ("bell\a and \x9bcolour", "bell\ufffd and \ufffdcolour"),
    ],
)
def test_errors_in_the_words_of_the_command_line(python, shell):
    assert on_command_line(python) == shell
