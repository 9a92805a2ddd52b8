"""The acts that the fault suites run: one line each. A new way of writing to a workspace gets a line here.

In the words of a command stand, alone or within a word, {ws} (the workspace), {form} (an application form) and {app} (an application). An act that has
no command is done in the console: `screen`, the person, and what is typed with what the screen then shows.
"""

from dataclasses import dataclass

APP = "2022-zoucheng-001"
SCORES = [8, 6.5, 5.5, 7.5, 8, 4.5, 6, 4.5, 7.5, 7, 7.5, 4]
SET_ALL = [word for number, score in enumerate(SCORES, 1) for word in ("--set", f"C{number:02}={score}")]
SHEET = f"reviews/{APP}/pingshen-01.json"
OPINION = "场景真实，前后数据齐全，推广条件写得清楚，建议推荐入库。"


def score(person, *words):
    return ["score", "{ws}", "{app}", "--as", person, *words]


def inspect(*words):
    return ["inspect", "{ws}", "{app}", "--as", "hecha-01", *words]


@dataclass(frozen=True)
class Act:
    name: str
    run: list  # the command that meets the faults
    before: tuple = ()  # commands that make the state it starts from
    files: tuple = ()  # files that it writes, as patterns below the workspace: the newest of the act
    copies: tuple = ()  # unchangeable copies that must be there as soon as one of `files` is new
    journal: str = ""  # whose journal gets a line
    again: tuple = (0,)  # how the same command may end when it is given once more
    seed: str = "people"  # what is there: "nothing", or a workspace with "people" and applications
    torn: bool = False  # the journal's last line is half
    extra: tuple = ()  # applications of the sample data beside the two that are always there

    @property
    def isScreen(self):
        return self.run[0] == "screen"


VISIT = f"inspections/{APP}/v1.json"
PLAN = [
    "inspect", "{ws}", "{app}", "--as", "dudao-01", "--plan", "2022-09-14T09:00:00+08:00", "--inspector", "hecha-01",
    "--inspector", "hecha-02"]
ITEMS = [f"G{number:02}" for number in range(1, 21)] + [f"SC06-{number}" for number in range(1, 5)]
FILLED = inspect(
    "--conflict", "no", "--start", "2022-09-14T09:10:00+08:00", "--end", "2022-09-14T15:40:00+08:00", "--late", "当日停电",
    *[word for item in ITEMS if item != "G07" for word in ("--answer", f"{item}=yes")], "--answer", "G07=no",
    "--why", "G07=两台CPE未在网", "--problem", "G07=两台CPE未在网", "--require", "G07=!接入并提供在网记录",
    *[word for number in range(1, 5) for word in ("--verify", f"m{number:02}=holds")], "--for", "G07",
    *[word for shown in ("gate", "scene", "device", "platform", "network", "group") for word in ("--evidence", shown + "={form}")],
    "--opinion", "基本属实，限期整改。", "--signer", "王某:厂长:seal")
DECLARED = ["inspect", "{ws}", "{app}", "--as", "hecha-02", "--conflict", "no", "--answer", "G07=no"]
READY = (PLAN, DECLARED, FILLED)
SIGNED = (*READY, inspect("--sign"))
PART = f"inspections/{APP}/v1"


def chief(*words):
    return ["inspect", "{ws}", "{app}", "--as", "dudao-01", *words]


FULL = score("pingshen-01", *SET_ALL, "--opinion", OPINION, "--recommend", "yes")

DECIDE = ["decide", "{ws}", "{app}", "--as", "dudao-01"]
ACCEPT = [*DECIDE, "--formal", "accept"]
SUBMITTED = [["score", "{ws}", "{app}", "--as", f"pingshen-0{n}", *SET_ALL, "--opinion", OPINION, "--recommend", "yes", "--submit"] for n in (1, 2, 3)]
PAPER = ["--document", "济工信纪〔2022〕12号", "--date", "2022-09-20"]
PUBLIC = (
    ACCEPT, *SUBMITTED, [*DECIDE, "--refer"], [*DECIDE, "--decision", "yes", "--reason", "会议同意", *PAPER],
    ["publicity", "{ws}", "{app}", "--as", "dudao-01", "--start", "2022-09-30"])
OBJECT = [
    "objection", "{ws}", "{app}", "--as", "dudao-01", "--text", "未投入使用", "--from", "某公司", "--contact", "0537-1",
    "--received", "2022-10-12", "--evidence", "照片"]
ASSIGN = ["assign", "{ws}", "{app}", "--as", "dudao-01", "--reviewer", "pingshen-01"]
DECISION = f"decisions/{APP}.json"

