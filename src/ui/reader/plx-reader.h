/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One article to read and to tag: a read-only text view with a caret that draws
 * the annotations under the text.
 *
 * All offsets are code points in the text of the reading; where the view breaks
 * long paragraphs stays inside.  Main thread.
 *
 * Mouse: dragging selects, and on release the selection snaps to the unit of
 * the session, to exact characters while Alt is held; a double click selects a
 * word, a triple click a sentence.  With Ctrl a drag adds a passage to the
 * annotation to come or to the selected one.  A click selects the annotation under the
 * pointer, a further one the next in the stack; on a bar the annotation of that
 * bar or those letters; on "+n" a list opens.  Keys: see plx-reader-keys.c.
 *
 * Actions: reader.annotate, reader.tag (s: key), reader.select-at-caret,
 * reader.delete-annotation, reader.next-annotation, reader.previous-annotation,
 * reader.list-annotations, reader.show-only-tag, reader.hide-tag, reader.show-all,
 * reader.add-fragment, reader.remove-fragment, reader.keep-painting,
 * reader.next-untagged, reader.previous-untagged, reader.cancel, reader.menu, reader.copy-citation,
 * reader.tag-all, reader.untag-all, reader.accept-suggestion,
 * reader.relate, reader.next-counterpart, reader.previous-counterpart, reader.reject-suggestion, reader.next-suggestion, reader.previous-suggestion.
 */

#pragma once

#include <gtk/gtk.h>

#include "reader/plx-palette.h"
#include "session/plx-session.h"

G_BEGIN_DECLS

#define PLX_TYPE_READER (plx_reader_get_type ())

/* Signals:
 *   "selection-finished" (int start, int end)  text is selected and may be tagged
 *   "tagged" (gint64 annotation)               a selection was tagged, not by painting
 *   "annotation-activated" (gint64 annotation) it was selected in the text
 *   "suggestion-activated" (int start, int end) a suggestion was clicked or gone to
 *   "relation-dragged" (double x, double y)    the port of the selected annotation is
 *                                              dragged there, in the coordinates of the widget
 *   "relation-dropped" (gboolean for_good)     it was let go, or given up
 *   "scheme-changed" ()                        the colours of tags are different
 *   "borders-changed" ()                       the keys move a border, or do so no more
 */
G_DECLARE_FINAL_TYPE (PlxReader, plx_reader, PLX, READER, GtkTextView)

GtkWidget *plx_reader_new (PlxSession *session,
                           PlxReading *reading);
PlxSession *plx_reader_get_session (PlxReader *self);
PlxReading *plx_reader_get_reading (PlxReader *self);

/**
 * plx_reader_get_selection_span:
 * @span: (out): what is selected, whole characters without blanks at the ends
 *
 * Returns: whether anything is selected
 */
gboolean plx_reader_get_selection_span (PlxReader *self,
                                        PlxSpan *span);

/**
 * plx_reader_set_selection:
 * @span: what to select; the caret goes to its end
 */
void plx_reader_set_selection (PlxReader *self,
                               const PlxSpan *span);

/**
 * plx_reader_commit_selection:
 * @snap: the unit to snap to
 *
 * What happens when the mouse lets go: snaps the selection and emits
 * #PlxReader::selection-finished, or tags it while something is painted with.
 *
 * Returns: whether anything is selected
 */
gboolean plx_reader_commit_selection (PlxReader *self,
                                      PlxSnap snap);

/* Puts the caret at @offset; nothing is selected. */
void plx_reader_place_caret (PlxReader *self,
                             int offset);
int plx_reader_get_caret (PlxReader *self);

/**
 * plx_reader_tag:
 *
 * Tags what is selected and the passages collected before, or gives the selected
 * annotation another tag.
 *
 * Returns: whether there was something to tag
 */
gboolean plx_reader_tag (PlxReader *self,
                         PlxId tag);

/**
 * plx_reader_tag_mention:
 *
 * Tags what plx_reader_tag() would as a mention of an actor or place.
 *
 * Returns: whether there was something to tag
 */
gboolean plx_reader_tag_mention (PlxReader *self,
                                 PlxId tag,
                                 const PlxMention *mention);

/**
 * plx_reader_reveal:
 *
 * Scrolls as little as needed, again if heights turn out to be different; gives
 * up when the person scrolls.
 */
void plx_reader_reveal (PlxReader *self,
                        int offset);

/**
 * plx_reader_get_top:
 *
 * Returns: a code point of the line at the top of the view: the first one, or
 *   the one that was put there last
 */
int plx_reader_get_top (PlxReader *self);

/**
 * plx_reader_set_top:
 * @offset: what to scroll to the top of the view
 *
 * Keeps trying while heights turn out to be different; the place is kept when
 * width or zoom change.
 */
void plx_reader_set_top (PlxReader *self,
                         int offset);

