/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From bytes to the text of a document: pure functions.
 *
 * UTF-8, with or without a byte order mark, and UTF-16 with one.  Line ends
 * become LF.  NUL, and each maximal part of a sequence that is no character,
 * becomes one U+FFFD.  All other characters stay as they are.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char *utf8; /* (owned): valid, without NUL inside */
  gsize n_bytes;
  gboolean had_bom;
  gboolean was_utf16;
  int n_line_ends;     /* CR LF and CR that became LF */
  int n_replaced;      /* U+FFFD that were put */
  int replaced_line;   /* where the first one stands, from 1; 0 if there is none */
  int replaced_column; /* in code points, from 1 */
} PlxDecoded;

void plx_decoded_clear (PlxDecoded *self);

/**
 * plx_intake_decode:
 * @decoded: (out caller-allocates): the text
 *
 * Decodes any bytes whatever; nothing fails.
 */
void plx_intake_decode (const char *bytes,
                        gsize length,
                        PlxDecoded *decoded);

/**
 * plx_intake_decode_as:
 * @charset: one that is known, see plx_encoding_is_known()
 *
 * Decodes bytes in an encoding that somebody chose; a byte order mark is not
 * looked for.
 */
void plx_intake_decode_as (const char *bytes,
                           gsize length,
                           const char *charset,
                           PlxDecoded *decoded);

/**
 * plx_intake_dup_title:
 * @fallback: what to call a text without a line that can be seen
 *
 * Returns: (transfer full): the first line of @utf8 with something to see,
 *   blanks made single, cut at a word with an ellipsis where it is long
 */
char *plx_intake_dup_title (const char *utf8,
                            const char *fallback);

/**
 * plx_intake_dup_line:
 *
 * Returns: (transfer full): @utf8 in one line with single blanks
 */
char *plx_intake_dup_line (const char *utf8);

/**
 * plx_intake_is_blank:
 *
 * Returns: whether @utf8 holds nothing but blanks, controls and marks of
 *   direction or width
 */
gboolean plx_intake_is_blank (const char *utf8);

/**
 * plx_intake_name_binary:
 *
 * Returns: (nullable): the kind of file that begins like @bytes, for the user,
 *   if it is a common one that holds no plain text
 */
const char *plx_intake_name_binary (const char *bytes,
                                    gsize length);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlxDecoded, plx_decoded_clear)

G_END_DECLS
