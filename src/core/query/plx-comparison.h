/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who says what on which question: all questions, documents and the claims
 * between them, read at once.
 *
 * Corpus-wide: not for the main thread.  Once loaded it never changes and any
 * thread may look at it. */

#pragma once

#include "model/plx-document.h"
#include "model/plx-question.h"
#include "model/plx-status.h"
#include "store/plx-connection.h"

G_BEGIN_DECLS

#define PLX_NO_QUESTION G_MAXUINT

/* One claim. */
typedef struct
{
  PlxAccount account;
  guint question; /* position */
  guint document; /* position */
  PlxStand stand;
  PlxId tag;
  PlxId said_by;
  PlxId place;
  gboolean by_outlet;
  const char *value; /* as it was entered; empty if there is none */
  const char *shown; /* the same for the screen */
  const char *attribution;
  const char *polarity;
  const char *certainty;
  const char *event_time;
  const char *quote; /* all spans, joined by ` … ` */
} PlxSaid;

/* Somebody checked. */
typedef struct
{
  PlxId id;       /* of the silence */
  guint question; /* position */
  guint document; /* position */
  PlxId annotator;
  gint64 created;
} PlxChecked;

typedef struct
{
  GPtrArray *questions;  /* (owned) (element-type PlxQuestion): in order */
  GPtrArray *documents;  /* (owned) (element-type PlxDocument): in order */
  GArray *said;          /* (owned) (element-type PlxSaid): by question, document, place in the text */
  GArray *loose;         /* (owned) (element-type PlxSaid): claims on no question, by document and place; their
                            question is %PLX_NO_QUESTION; empty until plx_comparison_load_loose() */
  GArray *checked;       /* (owned) (element-type PlxChecked): by question, document, annotator */
  GArray *judgements;    /* (owned) (element-type PlxJudgement) */
  GArray *statuses;      /* (owned) (element-type PlxStatus): one for each question */
  GHashTable *names;     /* (owned) (element-type PlxId utf8): of entities and annotators */
  GHashTable *by_id;     /* (owned) (element-type PlxId guint): positions in said, by annotation */
  guint *first_said;     /* (owned): where the claims of a cell begin */
  GStringChunk *strings; /* (owned) */
  gatomicrefcount n_references;
} PlxComparison;

PlxComparison *plx_comparison_load (PlxConnection *connection,
                                    GError **error);

/**
 * plx_comparison_load_question:
 *
 * The same with @question alone, which is number 0; bounded by its claims, and by
 * the lists of articles and names.
 */
PlxComparison *plx_comparison_load_question (PlxConnection *connection,
                                             PlxId question,
                                             GError **error);

/**
 * plx_comparison_load_loose:
 *
 * Reads what is tagged as a claim and answers no question.  To be called before
 * anybody else knows of @self.
 */
gboolean plx_comparison_load_loose (PlxComparison *self,
                                    PlxConnection *connection,
                                    GError **error);
PlxComparison *plx_comparison_ref (PlxComparison *self);
void plx_comparison_unref (PlxComparison *self);

/**
 * plx_comparison_get_said:
 * @n: (out): how many claims there are
 *
 * Returns: (transfer none) (array length=n): what document number @document
 *   says on question number @question
 */
const PlxSaid *plx_comparison_get_said (const PlxComparison *self,
                                        guint question,
                                        guint document,
                                        guint *n);

/**
 * plx_comparison_get_checked:
 *
 * Returns: (transfer none) (nullable) (array length=n): who found the document
 *   to say nothing
 */
const PlxChecked *plx_comparison_get_checked (const PlxComparison *self,
                                              guint question,
                                              guint document,
                                              guint *n);

/* (transfer none) (nullable): the claim @annotation. */
const PlxSaid *plx_comparison_find (const PlxComparison *self,
                                    PlxId annotation);

/**
 * plx_comparison_relate:
 * @by_analyst: (out) (optional): whether somebody judged so
 *
 * Returns: what two claims on one question are to each other: as was judged of
 *   just these two, else by their values
 */
PlxPair plx_comparison_relate (const PlxComparison *self,
                               const PlxSaid *a,
                               const PlxSaid *b,
                               gboolean *by_analyst);

/**
 * plx_comparison_dup_against:
 * @most: how many of them are named
 *
 * Returns: (transfer full) (nullable): a sentence that names the claims of other
 *   articles which what document number @document says on question number @question
 *   contradicts; %NULL if there are none
 */
char *plx_comparison_dup_against (const PlxComparison *self,
                                  guint question,
                                  guint document,
                                  guint most);

/* (transfer none): the name of an entity or annotator, empty if it has none. */
const char *plx_comparison_get_name (const PlxComparison *self,
                                     PlxId id);

/* (transfer none): how to call the article: its outlet, else its title. */
const char *plx_comparison_get_source (const PlxComparison *self,
                                       guint document);

/**
 * plx_comparison_dup_reason:
 *
 * Returns: (transfer full): a sentence that explains the status of question
 *   number @question
 */
char *plx_comparison_dup_reason (const PlxComparison *self,
                                 guint question);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxComparison, plx_comparison_unref)

G_END_DECLS
