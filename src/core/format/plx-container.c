/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "format/plx-container.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define CHUNK (64 << 10)

/* Past this the ratio is looked at. */
#define FREE_BYTES (1 << 20)

struct _PlxContainer
{
  struct archive *archive; /* (owned) */
  PlxTarget *target;       /* (unowned) */
};

/* Writing */

/* The first failure is the target's business, which remembers it. */
static la_ssize_t
write_cb (struct archive *archive,
          void *data,
          const void *bytes,
          size_t length)
{
  PlxContainer *self = data;

  plx_target_write (self->target, bytes, length);
  return (la_ssize_t) length;
}

PlxContainer *
plx_container_new (PlxTarget *target)
{
  PlxContainer *self = g_new0 (PlxContainer, 1);

  self->target = target;
  self->archive = archive_write_new ();
  archive_write_set_format_zip (self->archive);
  archive_write_set_bytes_in_last_block (self->archive, 1);
  archive_write_open (self->archive, self, NULL, write_cb, NULL);
  return self;
}

void
plx_container_begin (PlxContainer *self,
                     const char *name,
                     gint64 length)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname_utf8 (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  if (length >= 0)
    archive_entry_set_size (entry, length);
  archive_entry_set_mtime (entry, 0, 0);
  archive_write_header (self->archive, entry);
  archive_entry_free (entry);
}

void
plx_container_write (PlxContainer *self,
                     const char *bytes,
                     gsize length)
{
  archive_write_data (self->archive, bytes, length);
}

void
plx_container_add (PlxContainer *self,
                   const char *name,
                   const char *bytes,
                   gsize length)
{
  plx_container_begin (self, name, (gint64) length);
  plx_container_write (self, bytes, length);
}

void
plx_container_abandon (PlxContainer *self)
{
  archive_write_free (self->archive);
  g_free (self);
}

gboolean
plx_container_finish (PlxContainer *self,
                      GError **error)
{
  gboolean done = archive_write_close (self->archive) == ARCHIVE_OK;

  if (!done)
    g_set_error (error, PLX_FORMAT_ERROR, PLX_FORMAT_ERROR_WRITE, _ ("The container could not be written: %s."), archive_error_string (self->archive));
  plx_container_abandon (self);
  return done;
}

/* Reading */

typedef struct
{
  PlxImport *import;
  struct archive *archive;
  char *buffer;
  GError *error; /* (owned) (nullable): while bytes were read */
  gint64 n_out;  /* bytes that came out so far */
  int n_members;
} Reader;

static la_ssize_t
read_cb (struct archive *archive,
         void *data,
         const void **bytes)
{
  Reader *self = data;
  gssize n = plx_source_read (self->import->source, self->buffer, CHUNK, self->error == NULL ? &self->error : NULL);

  *bytes = self->buffer;
  return n;
}

static gboolean
refuse (Reader *self,
        GError **error)
{
  const char *reason = archive_error_string (self->archive);

  if (self->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return FALSE;
    }
  return plx_import_malformed (self->import, error, _ ("the container is damaged or cut (%s). Get it again from where it came from."),
                               reason != NULL ? reason : "?");
}

static gboolean
check_limits (Reader *self,
              gint64 member,
              GError **error)
{
  if (member > PLX_CONTAINER_MAX_MEMBER || self->n_out > PLX_CONTAINER_MAX_TOTAL)
    return plx_import_malformed (self->import, error, _ ("the container holds more than %d MiB in one file or %d MiB in all."),
                                 (int) (PLX_CONTAINER_MAX_MEMBER >> 20), (int) (PLX_CONTAINER_MAX_TOTAL >> 20));
  if (self->n_out > FREE_BYTES && self->n_out / PLX_CONTAINER_MAX_RATIO > plx_source_get_size (self->import->source))
    return plx_import_malformed (self->import, error, _ ("the container unpacks to far more than it holds, which is not read because it can do harm."));
  return TRUE;
}

static GByteArray *
read_member (Reader *self,
             GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  la_ssize_t n;
  char buffer[16 << 10];

  while ((n = archive_read_data (self->archive, buffer, sizeof buffer)) > 0)
    {
      g_byte_array_append (bytes, (const guint8 *) buffer, (guint) n);
      self->n_out += n;
      if (!check_limits (self, (gint64) bytes->len, error))
        return NULL;
    }
  if (n < 0)
    return refuse (self, error), NULL;
  g_byte_array_append (bytes, (const guint8 *) "", 1);
  return g_steal_pointer (&bytes);
}

/* Names are UTF-8 or made so; some programs write backslashes. */
static char *
dup_name (struct archive_entry *entry)
{
  const char *name = archive_entry_pathname_utf8 (entry);

  if (name == NULL)
    name = archive_entry_pathname (entry);
  return g_strdelimit (g_utf8_make_valid (name != NULL ? name : "", -1), "\\", '/');
}

static gboolean
read_entry (Reader *self,
            struct archive_entry *entry,
            PlxContainerWantFunc want,
            PlxContainerFunc func,
            gpointer data,
            GError **error)
{
  g_autofree char *name = dup_name (entry);
  g_autoptr (GByteArray) bytes = NULL;
  gboolean done;

  if (++self->n_members > PLX_CONTAINER_MAX_MEMBERS)
    return plx_import_malformed (self->import, error, _ ("the container holds more than %d files."), PLX_CONTAINER_MAX_MEMBERS);
  if (archive_entry_filetype (entry) != AE_IFREG)
    return TRUE;
  if (!want (name, data))
    return func (name, NULL, 0, data, error);
  self->import->member = name;
  bytes = read_member (self, error);
  done = bytes != NULL && func (name, (const char *) bytes->data, bytes->len - 1, data, error);
  self->import->member = NULL;
  self->import->line = 0;
  return done;
}

static gboolean
read_entries (Reader *self,
              PlxContainerWantFunc want,
              PlxContainerFunc func,
              gpointer data,
              GError **error)
{
  struct archive_entry *entry;
  int code;

  while ((code = archive_read_next_header (self->archive, &entry)) == ARCHIVE_OK || code == ARCHIVE_WARN)
    if (!plx_import_tick (self->import, error) || !read_entry (self, entry, want, func, data, error))
      return FALSE;
  return code == ARCHIVE_EOF || refuse (self, error);
}

gboolean
plx_container_foreach (PlxImport *import,
                       PlxContainerWantFunc want,
                       PlxContainerFunc func,
                       gpointer data,
                       GError **error)
{
  Reader self = { .import = import };
  gboolean done;

  if (!plx_source_rewind (import->source, error))
    return FALSE;
  self.buffer = g_malloc (CHUNK);
  self.archive = archive_read_new ();
  archive_read_support_format_zip (self.archive);
  if (archive_read_open (self.archive, &self, NULL, read_cb, NULL) != ARCHIVE_OK)
    done = refuse (&self, error);
  else
    done = read_entries (&self, want, func, data, error);
  archive_read_free (self.archive);
  g_free (self.buffer);
  g_clear_error (&self.error);
  return done;
}

/* The name stands behind 30 bytes, its length four before. */
char *
plx_container_dup_first_name (const char *head,
                              gsize length)
{
  gsize n = length > 30 && memcmp (head, "PK\003\004", 4) == 0 ? (guchar) head[26] + 256u * (guchar) head[27] : 0;

  return n > 0 && 30 + n <= length ? g_ascii_strdown (head + 30, (gssize) n) : g_strdup ("");
}
