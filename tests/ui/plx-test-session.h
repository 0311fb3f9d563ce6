/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A session over a project in a folder of its own, and a window to try widgets
 * in.  Needs a display. */

#pragma once

#include "plx-test-project.h"

#include "session/plx-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct
{
  PlxTestProject *files; /* (owned): its connection works like another process */
  PlxProject *project;   /* (owned) */
  PlxSession *session;   /* (owned) */
  GtkWindow *window;     /* (owned) (nullable) */
  char *failure;         /* (owned) (nullable): the last message of PlxSession::failed */
  char *done;            /* (owned) (nullable): the last message of PlxSession::done */
} PlxTestSession;

/**
 * plx_test_session_new:
 * @files: (transfer full): what to open
 */
PlxTestSession *plx_test_session_new (PlxTestProject *files);
void plx_test_session_free (PlxTestSession *self);

/* Shows @widget in the window and waits until it is drawn. */
void plx_test_session_present (PlxTestSession *self,
                               GtkWidget *widget);

/**
 * plx_test_session_open:
 *
 * Opens article @i and waits until it is loaded.
 *
 * Returns: (transfer none): the reading
 */
PlxReading *plx_test_session_open (PlxTestSession *self,
                                   guint i);

/* Whether an edit is on its way. */
gboolean plx_test_session_is_saving (PlxTestSession *self);

/* Waits until everything is stored and shown. */
void plx_test_session_settle (PlxTestSession *self);

/* Undoes the last edit and waits for it. */
void plx_test_session_undo (PlxTestSession *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxTestSession, plx_test_session_free)

/* Runs the main loop until @condition holds; fails after some seconds. */
#define PLX_WAIT_FOR(condition)                                     \
  G_STMT_START                                                      \
  {                                                                 \
    gint64 plx_end = g_get_monotonic_time () + 15 * G_USEC_PER_SEC; \
    while (!(condition) && g_get_monotonic_time () < plx_end)       \
      if (!g_main_context_iteration (NULL, FALSE))                  \
        g_usleep (1000);                                            \
    g_assert_true (condition);                                      \
  }                                                                 \
  G_STMT_END

G_END_DECLS
