/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "query/plx-occurrences.h"

#include "model/plx-quote.h"
#include "store/plx-annotators.h"
#include "store/plx-documents.h"
#include "store/plx-tagged.h"

#include <glib/gi18n-lib.h>

/* The strings of a result are taken in blocks of this size. */
#define STRINGS_BLOCK 4096

/* Results */

PlxOccurrences *
plx_occurrences_new (void)
{
  PlxOccurrences *self = g_new (PlxOccurrences, 1);

  self->groups = g_array_new (FALSE, FALSE, sizeof (PlxOccurrenceGroup));
  self->items = g_array_new (FALSE, FALSE, sizeof (PlxOccurrence));
  self->strings = g_string_chunk_new (STRINGS_BLOCK);
  return self;
}

void
plx_occurrences_free (PlxOccurrences *self)
{
  g_array_unref (self->groups);
  g_array_unref (self->items);
  g_string_chunk_free (self->strings);
  g_free (self);
}

static const char *
keep_line (PlxOccurrences *self,
           const char *string)
{
  g_autofree char *line = g_strdelimit (g_strdup (string), "\n\r\t\v\f", ' ');

  return g_string_chunk_insert (self->strings, line);
}

static PlxOccurrenceGroup *
ensure_group (PlxOccurrences *self,
              PlxId document,
              const char *title)
{
  PlxOccurrenceGroup group = { .document = document, .first = self->items->len };
  guint n = self->groups->len;

  if (n == 0 || g_array_index (self->groups, PlxOccurrenceGroup, n - 1).document != document)
    {
      group.title = keep_line (self, title);
      g_array_append_val (self->groups, group);
      n++;
    }
  return &g_array_index (self->groups, PlxOccurrenceGroup, n - 1);
}

void
plx_occurrences_add (PlxOccurrences *self,
                     const char *title,
                     const PlxOccurrence *item)
{
  PlxOccurrence kept = *item;

  ensure_group (self, item->place.document, title)->n++;
  kept.note = item->note != NULL ? keep_line (self, item->note) : NULL;
  kept.before = keep_line (self, item->before);
  kept.text = keep_line (self, item->text);
  kept.after = keep_line (self, item->after);
  g_array_append_val (self->items, kept);
}

void
plx_occurrences_add_match (PlxOccurrences *self,
                           const char *title,
                           PlxText *text,
                           const PlxOccurrence *item)
{
  PlxSpan span = item->place.span;
  g_autofree char *before = plx_quote_dup_prefix (text, span.start);
  g_autofree char *found = plx_text_dup_slice (text, span.start, span.end);
  g_autofree char *after = plx_quote_dup_suffix (text, span.end);
  PlxOccurrence full = *item;

  full.before = before;
  full.text = found;
  full.after = after;
  plx_occurrences_add (self, title, &full);
}

/* Searching texts */

typedef struct
{
  PlxConnection *connection; /* (unowned) */
  PlxMatcher *matcher;       /* (owned) */
  GArray *matches;           /* (owned) (element-type PlxMatch): of one text */
  GArray *tagged;            /* (owned) (element-type PlxTagged): with the tag, of one text */
  PlxOccurrences *found;     /* (owned) (nullable) */
  PlxId tag;
  PlxId annotator; /* PLX_ID_NONE: nobody of that name has tagged anything */
} Search;

