/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "format/plx-container.h"

#include "base/plx-zip.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* Writing
 *
 * Packing takes as long as a third of what makes the bytes, so it has a thread of
 * its own.  Bytes go there in blocks, of which there are few: who fills them waits
 * when none is empty.  Archive and target belong to that thread until it has ended.
 */

#define N_BLOCKS 8
#define BLOCK_SIZE (64 << 10)

typedef struct
{
  char *member; /* (owned) (nullable): its name, if one begins here */
  gint64 size;  /* of that member, -1 if not known */
  gboolean last;
  gsize fill;
  char bytes[BLOCK_SIZE];
} Block;

struct _PlxContainer
{
  struct archive *archive; /* (owned) */
  PlxTarget *target;       /* (unowned) */
  GThread *thread;         /* (owned) */
  GAsyncQueue *empty;      /* (owned) (element-type Block) */
  GAsyncQueue *full;       /* (owned) (element-type Block) */
  Block *block;            /* (owned): that is being filled */
  gboolean failed;         /* the archive's fault, not the target's */
};

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

static void
begin_member (PlxContainer *self,
              const Block *block)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname_utf8 (entry, block->member);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  if (block->size >= 0)
    archive_entry_set_size (entry, block->size);
  archive_entry_set_mtime (entry, 0, 0);
  self->failed |= archive_write_header (self->archive, entry) < ARCHIVE_WARN;
  archive_entry_free (entry);
}

static gpointer
pack_blocks (gpointer data)
{
  PlxContainer *self = data;
  gboolean last = FALSE;

  while (!last)
    {
      Block *block = g_async_queue_pop (self->full);

      if (block->member != NULL)
        begin_member (self, block);
      g_clear_pointer (&block->member, g_free);
      if (block->fill > 0)
        self->failed |= archive_write_data (self->archive, block->bytes, block->fill) < ARCHIVE_WARN;
      last = block->last;
      g_async_queue_push (self->empty, block);
    }
  return NULL;
}

static void
take_block (PlxContainer *self)
{
  self->block = g_async_queue_pop (self->empty);
  self->block->fill = 0;
}

static void
give_block (PlxContainer *self)
{
  g_async_queue_push (self->full, g_steal_pointer (&self->block));
}

PlxContainer *
plx_container_new (PlxTarget *target)
{
  PlxContainer *self = g_new0 (PlxContainer, 1);

  self->target = target;
  self->archive = archive_write_new ();
  archive_write_set_format_zip (self->archive);
  /* XML repeats itself: the quickest level halves the time and costs a third more bytes. */
  archive_write_set_format_option (self->archive, "zip", "compression-level", "1");
  archive_write_set_bytes_in_last_block (self->archive, 1);
  archive_write_open (self->archive, self, NULL, write_cb, NULL);
  self->empty = g_async_queue_new_full (g_free);
  self->full = g_async_queue_new ();
  for (int i = 0; i < N_BLOCKS; i++)
    g_async_queue_push (self->empty, g_new0 (Block, 1));
  take_block (self);
  self->thread = g_thread_new ("plx-packing", pack_blocks, self);
  return self;
}

void
plx_container_begin (PlxContainer *self,
                     const char *name,
                     gint64 length)
{
  give_block (self);
  take_block (self);
  self->block->member = g_strdup (name);
  self->block->size = length;
}

void
plx_container_write (PlxContainer *self,
                     const char *bytes,
                     gsize length)
{
  while (length > 0)
    {
      gsize n = MIN (length, BLOCK_SIZE - self->block->fill);

      memcpy (self->block->bytes + self->block->fill, bytes, n);
      self->block->fill += n;
      bytes += n;
      length -= n;
      if (self->block->fill == BLOCK_SIZE)
        {
          give_block (self);
          take_block (self);
        }
    }
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

/* Everything is with the archive after it. */
static void
end_packing (PlxContainer *self)
{
  self->block->last = TRUE;
  give_block (self);
  g_thread_join (g_steal_pointer (&self->thread));
}

static void
free_container (PlxContainer *self)
{
  archive_write_free (self->archive);
  g_async_queue_unref (self->empty);
  g_async_queue_unref (self->full);
  g_free (self);
}

void
plx_container_abandon (PlxContainer *self)
{
  end_packing (self);
  free_container (self);
}

gboolean
plx_container_finish (PlxContainer *self,
                      GError **error)
{
  gboolean done;

  end_packing (self);
  done = !self->failed && archive_write_close (self->archive) == ARCHIVE_OK;
  if (!done)
    g_set_error (error, PLX_FORMAT_ERROR, PLX_FORMAT_ERROR_WRITE, _ ("The container could not be written: %s."), archive_error_string (self->archive));
  free_container (self);
  return done;
}

/* Reading */

typedef struct
{
  PlxImport *import;
  PlxContainerWantFunc want;
  PlxContainerFunc func;
  gpointer data;
} Reader;

static gssize
read_cb (gpointer data,
         char *buffer,
         gsize length,
         GError **error)
{
  Reader *self = data;

  return plx_import_tick (self->import, error) ? plx_source_read (self->import->source, buffer, length, error) : -1;
}

static gint64
seek_cb (gpointer data,
         gint64 offset,
         int whence)
{
  Reader *self = data;

  return plx_source_seek (self->import->source, offset, whence);
}

static gboolean
want_cb (const char *name,
         gpointer data)
{
  Reader *self = data;

  return self->want (name, self->data);
}

static gboolean
member_cb (const char *name,
           GBytes *bytes,
           gpointer data,
           GError **error)
{
  Reader *self = data;
  gboolean done;

  self->import->member = name;
  done = self->func (name, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), self->data, error);
  self->import->member = NULL;
  self->import->line = 0;
  return done;
}

gboolean
plx_container_foreach (PlxImport *import,
                       gboolean keeps,
                       PlxContainerWantFunc want,
                       PlxContainerFunc func,
                       gpointer data,
                       GError **error)
{
  Reader self = { import, want, func, data };
  PlxZipInput input = { read_cb, seek_cb, &self, plx_source_get_size (import->source), keeps };
  g_autoptr (GError) local = NULL;

  if (!plx_source_rewind (import->source, error))
    return FALSE;
  if (plx_zip_foreach (&input, want_cb, member_cb, &self, &local))
    return TRUE;
  if (!g_error_matches (local, G_IO_ERROR, G_IO_ERROR_INVALID_DATA))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  return plx_import_malformed (import, error, _ ("the container cannot be read: %s. Get it again from where it came from."), local->message);
}
