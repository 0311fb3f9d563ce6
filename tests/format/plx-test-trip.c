/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-test-trip.h"

#include "plx-test-fill.h"
#include "plx-test-random.h"

#include "store/plx-annotations.h"
#include "store/plx-annotators.h"
#include "store/plx-dump.h"
#include "store/plx-rejections.h"

#define N_MORE 12

typedef struct
{
  PlxTestProject *project; /* (unowned) */
  GRand *random;
} Filler;

static gboolean
copy_annotation (Filler *self,
                 PlxConnection *connection,
                 PlxId id,
                 PlxId annotator,
                 GError **error)
{
  g_autoptr (PlxAnnotation) annotation = plx_annotations_get (connection, id, error);
  guint i;

  g_assert_nonnull (annotation);
  for (i = 0; g_array_index (self->project->documents, PlxId, i) != annotation->document; i++)
    ;
  annotation->id = PLX_ID_NONE;
  annotation->annotator = annotator;
  return plx_annotations_add (connection, annotation, g_ptr_array_index (self->project->texts, i), error);
}

/* What the store would take again, another annotator on the same spans, and
 * suggestions that were refused. */
static gboolean
more_cb (PlxConnection *connection,
         PlxId annotator,
         gpointer data,
         GError **error)
{
  Filler *self = data;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (PlxId));
  g_autoptr (PlxStatement) statement = plx_connection_prepare (connection, "SELECT id FROM annotation ORDER BY id");
  PlxId other;

  if (!plx_connection_execute (connection, "UPDATE document SET published = '', language = '' WHERE published = 'around noon'", error) ||
      !plx_annotators_ensure (connection, "Other 🇺🇿 annotator", &other, error))
    return FALSE;
  while (plx_statement_step (statement, NULL) == PLX_STEP_ROW)
    {
      PlxId id = plx_statement_get_int (statement, 0);

      g_array_append_val (ids, id);
    }
  for (guint i = 0; i < ids->len; i += 5)
    if (!copy_annotation (self, connection, g_array_index (ids, PlxId, i), other, error))
      return FALSE;
  for (int i = 0; i < N_MORE; i++)
    {
      guint n = (guint) g_rand_int_range (self->random, 0, (int) self->project->texts->len);
      PlxText *text = g_ptr_array_index (self->project->texts, n);
      g_autoptr (PlxAnnotation) like = plx_annotations_get (connection, g_array_index (ids, PlxId, i), error);
      PlxPlacement place = { .document = g_array_index (self->project->documents, PlxId, n), .tag = like->tag, .entity = like->entity };

      do
        plx_test_random_span (self->random, plx_text_get_length (text), &place.span.start, &place.span.end);
      while (place.span.start == place.span.end);
      if (!plx_rejections_add (connection, &place, i % 2 == 0 ? annotator : other, error))
        return FALSE;
    }
  return TRUE;
}

PlxTestProject *
plx_test_trip_fill (GRand *random,
                    gboolean illegal)
{
  PlxTestProject *project = plx_test_fill (random, illegal);
  Filler self = { project, random };

  plx_test_project_edit (project, more_cb, &self);
  return project;
}

char *
plx_test_trip_dump (PlxTestProject *project)
{
  static const char *const drop[] = { " text=[0-9]+", "annotator id=[0-9]+ name='(Importer|Tester)'[^\n]*\n", NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *dump = plx_dump_project (project->connection, &error);

  g_assert_no_error (error);
  for (const char *const *pattern = drop; *pattern != NULL; pattern++)
    {
      g_autoptr (GRegex) regex = g_regex_new (*pattern, 0, 0, NULL);
      char *rest = g_regex_replace_literal (regex, dump, -1, 0, "", 0, &error);

      g_assert_no_error (error);
      g_free (dump);
      dump = rest;
    }
  return g_steal_pointer (&dump);
}

char *
plx_test_trip_export (PlxTestProject *project,
                      const char *name)
{
  const PlxFormat *format = plx_formats_find (name, NULL);
  g_autofree char *base = g_strconcat ("out", format->extension, NULL);
  char *path = g_build_filename (project->folder, base, NULL);
  g_autoptr (GError) error = NULL;

  plx_format_export (project->connection, format, path, NULL, 0, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return path;
}

gboolean
plx_test_trip_import (PlxTestProject *project,
                      const char *format,
                      const char *path,
                      PlxImportMode mode,
                      PlxImportReport *report,
                      GError **error)
{
  g_autoptr (PlxVerb) verb = plx_verb_import_dataset (plx_formats_find (format, NULL), path, mode, report, NULL, NULL, NULL);

  return plx_verb_run (verb, project->connection, "Importer", NULL, error);
}

void
plx_test_trip_compare (const char *a,
                       const char *b)
{
  g_auto (GStrv) left = g_strsplit (a, "\n", -1);
  g_auto (GStrv) right = g_strsplit (b, "\n", -1);

  for (guint i = 0; left[i] != NULL && right[i] != NULL; i++)
    g_assert_cmpstr (left[i], ==, right[i]);
  g_assert_cmpuint (g_strv_length (left), ==, g_strv_length (right));
}
