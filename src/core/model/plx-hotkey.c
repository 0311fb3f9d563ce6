/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/plx-hotkey.h"

static const char *const hotkeys[] = {
  "1", "2", "3", "4", "5", "6", "7", "8", "9", "0",
  "Alt+1", "Alt+2", "Alt+3", "Alt+4", "Alt+5", "Alt+6", "Alt+7", "Alt+8", "Alt+9", "Alt+0",
  NULL
};

const char *const *
plx_hotkeys_list (void)
{
  return hotkeys;
}

gboolean
plx_hotkey_is_valid (const char *hotkey)
{
  return hotkey != NULL && g_strv_contains (hotkeys, hotkey);
}
