/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/plx-tag-places.h"

PlxTagZone
plx_tag_zone_at (double y,
                 double height)
{
  if (y < height / 4)
    return PLX_TAG_BEFORE;
  return y > height * 3 / 4 ? PLX_TAG_AFTER : PLX_TAG_INTO;
}

static const PlxTag *
find (GPtrArray *tags,
      PlxId id)
{
  for (guint i = 0; i < tags->len; i++)
    if (((const PlxTag *) g_ptr_array_index (tags, i))->id == id)
      return g_ptr_array_index (tags, i);
  return NULL;
}

/* The place of @tag among the children of its parent, without @except. */
static int
get_position (GPtrArray *tags,
              const PlxTag *tag,
              PlxId except)
{
  int position = 0;

  for (guint i = 0; i < tags->len; i++)
    {
      const PlxTag *other = g_ptr_array_index (tags, i);

      if (other == tag)
        return position;
      position += other->parent == tag->parent && other->id != except;
    }
  return position;
}

static int
count_children (GPtrArray *tags,
                PlxId parent,
                PlxId except)
{
  int n = 0;

  for (guint i = 0; i < tags->len; i++)
    {
      const PlxTag *tag = g_ptr_array_index (tags, i);

      n += tag->parent == parent && tag->id != except;
    }
  return n;
}

gboolean
plx_tag_is_below (GPtrArray *tags,
                  PlxId tag,
                  PlxId above)
{
  const PlxTag *at = find (tags, tag);

  while (at != NULL && at->id != above)
    at = find (tags, at->parent);
  return at != NULL;
}

gboolean
plx_tag_find_drop (GPtrArray *tags,
                   PlxId id,
                   PlxId target_id,
                   PlxTagZone zone,
                   gboolean open,
                   PlxTagPlace *place)
{
  const PlxTag *tag = find (tags, id);
  const PlxTag *target = find (tags, target_id);

  if (tag == NULL || target == NULL || plx_tag_is_below (tags, target_id, id))
    return FALSE;
  if (zone == PLX_TAG_INTO)
    *place = (PlxTagPlace){ target_id, count_children (tags, target_id, id) };
  else if (zone == PLX_TAG_AFTER && open && count_children (tags, target_id, id) > 0)
    *place = (PlxTagPlace){ target_id, 0 };
  else
    *place = (PlxTagPlace){ target->parent, get_position (tags, target, id) + (zone == PLX_TAG_AFTER) };
  return place->parent != tag->parent || place->position != get_position (tags, tag, id);
}

/* The sibling right before @tag. */
static const PlxTag *
get_previous (GPtrArray *tags,
              const PlxTag *tag)
{
  const PlxTag *previous = NULL;

  for (guint i = 0; i < tags->len; i++)
    {
      const PlxTag *other = g_ptr_array_index (tags, i);

      if (other == tag)
        break;
      if (other->parent == tag->parent)
        previous = other;
    }
  return previous;
}

gboolean
plx_tag_find_step (GPtrArray *tags,
                   PlxId id,
                   PlxTagStep step,
                   PlxTagPlace *place)
{
  const PlxTag *tag = find (tags, id);
  const PlxTag *parent, *previous;
  int position;

  if (tag == NULL)
    return FALSE;
  position = get_position (tags, tag, id);
  parent = find (tags, tag->parent);
  previous = get_previous (tags, tag);
  switch (step)
    {
    case PLX_TAG_UP:
      *place = (PlxTagPlace){ tag->parent, position - 1 };
      return position > 0;
    case PLX_TAG_DOWN:
      *place = (PlxTagPlace){ tag->parent, position + 1 };
      return position < count_children (tags, tag->parent, id);
    case PLX_TAG_IN:
      *place = (PlxTagPlace){ previous != NULL ? previous->id : PLX_ID_NONE, -1 };
      return previous != NULL;
    case PLX_TAG_OUT:
      *place = (PlxTagPlace){ parent != NULL ? parent->parent : PLX_ID_NONE, parent != NULL ? get_position (tags, parent, id) + 1 : 0 };
      return parent != NULL;
    default:
      g_assert_not_reached ();
    }
}
