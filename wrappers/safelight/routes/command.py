"""``safelight route``: one operation, at the first of several vendors that does it."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial
from typing import TypeAlias, cast

import attrs
import click

from safelight.batch.catalogue import Work
from safelight.batch.cli import read_option
from safelight.batch.measuring import why_refused
from safelight.checks import check_installed
from safelight.cli.access import Access, new_client, sandbox_clients
from safelight.cli.events import stage
from safelight.cli.naming import STDIN, Expected, Place, check_out, label_of, places, source_stem
from safelight.cli.parameters import ONE_SOURCE_ONLY
from safelight.cli.reporting import Report, give_up
from safelight.cli.running import AnyTask, Job, run_jobs
from safelight.cli.saving import save
from safelight.cli.settings import (
    Settings,
    common_options,
    dry_run_option,
    prepare_option,
    read_settings,
)
from safelight.cli.vendors import AnyClient, command_name
from safelight.cli.wording import on_command_line
from safelight.core.base.homes import expanded
from safelight.core.base.texts import counted
from safelight.core.plans import files_made
from safelight.core.results import AsyncResult
from safelight.core.transfers.preparing import Prepare
from safelight.core.transfers.sources import File, Source, url_of
from safelight.errors import SafelightError
from safelight.routes.journey import Journey, OnSuspect
from safelight.routes.stops import Stop, arguments_of, call_of, works_of
from safelight.routes.tried import Tried
from safelight.vendors import vendor_of

Plan: TypeAlias = Sequence[tuple[Work, Mapping[str, object]]]
"""The vendors in order, each with the arguments beside the source."""
NEEDLESS = "base_url"
"""An option that several vendors cannot share."""


def route_command() -> click.Command:
    """Make the command."""
    return click.Command(
        "route",
        params=[
            click.Argument(["operation"], metavar="OPERATION"),
            click.Argument(["sources"], nargs=-1, metavar="SOURCE..."),
            click.Option(
                ["--vendor", "vendor"],
                required=True,
                metavar="FIRST,NEXT,...",
                help="The vendors to ask, in this order.",
            ),
            click.Option(
                ["-O", "--option", "options"],
                multiple=True,
                metavar="[VENDOR:]NAME=VALUE",
                help="An argument of the operation, for every vendor or for one; may be repeated.",
            ),
            click.Option(
                ["--on-suspect"],
                type=click.Choice(["keep", "retry-elsewhere"]),
                default="keep",
                show_default=True,
                help="With retry-elsewhere, results are checked, and a suspect one is bought again from the next vendor: "
                "both are paid for.",
            ),
            prepare_option(),
            *(option for option in common_options() if option.name != NEEDLESS),
            dry_run_option(),
        ],
        callback=_route,
        short_help="Run an operation at the first vendor that takes it.",
        help="Run OPERATION on each SOURCE at the first vendor that takes it.\n\nThe next vendor is asked on an outage, a "
        "rate limit that lasts, a refused key, an empty account, or a limit that the picture does not fit: never after a "
        "request that may have been charged. What was tried is printed on stderr, and stands in --json.",
        epilog="\b\nExamples:\n"
        "  safelight --sandbox route remove-background photo.jpg \\\n"
        "      --vendor picwish,pilio -o out/\n"
        "  safelight route remove-background *.jpg --vendor picwish,pilio \\\n"
        "      -O picwish:type=person --on-suspect retry-elsewhere -o out/",
    )


def _route(**values: object) -> None:
    context = click.get_current_context()
    settings = read_settings(context, {**values, NEEDLESS: None})
    sources = [expanded(source) for source in cast("tuple[str, ...]", values["sources"])]
    on_suspect = cast("OnSuspect", values["on_suspect"])
    try:
        names = [vendor_of(name.strip()).name for name in cast("str", values["vendor"]).split(",")]
        works = works_of(names, cast("str", values["operation"]))
        options = dict(map(read_option, cast("tuple[str, ...]", values["options"])))
        _check(works, sources, options, settings, on_suspect)
        plan = list(zip(works, arguments_of(works, options), strict=True))
        if values["dry_run"]:
            for line in _described(plan, sources, cast("Prepare | None", values["prepare"])):
                click.echo(line)
            context.exit(0)
        with sandbox_clients(sandboxed=settings.sandbox) as clients:
            if clients and settings.no_wait:
                raise click.UsageError(
                    "--no-wait needs a sandbox that stays: start one with safelight sandbox."
                )
            access = {
                name: Access({"profile": settings.profile, **clients.get(name, {})}, lasting=not clients)
                for name in names
            }
            if settings.sandbox and not settings.quiet:
                click.echo("sandbox: the vendors are emulated on this machine; no key, no credits", err=True)
            opened = partial(_opened, plan, access, values["prepare"], settings, sources, on_suspect)
            code = run_jobs(opened, settings, lasting=not clients)
    except SafelightError as error:
        give_up(error)
    context.exit(code)


def _check(
    works: Sequence[Work],
    sources: Sequence[str],
    options: Mapping[str, object],
    settings: Settings,
    on_suspect: OnSuspect,
) -> None:
    """What is wrong with a command's words, before anything is opened."""
    if len({work.vendor for work in works}) < len(works):
        raise click.UsageError("--vendor names a vendor twice.")
    if bool(sources) != (works[0].source is not None):
        what = "takes no SOURCE" if sources else "needs a SOURCE"
        raise click.UsageError(f"{command_name(works[0].operation)} {what}.")
    if STDIN in sources:
        raise click.UsageError(
            "stdin can be read only once, and several vendors may have to read it: name a file."
        )
    for name in options:
        if len(sources) > 1 and name.rpartition(":")[2] in ONE_SOURCE_ONLY:
            raise click.UsageError(f"{name} is for one source; there are {len(sources)}.")
    if on_suspect == "retry-elsewhere":
        check_installed()
        for wrong, option in ((settings.out == STDIN, "-o -"), (settings.no_wait, "--no-wait")):
            if wrong:
                raise click.UsageError(f"--on-suspect retry-elsewhere and {option} exclude each other.")


