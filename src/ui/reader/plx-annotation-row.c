/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/plx-annotation-row.h"

#include "reader/plx-tag-dot.h"
#include "store/plx-annotators.h"
#include "store/plx-entities.h"

#define MAX_CHARS 48
#define MAX_NOTE 60

static char *
dup_title (PlxSession *session,
           const PlxAnnotation *annotation)
{
  const PlxTag *tag = plx_codebook_get_tag (plx_session_get_codebook (session), annotation->tag);
  g_autoptr (PlxEntity) entity = NULL;

  if (tag == NULL)
    return NULL;
  if (annotation->entity != PLX_ID_NONE)
    entity = plx_entities_get (plx_project_get_reader (plx_session_get_project (session)), annotation->entity, NULL);
  return entity != NULL ? g_strdup_printf ("%s · %s", tag->path, entity->name) : g_strdup (tag->path);
}

char *
plx_annotation_dup_title (PlxSession *session,
                          PlxReading *reading,
                          PlxId id)
{
  g_autoptr (PlxAnnotation) annotation = plx_reading_load_annotation (reading, id, NULL);

  return annotation != NULL ? dup_title (session, annotation) : NULL;
}

static char *
dup_annotator (PlxSession *session,
               PlxId id)
{
  g_autoptr (GPtrArray) annotators = plx_annotators_list (plx_project_get_reader (plx_session_get_project (session)), NULL);

  for (guint i = 0; annotators != NULL && i < annotators->len; i++)
    {
      const PlxAnnotator *annotator = g_ptr_array_index (annotators, i);

      if (annotator->id == id)
        return g_strdup (annotator->name);
    }
  return NULL;
}

/* The beginning of the note, on one line. */
static char *
dup_note (const char *note)
{
  g_autofree char *line = g_strstrip (g_strdelimit (g_strdup (note), "\n\r\t", ' '));
  g_autofree char *head = NULL;

  if (g_utf8_strlen (line, -1) <= MAX_NOTE)
    return g_steal_pointer (&line);
  head = g_utf8_substring (line, 0, MAX_NOTE);
  return g_strconcat (head, "…", NULL);
}

/* As people write it. */
static char *
dup_value (const char *expression)
{
  g_autoptr (PlxValue) value = plx_value_parse (expression, NULL);

  return value != NULL && *expression != '\0' ? plx_value_format (value) : g_strdup (expression);
}

static void
append_part (GString *details,
             const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (details->len > 0)
    g_string_append (details, " · ");
  g_string_append (details, part);
}

/* `≥ 40 homes · counted again on Monday · Annotator 1` */
static char *
dup_details (PlxSession *session,
             const PlxAnnotation *annotation)
{
  GString *details = g_string_new (NULL);
  g_autofree char *value = annotation->claim != NULL ? dup_value (annotation->claim->value) : NULL;
  g_autofree char *note = dup_note (annotation->note);
  g_autofree char *annotator = dup_annotator (session, annotation->annotator);

  append_part (details, value);
  append_part (details, note);
  append_part (details, annotator);
  return g_string_free (details, FALSE);
}

static GtkWidget *
label_new (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_CHARS);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

GtkWidget *
plx_annotation_row_new (PlxSession *session,
                        PlxReading *reading,
                        PlxId id,
                        const char *hint)
{
  g_autoptr (PlxAnnotation) annotation = plx_reading_load_annotation (reading, id, NULL);
  g_autofree char *title = annotation != NULL ? dup_title (session, annotation) : NULL;
  g_autofree char *details = NULL;
  GtkWidget *grid, *label;

  if (title == NULL)
    return NULL;
  details = dup_details (session, annotation);
  grid = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (grid), 8);
  gtk_widget_add_css_class (grid, "plx-annotation-row");
  gtk_grid_attach (GTK_GRID (grid), plx_tag_dot_new (plx_session_get_codebook (session), annotation->tag), 0, 0, 1, 1);
  label = label_new (title, "plx-annotation-title");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_grid_attach (GTK_GRID (grid), label, 1, 0, 1, 1);
  if (hint != NULL)
    gtk_grid_attach (GTK_GRID (grid), label_new (hint, "plx-annotation-hint"), 2, 0, 1, 1);
  if (*details != '\0')
    gtk_grid_attach (GTK_GRID (grid), label_new (details, "dim-label"), 1, 1, 2, 1);
  return grid;
}
