"""Writing changes into a YAML file so that all that does not change keeps its text: comments, order, quotes, line ends."""

from __future__ import annotations

import io
import re
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from .document import parse
from .errors import ToolchainError

if TYPE_CHECKING:
    from .document import Document

_WIDTH = 118
_INDENT = 2
_READ_OTHERWISE = re.compile(r"yes|no|on|off|[-+]?\d+(:\d+)+", re.IGNORECASE)
"""Texts that YAML 1.1 reads as true, false or a number."""


def rewrite(text: str, wanted: Document) -> str:
    """A YAML text changed to hold another document.

    Only the entries of block mappings that differ are written anew; a new one stands behind the one before it.

    Args:
        text: YAML that holds a mapping.
        wanted: What the text shall hold. Only the order of new keys counts.

    Raises:
        ToolchainError: The text has a form that cannot be changed in this way.
    """
    found = _yaml().load(text)
    lines = text.splitlines()
    edits: list[tuple[int, int, list[str]]] = []
    _edit_mapping(lines, found, wanted, edits)
    edits.sort(key=lambda edit: edit[:2])
    for start, end, new in reversed(edits):  # of two at one line, the later first
        lines[start:end] = new
    result = "\n".join(lines) + "\n"
    with suppress(ToolchainError):
        if parse(result.encode(), "the changed spec") == wanted:
            return result
    raise ToolchainError("The spec has a form that cannot be changed without losing what stands in it")


def _edit_mapping(lines: list[str], old: CommentedMap, new: dict[str, Any], edits: list[Any]) -> None:
    column = old.lc.col
    spans = {key: _span(lines, old, key) for key in old}
    gap = (
        [""]
        if len(spans) > 1 and all(not lines[start - 1].strip() for start, _ in [*spans.values()][1:])
        else []
    )
    last = None
    for key, value in new.items():
        if key not in old:
            after = spans[last][1] if last is not None else min(start for start, _ in spans.values())
            edits.append((after, after, [*gap, *_render(key, value, column)]))
            continue
        last = key
        if old[key] == value:
            continue
        if _is_block(old[key], CommentedMap) and isinstance(value, dict) and old[key].keys() & value.keys():
            _edit_mapping(lines, old[key], value, edits)
        elif _is_block(old[key], CommentedSeq) and isinstance(value, list):
            _edit_sequence(lines, spans[key], old[key], value, edits)
        else:
            start, end = spans[key]
            before = lines[start][:column]  # the dash of a sequence, if this is its item's first key
            written = _render(
                key, value, column, comment=_comment(lines[start], old, key) if end == start + 1 else ""
            )
            edits.append((start, end, [before + written[0][column:], *written[1:]]))
    edits.extend((*spans[key], []) for key in old if key not in new)


def _edit_sequence(
    lines: list[str], span: tuple[int, int], old: CommentedSeq, new: list[Any], edits: list[Any]
) -> None:
    """Change the items that differ and add those that are new; with fewer items, write them all."""
    dash = len(lines[old.lc.data[0][0]]) - len(lines[old.lc.data[0][0]].lstrip())
    starts = [old.lc.data[index][0] for index in range(len(old))]
    if len(new) < len(old):
        edits.append((starts[0], span[1], [line for value in new for line in _item(value, dash)]))
        return
    for index, value in enumerate(new[: len(old)]):
        if old[index] == value:
            continue
        if (
            _is_block(old[index], CommentedMap)
            and isinstance(value, dict)
            and old[index].keys() <= value.keys()
        ):
            _edit_mapping(lines, old[index], value, edits)
        else:
            stop = starts[index + 1] if index + 1 < len(old) else span[1]
            edits.append((starts[index], _content_end(lines, starts[index], stop), _item(value, dash)))
    edits.extend((span[1], span[1], _item(value, dash)) for value in new[len(old) :])


