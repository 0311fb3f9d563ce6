/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Many places at once, each to be looked at before anything is done: all
 * occurrences of a name to be tagged, all annotations like one to be deleted,
 * all suggestions to be accepted or refused.
 *
 * What is found is shown in context, article by article, with a tick for each
 * place; what is done in the end is one edit.  The search runs on the worker's
 * thread, anew with every change of what is looked for.
 */

#pragma once

#include "session/plx-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLX_TYPE_TAG_ALL_DIALOG (plx_tag_all_dialog_get_type ())

G_DECLARE_FINAL_TYPE (PlxTagAllDialog, plx_tag_all_dialog, PLX, TAG_ALL_DIALOG, AdwWindow)

/* Actions: dialog.apply, dialog.reject, dialog.tick-all, dialog.tick-none. */

/**
 * plx_tag_all_dialog_show:
 * @text: (nullable): what to look for
 * @tag: to begin with, or %PLX_ID_NONE for the first one
 * @entity: that all become mentions of, to begin with, or %PLX_ID_NONE
 *
 * Returns: (transfer none): the dialog, which is on screen
 */
PlxTagAllDialog *plx_tag_all_dialog_show (GtkWindow *parent,
                                          PlxSession *session,
                                          const char *text,
                                          PlxId tag,
                                          PlxId entity);

/**
 * plx_tag_all_dialog_show_untag:
 * @text: (nullable): only annotations of this text
 * @tag: only annotations with this tag
 * @entity: only mentions of it are offered as a choice, or %PLX_ID_NONE
 */
PlxTagAllDialog *plx_tag_all_dialog_show_untag (GtkWindow *parent,
                                                PlxSession *session,
                                                const char *text,
                                                PlxId tag,
                                                PlxId entity);

/**
 * plx_tag_all_dialog_show_suggestions:
 * @entity: only suggestions of it, or %PLX_ID_NONE
 */
PlxTagAllDialog *plx_tag_all_dialog_show_suggestions (GtkWindow *parent,
                                                      PlxSession *session,
                                                      PlxId entity);

G_END_DECLS
