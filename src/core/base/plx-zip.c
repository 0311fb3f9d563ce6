/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "base/plx-zip.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define CHUNK (64 << 10)
#define SMALL (1 << 20) /* small enough for any ratio */

typedef struct
{
  const PlxZipInput *input;
  PlxZipWanted wanted;
  PlxZipFunc func;
  gpointer data;
  struct archive *archive;
  char *buffer;    /* (owned): of the file */
  gint64 unpacked; /* bytes that came out so far */
  int n_members;
  GError *error; /* (owned) (nullable): while bytes were read */
} Walk;

/* What stopped the reading of bytes is why the rest failed. */
static gboolean
refuse (Walk *self,
        GError **error,
        const char *message)
{
  if (self->error != NULL)
    g_propagate_error (error, g_steal_pointer (&self->error));
  else
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, message);
  return FALSE;
}

static gboolean
refuse_size (Walk *self,
             gint64 room,
             GError **error)
{
  g_autofree char *message = g_strdup_printf (_ ("unpacked it has more than the %d MiB that are read of a file of this size, and has to come in several parts"), (int) (room >> 20));

  return refuse (self, error, message);
}

static gboolean
check_limits (Walk *self,
              gsize member,
              GError **error)
{
  gint64 fair = MIN (self->input->size, G_MAXINT64 / PLX_ZIP_FAIR_RATIO) * PLX_ZIP_FAIR_RATIO;
  gint64 at_once = MIN (fair, PLX_ZIP_MAX_WHOLE);
  gint64 of_member = MAX (PLX_ZIP_MAX_MEMBER, at_once);
  gint64 in_all = MAX (PLX_ZIP_MAX_TOTAL, self->input->keeps ? at_once : fair);

  if ((gint64) member > of_member)
    return refuse_size (self, of_member, error);
  if (self->unpacked > in_all)
    return refuse_size (self, in_all, error);
  if (self->unpacked > SMALL && self->unpacked / PLX_ZIP_MAX_RATIO > self->input->size)
    return refuse (self, error, _ ("it grows beyond measure when unpacked, as no document does"));
  return TRUE;
}

/* Members */