def _span(lines: list[str], mapping: CommentedMap, key: str) -> tuple[int, int]:
    """The lines of an entry, without the blank lines and the comments of others behind it."""
    start, column = mapping.lc.key(key)
    stop = start + 1
    while stop < len(lines):
        line = lines[stop]
        depth = len(line) - len(line.lstrip())
        is_item = (
            depth == column and line.lstrip().startswith("- ") and isinstance(mapping[key], CommentedSeq)
        )
        if line.strip() and depth <= column and not is_item:
            break
        stop += 1
    return start, _content_end(lines, start, stop)


def _content_end(lines: list[str], start: int, stop: int) -> int:
    while stop > start + 1 and not lines[stop - 1].strip():
        stop -= 1
    return stop


def _comment(line: str, mapping: CommentedMap, key: str) -> str:
    """The comment at the end of an entry's line."""
    tokens = mapping.ca.items.get(key) or [None] * 3
    text = str(tokens[2].value).split("\n", 1)[0].strip() if tokens[2] is not None else ""
    return f"  {text}" if text.startswith("#") and line.endswith(text) else ""


def _is_block(node: object, kind: type[Any]) -> bool:
    return isinstance(node, kind) and bool(node) and not node.fa.flow_style()


def _render(key: str, value: Any, column: int, *, comment: str = "") -> list[str]:  # noqa: ANN401 - a JSON value
    return _indented(_dump({key: value}, column), column, comment)


def _item(value: Any, column: int) -> list[str]:  # noqa: ANN401 - a JSON value
    first, *others = _dump(value, column + _INDENT)
    return _indented([f"- {first}", *(" " * _INDENT + line if line else line for line in others)], column, "")


def _indented(lines: list[str], column: int, comment: str) -> list[str]:
    found = [" " * column + line if line else line for line in lines]
    return [*found[:-1], found[-1] + comment]


def _dump(value: Any, column: int) -> list[str]:  # noqa: ANN401 - a JSON value
    stream = io.StringIO()
    _yaml().dump(_styled(value, column), stream)
    return [line for line in stream.getvalue().splitlines() if line != "..."]


def _styled(value: Any, column: int, *, is_top: bool = True) -> Any:  # noqa: ANN401 - a JSON value
    """A value in the style of the specs: short mappings without others inside, and lists, in one line."""
    if isinstance(value, dict):
        styled = CommentedMap(
            {_quoted(key): _styled(inner, column + _INDENT, is_top=False) for key, inner in value.items()}
        )
        if not is_top and (not value or (_depth(value) <= _INDENT and len(repr(value)) + column < _WIDTH)):
            styled.fa.set_flow_style()
        return styled
    if isinstance(value, list):
        items = CommentedSeq([_styled(inner, column + _INDENT, is_top=False) for inner in value])
        if _depth(value) == 1 or (
            all(getattr(item, "fa", None) and item.fa.flow_style() for item in items)
            and len(repr(value)) + column < _WIDTH
        ):
            items.fa.set_flow_style()
        return items
    return _quoted(value) if isinstance(value, str) else value


def _quoted(text: str) -> str:
    """A text in double quotes if it needs any."""
    stream = io.StringIO()
    YAML().dump([text], stream)
    needs_any = stream.getvalue()[2:3] in ("'", '"') or _READ_OTHERWISE.fullmatch(text)
    return DoubleQuotedScalarString(text) if needs_any else text


def _depth(value: object) -> int:
    if isinstance(value, dict | list):
        inner = value.values() if isinstance(value, dict) else value
        return 1 + max(map(_depth, inner), default=0)
    return 0


def _yaml() -> YAML:
    yaml = YAML()
    yaml.width = 10**6
    yaml.preserve_quotes = True
    yaml.indent(mapping=_INDENT, sequence=2 * _INDENT, offset=_INDENT)
    yaml.representer.add_representer(
        type(None), lambda representer, _: representer.represent_scalar("tag:yaml.org,2002:null", "null")
    )
    return yaml
