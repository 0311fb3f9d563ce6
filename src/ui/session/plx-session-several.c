/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is done to all selected annotations: one edit, shown at once, stored in
 * the background, taken back with a message if that fails. */

#include "config.h"

#include "session/plx-session-private.h"

#include "store/plx-annotations.h"
#include "verb/plx-annotation-verbs.h"
#include "verb/plx-entity-verbs.h"
#include "verb/plx-shape-verbs.h"

#include <glib/gi18n.h>

/* Showing more than these one by one before they are stored would take longer
 * than storing them. */
#define MAX_SHOWN 64

/* What is shown before it is stored. */
typedef struct
{
  PlxSession *session; /* (owned) */
  GArray *shown;       /* (owned) (element-type PlxSelected) */
  GArray *then;        /* (owned) (nullable) (element-type PlxSelected): to be selected when it is done */
  char *message;       /* (owned) (nullable): to say when it is done */
} Errand;

static void
item_clear (gpointer data)
{
  g_object_unref (((PlxSelected *) data)->reading);
}

static GArray *
items_new (void)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (PlxSelected));

  g_array_set_clear_func (items, item_clear);
  return items;
}

static void
add_item (GArray *items,
          PlxReading *reading,
          PlxId annotation)
{
  PlxSelected item = { g_object_ref (reading), annotation };

  g_array_append_val (items, item);
}

static Errand *
errand_new (PlxSession *session,
            const char *message)
{
  Errand *errand = g_new0 (Errand, 1);

  errand->session = g_object_ref (session);
  errand->shown = items_new ();
  errand->message = g_strdup (message);
  return errand;
}

static void
errand_free (Errand *errand)
{
  g_object_unref (errand->session);
  g_array_unref (errand->shown);
  g_clear_pointer (&errand->then, g_array_unref);
  g_free (errand->message);
  g_free (errand);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, errand_free)

static void
done_cb (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  g_autoptr (Errand) errand = data;
  g_autoptr (GError) error = NULL;
  gboolean done = plx_project_do_finish (PLX_PROJECT (source), result, &error);

  for (guint i = 0; i < errand->shown->len; i++)
    {
      const PlxSelected *item = &g_array_index (errand->shown, PlxSelected, i);

      plx_reading_settle (item->reading, item->annotation);
    }
  plx_session_drop_lost_selection (errand->session);
  if (!done)
    plx_session_fail (errand->session, error->message);
  else if (errand->message != NULL)
    plx_session_say (errand->session, errand->message, TRUE);
  if (done && errand->then != NULL)
    plx_session_select_all (errand->session, errand->then);
}

static void
send (Errand *errand,
      PlxVerb *verb)
{
  plx_project_do_async (plx_session_get_project (errand->session), verb, NULL, done_cb, errand);
}

/* What is selected */

static GArray *
dup_ids (PlxSession *self)
{
  PlxSelection *selection = plx_session_get_selection (self);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (PlxId));

  for (guint i = 0; i < plx_selection_get_n (selection); i++)
    g_array_append_val (ids, plx_selection_get (selection, i)->annotation);
  return ids;
}

static const PlxId *
get_ids (GArray *ids)
{
  return (const PlxId *) (gpointer) ids->data;
}

/* The words of the first span, for the history. */
static char *
dup_quote (PlxReading *reading,
           PlxId annotation)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));
  const PlxSpan *span;

  if (!plx_span_index_get_spans (plx_reading_get_index (reading), annotation, spans))
    return NULL;
  span = &g_array_index (spans, PlxSpan, 0);
  return plx_text_dup_slice (plx_reading_get_text (reading), span->start, span->end);
}

/* Shows @annotation as it will be. */
static void
show (Errand *errand,
      PlxReading *reading,
      PlxId annotation,
      PlxId tag,
      GArray *spans)
{
  plx_reading_show_saving (reading, annotation, tag, (const PlxSpan *) (gpointer) spans->data, spans->len);
  add_item (errand->shown, reading, annotation);
}

/* Tagging */

