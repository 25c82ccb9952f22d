"""Commands that list what a vendor offers, such as the styles that an operation can be given."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import cast

import click

from safelight.cli.access import Access, access, new_client
from safelight.cli.examples import listing_examples
from safelight.cli.output import failure_of_stdout
from safelight.cli.parameters import PREFIX, given
from safelight.cli.reporting import give_up
from safelight.cli.settings import access_options, wants_sandbox
from safelight.cli.values import Value
from safelight.cli.vendors import AnyListing, Vendor, command_name
from safelight.cli.wording import arguments, description, summary
from safelight.core.base.wording import listed
from safelight.errors import SafelightError
from safelight.vendors.hints import type_hints


def listing_command(vendor: Vendor, method: str, listing: AnyListing) -> click.Command:
    """Make the command of a listing: its parameters are arguments, its items lines of JSON."""
    parameters = listing.__signature__.parameters
    hints = type_hints(vendor, listing)
    texts = arguments(listing.__doc__, parameters)
    values = {name: Value(hints[name]) for name in parameters}
    return click.Command(
        command_name(method),
        params=[
            *(
                click.Argument(
                    [f"{PREFIX}{name}"],
                    type=value,
                    metavar=name.upper(),
                    required=parameters[name].default is parameters[name].empty,
                    shell_complete=value.complete,
                )
                for name, value in values.items()
            ),
            *access_options(),
        ],
        callback=_List(vendor, method),
        short_help=summary(listing.__doc__, parameters),
        help=description(listing.__doc__, parameters) + "\n\nEach is printed as one line of JSON.",
        epilog="\n\n".join(
            [
                *(
                    f"{name.upper()}: {texts.get(name, '')}"
                    + (f" One of {listed(value.choices)}." if value.choices else "")
                    for name, value in values.items()
                ),
                listing_examples(method),
            ]
        ),
    )


@dataclass(frozen=True, slots=True)
class _List:
    vendor: Vendor
    method: str

    def __call__(self, *, profile: str | None, base_url: str | None, sandbox: bool, **values: object) -> None:
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
            items = cast("Callable[..., AsyncIterator[object]]", getattr(client, self.method))(**values)
            async for item in items:
                click.echo(json.dumps(_as_data(item), ensure_ascii=False))
                if failure_of_stdout() is not None:
                    return


def _as_data(item: object) -> object:
    to_dict = cast("Callable[[], object] | None", getattr(item, "to_dict", None))
    return item if to_dict is None else to_dict()
