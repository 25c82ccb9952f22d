"""``--dry-run`` of an operation's command."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

import attrs
import click

from safelight.batch.catalogue import work_of
from safelight.batch.quotes import Quotes
from safelight.cli.access import MADE_UP, Access, access, new_client
from safelight.cli.naming import Exists, Place, label_of
from safelight.cli.output import json_line
from safelight.cli.reporting import Report, exit_code
from safelight.cli.settings import Settings
from safelight.cli.titles import ids_of
from safelight.cli.vendors import AnyClient, Vendor, command_name
from safelight.cli.wording import on_command_line, worded
from safelight.core.base.methods import MethodFacts
from safelight.core.base.outcome import Credits
from safelight.core.base.redact import PATH, brief
from safelight.core.base.texts import counted
from safelight.errors import ConfigurationError, InvalidInput, SafelightError
from safelight.preview import Preview, PreviewedFile, preview

ROUTES: Mapping[str, str] = {
    "presigned": "uploaded first, to a presigned URL",
    "form": "sent inside the request",
    "inline": "sent inside the request, as base64",
    "url": "uploaded first, then named by its URL",
}


class Price(NamedTuple):
    """What a task costs, and who says so."""

    credits: Credits | None
    by: Literal["quote", "documents"] | None


def preview_calls(
    vendor: Vendor,
    method: MethodFacts,
    calls: Sequence[tuple[str, dict[str, object]]],
    settings: Settings,
    title: str | None = None,
    prepare: object = None,
    places: Sequence[Place] = (),
) -> int:
    """Tell what each task would send and cost, and ask for nothing but free quotes; the exit code.

    Args:
        title: Of a style or template, whose ids are looked up.
        prepare: The value of ``--prepare``.
        places: Where each task's files would go; what exists there is refused or skipped, as it will be.

    Raises:
        ConfigurationError: The profile or the address cannot be used, or there is no key to look a title up with.
        SafelightError: A title cannot be looked up.
    """
    with access(
        vendor, sandbox=settings.sandbox, profile=settings.profile, base_url=settings.base_url
    ) as found:
        previews = _Previews(vendor, method, settings, found, prepare)
        return asyncio.run(previews.run(calls, title, places))


@attrs.define
class _Previews:
    vendor: Vendor
    method: MethodFacts
    settings: Settings
    found: Access
    prepare: object = None
    quotes: Quotes = attrs.field(factory=Quotes)
    unquoted: str = ""
    """Why the vendor was not asked for its price."""

    async def run(
        self,
        calls: Sequence[tuple[str, dict[str, object]]],
        title: str | None,
        places: Sequence[Place] = (),
    ) -> int:
        if title is not None:
            async with new_client(self.vendor, self.found) as client:
                ids = await ids_of(client, self.vendor, self.method, title, calls[0][1])
            calls = [(source, {**call, **ids}) for source, call in calls]
        reports: list[Report] = []
        prices: list[Price] = []
        async with self._checking() as checking:
            for number, (source, call) in enumerate(calls):
                label = label_of(source) if source else command_name(self.method.name)
                report = Report(label, self.vendor.name, self.method.name, end="done")
                reports.append(report)
                try:
                    if places and not await asyncio.to_thread(self._is_free, places[number]):
                        report.end = "skipped"
                        if not self.settings.quiet:
                            click.echo(f"{brief(label, PATH)}: skipped, its result exists", err=True)
                        continue
                    checked = await preview(checking, self.method.name, call)
                    prices.append(await self._price(call, checked))
                except SafelightError as error:
                    report.end, report.error = "failed", error
                    name = f"{brief(label, PATH)}: " if len(calls) > 1 else ""
                    click.echo(f"{name}error: {on_command_line(str(error))}", err=True)
                else:
                    self._print(checked, prices[-1], first=len(prices) == 1)
        if prices and not self.settings.json:
            click.echo(cost_text(self.vendor, self.method, prices))
        if self.unquoted and not self.settings.quiet:
            click.echo(f"note: {self.unquoted}", err=True)
        return exit_code(reports)

    def _checking(self) -> AnyClient:
        """A client to check with, which needs no key."""
        second = {"secret_key": MADE_UP} if self.vendor.facts.environment.secret_key else {}
        made_up = Access({**self.found.client, "api_key": MADE_UP, **second})
        return new_client(self.vendor, made_up, self.prepare)

    def _is_free(self, place: Place) -> bool:
        """Whether a task's files can be saved; False where the task is to be skipped."""
        try:
            place.check_free(overwrite=self.settings.overwrite)
        except Exists as error:
            if self.settings.skip_existing:
                return False
            raise InvalidInput(error.message, field=error.field) from None  # its public kind
        return True

    async def _price(self, call: Mapping[str, object], checked: Preview) -> Price:
        documented = Price(checked.credits, "documents" if checked.credits else None)
        work = work_of(self.vendor.name, self.method.name)
        if work.create.quote is None or self.unquoted:
            return documented
        try:
            async with new_client(self.vendor, self.found) as client:
                asked = await self.quotes.of(work, call, self.settings.profile, lambda: client)
        except ConfigurationError as error:  # there is no key
            self.unquoted = f"not asked for a quote: {on_command_line(error.message)}"
        except SafelightError as error:
            self.unquoted = f"no quote: {on_command_line(str(error))}"
        else:
            if asked is not None:
                return Price(Credits(asked, asked), "quote")
        return documented

    def _print(self, checked: Preview, price: Price, *, first: bool) -> None:
        if self.settings.json:
            told = attrs.asdict(attrs.evolve(checked, credits=price.credits))
            click.echo(
                json_line(
                    {
                        **told,
                        "price_by": price.by,
                        "price": worded(self.method.price_text, self.method.parameters),
                    }
                )
            )
            return
        if first:
            name = command_name(self.method.name)
            click.echo("Dry run: nothing is sent or bought.")
            click.echo(f"{self.vendor.title} {name}: {checked.http_method} {checked.address}")
            for option, value in checked.options.items():
                text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
                click.echo(f"  {command_name(option)}: {brief(text, PATH)}")
        for file in checked.files:
            click.echo(f"  {file_text(file)}")
        for line in checked.prepared:
            click.echo(f"    prepared: {line}")


def file_text(file: PreviewedFile) -> str:
    """A file in one line."""
    if file.size is None:
        return f"{file.parameter}: {file.name}, fetched by the vendor"
    pixels = "" if file.pixels is None else f", {file.pixels[0]} x {file.pixels[1]} pixels"
    return f"{file.parameter}: {file.name}, {file.type}, {file.size:,} bytes{pixels}, {ROUTES[file.route]}"


def cost_text(vendor: Vendor, method: MethodFacts, prices: Sequence[Price]) -> str:
    """What tasks cost together, in a sentence."""
    source = method.source
    single = source is not None and not method.parameters[source].many
    kind = "task" if not single else "image" if source == "image" else "file"
    tasks = f"{len(prices)} {kind}{'s' if len(prices) > 1 else ''}"
    known = [price.credits for price in prices if price.credits is not None]
    document = vendor.facts.price_source
    if len(known) < len(prices):
        first, *_ = worded(method.price_text, method.parameters).removesuffix(".").split(". ")
        reason = "Cost: unknown; it depends on the content" if method.amounts else first
        return f"{reason} ({tasks})."
    expected, most = sum(one.expected for one in known), sum(one.most for one in known)
    limit = f", at most {most:g}" if most > expected else ""
    by = (
        "the vendor's quote" if prices[0].by == "quote" else document and f"{document.title}, {document.date}"
    )
    return f"Cost: {counted(expected, 'credit')}{limit} ({tasks}; {by})."