void
plx_session_retag_selected (PlxSession *self,
                            PlxId tag)
{
  PlxSelection *selection = plx_session_get_selection (self);
  const PlxTag *to = plx_codebook_get_tag (plx_session_get_codebook (self), tag);
  g_autoptr (GArray) ids = dup_ids (self);
  Errand *errand;

  if (ids->len == 0)
    return;
  if (to == NULL)
    {
      plx_session_fail (self, _ ("The tag is not in the codebook any more. Choose another one."));
      return;
    }
  plx_session_show_tag (self, tag);
  errand = errand_new (self, NULL);
  for (guint i = 0; i < ids->len && ids->len <= MAX_SHOWN; i++)
    {
      const PlxSelected *item = plx_selection_get (selection, i);
      g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));

      if (plx_span_index_get_spans (plx_reading_get_index (item->reading), item->annotation, spans))
        show (errand, item->reading, item->annotation, tag, spans);
    }
  send (errand, plx_verb_retag (get_ids (ids), ids->len, tag, to->path));
  plx_session_set_last_tag (self, tag);
}

void
plx_session_untag_selected (PlxSession *self)
{
  const PlxSelected *primary = plx_selection_get_primary (plx_session_get_selection (self));
  g_autoptr (GArray) ids = dup_ids (self);
  g_autofree char *quote = NULL;
  g_autofree char *message = NULL;

  if (ids->len == 0)
    return;
  if (ids->len == 1)
    {
      plx_session_untag (self, primary->reading, primary->annotation);
      return;
    }
  quote = dup_quote (primary->reading, primary->annotation);
  message = g_strdup_printf (ngettext ("%u annotation deleted", "%u annotations deleted", ids->len), ids->len);
  send (errand_new (self, message), plx_verb_untag (get_ids (ids), ids->len, quote));
}

void
plx_session_link_selected (PlxSession *self,
                           const char *name)
{
  g_autoptr (GArray) ids = dup_ids (self);
  PlxMention mention = { .name = name, .learn = TRUE };

  if (ids->len == 0)
    return;
  send (errand_new (self, NULL),
        *name != '\0' ? plx_verb_link (get_ids (ids), ids->len, &mention) : plx_verb_unlink (get_ids (ids), ids->len, NULL));
}

/* Shape */

void
plx_session_set_spans (PlxSession *self,
                       PlxReading *reading,
                       PlxId annotation,
                       GArray *spans)
{
  PlxId tag = plx_span_index_get_tag (plx_reading_get_index (reading), annotation);
  Errand *errand;

  /* The column may be closed together with the project. */
  if (tag == PLX_ID_NONE || plx_project_get_reader (plx_session_get_project (self)) == NULL)
    return;
  errand = errand_new (self, NULL);
  show (errand, reading, annotation, tag, spans);
  send (errand, plx_verb_set_spans (annotation, spans, plx_reading_get_text (reading)));
}

static gboolean
can_be_split (PlxSession *self,
              const PlxSplit *split,
              GPtrArray *parts)
{
  if (parts == NULL)
    plx_session_fail (self, split->kind == PLX_SPLIT_FRAGMENTS
                                ? _ ("The annotation is in one piece. Put the caret where to split it, or select the part to split off.")
                                : _ ("The annotation cannot be split there: both parts need some text."));
  return parts != NULL;
}

void
plx_session_split (PlxSession *self,
                   PlxReading *reading,
                   PlxId annotation,
                   const PlxSplit *split)
{
  PlxId tag = plx_span_index_get_tag (plx_reading_get_index (reading), annotation);
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (PlxId));
  g_autoptr (GPtrArray) parts = NULL;
  Errand *errand;

  if (!plx_span_index_get_spans (plx_reading_get_index (reading), annotation, spans))
    return;
  parts = plx_shape_split (plx_reading_get_text (reading), spans, split);
  if (!can_be_split (self, split, parts))
    return;
  errand = errand_new (self, NULL);
  errand->then = items_new ();
  for (guint i = 0; i < parts->len; i++)
    {
      PlxId id = i == 0 ? annotation : plx_id_new ();

      if (i > 0)
        g_array_append_val (ids, id);
      show (errand, reading, id, tag, g_ptr_array_index (parts, i));
      add_item (errand->then, reading, id);
    }
  send (errand, plx_verb_split (annotation, split, get_ids (ids), ids->len, plx_reading_get_text (reading)));
}

