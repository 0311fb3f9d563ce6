/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/plx-tag-offers.h"

#include <glib/gi18n.h>

/* More entities than these are found by typing more. */
#define MAX_ENTITIES 8
#define MAX_SUGGESTIONS 3

/* Longer ones are no names, in code points. */
#define MAX_NAME 100

/* A tag with what is compared. */
typedef struct
{
  PlxId id;
  char *name; /* (owned): folded */
  char *path; /* (owned): folded */
} Known;

struct _PlxTagOffers
{
  PlxSession *session; /* (owned) */
  GArray *tags;        /* (owned) (nullable) (element-type Known) */
};

/* A row on its way into the list. */
typedef struct
{
  PlxPickRow *row; /* (owned) */
  PlxNameRank rank;
  gsize age;   /* how many were used after it */
  guint order; /* among those that are equal otherwise */
} Candidate;

static void
known_clear (gpointer data)
{
  Known *known = data;

  g_free (known->name);
  g_free (known->path);
}

PlxTagOffers *
plx_tag_offers_new (PlxSession *session)
{
  PlxTagOffers *self = g_new0 (PlxTagOffers, 1);

  self->session = g_object_ref (session);
  return self;
}

void
plx_tag_offers_forget (PlxTagOffers *self)
{
  g_clear_pointer (&self->tags, g_array_unref);
}

void
plx_tag_offers_free (PlxTagOffers *self)
{
  plx_tag_offers_forget (self);
  g_object_unref (self->session);
  g_free (self);
}

/* Tags */

static GArray *
get_tags (PlxTagOffers *self)
{
  GListModel *codebook = G_LIST_MODEL (plx_session_get_codebook (self->session));

  if (self->tags != NULL)
    return self->tags;
  self->tags = g_array_new (FALSE, FALSE, sizeof (Known));
  g_array_set_clear_func (self->tags, known_clear);
  for (guint i = 0; i < g_list_model_get_n_items (codebook); i++)
    {
      g_autoptr (PlxTagItem) item = g_list_model_get_item (codebook, i);
      const PlxTag *tag = plx_tag_item_get_tag (item);
      Known known = { tag->id, plx_name_fold (tag->name), plx_name_fold (tag->path) };

      g_array_append_val (self->tags, known);
    }
  return self->tags;
}

/* What entities of @kind and @sort are tagged with: the tag of the sort where the
 * codebook has one, by the name that it has in a new project, else the first of
 * the kind. */
static PlxId
find_tag (PlxTagOffers *self,
          PlxKind kind,
          const char *sort)
{
  PlxCodebook *codebook = plx_session_get_codebook (self->session);
  const char *word = g_str_equal (sort, "person") ? N_ ("Person") : N_ ("Organisation");
  g_autofree char *plain = plx_name_fold (word);
  g_autofree char *translated = plx_name_fold (_ (word));
  GArray *tags = get_tags (self);
  PlxId first = PLX_ID_NONE;

  for (guint i = 0; i < tags->len; i++)
    {
      const Known *known = &g_array_index (tags, Known, i);
      const PlxTag *tag = plx_codebook_get_tag (codebook, known->id);

      if (tag == NULL || tag->kind != kind)
        continue;
      if (*sort != '\0' && (g_str_equal (known->name, plain) || g_str_equal (known->name, translated)))
        return known->id;
      if (first == PLX_ID_NONE)
        first = known->id;
    }
  return first;
}

/* Candidates */

static gsize
get_age (PlxTagOffers *self,
         PlxId id)
{
  gsize n_recent;
  const PlxId *recent = plx_making_get_recent (plx_session_get_making (self->session), &n_recent);

  for (gsize i = 0; i < n_recent; i++)
    if (recent[i] == id)
      return i;
  return G_MAXSIZE;
}

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *left = a;
  const Candidate *right = b;

  if (left->rank != right->rank)
    return left->rank < right->rank ? -1 : 1;
  if (left->age != right->age)
    return left->age < right->age ? -1 : 1;
  return left->order < right->order ? -1 : left->order > right->order;
}

/* The path counts as well, but never more than the name. */
static PlxNameRank
rank_tag (const Known *known,
          const char *wanted)
{
  PlxNameRank rank = plx_name_rank (known->name, wanted);

  if (rank < PLX_NAME_NONE)
    return rank;
  rank = plx_name_rank (known->path, wanted);
  return rank < PLX_NAME_WORD ? PLX_NAME_WORD : rank;
}

static void
add_tags (PlxTagOffers *self,
          const char *wanted,
          GArray *candidates)
{
  GArray *tags = get_tags (self);

  for (guint i = 0; i < tags->len; i++)
    {
      const Known *known = &g_array_index (tags, Known, i);
      const PlxTag *tag = plx_codebook_get_tag (plx_session_get_codebook (self->session), known->id);
      Candidate candidate = { NULL, rank_tag (known, wanted), get_age (self, known->id), candidates->len };

      if (tag == NULL || candidate.rank == PLX_NAME_NONE)
        continue;
      candidate.row = plx_pick_row_new_tag (tag);
      g_array_append_val (candidates, candidate);
    }
}

