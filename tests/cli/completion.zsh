#!/bin/zsh -f
# SPDX-License-Identifier: GPL-3.0-or-later
# What zsh is given to offer for LINE, one a line; for completion-shells.sh.
#
#   completion.zsh FILE PROGRAM LINE
#
# What only an interactive shell has is played: it takes what is offered as it is.
file=$1 line=$3
compset() { PREFIX=${PREFIX#*=} }
compadd() { shift ${@[(i)--]}; print -rl -- ${(M)@:#$PREFIX*} }
_describe() {
  [[ $1 == -o ]] && shift
  local -a all=("${(@P)2}")
  print -rl -- ${(M)${all%%:*}:#$PREFIX*}
}
_files() { print -rl -- $PREFIX*(N) }

words=("${(@s: :)line}")
CURRENT=$#words PREFIX=$words[-1] service=${words[1]}
words[1]=$2
source $file
