/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "format/plx-export.h"

#include "model/plx-quote.h"
#include "store/plx-relations.h"
#include "store/plx-versions.h"

#include <glib/gi18n-lib.h>

gboolean
plx_export_check (PlxExport *self,
                  GError **error)
{
  return !g_cancellable_set_error_if_cancelled (self->cancellable, error) &&
         plx_target_check (self->target, error);
}

void
plx_export_begin (PlxExport *self,
                  const PlxDocument *document)
{
  self->current = document;
  self->n_replaced = 0;
}

void
plx_export_end (PlxExport *self)
{
  if (self->n_replaced > 0)
    {
      PlxExportLoss *loss = g_new0 (PlxExportLoss, 1);

      loss->document = self->current != NULL ? self->current->id : PLX_ID_NONE;
      loss->title = self->current != NULL ? g_strdup (self->current->title) : NULL;
      loss->n_replaced = self->n_replaced;
      g_ptr_array_add (self->report->losses, loss);
    }
  if (self->current != NULL && self->current->article == PLX_ID_NONE)
    {
      self->report->n_documents++;
      if (self->progress != NULL)
        self->progress (self->report->n_documents, (int) self->documents->len, self->progress_data);
    }
  self->current = NULL;
}

static void
refuse_offset (PlxExport *self,
               const PlxAnnotation *annotation,
               const PlxSpan *span,
               GError **error)
{
  g_autofree char *uuid = plx_id_to_uuid (annotation->id);

  g_set_error (error, PLX_FORMAT_ERROR, PLX_FORMAT_ERROR_OFFSET,
               /* Translators: the title of an article, the id of an annotation, two positions in the text */
               _ ("In “%s”, annotation %s does not have its words at %d–%d: the project is damaged. Nothing was exported; open a backup of the project, or remove this annotation."),
               self->current->title, uuid, span->start, span->end);
}

gboolean
plx_export_check_annotation (PlxExport *self,
                             PlxText *text,
                             const PlxAnnotation *annotation,
                             GError **error)
{
  for (guint i = 0; i < annotation->spans->len; i++)
    {
      const PlxSpan *span = &g_array_index (annotation->spans, PlxSpan, i);

      if (!plx_quote_matches (text, span, annotation->quotes[i]))
        {
          refuse_offset (self, annotation, span, error);
          return FALSE;
        }
    }
  self->report->n_annotations++;
  return plx_export_check (self, error);
}

static gboolean
write_one (PlxExport *self,
           const PlxDocument *document,
           PlxExportFunc func,
           gpointer data,
           GError **error)
{
  plx_export_begin (self, document);
  if (!func (document, data, error))
    return FALSE;
  plx_export_end (self);
  return TRUE;
}

static gboolean
write_versions (PlxExport *self,
                PlxId article,
                PlxExportFunc func,
                gpointer data,
                GError **error)
{
  g_autoptr (GPtrArray) versions = plx_versions_list (self->connection, article, error);

  for (guint i = 0; versions != NULL && i < versions->len; i++)
    if (!write_one (self, g_ptr_array_index (versions, i), func, data, error))
      return FALSE;
  return versions != NULL;
}

static gboolean
carries_versions (PlxExport *self)
{
  return self->has_versions && (self->format->carries & PLX_CARRIES_VERSIONS) != 0;
}

gboolean
plx_export_foreach_document (PlxExport *self,
                             PlxExportFunc func,
                             gpointer data,
                             GError **error)
{
  for (guint i = 0; i < self->documents->len; i++)
    {
      const PlxDocument *document = g_ptr_array_index (self->documents, i);

      if (!write_one (self, document, func, data, error) ||
          (carries_versions (self) && !write_versions (self, document->id, func, data, error)))
        return FALSE;
    }
  return TRUE;
}

/* Relations */

/* Where an annotation lies, as far as writing it goes. */
typedef enum
{
  END_WRITTEN,
  END_NOT_SELECTED,
  END_EARLIER, /* in a version that the format does not carry */
} End;

static gboolean
find_end (PlxExport *self,
          PlxId annotation,
          End *end,
          GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (self->connection, "SELECT coalesce (article, document.id), article IS NOT NULL FROM annotation "
                                                "JOIN document ON document.id = annotation.document WHERE annotation.id = :id");
  PlxId article = PLX_ID_NONE;
  gboolean earlier = FALSE;
  PlxStep step;

  plx_statement_bind_id (statement, ":id", annotation);
  step = plx_statement_step (statement, error);
  if (step == PLX_STEP_ROW)
    {
      article = plx_statement_get_int (statement, 0);
      earlier = plx_statement_get_int (statement, 1) != 0;
    }
  *end = self->selected != NULL && !g_hash_table_contains (self->selected, &article) ? END_NOT_SELECTED
         : earlier && !carries_versions (self)                                       ? END_EARLIER
                                                                                     : END_WRITTEN;
  return step != PLX_STEP_ERROR;
}

/* Leaves those whose two ends are written. */
static gboolean
drop_open_relations (PlxExport *self,
                     GPtrArray *relations,
                     GError **error)
{
  for (guint i = relations->len; i-- > 0;)
    {
      const PlxRelation *relation = g_ptr_array_index (relations, i);
      End source, target;

      if (!find_end (self, relation->source, &source, error) || !find_end (self, relation->target, &target, error))
        return FALSE;
      if ((source == END_NOT_SELECTED) != (target == END_NOT_SELECTED))
        self->report->n_relations_left_out++;
      if (source != END_WRITTEN || target != END_WRITTEN)
        g_ptr_array_remove_index (relations, i);
    }
  return TRUE;
}

GPtrArray *
plx_export_list_relations (PlxExport *self,
                           PlxId document,
                           GError **error)
{
  g_autoptr (GPtrArray) relations = document != PLX_ID_NONE ? plx_relations_list_inside (self->connection, document, error)
                                                            : plx_relations_list_across (self->connection, error);
  gboolean may_be_open = document == PLX_ID_NONE && (self->selected != NULL || (self->has_versions && !carries_versions (self)));

  if (relations == NULL || (may_be_open && !drop_open_relations (self, relations, error)))
    return NULL;
  self->report->n_relations += (int) relations->len;
  return g_steal_pointer (&relations);
}
