/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/plx-store-file.h"

#include "store/plx-connection.h"
#include "store/plx-place.h"
#include "store/plx-schema.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Of an SQLite file. */
#define HEADER_SIZE 100

gboolean
plx_store_file_refuse (const char *path,
                       int number,
                       GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  switch (number)
    {
    case ENOENT:
    case ENOTDIR:
      g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_NOT_FOUND,
                   _ ("There is no file “%s”. Check its name, or create a new project."), name);
      break;
    case EACCES:
    case EPERM:
      g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_ACCESS,
                   _ ("“%s” may not be opened. Check its permissions and those of its folder."), name);
      break;
    case EROFS:
      g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_READ_ONLY,
                   _ ("“%s” cannot be written: the disk is read-only. Choose another folder."), name);
      break;
    case ENOSPC:
    case EDQUOT:
      g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_FULL,
                   _ ("There is no space left for “%s”. Free some space and try again; nothing was changed."), name);
      break;
    default:
      g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_FAILED,
                   /* Translators: a file, what the system says */
                   _ ("“%s” cannot be opened: %s."), name, g_strerror (number));
      break;
    }
  return FALSE;
}

static gboolean
refuse_stranger (const char *path,
                 const char *what,
                 GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_NOT_PROJECT,
               /* Translators: a file, what it is instead */
               _ ("“%s” is not a Parallax project (%s). Choose a file that Parallax made; it was not touched."), name, what);
  return FALSE;
}

/* Somebody may have wanted to read an article. */
static gboolean
refuse_article (const char *path,
                GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_NOT_PROJECT,
               _ ("“%s” is not a Parallax project; it was not touched. If it is an article, start a new project and add it there (Add Articles…)."), name);
  return FALSE;
}

/* What bears the name of a project was one, most likely. */
static gboolean
is_named_project (const char *path)
{
  return g_str_has_suffix (path, ".parallax");
}

static gboolean
refuse_damaged (const char *path,
                GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CORRUPT,
               _ ("“%s” is damaged where it begins, or no Parallax project. Open one of its backups, or salvage it into a new project; the damaged file was not touched."), name);
  return FALSE;
}

static guint32
read_big_endian (const guchar *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

static gboolean
check_header (const char *path,
              const guchar *header,
              GError **error)
{
  guint32 version = read_big_endian (header + 60);

  if (memcmp (header, "SQLite format 3", 16) != 0)
    return is_named_project (path) ? refuse_damaged (path, error) : refuse_article (path, error);
  if (read_big_endian (header + 68) != PLX_APPLICATION_ID)
    return refuse_stranger (path, _ ("it is a database of another program"), error);
  if (version > PLX_SCHEMA_VERSION)
    {
      g_autofree char *name = g_filename_display_name (path);

      g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_TOO_NEW,
                   _ ("“%s” was made by a newer version of Parallax. Update Parallax to open it; it was not touched."), name);
      return FALSE;
    }
  if (version < 1)
    return refuse_stranger (path, _ ("its version is missing"), error);
  return TRUE;
}

gboolean
plx_store_file_look (const char *path,
                     int fd,
                     GError **error)
{
  guchar header[HEADER_SIZE];
  struct stat info = { 0 };
  ssize_t n = 0;

  if (fd < 0)
    return plx_store_file_refuse (path, errno, error);
  if (fstat (fd, &info) == 0 && S_ISREG (info.st_mode))
    n = read (fd, header, sizeof header);

  if (S_ISDIR (info.st_mode))
    return refuse_stranger (path, _ ("it is a folder"), error);
  if (!S_ISREG (info.st_mode))
    return refuse_stranger (path, _ ("it is no regular file"), error);
  if (n <= 0)
    return refuse_stranger (path, _ ("it is empty"), error);
  if (n < HEADER_SIZE)
    return refuse_stranger (path, _ ("it is too short"), error);
  return check_header (path, header, error);
}

gboolean
plx_store_file_check_place (const char *path,
                            const char *real,
                            GError **error)
{
  g_autofree char *name = NULL;

  if (plx_place_is_local (real))
    return TRUE;
  name = g_filename_display_name (path);
  g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_ACCESS,
               _ ("“%s” lies on a network or shared folder, where a project could be damaged. Copy it to a local folder and open the copy."), name);
  return FALSE;
}

gboolean
plx_store_file_check_rest (const char *path,
                           GError **error)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_autofree char *name = NULL;
  GStatBuf info;

  if ((g_stat (log, &info) != 0 || info.st_size == 0) && (g_stat (journal, &info) != 0 || info.st_size == 0))
    return TRUE;
  name = g_filename_display_name (path);
  g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_READ_ONLY,
               _ ("“%s” was not closed properly and cannot be repaired where it lies. Copy it, together with the files beside it that begin with its name, to a folder of your own and open the copy."), name);
  return FALSE;
}
