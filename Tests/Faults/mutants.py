#!/usr/bin/env python3
"""Do the suites bite? Each patch of mutants/ puts a bug into a copy of the sources; the suite that it names must find it.

  mutants.py [NAME…]      all of them take half an hour: each is a build. Prints a table for docs/FAULTS.md.
"""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parent.parent
WORK = REPOSITORY / ".build/mutants"
SOURCES, SCRATCH = WORK / "sources", WORK / "build"


def copy():
    """The sources as they are now; a file that did not change keeps its time, so that builds stay small."""
    for name in ("Package.swift", "Package.resolved", "Sources", "Tests"):
        for path in sorted((REPOSITORY / name).rglob("*")) if (REPOSITORY / name).is_dir() else [REPOSITORY / name]:
            target = SOURCES / path.relative_to(REPOSITORY)
            if path.is_file() and not (target.is_file() and target.read_bytes() == path.read_bytes()):
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, target)


def build():
    words = ["swift", "build", "--product", "reviewtui", "--scratch-path", SCRATCH]
    result = subprocess.run(words, cwd=SOURCES, capture_output=True, text=True)
    if result.returncode:
        sys.exit(result.stdout[-3000:] + result.stderr[-1000:])


def suite(words):
    """The exit status of a suite over the changed program, and its last word but one: what it found."""
    environment = dict(os.environ, REVIEWTUI=str(SCRATCH / "debug/reviewtui"))
    result = subprocess.run(
        [sys.executable, HERE / "faults.py", *words.split()], env=environment, capture_output=True, text=True)
    lines = (result.stdout + result.stderr).strip().splitlines()
    found = [line.strip() for line in lines if "FAIL" in line or "without a fault" in line]
    return result.returncode, (found or lines or [""])[0]


def main(names):
    patches = sorted((HERE / "mutants").glob("*.patch"))
    survived = []
    print("| bug | what | suite | found |\n|---|---|---|---|", flush=True)
    for patch in patches:
        if names and patch.stem not in names:
            continue
        what, words = patch.read_text().splitlines()[:2]
        words = words.removeprefix("Caught by: ")
        start = time.monotonic()
        copy()
        subprocess.run(["patch", "-s", "-p1", "-i", patch], cwd=SOURCES, check=True)
        build()
        status, found = suite(words)
        if status != 1:
            survived.append(patch.stem)
        result = "yes" if status == 1 else f"**no** ({status})"
        print(f"| {patch.stem} | {what} | `{words}` | {result} |", flush=True)
        print(f"{patch.stem}: {time.monotonic() - start:.0f} s, {found[:200]}", file=sys.stderr, flush=True)
    print(f"{len(survived)} survived {' '.join(survived)}")
    return 1 if survived else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
