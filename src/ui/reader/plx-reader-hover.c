/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the reader says about the annotations at a place: to the eye when the
 * pointer rests there, to a screen reader when the caret comes there. */

#include "config.h"

#include "reader/plx-reader-private.h"
#include "reader/plx-tag-dot.h"
#include "store/plx-entities.h"

#include <glib/gi18n.h>

/* More rows would cover the text they are about. */
#define MAX_ROWS 8

/* The annotations at @offset in the order in which clicks select them. */
static GArray *
find_stack (PlxReader *self,
            int offset)
{
  PlxSpanIndex *index = plx_reading_get_index (self->reading);
  GArray *stack = g_array_new (FALSE, FALSE, sizeof (PlxId));
  PlxId first = plx_span_index_hit (index, offset, PLX_ID_NONE);

  for (PlxId id = first; id != PLX_ID_NONE; id = plx_span_index_hit (index, offset, id))
    {
      if (stack->len > 0 && id == first)
        break;
      g_array_append_val (stack, id);
    }
  return stack;
}

/* `Actor/State · Syria`, and the tag, if it is known. */
static char *
dup_description (PlxReader *self,
                 PlxId id,
                 PlxId *tag)
{
  g_autoptr (PlxAnnotation) annotation = plx_reading_load_annotation (self->reading, id, NULL);
  g_autoptr (PlxEntity) entity = NULL;
  const PlxTag *known;

  /* Not stored yet. */
  if (annotation == NULL)
    return NULL;
  *tag = annotation->tag;
  known = plx_codebook_get_tag (plx_session_get_codebook (self->session), annotation->tag);
  if (known == NULL)
    return NULL;
  if (annotation->entity != PLX_ID_NONE)
    entity = plx_entities_get (plx_project_get_reader (plx_reading_get_project (self->reading)), annotation->entity, NULL);
  return entity != NULL ? g_strdup_printf ("%s · %s", known->path, entity->name) : g_strdup (known->path);
}

/* Hover card */

static GtkWidget *
card_row_new (PlxReader *self,
              PlxId id)
{
  GtkWidget *row, *label;
  PlxId tag = PLX_ID_NONE;
  g_autofree char *description = dup_description (self, id, &tag);

  if (description == NULL)
    return NULL;
  row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  label = gtk_label_new (description);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 48);
  if (id == plx_session_get_selected (self->session))
    gtk_widget_add_css_class (row, "selected");
  gtk_box_append (GTK_BOX (row), plx_tag_dot_new (plx_session_get_codebook (self->session), tag));
  gtk_box_append (GTK_BOX (row), label);
  return row;
}

static void
append_note (GtkBox *card,
             const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (card, label);
}

static GtkWidget *
card_new (PlxReader *self,
          const GArray *stack)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  gtk_widget_add_css_class (card, "plx-hover-card");
  for (guint i = 0; i < MIN (stack->len, MAX_ROWS); i++)
    {
      GtkWidget *row = card_row_new (self, g_array_index (stack, PlxId, i));

      if (row != NULL)
        gtk_box_append (GTK_BOX (card), row);
    }
  if (stack->len > MAX_ROWS)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("%u more", "%u more", stack->len - MAX_ROWS), stack->len - MAX_ROWS);

      append_note (GTK_BOX (card), more);
    }
  if (stack->len > 1)
    append_note (GTK_BOX (card), _ ("Click again for the next one"));
  return card;
}

gboolean
plx_reader_query_tooltip (GtkWidget *widget,
                          int x,
                          int y,
                          gboolean keyboard,
                          GtkTooltip *tooltip)
{
  PlxReader *self = PLX_READER (widget);
  g_autoptr (GArray) stack = NULL;
  GtkWidget *card;
  GdkRectangle rect;
  int lane;
  int offset = keyboard ? plx_reader_get_caret (self) : plx_reader_find_offset_at (self, x, y, &lane);

  if (offset < 0 || (self->menu != NULL && gtk_widget_get_visible (self->menu)))
    return FALSE;
  stack = find_stack (self, offset);
  if (stack->len == 0)
    return FALSE;
  card = card_new (self, stack);
  plx_reader_get_offset_rect (self, offset, &rect);
  rect.height += PLX_LANES_HEIGHT;
  gtk_tooltip_set_custom (tooltip, card);
  gtk_tooltip_set_tip_area (tooltip, &rect);
  return TRUE;
}

/* Screen readers */

static void
describe_caret (PlxReader *self)
{
  g_autoptr (GArray) stack = find_stack (self, plx_reader_get_caret (self));
  g_autoptr (GString) description = g_string_new (NULL);

  for (guint i = 0; i < MIN (stack->len, MAX_ROWS); i++)
    {
      PlxId tag;
      g_autofree char *row = dup_description (self, g_array_index (stack, PlxId, i), &tag);

      if (row != NULL)
        g_string_append_printf (description, "%s%s", description->len > 0 ? ", " : "", row);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description->str, -1);
}

static void
mark_set_cb (GtkTextBuffer *buffer,
             GtkTextIter *location,
             GtkTextMark *mark,
             PlxReader *self)
{
  if (mark == gtk_text_buffer_get_insert (buffer))
    describe_caret (self);
}

void
plx_reader_init_hover (PlxReader *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), "mark-set", G_CALLBACK (mark_set_cb), self, 0);
  g_signal_connect_object (self->reading, "spans-changed", G_CALLBACK (describe_caret), self, G_CONNECT_SWAPPED);
}
