/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What doing, undoing and redoing have in common. */

#pragma once

#include "store/plx-edit.h"

G_BEGIN_DECLS

/* Notes in the journal that @edit was done (or with @forward %FALSE: undone). */
gboolean plx_edit_record_step (PlxConnection *connection,
                               PlxId edit,
                               gboolean forward,
                               gint64 *serial,
                               GError **error);

/* Opens a transaction that may write. */
gboolean plx_edit_begin (PlxConnection *connection,
                         GError **error);

/* Rolls an open transaction back and stops recording. */
void plx_edit_abandon (PlxConnection *connection);

G_END_DECLS
