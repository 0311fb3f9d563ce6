/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "query/plx-naming.h"

#include "model/plx-fold.h"
#include "store/plx-documents.h"
#include "store/plx-entities.h"

#include <string.h>

/* A passage of which somebody said who speaks. */
typedef struct
{
  int start;
  int end;
  PlxVoice voice;
} Passage;

/* While it is loaded. */
typedef struct
{
  PlxNamings *self;
  PlxConnection *connection;
  GHashTable *entities;  /* (owned) (element-type PlxId guint): position + 1 */
  GHashTable *documents; /* (owned) (element-type PlxId guint): position + 1 */
  GHashTable *passages;  /* (owned) (element-type PlxId GArray): by document */
  GHashTable *folded;    /* (owned) (element-type utf8 utf8): folding is slow, and wordings repeat */
} Loading;

static guint
find_position (GHashTable *positions,
               PlxId id)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (positions, &id));
}

/* Voices */

static PlxVoice
read_voice (PlxStatement *statement)
{
  const char *attribution = plx_statement_peek_text (statement, 3);

  if (plx_statement_get_int (statement, 4) != 0 || strcmp (attribution, "own-voice") == 0)
    return PLX_VOICE_OWN;
  return *attribution != '\0' || !plx_statement_is_null (statement, 5) ? PLX_VOICE_QUOTED : PLX_VOICE_UNKNOWN;
}

static gboolean
load_passages (Loading *loading,
               GError **error)
{
  g_autoptr (PlxStatement) statement = plx_connection_prepare (
      loading->connection, "SELECT s.document, s.start, s.end, c.attribution, c.by_outlet, c.said_by "
                           "FROM claim AS c JOIN span AS s ON s.annotation = c.annotation "
                           "WHERE c.attribution <> '' OR c.by_outlet OR c.said_by IS NOT NULL");
  PlxStep step;

  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW)
    {
      PlxId document = plx_statement_get_int (statement, 0);
      Passage passage = { (int) plx_statement_get_int (statement, 1), (int) plx_statement_get_int (statement, 2), read_voice (statement) };
      GArray *list = g_hash_table_lookup (loading->passages, &document);

      if (list == NULL)
        {
          list = g_array_new (FALSE, FALSE, sizeof (Passage));
          g_hash_table_insert (loading->passages, g_memdup2 (&document, sizeof document), list);
        }
      g_array_append_val (list, passage);
    }
  return step == PLX_STEP_DONE;
}

/* That of the smallest passage around it. */
static PlxVoice
find_voice (Loading *loading,
            PlxId document,
            int start,
            int end)
{
  const GArray *list = g_hash_table_lookup (loading->passages, &document);
  PlxVoice voice = PLX_VOICE_UNKNOWN;
  int smallest = G_MAXINT;

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const Passage *passage = &g_array_index (list, Passage, i);

      if (passage->start <= start && end <= passage->end && passage->end - passage->start < smallest)
        {
          smallest = passage->end - passage->start;
          voice = passage->voice;
        }
    }
  return voice;
}

/* Mentions */

static const char *
get_folded (Loading *loading,
            const char *wording)
{
  char *folded = g_hash_table_lookup (loading->folded, wording);

  if (folded == NULL)
    {
      g_autofree char *string = plx_fold_string (wording, PLX_FOLD_ALL);

      folded = g_string_chunk_insert (loading->self->strings, *string != '\0' ? string : wording);
      g_hash_table_insert (loading->folded, (gpointer) wording, folded);
    }
  return folded;
}

static gboolean
load_namings (Loading *loading,
              GError **error)
{
  PlxNamings *self = loading->self;
  g_autoptr (PlxStatement) statement = plx_connection_prepare (
      loading->connection, "SELECT a.id, a.entity, a.document, s.start, s.end, s.quote FROM annotation AS a "
                           "JOIN span AS s ON s.annotation = a.id WHERE a.entity IS NOT NULL ORDER BY a.id, s.start");
  PlxId last = PLX_ID_NONE;
  PlxStep step;

  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW)
    {
      PlxId annotation = plx_statement_get_int (statement, 0), document = plx_statement_get_int (statement, 2);
      guint entity = find_position (loading->entities, plx_statement_get_int (statement, 1));
      guint position = find_position (loading->documents, document);
      PlxNaming naming = { entity - 1, position - 1, (int) plx_statement_get_int (statement, 3), annotation, NULL, NULL, PLX_VOICE_UNKNOWN };

      /* A mention in several pieces is named by the first. */
      if (annotation == last || entity == 0 || position == 0)
        continue;
      last = annotation;
      naming.wording = g_string_chunk_insert_const (self->strings, plx_statement_peek_text (statement, 5));
      naming.folded = get_folded (loading, naming.wording);
      naming.voice = find_voice (loading, document, naming.start, (int) plx_statement_get_int (statement, 4));
      g_array_append_val (self->namings, naming);
    }
  return step == PLX_STEP_DONE;
}

/* Order */

