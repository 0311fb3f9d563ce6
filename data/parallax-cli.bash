# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of parallax-cli in bash.  Commands, options and formats are asked of
# the program, so this knows what that knows.

_parallax_cli_ask() { LC_ALL=C LANGUAGE=C "$program" "$@" --help 2>/dev/null; }

# The values that the help lists behind an option: words between commas.
_parallax_cli_values() {
  _parallax_cli_ask "$command" | sed -n "s/^ .*--$1=[A-Z]*  *\([a-z0-9, -]*\)\$/\1/p" | tr -d ','
}

_parallax_cli() {
  local program=$1 current=$2 previous=$3 command=${COMP_WORDS[1]} option value

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
  elif [ -n "${option:-}" ]; then
    case $option in
      --format | --from | --to)
        mapfile -t COMPREPLY < <(compgen -W "$(command=export _parallax_cli_values format)" -- "$value")
        ;;
      --output)
        mapfile -t COMPREPLY < <(compgen -f -- "$value")
        ;;
    esac
  elif [[ $current == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$(_parallax_cli_ask "$command" | grep -o -- '^ .*--[a-z0-9-]*=\{0,1\}' | grep -o -- '--[a-z0-9-]*=\{0,1\}')" -- "$current")
    [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *= ]] && compopt -o nospace 2>/dev/null
  else
    mapfile -t COMPREPLY < <(compgen -f -- "$current")
  fi
  return 0
}

complete -o filenames -F _parallax_cli parallax-cli