/* (transfer full) (element-type PlxNameHit): none until the names are loaded */
static GArray *
find_entities (PlxTagOffers *self,
               const char *name,
               PlxNameRank worst,
               guint limit)
{
  PlxNameIndex *index = plx_known_names_get_index (plx_session_get_names (self->session));
  gsize n_recent;
  const PlxId *recent = plx_making_get_recent (plx_session_get_making (self->session), &n_recent);

  if (index == NULL)
    return g_array_new (FALSE, FALSE, sizeof (PlxNameHit));
  return plx_name_index_find (index, name, worst, recent, n_recent, limit);
}

/* (transfer full) (nullable): none if nothing in the codebook suits it */
static PlxPickRow *
entity_row_new (PlxTagOffers *self,
                const PlxNameHit *hit)
{
  PlxId tag = find_tag (self, hit->kind, hit->sort);

  return tag != PLX_ID_NONE ? plx_pick_row_new_entity (tag, hit) : NULL;
}

/* While nothing is typed, only what was used lately. */
static void
add_entities (PlxTagOffers *self,
              const char *query,
              GArray *candidates)
{
  g_autoptr (GArray) hits = find_entities (self, query, PLX_NAME_INSIDE, MAX_ENTITIES);

  for (guint i = 0; i < hits->len; i++)
    {
      const PlxNameHit *hit = &g_array_index (hits, PlxNameHit, i);
      Candidate candidate = { NULL, hit->rank, get_age (self, hit->id), candidates->len };

      if (*query == '\0' && candidate.age == G_MAXSIZE)
        continue;
      candidate.row = entity_row_new (self, hit);
      if (candidate.row != NULL)
        g_array_append_val (candidates, candidate);
    }
}

/* Entities to be made */

/* @text as a name, in one line; NULL if it is none. */
static char *
dup_name (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\n\r", -1);
  g_autoptr (GString) name = g_string_new (NULL);

  for (char **word = words; *word != NULL; word++)
    if (**word != '\0')
      g_string_append_printf (name, "%s%s", name->len > 0 ? " " : "", *word);
  if (name->len == 0 || g_utf8_strlen (name->str, -1) > MAX_NAME)
    return NULL;
  return g_string_free (g_steal_pointer (&name), FALSE);
}

static void
add_new (PlxTagOffers *self,
         PlxKind kind,
         const char *name,
         GPtrArray *rows)
{
  g_autoptr (GArray) same = find_entities (self, name, PLX_NAME_EXACT, MAX_ENTITIES);
  PlxId tag = find_tag (self, kind, "");

  for (guint i = 0; i < same->len; i++)
    if (g_array_index (same, PlxNameHit, i).kind == kind)
      return;
  if (tag != PLX_ID_NONE)
    g_ptr_array_add (rows, plx_pick_row_new_new (tag, kind, name));
}

/* The kind of the last tag first. */
static void
add_both_new (PlxTagOffers *self,
              const char *text,
              GPtrArray *rows)
{
  const PlxTag *last = plx_codebook_get_tag (plx_session_get_codebook (self->session), plx_session_get_last_tag (self->session));
  gboolean place_first = last != NULL && last->kind == PLX_KIND_PLACE;
  g_autofree char *name = dup_name (text);

  if (name == NULL)
    return;
  add_new (self, place_first ? PLX_KIND_PLACE : PLX_KIND_ACTOR, name, rows);
  add_new (self, place_first ? PLX_KIND_ACTOR : PLX_KIND_PLACE, name, rows);
}

/* Offers */

GPtrArray *
plx_tag_offers_suggest (PlxTagOffers *self,
                        const char *selected)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) hits = NULL;
  g_autofree char *name = dup_name (selected);

  if (name == NULL)
    return rows;
  hits = find_entities (self, name, PLX_NAME_EXACT, MAX_SUGGESTIONS);
  for (guint i = 0; i < hits->len; i++)
    {
      PlxPickRow *row = entity_row_new (self, &g_array_index (hits, PlxNameHit, i));

      if (row != NULL)
        g_ptr_array_add (rows, row);
    }
  return rows;
}

/* Takes @row unless it is there. */
static void
add_once (GPtrArray *rows,
          PlxPickRow *row)
{
  for (guint i = 0; i < rows->len; i++)
    if (plx_pick_row_is_same (g_ptr_array_index (rows, i), row))
      {
        g_object_unref (row);
        return;
      }
  g_ptr_array_add (rows, row);
}

GPtrArray *
plx_tag_offers_find (PlxTagOffers *self,
                     const char *query,
                     const char *selected)
{
  g_autofree char *wanted = plx_name_fold (query);
  g_autofree char *as_selected = plx_name_fold (selected);
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  GPtrArray *rows = *wanted == '\0' ? plx_tag_offers_suggest (self, selected) : g_ptr_array_new_with_free_func (g_object_unref);

  add_tags (self, wanted, candidates);
  add_entities (self, wanted, candidates);
  g_array_sort (candidates, compare_candidates);
  for (guint i = 0; i < candidates->len; i++)
    add_once (rows, g_array_index (candidates, Candidate, i).row);
  /* Nobody has to type capitals and accents that can be read in the text. */
  add_both_new (self, *wanted == '\0' || g_str_equal (wanted, as_selected) ? selected : query, rows);
  return rows;
}
