#!/usr/bin/env python3
"""The fault suites (docs/FAULTS.md): the real program, on a machine that fails it.

  faults.py short                    what every change runs, about a minute
  faults.py long                     everything
  faults.py calls [ACT…]             each call of each act goes wrong once in each way
"""

import sys
import time

sys.dont_write_bytecode = True

import calls
import lab as laboratory


def report(line):
    print(line, flush=True)


def main(words):
    kind, names = (words or ["short"])[0], [word for word in words[1:] if word != "-s"]
    start = time.monotonic()
    try:
        lab = laboratory.Lab()
    except laboratory.Skipped as reason:
        report(f"skipped: {reason}")
        return laboratory.SKIPPED
    try:
        failures = 0
        if kind in ("short", "long", "calls"):
            faults = calls.SHORT if kind == "short" or "-s" in words else calls.LONG
            failures += calls.suite(lab, laboratory.wanted(names), faults, report)
    finally:
        lab.close()
    report(f"{kind}: {failures} failures, {time.monotonic() - start:.0f} s")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
