/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "verb/plx-shape-verbs.h"

#include "base/plx-error.h"
#include "base/plx-time.h"
#include "store/plx-annotations.h"
#include "store/plx-relations.h"

#include <glib/gi18n-lib.h>

static gboolean
refuse (const char *message,
        GError **error)
{
  g_set_error_literal (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT, message);
  return FALSE;
}

/* Splitting */

typedef struct
{
  PlxId annotation;
  PlxSplit split;
  GArray *ids;   /* (owned) (element-type PlxId) */
  PlxText *text; /* (owned) */
} Split;

static void
split_free (gpointer data)
{
  Split *work = data;

  g_array_unref (work->ids);
  plx_text_unref (work->text);
  g_free (work);
}

static void
take_spans (PlxAnnotation *annotation,
            GArray *spans)
{
  g_array_unref (annotation->spans);
  annotation->spans = g_array_ref (spans);
}

/* Adds a copy of @annotation for the @i-th part, from 1. */
static gboolean
add_part (PlxConnection *connection,
          const Split *work,
          const PlxAnnotation *annotation,
          guint i,
          GArray *spans,
          GError **error)
{
  g_autoptr (PlxAnnotation) part = plx_annotation_copy (annotation);

  part->id = i <= work->ids->len ? g_array_index (work->ids, PlxId, i - 1) : plx_id_new ();
  part->modified = plx_time_now ();
  g_clear_pointer (&part->claim, plx_claim_free);
  take_spans (part, spans);
  return plx_annotations_add (connection, part, work->text, error);
}

static gboolean
split (PlxConnection *connection,
       PlxId annotator,
       gpointer data,
       GError **error)
{
  const Split *work = data;
  g_autoptr (PlxAnnotation) annotation = plx_annotations_get (connection, work->annotation, error);
  g_autoptr (GPtrArray) parts = NULL;

  if (annotation == NULL)
    return FALSE;
  parts = plx_shape_split (work->text, annotation->spans, &work->split);
  if (parts == NULL)
    return refuse (work->split.kind == PLX_SPLIT_FRAGMENTS
                       ? _ ("The annotation is in one piece. Choose where to split it.")
                       : _ ("The annotation cannot be split there: both parts need some text."),
                   error);
  if (!plx_annotations_set_spans (connection, annotation->id, g_ptr_array_index (parts, 0), work->text, error))
    return FALSE;
  for (guint i = 1; i < parts->len; i++)
    if (!add_part (connection, work, annotation, i, g_ptr_array_index (parts, i), error))
      return FALSE;
  return TRUE;
}

PlxVerb *
plx_verb_split (PlxId annotation,
                const PlxSplit *how,
                const PlxId *ids,
                gsize n_ids,
                PlxText *text)
{
  Split *work = g_new0 (Split, 1);

  work->annotation = annotation;
  work->split = *how;
  work->ids = g_array_new (FALSE, FALSE, sizeof (PlxId));
  g_array_append_vals (work->ids, ids, (guint) n_ids);
  work->text = plx_text_ref (text);
  return plx_verb_new ("split", NULL, split, work, split_free);
}

/* Joining */

typedef struct
{
  GArray *ids;   /* (owned) (element-type PlxId) */
  PlxText *text; /* (owned) */
} Join;

static void
join_free (gpointer data)
{
  Join *work = data;

  g_array_unref (work->ids);
  plx_text_unref (work->text);
  g_free (work);
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const PlxAnnotation *left = *(const PlxAnnotation *const *) a;
  const PlxAnnotation *right = *(const PlxAnnotation *const *) b;
  int order = plx_span_compare (&g_array_index (left->spans, PlxSpan, 0), &g_array_index (right->spans, PlxSpan, 0));

  return order != 0 ? order : (left->id > right->id) - (left->id < right->id);
}

static gboolean
contains (GPtrArray *annotations,
          PlxId id)
{
  for (guint i = 0; i < annotations->len; i++)
    if (((PlxAnnotation *) g_ptr_array_index (annotations, i))->id == id)
      return TRUE;
  return FALSE;
}

/* (transfer full) (element-type PlxAnnotation): each once, in the order of the text */
static GPtrArray *
load (PlxConnection *connection,
      const Join *work,
      GError **error)
{
  g_autoptr (GPtrArray) annotations = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_annotation_free);

  for (guint i = 0; i < work->ids->len; i++)
    {
      PlxId id = g_array_index (work->ids, PlxId, i);
      PlxAnnotation *annotation;

      if (contains (annotations, id))
        continue;
      annotation = plx_annotations_get (connection, id, error);
      if (annotation == NULL)
        return NULL;
      g_ptr_array_add (annotations, annotation);
    }
  g_ptr_array_sort (annotations, compare_places);
  return g_steal_pointer (&annotations);
}

