/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the dialog for many places share. */

#pragma once

#include "dialogs/plx-tag-all-dialog.h"
#include "list/plx-occurrence-list.h"
#include "verb/plx-bulk-verbs.h"

G_BEGIN_DECLS

/* What is to be done with the places. */
typedef enum
{
  PLX_TAG_ALL_TAG,
  PLX_TAG_ALL_UNTAG,
  PLX_TAG_ALL_SUGGESTIONS,
} PlxTagAllMode;

struct _PlxTagAllDialog
{
  AdwWindow parent_instance;

  /* Template Widgets */
  GtkButton *apply_button;
  GtkWidget *reject_button;
  GtkWidget *question;
  GtkEditable *text;
  GtkWidget *whole_words_child;
  GtkCheckButton *whole_words;
  GtkCheckButton *fold_case;
  GtkCheckButton *fold_diacritics;
  GtkCheckButton *fold_apostrophes;
  GtkCheckButton *fold_hyphens;
  GtkWidget *target;
  GtkDropDown *tag;
  GtkWidget *entity_label;
  GtkDropDown *entity;
  GtkCheckButton *only_entity;
  GtkCheckButton *all;
  GtkLabel *summary;
  GtkSpinner *spinner;
  GtkStack *stack;
  GtkListView *view;
  AdwStatusPage *hint;

  /* Owned References */
  PlxSession *session;
  PlxOccurrenceList *list;
  GtkSingleSelection *selection;
  GArray *tags;              /* (element-type PlxId): of the drop-down */
  GPtrArray *entities;       /* (nullable) (element-type PlxEntity): of the drop-down */
  char *searched;            /* (nullable): the text of the last search */
  GCancellable *cancellable; /* (nullable): of the search that runs */

  PlxTagAllMode mode;
  PlxId wanted_tag;
  PlxId wanted_entity;
  gboolean filling; /* widgets are set by the program */
};

/* What is asked for, and what was found. */
typedef struct
{
  PlxTagAllMode mode;
  char *text; /* (owned) (nullable) */
  char *annotator;
  PlxFold fold;
  gboolean whole_words;
  PlxId tag;
  PlxId entity;
  PlxOccurrences *found; /* (owned) (nullable) */
} PlxTagAllSearch;

/* plx-tag-all-search.c */
void plx_tag_all_search_free (gpointer data);

/* On the worker's thread. */
gboolean plx_tag_all_search_run (PlxConnection *connection,
                                 gpointer data,
                                 GCancellable *cancellable,
                                 GError **error);

/* plx-tag-all-target.c */

/* What is looked for, without blanks at the ends. */
char *plx_tag_all_dup_text (PlxTagAllDialog *self);

/* The chosen tag, or PLX_ID_NONE. */
PlxId plx_tag_all_get_tag (PlxTagAllDialog *self);

/* Offers the tags of the codebook, and what may be mentioned with the chosen
 * one. */
void plx_tag_all_fill_tags (PlxTagAllDialog *self);
void plx_tag_all_fill_entities (PlxTagAllDialog *self);

/* The name of the new entity is that of the text. */
void plx_tag_all_rename_new_entity (PlxTagAllDialog *self);

/**
 * plx_tag_all_get_mention:
 * @text: the name of a new entity
 *
 * Returns: whether the places become mentions
 */
gboolean plx_tag_all_get_mention (PlxTagAllDialog *self,
                                  const char *text,
                                  PlxMention *mention);

/* plx-tag-all-words.c */

/* “Tag 14 Places”: what the button says for @n places. */
char *plx_tag_all_dup_apply_label (PlxTagAllMode mode,
                                   guint n);

/* “14 of 16 places in 5 articles”, or nothing. */
char *plx_tag_all_dup_summary (PlxOccurrenceList *list);

/* What became of the places that are ticked: to be told when it is done. */
char *plx_tag_all_dup_done (PlxTagAllMode mode,
                            gboolean rejects,
                            PlxOccurrenceList *list);

/* plx-tag-all-verb.c */

/**
 * plx_tag_all_make_verb:
 * @rejects: whether suggestions are turned down
 *
 * Returns: (transfer full): what is to be done with the places that are ticked
 */
PlxVerb *plx_tag_all_make_verb (PlxTagAllDialog *self,
                                gboolean rejects);

/* plx-tag-all-rows.c */

/* Fills the view from the list. */
void plx_tag_all_init_rows (PlxTagAllDialog *self);

G_END_DECLS
