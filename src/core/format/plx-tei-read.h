/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts of a TEI import, each in a file of its own.
 *
 *   plx-tei-read.c         goes over the file, twice
 *   plx-tei-read-header.c  codebook, annotators, fields of articles
 *   plx-tei-read-article.c what is known of an article
 *   plx-tei-read-lists.c   entities, questions, relations and their moments
 *   plx-tei-read-notes.c   annotations, silences, rejections
 *   plx-tei-read-text.c    the text of an article and the names marked in it
 *
 * The first pass takes what annotations need: codebook, lists, texts.  The
 * second takes annotations and relations.  So a file of any size is read with
 * one article in memory.
 *
 * Our own files come back whole.  Of others is read what is in the Guidelines'
 * words for names, segments and standoff; what is not understood is counted.
 */

#pragma once

#include "format/plx-tei-pointer.h"
#include "format/plx-tei.h"
#include "format/plx-xml-read.h"

G_BEGIN_DECLS

/* Names of ids in the file. */
#define PLX_TEI_SPACE_ANNOTATION "annotation"
#define PLX_TEI_SPACE_ANNOTATOR "annotator"
#define PLX_TEI_SPACE_DOCUMENT "document"
#define PLX_TEI_SPACE_ENTITY "entity"
#define PLX_TEI_SPACE_FIELD "field"
#define PLX_TEI_SPACE_OUTLET "outlet"
#define PLX_TEI_SPACE_QUESTION "question"
#define PLX_TEI_SPACE_TAG "tag"

/* When something was made and changed. */
typedef struct
{
  gint64 time;
  gboolean modified;
  GPtrArray *foreign; /* (owned) (element-type utf8): scheme, value, … */
} PlxTeiMoment;

/* Where an element with an xml:id lies in a text. */
typedef struct
{
  PlxId document; /* of the file */
  int start;
  int end;
} PlxTeiAnchor;

typedef struct
{
  PlxImport *import;
  PlxXmlRead xml;

  /* Of the whole file */
  GHashTable *anchors;        /* (owned) (element-type utf8 PlxTeiAnchor): by xml:id, those of our own scheme left out */
  GHashTable *categories;     /* (owned) (element-type utf8 utf8): of other taxonomies: id → path of a tag */
  GHashTable *entities;       /* (owned) (element-type utf8): ids of those that came */
  GHashTable *relation_kinds; /* (owned) (element-type utf8 PlxId): by xml:id */
  GHashTable *fields;         /* (owned) (element-type utf8 utf8): names of own fields by xml:id */
  GHashTable *inline_texts;   /* (owned) (element-type utf8): keys of articles with marked names */
  GHashTable *not_understood; /* (owned) (element-type utf8 int): elements, and how often */

  /* Of the standOff that is open */
  GPtrArray *pending;  /* (owned) (element-type xmlNode): copies waiting for the moments behind them */
  GHashTable *moments; /* (owned) (element-type utf8 PlxTeiMoment) */

  /* The same of the whole corpus, while articles are read */
  GPtrArray *corpus_pending;  /* (owned) */
  GHashTable *corpus_moments; /* (owned) */

  /* Of the article */
  char *key;              /* (owned): its xml:id, or a number */
  PlxId document;         /* of the file; PLX_ID_NONE outside */
  PlxDocument *head;      /* (owned) (nullable): what its header says */
  GPtrArray *head_ids;    /* (owned) (element-type utf8): scheme, value, …: of elsewhere, in its header */
  GPtrArray *head_fields; /* (owned) (element-type utf8): name, value, … of own fields, in its header */
  char *sha256;           /* (owned) (nullable): what its header says */
  int n_replaced;         /* likewise */
  GArray *blocks;         /* (owned) (element-type PlxBlock): of the article blocks_of, not imported yet */
  PlxId blocks_of;
  GArray *lines; /* (owned) (nullable) (element-type PlxTeiLine): paragraphs of its text, for our own pointers */
  int n_documents;
} PlxTeiRead;

/* Without the `#`, and without @prefix and what follows a blank. */
char *plx_tei_dup_target (const char *pointer,
                          const char *prefix);

/* The id of what @pointer leads to. */
PlxId plx_tei_find (PlxTeiRead *self,
                    const char *space,
                    const char *pointer,
                    const char *prefix);

/* Counts an element that is not read. */
void plx_tei_not_understood (PlxTeiRead *self,
                             const char *name);

/* Each reads an element that was taken as a tree. */
gboolean plx_tei_read_header (PlxTeiRead *self,
                              xmlNode *node,
                              GError **error);
gboolean plx_tei_read_article_header (PlxTeiRead *self,
                                      xmlNode *node,
                                      GError **error);

/* Adds what its header says beside the document itself. */
gboolean plx_tei_add_head (PlxTeiRead *self,
                           GError **error);
gboolean plx_tei_read_outlet (PlxTeiRead *self,
                              xmlNode *node,
                              GError **error);
gboolean plx_tei_read_entity (PlxTeiRead *self,
                              xmlNode *node,
                              GError **error);
gboolean plx_tei_read_question (PlxTeiRead *self,
                                xmlNode *node,
                                GError **error);
/* Imports the parts of texts that were read so far. */
gboolean plx_tei_flush_blocks (PlxTeiRead *self,
                               GError **error);
gboolean plx_tei_read_relation (PlxTeiRead *self,
                                xmlNode *node,
                                GError **error);
void plx_tei_read_moment (PlxTeiRead *self,
                          xmlNode *node);
void plx_tei_moment_free (PlxTeiMoment *moment);
gboolean plx_tei_read_annotation (PlxTeiRead *self,
                                  xmlNode *node,
                                  GError **error);

/* Another program's span or interp in the text. */
gboolean plx_tei_read_span (PlxTeiRead *self,
                            xmlNode *node,
                            GError **error);

/* @node is `text`; adds the article. */
gboolean plx_tei_read_text (PlxTeiRead *self,
                            xmlNode *node,
                            GError **error);

/* The same again: names that are marked in the text. */
gboolean plx_tei_read_marks (PlxTeiRead *self,
                             xmlNode *node,
                             GError **error);

/**
 * plx_tei_read_foreign_ids:
 * @id: of the row in the file
 *
 * Keeps what children of type `foreign-id` say.
 */
gboolean plx_tei_read_foreign_ids (PlxTeiRead *self,
                                   xmlNode *node,
                                   PlxId id,
                                   GError **error);

/**
 * plx_tei_read_pointer:
 * @spans: (element-type PlxSpan): where it leads
 *
 * Returns: whether it is understood and leads into the article
 */
gboolean plx_tei_read_pointer (PlxTeiRead *self,
                               const char *pointer,
                               GArray *spans);

/* The tag that a pointer to a category, or else a name, stands for. */
gboolean plx_tei_find_tag (PlxTeiRead *self,
                           const char *ana,
                           const char *name,
                           PlxKind kind,
                           PlxId *id,
                           GError **error);

G_END_DECLS
