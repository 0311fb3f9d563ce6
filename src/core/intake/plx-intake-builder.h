/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a reader writes to: paragraphs in, a text with its structure out.
 *
 * Runs of blanks become one, as in every format that wraps lines.  Blocks stand
 * apart by an empty line, items of a list by a line end.  What a block is
 * follows from what is open when its first character comes: a heading before an
 * item before a quotation.
 */

#pragma once

#include "base/plx-text.h"
#include "model/plx-block.h"

G_BEGIN_DECLS

typedef struct _PlxIntakeBuilder PlxIntakeBuilder;

PlxIntakeBuilder *plx_intake_builder_new (void);
void plx_intake_builder_free (PlxIntakeBuilder *self);

/**
 * plx_intake_builder_open:
 * @level: of a heading; ignored for the others, which count how deep they are
 *
 * Ends the block and says what the following ones are, until it is closed.
 */
void plx_intake_builder_open (PlxIntakeBuilder *self,
                              PlxBlockKind kind,
                              int level);
void plx_intake_builder_close (PlxIntakeBuilder *self,
                               PlxBlockKind kind);

/**
 * plx_intake_builder_end_block:
 *
 * What follows is a block of its own.
 */
void plx_intake_builder_end_block (PlxIntakeBuilder *self);

/**
 * plx_intake_builder_add:
 * @utf8: valid or not; what is no character becomes U+FFFD
 * @length: bytes, or -1 if NUL-terminated
 */
void plx_intake_builder_add (PlxIntakeBuilder *self,
                             const char *utf8,
                             gssize length);

/**
 * plx_intake_builder_add_exactly:
 *
 * Keeps blanks and line ends: preformatted text.
 */
void plx_intake_builder_add_exactly (PlxIntakeBuilder *self,
                                     const char *utf8,
                                     gssize length);

/**
 * plx_intake_builder_end_line:
 *
 * A line end inside a block.
 */
void plx_intake_builder_end_line (PlxIntakeBuilder *self);

/**
 * plx_intake_builder_finish:
 * @blocks: (out) (transfer full) (element-type PlxBlock): in order
 *
 * Returns: (transfer full): the text
 */
PlxText *plx_intake_builder_finish (PlxIntakeBuilder *self,
                                    GArray **blocks);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxIntakeBuilder, plx_intake_builder_free)

G_END_DECLS
