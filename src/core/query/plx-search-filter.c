/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "query/plx-search-filter.h"

#include "model/plx-fold.h"
#include "store/plx-annotators.h"
#include "store/plx-entities.h"
#include "store/plx-tags.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A set of ids is %NULL where nothing was asked for. */
struct _PlxSearchFilter
{
  PlxConnection *connection; /* (unowned) */
  gboolean has_note;
  GHashTable *documents;  /* (owned) (nullable) (element-type PlxId PlxId) */
  GHashTable *tags;       /* (owned) (nullable) */
  GHashTable *entities;   /* (owned) (nullable) */
  GHashTable *annotators; /* (owned) (nullable) */
};

void
plx_search_filter_free (PlxSearchFilter *self)
{
  g_clear_pointer (&self->documents, g_hash_table_unref);
  g_clear_pointer (&self->tags, g_hash_table_unref);
  g_clear_pointer (&self->entities, g_hash_table_unref);
  g_clear_pointer (&self->annotators, g_hash_table_unref);
  g_free (self);
}

static GHashTable *
set_new (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static void
set_add (GHashTable *set,
         PlxId id)
{
  g_hash_table_add (set, g_memdup2 (&id, sizeof id));
}

static gboolean
set_takes (GHashTable *set,
           PlxId id)
{
  return set == NULL || g_hash_table_contains (set, &id);
}

static gboolean
is_same_name (const char *name,
              const char *folded)
{
  g_autofree char *other = plx_fold_string (name, PLX_FOLD_ALL);

  return strcmp (other, folded) == 0;
}

/* Adds all whose name is @name; says so where there is none. */
typedef guint (*AddFunc) (PlxConnection *connection,
                          const char *name,
                          const char *folded,
                          GHashTable *set,
                          GError **error);

static gboolean
resolve (PlxConnection *connection,
         GPtrArray *names,
         AddFunc add,
         const char *missing,
         GHashTable **set,
         GError **error)
{
  if (names->len == 0)
    return TRUE;
  *set = set_new ();
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *folded = plx_fold_string (name, PLX_FOLD_ALL);
      g_auto (GStrv) parts = g_strsplit (missing, "%s", 2);
      g_autofree char *message = g_strjoinv (name, parts);
      g_autoptr (GError) local = NULL;

      if (add (connection, name, folded, *set, &local) > 0)
        continue;
      if (local == NULL)
        g_set_error_literal (&local, PLX_STORE_ERROR, PLX_STORE_ERROR_NOT_FOUND, message);
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  return TRUE;
}

/* A tag by its name or path, with all that are under it. */
static guint
add_tags (PlxConnection *connection,
          const char *name,
          const char *folded,
          GHashTable *set,
          GError **error)
{
  g_autoptr (GPtrArray) tags = plx_tags_list (connection, error);
  guint n = 0;

  for (guint i = 0; tags != NULL && i < tags->len; i++)
    {
      const PlxTag *tag = g_ptr_array_index (tags, i);

      /* Parents come before their children. */
      if (!is_same_name (tag->name, folded) && !is_same_name (tag->path, folded) &&
          !(tag->parent != PLX_ID_NONE && g_hash_table_contains (set, &tag->parent)))
        continue;
      set_add (set, tag->id);
      n++;
    }
  return n;
}

static gboolean
entity_has_name (const PlxEntity *entity,
                 const char *folded)
{
  for (char **alias = entity->aliases; *alias != NULL; alias++)
    if (is_same_name (*alias, folded))
      return TRUE;
  return is_same_name (entity->name, folded);
}

static guint
add_entities (PlxConnection *connection,
              const char *name,
              const char *folded,
              GHashTable *set,
              GError **error)
{
  g_autoptr (GPtrArray) entities = plx_entities_list (connection, error);
  guint n = 0;

  for (guint i = 0; entities != NULL && i < entities->len; i++)
    {
      const PlxEntity *entity = g_ptr_array_index (entities, i);

      if (!entity_has_name (entity, folded))
        continue;
      set_add (set, entity->id);
      n++;
    }
  return n;
}

static guint
add_annotators (PlxConnection *connection,
                const char *name,
                const char *folded,
                GHashTable *set,
                GError **error)
{
  g_autoptr (GPtrArray) annotators = plx_annotators_list (connection, error);
  guint n = 0;

  for (guint i = 0; annotators != NULL && i < annotators->len; i++)
    {
      const PlxAnnotator *annotator = g_ptr_array_index (annotators, i);

      if (!is_same_name (annotator->name, folded))
        continue;
      set_add (set, annotator->id);
      n++;
    }
  return n;
}

/* Articles */

/* Whether the words of each of @names are in @outlet. */
static gboolean
outlet_matches (const char *outlet,
                const GPtrArray *names)
{
  g_autofree char *folded = plx_fold_string (outlet, PLX_FOLD_ALL);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *name = plx_fold_string (g_ptr_array_index (names, i), PLX_FOLD_ALL);

      if (strstr (folded, name) == NULL)
        return FALSE;
    }
  return TRUE;
}

