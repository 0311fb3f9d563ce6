/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-e2e-state.h"

#include <string.h>

/* Clicks further apart than this are no double click. */
#define DOUBLE_US 600000

PlxText *
plx_e2e_load_sample (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("PARALLAX_SAMPLE"), name, NULL);
  g_autofree char *contents = NULL;
  GError *error = NULL;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  return plx_text_new (contents, -1);
}

/* Where @quote stands for the @occurrence-th time, from 1. */
void
plx_e2e_find (PlxText *text,
              const char *quote,
              int occurrence,
              int *start,
              int *end)
{
  const char *utf8 = plx_text_get_utf8 (text);
  const char *found = utf8 - 1;

  for (int i = 0; i < occurrence; i++)
    {
      found = strstr (found + 1, quote);
      g_assert_nonnull (found);
    }
  *start = plx_text_offset_of_byte (text, (gsize) (found - utf8));
  *end = *start + (int) g_utf8_strlen (quote, -1);
}

void
plx_e2e_assert_whole (PlxE2e *e2e,
                      const char *project)
{
  g_autofree char *checked = plx_e2e_run_cli (e2e, NULL, "check", project, NULL);

  g_assert_true (g_str_has_prefix (checked, "ok"));
}

void
plx_e2e_end_whole (PlxE2e *e2e,
                   const char *project)
{
  plx_e2e_quit (e2e);
  plx_e2e_assert_whole (e2e, project);
  plx_e2e_free (e2e);
}

void
plx_e2e_restart (PlxE2e *e2e,
                 const char *project)
{
  plx_e2e_quit (e2e);
  plx_e2e_start (e2e, project);
}

gboolean
plx_e2e_has_project (JsonObject *state,
                     gpointer data)
{
  return json_object_has_member (state, "project");
}

gboolean
plx_e2e_has_articles (JsonObject *state,
                      gpointer n)
{
  return json_object_has_member (state, "articles") && json_object_get_int_member (state, "articles") == GPOINTER_TO_INT (n);
}

gboolean
plx_e2e_has_columns (JsonObject *state,
                     gpointer n)
{
  return json_object_has_member (state, "columns") &&
         json_array_get_length (json_object_get_array_member (state, "columns")) == (guint) GPOINTER_TO_INT (n);
}

static guint
count_annotations (JsonObject *state)
{
  JsonArray *documents = json_object_get_array_member (state, "documents");
  guint n = 0;

  for (guint i = 0; i < json_array_get_length (documents); i++)
    n += json_array_get_length (json_object_get_array_member (json_array_get_object_element (documents, i), "annotations"));
  return n;
}

gboolean
plx_e2e_has_annotations (JsonObject *state,
                         gpointer n)
{
  return json_object_has_member (state, "documents") && !json_object_get_boolean_member (state, "saving") &&
         count_annotations (state) == (guint) GPOINTER_TO_INT (n);
}

void
plx_e2e_wait_annotations (PlxE2e *e2e,
                          int n)
{
  plx_e2e_wait (e2e, plx_e2e_has_annotations, GINT_TO_POINTER (n), "the annotations");
}

/* The annotation with @tag on exactly [start, end) in @document, or 0. */
static gint64
find_in_document (JsonObject *document,
                  const char *tag,
                  int start,
                  int end)
{
  JsonArray *annotations = json_object_get_array_member (document, "annotations");

  for (guint i = 0; i < json_array_get_length (annotations); i++)
    {
      JsonObject *annotation = json_array_get_object_element (annotations, i);
      JsonArray *span = json_array_get_array_element (json_object_get_array_member (annotation, "spans"), 0);

      if (g_str_equal (json_object_get_string_member (annotation, "tag"), tag) &&
          json_array_get_int_element (span, 0) == start && json_array_get_int_element (span, 1) == end)
        return json_object_get_int_member (annotation, "id");
    }
  return 0;
}

gint64
plx_e2e_find_annotation (PlxE2e *e2e,
                         const char *title,
                         const char *tag,
                         int start,
                         int end)
{
  g_autoptr (JsonNode) state = plx_e2e_dump (e2e);
  JsonArray *documents = json_object_get_array_member (json_node_get_object (state), "documents");

  for (guint i = 0; i < json_array_get_length (documents); i++)
    {
      JsonObject *document = json_array_get_object_element (documents, i);

      if (g_str_has_prefix (json_object_get_string_member (document, "title"), title))
        return find_in_document (document, tag, start, end);
    }
  return 0;
}

