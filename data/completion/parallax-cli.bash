# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of parallax-cli in bash.  Commands, options and words are asked of
# the program, so this knows what that knows.

_parallax_cli_ask() { LC_ALL=C LANGUAGE=C "$program" "$@" --help 2>/dev/null; }

# The options that the help of a command lists.
_parallax_cli_options() {
  _parallax_cli_ask "$command" | sed -n 's/^ \{1,\}\(-[a-z], \)\{0,1\}\(--[a-z0-9-]*=\{0,1\}\).*/\2/p'
}

# The words that the help of COMMAND lists behind OPTION: “csv, html or json”.
_parallax_cli_values() { # COMMAND OPTION
  _parallax_cli_ask "$1" | sed -n "s/^ .*$2=[A-Z]*  *//p" |
    sed -e 's/ *([^)]*)//g' -e 's/^By //' -e 's/^.*: //' -e 's/ or /, /' |
    grep -xE '[a-z][a-z0-9-]*(, [a-z][a-z0-9-]*)+' | tr -d ','
}

# What “list” can list: “WHAT is documents, outlets or history (…).”
_parallax_cli_lists() {
  _parallax_cli_ask list | sed -n '/^WHAT is /,$ p' | tr '\n' ' ' | sed -e 's/^WHAT is //' -e 's/([^)]*)//g' -e 's/ or / /' | tr -d ',.'
}

_parallax_cli() {
  local program=$1 current=$2 previous=$3 command=${COMP_WORDS[1]} option value words

  COMPREPLY=()
  # Bash takes the sign of --format=tei for a word of its own.
  if [ "$current" = "=" ]; then
    option=$previous value=
  elif [ "$previous" = "=" ]; then
    option=${COMP_WORDS[COMP_CWORD - 2]} value=$current
  elif [[ $current == --*=* ]]; then
    option=${current%%=*} value=${current#*=}
  fi

  if [ "$COMP_CWORD" -eq 1 ]; then
    mapfile -t COMPREPLY < <(compgen -W "$(_parallax_cli_ask | sed -n '/^Commands/,$ s/^  \([a-z][a-z-]*\) .*/\1/p') --help --version" -- "$current")
  elif [ "${option:-}" = --output ]; then
    mapfile -t COMPREPLY < <(compgen -f -- "$value")
  elif [ -n "${option:-}" ]; then
    words=$(_parallax_cli_values "$command" "$option")
    # “import” and “convert” read and write what “export” lists.
    case $option:$words in
      --format: | --from: | --to:) words=$(_parallax_cli_values export --format) ;;
    esac
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$value")
  elif [[ $current == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$(_parallax_cli_options)" -- "$current")
    [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *= ]] && compopt -o nospace 2>/dev/null
  elif [ "$command" = list ] && [ "$COMP_CWORD" -gt 2 ]; then
    mapfile -t COMPREPLY < <(compgen -W "$(_parallax_cli_lists)" -- "$current")
  else
    mapfile -t COMPREPLY < <(compgen -f -- "$current")
  fi
  return 0
}

complete -o filenames -F _parallax_cli parallax-cli
