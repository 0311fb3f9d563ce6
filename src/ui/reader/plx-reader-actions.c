/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the keys and menus of the reader do. */

#include "config.h"

#include "model/plx-untagged.h"
#include "reader/plx-reader-private.h"

#include <glib/gi18n.h>

static PlxText *
get_text (PlxReader *self)
{
  return plx_reading_get_text (self->reading);
}

/* What is selected among annotations, if it is one of ours. */
static PlxId
get_selected (PlxReader *self)
{
  if (plx_session_get_selected_reading (self->session) != self->reading)
    return PLX_ID_NONE;
  return plx_session_get_selected (self->session);
}

gboolean
plx_reader_has_selection (PlxReader *self)
{
  return gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)));
}

/* The innermost annotation there, or the one of the bar, joins what is selected
 * or leaves it. */
void
plx_reader_toggle (PlxReader *self,
                   PlxId annotation)
{
  if (annotation != PLX_ID_NONE)
    plx_session_toggle (self->session, self->reading, annotation);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

/* What was selected with keys is meant as it is, but for blanks and punctuation
 * that steps by words took along. */
static PlxSnap
get_snap_for_keys (PlxReader *self)
{
  PlxSpan raw, word;

  if (plx_session_get_snap (self->session) == PLX_SNAP_CHARACTER || !plx_reader_get_selection_span (self, &raw))
    return PLX_SNAP_CHARACTER;
  /* It was snapped when the mouse let go. */
  if (plx_span_compare (&raw, &self->snapped) == 0)
    return PLX_SNAP_CHARACTER;
  word = raw;
  if (plx_snap_span (get_text (self), PLX_SNAP_WORD, &word) && word.start >= raw.start && word.end <= raw.end)
    return PLX_SNAP_WORD;
  return PLX_SNAP_CHARACTER;
}

gboolean
plx_reader_snap_keys (PlxReader *self)
{
  return plx_reader_snap_selection (self, get_snap_for_keys (self));
}

static void
annotate (GtkWidget *widget,
          const char *name,
          GVariant *parameter)
{
  PlxReader *self = PLX_READER (widget);
  PlxSpan span;

  /* Selected blanks are nothing to tag either. */
  if (!plx_reader_get_selection_span (self, &span) && !plx_reader_recall_fragment (self) &&
      plx_snap_at (get_text (self), PLX_SNAP_WORD, plx_reader_get_caret (self), &span))
    plx_reader_set_selection (self, &span);
  plx_reader_commit_selection (self, get_snap_for_keys (self));
}

static void
tag (GtkWidget *widget,
     const char *name,
     GVariant *parameter)
{
  PlxReader *self = PLX_READER (widget);
  const char *key = g_variant_get_string (parameter, NULL);
  const PlxTag *known = plx_codebook_find_hotkey (plx_session_get_codebook (self->session), key);

  if (known == NULL)
    {
      gtk_widget_error_bell (widget);
      return;
    }
  if (plx_reader_has_selection (self))
    plx_reader_snap_keys (self);
  plx_reader_tag (self, known->id);
}

static void
select_at_caret (GtkWidget *widget,
                 const char *name,
                 GVariant *parameter)
{
  PlxReader *self = PLX_READER (widget);

  plx_reader_activate_annotation (self, plx_span_index_hit (plx_reading_get_index (self->reading),
                                                            plx_reader_get_caret (self), get_selected (self)));
}

static void
toggle_at_caret (GtkWidget *widget,
                 const char *name,
                 GVariant *parameter)
{
  PlxReader *self = PLX_READER (widget);

  plx_reader_toggle (self, plx_span_index_hit (plx_reading_get_index (self->reading), plx_reader_get_caret (self), PLX_ID_NONE));
}

static void
join (GtkWidget *widget,
      const char *name,
      GVariant *parameter)
{
  plx_session_join_selected (PLX_READER (widget)->session);
}

/* Around the selected text, or at the caret; where neither is inside, into the
 * fragments it has. */
static void
split (GtkWidget *widget,
       const char *name,
       GVariant *parameter)
{
  PlxReader *self = PLX_READER (widget);
  PlxId annotation = plx_reader_get_adjustable (self);
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));
  PlxSplit how = { PLX_SPLIT_AT, { plx_reader_get_caret (self), 0 } };
  g_autoptr (GPtrArray) parts = NULL;

  if (annotation == PLX_ID_NONE || !plx_span_index_get_spans (plx_reading_get_index (self->reading), annotation, spans))
    {
      gtk_widget_error_bell (widget);
      return;
    }
  if (plx_reader_get_selection_span (self, &how.span))
    how.kind = PLX_SPLIT_AROUND;
  parts = plx_shape_split (get_text (self), spans, &how);
  if (parts == NULL)
    how.kind = PLX_SPLIT_FRAGMENTS;
  if (plx_reader_has_selection (self))
    plx_reader_place_caret (self, plx_reader_get_caret (self));
  plx_session_split (self->session, self->reading, annotation, &how);
}

