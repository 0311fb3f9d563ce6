/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What somebody looks for, from one line of text.
 *
 *   words              each anywhere in the article
 *   "several words"    one after the other
 *   Saraq*             words that begin so; also "several wor*"
 *   outlet:NAME        articles of outlets whose name has these words
 *   before:2024-11     published before; after:2024-11-28 then or later
 *   tag:NAME entity:NAME by:ANNOTATOR has:note
 *                      only in passages that are annotated so
 *
 * Values with blanks stand in quotes: outlet:"Harbour Post".  Upper and lower
 * case, diacritics and apostrophes do not matter.  What has no colon in it, or
 * an unknown word before the colon, is looked for as it stands.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Words one after the other. */
typedef struct
{
  GPtrArray *words;   /* (owned) (element-type utf8): folded; at least one */
  gboolean is_prefix; /* the last one is only the beginning of a word */
} PlxSearchTerm;

typedef struct
{
  GPtrArray *terms;      /* (owned) (element-type PlxSearchTerm) */
  GPtrArray *outlets;    /* (owned) (element-type utf8): each as it was typed, and so below */
  GPtrArray *tags;       /* (owned) */
  GPtrArray *entities;   /* (owned) */
  GPtrArray *annotators; /* (owned) */
  char *before;          /* (owned) (nullable): a date */
  char *after;           /* (owned) (nullable) */
  gboolean has_note;
} PlxSearchQuery;

/**
 * plx_search_query_parse:
 * @error: %PLX_STORE_ERROR_CONSTRAINT naming what cannot be understood
 *
 * Returns: (transfer full) (nullable): what to look for; nothing at all in it is
 *   an error too
 */
PlxSearchQuery *plx_search_query_parse (const char *line,
                                        GError **error);
void plx_search_query_free (PlxSearchQuery *self);

/**
 * plx_search_query_wants_annotations:
 *
 * Returns: whether only annotated passages count
 */
gboolean plx_search_query_wants_annotations (const PlxSearchQuery *self);

/**
 * plx_search_query_wants_documents:
 *
 * Returns: whether only some articles count
 */
gboolean plx_search_query_wants_documents (const PlxSearchQuery *self);

/**
 * plx_search_query_dup_match:
 *
 * Returns: (transfer full): the terms as FTS5 takes them
 */
char *plx_search_query_dup_match (const PlxSearchQuery *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxSearchQuery, plx_search_query_free)

G_END_DECLS
