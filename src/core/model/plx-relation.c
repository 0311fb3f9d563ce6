/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/plx-relation.h"

PlxRelationKind *
plx_relation_kind_new (void)
{
  PlxRelationKind *self = g_new0 (PlxRelationKind, 1);

  self->name = g_strdup ("");
  self->directed = TRUE;
  self->description = g_strdup ("");
  self->position = -1;
  return self;
}

void
plx_relation_kind_free (PlxRelationKind *self)
{
  g_free (self->name);
  g_free (self->description);
  g_free (self);
}

PlxRelation *
plx_relation_new (void)
{
  PlxRelation *self = g_new0 (PlxRelation, 1);

  self->note = g_strdup ("");
  return self;
}

void
plx_relation_free (PlxRelation *self)
{
  g_free (self->note);
  g_free (self);
}