static void
select_same_tag (GtkWidget *widget,
                 const char *name,
                 GVariant *parameter)
{
  plx_session_select_same_tag (PLX_READER (widget)->session);
}

static void
select_same_entity (GtkWidget *widget,
                    const char *name,
                    GVariant *parameter)
{
  plx_session_select_same_entity (PLX_READER (widget)->session);
}

static void
retag (GtkWidget *widget,
       const char *name,
       GVariant *parameter)
{
  plx_session_retag_selected (PLX_READER (widget)->session, g_variant_get_int64 (parameter));
}

static void
delete_annotation (GtkWidget *widget,
                   const char *name,
                   GVariant *parameter)
{
  PlxReader *self = PLX_READER (widget);

  if (plx_session_get_selected (self->session) != PLX_ID_NONE)
    plx_session_untag_selected (self->session);
  else
    gtk_widget_error_bell (widget);
}

/* The caret goes along, and so does Alt+Right after a click elsewhere. */
static void
step (PlxReader *self,
      gboolean forward)
{
  PlxSpanIndex *index = plx_reading_get_index (self->reading);
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));
  int from = plx_reader_get_caret (self);
  const PlxIndexedSpan *next;

  if (plx_span_index_get_spans (index, get_selected (self), spans))
    from = g_array_index (spans, PlxSpan, 0).start;
  else if (forward)
    from--;
  next = plx_span_index_next (index, from, forward);
  if (next == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  plx_reader_place_caret (self, next->span.start);
  plx_reader_reveal (self, next->span.start);
  plx_reader_activate_annotation (self, next->annotation);
}

static void
next_annotation (GtkWidget *widget,
                 const char *name,
                 GVariant *parameter)
{
  step (PLX_READER (widget), TRUE);
}

static void
previous_annotation (GtkWidget *widget,
                     const char *name,
                     GVariant *parameter)
{
  step (PLX_READER (widget), FALSE);
}

static guint
n_collected (PlxReader *self)
{
  return plx_making_get_n_fragments (plx_session_get_making (self->session));
}

static gboolean
is_keeping (PlxReader *self)
{
  return plx_making_get_painting (plx_session_get_making (self->session)) != PLX_PAINTING_OFF;
}

/* An annotation of this article; or several, which may be of others. */
static gboolean
is_anything_selected (PlxReader *self)
{
  return get_selected (self) != PLX_ID_NONE || plx_selection_get_n (plx_session_get_selection (self->session)) > 1;
}

gboolean
plx_reader_can_cancel (PlxReader *self)
{
  return plx_reader_has_selection (self) || n_collected (self) > 0 || is_keeping (self) || is_anything_selected (self) || plx_reader_is_checked (self) ||
         plx_relating_get_source (plx_session_get_relating (self->session)) != PLX_ID_NONE;
}

