/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The disk runs full in the middle of tagging and of exporting; and two programs
 * work on one project at the same time.  What was acknowledged is there, nothing
 * half is left behind, and work goes on once there is space.
 *
 * The disk is a small one of its own where that may be mounted, elsewhere a limit
 * on the size of files.
 */

#define _GNU_SOURCE /* unshare() */

#include "config.h"

#include "plx-test-cli.h"

#include <gio/gio.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/statvfs.h>
#include <unistd.h>

#define LENGTH 200000
#define N_EDITS 40000
#define N_TOGETHER 1000
#define PLENTY_KIB (256 << 10)

typedef struct
{
  PlxTestCli *cli;
  gboolean mounted;
} Fixture;

/* The disk */

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autofree char *text = g_strnfill (LENGTH, 'x');

  fixture->cli = plx_test_cli_new ();
  /* Only this program and what it starts sees the disk. */
  fixture->mounted = data != NULL && unshare (CLONE_NEWNS) == 0 && mount ("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0 &&
                     mount ("none", fixture->cli->folder, "tmpfs", MS_NOSUID | MS_NODEV, NULL) == 0;
  if (data != NULL)
    g_test_message ("%s", fixture->mounted ? "On a disk of its own" : "With a limit on the size of files");
  plx_test_cli_put (fixture->cli, "1.txt", text, LENGTH);
  plx_test_cli_run (fixture->cli, NULL, "import", "p.parallax", "1.txt", NULL);
  plx_test_cli_expect_done (fixture->cli);
}

static void
limit_disk (const char *folder,
            gsize kib)
{
  struct statvfs info;
  g_autofree char *size = NULL;

  g_assert_cmpint (statvfs (folder, &info), ==, 0);
  size = g_strdup_printf ("size=%zuk", (gsize) ((info.f_blocks - info.f_bfree) * info.f_frsize >> 10) + kib);
  g_assert_cmpint (mount ("none", folder, "tmpfs", MS_REMOUNT | MS_NOSUID | MS_NODEV, size), ==, 0);
}

static void
limit_files (gsize kib)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = MIN ((rlim_t) kib << 10, limit.rlim_max);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

/* From now on there is only so much space. */
static void
leave_space (Fixture *fixture,
             gsize kib)
{
  if (fixture->mounted)
    limit_disk (fixture->cli->folder, kib);
  else
    limit_files (kib);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  if (fixture->mounted)
    g_assert_cmpint (umount2 (fixture->cli->folder, MNT_DETACH), ==, 0);
  else if (data != NULL)
    limit_files (PLENTY_KIB);
  plx_test_cli_free (fixture->cli);
}

/* Edits */

/* Edit @i of @n tags a passage of its own by @annotator. */
static char *
make_edits (int first,
            int n,
            const char *annotator)
{
  GString *lines = g_string_new (NULL);

  for (int i = first; i < first + n; i++)
    g_string_append_printf (lines, "{\"op\":\"tag\",\"document\":\"1.txt\",\"spans\":[[%d,%d]],\"tag\":\"Actor\",\"annotator\":\"%s\",\"note\":\"%s %d\"}\n",
                            i, i + 1, annotator, annotator, i);
  return g_string_free (lines, FALSE);
}

/* How many edits a batch said to be durable: `ok 1`, `ok 2`, … without a gap. */
static int
count_acknowledged (const char *out)
{
  g_auto (GStrv) lines = g_strsplit (out, "\n", -1);
  int n = 0;

  while (lines[n] != NULL && *lines[n] != '\0')
    {
      g_autofree char *expected = g_strdup_printf ("ok %d", n + 1);

      g_assert_cmpstr (lines[n], ==, expected);
      n++;
    }
  return n;
}

static int
count_notes (PlxTestCli *cli,
             const char *annotator)
{
  g_autoptr (GPtrArray) rows = plx_test_cli_list (cli, "p.parallax", "annotations");
  g_autoptr (GHashTable) notes = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < rows->len; i++)
    if (g_str_has_prefix (plx_test_row_get (rows, i, "note"), annotator))
      g_hash_table_add (notes, (gpointer) plx_test_row_get (rows, i, "note"));
  return (int) g_hash_table_size (notes);
}

static void
check (PlxTestCli *cli)
{
  plx_test_cli_run (cli, NULL, "check", "p.parallax", NULL);
  plx_test_cli_expect_done (cli);
  g_assert_true (g_str_has_prefix (cli->out, "ok"));
}

/* Exactly these are in the folder; those that begin with a dot count too. */
static void
expect_files (PlxTestCli *cli,
              const char *const *names)
{
  g_autoptr (GDir) dir = g_dir_open (cli->folder, 0, NULL);
  const char *name;
  guint n = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      if (!g_strv_contains (names, name))
        g_error ("“%s” was left behind", name);
      n++;
    }
  g_assert_cmpuint (n, ==, g_strv_length ((char **) names));
}

