"""The console killed at any moment while somebody types: what of the text does the next start offer?

Text comes in bursts, as people type, Chinese among it; the kill comes at a random time. Counted is how many characters at the
end of what was typed are gone, and whether any of them was older than a second when the power went."""

import json
import os
import random
import signal
import statistics
import struct
import time
import zlib
from concurrent.futures import ThreadPoolExecutor

from acts import ACTS
from terminal import DOWN, EDITOR, F4, F7, LIMIT, OFFER, READY, SHEET, Console, visible

WORDS = "基线口径与附件不一致需要补充系统导出记录瓶颈写得清楚但缺少对比数据建议现场核对5G专网覆盖范围ABCxyz0123，。；"
IDLE = 1.0  # seconds after which everything typed must be safe
MOST = 200  # characters that may be lost at most


def frames(data):
    """The frames of a draft, as far as they are whole."""
    place = 0
    while place + 8 <= len(data):
        length, check = struct.unpack_from("<II", data, place)
        payload = data[place + 8:place + 8 + length]
        if len(payload) < length or zlib.crc32(payload) != check:
            return
        yield json.loads(payload)
        place += 8 + length


def drafts(place):
    """Field → text of all drafts of a place."""
    found = {}
    for path in (place.root / "state/reviewtui").glob("*/drafts/*.draft"):
        for frame in frames(path.read_bytes()):
            if "field" in frame:
                found[frame["field"]] = frame["text"]
    return {field: text for field, text in found.items() if text is not None}


def sheet(console, box):
    """Opens the score sheet, and the comment of C02 or nothing."""
    steps = [(b"", READY), (F4, SHEET)] + ([(DOWN + F7, EDITOR)] if box == "C02" else [(DOWN, "")])
    for keys, answer in steps:
        since = len(console.out) if keys else 0
        console.type(keys)
        if not console.wait(answer, since):
            return f"no “{answer}” on the screen"
    return None


def trial(lab, number):
    """Characters lost, those of them that were older than a second, and complaints."""
    chance, place = random.Random(number), lab.place(f"kills-{number}")
    place.fill(lab.seed(ACTS[1]))
    box = "C02=" if number % 5 == 4 else "C02"
    console = Console(place)
    typed = []
    try:
        wrong = sheet(console, box)
        if wrong:
            return 0, 0, [wrong]
        end = time.monotonic() + chance.uniform(0.5, 5)
        while time.monotonic() < end:
            text = chance.choice(["7", "6.", "7.5"]) if box == "C02=" else "".join(chance.choices(WORDS, k=chance.randint(3, 40)))
            for one in text:
                console.type(one.encode())
                typed.append((time.monotonic(), one))
                console.read(chance.choice([0.0, 0.005, 0.02, 0.08]))
                if time.monotonic() >= end:
                    break
            if box == "C02=":
                console.read(max(0, end - time.monotonic()))
                break
            console.read(min(chance.uniform(0.2, 2), max(0, end - time.monotonic())))
        os.kill(console.pid, signal.SIGKILL)
        now = time.monotonic()
        console.read(LIMIT)
    finally:
        if not console.isOver():
            os.kill(console.pid, signal.SIGKILL)
            console.read(5)
        console.close()
    text = "".join(one for _, one in typed)
    kept = drafts(place).get(box, "")
    bad = [] if text.startswith(kept) else [f"what is kept was never typed: {kept[:20]!r}"]
    lost = typed[len(kept):]
    old = [one for at, one in lost if now - at > IDLE]
    return len(lost), len(old), bad + offered(place, kept)


def offered(place, kept):
    """Complaints when the next start does not offer what is kept."""
    if not kept:
        return []
    console = Console(place)
    try:
        if console.wait(OFFER) and console.wait(kept[:8]):
            return []
        return [f"not offered: {kept[:20]!r}"]
    finally:
        os.kill(console.pid, signal.SIGKILL)
        console.read(5)
        console.close()


def suite(lab, trials, report):
    lab.seed(ACTS[1])
    with ThreadPoolExecutor(4) as pool:
        results = list(pool.map(lambda number: trial(lab, number), range(trials)))
    failures = 0
    for number, (lost, old, bad) in enumerate(results):
        if old:
            bad = bad + [f"{old} characters older than {IDLE:.0f} s are lost"]
        if lost > MOST:
            bad = bad + [f"{lost} characters are lost"]
        failures += bool(bad)
        for text in bad:
            report(f"  FAIL kills {number}: {text}")
    losses = [lost for lost, _, _ in results]
    median = statistics.median(losses)
    if trials >= 50 and median > 0:
        failures += 1
        report(f"  FAIL kills: {median} characters are lost in the middle of all trials")
    report(
        f"kills: {trials} kills, {sum(lost > 0 for lost in losses)} lost something, at most {max(losses)} characters, "
        f"median {median:.0f}, older than {IDLE:.0f} s: {sum(old for _, old, _ in results)}, {failures} failures")
    return failures