/* Returns: (transfer full) (nullable): what is in the current member */
static GBytes *
unpack (Walk *self,
        GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  la_ssize_t n;

  do
    {
      guint before = bytes->len;

      g_byte_array_set_size (bytes, before + CHUNK);
      n = archive_read_data (self->archive, bytes->data + before, CHUNK);
      g_byte_array_set_size (bytes, before + (n > 0 ? (guint) n : 0));
      self->unpacked += n > 0 ? n : 0;
      if (!check_limits (self, bytes->len, error))
        return NULL;
    }
  while (n > 0);
  if (n < 0)
    return refuse (self, error, _ ("a part of it is damaged")), NULL;
  g_byte_array_append (bytes, (const guint8 *) "", 1);
  g_byte_array_set_size (bytes, bytes->len - 1);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
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
take_member (Walk *self,
             struct archive_entry *entry,
             GError **error)
{
  g_autofree char *name = dup_name (entry);
  g_autoptr (GBytes) bytes = NULL;

  if (++self->n_members > PLX_ZIP_MAX_MEMBERS)
    return refuse (self, error, _ ("it has too many parts"));
  if (archive_entry_filetype (entry) != AE_IFREG || !self->wanted (name, self->data))
    return TRUE;
  if (archive_entry_is_encrypted (entry))
    return refuse (self, error, _ ("it is locked with a password"));
  bytes = unpack (self, error);
  return bytes != NULL && self->func (name, bytes, self->data, error);
}

static gboolean
take_members (Walk *self,
              GError **error)
{
  struct archive_entry *entry;
  int code;

  while ((code = archive_read_next_header (self->archive, &entry)) == ARCHIVE_OK || code == ARCHIVE_WARN)
    if (!take_member (self, entry, error))
      return FALSE;
  return code == ARCHIVE_EOF ? TRUE : refuse (self, error, _ ("it is damaged or cut off"));
}

/* The file */

static la_ssize_t
read_cb (struct archive *archive,
         void *data,
         const void **bytes)
{
  Walk *self = data;

  *bytes = self->buffer;
  return self->input->read (self->input->data, self->buffer, CHUNK, self->error == NULL ? &self->error : NULL);
}

static la_int64_t
seek_cb (struct archive *archive,
         void *data,
         la_int64_t offset,
         int whence)
{
  Walk *self = data;
  gint64 position = self->input->seek (self->input->data, offset, whence);

  return position >= 0 ? position : ARCHIVE_FATAL;
}

gboolean
plx_zip_foreach (const PlxZipInput *input,
                 PlxZipWanted wanted,
                 PlxZipFunc func,
                 gpointer data,
                 GError **error)
{
  Walk self = { .input = input, .wanted = wanted, .func = func, .data = data };
  gboolean done;

  self.buffer = g_malloc (CHUNK);
  self.archive = archive_read_new ();
  archive_read_support_format_zip (self.archive);
  archive_read_set_read_callback (self.archive, read_cb);
  archive_read_set_seek_callback (self.archive, seek_cb);
  archive_read_set_callback_data (self.archive, &self);
  if (archive_read_open1 (self.archive) == ARCHIVE_OK)
    done = take_members (&self, error);
  else
    done = refuse (&self, error, _ ("it is damaged or cut off"));
  archive_read_free (self.archive);
  g_free (self.buffer);
  g_clear_error (&self.error);
  return done;
}

/* The name stands behind 30 bytes, its length four before. */
char *
plx_zip_dup_first_name (const char *head,
                        gsize length)
{
  gsize n = length > 30 && memcmp (head, "PK\003\004", 4) == 0 ? (guchar) head[26] + 256u * (guchar) head[27] : 0;

  return n > 0 && 30 + n <= length ? g_ascii_strdown (head + 30, (gssize) n) : g_strdup ("");
}

/* All members at once */

struct _PlxZip
{
  GHashTable *members; /* (owned) (element-type utf8 GBytes): by name */
  PlxZipWanted wanted;
  const char *bytes; /* (unowned): of the file, while it is read */
  gsize length;
  gsize position;
};

static gssize
read_bytes (gpointer data,
            char *buffer,
            gsize length,
            GError **error)
{
  PlxZip *self = data;
  gsize n = MIN (length, self->length - self->position);

  memcpy (buffer, self->bytes + self->position, n);
  self->position += n;
  return (gssize) n;
}

static gint64
seek_bytes (gpointer data,
            gint64 offset,
            int whence)
{
  PlxZip *self = data;
  gint64 base = whence == SEEK_SET ? 0 : (gint64) (whence == SEEK_CUR ? self->position : self->length);

  if (offset < -base || offset > (gint64) self->length - base)
    return -1;
  self->position = (gsize) (base + offset);
  return base + offset;
}

static gboolean
is_wanted (const char *name,
           gpointer data)
{
  PlxZip *self = data;

  return !g_hash_table_contains (self->members, name) && self->wanted (name, NULL);
}

static gboolean
keep (const char *name,
      GBytes *bytes,
      gpointer data,
      GError **error)
{
  PlxZip *self = data;

  g_hash_table_insert (self->members, g_strdup (name), g_bytes_ref (bytes));
  return TRUE;
}

PlxZip *
plx_zip_new (const char *bytes,
             gsize length,
             PlxZipWanted wanted,
             GError **error)
{
  g_autoptr (PlxZip) self = g_new0 (PlxZip, 1);
  PlxZipInput input = { read_bytes, seek_bytes, self, (gint64) length, TRUE };

  self->members = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  self->wanted = wanted;
  self->bytes = bytes;
  self->length = length;
  return plx_zip_foreach (&input, is_wanted, keep, self, error) ? g_steal_pointer (&self) : NULL;
}

void
plx_zip_free (PlxZip *self)
{
  g_hash_table_unref (self->members);
  g_free (self);
}

GBytes *
plx_zip_get (PlxZip *self,
             const char *name)
{
  return g_hash_table_lookup (self->members, name);
}
