#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Every C file is formatted as .clang-format says.
set -u
cd "$(dirname "$0")/../.." || exit 2
tool=$(command -v clang-format-14 || command -v clang-format) || { echo "clang-format is not installed: skipped"; exit 77; }
find src tests -name '*.[ch]' -print0 | xargs -0 -r "$tool" --dry-run -Werror
