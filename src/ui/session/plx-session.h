/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a window is about: the project, the articles that are open side by side,
 * what is selected.
 *
 * Handed down to board and panels, which know it and never the window.  Holds
 * references and makes edits; knows no widget.
 */

#pragma once

#include "list/plx-codebook.h"
#include "list/plx-document-list.h"
#include "list/plx-filter.h"
#include "list/plx-known-names.h"
#include "list/plx-reading.h"
#include "model/plx-relation.h"
#include "model/plx-shape.h"
#include "list/plx-suggester.h"
#include "model/plx-snap.h"
#include "project/plx-project.h"
#include "session/plx-entity-focus.h"
#include "session/plx-accounts.h"
#include "session/plx-checking.h"
#include "session/plx-follow.h"
#include "session/plx-selection.h"
#include "session/plx-look.h"
#include "session/plx-making.h"
#include "session/plx-relating.h"
#include "verb/plx-entity-verbs.h"

G_BEGIN_DECLS

/* Columns side by side. */
#define PLX_SESSION_MAX_READINGS 8

#define PLX_TYPE_SESSION (plx_session_get_type ())

G_DECLARE_FINAL_TYPE (PlxSession, plx_session, PLX, SESSION, GObject)

/* Properties:
 *   "current"   PlxReading  the column that has the focus
 *   "selected"  gint64      the selected annotation, the primary one of several,
 *                           or PLX_ID_NONE; also notified when others come or go
 *   "n-pinned"  uint        how many columns, the first ones, are pinned
 *   "selected"  gint64      the selected annotation, or PLX_ID_NONE
 *   "snap"      int         PlxSnap, for selections with the mouse
 *   "last-tag"  gint64      the tag used last, or PLX_ID_NONE
 *
 * Signals:
 *   "failed" (const char *message)                     something was refused; nothing was changed
 *   "done" (const char *message, gboolean can_undo)    worth a toast
 *   "reveal" (PlxReading *, int offset)                bring a place into view
 *   "entered" (PlxReading *, int offset)               put caret and focus there
 *   "travelled" (const char *message, gint64 back)     many edits were undone or redone at
 *                                                      once; @back is the edit to return to
 */

PlxSession *plx_session_new (PlxProject *project);

PlxProject *plx_session_get_project (PlxSession *self);
PlxDocumentList *plx_session_get_documents (PlxSession *self);
PlxCodebook *plx_session_get_codebook (PlxSession *self);
PlxLook *plx_session_get_look (PlxSession *self);

/* Suggestions */

/**
 * plx_session_get_suggester:
 *
 * Returns: (transfer none): what is suggested in the columns
 */
PlxSuggester *plx_session_get_suggester (PlxSession *self);

/**
 * plx_session_decide:
 * @places: (array length=n_places): suggestions
 * @detail: (nullable): name or article, for the history
 *
 * Accepts or refuses suggestions as one edit.
 */
void plx_session_decide (PlxSession *self,
                         const PlxPlacement *places,
                         gsize n_places,
                         const char *detail,
                         gboolean accept);

/* Filter */

/**
 * plx_session_get_filter:
 *
 * Returns: (transfer none): what is shown of the annotations, in all columns
 */
PlxFilter *plx_session_get_filter (PlxSession *self);

/**
 * plx_session_show_tag:
 *
 * To be called before something is tagged with @tag: shows what the filter hides
 * of it, and says so, so that nobody's work vanishes.
 */
void plx_session_show_tag (PlxSession *self,
                           PlxId tag);

/* The same for an annotation that is gone to. */
void plx_session_show_annotation (PlxSession *self,
                                  PlxReading *reading,
                                  PlxId annotation);
PlxKnownNames *plx_session_get_names (PlxSession *self);
PlxMaking *plx_session_get_making (PlxSession *self);

/* Relations */

/**
 * plx_session_get_relating:
 *
 * Returns: (transfer none): the relation that is being made
 */
PlxRelating *plx_session_get_relating (PlxSession *self);

/**
 * plx_session_mark_related:
 *
 * Makes the selected annotation the source of the relation that is being made;
 * or its target, if there is a source already; gives it up if it is the source.
 *
 * Returns: whether anything is selected, and the project can be changed
 */
gboolean plx_session_mark_related (PlxSession *self);

/* Makes the relation with its source and target. */
void plx_session_relate (PlxSession *self,
                         const PlxRelationKind *kind);

/**
 * plx_session_list_relation_kinds:
 *
 * Returns: (transfer full) (element-type PlxRelationKind): in order; a failure
 *   is told by #PlxSession::failed
 */
GPtrArray *plx_session_list_relation_kinds (PlxSession *self);

/* Content follows */

/**
 * plx_session_get_follow:
 *
 * Returns: (transfer none): what the columns have on what is selected
 */
