/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One import under way, as the readers of the formats see it.
 *
 * A reader hands over rows as it finds them; all become one edit, which fails
 * as a whole unless the rest may be imported without what is wrong.  Rows carry
 * the ids of the file: ids of our own are read from their UUIDs, others are made
 * by plx_import_id().  What belongs to a row that the project has already is
 * mapped to it, silently for the reader.
 *
 * Functions that take a row return %FALSE only if the import cannot go on; a row
 * that is wrong becomes a problem of the report, at the place where the reader
 * is.  Nothing is clamped or repaired.
 */

#pragma once

#include "base/plx-text.h"
#include "format/plx-format.h"
#include "format/plx-source.h"
#include "model/plx-annotation.h"
#include "model/plx-block.h"
#include "model/plx-document.h"
#include "model/plx-outlet.h"
#include "model/plx-own-field.h"
#include "store/plx-rejections.h"

G_BEGIN_DECLS

/* Of a tag at the top of which the file says no colour. */
#define PLX_IMPORT_DEFAULT_COLOUR "#0072b2"

struct _PlxImport
{
  const PlxFormat *format;
  PlxConnection *connection; /* inside the edit */
  PlxId annotator;           /* who imports */
  PlxSource *source;         /* (owned) */
  PlxImportReport *report;   /* (owned) */
  GCancellable *cancellable; /* (nullable) */
  PlxFormatProgressFunc progress;
  gpointer progress_data;
  int n_passes; /* how often the reader goes over the file */
  int pass;     /* from 0 */

  /* Where the reader is, for problems */
  const char *member; /* (unowned) (nullable): of a container */
  int line;           /* from 1; 0 if unknown */

  /* What became of the rows so far */
  GHashTable *moved;        /* (owned) (element-type PlxId PlxId): of the file → of the project, where they differ */
  GHashTable *keys;         /* (owned) (element-type utf8 PlxId): names in the file → ids */
  GHashTable *added;        /* (owned) (element-type PlxId): rows of this import, but not annotations */
  GHashTable *tag_paths;    /* (owned) (element-type PlxId utf8): of the tags, as the file calls them */
  GHashTable *tag_map;      /* (unowned) (nullable) (element-type utf8 PlxId): see plx_verb_import_dataset() */
  GHashTable *named;        /* (owned) (element-type utf8 PlxId): what was looked up by name */
  gboolean had_annotations; /* the project, before */
  PlxConnection *before;    /* (owned) (nullable): what was committed, once it was asked for */
  gboolean codebook_begun;
  PlxText *text; /* (owned) (nullable): of text_of */
  PlxId text_of;
  guint n_ticks;
};

/* Problems and remarks */

/**
 * plx_import_problem:
 *
 * Notes that what stands here is left out, and why.
 */
void plx_import_problem (PlxImport *self,
                         const char *format,
                         ...) G_GNUC_PRINTF (2, 3);
void plx_import_remark (PlxImport *self,
                        const char *format,
                        ...) G_GNUC_PRINTF (2, 3);

/**
 * plx_import_tick:
 *
 * Tells progress; to be called for every row.
 *
 * Returns: %FALSE if the import was cancelled
 */
gboolean plx_import_tick (PlxImport *self,
                          GError **error);

/**
 * plx_import_malformed:
 *
 * Sets @error to what breaks the format itself, at the place where the reader is.
 *
 * Returns: %FALSE
 */
gboolean plx_import_malformed (PlxImport *self,
                               GError **error,
                               const char *format,
                               ...) G_GNUC_PRINTF (3, 4);

/* Ids */

/**
 * plx_import_id:
 * @space: keeps names of different things apart
 * @key: what the file calls the row: a UUID, or any name
 *
 * Returns: the id of the row in this file, whether it came already or not;
 *   %PLX_ID_NONE for the empty string
 */
PlxId plx_import_id (PlxImport *self,
                     const char *space,
                     const char *key);

/**
 * plx_import_skip_urn:
 *
 * Returns: (transfer none): the UUID that an IRI is made of, else the IRI
 */
const char *plx_import_skip_urn (const char *iri);

/**
 * plx_import_resolve:
 *
 * Returns: the id in the project of what the file calls @id
 */
PlxId plx_import_resolve (PlxImport *self,
                          PlxId id);

/**
 * plx_import_foreign_id:
 *
 * Keeps an id that the row @id of the file has elsewhere.
 */
gboolean plx_import_foreign_id (PlxImport *self,
                                PlxId id,
                                const char *scheme,
                                const char *value,
                                GError **error);

/* Rows.  Each is (inout): ids in it become those of the project. */

gboolean plx_import_tag (PlxImport *self,
                         PlxTag *tag,
                         GError **error);
gboolean plx_import_relation_kind (PlxImport *self,
                                   PlxRelationKind *kind,
                                   GError **error);
gboolean plx_import_entity (PlxImport *self,
                            PlxEntity *entity,
                            GError **error);
