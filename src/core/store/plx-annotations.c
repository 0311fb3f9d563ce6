/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Adding, changing and removing annotations; reading them is in
 * plx-annotation-reader.c.
 *
 * Quotes and context always come from the text, so that no caller can store a
 * span whose quote is not what stands there.
 */

#include "config.h"

#include "store/plx-annotations.h"

#include "base/plx-time.h"
#include "model/plx-quote.h"
#include "store/plx-journal.h"
#include "store/plx-rows.h"
#include "store/plx-span-rows.h"

#include <glib/gi18n-lib.h>

static char *
gone_message (PlxId id)
{
  g_autofree char *uuid = plx_id_to_uuid (id);

  return g_strdup_printf (_ ("There is no annotation %s in the project (any more)."), uuid);
}

/* What an annotation refers to */

static gboolean
check_row (PlxConnection *connection,
           const char *sql,
           PlxId id,
           const char *gone,
           GError **error)
{
  g_autoptr (PlxStatement) statement = plx_connection_prepare (connection, sql);

  plx_statement_bind_id (statement, ":id", id);
  return plx_rows_check_exists (statement, gone, error);
}

static gboolean
check_tag (PlxConnection *connection,
           PlxId tag,
           GError **error)
{
  return check_row (connection, "SELECT 1 FROM tag WHERE id = :id", tag,
                    _ ("The tag is not in the codebook any more. Choose another one."), error);
}

static gboolean
check_entity (PlxConnection *connection,
              PlxId entity,
              GError **error)
{
  return entity == PLX_ID_NONE ||
         check_row (connection, "SELECT 1 FROM entity WHERE id = :id", entity,
                    _ ("The actor or place is not in the project any more. Choose another one."), error);
}

/* Names what an annotation refers to and is not there. */
static gboolean
check_owners (PlxConnection *connection,
              const PlxAnnotation *annotation,
              GError **error)
{
  return check_row (connection, "SELECT 1 FROM document WHERE id = :id", annotation->document,
                    _ ("The article is not in the project any more, so nothing can be tagged in it."), error) &&
         check_row (connection, "SELECT 1 FROM annotator WHERE id = :id", annotation->annotator,
                    _ ("The annotator is not in the project any more."), error) &&
         check_tag (connection, annotation->tag, error) &&
         check_entity (connection, annotation->entity, error);
}

static gboolean
check_claim_owners (PlxConnection *connection,
                    const PlxClaim *claim,
                    GError **error)
{
  if (claim->question != PLX_ID_NONE &&
      !check_row (connection, "SELECT 1 FROM question WHERE id = :id", claim->question,
                  _ ("The question is not in the project any more. Choose another one."), error))
    return FALSE;
  return check_entity (connection, claim->said_by, error) && check_entity (connection, claim->place, error);
}

/* Sameness */

/* Whether @annotation has exactly @spans, both in order. */
static gboolean
has_spans (PlxConnection *connection,
           PlxId annotation,
           GArray *spans,
           gboolean *same,
           GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT start, end FROM span WHERE annotation = :annotation ORDER BY document, start");
  PlxStep step;
  guint i = 0;

  *same = TRUE;
  plx_statement_bind_id (statement, ":annotation", annotation);
  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW && *same)
    {
      const PlxSpan *span = i < spans->len ? &g_array_index (spans, PlxSpan, i) : NULL;

      *same = span != NULL && span->start == plx_statement_get_int (statement, 0) &&
              span->end == plx_statement_get_int (statement, 1);
      i++;
    }
  *same = *same && i == spans->len;
  return step != PLX_STEP_ERROR;
}

static gboolean
refuse_same (GError **error)
{
  g_set_error_literal (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT,
                       _ ("This passage carries this tag by you already. Choose another tag, or change the annotation that is there."));
  return FALSE;
}

