/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "session/plx-kind-label.h"

#include <glib/gi18n.h>

/* As in store/plx-default-codebook.c. */
static const char *const known[] = {
  NC_ ("relation", "supports"),
  NC_ ("relation", "contradicts"),
  NC_ ("relation", "same-claim"),
  NC_ ("relation", "said-by"),
  NC_ ("relation", "located-in"),
};

const char *
plx_kind_get_label (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_equal (known[i], name))
      return g_dpgettext2 (NULL, "relation", known[i]);
  return name;
}
