"""The MCP server: lists the tools and calls them."""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections.abc import Awaitable, Callable, Mapping
from functools import cached_property
from typing import Any

import attrs
import mcp_types as types
from mcp.server.context import ServerRequestContext
from mcp.server.lowlevel import Server
from mcp.server.stdio import stdio_server

from safelight.agents.asking import Question, ask, questions
from safelight.agents.tasks import UNFINISHED, Settings, Tasks
from safelight.agents.tools import Tool, checked, operation_tools, vendor_notes
from safelight.core.base.redact import printable
from safelight.core.base.texts import did_you_mean
from safelight.errors import InvalidInput, SafelightError
from safelight.limits import as_data
from safelight.vendors import Vendor

FIRST_LOOK, LOOK = 0.05, 0.5
"""Seconds between two looks at a task that is waited for."""
INSTRUCTIONS = (
    "Edits pictures with paid AI services. Paths are those of this machine; only files in the allowed folders can be read: "
    "{allowed}. Results are saved below {out}. A tool answers within {within:g} seconds: with state 'done' and the files, or "
    "with state 'waiting' or 'running' and a token for fetch_result. The same call again returns the same task, and buys only "
    "what failed without a result. An answer with 'suspect' says what a check found wrong with the result: look at it. At most {cap:g} credits can be spent; the tool spent says how many are left."
)

LOGGER = logging.getLogger("safelight.agents")
Context = ServerRequestContext[Any]
Answer = Mapping[str, object]


@attrs.frozen(slots=False)  # older attrs have no cached properties in slots
class Service:
    """The tools of a server.

    Args:
        within: Seconds in which a call is answered.
    """

    tasks: Tasks
    vendors: Mapping[str, Vendor]
    settings: Settings
    within: float

    @cached_property
    def tools(self) -> Mapping[str, Tool]:
        """The operations' tools, by name."""
        return {
            name: tool
            for vendor in self.vendors.values()
            for name, tool in operation_tools(vendor.facts, urls=self.settings.folders.urls).items()
        }

    @cached_property
    def questions(self) -> Mapping[str, Question]:
        """The tools that ask a vendor for nothing, by name."""
        return {
            name: question for vendor in self.vendors.values() for name, question in questions(vendor).items()
        }

    def listed(self) -> list[types.Tool]:
        """All tools, as clients get them."""
        buying = types.ToolAnnotations(read_only_hint=False, destructive_hint=False, idempotent_hint=True)
        asking = types.ToolAnnotations(read_only_hint=True)
        tools = [
            *((name, about, schema, asking) for name, (about, schema, _) in self._own().items()),
            *((one.name, one.description, one.schema, asking) for one in self.questions.values()),
            *((one.name, one.description, one.schema, buying) for one in self.tools.values()),
        ]
        return [
            types.Tool(name=name, description=about, input_schema=dict(schema), annotations=kind)
            for name, about, schema, kind in tools
        ]

    async def call(self, name: str, arguments: Mapping[str, object]) -> Answer:
        """Call a tool.

        Raises:
            SafelightError: It is refused; nothing was bought.
        """
        own = self._own()
        if name in own:
            _, schema, answer = own[name]
            return await answer(checked(name, schema, arguments))
        if (question := self.questions.get(name)) is not None:
            client = self.settings.clients.get(question.vendor.name, {})
            return await ask(
                question,
                checked(name, question.schema, arguments),
                **{"profile": self.settings.profile, **client},
            )
        if name not in self.tools:
            known = [*own, *self.questions, *self.tools]
            raise InvalidInput(f"there is no tool {name!r}.{did_you_mean(name, known)}")
        tool = self.tools[name]
        token = await asyncio.to_thread(self.tasks.order, tool, checked(name, tool.schema, arguments))
        return await self._wait(token)

    def _own(self) -> Mapping[str, tuple[str, dict[str, Any], Callable[[Answer], Awaitable[Answer]]]]:
        token = {
            "token": {"type": "string", "description": "From the answer of the tool that began the task."}
        }
        vendor = {"vendor": {"type": "string", "enum": list(self.vendors)}}
        return {
            "fetch_result": (
                f"Wait up to {self.within:g} seconds for a task, by its token. Buys nothing.",
                _schema(token),
                lambda given: self._wait(str(given["token"])),
            ),
            "task_status": (
                "Say how a task is, by its token, without waiting. Buys nothing.",
                _schema(token),
                lambda given: asyncio.to_thread(self.tasks.state, str(given["token"])),
            ),
            "limits": (
                "Formats, bytes, pixels, rates and lifetimes of a vendor's operations, as documented. Free.",
                _schema(vendor),
                self._limits,
            ),
            "prices": (
                "Credits of each operation of a vendor, as documented; null where no document says. Free.",
                _schema(vendor),
                self._prices,
            ),
            "spent": (
                "Credits spent and left of the cap, and how many tasks there were. Free.",
                _schema({}),
                lambda _: asyncio.to_thread(self.tasks.spent),
            ),
        }

    async def _wait(self, token: str) -> Answer:
        end, pause = time.monotonic() + self.within, FIRST_LOOK
        while True:
            state = await asyncio.to_thread(self.tasks.state, token)
            left = end - time.monotonic()
            if state["state"] not in UNFINISHED:
                return state
            if left <= 0:
                return {**state, "next": "call fetch_result with this token"}
            await asyncio.sleep(min(pause, left))
            pause = min(LOOK, 1.5 * pause)

    async def _limits(self, given: Answer) -> Answer:
        facts = self.vendors[str(given["vendor"])].facts
        return {**as_data(facts), "notes": vendor_notes(facts)}

    async def _prices(self, given: Answer) -> Answer:
        facts = self.vendors[str(given["vendor"])].facts
        source = facts.price_source
        return {
            "vendor": facts.vendor,
            "source": source and f"{source.title}, {source.date}",
            "prices": {
                name: method.amounts.replace("`", "") or None
                for name, method in sorted(facts.methods.items())
            },
        }


async def serve_stdio(service: Service, instructions: str) -> None:
    """Serve until stdin ends."""

    async def list_tools(_: Context, _page: types.PaginatedRequestParams | None) -> types.ListToolsResult:
        return types.ListToolsResult(tools=service.listed())

    async def call_tool(_: Context, params: types.CallToolRequestParams) -> types.CallToolResult:
        try:
            found = dict(await service.call(params.name, params.arguments or {}))
        except SafelightError as error:
            return _result({"state": "refused", "error": str(error)}, failed=True)
        except Exception:  # such as of the database; its text is for the person, and not for the agent
            LOGGER.exception("the tool %s failed", params.name)
            said = "the server failed, and its log says why. It is safe to repeat the call"
            return _result({"state": "failed", "error": said}, failed=True)
        return _result(found, failed="error" in found)

    server: Server[Any] = Server(
        "safelight", instructions=instructions, on_list_tools=list_tools, on_call_tool=call_tool
    )
    async with stdio_server() as (incoming, outgoing):
        await server.run(incoming, outgoing, server.create_initialization_options())


def _result(answer: dict[str, object], *, failed: bool) -> types.CallToolResult:
    if "error" in answer:
        answer["error"] = printable(str(answer["error"]), "\n")
    text = json.dumps(answer, ensure_ascii=False, indent=1)
    return types.CallToolResult(
        content=[types.TextContent(type="text", text=text)],
        structured_content=json.loads(text),
        is_error=failed,
    )


def _schema(properties: Mapping[str, object]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
    }
