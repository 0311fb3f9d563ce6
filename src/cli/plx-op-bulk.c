/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Many places in one edit: all occurrences of a name, and suggestions. */

#include "config.h"

#include "plx-ops-private.h"

#include "query/plx-occurrences.h"
#include "query/plx-suggestions.h"
#include "store/plx-tags.h"
#include "verb/plx-bulk-verbs.h"

#include <glib/gi18n.h>

/* How names are compared; all of them are true if they are left out. */
#define FOLD_FIELDS                                                                            \
  { "ignore-case", PLX_FIELD_BOOLEAN, FALSE }, { "ignore-accents", PLX_FIELD_BOOLEAN, FALSE }, \
      { "ignore-apostrophes", PLX_FIELD_BOOLEAN, FALSE },                                      \
  {                                                                                            \
    "ignore-hyphens", PLX_FIELD_BOOLEAN, FALSE                                                 \
  }

static PlxFold
get_fold (JsonObject *object)
{
  static const struct
  {
    const char *key;
    PlxFold fold;
  } choices[] = {
    { "ignore-case", PLX_FOLD_CASE },
    { "ignore-accents", PLX_FOLD_DIACRITICS },
    { "ignore-apostrophes", PLX_FOLD_APOSTROPHES },
    { "ignore-hyphens", PLX_FOLD_HYPHENS },
  };
  PlxFold fold = PLX_FOLD_NONE;

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (plx_fields_get_boolean (object, choices[i].key, TRUE))
      fold |= choices[i].fold;
  return fold;
}

static gboolean
refuse_none (const char *message,
             GError **error)
{
  g_set_error_literal (error, PLX_STORE_ERROR, PLX_STORE_ERROR_NOT_FOUND, message);
  return FALSE;
}

static const char *
get_annotator (PlxOps *self,
               JsonObject *object)
{
  return plx_fields_get_string (object, "annotator", self->annotator);
}

/* Tagging */

const PlxField plx_op_tag_all_fields[] = {
  { "text", PLX_FIELD_STRING, TRUE },
  { "tag", PLX_FIELD_STRING, TRUE },
  { "entity", PLX_FIELD_STRING, FALSE },
  { "learn", PLX_FIELD_BOOLEAN, FALSE },
  { "whole-words", PLX_FIELD_BOOLEAN, FALSE },
  { "overlapping", PLX_FIELD_BOOLEAN, FALSE },
  FOLD_FIELDS,
  { NULL }
};

/* What is free, and with @overlapping also what overlaps. */
static GArray *
collect_places (const PlxOccurrences *found,
                gboolean overlapping)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (PlxPlacement));

  for (guint i = 0; i < found->items->len; i++)
    {
      const PlxOccurrence *item = &g_array_index (found->items, PlxOccurrence, i);

      if (item->state == PLX_OCCURRENCE_FREE || (overlapping && item->state == PLX_OCCURRENCE_OVERLAPS))
        g_array_append_val (places, item->place);
    }
  return places;
}

gboolean
plx_op_tag_all (PlxOps *self,
                JsonObject *object,
                PlxId *id,
                GError **error)
{
  const char *text = plx_fields_get_string (object, "text", "");
  const char *entity = plx_fields_get_string (object, "entity", "");
  PlxMention mention = { PLX_ID_NONE, entity, plx_fields_get_boolean (object, "learn", TRUE) };
  g_autoptr (PlxOccurrences) found = NULL;
  g_autoptr (GArray) places = NULL;
  g_autoptr (PlxVerb) verb = NULL;
  PlxId tag;

  if (!plx_tags_find (self->connection, plx_fields_get_string (object, "tag", ""), &tag, error))
    return FALSE;
  found = plx_occurrences_find (self->connection, text, get_fold (object), plx_fields_get_boolean (object, "whole-words", TRUE),
                                tag, get_annotator (self, object), NULL, error);
  if (found == NULL)
    return FALSE;
  if (found->items->len == 0)
    return refuse_none (_ ("The text occurs in none of the articles."), error);
  plx_id_from_uuid (entity, &mention.entity);
  places = collect_places (found, plx_fields_get_boolean (object, "overlapping", FALSE));
  verb = plx_verb_tag_all ((const PlxPlacement *) (gpointer) places->data, places->len, *entity != '\0' ? &mention : NULL, text);
  return plx_ops_do (self, object, verb, error);
}

/* Untagging */

const PlxField plx_op_untag_all_fields[] = {
  { "tag", PLX_FIELD_STRING, TRUE },
  { "text", PLX_FIELD_STRING, FALSE },
  { "entity", PLX_FIELD_STRING, FALSE },
  FOLD_FIELDS,
  { NULL }
};

