#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a command with a screen, a bus and a runtime folder of its own.
export GDK_BACKEND=x11 GSK_RENDERER=cairo NO_AT_BRIDGE=1 GTK_A11Y="${GTK_A11Y-none}"
XDG_RUNTIME_DIR=$(mktemp -d) || exit 1
export XDG_RUNTIME_DIR
chmod 700 "$XDG_RUNTIME_DIR"
unset WAYLAND_DISPLAY
xvfb-run -a -s "-screen 0 ${PARALLAX_SCREEN-1500x1000}x24 -nolisten tcp -noreset" dbus-run-session -- "$@"
status=$?
rm -rf "$XDG_RUNTIME_DIR"
exit $status
