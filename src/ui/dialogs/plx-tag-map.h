/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tags of a file that the project has not: each is added, or taken as one
 * that is there. */

#pragma once

#include "list/plx-codebook.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_TAG_MAP (plx_tag_map_get_type ())

/* Signal "changed": somebody chose something else. */
G_DECLARE_FINAL_TYPE (PlxTagMap, plx_tag_map, PLX, TAG_MAP, GtkBox)

/**
 * plx_tag_map_show:
 * @codebook: the tags that are there
 * @new_tags: (element-type PlxImportTag): what the file brings
 *
 * Shows a row for each of @new_tags; what was chosen stays chosen.
 */
void plx_tag_map_show (PlxTagMap *self,
                       PlxCodebook *codebook,
                       const GPtrArray *new_tags);

/**
 * plx_tag_map_dup:
 *
 * Returns: (transfer full) (element-type utf8 PlxId): what was chosen, for
 *   plx_verb_import_dataset()
 */
GHashTable *plx_tag_map_dup (PlxTagMap *self);

G_END_DECLS