PlxFollow *plx_session_get_follow (PlxSession *self);

/* Notes that the article says nothing on @question, and takes that back. */
void plx_session_note_silence (PlxSession *self,
                               PlxReading *reading,
                               PlxId question);
void plx_session_remove_silence (PlxSession *self,
                                 const PlxSilence *silence);

/**
 * plx_session_get_accounts:
 *
 * Returns: (transfer none): what all articles say on the question of the selected
 *   claim
 */
PlxAccounts *plx_session_get_accounts (PlxSession *self);

/* Checking what an article says on a question */

PlxChecking *plx_session_get_checking (PlxSession *self);

/**
 * plx_session_check:
 *
 * Takes whoever checks to the likeliest passage of @reading.
 */
void plx_session_check (PlxSession *self,
                        PlxReading *reading,
                        PlxId question);

/**
 * plx_session_check_document:
 *
 * Like plx_session_check(), opens the article if need be, and goes on to articles
 * that are not open.
 */
void plx_session_check_document (PlxSession *self,
                                 PlxId document,
                                 PlxId question);

/**
 * plx_session_check_next:
 *
 * Goes on to the next article that was not checked, on the question that is being
 * checked or followed.
 *
 * Returns: whether there is one
 */
gboolean plx_session_check_next (PlxSession *self);

/* Goes to another passage of the article; returns whether there is one. */
gboolean plx_session_check_step (PlxSession *self,
                                 gboolean forward);

/**
 * plx_session_check_silent:
 *
 * Notes that the article which is being checked says nothing, and goes on.
 */
void plx_session_check_silent (PlxSession *self);

/* Columns */

/**
 * plx_session_get_readings:
 *
 * Returns: (transfer none): a #GListModel of #PlxReading, in the order of the
 *   columns
 */
GListModel *plx_session_get_readings (PlxSession *self);

guint plx_session_get_n_pinned (PlxSession *self);
gboolean plx_session_is_pinned (PlxSession *self,
                                PlxReading *reading);

/* A column that is pinned goes to the end of those that are, one that no longer
 * is to the start of the others. */
void plx_session_set_pinned (PlxSession *self,
                             PlxReading *reading,
                             gboolean pinned);

/**
 * plx_session_open_document:
 *
 * Opens @document in a column at the end, or finds the one it is open in, and
 * makes it the current one.  Failures are told by #PlxSession::failed.
 *
 * Returns: (transfer none) (nullable): the reading
 */
PlxReading *plx_session_open_document (PlxSession *self,
                                       PlxId document);
/* Whether an article, or an earlier version of one, is in the project, listed or
 * not. */
gboolean plx_session_has_document (PlxSession *self,
                                   PlxId document);
void plx_session_close_reading (PlxSession *self,
                                PlxReading *reading);

/* Closes every column but @reading and those that are pinned. */
void plx_session_close_others (PlxSession *self,
                               PlxReading *reading);

/* @position: brought within the pinned columns if @reading is one of them, else
 * within the others */
void plx_session_move_reading (PlxSession *self,
                               PlxReading *reading,
                               guint position);
PlxReading *plx_session_get_current (PlxSession *self);
void plx_session_set_current (PlxSession *self,
                              PlxReading *reading);

/* Selection */

/**
 * plx_session_get_selection:
 *
 * Returns: (transfer none): all that is selected, to be changed only by the
 *   functions below
 */
PlxSelection *plx_session_get_selection (PlxSession *self);

/* The primary one, or %PLX_ID_NONE. */
PlxId plx_session_get_selected (PlxSession *self);

/**
 * plx_session_get_selected_reading:
 *
 * Returns: (transfer none) (nullable): where the primary one is
 */
PlxReading *plx_session_get_selected_reading (PlxSession *self);

/**
 * plx_session_select:
 * @annotation: an annotation, or %PLX_ID_NONE to select nothing
 *
 * Selects it alone.
 */
void plx_session_select (PlxSession *self,
                         PlxReading *reading,
                         PlxId annotation);

/* Adds an annotation to what is selected, or takes it out. */
void plx_session_toggle (PlxSession *self,
                         PlxReading *reading,
                         PlxId annotation);

/* Selects what has the tag of the primary one, in all columns. */
void plx_session_select_same_tag (PlxSession *self);

/* Selects all mentions of the entity that the primary one mentions, in all
 * columns. */
void plx_session_select_same_entity (PlxSession *self);

/* Asks for @offset of @reading to be brought into view. */
void plx_session_reveal (PlxSession *self,
                         PlxReading *reading,
                         int offset);

PlxSnap plx_session_get_snap (PlxSession *self);
void plx_session_set_snap (PlxSession *self,
                           PlxSnap snap);
PlxId plx_session_get_last_tag (PlxSession *self);