gboolean
plx_annotations_find_same (PlxConnection *connection,
                           const PlxAnnotation *annotation,
                           PlxId *id,
                           GError **error)
{
  const PlxSpan *first = &g_array_index (annotation->spans, PlxSpan, 0);
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT annotation.id FROM span CROSS JOIN annotation ON annotation.id = span.annotation "
                                          "WHERE span.document = :document AND span.start = :start AND span.end = :end "
                                          "AND annotation.tag = :tag AND annotation.annotator = :annotator AND annotation.id <> :id");
  PlxStep step;
  gboolean same;

  *id = PLX_ID_NONE;
  plx_statement_bind_id (statement, ":document", annotation->document);
  plx_statement_bind_int (statement, ":start", first->start);
  plx_statement_bind_int (statement, ":end", first->end);
  plx_statement_bind_id (statement, ":tag", annotation->tag);
  plx_statement_bind_id (statement, ":annotator", annotation->annotator);
  plx_statement_bind_int (statement, ":id", annotation->id);
  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW)
    {
      if (!has_spans (connection, plx_statement_get_int (statement, 0), annotation->spans, &same, error))
        return FALSE;
      if (same)
        {
          *id = plx_statement_get_int (statement, 0);
          return TRUE;
        }
    }
  return step == PLX_STEP_DONE;
}

/* Whether no other annotation says the same: tag, annotator and spans. */
static gboolean
check_is_new (PlxConnection *connection,
              const PlxAnnotation *annotation,
              GError **error)
{
  PlxId same;

  if (!plx_annotations_find_same (connection, annotation, &same, error))
    return FALSE;
  return same == PLX_ID_NONE || refuse_same (error);
}

/* Spans */

static gboolean
insert_spans (PlxConnection *connection,
              const PlxAnnotation *annotation,
              GError **error)
{
  for (guint i = 0; i < annotation->spans->len; i++)
    if (!plx_span_row_insert (connection, annotation->id, annotation->document, &g_array_index (annotation->spans, PlxSpan, i),
                              annotation->quotes[i], error))
      return FALSE;
  return TRUE;
}

/* Sets quotes and context to what stands in @text at the spans. */
static void
quote (PlxAnnotation *annotation,
       PlxText *text)
{
  const PlxSpan *spans = (const PlxSpan *) (gpointer) annotation->spans->data;
  guint n = annotation->spans->len;

  g_strfreev (annotation->quotes);
  annotation->quotes = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    annotation->quotes[i] = plx_text_dup_slice (text, spans[i].start, spans[i].end);
  g_free (annotation->prefix);
  annotation->prefix = plx_quote_dup_prefix (text, spans[0].start);
  g_free (annotation->suffix);
  annotation->suffix = plx_quote_dup_suffix (text, spans[n - 1].end);
}

static gboolean
normalize (GArray *spans,
           PlxText *text,
           GError **error)
{
  if (spans->len == 0)
    {
      g_set_error_literal (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT,
                           _ ("The annotation covers no text. Mark a passage first."));
      return FALSE;
    }
  return plx_spans_normalize (spans, plx_text_get_length (text), error);
}

/* Claims */

static gboolean
store_claim (PlxConnection *connection,
             PlxId annotation,
             const PlxClaim *claim,
             GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "INSERT INTO claim (annotation, question, value, said_by, by_outlet, attribution, polarity, "
                                          "certainty, event_time, place) "
                                          "VALUES (:annotation, :question, :value, :said_by, :by_outlet, :attribution, :polarity, "
                                          ":certainty, :event_time, :place) "
                                          "ON CONFLICT (annotation) DO UPDATE SET question = :question, value = :value, "
                                          "said_by = :said_by, by_outlet = :by_outlet, attribution = :attribution, "
                                          "polarity = :polarity, certainty = :certainty, event_time = :event_time, place = :place");

  plx_statement_bind_id (statement, ":annotation", annotation);
  plx_statement_bind_id (statement, ":question", claim->question);
  plx_rows_bind_string (statement, ":value", claim->value);
  plx_statement_bind_id (statement, ":said_by", claim->said_by);
  plx_statement_bind_int (statement, ":by_outlet", claim->by_outlet ? 1 : 0);
  plx_rows_bind_string (statement, ":attribution", claim->attribution);
  plx_rows_bind_string (statement, ":polarity", claim->polarity);
  plx_rows_bind_string (statement, ":certainty", claim->certainty);
  plx_rows_bind_string (statement, ":event_time", claim->event_time);
  plx_statement_bind_id (statement, ":place", claim->place);
  if (plx_statement_run (statement, &local))
    return TRUE;
  if (!plx_rows_is_refusal (local) || check_claim_owners (connection, claim, error))
    g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
