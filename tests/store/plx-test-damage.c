/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-test-damage.h"

#include "store/plx-check.h"

#include <glib/gstdio.h>

void
plx_test_damage_init (PlxTestDamage *self,
                      PlxTestProject *project)
{
  self->project = project;
  self->path = g_strdup (plx_connection_get_path (project->connection));
  self->saved = g_build_filename (project->folder, "saved.parallax", NULL);
  g_clear_pointer (&project->connection, plx_connection_close);
  g_assert_true (g_file_get_contents (self->path, &self->bytes, &self->length, NULL));
}

void
plx_test_damage_clear (PlxTestDamage *self)
{
  g_unlink (self->saved);
  plx_test_damage_put (self, self->bytes, self->length);
  self->project->connection = plx_connection_open (self->path, PLX_OPEN_WRITE, NULL);
  plx_test_project_free (self->project);
  g_free (self->path);
  g_free (self->saved);
  g_free (self->bytes);
}

void
plx_test_damage_put (PlxTestDamage *self,
                     const char *bytes,
                     gsize length)
{
  g_assert_true (g_file_set_contents (self->path, bytes, (gssize) length, NULL));
}

static void
fail_cb (const char *problem,
         gpointer data)
{
  g_error ("The new project is not whole: %s", problem);
}

PlxConnection *
plx_test_damage_salvage (PlxTestDamage *self,
                         PlxSalvageReport *report)
{
  PlxConnection *connection;
  PlxCheckCounts counts;
  GError *error = NULL;
  int n_problems;

  g_unlink (self->saved);
  plx_salvage (self->path, self->saved, report, &error);
  g_assert_no_error (error);
  connection = plx_connection_open (self->saved, PLX_OPEN_WRITE, &error);
  g_assert_no_error (error);
  g_assert_true (plx_check_project (connection, fail_cb, NULL, &counts, &n_problems, &error));
  g_assert_no_error (error);
  g_assert_cmpint (counts.n_documents, ==, report->n_documents);
  g_assert_cmpint (counts.n_annotations, ==, report->n_annotations);
  return connection;
}
