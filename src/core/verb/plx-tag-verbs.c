/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "verb/plx-tag-verbs.h"

#include "store/plx-tag-tree.h"
#include "store/plx-tags.h"

/* What a verb on the codebook may need; each uses its part. */
typedef struct
{
  PlxTag *tag; /* (owned) */
  PlxId other; /* parent, or the tag to merge into */
  int position;
  PlxKind kind;
  gboolean take_key;
} Work;

static Work *
work_new (const PlxTag *tag)
{
  Work *work = g_new0 (Work, 1);

  work->tag = plx_tag_copy (tag);
  return work;
}

static void
work_free (gpointer data)
{
  Work *work = data;

  plx_tag_free (work->tag);
  g_free (work);
}

static gboolean
take_key (PlxConnection *connection,
          const Work *work,
          GError **error)
{
  return !work->take_key || plx_tags_release_hotkey (connection, work->tag->hotkey, work->tag->id, error);
}

static gboolean
add_tag (PlxConnection *connection,
         PlxId annotator,
         gpointer data,
         GError **error)
{
  Work *work = data;

  return take_key (connection, work, error) && plx_tags_add (connection, work->tag, error) &&
         (work->position < 0 ||
          plx_tags_move (connection, work->tag->id, work->tag->parent, work->position, NULL, work->tag->kind, error));
}

PlxVerb *
plx_verb_add_tag (const PlxTag *tag,
                  gboolean take)
{
  Work *work = work_new (tag);

  work->take_key = take;
  work->position = tag->position;
  work->tag->position = -1;
  return plx_verb_new ("tag-add", tag->name, add_tag, work, work_free);
}

/* What stands at the top may change its kind where it stands. */
static gboolean
update (PlxConnection *connection,
        const Work *work,
        const PlxTag *there,
        GError **error)
{
  return take_key (connection, work, error) && plx_tags_update (connection, work->tag, error) &&
         (there->parent != PLX_ID_NONE || there->kind == work->tag->kind ||
          plx_tags_set_kind (connection, work->tag->id, work->tag->kind, error));
}

static gboolean
update_tag (PlxConnection *connection,
            PlxId annotator,
            gpointer data,
            GError **error)
{
  const Work *work = data;
  g_autoptr (PlxTag) there = plx_tags_get (connection, work->tag->id, error);

  return there != NULL && update (connection, work, there, error);
}

PlxVerb *
plx_verb_update_tag (const PlxTag *tag,
                     gboolean take)
{
  Work *work = work_new (tag);

  work->take_key = take;
  return plx_verb_new ("tag-update", tag->name, update_tag, work, work_free);
}

static gboolean
move_tag (PlxConnection *connection,
          PlxId annotator,
          gpointer data,
          GError **error)
{
  const Work *work = data;

  return plx_tags_move (connection, work->tag->id, work->other, work->position, NULL, work->kind, error);
}

PlxVerb *
plx_verb_move_tag (const PlxTag *tag,
                   PlxId parent,
                   int position,
                   PlxKind kind)
{
  Work *work = work_new (tag);

  work->other = parent;
  work->position = position;
  work->kind = kind;
  return plx_verb_new ("tag-move", tag->name, move_tag, work, work_free);
}

/* The name first: the old one may be taken at the new place, and the new one at
 * the old place. */
static gboolean
change_tag (PlxConnection *connection,
            PlxId annotator,
            gpointer data,
            GError **error)
{
  const Work *work = data;
  g_autoptr (PlxTag) there = plx_tags_get (connection, work->tag->id, error);

  if (there == NULL)
    return FALSE;
  if (there->parent == work->tag->parent)
    return update (connection, work, there, error);
  return plx_tags_move (connection, work->tag->id, work->tag->parent, -1, work->tag->name, work->tag->kind, error) &&
         take_key (connection, work, error) && plx_tags_update (connection, work->tag, error);
}

PlxVerb *
plx_verb_change_tag (const PlxTag *tag,
                     gboolean take)
{
  Work *work = work_new (tag);

  work->take_key = take;
  return plx_verb_new ("tag-update", tag->name, change_tag, work, work_free);
}

static gboolean
merge_tags (PlxConnection *connection,
            PlxId annotator,
            gpointer data,
            GError **error)
{
  const Work *work = data;

  return plx_tags_merge (connection, work->tag->id, work->other, work->kind, error);
}

PlxVerb *
plx_verb_merge_tags (const PlxTag *from,
                     PlxId into,
                     PlxKind kind)
{
  Work *work = work_new (from);

  work->other = into;
  work->kind = kind;
  return plx_verb_new ("tag-merge", from->name, merge_tags, work, work_free);
}

static gboolean
remove_tag (PlxConnection *connection,
            PlxId annotator,
            gpointer data,
            GError **error)
{
  const Work *work = data;

  return plx_tags_remove (connection, work->tag->id, error);
}

PlxVerb *
plx_verb_remove_tag (const PlxTag *tag)
{
  return plx_verb_new ("tag-delete", tag->path, remove_tag, work_new (tag), work_free);
}
