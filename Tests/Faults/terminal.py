"""The console on a terminal that fails it, with a comment typed and not saved.

Each scenario ends in one of two ways: the program says that the text is saved, or the next start offers it back. The
terminal's modes are as before, and nothing was sent that a terminal could obey or that cannot be seen."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
from concurrent.futures import ThreadPoolExecutor

from acts import ACTS, APP

TYPED = "基线口径与附件不一致"
READY, SHEET, EDITOR, OFFER, SAVED = "邹城夜航螺", "评分表", "C02 评语", "找回未保存的文字", "已保存"
F4, F7, DOWN, ESCAPE, QUIT = b"\x1bOS", b"\x1b[18~", b"\x1b[B", b"\x1b", b"\x11"
LIMIT = 15
# Modes that must be as they were: those that are on before, and those that are off.
ON, OFF = {7, 25}, {1, 1000, 1002, 1003, 1004, 1005, 1006, 1015, 1047, 1048, 1049, 2004}
KNOWN = ON | OFF | {12, 45, 69, 1034, 2026}
ALLOWED = re.compile(
    rb"\x1b\[[0-9;]*[@A-HJ-MPSTXZ`abdefghlmr]|\x1b\[\?([0-9;]+)[hl]|\x1b\[!p"
    rb"|\x1b[()][B0]|\x1b[=>78MDE]|[\x08\x09\x0a\x0d\x0e\x0f]"
    rb"|\x1b\[22;[012];?[012]?t|\x1b\[23;[012];?[012]?t|\x1b\[[0-6] q")
HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff]")


def forbidden(data, isUTF8=True):
    """What of the output is neither visible text nor a sequence that a full-screen program needs."""
    bad, rest, place = [], bytearray(), 0
    while place < len(data):
        match = ALLOWED.match(data, place)
        if match:
            if match[1] and any(int(mode) not in KNOWN for mode in match[1].split(b";") if mode):
                bad.append(match[0])
            place = match.end()
            continue
        if data[place] == 0x1B:
            bad.append(bytes(data[place:place + 12]))
        rest.append(data[place])
        place += 1
    if isUTF8:
        try:
            text = rest.decode("utf-8")
        except UnicodeDecodeError as error:
            return bad + [bytes(rest[error.start:error.start + 8])]
        bad += [hex(ord(one)) for one in HIDDEN.findall(text) if one != "\x1b"]
    return bad


def left(data):
    """Modes that were not put back."""
    state = {}
    for match in re.finditer(rb"\x1b\[\?([0-9;]+)([hl])", data):
        for mode in match[1].split(b";"):
            state[int(mode)] = match[2] == b"h"
    wrong = [mode for mode, on in state.items() if (mode in OFF and on) or (mode in ON and not on)]
    return [f"mode {mode} left {'on' if state[mode] else 'off'}" for mode in wrong]


class Console:
    """The program on a terminal of its own, started by something like a shell: it can be stopped, and hung up on."""

    def __init__(self, place, rows=40, columns=120, person="pingshen-03", ignoresHangup=False, tracer=(), **changes):
        self.out, self.status = b"", None
        self.master, self.slave = pty.openpty()
        self.isRead = True
        self.resize(rows, columns)
        self.before = termios.tcgetattr(self.slave)
        environment = dict(place.environment(), **changes)
        environment = {name: value for name, value in environment.items() if value is not None}
        words = [*tracer, *place.words(["open", "{ws}", "--as", person])]
        told, tell = os.pipe()
        self.shell = os.fork()
        if not self.shell:
            try:
                self.asShell(words, environment, ignoresHangup, tell)
            finally:
                os._exit(0)
        os.close(tell)
        self.told = told
        self.pid = struct.unpack("i", os.read(told, 4))[0]
        os.set_blocking(told, False)

    def asShell(self, words, environment, ignoresHangup, tell):
        os.close(self.master)
        os.setsid()
        fcntl.ioctl(self.slave, termios.TIOCSCTTY, 0)
        child = []
        signal.signal(signal.SIGTTOU, signal.SIG_IGN)
        signal.signal(signal.SIGHUP, lambda *_: child and os.killpg(child[0], signal.SIGHUP))
        child.append(os.fork())
        if not child[0]:
            os.setpgid(0, 0)
            os.tcsetpgrp(self.slave, os.getpid())
            for one in (signal.SIGTTOU, signal.SIGPIPE, signal.SIGINT):
                signal.signal(one, signal.SIG_DFL)
            signal.signal(signal.SIGHUP, signal.SIG_IGN if ignoresHangup else signal.SIG_DFL)
            for file in (0, 1, 2):
                os.dup2(self.slave, file)
            os.closerange(3, 64)
            os.execvpe(words[0], words, environment)
        os.write(tell, struct.pack("i", child[0]))
        while True:
            try:
                _, status = os.waitpid(child[0], 0)
                break
            except InterruptedError:
                continue
        os.write(tell, struct.pack("i", status))

    def resize(self, rows, columns):
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def isOver(self):
        if self.status is None:
            try:
                data = os.read(self.told, 4)
            except BlockingIOError:
                return False
            self.status = struct.unpack("i", data)[0] if len(data) == 4 else 9
            os.waitpid(self.shell, 0)
        return True

    def read(self, seconds):
        end = time.monotonic() + seconds
        while time.monotonic() < end and not self.isOver():
            if self.isRead and self.master is not None and select.select([self.master], [], [], 0.02)[0]:
                try:
                    self.out += os.read(self.master, 65536)
                except OSError:
                    self.isRead = False
            elif not self.isRead:
                time.sleep(0.02)

    def drain(self):
        while self.master is not None and select.select([self.master], [], [], 0.05)[0]:
            try:
                self.out += os.read(self.master, 65536)
            except OSError:
                return

    def wait(self, text, since=0, limit=LIMIT):
        """Whether the text comes. Chinese stands in the output as it is read, also where the cursor jumps between."""
        end = time.monotonic() + limit
        while time.monotonic() < end:
            if text in visible(self.out[since:]):
                return True
            if self.isOver():
                self.drain()
                return text in visible(self.out[since:])
            self.read(0.05)
        return False

    def type(self, data):
        try:
            os.write(self.master, data)
        except OSError:
            pass

    def edit(self):
        """Types a comment on the score sheet and leaves it unsaved."""
        for keys, answer in ((b"", READY), (F4, SHEET), (DOWN + F7, EDITOR), (TYPED.encode(), TYPED[-1])):
            since = len(self.out) if keys else 0
            self.type(keys)
            if not self.wait(answer, since):
                return [f"no “{answer}” on the screen"]
        return []

    def end(self, number=signal.SIGKILL):
        """Kills the program, which under the tracer is its child."""
        for child in [*open(f"/proc/{self.pid}/task/{self.pid}/children").read().split(), self.pid]:
            try:
                os.kill(int(child), number)
            except ProcessLookupError:
                pass
        self.read(5)

    def close(self):
        for file in (self.master, self.slave, self.told):
            if file is not None:
                os.close(file)


def drive(place, person, steps, tracer):
    """Does an act in the console. Its status, 1 when the screen did not show what it should; and what it showed."""
    console = Console(place, person=person, tracer=tracer)
    try:
        for keys, answer in steps:
            since = len(console.out)
            console.type(keys.encode())
            if not console.wait(answer, since, 4):
                break
        else:
            console.type(QUIT)
            console.read(4)
        isDone = console.isOver()
        if not isDone:
            console.end()
        code = os.waitstatus_to_exitcode(console.status)
        return (code if isDone else 1), visible(console.out)
    finally:
        console.close()


def visible(data):
    return re.sub(rb"\x1b\[[0-9;?]*[ -/]*[@-~]|\x1b[()].|\x1b.", b"", data).decode("utf-8", "replace")


# Scenarios: each gets a console with an unsaved comment, and answers complaints. A name in `SAVES` ends with the comment
# saved; after all others the next start must offer it.

SAVES = {"quit", "stop", "storm", "slow", "idle", "vt100", "linux", "tmux", "lines"}


def leave(console):
    console.isRead = True
    since = len(console.out)
    console.type(ESCAPE)
    if not console.wait(SAVED, since):
        return ["Escape did not save"]
    console.type(QUIT)
    console.read(LIMIT)
    return [] if console.status == 0 else [f"ended with {console.status} after the quit key"]


def signalled(number):
    def scenario(console):
        os.kill(console.pid, number)
        console.read(LIMIT)
        return []

    return scenario


def killed(console):
    time.sleep(0.7)  # the promise: half a second
    os.kill(console.pid, signal.SIGKILL)
    console.read(LIMIT)
    return []


def hungUp(console):
    os.close(console.slave)
    os.close(console.master)
    console.slave = console.master = None
    console.isRead = False
    console.read(LIMIT)
    return []


def idle(console):
    def ticks():
        fields = open(f"/proc/{console.pid}/stat").read().rpartition(")")[2].split()
        return int(fields[11]) + int(fields[12])

    console.read(1)
    before = ticks()
    console.read(3)
    used = ticks() - before
    return ([f"{used} ticks in 3 idle seconds"] if used > 6 else []) + leave(console)


def stopped(console):
    os.kill(console.pid, signal.SIGTSTP)
    console.read(0.8)
    bad = []
    if open(f"/proc/{console.pid}/stat").read().rpartition(")")[2].split()[0] != "T":
        bad.append("did not stop")
    elif termios.tcgetattr(console.slave)[3] != console.before[3]:
        bad.append("stopped without restoring the terminal")
    bad += left(console.out)
    console.resize(30, 100)
    since = len(console.out)
    os.kill(console.pid, signal.SIGCONT)
    console.read(0.8)
    if len(console.out) - since < 100:
        bad.append("no new picture after going on")
    return bad + leave(console)


def storm(console):
    sizes = (0, 1, 2, 3, 5, 10, 24, 50, 200, 500, 1000)
    for number in range(600):
        console.resize(sizes[number * 7 % 11], sizes[number * 5 % 11])
        console.read(0.003)
        if console.isOver():
            return ["died while its window changed"]
    console.resize(40, 120)
    console.read(0.5)
    return leave(console)


def sized(rows, columns):
    def scenario(console):
        console.resize(rows, columns)
        console.read(0.5)
        os.kill(console.pid, signal.SIGTERM)
        console.read(LIMIT)
        return []

    return scenario


def slow(console):
    console.isRead = False
    for number in range(300):
        console.type(b"\x0c")
        time.sleep(0.003)
    console.read(1)
    console.isRead = True
    console.read(1)
    return leave(console)


def blocked(console):
    console.isRead = False
    termios.tcflow(console.slave, termios.TCOOFF)  # as after Ctrl-S, or when the line is dead
    for _ in range(50):
        console.type(b"\x0c")
    time.sleep(0.3)
    os.kill(console.pid, signal.SIGTERM)
    console.read(LIMIT)
    bad = [] if console.isOver() else ["TERM did not end it while output was blocked"]
    termios.tcflow(console.slave, termios.TCOON)
    console.isRead = True
    console.read(2)
    return bad


def flood(console):
    pieces = [
        b"\x1b[A", b"\x1bO", b"\xff\xfe", b"\xe4\xb8", "中".encode(), b"\x1b[<0;1;1M", b"\x1b]0;x\x07", b"\x00", b"\x9b31m",
        b"\x1b[999999999999;1R", b"\x1b[200~", b"\x1b[201~"]
    os.set_blocking(console.master, False)
    sent = number = 0
    while sent < 100_000 and number < 20_000 and not console.isOver():
        number += 1
        try:
            sent += os.write(console.master, b"".join(pieces[(number * k) % 12] for k in range(1, 40)))
        except OSError:
            pass
        console.read(0.002)
    os.set_blocking(console.master, True)
    bad = ["ended in a flood of keys"] if console.isOver() else []
    if not bad:
        os.kill(console.pid, signal.SIGTERM)
        console.read(LIMIT)
    return bad


def saveFails(console):
    """The disk refuses the sheet; then the machine dies."""
    since = len(console.out)
    console.type(ESCAPE)
    if not console.wait("失败", since):
        return ["the failed save was not told"]
    bad = ["false answer: 已保存"] if SAVED in visible(console.out[since:]) else []
    console.read(0.7)
    console.end()
    return bad


SCENARIOS = {
    "quit": (leave, {}), "kill": (killed, {}), "idle": (idle, {}),
    "term": (signalled(signal.SIGTERM), {}), "int": (signalled(signal.SIGINT), {}),
    "hup": (signalled(signal.SIGHUP), {}), "quit-signal": (signalled(signal.SIGQUIT), {}),
    "hang-up": (hungUp, {}), "hang-up-ignored": (hungUp, {"ignoresHangup": True}), "stop": (stopped, {}),
    "storm": (storm, {}), "20x5": (sized(5, 20), {}), "1x1": (sized(1, 1), {}), "0x0": (sized(0, 0), {}),
    "500x500": (sized(500, 500), {}), "slow": (slow, {}), "blocked": (blocked, {}), "flood": (flood, {}),
    "vt100": (leave, {"TERM": "vt100"}), "linux": (leave, {"TERM": "linux"}), "tmux": (leave, {"TERM": "tmux-256color"}),
    "lines": (leave, {"LINES": "99999", "COLUMNS": "99999"}),
}
# Where the console may refuse to start, and must say so: an unsaved text of an earlier run must survive it.
PLACES = {
    "dumb": {"TERM": "dumb"}, "nosuch": {"TERM": "nosuch-term"}, "empty": {"TERM": ""}, "unset": {"TERM": None},
    "traversal": {"TERM": "../../../../tmp/evil"}, "LC_ALL=C": {"LC_ALL": "C"}, "LC_ALL=GBK": {"LC_ALL": "xx_YY.GBK"},
    "no-home": {"HOME": "/dev/null/none", "XDG_STATE_HOME": None},
}
# No terminal at all: what the program's first three files are.
FILES = {
    "stdin-null": "</dev/null", "stdout-pipe": "</dev/null | cat", "stdout-full": "</dev/null >/dev/full",
    "stdin-closed": "<&-", "stdout-closed": "</dev/null >&-"}
SHORT = ["quit", "kill", "term", "hup", "hang-up", "stop", "blocked", "nosuch", "stdout-closed", "save-fails"]


def ended(console):
    """Complaints about how a console ended."""
    if not console.isOver():
        os.kill(console.pid, signal.SIGKILL)
        console.read(5)
        return ["still running"]
    bad = []
    if os.WIFSIGNALED(console.status) and os.WTERMSIG(console.status) not in (1, 2, 3, 9, 15):
        bad.append(f"signal {os.WTERMSIG(console.status)}")
    if "Fatal error" in visible(console.out):
        bad.append("a trap")
    return bad


def clean(console, isUTF8=True):
    """Complaints about what is left on the terminal."""
    bad = [f"sent {text!r}" for text in forbidden(console.out, isUTF8)[:3]]
    if console.slave is None:
        return bad
    console.drain()
    if termios.tcgetattr(console.slave)[:4] != console.before[:4]:
        bad.append("the terminal's modes are not restored")
    return bad + left(console.out)


def offered(place, isOffered):
    """Whether the next start offers the typed text, whole, as it should or should not."""
    console = Console(place)
    try:
        if not isOffered:
            return [] if console.wait(READY) and OFFER not in visible(console.out) else ["offered although it was saved"]
        if not console.wait(OFFER) or not console.wait(TYPED):
            return ["the text is not offered back"]
        return []
    finally:
        if not console.isOver():
            os.kill(console.pid, signal.SIGKILL)
            console.read(5)
        console.close()


def run(lab, name):
    place = lab.place(f"terminal-{name}")
    place.fill(lab.seed(ACTS[1]))
    if name in FILES:
        return withoutTerminal(place, FILES[name])
    if name in PLACES:
        return elsewhere(place, PLACES[name])
    tracer = ()
    scenario, options = SCENARIOS.get(name, (saveFails, {}))
    if name == "save-fails":
        tracer = lab.trace(place, "-c", "link", "-f", "err=EIO")
    console = Console(place, tracer=tracer, **options)
    try:
        bad = console.edit()
        if not bad:
            bad = scenario(console) + ended(console)
            if name not in ("kill", "save-fails"):
                bad += clean(console)
    finally:
        ended(console)
        console.close()
    # A flood of keys is edits too: nobody knows what the text should be after it.
    return bad + (offered(place, name not in SAVES) if name != "flood" else [])


def elsewhere(place, changes):
    """A text is left unsaved on a good terminal; then the program starts on an odd one."""
    first = Console(place)
    bad = first.edit()
    first.read(0.7)
    os.kill(first.pid, signal.SIGKILL)
    first.read(5)
    first.close()
    console = Console(place, **changes)
    console.read(2)
    if not console.isOver():
        os.kill(console.pid, signal.SIGTERM)
        console.read(LIMIT)
    elif not visible(console.out).strip():
        bad.append("ended without a word")
    bad += ended(console) + clean(console, isUTF8="LC_ALL" not in changes)
    console.close()
    return bad + offered(place, True)


def withoutTerminal(place, files):
    line = f"{' '.join(place.words(['open', '{ws}', '--as', 'pingshen-03']))} {files}"
    try:
        result = subprocess.run(
            ["setsid", "-w", "sh", "-c", line], env=place.environment(), capture_output=True, timeout=LIMIT)
    except subprocess.TimeoutExpired:
        return ["still running"]
    return [f"ended with {result.returncode}"] if result.returncode > 127 else []


def suite(lab, names, report):
    everything = [*SCENARIOS, *PLACES, *FILES, "save-fails"]
    names = names or everything
    lab.seed(ACTS[1])
    with ThreadPoolExecutor(2) as pool:
        results = list(pool.map(lambda name: run(lab, name), names))
    failures = 0
    for name, bad in zip(names, results):
        failures += bool(bad)
        if bad:
            report(f"  FAIL terminal {name}: {'; '.join(bad)}")
    report(f"terminal: {len(names)} scenarios, {failures} failures")
    return failures
