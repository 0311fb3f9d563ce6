/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the driver share. */

#pragma once

#include "plx-e2e.h"

#include <X11/Xlib.h>

G_BEGIN_DECLS

#define PLX_E2E_BUS_NAME PLX_APP_ID

/* Long enough for a machine that does much else. */
#define PLX_E2E_PATIENCE_US (60 * G_USEC_PER_SEC)

struct _PlxE2e
{
  char *folder;         /* (owned) */
  char *hook;           /* (owned): file that answers appear in */
  GSubprocess *program; /* (owned) (nullable) */
  GDBusConnection *bus; /* (owned) */
  Display *display;     /* (owned) */
  gsize answered;       /* bytes of the answers read */
  gboolean unprivileged;
  gboolean hurried;
  gboolean animated;
};

/* plx-e2e-failure.c */

/**
 * plx_e2e_explain_failures:
 *
 * From now on a failed assertion prints the state of the window and where a
 * picture of it is, before it ends the test.
 */
void plx_e2e_explain_failures (PlxE2e *self);

/* @self is gone: nothing more to tell. */
void plx_e2e_forget_failures (PlxE2e *self);

/* plx-e2e-program.c */

/* Is the program on the bus? */
gboolean plx_e2e_has_owner (PlxE2e *self);

/* Until the program has ended; a failure if it does not. */
void plx_e2e_await_end (PlxE2e *self);

/* plx-e2e-picture.c */

/* Writes all of the screen as PNG. */
gboolean plx_e2e_write_picture (Display *display,
                                const char *file);

G_END_DECLS
