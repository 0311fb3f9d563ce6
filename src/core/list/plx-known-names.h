/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The names of the actors and places of a project for type-ahead, kept up to
 * date in the background.
 *
 * Nothing is loaded before somebody asks for it, and nothing again before
 * something changed.  Main thread; the loading has a thread and a connection of
 * its own.
 */

#pragma once

#include "project/plx-project.h"
#include "query/plx-name-index.h"

G_BEGIN_DECLS

#define PLX_TYPE_KNOWN_NAMES (plx_known_names_get_type ())

/* Signal "changed" (): there is a newer index. */
G_DECLARE_FINAL_TYPE (PlxKnownNames, plx_known_names, PLX, KNOWN_NAMES, GObject)

PlxKnownNames *plx_known_names_new (PlxProject *project);

/**
 * plx_known_names_get_index:
 *
 * Starts to load the names if what is there is not up to date.
 *
 * Returns: (transfer none) (nullable): what is known by now, valid until
 *   #PlxKnownNames::changed
 */
PlxNameIndex *plx_known_names_get_index (PlxKnownNames *self);

G_END_DECLS
