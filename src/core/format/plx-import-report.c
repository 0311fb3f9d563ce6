/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "format/plx-import-report.h"

#include <glib/gi18n-lib.h>

static void
problem_free (PlxImportProblem *problem)
{
  g_free (problem->place);
  g_free (problem->reason);
  g_free (problem);
}

static void
tag_free (PlxImportTag *tag)
{
  g_free (tag->path);
  g_free (tag);
}

PlxImportReport *
plx_import_report_new (void)
{
  PlxImportReport *self = g_atomic_rc_box_new0 (PlxImportReport);

  self->new_tags = g_ptr_array_new_with_free_func ((GDestroyNotify) tag_free);
  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) problem_free);
  self->remarks = g_ptr_array_new_with_free_func (g_free);
  return self;
}

PlxImportReport *
plx_import_report_ref (PlxImportReport *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
report_clear (gpointer data)
{
  PlxImportReport *self = data;

  g_ptr_array_unref (self->new_tags);
  g_ptr_array_unref (self->problems);
  g_ptr_array_unref (self->remarks);
}

void
plx_import_report_unref (PlxImportReport *self)
{
  g_atomic_rc_box_release_full (self, report_clear);
}

/* Counts */

static const struct
{
  const char *title;
  gsize offset;
} sorts[] = {
  { N_ ("Articles"), G_STRUCT_OFFSET (PlxImportReport, documents) },
  { N_ ("Earlier versions"), G_STRUCT_OFFSET (PlxImportReport, versions) },
  { N_ ("Annotations"), G_STRUCT_OFFSET (PlxImportReport, annotations) },
  { N_ ("Tags"), G_STRUCT_OFFSET (PlxImportReport, tags) },
  { N_ ("Kinds of relations"), G_STRUCT_OFFSET (PlxImportReport, relation_kinds) },
  { N_ ("Actors and places"), G_STRUCT_OFFSET (PlxImportReport, entities) },
  { N_ ("Questions"), G_STRUCT_OFFSET (PlxImportReport, questions) },
  { N_ ("Relations"), G_STRUCT_OFFSET (PlxImportReport, relations) },
  { N_ ("Silences"), G_STRUCT_OFFSET (PlxImportReport, silences) },
  { N_ ("Rejected suggestions"), G_STRUCT_OFFSET (PlxImportReport, rejections) },
  { N_ ("Outlets"), G_STRUCT_OFFSET (PlxImportReport, outlets) },
  { N_ ("Own fields"), G_STRUCT_OFFSET (PlxImportReport, fields) },
  { N_ ("Values in own fields"), G_STRUCT_OFFSET (PlxImportReport, values) },
};

const PlxImportCount *
plx_import_report_get_count (const PlxImportReport *self,
                             guint i,
                             const char **title)
{
  if (i >= G_N_ELEMENTS (sorts))
    return NULL;
  *title = _ (sorts[i].title);
  return G_STRUCT_MEMBER_P (self, sorts[i].offset);
}

gboolean
plx_import_report_has_news (const PlxImportReport *self)
{
  const PlxImportCount *count;
  const char *title;

  for (guint i = 0; (count = plx_import_report_get_count (self, i, &title)) != NULL; i++)
    if (count->n_new > 0)
      return TRUE;
  return FALSE;
}

/* Lines */

static void
add_count (GString *line,
           const char *what,
           const PlxImportCount *count)
{
  if (count->n_new + count->n_there == 0)
    return;
  if (line->len > 0)
    g_string_append (line, "; ");
  /* Translators: a kind of thing, how many of it are new, and how many were in
   * the project already: "Articles: 3 new, 2 there". */
  g_string_append_printf (line, _ ("%s: %d new, %d there"), what, count->n_new, count->n_there);
}

char *
plx_import_report_dup_counts (const PlxImportReport *self)
{
  g_autoptr (GString) line = g_string_new (NULL);
  const PlxImportCount *count;
  const char *title;

  for (guint i = 0; (count = plx_import_report_get_count (self, i, &title)) != NULL; i++)
    add_count (line, title, count);
  return g_strdup (line->len > 0 ? line->str : _ ("There is nothing in the file that could be imported."));
}

static void
add_problems (const PlxImportReport *self,
              GStrvBuilder *lines)
{
  for (guint i = 0; i < self->problems->len; i++)
    {
      const PlxImportProblem *problem = g_ptr_array_index (self->problems, i);
      g_autofree char *line = *problem->place != '\0' ? g_strdup_printf ("%s: %s", problem->place, problem->reason)
                                                      : g_strdup (problem->reason);

      g_strv_builder_add (lines, line);
    }
  if (self->n_problems > (int) self->problems->len)
    {
      int n = self->n_problems - (int) self->problems->len;
      g_autofree char *line = g_strdup_printf (ngettext ("%d more problem", "%d more problems", (gulong) n), n);

      g_strv_builder_add (lines, line);
    }
}

char **
plx_import_report_list (const PlxImportReport *self)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_autofree char *counts = plx_import_report_dup_counts (self);

  g_strv_builder_add (lines, counts);
  for (guint i = 0; i < self->remarks->len; i++)
    g_strv_builder_add (lines, g_ptr_array_index (self->remarks, i));
  if (self->n_different > 0)
    {
      g_autofree char *line = g_strdup_printf (ngettext ("%d annotation is not the same in the project and stays as it is there.",
                                                         "%d annotations are not the same in the project and stay as they are there.", (gulong) self->n_different),
                                               self->n_different);

      g_strv_builder_add (lines, line);
    }
  add_problems (self, lines);
  return g_strv_builder_end (lines);
}
