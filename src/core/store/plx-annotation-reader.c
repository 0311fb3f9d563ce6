/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading annotations: the second half of plx-annotations.h. */

#include "config.h"

#include "store/plx-annotations.h"

#include "store/plx-rows.h"

#include <glib/gi18n-lib.h>

/* Whole annotations */

/* One row for each span, with its annotation and claim, so that a single
 * statement gives all.  The joins run from the annotation down. */
#define ROWS(context, span, spans)                                                                                                                                                               \
  "SELECT a.id, a.document, a.tag, a.annotator, a.entity, a.note, " context ", a.created, a.modified, " span ", claim.annotation, claim.question, claim.value, claim.said_by, claim.by_outlet, " \
  "claim.attribution, claim.polarity, claim.certainty, claim.event_time, claim.place FROM annotation AS a " spans "LEFT JOIN claim ON claim.annotation = a.id "
#define CONTEXT "a.prefix, a.suffix"
#define NO_CONTEXT "NULL, NULL"
#define SPAN "span.start, span.end, span.quote"
#define NO_SPAN "NULL, NULL, NULL"
#define SPANS "CROSS JOIN span ON span.annotation = a.id AND span.document = a.document "

enum
{
  COLUMN_ID,
  COLUMN_DOCUMENT,
  COLUMN_TAG,
  COLUMN_ANNOTATOR,
  COLUMN_ENTITY,
  COLUMN_NOTE,
  COLUMN_PREFIX,
  COLUMN_SUFFIX,
  COLUMN_CREATED,
  COLUMN_MODIFIED,
  COLUMN_START,
  COLUMN_END,
  COLUMN_QUOTE,
  COLUMN_CLAIM,
  COLUMN_QUESTION,
  COLUMN_VALUE,
  COLUMN_SAID_BY,
  COLUMN_BY_OUTLET,
  COLUMN_ATTRIBUTION,
  COLUMN_POLARITY,
  COLUMN_CERTAINTY,
  COLUMN_EVENT_TIME,
  COLUMN_PLACE,
};

static PlxClaim *
read_claim (PlxStatement *statement)
{
  PlxClaim *claim;

  if (plx_statement_is_null (statement, COLUMN_CLAIM))
    return NULL;
  claim = g_new (PlxClaim, 1);
  claim->question = plx_statement_get_int (statement, COLUMN_QUESTION);
  claim->value = plx_statement_dup_text (statement, COLUMN_VALUE);
  claim->said_by = plx_statement_get_int (statement, COLUMN_SAID_BY);
  claim->by_outlet = plx_statement_get_int (statement, COLUMN_BY_OUTLET) != 0;
  claim->attribution = plx_statement_dup_text (statement, COLUMN_ATTRIBUTION);
  claim->polarity = plx_statement_dup_text (statement, COLUMN_POLARITY);
  claim->certainty = plx_statement_dup_text (statement, COLUMN_CERTAINTY);
  claim->event_time = plx_statement_dup_text (statement, COLUMN_EVENT_TIME);
  claim->place = plx_statement_get_int (statement, COLUMN_PLACE);
  return claim;
}

/* All but spans and quotes. */
static PlxAnnotation *
read_annotation (PlxStatement *statement)
{
  PlxAnnotation *annotation = g_new0 (PlxAnnotation, 1);

  annotation->id = plx_statement_get_int (statement, COLUMN_ID);
  annotation->document = plx_statement_get_int (statement, COLUMN_DOCUMENT);
  annotation->tag = plx_statement_get_int (statement, COLUMN_TAG);
  annotation->annotator = plx_statement_get_int (statement, COLUMN_ANNOTATOR);
  annotation->entity = plx_statement_get_int (statement, COLUMN_ENTITY);
  annotation->note = plx_statement_dup_text (statement, COLUMN_NOTE);
  if (!plx_statement_is_null (statement, COLUMN_PREFIX))
    {
      annotation->prefix = plx_statement_dup_text (statement, COLUMN_PREFIX);
      annotation->suffix = plx_statement_dup_text (statement, COLUMN_SUFFIX);
    }
  annotation->created = plx_statement_get_int (statement, COLUMN_CREATED);
  annotation->modified = plx_statement_get_int (statement, COLUMN_MODIFIED);
  annotation->spans = g_array_sized_new (FALSE, FALSE, sizeof (PlxSpan), 1);
  annotation->claim = read_claim (statement);
  return annotation;
}

