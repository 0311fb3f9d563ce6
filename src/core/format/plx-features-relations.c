/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Relations between articles wait until all of these came. */

#include "config.h"

#include "format/plx-features.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
plx_features_wait (GPtrArray *waiting,
                   GHashTable *features)
{
  g_ptr_array_add (waiting, g_hash_table_ref (features));
}

/* Whether the relation was there already: by its UUID, or else by what it joins. */
static gboolean
was_seen (GHashTable *seen,
          GHashTable *features,
          const char *from,
          const char *to)
{
  const char *uuid = plx_features_get (features, "uuid");
  g_autofree char *ends = g_strdup_printf ("%s %s %s", plx_features_get (features, "label"), from, to);

  if (*uuid == '\0')
    return !g_hash_table_add (seen, g_steal_pointer (&ends));
  g_hash_table_add (seen, g_steal_pointer (&ends));
  return !g_hash_table_add (seen, g_strdup (uuid));
}

static gboolean
is_there (PlxImport *import,
          PlxId annotation,
          gboolean *there,
          GError **error)
{
  g_autoptr (PlxStatement) statement = plx_connection_prepare (import->connection, "SELECT EXISTS (SELECT 1 FROM annotation WHERE id = :id)");

  plx_statement_bind_int (statement, ":id", plx_import_resolve (import, annotation));
  if (plx_statement_step (statement, error) != PLX_STEP_ROW)
    return FALSE;
  *there = plx_statement_get_int (statement, 0) != 0;
  return TRUE;
}

/* The file of another article may come later, and brings the relation then. */
static gboolean
read_waiting (PlxImport *import,
              GHashTable *features,
              const char *from,
              const char *to,
              int *n_missing,
              GError **error)
{
  PlxId source = plx_import_id (import, "annotation", from);
  PlxId target = plx_import_id (import, "annotation", to);
  gboolean has_source, has_target;

  if (!is_there (import, source, &has_source, error) || !is_there (import, target, &has_target, error))
    return FALSE;
  if (has_source && has_target)
    return plx_features_read_relation (import, features, source, target, error);
  ++*n_missing;
  return TRUE;
}

/* Rows that tell all come before links that only lead somewhere. */
gboolean
plx_features_read_waiting (PlxImport *import,
                           GPtrArray *waiting,
                           GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  int n_missing = 0;

  for (guint i = 0; i < 2 * waiting->len; i++)
    {
      GHashTable *features = g_ptr_array_index (waiting, i % waiting->len);
      const char *from = plx_import_skip_urn (plx_features_get (features, "from"));
      const char *to = plx_import_skip_urn (plx_features_get (features, "to"));

      if (g_hash_table_contains (features, "created") != (i < waiting->len) || was_seen (seen, features, from, to))
        continue;
      if (!read_waiting (import, features, from, to, &n_missing, error))
        return FALSE;
    }
  if (n_missing > 0)
    plx_import_remark (import, ngettext ("%d relation leads to an annotation that is not here; it comes with the file of the other article.", "%d relations lead to annotations that are not here; they come with the files of the other articles.", (gulong) n_missing),
                       n_missing);
  return TRUE;
}
