/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/plx-guard.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* Where SQLite locks, by its file format: the shared range of the database, and
 * the byte in the -shm file that says somebody is alive. */
#define SHARED_FIRST 0x40000002
#define SHARED_SIZE 510
#define ALIVE_BYTE 128

struct _PlxGuard
{
  char *key;  /* (owned): device and inode */
  char *path; /* (owned) */
  int fd;
  int shm_fd; /* -1 while there is no lock */
  guint n_users;
};

static GMutex mutex;
static GHashTable *guards; /* (element-type utf8 PlxGuard): by key */

static char *
key_of (const struct stat *info)
{
  return g_strdup_printf ("%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT, (guint64) info->st_dev, (guint64) info->st_ino);
}

static void
guard_free (PlxGuard *self)
{
  if (self->shm_fd >= 0)
    g_close (self->shm_fd, NULL);
  if (self->fd >= 0)
    g_close (self->fd, NULL);
  g_free (self->key);
  g_free (self->path);
  g_free (self);
}

static PlxGuard *
find_guard (const char *path)
{
  g_autofree char *key = NULL;
  struct stat info;

  if (guards == NULL)
    guards = g_hash_table_new (g_str_hash, g_str_equal);
  if (stat (path, &info) != 0)
    return NULL;
  key = key_of (&info);
  return g_hash_table_lookup (guards, key);
}

static PlxGuard *
make_guard (const char *path,
            PlxGuardLook look,
            GError **error)
{
  int fd = g_open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC, 0);
  PlxGuard *self;
  struct stat info;

  if (!look (path, fd, error))
    {
      if (fd >= 0)
        g_close (fd, NULL);
      return NULL;
    }
  self = g_new0 (PlxGuard, 1);
  fstat (fd, &info);
  self->key = key_of (&info);
  self->path = g_strdup (path);
  self->fd = fd;
  self->shm_fd = -1;
  g_hash_table_insert (guards, self->key, self);
  return self;
}

PlxGuard *
plx_guard_enter (const char *path,
                 PlxGuardLook look,
                 GError **error)
{
  PlxGuard *self;

  g_mutex_lock (&mutex);
  self = find_guard (path);
  if (self == NULL)
    self = make_guard (path, look, error);
  if (self != NULL)
    self->n_users++;
  g_mutex_unlock (&mutex);
  return self;
}

static void
set_lock (int fd,
          short type,
          off_t start,
          off_t length)
{
  struct flock lock = { .l_type = type, .l_whence = SEEK_SET, .l_start = start, .l_len = length };

  /* A lock that cannot be had costs safety against others, not correctness. */
  if (fcntl (fd, F_OFD_SETLK, &lock) != 0)
    g_debug ("No guarding lock: %s", g_strerror (errno));
}

void
plx_guard_lock (PlxGuard *self)
{
  g_mutex_lock (&mutex);
  if (self->shm_fd < 0)
    {
      g_autofree char *shm = g_strconcat (self->path, "-shm", NULL);

      self->shm_fd = g_open (shm, O_RDONLY | O_CLOEXEC, 0);
      set_lock (self->fd, F_RDLCK, SHARED_FIRST, SHARED_SIZE);
      if (self->shm_fd >= 0)
        set_lock (self->shm_fd, F_RDLCK, ALIVE_BYTE, 1);
    }
  g_mutex_unlock (&mutex);
}

void
plx_guard_unlock (PlxGuard *self)
{
  g_mutex_lock (&mutex);
  if (self->n_users == 1)
    {
      set_lock (self->fd, F_UNLCK, SHARED_FIRST, SHARED_SIZE);
      if (self->shm_fd >= 0)
        set_lock (self->shm_fd, F_UNLCK, ALIVE_BYTE, 1);
    }
  g_mutex_unlock (&mutex);
}

void
plx_guard_leave (PlxGuard *self)
{
  g_mutex_lock (&mutex);
  self->n_users--;
  if (self->n_users == 0)
    {
      g_hash_table_remove (guards, self->key);
      guard_free (self);
    }
  g_mutex_unlock (&mutex);
}
