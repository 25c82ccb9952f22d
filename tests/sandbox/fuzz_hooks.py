"""Hooks for Schemathesis: requests name files and tasks that exist, and what was answered is noted.

Without them nearly every generated request would name an unknown file, and only refusals would be looked at.
`fuzz.py` passes the values by environment.
"""

import json
import os
import random
from pathlib import Path

import schemathesis
from fuzz_known import Known, real

KNOWN: dict[str, Known] = json.loads(os.environ["SAFELIGHT_FUZZ_KNOWN"])
PHOTO = Path(os.environ["SAFELIGHT_FUZZ_PHOTO"]).read_bytes()
ANSWERS = Path(os.environ["SAFELIGHT_FUZZ_ANSWERS"])
FILES: Known = {name: [PHOTO] for name in ("file", "image_file", "bg_image_file")}
REAL = 0.7
"""The share of generated requests that are made to name what exists; examples always are."""


@schemathesis.hook
def before_call(context, case, kwargs) -> None:
    if case.meta is None or case.meta.generation.mode.is_negative:
        return
    draw = random.Random(f"{case.body!r} {case.query!r} {case.path_parameters!r}")
    if case.meta.phase.name.value != "examples" and draw.random() > REAL:
        return
    known = {**FILES, **KNOWN["*"], **KNOWN.get(case.path, {})}
    case.body = real(case.body, known, draw)
    case.query = real(case.query, known, draw)
    case.path_parameters = real(case.path_parameters, known, draw)


@schemathesis.hook
def after_call(context, case, response) -> None:
    operation = case.operation.definition.raw["operationId"]
    with ANSWERS.open("a", encoding="ascii") as file:
        file.write(f"{operation} {response.status_code}\n")
