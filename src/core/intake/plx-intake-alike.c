/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "intake/plx-intake-alike.h"

#include "model/plx-token.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SHINGLE 5

/* Rows that the index is asked for: how many, of how many words. */
#define N_PROBES 6
#define PROBE 3

/* So many texts are looked at that the index proposes. */
#define MAX_PROPOSED 8

/* Two texts with fewer of their smallest hashes in common are not alike. */
#define SKETCH 32
#define MIN_COMMON 4

/* A hash that more texts have proposes only the first of them. */
#define MAX_SHARERS 64

/* Shingles */

static guint64
hash_words (const PlxTokens *tokens,
            guint first)
{
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037); /* FNV-1a */

  for (guint i = 0; i < SHINGLE; i++)
    for (const char *p = plx_tokens_get (tokens, first + i)->word;; p++)
      {
        hash = (hash ^ (guchar) *p) * G_GUINT64_CONSTANT (1099511628211);
        if (*p == '\0')
          break;
      }
  return hash ^ hash >> 29;
}

static int
compare_hashes (gconstpointer a,
                gconstpointer b)
{
  guint64 first = *(const guint64 *) a, second = *(const guint64 *) b;

  return (first > second) - (first < second);
}

/* Sorted, each once. */
static GArray *
list_shingles (const PlxTokens *tokens)
{
  guint n = plx_tokens_get_length (tokens), n_kept = 0;
  GArray *hashes = g_array_sized_new (FALSE, FALSE, sizeof (guint64), n);
  guint64 *data;

  for (guint i = 0; i + SHINGLE <= n; i++)
    {
      guint64 hash = hash_words (tokens, i);

      g_array_append_val (hashes, hash);
    }
  g_array_sort (hashes, compare_hashes);
  data = (guint64 *) (void *) hashes->data;
  for (guint i = 0; i < hashes->len; i++)
    if (n_kept == 0 || data[i] != data[n_kept - 1])
      data[n_kept++] = data[i];
  g_array_set_size (hashes, n_kept);
  return hashes;
}

static guint
count_common (const GArray *a,
              guint n_a,
              const GArray *b,
              guint n_b)
{
  guint i = 0, j = 0, n = 0;

  while (i < n_a && j < n_b)
    {
      guint64 first = g_array_index (a, guint64, i), second = g_array_index (b, guint64, j);

      n += first == second;
      i += first <= second;
      j += second <= first;
    }
  return n;
}

static double
compare (const GArray *a,
         const GArray *b)
{
  guint n = count_common (a, a->len, b, b->len);

  return a->len > 0 && b->len > 0 ? (double) n / (double) (a->len + b->len - n) : 0;
}

static GArray *
list_shingles_of_text (PlxText *text)
{
  g_autoptr (PlxTokens) tokens = plx_tokens_new (text);

  return list_shingles (tokens);
}

double
plx_intake_compare (PlxText *a,
                    PlxText *b)
{
  g_autoptr (GArray) first = list_shingles_of_text (a);
  g_autoptr (GArray) second = list_shingles_of_text (b);

  return compare (first, second);
}

/* Asking the index */

/* Rows of long words are rare ones. */
static gsize
weigh_row (const PlxTokens *tokens,
           guint first)
{
  gsize weight = 0;

  for (guint i = 0; i < PROBE; i++)
    weight += strlen (plx_tokens_get (tokens, first + i)->word);
  return weight;
}

/* `"a b c" OR "d e f"`: the heaviest row of each part of the text, or %NULL. */
static char *
write_probes (const PlxTokens *tokens)
{
  guint n = plx_tokens_get_length (tokens);
  guint part = MAX (n / N_PROBES, 1);
  GString *match;

  if (n < SHINGLE)
    return NULL;
  match = g_string_new (NULL);
  for (guint start = 0; start + PROBE <= n; start += part)
    {
      guint best = start;

      for (guint i = start; i < start + part && i + PROBE <= n; i++)
        if (weigh_row (tokens, i) > weigh_row (tokens, best))
          best = i;
      g_string_append_printf (match, "%s\"%s %s %s\"", match->len > 0 ? " OR " : "", plx_tokens_get (tokens, best)->word,
                              plx_tokens_get (tokens, best + 1)->word, plx_tokens_get (tokens, best + 2)->word);
    }
  return g_string_free (match, FALSE);
}

static void
look_at (PlxIntakeItem *item,
         const GArray *shingles,
         PlxStatement *row)
{
  const char *body = plx_statement_peek_text (row, 1);
  g_autoptr (PlxText) text = NULL;
  g_autoptr (GArray) others = NULL;
  double likeness;

  if (!g_utf8_validate (body, -1, NULL))
    return;
  text = plx_text_new (body, -1);
  others = list_shingles_of_text (text);
  likeness = compare (shingles, others);
  if (likeness < PLX_INTAKE_ALIKE || likeness <= item->likeness)
    return;
  item->likeness = likeness;
  item->resembles = plx_statement_get_int (row, 0);
}

