/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A sitting: what somebody writes in one go, though it is stored every moment.
 *
 * The verbs of a sitting become one edit, so that one undo takes them back
 * together: each goes on with the edit of the one before, for as long as nothing
 * else was done and it was not undone.  After that a new edit begins.
 *
 * Made by whoever writes; read and set only on the thread that runs the verbs.
 */

#pragma once

#include "base/plx-id.h"

G_BEGIN_DECLS

typedef struct
{
  PlxId edit; /* the edit so far, or PLX_ID_NONE */
} PlxSitting;

PlxSitting *plx_sitting_new (void);
PlxSitting *plx_sitting_ref (PlxSitting *self);
void plx_sitting_unref (PlxSitting *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxSitting, plx_sitting_unref)

G_END_DECLS
