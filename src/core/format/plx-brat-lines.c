/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lines of an annotation file of brat. */

#include "config.h"

#include "format/plx-brat-read.h"

#include "format/plx-format-brat.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
plx_brat_entity_free (PlxBratEntity *self)
{
  g_free (self->label);
  g_array_unref (self->spans);
  g_free (self->words);
  g_string_free (self->note, TRUE);
  g_free (self->row);
  g_free (self);
}

void
plx_brat_relation_free (PlxBratRelation *self)
{
  g_free (self->label);
  g_free (self->from);
  g_free (self->to);
  g_free (self->row);
  g_free (self);
}

/* Lines */

/* "0 6;19 29", in positions of @map. */
static gboolean
read_spans (const char *text,
            GArray *map,
            GArray *spans)
{
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);

  for (char **part = parts; *part != NULL; part++)
    {
      g_auto (GStrv) ends = g_strsplit (*part, " ", -1);
      gint64 start, end;
      PlxSpan span;

      if (g_strv_length (ends) != 2 || !g_ascii_string_to_signed (ends[0], 10, 0, G_MAXINT, &start, NULL) ||
          !g_ascii_string_to_signed (ends[1], 10, 0, G_MAXINT, &end, NULL) || start >= (gint64) map->len || end >= (gint64) map->len)
        return FALSE;
      span = (PlxSpan){ g_array_index (map, int, start), g_array_index (map, int, end) };
      g_array_append_val (spans, span);
    }
  return TRUE;
}

static void
read_entity (PlxBratRead *self,
             char **cells,
             GArray *map)
{
  const char *blank = cells[1] != NULL ? strchr (cells[1], ' ') : NULL;
  PlxBratEntity *entity;

  if (blank == NULL || cells[2] == NULL)
    {
      plx_import_problem (self->import, _ ("The line is no annotation: type, places and words are needed."));
      return;
    }
  if (g_hash_table_contains (self->entities, cells[0]))
    {
      plx_import_problem (self->import, _ ("%s is there twice; only the first one counts."), cells[0]);
      return;
    }
  entity = g_new0 (PlxBratEntity, 1);
  entity->label = g_strndup (cells[1], (gsize) (blank - cells[1]));
  entity->spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));
  entity->words = g_strdup (cells[2]);
  entity->note = g_string_new (NULL);
  entity->line = self->import->line;
  if (read_spans (blank + 1, map, entity->spans))
    {
      g_hash_table_replace (self->entities, g_strdup (cells[0]), entity);
      g_ptr_array_add (self->order, entity);
      return;
    }
  plx_import_problem (self->import, _ ("The place “%s” is not in the text."), blank + 1);
  plx_brat_entity_free (entity);
}

static void
read_relation (PlxBratRead *self,
               char **cells)
{
  g_auto (GStrv) words = g_strsplit (cells[1] != NULL ? cells[1] : "", " ", -1);
  PlxBratRelation *relation;

  if (g_strv_length (words) < 3 || strchr (words[1], ':') == NULL || strchr (words[2], ':') == NULL)
    {
      plx_import_problem (self->import, _ ("The line is no relation: type and two arguments are needed."));
      return;
    }
  relation = g_new0 (PlxBratRelation, 1);
  relation->label = g_strdup (words[0]);
  relation->from = g_strdup (strchr (words[1], ':') + 1);
  relation->to = g_strdup (strchr (words[2], ':') + 1);
  relation->line = self->import->line;
  g_hash_table_replace (self->relations, g_strdup (cells[0]), relation);
}

static void
add_line (PlxBratEntity *entity,
          const char *first,
          const char *second)
{
  if (entity->note->len > 0)
    g_string_append_c (entity->note, '\n');
  g_string_append_printf (entity->note, "%s%s%s", first, *first != '\0' && *second != '\0' ? " " : "", second);
}

/* `TYPE TARGET`, and the note behind it. */
static void
read_note (PlxBratRead *self,
           char **cells)
{
  g_auto (GStrv) words = g_strsplit (cells[1] != NULL ? cells[1] : "", " ", 2);
  const char *text = cells[1] != NULL && cells[2] != NULL ? cells[2] : "";
  gboolean ours = words[0] != NULL && strcmp (words[0], PLX_BRAT_NOTE) == 0 && g_str_has_prefix (text, "{\"");
  PlxBratEntity *entity = words[0] != NULL && words[1] != NULL ? g_hash_table_lookup (self->entities, words[1]) : NULL;
  PlxBratRelation *relation = entity == NULL && words[0] != NULL && words[1] != NULL ? g_hash_table_lookup (self->relations, words[1]) : NULL;

  if (ours && entity != NULL && strstr (text, "\"tag\":") != NULL)
    {
      g_free (entity->row);
      entity->row = g_strdup (text);
    }
  else if (ours && relation != NULL)
    {
      g_free (relation->row);
      relation->row = g_strdup (text);
    }
  else if (entity != NULL)
    add_line (entity, strcmp (words[0], "AnnotatorNotes") == 0 ? "" : words[0], text);
}

/* Attributes and normalizations: `NAME TARGET VALUE`. */
static void
read_attribute (PlxBratRead *self,
                char **cells)
{
  g_auto (GStrv) words = g_strsplit (cells[1] != NULL ? cells[1] : "", " ", 3);
  PlxBratEntity *entity = g_strv_length (words) >= 2 ? g_hash_table_lookup (self->entities, words[1]) : NULL;
  g_autofree char *value = NULL;

  if (entity == NULL)
    return;
  value = g_strdup_printf ("%s%s%s", words[2] != NULL ? words[2] : "", cells[2] != NULL ? " " : "", cells[2] != NULL ? cells[2] : "");
  add_line (entity, words[0], value);
}

void
plx_brat_read_line (PlxBratRead *self,
                    const char *line,
                    GArray *map)
{
  g_auto (GStrv) cells = g_strsplit (line, "\t", 3);

  switch (*line)
    {
    case 'T':
      read_entity (self, cells, map);
      break;
    case 'R':
      read_relation (self, cells);
      break;
    case '#':
      read_note (self, cells);
      break;
    case 'A':
    case 'M':
    case 'N':
      read_attribute (self, cells);
      break;
    case '\0':
      break;
    default:
      self->n_left_out++;
      break;
    }
}