remove_claim (PlxConnection *connection,
              PlxId annotation,
              GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "DELETE FROM claim WHERE annotation = :annotation");

  plx_statement_bind_id (statement, ":annotation", annotation);
  return plx_statement_run (statement, error);
}

/* Adding and removing */

static void
bind_annotation (PlxStatement *statement,
                 gconstpointer row)
{
  const PlxAnnotation *annotation = row;

  plx_statement_bind_id (statement, ":id", annotation->id);
  plx_statement_bind_id (statement, ":document", annotation->document);
  plx_statement_bind_id (statement, ":tag", annotation->tag);
  plx_statement_bind_id (statement, ":annotator", annotation->annotator);
  plx_statement_bind_id (statement, ":entity", annotation->entity);
  plx_rows_bind_string (statement, ":note", annotation->note);
  plx_rows_bind_string (statement, ":prefix", annotation->prefix);
  plx_rows_bind_string (statement, ":suffix", annotation->suffix);
  plx_statement_bind_int (statement, ":created", annotation->created);
  if (annotation->modified != 0)
    plx_statement_bind_int (statement, ":modified", annotation->modified);
  else
    plx_statement_bind_null (statement, ":modified");
}

/* Looks at what it refers to only when the database refuses: adding is to be
 * fast. */
static gboolean
insert_annotation (PlxConnection *connection,
                   const PlxAnnotation *annotation,
                   GError **error)
{
  g_autoptr (GError) local = NULL;

  if (plx_journal_insert (connection, PLX_TABLE_ANNOTATION, bind_annotation, annotation, &local))
    return TRUE;
  if (!plx_rows_is_refusal (local) || check_owners (connection, annotation, error))
    g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

gboolean
plx_annotations_add (PlxConnection *connection,
                     PlxAnnotation *annotation,
                     PlxText *text,
                     GError **error)
{
  gboolean has_claim = annotation->claim != NULL && !plx_claim_is_empty (annotation->claim);

  if (!normalize (annotation->spans, text, error) || (has_claim && !plx_claim_check (annotation->claim, error)) ||
      !check_is_new (connection, annotation, error))
    return FALSE;

  if (annotation->id == PLX_ID_NONE)
    annotation->id = plx_id_new ();
  if (annotation->created == 0)
    annotation->created = plx_time_now ();
  quote (annotation, text);
  return insert_annotation (connection, annotation, error) && insert_spans (connection, annotation, error) &&
         (!has_claim || store_claim (connection, annotation->id, annotation->claim, error));
}

gboolean
plx_annotations_remove (PlxConnection *connection,
                        PlxId id,
                        GError **error)
{
  g_autofree char *gone = gone_message (id);
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "DELETE FROM annotation WHERE id = :id");

  plx_statement_bind_id (statement, ":id", id);
  return plx_rows_change_one (statement, gone, error);
}

/* Changing.  What stays as it is does not count as modified. */

gboolean
plx_annotations_set_tag (PlxConnection *connection,
                         PlxId id,
                         PlxId tag,
                         GError **error)
{
  g_autoptr (PlxAnnotation) annotation = plx_annotations_get (connection, id, error);
  g_autoptr (PlxStatement) statement = NULL;

  if (annotation == NULL)
    return FALSE;
  if (annotation->tag == tag)
    return TRUE;
  annotation->tag = tag;
  if (!check_tag (connection, tag, error) || !check_is_new (connection, annotation, error))
    return FALSE;
  statement = plx_connection_prepare (connection, "UPDATE annotation SET tag = :tag, modified = :now WHERE id = :id");
  plx_statement_bind_id (statement, ":id", id);
  plx_statement_bind_id (statement, ":tag", tag);
  plx_statement_bind_int (statement, ":now", plx_time_now ());
  return plx_statement_run (statement, error);
}

