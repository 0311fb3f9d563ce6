/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tagging: an annotation, with its claim and all that they name, in one edit. */

#include "config.h"

#include "plx-ops-private.h"

#include "format/plx-json-rows.h"
#include "store/plx-annotations.h"
#include "store/plx-entities.h"
#include "store/plx-foreign-ids.h"
#include "store/plx-tags.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>

const PlxField plx_op_tag_fields[] = {
  { "document", PLX_FIELD_STRING, TRUE },
  { "spans", PLX_FIELD_SPANS, TRUE },
  { "tag", PLX_FIELD_STRING, TRUE },
  { "text", PLX_FIELD_STRING, FALSE },
  { "entity", PLX_FIELD_STRING, FALSE },
  { "learn", PLX_FIELD_BOOLEAN, FALSE },
  { "note", PLX_FIELD_STRING, FALSE },
  { "uuid", PLX_FIELD_STRING, FALSE },
  { "question", PLX_FIELD_STRING, FALSE },
  { "value", PLX_FIELD_STRING, FALSE },
  { "said-by", PLX_FIELD_STRING, FALSE },
  { "attribution", PLX_FIELD_STRING, FALSE },
  { "polarity", PLX_FIELD_STRING, FALSE },
  { "certainty", PLX_FIELD_STRING, FALSE },
  { "event-time", PLX_FIELD_STRING, FALSE },
  { "place", PLX_FIELD_STRING, FALSE },
  { NULL }
};

static const char *const claim_keys[] = {
  "question",
  "value",
  "said-by",
  "attribution",
  "polarity",
  "certainty",
  "event-time",
  "place",
};

typedef struct
{
  JsonObject *object;        /* (owned) */
  PlxAnnotation *annotation; /* (owned) */
  PlxText *text;             /* (owned) */
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  json_object_unref (work->object);
  plx_annotation_free (work->annotation);
  plx_text_unref (work->text);
  g_free (work);
}

static const char *
get_field (const Work *work,
           const char *key)
{
  return plx_fields_get_string (work->object, key, "");
}

/* Inside the edit */

static gboolean
link_entity (Work *work,
             PlxConnection *connection,
             const PlxTag *tag,
             GError **error)
{
  const char *name = get_field (work, "entity");

  if (*name == '\0')
    return TRUE;
  if (tag->kind == PLX_KIND_ACTOR || tag->kind == PLX_KIND_PLACE)
    return plx_ops_ensure_entity (connection, tag->kind, name, &work->annotation->entity, error);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
               /* Translators: the name of a tag, of an actor or place */
               _ ("“%s” is neither an actor nor a place, so it cannot be a mention of “%s”. Leave “entity” out."), tag->path, name);
  return FALSE;
}

/* Returns: the first field of a claim that is there */
static const char *
find_claim_key (const Work *work)
{
  for (guint i = 0; i < G_N_ELEMENTS (claim_keys); i++)
    if (plx_fields_has (work->object, claim_keys[i]))
      return claim_keys[i];
  return NULL;
}

static gboolean
fill_claim (Work *work,
            PlxConnection *connection,
            PlxClaim *claim,
            GError **error)
{
  const char *speaker = get_field (work, "said-by");

  claim->by_outlet = strcmp (speaker, PLX_JSON_OUTLET_ITSELF) == 0;
  plx_fields_set_string (work->object, "value", &claim->value);
  plx_fields_set_string (work->object, "attribution", &claim->attribution);
  plx_fields_set_string (work->object, "polarity", &claim->polarity);
  plx_fields_set_string (work->object, "certainty", &claim->certainty);
  plx_fields_set_string (work->object, "event-time", &claim->event_time);
  return plx_ops_ensure_question (connection, get_field (work, "question"), &claim->question, error) &&
         plx_ops_ensure_entity (connection, PLX_KIND_ACTOR, claim->by_outlet ? "" : speaker, &claim->said_by, error) &&
         plx_ops_ensure_entity (connection, PLX_KIND_PLACE, get_field (work, "place"), &claim->place, error);
}

static gboolean
make_claim (Work *work,
            PlxConnection *connection,
            const PlxTag *tag,
            GError **error)
{
  const char *key = find_claim_key (work);

  if (key == NULL)
    return TRUE;
  if (tag->kind != PLX_KIND_CLAIM)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   /* Translators: the name of a tag, a field that only claims have */
                   _ ("“%s” is no claim, so it cannot have “%s”. Choose a tag of kind claim, or leave it out."), tag->path, key);
      return FALSE;
    }
  work->annotation->claim = plx_claim_new ();
  return fill_claim (work, connection, work->annotation->claim, error);
}

/* As in the window: what is marked becomes another name of the entity. */
static gboolean
learn (Work *work,
       PlxConnection *connection,
       GError **error)
{
  const PlxAnnotation *annotation = work->annotation;
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  if (annotation->entity == PLX_ID_NONE || annotation->spans->len != 1 || !plx_fields_get_boolean (work->object, "learn", TRUE))
    return TRUE;
  g_ptr_array_add (texts, annotation->quotes[0]);
  return plx_entities_learn (connection, annotation->entity, texts, error);
}

