#!/usr/bin/env python3
"""Compares every statistic of the program with an implementation that shares no code with it (numpy, scipy, fractions).

  python3 Tests/Statistics/check.py [BATCHES]      default 1000; needs numpy and scipy, run by hand

Makes random batches of applications with ties, gaps, drafts, returns and recusals, has the program compute them (a test that
reads and writes JSON), computes them here too, and prints a table. Exits 1 when anything differs by more than 1e-9.
"""
import itertools
import json
import math
import os
import pathlib
import random
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from fractions import Fraction

import numpy as np
import scipy.sparse.csgraph

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = json.loads((ROOT / "sample-data/program.json").read_text(encoding="utf-8"))
CRITERIA = [(c["id"], round(c["max"] * 10)) for c in PROGRAM["rubric"]["criteria"]]
IDS = [c for c, _ in CRITERIA]
MAXIMA = [m for _, m in CRITERIA]
TIES = [["C04", "C05"], ["C09", "C10"], ["C06", "C07", "C08"], ["C01", "C02", "C03"]]
SAMPLE = 5


# --- random batches ---------------------------------------------------------------------------------------------------

def batch(r):
    people = [f"r{n:02}" for n in range(r.randint(2, 8))]
    lenience = {p: r.gauss(0, 0.07) for p in people}
    method = r.choice(["trimmed-mean-from-5"] * 4 + ["mean", "trimmed", "trimmed-mean-from-4"])
    policy = {"aggregate.method": method, "pass.top": r.choice([None, None, 1, 3, 5]), "pass.quota": r.choice([None, None, 1, 2])}
    coarse = r.random() < 0.3
    panels = []
    gap = r.choice([0, 0, 0.1, 0.4])
    for number in range(r.randint(1, 14)):
        level = min(1, max(0.2, r.gauss(0.72, 0.12)))
        sheets = []
        for person in people:
            if r.random() < gap:
                continue
            scores = []
            for top in MAXIMA:
                share = level + lenience[person] + r.gauss(0, 0.05)
                if coarse:
                    share = round(share * 4) / 4
                scores.append(min(top, max(0, round(top * share / 5) * 5)))
            if r.random() < 0.02:
                scores = [round(s * 0.3 / 5) * 5 for s in scores]
            state = r.choices(["submitted", "draft", "returned"], [92, 4, 4])[0]
            sheets.append({"reviewer": person, "scores": scores, "state": state, "recused": r.random() < 0.04})
        if panels and r.random() < 0.15:  # a twin: equal in everything
            sheets = json.loads(json.dumps(panels[-1]["sheets"]))
        r.shuffle(sheets)
        panels.append({"application": f"a{number:02}", "unit": r.choice(["qufu", "zoucheng"]), "sheets": sheets})
    return {"policy": policy, "panels": panels}


def valid(panel):
    found = [s for s in panel["sheets"] if s["state"] == "submitted" and not s["recused"]]
    return sorted(found, key=lambda s: s["reviewer"])


# --- aggregation, ranks, stability ------------------------------------------------------------------------------------

def trims(method, n):
    if method == "mean":
        return False
    return n >= (3 if method == "trimmed" else int(method.rsplit("-", 1)[1]))


def mean(totals, method):
    """Exact mean, and the places of the dropped totals: the first of the highest, the last of the lowest."""
    keep = list(range(len(totals)))
    dropped = []
    if trims(method, len(totals)):
        high = max(keep, key=lambda i: (totals[i], -i))
        low = min(keep, key=lambda i: (totals[i], -i))
        dropped = [high, low]
        keep = [i for i in keep if i not in dropped]
    return Fraction(sum(totals[i] for i in keep), len(keep)), dropped, sum(totals[i] for i in keep), len(keep)


def half_up(x):
    """Tenths as an exact fraction to hundredths."""
    return math.floor(x * 10 + Fraction(1, 2))


def group_means(sheets):
    return tuple(Fraction(sum(s["scores"][IDS.index(c)] for s in sheets for c in g), len(sheets)) for g in TIES)


def ranks(keys):
    return [1 + sum(other > key for other in keys) for key in keys]


