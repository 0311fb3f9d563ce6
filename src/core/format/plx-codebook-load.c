/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "format/plx-codebook-load.h"

#include "store/plx-foreign-ids.h"
#include "store/plx-relations.h"
#include "store/plx-tag-tree.h"
#include "store/plx-tags.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A tag at the top of which the file says no colour. */
#define DEFAULT_COLOUR "#0072b2"

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

/* Loading */

typedef struct
{
  PlxCodebookFile *file;     /* (owned) */
  PlxCodebookReport *report; /* (owned) */
  gboolean dry;
} Work;

typedef enum
{
  STATE_FAILED,
  STATE_NEW,
  STATE_CHANGED,
  STATE_SAME,
} State;

typedef struct
{
  PlxConnection *connection; /* (unowned) */
  PlxCodebookReport *report; /* (unowned) */
  GArray *ids;               /* (owned) (element-type PlxId): of the entries so far, PLX_ID_NONE for what failed */
  GArray *states;            /* (owned) (element-type State): what became of them */
  GHashTable *found;         /* (owned) (element-type PlxId): tags that belong to an entry */
  GHashTable *keys;          /* (owned) (element-type utf8): that were given, unowned */
} Loader;

static void
remark (Loader *self,
        const char *name,
        const GError *error)
{
  g_ptr_array_add (self->report->remarks, g_strdup_printf ("%s: %s", name, error->message));
}

typedef gboolean (*Step) (Loader *self,
                          PlxTag *tag,
                          gpointer data,
                          GError **error);

/* Does one step for @tag; one that is refused is told and leaves nothing.
 *
 * Returns: %FALSE only if the database itself fails */
