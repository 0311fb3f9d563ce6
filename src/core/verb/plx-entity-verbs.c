/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "verb/plx-entity-verbs.h"

#include "model/plx-check.h"
#include "store/plx-annotations.h"
#include "store/plx-entities.h"
#include "store/plx-tags.h"

#include <glib/gi18n-lib.h>

/* What a verb on entities may need; each uses its part. */
typedef struct
{
  GArray *ids;               /* (owned) (element-type PlxId): annotations */
  PlxAnnotation *annotation; /* (owned) (nullable) */
  PlxText *text;             /* (owned) (nullable) */
  PlxEntity *entity;         /* (owned) (nullable) */
  PlxId id;                  /* of an entity */
  PlxId into;                /* of another one */
  char *name;                /* (owned) (nullable) */
  gboolean learn;
} Work;

static Work *
work_new (const PlxId *ids,
          gsize n_ids)
{
  Work *work = g_new0 (Work, 1);

  work->ids = g_array_new (FALSE, FALSE, sizeof (PlxId));
  g_array_append_vals (work->ids, ids, (guint) n_ids);
  return work;
}

static void
work_free (gpointer data)
{
  Work *work = data;

  g_clear_pointer (&work->ids, g_array_unref);
  g_clear_pointer (&work->annotation, plx_annotation_free);
  g_clear_pointer (&work->text, plx_text_unref);
  g_clear_pointer (&work->entity, plx_entity_free);
  g_free (work->name);
  g_free (work);
}

static void
work_set_mention (Work *work,
                  const PlxMention *mention)
{
  work->id = mention->entity;
  work->name = g_strdup (mention->name);
  work->learn = mention->learn;
}

/* Kinds */

/* The kind of what annotations with @tag may mention. */
static gboolean
get_mention_kind (PlxConnection *connection,
                  PlxId tag_id,
                  PlxKind *kind,
                  GError **error)
{
  g_autoptr (PlxTag) tag = plx_tags_get (connection, tag_id, error);

  if (tag == NULL)
    return FALSE;
  *kind = tag->kind;
  if (tag->kind == PLX_KIND_ACTOR || tag->kind == PLX_KIND_PLACE)
    return TRUE;
  g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT,
               _ ("“%s” is neither a tag for actors nor for places, so what carries it mentions nobody. Choose another tag first."), tag->path);
  return FALSE;
}

/* Makes sure that what has a tag of @kind may mention the entity of @work, and
 * finds or makes that entity the first time. */
static gboolean
resolve (Work *work,
         PlxConnection *connection,
         PlxKind kind,
         GError **error)
{
  if (work->id == PLX_ID_NONE && !plx_entities_ensure (connection, kind, work->name, &work->id, error))
    return FALSE;
  if (work->entity == NULL && (work->entity = plx_entities_get (connection, work->id, error)) == NULL)
    return FALSE;
  if (work->entity->kind == kind)
    return TRUE;
  g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT,
               kind == PLX_KIND_ACTOR ? _ ("“%s” is a place, but the passage is tagged as an actor. Change the tag, or choose an actor.")
                                      : _ ("“%s” is an actor, but the passage is tagged as a place. Change the tag, or choose a place."),
               work->entity->name);
  return FALSE;
}

gboolean
plx_mention_resolve (PlxConnection *connection,
                     const PlxMention *mention,
                     PlxId tag,
                     PlxId *entity,
                     GError **error)
{
  Work *work = work_new (NULL, 0);
  PlxKind kind;
  gboolean done;

  work_set_mention (work, mention);
  done = get_mention_kind (connection, tag, &kind, error) && resolve (work, connection, kind, error);
  *entity = work->id;
  work_free (work);
  return done;
}

/* Learning */

/* Appends what is marked, if it is one piece: what is not is no name. */
static void
append_text (GPtrArray *texts,
             const PlxAnnotation *annotation)
{
  if (annotation->quotes[0] != NULL && annotation->quotes[1] == NULL)
    g_ptr_array_add (texts, g_strdup (annotation->quotes[0]));
}

static gboolean
learn (const Work *work,
       PlxConnection *connection,
       GPtrArray *texts,
       GError **error)
{
  return !work->learn || plx_entities_learn (connection, work->id, texts, error);
}

/* Mentions */

static gboolean
tag_mention (PlxConnection *connection,
             PlxId annotator,
             gpointer data,
             GError **error)
{
  Work *work = data;
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  PlxKind kind;

  work->annotation->annotator = annotator;
  if (!get_mention_kind (connection, work->annotation->tag, &kind, error) || !resolve (work, connection, kind, error))
    return FALSE;
  work->annotation->entity = work->id;
  if (!plx_annotations_add (connection, work->annotation, work->text, error))
    return FALSE;
  append_text (texts, work->annotation);
  return learn (work, connection, texts, error);
}

PlxVerb *
plx_verb_tag_mention (const PlxAnnotation *annotation,
                      PlxText *text,
                      const PlxMention *mention)
{
  Work *work = work_new (NULL, 0);

  work->annotation = plx_annotation_copy (annotation);
  work->text = plx_text_ref (text);
  work_set_mention (work, mention);
  return plx_verb_new ("tag", mention->name, tag_mention, work, work_free);
}

