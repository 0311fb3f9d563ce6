/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows as named features, the way in which UIMA and GATE say what is more than
 * a place and a type: strings under names that both formats share.
 *
 * Features that are empty are not written, and what is not there reads as empty.
 */

#pragma once

#include "format/plx-export.h"
#include "format/plx-import.h"

G_BEGIN_DECLS

/* What stands for a speaker where the outlet itself makes a claim. */
#define PLX_FEATURES_OUTLET "outlet"

/* Writing */

typedef void (*PlxFeatureFunc) (gpointer data,
                                const char *name,
                                const char *value);

/* The features of each, in a fixed order. */
void plx_features_list_annotation (const PlxNames *names,
                                   const PlxAnnotation *annotation,
                                   PlxFeatureFunc func,
                                   gpointer data);
void plx_features_list_silence (const PlxNames *names,
                                const PlxSilence *silence,
                                PlxFeatureFunc func,
                                gpointer data);
void plx_features_list_relation (const PlxNames *names,
                                 const PlxRelation *relation,
                                 PlxFeatureFunc func,
                                 gpointer data);

/* Also `from` and `to`, for relations that no format of relations holds. */
void plx_features_list_cross_relation (const PlxNames *names,
                                       const PlxRelation *relation,
                                       PlxFeatureFunc func,
                                       gpointer data);
gboolean plx_features_list_document (PlxExport *export,
                                     const PlxDocument *document,
                                     PlxFeatureFunc func,
                                     gpointer data,
                                     GError **error);

/* Reading */

/**
 * plx_features_new:
 *
 * Returns: (transfer full) (element-type utf8 utf8): none yet
 */
GHashTable *plx_features_new (void);
const char *plx_features_get (GHashTable *self,
                              const char *name);
void plx_features_set (GHashTable *self,
                       const char *name,
                       const char *value);

/**
 * plx_features_are_ours:
 *
 * Whether the row was written by this program: it has a UUID.
 */
gboolean plx_features_are_ours (GHashTable *self);

/**
 * plx_features_read_annotation:
 * @annotation: (inout): its document and spans are set; the rest is filled in
 *
 * Imports an annotation that was written here.
 */
gboolean plx_features_read_annotation (PlxImport *import,
                                       GHashTable *self,
                                       PlxAnnotation *annotation,
                                       GError **error);
gboolean plx_features_read_silence (PlxImport *import,
                                    GHashTable *self,
                                    PlxId document,
                                    GError **error);

/**
 * plx_features_read_relation:
 * @source: as the file calls it
 * @target: as the file calls it
 */
gboolean plx_features_read_relation (PlxImport *import,
                                     GHashTable *self,
                                     PlxId source,
                                     PlxId target,
                                     GError **error);

/**
 * plx_features_read_document:
 * @otherwise: (nullable): the title if there is none
 *
 * Imports an article, and remarks if its text is not the one that was exported.
 *
 * Returns: whether to go on; @id is what the file calls the article
 */
gboolean plx_features_read_document (PlxImport *import,
                                     GHashTable *self,
                                     const char *otherwise,
                                     PlxText *text,
                                     PlxId *id,
                                     GError **error);

/* Own fields, which are one feature: a list of `[name, kind, value]` in JSON.  In
 * plx-features-fields.c. */

/**
 * plx_features_dup_fields:
 *
 * Returns: (transfer full) (nullable): empty if the article says nothing in any
 */
char *plx_features_dup_fields (PlxExport *export,
                               PlxId document,
                               GError **error);

/**
 * plx_features_read_fields:
 * @document: as the file calls it
 * @list: may be empty; what is no such list is told
 */
gboolean plx_features_read_fields (PlxImport *import,
                                   PlxId document,
                                   const char *list,
                                   GError **error);

/* Of other programs */

/**
 * plx_features_read_foreign:
 * @tag: path of the tag
 * @iri: of the actor or place that is named, or empty
 * @annotation: (inout): its document, spans, note and annotator are set
 *
 * Imports an annotation of another program.
 */
gboolean plx_features_read_foreign (PlxImport *import,
                                    const char *tag,
                                    PlxKind kind,
                                    const char *iri,
                                    PlxText *text,
                                    PlxAnnotation *annotation,
                                    GError **error);

/**
 * plx_features_guess_kind:
 *
 * Returns: the kind that a type or a value of named entities stands for
 */
PlxKind plx_features_guess_kind (const char *name);

/* What is left out, counted by type.  @left_out: (element-type utf8 int), which
 * owns its keys. */

void plx_features_leave_out (GHashTable *left_out,
                             const char *type);

/* Remarks how many there are of each type. */
void plx_features_tell_left_out (PlxImport *import,
                                 GHashTable *left_out);

/* Relations between articles, which wait until all articles have come */

/**
 * plx_features_wait:
 * @waiting: (element-type GHashTable): of those whose ends may still come
 */
void plx_features_wait (GPtrArray *waiting,
                        GHashTable *features);

/**
 * plx_features_read_waiting:
 *
 * Imports the relations; one that stands at both of its ends counts once.
 */
gboolean plx_features_read_waiting (PlxImport *import,
                                    GPtrArray *waiting,
                                    GError **error);

G_END_DECLS