/* Tests */

static void
test_tag (Fixture *fixture,
          gconstpointer data)
{
  PlxTestCli *cli = fixture->cli;
  static const char *const files[] = { "1.txt", "p.parallax", NULL };
  g_autofree char *edits = make_edits (0, N_EDITS, "A");
  g_autofree char *more = NULL;
  int n;

  leave_space (fixture, 5 << 10);
  plx_test_cli_run (cli, edits, "batch", "p.parallax", NULL);
  plx_test_cli_expect (cli, 1, "p.parallax”. Free some space and try again; nothing was changed.");
  n = count_acknowledged (cli->out);
  g_test_message ("%d edits before the disk was full", n);
  g_assert_cmpint (n, >, 100);
  g_assert_cmpint (n, <, N_EDITS);

  /* Read while it is still full. */
  g_assert_cmpint (count_notes (cli, "A"), ==, n);
  check (cli);

  leave_space (fixture, PLENTY_KIB);
  more = make_edits (n, 100, "A");
  plx_test_cli_run (cli, more, "batch", "p.parallax", NULL);
  plx_test_cli_expect_done (cli);
  g_assert_cmpint (count_acknowledged (cli->out), ==, 100);
  g_assert_cmpint (count_notes (cli, "A"), ==, n + 100);
  check (cli);
  expect_files (cli, files);
}

/* Thousands of places are one edit: all of them are tagged, or none. */
static void
test_tag_all (Fixture *fixture,
              gconstpointer data)
{
  PlxTestCli *cli = fixture->cli;
  static const char *const files[] = { "1.txt", "p.parallax", NULL };
  static const char *const all = "{\"op\":\"tag-all\",\"text\":\"xxxxxxxx\",\"tag\":\"Actor\",\"entity\":\"X\",\"whole-words\":false}\n";
  g_autoptr (GPtrArray) annotations = NULL;
  g_autoptr (GPtrArray) entities = NULL;
  g_autoptr (GPtrArray) after = NULL;

  leave_space (fixture, 5 << 10);
  plx_test_cli_run (cli, all, "batch", "p.parallax", NULL);
  plx_test_cli_expect (cli, 1, "p.parallax”. Free some space and try again; nothing was changed.");
  annotations = plx_test_cli_list (cli, "p.parallax", "annotations");
  entities = plx_test_cli_list (cli, "p.parallax", "entities");
  g_assert_cmpuint (annotations->len, ==, 0);
  g_assert_cmpuint (entities->len, ==, 0);
  check (cli);

  leave_space (fixture, PLENTY_KIB);
  plx_test_cli_run (cli, all, "batch", "p.parallax", NULL);
  plx_test_cli_expect_done (cli);
  after = plx_test_cli_list (cli, "p.parallax", "annotations");
  g_assert_cmpuint (after->len, ==, LENGTH / 8);
  check (cli);
  expect_files (cli, files);
}

static void
test_export (Fixture *fixture,
             gconstpointer data)
{
  PlxTestCli *cli = fixture->cli;
  static const char *const files[] = { "1.txt", "p.parallax", "older.xml", NULL };
  static const char *const formats[] = { "--format=tei", "--format=jsonl" };
  g_autofree char *edits = make_edits (0, 4000, "A");

  leave_space (fixture, PLENTY_KIB);
  plx_test_cli_run (cli, edits, "batch", "p.parallax", NULL);
  plx_test_cli_expect_done (cli);
  plx_test_cli_put (cli, "older.xml", "older", -1);
  leave_space (fixture, 128);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *contents = NULL;

      plx_test_cli_run (cli, NULL, "export", "p.parallax", formats[i], "--output=older.xml", NULL);
      plx_test_cli_expect (cli, 1, "older.xml”. Free some space or choose another place");
      contents = plx_test_cli_read (cli, "older.xml", NULL);
      g_assert_cmpstr (contents, ==, "older");
      expect_files (cli, files);
    }

  leave_space (fixture, PLENTY_KIB);
  plx_test_cli_run (cli, NULL, "export", "p.parallax", formats[0], "--output=older.xml", NULL);
  plx_test_cli_expect_done (cli);
  check (cli);
  expect_files (cli, files);
}

