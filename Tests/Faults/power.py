"""Power cuts on a real file system: an act runs on an ext4 image, whose blocks are copied before each call that changes
something. The copy is what the disk would hold after a cut; it is mounted, which replays its journal, and judged.

Needs root for the loop devices."""

import os
import shutil
import subprocess

from calls import clean
from lab import Place, Skipped, tree

# The usual mount, one without ext4's care for careless programs, and one that orders nothing.
MODES = {
    "default": "commit=60", "noauto_da_alloc": "noauto_da_alloc,commit=60",
    "writeback": "data=writeback,noauto_da_alloc,commit=60"}


class Disk(Place):
    """A place on an ext4 image of its own."""

    def __init__(self, folder, options):
        super().__init__(folder)
        self.image = self.folder / "image"
        self.options = options
        self.root.mkdir(exist_ok=True)

    def fill(self, seed):
        with open(self.image, "wb") as image:
            image.truncate(12 << 20)
        tool("mkfs.ext4", "-q", "-F", "-E", "lazy_itable_init=0,lazy_journal_init=0", self.image)
        tool("mount", "-o", f"loop,{self.options}", self.image, self.root)
        if seed.is_dir():
            shutil.copytree(seed, self.ws, symlinks=True)
        tool("sync", "-f", self.root)

    def release(self):
        subprocess.run(["umount", "-l", self.root], capture_output=True)


def tool(*words):
    result = subprocess.run([str(word) for word in words], capture_output=True, text=True)
    if result.returncode:
        raise Skipped(f"{words[0]}: {result.stderr.strip()}")


def suite(lab, acts, modes, report):
    if os.geteuid():
        raise Skipped("power cuts need root (loop devices)")
    if not shutil.which("mkfs.ext4"):
        raise Skipped("power cuts need mkfs.ext4")
    cuts = failures = 0
    for act in acts:
        judge, _ = clean(lab, act, "power")
        for mode in modes:
            number, wrong = cut(lab, act, judge, MODES[mode])
            cuts, failures = cuts + number, failures + len(wrong)
            for text in wrong[:5]:
                report(f"  FAIL {act.name} {mode} {text}")
            report(f"{act.name} on ext4 {mode}: {number} cuts, {len(wrong)} failures")
    report(f"power: {cuts} cuts, {failures} failures")
    return failures


def cut(lab, act, judge, options):
    """Cuts the power before each call of an act, and after its end. The number of cuts, and what was wrong."""
    disk = Disk(lab.folder / "power", options)
    copies = lab.folder / "copies"
    copies.mkdir()
    after = Disk(lab.folder / "after", options)
    wrong = []
    try:
        disk.fill(lab.seed(act))
        hook = f"cp --sparse=always {disk.image} {copies}/$FAULT_CALL.image; cp {disk.out} {copies}/$FAULT_CALL.said"
        disk.run(act.run, lab.trace(disk, "-f", f"hook={hook}"), limit=120)
        names = sorted(copies.glob("*.image"), key=lambda path: int(path.stem))
        last = copies / f"{len(names) + 1}.image"
        subprocess.run(["cp", "--sparse=always", disk.image, last], check=True)
        shutil.copy(disk.out, last.with_suffix(".said"))
        for image in [*names, last]:
            shutil.copyfile(image, after.image)
            tool("mount", "-o", "loop", after.image, after.root)
            try:
                files, _ = tree(after.ws)
                bad = judge.look(files, image.with_suffix(".said").read_text(errors="replace"), isDone=image == last)
                if "program.json" in files:
                    bad += judge.program(after)
                again = after.run(act.run)
                if again not in act.again:
                    bad.append(f"the same command again ends with {again}: {after.said()[:200]}")
                if bad:
                    wrong.append(f"before call {image.stem}: {'; '.join(bad[:3])}")
            finally:
                after.release()
        return len(names) + 1, wrong
    finally:
        disk.release()
        shutil.rmtree(copies, ignore_errors=True)
