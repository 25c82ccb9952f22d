"""Schemathesis against a sandbox: does it ever answer what the specs do not say?

    python tests/sandbox/fuzz.py [REQUESTS]

`nox -s fuzz` runs it. The specs are played one after another: their examples, the edges of their schemas, and
up to REQUESTS generated requests a vendor, valid and invalid ones.
"""

import io
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

import httpx

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(1, str(Path(__file__).parents[1]))

from fuzz_known import Known, real
from PIL import Image
from ruamel.yaml import YAML
from safelight.sandbox import Sandbox
from safelight.sandbox.vendors import emulations
from sandbox_flows import (
    DATA,
    NANOID,
    exchange,
    facts,
    perfect_run,
    perfect_upload,
    pilio_create,
    pilio_result,
    pilio_upload,
)
from support.waiting import HANG

ROOT = Path(__file__).parents[2]
CHECKS = (
    "not_a_server_error,status_code_conformance,content_type_conformance,response_headers_conformance,"
    "response_schema_conformance"
)
SEED = 4
RUNNING_SECONDS = 7200.0

Answers = Counter[tuple[str, int]]


def spec(vendor: str) -> Path:
    return ROOT / "specs" / vendor / "openapi.yaml"


class Fuzzer:
    """Plays one spec against a sandbox, with a tiny picture, so that not the image work is what takes time."""

    def __init__(self, sandbox: Sandbox, folder: Path) -> None:
        self._sandbox = sandbox
        self._folder = folder
        self._photo = folder / "photo.png"
        Image.open(DATA / "astronaut.jpg").resize((48, 48)).save(self._photo)
        self._http = httpx.Client(timeout=HANG)

    def play(
        self, vendor: str, phases: str, *options: str
    ) -> tuple[subprocess.CompletedProcess[str], Answers]:
        """Run Schemathesis on the spec of a vendor; how it ended, and how often an operation answered a status."""
        with self._http:
            key, known = getattr(self, f"_{vendor}")()
        answers = self._folder / f"{vendor}.txt"
        command = [sys.executable, "-m", "schemathesis.cli", "run", str(spec(vendor))]
        command += ["--phases", phases, "--continue-on-failure", "--no-color"]
        command += ["--url", self._sandbox.base_url(vendor), "--checks", CHECKS, "--seed", str(SEED)]
        command += [
            "--request-timeout",
            f"{HANG:g}",
            "--generation-database",
            "none",
            "--suppress-health-check",
            "all",
            "--warnings",
            "off",
        ]
        command += [word for name, value in key.items() for word in ("-H", f"{name}: {value}")]
        done = subprocess.run(
            [*command, *options],
            env={
                **os.environ,
                "PYTHONUTF8": "1",
                "PYTHONPATH": str(Path(__file__).parent),
                "SCHEMATHESIS_HOOKS": str(Path(__file__).with_name("fuzz_hooks.py")),
                "SAFELIGHT_FUZZ_KNOWN": json.dumps(known),
                "SAFELIGHT_FUZZ_PHOTO": str(self._photo),
                "SAFELIGHT_FUZZ_ANSWERS": str(answers),
            },
            cwd=self._folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        lines = answers.read_text("ascii").splitlines() if answers.exists() else []
        return done, Counter((line.split()[0], int(line.split()[1])) for line in lines)

    def _pilio(self) -> tuple[dict[str, str], dict[str, Known]]:
        key = {"Authorization": f"Bearer {self._sandbox.api_key('pilio')}"}
        image = pilio_upload(self._http, self._sandbox, key, self._photo.read_bytes(), name="a.png")
        document = io.BytesIO()
        Image.open(self._photo).convert("RGB").save(document, "PDF")
        pdf = pilio_upload(self._http, self._sandbox, key, document.getvalue(), name="a.pdf")
        done, failed, running = self._three("pilio", lambda: self._pilio_task(key, image))
        pilio_result(self._http, self._sandbox, key, done)
        return key, {
            "*": {
                "image_file_id": [image],
                "image_file_ids": [image],
                "pdf_file_id": [pdf],
                "file_id": [image],
                "task_id": [done, failed, running],
                "nanoid": [NANOID],
                "upload_mode": ["single", "auto"],
            },
            "/v1/files/batch-create": {"upload_mode": ["simple", "multipart", "auto"]},
        }

    def _pilio_task(self, key: dict[str, str], image: str) -> str:
        path = "/v1/images/remove-background"
        return pilio_create(self._http, self._sandbox, key, path, {"image_file_id": image}).json()["data"][
            "task_id"
        ]

    def _three(self, vendor: str, create: Any) -> tuple[str, str, str]:
        """A task that is done or will be, one that failed, and one that runs on."""
        done = create()
        self._sandbox.faults.add("task_failure", vendor)
        failed = create()
        before, self._sandbox.task_seconds = self._sandbox.task_seconds, RUNNING_SECONDS
        running = create()
        self._sandbox.task_seconds = before
        return done, failed, running

    def _perfect(self) -> tuple[dict[str, str], dict[str, Known]]:
        url = f"{self._sandbox.base_url('perfect')}/s2s/v1.0"
        proof = exchange(self._sandbox)
        token = self._http.post(f"{url}/client/auth", json=proof).json()["result"]["access_token"]
        key = {"Authorization": f"Bearer {token}"}
        image = perfect_upload(self._http, self._sandbox, key, "sod", self._photo.read_bytes(), "image/png")
        common: Known = {name: [image] for name in ("src_ids", "ref_ids", "mask_ids")}
        common |= {name: [value] for name, value in proof.items()}
        known: dict[str, Known] = {"*": {**common, "starting_token": ["null"]}}
        document = YAML(typ="safe").load(spec("perfect"))
        numbers = iter(range(1 << 20, 1 << 21))
        for path in [path for path in document["paths"] if re.fullmatch("/s2s/v1.0/task/[^/]+", path)]:
            slug = path.rpartition("/")[2]
            here: Known = {}
            if f"/s2s/v1.0/task/style/{slug}" in document["paths"]:
                groups = self._http.get(f"{url}/task/style-group/{slug}", headers=key).json()
                here["style_group_id"] = [groups["result"]["groups"][0]["id"]]
                query = {"style_group_id": here["style_group_id"][0]}
                styles = self._http.get(f"{url}/task/style/{slug}", headers=key, params=query).json()
                here["style_ids"] = [styles["result"]["styles"][0]["id"]]
                known[f"/s2s/v1.0/task/style/{slug}"] = {"style_group_id": here["style_group_id"]}
            examples = document["paths"][path]["post"]["requestBody"]["content"]["application/json"][
                "examples"
            ]
            example = next(iter(examples.values()))
            if "$ref" in example:
                example = document["components"]["examples"][example["$ref"].rpartition("/")[2]]
            body = real(example["value"], {**common, **here}, random.Random(SEED))

            def create(slug: str = slug, body: dict[str, Any] = body) -> str:
                numbered = {**body, "request_id": next(numbers)}
                return perfect_run(self._http, self._sandbox, key, slug, numbered).json()["result"]["task_id"]

            known[path] = {**here, "task_id": list(self._three("perfect", create))}
        return key, known

    def _claid(self) -> tuple[dict[str, str], dict[str, Known]]:
        key = {"Authorization": f"Bearer {self._sandbox.api_key('claid')}"}
        top = self._sandbox.base_url("claid")
        base = f"{top}/image/edit"
        form = {"file": ("a.png", self._photo.read_bytes()), "data": (None, "{}", "application/json")}
        stored = self._http.post(f"{base}/upload", headers=key, files=form).json()["data"]["output"][
            "tmp_url"
        ]

        def create(path: str, body: Mapping[str, object]) -> str:
            return self._http.post(f"{top}{path}", headers=key, json=body).json()["data"]["id"]

        edit = {"resizing": {"width": 20}}
        tasks = {
            "/image/edit/async/{task_id}": {"input": stored, "operations": edit},
            "/image/edit/batch/{task_id}": {"input": [stored], "operations": edit},
            "/image/ai-edit/{ai_edit_id}": {"input": stored, "options": {"prompt": "at night"}},
            "/image/ai-fashion-models/{processing_request_id}": {
                "input": {"clothing": [stored]},
                "options": {},
            },
            "/video/generate/{animation_id}": {"input": stored, "options": {"prompt": "she smiles"}},
        }
        # Nothing is fetched from outside: every URL is one of the sandbox's own.
        return key, {
            "*": {
                "input": [stored, f"{self._sandbox.url}/nowhere"],
                **{
                    name: [stored]
                    for name in ("style_reference_image", "image_url", "template_url", "clothing", "model")
                },
            },
            "/image/ai-fashion-models": {"input": [{"clothing": [stored]}]},
            **{
                path: {
                    name: list(self._three("claid", partial(create, path.rpartition("/")[0], body)))
                    for name in [path.rpartition("{")[2].rstrip("}")]
                }
                for path, body in tasks.items()
            },
        }

    def _youcam(self) -> tuple[dict[str, str], dict[str, Known]]:
        key = {"Authorization": f"Bearer {self._sandbox.api_key('youcam')}"}
        base = self._sandbox.base_url("youcam")
        announced = {
            "content_type": "image/png",
            "file_name": "a.png",
            "file_size": self._photo.stat().st_size,
        }
        created = self._http.post(f"{base}/s2s/v2.0/file", headers=key, json={"files": [announced]}).json()
        file = created["data"]["files"][0]
        request = file["requests"][0]
        self._http.put(request["url"], headers=request["headers"], content=self._photo.read_bytes())
        here = f"{self._sandbox.url}/nowhere"
        kinds = ("src", "ref", "msk")
        common: Known = {f"{kind}_file_id{many}": [file["file_id"]] for kind in kinds for many in ("", "s")}
        common |= {f"{kind}_file_url": [here] for kind in kinds}
        known: dict[str, Known] = {"*": {**common, "starting_token": ["null"]}}
        document = YAML(typ="safe").load(spec("youcam"))
        examples = document["components"]["examples"]
        for path, item in document["paths"].items():
            facts_of = item.get("post", {}).get("x-task-api", {})
            if facts_of.get("role") != "create":
                continue
            tag = item["post"]["tags"][0]
            shown = next(
                iter(item["post"]["requestBody"]["content"]["application/json"]["examples"].values())
            )
            if "$ref" in shown:
                shown = examples[shown["$ref"].rpartition("/")[2]]
            own: Known = {"template_id": [f"{tag}_001"]}
            body = real(shown["value"], {**common, **own}, random.Random(SEED))

            def create(path: str = path, body: dict[str, Any] = body) -> str:
                answer = self._http.post(f"{base}{path}", headers=key, json=body)
                return answer.json()["data"]["task_id"]

            known[path] = own
            tasks = self._three("youcam", create)
            known[f"{path}/{{task_id}}"] = {"task_id": list(tasks)}
            known["/s2s/v2.0/task/delete"] = {"task_id": [create()]}
            for task in (tasks[0], *known["/s2s/v2.0/task/delete"]["task_id"]):
                # Asked for until it is done, for one that nobody asks for is lost.
                while "running" in self._http.get(f"{base}{path}/{task}", headers=key).text:
                    time.sleep(0.05)
        return key, known

    def _picwish(self) -> tuple[dict[str, str], dict[str, Known]]:
        key = {"X-API-KEY": self._sandbox.api_key("picwish")}
        url = f"{self._sandbox.base_url('picwish')}/api/tasks/visual/segmentation"

        def create(**fields: str) -> dict[str, Any]:
            form = {"image_file": ("a.png", self._photo.read_bytes())}
            return self._http.post(url, headers=key, files=form, data=fields).json()["data"]

        here = f"{self._sandbox.url}/nowhere"
        stored = create(sync="1")["image"]
        tasks = self._three("picwish", lambda: create()["task_id"])
        return key, {
            "*": {
                "task_id": list(tasks),
                "image_url": [stored, here],
                "bg_image_url": [stored],
                "callback_url": [here],
            }
        }


def silent(vendor: str, answers: Answers) -> list[str]:
    """The operations of a vendor that never answered with a success, of which nothing was shown, then."""
    return [name for name in facts(vendor) if not any(answers[name, status] for status in range(200, 300))]


def main() -> int:
    """Play all specs; 1 where something was found."""
    requests = int(sys.argv[1]) if len(sys.argv) > 1 else 900
    found = False
    for vendor in emulations():
        examples = str(max(1, requests // len(facts(vendor))))
        # A sandbox each: image work that one vendor's requests left behind would hold up the next one's.
        with tempfile.TemporaryDirectory() as folder, Sandbox(limits=False, task_seconds=0.0) as sandbox:
            done, answers = Fuzzer(sandbox, Path(folder)).play(
                vendor, "examples,coverage,fuzzing", "--max-examples", examples
            )
        statuses: Counter[int] = Counter()
        for (_, status), count in answers.items():
            statuses[status] += count
        told = ", ".join(f"{count} times {status}" for status, count in sorted(statuses.items()))
        print(done.stdout, f"{vendor} answered {told}", sep="\n", flush=True)
        missed = silent(vendor, answers)
        if missed:
            print(f"{vendor} never succeeded at {', '.join(missed)}", flush=True)
        found = found or done.returncode != 0 or bool(missed)
    return int(found)


if __name__ == "__main__":
    sys.exit(main())
