/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is annotated where, for questions about many annotations at once: rows
 * as flat as can be, none of which is loaded twice. */

#pragma once

#include "model/plx-span.h"
#include "store/plx-connection.h"

G_BEGIN_DECLS

/* One annotated span. */
typedef struct
{
  PlxSpan span;
  PlxId annotation;
  PlxId tag;
  PlxId entity; /* or PLX_ID_NONE */
  PlxId annotator;
  guint n_spans; /* of the annotation */
} PlxTagged;

/**
 * plx_tagged_list:
 *
 * Returns: (transfer full) (element-type PlxTagged): the annotated spans of
 *   @document, in order
 */
GArray *plx_tagged_list (PlxConnection *connection,
                         PlxId document,
                         GError **error);

/* An annotation with its text.  Strings are valid during the call. */
typedef struct
{
  PlxId id;
  PlxId document;
  PlxId entity;
  PlxSpan span;      /* the first one */
  const char *quote; /* of all spans, joined by ` … ` */
  const char *prefix;
  const char *suffix;
} PlxQuoted;

typedef gboolean (*PlxQuotedFunc) (const PlxQuoted *quoted,
                                   gpointer data,
                                   GError **error);

/**
 * plx_tagged_foreach_quote:
 *
 * Streams the annotations with @tag, article after article in the order of the
 * list, in each as they stand in the text.
 */
gboolean plx_tagged_foreach_quote (PlxConnection *connection,
                                   PlxId tag,
                                   PlxQuotedFunc func,
                                   gpointer data,
                                   GError **error);

/**
 * PlxWordingFunc:
 * @wording: what @n mentions of @entity with @tag say
 */
typedef gboolean (*PlxWordingFunc) (PlxId entity,
                                    PlxId tag,
                                    const char *wording,
                                    guint n,
                                    gpointer data,
                                    GError **error);

/**
 * plx_tagged_foreach_wording:
 *
 * Streams what mentions say, in no order; those of several spans are left out.
 */
gboolean plx_tagged_foreach_wording (PlxConnection *connection,
                                     PlxWordingFunc func,
                                     gpointer data,
                                     GError **error);

G_END_DECLS