void
plx_e2e_assert_tagged (PlxE2e *e2e,
                       const char *title,
                       const char *tag,
                       int start,
                       int end)
{
  gint64 patience = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;

  while (g_get_monotonic_time () < patience)
    {
      if (plx_e2e_find_annotation (e2e, title, tag, start, end) != 0)
        return;
      g_usleep (20000);
    }
  g_error ("%s is not on [%d, %d) of “%s”", tag, start, end, title);
}

void
plx_e2e_drag_and_tag (PlxE2e *e2e,
                      const char *title,
                      PlxText *text,
                      const char *quote,
                      const char *key,
                      int n)
{
  int start, end;

  plx_e2e_find (text, quote, 1, &start, &end);
  plx_e2e_drag_text (e2e, title, start, end);
  plx_e2e_key (e2e, key);
  plx_e2e_wait_annotations (e2e, n);
}

gint64
plx_e2e_get_selected (PlxE2e *e2e)
{
  g_autoptr (JsonNode) state = plx_e2e_dump (e2e);

  return json_object_get_int_member (json_node_get_object (state), "selected");
}

int
plx_e2e_get_caret (PlxE2e *e2e)
{
  g_autoptr (JsonNode) state = plx_e2e_dump (e2e);

  return (int) json_object_get_int_member (json_node_get_object (state), "caret");
}

void
plx_e2e_click_widget (PlxE2e *e2e,
                      const char *name)
{
  PlxE2eRect rect = plx_e2e_locate_widget (e2e, name);

  plx_e2e_click (e2e, rect.x + rect.width / 2, rect.y + rect.height / 2, 1);
}

/* The list of GTK 4.10 and later is below its heads, and waits for a click. */
#define NEW_LIST "browse_files_column_view"
#define BELOW_HEADS 45

static void
select_all_files (PlxE2e *e2e)
{
  if (plx_e2e_has_widget (e2e, NEW_LIST))
    {
      PlxE2eRect list = plx_e2e_locate_widget (e2e, NEW_LIST);

      plx_e2e_click (e2e, list.x + list.width / 4, list.y + BELOW_HEADS, 1);
      plx_e2e_key (e2e, "ctrl+a");
      return;
    }
  plx_e2e_key (e2e, "Home");
  plx_e2e_key (e2e, "shift+End");
}

void
plx_e2e_choose_all (PlxE2e *e2e,
                    const char *folder)
{
  gint64 patience = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;

  g_autofree char *path = g_strconcat (folder, "/", NULL);

  plx_e2e_choose_file (e2e, path);
  /* The dialog reads folders in the background and does not tell when it is
   * ready; until then there is nothing to choose and the button does nothing. */
  g_usleep (2 * G_USEC_PER_SEC);
  while (plx_e2e_has_widget (e2e, "label:Cancel"))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, patience);
      select_all_files (e2e);
      plx_e2e_click_widget (e2e, "label:Add");
      g_usleep (DOUBLE_US);
    }
}

static void
wait_listing (PlxE2e *e2e,
              const char *project,
              const char *rows,
              const char *what,
              gboolean there)
{
  g_autofree char *listed = NULL;

  for (int i = 0; i < 50; i++)
    {
      g_free (listed);
      listed = plx_e2e_run_cli (e2e, NULL, "list", project, rows, NULL);
      if ((strstr (listed, what) != NULL) == there)
        return;
      g_usleep (100000);
    }
  g_error ("%s is%s among the %s:\n%s", what, there ? " not" : "", rows, listed);
}

void
plx_e2e_wait_listed (PlxE2e *e2e,
                     const char *project,
                     const char *rows,
                     const char *what)
{
  wait_listing (e2e, project, rows, what, TRUE);
}

void
plx_e2e_wait_unlisted (PlxE2e *e2e,
                       const char *project,
                       const char *rows,
                       const char *what)
{
  wait_listing (e2e, project, rows, what, FALSE);
}