/* Edits: shown at once, stored in the background, taken back with a message if
 * that fails. */

/**
 * plx_session_tag:
 * @spans: (array length=n_spans): in code points, in any order; several make a
 *   discontinuous annotation
 * @mention: (nullable): whom or what the new annotation mentions
 *
 * Tags a passage and selects the new annotation.
 *
 * Returns: its id, or %PLX_ID_NONE if it was refused
 */
PlxId plx_session_tag (PlxSession *self,
                       PlxReading *reading,
                       const PlxSpan *spans,
                       gsize n_spans,
                       PlxId tag,
                       const PlxMention *mention);

/**
 * plx_session_add_fragment:
 *
 * Adds @span to an annotation.
 *
 * Returns: whether it was not refused at once
 */
gboolean plx_session_add_fragment (PlxSession *self,
                                   PlxReading *reading,
                                   PlxId annotation,
                                   const PlxSpan *span);

/**
 * plx_session_remove_fragment:
 *
 * Takes the fragment that @offset lies in away from an annotation.
 *
 * Returns: whether it was not refused at once
 */
gboolean plx_session_remove_fragment (PlxSession *self,
                                      PlxReading *reading,
                                      PlxId annotation,
                                      int offset);
void plx_session_untag (PlxSession *self,
                        PlxReading *reading,
                        PlxId annotation);
void plx_session_retag (PlxSession *self,
                        PlxReading *reading,
                        PlxId annotation,
                        PlxId tag);

/* The same for all that is selected, each as one edit. */
void plx_session_untag_selected (PlxSession *self);
void plx_session_retag_selected (PlxSession *self,
                                 PlxId tag);

/**
 * plx_session_link_selected:
 * @name: of an actor or place, which is made if there is none; empty to unlink
 */
void plx_session_link_selected (PlxSession *self,
                                const char *name);

/* Makes one annotation of those that are selected, see plx_verb_join(). */
void plx_session_join_selected (PlxSession *self);

/**
 * plx_session_split:
 *
 * Makes several annotations of one, see plx_verb_split(), and selects them.
 */
void plx_session_split (PlxSession *self,
                        PlxReading *reading,
                        PlxId annotation,
                        const PlxSplit *split);

/**
 * plx_session_set_spans:
 * @spans: (element-type PlxSpan): the new borders, normalized
 */
void plx_session_set_spans (PlxSession *self,
                            PlxReading *reading,
                            PlxId annotation,
                            GArray *spans);

/**
 * plx_session_do:
 * @verb: (transfer full): anything else
 * @message: (nullable): what to say when it is done
 */
void plx_session_do (PlxSession *self,
                     PlxVerb *verb,
                     const char *message);
void plx_session_undo (PlxSession *self);
void plx_session_redo (PlxSession *self);

/**
 * plx_session_go_to_edit:
 * @edit: what shall be the last edit that is done; %PLX_ID_NONE for none
 *
 * Undoes or redoes as many edits as that takes, all at once.
 */
void plx_session_go_to_edit (PlxSession *self,
                             PlxId edit);

/**
 * plx_session_go_to_place:
 * @annotation: to be selected, or %PLX_ID_NONE
 *
 * Opens @document if need be, and puts the caret at @offset.
 */
void plx_session_go_to_place (PlxSession *self,
                              PlxId document,
                              PlxId annotation,
                              int offset);

/* Tell the window: something was done and is worth a toast; for widgets whose
 * own work failed: something was refused. */
void plx_session_say (PlxSession *self,
                      const char *message,
                      gboolean can_undo);
void plx_session_fail (PlxSession *self,
                       const char *message);

/* Actors and places */

/**
 * plx_session_get_focus:
 *
 * Returns: (transfer none): tells which actor or place is looked at
 */
PlxEntityFocus *plx_session_get_focus (PlxSession *self);

/**
 * plx_session_get_entities:
 *
 * Returns: (transfer none): all of them; whoever shows it makes it active
 */
PlxEntityList *plx_session_get_entities (PlxSession *self);
PlxId plx_session_get_entity (PlxSession *self);

/**
 * plx_session_set_entity:
 * @entity: what the details show instead of the selected annotation, or
 *   %PLX_ID_NONE
 */
void plx_session_set_entity (PlxSession *self,
                             PlxId entity);

/* Like plx_session_set_entity(), and shows it among the others too. */
void plx_session_show_entity (PlxSession *self,
                              PlxId entity);

/**
 * plx_session_show_mention:
 * @offset: where it begins
 *
 * Opens the article if need be, selects the annotation and brings it into view;
 * the entity that is looked at stays.
 */
void plx_session_show_mention (PlxSession *self,
                               PlxId document,
                               PlxId annotation,
                               int offset);

G_END_DECLS
