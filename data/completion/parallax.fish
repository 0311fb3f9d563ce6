# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of parallax in fish: its options, projects and the folders on the way to them.

complete --command parallax --no-files --arguments '(__fish_complete_suffix .parallax)'
complete --command parallax --long-option version --description 'Show the version and exit'
complete --command parallax --long-option help --short-option h --description 'Show help options'