/* Of one article; the store looks at the rest. */
static gboolean
can_be_joined (PlxSession *self)
{
  PlxSelection *selection = plx_session_get_selection (self);

  if (plx_selection_get_n (selection) < 2)
    {
      plx_session_fail (self, _ ("Select two annotations or more to join them: hold Ctrl and click them."));
      return FALSE;
    }
  for (guint i = 1; i < plx_selection_get_n (selection); i++)
    if (plx_selection_get (selection, i)->reading != plx_selection_get (selection, 0)->reading)
      {
        plx_session_fail (self, _ ("Annotations of different articles cannot be joined. Select only those of one article."));
        return FALSE;
      }
  return TRUE;
}

/* The selected annotation that comes first in the text: it is the one that stays. */
static PlxId
find_first (PlxSession *self)
{
  PlxSelection *selection = plx_session_get_selection (self);
  PlxId first = PLX_ID_NONE;
  PlxSpan best = { G_MAXINT, G_MAXINT };

  for (guint i = 0; i < plx_selection_get_n (selection); i++)
    {
      const PlxSelected *item = plx_selection_get (selection, i);
      g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));
      const PlxSpan *span;
      int order;

      if (!plx_span_index_get_spans (plx_reading_get_index (item->reading), item->annotation, spans))
        continue;
      span = &g_array_index (spans, PlxSpan, 0);
      order = plx_span_compare (span, &best);
      if (order < 0 || (order == 0 && item->annotation < first))
        {
          best = *span;
          first = item->annotation;
        }
    }
  return first;
}

void
plx_session_join_selected (PlxSession *self)
{
  PlxSelection *selection = plx_session_get_selection (self);
  g_autoptr (GArray) ids = dup_ids (self);
  g_autofree char *message = NULL;
  PlxReading *reading;
  Errand *errand;

  if (!can_be_joined (self))
    return;
  reading = plx_selection_get (selection, 0)->reading;
  message = g_strdup_printf (ngettext ("%u annotation joined", "%u annotations joined", ids->len), ids->len);
  errand = errand_new (self, message);
  errand->then = items_new ();
  add_item (errand->then, reading, find_first (self));
  send (errand, plx_verb_join (get_ids (ids), ids->len, plx_reading_get_text (reading)));
}

/* Selecting */

static void
select_matching (PlxSession *self,
                 gboolean (*matches) (PlxReading *reading, const PlxIndexedSpan *span, gpointer data),
                 gpointer data)
{
  GListModel *readings = plx_session_get_readings (self);
  g_autoptr (GArray) items = items_new ();

  for (guint i = 0; i < g_list_model_get_n_items (readings); i++)
    {
      g_autoptr (PlxReading) reading = g_list_model_get_item (readings, i);
      PlxSpanIndex *index = plx_reading_get_index (reading);

      for (gsize j = 0; j < plx_span_index_get_n_spans (index); j++)
        {
          const PlxIndexedSpan *span = plx_span_index_get (index, j);

          if (span->fragment == 0 && matches (reading, span, data))
            add_item (items, reading, span->annotation);
        }
    }
  plx_session_select_all (self, items);
}

static gboolean
has_tag (PlxReading *reading,
         const PlxIndexedSpan *span,
         gpointer data)
{
  return span->tag == *(PlxId *) data;
}

void
plx_session_select_same_tag (PlxSession *self)
{
  const PlxSelected *primary = plx_selection_get_primary (plx_session_get_selection (self));
  PlxId tag;

  if (primary == NULL)
    return;
  tag = plx_span_index_get_tag (plx_reading_get_index (primary->reading), primary->annotation);
  select_matching (self, has_tag, &tag);
}

static gboolean
is_mention (PlxReading *reading,
            const PlxIndexedSpan *span,
            gpointer data)
{
  return g_hash_table_contains (data, &span->annotation);
}

void
plx_session_select_same_entity (PlxSession *self)
{
  const PlxSelected *primary = plx_selection_get_primary (plx_session_get_selection (self));
  PlxConnection *reader = plx_project_get_reader (plx_session_get_project (self));
  g_autoptr (PlxAnnotation) annotation = NULL;
  g_autoptr (GHashTable) mentions = NULL;

  if (primary == NULL || reader == NULL)
    return;
  annotation = plx_reading_load_annotation (primary->reading, primary->annotation, NULL);
  if (annotation == NULL || annotation->entity == PLX_ID_NONE)
    return;
  mentions = plx_annotations_load_mentions (reader, annotation->entity, NULL);
  if (mentions != NULL)
    select_matching (self, is_mention, mentions);
}
