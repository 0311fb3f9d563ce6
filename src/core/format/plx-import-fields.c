/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Imports what is known of outlets, and the own fields of articles. */

#include "config.h"

#include "format/plx-import-steps.h"

#include "store/plx-outlets.h"
#include "store/plx-own-fields.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Outlets */

static gboolean
is_other (const PlxOutlet *file,
          const PlxOutlet *project)
{
  return (*file->brief != '\0' && strcmp (file->brief, project->brief) != 0) || (*file->colour != '\0' && strcmp (file->colour, project->colour) != 0) ||
         (*file->note != '\0' && strcmp (file->note, project->note) != 0);
}

gboolean
plx_import_outlet (PlxImport *self,
                   PlxOutlet *outlet,
                   GError **error)
{
  g_autoptr (PlxOutlet) there = plx_outlets_find (self->connection, outlet->name, error);
  GError *local = NULL;
  gboolean taken;

  if (there == NULL || !plx_import_exists (self, "SELECT id FROM outlet WHERE id = :id", outlet->id, &taken, error))
    return FALSE;
  if (there->id != PLX_ID_NONE)
    {
      if (is_other (outlet, there))
        plx_import_remark (self, _ ("The outlet “%s” has another short name, colour or note in the project, and keeps it."), outlet->name);
      plx_import_move (self, outlet->id, there->id);
      self->report->outlets.n_there++;
      return TRUE;
    }
  if (taken)
    {
      PlxId id = outlet->id;

      outlet->id = plx_id_new ();
      plx_import_move (self, id, outlet->id);
    }
  if (!plx_outlets_add (self->connection, outlet, &local))
    return plx_import_settle (self, local, error);
  self->report->outlets.n_new++;
  return TRUE;
}

/* Fields */

gboolean
plx_import_field (PlxImport *self,
                  PlxOwnField *field,
                  GError **error)
{
  g_autofree char *name = g_strdup (field->name);
  GError *local = NULL;
  gboolean taken;
  PlxId there;

  if (!plx_own_fields_find (self->connection, name, &there, error) ||
      !plx_import_exists (self, "SELECT id FROM field WHERE id = :id", field->id, &taken, error))
    return FALSE;
  if (there != PLX_ID_NONE)
    {
      plx_import_move (self, field->id, there);
      self->report->fields.n_there++;
      return TRUE;
    }
  if (taken)
    {
      PlxId id = field->id;

      field->id = plx_id_new ();
      plx_import_move (self, id, field->id);
    }
  if (!plx_own_fields_add (self->connection, field, &local))
    return plx_import_settle (self, local, error);
  self->report->fields.n_new++;
  return TRUE;
}

/* Files that were written by hand do not say what fields there are. */
static gboolean
ensure_field (PlxImport *self,
              const char *name,
              PlxId *id,
              GError **error)
{
  g_autoptr (PlxOwnField) field = NULL;

  if (!plx_own_fields_find (self->connection, name, id, error))
    return FALSE;
  if (*id != PLX_ID_NONE)
    return TRUE;
  field = plx_own_field_new (name, PLX_FIELD_KIND_TEXT);
  if (!plx_import_field (self, field, error))
    return FALSE;
  *id = field->id;
  return TRUE;
}

gboolean
plx_import_field_value (PlxImport *self,
                        PlxId document,
                        const char *name,
                        const char *value,
                        GError **error)
{
  g_autoptr (GHashTable) values = NULL;
  PlxId there = plx_import_resolve (self, document);
  const char *old;
  GError *local = NULL;
  PlxId field;

  if (*value == '\0')
    return TRUE;
  if (!ensure_field (self, name, &field, error) || (values = plx_own_fields_load_values (self->connection, there, error)) == NULL)
    return FALSE;
  if (field == PLX_ID_NONE)
    return TRUE; /* its problem is told already */
  old = g_hash_table_lookup (values, &field);
  if (old != NULL && strcmp (old, value) != 0)
    /* Translators: the name of a field, the value in the project, the value in the file */
    plx_import_remark (self, _ ("The field “%s” of an article has another value in the project, “%s” and not “%s”, and keeps it."), name, old, value);
  if (old == NULL && !plx_own_fields_set_value (self->connection, there, field, value, &local))
    return plx_import_settle (self, local, error);
  self->report->values.n_new += old == NULL;
  self->report->values.n_there += old != NULL;
  return TRUE;
}
