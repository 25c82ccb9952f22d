"""Commands that only ask: what a vendor offers, such as styles that an operation can be given, or a price."""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from types import NoneType, UnionType
from typing import Literal, Union, cast, get_args, get_origin, get_type_hints

import click

from safelight.cli.access import Access, access, new_client
from safelight.cli.examples import listing_examples, operation_examples
from safelight.cli.output import failure_of_stdout
from safelight.cli.parameters import PREFIX, given, operation_options
from safelight.cli.reporting import give_up
from safelight.cli.settings import access_options, option_names, wants_sandbox
from safelight.cli.values import TEXT, Value
from safelight.cli.vendors import AnyListing, Vendor, command_name
from safelight.cli.wording import summary, worded
from safelight.core.base.methods import Kind, MethodFacts
from safelight.core.base.texts import listed
from safelight.errors import SafelightError


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
            *access_options(),
        ],
        callback=_List(vendor, method),
        short_help=summary(doc),
        help=f"{worded(said, parameters)}\n\nEach is printed as one line of JSON.",
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
    common = access_options()
    said = worded(method.summary, method.parameters)
    return click.Command(
        command_name(method.name),
        params=[*operation_options(vendor, method, option_names(common)), *common],
        callback=_List(vendor, method.name),
        short_help=said,
        help=f"{said}\n\nThe answer is printed as lines of JSON.",
        epilog=operation_examples(vendor, method),
    )


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

    def __call__(self, *, profile: str | None, base_url: str | None, sandbox: bool, **values: object) -> None:
        import asyncio  # noqa: PLC0415 - help of a vendor needs none

        wanted = sandbox or wants_sandbox(click.get_current_context())
        try:
            with access(self.vendor, sandbox=wanted, profile=profile, base_url=base_url) as found:
                if found.notice:
                    click.echo(found.notice, err=True)
                asyncio.run(self._print(found, given(values)))
        except SafelightError as error:
            give_up(error)

    async def _print(self, found: Access, values: dict[str, object]) -> None:
        async with new_client(self.vendor, found) as client:
            async for item in _each(getattr(client, self.method)(**values)):
                click.echo(json.dumps(_as_data(item), ensure_ascii=False))
                if failure_of_stdout() is not None:
                    return


async def _each(found: AsyncIterator[object] | Awaitable[object]) -> AsyncIterator[object]:
    """The items of a listing, or what a call gives: one, or a list."""
    if isinstance(found, AsyncIterator):
        async for item in found:
            yield item
        return
    answer = await found
    for item in cast("list[object]", answer) if isinstance(answer, list) else [answer]:
        yield item


def _as_data(item: object) -> object:
    to_dict = cast("Callable[[], object] | None", getattr(item, "to_dict", None))
    return item if to_dict is None else to_dict()
