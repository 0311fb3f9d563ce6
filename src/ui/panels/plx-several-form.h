/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Several selected annotations: what they are, and what can be done to all of
 * them, each as one edit. */

#pragma once

#include "session/plx-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_SEVERAL_FORM (plx_several_form_get_type ())

G_DECLARE_FINAL_TYPE (PlxSeveralForm, plx_several_form, PLX, SEVERAL_FORM, GtkWidget)

/**
 * plx_several_form_set_session:
 * @session: (nullable)
 */
void plx_several_form_set_session (PlxSeveralForm *self,
                                   PlxSession *session);

/* Shows what is selected now. */
void plx_several_form_show (PlxSeveralForm *self);

G_END_DECLS
