/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts of a TEI export, each in a file of its own.
 *
 *   plx-tei-header.c          what the file says about itself and the codebook
 *   plx-tei-lists.c           entities, questions, relations
 *   plx-tei-article-header.c  what is known about one article
 *   plx-tei-fields.c          outlets, and own fields of articles
 *   plx-tei-document.c        one article: annotations and text
 *   plx-tei-inline.c          the text with annotations inside
 *
 * Ids in the file are a prefix and the UUID of the row; order is that of the
 * project, then that of ids.  So two exports of the same project differ in the
 * moment of export only.  The words in the file are never translated.
 */

#pragma once

#include "format/plx-export.h"
#include "format/plx-xml.h"

G_BEGIN_DECLS

#define PLX_TEI_VERSION "4.12.0"

/* Prefixes of ids, and of pointers to them. */
#define PLX_TEI_ANNOTATION "a."
#define PLX_TEI_ANNOTATOR "annotator."
#define PLX_TEI_BLOCK "block."
#define PLX_TEI_CHANGE "c."
#define PLX_TEI_DOCUMENT "d."
#define PLX_TEI_ENTITY "ent."
#define PLX_TEI_FIELD "field."
#define PLX_TEI_OUTLET "outlet."
#define PLX_TEI_QUESTION "q."
#define PLX_TEI_RELATION "r."
#define PLX_TEI_RELATION_KIND "rel."
#define PLX_TEI_REJECTION "x."
#define PLX_TEI_SILENCE "s."
#define PLX_TEI_TAG "tag."

typedef struct
{
  PlxExport *export;
  PlxXml xml;
  gboolean reading_view; /* annotations stand in the text, see plx-tei-inline.h */
} PlxTei;

gboolean plx_tei_write_header (PlxTei *self,
                               GError **error);

/**
 * plx_tei_write_lists:
 *
 * The standOff of the whole project.
 */
gboolean plx_tei_write_lists (PlxTei *self,
                              GError **error);

/**
 * plx_tei_write_relations:
 * @relations: (element-type PlxRelation)
 * @type: what they have in common
 *
 * A list of relations; nothing if there are none.
 */
void plx_tei_write_relations (PlxTei *self,
                              GPtrArray *relations,
                              const char *type);

/**
 * plx_tei_write_moments:
 * @relations: (element-type PlxRelation)
 * @shared: whether those of entities and questions are wanted too
 *
 * When rows without a place for it were made and changed; they point here.
 */
gboolean plx_tei_write_moments (PlxTei *self,
                                GPtrArray *relations,
                                gboolean shared,
                                GError **error);

/**
 * plx_tei_is_language:
 *
 * Returns: whether xml:lang and language/@ident take it
 */
gboolean plx_tei_is_language (const char *language);
gboolean plx_tei_write_article_header (PlxTei *self,
                                       const PlxDocument *document,
                                       PlxText *text,
                                       GError **error);
gboolean plx_tei_write_document (PlxTei *self,
                                 const PlxDocument *document,
                                 GError **error);

/* What is known of outlets, and what fields articles have. */
gboolean plx_tei_write_outlets (PlxTei *self,
                                GError **error);
gboolean plx_tei_write_fields (PlxTei *self,
                               GError **error);

/* What an article says in the fields, for its bibl. */
gboolean plx_tei_write_field_values (PlxTei *self,
                                     PlxId document,
                                     GError **error);

/**
 * plx_tei_start_change:
 * @subject: what was changed, if something points here by its id; else
 *   PLX_ID_NONE
 * @suffix: what stands behind the UUID in the xml:id
 * @status: `created` or `modified`
 * @annotator: who did it, or PLX_ID_NONE
 *
 * When something was made or changed; the element is left open.
 */
void plx_tei_start_change (PlxTei *self,
                           PlxId subject,
                           const char *suffix,
                           const char *status,
                           gint64 time,
                           PlxId annotator);

/**
 * plx_tei_write_change:
 *
 * The same, without an id, and whole.
 */
void plx_tei_write_change (PlxTei *self,
                           const char *status,
                           gint64 time,
                           PlxId annotator);

/**
 * plx_tei_write_foreign_ids:
 * @element: what may hold them here
 *
 * Ids under which @subject was known elsewhere: the scheme as @n, which takes
 * any text.
 */
gboolean plx_tei_write_foreign_ids (PlxTei *self,
                                    const char *element,
                                    PlxId subject,
                                    GError **error);

/**
 * plx_tei_dup_relation_kind_id:
 *
 * Returns: (transfer full): the xml:id of a kind of relations: its name where
 *   that may be an id, for people to read, and its UUID otherwise
 */
char *plx_tei_dup_relation_kind_id (const PlxRelationKind *kind);

/**
 * plx_tei_dup_word:
 *
 * Returns: (transfer full): @text without blanks and controls, as attributes
 *   that hold one word need it
 */
char *plx_tei_dup_word (const char *text);

G_END_DECLS
