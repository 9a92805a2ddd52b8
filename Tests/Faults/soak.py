"""Many writers at once: killed at any moment, meeting in one file, and stopped in the middle of each other's saves."""

import random
import re
import subprocess
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

from acts import ACTS, APP, score
from calls import clean
from lab import tree
from verify import journal, strict

TOLD = re.compile("冲突|您的另一个窗口正在保存")  # how a save that met another one is reported
OTHER = "2022-zoucheng-002"
# Person and application of each writer: two windows of one person, colleagues on one application, and others.
WRITERS = [
    ("pingshen-01", APP), ("pingshen-01", APP), ("pingshen-02", APP), ("pingshen-02", OTHER), ("pingshen-03", APP),
    ("pingshen-04", OTHER), ("pingshen-04", OTHER), ("pingshen-05", APP)]


class Ledger:
    """What the program acknowledged, held against what is on the disk."""

    def __init__(self, ws):
        self.ws, self.acknowledged = ws, []

    def note(self, said):
        found = re.findall(r"^ACK (\S+) r(\d+) ([0-9a-f]{64})$", said, re.M)
        self.acknowledged += [(path, int(revision), value) for path, revision, value in found]
        return len(found)

    def check(self):
        """Each acknowledged save must be the head, or be the base of a later one, which the journal tells."""
        bad = []
        after, links = set(), set()
        for path in sorted((self.ws / "journal").glob("*.jsonl")):
            data = path.read_bytes()
            lines, faults = journal(data)
            bad += [f"{path.name}:{line}: {fault}" for line, fault in faults]
            for line in data.split(b"\n"):
                try:
                    entry = strict(line)
                except (ValueError, AssertionError):
                    continue
                after.add((entry.get("file"), entry.get("revision"), entry.get("after")))
                if entry.get("before"):
                    links.add((entry["file"], entry["before"], entry["after"]))
        bases = Counter((file, before) for file, before, _ in links)
        bad += [f"two saves were made from one text of {file}" for (file, _), count in bases.items() if count > 1]
        newest = {}
        for save in self.acknowledged:
            if save not in after:
                bad.append(f"no line in the journal for ACK {save[0]} r{save[1]}")
            newest[save[0]] = max(newest.get(save[0], 0), save[1])
        # Also when both windows wrote the same text: the second edit met another one, and must hear of it.
        steps = Counter((path, revision) for path, revision, _ in self.acknowledged)
        bad += [f"{path} r{revision} was acknowledged {count} times" for (path, revision), count in steps.items() if count > 1]
        for path, revision in newest.items():
            try:
                head = strict((self.ws / path).read_bytes())
            except (OSError, ValueError, AssertionError) as error:
                bad.append(f"{path}: {error}")
                continue
            if head["revision"] < revision:
                bad.append(f"lost: {path} is r{head['revision']}, and r{revision} was acknowledged")
        return bad


def start(place, command, out):
    return subprocess.Popen(
        command, env=place.environment(), stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT)


def soak(lab, seconds, report, share=30):
    """Eight writers, three of ten killed; then what they were told is held against the disk."""
    place = lab.place("soak")
    place.fill(lab.seed(ACTS[1]))
    ledger, counts = Ledger(place.ws), Counter()
    end = time.monotonic() + seconds

    def writer(number):
        chance, mine = random.Random(number), lab.place(f"soak-{number}")
        person, application = WRITERS[number]
        while time.monotonic() < end:
            edit = f"C{chance.randint(1, 12):02}={chance.choice([2.5, 3, 3.5, 4, 4.5, 5])}"
            command = place.words(["score", "{ws}", application, "--as", person, "--set", edit])
            with open(mine.out, "wb") as out:
                process = start(place, command, out)
            if chance.random() * 100 < share:
                time.sleep(chance.random() * 0.15)
                process.kill()
            status = process.wait()
            said = mine.said()
            counts["saves"] += 1
            counts["acknowledged"] += ledger.note(said)
            if status == -9:
                counts["killed"] += 1
            elif status == 4 and TOLD.search(said):
                counts["conflicts"] += 1
            elif status:
                counts["other"] += 1
                report(f"  FAIL {person} ended with {status}: {said[:200]}")

    with ThreadPoolExecutor(len(WRITERS)) as pool:
        list(pool.map(writer, range(len(WRITERS))))
    bad = ledger.check()
    place.run(["doctor", "{ws}"])
    left = tree(place.ws)[1]
    bad += [f"{name} stays for ever" for name in left]
    for text in bad[:5]:
        report(f"  FAIL {text}")
    failures = len(bad) + counts["other"]
    numbers = (f"{counts[name]} {name}" for name in ("saves", "killed", "acknowledged", "conflicts"))
    report(f"soak: {', '.join(numbers)}, {failures} failures")
    return failures


