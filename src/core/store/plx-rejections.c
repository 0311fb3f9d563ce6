/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/plx-rejections.h"

#include "base/plx-time.h"
#include "store/plx-rows.h"

#include <glib/gi18n-lib.h>

static gboolean
check_row (PlxConnection *connection,
           const char *sql,
           PlxId id,
           const char *gone,
           GError **error)
{
  g_autoptr (PlxStatement) statement = NULL;

  if (id == PLX_ID_NONE)
    return TRUE;
  statement = plx_connection_prepare (connection, sql);
  plx_statement_bind_id (statement, ":id", id);
  return plx_rows_check_exists (statement, gone, error);
}

/* Names what a refusal refers to and is not there. */
static gboolean
check_owners (PlxConnection *connection,
              const PlxPlacement *place,
              GError **error)
{
  return check_row (connection, "SELECT 1 FROM document WHERE id = :id", place->document,
                    _ ("The article is not in the project any more."), error) &&
         check_row (connection, "SELECT 1 FROM entity WHERE id = :id", place->entity,
                    _ ("The actor or place is not in the project any more."), error) &&
         check_row (connection, "SELECT 1 FROM tag WHERE id = :id", place->tag,
                    _ ("The tag is not in the codebook any more."), error);
}

gboolean
plx_rejections_add (PlxConnection *connection,
                    const PlxPlacement *place,
                    PlxId annotator,
                    GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "INSERT INTO rejection (id, document, start, end, entity, tag, annotator, created) "
                                          "SELECT :id, :document, :start, :end, :entity, :tag, :annotator, :created "
                                          "WHERE NOT EXISTS (SELECT 1 FROM rejection WHERE document = :document "
                                          "AND start = :start AND end = :end AND entity IS :entity AND tag IS :tag)");

  plx_statement_bind_id (statement, ":id", plx_id_new ());
  plx_statement_bind_id (statement, ":document", place->document);
  plx_statement_bind_int (statement, ":start", place->span.start);
  plx_statement_bind_int (statement, ":end", place->span.end);
  plx_statement_bind_id (statement, ":entity", place->entity);
  plx_statement_bind_id (statement, ":tag", place->tag);
  plx_statement_bind_id (statement, ":annotator", annotator);
  plx_statement_bind_int (statement, ":created", plx_time_now ());
  if (plx_statement_run (statement, &local))
    return TRUE;
  if (check_owners (connection, place, error))
    g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

GArray *
plx_rejections_list (PlxConnection *connection,
                     PlxId document,
                     GError **error)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (PlxPlacement));
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT start, end, tag, entity FROM rejection WHERE document = :document ORDER BY start, end, id");
  PlxStep step;

  plx_statement_bind_id (statement, ":document", document);
  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW)
    {
      PlxPlacement place = {
        .document = document,
        .span = { (int) plx_statement_get_int (statement, 0), (int) plx_statement_get_int (statement, 1) },
        .tag = plx_statement_get_int (statement, 2),
        .entity = plx_statement_get_int (statement, 3),
      };

      g_array_append_val (places, place);
    }
  return step == PLX_STEP_DONE ? g_steal_pointer (&places) : NULL;
}
