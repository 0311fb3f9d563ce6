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

/* Whether the place is refused already. */
static gboolean
find (PlxConnection *connection,
      const PlxPlacement *place,
      PlxId *id,
      GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT id FROM rejection WHERE document = :document AND start = :start AND end = :end "
                                          "AND entity IS :entity AND tag IS :tag");

  plx_statement_bind_id (statement, ":document", place->document);
  plx_statement_bind_int (statement, ":start", place->span.start);
  plx_statement_bind_int (statement, ":end", place->span.end);
  plx_statement_bind_id (statement, ":entity", place->entity);
  plx_statement_bind_id (statement, ":tag", place->tag);
  return plx_rows_find (statement, id, error);
}

static gboolean
insert (PlxConnection *connection,
        const PlxRejection *rejection,
        GError **error)
{
  const PlxPlacement *place = &rejection->place;
  g_autoptr (GError) local = NULL;
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "INSERT INTO rejection (id, document, start, end, entity, tag, annotator, created) "
                                          "VALUES (:id, :document, :start, :end, :entity, :tag, :annotator, :created)");

  plx_statement_bind_id (statement, ":id", rejection->id);
  plx_statement_bind_id (statement, ":document", place->document);
  plx_statement_bind_int (statement, ":start", place->span.start);
  plx_statement_bind_int (statement, ":end", place->span.end);
  plx_statement_bind_id (statement, ":entity", place->entity);
  plx_statement_bind_id (statement, ":tag", place->tag);
  plx_statement_bind_id (statement, ":annotator", rejection->annotator);
  plx_statement_bind_int (statement, ":created", rejection->created);
  if (plx_statement_run (statement, &local))
    return TRUE;
  if (!plx_rows_is_refusal (local) || check_owners (connection, place, error))
    g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

gboolean
plx_rejections_restore (PlxConnection *connection,
                        PlxRejection *rejection,
                        gboolean *added,
                        GError **error)
{
  PlxId same;

  *added = FALSE;
  if (!find (connection, &rejection->place, &same, error))
    return FALSE;
  if (same != PLX_ID_NONE)
    return TRUE;
  if (rejection->id == PLX_ID_NONE)
    rejection->id = plx_id_new ();
  if (rejection->created == 0)
    rejection->created = plx_time_now ();
  *added = insert (connection, rejection, error);
  return *added;
}

gboolean
plx_rejections_add (PlxConnection *connection,
                    const PlxPlacement *place,
                    PlxId annotator,
                    GError **error)
{
  PlxRejection rejection = { .place = *place, .annotator = annotator };
  gboolean added;

  return plx_rejections_restore (connection, &rejection, &added, error);
}

GArray *
plx_rejections_load (PlxConnection *connection,
                     PlxId document,
                     GError **error)
{
  g_autoptr (GArray) rejections = g_array_new (FALSE, FALSE, sizeof (PlxRejection));
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT id, start, end, tag, entity, annotator, created FROM rejection "
                                          "WHERE document = :document ORDER BY id");
  PlxStep step;

  plx_statement_bind_id (statement, ":document", document);
  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW)
    {
      PlxRejection rejection = {
        .id = plx_statement_get_int (statement, 0),
        .place = { .document = document,
                   .span = { (int) plx_statement_get_int (statement, 1), (int) plx_statement_get_int (statement, 2) },
                   .tag = plx_statement_get_int (statement, 3),
                   .entity = plx_statement_get_int (statement, 4) },
        .annotator = plx_statement_get_int (statement, 5),
        .created = plx_statement_get_int (statement, 6),
      };

      g_array_append_val (rejections, rejection);
    }
  return step == PLX_STEP_DONE ? g_steal_pointer (&rejections) : NULL;
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
