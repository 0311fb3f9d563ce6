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

PlxRelationKind *
plx_relation_kind_copy (const PlxRelationKind *self)
{
  PlxRelationKind *copy = g_memdup2 (self, sizeof *self);

  copy->name = g_strdup (self->name);
  copy->description = g_strdup (self->description);
  return copy;
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

PlxRelation *
plx_relation_copy (const PlxRelation *self)
{
  PlxRelation *copy = g_memdup2 (self, sizeof *self);

  copy->note = g_strdup (self->note);
  return copy;
}

void
plx_relation_free (PlxRelation *self)
{
  g_free (self->note);
  g_free (self);
}
