/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A window for all things of one kind of the project.  Everything is stored at
 * once; what is refused is said on top and shown as it is stored. */

#pragma once

#include "session/plx-session.h"

#include "verb/plx-verb.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLX_TYPE_LIST_WINDOW (plx_list_window_get_type ())

G_DECLARE_DERIVABLE_TYPE (PlxListWindow, plx_list_window, PLX, LIST_WINDOW, AdwWindow)

struct _PlxListWindowClass
{
  AdwWindowClass parent_class;

  guint tables; /* a bit for each table that is shown */

  /* Shows what is stored.  Not called once the window is closed. */
  void (*load) (PlxListWindow *self);
};

/* Adds @child below what is there; all of it scrolls. */
void plx_list_window_append (PlxListWindow *self,
                             GtkWidget *child);

/* Puts @list, which takes the room that is left and scrolls by itself, above what
 * is appended, which stays in sight then. */
void plx_list_window_set_list (PlxListWindow *self,
                               GtkWidget *list);

/**
 * plx_list_window_present:
 * @widget: in whose window it opens
 * @session: whose project it is about
 */
void plx_list_window_present (PlxListWindow *self,
                              GtkWidget *widget,
                              PlxSession *session);

/* Returns: (transfer none) (nullable): nothing before it is presented and once
 * it is closed. */
PlxSession *plx_list_window_get_session (PlxListWindow *self);

/**
 * plx_list_window_do:
 * @verb: (transfer full)
 */
void plx_list_window_do (PlxListWindow *self,
                         PlxVerb *verb);

/**
 * plx_list_window_ask_to_delete:
 * @name: of what is to be deleted
 * @body: what goes with it
 * @verb: (transfer full): done if the user agrees
 */
void plx_list_window_ask_to_delete (PlxListWindow *self,
                                    const char *name,
                                    const char *body,
                                    PlxVerb *verb);

G_END_DECLS
