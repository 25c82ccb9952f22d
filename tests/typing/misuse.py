"""Mistakes that type checkers must find. Never run: an ignore without an error to ignore is itself an error."""

from __future__ import annotations

from safelight import AsyncClaid, AsyncPilio, Claid, Options, Perfect, PicWish, Pilio, RetryPolicy


def arguments(pilio: Pilio, perfect: Perfect, picwish: PicWish, claid: Claid) -> None:
    pilio.remove_background()  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    pilio.remove_background(5)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    pilio.remove_background("a.png", "portrait")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    pilio.remove_background("a.png", industry_type="pets")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    pilio.remove_background("a.png", quality="fast")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    perfect.remove_background("a.png", output_ext="gif")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    perfect.remove_background("a.png", request_id="7")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    picwish.remove_background("a.png", returns="file")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    claid.remove_background("a.png", clipping="yes")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def nested_options(claid: Claid) -> None:
    claid.edit("a.png", {"resize": {"width": 800}})  # type: ignore[typeddict-unknown-key]  # pyright: ignore[reportArgumentType]
    claid.edit("a.png", {"resizing": {"width": []}})  # type: ignore[typeddict-item]  # pyright: ignore[reportArgumentType]


def waiting(pilio: Pilio) -> None:
    task = pilio.remove_background("a.png")
    task.result(timeout=5)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    task.result(within="5")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    task.result(5)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    str(task.result().raw.image)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType, reportUnknownArgumentType]
    task.result().save()  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    pilio.resume(task)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


async def two_worlds(sync: Pilio, other: AsyncPilio, claid: AsyncClaid) -> None:
    await sync.remove_background("a.png")  # type: ignore[misc]  # pyright: ignore[reportGeneralTypeIssues]
    claid.remove_background("a.png").result()  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
    task = await other.remove_background("a.png")
    list(task.updates())  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]
    with other:  # type: ignore[attr-defined]  # pyright: ignore[reportGeneralTypeIssues]
        pass
    async with sync:  # type: ignore[attr-defined]  # pyright: ignore[reportGeneralTypeIssues]
        pass


def settings() -> None:
    Pilio(timeout=5)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    Options(prepare="all")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    Options(retry=3)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    RetryPolicy(attempts="many")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
