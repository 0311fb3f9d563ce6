# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of parallax-cli in fish.  Commands, options and words are asked of the
# program, so this knows what that knows.

function __parallax_cli_words
    commandline --tokenize --cut-at-cursor --current-process
end

function __parallax_cli_ask
    set -l words (__parallax_cli_words)
    LC_ALL=C LANGUAGE=C $words[1] $argv --help 2>/dev/null
end

function __parallax_cli_commands
    __parallax_cli_ask | sed -n '/^Commands/,$ s/^  \([a-z][a-z-]*\) *\(.*\)/\1\t\2/p'
    printf '%s\t%s\n' --help 'Show help options' --version 'Show the version'
end

# The options that the help of a command lists.
function __parallax_cli_options
    __parallax_cli_ask $argv | sed -n 's/^ \{1,\}\(-[a-z], \)\{0,1\}\(--[a-z0-9-]*\)\(=\{0,1\}\)[A-Z:|]* *\(.*\)/\2\3\t\4/p'
end

# The words that the help of COMMAND lists behind OPTION: “csv, html or json”.
function __parallax_cli_values -a command option
    __parallax_cli_ask $command | sed -n "s/^ .*$option=[A-Z]*  *//p" |
        sed -e 's/ *([^)]*)//g' -e 's/^By //' -e 's/^.*: //' -e 's/ or /, /' |
        grep -xE '[a-z][a-z0-9-]*(, [a-z][a-z0-9-]*)+' | string split ', '
end

# What “list” can list: “WHAT is documents, outlets or history (…).”
function __parallax_cli_lists
    __parallax_cli_ask list | sed -n '/^WHAT is /,$ p' | tr '\n' ' ' |
        sed -e 's/^WHAT is //' -e 's/([^)]*)//g' -e 's/ or / /' | tr -d ',.' | string split --no-empty ' '
end

function __parallax_cli_offer
    set -l words (__parallax_cli_words)
    set -l current (commandline --current-token --cut-at-cursor)
    if test (count $words) -le 1
        __parallax_cli_commands
    else if string match --quiet -- '--*=*' $current
        set -l option (string replace --regex -- '=.*' '' $current)
        set -l values (__parallax_cli_values $words[2] $option)
        # “import” and “convert” read and write what “export” lists.
        if test -z "$values" && contains -- $option --format --from --to
            set values (__parallax_cli_values export --format)
        end
        if test -n "$values"
            printf "$option=%s\n" $values
        else
            string replace --regex -- '^' $option= (__fish_complete_path (string replace --regex -- '[^=]*=' '' $current))
        end
    else if string match --quiet -- '-*' $current
        __parallax_cli_options $words[2]
    else if test "$words[2]" = list -a (count $words) -ge 3
        __parallax_cli_lists
    else
        __fish_complete_path $current
    end
end

complete --command parallax-cli --no-files --arguments '(__parallax_cli_offer)'
