/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "intake/plx-intake.h"

#include "intake/plx-intake-revision.h"
#include "store/plx-blocks.h"
#include "store/plx-documents.h"
#include "store/plx-originals.h"
#include "store/plx-word-index.h"
#include "verb/plx-version-verbs.h"

#include <glib/gi18n-lib.h>

/* So many articles at a time get their words into the index. */
#define BATCH 100

/* Duplicates */

gboolean
plx_intake_find_duplicates (PlxConnection *connection,
                            GPtrArray *items,
                            GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < items->len; i++)
    {
      PlxIntakeItem *item = g_ptr_array_index (items, i);
      const char *sha256 = plx_text_get_sha256 (item->text);
      gpointer earlier;

      if (!plx_documents_find_sha256 (connection, sha256, &item->duplicate_of, error))
        return FALSE;
      item->repeats = -1;
      if (g_hash_table_lookup_extended (seen, sha256, NULL, &earlier))
        item->repeats = GPOINTER_TO_INT (earlier);
      else
        g_hash_table_insert (seen, (gpointer) sha256, GINT_TO_POINTER ((int) i));
    }
  return TRUE;
}

gboolean
plx_intake_item_is_skipped (const PlxIntakeItem *self)
{
  return !self->allow_duplicate && (self->duplicate_of != PLX_ID_NONE || self->repeats >= 0);
}

/* The verb */

/* Another text of an article that is there. */
static gboolean
revise_item (PlxConnection *connection,
             PlxId annotator,
             const PlxIntakeItem *item,
             GError **error)
{
  g_autoptr (PlxDocument) article = plx_documents_get (connection, item->revises, error);
  g_autoptr (PlxDocument) revised = article != NULL ? plx_intake_item_dup_revised (item, article) : NULL;
  g_autoptr (PlxVerb) verb = NULL;

  if (revised == NULL)
    return FALSE;
  verb = plx_verb_revise (revised, item->text, item->blocks, item->original, FALSE, NULL);
  item->document->id = item->revises;
  return verb->func (connection, annotator, verb->data, error);
}

static gboolean
add_item (PlxConnection *connection,
          PlxId annotator,
          const PlxIntakeItem *item,
          GError **error)
{
  PlxDocument *document = item->document;

  if (item->as_version && item->revises != PLX_ID_NONE)
    return revise_item (connection, annotator, item, error);
  return plx_documents_add (connection, document, item->text, error) &&
         (item->blocks == NULL || plx_blocks_add (connection, document->text, item->blocks, error)) &&
         (item->original == NULL || plx_originals_add (connection, document->original, item->original, error));
}

typedef struct
{
  GPtrArray *items;          /* (owned) (element-type PlxIntakeItem) */
  GCancellable *cancellable; /* (owned) (nullable) */
  PlxIntakeProgressFunc progress;
  gpointer data;
} Adding;

static void
adding_free (gpointer data)
{
  Adding *adding = data;

  g_ptr_array_unref (adding->items);
  g_clear_object (&adding->cancellable);
  g_free (adding);
}

/* Those from @first up to @end; their words come last. */
static gboolean
add_batch (PlxConnection *connection,
           PlxId annotator,
           const Adding *adding,
           guint first,
           guint end,
           GError **error)
{
  GPtrArray *items = adding->items;

  for (guint i = first; i < end; i++)
    {
      PlxIntakeItem *item = g_ptr_array_index (items, i);

      if (g_cancellable_set_error_if_cancelled (adding->cancellable, error))
        return FALSE;
      if (!plx_intake_item_is_skipped (item) && !add_item (connection, annotator, item, error))
        return FALSE;
      if (adding->progress != NULL)
        adding->progress ((int) i + 1, (int) items->len, adding->data);
    }
  return TRUE;
}

static gboolean
add_items (PlxConnection *connection,
           PlxId annotator,
           gpointer data,
           GError **error)
{
  const Adding *adding = data;
  guint n = adding->items->len;

  if (!plx_intake_find_duplicates (connection, adding->items, error))
    return FALSE;
  for (guint first = 0; first < n; first += BATCH)
    {
      gboolean done;

      plx_word_index_defer (connection);
      done = add_batch (connection, annotator, adding, first, MIN (first + BATCH, n), error);
      if (!plx_word_index_settle (connection, done, error) || !done)
        return FALSE;
    }
  return TRUE;
}

PlxVerb *
plx_intake_verb_watched (GPtrArray *items,
                         GCancellable *cancellable,
                         PlxIntakeProgressFunc progress,
                         gpointer data)
{
  g_autofree char *detail = NULL;
  Adding *adding = g_new0 (Adding, 1);

  if (items->len == 1)
    detail = g_strdup (((PlxIntakeItem *) g_ptr_array_index (items, 0))->document->title);
  else
    detail = g_strdup_printf (ngettext ("%d article", "%d articles", items->len), (int) items->len);
  adding->items = g_ptr_array_ref (items);
  adding->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  adding->progress = progress;
  adding->data = data;
  return plx_verb_new ("import", detail, add_items, adding, adding_free);
}

PlxVerb *
plx_intake_verb (GPtrArray *items)
{
  return plx_intake_verb_watched (items, NULL, NULL, NULL);
}