static gboolean
check_alike (const PlxAnnotation *first,
             const PlxAnnotation *other,
             GError **error)
{
  if (other->document != first->document)
    return refuse (_ ("Annotations of different articles cannot be joined. Select only those of one article."), error);
  if (other->tag != first->tag)
    return refuse (_ ("Annotations with different tags cannot be joined. Give them the same tag first."), error);
  if (other->annotator != first->annotator)
    return refuse (_ ("Annotations by different people cannot be joined."), error);
  return TRUE;
}

static gboolean
take_entity (PlxAnnotation *first,
             const PlxAnnotation *other,
             GError **error)
{
  if (other->entity == PLX_ID_NONE || other->entity == first->entity)
    return TRUE;
  if (first->entity != PLX_ID_NONE)
    return refuse (_ ("The annotations are mentions of different entities. Link them to the same one first, or unlink one of them."), error);
  first->entity = other->entity;
  return TRUE;
}

static gboolean
take_claim (PlxAnnotation *first,
            const PlxAnnotation *other,
            GError **error)
{
  if (other->claim == NULL || plx_claim_is_empty (other->claim))
    return TRUE;
  if (first->claim == NULL || plx_claim_is_empty (first->claim))
    {
      g_clear_pointer (&first->claim, plx_claim_free);
      first->claim = plx_claim_copy (other->claim);
      return TRUE;
    }
  if (plx_claim_equal (first->claim, other->claim))
    return TRUE;
  return refuse (_ ("The annotations claim different things. Make the fields of their claims equal, or empty those of one of them, then join them."), error);
}

/* The same note twice is one note. */
static void
take_note (PlxAnnotation *first,
           const PlxAnnotation *other)
{
  char *both;

  if (*other->note == '\0' || g_str_equal (other->note, first->note))
    return;
  both = *first->note == '\0' ? g_strdup (other->note) : g_strconcat (first->note, "\n", other->note, NULL);
  g_free (first->note);
  first->note = both;
}

/* Puts into the first what the others have. */
static gboolean
gather (GPtrArray *annotations,
        PlxText *text,
        GError **error)
{
  PlxAnnotation *first = g_ptr_array_index (annotations, 0);
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autoptr (GArray) spans = NULL;

  g_ptr_array_add (parts, first->spans);
  for (guint i = 1; i < annotations->len; i++)
    {
      PlxAnnotation *other = g_ptr_array_index (annotations, i);

      if (!check_alike (first, other, error) || !take_entity (first, other, error) || !take_claim (first, other, error))
        return FALSE;
      take_note (first, other);
      g_ptr_array_add (parts, other->spans);
    }
  spans = plx_shape_join (text, parts);
  take_spans (first, spans);
  return TRUE;
}

static gboolean
store (PlxConnection *connection,
       const PlxAnnotation *joined,
       PlxText *text,
       GError **error)
{
  return plx_annotations_set_spans (connection, joined->id, joined->spans, text, error) &&
         plx_annotations_set_entity (connection, joined->id, joined->entity, error) &&
         plx_annotations_set_note (connection, joined->id, joined->note, error) &&
         plx_annotations_set_claim (connection, joined->id, joined->claim, error);
}

static gboolean
join (PlxConnection *connection,
      PlxId annotator,
      gpointer data,
      GError **error)
{
  const Join *work = data;
  g_autoptr (GPtrArray) annotations = load (connection, work, error);
  const PlxAnnotation *first;

  if (annotations == NULL)
    return FALSE;
  if (annotations->len < 2)
    return refuse (_ ("Select two annotations or more to join them."), error);
  if (!gather (annotations, work->text, error))
    return FALSE;
  first = g_ptr_array_index (annotations, 0);
  for (guint i = 1; i < annotations->len; i++)
    {
      PlxId other = ((PlxAnnotation *) g_ptr_array_index (annotations, i))->id;

      /* Removing takes along what relations are left. */
      if (!plx_relations_move (connection, other, first->id, error) || !plx_annotations_remove (connection, other, error))
        return FALSE;
    }
  return store (connection, first, work->text, error);
}

PlxVerb *
plx_verb_join (const PlxId *annotations,
               gsize n_annotations,
               PlxText *text)
{
  Join *work = g_new0 (Join, 1);

  work->ids = g_array_new (FALSE, FALSE, sizeof (PlxId));
  g_array_append_vals (work->ids, annotations, (guint) n_annotations);
  work->text = plx_text_ref (text);
  return plx_verb_new ("join", NULL, join, work, join_free);
}
