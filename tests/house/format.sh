#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Every C file is formatted as clang-format 14 understands .clang-format; others
# decide otherwise in places.
set -u
cd "$(dirname "$0")/../.." || exit 2
tool=$(command -v clang-format-14 || command -v clang-format) && [[ $("$tool" --version) =~ version\ 14\. ]] ||
  { echo "clang-format 14 is not installed: skipped"; exit 77; }
find src tests -name '*.[ch]' -print0 | xargs -0 -r "$tool" --dry-run -Werror
