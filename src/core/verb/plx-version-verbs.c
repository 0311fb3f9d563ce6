/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "verb/plx-version-verbs.h"

#include "base/plx-error.h"
#include "model/plx-block.h"
#include "store/plx-annotation-move.h"
#include "store/plx-annotations.h"
#include "store/plx-blocks.h"
#include "store/plx-documents.h"
#include "store/plx-originals.h"
#include "store/plx-rejections.h"
#include "store/plx-versions.h"

#include <glib/gi18n-lib.h>

PlxDecision *
plx_decision_new (PlxId annotation,
                  const GArray *spans)
{
  PlxDecision *self = g_new (PlxDecision, 1);

  self->annotation = annotation;
  self->spans = spans != NULL ? g_array_copy ((GArray *) spans) : NULL;
  return self;
}

void
plx_decision_free (PlxDecision *self)
{
  g_clear_pointer (&self->spans, g_array_unref);
  g_free (self);
}

/* Deciding */

typedef struct
{
  PlxDocument *document; /* (owned) */
  PlxText *text;         /* (owned) (nullable) */
  GArray *blocks;        /* (owned) (nullable) */
  GBytes *original;      /* (owned) (nullable) */
  gboolean corrects;
  GPtrArray *decisions; /* (owned) (nullable) (element-type PlxDecision) */
} Work;

static void
work_free (gpointer data)
{
  Work *self = data;

  plx_document_free (self->document);
  g_clear_pointer (&self->text, plx_text_unref);
  g_clear_pointer (&self->blocks, g_array_unref);
  g_clear_pointer (&self->original, g_bytes_unref);
  g_clear_pointer (&self->decisions, g_ptr_array_unref);
  g_free (self);
}

static const PlxDecision *
find_decision (const Work *self,
               PlxId annotation)
{
  for (guint i = 0; self->decisions != NULL && i < self->decisions->len; i++)
    {
      const PlxDecision *decision = g_ptr_array_index (self->decisions, i);

      if (decision->annotation == annotation)
        return decision;
    }
  return NULL;
}

/* Puts an annotation where somebody said. */
static gboolean
place (PlxConnection *connection,
       const PlxDecision *decision,
       PlxId article,
       PlxText *text,
       GError **error)
{
  g_autoptr (PlxAnnotation) annotation = plx_annotations_get (connection, decision->annotation, error);
  PlxId same;

  if (annotation == NULL || !plx_spans_normalize (decision->spans, plx_text_get_length (text), error))
    return FALSE;
  annotation->document = article;
  g_array_unref (annotation->spans);
  annotation->spans = g_array_copy (decision->spans);
  if (!plx_annotations_find_same (connection, annotation, &same, error))
    return FALSE;
  if (same != PLX_ID_NONE)
    {
      g_autofree char *quote = plx_annotation_dup_quote (annotation);

      g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT,
                   _ ("“%s” cannot be placed there: the words carry the same tag by the same annotator already. Drop it, or choose other words."), quote);
      return FALSE;
    }
  return plx_annotation_move (connection, annotation->id, article, decision->spans, text, error);
}

static gboolean
decide (PlxConnection *connection,
        const PlxDecision *decision,
        PlxId article,
        PlxText *text,
        GError **error)
{
  return decision->spans == NULL ? plx_annotations_remove (connection, decision->annotation, error)
                                 : place (connection, decision, article, text, error);
}

static gboolean
decide_all (PlxConnection *connection,
            const Work *work,
            PlxText *text,
            GError **error)
{
  for (guint i = 0; work->decisions != NULL && i < work->decisions->len; i++)
    if (!decide (connection, g_ptr_array_index (work->decisions, i), work->document->id, text, error))
      return FALSE;
  return TRUE;
}

/* Revising */

/* What somebody decided about waits with the old version until all is there. */
static gboolean
carry_annotations (PlxConnection *connection,
                   const Work *work,
                   const PlxRevision *revision,
                   PlxId earlier,
                   GError **error)
{
  for (guint i = 0; i < revision->annotations->len; i++)
    {
      const PlxRevised *revised = g_ptr_array_index (revision->annotations, i);
      PlxId id = revised->annotation->id;
      gboolean waits = revised->waits || find_decision (work, id) != NULL;

      if (!plx_annotation_move (connection, id, waits ? earlier : work->document->id, waits ? NULL : revised->spans, revision->after, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
carry_rejection (PlxConnection *connection,
                 const PlxRevision *revision,
                 const PlxRejection *rejection,
                 PlxId earlier,
                 GError **error)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));
  g_autoptr (GArray) carried = NULL;
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "UPDATE rejection SET document = :document, start = :start, end = :end WHERE id = :id");
  PlxSpan span = rejection->place.span;
  gboolean stays;

  g_array_append_val (spans, span);
  stays = plx_carrier_carry (revision->carrier, spans, &carried) <= PLX_CARRY_FOUND;
  if (stays)
    span = g_array_index (carried, PlxSpan, 0);
  plx_statement_bind_id (statement, ":id", rejection->id);
  plx_statement_bind_id (statement, ":document", stays ? revision->document->id : earlier);
  plx_statement_bind_int (statement, ":start", span.start);
  plx_statement_bind_int (statement, ":end", span.end);
  return plx_statement_run (statement, error);
}

