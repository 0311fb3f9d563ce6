/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the inspector looks at: the selected annotation as it is stored, or, in
 * the moment before it is, as it is shown in its column. */

#pragma once

#include "session/plx-session.h"

G_BEGIN_DECLS

/**
 * plx_inspected_load:
 *
 * Returns: (transfer full) (nullable): the selected annotation; %NULL if none
 *   is selected, it is gone, or the project is closed
 */
PlxAnnotation *plx_inspected_load (PlxSession *session);

/**
 * plx_inspected_dup_who:
 *
 * Returns: (transfer full): who made @annotation and when, for the screen
 */
char *plx_inspected_dup_who (PlxProject *project,
                             const PlxAnnotation *annotation);

G_END_DECLS
