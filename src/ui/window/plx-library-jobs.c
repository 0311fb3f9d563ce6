/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "window/plx-library-jobs.h"

#include "store/plx-backup.h"
#include "store/plx-card.h"
#include "store/plx-library.h"
#include "window/plx-copy.h"

/* Cards */

static void
read_cards (GTask *task,
            gpointer source,
            gpointer task_data,
            GCancellable *cancellable)
{
  GPtrArray *paths = task_data;
  g_autoptr (GPtrArray) cards = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_card_free);

  for (guint i = 0; i < paths->len && !g_cancellable_is_cancelled (cancellable); i++)
    g_ptr_array_add (cards, plx_card_read (g_ptr_array_index (paths, i)));
  g_task_return_pointer (task, g_steal_pointer (&cards), (GDestroyNotify) g_ptr_array_unref);
}

void
plx_library_read_async (GPtrArray *paths,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, plx_library_read_async);
  g_task_set_task_data (task, g_ptr_array_ref (paths), (GDestroyNotify) g_ptr_array_unref);
  g_task_run_in_thread (task, read_cards);
}

GPtrArray *
plx_library_read_finish (GAsyncResult *result,
                         GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* New projects */

typedef struct
{
  char *from;  /* (owned) */
  char *title; /* (owned) */
  gboolean salvage;
  PlxSalvageReport report;
} Making;

static void
making_free (gpointer data)
{
  Making *making = data;

  g_free (making->from);
  g_free (making->title);
  g_free (making);
}

static gboolean
copy (const char *from,
      const char *to,
      GError **error)
{
  g_autoptr (PlxConnection) connection = plx_card_open (from, error);

  return connection != NULL && plx_backup_copy (connection, to, error);
}

static void
make (GTask *task,
      gpointer source,
      gpointer task_data,
      GCancellable *cancellable)
{
  Making *making = task_data;
  GError *error = NULL;
  g_autofree char *path = plx_library_dup_new_path (making->title, &error);

  if (path != NULL && (making->salvage ? plx_salvage (making->from, path, &making->report, &error) : copy (making->from, path, &error)))
    g_task_return_pointer (task, g_steal_pointer (&path), g_free);
  else
    g_task_return_error (task, error);
}

static void
start (const char *from,
       const char *title,
       gboolean salvage,
       GAsyncReadyCallback callback,
       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Making *making = g_new0 (Making, 1);

  making->from = g_strdup (from);
  making->title = g_strdup (title);
  making->salvage = salvage;
  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, making, making_free);
  g_task_run_in_thread (task, make);
}

void
plx_library_copy_async (const char *from,
                        const char *title,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  start (from, title, FALSE, callback, user_data);
}

void
plx_library_salvage_async (const char *from,
                           const char *title,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  start (from, title, TRUE, callback, user_data);
}

char *
plx_library_make_finish (GAsyncResult *result,
                         PlxSalvageReport *report,
                         GError **error)
{
  const Making *making = g_task_get_task_data (G_TASK (result));

  if (report != NULL)
    *report = making->report;
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Copies elsewhere */

static void
save (GTask *task,
      gpointer source,
      gpointer task_data,
      GCancellable *cancellable)
{
  GError *error = NULL;
  const char *from = g_object_get_data (G_OBJECT (task), "from");
  g_autoptr (PlxConnection) connection = plx_card_open (from, &error);

  if (connection != NULL && plx_copy_write (connection, task_data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
plx_library_save_async (const char *from,
                        GFile *target,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, plx_library_save_async);
  g_task_set_task_data (task, g_object_ref (target), g_object_unref);
  g_object_set_data_full (G_OBJECT (task), "from", g_strdup (from), g_free);
  g_task_run_in_thread (task, save);
}

gboolean
plx_library_save_finish (GAsyncResult *result,
                         GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
