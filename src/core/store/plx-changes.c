/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/plx-changes.h"

struct _PlxChanges
{
  gatomicrefcount ref_count;
  GArray *rows; /* (owned) (element-type PlxChange) */
  guint tables; /* bits (1 << PlxTable) of those that rows are of */
  gboolean are_everything;
};

G_DEFINE_BOXED_TYPE (PlxChanges, plx_changes, plx_changes_ref, plx_changes_unref)

PlxChanges *
plx_changes_new (void)
{
  PlxChanges *self = g_new0 (PlxChanges, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->rows = g_array_new (FALSE, FALSE, sizeof (PlxChange));
  return self;
}

PlxChanges *
plx_changes_ref (PlxChanges *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
plx_changes_unref (PlxChanges *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_array_unref (self->rows);
  g_free (self);
}

void
plx_changes_add (PlxChanges *self,
                 const PlxChange *change)
{
  if (self->are_everything)
    return;
  g_array_append_vals (self->rows, change, 1);
  self->tables |= 1U << change->table;
}

void
plx_changes_add_everything (PlxChanges *self)
{
  self->are_everything = TRUE;
  self->tables = (1U << PLX_N_TABLES) - 1;
  g_array_set_size (self->rows, 0);
}

gboolean
plx_changes_are_everything (const PlxChanges *self)
{
  return self->are_everything;
}

guint
plx_changes_get_n (const PlxChanges *self)
{
  return self->rows->len;
}

const PlxChange *
plx_changes_get (const PlxChanges *self,
                 guint i)
{
  return &g_array_index (self->rows, PlxChange, i);
}

gboolean
plx_changes_are_nothing (const PlxChanges *self)
{
  return self->tables == 0;
}

gboolean
plx_changes_touch (const PlxChanges *self,
                   PlxTable table)
{
  return plx_changes_touch_any (self, 1U << table);
}

gboolean
plx_changes_touch_any (const PlxChanges *self,
                       guint tables)
{
  return (self->tables & tables) != 0;
}

gboolean
plx_changes_touch_id (const PlxChanges *self,
                      PlxId id)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (plx_changes_get (self, i)->id == id)
      return TRUE;
  return self->are_everything;
}