def together(lab, saves, report):
    """Two windows of one person on one sheet, and two persons on one application: every save is told truly."""
    failures = 0
    twice, two = ["pingshen-01", "pingshen-01"], ["pingshen-01", "pingshen-02"]
    for kind, people in (("one person twice", twice), ("one person, the same edit", twice), ("two persons", two)):
        place = lab.place("together")
        place.fill(lab.seed(ACTS[1]))
        ledger, counts, bad = Ledger(place.ws), Counter(), []
        for number in range(saves // 2):
            running = []
            for window, person in enumerate(people):
                # Each window writes a criterion of its own, so that a lost save would show.
                mine = 3 if kind == "one person, the same edit" else 3 + window
                command = place.words(score(person, "--set", f"C{mine:02}={number % 5}"))
                running.append(start(place, command, subprocess.PIPE))
            for process in running:
                said = process.communicate()[0].decode()
                counts["saves"] += 1
                if process.returncode == 0 and ledger.note(said) == 1:
                    counts["saved"] += 1
                elif process.returncode == 4 and TOLD.search(said):
                    counts["reported"] += 1
                else:
                    bad.append(f"ended with {process.returncode}: {said[:200]}")
        bad += ledger.check()
        for person in set(people):
            head = strict((place.ws / f"reviews/{APP}/{person}.json").read_bytes())
            mine = [save for save in ledger.acknowledged if save[0].endswith(f"{person}.json")]
            if head["revision"] != len(mine):
                bad.append(f"{person} is at r{head['revision']} after {len(mine)} acknowledged saves")
            if head["reviewer"] != person:
                bad.append(f"the sheet of {person} is of {head['reviewer']}")
        if kind == "two persons" and counts["reported"]:
            bad.append("two persons stood in each other's way")
        for text in bad[:5]:
            report(f"  FAIL {kind}: {text}")
        report(f"{kind}: {counts['saves']} saves, {counts['saved']} saved, {counts['reported']} reported, {len(bad)} failures")
        failures += len(bad)
    return failures


def meetings(lab, report, everywhere):
    """One save is stopped at a call while another runs to its end: of the same person, and of a colleague."""
    act = ACTS[1]
    _, calls = clean(lab, act, "meeting")
    renames = [n for n, call in enumerate(calls, 1) if call[0] in ("rename", "link") and "/journal/" not in call[2]]
    first = [1]
    places = range(1, len(calls) + 1) if everywhere else first + renames
    bad = []
    for number in places:
        for person in ("pingshen-01", "pingshen-02"):
            place = lab.place("meeting")
            place.fill(lab.seed(act))
            other = place.folder / "other"
            line = " ".join(place.words(score(person, "--set", "C05=6")))
            hook = f"hook={line} >{other} 2>&1; echo $? >{other}.status"
            status = place.run(act.run, lab.trace(place, "-n", str(number), "-f", hook))
            said, theirs = place.said(), other.read_text()
            ended = int((place.folder / "other.status").read_text())
            ledger = Ledger(place.ws)
            ledger.note(said)
            ledger.note(theirs)
            wrong = ledger.check()
            for code, text in ((status, said), (ended, theirs)):
                if code not in (0, 4) or (code == 4 and not TOLD.search(text)):
                    wrong.append(f"ended with {code}: {text[:150]}")
            if person != "pingshen-01" and (status or ended):
                wrong.append(f"a colleague's save stood in the way: {status}, {ended}")
            if wrong:
                bad.append(f"{person} at {number} ({calls[number - 1][0]} {calls[number - 1][2]}): {'; '.join(wrong[:2])}")
    for text in bad[:5]:
        report(f"  FAIL meeting {text}")
    report(f"meetings: {2 * len(places)}, {len(bad)} failures")
    return len(bad)
