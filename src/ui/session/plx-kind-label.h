/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Kinds of relations in words for the screen. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * plx_kind_get_label:
 * @name: of a kind of relation
 *
 * The kinds that every codebook starts with keep their English names in the project, since
 * comparison and other programs know them by these.  On the screen they are told in the
 * language of the user; those that users made are told as they are.
 *
 * Returns: translated, or @name itself
 */
const char *plx_kind_get_label (const char *name);

G_END_DECLS
