/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "query/plx-suggestions.h"

#include "model/plx-alias.h"
#include "model/plx-match.h"
#include "store/plx-documents.h"
#include "store/plx-entities.h"
#include "store/plx-rejections.h"
#include "store/plx-tagged.h"
#include "store/plx-tags.h"

/* Shorter names that are all capitals are told from words by just that. */
#define SHORT_NAME 5

/* How much of a name is in capitals; the least that any of its spellings has. */
typedef enum
{
  CAPITALS_NONE,
  CAPITALS_SOME,
  CAPITALS_ALL, /* and short */
} Capitals;

/* An entity as it is suggested. */
typedef struct
{
  PlxId id;
  PlxKind kind;
  char *name; /* (owned) */
  PlxId tag;  /* PLX_ID_NONE: there is none of its kind */
  guint n_tag_mentions;
  guint n_mentions;
} Known;

/* A name as it is looked for. */
typedef struct
{
  Capitals capitals;
  GPtrArray *owners; /* (owned) (element-type Known) */
} Name;

struct _PlxSuggestionNames
{
  PlxMatcher *matcher;
  GHashTable *known; /* (owned) (element-type PlxId Known) */
  GArray *names;     /* (owned) (element-type Name): by their number */
  GHashTable *kinds; /* (owned) (element-type PlxId PlxKind): of the tags */
};

static void
known_free (gpointer data)
{
  Known *known = data;

  g_free (known->name);
  g_free (known);
}

static void
name_clear (gpointer data)
{
  g_ptr_array_unref (((Name *) data)->owners);
}

void
plx_suggestion_names_free (PlxSuggestionNames *self)
{
  plx_matcher_free (self->matcher);
  g_array_unref (self->names);
  g_hash_table_unref (self->known);
  g_hash_table_unref (self->kinds);
  g_free (self);
}

const char *
plx_suggestion_names_get_name (PlxSuggestionNames *self,
                               PlxId entity)
{
  const Known *known = g_hash_table_lookup (self->known, &entity);

  return known != NULL ? known->name : NULL;
}

/* Capitals */

static Capitals
get_capitals (const char *string)
{
  int n_large = 0, n_small = 0, n_other = 0;

  for (const char *p = string; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isupper (c) || g_unichar_istitle (c))
        n_large++;
      else if (g_unichar_islower (c))
        n_small++;
      else
        n_other += g_unichar_isalnum (c);
    }
  if (n_large == 0)
    return CAPITALS_NONE;
  return n_small == 0 && n_large + n_other <= SHORT_NAME ? CAPITALS_ALL : CAPITALS_SOME;
}

/* Whether @string has no letters that could be capitals, or has capitals. */
static gboolean
may_be_name (const char *string)
{
  for (const char *p = string; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_islower (g_utf8_get_char (p)))
      return get_capitals (string) != CAPITALS_NONE;
  return TRUE;
}

static gboolean
has_capitals (PlxText *text,
              PlxSpan span,
              Capitals wanted)
{
  g_autofree char *found = wanted != CAPITALS_NONE ? plx_text_dup_slice (text, span.start, span.end) : NULL;

  return wanted == CAPITALS_NONE || get_capitals (found) >= wanted;
}

/* Loading */

static void
add_name (PlxSuggestionNames *self,
          Known *owner,
          const char *string)
{
  guint number = plx_matcher_add (self->matcher, string);
  Name *name;

  if (number == PLX_MATCHER_NO_NAME)
    return;
  if (number == self->names->len)
    {
      Name new_name = { get_capitals (string), g_ptr_array_new () };

      g_array_append_val (self->names, new_name);
    }
  name = &g_array_index (self->names, Name, number);
  name->capitals = MIN (name->capitals, get_capitals (string));
  if (!g_ptr_array_find (name->owners, owner, NULL))
    g_ptr_array_add (name->owners, owner);
}

static gboolean
load_entities (PlxSuggestionNames *self,
               PlxConnection *connection,
               GError **error)
{
  g_autoptr (GPtrArray) entities = plx_entities_list (connection, error);

  for (guint i = 0; entities != NULL && i < entities->len; i++)
    {
      const PlxEntity *entity = g_ptr_array_index (entities, i);
      Known *known = g_new0 (Known, 1);

      known->id = entity->id;
      known->kind = entity->kind;
      known->name = g_strdup (entity->name);
      g_hash_table_insert (self->known, &known->id, known);
      add_name (self, known, entity->name);
      for (char **alias = entity->aliases; *alias != NULL; alias++)
        add_name (self, known, *alias);
    }
  return entities != NULL;
}

