/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Outlets. */

#pragma once

#include "base/plx-id.h"

G_BEGIN_DECLS

/* What is known of an outlet.  Articles name theirs; strings are owned and never
 * %NULL. */
typedef struct
{
  PlxId id;     /* PLX_ID_NONE if only articles know it */
  char *name;   /* as articles write it */
  char *brief;  /* short name for narrow places, or empty */
  char *colour; /* `#rrggbb`, or empty */
  char *note;
  guint n_documents; /* set by the store */
} PlxOutlet;

PlxOutlet *plx_outlet_new (const char *name);
PlxOutlet *plx_outlet_copy (const PlxOutlet *self);
void plx_outlet_free (PlxOutlet *self);

/**
 * plx_outlet_check:
 *
 * @error: %PLX_STORE_ERROR_CONSTRAINT naming field and remedy
 */
gboolean plx_outlet_check (const PlxOutlet *self,
                           GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxOutlet, plx_outlet_free)

G_END_DECLS