static void
go_to_untagged (PlxReader *self,
                int offset,
                const char *none)
{
  if (offset < 0)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      plx_session_say (self->session, none, FALSE);
      return;
    }
  plx_reader_place_caret (self, offset);
  plx_reader_reveal (self, offset);
}

static void
next_untagged (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  PlxReader *self = PLX_READER (widget);

  go_to_untagged (self, plx_untagged_next (get_text (self), plx_reading_get_index (self->reading), plx_reader_get_caret (self)),
                  _ ("Every paragraph from here to the end has an annotation"));
}

static void
previous_untagged (GtkWidget *widget,
                   const char *name,
                   GVariant *parameter)
{
  PlxReader *self = PLX_READER (widget);

  go_to_untagged (self, plx_untagged_previous (get_text (self), plx_reading_get_index (self->reading), plx_reader_get_caret (self)),
                  _ ("Every paragraph from here to the beginning has an annotation"));
}

static void
cancel (GtkWidget *widget,
        const char *name,
        GVariant *parameter)
{
  PlxReader *self = PLX_READER (widget);

  if (plx_reader_has_selection (self) || n_collected (self) > 0)
    {
      plx_making_give_up (plx_session_get_making (self->session));
      plx_reader_place_caret (self, plx_reader_get_caret (self));
    }
  else if (is_keeping (self))
    plx_making_set_keep (plx_session_get_making (self->session), FALSE);
  else if (plx_relating_get_source (plx_session_get_relating (self->session)) != PLX_ID_NONE)
    plx_relating_clear (plx_session_get_relating (self->session));
  else if (plx_reader_stop_check (self))
    return;
  else if (is_anything_selected (self))
    plx_session_select (self->session, self->reading, PLX_ID_NONE);
}

void
plx_reader_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "reader.annotate", NULL, annotate);
  gtk_widget_class_install_action (widget_class, "reader.tag", "s", tag);
  gtk_widget_class_install_action (widget_class, "reader.select-at-caret", NULL, select_at_caret);
  gtk_widget_class_install_action (widget_class, "reader.delete-annotation", NULL, delete_annotation);
  plx_reader_entity_class_init (widget_class);
  gtk_widget_class_install_action (widget_class, "reader.toggle-at-caret", NULL, toggle_at_caret);
  gtk_widget_class_install_action (widget_class, "reader.select-same-tag", NULL, select_same_tag);
  gtk_widget_class_install_action (widget_class, "reader.select-same-entity", NULL, select_same_entity);
  gtk_widget_class_install_action (widget_class, "reader.edit-borders", NULL, plx_reader_edit_borders);
  gtk_widget_class_install_action (widget_class, "reader.retag", "x", retag);
  gtk_widget_class_install_action (widget_class, "reader.split", NULL, split);
  gtk_widget_class_install_action (widget_class, "reader.join", NULL, join);
  gtk_widget_class_install_action (widget_class, "reader.next-annotation", NULL, next_annotation);
  gtk_widget_class_install_action (widget_class, "reader.previous-annotation", NULL, previous_annotation);
  gtk_widget_class_install_action (widget_class, "reader.list-annotations", NULL, plx_reader_list_annotations);
  plx_reader_install_filter_actions (widget_class);
  gtk_widget_class_install_action (widget_class, "reader.add-fragment", NULL, plx_reader_add_fragment);
  gtk_widget_class_install_action (widget_class, "reader.remove-fragment", NULL, plx_reader_remove_fragment);
  gtk_widget_class_install_action (widget_class, "reader.keep-painting", NULL, plx_reader_keep_painting);
  gtk_widget_class_install_action (widget_class, "reader.next-untagged", NULL, next_untagged);
  gtk_widget_class_install_action (widget_class, "reader.previous-untagged", NULL, previous_untagged);
  gtk_widget_class_install_action (widget_class, "reader.cancel", NULL, cancel);
  gtk_widget_class_install_action (widget_class, "reader.menu", NULL, plx_reader_popup_menu);
  gtk_widget_class_install_action (widget_class, "reader.copy-citation", NULL, plx_reader_copy_citation);
}
