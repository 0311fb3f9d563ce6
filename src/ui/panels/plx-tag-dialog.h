/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Everything about one tag, in a dialog: a new one, or one that is there.
 *
 * Shows how its colour will look on every page, warns of colours that are hard
 * to see or to tell from those of its siblings, and asks before it takes a key
 * from another tag.
 */

#pragma once

#include "session/plx-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLX_TYPE_TAG_DIALOG (plx_tag_dialog_get_type ())

G_DECLARE_FINAL_TYPE (PlxTagDialog, plx_tag_dialog, PLX, TAG_DIALOG, AdwWindow)

/**
 * plx_tag_dialog_add:
 * @widget: in whose window it is
 * @parent: under which the tag will be, or %PLX_ID_NONE
 *
 * Returns: the id that the tag will have
 */
PlxId plx_tag_dialog_add (GtkWidget *widget,
                          PlxSession *session,
                          PlxId parent);
void plx_tag_dialog_edit (GtkWidget *widget,
                          PlxSession *session,
                          PlxId tag);

G_END_DECLS
