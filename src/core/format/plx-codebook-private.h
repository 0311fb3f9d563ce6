/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Between the readers of codebooks. */

#pragma once

#include "format/plx-codebook-file.h"

G_BEGIN_DECLS

/* What a codebook of ours in JSON says first. */
#define PLX_CODEBOOK_JSON_FORMAT "parallax-codebook"

/**
 * plx_codebook_file_add:
 *
 * Adds a tag and makes its name one that we can keep.
 *
 * Returns: (transfer none) (nullable): the entry, %NULL if there are too many
 */
PlxCodebookEntry *plx_codebook_file_add (PlxCodebookFile *self,
                                         int parent,
                                         const char *name);

/* Adds a UUID, of whatever case, with or without braces; what is none is
 * dropped. */
void plx_uuids_add (char ***uuids,
                    const char *uuid);

/**
 * plx_codebook_file_set_colour:
 * @colour: `#rgb` or `#rrggbb` in any case; anything else is told in a remark
 */
void plx_codebook_file_set_colour (PlxCodebookFile *self,
                                   PlxCodebookEntry *entry,
                                   const char *colour);

void plx_codebook_file_remark (PlxCodebookFile *self,
                               const char *format,
                               ...) G_GNUC_PRINTF (2, 3);

/* Each fills @self; @error is %PLX_FORMAT_ERROR_MALFORMED with the place. */
gboolean plx_codebook_parse_qdc (PlxCodebookFile *self,
                                 const char *bytes,
                                 gsize length,
                                 GError **error);
gboolean plx_codebook_parse_json (PlxCodebookFile *self,
                                  const char *bytes,
                                  gsize length,
                                  GError **error);

G_END_DECLS
