"""What all suites share: the built program, the tracer, and fresh places to run an act in."""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import terminal
from acts import ACTS, APP

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parent.parent
BINARY = Path(os.environ.get("REVIEWTUI") or REPOSITORY / ".build/debug/reviewtui")
FORM = REPOSITORY / "Tests/CoreTests/Fixtures/forms/rewritten/labels-in-cells.docx"
SKIPPED = 77


class Skipped(Exception):
    """The machine cannot do it."""


class Place:
    """A folder with a workspace and the private state of one machine, made anew for each run."""

    program = BINARY

    def __init__(self, folder):
        self.folder = Path(folder)
        self.root = self.folder / "disk"  # what the tracer looks at
        self.ws = self.root / "ws"
        self.out = self.folder / "out"
        self.log = self.folder / "log"
        self.folder.mkdir(parents=True, exist_ok=True)

    def fill(self, seed):
        shutil.rmtree(self.root, ignore_errors=True)
        self.root.mkdir()
        if seed and seed.is_dir():
            shutil.copytree(seed, self.ws, symlinks=True)

    def words(self, command):
        names = {"{ws}": str(self.ws), "{app}": APP, "{form}": str(FORM)}

        def filled(word):
            for name, value in names.items():
                word = word.replace(name, value)
            return word

        return [str(self.program)] + [filled(word) for word in command]

    def environment(self):
        return {
            "HOME": str(self.root / "home"), "XDG_STATE_HOME": str(self.root / "state"), "PATH": "/usr/bin:/bin",
            "LC_ALL": "C.UTF-8", "TZ": "Asia/Shanghai", "SWIFT_BACKTRACE": "enable=no", "TERM": "xterm-256color",
        }

    def run(self, command, tracer=(), limit=30):
        """The exit status of a command; what it printed is in `out`. -1 when it hung."""
        if command[0] == "screen":
            status, said = terminal.drive(self, command[1], command[2:], tracer)
            self.out.write_text(said)
            return status
        with open(self.out, "wb") as out:
            try:
                return subprocess.run(
                    [*tracer, *self.words(command)], stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT,
                    env=self.environment(), timeout=limit).returncode
            except subprocess.TimeoutExpired:
                return -1

    def said(self):
        return self.out.read_text(errors="replace")


class Lab:
    """The tracer, compiled, and the workspaces from which acts start."""

    def __init__(self):
        if not BINARY.exists():
            sys.exit(f"{BINARY} is missing: swift build")
        base = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
        self.folder = Path(tempfile.mkdtemp(prefix="reviewtui-faults-", dir=base))
        self.tracer = self.folder / "tracer"
        # A copy: the program may be built again while a long suite runs.
        Place.program = self.folder / "reviewtui"
        shutil.copy(BINARY, Place.program)
        self.seeds = {}
        compiler = shutil.which("clang") or shutil.which("cc") or shutil.which("gcc")
        if not compiler:
            raise Skipped("no C compiler")
        subprocess.run([compiler, "-O2", "-o", self.tracer, HERE / "tracer.c"], check=True)
        test = subprocess.run([self.tracer, "-r", self.folder, "--", "true"], capture_output=True, text=True)
        if test.returncode:
            raise Skipped(f"tracing is not allowed here: {test.stderr.strip()}")

    def close(self):
        shutil.rmtree(self.folder, ignore_errors=True)

    def place(self, name):
        return Place(self.folder / name)

    def seed(self, act):
        """The workspace from which an act starts; made once."""
        if act.name in self.seeds:
            return self.seeds[act.name]
        place = self.place(f"seed-{act.name}")
        place.fill(None)
        if act.seed != "nothing":
            for command in (["init", "{ws}"],):
                must(place, command)
            shutil.copy(REPOSITORY / "sample-data/people.json", place.ws)
            for name in (APP, "2022-zoucheng-002", *act.extra):
                shutil.copy(REPOSITORY / f"sample-data/applications/{name}.json", place.ws / "applications")
            for command in act.before:
                must(place, command)
            if act.torn:
                with open(place.ws / f"journal/{act.journal}.jsonl", "ab") as journal:
                    journal.write(b'{"at": "2026-')
        self.seeds[act.name] = place.ws
        return place.ws

    def trace(self, place, *words):
        return [str(self.tracer), "-r", str(place.root), "-l", str(place.log), *words, "--"]


def must(place, command):
    status = place.run(command)
    if status:
        sys.exit(f"{' '.join(command)} ended with {status}:\n{place.said()}")


def wanted(names):
    """The acts of these names; all for none."""
    unknown = set(names) - {act.name for act in ACTS}
    if unknown:
        sys.exit(f"no such act: {', '.join(sorted(unknown))}")
    return [act for act in ACTS if not names or act.name in names]


TIME = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[-+Z:0-9]*")


def digest(data):
    return hashlib.sha256(data).hexdigest()


def plain(data):
    """Text without what is another one in each run: times, and the digests of texts with times. Whether a seal fits its text
    is asked of each file by itself, see `isSealed`."""
    fresh = rb'"(after|prev|sum|sha256|transcript|publicKey|signature)": "[0-9a-f]{64,128}"'
    return re.sub(fresh, rb'"\1": "-"', TIME.sub(b"-", data))


def isSealed(data):
    """Whether a visit is what its seal was put on: SHA-256 over its bytes with zeros in the seal's place."""
    found = re.search(rb'^  "transcript": "([0-9a-f]{64})"', data, re.M)
    if not found:
        return b'"state": "signed"' not in data
    return digest(data[: found.start(1)] + b"0" * 64 + data[found.end(1) :]) == found[1].decode()


def tree(ws):
    """Path → bytes of every file of a workspace, without our temporary files; and the temporary files."""
    files, temporaries = {}, []
    for folder, _, names in os.walk(ws):
        for name in names:
            path = Path(folder, name)
            if name.startswith(".tmp-"):
                temporaries.append(str(path.relative_to(ws)))
            else:
                files[str(path.relative_to(ws))] = path.read_bytes()
    return files, temporaries


def named(path):
    """The path without the digest that an unchangeable copy has in its name."""
    return re.sub(r"-[0-9a-f]{12}\.json$", "-*.json", path)
