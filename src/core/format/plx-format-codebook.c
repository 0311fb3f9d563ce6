/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "format/plx-format-codebook.h"

#include "format/plx-codebook-private.h"
#include "format/plx-export.h"
#include "format/plx-json-rows.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define VERSION 1

typedef struct
{
  PlxExport *export;
  PlxJson json;
  gboolean comma; /* a row of the list stands before */
} Writer;

static void
put (Writer *self,
     const char *string)
{
  plx_target_write (self->export->target, string, strlen (string));
}

/* Ends the row of @id, without the end of its line: a comma may follow. */
static gboolean
put_row (Writer *self,
         PlxId id,
         GError **error)
{
  if (!plx_json_add_foreign_ids (&self->json, self->export->names, self->export->connection, id, error))
    return FALSE;
  plx_json_end (&self->json);
  put (self, self->comma ? ",\n" : "\n");
  plx_target_write (self->export->target, self->json.line->str, self->json.line->len - 1);
  self->comma = TRUE;
  return plx_export_check (self->export, error);
}

static gboolean
put_tags (Writer *self,
          GError **error)
{
  const GPtrArray *tags = self->export->names->tags;

  self->comma = FALSE;
  put (self, ",\n\"tags\":[");
  for (guint i = 0; i < tags->len; i++)
    {
      const PlxTag *tag = g_ptr_array_index (tags, i);

      plx_json_begin (&self->json);
      plx_json_add_tag (&self->json, tag);
      if (!put_row (self, tag->id, error))
        return FALSE;
    }
  put (self, "\n]");
  return TRUE;
}

static gboolean
put_relation_kinds (Writer *self,
                    GError **error)
{
  const GPtrArray *kinds = self->export->names->relation_kinds;

  self->comma = FALSE;
  put (self, ",\n\"relation-kinds\":[");
  for (guint i = 0; i < kinds->len; i++)
    {
      const PlxRelationKind *kind = g_ptr_array_index (kinds, i);

      plx_json_begin (&self->json);
      plx_json_add_relation_kind (&self->json, kind);
      if (!put_row (self, kind->id, error))
        return FALSE;
    }
  put (self, "\n]}\n");
  return TRUE;
}

static void
put_head (Writer *self)
{
  plx_json_begin (&self->json);
  plx_json_add_string (&self->json, "format", PLX_CODEBOOK_JSON_FORMAT);
  plx_json_add_int (&self->json, "version", VERSION);
  plx_json_add_string (&self->json, "application", "Parallax " PLX_VERSION);
  put (self, self->json.line->str);
}

static gboolean
write_codebook (PlxExport *export,
                GError **error)
{
  Writer self = { .export = export };
  gboolean done;

  plx_json_init (&self.json);
  put_head (&self);
  done = put_tags (&self, error) && put_relation_kinds (&self, error);
  plx_json_clear (&self.json);
  return done;
}

const PlxFormat plx_format_codebook = {
  .name = "codebook",
  .title = N_ ("Codebook as JSON"),
  .extension = PLX_CODEBOOK_JSON,
  .mime_type = "application/json",
  .codebook = TRUE,
  .write = write_codebook,
};
