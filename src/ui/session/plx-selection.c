/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "session/plx-selection.h"

struct _PlxSelection
{
  GArray *items;   /* (owned) (element-type PlxSelected): the primary one last */
  GHashTable *ids; /* (owned) (element-type PlxId): of all of them */
};

static void
selected_clear (gpointer data)
{
  g_object_unref (((PlxSelected *) data)->reading);
}

PlxSelection *
plx_selection_new (void)
{
  PlxSelection *self = g_new0 (PlxSelection, 1);

  self->items = g_array_new (FALSE, FALSE, sizeof (PlxSelected));
  g_array_set_clear_func (self->items, selected_clear);
  self->ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return self;
}

void
plx_selection_free (PlxSelection *self)
{
  g_array_unref (self->items);
  g_hash_table_unref (self->ids);
  g_free (self);
}

guint
plx_selection_get_n (PlxSelection *self)
{
  return self->items->len;
}

const PlxSelected *
plx_selection_get (PlxSelection *self,
                   guint i)
{
  return &g_array_index (self->items, PlxSelected, i);
}

const PlxSelected *
plx_selection_get_primary (PlxSelection *self)
{
  return self->items->len > 0 ? plx_selection_get (self, self->items->len - 1) : NULL;
}

gboolean
plx_selection_contains (PlxSelection *self,
                        PlxId annotation)
{
  return g_hash_table_contains (self->ids, &annotation);
}

gboolean
plx_selection_clear (PlxSelection *self)
{
  if (self->items->len == 0)
    return FALSE;
  g_array_set_size (self->items, 0);
  g_hash_table_remove_all (self->ids);
  return TRUE;
}

gboolean
plx_selection_set (PlxSelection *self,
                   PlxReading *reading,
                   PlxId annotation)
{
  const PlxSelected *primary = plx_selection_get_primary (self);

  if (self->items->len == 1 && primary->reading == reading && primary->annotation == annotation)
    return FALSE;
  plx_selection_clear (self);
  return plx_selection_add (self, reading, annotation);
}

gboolean
plx_selection_add (PlxSelection *self,
                   PlxReading *reading,
                   PlxId annotation)
{
  PlxSelected selected = { reading, annotation };

  if (!g_hash_table_add (self->ids, g_memdup2 (&annotation, sizeof annotation)))
    return FALSE;
  g_object_ref (reading);
  g_array_append_val (self->items, selected);
  return TRUE;
}

gboolean
plx_selection_remove (PlxSelection *self,
                      PlxId annotation)
{
  if (!g_hash_table_remove (self->ids, &annotation))
    return FALSE;
  for (guint i = 0; i < self->items->len; i++)
    if (plx_selection_get (self, i)->annotation == annotation)
      {
        g_array_remove_index (self->items, i);
        break;
      }
  return TRUE;
}

static gboolean
is_lost (const PlxSelected *selected)
{
  return plx_span_index_get_tag (plx_reading_get_index (selected->reading), selected->annotation) == PLX_ID_NONE;
}

gboolean
plx_selection_drop (PlxSelection *self,
                    PlxReading *reading)
{
  g_autoptr (GArray) kept = g_array_sized_new (FALSE, FALSE, sizeof (PlxSelected), self->items->len);
  guint n = self->items->len;

  for (guint i = 0; i < n; i++)
    {
      PlxSelected *selected = &g_array_index (self->items, PlxSelected, i);

      if (reading != NULL ? selected->reading != reading : !is_lost (selected))
        g_array_append_val (kept, *selected);
      else
        {
          g_hash_table_remove (self->ids, &selected->annotation);
          g_object_unref (selected->reading);
        }
    }
  /* The references went over. */
  g_array_set_clear_func (self->items, NULL);
  g_array_set_clear_func (kept, selected_clear);
  g_array_unref (self->items);
  self->items = g_steal_pointer (&kept);
  return self->items->len < n;
}
