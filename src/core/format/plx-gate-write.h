/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts of writing GATE XML.
 *
 *   plx-format-gate.c  annotation sets, relations
 *   plx-gate-text.c    features, and the text with its nodes
 */

#pragma once

#include "format/plx-cross-relations.h"
#include "format/plx-export.h"
#include "format/plx-xml.h"

G_BEGIN_DECLS

/* What an annotation is in its file. */
typedef struct
{
  int number;
  PlxId annotator;
} PlxGatePlace;

typedef struct
{
  PlxExport *export;
  PlxXml *xml;              /* (unowned): of the file that is written */
  PlxText *text;            /* (unowned): of the article that is written */
  PlxId document;           /* that article */
  PlxId annotator;          /* whose set is written */
  PlxCrossRelations *cross; /* (owned) */
  GPtrArray *relations;     /* (unowned) (element-type PlxRelation): within the article */
  GHashTable *places;       /* (owned) (element-type PlxId PlxGatePlace): of the ends of those */
  GArray *nodes;            /* (owned) (element-type int): offsets of nodes */
  int last;                 /* number that was given last */
} PlxGateWrite;

/* A position in UTF-16 units. */
int plx_gate_utf16 (PlxGateWrite *self,
                    int offset);
void plx_gate_write_number (PlxGateWrite *self,
                            const char *name,
                            int number);

/* Features */

/**
 * plx_gate_write_feature:
 * @type: Java class of the value
 * @item_type: (nullable): likewise, of the items of a list
 */
void plx_gate_write_feature (PlxGateWrite *self,
                             const char *name,
                             const char *type,
                             const char *item_type,
                             const char *value);
void plx_gate_write_string (PlxGateWrite *self,
                            const char *name,
                            const char *value);

/* Each is a #PlxFeatureFunc. */
void plx_gate_feature_cb (gpointer data,
                          const char *name,
                          const char *value);
void plx_gate_annotation_cb (gpointer data,
                             const char *name,
                             const char *value);
void plx_gate_relation_cb (gpointer data,
                           const char *name,
                           const char *value);

/* The text */

/* Finds out where annotations begin and end. */
gboolean plx_gate_note_nodes (PlxGateWrite *self,
                              GError **error);
void plx_gate_write_text (PlxGateWrite *self);
gboolean plx_gate_write_document_features (PlxGateWrite *self,
                                           const PlxDocument *document,
                                           GError **error);

G_END_DECLS
