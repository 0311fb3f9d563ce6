/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/plx-test-state.h"

#include "compare/plx-sheet-view.h"
#include "compare/plx-timeline-view.h"
#include "reader/plx-reader.h"
#include "window/plx-start-page.h"
#include "window/plx-window.h"
#include "window/plx-workbench.h"

#include <string.h>

/* The annotations of an article beyond these are only counted. */
#define MAX_SPANS 2000

/* Finding */

typedef gboolean (*Matcher) (GtkWidget *widget,
                             const char *what);

static GtkWidget *
search (GtkWidget *widget,
        Matcher matches,
        const char *what)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (matches (widget, what))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = search (child, matches, what);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Dialogs are above what they belong to and come later. */
static GtkWidget *
search_windows (Matcher matches,
                const char *what)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = g_list_model_get_n_items (windows); i-- > 0;)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
      GtkWidget *found = search (window, matches, what);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
has_name (GtkWidget *widget,
          const char *name)
{
  return g_strcmp0 (gtk_widget_get_name (widget), name) == 0 ||
         g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), name) == 0;
}

/* Marks for the writing direction are not seen and do not count. */
static gboolean
says (GtkWidget *widget,
      const char *text)
{
  const char *label = GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget)) : NULL;

  if (label == NULL)
    return FALSE;
  for (; *text != '\0'; label = g_utf8_next_char (label))
    {
      gunichar c = g_utf8_get_char (label);

      if ((c >= 0x2066 && c <= 0x2069) || c == 0x200e || c == 0x200f)
        continue;
      if (c != g_utf8_get_char (text))
        return FALSE;
      text = g_utf8_next_char (text);
    }
  return TRUE;
}

GtkWidget *
plx_test_state_find_widget (const char *name)
{
  if (g_str_has_prefix (name, "label:"))
    return search_windows (says, name + strlen ("label:"));
  return search_windows (has_name, name);
}

static gboolean
is_sheet (GtkWidget *widget,
          const char *what)
{
  return PLX_IS_SHEET_VIEW (widget);
}

static gboolean
is_timeline (GtkWidget *widget,
             const char *unused)
{
  return PLX_IS_TIMELINE_VIEW (widget);
}

GtkWidget *
plx_test_state_find_timeline (void)
{
  return search_windows (is_timeline, NULL);
}

GtkWidget *
plx_test_state_find_sheet (void)
{
  return search_windows (is_sheet, NULL);
}

static gboolean
reads (GtkWidget *widget,
       const char *which)
{
  const PlxDocument *document;

  if (!PLX_IS_READER (widget))
    return FALSE;
  document = plx_reading_get_document (plx_reader_get_reading (PLX_READER (widget)));
  return strstr (document->title, which) != NULL || g_ascii_strtoll (which, NULL, 10) == document->id;
}

GtkWidget *
plx_test_state_find_reader (const char *which)
{
  return search_windows (reads, which);
}

static gboolean
is_content (GtkWidget *widget,
            const char *what)
{
  return (PLX_IS_START_PAGE (widget) || PLX_IS_WORKBENCH (widget)) && gtk_widget_get_width (widget) > 0;
}

gboolean
plx_test_state_has_content (void)
{
  return search_windows (is_content, NULL) != NULL;
}

static const char *
get_session_busy (PlxSession *session)
{
  GListModel *readings = plx_session_get_readings (session);
  gboolean saving = FALSE;

  g_object_get (plx_session_get_project (session), "saving", &saving, NULL);
  if (saving)
    return "saving";
  for (guint i = 0; i < g_list_model_get_n_items (readings); i++)
    {
      g_autoptr (PlxReading) reading = g_list_model_get_item (readings, i);

      if (plx_reading_is_loading (reading))
        return "loading";
    }
  return NULL;
}

const char *
plx_test_state_get_busy (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  const char *busy = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (windows) && busy == NULL; i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
      PlxSession *session = PLX_IS_WINDOW (window) ? plx_window_get_session (PLX_WINDOW (window)) : NULL;

      if (session != NULL)
        busy = get_session_busy (session);
    }
  return busy;
}

/* Building */

