/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "verb/plx-bulk-verbs.h"

#include "store/plx-annotations.h"
#include "store/plx-documents.h"
#include "store/plx-entities.h"
#include "store/plx-rejections.h"
#include "store/plx-tagged.h"

/* What a verb on many places needs. */
typedef struct
{
  GArray *places; /* (owned) (element-type PlxPlacement) */
  char *name;     /* (owned) (nullable): of the mention */
  PlxMention mention;
  gboolean has_mention;
} Work;

/* The article that is being worked on. */
typedef struct
{
  PlxId document;
  PlxText *text;     /* (owned) (nullable) */
  GHashTable *taken; /* (owned) (nullable) (element-type PlxTagged): what the annotator tagged */
} Page;

static Work *
work_new (const PlxPlacement *places,
          gsize n_places)
{
  Work *work = g_new0 (Work, 1);

  work->places = g_array_sized_new (FALSE, FALSE, sizeof (PlxPlacement), (guint) n_places);
  g_array_append_vals (work->places, places, (guint) n_places);
  return work;
}

static void
work_free (gpointer data)
{
  Work *work = data;

  g_array_unref (work->places);
  g_free (work->name);
  g_free (work);
}

static void
page_clear (Page *self)
{
  g_clear_pointer (&self->text, plx_text_unref);
  g_clear_pointer (&self->taken, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Page, page_clear)

/* Tagging */

static guint
hash_tagged (gconstpointer key)
{
  const PlxTagged *place = key;

  return (guint) place->span.start * 31 + (guint) place->span.end + (guint) place->tag * 7;
}

static gboolean
same_tagged (gconstpointer a,
             gconstpointer b)
{
  const PlxTagged *one = a, *other = b;

  return one->span.start == other->span.start && one->span.end == other->span.end && one->tag == other->tag;
}

/* Text and annotations of an article are read once, however many places. */
static gboolean
open_page (Page *self,
           PlxConnection *connection,
           PlxId document,
           PlxId annotator,
           GError **error)
{
  g_autoptr (GArray) all = NULL;

  if (self->document == document)
    return TRUE;
  page_clear (self);
  self->document = document;
  self->taken = g_hash_table_new_full (hash_tagged, same_tagged, g_free, NULL);
  self->text = plx_documents_load_text (connection, document, error);
  if (self->text == NULL || (all = plx_tagged_list (connection, document, error)) == NULL)
    return FALSE;
  for (guint i = 0; i < all->len; i++)
    {
      const PlxTagged *there = &g_array_index (all, PlxTagged, i);

      if (there->annotator == annotator && there->n_spans == 1)
        g_hash_table_add (self->taken, g_memdup2 (there, sizeof *there));
    }
  return TRUE;
}

/* Whether @place is not taken; it is from now on. */
static gboolean
take (Page *self,
      const PlxPlacement *place)
{
  PlxTagged wanted = { .span = place->span, .tag = place->tag };

  return g_hash_table_add (self->taken, g_memdup2 (&wanted, sizeof wanted));
}

static gboolean
add_place (PlxConnection *connection,
           Page *page,
           const PlxPlacement *place,
           PlxId entity,
           PlxId annotator,
           GError **error)
{
  g_autoptr (PlxAnnotation) annotation = NULL;

  if (!open_page (page, connection, place->document, annotator, error))
    return FALSE;
  if (!take (page, place))
    return TRUE;
  annotation = plx_annotation_new ();
  annotation->document = place->document;
  annotation->tag = place->tag;
  annotation->entity = entity;
  annotation->annotator = annotator;
  g_array_append_val (annotation->spans, place->span);
  return plx_annotations_add (connection, annotation, page->text, error);
}

/* What was tagged, each wording once and in order. */
static void
note_wording (GPtrArray *wordings,
              GHashTable *seen,
              const Page *page,
              PlxSpan span)
{
  g_autofree char *wording = plx_text_dup_slice (page->text, span.start, span.end);

  if (g_hash_table_contains (seen, wording))
    return;
  g_hash_table_add (seen, wording);
  g_ptr_array_add (wordings, g_steal_pointer (&wording));
}

/* @wordings: (nullable): where what is tagged is noted */
static gboolean
add_places (PlxConnection *connection,
            const Work *work,
            PlxId mentioned,
            PlxId annotator,
            GPtrArray *wordings,
            GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto (Page) page = { PLX_ID_NONE };

  for (guint i = 0; i < work->places->len; i++)
    {
      const PlxPlacement *place = &g_array_index (work->places, PlxPlacement, i);

      if (!add_place (connection, &page, place, work->has_mention ? mentioned : place->entity, annotator, error))
        return FALSE;
      if (wordings != NULL)
        note_wording (wordings, seen, &page, place->span);
    }
  return TRUE;
}

static gboolean
tag_all (PlxConnection *connection,
         PlxId annotator,
         gpointer data,
         GError **error)
{
  const Work *work = data;
  g_autoptr (GPtrArray) wordings = g_ptr_array_new_with_free_func (g_free);
  gboolean learns = work->has_mention && work->mention.learn;
  PlxId mentioned = PLX_ID_NONE;

  if (work->places->len == 0)
    return TRUE;
  if (work->has_mention && !plx_mention_resolve (connection, &work->mention, g_array_index (work->places, PlxPlacement, 0).tag, &mentioned, error))
    return FALSE;
  return add_places (connection, work, mentioned, annotator, learns ? wordings : NULL, error) &&
         (!learns || plx_entities_learn (connection, mentioned, wordings, error));
}

PlxVerb *
plx_verb_tag_all (const PlxPlacement *places,
                  gsize n_places,
                  const PlxMention *mention,
                  const char *detail)
{
  Work *work = work_new (places, n_places);

  if (mention != NULL)
    {
      work->has_mention = TRUE;
      work->mention = *mention;
      work->mention.name = work->name = g_strdup (mention->name);
    }
  return plx_verb_new ("tag-all", detail, tag_all, work, work_free);
}

PlxVerb *
plx_verb_accept (const PlxPlacement *places,
                 gsize n_places,
                 const char *detail)
{
  return plx_verb_new ("accept", detail, tag_all, work_new (places, n_places), work_free);
}

/* Taking away */

static gboolean
untag_all (PlxConnection *connection,
           PlxId annotator,
           gpointer data,
           GError **error)
{
  const GArray *ids = data;

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (GError) local = NULL;

      if (plx_annotations_remove (connection, g_array_index (ids, PlxId, i), &local) ||
          g_error_matches (local, PLX_STORE_ERROR, PLX_STORE_ERROR_NOT_FOUND))
        continue;
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  return TRUE;
}

PlxVerb *
plx_verb_untag_all (const PlxId *annotations,
                    gsize n_annotations,
                    const char *detail)
{
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (PlxId), (guint) n_annotations);

  g_array_append_vals (ids, annotations, (guint) n_annotations);
  return plx_verb_new ("untag-all", detail, untag_all, ids, (GDestroyNotify) g_array_unref);
}

/* Refusing */

static gboolean
reject (PlxConnection *connection,
        PlxId annotator,
        gpointer data,
        GError **error)
{
  const Work *work = data;

  for (guint i = 0; i < work->places->len; i++)
    if (!plx_rejections_add (connection, &g_array_index (work->places, PlxPlacement, i), annotator, error))
      return FALSE;
  return TRUE;
}

PlxVerb *
plx_verb_reject (const PlxPlacement *places,
                 gsize n_places,
                 const char *detail)
{
  return plx_verb_new ("reject", detail, reject, work_new (places, n_places), work_free);
}
