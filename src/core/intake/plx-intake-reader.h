/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One kind of file that articles come in. */

#pragma once

#include "intake/plx-intake-builder.h"
#include "intake/plx-intake-text.h"
#include "intake/plx-intake.h"

G_BEGIN_DECLS

typedef struct
{
  const char *bytes;
  gsize length;
  const char *filename; /* base name, valid UTF-8, may be empty */
  const char *charset;  /* (nullable): that somebody chose */
} PlxIntakeSource;

typedef struct
{
  /* Whether the file is of this kind, by its first bytes or, where these say
   * nothing, by its name. */
  gboolean (*claims) (const PlxIntakeSource *source);
  /* Fills in text, structure and whatever the file says about itself. */
  gboolean (*read) (const PlxIntakeSource *source,
                    PlxIntakeItem *item,
                    GError **error);
} PlxIntakeReader;

extern const PlxIntakeReader plx_intake_reader_packed; /* DOCX, ODT, EPUB */
extern const PlxIntakeReader plx_intake_reader_mhtml;
extern const PlxIntakeReader plx_intake_reader_html;
extern const PlxIntakeReader plx_intake_reader_pdf;   /* only where it was built */
extern const PlxIntakeReader plx_intake_reader_plain; /* anything that is text */

/* What is asked of a process of its own, see plx-intake-child.h; with the reader above. */
GVariant *plx_intake_pdf_answer (GBytes *question);

/**
 * plx_intake_source_get_name:
 *
 * Returns: (transfer none): what to call the file in a sentence
 */
const char *plx_intake_source_get_name (const PlxIntakeSource *self);

/**
 * plx_intake_source_has_suffix:
 * @suffix: with its dot, in lower case
 */
gboolean plx_intake_source_has_suffix (const PlxIntakeSource *self,
                                       const char *suffix);

/**
 * plx_intake_source_decode:
 * @declared: (nullable): what the file says that it is in
 * @decoded: (out caller-allocates): the text
 *
 * A chosen encoding goes before a byte order mark before a declared one; what
 * is UTF-8 is taken for it; then the likeliest is taken, and @item tells the
 * others.
 */
void plx_intake_source_decode (const PlxIntakeSource *self,
                               const char *declared,
                               PlxIntakeItem *item,
                               PlxDecoded *decoded);

/**
 * plx_intake_take_built:
 *
 * Puts what was built into the item.
 */
void plx_intake_take_built (PlxIntakeItem *item,
                            PlxIntakeBuilder *builder);

/**
 * plx_intake_set_field:
 * @field: one of a document
 * @value: (nullable): as it was found; blanks are made single, and blank ones
 *   are left out, as are those after the first
 */
void plx_intake_set_field (char **field,
                           const char *value);

/**
 * plx_intake_set_published:
 * @value: (nullable): a date as machines write it; others are left out
 */
void plx_intake_set_published (PlxDocument *document,
                               const char *value);

/**
 * plx_intake_set_language:
 * @value: (nullable): en, en_GB or en-GB; others are left out
 */
void plx_intake_set_language (PlxDocument *document,
                              const char *value);

G_END_DECLS