def proposals(entries, policy):
    """entries: (unit, score, rank, floor mean). None is a proposal, a word the reason against."""
    why = []
    for unit, score, rank, floor in entries:
        why.append("line" if score < 7000 else "floor" if floor * 100 < 60 * 200 else None)

    def cut(members, limit):
        for i in list(members):
            before = sum(entries[j][2] < entries[i][2] for j in members)
            level = sum(entries[j][2] == entries[i][2] for j in members)
            if before + level > limit:
                why[i] = "tie" if before < limit else "beyond"

    if policy["pass.quota"] is not None:
        for unit in {e[0] for e in entries}:
            cut([i for i, e in enumerate(entries) if e[0] == unit and why[i] is None], policy["pass.quota"])
    if policy["pass.top"] is not None:
        cut([i for i in range(len(entries)) if why[i] is None], policy["pass.top"])
    return why


def outcome(panels, policy, weights=None):
    keys = []
    for unit, sheets in panels:
        if weights is None:
            totals = [Fraction(sum(s["scores"])) for s in sheets]
        else:
            whole = sum(m * w for m, w in zip(MAXIMA, weights))
            totals = [sum(x * w for x, w in zip(s["scores"], weights)) * sum(MAXIMA) / whole for s in sheets]
        keys.append((half_up(mean(totals, policy["aggregate.method"])[0]),) + group_means(sheets))
    placed = ranks(keys)
    entries = [(u, k[0], r, k[1]) for (u, _), k, r in zip(panels, keys, placed)]
    return keys, placed, proposals(entries, policy)


def rank_all(b):
    policy = b["policy"]
    fewest = 3
    sheets = {p["application"]: valid(p) for p in b["panels"]}
    units = {p["application"]: p["unit"] for p in b["panels"]}
    ids = [p["application"] for p in b["panels"] if len(sheets[p["application"]]) >= fewest]
    panels = [(units[i], sheets[i]) for i in ids]
    keys, placed, why = outcome(panels, policy)
    low, high, flips = list(placed), list(placed), set()
    variants = []
    for person in sorted({s["reviewer"] for _, own in panels for s in own}):
        cutout = [(u, [s for s in own if s["reviewer"] != person] or own) for u, own in panels]
        variants.append(outcome(cutout, policy))
    for place in range(len(CRITERIA)):
        for change in (Fraction(11, 10), Fraction(9, 10)):
            weights = [Fraction(1)] * len(CRITERIA)
            weights[place] = change
            variants.append(outcome(panels, policy, weights))
    for _, other, reasons in variants:
        for i, rank in enumerate(other):
            low[i], high[i] = min(low[i], rank), max(high[i], rank)
            if (reasons[i] is None) != (why[i] is None):
                flips.add(i)
    cut = max([r for r, w in zip(placed, why) if w is None], default=0)
    gains, loses = [], []
    for i, id in enumerate(ids):
        moved = list(keys)
        moved[i] = (keys[i][0] + (-100 if why[i] is None else 100),) + keys[i][1:]
        again = ranks(moved)
        reason = proposals([(u, k[0], r, k[1]) for (u, _), k, r in zip(panels, moved, again)], policy)[i]
        if (reason is None) != (why[i] is None):
            (loses if why[i] is None else gains).append(id)
    rows = {}
    for i, id in enumerate(ids):
        exact, dropped, total, count = mean([Fraction(sum(s["scores"])) for s in sheets[id]], policy["aggregate.method"])
        borderline = (cut > 0 and low[i] <= cut < high[i]) or i in flips or why[i] == "tie"
        rows[id] = dict(score=keys[i][0], sum=int(total), count=count, dropped=sorted(sheets[id][d]["reviewer"] for d in dropped),
                        rank=placed[i], low=low[i], high=high[i], proposed=why[i] is None, borderline=borderline)
    return rows, sorted(gains), sorted(loses), sheets


# --- statistics ---------------------------------------------------------------------------------------------------------

def points(sheet):
    return sum(sheet["scores"]) / 10


