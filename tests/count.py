#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts single test cases in the logs of meson (JSON Lines).

count.py LOG...                  names what failed or was skipped; the last line is
                                 `N passed, N failed, N skipped`.  A log of the
                                 same folder that comes later has the last word on
                                 the tests in it.
count.py --failed SUITES LOG     the tests of these suites that failed, one a line
"""
import json
import os
import re
import sys

GOOD = {"OK", "SKIP", "EXPECTEDFAIL"}
CASE = re.compile(r"^(not ok|ok)\b\s*(\d*)\s*-?\s*(.*?)(?:\s+#\s*(SKIP|TODO)\b\s*(.*))?$", re.IGNORECASE)


def read(path):
    """What meson knows of each test that ran; without a log nothing did."""
    if not os.path.exists(path):
        return [{"name": path, "result": "ERROR", "returncode": "unknown: there is no log"}]
    with open(path, encoding="utf-8", errors="replace") as log:
        return [json.loads(line) for line in log if line.strip()]


def split_name(name):
    """`parallax:e2e / e2e-keys`: its suites and its own name."""
    suites, _, own = name.rpartition(" / ")
    return set(suites.partition(":")[2].split("+")), own


def list_cases(test):
    """(state, name, message) of each case; a test that crashed is one that failed."""
    cases = []
    for line in (test.get("stdout") or "").splitlines():
        case = CASE.match(line)
        if case is None:
            continue
        state = "failed" if case[1].lower() == "not ok" else "passed"
        if (case[4] or "").upper() == "SKIP":
            state = "skipped"
        cases.append((state, case[3], case[5] or ""))
    good = test["result"] in GOOD
    if not good and not any(state == "failed" for state, _, _ in cases):
        cases.append(("failed", "", f"{test['result'].lower()}, status {test['returncode']}"))
    if good and not cases:
        cases.append(("skipped" if test["result"] == "SKIP" else "passed", "", ""))
    return cases


def print_failed(suites, path):
    for test in read(path):
        own_suites, own = split_name(test["name"])
        if own_suites & suites and test["result"] not in GOOD:
            print(own)


def count(paths):
    last = {}
    for path in paths:
        for test in read(path):
            last[os.path.dirname(path), test["name"]] = test
    counts = {"passed": 0, "failed": 0, "skipped": 0}
    for (_, name), test in last.items():
        for state, case, message in list_cases(test):
            counts[state] += 1
            if state != "passed":
                print(" ".join(filter(None, [f"{state}:", name, case, message])))
    print(", ".join(f"{n} {state}" for state, n in counts.items()))
    return counts["failed"] == 0 and counts["passed"] > 0


if sys.argv[1] == "--failed":
    print_failed(set(sys.argv[2].split(",")), sys.argv[3])
else:
    sys.exit(0 if count(sys.argv[1:]) else 1)