/* What mentions say, and which tags they carry. */
typedef struct
{
  PlxSuggestionNames *names; /* (unowned) */
  GHashTable *counts;        /* (unowned) (element-type PlxId[2] uint): mentions by entity and tag */
} Mentions;

static gboolean
wording_cb (PlxId entity,
            PlxId tag,
            const char *wording,
            guint n,
            gpointer data,
            GError **error)
{
  const Mentions *mentions = data;
  Known *known = g_hash_table_lookup (mentions->names->known, &entity);
  PlxId pair[2] = { entity, tag };
  guint before = GPOINTER_TO_UINT (g_hash_table_lookup (mentions->counts, pair));

  if (known == NULL)
    return TRUE;
  g_hash_table_insert (mentions->counts, g_memdup2 (pair, sizeof pair), GUINT_TO_POINTER (before + n));
  known->n_mentions += n;
  if (may_be_name (wording) && plx_alias_is_fit (wording))
    add_name (mentions->names, known, wording);
  return TRUE;
}

static guint
hash_pair (gconstpointer key)
{
  const PlxId *pair = key;

  return g_int64_hash (&pair[0]) * 31 + g_int64_hash (&pair[1]);
}

static gboolean
same_pair (gconstpointer a,
           gconstpointer b)
{
  const PlxId *one = a, *other = b;

  return one[0] == other[0] && one[1] == other[1];
}

/* The tag that most mentions carry; of equals the one that comes first. */
static void
choose_counted_tags (PlxSuggestionNames *self,
                     GHashTable *counts)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const PlxId *pair = key;
      Known *known = g_hash_table_lookup (self->known, &pair[0]);
      guint n = GPOINTER_TO_UINT (value);

      if (known == NULL || n < known->n_tag_mentions || (n == known->n_tag_mentions && pair[1] > known->tag))
        continue;
      known->tag = pair[1];
      known->n_tag_mentions = n;
    }
}

static gboolean
load_mentions (PlxSuggestionNames *self,
               PlxConnection *connection,
               GError **error)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (hash_pair, same_pair, g_free, NULL);
  Mentions mentions = { self, counts };
  g_autoptr (GPtrArray) tags = plx_tags_list (connection, error);
  PlxId first[PLX_KIND_OTHER + 1] = { PLX_ID_NONE };
  GHashTableIter iter;
  gpointer value;

  if (tags == NULL || !plx_tagged_foreach_wording (connection, wording_cb, &mentions, error))
    return FALSE;
  for (guint i = 0; i < tags->len; i++)
    {
      const PlxTag *tag = g_ptr_array_index (tags, i);

      g_hash_table_insert (self->kinds, g_memdup2 (&tag->id, sizeof tag->id), GINT_TO_POINTER (tag->kind));
      if (first[tag->kind] == PLX_ID_NONE)
        first[tag->kind] = tag->id;
    }
  choose_counted_tags (self, counts);
  g_hash_table_iter_init (&iter, self->known);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (((Known *) value)->tag == PLX_ID_NONE)
      ((Known *) value)->tag = first[((Known *) value)->kind];
  return TRUE;
}

static int
compare_owners (gconstpointer a,
                gconstpointer b)
{
  const Known *one = *(const Known *const *) a;
  const Known *other = *(const Known *const *) b;

  if (one->n_mentions != other->n_mentions)
    return one->n_mentions > other->n_mentions ? -1 : 1;
  return one->id < other->id ? -1 : one->id > other->id;
}

PlxSuggestionNames *
plx_suggestion_names_load (PlxConnection *connection,
                           GError **error)
{
  g_autoptr (PlxSuggestionNames) self = g_new0 (PlxSuggestionNames, 1);

  self->matcher = plx_matcher_new (PLX_FOLD_ALL, TRUE);
  self->known = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, known_free);
  self->names = g_array_new (FALSE, FALSE, sizeof (Name));
  self->kinds = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_array_set_clear_func (self->names, name_clear);
  if (!load_entities (self, connection, error) || !load_mentions (self, connection, error))
    return NULL;
  for (guint i = 0; i < self->names->len; i++)
    g_ptr_array_sort (g_array_index (self->names, Name, i).owners, compare_owners);
  return g_steal_pointer (&self);
}

/* Finding */

/* What stands in the way in one article.  Both lists are in order; @from passes
 * what ends before the place in question. */
typedef struct
{
  PlxSuggestionNames *names; /* (unowned) */
  GArray *tagged;            /* (owned) (element-type PlxTagged) */
  GArray *rejected;          /* (owned) (element-type PlxPlacement) */
  guint from_tagged;
  guint from_rejected;
} Page;