/* Nearly every annotation has one span. */
static void
add_span (PlxStatement *statement,
          PlxAnnotation *annotation)
{
  PlxSpan span = { (int) plx_statement_get_int (statement, COLUMN_START), (int) plx_statement_get_int (statement, COLUMN_END) };
  guint n = annotation->spans->len;

  g_array_append_val (annotation->spans, span);
  annotation->quotes = g_renew (char *, annotation->quotes, n + 2);
  annotation->quotes[n] = plx_statement_dup_text (statement, COLUMN_QUOTE);
  annotation->quotes[n + 1] = NULL;
}

/* Reads the annotation that begins in the current row, and moves @step on to
 * the first row after it. */
static PlxAnnotation *
collect (PlxStatement *statement,
         PlxStep *step,
         GError **error)
{
  g_autoptr (PlxAnnotation) annotation = read_annotation (statement);

  do
    {
      add_span (statement, annotation);
      *step = plx_statement_step (statement, error);
    }
  while (*step == PLX_STEP_ROW && plx_statement_get_int (statement, COLUMN_ID) == annotation->id);
  return *step != PLX_STEP_ERROR ? g_steal_pointer (&annotation) : NULL;
}

PlxAnnotation *
plx_annotations_get (PlxConnection *connection,
                     PlxId id,
                     GError **error)
{
  g_autofree char *uuid = plx_id_to_uuid (id);
  g_autofree char *gone = g_strdup_printf (_ ("There is no annotation %s in the project (any more)."), uuid);
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, ROWS (CONTEXT, SPAN, SPANS) "WHERE a.id = :id ORDER BY span.start");
  PlxStep step;

  plx_statement_bind_id (statement, ":id", id);
  if (!plx_rows_check_exists (statement, gone, error))
    return NULL;
  return collect (statement, &step, error);
}

/* Streams them with their spans, which takes two looks for each. */
static gboolean
stream_joined (PlxStatement *statement,
               PlxAnnotationFunc func,
               gpointer data,
               GError **error)
{
  PlxStep step = plx_statement_step (statement, error);

  while (step == PLX_STEP_ROW)
    {
      g_autoptr (PlxAnnotation) annotation = collect (statement, &step, error);

      if (annotation == NULL || !func (annotation, data, error))
        return FALSE;
    }
  return step == PLX_STEP_DONE;
}

/* Pieces of a document, by annotation */

/* So many are held in memory at once. */
#define MAX_PIECES 50000

typedef struct
{
  PlxId annotation;
  PlxSpan span;
  gsize quote; /* where it begins among the quotes */
} Piece;

typedef struct
{
  GArray *pieces;  /* (owned) (element-type Piece) */
  GString *quotes; /* (owned): each with a NUL behind it */
} Pieces;

static void
pieces_clear (Pieces *self)
{
  g_clear_pointer (&self->pieces, g_array_unref);
  if (self->quotes != NULL)
    g_string_free (g_steal_pointer (&self->quotes), TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pieces, pieces_clear)

static int
compare_pieces (gconstpointer a,
                gconstpointer b)
{
  const Piece *left = a, *right = b;

  if (left->annotation != right->annotation)
    return left->annotation < right->annotation ? -1 : 1;
  return (left->span.start > right->span.start) - (left->span.start < right->span.start);
}

/* One scan in the order of the table; @all is %FALSE if there are too many. */
static gboolean
load_pieces (Pieces *self,
             PlxConnection *connection,
             PlxId document,
             gboolean *all,
             GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT annotation, start, end, quote FROM span WHERE document = :document");
  PlxStep step;

  plx_statement_bind_id (statement, ":document", document);
  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW && self->pieces->len < MAX_PIECES)
    {
      Piece piece = { plx_statement_get_int (statement, 0),
                      { (int) plx_statement_get_int (statement, 1), (int) plx_statement_get_int (statement, 2) },
                      self->quotes->len };

      g_array_append_val (self->pieces, piece);
      g_string_append (self->quotes, plx_statement_peek_text (statement, 3));
      g_string_append_c (self->quotes, '\0');
    }
  *all = step == PLX_STEP_DONE;
  g_array_sort (self->pieces, compare_pieces);
  return step != PLX_STEP_ERROR;
}