static gboolean
link_one (Work *work,
          PlxConnection *connection,
          PlxId id,
          GPtrArray *texts,
          GError **error)
{
  g_autoptr (PlxAnnotation) annotation = plx_annotations_get (connection, id, error);
  PlxKind kind;

  if (annotation == NULL || !get_mention_kind (connection, annotation->tag, &kind, error) ||
      !resolve (work, connection, kind, error) || !plx_annotations_set_entity (connection, id, work->id, error))
    return FALSE;
  append_text (texts, annotation);
  return TRUE;
}

static gboolean
link_all (PlxConnection *connection,
          PlxId annotator,
          gpointer data,
          GError **error)
{
  Work *work = data;
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < work->ids->len; i++)
    if (!link_one (work, connection, g_array_index (work->ids, PlxId, i), texts, error))
      return FALSE;
  return texts->len == 0 || learn (work, connection, texts, error);
}

PlxVerb *
plx_verb_link (const PlxId *annotations,
               gsize n_annotations,
               const PlxMention *mention)
{
  Work *work = work_new (annotations, n_annotations);

  work_set_mention (work, mention);
  return plx_verb_new ("link", mention->name, link_all, work, work_free);
}

static gboolean
unlink_all (PlxConnection *connection,
            PlxId annotator,
            gpointer data,
            GError **error)
{
  const Work *work = data;

  for (guint i = 0; i < work->ids->len; i++)
    if (!plx_annotations_set_entity (connection, g_array_index (work->ids, PlxId, i), PLX_ID_NONE, error))
      return FALSE;
  return TRUE;
}

PlxVerb *
plx_verb_unlink (const PlxId *annotations,
                 gsize n_annotations,
                 const char *detail)
{
  return plx_verb_new ("unlink", detail, unlink_all, work_new (annotations, n_annotations), work_free);
}

/* Entities */

static PlxVerb *
verb_with_entity (const char *verb,
                  const PlxEntity *entity,
                  PlxEditFunc func)
{
  Work *work = work_new (NULL, 0);

  work->entity = plx_entity_copy (entity);
  return plx_verb_new (verb, entity->name, func, work, work_free);
}

static gboolean
add (PlxConnection *connection,
     PlxId annotator,
     gpointer data,
     GError **error)
{
  Work *work = data;

  return plx_entities_add (connection, work->entity, error);
}

PlxVerb *
plx_verb_add_entity (const PlxEntity *entity)
{
  return verb_with_entity ("add-entity", entity, add);
}

static gboolean
update (PlxConnection *connection,
        PlxId annotator,
        gpointer data,
        GError **error)
{
  const Work *work = data;

  return plx_entities_update (connection, work->entity, error);
}

PlxVerb *
plx_verb_update_entity (const PlxEntity *entity)
{
  return verb_with_entity ("entity", entity, update);
}

static gboolean
remove_entity (PlxConnection *connection,
               PlxId annotator,
               gpointer data,
               GError **error)
{
  const Work *work = data;

  return plx_entities_remove (connection, work->id, error);
}

PlxVerb *
plx_verb_remove_entity (PlxId entity,
                        const char *name)
{
  Work *work = work_new (NULL, 0);

  work->id = entity;
  return plx_verb_new ("remove-entity", name, remove_entity, work, work_free);
}

static gboolean
merge (PlxConnection *connection,
       PlxId annotator,
       gpointer data,
       GError **error)
{
  const Work *work = data;

  return plx_entities_merge (connection, work->id, work->into, error);
}

PlxVerb *
plx_verb_merge_entities (PlxId from,
                         PlxId into,
                         const char *name)
{
  Work *work = work_new (NULL, 0);

  work->id = from;
  work->into = into;
  return plx_verb_new ("merge-entities", name, merge, work, work_free);
}

/* Splitting */

/* Makes the new entity, of the kind and sort of what @annotation mentions. */
static gboolean
make_part (Work *work,
           PlxConnection *connection,
           const PlxAnnotation *annotation,
           GError **error)
{
  g_autoptr (PlxEntity) whole = NULL;

  if (annotation->entity == PLX_ID_NONE)
    {
      g_set_error_literal (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT,
                           _ ("The passage mentions no actor or place, so there is nothing to split off. Link it instead."));
      return FALSE;
    }
  whole = plx_entities_get (connection, annotation->entity, error);
  if (whole == NULL)
    return FALSE;
  work->entity = plx_entity_new ();
  work->entity->id = work->id;
  work->entity->kind = whole->kind;
  g_free (work->entity->sort);
  work->entity->sort = g_strdup (whole->sort);
  g_free (work->entity->name);
  work->entity->name = g_strdup (work->name);
  return plx_entities_add (connection, work->entity, error);
}

static gboolean
split (PlxConnection *connection,
       PlxId annotator,
       gpointer data,
       GError **error)
{
  Work *work = data;
  g_autoptr (PlxAnnotation) first = NULL;

  if (work->ids->len == 0)
    {
      g_set_error_literal (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT, _ ("No mention is chosen. Choose those that mean somebody else."));
      return FALSE;
    }
  first = plx_annotations_get (connection, g_array_index (work->ids, PlxId, 0), error);
  return first != NULL && make_part (work, connection, first, error) && link_all (connection, annotator, work, error);
}

PlxVerb *
plx_verb_split_entity (const PlxId *annotations,
                       gsize n_annotations,
                       PlxId entity,
                       const char *name,
                       gboolean learn_texts)
{
  Work *work = work_new (annotations, n_annotations);

  work->id = entity;
  work->name = g_strdup (name);
  work->learn = learn_texts;
  return plx_verb_new ("split-entity", name, split, work, work_free);
}
