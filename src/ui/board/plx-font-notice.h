/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Above an article that no font can show: what to install.  Hidden as long as
 * all is well; looked at once the text is on the screen and nothing else is to
 * be done. */

#pragma once

#include "reader/plx-reader.h"

G_BEGIN_DECLS

#define PLX_TYPE_FONT_NOTICE (plx_font_notice_get_type ())

G_DECLARE_FINAL_TYPE (PlxFontNotice, plx_font_notice, PLX, FONT_NOTICE, GtkBox)

/**
 * plx_font_notice_new:
 * @reading: what @reader shows
 */
GtkWidget *plx_font_notice_new (PlxReading *reading,
                                PlxReader *reader);

G_END_DECLS
