/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-test-cli.h"

#include "plx-test-dir.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <grp.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define NOBODY 65534

PlxTestCli *
plx_test_cli_new (void)
{
  PlxTestCli *self = g_new0 (PlxTestCli, 1);

  g_assert_nonnull (g_getenv ("PLX_CLI"));
  self->folder = plx_test_dir_new ();
  self->program = g_strdup (g_getenv ("PLX_CLI"));
  return self;
}

void
plx_test_cli_free (PlxTestCli *self)
{
  plx_test_dir_remove (self->folder);
  g_free (self->folder);
  g_free (self->program);
  g_free (self->out);
  g_free (self->error);
  g_free (self);
}

/* Between fork and exec. */
static void
drop_privileges (gpointer data)
{
  if (geteuid () != 0)
    return;
  if (setgroups (0, NULL) != 0 || setgid (NOBODY) != 0 || setuid (NOBODY) != 0)
    _exit (99);
}

void
plx_test_cli_drop_privileges (PlxTestCli *self)
{
  g_autofree char *path = g_build_filename (self->folder, "parallax-cli", NULL);
  g_autoptr (GFile) from = g_file_new_for_path (self->program);
  g_autoptr (GFile) to = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  /* Where it was built, others may not be let in. */
  g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_chmod (path, 0755), ==, 0);
  g_assert_cmpint (g_chmod (self->folder, 0755), ==, 0);
  g_free (self->program);
  self->program = g_steal_pointer (&path);
  self->unprivileged = TRUE;
}

/* Runs with standard input from a file, so that nothing can block. */
static void
spawn (PlxTestCli *self,
       const char *input,
       char **arguments)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "parallax-test-input-XXXXXX", NULL);
  int fd = g_mkstemp (path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (fd, >=, 0);
  g_unlink (path);
  if (input != NULL)
    g_assert_cmpint (write (fd, input, strlen (input)), ==, (gssize) strlen (input));
  g_assert_cmpint (lseek (fd, 0, SEEK_SET), ==, 0);
  g_clear_pointer (&self->out, g_free);
  g_clear_pointer (&self->error, g_free);

  /* The child closes what it inherits but standard input, output and error. */
  {
    int saved = dup (STDIN_FILENO);

    g_assert_cmpint (dup2 (fd, STDIN_FILENO), ==, STDIN_FILENO);
    g_spawn_sync (self->folder, arguments, NULL, G_SPAWN_CHILD_INHERITS_STDIN,
                  self->unprivileged ? drop_privileges : NULL, NULL, &self->out, &self->error, &self->status, &error);
    dup2 (saved, STDIN_FILENO);
    close (saved);
  }
  close (fd);
  g_assert_no_error (error);
  g_assert_true (WIFEXITED (self->status));
  self->status = WEXITSTATUS (self->status);
}

int
plx_test_cli_run (PlxTestCli *self,
                  const char *input,
                  ...)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  const char *argument;
  va_list list;

  g_ptr_array_add (arguments, self->program);
  va_start (list, input);
  while ((argument = va_arg (list, const char *)) != NULL)
    g_ptr_array_add (arguments, (gpointer) argument);
  va_end (list);
  g_ptr_array_add (arguments, NULL);
  spawn (self, input, (char **) arguments->pdata);
  return self->status;
}

void
plx_test_cli_expect (PlxTestCli *self,
                     int status,
                     const char *word)
{
  if (self->status != status || strstr (self->error, word) == NULL)
    g_error ("Expected status %d and “%s”, got %d: %s", status, word, self->status, self->error);
}

void
plx_test_cli_expect_done (PlxTestCli *self)
{
  if (self->status != 0)
    g_error ("Status %d: %s", self->status, self->error);
}

void
plx_test_cli_put (PlxTestCli *self,
                  const char *name,
                  const char *contents,
                  gssize length)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, contents, length, &error);
  g_assert_no_error (error);
}

char *
plx_test_cli_read (PlxTestCli *self,
                   const char *name,
                   gsize *length)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *contents;

  g_file_get_contents (path, &contents, length, &error);
  g_assert_no_error (error);
  return contents;
}

GPtrArray *
plx_test_cli_list (PlxTestCli *self,
                   const char *project,
                   const char *what)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  g_auto (GStrv) lines = NULL;

  plx_test_cli_run (self, NULL, "list", project, what, NULL);
  plx_test_cli_expect_done (self);
  lines = g_strsplit (self->out, "\n", -1);
  for (char **line = lines; *line != NULL && **line != '\0'; line++)
    {
      g_autoptr (GError) error = NULL;

      g_ptr_array_add (rows, json_from_string (*line, &error));
      g_assert_no_error (error);
    }
  return rows;
}

const char *
plx_test_row_get (GPtrArray *rows,
                  guint i,
                  const char *key)
{
  g_assert_cmpuint (i, <, rows->len);
  return json_object_get_string_member (json_node_get_object (g_ptr_array_index (rows, i)), key);
}