static gboolean
keep_foreign_uuid (Work *work,
                   PlxConnection *connection,
                   GError **error)
{
  const char *uuid = get_field (work, "uuid");
  PlxId id;

  return *uuid == '\0' || plx_id_from_uuid (uuid, &id) ||
         plx_foreign_ids_add (connection, work->annotation->id, "uuid", uuid, error);
}

static gboolean
add (PlxConnection *connection,
     PlxId annotator,
     gpointer data,
     GError **error)
{
  Work *work = data;
  g_autoptr (PlxTag) tag = NULL;

  work->annotation->annotator = annotator;
  if (!plx_tags_find (connection, get_field (work, "tag"), &work->annotation->tag, error) ||
      (tag = plx_tags_get (connection, work->annotation->tag, error)) == NULL)
    return FALSE;
  return link_entity (work, connection, tag, error) && make_claim (work, connection, tag, error) &&
         plx_annotations_add (connection, work->annotation, work->text, error) && learn (work, connection, error) &&
         keep_foreign_uuid (work, connection, error);
}

/* Before the edit */

/* The text of @spans, as an annotation shows it; %NULL if they are not inside. */
static char *
dup_quote (PlxText *text,
           GArray *spans)
{
  g_autoptr (GPtrArray) quotes = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < spans->len; i++)
    {
      const PlxSpan *span = &g_array_index (spans, PlxSpan, i);

      if (span->start >= span->end || span->end > plx_text_get_length (text))
        return NULL;
      g_ptr_array_add (quotes, plx_text_dup_slice (text, span->start, span->end));
    }
  g_ptr_array_add (quotes, NULL);
  return g_strjoinv (" … ", (char **) quotes->pdata);
}

/* The text that came with the offsets guards against their being shifted: it is
 * that of all spans, or of the first one. */
static gboolean
check_text (const Work *work,
            const char *quote,
            GError **error)
{
  const PlxSpan *first = &g_array_index (work->annotation->spans, PlxSpan, 0);
  const char *expected = get_field (work, "text");
  g_autofree char *head = plx_text_dup_slice (work->text, first->start, first->end);

  if (!plx_fields_has (work->object, "text") || strcmp (expected, quote) == 0 || strcmp (expected, head) == 0)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
               /* Translators: two positions in the text, what the text has there, what was expected */
               _ ("At %d–%d stands “%s”, not “%s”. Offsets count Unicode code points from 0."), first->start, first->end, quote,
               expected);
  return FALSE;
}

/* In braces or without. */
static gboolean
is_uuid (const char *string)
{
  gsize length = strlen (string);
  g_autofree char *bare = NULL;

  if (length < 2 || string[0] != '{' || string[length - 1] != '}')
    return g_uuid_string_is_valid (string);
  bare = g_strndup (string + 1, length - 2);
  return g_uuid_string_is_valid (bare);
}

static gboolean
choose_id (Work *work,
           GError **error)
{
  const char *uuid = get_field (work, "uuid");

  if (!plx_id_from_uuid (uuid, &work->annotation->id))
    work->annotation->id = plx_id_new ();
  if (*uuid == '\0' || is_uuid (uuid))
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _ ("“%s” is no UUID."), uuid);
  return FALSE;
}

static Work *
work_new (PlxOps *self,
          JsonObject *object,
          GError **error)
{
  PlxText *text;
  PlxId document;
  Work *work;

  if (!plx_ops_find_document (self, object, "document", &document, error) ||
      (text = plx_finder_get_text (self->finder, document, error)) == NULL)
    return NULL;
  work = g_new0 (Work, 1);
  work->object = json_object_ref (object);
  work->text = plx_text_ref (text);
  work->annotation = plx_annotation_new ();
  work->annotation->document = document;
  g_array_unref (work->annotation->spans);
  work->annotation->spans = plx_fields_dup_spans (object, "spans");
  plx_fields_set_string (object, "note", &work->annotation->note);
  return work;
}

gboolean
plx_op_tag (PlxOps *self,
            JsonObject *object,
            PlxId *id,
            GError **error)
{
  Work *work = work_new (self, object, error);
  g_autofree char *quote = NULL;
  g_autoptr (PlxVerb) verb = NULL;

  if (work == NULL)
    return FALSE;
  quote = dup_quote (work->text, work->annotation->spans);
  verb = plx_verb_new ("tag", quote, add, work, work_free);
  /* What lies outside the text is refused by the store. */
  if (!choose_id (work, error) || (quote != NULL && !check_text (work, quote, error)) || !plx_ops_do (self, object, verb, error))
    return FALSE;
  *id = work->annotation->id;
  return TRUE;
}
