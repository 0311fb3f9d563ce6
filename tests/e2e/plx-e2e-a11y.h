/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a screen reader is told: the tree of the program on the accessibility
 * bus (AT-SPI). */

#pragma once

#include "plx-e2e.h"

G_BEGIN_DECLS

typedef struct
{
  char *bus_name;
  char *path;
  char *name;
  char *description; /* of what has the focus, else empty */
  char *role;
  gboolean is_focusable;
  gboolean is_focused;
} PlxA11yNode;

void plx_a11y_node_free (PlxA11yNode *self);

/**
 * plx_a11y_list:
 *
 * Returns: (transfer container) (element-type PlxA11yNode): all of the program
 *   that runs and is not hidden, in the order of its tree
 */
GPtrArray *plx_a11y_list (void);

/**
 * plx_a11y_wait_described:
 * @words: what the description of a text shall contain; empty: it has none
 *
 * Waits until the focused text says so, at most 10 s.
 */
void plx_a11y_wait_described (const char *words);

/**
 * plx_a11y_listen:
 *
 * Notes from now on what a screen reader is told by itself: announcements, and
 * descriptions that change.
 */
void plx_a11y_listen (void);

/**
 * plx_a11y_wait_heard:
 *
 * Waits until something with @words in it was told, and forgets all up to it.
 */
void plx_a11y_wait_heard (const char *words);

/**
 * plx_a11y_act:
 *
 * Does what the object of this role and name offers first, as a screen reader
 * would ask it to; waits for the object.
 */
void plx_a11y_act (const char *role,
                   const char *name);

G_END_DECLS
