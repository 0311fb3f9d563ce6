/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Words and numbers for the screen that several panels show. */

#pragma once

#include "model/plx-tag.h"

G_BEGIN_DECLS

/**
 * plx_words_isolate:
 *
 * Returns: (transfer full): @name between the marks that keep the direction of
 *   its script to itself, for use inside a sentence
 */
char *plx_words_isolate (const char *name);

/**
 * plx_words_get_kind:
 *
 * Returns: (transfer none): `Actor`, translated
 */
const char *plx_words_get_kind (PlxKind kind);

/**
 * plx_words_dup_tag:
 *
 * Returns: (transfer full): kind and name of @tag, or the name alone where it
 *   is the kind: `Claim · Casualties`
 */
char *plx_words_dup_tag (const PlxTag *tag);

/**
 * plx_words_dup_moment:
 * @moment: milliseconds since 1970
 * @now: the same; what is on the same day is told by the hour alone
 *
 * Returns: (transfer full): the moment in local time
 */
char *plx_words_dup_moment (gint64 moment,
                            gint64 now);

/**
 * plx_words_dup_hour:
 *
 * Returns: (transfer full) (nullable): the hour of @moment in local time; %NULL
 *   if it is not on the day of @other
 */
char *plx_words_dup_hour (gint64 moment,
                          gint64 other);

/**
 * plx_words_dup_ago:
 *
 * Returns: (transfer full): how long @moment is ago, if that is less than an
 *   hour, else its hour
 */
char *plx_words_dup_ago (gint64 moment,
                         gint64 now);

/**
 * plx_words_dup_day:
 *
 * Returns: (transfer full): the day of @moment in local time: `Today`
 */
char *plx_words_dup_day (gint64 moment,
                         gint64 now);

G_END_DECLS
