/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Imports what other programs wrote as named features. */

#include "config.h"

#include "format/plx-features.h"

#include <glib/gi18n-lib.h>
#include <string.h>

PlxKind
plx_features_guess_kind (const char *name)
{
  static const struct
  {
    const char *name;
    PlxKind kind;
  } known[] = {
    { "actor", PLX_KIND_ACTOR },
    { "per", PLX_KIND_ACTOR },
    { "person", PLX_KIND_ACTOR },
    { "org", PLX_KIND_ACTOR },
    { "organization", PLX_KIND_ACTOR },
    { "organisation", PLX_KIND_ACTOR },
    { "norp", PLX_KIND_ACTOR },
    { "place", PLX_KIND_PLACE },
    { "loc", PLX_KIND_PLACE },
    { "gpe", PLX_KIND_PLACE },
    { "fac", PLX_KIND_PLACE },
    { "location", PLX_KIND_PLACE },
    { "claim", PLX_KIND_CLAIM },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_ascii_strcasecmp (known[i].name, name) == 0)
      return known[i].kind;
  return PLX_KIND_OTHER;
}

/* What is left out */

void
plx_features_leave_out (GHashTable *left_out,
                        const char *type)
{
  int n = GPOINTER_TO_INT (g_hash_table_lookup (left_out, type));

  g_hash_table_replace (left_out, g_strdup (type), GINT_TO_POINTER (n + 1));
}

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (a, b);
}

void
plx_features_tell_left_out (PlxImport *import,
                            GHashTable *left_out)
{
  g_autoptr (GList) types = g_list_sort (g_hash_table_get_keys (left_out), compare_strings);

  for (GList *type = types; type != NULL; type = type->next)
    {
      int n = GPOINTER_TO_INT (g_hash_table_lookup (left_out, type->data));

      /* Translators: the type is a technical name, as it stands in the file. */
      plx_import_remark (import, ngettext ("%d of type %s was left out.", "%d of type %s were left out.", (gulong) n), n, (const char *) type->data);
    }
}
