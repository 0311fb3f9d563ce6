/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every place of a name in all articles, in context, and what is tagged there
 * already.
 *
 * Goes through all texts, so it belongs on a worker's thread; looks at the
 * cancellable between articles.
 */

#pragma once

#include "model/plx-match.h"
#include "model/plx-placement.h"
#include "store/plx-connection.h"

G_BEGIN_DECLS

typedef enum
{
  PLX_OCCURRENCE_FREE,     /* nothing with the tag is there */
  PLX_OCCURRENCE_OVERLAPS, /* something with the tag overlaps, or somebody else tagged it */
  PLX_OCCURRENCE_TAGGED,   /* the annotator tagged exactly this already */
} PlxOccurrenceState;

/* Strings belong to the #PlxOccurrences. */
typedef struct
{
  PlxPlacement place;
  PlxId annotation; /* what is tagged there, or PLX_ID_NONE */
  PlxOccurrenceState state;
  const char *note;   /* (nullable): of a suggestion, whom it would mention */
  const char *before; /* context in one line */
  const char *text;
  const char *after;
} PlxOccurrence;

typedef struct
{
  PlxId document;
  const char *title;
  guint first; /* of its occurrences */
  guint n;
} PlxOccurrenceGroup;

typedef struct
{
  GArray *groups;        /* (owned) (element-type PlxOccurrenceGroup): articles with any, in the order of the list */
  GArray *items;         /* (owned) (element-type PlxOccurrence): group after group */
  GStringChunk *strings; /* (owned) */
} PlxOccurrences;

PlxOccurrences *plx_occurrences_new (void);
void plx_occurrences_free (PlxOccurrences *self);

/**
 * plx_occurrences_add:
 * @title: of the article, which begins a group unless it is the last one's
 * @context: an occurrence; its strings are copied, with line ends as blanks
 */
void plx_occurrences_add (PlxOccurrences *self,
                          const char *title,
                          const PlxOccurrence *item);

/**
 * plx_occurrences_add_match:
 * @text: of the article: gives text and context of @item
 */
void plx_occurrences_add_match (PlxOccurrences *self,
                                const char *title,
                                PlxText *text,
                                const PlxOccurrence *item);

/**
 * plx_occurrences_find:
 * @name: what to look for; %PLX_STORE_ERROR_CONSTRAINT if there is nothing to
 *   look for in it
 * @tag: whose annotations are looked at, or %PLX_ID_NONE
 * @annotator: name of who would tag
 * @cancellable: (nullable):
 *
 * Returns: (transfer full): all places, in the order of the articles
 */
PlxOccurrences *plx_occurrences_find (PlxConnection *connection,
                                      const char *name,
                                      PlxFold fold,
                                      gboolean whole_words,
                                      PlxId tag,
                                      const char *annotator,
                                      GCancellable *cancellable,
                                      GError **error);

/**
 * plx_occurrences_find_tagged:
 * @name: (nullable): only annotations whose text folds to this name
 * @entity: only mentions of it, or %PLX_ID_NONE
 *
 * Returns: (transfer full): all annotations with @tag that are like this, as
 *   they would be taken away
 */
PlxOccurrences *plx_occurrences_find_tagged (PlxConnection *connection,
                                             const char *name,
                                             PlxFold fold,
                                             PlxId tag,
                                             PlxId entity,
                                             GCancellable *cancellable,
                                             GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxOccurrences, plx_occurrences_free)

G_END_DECLS
