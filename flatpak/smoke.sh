#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# flatpak/smoke.sh: tries the installed Flatpak.  Wants a display, a session bus and portals, as
# a desktop has them; says what it tried, and ends with 77 where Flatpak is not there.
#
#   flatpak-builder --user --install --force-clean _flatpak/build flatpak/org.parallaxworkbench.Parallax.json
#   flatpak/smoke.sh
set -u
id=org.parallaxworkbench.Parallax
here=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d "$HOME/plx-smoke.XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
bad=0

ok() { echo "ok   $*"; }
bad() { echo "BAD  $*"; bad=1; }
inside() { flatpak run --command="$1" "$id" "${@:2}"; }

command -v flatpak >/dev/null && flatpak info "$id" >/dev/null 2>&1 || { echo "The Flatpak is not installed."; exit 77; }

# Both programs start and know each other's version.
version=$(inside parallax --version | sed 's/.* //')
[ "$(inside parallax-cli --version)" = "parallax-cli $version" ] && ok "version $version" || bad "versions differ"

# What the sandbox lets through.
permissions=$(flatpak info --show-permissions "$id")
grep -q '^shared=.*network' <<<"$permissions" && bad "the sandbox has a network" || ok "no network"
grep -q '^filesystems=' <<<"$permissions" && bad "the sandbox sees files: $permissions" || ok "no files of the host"
echo secret >"$work/secret"
inside cat "$work/secret" >/dev/null 2>&1 && bad "a file of the host can be read" || ok "a file of the host cannot be read"

# A project in the library, worked on from inside; what it exports is what a build outside exports.
cp "$here"/data/sample/*.txt "$here/data/sample/sample.jsonl" "$work/"
inside sh -c 'mkdir -p "$XDG_DATA_HOME/smoke" && rm -f "$XDG_DATA_HOME"/smoke/*' || bad "no folder for data"
for file in "$here"/data/sample/*.txt; do
  inside sh -c "cat >\"\$XDG_DATA_HOME/smoke/$(basename "$file")\"" <"$file"
done
inside sh -c 'cd "$XDG_DATA_HOME/smoke" && parallax-cli import flood.parallax *.txt' >/dev/null && ok "import" || bad "import"
inside sh -c 'cd "$XDG_DATA_HOME/smoke" && parallax-cli batch flood.parallax' <"$here/data/sample/sample.jsonl" >/dev/null && ok "batch" || bad "batch"
inside sh -c 'cd "$XDG_DATA_HOME/smoke" && parallax-cli check flood.parallax' | grep -q '^ok' && ok "check" || bad "check"
inside sh -c 'cd "$XDG_DATA_HOME/smoke" && parallax-cli export flood.parallax --format=tei --output=flood.xml && cat flood.xml' >"$work/flood.xml" &&
  grep -q '<standOff' "$work/flood.xml" && ok "export as TEI" || bad "export as TEI"

# Through the document portal: a project outside is opened as a working copy, and stays as it is.
inside sh -c 'cat "$XDG_DATA_HOME/smoke/flood.parallax"' >"$work/smoke-outside.parallax"
cp "$work/smoke-outside.parallax" "$work/before"
path=$(flatpak document-export -r -w --app="$id" "$work/smoke-outside.parallax" 2>/dev/null)
if [ -z "$path" ]; then
  echo "skip no document portal"
elif [ -z "${WAYLAND_DISPLAY-}${DISPLAY-}" ]; then
  echo "skip no display"
else
  flatpak run --env=PARALLAX_TEST_HOOK=/tmp/answers --env=PARALLAX_TEST_HOOK_QUIT=first-frame "$id" "$path" >/dev/null 2>&1
  inside sh -c 'ls "$XDG_DATA_HOME"/parallax/projects/smoke-outside*.parallax' >/dev/null 2>&1 &&
    ok "a project outside becomes a working copy" || bad "a project outside was not opened"
  cmp -s "$work/before" "$work/smoke-outside.parallax" && ok "the original is as it was" || bad "the original was changed"
  inside sh -c 'rm -f "$XDG_DATA_HOME"/parallax/projects/smoke-outside*'
fi

# What everything in it is licensed under.
for module in parallax poppler poppler-data; do
  inside test -s "/app/share/licenses/$id/$module/COPYING" && ok "licence of $module" || bad "no licence of $module"
done

# Languages.
for language in ar de es fr tr; do
  inside test -f "/app/share/locale/$language/LC_MESSAGES/parallax.mo" && ok "speaks $language" || bad "has no $language"
done

# The window, as long as there is a display.
if [ -n "${WAYLAND_DISPLAY-}${DISPLAY-}" ]; then
  seconds=$({ TIMEFORMAT=%R; time flatpak run --env=PARALLAX_TEST_HOOK=/tmp/answers --env=PARALLAX_TEST_HOOK_QUIT=first-frame "$id" >/dev/null 2>&1; } 2>&1) &&
    ok "first window and end in ${seconds} s" || bad "the window did not come"
else
  echo "skip no display"
fi
inside sh -c 'rm -rf "$XDG_DATA_HOME/smoke"'

[ "$bad" = 0 ] && echo "The Flatpak works."
exit "$bad"