/* Leaves the text where it is, whatever was to be brought into view. */
void plx_reader_stop_reveal (PlxReader *self);

/* Whether the text is on its way to a place, or may still be pushed off it. */
gboolean plx_reader_is_revealing (PlxReader *self);

/**
 * plx_reader_show_offset:
 *
 * Scrolls so that @offset stands in the upper half of the view.
 */
void plx_reader_show_offset (PlxReader *self,
                             int offset);

/**
 * plx_reader_get_view_range:
 * @first: (out): how much of the text, from 0 to 1, is above the view
 * @last: (out): the same of the end of the view
 */
void plx_reader_get_view_range (PlxReader *self,
                                double *first,
                                double *last);

/**
 * plx_reader_get_offset_rect:
 * @rect: (out): where the character stands, in the coordinates of the widget;
 *   at the end of the text without width
 *
 * Returns: whether it is in view
 */
gboolean plx_reader_get_offset_rect (PlxReader *self,
                                     int offset,
                                     GdkRectangle *rect);

/* Returns: how far the bars of annotations reach below the characters of a line */
int plx_reader_get_lanes_height (PlxReader *self);

/**
 * plx_reader_get_count_rect:
 * @rect: (out): where `+n` stands beside the line of @offset, in the coordinates
 *   of the widget
 *
 * Returns: whether some annotations on that line have no bar
 */
gboolean plx_reader_get_count_rect (PlxReader *self,
                                    int offset,
                                    GdkRectangle *rect);

/**
 * plx_reader_find_annotation_at:
 * @x: in the coordinates of the widget
 * @y: in the coordinates of the widget
 *
 * Returns: what a click there selects, or %PLX_ID_NONE
 */
PlxId plx_reader_find_annotation_at (PlxReader *self,
                                     double x,
                                     double y);

/* The annotation of the bar there, or the innermost one. */
PlxId plx_reader_find_innermost_at (PlxReader *self,
                                    double x,
                                    double y);

/* Frames the counterpart of what is selected in another column; %PLX_ID_NONE: none. */
void plx_reader_set_counterpart (PlxReader *self,
                                 PlxId annotation);

/**
 * plx_reader_set_found:
 * @places: (nullable) (element-type PlxSpan): what was looked for, in order; not
 *   changed any more
 * @current: which of them was gone to
 *
 * Marks places until they are others or %NULL.
 */
void plx_reader_set_found (PlxReader *self,
                           GArray *places,
                           guint current);

/**
 * plx_reader_get_anchor:
 * @at_right: on which side a line comes or goes
 * @x: (out): in the coordinates of the widget
 * @y: (out): below the line of the text, where it covers none
 *
 * Returns: whether that end of @annotation is in view
 */
gboolean plx_reader_get_anchor (PlxReader *self,
                                PlxId annotation,
                                gboolean at_right,
                                double *x,
                                double *y);

/* Frames @annotation in the text, as under the pointer; %PLX_ID_NONE: none. */
void plx_reader_set_hovered (PlxReader *self,
                             PlxId annotation);

/**
 * plx_reader_get_port_rect:
 * @rect: (out): where the port is drawn that relates the selected annotation, in
 *   the coordinates of the widget
 *
 * Returns: whether there is one in view
 */
gboolean plx_reader_get_port_rect (PlxReader *self,
                                   GdkRectangle *rect);

/* Whether the keys move borders now, and the border at an end. */
gboolean plx_reader_is_border_mode (PlxReader *self);
gboolean plx_reader_is_border_at_end (PlxReader *self);

/**
 * plx_reader_dup_border_description:
 *
 * Returns: (transfer full) (nullable): which border the keys move, for screen
 *   readers; %NULL outside border mode
 */
char *plx_reader_dup_border_description (PlxReader *self);

/**
 * plx_reader_get_handle_rect:
 * @rect: (out): where the handle of that border of the selected annotation is
 *   drawn, in the coordinates of the widget
 *
 * Returns: whether it is in view
 */
gboolean plx_reader_get_handle_rect (PlxReader *self,
                                     guint fragment,
                                     gboolean at_end,
                                     GdkRectangle *rect);

/**
 * plx_reader_get_card:
 *
 * Returns: (transfer none) (nullable): what is shown about the annotations under
 *   the pointer
 */
GtkWidget *plx_reader_get_card (PlxReader *self);

/**
 * plx_reader_list_keys:
 *
 * Returns: (transfer full): the names of all keys that start an action, for
 *   comparing with what is told of them
 */
char **plx_reader_list_keys (void);

/**
 * plx_reader_get_paint:
 *
 * Returns: (transfer none): the colours of @tag, valid until
 *   #PlxReader::scheme-changed
 */
const PlxPaint *plx_reader_get_paint (PlxReader *self,
                                      PlxId tag);

G_END_DECLS
