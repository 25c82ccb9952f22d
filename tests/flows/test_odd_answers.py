"""Answers with anything in any field: what escapes is an error of ours, and no purchase is lost."""

import asyncio
import json
import pickle
import random
import traceback
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from safelight.core.api.envelope import at_path, decoded
from safelight.core.base.facts import load
from safelight.errors import ApiError, InvalidInput, OutcomeUnknown, SafelightError
from support.clients import KEY
from support.recorded import (
    ASKS,
    CALLS,
    Example,
    Place,
    RecordedVendor,
    ask,
    distinct,
    examples,
    places,
    replaced,
)
from support.recorded_clients import client_of, names

VENDORS = list(CALLS)
DEEP: object = json.loads("[" * 400 + "]" * 400)
VALUES: Mapping[str, object] = {
    "null": None,
    "true": True,
    "0": 0,
    "-1": -1,
    "1.5": 1.5,
    "infinity": float("inf"),
    "nan": float("nan"),
    "10**400": 10**400,
    "empty text": "",
    "text": "x",
    "lone surrogate": "\ud800",
    "control characters": "\0\r\n\x1b[2J",
    "[]": [],
    "[1]": [1],
    "[[]]": [[]],
    "[null]": [None],
    "{}": {},
    "an object": {"a": 1},
    "deep": DEEP,
}
RAW: Mapping[str, Callable[[bytes], bytes]] = {
    "a number of 5000 digits": lambda content: content[:-1] + b', "n": ' + b"9" * 5000 + b"}",
    "nesting": lambda content: content[:-1] + b', "n": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    "a mark of byte order": lambda content: b"\xef\xbb\xbf" + content,
    "latin-1": lambda content: content[:-1] + b', "n": "caf\xe9"}',
    "UTF-16": lambda content: content.decode().encode("utf-16"),
    "a name twice": lambda content: content[:-1] + b"," + content[1:],
    "surrogates as bytes": lambda content: content[:-1] + b', "n": "\xed\xa0\x80"}',
}
READABLE = {"a mark of byte order", "latin-1", "UTF-16", "a name twice", "surrogates as bytes"}


def play(vendor: str, answering: RecordedVendor, name: str, folder: Path | None = None) -> None:
    """Call an operation and do all that can be done with its task; checks whatever is raised."""
    noticed = list[object]()
    client = client_of(vendor, 0, answering, noticed.append)
    try:
        if name in ASKS.get(vendor, {}):
            repr(ask(vendor, name, client))
            return
        if answering.spoils("status", "result"):
            task = client.resume("17", operation=name)
        else:
            task = CALLS[vendor][name](client)
    except SafelightError as error:
        check(error)
        check_money(error, vendor, answering)
        return
    try:
        if answering.spoils("create", "status", "result"):
            use(task, folder)
    except SafelightError as error:
        check(error)
        check_kept(error, task, answering)
    for event in noticed:
        printable(repr(event))


def use(task: Any, folder: Path | None) -> None:
    for update in task.updates(within=5):
        printable(str(update))
    result = task.result(within=5)
    printable(repr(result), repr(result.files), task.token)
    pickle.dumps(result.raw)
    for file in result.files:
        file.bytes()
    if folder is not None:
        result.save(folder, overwrite=True)


async def play_async(vendor: str, answering: RecordedVendor, name: str, folder: Path) -> None:
    """As `play`."""
    async with client_of(vendor, 1, answering) as client:
        try:
            if name in ASKS.get(vendor, {}):
                found = ASKS[vendor][name](client)
                repr([item async for item in found] if isinstance(found, AsyncIterator) else await found)
                return
            task = await CALLS[vendor][name](client)
        except SafelightError as error:
            check(error)
            check_money(error, vendor, answering)
            return
        try:
            async for update in task.updates(within=20):
                printable(str(update))
            result = await task.result(within=20)
            await result.save(folder, overwrite=True)
        except SafelightError as error:
            check(error)
            check_kept(error, task, answering)


def printable(*texts: str) -> None:
    for text in texts:
        text.encode()


def check(error: SafelightError) -> None:
    """An error can be printed on any terminal, stored and sent."""
    printable(str(error), repr(error), repr(vars(error)), error.token or "")
    assert str(error).isprintable(), str(error)
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own
    assert (str(again), vars(again)) == (str(error), vars(error))
    assert len(str(error)) < 4000


def check_kept(error: SafelightError, task: Any, answering: RecordedVendor) -> None:
    """What is paid for can be had later; a task of no id was answered with its result."""
    assert error.token or not task.id, repr(error)
    check_blame(error, answering)


def check_blame(error: SafelightError, answering: RecordedVendor) -> None:
    """What a vendor gets wrong in a success is not its user's fault."""
    refused = answering.example is not None and answering.example.status >= 400
    assert refused or not isinstance(error, InvalidInput), repr(error)


def check_money(error: SafelightError, vendor: str, answering: RecordedVendor) -> None:
    """What was accepted may have been charged; an answer of another code without data accepted nothing."""
    operations = facts(vendor)
    bought = any(
        operations[name].role == "create" and answering.status(name) < 300 for name in answering.called
    )
    refused = type(error) is ApiError and not at_path(
        answering.said, load(f"{vendor}_api").envelope.data_field
    )
    assert isinstance(error, OutcomeUnknown) or not bought or refused, repr(error)
    check_blame(error, answering)


@cache
def facts(vendor: str) -> Mapping[str, Any]:
    return load(f"{vendor}_api").operations


