"""What must hold for a workspace after an act met a fault, whatever the fault was."""

import fnmatch
import json
import re
import subprocess

from lab import digest, isSealed, named, plain, tree

# What the program's own check may say after a crash: a line of the journal is half or missing, a copy is ahead.
PARDONED = ("不完整（可能因断电）", "与本人操作日志的最后记录不符", "存档里有更新的第", "这份记录无从核对", "在这一行之前的版本没有记录", "公示中有未办结的异议")


def strict(data):
    """Python's reader, without what it lets pass beyond the standard."""

    def pairs(found):
        keys = [key for key, _ in found]
        assert len(keys) == len(set(keys)), "a key stands twice"
        return dict(found)

    def refuse(text):
        raise ValueError(f"no number: {text}")

    return json.loads(data.decode("utf-8"), object_pairs_hook=pairs, parse_constant=refuse)


class Judge:
    """Compares workspaces with the one before an act and the one after it."""

    def __init__(self, act, before, after):
        self.act = act
        self.before = {named(path): plain(data) for path, data in before.items() if not path.startswith("journal/")}
        self.after = {named(path): plain(data) for path, data in after.items() if not path.startswith("journal/")}
        self.journal = f"journal/{act.journal}.jsonl"
        self.first = before
        self.lines = journal(after.get(self.journal, b""))[0]

    def look(self, files, said, isDone, isOver=True):
        """Complaints about the files of a workspace. `said` is what the program had printed, `isDone` that it ended with
        success, `isOver` that it ended at all."""
        bad = []
        new = set()
        for path, data in files.items():
            if path.startswith("journal/"):
                continue
            found, key = plain(data), named(path)
            if key in self.after and found == self.after[key]:
                if found != self.before.get(key):
                    new.add(key)
            elif found != self.before.get(key):
                bad.append(f"{path} is neither the old text nor the new one ({len(data)} bytes)")
            if path.endswith(".json"):
                try:
                    strict(data)
                except (ValueError, AssertionError) as error:
                    bad.append(f"{path}: {error}")
                if path.startswith("inspections/") and b'"reviewtui/inspection/1"' in data and not isSealed(data):
                    bad.append(f"{path} is not what was sealed")
            copy = re.search(r"-([0-9a-f]{12})\.json$", path)
            if "/history/" in path and copy and digest(data)[:12] != copy[1]:
                bad.append(f"{path} is not what its name says")
        bad += [f"{path} is gone" for path in self.before if path not in {named(path) for path in files}]
        heads = [key for key in new if any(fnmatch.fnmatch(key, named(file)) for file in self.act.files)]
        if heads:
            for pattern in self.act.copies:
                if not fnmatch.filter(new, pattern):
                    bad.append(f"{heads[0]} is new, and there is no copy {pattern}")
        for head in heads:
            self.previous(head, files, bad)
        acknowledged = re.findall(r"^ACK (\S+) r\d+ ([0-9a-f]{64})$", said, re.M)
        for path, value in acknowledged:
            if digest(files.get(path, b"")) != value:
                bad.append(f"lost: ACK {path}")
        claims = acknowledged or re.search("已保存|已提交|已建立", said)
        if claims or isDone:
            for pattern in self.act.files:
                if not fnmatch.filter(heads, pattern):
                    bad.append(f"false answer: {pattern} is not new")
        if isDone:
            bad += [f"false answer: {path} is missing" for path in self.after if path not in self.before and path not in new]
        isPromised = bool(acknowledged) and self.isJournaledFirst() and "日志没有写成" not in said
        self.chain(files, bad, isPromised, isDone)
        return bad

    def isJournaledFirst(self):
        """Whether the act says ACK after its line in the journal; an import says it for each file at once."""
        return self.act.run[0] != "import"

    def previous(self, head, files, bad):
        """A new revision names the digest of the one that it was made from."""
        if not head.endswith(".json"):
            return  # a report has no revisions
        value = json.loads(files[head]) if head in files else {}
        old = self.first.get(head)
        if "previous" in value and value["previous"] != (digest(old) if old else None):
            bad.append(f"{head} does not name the revision before")

    def chain(self, files, bad, isPromised, isDone):
        for path, data in files.items():
            if path.startswith("journal/"):
                _, faults = journal(data)
                bad += [f"{path}:{line}: {fault}" for line, fault in faults]
                old = self.first.get(path, b"")
                if not data.startswith(old):
                    bad.append(f"{path} lost lines")
        if self.act.journal and (isDone or isPromised):
            lines, _ = journal(files.get(self.journal, b""))
            if lines != self.lines:
                bad.append(f"false answer: {self.journal} has {len(lines)} lines, not {len(self.lines)}")

    def program(self, place):
        """What the program's own check says, which also removes what a dead process left."""
        result = subprocess.run(
            place.words(["doctor", "{ws}", "--format", "json"]), env=place.environment(), capture_output=True, timeout=30)
        if not result.stdout:
            return [f"the program cannot open the workspace: {result.stderr.decode()[:200]}"]
        found = json.loads(result.stdout)["problems"]
        bad = [
            f"{one['file']}: {one['message']}" for one in found if not any(text in one["message"] for text in PARDONED)]
        _, left = tree(place.ws)
        return bad + [f"{name} stays for ever" for name in left]


def journal(data):
    """The acts of a journal, without times, and what is wrong with the chain; a half line is no fault."""
    lines, faults, last = [], [], None
    for number, line in enumerate(data.split(b"\n"), 1):
        if not line and number == data.count(b"\n") + 1:
            break
        try:
            entry = strict(line)
        except (ValueError, AssertionError):
            if line.count(b"}") and line.endswith(b"}"):
                faults.append((number, "no JSON"))
        else:
            if entry.get("prev") != last:
                faults.append((number, "does not name the line before"))
            # A time stands also in what changed: `signedAt`, from nothing to now.
            timeless = strict(plain(line))
            lines.append({key: value for key, value in timeless.items() if key not in ("at", "prev", "after", "sum")})
        last = digest(line)
    return lines, faults
