/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A popover that asks for an actor or place: one that is there, or a new name.
 *
 * Typing finds names and other names as they fold; the arrows mark, Enter takes.
 * Whoever makes it sets its parent and unparents it.
 */

#pragma once

#include "session/plx-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_ENTITY_CHOOSER (plx_entity_chooser_get_type ())

/* Signal "chosen" (gint64 entity, const char *name, gboolean learn): @entity is
 * %PLX_ID_NONE for a new one of that name. */
G_DECLARE_FINAL_TYPE (PlxEntityChooser, plx_entity_chooser, PLX, ENTITY_CHOOSER, GtkPopover)

/* What is asked for. */
typedef struct
{
  PlxKind kind;     /* actor or place */
  const char *text; /* what is typed already */
  PlxId except;     /* is not offered */
  gboolean may_add; /* whether it may be a new one, and learn the words that are linked */
} PlxEntityQuestion;

GtkWidget *plx_entity_chooser_new (PlxSession *session);

/**
 * plx_entity_chooser_ask:
 * @at: (nullable): a widget in its parent that it points to
 */
void plx_entity_chooser_ask (PlxEntityChooser *self,
                             GtkWidget *at,
                             const PlxEntityQuestion *question);

G_END_DECLS