static gboolean
find_entity (PlxOps *self,
             JsonObject *object,
             PlxId *entity,
             GError **error)
{
  *entity = PLX_ID_NONE;
  return !plx_fields_has (object, "entity") ||
         plx_finder_find_entity (self->finder, NULL, plx_fields_get_string (object, "entity", ""), entity, error);
}

gboolean
plx_op_untag_all (PlxOps *self,
                  JsonObject *object,
                  PlxId *id,
                  GError **error)
{
  const char *text = plx_fields_get_string (object, "text", NULL);
  g_autoptr (PlxOccurrences) found = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (PlxId));
  g_autoptr (PlxVerb) verb = NULL;
  PlxId tag, entity;

  if (text == NULL && !plx_fields_has (object, "entity"))
    {
      /* Translators: an operation, two keys of its JSON object */
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _ ("“%s” needs “%s” or “%s”."), "untag-all", "text", "entity");
      return FALSE;
    }
  if (!plx_tags_find (self->connection, plx_fields_get_string (object, "tag", ""), &tag, error) ||
      !find_entity (self, object, &entity, error))
    return FALSE;
  found = plx_occurrences_find_tagged (self->connection, text, get_fold (object), tag, entity, NULL, error);
  if (found == NULL)
    return FALSE;
  if (found->items->len == 0)
    return refuse_none (_ ("No annotation is like that."), error);
  for (guint i = 0; i < found->items->len; i++)
    g_array_append_val (ids, g_array_index (found->items, PlxOccurrence, i).annotation);
  verb = plx_verb_untag_all ((const PlxId *) (gpointer) ids->data, ids->len, text != NULL ? text : plx_fields_get_string (object, "entity", ""));
  return plx_ops_do (self, object, verb, error);
}

/* Suggestions */

const PlxField plx_op_suggestion_fields[] = {
  { "document", PLX_FIELD_STRING, FALSE },
  { "spans", PLX_FIELD_SPANS, FALSE },
  { "entity", PLX_FIELD_STRING, FALSE },
  { NULL }
};

static gboolean
is_among (GArray *spans,
          PlxSpan span)
{
  for (guint i = 0; i < spans->len; i++)
    if (plx_span_compare (&g_array_index (spans, PlxSpan, i), &span) == 0)
      return TRUE;
  return FALSE;
}

/* The suggestions that @object speaks of: all, or those in an article, of an
 * entity, at places.
 *
 * Returns: (transfer full) (nullable) (element-type PlxPlacement): one at least */
static GArray *
find_suggestions (PlxOps *self,
                  JsonObject *object,
                  GError **error)
{
  g_autoptr (PlxSuggestionNames) names = NULL;
  g_autoptr (PlxOccurrences) found = NULL;
  g_autoptr (GArray) spans = plx_fields_has (object, "spans") ? plx_fields_dup_spans (object, "spans") : NULL;
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (PlxPlacement));
  PlxId document = PLX_ID_NONE, entity;

  if ((plx_fields_has (object, "document") && !plx_ops_find_document (self, object, "document", &document, error)) ||
      !find_entity (self, object, &entity, error) ||
      (names = plx_suggestion_names_load (self->connection, error)) == NULL ||
      (found = plx_suggestions_find_all (names, self->connection, document, entity, NULL, error)) == NULL)
    return NULL;
  for (guint i = 0; i < found->items->len; i++)
    {
      PlxPlacement place = g_array_index (found->items, PlxOccurrence, i).place;

      if (spans == NULL || is_among (spans, place.span))
        g_array_append_val (places, place);
    }
  if (places->len == 0 || (spans != NULL && places->len < spans->len))
    return refuse_none (_ ("Nothing is suggested there. See “list PROJECT suggestions”."), error), NULL;
  return g_steal_pointer (&places);
}

static gboolean
decide (PlxOps *self,
        JsonObject *object,
        PlxVerb *(*make) (const PlxPlacement *places, gsize n_places, const char *detail),
        GError **error)
{
  g_autoptr (GArray) places = NULL;
  g_autoptr (PlxVerb) verb = NULL;

  if (plx_fields_has (object, "spans") && !plx_fields_has (object, "document"))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _ ("“%s” needs “%s”."), "spans", "document");
      return FALSE;
    }
  places = find_suggestions (self, object, error);
  if (places == NULL)
    return FALSE;
  verb = make ((const PlxPlacement *) (gpointer) places->data, places->len, plx_fields_get_string (object, "entity", NULL));
  return plx_ops_do (self, object, verb, error);
}

gboolean
plx_op_accept (PlxOps *self,
               JsonObject *object,
               PlxId *id,
               GError **error)
{
  return decide (self, object, plx_verb_accept, error);
}

gboolean
plx_op_reject (PlxOps *self,
               JsonObject *object,
               PlxId *id,
               GError **error)
{
  return decide (self, object, plx_verb_reject, error);
}
