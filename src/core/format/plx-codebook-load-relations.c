/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Loads the kinds of relations of a codebook. */

#include "config.h"

#include "format/plx-codebook-load-private.h"

#include "store/plx-relations.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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
add_relation_kind (PlxCodebookLoader *self,
                   const PlxCodebookRelationKind *row,
                   GError **error)
{
  g_autoptr (PlxRelationKind) kind = plx_relation_kind_new ();

  plx_codebook_take (&kind->name, row->kind->name);
  plx_codebook_take (&kind->description, row->kind->description);
  kind->directed = row->kind->directed;
  kind->id = plx_codebook_choose_id (row->uuids);
  self->report->n_new++;
  return plx_relation_kinds_add (self->connection, kind, error) && plx_codebook_keep_uuids (self, row->uuids, kind->id, error);
}

/* Whether a relation has a direction is not changed under relations that are
 * there. */
static gboolean
update_relation_kind (PlxCodebookLoader *self,
                      const PlxCodebookRelationKind *row,
                      PlxRelationKind *kind,
                      GError **error)
{
  gboolean differs = plx_codebook_says_other (row->kind->description, kind->description);

  if (row->kind->directed != kind->directed)
    g_ptr_array_add (self->report->remarks,
                     g_strdup_printf (row->kind->directed ? _ ("%s: The file gives it a direction; it stays without one here.")
                                                          : _ ("%s: The file gives it no direction; it keeps its own here."),
                                      kind->name));
  self->report->n_changed += differs;
  self->report->n_same += !differs;
  if (!differs)
    return TRUE;
  plx_codebook_take (&kind->description, row->kind->description);
  return plx_relation_kinds_describe (self->connection, kind->id, kind->description, error);
}

gboolean
plx_codebook_load_relation_kinds (PlxCodebookLoader *self,
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
