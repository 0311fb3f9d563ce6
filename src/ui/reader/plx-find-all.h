/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All places of some words in one text. */

#pragma once

#include "base/plx-text.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * plx_find_all:
 *
 * Returns: (transfer full) (element-type PlxSpan): where @words are in @text,
 *   however they are written
 */
GArray *plx_find_all (PlxText *text,
                      const char *words);

/* The same in the background, for long texts. */
void plx_find_all_async (GObject *source,
                         PlxText *text,
                         const char *words,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback);

/* Returns: (transfer full) (nullable): %NULL if it was cancelled */
GArray *plx_find_all_finish (GAsyncResult *result);

G_END_DECLS