def severity(sheets):
    used = {a: own for a, own in sheets.items() if own}
    if sum(len(own) > 1 for own in used.values()) < SAMPLE:
        return None
    people = sorted({s["reviewer"] for own in used.values() for s in own})
    apps = sorted(used)
    cells = [(apps.index(a), people.index(s["reviewer"]), points(s)) for a, own in used.items() for s in own]
    graph = np.zeros((len(apps) + len(people),) * 2)
    for a, p, _ in cells:
        graph[a, len(apps) + p] = 1
    if scipy.sparse.csgraph.connected_components(graph, directed=False)[0] > 1:
        return None
    free = len(cells) - len(apps) - len(people) + 1
    if free < SAMPLE:
        return None
    design = np.zeros((len(cells) + 1, len(apps) + len(people)))
    y = np.zeros(len(cells) + 1)
    for row, (a, p, value) in enumerate(cells):
        design[row, a] = design[row, len(apps) + p] = 1
        y[row] = value
    design[-1, len(apps):] = 1  # the reviewers' effects add up to 0
    beta, *_ = np.linalg.lstsq(design, y, rcond=None)
    rest = y - design @ beta
    effects = dict(zip(people, beta[len(apps):]))
    effects["residual"] = math.sqrt(float(rest @ rest) / free)
    return dict(zip(apps, beta)), effects


def block(sheets):
    often = Counter(tuple(s["reviewer"] for s in own) for own in sheets.values() if len(own) > 1)
    best = None
    for people in often:
        rows = sorted(a for a, own in sheets.items() if set(people) <= {s["reviewer"] for s in own})
        key = (len(rows) >= SAMPLE, len(rows) * len(people), len(people))
        if best is None or key > best[0] or (key == best[0] and people < best[1]):
            best = (key, people, rows)
    return best


def icc(sheets):
    best = block(sheets)
    if best is None or len(best[2]) < SAMPLE:
        return None
    _, people, rows = best
    table = np.array([[points(next(s for s in sheets[a] if s["reviewer"] == p)) for p in people] for a in rows])
    n, k = table.shape
    grand = table.mean()
    msr = k * ((table.mean(axis=1) - grand) ** 2).sum() / (n - 1)
    msc = n * ((table.mean(axis=0) - grand) ** 2).sum() / (k - 1)
    sse = ((table - grand) ** 2).sum() - msr * (n - 1) - msc * (k - 1)
    mse = sse / ((n - 1) * (k - 1))
    bottom = msr + (k - 1) * mse + k * (msc - mse) / n
    if abs(bottom) < 1e-9:
        return None
    return dict(applications=rows, reviewers=list(people), msr=msr, msc=msc, mse=mse, single=(msr - mse) / bottom,
                average=(msr - mse) / (msr + (msc - mse) / n))


def alpha(sheets):
    units = [[points(s) for s in own] for own in sheets.values() if len(own) > 1]
    if len(units) < SAMPLE:
        return None
    values = sorted({v for u in units for v in u})
    place = {v: i for i, v in enumerate(values)}
    coincidences = np.zeros((len(values),) * 2)
    for unit in units:
        for a, b in itertools.permutations(range(len(unit)), 2):
            coincidences[place[unit[a]], place[unit[b]]] += 1 / (len(unit) - 1)
    margins = coincidences.sum(axis=0)
    n = margins.sum()
    delta = np.subtract.outer(values, values) ** 2
    observed = (coincidences * delta).sum() / n
    expected = (np.outer(margins, margins) * delta).sum() / (n * (n - 1))
    if expected == 0:
        return None
    return dict(alpha=1 - observed / expected, observed=observed, expected=expected)


def reviewers(sheets):
    own = defaultdict(list)
    apart = defaultdict(list)
    for panel in sheets.values():
        for s in panel:
            own[s["reviewer"]].append(points(s))
            others = [points(o) for o in panel if o is not s]
            if others:
                apart[s["reviewer"]].append(points(s) - np.mean(others))
    return {p: [float(np.mean(v)), float(np.std(v, ddof=1)) if len(v) > 1 else None,
                float(np.mean(apart[p])) if apart[p] else None, len(v) >= 5 and float(np.std(v, ddof=1)) < 3]
            for p, v in own.items()}


def outliers(sheets):
    found = []
    for a in sheets:
        own = sheets[a]
        if len(own) < 3:
            continue
        average = Fraction(sum(sum(s["scores"]) for s in own), len(own))
        for s in own:
            distance = abs(sum(s["scores"]) - average)
            if distance > average * Fraction(15, 100) or distance > 120:
                found.append([a, s["reviewer"], float(sum(s["scores"]) - average) / 10, distance > average * Fraction(30, 100)])
    return sorted(found)


# --- comparison ---------------------------------------------------------------------------------------------------------

