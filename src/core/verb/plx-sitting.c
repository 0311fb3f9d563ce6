/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "verb/plx-sitting.h"

PlxSitting *
plx_sitting_new (void)
{
  PlxSitting *self = g_atomic_rc_box_new0 (PlxSitting);

  self->edit = PLX_ID_NONE;
  return self;
}

PlxSitting *
plx_sitting_ref (PlxSitting *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
plx_sitting_unref (PlxSitting *self)
{
  g_atomic_rc_box_release (self);
}
