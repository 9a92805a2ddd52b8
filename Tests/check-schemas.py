#!/usr/bin/env python3
"""Holds every JSON file of a workspace against the published schemas, with a validator that is not ours.

  check-schemas.py SCHEMA_DIR WORKSPACE

Prints a line for each file that does not fit and exits 1 when there is one.
"""
import json
import pathlib
import sys

import jsonschema

schemas = {}
for path in pathlib.Path(sys.argv[1]).glob("*.schema.json"):
    schema = json.loads(path.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    schemas[schema["$id"]] = jsonschema.Draft202012Validator(schema)

workspace = pathlib.Path(sys.argv[2])
checked = failed = 0
for path in sorted(workspace.rglob("*.json")):
    document = json.loads(path.read_text(encoding="utf-8"))
    validator = schemas.get(document.get("schema"))
    problems = ["no published schema for %r" % document.get("schema")] if validator is None else [
        "%s: %s" % ("/".join(map(str, error.absolute_path)), error.message[:200]) for error in validator.iter_errors(document)]
    checked += 1
    failed += bool(problems)
    for problem in problems:
        print(f"{path.relative_to(workspace)}: {problem}")
print(f"{checked} files checked, {failed} with problems")
sys.exit(1 if failed or not checked else 0)