static gboolean
carry_rejections (PlxConnection *connection,
                  const PlxRevision *revision,
                  PlxId earlier,
                  GError **error)
{
  g_autoptr (GArray) rejections = plx_rejections_load (connection, revision->document->id, error);

  for (guint i = 0; rejections != NULL && i < rejections->len; i++)
    if (!carry_rejection (connection, revision, &g_array_index (rejections, PlxRejection, i), earlier, error))
      return FALSE;
  return rejections != NULL;
}

static gboolean
carry_silences (PlxConnection *connection,
                const PlxRevision *revision,
                PlxId earlier,
                GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "UPDATE silence SET document = :earlier WHERE document = :document");

  if (revision->keeps_silences)
    return TRUE;
  plx_statement_bind_id (statement, ":earlier", earlier);
  plx_statement_bind_id (statement, ":document", revision->document->id);
  return plx_statement_run (statement, error);
}

/* Headings and the like of the old text, where they are now. */
static GArray *
carry_blocks (PlxConnection *connection,
              const PlxRevision *revision,
              GError **error)
{
  g_autoptr (GArray) blocks = plx_blocks_load (connection, revision->document->text, error);
  GArray *carried = g_array_new (FALSE, FALSE, sizeof (PlxBlock));

  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      PlxBlock block = g_array_index (blocks, PlxBlock, i);
      const PlxSpan span = { block.start, block.end };
      g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));
      g_autoptr (GArray) places = NULL;

      g_array_append_val (spans, span);
      if (plx_carrier_carry (revision->carrier, spans, &places) == PLX_CARRY_LOST)
        continue;
      block.start = g_array_index (places, PlxSpan, 0).start;
      block.end = g_array_index (places, PlxSpan, 0).end;
      g_array_append_val (carried, block);
    }
  if (blocks == NULL)
    g_clear_pointer (&carried, g_array_unref);
  return carried;
}

static gboolean
add_structure (PlxConnection *connection,
               const Work *work,
               const PlxRevision *revision,
               GError **error)
{
  g_autoptr (GArray) carried = NULL;

  if (work->blocks == NULL && work->corrects && (carried = carry_blocks (connection, revision, error)) == NULL)
    return FALSE;
  if (work->blocks == NULL && carried == NULL)
    return TRUE;
  return plx_blocks_add (connection, work->document->text, carried != NULL ? carried : work->blocks, error);
}

static gboolean
revise (PlxConnection *connection,
        PlxId annotator,
        gpointer data,
        GError **error)
{
  Work *work = data;
  g_autoptr (PlxRevision) revision = plx_revision_plan (connection, work->document->id, work->text, work->corrects, error);
  PlxId earlier;

  return revision != NULL &&
         plx_versions_replace (connection, work->document, work->text, work->corrects ? "corrected" : "revised", &earlier, error) &&
         add_structure (connection, work, revision, error) &&
         (work->original == NULL || plx_originals_add (connection, work->document->original, work->original, error)) &&
         carry_annotations (connection, work, revision, earlier, error) &&
         carry_rejections (connection, revision, earlier, error) &&
         carry_silences (connection, revision, earlier, error) &&
         decide_all (connection, work, work->text, error);
}

static Work *
work_new (const PlxDocument *document,
          GPtrArray *decisions)
{
  Work *work = g_new0 (Work, 1);

  work->document = plx_document_copy (document);
  work->decisions = decisions != NULL ? g_ptr_array_ref (decisions) : NULL;
  return work;
}

PlxVerb *
plx_verb_revise (const PlxDocument *document,
                 PlxText *text,
                 const GArray *blocks,
                 GBytes *original,
                 gboolean corrects,
                 GPtrArray *decisions)
{
  Work *work = work_new (document, decisions);

  work->text = plx_text_ref (text);
  work->blocks = blocks != NULL ? g_array_copy ((GArray *) blocks) : NULL;
  work->original = original != NULL ? g_bytes_ref (original) : NULL;
  work->corrects = corrects;
  return plx_verb_new (corrects ? "correct" : "revise", document->title, revise, work, work_free);
}

/* Settling */

static gboolean
settle (PlxConnection *connection,
        PlxId annotator,
        gpointer data,
        GError **error)
{
  Work *work = data;
  g_autoptr (PlxText) text = plx_documents_load_text (connection, work->document->id, error);

  return text != NULL && decide_all (connection, work, text, error);
}

PlxVerb *
plx_verb_settle (const PlxDocument *document,
                 GPtrArray *decisions)
{
  return plx_verb_new ("settle", document->title, settle, work_new (document, decisions), work_free);
}
