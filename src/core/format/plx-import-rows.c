/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Imports what is said about articles. */

#include "config.h"

#include "format/plx-import-steps.h"

#include "model/plx-quote.h"
#include "store/plx-annotations.h"
#include "store/plx-documents.h"
#include "store/plx-questions.h"
#include "store/plx-relations.h"
#include "store/plx-rows.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Code points of a quote that a message shows. */
#define MAX_SHOWN 40

/* Annotations */

static char *
shorten (const char *quote)
{
  return g_utf8_strlen (quote, -1) <= MAX_SHOWN ? g_strdup (quote) : g_utf8_substring (quote, 0, MAX_SHOWN);
}

/* Spans are in the order of the file here, and so are the quotes. */
static gboolean
check_quotes (PlxImport *self,
              const PlxAnnotation *annotation,
              PlxText *text)
{
  for (guint i = 0; annotation->quotes != NULL && annotation->quotes[i] != NULL && i < annotation->spans->len; i++)
    {
      const PlxSpan *span = &g_array_index (annotation->spans, PlxSpan, i);
      g_autofree char *found = NULL, *shown = NULL, *wanted = NULL;

      if (plx_quote_matches (text, span, annotation->quotes[i]))
        continue;
      wanted = shorten (annotation->quotes[i]);
      if (span->start < 0 || span->end > plx_text_get_length (text) || span->start >= span->end)
        {
          plx_import_problem (self, _ ("The place %d–%d of “%s” is not in the text, which has %d characters."), span->start, span->end,
                              wanted, plx_text_get_length (text));
          return FALSE;
        }
      found = plx_text_dup_slice (text, span->start, span->end);
      shown = shorten (found);
      /* Translators: two positions in the text, what the text has there, what the file says */
      plx_import_problem (self, _ ("At %d–%d stands “%s”, not “%s”."), span->start, span->end, shown, wanted);
      return FALSE;
    }
  return TRUE;
}

static void
resolve_claim (PlxImport *self,
               PlxClaim *claim)
{
  if (claim == NULL)
    return;
  claim->question = plx_import_resolve (self, claim->question);
  claim->said_by = plx_import_resolve (self, claim->said_by);
  claim->place = plx_import_resolve (self, claim->place);
}

static gboolean
is_same (const PlxAnnotation *a,
         const PlxAnnotation *b)
{
  const PlxClaim *claim_a = a->claim != NULL && !plx_claim_is_empty (a->claim) ? a->claim : NULL;
  const PlxClaim *claim_b = b->claim != NULL && !plx_claim_is_empty (b->claim) ? b->claim : NULL;

  return a->tag == b->tag && a->entity == b->entity && strcmp (a->note, b->note) == 0 && plx_spans_equal (a->spans, b->spans) &&
         plx_claim_equal (claim_a, claim_b);
}

/* Whether the annotation was in the project before this file.  Asked for what is
 * there twice only: a reader beside the writer sees what was committed, and
 * nothing grows with the file. */
static gboolean
was_before (PlxImport *self,
            PlxId id,
            gboolean *before,
            GError **error)
{
  g_autoptr (PlxStatement) statement = NULL;
  PlxId found;

  *before = FALSE;
  if (!self->had_annotations)
    return TRUE;
  if (self->before == NULL)
    self->before = plx_connection_open (plx_connection_get_path (self->connection), PLX_OPEN_READ, error);
  if (self->before == NULL)
    return FALSE;
  statement = plx_connection_prepare (self->before, "SELECT id FROM annotation WHERE id = :id");
  plx_statement_bind_id (statement, ":id", id);
  if (!plx_rows_find (statement, &found, error))
    return FALSE;
  *before = found != PLX_ID_NONE;
  return TRUE;
}

/* What is there stays as it is. */
static gboolean
meet (PlxImport *self,
      PlxAnnotation *annotation,
      PlxId there,
      GError **error)
{
  g_autoptr (PlxAnnotation) old = NULL;
  PlxId id = annotation->id;
  gboolean before = TRUE;

  if (id == there && !was_before (self, there, &before, error))
    return FALSE;
  if (!before)
    {
      plx_import_problem (self, _ ("The id of the annotation is there twice; only the first one counts."));
      return TRUE;
    }
  old = plx_annotations_get (self->connection, there, error);
  if (old == NULL)
    return FALSE;
  plx_import_move (self, id, there);
  self->report->annotations.n_there++;
  self->report->n_different += !is_same (annotation, old);
  annotation->id = there;
  return TRUE;
}

/* Whether the store may refuse the claim when the annotation is there already. */
static gboolean
has_risk (const PlxClaim *claim)
{
  return claim != NULL && (claim->question != PLX_ID_NONE || claim->said_by != PLX_ID_NONE || claim->place != PLX_ID_NONE);
}

static gboolean
add_annotation (PlxImport *self,
                PlxAnnotation *annotation,
                PlxText *text,
                GError **error)
{
  gboolean has_savepoint = has_risk (annotation->claim);
  GError *local = NULL;

  if (has_savepoint && !plx_connection_savepoint (self->connection, error))
    return FALSE;
  if (!plx_annotations_add (self->connection, annotation, text, &local))
    {
      if (has_savepoint)
        plx_connection_rollback_to (self->connection);
      return plx_import_settle (self, local, error);
    }
  self->report->annotations.n_new++;
  return !has_savepoint || plx_connection_release (self->connection, error);
}

