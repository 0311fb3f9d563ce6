/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A long article with sixty annotations, and what its outlet made of it a day
 * later. */

#pragma once

#include "base/plx-text.h"

G_BEGIN_DECLS

#define PLX_E2E_MARCH "March on the river road"

/* The headline of the revised one, which is where its text begins. */
#define PLX_E2E_MARCH_REVISED "River council speaks for all villages"

/* The words of the three annotations that the revised text has not as they were:
 * two are gone, one is worded otherwise. */
#define PLX_E2E_MARCH_GONE_ACTOR "The council of Elver"
#define PLX_E2E_MARCH_GONE_CLAIM "asked for 15 trucks of flour and 35 tents"
#define PLX_E2E_MARCH_REWORDED "asked for 33 trucks of flour and 77 tents"

/**
 * plx_e2e_march_make_page:
 * @revised: headline and lead are new, numbers corrected, a paragraph is moved,
 *   a sentence is taken out, another one worded otherwise
 *
 * Returns: (transfer full): a page as the outlet has it on the web
 */
char *plx_e2e_march_make_page (gboolean revised);

/**
 * plx_e2e_march_make_batch:
 * @text: of the first page, as it was read
 *
 * Returns: (transfer full): sixty lines for `parallax-cli batch`
 */
char *plx_e2e_march_make_batch (PlxText *text);

G_END_DECLS