static gboolean
try_step (Loader *self,
          PlxTag *tag,
          Step step,
          gpointer data,
          gboolean *done,
          GError **error)
{
  g_autoptr (GError) local = NULL;

  *done = FALSE;
  if (!plx_connection_savepoint (self->connection, error))
    return FALSE;
  if (step (self, tag, data, &local))
    {
      *done = TRUE;
      return plx_connection_release (self->connection, error);
    }
  plx_connection_rollback_to (self->connection);
  if (g_error_matches (local, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT) ||
      g_error_matches (local, PLX_STORE_ERROR, PLX_STORE_ERROR_NOT_FOUND))
    {
      remark (self, tag->name, local);
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* Finding */

/* The tag with that UUID, or %NULL. */
static PlxTag *
find_by_uuid (Loader *self,
              char **uuids)
{
  for (; *uuids != NULL; uuids++)
    {
      PlxTag *tag = NULL;
      PlxId id;

      if (plx_id_from_uuid (*uuids, &id))
        tag = plx_tags_get (self->connection, id, NULL);
      if (tag == NULL && plx_foreign_ids_find (self->connection, "uuid", *uuids, &id, NULL) && id != PLX_ID_NONE)
        tag = plx_tags_get (self->connection, id, NULL);
      if (tag != NULL)
        return tag;
    }
  return NULL;
}

/* The tag that @entry means, unless another entry has it already. */
static PlxTag *
find (Loader *self,
      const PlxCodebookEntry *entry,
      PlxId parent)
{
  g_autoptr (PlxTag) tag = find_by_uuid (self, entry->uuids);

  PlxId same;

  if (tag == NULL && plx_tags_find_child (self->connection, parent, entry->tag->name, &same, NULL) && same != PLX_ID_NONE)
    tag = plx_tags_get (self->connection, same, NULL);
  if (tag == NULL || g_hash_table_contains (self->found, &tag->id))
    return NULL;
  return g_steal_pointer (&tag);
}

/* Adding */

static gboolean
keep_uuids (Loader *self,
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
static PlxId
choose_id (char **uuids)
{
  PlxId id;

  return *uuids != NULL && plx_id_from_uuid (*uuids, &id) ? id : plx_id_new ();
}

static gboolean
add_step (Loader *self,
          PlxTag *tag,
          gpointer data,
          GError **error)
{
  return plx_tags_add (self->connection, tag, error) && keep_uuids (self, data, tag->id, error);
}

static void
choose_look (PlxTag *tag)
{
  if (*tag->colour != '\0' || tag->parent != PLX_ID_NONE)
    return;
  g_free (tag->colour);
  tag->colour = g_strdup (DEFAULT_COLOUR);
}

/* Keys come when all tags are there. */
static gboolean
add (Loader *self,
     const PlxCodebookEntry *entry,
     PlxId parent,
     PlxId *id,
     State *state,
     GError **error)
{
  g_autoptr (PlxTag) tag = plx_tag_copy (entry->tag);
  gboolean done;

  tag->parent = parent;
  tag->id = choose_id (entry->uuids);
  tag->position = -1;
  g_free (tag->hotkey);
  tag->hotkey = g_strdup ("");
  choose_look (tag);
  if (!try_step (self, tag, add_step, entry->uuids, &done, error))
    return FALSE;
  *id = done ? tag->id : PLX_ID_NONE;
  *state = done ? STATE_NEW : STATE_FAILED;
  return TRUE;
}

/* Changing */

static gboolean
says_other (const char *said,
            const char *is)
{
  return *said != '\0' && strcmp (said, is) != 0;
}

static void
take (char **field,
      const char *said)
{
  if (*said == '\0')
    return;
  g_free (*field);
  *field = g_strdup (said);
}

/* The fields that never stand in the way of another tag. */
static gboolean
fields_step (Loader *self,
             PlxTag *tag,
             gpointer data,
             GError **error)
{
  const PlxTag *said = data;

  take (&tag->colour, said->colour);
  take (&tag->description, said->description);
  take (&tag->examples, said->examples);
  return plx_tags_update (self->connection, tag, error);
}

static gboolean
kind_step (Loader *self,
           PlxTag *tag,
           gpointer data,
           GError **error)
{
  return plx_tags_set_kind (self->connection, tag->id, ((const PlxTag *) data)->kind, error);
}

typedef struct
{
  PlxId parent;
  const char *name;
} Place;

static gboolean
place_step (Loader *self,
            PlxTag *tag,
            gpointer data,
            GError **error)
{
  const Place *place = data;

  if (place->parent != tag->parent)
    return plx_tags_move (self->connection, tag->id, place->parent, -1, place->name, tag->kind, error);
  g_free (tag->name);
  tag->name = g_strdup (place->name);
  return plx_tags_update (self->connection, tag, error);
}

static gboolean
differs (const PlxTag *said,
         const PlxTag *is)
{
  return says_other (said->colour, is->colour) || says_other (said->description, is->description) ||
         says_other (said->examples, is->examples);
}

static gboolean
update (Loader *self,
        const PlxCodebookEntry *entry,
        const PlxTag *there,
        PlxId parent,
        State *state,
        GError **error)
{
  const PlxTag *said = entry->tag;
  Place place = { parent, said->name };
  g_autoptr (PlxTag) tag = plx_tag_copy (there);
  gboolean described = FALSE, placed = FALSE, sorted = FALSE;

  if (differs (said, there) && !try_step (self, tag, fields_step, (gpointer) said, &described, error))
    return FALSE;
  if ((parent != there->parent || strcmp (said->name, there->name) != 0) &&
      !try_step (self, tag, place_step, &place, &placed, error))
    return FALSE;
  if (entry->kind && parent == PLX_ID_NONE && said->kind != there->kind &&
      !try_step (self, tag, kind_step, (gpointer) said, &sorted, error))
    return FALSE;
  *state = described || placed || sorted ? STATE_CHANGED : STATE_SAME;
  return keep_uuids (self, entry->uuids, there->id, error);
}

/* One tag */

static gboolean
load_tag (Loader *self,
          const PlxCodebookEntry *entry,
          GError **error)
{
  PlxId parent = entry->parent >= 0 ? g_array_index (self->ids, PlxId, entry->parent) : PLX_ID_NONE;
  g_autoptr (PlxTag) there = NULL;
  PlxId id = PLX_ID_NONE;
  State state = STATE_FAILED;

  /* What is under a tag that could not be added cannot be either. */
  if (entry->parent < 0 || parent != PLX_ID_NONE)
    {
      there = find (self, entry, parent);
      if (there != NULL ? !update (self, entry, there, parent, &state, error) : !add (self, entry, parent, &id, &state, error))
        return FALSE;
      if (there != NULL)
        id = there->id;
    }
  else
    g_ptr_array_add (self->report->remarks, g_strdup_printf (_ ("%s: The tag above it could not be added."), entry->tag->name));
  g_array_append_val (self->ids, id);
  g_array_append_val (self->states, state);
  if (id != PLX_ID_NONE)
    g_hash_table_add (self->found, g_memdup2 (&id, sizeof id));
  return TRUE;
}

static gboolean
load_tags (Loader *self,
           const PlxCodebookFile *file,
           GError **error)
{
  for (guint i = 0; i < file->tags->len; i++)
    if (!load_tag (self, g_ptr_array_index (file->tags, i), error))
      return FALSE;
  return TRUE;
}

/* Keys */

/* Of the tags that the file knows, the file says who has which key; from others
 * none is taken. */
static gboolean
hotkey_step (Loader *self,
             PlxTag *tag,
             gpointer data,
             GError **error)
{
  PlxId holder;

  if (!plx_tags_find_hotkey (self->connection, data, &holder, error))
    return FALSE;
  if (g_hash_table_contains (self->found, &holder) && !g_hash_table_contains (self->keys, data) &&
      !plx_tags_release_hotkey (self->connection, data, tag->id, error))
    return FALSE;
  g_free (tag->hotkey);
  tag->hotkey = g_strdup (data);
  return plx_tags_update (self->connection, tag, error);
}

static gboolean
set_key (Loader *self,
         guint i,
         char *hotkey,
         GError **error)
{
  g_autoptr (PlxTag) tag = plx_tags_get (self->connection, g_array_index (self->ids, PlxId, i), error);
  State *state = &g_array_index (self->states, State, i);
  gboolean done = TRUE;

  if (tag == NULL)
    return FALSE;
  if (strcmp (tag->hotkey, hotkey) != 0)
    {
      if (!try_step (self, tag, hotkey_step, hotkey, &done, error))
        return FALSE;
      if (done && *state == STATE_SAME)
        *state = STATE_CHANGED;
    }
  if (done)
    g_hash_table_add (self->keys, hotkey);
  return TRUE;
}

static gboolean
set_keys (Loader *self,
          const PlxCodebookFile *file,
          GError **error)
{
  for (guint i = 0; i < file->tags->len; i++)
    {
      const PlxCodebookEntry *entry = g_ptr_array_index (file->tags, i);

      if (*entry->tag->hotkey != '\0' && g_array_index (self->ids, PlxId, i) != PLX_ID_NONE &&
          !set_key (self, i, entry->tag->hotkey, error))
        return FALSE;
    }
  return TRUE;
}

static void
count (Loader *self)
{
  for (guint i = 0; i < self->states->len; i++)
    {
      State state = g_array_index (self->states, State, i);

      self->report->n_new += state == STATE_NEW;
      self->report->n_changed += state == STATE_CHANGED;
      self->report->n_same += state == STATE_SAME;
    }
}

/* Kinds of relations */

static PlxRelationKind *
find_relation_kind (GPtrArray *kinds,
                    const PlxCodebookRelationKind *row)
{
  for (guint i = 0; i < kinds->len; i++)
    {
      PlxRelationKind *kind = g_ptr_array_index (kinds, i);
      PlxId id;

      if (strcmp (kind->name, row->kind->name) == 0 ||
          (row->uuids[0] != NULL && plx_id_from_uuid (row->uuids[0], &id) && id == kind->id))
        return kind;
    }
  return NULL;
}

static gboolean
add_relation_kind (Loader *self,
                   const PlxCodebookRelationKind *row,
                   GError **error)
{
  g_autoptr (PlxRelationKind) kind = plx_relation_kind_new ();

  take (&kind->name, row->kind->name);
  take (&kind->description, row->kind->description);
  kind->directed = row->kind->directed;
  kind->id = choose_id (row->uuids);
  self->report->n_new++;
  return plx_relation_kinds_add (self->connection, kind, error) && keep_uuids (self, row->uuids, kind->id, error);
}

/* Whether a relation has a direction is not changed under relations that are
 * there. */
static gboolean
update_relation_kind (Loader *self,
                      const PlxCodebookRelationKind *row,
                      PlxRelationKind *kind,
                      GError **error)
{
  gboolean differs = says_other (row->kind->description, kind->description);

  if (row->kind->directed != kind->directed)
    g_ptr_array_add (self->report->remarks,
                     g_strdup_printf (row->kind->directed ? _ ("%s: The file gives it a direction; it stays without one here.")
                                                          : _ ("%s: The file gives it no direction; it keeps its own here."),
                                      kind->name));
  self->report->n_changed += differs;
  self->report->n_same += !differs;
  if (!differs)
    return TRUE;
  take (&kind->description, row->kind->description);
  return plx_relation_kinds_describe (self->connection, kind->id, kind->description, error);
}

static gboolean
load_relation_kinds (Loader *self,
                     const PlxCodebookFile *file,
                     GError **error)
{
  g_autoptr (GPtrArray) kinds = plx_relation_kinds_list (self->connection, error);

  for (guint i = 0; kinds != NULL && i < file->relation_kinds->len; i++)
    {
      const PlxCodebookRelationKind *row = g_ptr_array_index (file->relation_kinds, i);
      PlxRelationKind *kind = find_relation_kind (kinds, row);

      if (kind != NULL ? !update_relation_kind (self, row, kind, error) : !add_relation_kind (self, row, error))
        return FALSE;
    }
  return kinds != NULL;
}

/* The order */

/* The tags of the file take their places among their siblings in the order of
 * the file; others stay where they are. */
static gboolean
order_tags (Loader *self,
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

static void
work_free (gpointer data)
{
  Work *work = data;

  plx_codebook_file_unref (work->file);
  plx_codebook_report_unref (work->report);
  g_free (work);
}

static gboolean
load_all (Loader *self,
          const PlxCodebookFile *file,
          GError **error)
{
  for (guint i = 0; i < file->remarks->len; i++)
    g_ptr_array_add (self->report->remarks, g_strdup (g_ptr_array_index (file->remarks, i)));
  if (!load_tags (self, file, error) || !set_keys (self, file, error) || !load_relation_kinds (self, file, error) ||
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
  Loader self = { .connection = connection, .report = work->report };
  gboolean done;

  self.ids = g_array_new (FALSE, FALSE, sizeof (PlxId));
  self.states = g_array_new (FALSE, FALSE, sizeof (State));
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