/* A dataset comes in as a whole, or not at all. */
static void
test_import (Fixture *fixture,
             gconstpointer data)
{
  PlxTestCli *cli = fixture->cli;
  static const char *const files[] = { "1.txt", "p.parallax", "q.parallax", "set.jsonl", NULL };
  g_autofree char *edits = make_edits (0, 4000, "A");
  g_autoptr (GPtrArray) annotations = NULL;
  g_autoptr (GPtrArray) after = NULL;

  leave_space (fixture, PLENTY_KIB);
  plx_test_cli_run (cli, edits, "batch", "p.parallax", NULL);
  plx_test_cli_expect_done (cli);
  plx_test_cli_run (cli, NULL, "export", "p.parallax", "--format=jsonl", "--output=set.jsonl", NULL);
  plx_test_cli_expect_done (cli);
  plx_test_cli_run (cli, NULL, "import", "q.parallax", "1.txt", NULL);
  plx_test_cli_expect_done (cli);
  leave_space (fixture, 512);
  plx_test_cli_run (cli, NULL, "import", "q.parallax", "set.jsonl", NULL);
  plx_test_cli_expect (cli, 1, "q.parallax”. Free some space and try again; nothing was changed.");
  annotations = plx_test_cli_list (cli, "q.parallax", "annotations");
  g_assert_cmpuint (annotations->len, ==, 0);

  leave_space (fixture, PLENTY_KIB);
  plx_test_cli_run (cli, NULL, "import", "q.parallax", "set.jsonl", NULL);
  plx_test_cli_expect_done (cli);
  after = plx_test_cli_list (cli, "q.parallax", "annotations");
  g_assert_cmpuint (after->len, ==, 4000);
  plx_test_cli_run (cli, NULL, "check", "q.parallax", NULL);
  plx_test_cli_expect_done (cli);
  expect_files (cli, files);
}

/* Two programs at once */

typedef struct
{
  PlxTestCli *cli; /* (unowned) */
  const char *annotator;
  int first;
  int n;
  int status;
  char *out; /* (owned) */
} Worker;

static gpointer
work (gpointer data)
{
  Worker *self = data;
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr (GSubprocess) program = NULL;
  g_autofree char *edits = make_edits (self->first, self->n, self->annotator);
  g_autoptr (GError) error = NULL;

  g_subprocess_launcher_set_cwd (launcher, self->cli->folder);
  program = g_subprocess_launcher_spawn (launcher, &error, self->cli->program, "batch", "p.parallax", NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (program, edits, NULL, &self->out, NULL, &error);
  g_assert_no_error (error);
  self->status = g_subprocess_get_exit_status (program);
  return NULL;
}

static void
test_two_programs (Fixture *fixture,
                   gconstpointer data)
{
  PlxTestCli *cli = fixture->cli;
  static const char *const files[] = { "1.txt", "p.parallax", NULL };
  Worker workers[] = {
    { cli, "A", 0, N_TOGETHER, -1, NULL },
    { cli, "B", N_TOGETHER, N_TOGETHER, -1, NULL },
  };
  GThread *threads[G_N_ELEMENTS (workers)];
  gint64 begin = g_get_monotonic_time ();

  for (guint i = 0; i < G_N_ELEMENTS (workers); i++)
    threads[i] = g_thread_new ("batch", work, &workers[i]);
  for (guint i = 0; i < G_N_ELEMENTS (workers); i++)
    {
      g_thread_join (threads[i]);
      g_assert_cmpint (workers[i].status, ==, 0);
      g_assert_cmpint (count_acknowledged (workers[i].out), ==, N_TOGETHER);
      g_assert_cmpint (count_notes (cli, workers[i].annotator), ==, N_TOGETHER);
      g_free (workers[i].out);
    }
  g_test_message ("%.1f s", (double) (g_get_monotonic_time () - begin) / G_USEC_PER_SEC);
  check (cli);

  /* The history is one: the last edit of either is taken back first. */
  plx_test_cli_run (cli, NULL, "undo", "p.parallax", "--steps=50", NULL);
  plx_test_cli_expect_done (cli);
  g_assert_cmpint (count_notes (cli, "A") + count_notes (cli, "B"), ==, 2 * N_TOGETHER - 50);
  plx_test_cli_run (cli, NULL, "redo", "p.parallax", "--steps=50", NULL);
  plx_test_cli_expect_done (cli);
  g_assert_cmpint (count_notes (cli, "A") + count_notes (cli, "B"), ==, 2 * N_TOGETHER);
  check (cli);
  expect_files (cli, files);
}

#define ADD(name, small, func) g_test_add ("/faults/" name, Fixture, (small) ? "small" : NULL, set_up, func, tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  /* Writing over the limit is an error like any other, for what is started too. */
  signal (SIGXFSZ, SIG_IGN);
  signal (SIGPIPE, SIG_IGN);

  ADD ("full-disk/tag", TRUE, test_tag);
  ADD ("full-disk/tag-all", TRUE, test_tag_all);
  ADD ("full-disk/export", TRUE, test_export);
  ADD ("full-disk/import", TRUE, test_import);
  ADD ("two-programs", FALSE, test_two_programs);

  return g_test_run ();
}