gboolean
plx_annotations_set_entity (PlxConnection *connection,
                            PlxId id,
                            PlxId entity,
                            GError **error)
{
  g_autofree char *gone = gone_message (id);
  g_autoptr (PlxStatement) statement = NULL;

  if (!check_row (connection, "SELECT 1 FROM annotation WHERE id = :id", id, gone, error) ||
      !check_entity (connection, entity, error))
    return FALSE;
  statement = plx_connection_prepare (connection, "UPDATE annotation SET entity = :entity, modified = :now "
                                                  "WHERE id = :id AND entity IS NOT :entity");
  plx_statement_bind_id (statement, ":id", id);
  plx_statement_bind_id (statement, ":entity", entity);
  plx_statement_bind_int (statement, ":now", plx_time_now ());
  return plx_statement_run (statement, error);
}

gboolean
plx_annotations_set_note (PlxConnection *connection,
                          PlxId id,
                          const char *note,
                          GError **error)
{
  g_autofree char *gone = gone_message (id);
  g_autoptr (PlxStatement) statement = NULL;

  if (!check_row (connection, "SELECT 1 FROM annotation WHERE id = :id", id, gone, error))
    return FALSE;
  statement = plx_connection_prepare (connection, "UPDATE annotation SET note = :note, modified = :now "
                                                  "WHERE id = :id AND note <> :note");
  plx_statement_bind_id (statement, ":id", id);
  plx_rows_bind_string (statement, ":note", note);
  plx_statement_bind_int (statement, ":now", plx_time_now ());
  return plx_statement_run (statement, error);
}

static gboolean
update_context (PlxConnection *connection,
                const PlxAnnotation *annotation,
                GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "UPDATE annotation SET prefix = :prefix, suffix = :suffix, modified = :now WHERE id = :id");

  plx_statement_bind_id (statement, ":id", annotation->id);
  plx_statement_bind_text (statement, ":prefix", annotation->prefix);
  plx_statement_bind_text (statement, ":suffix", annotation->suffix);
  plx_statement_bind_int (statement, ":now", plx_time_now ());
  return plx_statement_run (statement, error);
}

static gboolean
remove_spans (PlxConnection *connection,
              PlxId annotation,
              GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "DELETE FROM span WHERE annotation = :annotation");

  plx_statement_bind_id (statement, ":annotation", annotation);
  return plx_statement_run (statement, error);
}

static gboolean
spans_equal (const GArray *a,
             const GArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (plx_span_compare (&g_array_index (a, PlxSpan, i), &g_array_index (b, PlxSpan, i)) != 0)
      return FALSE;
  return TRUE;
}

gboolean
plx_annotations_set_spans (PlxConnection *connection,
                           PlxId id,
                           GArray *spans,
                           PlxText *text,
                           GError **error)
{
  g_autoptr (PlxAnnotation) annotation = plx_annotations_get (connection, id, error);
  g_autoptr (GArray) borders = g_array_copy (spans);

  if (annotation == NULL || !normalize (borders, text, error))
    return FALSE;
  if (spans_equal (annotation->spans, borders))
    return TRUE;
  g_array_unref (annotation->spans);
  annotation->spans = g_steal_pointer (&borders);
  if (!check_is_new (connection, annotation, error))
    return FALSE;
  quote (annotation, text);
  return remove_spans (connection, id, error) && insert_spans (connection, annotation, error) &&
         update_context (connection, annotation, error);
}

static gboolean
touch (PlxConnection *connection,
       PlxId id,
       GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "UPDATE annotation SET modified = :now WHERE id = :id");

  plx_statement_bind_id (statement, ":id", id);
  plx_statement_bind_int (statement, ":now", plx_time_now ());
  return plx_statement_run (statement, error);
}

gboolean
plx_annotations_set_claim (PlxConnection *connection,
                           PlxId id,
                           const PlxClaim *claim,
                           GError **error)
{
  g_autoptr (PlxAnnotation) annotation = plx_annotations_get (connection, id, error);

  if (annotation == NULL)
    return FALSE;
  if (claim != NULL && plx_claim_is_empty (claim))
    claim = NULL;
  if (plx_claim_equal (annotation->claim, claim))
    return TRUE;
  if (claim == NULL)
    return remove_claim (connection, id, error) && touch (connection, id, error);
  return plx_claim_check (claim, error) && store_claim (connection, id, claim, error) && touch (connection, id, error);
}