F3, F5, F9, INSERT, DOWN, ENTER = "\x1bOR", "\x1b[15~", "\x1b[20~", "\x1b[2~", "\x1b[B", "\r"
LOADED = ("", "邹城夜航螺")
CORRECT = [
    "screen", "dudao-01", LOADED, (F3, "筛选"), ("flag:unparsed", "1/3"), (ENTER, ""), (INSERT, "未识别"), (" ", "已保存")]
TEACH = [
    "screen", "pingshen-03", LOADED, ("  ", "标记"), (F5, "绩效指标对比"), (DOWN * 6 + " ", "已标记"), (DOWN * 2 + F9, "已保存")]
BACK = [
    "screen", "dudao-01", LOADED, (F3, "筛选"), ("夜航螺", "1/3"), (ENTER, ""), ("\x07", "并列评分"), (F9, "退回理由"),
    ("4" + ENTER, ""), ("请说明" + ENTER, "退回后评审人可以修改"), ("\x1b[C" + ENTER, "已保存")]
IMPORT = ["import", "{form}", "--into", "{ws}", "--as", "dudao-01"]

ACTS = [
    Act("init", ["init", "{ws}"], files=("program.json",), again=(0, 2), seed="nothing"),
    Act("score", score("pingshen-01", "--set", "C01=8"), files=(SHEET,), journal="pingshen-01"),
    Act("suggested", score("pingshen-01", "--set", "C12=suggested"), files=(SHEET,), journal="pingshen-01"),
    Act("comment", score("pingshen-01", "--comment", "C02=基线口径与附件不一致"), (FULL,), (SHEET,), journal="pingshen-01"),
    Act("submit", score("pingshen-01", "--submit"), (FULL,), (SHEET,), (f"reviews/{APP}/history/*.json",), "pingshen-01", (0, 3)),
    Act("declare", score("pingshen-01", "--declare", "none"), files=(SHEET,), journal="pingshen-01"),
    Act(
        "return", ["return", "{ws}", "{app}", "--reviewer", "pingshen-01", "--as", "dudao-01", "--reason", "outlier"],
        (FULL, score("pingshen-01", "--submit")), (f"decisions/{APP}.json",), ("decisions/history/*.json",), "dudao-01", (0, 1)),
    Act(
        "return-screen", BACK, (FULL, score("pingshen-01", "--submit")), (f"decisions/{APP}.json",),
        ("decisions/history/*.json",), "dudao-01", (0, 1)),
    Act("decide", ACCEPT, (), (DECISION,), ("decisions/history/*.json",), "dudao-01", (0, 1)),
    Act("objection", OBJECT, PUBLIC, (DECISION,), ("decisions/history/*.json",), "dudao-01", (0, 1)),
    Act("assign", ASSIGN, (), (f"assignments/{APP}.json",), ("assignments/history/*.json",), "dudao-01", (0, 1)),
    Act("plan-visit", PLAN, files=(VISIT,), journal="dudao-01", again=(0, 1, 2, 3, 4)),
    Act("visit", inspect("--answer", "G01=yes", "--note", "铭牌与执照一致"), (PLAN,), (VISIT,), journal="hecha-01"),
    Act(
        "export", ["export", "{ws}", "register", "--as", "dudao-01", "--out", "{ws}/register.csv", "--force"],
        files=("register.csv",), journal="dudao-01"),
    Act("sign", inspect("--sign"), READY, (VISIT,), (f"inspections/{APP}/history/*.json",), "hecha-01", (0, 3)),
    Act(
        "cosign", ["inspect", "{ws}", "{app}", "--as", "hecha-02", "--sign"], SIGNED, (f"{PART}/hecha-02.json",),
        (f"{PART}/history/*.json",), "hecha-02"),
    Act(
        "re-check", chief("--fixed", "p01=2022-09-20:已接入", "--recheck", "p01=yes"), SIGNED, (f"{PART}/dudao-01.json",), (),
        "dudao-01"),
    Act("allow", chief("--allow", "pass=停用设备与项目无关"), READY, (f"{PART}/dudao-01.json",), (), "dudao-01"),
    Act("import", IMPORT, files=("applications/2022-*.json",), journal="dudao-01"),
    Act("journal", score("pingshen-01", "--set", "C03=5"), (FULL,), (SHEET,), journal="pingshen-01", torn=True),
    Act("correct", CORRECT, (), ("applications/2022-qufu-003.json",), (), "dudao-01", (0, 1), extra=("2022-qufu-003",)),
    Act("names", TEACH, files=("names/pingshen-03.json",), journal="pingshen-03", again=(0, 1)),
]
