/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Between the files on the table tag. */

#pragma once

#include "store/plx-tags.h"

G_BEGIN_DECLS

/* How many levels a codebook may have; also the guard of the recursive
 * queries against a damaged file in which tags are their own ancestors. */
#define PLX_TAGS_MAX_LEVELS 64

/* All tags from :id down with their depth below it, as a table `below`. */
#define PLX_TAGS_BELOW                                                                              \
  "WITH RECURSIVE below (id, depth) AS (SELECT id, 0 FROM tag WHERE id = :id "                      \
  "UNION ALL SELECT tag.id, depth + 1 FROM below JOIN tag ON coalesce (tag.parent, 0) = +below.id " \
  "WHERE depth < " G_STRINGIFY (PLX_TAGS_MAX_LEVELS) ") "

/* Whether no other child of @parent has the name of @tag. */
gboolean plx_tags_check_name (PlxConnection *connection,
                              PlxId parent,
                              const PlxTag *tag,
                              GError **error);

/* Whether @name may stand on level @depth, counted from 0. */
gboolean plx_tags_check_level (int depth,
                               const char *name,
                               GError **error);

G_END_DECLS
