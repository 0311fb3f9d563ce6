/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The language in which a program speaks. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * plx_locale_init:
 *
 * Sets the locale of the user and finds the translations; first thing in main().
 * Names of months and days are told in the language of the words around them.
 *
 * They are looked for where the program was installed to.  A program run from
 * the build folder gets them from the folder that `PARALLAX_LOCALE_DIR` names.
 */
void plx_locale_init (void);

/**
 * plx_locale_dup_language:
 *
 * Returns: (transfer full): what the words of the program are written in, such as
 *   `de`, which is `en` where the user's language has no catalogue
 */
char *plx_locale_dup_language (void);

G_END_DECLS
