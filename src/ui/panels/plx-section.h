/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The heading of a part of a list, as an item among its rows. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define PLX_TYPE_SECTION (plx_section_get_type ())

G_DECLARE_FINAL_TYPE (PlxSection, plx_section, PLX, SECTION, GObject)

/**
 * plx_section_new:
 * @title: for the screen
 * @more: (nullable): what the button says that shows the rest of the part
 */
PlxSection *plx_section_new (const char *title,
                             const char *more);
const char *plx_section_get_title (PlxSection *self);
const char *plx_section_get_more (PlxSection *self);

G_END_DECLS
