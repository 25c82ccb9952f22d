"""Commands that only ask: what a vendor offers, such as styles that an operation can be given, or a price."""

from __future__ import annotations

import inspect
import json
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import NoneType, UnionType
from typing import Literal, Union, cast, get_args, get_origin, get_type_hints

import click

from safelight.cli.access import Access, access, new_client
from safelight.cli.examples import listing_examples, operation_examples
from safelight.cli.output import failure_of_stdout, json_line
from safelight.cli.parameters import PREFIX, given, operation_options
from safelight.cli.reporting import FAILED, give_up
from safelight.cli.settings import access_options, option_names, wants_sandbox
from safelight.cli.tables import Column, print_table
from safelight.cli.values import TEXT, Value
from safelight.cli.vendors import AnyListing, Vendor, command_name
from safelight.cli.wording import summary, worded
from safelight.core.base.methods import Kind, MethodFacts
from safelight.core.base.redact import printable
from safelight.core.base.texts import listed
from safelight.core.transfers.sources import url_of
from safelight.errors import SafelightError
from safelight.vendors import items_of


def listing_command(vendor: Vendor, method: str, listing: AnyListing) -> click.Command:
    """Make the command of a listing: its parameters are arguments, its items lines of JSON."""
    parameters = listing.__signature__.parameters
    hints = get_type_hints(listing.flow)
    doc = inspect.cleandoc(listing.__doc__ or "")
    values = {name: Value([_kind(hints[name])]) for name in parameters}
    said, *_ = re.split(r"\n\n(?:Args|Raises|Returns|Yields):\n", doc)
    texts = dict(re.findall(r"^ {4}(\w+): (.*(?:\n {8}.*)*)", doc, re.MULTILINE))
    required = {name: one.default is one.empty for name, one in parameters.items()}
    return click.Command(
        command_name(method),
        params=[
            *(
                click.Argument(
                    [f"{PREFIX}{name}"],
                    type=value,
                    metavar=name.upper() if required[name] else f"[{name.upper()}]",
                    required=required[name],
                    shell_complete=value.complete,
                )
                for name, value in values.items()
            ),
            json_option(),
            *access_options(),
        ],
        callback=_List(vendor, method),
        short_help=summary(doc),
        help=f"{worded(said, parameters)}\n\nEach is printed as one line of JSON; on a terminal they are a table.",
        epilog="\n\n".join(
            [
                *(
                    f"{name.upper()}: {worded(' '.join(texts.get(name, '').split()), parameters)}"
                    + (f" One of {listed(value.choices)}." if value.choices else "")
                    for name, value in values.items()
                ),
                listing_examples(vendor, method),
            ]
        ),
    )


def call_command(vendor: Vendor, method: MethodFacts) -> click.Command:
    """Make the command of a method that only asks: what it gives is printed as lines of JSON."""
    common = [json_option(), *access_options()]
    said = worded(method.summary, method.parameters)
    return click.Command(
        command_name(method.name),
        params=[*operation_options(vendor, method, option_names(common)), *common],
        callback=_List(vendor, method.name),
        short_help=said,
        help=f"{said}\n\nThe answer is printed as lines of JSON; on a terminal it is a table.",
        epilog=operation_examples(vendor, method),
    )


def json_option() -> click.Option:
    """``--json`` of what is a table on a terminal."""
    return click.Option(["--json", "json_"], is_flag=True, help="Print lines of JSON on a terminal too.")


def is_terminal() -> bool:
    """Whether stdout is one."""
    return sys.stdout.isatty()


def _kind(hint: object) -> Kind:
    """The kind of value that an annotation is of: one of several words, an integer or text; None aside."""
    if get_origin(hint) in (Union, UnionType):
        hint = next(member for member in get_args(hint) if member is not NoneType)
    if get_origin(hint) is Literal:
        return Kind("string", get_args(hint))
    return Kind("integer") if hint is int else TEXT


@dataclass(frozen=True, slots=True)
class _List:
    vendor: Vendor
    method: str

    def __call__(
        self, *, profile: str | None, base_url: str | None, sandbox: bool, json_: bool, **values: object
    ) -> None:
        import asyncio  # noqa: PLC0415 - help of a vendor needs none

        wanted = sandbox or wants_sandbox(click.get_current_context())
        try:
            with access(self.vendor, sandbox=wanted, profile=profile, base_url=base_url) as found:
                if found.notice:
                    click.echo(found.notice, err=True)
                table = is_terminal() and not json_
                count = asyncio.run(self._print(found, given(values), table=table))
        except SafelightError as error:
            give_up(error)
        if not count:
            click.echo(f"error: {self.vendor.title} lists nothing", err=True)
            click.get_current_context().exit(FAILED)

    async def _print(self, found: Access, values: dict[str, object], *, table: bool) -> int:
        """Print what is listed; how many there are."""
        items: list[object] = []
        async with new_client(self.vendor, found) as client:
            async for item in items_of(getattr(client, self.method)(**values)):
                items.append(_as_data(item))
                if not table:
                    click.echo(json_line(items[-1]))
                if failure_of_stdout() is not None:
                    break
        if table and items:
            _print_table(items)
        return len(items)


def _print_table(items: Sequence[object]) -> None:
    """Print items for a person: a column for each of their texts and numbers, but for addresses of pictures."""
    several, single = _page(items)
    rows = [dict(_cells(item)) for item in several]
    if names := list(dict.fromkeys(name for row in rows for name in row)):
        columns: dict[str, Column] = {name.replace("_", " ").capitalize(): {} for name in names}
        print_table(columns, [[printable(row.get(name, "")) for name in names] for row in rows])
    for name, text in _cells(single):
        click.echo(printable(f"{name.replace('_', ' ')}: {text}"))


def _page(items: Sequence[object]) -> tuple[Sequence[object], object]:
    """What to make rows of, and what to print below; a single answer that holds a list is a page of its items."""
    only = items[0] if len(items) == 1 else None
    if only is None:
        return items, None
    fields = cast("Mapping[str, object]", only if isinstance(only, Mapping) else {})
    for name, value in fields.items():
        found = cast("list[object]", value if isinstance(value, list) else [])
        if any(isinstance(item, Mapping) for item in found):
            return found, {key: fields[key] for key in fields if key != name}
    return [], items[0]


def _cells(item: object, name: str = "value") -> Iterator[tuple[str, str]]:
    if isinstance(item, Mapping):
        for key, value in cast("Mapping[str, object]", item).items():
            yield from _cells(value, key)
    elif item is not None and not url_of(text := item if isinstance(item, str) else json.dumps(item)):
        yield name, text


def _as_data(item: object) -> object:
    to_dict = cast("Callable[[], object] | None", getattr(item, "to_dict", None))
    return item if to_dict is None else to_dict()
