/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of PlxWindow share: plx-window.c (opening and closing),
 * plx-window-session.c (with a project), plx-window-layout.c, plx-window-toasts.c,
 * plx-window-actions.c, plx-window-versions.c, plx-window-arrivals.c and
 * plx-window-dnd.c. */

#pragma once

#include "window/plx-start-page.h"
#include "window/plx-window.h"
#include "window/plx-workbench.h"

G_BEGIN_DECLS

struct _PlxWindow
{
  AdwApplicationWindow parent_instance;

  /* Template Widgets */
  AdwToastOverlay *toasts;
  GtkStack *stack;
  GtkSpinner *spinner;

  /* Borrowed References */
  PlxStartPage *start_page; /* (nullable): in the stack, once it was shown */
  PlxWorkbench *workbench;  /* (nullable): in the stack, as long as the session */
  AdwToast *undo_toast;     /* (nullable): weak */
  GtkWidget *complaint;     /* (nullable): weak, a dialog that tells failures */

  /* Owned References */
  GSettings *settings;         /* (nullable) */
  GSettings *project_settings; /* (nullable) */
  PlxSession *session;         /* (nullable): none without a project */
  char *place;                 /* (nullable): path or URI of what is open or being opened */
  GPtrArray *arrivals;         /* (nullable) (element-type GFile): to add as soon as the project is open */
  GPtrArray *sample;           /* (nullable) (element-type PlxIntakeItem): the same */

  PlxId toasted_edit; /* what the button of undo_toast takes back */
  gint64 toasted_at;  /* monotonic: when the last toast came */
  guint spinner_id;
  guint layout_id;
  gboolean closed;
};

/* plx-window.c */

/* The path or URI by which a window is found again. */
char *plx_window_dup_place (GFile *file);
PlxWindow *plx_window_find (GtkApplication *application,
                            const char *place);

/* plx-window-session.c */

/**
 * plx_window_take_project:
 * @project: (transfer full):
 * @is_copy: whether it is a working copy of something elsewhere
 */
void plx_window_take_project (PlxWindow *self,
                              PlxProject *project,
                              gboolean is_copy);

/**
 * plx_window_leave_project:
 *
 * Remembers the layout, takes the workbench down and lets the project close in
 * the background.
 */
void plx_window_leave_project (PlxWindow *self);

/* Takes over what is set elsewhere, as long as the window is there. */
void plx_window_follow_settings (PlxWindow *self);

/* plx-window-layout.c */
void plx_window_restore_layout (PlxWindow *self);
void plx_window_save_layout (PlxWindow *self);

/* Saves it whenever it has changed, as long as the session is there. */
void plx_window_follow_layout (PlxWindow *self);

/* plx-window-toasts.c */

/* @message is shown literally. */
void plx_window_toast (PlxWindow *self,
                       const char *message,
                       gboolean can_undo);
void plx_window_drop_undo_toast (PlxWindow *self);

/* Shows what the session says it did or could not do. */
void plx_window_tell_outcomes (PlxWindow *self);

/* plx-window-actions.c */
void plx_window_class_install_actions (GtkWidgetClass *widget_class);
void plx_window_class_install_version_actions (GtkWidgetClass *widget_class);
void plx_window_update_actions (PlxWindow *self);

/* plx-window-arrivals.c */
void plx_window_class_install_arrival_actions (GtkWidgetClass *widget_class);

/* Opens the first articles that come into a project that has none. */
void plx_window_await_articles (PlxWindow *self);

/* Adds what the project was made for. */
void plx_window_add_arrivals (PlxWindow *self);
void plx_window_forget_arrivals (PlxWindow *self);

/**
 * plx_window_add_files:
 * @files: (element-type GFile): projects among them are opened, the others
 *   added as articles, if need be to a new project
 */
void plx_window_add_files (PlxWindow *self,
                           GPtrArray *files);

/* plx-window-dnd.c */
void plx_window_accept_drops (PlxWindow *self);

G_END_DECLS