static void
search_clear (Search *self)
{
  g_clear_pointer (&self->matcher, plx_matcher_free);
  g_clear_pointer (&self->matches, g_array_unref);
  g_clear_pointer (&self->tagged, g_array_unref);
  g_clear_pointer (&self->found, plx_occurrences_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

static gboolean
refuse_blank (GError **error)
{
  g_set_error_literal (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT,
                       _ ("There is no word to look for. Enter at least one letter or digit."));
  return FALSE;
}

static gboolean
find_annotator (PlxConnection *connection,
                const char *name,
                PlxId *id,
                GError **error)
{
  g_autoptr (GPtrArray) annotators = plx_annotators_list (connection, error);

  *id = PLX_ID_NONE;
  for (guint i = 0; annotators != NULL && i < annotators->len; i++)
    {
      const PlxAnnotator *annotator = g_ptr_array_index (annotators, i);

      if (g_strcmp0 (annotator->name, name) == 0)
        *id = annotator->id;
    }
  return annotators != NULL;
}

static gboolean
search_init (Search *self,
             PlxConnection *connection,
             const char *name,
             PlxFold fold,
             gboolean whole_words,
             GError **error)
{
  self->connection = connection;
  self->matcher = plx_matcher_new (fold, whole_words);
  self->matches = g_array_new (FALSE, FALSE, sizeof (PlxMatch));
  self->tagged = g_array_new (FALSE, FALSE, sizeof (PlxTagged));
  self->found = plx_occurrences_new ();
  return plx_matcher_add (self->matcher, name) != PLX_MATCHER_NO_NAME || refuse_blank (error);
}

static gboolean
load_tagged (Search *self,
             PlxId document,
             GError **error)
{
  g_autoptr (GArray) all = NULL;

  g_array_set_size (self->tagged, 0);
  if (self->tag == PLX_ID_NONE)
    return TRUE;
  all = plx_tagged_list (self->connection, document, error);
  for (guint i = 0; all != NULL && i < all->len; i++)
    if (g_array_index (all, PlxTagged, i).tag == self->tag)
      g_array_append_val (self->tagged, g_array_index (all, PlxTagged, i));
  return all != NULL;
}

/* What lies at @item already.  Items come in order: @from passes what ends
 * before them. */
static void
look_at_tag (const Search *self,
             guint *from,
             PlxOccurrence *item)
{
  PlxSpan span = item->place.span;

  while (*from < self->tagged->len && g_array_index (self->tagged, PlxTagged, *from).span.end <= span.start)
    (*from)++;
  for (guint i = *from; i < self->tagged->len && item->state != PLX_OCCURRENCE_TAGGED; i++)
    {
      const PlxTagged *there = &g_array_index (self->tagged, PlxTagged, i);
      gboolean exact = there->span.start == span.start && there->span.end == span.end && there->n_spans == 1;

      if (there->span.start >= span.end)
        return;
      if (there->span.end <= span.start)
        continue;
      item->annotation = there->annotation;
      item->state = exact && there->annotator == self->annotator ? PLX_OCCURRENCE_TAGGED : PLX_OCCURRENCE_OVERLAPS;
    }
}

static gboolean
search_document (Search *self,
                 const PlxDocument *document,
                 GError **error)
{
  g_autoptr (PlxText) text = plx_documents_load_text (self->connection, document->id, error);
  guint from = 0;

  if (text == NULL)
    return FALSE;
  g_array_set_size (self->matches, 0);
  plx_matcher_find (self->matcher, text, self->matches);
  if (self->matches->len == 0)
    return TRUE;
  if (!load_tagged (self, document->id, error))
    return FALSE;
  for (guint i = 0; i < self->matches->len; i++)
    {
      PlxOccurrence item = {
        .place = { .document = document->id, .span = g_array_index (self->matches, PlxMatch, i).span, .tag = self->tag },
      };

      look_at_tag (self, &from, &item);
      plx_occurrences_add_match (self->found, document->title, text, &item);
    }
  return TRUE;
}

PlxOccurrences *
plx_occurrences_find (PlxConnection *connection,
                      const char *name,
                      PlxFold fold,
                      gboolean whole_words,
                      PlxId tag,
                      const char *annotator,
                      GCancellable *cancellable,
                      GError **error)
{
  g_auto (Search) search = { .tag = tag };
  g_autoptr (GPtrArray) documents = NULL;

  if (!search_init (&search, connection, name, fold, whole_words, error) ||
      !find_annotator (connection, annotator, &search.annotator, error) ||
      (documents = plx_documents_list (connection, error)) == NULL)
    return NULL;
  for (guint i = 0; i < documents->len; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
        !search_document (&search, g_ptr_array_index (documents, i), error))
      return NULL;
  return g_steal_pointer (&search.found);
}

/* Looking at annotations */

typedef struct
{
  PlxOccurrences *found; /* (owned) (nullable) */
  GHashTable *titles;    /* (owned) (element-type PlxId utf8) */
  char *folded;          /* (owned) (nullable) */
  PlxFold fold;
  PlxId tag;
  PlxId entity;
  GCancellable *cancellable; /* (unowned) (nullable) */
} Review;

static void
review_clear (Review *self)
{
  g_clear_pointer (&self->found, plx_occurrences_free);
  g_clear_pointer (&self->titles, g_hash_table_unref);
  g_clear_pointer (&self->folded, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Review, review_clear)

static gboolean
is_wanted (const Review *self,
           const PlxQuoted *quoted)
{
  g_autofree char *folded = NULL;

  if (self->entity != PLX_ID_NONE && quoted->entity != self->entity)
    return FALSE;
  if (self->folded == NULL)
    return TRUE;
  folded = plx_fold_string (quoted->quote, self->fold);
  return g_strcmp0 (folded, self->folded) == 0;
}

static gboolean
review_cb (const PlxQuoted *quoted,
           gpointer data,
           GError **error)
{
  Review *self = data;
  PlxOccurrence item = {
    .place = { quoted->document, quoted->span, self->tag, quoted->entity },
    .annotation = quoted->id,
    .state = PLX_OCCURRENCE_FREE,
    .before = quoted->prefix,
    .text = quoted->quote,
    .after = quoted->suffix,
  };
  const char *title;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  if (!is_wanted (self, quoted))
    return TRUE;
  title = g_hash_table_lookup (self->titles, &quoted->document);
  plx_occurrences_add (self->found, title != NULL ? title : "", &item);
  return TRUE;
}

static GHashTable *
load_titles (PlxConnection *connection,
             GError **error)
{
  GHashTable *titles = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (GPtrArray) documents = plx_documents_list (connection, error);

  for (guint i = 0; documents != NULL && i < documents->len; i++)
    {
      const PlxDocument *document = g_ptr_array_index (documents, i);

      g_hash_table_insert (titles, g_memdup2 (&document->id, sizeof document->id), g_strdup (document->title));
    }
  if (documents == NULL)
    g_clear_pointer (&titles, g_hash_table_unref);
  return titles;
}

PlxOccurrences *
plx_occurrences_find_tagged (PlxConnection *connection,
                             const char *name,
                             PlxFold fold,
                             PlxId tag,
                             PlxId entity,
                             GCancellable *cancellable,
                             GError **error)
{
  g_auto (Review) review = { .fold = fold, .tag = tag, .entity = entity, .cancellable = cancellable };

  if (name != NULL && !plx_matcher_is_searchable (name))
    return refuse_blank (error), NULL;
  review.folded = name != NULL ? plx_fold_string (name, fold) : NULL;
  review.titles = load_titles (connection, error);
  review.found = plx_occurrences_new ();
  if (review.titles == NULL || !plx_tagged_foreach_quote (connection, tag, review_cb, &review, error))
    return NULL;
  return g_steal_pointer (&review.found);
}
