/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The keys that can apply a tag: "1" to "9" and "0", and the same with Alt. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * plx_hotkeys_list:
 *
 * Returns: (transfer none) (array zero-terminated=1): `1` … `9`, `0`, `Alt+1` …
 *   `Alt+9`, `Alt+0`, in the order in which they lie on the keyboard
 */
const char *const *plx_hotkeys_list (void);

/**
 * plx_hotkey_is_valid:
 *
 * Whether @hotkey is one of plx_hotkeys_list().
 */
gboolean plx_hotkey_is_valid (const char *hotkey);

G_END_DECLS
