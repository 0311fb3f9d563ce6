/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Making one entity of two: the last part of plx-entities.h. */

#include "config.h"

#include "store/plx-entities.h"

#include "base/plx-time.h"
#include "model/plx-check.h"
#include "store/plx-rows.h"

#include <glib/gi18n-lib.h>

static gboolean
check (const PlxEntity *from,
       const PlxEntity *into,
       GError **error)
{
  if (from->id == into->id)
    {
      g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT,
                   _ ("“%s” cannot be merged into itself. Choose another actor or place."), from->name);
      return FALSE;
    }
  if (from->kind == into->kind)
    return TRUE;
  g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT,
               /* Translators: the names of an actor and a place */
               _ ("“%s” cannot be merged into “%s”: one is an actor, the other a place. Choose two of one kind."), from->name, into->name);
  return FALSE;
}

/* Rows that point to the entity */

/* An annotation whose claim changes counts as modified. */
static gboolean
touch_claims (PlxConnection *connection,
              PlxId from,
              GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "UPDATE annotation SET modified = :now WHERE id IN "
                                          "(SELECT annotation FROM claim WHERE said_by = :from "
                                          "UNION SELECT annotation FROM claim WHERE place = :from)");

  plx_statement_bind_int (statement, ":now", plx_time_now ());
  plx_statement_bind_id (statement, ":from", from);
  return plx_statement_run (statement, error);
}

static gboolean
move_mentions (PlxConnection *connection,
               PlxId from,
               PlxId into,
               GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "UPDATE annotation SET entity = :into, modified = :now WHERE entity = :from");

  plx_statement_bind_int (statement, ":now", plx_time_now ());
  plx_statement_bind_id (statement, ":from", from);
  plx_statement_bind_id (statement, ":into", into);
  return plx_statement_run (statement, error);
}

/* Ids from elsewhere stay with the old row too, as with every row that goes. */
static gboolean
move_rows (PlxConnection *connection,
           PlxId from,
           PlxId into,
           GError **error)
{
  return move_mentions (connection, from, into, error) && touch_claims (connection, from, error) &&
         plx_rows_repoint (connection, "UPDATE claim SET said_by = :into WHERE said_by = :from", from, into, error) &&
         plx_rows_repoint (connection, "UPDATE claim SET place = :into WHERE place = :from", from, into, error) &&
         plx_rows_repoint (connection, "UPDATE rejection SET entity = :into WHERE entity = :from", from, into, error) &&
         plx_rows_repoint (connection, "INSERT INTO foreign_id (scheme, value, subject) SELECT scheme, value, :into FROM foreign_id "
                                       "WHERE subject = :from ON CONFLICT DO NOTHING",
                           from, into, error);
}

/* Fields */

static void
fill (char **field,
      const char *value)
{
  if (**field != '\0')
    return;
  g_free (*field);
  *field = g_strdup (value);
}

static void
append_note (PlxEntity *into,
             const char *note)
{
  char *both;

  if (plx_string_is_blank (note) || g_str_equal (note, into->note))
    return;
  both = plx_string_is_blank (into->note) ? g_strdup (note) : g_strconcat (into->note, "\n\n", note, NULL);
  g_free (into->note);
  into->note = both;
}

/* What doubles is left out when it is stored. */
static void
append_names (PlxEntity *into,
              const PlxEntity *from)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  g_strv_builder_addv (names, (const char **) into->aliases);
  g_strv_builder_add (names, from->name);
  g_strv_builder_addv (names, (const char **) from->aliases);
  g_strfreev (into->aliases);
  into->aliases = g_strv_builder_end (names);
}

static void
merge_fields (PlxEntity *into,
              const PlxEntity *from)
{
  append_names (into, from);
  append_note (into, from->note);
  fill (&into->sort, from->sort);
  fill (&into->uri, from->uri);
  if (into->has_coordinates || !from->has_coordinates)
    return;
  into->has_coordinates = TRUE;
  into->latitude = from->latitude;
  into->longitude = from->longitude;
}

gboolean
plx_entities_merge (PlxConnection *connection,
                    PlxId from,
                    PlxId into,
                    GError **error)
{
  g_autoptr (PlxEntity) source = plx_entities_get (connection, from, error);
  g_autoptr (PlxEntity) target = source != NULL ? plx_entities_get (connection, into, error) : NULL;

  if (target == NULL || !check (source, target, error))
    return FALSE;
  merge_fields (target, source);
  return plx_entities_update (connection, target, error) && move_rows (connection, from, into, error) &&
         plx_entities_remove (connection, from, error);
}
