"""Two consoles at once on one sheet or one application: both are typed into in the same moment, again and again.

Where the second window of a person meets the first one's save it has followed it already, or it must ask and is told to put
its edit on top. In the end
every edit stands in its sheet, no save was made from a text that another save was made from too, and nobody wrote into
the sheet of a colleague."""

import json
import time
from collections import Counter

from acts import ACTS, APP
from terminal import DOWN, F4, READY, SHEET, Console, visible
from verify import journal

ASKED = "另一窗口或程序改动"
HOME, LEFT, ENTER, REDRAW = b"\x1b[H", b"\x1b[D", b"\r", b"\x0c"
LIMIT = 20


class Window:
    """A console on the score sheet that writes one criterion."""

    def __init__(self, place, person, line):
        self.person, self.criterion, self.asked = person, f"C{line + 1:02}", 0
        self.console = Console(place, person=person)
        self.keys, self.since, self.bad = HOME + DOWN * line, 0, []
        for keys, answer in ((b"", READY), (F4, SHEET)):
            since = len(self.console.out) if keys else 0
            self.console.type(keys)
            if not self.console.wait(answer, since):
                self.bad.append(f"{person}: no “{answer}” on the screen")

    def edit(self, value):
        self.value, self.since, self.drawn = value, len(self.console.out), time.monotonic()
        self.console.type(self.keys + f"{value}".encode() + ENTER)

    def answer(self):
        """Puts the edit on top of the other window's save when the screen asks."""
        self.console.read(0.02)
        if time.monotonic() - self.drawn > 1:
            # A question that came while the one before was still shown is drawn anew only when it is asked for.
            self.since, self.drawn = len(self.console.out), time.monotonic()
            self.console.type(REDRAW)
            self.console.read(0.2)
        if ASKED in visible(self.console.out[self.since:]):
            self.asked += 1
            self.since, self.drawn = len(self.console.out), time.monotonic()
            self.console.type(LEFT + LEFT + ENTER)

    def close(self):
        if not self.console.isOver():
            self.console.end()
        self.console.close()


def scores(place, person):
    try:
        found = json.loads((place.ws / f"reviews/{APP}/{person}.json").read_bytes())
    except (OSError, ValueError):
        return {}, 0, None
    return {one["criterion"]: one["score"] for one in found["scores"]}, found["revision"], found["reviewer"]


def meet(lab, kind, people, rounds, report):
    place = lab.place("consoles")
    place.fill(lab.seed(ACTS[1]))
    windows = [Window(place, person, line) for line, person in enumerate(people)]
    bad = [text for window in windows for text in window.bad]
    try:
        for number in range(0 if bad else rounds):
            for window in windows:
                window.edit(1 + number % 4)
            end = time.monotonic() + LIMIT
            while time.monotonic() < end:
                for window in windows:
                    window.answer()
                if all(scores(place, one.person)[0].get(one.criterion) == one.value for one in windows):
                    break
            else:
                bad.append(f"round {number}: an edit did not reach its sheet: {[scores(place, one.person)[0] for one in windows]}")
                break
    finally:
        for window in windows:
            window.close()
    asked = sum(window.asked for window in windows)
    for person in set(people):
        data = (place.ws / f"journal/{person}.jsonl").read_bytes()
        bad += [f"journal of {person}:{line}: {fault}" for line, fault in journal(data)[1]]
        entries = [one for one in map(json.loads, data.splitlines()) if one["file"].startswith("reviews/")]
        bases = Counter(one.get("before") for one in entries)
        bad += [f"two saves of {person} were made from one text" for count in bases.values() if count > 1]
        _, revision, reviewer = scores(place, person)
        if revision != len(entries):
            bad.append(f"{person} is at r{revision} with {len(entries)} lines in the journal")
        if reviewer != person:
            bad.append(f"the sheet of {person} is of {reviewer}")
    if len(set(people)) > 1 and asked:
        bad.append("two persons stood in each other's way")
    for text in bad[:5]:
        report(f"  FAIL consoles, {kind}: {text}")
    report(f"consoles, {kind}: {2 * rounds} saves, {asked} asked, {len(bad)} failures")
    return len(bad)


def suite(lab, saves, report):
    lab.seed(ACTS[1])
    rounds = max(1, saves // 4)
    twice = meet(lab, "one person twice", ["pingshen-03", "pingshen-03"], rounds, report)
    return twice + meet(lab, "two persons", ["pingshen-03", "pingshen-04"], rounds, report)
