/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "base/plx-zip.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>

#define CHUNK (64 << 10)
#define SMALL (1 << 20) /* small enough for any ratio */

struct _PlxZip
{
  GHashTable *members; /* (owned) (element-type utf8 GBytes): by name */
  gsize packed;        /* bytes of the file */
  gsize unpacked;      /* bytes that came out so far */
};

static gboolean
refuse (GError **error,
        const char *message)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, message);
  return FALSE;
}

static gboolean
check_size (PlxZip *self,
            gsize member,
            GError **error)
{
  if (member > PLX_ZIP_MAX_MEMBER || self->unpacked > PLX_ZIP_MAX_TOTAL)
    return refuse (error, _ ("it is too large when unpacked"));
  if (self->unpacked > SMALL && self->unpacked / PLX_ZIP_MAX_RATIO > self->packed)
    return refuse (error, _ ("it grows beyond measure when unpacked, as no document does"));
  return TRUE;
}

/* Returns: (transfer full) (nullable): what is in the current member */
static GBytes *
unpack (PlxZip *self,
        struct archive *archive,
        GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  la_ssize_t n;

  do
    {
      guint before = bytes->len;

      g_byte_array_set_size (bytes, before + CHUNK);
      n = archive_read_data (archive, bytes->data + before, CHUNK);
      g_byte_array_set_size (bytes, before + (n > 0 ? (guint) n : 0));
      self->unpacked += n > 0 ? (gsize) n : 0;
      if (!check_size (self, bytes->len, error))
        return NULL;
    }
  while (n > 0);
  if (n < 0)
    return refuse (error, _ ("a part of it is damaged")), NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static gboolean
take_member (PlxZip *self,
             struct archive *archive,
             struct archive_entry *entry,
             PlxZipWanted wanted,
             GError **error)
{
  const char *name = archive_entry_pathname_utf8 (entry);
  GBytes *bytes;

  if (name == NULL)
    name = archive_entry_pathname (entry);
  if (name == NULL || !g_utf8_validate (name, -1, NULL) || archive_entry_filetype (entry) != AE_IFREG ||
      !wanted (name) || g_hash_table_contains (self->members, name))
    return TRUE;
  if (archive_entry_is_encrypted (entry))
    return refuse (error, _ ("it is locked with a password"));
  bytes = unpack (self, archive, error);
  if (bytes == NULL)
    return FALSE;
  g_hash_table_insert (self->members, g_strdup (name), bytes);
  return TRUE;
}

static gboolean
take_members (PlxZip *self,
              struct archive *archive,
              PlxZipWanted wanted,
              GError **error)
{
  struct archive_entry *entry;
  int n = 0, code;

  while ((code = archive_read_next_header (archive, &entry)) == ARCHIVE_OK || code == ARCHIVE_WARN)
    {
      if (++n > PLX_ZIP_MAX_MEMBERS)
        return refuse (error, _ ("it has too many parts"));
      if (!take_member (self, archive, entry, wanted, error))
        return FALSE;
    }
  return code == ARCHIVE_EOF ? TRUE : refuse (error, _ ("it is damaged or cut off"));
}

PlxZip *
plx_zip_new (const char *bytes,
             gsize length,
             PlxZipWanted wanted,
             GError **error)
{
  g_autoptr (PlxZip) self = g_new0 (PlxZip, 1);
  struct archive *archive = archive_read_new ();
  gboolean done;

  self->members = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  self->packed = length;
  archive_read_support_format_zip (archive);
  if (archive_read_open_memory (archive, bytes, length) == ARCHIVE_OK)
    done = take_members (self, archive, wanted, error);
  else
    done = refuse (error, _ ("it is damaged or cut off"));
  archive_read_free (archive);
  return done ? g_steal_pointer (&self) : NULL;
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
