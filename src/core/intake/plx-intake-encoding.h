/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which encoding text is in that does not say so.
 *
 * Each candidate reads the bytes; the share of its characters that are common
 * where the encoding is in use makes its score.  Characters that fit badly count
 * against it: controls, letters of one script inside a word of another, capitals
 * inside a word.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *charset; /* as iconv knows it, and a person reads it */
  double score;        /* 1: everything is as expected; under PLX_ENCODING_DOUBTFUL: no text */
} PlxEncodingGuess;

/* Below, bytes are no text in any encoding that is known. */
#define PLX_ENCODING_DOUBTFUL 0.3

/**
 * plx_encoding_guess:
 * @bytes: not UTF-8
 *
 * Returns: (transfer full) (element-type PlxEncodingGuess): the likely ones,
 *   best first; empty if none is
 */
GArray *plx_encoding_guess (const char *bytes,
                            gsize length);

/**
 * plx_encoding_is_known:
 *
 * Returns: whether text in @charset can be read
 */
gboolean plx_encoding_is_known (const char *charset);

G_END_DECLS
