/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How well a name matches what somebody types.
 *
 * Names are compared folded: case, diacritics and apostrophes do not count,
 * hyphens are blanks (Hay’at al-Sham, hayat al sham).  Folding is much slower
 * than comparing, so lists of names are folded once.  Pure.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The better, the lower. */
typedef enum
{
  PLX_NAME_EXACT,  /* the whole name */
  PLX_NAME_PREFIX, /* its beginning */
  PLX_NAME_WORD,   /* the beginning of a word, or of several in any order */
  PLX_NAME_INSIDE, /* anywhere */
  PLX_NAME_NONE,
} PlxNameRank;

/**
 * plx_name_fold:
 *
 * Returns: (transfer full): @name for comparing, without blanks at its ends
 */
char *plx_name_fold (const char *name);

/**
 * plx_name_rank:
 * @name: folded
 * @query: folded; an empty one is the beginning of every name
 */
PlxNameRank plx_name_rank (const char *name,
                           const char *query);

G_END_DECLS
