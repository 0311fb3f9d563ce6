/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What each article calls whom: all mentions of all entities, read at once.
 *
 * Corpus-wide: not for the main thread.  Once loaded it never changes. */

#pragma once

#include "model/plx-document.h"
#include "model/plx-entity.h"
#include "model/plx-sheet.h"
#include "store/plx-connection.h"

G_BEGIN_DECLS

/* In whose voice a mention stands, as far as the claim around it says who speaks. */
typedef enum
{
  PLX_VOICE_UNKNOWN,
  PLX_VOICE_OWN,
  PLX_VOICE_QUOTED,
} PlxVoice;

typedef struct
{
  guint entity;   /* position */
  guint document; /* position */
  int start;      /* in code points */
  PlxId annotation;
  const char *wording;
  const char *folded;
  PlxVoice voice;
} PlxNaming;

typedef struct
{
  GPtrArray *entities;   /* (owned) (element-type PlxEntity): the one mentioned most first */
  GPtrArray *documents;  /* (owned) (element-type PlxDocument): in order */
  GArray *namings;       /* (owned) (element-type PlxNaming): by entity, document, place */
  GStringChunk *strings; /* (owned) */
  gatomicrefcount n_references;
} PlxNamings;

PlxNamings *plx_namings_load (PlxConnection *connection,
                              GError **error);
PlxNamings *plx_namings_ref (PlxNamings *self);
void plx_namings_unref (PlxNamings *self);

/**
 * plx_namings_get:
 *
 * Returns: (transfer none) (array length=n): mentions of entity number @entity
 *   in document number @document
 */
const PlxNaming *plx_namings_get (const PlxNamings *self,
                                  guint entity,
                                  guint document,
                                  guint *n);

/**
 * plx_naming_is_headline:
 *
 * Whether the wording stands in the title of the article.
 */
gboolean plx_naming_is_headline (const PlxNamings *self,
                                 const PlxNaming *naming);

/**
 * plx_namings_sheet_new:
 * @columns: (element-type guint): the articles, in order
 * @max_rows: how many there may be, about; 0: any number
 * @with_records: for JSON
 *
 * Returns: (transfer full): a row for each entity, and under it one for each
 *   wording
 */
PlxSheet *plx_namings_sheet_new (const PlxNamings *self,
                                 const GArray *columns,
                                 guint max_rows,
                                 gboolean with_records);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxNamings, plx_namings_unref)

G_END_DECLS
