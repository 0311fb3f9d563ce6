/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the reader of GATE XML knows of the document that it reads. */

#pragma once

#include "format/plx-features.h"
#include "format/plx-xml-read.h"

G_BEGIN_DECLS

typedef struct
{
  PlxImport *import;
  PlxXmlRead xml;
  const char *name; /* (unowned): of the file, for titles */

  /* Of all documents */
  GPtrArray *waiting;   /* (owned) (element-type GHashTable): relations between articles */
  GHashTable *left_out; /* (owned) (element-type utf8 int): how many of which type */

  /* Of the document */
  GHashTable *features; /* (owned) (element-type utf8 utf8) */
  PlxText *text;        /* (owned) (nullable) */
  PlxId document;
  GHashTable *nodes; /* (owned) (element-type utf8 int): numbers of nodes → code points */
  GHashTable *ids;   /* (owned) (element-type utf8 PlxId): numbers of annotations → what they became */
  char *set;         /* (owned): name of the set that is read */
} PlxGateRead;

/* In plx-gate-rows.c */

/**
 * plx_gate_dup_features:
 *
 * Returns: (transfer full): the features of an element, by the names that this
 *   program gives them
 */
GHashTable *plx_gate_dup_features (xmlNode *node);

/* The text with its nodes: adds the article. */
gboolean plx_gate_read_text (PlxGateRead *self,
                             xmlNode *node,
                             GError **error);
gboolean plx_gate_read_annotation (PlxGateRead *self,
                                   xmlNode *node,
                                   GError **error);
gboolean plx_gate_read_relation (PlxGateRead *self,
                                 xmlNode *node,
                                 GError **error);

G_END_DECLS
