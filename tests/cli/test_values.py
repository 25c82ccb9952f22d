"""Texts of options become values of the kinds that the parameters take."""

import click
import pytest
from safelight.cli.values import TEXT, Value
from safelight.cli.wording import on_command_line, summary, worded
from safelight.core.base.methods import Kind

INTEGER, NUMBER, FLAG = Kind("integer"), Kind("number"), Kind("boolean")
BOX = Kind("object", keys=("x", "y"))
BOXES = Kind("array", keys=("x", "y"))
ANY_OBJECT, ANY_ARRAY = Kind("object"), Kind("array")
LETTERS = Kind("string", ("a", "b"))


@pytest.mark.parametrize(
    ("kinds", "text", "value"),
    [
        ([LETTERS], "b", "b"),
        ([Kind("integer", (1, 2, 4))], "4", 4),
        ([Kind("string", ("", "person"))], "", ""),
        ([INTEGER], "-3", -3),
        ([INTEGER, TEXT], "7", 7),
        ([TEXT, INTEGER], "50%", "50%"),
        ([NUMBER], "0.5", 0.5),
        ([TEXT], "{not json", "{not json"),
        ([BOX], '{"x": 1}', {"x": 1}),
        ([BOX, TEXT], "png", "png"),
        ([BOX, TEXT], '{"x": 1}', {"x": 1}),
        ([BOX, FLAG], "true", True),
        ([BOXES], '[{"x": 1}]', [{"x": 1}]),
        ([ANY_ARRAY], "[1, 2]", [1, 2]),
        ([ANY_OBJECT], '{"a": null}', {"a": None}),
        ([LETTERS, BOX], "a", "a"),
        ([], "5", 5),
        ([], "word", "word"),
    ],
)
def test_reads(kinds, text, value):
    assert Value(kinds)(text) == value
    assert type(Value(kinds)(text)) is type(value)


@pytest.mark.parametrize(
    ("kinds", "text"),
    [
        ([LETTERS], "c"),
        ([INTEGER], "3.5"),
        ([FLAG], "yes"),
        ([BOX], "[]"),
        ([BOX], "png"),
        ([BOXES], '{"x": 1}'),
        ([BOX, TEXT], '{"x": '),
        ([BOX], "@missing.json"),
    ],
)
def test_refuses(kinds, text):
    with pytest.raises(click.BadParameter):
        Value(kinds)(text)


@pytest.mark.parametrize(
    ("kinds", "text", "said"),
    [
        ([BOX], "[1]", "'[1]' is not JSON for {x, y}, or @FILE with it."),
        ([BOXES], "5", "'5' is not JSON for a list of {x, y}, or @FILE with it."),
        (
            [Kind("string", ("a",)), BOX],
            "b",
            "'b' is not one of 'a' or JSON for {x, y}, or @FILE with it.",
        ),
        ([INTEGER], "b", "'b' is not INTEGER."),
    ],
)
def test_a_refusal_says_what_is_wanted(kinds, text, said):
    with pytest.raises(click.BadParameter) as caught:
        Value(kinds)(text)
    assert caught.value.message == said


def test_reads_json_from_a_file(tmp_path):
    path = tmp_path / "options.json"
    path.write_text('{"x": 2}')
    assert Value([BOX])(f"@{path}") == {"x": 2}
    assert Value([TEXT])(f"@{path}") == f"@{path}"


def test_texts_in_the_words_of_the_command_line():
    names = ("crop", "mode", "sync")
    assert worded('2 credits with ``mode="ai"``.', names) == "2 credits with --mode ai."
    assert worded("More about `crop` and `other_name`.", names) == "More about --crop and other-name."
    assert worded("Only with ``sync=True`` and other=False.", names) == "Only with --sync and other=False."
    assert summary("Cut\n    out.\n\n    More.\n    ") == "Cut out."


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