@pytest.mark.parametrize("vendor", VENDORS)
def test_every_operation_succeeds_with_the_answers_of_the_specs(vendor, tmp_path):
    for name in CALLS[vendor]:
        with client_of(vendor, 0, RecordedVendor(vendor)) as client:
            task = CALLS[vendor][name](client)
            assert task.result(within=60).save(tmp_path)


def spoiled(example: Example, changes: Mapping[Place, object]) -> RecordedVendor:
    return RecordedVendor(example.vendor, example, lambda content: replaced(content, changes))


def fault(vendor: str, answering: RecordedVendor, why: object, folder: Path | None = None) -> Iterator[str]:
    """What escapes that should not, as text that any terminal takes."""
    example = answering.example
    assert example is not None
    name = names(vendor).get(example.operation)
    if name is None:  # only of uploads in parts
        return
    if example.operation == "create_segmentation" and example.name in ("synchronous", "base64"):
        name = "remove_background_at_once"
    try:
        play(vendor, answering, name, folder)
    except Exception as error:  # noqa: BLE001 - of any kind, for that is what is looked for
        last = traceback.extract_tb(error.__traceback__)[-1]
        yield ascii(f"{example} {why}: {error!r} in {last.name}")[:400]


EXAMPLES = [pytest.param(example, id=str(example)) for vendor in VENDORS for example in distinct(vendor)]


@pytest.mark.parametrize("example", EXAMPLES)
def test_any_value_in_any_field(example):
    """Half of the values in each place, drawn anew for each."""
    draw = random.Random(str(example))
    faults = [
        text
        for place in places(example.content)
        for called in draw.sample(list(VALUES), 9)
        for text in fault(example.vendor, spoiled(example, {place: VALUES[called]}), (place, called))
    ]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("vendor", VENDORS)
def test_any_values_in_two_fields(vendor, tmp_path):
    draw, faults = random.Random(4711), list[str]()
    for _ in range(250):
        example = draw.choice([one for one in examples(vendor) if one.status < 300])
        where = draw.sample(list(places(example.content)), 2)
        called = draw.choices(list(VALUES), k=2)
        changes = {place: VALUES[name] for place, name in zip(where, called, strict=True)}
        faults += fault(vendor, spoiled(example, changes), (where, called), tmp_path)
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("vendor", VENDORS)
def test_async_clients_read_odd_answers_as_sync_ones_do(vendor, tmp_path):
    draw, faults = random.Random(4711), list[str]()
    by_operation = names(vendor)
    known = [one for one in examples(vendor) if one.operation in by_operation]

    async def all_of_them() -> None:
        for _ in range(40):
            example = draw.choice(known)
            place, called = draw.choice(list(places(example.content))), draw.choice(list(VALUES))
            answering = spoiled(example, {place: VALUES[called]})
            try:
                await play_async(vendor, answering, by_operation[example.operation], tmp_path)
            except Exception as error:  # noqa: BLE001 - of any kind, for that is what is looked for
                faults.append(ascii(f"{example} {place} {called}: {error!r}"))

    asyncio.run(all_of_them())
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("raw", RAW)
@pytest.mark.parametrize("vendor", VENDORS)
def test_an_answer_whose_bytes_are_odd(vendor, raw):
    """What can still be read is read, for a purchase hangs on it; the rest is no answer."""
    by_operation = names(vendor)
    for example in distinct(vendor):
        if example.status >= 300 or example.operation not in by_operation:
            continue
        answering = RecordedVendor(vendor, example, lambda content: RAW[raw](json.dumps(content).encode()))
        assert not list(fault(vendor, answering, raw))


@pytest.mark.parametrize("raw", sorted(READABLE))
@pytest.mark.parametrize("vendor", VENDORS)
def test_a_create_that_can_be_read_is_not_in_doubt(vendor, raw):
    create = next(one for one in examples(vendor) if facts(vendor)[one.operation].role == "create")
    create = RecordedVendor(vendor).best(create.operation)
    answering = RecordedVendor(vendor, create, lambda content: RAW[raw](json.dumps(content).encode()))
    with client_of(vendor, 0, answering) as client:
        assert CALLS[vendor][names(vendor)[create.operation]](client).id


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (rb'"\ud83d\ude00"', "\U0001f600"),
        (rb'"\ud83d"', "\ufffd"),
        (rb'"\uDE00\ud83d"', "\ufffd\ufffd"),
        (rb'"\\ud83d"', "\\ud83d"),
        (rb'"\\\ud83d\u0041\n"', "\\\ufffdA\n"),
        (b'"\xed\xa0\x80"', "\ufffd\ufffd\ufffd"),
    ],
)
def test_half_a_character_is_read_as_a_mark_of_one(text, value):
    assert decoded(text) == value


@pytest.mark.parametrize(
    "task_id", ["\ud800", ".", "..", "", True, 1.5, None, "a\nb", "x" * 5000, KEY, f"a-{KEY}", [1], {}]
)
@pytest.mark.parametrize("vendor", VENDORS)
def test_an_id_that_can_name_no_task_leaves_the_outcome_unknown(vendor, task_id):
    create = next(one for one in examples(vendor) if facts(vendor)[one.operation].role == "create")
    create = RecordedVendor(vendor).best(create.operation)
    place = next(place for place in places(create.content) if place[-1:] in (("task_id",), ("id",)))
    answering = spoiled(create, {place: task_id})
    with client_of(vendor, 0, answering) as client, pytest.raises(OutcomeUnknown) as caught:
        CALLS[vendor][names(vendor)[create.operation]](client)
    check(caught.value)
    assert KEY not in str(caught.value)
