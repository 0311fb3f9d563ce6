/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/plx-schema.h"

#include "base/plx-time.h"
#include "plx-core-resources.h"
#include "store/plx-connection-private.h"
#include "store/plx-tags.h"

#include <glib/gi18n-lib.h>

#define RESOURCES "/org/parallaxworkbench/Parallax/core/store/"

static GBytes *
load_sql (const char *name)
{
  g_autofree char *path = g_strconcat (RESOURCES, name, NULL);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = g_resource_lookup_data (plx_core_get_resource (), path, 0, &error);

  if (bytes == NULL)
    g_error ("%s", error->message);
  return bytes;
}

static gboolean
set_fact (PlxConnection *connection,
          const char *key,
          const char *value,
          GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "INSERT INTO project (key, value) VALUES (:key, :value)");

  plx_statement_bind_text (statement, ":key", key);
  plx_statement_bind_text (statement, ":value", value);
  return plx_statement_run (statement, error);
}

static gboolean
fill (PlxConnection *connection,
      GError **error)
{
  g_autoptr (GBytes) schema = load_sql ("schema.sql");
  g_autofree char *uuid = g_uuid_string_random ();
  g_autofree char *created = plx_time_format (plx_time_now ());
  g_autofree char *marks = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d",
                                            PLX_APPLICATION_ID, PLX_SCHEMA_VERSION);

  return plx_connection_execute (connection, g_bytes_get_data (schema, NULL), error) &&
         plx_connection_execute (connection, marks, error) &&
         set_fact (connection, "uuid", uuid, error) &&
         set_fact (connection, "created", created, error) &&
         plx_tags_add_default (connection, error);
}

gboolean
plx_schema_create (PlxConnection *connection,
                   GError **error)
{
  if (!plx_connection_execute (connection, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (fill (connection, error) && plx_connection_execute (connection, "COMMIT", error))
    return TRUE;
  plx_connection_execute (connection, "ROLLBACK", NULL);
  return FALSE;
}

/* Type, name and text of each object, or %NULL with *code set. */
static char *
describe (sqlite3 *db,
          int *code)
{
  g_autoptr (GString) description = g_string_new (NULL);
  sqlite3_stmt *stmt = NULL;

  *code = sqlite3_prepare_v2 (db, "SELECT type, name, tbl_name, coalesce (sql, '') FROM sqlite_schema ORDER BY type, name", -1, &stmt, NULL);
  if (*code != SQLITE_OK)
    return NULL;
  while ((*code = sqlite3_step (stmt)) == SQLITE_ROW)
    g_string_append_printf (description, "%s\t%s\t%s\t%s\n",
                            (const char *) sqlite3_column_text (stmt, 0), (const char *) sqlite3_column_text (stmt, 1),
                            (const char *) sqlite3_column_text (stmt, 2), (const char *) sqlite3_column_text (stmt, 3));
  sqlite3_finalize (stmt);
  return *code == SQLITE_DONE ? g_string_free (g_steal_pointer (&description), FALSE) : NULL;
}

static const char *
expected_description (void)
{
  static char *expected;

  if (g_once_init_enter (&expected))
    {
      g_autoptr (GBytes) schema = load_sql ("schema.sql");
      sqlite3 *db = NULL;
      char *description;
      int code;

      if (sqlite3_open (":memory:", &db) != SQLITE_OK || sqlite3_exec (db, g_bytes_get_data (schema, NULL), NULL, NULL, NULL) != SQLITE_OK)
        g_error ("The schema does not compile: %s", sqlite3_errmsg (db));
      description = describe (db, &code);
      sqlite3_close (db);
      g_once_init_leave (&expected, description);
    }
  return expected;
}

gboolean
plx_schema_check (PlxConnection *connection,
                  GError **error)
{
  int code;
  g_autofree char *found = describe (connection->db, &code);
  g_autofree char *name = NULL;

  if (found == NULL)
    {
      plx_connection_set_error (connection, code, error);
      return FALSE;
    }
  if (g_strcmp0 (found, expected_description ()) == 0)
    return TRUE;
  name = g_filename_display_name (plx_connection_get_path (connection));
  g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CORRUPT,
               _ ("“%s” does not have the tables of a Parallax project: it is damaged or was changed by another program. Open one of its backups instead; it was not touched."),
               name);
  return FALSE;
}

/* Upgrading */

/* Returns: the version of the schema, or -1 */
static int
get_version (PlxConnection *connection,
             GError **error)
{
  g_autoptr (PlxStatement) statement = plx_connection_prepare (connection, "PRAGMA user_version");

  if (plx_statement_step (statement, error) != PLX_STEP_ROW)
    return -1;
  return (int) plx_statement_get_int (statement, 0);
}

static gboolean
upgrade_to (PlxConnection *connection,
            int version,
            GError **error)
{
  g_autofree char *name = g_strdup_printf ("upgrade-%d.sql", version);
  g_autofree char *mark = g_strdup_printf ("PRAGMA user_version = %d", version);
  g_autoptr (GBytes) sql = load_sql (name);

  return plx_connection_execute (connection, g_bytes_get_data (sql, NULL), error) &&
         plx_connection_execute (connection, mark, error);
}

/* Another process may have been faster. */
static gboolean
climb (PlxConnection *connection,
       GError **error)
{
  int version = get_version (connection, error);

  if (version < 0)
    return FALSE;
  while (version < PLX_SCHEMA_VERSION)
    if (!upgrade_to (connection, ++version, error))
      return FALSE;
  return plx_schema_check (connection, error);
}

static gboolean
refuse_frozen (PlxConnection *connection,
               GError **error)
{
  g_autofree char *name = g_filename_display_name (plx_connection_get_path (connection));

  g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_READ_ONLY,
               _ ("“%s” was made by an older version of Parallax and cannot be brought up to date where it lies. Copy it to a folder of your own and open the copy."),
               name);
  return FALSE;
}

gboolean
plx_schema_upgrade (PlxConnection *connection,
                    GError **error)
{
  int version = get_version (connection, error);

  if (version < 0 || version >= PLX_SCHEMA_VERSION)
    return version >= 0;
  if (connection->mode == PLX_OPEN_FROZEN)
    return refuse_frozen (connection, error);
  if (!plx_connection_execute (connection, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (climb (connection, error) && plx_connection_execute (connection, "COMMIT", error))
    return TRUE;
  plx_connection_execute (connection, "ROLLBACK", NULL);
  return FALSE;
}
