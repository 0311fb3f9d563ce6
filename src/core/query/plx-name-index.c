/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "query/plx-name-index.h"

#include "store/plx-entities.h"

#include <string.h>

/* A name or alias of an entity.  Strings are in the chunk. */
typedef struct
{
  const char *folded;
  const char *alias; /* (nullable): as it is written, if it is one */
  guint entity;      /* position among the hits */
} Name;

struct _PlxNameIndex
{
  GStringChunk *strings; /* (owned) */
  GArray *entities;      /* (owned) (element-type PlxNameHit): as far as it is always the same */
  GArray *names;         /* (owned) (element-type Name): those of an entity together, its name first */
};

/* Loading */

static void
add_name (PlxNameIndex *self,
          guint entity,
          const char *name,
          gboolean is_alias)
{
  g_autofree char *folded = plx_name_fold (name);
  Name entry = {
    .folded = g_string_chunk_insert (self->strings, folded),
    .alias = is_alias ? g_string_chunk_insert (self->strings, name) : NULL,
    .entity = entity,
  };

  g_array_append_val (self->names, entry);
}

static void
add_entity (PlxNameIndex *self,
            const PlxEntity *entity,
            GHashTable *mentions,
            GHashTable *documents)
{
  PlxNameHit hit = {
    .id = entity->id,
    .kind = entity->kind,
    .sort = g_string_chunk_insert_const (self->strings, entity->sort),
    .name = g_string_chunk_insert (self->strings, entity->name),
    .n_mentions = GPOINTER_TO_UINT (g_hash_table_lookup (mentions, &entity->id)),
    .n_documents = GPOINTER_TO_UINT (g_hash_table_lookup (documents, &entity->id)),
  };

  add_name (self, self->entities->len, entity->name, FALSE);
  for (char **alias = entity->aliases; *alias != NULL; alias++)
    add_name (self, self->entities->len, *alias, TRUE);
  g_array_append_val (self->entities, hit);
}

PlxNameIndex *
plx_name_index_load (PlxConnection *connection,
                     GError **error)
{
  g_autoptr (GPtrArray) entities = plx_entities_list (connection, error);
  g_autoptr (GHashTable) mentions = entities != NULL ? plx_entities_count_mentions (connection, error) : NULL;
  g_autoptr (GHashTable) documents = mentions != NULL ? plx_entities_count_documents (connection, error) : NULL;
  PlxNameIndex *self;

  if (documents == NULL)
    return NULL;
  self = g_new0 (PlxNameIndex, 1);
  self->strings = g_string_chunk_new (16384);
  self->entities = g_array_sized_new (FALSE, FALSE, sizeof (PlxNameHit), entities->len);
  self->names = g_array_sized_new (FALSE, FALSE, sizeof (Name), 2 * entities->len);
  for (guint i = 0; i < entities->len; i++)
    add_entity (self, g_ptr_array_index (entities, i), mentions, documents);
  return self;
}

void
plx_name_index_free (PlxNameIndex *self)
{
  g_array_unref (self->names);
  g_array_unref (self->entities);
  g_string_chunk_free (self->strings);
  g_free (self);
}

guint
plx_name_index_get_n_entities (PlxNameIndex *self)
{
  return self->entities->len;
}

/* Finding */

typedef struct
{
  const PlxId *recent;
  gsize n_recent;
  guint limit;
  GArray *hits; /* (element-type PlxNameHit): the best so far, in order */
} Search;

/* How many were used after it; many for what was not used lately. */
static gsize
get_age (const Search *search,
         PlxId id)
{
  for (gsize i = 0; i < search->n_recent; i++)
    if (search->recent[i] == id)
      return i;
  return G_MAXSIZE;
}

static gboolean
is_better (const Search *search,
           const PlxNameHit *hit,
           const PlxNameHit *than)
{
  gsize age, other_age;

  if (hit->rank != than->rank)
    return hit->rank < than->rank;
  age = get_age (search, hit->id);
  other_age = get_age (search, than->id);
  if (age != other_age)
    return age < other_age;
  /* They come by name, so the first of equals stays the first. */
  return hit->n_mentions > than->n_mentions;
}

/* Keeps @hit if it is among the best. */
static void
offer (Search *search,
       const PlxNameHit *hit)
{
  guint at = search->hits->len;

  while (at > 0 && is_better (search, hit, &g_array_index (search->hits, PlxNameHit, at - 1)))
    at--;
  if (at >= search->limit)
    return;
  if (search->hits->len == search->limit)
    g_array_set_size (search->hits, search->limit - 1);
  g_array_insert_vals (search->hits, at, hit, 1);
}

/* Ranks the entity whose names start at @i, and returns where the next one's do. */
static guint
rank_entity (PlxNameIndex *self,
             const char *wanted,
             guint i,
             PlxNameHit *hit)
{
  guint entity = g_array_index (self->names, Name, i).entity;

  *hit = g_array_index (self->entities, PlxNameHit, entity);
  hit->rank = PLX_NAME_NONE;
  for (; i < self->names->len && g_array_index (self->names, Name, i).entity == entity; i++)
    {
      const Name *name = &g_array_index (self->names, Name, i);
      PlxNameRank rank = plx_name_rank (name->folded, wanted);

      if (rank < hit->rank)
        {
          hit->rank = rank;
          hit->alias = name->alias;
        }
    }
  return i;
}

GArray *
plx_name_index_find (PlxNameIndex *self,
                     const char *query,
                     PlxNameRank worst,
                     const PlxId *recent,
                     gsize n_recent,
                     guint limit)
{
  g_autofree char *wanted = plx_name_fold (query);
  Search search = { recent, n_recent, limit, g_array_new (FALSE, FALSE, sizeof (PlxNameHit)) };
  PlxNameHit hit;

  for (guint i = 0; limit > 0 && i < self->names->len;)
    {
      i = rank_entity (self, wanted, i, &hit);
      if (hit.rank <= worst && hit.rank != PLX_NAME_NONE)
        offer (&search, &hit);
    }
  return search.hits;
}
