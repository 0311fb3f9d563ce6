/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A note that is stored while it is written: after a pause in typing, without one
 * every moment, and when the focus leaves.
 *
 * It follows what is stored without touching what is being typed, and without
 * moving the caret.
 */

#pragma once

#include "verb/plx-sitting.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_NOTE_VIEW (plx_note_view_get_type ())

/* Signal "commit" (const char *text): @text shall be stored. */
G_DECLARE_FINAL_TYPE (PlxNoteView, plx_note_view, PLX, NOTE_VIEW, GtkWidget)

/**
 * plx_note_view_reset:
 *
 * Another note: shows @stored, whatever was typed before.
 */
void plx_note_view_reset (PlxNoteView *self,
                          const char *stored);

/**
 * plx_note_view_follow:
 *
 * The same note has changed: shows @stored, unless something else is typed.
 */
void plx_note_view_follow (PlxNoteView *self,
                           const char *stored);

/**
 * plx_note_view_restore:
 * @text: (nullable): what was typed and could not be stored; %NULL if it is
 *   still shown
 * @stored: what is stored instead
 *
 * Keeps @text as something that is being typed, to be tried again.
 */
void plx_note_view_restore (PlxNoteView *self,
                            const char *text,
                            const char *stored);

/**
 * plx_note_view_get_sitting:
 *
 * Returns: (transfer none): what the text belongs to that is committed now: it
 *   ends when the focus leaves, after a long pause, and with another note
 */
PlxSitting *plx_note_view_get_sitting (PlxNoteView *self);

/* Has what is typed stored now. */
void plx_note_view_flush (PlxNoteView *self);

G_END_DECLS