static gboolean
place_annotation (PlxImport *self,
                  PlxAnnotation *annotation,
                  PlxText *text,
                  GError **error)
{
  gboolean there;
  PlxId same = PLX_ID_NONE;
  GError *local = NULL;

  if (!plx_import_exists (self, "SELECT id FROM annotation WHERE id = :id", annotation->id, &there, error))
    return FALSE;
  if (there)
    return meet (self, annotation, annotation->id, error);
  if (annotation->spans->len > 0 && !plx_spans_normalize (annotation->spans, plx_text_get_length (text), &local))
    return plx_import_settle (self, local, error);
  if (self->had_annotations && annotation->spans->len > 0 && !plx_annotations_find_same (self->connection, annotation, &same, error))
    return FALSE;
  return same != PLX_ID_NONE ? meet (self, annotation, same, error) : add_annotation (self, annotation, text, error);
}

gboolean
plx_import_annotation (PlxImport *self,
                       PlxAnnotation *annotation,
                       GError **error)
{
  PlxText *text = plx_import_get_text (self, annotation->document);

  if (text == NULL)
    {
      plx_import_problem (self, _ ("The article of the annotation is not in the file."));
      return TRUE;
    }
  annotation->document = plx_import_resolve (self, annotation->document);
  annotation->tag = plx_import_resolve (self, annotation->tag);
  annotation->entity = plx_import_resolve (self, annotation->entity);
  annotation->annotator = annotation->annotator != PLX_ID_NONE ? plx_import_resolve (self, annotation->annotator) : self->annotator;
  resolve_claim (self, annotation->claim);
  return !check_quotes (self, annotation, text) || place_annotation (self, annotation, text, error);
}

/* Silences, rejections, relations */

gboolean
plx_import_silence (PlxImport *self,
                    PlxSilence *silence,
                    GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (self->connection, "SELECT id FROM silence WHERE id = :id "
                                                "OR (question = :question AND document = :document AND annotator = :annotator)");
  GError *local = NULL;
  PlxId there;

  silence->document = plx_import_resolve (self, silence->document);
  silence->question = plx_import_resolve (self, silence->question);
  silence->annotator = silence->annotator != PLX_ID_NONE ? plx_import_resolve (self, silence->annotator) : self->annotator;
  plx_statement_bind_int (statement, ":id", silence->id);
  plx_statement_bind_int (statement, ":question", silence->question);
  plx_statement_bind_int (statement, ":document", silence->document);
  plx_statement_bind_int (statement, ":annotator", silence->annotator);
  if (!plx_rows_find (statement, &there, error))
    return FALSE;
  if (there != PLX_ID_NONE)
    {
      plx_import_move (self, silence->id, there);
      self->report->silences.n_there++;
      return TRUE;
    }
  if (!plx_silences_add (self->connection, silence, &local))
    return plx_import_settle (self, local, error);
  self->report->silences.n_new++;
  return TRUE;
}

gboolean
plx_import_rejection (PlxImport *self,
                      PlxRejection *rejection,
                      GError **error)
{
  PlxText *text = plx_import_get_text (self, rejection->place.document);
  const PlxSpan *span = &rejection->place.span;
  GError *local = NULL;
  gboolean there, added;

  if (text == NULL || span->start < 0 || span->start >= span->end || span->end > plx_text_get_length (text))
    {
      /* Translators: two positions in the text */
      plx_import_problem (self, _ ("The place %d–%d of a rejected suggestion is not in the text."), span->start, span->end);
      return TRUE;
    }
  rejection->place.document = plx_import_resolve (self, rejection->place.document);
  rejection->place.tag = plx_import_resolve (self, rejection->place.tag);
  rejection->place.entity = plx_import_resolve (self, rejection->place.entity);
  rejection->annotator = rejection->annotator != PLX_ID_NONE ? plx_import_resolve (self, rejection->annotator) : self->annotator;
  if (!plx_import_exists (self, "SELECT id FROM rejection WHERE id = :id", rejection->id, &there, error))
    return FALSE;
  if (there)
    {
      self->report->rejections.n_there++;
      return TRUE;
    }
  if (!plx_rejections_restore (self->connection, rejection, &added, &local))
    return plx_import_settle (self, local, error);
  self->report->rejections.n_new += added;
  self->report->rejections.n_there += !added;
  return TRUE;
}

gboolean
plx_import_relation (PlxImport *self,
                     PlxRelation *relation,
                     GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (self->connection, "SELECT id FROM relation WHERE id = :id "
                                                "OR (kind = :kind AND source = :source AND target = :target AND annotator = :annotator)");
  GError *local = NULL;
  PlxId there;

  relation->kind = plx_import_resolve (self, relation->kind);
  relation->source = plx_import_resolve (self, relation->source);
  relation->target = plx_import_resolve (self, relation->target);
  relation->annotator = relation->annotator != PLX_ID_NONE ? plx_import_resolve (self, relation->annotator) : self->annotator;
  plx_statement_bind_int (statement, ":id", relation->id);
  plx_statement_bind_int (statement, ":kind", relation->kind);
  plx_statement_bind_int (statement, ":source", relation->source);
  plx_statement_bind_int (statement, ":target", relation->target);
  plx_statement_bind_int (statement, ":annotator", relation->annotator);
  if (!plx_rows_find (statement, &there, error))
    return FALSE;
  if (there != PLX_ID_NONE)
    {
      plx_import_move (self, relation->id, there);
      self->report->relations.n_there++;
      return TRUE;
    }
  if (!plx_relations_add (self->connection, relation, &local))
    return plx_import_settle (self, local, error);
  self->report->relations.n_new++;
  return TRUE;
}