/* Gives @annotation its pieces, from *next on, which moves behind them. */
static void
take_pieces (Pieces *self,
             PlxAnnotation *annotation,
             guint *next)
{
  const Piece *pieces = (const Piece *) (gpointer) self->pieces->data;
  guint first, n = 0;

  while (*next < self->pieces->len && pieces[*next].annotation < annotation->id)
    (*next)++;
  for (first = *next; *next < self->pieces->len && pieces[*next].annotation == annotation->id; (*next)++)
    n++;
  annotation->quotes = g_new (char *, n + 1);
  annotation->quotes[n] = NULL;
  for (guint i = 0; i < n; i++)
    {
      g_array_append_val (annotation->spans, pieces[first + i].span);
      annotation->quotes[i] = g_utf8_make_valid (self->quotes->str + pieces[first + i].quote, -1);
    }
}

static gboolean
stream_merged (PlxStatement *statement,
               Pieces *pieces,
               PlxAnnotationFunc func,
               gpointer data,
               GError **error)
{
  PlxStep step;
  guint next = 0;

  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW)
    {
      g_autoptr (PlxAnnotation) annotation = read_annotation (statement);

      take_pieces (pieces, annotation, &next);
      if (annotation->spans->len > 0 && !func (annotation, data, error))
        return FALSE;
    }
  return step == PLX_STEP_DONE;
}

static gboolean
stream_document (PlxConnection *connection,
                 PlxId document,
                 gboolean context,
                 PlxAnnotationFunc func,
                 gpointer data,
                 GError **error)
{
  g_auto (Pieces) pieces = { g_array_new (FALSE, FALSE, sizeof (Piece)), g_string_new (NULL) };
  g_autoptr (PlxStatement) statement = NULL;
  gboolean all;

  if (!load_pieces (&pieces, connection, document, &all, error))
    return FALSE;
  if (!all)
    pieces_clear (&pieces);
  if (all && context)
    statement = plx_connection_prepare (connection, ROWS (CONTEXT, NO_SPAN, "") "WHERE a.document = :document ORDER BY a.id");
  else if (all)
    statement = plx_connection_prepare (connection, ROWS (NO_CONTEXT, NO_SPAN, "") "WHERE a.document = :document ORDER BY a.id");
  else
    statement = plx_connection_prepare (connection, ROWS (CONTEXT, SPAN, SPANS) "WHERE a.document = :document ORDER BY a.document, a.id, span.start");
  plx_statement_bind_id (statement, ":document", document);
  return all ? stream_merged (statement, &pieces, func, data, error) : stream_joined (statement, func, data, error);
}

gboolean
plx_annotations_foreach (PlxConnection *connection,
                         PlxId document,
                         PlxAnnotationFunc func,
                         gpointer data,
                         GError **error)
{
  g_autoptr (PlxStatement) statement = NULL;

  if (document != PLX_ID_NONE)
    return stream_document (connection, document, TRUE, func, data, error);
  statement = plx_connection_prepare (connection, ROWS (CONTEXT, SPAN, SPANS) "ORDER BY a.document, a.id, span.start");
  return stream_joined (statement, func, data, error);
}

gboolean
plx_annotations_foreach_plain (PlxConnection *connection,
                               PlxId document,
                               PlxAnnotationFunc func,
                               gpointer data,
                               GError **error)
{
  return stream_document (connection, document, FALSE, func, data, error);
}