static void
page_clear (Page *self)
{
  g_clear_pointer (&self->tagged, g_array_unref);
  g_clear_pointer (&self->rejected, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Page, page_clear)

static gboolean
is_tagged (const Page *self,
           PlxSpan span,
           PlxKind kind)
{
  for (guint i = self->from_tagged; i < self->tagged->len; i++)
    {
      const PlxTagged *there = &g_array_index (self->tagged, PlxTagged, i);

      if (there->span.start >= span.end)
        return FALSE;
      if (there->span.end > span.start && GPOINTER_TO_INT (g_hash_table_lookup (self->names->kinds, &there->tag)) == (int) kind)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_rejected (const Page *self,
             PlxSpan span,
             PlxId entity)
{
  for (guint i = self->from_rejected; i < self->rejected->len; i++)
    {
      const PlxPlacement *there = &g_array_index (self->rejected, PlxPlacement, i);

      if (there->span.start >= span.end)
        return FALSE;
      if (there->span.end > span.start && there->entity == entity)
        return TRUE;
    }
  return FALSE;
}

static void
pass (Page *self,
      int start)
{
  while (self->from_tagged < self->tagged->len && g_array_index (self->tagged, PlxTagged, self->from_tagged).span.end <= start)
    self->from_tagged++;
  while (self->from_rejected < self->rejected->len &&
         g_array_index (self->rejected, PlxPlacement, self->from_rejected).span.end <= start)
    self->from_rejected++;
}

/* Who is suggested at @match, if anybody. */
static const Known *
choose (Page *self,
        const PlxMatch *match)
{
  const Name *name = &g_array_index (self->names->names, Name, match->name);

  pass (self, match->span.start);
  for (guint i = 0; i < name->owners->len; i++)
    {
      const Known *known = g_ptr_array_index (name->owners, i);

      /* Somebody said already what this is. */
      if (is_tagged (self, match->span, known->kind))
        return NULL;
      if (known->tag != PLX_ID_NONE && !is_rejected (self, match->span, known->id))
        return known;
    }
  return NULL;
}

GArray *
plx_suggestions_find (PlxSuggestionNames *names,
                      PlxConnection *connection,
                      PlxId document,
                      PlxText *text,
                      GError **error)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (PlxPlacement));
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (PlxMatch));
  g_auto (Page) page = { names };

  plx_matcher_find (names->matcher, text, matches);
  if (matches->len == 0)
    return g_steal_pointer (&found);
  page.tagged = plx_tagged_list (connection, document, error);
  if (page.tagged == NULL || (page.rejected = plx_rejections_list (connection, document, error)) == NULL)
    return NULL;
  for (guint i = 0; i < matches->len; i++)
    {
      const PlxMatch *match = &g_array_index (matches, PlxMatch, i);
      const Known *known = choose (&page, match);

      if (known != NULL && has_capitals (text, match->span, g_array_index (names->names, Name, match->name).capitals))
        {
          PlxPlacement place = { document, match->span, known->tag, known->id };

          g_array_append_val (found, place);
        }
    }
  return g_steal_pointer (&found);
}

static gboolean
find_in (PlxSuggestionNames *names,
         PlxConnection *connection,
         const PlxDocument *document,
         PlxId entity,
         PlxOccurrences *all,
         GError **error)
{
  g_autoptr (PlxText) text = plx_documents_load_text (connection, document->id, error);
  g_autoptr (GArray) found = text != NULL ? plx_suggestions_find (names, connection, document->id, text, error) : NULL;

  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      PlxOccurrence item = { .place = g_array_index (found, PlxPlacement, i) };

      item.note = plx_suggestion_names_get_name (names, item.place.entity);
      if (entity == PLX_ID_NONE || item.place.entity == entity)
        plx_occurrences_add_match (all, document->title, text, &item);
    }
  return found != NULL;
}

PlxOccurrences *
plx_suggestions_find_all (PlxSuggestionNames *names,
                          PlxConnection *connection,
                          PlxId document,
                          PlxId entity,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (PlxOccurrences) all = plx_occurrences_new ();
  g_autoptr (GPtrArray) documents = plx_documents_list (connection, error);

  for (guint i = 0; documents != NULL && i < documents->len; i++)
    {
      const PlxDocument *one = g_ptr_array_index (documents, i);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if ((document == PLX_ID_NONE || one->id == document) && !find_in (names, connection, one, entity, all, error))
        return NULL;
    }
  return documents != NULL ? g_steal_pointer (&all) : NULL;
}
