#!/usr/bin/env python3
"""Prints Sources/Core/Text/ScalarRanges.swift: how many columns each Unicode scalar takes, and which ones are never sent to a terminal.

Run on the system whose C library decides what a column is (glibc, locale C.UTF-8):
    python3 Tools/make-scalar-table.py > Sources/Core/Text/ScalarRanges.swift
"""
import ctypes
import locale
import unicodedata

locale.setlocale(locale.LC_ALL, "C.UTF-8")
wcwidth = ctypes.CDLL("libc.so.6").wcwidth

# Invisible or direction-changing although some have a width: soft hyphen, fillers, joiners, selectors, tags, blank braille.
INVISIBLE = [
    (0x00AD, 0x00AD), (0x034F, 0x034F), (0x061C, 0x061C), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F),
    (0x200B, 0x200F), (0x2028, 0x202E), (0x2060, 0x206F), (0x2800, 0x2800), (0x3164, 0x3164), (0xFE00, 0xFE0F),
    (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0), (0xFFF0, 0xFFFB), (0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A), (0xE0000, 0xE0FFF),
]


def kind(value):
    category = unicodedata.category(chr(value))
    if any(low <= value <= high for low, high in INVISIBLE) or category in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"):
        return "hidden"
    if category == "Zs" and value not in (0x20, 0x3000):
        return "blank"
    width = wcwidth(value)
    if width < 0:
        return "hidden"
    if width == 0:
        return "jamo" if category == "Lo" else "mark"
    return "narrow" if width == 1 else "wide"


def main():
    ranges, start, last = [], 0, kind(0)
    for value in range(1, 0x110001):
        now = kind(value) if value < 0x110000 else None
        if now != last:
            ranges.append((start, value - 1, last))
            start, last = value, now
    print("// Made by Tools/make-scalar-table.py from wcwidth of glibc in C.UTF-8 and Unicode %s; do not edit." % unicodedata.unidata_version)
    print()
    print("/// First scalar of each run of scalars of one kind, in order; the first run starts at U+0000.")
    print("let scalarRunStarts: [UInt32] = [")
    line = " "
    for low, _, _ in ranges:
        item = " 0x%X," % low
        if len(line) + len(item) > 118:
            print(line)
            line = " "
        line += item
    print(line)
    print("]")
    print()
    print("/// Kind of each run, one letter a run: h hidden, b blank, j jamo, m mark, n narrow, w wide.")
    letters = "".join({"hidden": "h", "blank": "b", "jamo": "j", "mark": "m", "narrow": "n", "wide": "w"}[k] for _, _, k in ranges)
    print('let scalarRunKinds: StaticString = """')
    for at in range(0, len(letters), 100):
        print("  " + letters[at:at + 100] + ("\\" if at + 100 < len(letters) else ""))
    print('  """')


main()
