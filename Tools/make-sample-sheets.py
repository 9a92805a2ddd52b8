#!/usr/bin/env python3
"""Fills in score sheets of the sample workspace through the program itself, so that they and their journal are real.

  python3 Tools/make-sample-sheets.py PROGRAM WORKSPACE

Twelve applications with three to five submitted sheets: one with a reviewer far from the others, one with a sheet that was
sent back, one with a recusal. What is submitted already is left alone.
"""
import os
import random
import subprocess
import sys
import tempfile

MAXIMA = [10, 8, 7, 10, 10, 6, 8, 6, 10, 10, 10, 5]
PEOPLE = ["pingshen-01", "pingshen-02", "pingshen-03", "pingshen-04", "pingshen-05"]
LENIENCE = {"pingshen-01": 0, "pingshen-02": 0.015, "pingshen-03": -0.03, "pingshen-04": 0.03, "pingshen-05": -0.01}
# How good the application is, and who scores it.
PLAN = [
    ("2022-gaoxin-002", 0.86, PEOPLE), ("2022-gaoxin-003", 0.79, PEOPLE), ("2022-jiaxiang-001", 0.74, PEOPLE),
    ("2022-jiaxiang-002", 0.71, PEOPLE[:4]), ("2022-liangshan-002", 0.77, PEOPLE), ("2022-liangshan-003", 0.68, PEOPLE[1:4]),
    ("2022-sishui-002", 0.82, PEOPLE), ("2022-sishui-003", 0.70, PEOPLE), ("2022-weishan-002", 0.72, PEOPLE),
    ("2022-weishan-003", 0.64, PEOPLE[2:]), ("2022-yutai-002", 0.80, PEOPLE[1:]), ("2022-jinxiang-003", 0.69, PEOPLE)]
FAR = ("2022-liangshan-002", "pingshen-03", 0.48)
RECUSED = ("2022-sishui-003", "pingshen-05", "employment:两年前曾在该单位任职")
RETURNED = ("2022-sishui-002", "pingshen-04", "comment", "评语与分数不符，请补充依据")
OPINIONS = {
    "yes": ["场景真实，5G必要性讲得清楚，前后数据能够对上，推广条件明确，同意推荐。", "关键业务已在5G上运行，指标口径清楚，有推广价值，建议推荐入库。"],
    "hold": ["场景基本符合要求，部分指标口径不清，推广路径不够具体，建议补充后再定。", "有一定成效，但前后对比数据不全，建议结合现场核查情况再作决定。"],
    "no": ["创新点笼统，缺少5G前后对比数据，绩效指标多为估算，暂不建议推荐。", "材料与所选场景结合不紧，投入凭证不全，暂不建议推荐入库。"]}
POOR = ["缺少数据支撑", "论述笼统，没有前后对比", "凭证不全", "口径不清"]


def sheet(r, level, person):
    words = []
    total = 0
    for number, top in enumerate(MAXIMA, 1):
        share = min(0.98, max(0.3, level + LENIENCE.get(person, 0) + r.gauss(0, 0.045)))
        score = min(top - 0.5, round(top * share * 2) / 2)
        total += score
        words += ["--set", f"C{number:02}={score}"]
        if score < top * 0.6:
            words += ["--comment", f"C{number:02}={r.choice(POOR)}"]
    advice = "yes" if total >= 74 else "hold" if total >= 66 else "no"
    return words + ["--opinion", r.choice(OPINIONS[advice]), "--recommend", advice]


def main():
    program, workspace = sys.argv[1:3]
    r = random.Random(20220916)
    with tempfile.TemporaryDirectory() as state:
        env = {**os.environ, "XDG_STATE_HOME": state, "TZ": "Asia/Shanghai"}

        def run(*words):
            return subprocess.run([program, *words], env=env, capture_output=True, text=True)

        for application, level, people in PLAN:
            for person in people:
                own = FAR[2] if (application, person) == FAR[:2] else level
                words = sheet(r, own, person)
                if (application, person) == RECUSED[:2]:
                    words = ["--declare", RECUSED[2]]
                else:
                    words = ["--declare", "none", *words, "--submit"]
                done = run("score", workspace, application, "--as", person, *words)
                print(application, person, done.returncode, (done.stderr or done.stdout).splitlines()[-1:])
        done = run("return", workspace, RETURNED[0], "--reviewer", RETURNED[1], "--as", "dudao-01", "--reason", RETURNED[2],
                   "--note", RETURNED[3])
        print("return", done.returncode, done.stderr)


main()
