/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "format/plx-codebook-load-private.h"

#include "store/plx-foreign-ids.h"
#include "store/plx-tag-tree.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The report */

PlxCodebookReport *
plx_codebook_report_new (void)
{
  PlxCodebookReport *self = g_atomic_rc_box_new0 (PlxCodebookReport);

  self->remarks = g_ptr_array_new_with_free_func (g_free);
  return self;
}

PlxCodebookReport *
plx_codebook_report_ref (PlxCodebookReport *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
report_clear (gpointer data)
{
  PlxCodebookReport *self = data;

  g_ptr_array_unref (self->remarks);
}

void
plx_codebook_report_unref (PlxCodebookReport *self)
{
  g_atomic_rc_box_release_full (self, report_clear);
}

char *
plx_codebook_report_dup_summary (const PlxCodebookReport *self)
{
  /* Translators: how many tags of a codebook are new in the project, differ from
   * those there, or are the same. */
  return g_strdup_printf (_ ("%d new, %d changed, %d same"), self->n_new, self->n_changed, self->n_same);
}

/* What the file says of a row */

gboolean
plx_codebook_keep_uuids (PlxCodebookLoader *self,
                         char **uuids,
                         PlxId id,
                         GError **error)
{
  for (; *uuids != NULL; uuids++)
    {
      PlxId derived;

      if ((!plx_id_from_uuid (*uuids, &derived) || derived != id) &&
          !plx_foreign_ids_add (self->connection, id, "uuid", *uuids, error))
        return FALSE;
    }
  return TRUE;
}

/* An id that was ours once is ours again. */
PlxId
plx_codebook_choose_id (char **uuids)
{
  PlxId id;

  return *uuids != NULL && plx_id_from_uuid (*uuids, &id) ? id : plx_id_new ();
}

gboolean
plx_codebook_says_other (const char *said,
                         const char *is)
{
  return *said != '\0' && strcmp (said, is) != 0;
}

void
plx_codebook_take (char **field,
                   const char *said)
{
  if (*said == '\0')
    return;
  g_free (*field);
  *field = g_strdup (said);
}

/* The order */

/* The tags of the file take their places among their siblings in the order of
 * the file; others stay where they are. */
static gboolean
order_tags (PlxCodebookLoader *self,
            const PlxCodebookFile *file,
            GError **error)
{
  g_autoptr (GHashTable) by_parent = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref);
  GHashTableIter iter;
  gpointer parent, children;

  for (guint i = 0; i < file->tags->len; i++)
    {
      const PlxCodebookEntry *entry = g_ptr_array_index (file->tags, i);
      PlxId above = entry->parent >= 0 ? g_array_index (self->ids, PlxId, entry->parent) : PLX_ID_NONE;
      PlxId id = g_array_index (self->ids, PlxId, i);
      GArray *list = g_hash_table_lookup (by_parent, &above);

      if (id == PLX_ID_NONE)
        continue;
      if (list == NULL)
        {
          list = g_array_new (FALSE, FALSE, sizeof (PlxId));
          g_hash_table_insert (by_parent, g_memdup2 (&above, sizeof above), list);
        }
      g_array_append_val (list, id);
    }
  g_hash_table_iter_init (&iter, by_parent);
  while (g_hash_table_iter_next (&iter, &parent, &children))
    if (!plx_tags_order (self->connection, *(PlxId *) parent, children, error))
      return FALSE;
  return TRUE;
}

/* The verb */

typedef struct
{
  PlxCodebookFile *file;     /* (owned) */
  PlxCodebookReport *report; /* (owned) */
  gboolean dry;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  plx_codebook_file_unref (work->file);
  plx_codebook_report_unref (work->report);
  g_free (work);
}

static void
count (PlxCodebookLoader *self)
{
  for (guint i = 0; i < self->states->len; i++)
    {
      PlxCodebookState state = g_array_index (self->states, PlxCodebookState, i);

      self->report->n_new += state == PLX_CODEBOOK_STATE_NEW;
      self->report->n_changed += state == PLX_CODEBOOK_STATE_CHANGED;
      self->report->n_same += state == PLX_CODEBOOK_STATE_SAME;
    }
}

static gboolean
load_all (PlxCodebookLoader *self,
          const PlxCodebookFile *file,
          GError **error)
{
  for (guint i = 0; i < file->remarks->len; i++)
    g_ptr_array_add (self->report->remarks, g_strdup (g_ptr_array_index (file->remarks, i)));
  if (!plx_codebook_load_tags (self, file, error) || !plx_codebook_load_relation_kinds (self, file, error) ||
      !order_tags (self, file, error))
    return FALSE;
  count (self);
  return TRUE;
}

static gboolean
load_codebook (PlxConnection *connection,
               PlxId annotator,
               gpointer data,
               GError **error)
{
  Work *work = data;
  PlxCodebookLoader self = { .connection = connection, .report = work->report };
  gboolean done;

  self.ids = g_array_new (FALSE, FALSE, sizeof (PlxId));
  self.states = g_array_new (FALSE, FALSE, sizeof (PlxCodebookState));
  self.found = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self.keys = g_hash_table_new (g_str_hash, g_str_equal);
  done = load_all (&self, work->file, error);
  g_hash_table_unref (self.keys);
  g_hash_table_unref (self.found);
  g_array_unref (self.states);
  g_array_unref (self.ids);
  if (!done || !work->dry)
    return done;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("Nothing was changed."));
  return FALSE;
}

PlxVerb *
plx_verb_load_codebook (PlxCodebookFile *file,
                        PlxCodebookReport *report,
                        gboolean dry)
{
  Work *work = g_new0 (Work, 1);

  work->file = plx_codebook_file_ref (file);
  work->report = plx_codebook_report_ref (report);
  work->dry = dry;
  return plx_verb_new ("codebook", file->name, load_codebook, work, work_free);
}