static void
add_int (JsonBuilder *builder,
         const char *name,
         gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
add_boolean (JsonBuilder *builder,
             const char *name,
             gboolean value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

static void
add_string (JsonBuilder *builder,
            const char *name,
            const char *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_edit (JsonBuilder *builder,
          const char *name,
          const PlxEdit *edit)
{
  json_builder_set_member_name (builder, name);
  if (edit == NULL)
    json_builder_add_null_value (builder);
  else
    json_builder_add_string_value (builder, edit->verb);
}

static void
add_annotation (JsonBuilder *builder,
                PlxSession *session,
                PlxReading *reading,
                const PlxIndexedSpan *first)
{
  const PlxTag *tag = plx_codebook_get_tag (plx_session_get_codebook (session), first->tag);
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));

  plx_span_index_get_spans (plx_reading_get_index (reading), first->annotation, spans);
  json_builder_begin_object (builder);
  add_int (builder, "id", first->annotation);
  add_string (builder, "tag", tag != NULL ? tag->path : "");
  add_boolean (builder, "saving", plx_reading_is_saving (reading, first->annotation));
  json_builder_set_member_name (builder, "spans");
  json_builder_begin_array (builder);
  for (guint i = 0; i < spans->len; i++)
    {
      const PlxSpan *span = &g_array_index (spans, PlxSpan, i);

      json_builder_begin_array (builder);
      json_builder_add_int_value (builder, span->start);
      json_builder_add_int_value (builder, span->end);
      json_builder_end_array (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_reading (JsonBuilder *builder,
             PlxSession *session,
             PlxReading *reading)
{
  PlxSpanIndex *index = plx_reading_get_index (reading);
  const PlxDocument *document = plx_reading_get_document (reading);

  json_builder_begin_object (builder);
  add_int (builder, "id", document->id);
  add_string (builder, "title", document->title);
  add_int (builder, "hidden", plx_reading_get_n_hidden (reading));
  add_int (builder, "suggestions", plx_suggester_get (plx_session_get_suggester (session), document->id)->len);
  add_int (builder, "n-annotations", (gint64) plx_span_index_get_n_annotations (index));
  json_builder_set_member_name (builder, "annotations");
  json_builder_begin_array (builder);
  for (gsize i = 0; i < MIN (plx_span_index_get_n_spans (index), MAX_SPANS); i++)
    {
      const PlxIndexedSpan *span = plx_span_index_get (index, i);

      /* Each annotation once, where its first span is. */
      if (span->fragment == 0)
        add_annotation (builder, session, reading, span);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/* All words of @widget, one label a line. */
static void
append_words (GtkWidget *widget,
              GString *words)
{
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (words, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    append_words (child, words);
}

static void
add_reader (JsonBuilder *builder,
            PlxReader *reader)
{
  g_autoptr (GString) words = g_string_new (NULL);
  GtkWidget *card = plx_reader_get_card (reader);
  double first, last;

  if (card != NULL)
    append_words (card, words);
  add_string (builder, "card", words->str);
  plx_reader_get_view_range (reader, &first, &last);
  json_builder_set_member_name (builder, "view");
  json_builder_begin_array (builder);
  json_builder_add_double_value (builder, first);
  json_builder_add_double_value (builder, last);
  json_builder_end_array (builder);
}

static double
get_scrolled (PlxReader *reader)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (reader));
  double range = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);

  return range > 0 ? gtk_adjustment_get_value (adjustment) / range : 0;
}

static void
add_look (JsonBuilder *builder,
          PlxLook *look)
{
  add_int (builder, "zoom", plx_look_get_zoom (look));
  add_boolean (builder, "sync", plx_look_get_sync (look));
}

static void
add_focus (JsonBuilder *builder,
           GtkWidget *window)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));

  add_int (builder, "focus", PLX_IS_READER (focus) ? plx_reading_get_id (plx_reader_get_reading (PLX_READER (focus))) : PLX_ID_NONE);
}

/* What is selected of the text, if anything is. */
static void
add_selected_text (JsonBuilder *builder,
                   PlxReader *reader)
{
  PlxSpan span;

  if (!plx_reader_get_selection_span (reader, &span))
    return;
  json_builder_set_member_name (builder, "selection");
  json_builder_begin_array (builder);
  json_builder_add_int_value (builder, span.start);
  json_builder_add_int_value (builder, span.end);
  json_builder_end_array (builder);
}

static void
add_follow (JsonBuilder *builder,
            PlxFollow *follow,
            PlxReading *reading)
{
  static const char *const states[] = { "off", "found", "none", "silent", "unchecked" };
  guint position;

  add_int (builder, "counterparts", plx_follow_get_n (follow, reading, &position));
  add_string (builder, "follow", states[plx_follow_get_state (follow, reading)]);
  add_int (builder, "counterpart", plx_follow_get_counterpart (follow, reading));
}

static void
add_column (JsonBuilder *builder,
            GtkWidget *window,
            PlxSession *session,
            PlxReading *reading)
{
  const PlxDocument *document = plx_reading_get_document (reading);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, document->id);
  GtkWidget *reader = search (window, reads, id);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, 0, 0);

  if (reader != NULL && !gtk_widget_compute_bounds (reader, window, &bounds))
    graphene_rect_init (&bounds, 0, 0, 0, 0);
  json_builder_begin_object (builder);
  add_int (builder, "document", document->id);
  add_string (builder, "title", document->title);
  add_int (builder, "x", (gint64) bounds.origin.x);
  add_int (builder, "width", (gint64) bounds.size.width);
  if (reader != NULL)
    {
      add_reader (builder, PLX_READER (reader));
      add_selected_text (builder, PLX_READER (reader));
    }
  add_follow (builder, plx_session_get_follow (session), reading);
  add_boolean (builder, "pinned", plx_session_is_pinned (session, reading));
  add_string (builder, "direction", document->direction);
  add_boolean (builder, "holding", reader != NULL && plx_reader_is_revealing (PLX_READER (reader)));
  add_int (builder, "top", reader != NULL ? plx_reader_get_top (PLX_READER (reader)) : -1);
  json_builder_set_member_name (builder, "scrolled");
  json_builder_add_double_value (builder, reader != NULL ? get_scrolled (PLX_READER (reader)) : 0);
  json_builder_end_object (builder);
}

