/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "query/plx-unlinked.h"

#include "model/plx-fold.h"
#include "store/plx-mentions.h"

#include <string.h>

/* A group while it is being filled. */
typedef struct
{
  PlxUnlinkedGroup group;
  PlxId last_document; /* annotations of one article mostly come together */
  GHashTable *seen;    /* (owned) (element-type PlxId): documents */
} Filling;

typedef struct
{
  GHashTable *by_key;  /* (owned) (element-type utf8 Filling) */
  GHashTable *by_text; /* (owned) (element-type utf8 utf8): folding is slow, and texts repeat */
  GPtrArray *fillings; /* (owned) (element-type Filling) */
} Collector;

void
plx_unlinked_group_free (PlxUnlinkedGroup *self)
{
  g_free (self->folded);
  g_free (self->text);
  g_array_unref (self->annotations);
  g_free (self);
}

static Filling *
filling_new (PlxKind kind,
             const char *folded,
             const char *text)
{
  Filling *filling = g_new0 (Filling, 1);

  filling->group.kind = kind;
  filling->group.folded = g_strdup (folded);
  filling->group.text = g_strdup (text);
  filling->group.annotations = g_array_new (FALSE, FALSE, sizeof (PlxId));
  filling->seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return filling;
}

/* What is taken out of it is owned by the group. */
static PlxUnlinkedGroup *
filling_finish (Filling *filling)
{
  PlxUnlinkedGroup *group = g_memdup2 (&filling->group, sizeof filling->group);

  group->n_documents = g_hash_table_size (filling->seen);
  memset (&filling->group, 0, sizeof filling->group);
  return group;
}

static void
filling_free (gpointer data)
{
  Filling *filling = data;

  g_clear_pointer (&filling->group.folded, g_free);
  g_clear_pointer (&filling->group.text, g_free);
  g_clear_pointer (&filling->group.annotations, g_array_unref);
  g_hash_table_unref (filling->seen);
  g_free (filling);
}

/* Texts without a letter fold to nothing and stay as they are. */
static const char *
fold (Collector *self,
      const char *text)
{
  char *folded = g_hash_table_lookup (self->by_text, text);

  if (folded != NULL)
    return folded;
  folded = plx_fold_string (text, PLX_FOLD_ALL);
  if (*folded == '\0')
    {
      g_free (folded);
      folded = g_strdup (text);
    }
  g_hash_table_insert (self->by_text, g_strdup (text), folded);
  return folded;
}

static Filling *
find (Collector *self,
      PlxKind kind,
      const char *text)
{
  const char *folded = fold (self, text);
  g_autofree char *key = g_strconcat (plx_kind_to_string (kind), "/", folded, NULL);
  Filling *filling = g_hash_table_lookup (self->by_key, key);

  if (filling != NULL)
    return filling;
  filling = filling_new (kind, folded, text);
  g_hash_table_insert (self->by_key, g_steal_pointer (&key), filling);
  g_ptr_array_add (self->fillings, filling);
  return filling;
}

static gboolean
collect_cb (PlxId annotation,
            PlxId document,
            PlxKind kind,
            const char *quote,
            gpointer data,
            GError **error)
{
  Filling *filling = find (data, kind, quote);

  g_array_append_val (filling->group.annotations, annotation);
  if (filling->last_document != document)
    g_hash_table_add (filling->seen, g_memdup2 (&document, sizeof document));
  filling->last_document = document;
  return TRUE;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const PlxUnlinkedGroup *first = *(const PlxUnlinkedGroup *const *) a;
  const PlxUnlinkedGroup *second = *(const PlxUnlinkedGroup *const *) b;

  if (first->annotations->len != second->annotations->len)
    return first->annotations->len > second->annotations->len ? -1 : 1;
  if (strcmp (first->folded, second->folded) != 0)
    return strcmp (first->folded, second->folded);
  return (int) first->kind - (int) second->kind;
}

GPtrArray *
plx_unlinked_groups_list (PlxConnection *connection,
                          GError **error)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_unlinked_group_free);
  g_autoptr (GHashTable) by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) by_text = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) fillings = g_ptr_array_new_with_free_func (filling_free);
  Collector collector = { by_key, by_text, fillings };

  if (!plx_mentions_foreach_unlinked (connection, collect_cb, &collector, error))
    return NULL;
  for (guint i = 0; i < fillings->len; i++)
    g_ptr_array_add (groups, filling_finish (g_ptr_array_index (fillings, i)));
  g_ptr_array_sort (groups, compare);
  return g_steal_pointer (&groups);
}
