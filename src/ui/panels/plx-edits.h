/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The edits of a form that are on their way to the store.
 *
 * While there are any, the form is ahead of the store and must not be filled
 * from it.  A note that could not be stored is kept here until it is asked for,
 * so that nothing somebody wrote is lost.
 */

#pragma once

#include "session/plx-session.h"

G_BEGIN_DECLS

#define PLX_TYPE_EDITS (plx_edits_get_type ())

/* Signal "settled": everything is stored or refused; refusals were told by
 * #PlxSession::failed. */
G_DECLARE_FINAL_TYPE (PlxEdits, plx_edits, PLX, EDITS, GObject)

PlxEdits *plx_edits_new (PlxSession *session);

/**
 * plx_edits_do:
 * @annotation: what it is about
 * @verb: (transfer full): what to do; nothing if the project is closed
 * @note: (nullable): the text, if it is the note that is stored
 */
void plx_edits_do (PlxEdits *self,
                   PlxId annotation,
                   PlxVerb *verb,
                   const char *note);
gboolean plx_edits_is_pending (PlxEdits *self);

/**
 * plx_edits_take_unstored:
 *
 * Returns: (transfer full) (nullable): the note of @annotation that could not be
 *   stored
 */
char *plx_edits_take_unstored (PlxEdits *self,
                               PlxId annotation);

G_END_DECLS
