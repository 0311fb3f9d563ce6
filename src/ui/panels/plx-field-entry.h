/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An entry for one fact that is stored as soon as it is complete: at Enter, when
 * a suggestion is picked, and when the focus leaves.  Escape takes back what
 * was typed.
 *
 * It follows what is stored without ever touching what is being typed.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_FIELD_ENTRY (plx_field_entry_get_type ())

/* Signals:
 *   "commit" (const char *text)  @text, without blanks at its ends, shall be stored; a
 *                                handler returns whether it is in order
 *   "entered"                    Enter was pressed, and what is there is in order: on
 *                                to what comes next */
G_DECLARE_FINAL_TYPE (PlxFieldEntry, plx_field_entry, PLX, FIELD_ENTRY, GtkEntry)

/* Returns: (transfer full): the #GtkStringObject that are offered. */
typedef GListModel *(*PlxSuggestFunc) (gpointer data);

/**
 * plx_field_entry_set_suggest:
 * @suggest: asked each time the focus comes in
 * @data: not owned
 */
void plx_field_entry_set_suggest (PlxFieldEntry *self,
                                  PlxSuggestFunc suggest,
                                  gpointer data);

/**
 * plx_field_entry_show:
 * @is_new: whether it is another fact; of the same one, what somebody is typing stays
 */
void plx_field_entry_show (PlxFieldEntry *self,
                           const char *stored,
                           gboolean is_new);

/**
 * plx_field_entry_show_problem:
 * @label: below the entry, hidden while all is in order
 * @problem: (nullable): why what was typed is not taken
 */
void plx_field_entry_show_problem (PlxFieldEntry *self,
                                   GtkLabel *label,
                                   const char *problem);

/* Has what is typed stored now. */
void plx_field_entry_flush (PlxFieldEntry *self);

/**
 * plx_field_entry_leave_undo:
 * @editable: any entry that holds nothing that is stored
 *
 * Undoing while the focus is there takes back what was done to the project, not
 * what was typed.
 */
void plx_field_entry_leave_undo (GtkEditable *editable);

G_END_DECLS
