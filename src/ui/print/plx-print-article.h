/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An article on paper, with what is annotated in it.
 *
 * Each annotation that is shown is underlined in the colour of its tag and has a
 * number at its end, under which it stands in the list behind the text: tag,
 * actor or place, claim, note. */

#pragma once

#include "print/plx-print-text.h"
#include "session/plx-session.h"

G_BEGIN_DECLS

/**
 * plx_print_article_new:
 *
 * Returns: (transfer full): what is printed of @reading; notes and claims that
 *   cannot be read are left out, and #PlxSession::failed tells so
 */
PlxPrintText *plx_print_article_new (PlxSession *session,
                                     PlxReading *reading);

G_END_DECLS
