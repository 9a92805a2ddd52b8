"""Crash points and failing calls: each call of an act that changes a file goes wrong once in each way."""

import fnmatch
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

from lab import tree
from verify import Judge

DEATHS = ["kill", "killafter", "torn"]
ERRORS = [f"err={name}" for name in ("EIO", "ENOSPC", "EDQUOT", "EROFS", "EACCES", "EMFILE", "ESTALE")]
OTHERS = ["err=EINTR", "short", "flip", "lie=ENOENT", "errs=EIO", "errs=ENOSPC", "errs=EROFS"]
LONG = DEATHS + ERRORS + OTHERS
SHORT = ["kill", "torn", "short", "flip", "err=EIO"]
SCREEN = ["kill", "killafter", "torn", "short", "err=EIO", "err=ENOSPC"]  # a screen takes seconds
SHORT_ACTS = ["submit"]


def clean(lab, act, name="clean"):
    """Runs an act as it should be; its judge and its calls."""
    place = lab.place(f"{name}-{act.name}")
    seed = lab.seed(act)
    before = tree(seed)[0] if seed.is_dir() else {}
    place.fill(seed)
    status = place.run(act.run, lab.trace(place))
    if status:
        raise SystemExit(f"{act.name} ended with {status}:\n{place.said()}")
    after = tree(place.ws)[0]
    calls = []
    for line in place.log.read_text().splitlines():
        number, call, _, _, length, path, second = line.split("\t")[:7]
        if number != "0":
            calls.append((call, int(length), (second or path).removeprefix(str(place.root) + "/")))
    judge = Judge(act, before, after)
    bad = judge.look(after, place.said(), isDone=True) + judge.program(place)
    if bad:
        raise SystemExit(f"{act.name} without a fault: {bad}")
    return judge, calls


def applies(fault, call):
    name, length, path = call
    if fault in ("torn", "short", "flip"):
        # A journal has no second look: a changed bit in it is found by its chain, at the next reading.
        return name == "write" and length > 1 and (fault != "flip" or (not path.startswith(("ws/journal/", "state/"))))
    return True


def one(lab, act, judge, calls, number, fault, place):
    """One run with one fault; complaints."""
    place.fill(lab.seed(act))
    status = place.run(act.run, lab.trace(place, "-n", str(number), "-f", fault))
    said = place.said()
    if status == 126:
        return [] if act.isScreen else ["not reached"]  # its threads may take turns in another order
    if status in (-1, 125) or status > 137:
        return [f"ended with {status}: {said[:200]}"]
    isKilled = status == 137
    files, temporaries = tree(place.ws)
    bad = judge.look(files, said, isDone=status == 0, isOver=not isKilled)
    call, _, path = calls[number - 1]
    if fault == "err=EINTR" and status and not act.isScreen and call != "close":
        bad.append(f"a signal made it end with {status}: {said[:200]}")
    if not isKilled and temporaries and not (call == "unlink" or fault.startswith("errs=")):
        bad.append(f"left behind: {temporaries[0]}")
    # What the disk did not confirm must not be called saved.
    isFile = path.startswith("ws")  # the private folder may fail: a save goes on without it
    if fault == "err=EIO" and call in ("sync", "close", "write") and isFile and status == 0:
        bad.append(f"{call} failed, and the program says that all is well")
    if "Fatal error" in said or status in (132, 133, 134, 139):
        bad.append(f"a trap: {said[:200]}")
    # What follows costs as much as the run itself: after a death always, else at every third call.
    if not isKilled and not fault.startswith("errs=") and number % 3:
        return bad
    if place.ws.is_dir() and "program.json" in files:
        bad += judge.program(place)
    again = place.run(act.run)
    if again not in act.again:
        bad.append(f"the same command again ends with {again}: {place.said()[:200]}")
    elif place.ws.is_dir():
        bad += [f"after the next run: {text}" for text in judge.program(place)]
        heads, _ = tree(place.ws)
        bad += [f"after the next run: {path} is missing" for path in act.files if not fnmatch.filter(heads, path)]
    return bad


def suite(lab, acts, faults, report, workers=2):
    """All acts with all faults. Answers the number of runs and of failures."""
    runs, failures, points = Counter(), 0, 0
    for act in acts:
        judge, calls = clean(lab, act)
        points += len(calls)
        todo = [(n, f) for f in faults if f in SCREEN or not act.isScreen for n, call in enumerate(calls, 1) if applies(f, call)]

        def work(share, act=act, judge=judge, calls=calls, todo=todo):
            place = lab.place(f"calls-{share}")
            return [(n, f, one(lab, act, judge, calls, n, f, place)) for n, f in todo[share::workers]]

        with ThreadPoolExecutor(workers) as pool:
            results = [result for part in pool.map(work, range(workers)) for result in part]
        wrong = [(n, f, bad) for n, f, bad in results if bad]
        for n, f, bad in wrong[:10]:
            call, _, path = calls[n - 1]
            report(f"  FAIL {act.name} {f} at {n} ({call} {path}): {'; '.join(bad[:3])}")
        failures += len(wrong)
        runs[act.name] = len(results)
        report(f"{act.name}: {len(calls)} calls, {len(results)} runs, {len(wrong)} failures")
    report(f"calls: {points} calls, {sum(runs.values())} runs, {failures} failures")
    return failures
