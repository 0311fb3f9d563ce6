/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-test-column.h"

#include <string.h>

const char *const plx_test_column_text =
    "Gate fails above Lower Merrow\n"
    "\n"
    "Fighters of Hay’at Tahrir al-Sham and Shi’ite militias clashed near Aleppo’s airport on Wednesday, and the U.S. "
    "counted 10.5 km of road; “waffle office affine” tests ligatures. The so-called de-escalation zone collapsed, said "
    "Mr. O'Neil, who had been in the town for twenty years and did not expect to leave it.\n"
    "1234 — 5678\n"
    "The second paragraph is short.";

void
plx_test_column_init (PlxTestColumn *self,
                      const char *text,
                      int width,
                      int height)
{
  const char *texts[] = { text, NULL };

  plx_test_column_init_files (self, plx_test_project_new (texts), width, height);
}

void
plx_test_column_init_files (PlxTestColumn *self,
                            PlxTestProject *files,
                            int width,
                            int height)
{
  self->session = plx_test_session_new (files);
  self->reading = plx_test_frame_open (self->session, 0);
  self->column = plx_column_new (self->session->session, self->reading);
  self->reader = plx_column_get_reader (PLX_COLUMN (self->column));
  self->frame = plx_test_frame_show (self->session, self->column, width, height);
}

void
plx_test_column_clear (PlxTestColumn *self)
{
  plx_test_frame_end (self->session);
}

PlxSpan
plx_test_column_find (PlxTestColumn *self,
                      const char *quote)
{
  PlxText *text = plx_reading_get_text (self->reading);
  const char *utf8 = plx_text_get_utf8 (text);
  const char *found = strstr (utf8, quote);

  g_assert_nonnull (found);
  return (PlxSpan){ plx_text_offset_of_byte (text, (gsize) (found - utf8)),
                    plx_text_offset_of_byte (text, (gsize) (found - utf8) + strlen (quote)) };
}

void
plx_test_column_assert_selection (PlxTestColumn *self,
                                  const char *quote)
{
  g_autofree char *selected = NULL;
  PlxSpan span;

  g_assert_true (plx_reader_get_selection_span (self->reader, &span));
  selected = plx_text_dup_slice (plx_reading_get_text (self->reading), span.start, span.end);
  g_assert_cmpstr (selected, ==, quote);
}

const PlxTag *
plx_test_column_find_tag (PlxTestColumn *self,
                          const char *path)
{
  GListModel *codebook = G_LIST_MODEL (plx_session_get_codebook (self->session->session));

  for (guint i = 0; i < g_list_model_get_n_items (codebook); i++)
    {
      g_autoptr (PlxTagItem) item = g_list_model_get_item (codebook, i);

      if (strcmp (plx_tag_item_get_tag (item)->path, path) == 0)
        return plx_tag_item_get_tag (item);
    }
  g_error ("No tag %s", path);
}

PlxId
plx_test_column_tag (PlxTestColumn *self,
                     const char *quote,
                     const char *path)
{
  PlxSpan span = plx_test_column_find (self, quote);
  PlxId id = plx_session_tag (self->session->session, self->reading, &span, 1, plx_test_column_find_tag (self, path)->id, NULL);

  g_assert_cmpint (id, !=, PLX_ID_NONE);
  return id;
}

PlxSpan
plx_test_column_get_span (PlxTestColumn *self,
                          PlxId annotation)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));

  g_assert_true (plx_span_index_get_spans (plx_reading_get_index (self->reading), annotation, spans));
  g_assert_cmpuint (spans->len, ==, 1);
  return g_array_index (spans, PlxSpan, 0);
}

/* The tag of the selected annotation. */
const char *
plx_test_column_get_selected_path (PlxTestColumn *self)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (PlxIndexedSpan));
  PlxId selected = plx_session_get_selected (self->session->session);

  plx_span_index_find (plx_reading_get_index (self->reading), 0, plx_text_get_length (plx_reading_get_text (self->reading)), found);
  for (guint i = 0; i < found->len; i++)
    if (g_array_index (found, PlxIndexedSpan, i).annotation == selected)
      return plx_codebook_get_tag (plx_session_get_codebook (self->session->session), g_array_index (found, PlxIndexedSpan, i).tag)->path;
  return NULL;
}

GtkWidget *
plx_test_column_find_widget (GtkWidget *widget,
                             GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = plx_test_column_find_widget (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

void
plx_test_column_activate (PlxTestColumn *self,
                          const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->reader), action, NULL));
}
