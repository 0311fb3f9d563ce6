/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "compat/plx-isolate.h"

char *
plx_isolate (const char *words)
{
  return g_strconcat ("\u2068", words, "\u2069", NULL);
}
