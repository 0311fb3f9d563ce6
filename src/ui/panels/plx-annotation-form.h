/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All that is known of one annotation, to see and to change.
 *
 * Everything is stored as it is entered.  Filling the form again leaves alone
 * what is being typed.
 */

#pragma once

#include "session/plx-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_ANNOTATION_FORM (plx_annotation_form_get_type ())

/* Signal "settled": what was entered is stored, and the annotation is to be
 * loaded and shown again. */
G_DECLARE_FINAL_TYPE (PlxAnnotationForm, plx_annotation_form, PLX, ANNOTATION_FORM, GtkWidget)

/**
 * plx_annotation_form_set_session:
 * @session: (nullable)
 */
void plx_annotation_form_set_session (PlxAnnotationForm *self,
                                      PlxSession *session);

/**
 * plx_annotation_form_show:
 * @annotation: (nullable): copied; %NULL if there is nothing to show, which
 *   forgets what is being typed
 */
void plx_annotation_form_show (PlxAnnotationForm *self,
                               const PlxAnnotation *annotation);

/**
 * plx_annotation_form_get_annotation:
 *
 * Returns: what is shown, or %PLX_ID_NONE
 */
PlxId plx_annotation_form_get_annotation (PlxAnnotationForm *self);

/**
 * plx_annotation_form_is_ahead:
 *
 * Returns: whether something entered is not yet stored; showing what is stored
 *   would take it away
 */
gboolean plx_annotation_form_is_ahead (PlxAnnotationForm *self);

/* Has what is typed stored now, unless its annotation is gone. */
void plx_annotation_form_flush (PlxAnnotationForm *self);

G_END_DECLS
