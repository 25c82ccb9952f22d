"""The recipe from one bucket to another."""

import os
import subprocess
import sys
from pathlib import Path

from batch_support import small_photo
from s3_server import Storage
from safelight.sandbox import Sandbox
from support.pages import blocks
from support.waiting import HANG


def test_a_second_run_of_the_recipe_buys_only_what_is_new(
    storage: Storage, sandbox: Sandbox, tmp_path: Path
) -> None:
    (block,) = blocks("python", "s3")
    storage.make("shop-raw", {"a/1.jpg": small_photo(), "2.jpg": small_photo()})
    storage.make("shop-cutouts", {})

    def run() -> str:
        done = subprocess.run(
            [sys.executable, "-"],
            input=block.code,
            env={**os.environ, "PYTHONUTF8": "1"},
            cwd=tmp_path,
            capture_output=True,
            encoding="utf-8",
            timeout=HANG,
            check=True,
        )
        return done.stdout

    assert run() == "2 done, 0 failed, 0 in doubt\n"
    assert storage.keys("shop-cutouts") == ["2.png", "a/1.png"]
    storage.client.put_object(Bucket="shop-raw", Key="3.jpg", Body=small_photo())
    assert run() == "3 done, 0 failed, 0 in doubt\n"
    assert sandbox.ledger.count(vendor="picwish") == 3
