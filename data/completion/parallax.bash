# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of parallax in bash: its options, projects and the folders on the way to them.

_parallax() {
  local program=$1 current=$2

  COMPREPLY=()
  if [[ $current == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$(LC_ALL=C LANGUAGE=C "$program" --help 2>/dev/null | sed -n 's/^ \{1,\}\(-[a-z], \)\{0,1\}\(--[a-z-]*\) .*/\2/p')" -- "$current")
  else
    mapfile -t COMPREPLY < <(compgen -f -X '!*.parallax' -- "$current"; compgen -d -- "$current")
  fi
  return 0
}

complete -o filenames -F _parallax parallax