static gboolean
find_in_project (PlxConnection *connection,
                 PlxIntakeItem *item,
                 const PlxTokens *tokens,
                 const GArray *shingles,
                 GError **error)
{
  g_autofree char *match = write_probes (tokens);
  g_autoptr (PlxStatement) rows = NULL;
  PlxStep step;

  if (match == NULL)
    return TRUE;
  rows = plx_connection_prepare (connection, "SELECT document.id, text.body FROM words CROSS JOIN text ON text.id = words.rowid "
                                             "CROSS JOIN document ON document.text = text.id WHERE words MATCH :match AND article IS NULL LIMIT :limit");
  plx_statement_bind_text (rows, ":match", match);
  plx_statement_bind_int (rows, ":limit", MAX_PROPOSED);
  while ((step = plx_statement_step (rows, error)) == PLX_STEP_ROW)
    look_at (item, shingles, rows);
  return step == PLX_STEP_DONE;
}

/* Among each other: by the smallest hashes of each text.  What is in very many
 * texts, as the notice below all articles of an outlet, tells little about any. */

typedef struct
{
  GPtrArray *sets;     /* (owned) (element-type GArray): shingles of each item */
  GHashTable *sharers; /* (owned) (element-type guint64 GArray): the first items that have a hash */
  GArray *common;      /* (owned) (element-type guint): how many each earlier item shares with this */
} Crowd;

static void
crowd_clear (Crowd *self)
{
  g_ptr_array_unref (self->sets);
  g_hash_table_unref (self->sharers);
  g_array_unref (self->common);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Crowd, crowd_clear)

static void
crowd_init (Crowd *self)
{
  self->sets = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->sharers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref);
  self->common = g_array_new (FALSE, TRUE, sizeof (guint));
}

static GArray *
find_sharers (Crowd *self,
              guint64 hash)
{
  GArray *sharers = g_hash_table_lookup (self->sharers, &hash);

  if (sharers == NULL)
    {
      sharers = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (self->sharers, g_memdup2 (&hash, sizeof hash), sharers);
    }
  return sharers;
}

/* Adds item @index and counts who shares hashes with it.
 *
 * Returns: (transfer full): the items that do, each once */
static GArray *
crowd_add (Crowd *self,
           guint index,
           GArray *shingles)
{
  GArray *met = g_array_new (FALSE, FALSE, sizeof (guint));

  g_ptr_array_add (self->sets, g_array_ref (shingles));
  g_array_set_size (self->common, index + 1);
  for (guint i = 0; i < MIN (shingles->len, SKETCH); i++)
    {
      GArray *sharers = find_sharers (self, g_array_index (shingles, guint64, i));

      for (guint j = 0; j < sharers->len; j++)
        {
          guint other = g_array_index (sharers, guint, j);

          if (g_array_index (self->common, guint, other)++ == 0)
            g_array_append_val (met, other);
        }
      if (sharers->len < MAX_SHARERS)
        g_array_append_val (sharers, index);
    }
  return met;
}

static void
look_at_item (Crowd *self,
              PlxIntakeItem *item,
              const GArray *own,
              guint other)
{
  double likeness = compare (own, g_ptr_array_index (self->sets, other));

  if (likeness < PLX_INTAKE_ALIKE || likeness <= item->likeness)
    return;
  item->likeness = likeness;
  item->resembles = PLX_ID_NONE;
  item->resembles_item = (int) other;
}

/* Looks at those of @met that share most, and makes all count from nothing again. */
static void
find_among (Crowd *self,
            PlxIntakeItem *item,
            const GArray *own,
            GArray *met)
{
  guint n_looks = 0;

  for (guint least = SKETCH; least > 0; least--)
    for (guint i = 0; i < met->len; i++)
      {
        guint other = g_array_index (met, guint, i);
        guint *common = &g_array_index (self->common, guint, other);
        const GArray *set = g_ptr_array_index (self->sets, other);

        if (*common < least)
          continue;
        if (*common >= MIN (MIN_COMMON, MIN (own->len, set->len)) && n_looks++ < MAX_PROPOSED)
          look_at_item (self, item, own, other);
        *common = 0;
      }
}

static void
forget (Crowd *self,
        const GArray *met)
{
  for (guint i = 0; i < met->len; i++)
    g_array_index (self->common, guint, g_array_index (met, guint, i)) = 0;
}

gboolean
plx_intake_find_alike (PlxConnection *connection,
                       GPtrArray *items,
                       GCancellable *cancellable,
                       GError **error)
{
  g_auto (Crowd) crowd = { 0 };

  crowd_init (&crowd);
  for (guint i = 0; i < items->len; i++)
    {
      PlxIntakeItem *item = g_ptr_array_index (items, i);
      g_autoptr (PlxTokens) tokens = plx_tokens_new (item->text);
      g_autoptr (GArray) shingles = list_shingles (tokens);
      g_autoptr (GArray) met = crowd_add (&crowd, i, shingles);

      item->resembles = PLX_ID_NONE;
      item->resembles_item = -1;
      item->likeness = 0;
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (item->duplicate_of != PLX_ID_NONE || item->repeats >= 0)
        {
          forget (&crowd, met);
          continue;
        }
      if (!find_in_project (connection, item, tokens, shingles, error))
        return FALSE;
      find_among (&crowd, item, shingles, met);
    }
  return TRUE;
}

char *
plx_intake_item_dup_alike_report (const PlxIntakeItem *self,
                                  const char *title)
{
  /* Translators: a file, then the title of an article, and how much they share */
  return g_strdup_printf (_ ("“%s” is nearly the same as “%s” (%d %%)."),
                          *self->document->filename != '\0' ? self->document->filename : self->document->title,
                          title, (int) (self->likeness * 100));
}
