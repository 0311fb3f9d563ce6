/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An article: what is known about an immutable text. */

#pragma once

#include "base/plx-id.h"

G_BEGIN_DECLS

/* Strings are owned and never %NULL in a document that came from the store. */
typedef struct
{
  PlxId id;
  char *title;
  char *outlet;
  char *author;
  char *url;
  char *published; /* ISO 8601 date, or empty */
  char *language;  /* BCP 47, or empty */
  char *direction; /* of reading: ltr, rtl, or empty: as the letters tell */
  char *note;
  char *filename; /* base name of the file it came from, or empty */
  char *original; /* SHA-256 of that file, or empty */
  gint64 created; /* when this version came in */

  PlxId article; /* of an earlier version: the article as it stands now; else PLX_ID_NONE */
  int version;   /* counts from 1 */
  char *made;    /* how the text came about: revised, corrected, or empty for the first */

  /* Of its outlet; set by the store. */
  char *outlet_brief;  /* short name, or empty */
  char *outlet_colour; /* `#rrggbb`, or empty */

  /* Of its text; set by the store. */
  PlxId text;
  char *sha256;
  int codepoints;
} PlxDocument;

PlxDocument *plx_document_new (void);
PlxDocument *plx_document_copy (const PlxDocument *self);
void plx_document_free (PlxDocument *self);

/**
 * plx_document_has_language:
 *
 * Returns: whether its language looks like a BCP 47 tag
 */
gboolean plx_document_has_language (const PlxDocument *self);

/**
 * plx_document_is_made:
 *
 * Returns: whether a text may have come about in this way, see the field `made`
 */
gboolean plx_document_is_made (const char *made);

/**
 * plx_document_check:
 *
 * Whether the fields that a person types are in order: a title, a date that is
 * one, a language that looks like a BCP 47 tag, a direction of reading.
 *
 * @error: %PLX_STORE_ERROR_CONSTRAINT naming field and remedy
 */
gboolean plx_document_check (const PlxDocument *self,
                             GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxDocument, plx_document_free)

G_END_DECLS
