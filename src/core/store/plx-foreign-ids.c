/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/plx-foreign-ids.h"

#include "model/plx-check.h"
#include "store/plx-rows.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* UUIDs compare without case and braces; other ids as they are. */
static char *
canonical (const char *scheme,
           const char *value)
{
  gsize length = strlen (value);

  if (strcmp (scheme, "uuid") != 0)
    return g_strdup (value);
  if (length > 1 && value[0] == '{' && value[length - 1] == '}')
    return g_ascii_strdown (value + 1, (gssize) length - 2);
  return g_ascii_strdown (value, (gssize) length);
}

gboolean
plx_foreign_ids_add (PlxConnection *connection,
                     PlxId subject,
                     const char *scheme,
                     const char *value,
                     GError **error)
{
  g_autofree char *id = canonical (scheme, value);
  g_autoptr (PlxStatement) statement = NULL;

  if (plx_string_is_blank (scheme) || plx_string_is_blank (id))
    {
      g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT,
                   /* Translators: a scheme as “wikidata”, a value as “Q41183” */
                   _ ("An id from elsewhere needs a scheme and a value, not “%s” and “%s”."), scheme, value);
      return FALSE;
    }
  statement = plx_connection_prepare (connection, "INSERT INTO foreign_id (subject, scheme, value) VALUES (:subject, :scheme, :value) "
                                                  "ON CONFLICT DO NOTHING");
  plx_statement_bind_int (statement, ":subject", subject);
  plx_statement_bind_text (statement, ":scheme", scheme);
  plx_statement_bind_text (statement, ":value", id);
  return plx_statement_run (statement, error);
}

/* Rows that were removed leave their foreign ids behind, so that undoing the
 * removal brings back everything; only rows that are there are found, and of
 * several the newest. */
gboolean
plx_foreign_ids_find (PlxConnection *connection,
                      const char *scheme,
                      const char *value,
                      PlxId *subject,
                      GError **error)
{
  g_autofree char *id = canonical (scheme, value);
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT subject FROM foreign_id "
                                          "WHERE scheme = :scheme AND value = :value AND ("
                                          "EXISTS (SELECT 1 FROM annotation WHERE id = subject) OR "
                                          "EXISTS (SELECT 1 FROM document WHERE id = subject) OR "
                                          "EXISTS (SELECT 1 FROM relation WHERE id = subject) OR "
                                          "EXISTS (SELECT 1 FROM entity WHERE id = subject) OR "
                                          "EXISTS (SELECT 1 FROM tag WHERE id = subject) OR "
                                          "EXISTS (SELECT 1 FROM question WHERE id = subject) OR "
                                          "EXISTS (SELECT 1 FROM silence WHERE id = subject) OR "
                                          "EXISTS (SELECT 1 FROM relation_kind WHERE id = subject) OR "
                                          "EXISTS (SELECT 1 FROM annotator WHERE id = subject)) "
                                          "ORDER BY subject DESC LIMIT 1");

  plx_statement_bind_text (statement, ":scheme", scheme);
  plx_statement_bind_text (statement, ":value", id);
  return plx_rows_find (statement, subject, error);
}
