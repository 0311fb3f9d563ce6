/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Imports what a file knows by its name only: each name is looked up once. */

#include "config.h"

#include "format/plx-import-steps.h"

#include "base/plx-string.h"
#include "model/plx-check.h"
#include "store/plx-entities.h"
#include "store/plx-relations.h"

typedef gboolean (*Ensure) (PlxImport *self,
                            const char *name,
                            PlxKind kind,
                            PlxId *id,
                            GError **error);

/* Looks up @name once in an import. */
static gboolean
ensure (PlxImport *self,
        char space,
        const char *name,
        PlxKind kind,
        Ensure function,
        PlxId *id,
        GError **error)
{
  g_autofree char *key = g_strdup_printf ("%c%d\n%s", space, (int) kind, name);
  const PlxId *known = g_hash_table_lookup (self->named, key);

  if (known != NULL)
    {
      *id = *known;
      return TRUE;
    }
  *id = PLX_ID_NONE;
  if (!function (self, name, kind, id, error))
    return FALSE;
  g_hash_table_insert (self->named, g_steal_pointer (&key), g_memdup2 (id, sizeof *id));
  return TRUE;
}

gboolean
plx_import_ensure_tag (PlxImport *self,
                       const char *path,
                       PlxKind kind,
                       PlxId *id,
                       GError **error)
{
  return ensure (self, 't', path, kind, plx_import_ensure_tag_path, id, error);
}

static gboolean
ensure_entity (PlxImport *self,
               const char *name,
               PlxKind kind,
               PlxId *id,
               GError **error)
{
  g_autoptr (PlxEntity) entity = plx_entity_new ();

  if (!plx_entities_find (self->connection, kind, name, id, error))
    return FALSE;
  if (*id != PLX_ID_NONE)
    return TRUE;
  entity->kind = kind;
  entity->id = plx_id_new ();
  plx_set_str (&entity->name, name);
  if (!plx_import_entity (self, entity, error))
    return FALSE;
  if (plx_import_was_added (self, entity->id))
    *id = entity->id;
  return TRUE;
}

gboolean
plx_import_ensure_entity (PlxImport *self,
                          PlxKind kind,
                          const char *name,
                          PlxId *id,
                          GError **error)
{
  return ensure (self, 'e', name, kind, ensure_entity, id, error);
}

static gboolean
ensure_question (PlxImport *self,
                 const char *text,
                 PlxKind kind,
                 PlxId *id,
                 GError **error)
{
  g_autoptr (PlxQuestion) question = plx_question_new ();

  if (!plx_import_find_named (self, "SELECT id FROM question WHERE text = :name", text, id, error) || *id != PLX_ID_NONE)
    return *id != PLX_ID_NONE;
  question->id = plx_id_new ();
  plx_set_str (&question->text, text);
  if (!plx_import_question (self, question, error))
    return FALSE;
  if (plx_import_was_added (self, question->id))
    *id = question->id;
  return TRUE;
}

gboolean
plx_import_ensure_question (PlxImport *self,
                            const char *text,
                            PlxId *id,
                            GError **error)
{
  return ensure (self, 'q', text, PLX_KIND_OTHER, ensure_question, id, error);
}

static gboolean
ensure_annotator (PlxImport *self,
                  const char *name,
                  PlxKind kind,
                  PlxId *id,
                  GError **error)
{
  if (plx_string_is_blank (name))
    *id = self->annotator;
  return *id != PLX_ID_NONE || plx_annotators_ensure (self->connection, name, id, error);
}

gboolean
plx_import_ensure_annotator (PlxImport *self,
                             const char *name,
                             PlxId *id,
                             GError **error)
{
  return ensure (self, 'a', name, PLX_KIND_OTHER, ensure_annotator, id, error);
}

static gboolean
ensure_relation_kind (PlxImport *self,
                      const char *name,
                      PlxKind kind,
                      PlxId *id,
                      GError **error)
{
  g_autoptr (PlxRelationKind) row = plx_relation_kind_new ();

  if (!plx_import_find_named (self, "SELECT id FROM relation_kind WHERE name = :name", name, id, error) || *id != PLX_ID_NONE)
    return *id != PLX_ID_NONE;
  row->id = plx_id_new ();
  row->directed = TRUE;
  plx_set_str (&row->name, name);
  if (!plx_import_relation_kind (self, row, error))
    return FALSE;
  if (plx_import_was_added (self, row->id))
    *id = row->id;
  return TRUE;
}

gboolean
plx_import_ensure_relation_kind (PlxImport *self,
                                 const char *name,
                                 PlxId *id,
                                 GError **error)
{
  return ensure (self, 'r', name, PLX_KIND_OTHER, ensure_relation_kind, id, error);
}
