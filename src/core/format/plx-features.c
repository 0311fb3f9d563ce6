/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "format/plx-features.h"

#include "base/plx-time.h"
#include "format/plx-json.h"
#include "model/plx-value.h"

#include <math.h>
#include <string.h>

#define URN "urn:uuid:"

typedef struct
{
  const PlxNames *names;
  PlxFeatureFunc func;
  gpointer data;
} Lister;

static void
add (Lister *self,
     const char *name,
     const char *value)
{
  if (value != NULL && *value != '\0')
    self->func (self->data, name, value);
}

static void
add_id (Lister *self,
        const char *name,
        const char *prefix,
        PlxId id)
{
  g_autofree char *uuid = plx_id_to_uuid (id);
  g_autofree char *value = g_strconcat (prefix, uuid, NULL);

  add (self, name, value);
}

static void
add_time (Lister *self,
          const char *name,
          gint64 time)
{
  g_autofree char *value = time != 0 ? plx_time_format (time) : NULL;

  add (self, name, value);
}

static void
add_annotator (Lister *self,
               PlxId id)
{
  const PlxAnnotator *annotator = plx_names_get_annotator (self->names, id);

  add (self, "annotator", annotator != NULL ? annotator->name : "");
}

/* An entity stands under three or four names: where to look it up, what it is
 * called, which row it is, and of what kind. */
static void
add_entity (Lister *self,
            const char *name,
            PlxId id)
{
  const PlxEntity *entity = plx_names_get_entity (self->names, id);
  g_autofree char *name_key = g_strconcat (name, "Name", NULL);
  g_autofree char *id_key = g_strconcat (name, "Id", NULL);
  g_autofree char *kind_key = g_strconcat (name, "Kind", NULL);

  if (entity == NULL)
    return;
  if (*entity->uri != '\0')
    add (self, name, entity->uri);
  else
    add_id (self, name, URN, id);
  add (self, name_key, entity->name);
  add_id (self, id_key, "", id);
  add (self, kind_key, plx_kind_to_string (entity->kind));
}

static void
add_question (Lister *self,
              PlxId id)
{
  const PlxQuestion *question = plx_names_get_question (self->names, id);

  if (question == NULL)
    return;
  add (self, "question", question->text);
  add_id (self, "questionId", "", id);
}

static void
add_number (Lister *self,
            const char *name,
            double number)
{
  g_autofree char *value = isfinite (number) ? plx_double_format (number) : NULL;

  add (self, name, value);
}

/* As an interval for those who compute, and as it was written. */
static void
add_value (Lister *self,
           const char *expression)
{
  g_autoptr (PlxValue) value = *expression != '\0' ? plx_value_parse (expression, NULL) : NULL;

  if (value != NULL && value->has_range)
    {
      add_number (self, "valueMin", value->low);
      add_number (self, "valueMax", value->high);
      add (self, "unit", value->unit);
    }
  else
    add (self, "valueWords", expression);
  add (self, "value", expression);
}

static void
add_claim (Lister *self,
           const PlxClaim *claim)
{
  add_question (self, claim->question);
  add_value (self, claim->value);
  if (claim->by_outlet)
    add (self, "saidBy", PLX_FEATURES_OUTLET);
  else
    add_entity (self, "saidBy", claim->said_by);
  add (self, "attribution", claim->attribution);
  add (self, "polarity", claim->polarity);
  add (self, "certainty", claim->certainty);
  add (self, "eventTime", claim->event_time);
  add_entity (self, "place", claim->place);
}

void
plx_features_list_annotation (const PlxNames *names,
                              const PlxAnnotation *annotation,
                              PlxFeatureFunc func,
                              gpointer data)
{
  Lister self = { names, func, data };
  const PlxTag *tag = plx_names_get_tag (names, annotation->tag);
  g_autofree char *quote = plx_annotation_dup_quote (annotation);

  add (&self, "label", tag->path);
  add_id (&self, "tagId", "", tag->id);
  add (&self, "kind", plx_kind_to_string (tag->kind));
  add_id (&self, "uuid", "", annotation->id);
  add_entity (&self, "entity", annotation->entity);
  add_annotator (&self, annotation->annotator);
  add_time (&self, "created", annotation->created);
  add_time (&self, "modified", annotation->modified);
  add (&self, "note", annotation->note);
  add (&self, "quote", quote);
  if (annotation->claim != NULL)
    add_claim (&self, annotation->claim);
}

void
plx_features_list_silence (const PlxNames *names,
                           const PlxSilence *silence,
                           PlxFeatureFunc func,
                           gpointer data)
{
  Lister self = { names, func, data };

  add_id (&self, "uuid", "", silence->id);
  add_question (&self, silence->question);
  add_annotator (&self, silence->annotator);
  add_time (&self, "created", silence->created);
  add (&self, "note", silence->note);
}

static void
add_relation (Lister *self,
              const PlxRelation *relation)
{
  add_id (self, "uuid", "", relation->id);
  add_annotator (self, relation->annotator);
  add_time (self, "created", relation->created);
  add_time (self, "modified", relation->modified);
  add (self, "note", relation->note);
}

void
plx_features_list_relation (const PlxNames *names,
                            const PlxRelation *relation,
                            PlxFeatureFunc func,
                            gpointer data)
{
  Lister self = { names, func, data };

  add_relation (&self, relation);
}

void
plx_features_list_cross_relation (const PlxNames *names,
                                  const PlxRelation *relation,
                                  PlxFeatureFunc func,
                                  gpointer data)
{
  Lister self = { names, func, data };

  add (&self, "label", plx_names_get_relation_kind (names, relation->kind)->name);
  add_id (&self, "from", "", relation->source);
  add_id (&self, "to", "", relation->target);
  add_relation (&self, relation);
}

gboolean
plx_features_list_document (PlxExport *export,
                            const PlxDocument *document,
                            PlxFeatureFunc func,
                            gpointer data,
                            GError **error)
{
  Lister self = { NULL, func, data };
  g_autofree char *fields = plx_features_dup_fields (export, document->id, error);

  if (fields == NULL)
    return FALSE;
  add_id (&self, "uuid", "", document->id);
  add (&self, "title", document->title);
  add (&self, "outlet", document->outlet);
  add (&self, "author", document->author);
  add (&self, "url", document->url);
  add (&self, "published", document->published);
  add (&self, "language", document->language);
  add (&self, "direction", document->direction);
  add (&self, "note", document->note);
  add (&self, "file", document->filename);
  add (&self, "fields", fields);
  add_time (&self, "created", document->created);
  add (&self, "sha256", document->sha256);
  return TRUE;
}
