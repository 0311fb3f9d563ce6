/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The text of a document: immutable UTF-8 with fast conversion of offsets.
 *
 * One unit rules inside Parallax: the Unicode code point, counted from 0.
 * UTF-8 bytes appear at the border to GLib and Pango, UTF-16 units at the
 * border to formats that count them, graphemes where a person points at
 * something.  A sparse table of positions makes every conversion take about
 * constant time.  PlxText is reference-counted and safe to share between
 * threads.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _PlxText PlxText;

/**
 * plx_text_new:
 * @utf8: valid UTF-8 without U+0000
 * @length: bytes, or -1 if NUL-terminated
 *
 * Returns: (transfer full): a text with a copy of @utf8
 */
PlxText *plx_text_new (const char *utf8,
                       gssize length);
PlxText *plx_text_ref (PlxText *self);
void plx_text_unref (PlxText *self);

/**
 * plx_text_get_utf8:
 *
 * Returns: (transfer none): the text, NUL-terminated
 */
const char *plx_text_get_utf8 (PlxText *self);
gsize plx_text_get_n_bytes (PlxText *self);

/**
 * plx_text_get_length:
 *
 * Returns: the number of code points
 */
int plx_text_get_length (PlxText *self);

/* Conversions.  Offsets in code points lie in [0, length]; a byte or UTF-16
 * offset inside a character gives the offset of that character. */
gsize plx_text_byte_of_offset (PlxText *self,
                               int offset);
int plx_text_offset_of_byte (PlxText *self,
                             gsize byte);
int plx_text_utf16_of_offset (PlxText *self,
                              int offset);
int plx_text_offset_of_utf16 (PlxText *self,
                              int utf16);

/**
 * plx_text_find_utf16:
 * @unit: any number
 * @offset: (out): where it is, in code points
 *
 * Returns: whether @unit, counted in UTF-16, is the border of a character of the
 *   text
 */
gboolean plx_text_find_utf16 (PlxText *self,
                              gint64 unit,
                              int *offset);

/**
 * plx_text_get_char:
 *
 * Returns: the code point at @offset, 0 at the end of the text
 */
gunichar plx_text_get_char (PlxText *self,
                            int offset);

/**
 * plx_text_dup_slice:
 *
 * Returns: (transfer full): the UTF-8 of code points [@start, @end)
 */
char *plx_text_dup_slice (PlxText *self,
                          int start,
                          int end);

/**
 * plx_text_floor_grapheme:
 *
 * Returns: the largest grapheme cluster boundary (UAX #29, extended) not after
 *   @offset: flags, ZWJ families and combining sequences are never cut
 */
int plx_text_floor_grapheme (PlxText *self,
                             int offset);

/**
 * plx_text_ceil_grapheme:
 *
 * Returns: the smallest grapheme cluster boundary not before @offset
 */
int plx_text_ceil_grapheme (PlxText *self,
                            int offset);

/**
 * plx_text_next_grapheme:
 *
 * Returns: the first grapheme cluster boundary after @offset, or the length
 */
int plx_text_next_grapheme (PlxText *self,
                            int offset);

/**
 * plx_text_get_sha256:
 *
 * Returns: (transfer none): SHA-256 of the UTF-8, lower-case hexadecimal; reckoned
 *   once
 */
const char *plx_text_get_sha256 (PlxText *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxText, plx_text_unref)

G_END_DECLS