static int
compare_namings (gconstpointer a,
                 gconstpointer b)
{
  const PlxNaming *first = a, *second = b;

  if (first->entity != second->entity)
    return first->entity < second->entity ? -1 : 1;
  if (first->document != second->document)
    return first->document < second->document ? -1 : 1;
  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;
  return (first->annotation > second->annotation) - (first->annotation < second->annotation);
}

typedef struct
{
  GHashTable *mentions; /* (element-type PlxId guint) */
} Counts;

static int
compare_entities (gconstpointer a,
                  gconstpointer b,
                  gpointer data)
{
  const Counts *counts = data;
  const PlxEntity *first = *(const PlxEntity *const *) a, *second = *(const PlxEntity *const *) b;
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts->mentions, &first->id));
  guint other = GPOINTER_TO_UINT (g_hash_table_lookup (counts->mentions, &second->id));

  if (n != other)
    return n > other ? -1 : 1;
  return g_utf8_collate (first->name, second->name);
}

static gboolean
load_entities (Loading *loading,
               GError **error)
{
  g_autoptr (GHashTable) mentions = plx_entities_count_mentions (loading->connection, error);
  Counts counts = { mentions };
  PlxNamings *self = loading->self;

  if (mentions == NULL || (self->entities = plx_entities_list (loading->connection, error)) == NULL)
    return FALSE;
  g_ptr_array_sort_with_data (self->entities, compare_entities, &counts);
  for (guint i = 0; i < self->entities->len; i++)
    g_hash_table_insert (loading->entities, &((PlxEntity *) g_ptr_array_index (self->entities, i))->id, GUINT_TO_POINTER (i + 1));
  return TRUE;
}

static gboolean
load (Loading *loading,
      GError **error)
{
  PlxNamings *self = loading->self;

  if (!load_entities (loading, error) || (self->documents = plx_documents_list (loading->connection, error)) == NULL)
    return FALSE;
  for (guint i = 0; i < self->documents->len; i++)
    g_hash_table_insert (loading->documents, &((PlxDocument *) g_ptr_array_index (self->documents, i))->id, GUINT_TO_POINTER (i + 1));
  if (!load_passages (loading, error) || !load_namings (loading, error))
    return FALSE;
  g_array_sort (self->namings, compare_namings);
  return TRUE;
}

PlxNamings *
plx_namings_load (PlxConnection *connection,
                  GError **error)
{
  g_autoptr (PlxNamings) self = g_new0 (PlxNamings, 1);
  Loading loading = { self, connection, g_hash_table_new (g_int64_hash, g_int64_equal), g_hash_table_new (g_int64_hash, g_int64_equal),
                      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref),
                      g_hash_table_new (g_str_hash, g_str_equal) };
  gboolean loaded;

  g_atomic_ref_count_init (&self->n_references);
  self->namings = g_array_new (FALSE, FALSE, sizeof (PlxNaming));
  self->strings = g_string_chunk_new (65536);
  loaded = load (&loading, error);
  g_hash_table_unref (loading.entities);
  g_hash_table_unref (loading.documents);
  g_hash_table_unref (loading.passages);
  g_hash_table_unref (loading.folded);
  return loaded ? g_steal_pointer (&self) : NULL;
}

PlxNamings *
plx_namings_ref (PlxNamings *self)
{
  g_atomic_ref_count_inc (&self->n_references);
  return self;
}

void
plx_namings_unref (PlxNamings *self)
{
  if (!g_atomic_ref_count_dec (&self->n_references))
    return;
  g_clear_pointer (&self->entities, g_ptr_array_unref);
  g_clear_pointer (&self->documents, g_ptr_array_unref);
  g_array_unref (self->namings);
  g_string_chunk_free (self->strings);
  g_free (self);
}

/* Looking */

static gboolean
is_before (const PlxNaming *naming,
           guint entity,
           guint document)
{
  return naming->entity != entity ? naming->entity < entity : naming->document < document;
}

const PlxNaming *
plx_namings_get (const PlxNamings *self,
                 guint entity,
                 guint document,
                 guint *n)
{
  const PlxNaming *rows = (const PlxNaming *) (gconstpointer) self->namings->data;
  guint low = 0, high = self->namings->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (is_before (&rows[middle], entity, document))
        low = middle + 1;
      else
        high = middle;
    }
  *n = 0;
  while (low + *n < self->namings->len && rows[low + *n].entity == entity && rows[low + *n].document == document)
    (*n)++;
  return &rows[low];
}

gboolean
plx_naming_is_headline (const PlxNamings *self,
                        const PlxNaming *naming)
{
  const PlxDocument *document = g_ptr_array_index (self->documents, naming->document);
  g_autofree char *title = plx_fold_string (document->title, PLX_FOLD_ALL);
  g_autofree char *padded = g_strdelimit (g_strconcat (" ", title, " ", NULL), ",.;:!?()'\"/", ' ');
  g_autofree char *word = g_strconcat (" ", naming->folded, " ", NULL);

  return strstr (padded, word) != NULL;
}
