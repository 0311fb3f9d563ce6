/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What people do with outlets and with fields of their own. */

#pragma once

#include "model/plx-document.h"
#include "model/plx-outlet.h"
#include "model/plx-own-field.h"
#include "verb/plx-verb.h"

G_BEGIN_DECLS

/**
 * plx_verb_set_outlet:
 * @old_name: as it is called now
 * @outlet: what is known of it; copied
 *
 * Returns: (transfer full): see plx_outlets_set()
 */
PlxVerb *plx_verb_set_outlet (const char *old_name,
                              const PlxOutlet *outlet);

/**
 * plx_verb_set_field:
 * @field: with %PLX_ID_NONE a new one; copied
 *
 * Returns: (transfer full): stores name and kind of a field
 */
PlxVerb *plx_verb_set_field (const PlxOwnField *field);

/**
 * plx_verb_remove_field:
 *
 * Returns: (transfer full): removes a field with all values
 */
PlxVerb *plx_verb_remove_field (const PlxOwnField *field);

/**
 * plx_verb_describe:
 * @document: as plx_verb_update_document() takes it
 * @values: (element-type PlxId utf8): by field; empty strings take values away
 * @outlet: (nullable): what is known of its outlet; copied
 *
 * Returns: (transfer full): stores what is known of an article, its values in
 *   fields and its outlet, as one edit
 */
PlxVerb *plx_verb_describe (const PlxDocument *document,
                            GHashTable *values,
                            const PlxOutlet *outlet);

G_END_DECLS