/* A date is compared as far as it was given: what was published in 2024 is
 * neither before 2024 nor after 2025. */
static gboolean
date_matches (const char *published,
              const PlxSearchQuery *query)
{
  if (query->before == NULL && query->after == NULL)
    return TRUE;
  return *published != '\0' && (query->before == NULL || strncmp (published, query->before, strlen (query->before)) < 0) &&
         (query->after == NULL || strncmp (published, query->after, strlen (query->after)) >= 0);
}

static gboolean
resolve_documents (PlxSearchFilter *self,
                   const PlxSearchQuery *query,
                   GError **error)
{
  g_autoptr (PlxStatement) statement = NULL;
  PlxStep step;

  if (!plx_search_query_wants_documents (query))
    return TRUE;
  self->documents = set_new ();
  statement = plx_connection_prepare (self->connection, "SELECT id, outlet, published FROM document WHERE article IS NULL");
  while ((step = plx_statement_step (statement, error)) == PLX_STEP_ROW)
    {
      g_autofree char *outlet = plx_statement_dup_text (statement, 1);
      g_autofree char *published = plx_statement_dup_text (statement, 2);

      if (outlet_matches (outlet, query->outlets) && date_matches (published, query))
        set_add (self->documents, plx_statement_get_int (statement, 0));
    }
  return step == PLX_STEP_DONE;
}

PlxSearchFilter *
plx_search_filter_new (PlxConnection *connection,
                       const PlxSearchQuery *query,
                       GError **error)
{
  g_autoptr (PlxSearchFilter) self = g_new0 (PlxSearchFilter, 1);

  self->connection = connection;
  self->has_note = query->has_note;
  if (!resolve (connection, query->tags, add_tags, _ ("There is no tag “%s” in the codebook."), &self->tags, error) ||
      !resolve (connection, query->entities, add_entities, _ ("There is no actor or place “%s” in the project."), &self->entities, error) ||
      !resolve (connection, query->annotators, add_annotators, _ ("Nobody called “%s” has annotated this project."), &self->annotators, error) ||
      !resolve_documents (self, query, error))
    return NULL;
  return g_steal_pointer (&self);
}

gboolean
plx_search_filter_takes_document (const PlxSearchFilter *self,
                                  PlxId document)
{
  return set_takes (self->documents, document);
}

/* Annotations */

/* Of a row that begins with tag, entity, annotator and whether it has a note. */
static gboolean
takes_row (const PlxSearchFilter *self,
           PlxStatement *row)
{
  return set_takes (self->tags, plx_statement_get_int (row, 0)) && set_takes (self->entities, plx_statement_get_int (row, 1)) &&
         set_takes (self->annotators, plx_statement_get_int (row, 2)) && (!self->has_note || plx_statement_get_int (row, 3) != 0);
}

gboolean
plx_search_filter_takes_annotation (PlxSearchFilter *self,
                                    PlxId annotation,
                                    gboolean *takes,
                                    GError **error)
{
  g_autoptr (PlxStatement) row =
      plx_connection_prepare (self->connection, "SELECT tag, entity, annotator, note <> '' FROM annotation WHERE id = :id");
  PlxStep step;

  plx_statement_bind_id (row, ":id", annotation);
  step = plx_statement_step (row, error);
  *takes = step == PLX_STEP_ROW && takes_row (self, row);
  return step != PLX_STEP_ERROR;
}

GArray *
plx_search_filter_list_passages (PlxSearchFilter *self,
                                 PlxId document,
                                 GError **error)
{
  g_autoptr (GArray) passages = g_array_new (FALSE, FALSE, sizeof (PlxSearchPassage));
  g_autoptr (PlxStatement) row =
      plx_connection_prepare (self->connection, "SELECT tag, entity, annotator, note <> '', start, end, annotation.id "
                                                "FROM span JOIN annotation ON annotation.id = span.annotation "
                                                "WHERE span.document = :document ORDER BY start, end");
  PlxStep step;

  plx_statement_bind_id (row, ":document", document);
  while ((step = plx_statement_step (row, error)) == PLX_STEP_ROW)
    {
      const PlxSearchPassage passage = { { (int) plx_statement_get_int (row, 4), (int) plx_statement_get_int (row, 5) },
                                         plx_statement_get_int (row, 6) };

      if (takes_row (self, row))
        g_array_append_val (passages, passage);
    }
  return step == PLX_STEP_DONE ? g_steal_pointer (&passages) : NULL;
}

gboolean
plx_search_filter_covers (const GArray *passages,
                          const PlxSpan *place,
                          PlxId *annotation)
{
  for (guint i = 0; i < passages->len; i++)
    {
      const PlxSearchPassage *passage = &g_array_index (passages, PlxSearchPassage, i);

      if (passage->span.start >= place->end)
        return FALSE;
      if (passage->span.end > place->start)
        {
          *annotation = passage->annotation;
          return TRUE;
        }
    }
  return FALSE;
}
