/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A project that is damaged, and salvaged into a new one. */

#pragma once

#include "plx-test-project.h"

#include "store/plx-salvage.h"

G_BEGIN_DECLS

typedef struct
{
  PlxTestProject *project; /* (owned): its connection is closed */
  char *path;              /* (owned): of the project, at rest */
  char *saved;             /* (owned): of the new one */
  char *bytes;             /* (owned): of the project while it was whole */
  gsize length;
} PlxTestDamage;

/* @project: (transfer full) */
void plx_test_damage_init (PlxTestDamage *self,
                           PlxTestProject *project);
void plx_test_damage_clear (PlxTestDamage *self);

/* Makes @bytes what is in the file. */
void plx_test_damage_put (PlxTestDamage *self,
                          const char *bytes,
                          gsize length);

/* Salvages and checks the new project.  Returns: (transfer full): it, open */
PlxConnection *plx_test_damage_salvage (PlxTestDamage *self,
                                        PlxSalvageReport *report);

G_END_DECLS
