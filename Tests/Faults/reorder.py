"""Power cuts on any file system: what was not synced may be on the disk or not, in any order.

An act is traced once. For each moment of it the states are built that the rules allow a crash to leave:
- fsync of a file makes its bytes durable, not its name; fsync of a folder makes the names in it durable;
- one rename, link, unlink or mkdir is whole or not there at all; between calls there is no order;
- of bytes that were not synced a part may be there, and the rest be missing or zeros.
"""

import hashlib
import shutil
from itertools import chain

from calls import clean
from lab import tree

SYNCS = ("sync", "syncfs")


class Trace:
    """The calls of an act that change something, as operations on numbered files."""

    def __init__(self, log, root, before):
        self.root = str(root)
        self.names = {}
        self.first = {}  # number of a file → its bytes before the act
        self.operations = []
        for path, data in before.items():
            self.names[path] = len(self.first)
            self.first[len(self.first)] = data
        self.start = dict(self.names)
        self.count = len(self.first)
        for line in log.read_text().splitlines():
            self.read(line.split("\t"))

    def read(self, fields):
        _, call, answer, place, _, path, second, data = fields
        if call == "say":
            self.operations.append(("say", bytes.fromhex(data)))
            return
        path, second = path.removeprefix(self.root + "/"), second.removeprefix(self.root + "/")
        if call == "open" and path not in self.names:
            self.names[path] = self.count
            self.operations.append(("name", path, self.count))
            self.count += 1
        elif call == "write" and path in self.names:
            self.operations.append(("write", self.names[path], int(place), bytes.fromhex(data)))
        elif call == "sync" and path in self.names:
            self.operations.append(("sync", self.names[path]))
        elif call == "sync":
            self.operations.append(("folder", path if path != self.root else ""))
        elif call == "syncfs":
            self.operations.append(("all",))
        elif call == "truncate" and path in self.names:
            self.operations.append(("cut", self.names[path], int(place)))
        elif call == "mkdir":
            self.operations.append(("mkdir", path))
        elif call == "rename" and path in self.names:
            number = self.names.pop(path)
            self.names[second] = number
            self.operations.append(("rename", path, second, number))
        elif call == "rename":  # a folder
            for name in [name for name in self.names if name.startswith(path + "/")]:
                self.names[second + name[len(path):]] = self.names.pop(name)
            self.operations.append(("move", path, second))
        elif call == "link" and path in self.names:
            self.names[second] = self.names[path]
            self.operations.append(("name", second, self.names[path]))
        elif call == "unlink" and path in self.names:
            del self.names[path]
            self.operations.append(("unlink", path))


def parents(operation):
    """The folders that must be synced for an operation to be durable."""
    kind = operation[0]
    if kind in ("name", "unlink", "mkdir"):
        return {folder(operation[1])}
    return {folder(operation[1]), folder(operation[2])} if kind in ("rename", "move") else set()


def folder(path):
    return path.rpartition("/")[0]


def states(trace, folders, moment):
    """The files that a crash at a moment of the act may leave, and what it had said by then."""
    past = trace.operations[:moment]
    said = b"".join(operation[1] for operation in past if operation[0] == "say")
    durable, pending = [], []
    for place, operation in enumerate(past):
        if operation[0] in ("say", "sync", "folder", "all"):
            continue
        later = past[place + 1:]
        if operation[0] in ("write", "cut"):
            isSafe = ("sync", operation[1]) in later or ("all",) in later
        else:
            isSafe = all(("folder", path) in later for path in parents(operation)) or ("all",) in later
        (durable if isSafe else pending).append(place)
    everything = set(pending)
    chosen = chain(
        [everything, set()], (everything - {one} for one in pending), ({one} for one in pending),
        (set(pending[:count]) for count in range(len(pending))))
    variants = [(choice, None, None) for choice in chosen]
    for one in pending:
        if past[one][0] == "write":
            variants += [(everything, one, (part, end)) for part in range(4) for end in ("nothing", "zeros")]
    for choice, place, how in variants:
        kept = sorted(set(durable) | choice)
        yield build(trace, folders, [(past[one], how if one == place else None) for one in kept]), said


def build(trace, folders, operations):
    names, data, there = dict(trace.start), dict(trace.first), set(folders)
    for operation, how in operations:
        kind = operation[0]
        if kind == "name":
            names[operation[1]] = operation[2]
        elif kind == "write":
            _, number, place, text = operation
            if how:
                done = len(text) * how[0] // 4
                text = text[:done] + (bytes(len(text) - done) if how[1] == "zeros" else b"")
            old = data.get(number, b"").ljust(place, b"\0")
            data[number] = old[:place] + text + old[place + len(text):]
        elif kind == "cut":
            data[operation[1]] = data.get(operation[1], b"")[:operation[2]]
        elif kind == "rename":
            names.pop(operation[1], None)
            names[operation[2]] = operation[3]
        elif kind == "move":
            for name in [name for name in names if name.startswith(operation[1] + "/")]:
                names[operation[2] + name[len(operation[1]):]] = names.pop(name)
            there = {operation[2] + path[len(operation[1]):] if path.startswith(operation[1]) else path for path in there}
        elif kind == "unlink":
            names.pop(operation[1], None)
        elif kind == "mkdir":
            there.add(operation[1])
    return {path: data.get(number, b"") for path, number in names.items() if folder(path) in there}, there


def suite(lab, acts, report):
    total = failures = 0
    for act in acts:
        judge, _ = clean(lab, act, "reorder")
        place = lab.place("reorder")
        place.fill(lab.seed(act))
        before = {f"ws/{path}": data for path, data in tree(place.ws)[0].items()} if place.ws.is_dir() else {}
        folders = {str(path.relative_to(place.root)) for path in place.root.rglob("*") if path.is_dir()} | {""}
        place.run(act.run, lab.trace(place, "-x"))
        trace = Trace(place.log, place.root, before)
        seen, wrong = set(), []
        for moment in range(len(trace.operations) + 1):
            for (files, there), said in states(trace, folders, moment):
                key = hashlib.sha256(repr((sorted(files.items()), sorted(there), said)).encode()).digest()
                if key in seen:
                    continue
                seen.add(key)
                inside = {
                    path[3:]: data for path, data in files.items()
                    if path.startswith("ws/") and not path.rpartition("/")[2].startswith(".tmp-")}
                bad = judge.look(inside, said.decode(errors="replace"), isDone=moment == len(trace.operations))
                # The program's own reader costs a process: every tenth state.
                if len(seen) % 10 == 0 and "program.json" in inside:
                    lay(place, files, there)
                    bad += judge.program(place)
                if bad:
                    wrong.append(f"at {moment} of {len(trace.operations)}: {'; '.join(bad[:3])}")
        for text in wrong[:5]:
            report(f"  FAIL {act.name} {text}")
        report(f"{act.name} reordered: {len(trace.operations)} operations, {len(seen)} states, {len(wrong)} failures")
        total, failures = total + len(seen), failures + len(wrong)
    report(f"reorder: {total} states, {failures} failures")
    return failures


def lay(place, files, folders):
    """Puts a state on the disk."""
    shutil.rmtree(place.root, ignore_errors=True)
    for path in sorted(folders):
        (place.root / path).mkdir(parents=True, exist_ok=True)
    for path, data in files.items():
        (place.root / path).write_bytes(data)