class Table:
    def __init__(self):
        self.rows = {}

    def add(self, name, mine, theirs):
        row = self.rows.setdefault(name, [0, 0, 0.0])
        row[0] += 1
        if isinstance(mine, (float, np.floating)) and isinstance(theirs, (int, float)) and not isinstance(theirs, bool):
            difference = abs(float(mine) - theirs)
            row[2] = max(row[2], difference)
            row[1] += difference > 1e-9
        else:
            row[1] += mine != theirs

    def print(self):
        print("| statistic | compared | different | largest difference |")
        print("|---|---:|---:|---:|")
        for name, (count, wrong, most) in self.rows.items():
            print(f"| {name} | {count:,} | {wrong} | {most:.1e} |" if most else f"| {name} | {count:,} | {wrong} | exact |")
        return sum(wrong for _, wrong, _ in self.rows.values())


def compare(b, answer, table):
    rows, gains, loses, sheets = rank_all(b)
    model = severity(sheets)
    for row in answer["rows"]:
        id = row["application"]
        mine = rows.get(id)
        table.add("whether there is a score", mine is not None, row["score"] is not None)
        if mine:
            for name, key in [("score (hundredths)", "score"), ("sum of what counts", "sum"), ("divisor", "count"), ("rank", "rank"),
                              ("best rank", "low"), ("worst rank", "high"), ("proposal", "proposed"), ("to be discussed", "borderline")]:
                table.add(name, mine[key], row[key])
            table.add("dropped sheets", mine["dropped"], sorted(row["dropped"]))
        table.add("adjusted score", float(model[0][id]) if model and id in model[0] else None, row["adjusted"])
    table.add("who one point more brings in", gains, sorted(answer["gains"]))
    table.add("who one point less puts out", loses, sorted(answer["loses"]))
    table.add("whether there is a severity model", model is not None, answer["effects"] is not None)
    for person, effect in (model[1] if model else {}).items():
        table.add("reviewer effect and residual", float(effect), (answer["effects"] or {}).get(person))
    for name, mine, theirs in [("ICC", icc(sheets), answer["icc"]), ("Krippendorff's alpha", alpha(sheets), answer["alpha"])]:
        table.add(f"whether there is {name}", mine is not None, theirs is not None)
        for key in mine or {}:
            label = {"applications": "ICC block", "reviewers": "ICC block"}.get(key, f"{name}: {key}")
            table.add(label, mine[key], (theirs or {}).get(key))
    people = reviewers(sheets)
    table.add("reviewers with sheets", sorted(people), sorted(answer["reviewers"]))
    for person, mine in people.items():
        for name, x, y in zip(["mean of a reviewer", "deviation of a reviewer", "difference from the panel", "narrow mark"], mine,
                              answer["reviewers"].get(person, [None] * 4)):
            table.add(name, x, y)
    mine, theirs = outliers(sheets), sorted(answer["outliers"])
    table.add("outliers", [m[:2] + m[3:] for m in mine], [t[:2] + t[3:] for t in theirs])
    for m, t in zip(mine, theirs):
        table.add("difference of an outlier", m[2], t[2])
    for a, own in sheets.items():
        if len(own) > 1:
            table.add("deviation of an application", float(np.std([points(s) for s in own], ddof=1)), answer["deviations"].get(a))


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    r = random.Random(20220825)
    batches = [batch(r) for _ in range(count)]
    with tempfile.TemporaryDirectory() as folder:
        panels, answers = os.path.join(folder, "panels.json"), os.path.join(folder, "answers.json")
        with open(panels, "w", encoding="utf-8") as file:
            json.dump({"batches": batches}, file)
        subprocess.run(["swift", "test", "--skip-build", "--filter", "StatisticsExchangeTests"], cwd=ROOT, check=True,
                       env={**os.environ, "STATISTICS_PANELS": panels, "STATISTICS_ANSWERS": answers}, stdout=subprocess.DEVNULL)
        with open(answers, encoding="utf-8") as file:
            found = json.load(file)
    assert len(found) == count, (len(found), count)
    table = Table()
    for b, answer in zip(batches, found):
        compare(b, answer, table)
    sheets = sum(len(p["sheets"]) for b in batches for p in b["panels"])
    print(f"{count:,} batches, {sum(len(b['panels']) for b in batches):,} applications, {sheets:,} sheets\n")
    wrong = table.print()
    sys.exit(1 if wrong else 0)


main()
