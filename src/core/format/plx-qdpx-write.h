/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts of writing a REFI-QDA project.
 *
 *   plx-format-qdpx.c         container, people, sets, the order of things
 *   plx-qdpx-write-codes.c    codes, variables, cases
 *   plx-qdpx-write-sources.c  articles and passages
 *   plx-qdpx-fields.c         own fields of articles, out and in
 *   plx-qdpx-write-notes.c    notes and links
 */

#pragma once

#include "format/plx-container.h"
#include "format/plx-export.h"
#include "format/plx-format-qdpx.h"
#include "format/plx-xml.h"

G_BEGIN_DECLS

typedef struct
{
  PlxExport *export;
  PlxContainer *zip;
  PlxXml xml;
  PlxText *text;       /* (unowned): of the article that is written */
  GHashTable *names;   /* (owned) (element-type utf8): of codes, which must be unique */
  gboolean has_pieces; /* whether an annotation written so far has several passages */

  /* As NVivo counts: units of UTF-16, lines end in CR LF, which are two */
  gboolean utf16;
  GArray *line_ends; /* (owned) (element-type int): offsets of those in the text, if so */
} PlxQdpxWrite;

/* Small elements */

void plx_qdpx_write_reference (PlxQdpxWrite *self,
                               const char *element,
                               const char *guid);
void plx_qdpx_write_time (PlxQdpxWrite *self,
                          const char *attribute,
                          gint64 time);

/* Writes nothing for an empty @value. */
void plx_qdpx_write_value (PlxQdpxWrite *self,
                           const char *name,
                           const char *value);

/* Parts, in the order of the file */

void plx_qdpx_write_codes (PlxQdpxWrite *self);
void plx_qdpx_write_variables (PlxQdpxWrite *self);
void plx_qdpx_write_field_variables (PlxQdpxWrite *self);
gboolean plx_qdpx_write_cases (PlxQdpxWrite *self,
                               GError **error);
gboolean plx_qdpx_write_sources (PlxQdpxWrite *self,
                                 GError **error);
gboolean plx_qdpx_write_field_values (PlxQdpxWrite *self,
                                      PlxId document,
                                      GError **error);
gboolean plx_qdpx_write_notes_and_links (PlxQdpxWrite *self,
                                         GError **error);

/**
 * plx_qdpx_dup_piece:
 *
 * Returns: (transfer full): the guid of the @i-th passage of an annotation; the
 *   first has the annotation's own
 */
char *plx_qdpx_dup_piece (const PlxAnnotation *annotation,
                          guint i);

/* Whether a claim says what no code can. */
gboolean plx_qdpx_has_note (const PlxClaim *claim);

G_END_DECLS
