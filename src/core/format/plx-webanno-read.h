/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts of a Web Annotation import.
 *
 *   plx-webanno-read.c   annotations, links, silences
 *   plx-webanno-place.c  where they lie
 */

#pragma once

#include "format/plx-import.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct
{
  PlxImport *import;
  GPtrArray *later; /* (element-type JsonObject): links, unowned */
  int n_utf16;
  int n_quote;
  int n_by_words; /* articles */
  int n_whole;    /* annotations of articles as a whole */
} PlxWebannoRead;

/* Members.  Empty, or %NULL, for what is not there. */
const char *plx_webanno_get (JsonObject *object,
                             const char *key);
JsonObject *plx_webanno_get_object (JsonObject *object,
                                    const char *key);

/* One thing, or a list of them. */
typedef gboolean (*PlxWebannoFunc) (PlxWebannoRead *self,
                                    JsonNode *node,
                                    gpointer data);
gboolean plx_webanno_foreach (PlxWebannoRead *self,
                              JsonObject *object,
                              const char *key,
                              PlxWebannoFunc func,
                              gpointer data);

/**
 * plx_webanno_read_target:
 * @data: the #PlxAnnotation, which gets its document and a span more
 *
 * A #PlxWebannoFunc.  Returns: whether it leads somewhere; if not, it is told
 */
gboolean plx_webanno_read_target (PlxWebannoRead *self,
                                  JsonNode *node,
                                  gpointer data);

G_END_DECLS
