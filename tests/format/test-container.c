/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Zip containers are packed in another thread; what comes back is what went in. */

#include "config.h"

#include "base/plx-zip.h"
#include "format/plx-container.h"

#include "plx-test-dir.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

typedef struct
{
  char *folder;
  char *path;
  PlxTarget *target;
  PlxContainer *container;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = plx_test_dir_new ();
  fixture->path = g_build_filename (fixture->folder, "out.zip", NULL);
  fixture->target = plx_target_open (fixture->path, &error);
  g_assert_no_error (error);
  fixture->container = plx_container_new (fixture->target);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  plx_target_free (fixture->target);
  plx_test_dir_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

/* Bytes that differ from member to member and do not pack to nothing. */
static char *
make_bytes (int n,
            gsize length)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) n);
  char *bytes = g_malloc (length + 1);

  for (gsize i = 0; i < length; i++)
    bytes[i] = (char) g_rand_int_range (rand, 'a', 'z');
  bytes[length] = '\0';
  return bytes;
}

static gboolean
want_all (const char *name,
          gpointer data)
{
  return TRUE;
}

static void
check_member (PlxZip *zip,
              int n,
              gsize length)
{
  g_autofree char *name = g_strdup_printf ("member-%d", n);
  g_autofree char *expected = make_bytes (n, length);
  GBytes *bytes = plx_zip_get (zip, name);

  g_assert_nonnull (bytes);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), expected, length);
}

static const gsize lengths[] = { 0, 1, (64 << 10) - 1, 64 << 10, (64 << 10) + 1, 0, 3 << 20, 0 };

static void
write_members (PlxContainer *container)
{
  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autofree char *name = g_strdup_printf ("member-%d", (int) i);
      g_autofree char *bytes = make_bytes ((int) i, lengths[i]);

      if (i % 2 == 0)
        plx_container_add (container, name, bytes, lengths[i]);
      else
        {
          plx_container_begin (container, name, -1);
          for (gsize k = 0; k < lengths[i]; k += 1000)
            plx_container_write (container, bytes + k, MIN (1000, lengths[i] - k));
        }
    }
}

static void
test_members (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxZip) zip = NULL;
  g_autofree char *contents = NULL;
  gsize length;

  write_members (fixture->container);
  plx_container_finish (fixture->container, &error);
  g_assert_no_error (error);
  plx_target_commit (fixture->target, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));
  zip = plx_zip_new (contents, length, want_all, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    check_member (zip, (int) i, lengths[i]);
}

/* What was given up leaves no file, and no thread that still writes. */
static void
test_abandon (Fixture *fixture,
              gconstpointer data)
{
  write_members (fixture->container);
  plx_container_abandon (fixture->container);
  g_clear_pointer (&fixture->target, plx_target_free);
  fixture->target = plx_target_open (fixture->path, NULL);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

/* A failure in the other thread is known to the one that fills the blocks. */
static void
test_full (Fixture *fixture,
           gconstpointer data)
{
  struct rlimit before, small = { 100000, RLIM_INFINITY };
  g_autoptr (GError) error = NULL;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  small.rlim_max = before.rlim_max;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  write_members (fixture->container);
  plx_container_finish (fixture->container, NULL);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_false (plx_target_check (fixture->target, &error));
  g_assert_nonnull (strstr (error->message, "no space"));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/format/container/members", Fixture, NULL, set_up, test_members, tear_down);
  g_test_add ("/format/container/abandon", Fixture, NULL, set_up, test_abandon, tear_down);
  g_test_add ("/format/container/full", Fixture, NULL, set_up, test_full, tear_down);
  return g_test_run ();
}
