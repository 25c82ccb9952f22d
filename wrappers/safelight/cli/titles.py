"""Styles and templates by their titles, in place of the ids that the vendor lists."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from typing import Any, NamedTuple, cast

import click

from safelight.cli.vendors import AnyClient, Vendor, command_name
from safelight.core.base.methods import MethodFacts
from safelight.core.base.redact import brief
from safelight.core.base.texts import did_you_mean, listed
from safelight.errors import InvalidInput

TITLED = "titled"
"""The name of the option among a command's values."""
MOST = 5
"""Choices that an error lists."""


class ListedOption(click.Option):
    """An option for an id, which may be left out where a title is given."""

    def handle_parse_result(
        self, ctx: click.Context, opts: Mapping[str, Any], args: list[str]
    ) -> tuple[Any, list[str]]:
        """Read the option, unless a title stands for it."""
        if self.name in opts or TITLED not in opts:
            return super().handle_parse_result(ctx, opts, args)
        ctx.params[self.name] = None
        return None, args


class Choice(NamedTuple):
    """What a vendor lists: its titles from the outermost, and the arguments that mean it."""

    titles: tuple[str, ...]
    ids: Mapping[str, object]


def listed_parameters(method: MethodFacts) -> Mapping[str, str]:
    """The parameters whose values the vendor lists, outermost first, and the listing of each."""
    return {name: one.listed_by for name, one in method.parameters.items() if one.listed_by is not None}


def kind_of(method: MethodFacts) -> str:
    """What is chosen, such as ``style``; empty where nothing is listed."""
    return next(reversed(list(listed_parameters(method))), "").removesuffix("_id")


def title_option(method: MethodFacts) -> click.Option:
    """The option that takes a title."""
    *_, (parameter, listing) = listed_parameters(method).items()
    return click.Option(
        [TITLED, f"--{kind_of(method)}"],
        metavar="TITLE",
        help=f"Its title, in place of --{command_name(parameter)}; {command_name(listing)} lists them.",
    )


async def ids_of(
    client: AnyClient, vendor: Vendor, method: MethodFacts, title: str, given: Mapping[str, object]
) -> Mapping[str, object]:
    """The arguments that a title means.

    Raises:
        InvalidInput: None or several have it; the message names similar ones, or all of them.
    """
    *_, last = parameters = list(listed_parameters(method))
    kind, shown = kind_of(method), brief(repr(title))
    if last in given:
        raise click.UsageError(f"--{kind} and --{command_name(last)} exclude each other.")
    feature = vendor.facts.operations[method.operation].tag
    known = {name: given[name] for name in parameters if name in given}
    choices = [choice async for choice in _choices(client, method, [feature], parameters, known)]
    found = [choice for choice in choices if choice.titles[-1].casefold() == title.strip().casefold()]
    if len(found) == 1:
        return found[0].ids
    if not found:
        hint = did_you_mean(title, list(dict.fromkeys(choice.titles[-1] for choice in choices)))
        raise InvalidInput(f"{vendor.title} lists no {kind} {shown} for {feature}.{hint}", field=kind)
    several = [
        " ".join(f"--{command_name(name)} {value}" for name, value in choice.ids.items())
        + (f" ({' / '.join(choice.titles[:-1])})" if choice.titles[:-1] else "")
        for choice in found[:MOST]
    ]
    raise InvalidInput(f"{len(found)} {kind}s are called {shown}: pass {listed(several)}", field=kind)


async def _choices(
    client: AnyClient,
    method: MethodFacts,
    path: Sequence[object],
    parameters: Sequence[str],
    known: Mapping[str, object],
    titles: tuple[str, ...] = (),
) -> AsyncIterator[Choice]:
    """Everything that is listed below a path of a feature and ids, depth first."""
    name, *inner = parameters
    if name in known:
        async for choice in _choices(client, method, [*path, known[name]], inner, known, titles):
            yield Choice(choice.titles, {name: known[name], **choice.ids})
        return
    listing = cast("Callable[..., AsyncIterator[Any]]", getattr(client, listed_parameters(method)[name]))
    async for item in listing(*path):
        here = (*titles, title_of(item.to_dict()))
        if not inner:
            yield Choice(here, {name: item.id})
            continue
        async for choice in _choices(client, method, [*path, item.id], inner, known, here):
            yield Choice(choice.titles, {name: item.id, **choice.ids})


def title_of(item: Mapping[str, object]) -> str:
    """What a person calls an item; empty where it has no name."""
    info = item.get("info")
    return str((cast("Mapping[str, object]", info) if isinstance(info, Mapping) else item).get("title") or "")
