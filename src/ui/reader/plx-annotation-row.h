/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An annotation in two lines: which tag, of what, what is known of it. */

#pragma once

#include "session/plx-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * plx_annotation_dup_title:
 *
 * Returns: (transfer full) (nullable): `Actor/State · Syria`; %NULL if it is not
 *   stored yet
 */
char *plx_annotation_dup_title (PlxSession *session,
                                PlxReading *reading,
                                PlxId annotation);

/**
 * plx_annotation_row_new:
 * @hint: (nullable): what to say at the end of the first line
 *
 * Returns: (transfer floating) (nullable): the row; %NULL if the annotation is
 *   not stored yet
 */
GtkWidget *plx_annotation_row_new (PlxSession *session,
                                   PlxReading *reading,
                                   PlxId annotation,
                                   const char *hint);

G_END_DECLS
