#!/usr/bin/env python3
"""The fault suites (docs/FAULTS.md): the real program, on a machine that fails it.

  faults.py short                    what every change runs, about a minute
  faults.py long                     everything
  faults.py calls [-f KINDS] [ACT…]  each call of each act goes wrong once in each way, or in the ways named
  faults.py power [ACT…]             power cuts on ext4, mounted in three ways (root)
  faults.py soak [SECONDS]           eight writers, three of ten killed, for ten minutes
  faults.py together [SAVES]         two windows of one person, and two persons, saving at once
  faults.py consoles [SAVES]         the same with two consoles, typed into at once
  faults.py kills [KILLS]            the console killed while somebody types: what is offered back
  faults.py meetings                 a save stopped at each of its calls while another runs
  faults.py terminal [SCENARIO…]     the console on a terminal that fails it, with a text typed and not saved
  faults.py reorder [ACT…]           power cuts where what was not synced may be lost in any order
"""

import sys
import time

sys.dont_write_bytecode = True

import calls
import consoles
import kills
import lab as laboratory
import power
import reorder
import soak
import terminal


ACTING = ("short", "long", "calls", "power", "reorder")


def report(line):
    print(line, flush=True)


def main(words):
    kind, names = (words or ["short"])[0], words[1:]
    faults = calls.SHORT if kind == "short" else calls.LONG
    if names[:1] == ["-f"]:
        faults, names = names[1].split(","), names[2:]
    start = time.monotonic()
    try:
        lab = laboratory.Lab()
    except laboratory.Skipped as reason:
        report(f"skipped: {reason}")
        return laboratory.SKIPPED
    try:
        failures = 0
        if kind == "short":
            names = []
        acts = laboratory.wanted(calls.SHORT_ACTS if kind == "short" else names) if kind in ACTING else []
        if kind in ("short", "long", "calls"):
            failures += calls.suite(lab, acts, faults, report)
        if kind in ("short", "long", "reorder"):
            failures += reorder.suite(lab, acts, report)
        if kind in ("short", "long", "meetings"):
            failures += soak.meetings(lab, report, everywhere=kind != "short")
        if kind in ("short", "long", "together"):
            failures += soak.together(lab, int((names or [20 if kind == "short" else 400])[0]), report)
        if kind in ("short", "long", "consoles"):
            failures += consoles.suite(lab, int((names or [8 if kind == "short" else 200])[0]), report)
        if kind in ("short", "long", "kills"):
            failures += kills.suite(lab, int((names or [10 if kind == "short" else 200])[0]), report)
        if kind in ("short", "long", "soak"):
            failures += soak.soak(lab, float((names or [5 if kind == "short" else 600])[0]), report)
        if kind in ("short", "long", "terminal"):
            failures += terminal.suite(lab, names or (terminal.SHORT if kind == "short" else []), report)
        if kind in ("long", "power"):
            failures += power.suite(lab, acts, power.MODES, report)
    except laboratory.Skipped as reason:
        report(f"skipped: {reason}")
        return laboratory.SKIPPED
    finally:
        lab.close()
    report(f"{kind}: {failures} failures, {time.monotonic() - start:.0f} s")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