def _described(plan: Plan, sources: Sequence[str], prepare: Prepare | None) -> list[str]:
    """What the command would ask, and what it costs; and what a vendor would refuse, as files' headers say."""
    paths = ["" if source == STDIN else source for source in sources or [""]]
    refused = [[why_refused(work, path, given, prepare) for work, given in plan] for path in paths]
    tasks = sum(not all(whys) for whys in refused)
    name = command_name(plan[0][0].operation)
    lines = [f"{name}: {counted(tasks, 'task')}, each at the first vendor that takes it"]
    for number, (work, given) in enumerate(plan):
        price, count = work.price(given), sum(not whys[number] for whys in refused)
        cost = "unknown" if price is None else counted(count * price, "credit")
        limits = "all" if count == tasks else f"the {count} within its limits"
        taken = f"{cost}, if it takes {limits}" if count else "takes none of them"
        lines.append(f"  {work.facts.title}: {taken}")
    for path, whys in zip(paths, refused, strict=True):
        if all(whys) and len(set(whys)) == 1:
            lines.append(f"  {path}: {whys[0]}")
            continue
        lines += [
            f"  {path}: not at {work.facts.title}: {why}"
            for (work, _), why in zip(plan, whys, strict=True)
            if why
        ]
    return list(map(on_command_line, lines))


@asynccontextmanager
async def _opened(
    plan: Plan,
    access: Mapping[str, Access],
    prepare: object,
    settings: Settings,
    sources: Sequence[str],
    on_suspect: OnSuspect,
) -> AsyncGenerator[list[Job], None]:
    async with AsyncExitStack() as stack:
        clients = [
            await stack.enter_async_context(new_client(vendor_of(work.vendor), access[work.vendor], prepare))
            for work, _ in plan
        ]
        labels = list(sources) or [""]
        name = command_name(plan[0][0].operation)
        makes = list(dict.fromkeys(made for work, given in plan for made in files_made(work.method, given)))
        out = check_out(settings.out, len(labels))
        if settings.out == STDIN:
            makes = makes[:1]
        given_name = cast("str | None", plan[0][1].get("filename"))
        stems = [source_stem(source, given_name, name) for source in labels]
        found = places(out, labels, stems, name, Expected(makes))
        yield [
            _job(plan, clients, source, place, on_suspect, settings)
            for source, place in zip(labels, found, strict=True)
        ]


def _job(
    plan: Plan,
    clients: Sequence[AnyClient],
    source: str,
    place: Place,
    on_suspect: OnSuspect,
    settings: Settings,
) -> Job:
    work = plan[0][0]
    report = Report(label_of(source) if source else command_name(work.operation), work.vendor, work.operation)
    report.tried = []
    stops: list[Stop] = []
    for client, (one, given) in zip(clients, plan, strict=True):
        fetch = url_of(source) is not None and not vendor_of(one.vendor).takes_urls
        content: Source = File(source, fetch=True) if fetch else source
        positional, named = call_of(one, content, given)
        stops.append(Stop(one, partial(getattr(client, one.operation), *positional, **named)))
    journey = Journey(stops, on_suspect, partial(_note, report))
    elsewhere = partial(_elsewhere, journey, report, place, settings) if journey.checked else None
    return Job(report, partial(_begin, journey, report, list[AnyTask]()), place, elsewhere=elsewhere)


def _note(report: Report, tried: Tried) -> None:
    report.tried = [*(report.tried or ()), tried]


async def _begin(journey: Journey, report: Report, made: list[AnyTask]) -> AnyTask:
    """Create a task at the first vendor that takes it; without one, go back to the last, whose result was suspect.

    Args:
        made: The tasks before it.
    """
    while True:
        report.vendor = journey.stop.work.vendor
        try:
            made.append(cast("AnyTask", await journey.stop.create()))
            return made[-1]
        except SafelightError as error:
            try:
                journey.failed(error)
            except SafelightError:
                if not (journey.over and made):
                    raise
                report.vendor = made[-1].vendor
                return made[-1]
            if report.maybe_bought is not None:  # interrupted meanwhile: nothing more is bought
                raise
            if (here := stage.get()) is not None:
                here.sent = here.uncertain = False


async def _elsewhere(
    journey: Journey, report: Report, place: Place, settings: Settings, result: AsyncResult[object]
) -> bool:
    """Check a result, and save a suspect one aside if another vendor is to make it again; whether one is."""
    vendor = journey.stop.work.vendor
    if journey.over or not journey.suspect(vendor, result, await result.check()):
        return False
    mark = f"-suspect-{vendor}"
    aside = (
        Place(place.path, f"{place.name}{mark}")
        if place.name is not None
        else Place(place.path.with_stem(f"{place.path.stem}{mark}"))
    )
    saved = await save(result, aside, overwrite=settings.overwrite, say=lambda _note: None)
    report.tried = [*(report.tried or ())[:-1], attrs.evolve(journey.tried[-1], files=tuple(map(str, saved)))]
    return True
