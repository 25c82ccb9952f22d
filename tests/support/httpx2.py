"""A plugin of pytest that runs the tests on httpx2, the continuation of httpx: `pytest -p support.httpx2`."""

from httpx2 import alias_httpx

alias_httpx()
