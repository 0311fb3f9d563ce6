/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Articles that came in before, and come again with another text. */

#pragma once

#include "intake/plx-intake.h"

G_BEGIN_DECLS

/**
 * plx_intake_find_revised:
 * @items: (element-type PlxIntakeItem): after plx_intake_find_alike(); field
 *   revises is set
 *
 * Notices which items are revised versions of articles of the project: nearly the
 * same text, and the same address, or the same outlet, or the same title; or,
 * however much was rewritten, the same address.
 */
gboolean plx_intake_find_revised (PlxConnection *connection,
                                  GPtrArray *items,
                                  GError **error);

/**
 * plx_intake_item_dup_revised:
 * @article: as it is known now
 *
 * What is known of the article from now on: what a person may have written
 * (title, outlet, language, direction, note) stays; author, address and time of
 * publication are taken from the new file where it tells them, file name and hash
 * always.
 *
 * Returns: (transfer full): for plx_verb_revise()
 */
PlxDocument *plx_intake_item_dup_revised (const PlxIntakeItem *self,
                                          const PlxDocument *article);

G_END_DECLS
