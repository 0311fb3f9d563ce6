/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words of a passage as rules look at them: folded, numbers apart from
 * letters, with what stands between them. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *start; /* in the passage */
  const char *end;
  char *folded;       /* (owned) */
  gboolean is_digits; /* 18, 7,000, 2.5 */
  gboolean is_odd;    /* digits that are part of a date, a time, a fraction */
  gboolean is_joined; /* a hyphen or dash is all that parts it from the one before */
  gboolean is_glued;  /* nothing does */
  gboolean is_broken; /* punctuation does */
} PlxWordingWord;

/**
 * plx_wording_split:
 * @passage: UTF-8 that lives as long as the words
 *
 * Returns: (transfer full) (element-type PlxWordingWord): its words
 */
GArray *plx_wording_split (const char *passage);

G_END_DECLS
