/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-fuzz.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

/* GLib ends a program that warns with a trap, of which libFuzzer does not know:
 * nothing would be left of the input. */
static void
end_at_warning (const char *domain,
                GLogLevelFlags level,
                const char *message,
                gpointer data)
{
  g_log_default_handler (domain, level & ~G_LOG_FLAG_FATAL, message, data);
  if (level & (G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING))
    abort ();
}

int
LLVMFuzzerInitialize (int *argc,
                      char ***argv)
{
  g_log_set_default_handler (end_at_warning, NULL);
  return 0;
}

static PlxTestProject *project;

static void
free_project (void)
{
  g_clear_pointer (&project, plx_test_project_free);
}

PlxTestProject *
plx_fuzz_get_project (void)
{
  static const char *const texts[] = { PLX_FUZZ_TEXT, "Another account. The army left Aleppo.", NULL };

  if (project == NULL)
    {
      project = plx_test_project_new (texts);
      plx_test_project_tag (project, 1, "Aleppo", "Place");
      atexit (free_project);
    }
  return project;
}

static void
add_member (struct archive *archive,
            const char *name,
            const void *bytes,
            gsize length)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname_utf8 (entry, name);
  archive_entry_set_size (entry, (la_int64_t) length);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
  archive_write_data (archive, bytes, length);
  archive_entry_free (entry);
}

GBytes *
plx_fuzz_zip (const char *const *names,
              const char *const *contents,
              const uint8_t *data,
              size_t size)
{
  struct archive *archive = archive_write_new ();
  gsize room = size + (64 << 10), used = 0;
  char *buffer = g_malloc (room);

  archive_write_set_format_zip (archive);
  archive_write_zip_set_compression_store (archive);
  g_assert_cmpint (archive_write_open_memory (archive, buffer, room, &used), ==, ARCHIVE_OK);
  for (gsize i = 0; names[i] != NULL; i++)
    add_member (archive, names[i], contents[i] != NULL ? (const void *) contents[i] : data, contents[i] != NULL ? strlen (contents[i]) : size);
  g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
  archive_write_free (archive);
  return g_bytes_new_take (buffer, used);
}

gboolean
plx_fuzz_is_zip (const uint8_t *data,
                 size_t size)
{
  return size >= 4 && memcmp (data, "PK\003\004", 4) == 0;
}

void
plx_fuzz_check_error (const GError *error)
{
  g_assert_nonnull (error);
  g_assert_cmpuint (strlen (error->message), >, 0);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}
