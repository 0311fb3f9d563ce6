/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A question before something is done that touches more than meets the eye. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*PlxAskedFunc) (gpointer data);

/**
 * plx_ask:
 * @widget: in whose window it is asked
 * @heading: what will be done, as a question
 * @body: how much it touches; shown literally
 * @label: of the button that does it
 * @destructive: whether the button warns
 * @func: called if that button is chosen
 * @data: (transfer full): freed with @destroy in any case
 */
void plx_ask (GtkWidget *widget,
              const char *heading,
              const char *body,
              const char *label,
              gboolean destructive,
              PlxAskedFunc func,
              gpointer data,
              GDestroyNotify destroy);

G_END_DECLS