gboolean plx_import_question (PlxImport *self,
                              PlxQuestion *question,
                              GError **error);
gboolean plx_import_annotator (PlxImport *self,
                               PlxAnnotator *annotator,
                               GError **error);

/* What is known of an outlet, and what fields articles have. */
gboolean plx_import_outlet (PlxImport *self,
                            PlxOutlet *outlet,
                            GError **error);
gboolean plx_import_field (PlxImport *self,
                           PlxOwnField *field,
                           GError **error);

/**
 * plx_import_field_value:
 * @document: as the file calls it
 * @name: of a field; one that is not there becomes one of words
 */
gboolean plx_import_field_value (PlxImport *self,
                                 PlxId document,
                                 const char *name,
                                 const char *value,
                                 GError **error);

/**
 * plx_import_document:
 * @document: an article, or an earlier version of one that came before
 * @text: its text, which is final
 *
 * Adds it, or finds the one with that text.
 */
gboolean plx_import_document (PlxImport *self,
                              PlxDocument *document,
                              PlxText *text,
                              GError **error);

/**
 * plx_import_blocks:
 * @document: as the file calls it
 * @blocks: (element-type PlxBlock): parts of its text; one outside the text
 *   becomes a problem
 *
 * Says how the text is built, unless the project knows it already.
 */
gboolean plx_import_blocks (PlxImport *self,
                            PlxId document,
                            const GArray *blocks,
                            GError **error);

/**
 * plx_import_get_text:
 *
 * Returns: (transfer none) (nullable): the text of the article that the file
 *   calls @document, %NULL if it did not come
 */
PlxText *plx_import_get_text (PlxImport *self,
                              PlxId document);

/**
 * plx_import_annotation:
 * @annotation: its own quotes, if they are set, must be what stands there
 */
gboolean plx_import_annotation (PlxImport *self,
                                PlxAnnotation *annotation,
                                GError **error);
gboolean plx_import_silence (PlxImport *self,
                             PlxSilence *silence,
                             GError **error);
gboolean plx_import_rejection (PlxImport *self,
                               PlxRejection *rejection,
                               GError **error);
gboolean plx_import_relation (PlxImport *self,
                              PlxRelation *relation,
                              GError **error);

/* By name, for files without ids: what is not there is added.  *id becomes an
 * id of the project, %PLX_ID_NONE if there can be none of that name. */

gboolean plx_import_ensure_tag (PlxImport *self,
                                const char *path,
                                PlxKind kind,
                                PlxId *id,
                                GError **error);
gboolean plx_import_ensure_entity (PlxImport *self,
                                   PlxKind kind,
                                   const char *name,
                                   PlxId *id,
                                   GError **error);
gboolean plx_import_ensure_question (PlxImport *self,
                                     const char *text,
                                     PlxId *id,
                                     GError **error);
gboolean plx_import_ensure_annotator (PlxImport *self,
                                      const char *name,
                                      PlxId *id,
                                      GError **error);
gboolean plx_import_ensure_relation_kind (PlxImport *self,
                                          const char *name,
                                          PlxId *id,
                                          GError **error);

/**
 * plx_import_begin_codebook:
 *
 * To be called before the first row of a codebook: it takes the place of the
 * one that a project starts with.
 */
gboolean plx_import_begin_codebook (PlxImport *self,
                                    GError **error);

/* For the files of the import itself */

/**
 * plx_import_settle:
 * @local: (transfer full): why a row was refused
 *
 * Makes a problem of it, unless the database itself fails.
 */
gboolean plx_import_settle (PlxImport *self,
                            GError *local,
                            GError **error);

/**
 * plx_import_map_tag:
 * @path: of a tag that the project has not, as the file calls it
 * @into: (out): the tag that it is taken as, or %PLX_ID_NONE
 */
gboolean plx_import_map_tag (PlxImport *self,
                             const char *path,
                             PlxId *into,
                             GError **error);

gboolean plx_import_is_mapped (PlxImport *self,
                               const char *path);

/* Tells of each wish that met no new tag. */
void plx_import_check_map (PlxImport *self);

/* Each remarks in what the row of the file and that of the project, @there, are
 * not the same; the latter stays as it is. */
gboolean plx_import_tell_tag (PlxImport *self,
                              const PlxTag *tag,
                              PlxId there,
                              GError **error);
gboolean plx_import_tell_entity (PlxImport *self,
                                 const PlxEntity *entity,
                                 PlxId there,
                                 GError **error);
gboolean plx_import_tell_question (PlxImport *self,
                                   const PlxQuestion *question,
                                   PlxId there,
                                   GError **error);
void plx_import_move (PlxImport *self,
                      PlxId id,
                      PlxId there);
void plx_import_note_added (PlxImport *self,
                            PlxId id);
gboolean plx_import_was_added (PlxImport *self,
                               PlxId id);

G_END_DECLS
