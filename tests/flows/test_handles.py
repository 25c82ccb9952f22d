"""Handles and their tokens, ids, and the values that an answer must or may have."""

import json

import pytest
from safelight import ConfigurationError
from safelight.core.base.outcome import (
    LONGEST_ID,
    Created,
    FileRef,
    Handle,
    Outcome,
    Status,
    is_id,
    json_of,
    listed,
    optional,
    present,
    present_id,
)
from safelight.errors import UnexpectedResponse

HANDLE = Handle("pilio", "upscale", "t", 1.7e9, "https://api.test", "a", {"slug": "b"})
FIELDS = json.loads(HANDLE.token)


def token(**changed: object) -> str:
    return json.dumps({**FIELDS, **changed})


def test_a_token_is_json_with_sorted_fields_and_its_version():
    assert HANDLE.token == (
        '{"address": "https://api.test", "created": 1700000000.0, "id": "t", "name": "a", "operation": "upscale", '
        '"options": {"slug": "b"}, "safelight": 1, "vendor": "pilio"}'
    )
    assert Handle.from_token(HANDLE.token) == HANDLE


@pytest.mark.parametrize("around", ["{}", "'{}'", "`{}`", '"{}"', " '{}' ", "\ufeff{}", "\u2018{}\u2019"])
def test_quotes_and_spaces_around_a_token_do_no_harm(around):
    assert Handle.from_token(around.format(HANDLE.token)) == HANDLE
    assert Handle.from_token(json.dumps(around.format(HANDLE.token))) == HANDLE


@pytest.mark.parametrize("created", [0, 0.5, 1, 1e11])
def test_a_token_may_name_any_possible_time(created):
    assert Handle.from_token(token(created=created)).created == created


@pytest.mark.parametrize(
    "changed",
    [
        {"created": -1},
        {"created": -0.5},
        {"created": 1e11 + 1},
        {"created": "1"},
        {"created": None},
        {"options": None},
        {"options": []},
        {"options": {"a": 1}},
        {"id": 1},
        {"name": None},
        {"more": "1"},
    ],
)
def test_a_token_with_other_values_is_damaged(changed):
    with pytest.raises(ConfigurationError, match="damaged") as caught:
        Handle.from_token(token(**changed))
    assert caught.value.field == "token"


@pytest.mark.parametrize("missing", [name for name in FIELDS if name != "safelight"])
def test_a_token_that_lacks_a_field_is_damaged(missing):
    with pytest.raises(ConfigurationError, match="damaged"):
        Handle.from_token(json.dumps({name: value for name, value in FIELDS.items() if name != missing}))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "not a valid token"),
        ("{", "not a valid token"),
        ("[" * 100_000, "not a valid token"),
        (json.dumps("{"), "not a valid token"),
        ("17", "not a token of Safelight"),
        ('["safelight"]', "not a token of Safelight"),
        ("{}", "not a token of Safelight"),
        (token(safelight=0), "of version 0, this release reads version 1"),
        (token(safelight=2), "of version 2, this release reads version 1"),
        (token(safelight="x" * 100), f"of version {'x' * 20}…, this"),
    ],
)
def test_a_text_that_is_no_token_of_this_version_is_refused(text, said):
    with pytest.raises(ConfigurationError, match=said) as caught:
        Handle.from_token(text)
    assert caught.value.field == "token"


@pytest.mark.parametrize("given", [None, 17, b"{}"])
def test_a_token_must_be_text(given):
    with pytest.raises(ConfigurationError, match=f"not {type(given).__name__}") as caught:
        Handle.from_token(given)
    assert caught.value.field == "token"


@pytest.mark.parametrize(
    "text", ["a", "...", ".a", "a/b", "é", "a" * 1000, "a\xa0b", "~", "\ud7ff", "\ue000"]
)
def test_an_id_may_be_any_text(text):
    assert is_id(text)
    assert present_id(text, "id") == text


@pytest.mark.parametrize(
    "text",
    ["", ".", "..", "a" * 1001, "a\n", "\x00", "\x1fa", "\x7f", "\x9f", chr(0xD800), chr(0xDFFF), "a\ufffd"],
)
def test_an_id_is_neither_empty_nor_a_place_nor_without_meaning(text):
    assert LONGEST_ID == 1000
    assert not is_id(text)
    with pytest.raises(UnexpectedResponse, match=r"no usable data\.id"):
        present_id(text, "data.id")


@pytest.mark.parametrize(
    ("value", "kind"), [("a", str), (0, int), (0.0, float), (False, bool), ([], list), ({}, dict)]
)
def test_a_value_of_the_right_type_is_present_even_where_it_is_false(value, kind):
    assert optional(value, kind) is value
    assert present(value, kind, "data") is value


@pytest.mark.parametrize(
    ("value", "kind"), [(None, str), (1, str), ("1", int), (True, int), (True, float), (1, float)]
)
def test_a_value_of_another_type_is_missing(value, kind):
    assert optional(value, kind) is None
    with pytest.raises(UnexpectedResponse, match="no usable data"):
        present(value, kind, "data")


def test_an_empty_text_may_be_there_but_is_no_use():
    assert optional("", str) == ""
    with pytest.raises(UnexpectedResponse, match="no usable name"):
        present("", str, "name")


def test_a_list_has_items_of_its_type_alone():
    assert listed(["a", "b"], str, "names") == ["a", "b"]
    assert listed(None, str, "names") == listed([], str, "names") == []
    for wrong in ("ab", ["a", 1], ["a", None], [""]):
        with pytest.raises(UnexpectedResponse, match="no usable names"):
            listed(wrong, str, "names")


@pytest.mark.parametrize(
    ("phase", "finished"), [("queued", False), ("running", False), ("succeeded", True), ("failed", True)]
)
def test_a_task_is_finished_once_it_succeeded_or_failed(phase, finished):
    assert Status(phase, "word").finished is finished


def test_the_answer_of_a_status_is_kept_and_neither_shown_nor_compared():
    status = Status("queued", "word", answer={"url": "https://h.test/?CANARY"})
    assert json_of(status) == {"url": "https://h.test/?CANARY"}
    assert "CANARY" not in repr(status)
    assert status == Status("queued", "word")
    with pytest.raises(UnexpectedResponse, match="no usable content"):
        json_of(Status("queued", "word"))


def test_what_a_result_holds_is_not_shown():
    file = FileRef(url="https://h.test/?CANARY", content=b"CANARY", name="a.png")
    shown = repr(Created(HANDLE, Outcome((file,), lambda text="CANARY": text)))
    assert "a.png" in shown
    assert "CANARY" not in shown


def test_what_is_known_of_a_task_does_not_change():
    for thing, name in (
        (HANDLE, "id"),
        (Status("queued", "word"), "phase"),
        (FileRef(), "url"),
        (Outcome((), lambda: None), "read"),
        (Created(HANDLE), "handle"),
    ):
        with pytest.raises(AttributeError):
            setattr(thing, name, "other")