static void
add_readings (JsonBuilder *builder,
              GtkWidget *window,
              PlxSession *session)
{
  GListModel *readings = plx_session_get_readings (session);

  json_builder_set_member_name (builder, "columns");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (readings); i++)
    {
      g_autoptr (PlxReading) reading = g_list_model_get_item (readings, i);

      add_column (builder, window, session, reading);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "documents");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (readings); i++)
    {
      g_autoptr (PlxReading) reading = g_list_model_get_item (readings, i);

      add_reading (builder, session, reading);
    }
  json_builder_end_array (builder);
}

static void
add_codebook (JsonBuilder *builder,
              PlxSession *session)
{
  g_autoptr (GPtrArray) tags = plx_codebook_list_tags (plx_session_get_codebook (session));

  json_builder_set_member_name (builder, "codebook");
  json_builder_begin_array (builder);
  for (guint i = 0; i < tags->len; i++)
    {
      const PlxTag *tag = g_ptr_array_index (tags, i);

      json_builder_begin_object (builder);
      add_string (builder, "tag", tag->path);
      add_string (builder, "hotkey", tag->hotkey);
      add_string (builder, "colour", tag->colour);
      add_string (builder, "shown", plx_tag_get_shown_colour (tag));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_selection (JsonBuilder *builder,
               GtkWidget *window,
               PlxSession *session)
{
  PlxSelection *selection = plx_session_get_selection (session);
  PlxReading *current = plx_session_get_current (session);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, current != NULL ? plx_reading_get_id (current) : 0);
  GtkWidget *reader = search (window, reads, id);

  json_builder_set_member_name (builder, "selection");
  json_builder_begin_array (builder);
  for (guint i = 0; i < plx_selection_get_n (selection); i++)
    json_builder_add_int_value (builder, plx_selection_get (selection, i)->annotation);
  json_builder_end_array (builder);
  add_boolean (builder, "border-mode", reader != NULL && plx_reader_is_border_mode (PLX_READER (reader)));
  add_int (builder, "caret", reader != NULL ? plx_reader_get_caret (PLX_READER (reader)) : -1);
}

static void
add_session (JsonBuilder *builder,
             GtkWidget *window,
             PlxSession *session)
{
  PlxProject *project = plx_session_get_project (session);
  PlxReading *current = plx_session_get_current (session);
  gboolean saving = FALSE;

  g_object_get (project, "saving", &saving, NULL);
  add_string (builder, "project", plx_project_get_path (project));
  add_string (builder, "annotator", plx_project_get_annotator (project));
  add_boolean (builder, "read-only", plx_project_is_read_only (project));
  add_boolean (builder, "saving", saving);
  add_edit (builder, "undo", plx_project_peek_undo (project));
  add_edit (builder, "redo", plx_project_peek_redo (project));
  add_int (builder, "current", current != NULL ? plx_reading_get_id (current) : PLX_ID_NONE);
  add_int (builder, "selected", plx_session_get_selected (session));
  add_selection (builder, window, session);
  add_int (builder, "entity", plx_session_get_entity (session));
  add_int (builder, "snap", plx_session_get_snap (session));
  add_int (builder, "relating", plx_relating_get_source (plx_session_get_relating (session)));
  add_int (builder, "painting", plx_making_get_painting (plx_session_get_making (session)));
  add_int (builder, "fragments", plx_making_get_n_fragments (plx_session_get_making (session)));
  add_int (builder, "articles", g_list_model_get_n_items (G_LIST_MODEL (plx_session_get_documents (session))));
  add_codebook (builder, session);
  add_look (builder, plx_session_get_look (session));
  add_focus (builder, window);
  add_readings (builder, window, session);
}

JsonBuilder *
plx_test_state_build (GtkApplication *application)
{
  JsonBuilder *builder = json_builder_new ();
  GtkWidget *window = NULL;

  for (GList *l = gtk_application_get_windows (application); l != NULL && window == NULL; l = l->next)
    if (PLX_IS_WINDOW (l->data) && gtk_widget_get_mapped (l->data))
      window = l->data;

  json_builder_begin_object (builder);
  if (window != NULL)
    {
      PlxSession *session = plx_window_get_session (PLX_WINDOW (window));

      add_string (builder, "window", gtk_window_get_title (GTK_WINDOW (window)));
      add_int (builder, "width", gtk_widget_get_width (window));
      add_int (builder, "height", gtk_widget_get_height (window));
      if (session != NULL)
        add_session (builder, window, session);
    }
  json_builder_end_object (builder);
  return builder;
}
