/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "format/plx-format-brat.h"

#include "base/plx-zip.h"
#include "format/plx-container.h"
#include "format/plx-export.h"
#include "format/plx-json-rows.h"
#include "store/plx-annotations.h"
#include "store/plx-documents.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  PlxExport *export;
  PlxContainer *container;
  PlxText *text;       /* (unowned): of the article that is written */
  GHashTable *numbers; /* (owned) (element-type PlxId int): of its annotations */
  GString *lines;      /* (owned): its .ann */
  PlxJson json;
  int n_notes;
  int n_others; /* normalizations, attributes, relations */
} Writer;

/* What brat takes as the name of a type. */
static char *
dup_label (const char *name)
{
  char *label = g_strdup (name);

  for (char *p = label; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && strchr ("_-", *p) == NULL)
      *p = '-';
  return label;
}

/* A line holds neither tabs nor line ends. */
static char *
dup_line (const char *text)
{
  return g_strdelimit (g_strdup (text), "\n\r\t", ' ');
}

/* Annotations */

/* brat cuts a passage at the ends of lines. */
static void
append_ranges (Writer *self,
               const PlxSpan *span,
               gboolean *first)
{
  int start = span->start;

  for (int i = span->start; i <= span->end; i++)
    {
      gunichar c = i < span->end ? plx_text_get_char (self->text, i) : '\n';

      if (c != '\n' && c != '\r')
        continue;
      if (i > start)
        {
          g_string_append_printf (self->lines, "%s%d %d", *first ? "" : ";", start, i);
          *first = FALSE;
        }
      start = i + 1;
    }
}

/* Whether there is anything but line ends, which brat cannot mark. */
static gboolean
is_markable (const PlxAnnotation *annotation)
{
  for (char **quote = annotation->quotes; *quote != NULL; quote++)
    if (strspn (*quote, "\n\r") < strlen (*quote))
      return TRUE;
  return FALSE;
}

static void
append_words (Writer *self,
              const PlxAnnotation *annotation)
{
  gboolean first = TRUE;

  for (char **quote = annotation->quotes; *quote != NULL; quote++)
    {
      g_auto (GStrv) parts = g_strsplit_set (*quote, "\n\r", -1);

      for (char **part = parts; *part != NULL; part++)
        if (**part != '\0')
          {
            g_string_append_printf (self->lines, "%s%s", first ? "" : " ", *part);
            first = FALSE;
          }
    }
}

static void
append_note (Writer *self,
             const char *type,
             char letter,
             int number,
             const char *text)
{
  g_autofree char *line = dup_line (text);

  g_string_append_printf (self->lines, "#%d\t%s %c%d\t%s\n", ++self->n_notes, type, letter, number, line);
}

/* Everything, as a row of JSON Lines. */
static void
append_row (Writer *self,
            const PlxAnnotation *annotation,
            int number)
{
  const PlxTag *tag = plx_names_get_tag (self->export->names, annotation->tag);
  const PlxEntity *entity = plx_names_get_entity (self->export->names, annotation->entity);

  plx_json_begin (&self->json);
  plx_json_add_string (&self->json, "kind", plx_kind_to_string (tag->kind));
  if (entity != NULL)
    plx_json_add_string (&self->json, "entity-kind", plx_kind_to_string (entity->kind));
  plx_json_add_annotation (&self->json, self->export->names, annotation);
  plx_json_end (&self->json);
  g_string_truncate (self->json.line, self->json.line->len - 1);
  append_note (self, PLX_BRAT_NOTE, 'T', number, self->json.line->str);
}

static void
append_reference (Writer *self,
                  int number,
                  const char *space,
                  PlxId id,
                  const char *name)
{
  g_autofree char *uuid = plx_id_to_uuid (id);
  g_autofree char *line = dup_line (name);

  g_string_append_printf (self->lines, "N%d\tReference T%d %s:%s\t%s\n", ++self->n_others, number, space, uuid, line);
}

static void
append_attribute (Writer *self,
                  int number,
                  const char *name,
                  const char *value)
{
  if (*value != '\0')
    g_string_append_printf (self->lines, "A%d\t%s T%d %s\n", ++self->n_others, name, number, value);
}

static void
append_claim (Writer *self,
              const PlxClaim *claim,
              int number)
{
  const PlxQuestion *question = plx_names_get_question (self->export->names, claim->question);

  if (question != NULL)
    append_reference (self, number, "question", question->id, question->text);
  append_attribute (self, number, "attribution", claim->attribution);
  append_attribute (self, number, "polarity", claim->polarity);
  append_attribute (self, number, "certainty", claim->certainty);
}

static gboolean
write_annotation (const PlxAnnotation *annotation,
                  gpointer data,
                  GError **error)
{
  Writer *self = data;
  const PlxTag *tag = plx_names_get_tag (self->export->names, annotation->tag);
  const PlxEntity *entity = plx_names_get_entity (self->export->names, annotation->entity);
  g_autofree char *label = dup_label (tag->name);
  int number = (int) g_hash_table_size (self->numbers) + 1;
  gboolean first = TRUE;

  if (!plx_export_check_annotation (self->export, self->text, annotation, error))
    return FALSE;
  if (!is_markable (annotation))
    {
      g_ptr_array_add (self->export->report->remarks, g_strdup_printf (_ ("%s: An annotation of nothing but line ends is not in the file."), self->export->current->title));
      return TRUE;
    }
  g_hash_table_insert (self->numbers, g_memdup2 (&annotation->id, sizeof annotation->id), GINT_TO_POINTER (number));
  g_string_append_printf (self->lines, "T%d\t%s ", number, label);
  for (guint i = 0; i < annotation->spans->len; i++)
    append_ranges (self, &g_array_index (annotation->spans, PlxSpan, i), &first);
  g_string_append_c (self->lines, '\t');
  append_words (self, annotation);
  g_string_append_c (self->lines, '\n');
  if (entity != NULL)
    append_reference (self, number, "entity", entity->id, entity->name);
  if (annotation->claim != NULL)
    append_claim (self, annotation->claim, number);
  if (*annotation->note != '\0')
    append_note (self, "AnnotatorNotes", 'T', number, annotation->note);
  append_row (self, annotation, number);
  return TRUE;
}

/* Relations */

static void
write_relation (Writer *self,
                const PlxRelation *relation)
{
  const PlxRelationKind *kind = plx_names_get_relation_kind (self->export->names, relation->kind);
  int from = GPOINTER_TO_INT (g_hash_table_lookup (self->numbers, &relation->source));
  int to = GPOINTER_TO_INT (g_hash_table_lookup (self->numbers, &relation->target));
  g_autofree char *label = dup_label (kind->name);
  int number = ++self->n_others;

  if (from == 0 || to == 0)
    return;
  g_string_append_printf (self->lines, "R%d\t%s Arg1:T%d Arg2:T%d\n", number, label, from, to);
  plx_json_begin (&self->json);
  plx_json_add_relation (&self->json, self->export->names, relation);
  plx_json_end (&self->json);
  g_string_truncate (self->json.line, self->json.line->len - 1);
  append_note (self, PLX_BRAT_NOTE, 'R', number, self->json.line->str);
}

/* Articles */

static gboolean
write_document (Writer *self,
                int number,
                const PlxDocument *document,
                GError **error)
{
  g_autoptr (PlxText) text = plx_documents_load_text (self->export->connection, document->id, error);
  g_autoptr (GPtrArray) relations = text != NULL ? plx_export_list_relations (self->export, document->id, error) : NULL;
  g_autofree char *uuid = plx_id_to_uuid (document->id);
  g_autofree char *txt = g_strdup_printf ("%03d-%s.txt", number, uuid);
  g_autofree char *ann = g_strdup_printf ("%03d-%s.ann", number, uuid);

  if (relations == NULL)
    return FALSE;
  self->text = text;
  self->n_notes = self->n_others = 0;
  g_hash_table_remove_all (self->numbers);
  g_string_truncate (self->lines, 0);
  if (!plx_annotations_foreach (self->export->connection, document->id, write_annotation, self, error))
    return FALSE;
  for (guint i = 0; i < relations->len; i++)
    write_relation (self, g_ptr_array_index (relations, i));
  plx_container_add (self->container, txt, plx_text_get_utf8 (text), plx_text_get_n_bytes (text));
  plx_container_add (self->container, ann, self->lines->str, self->lines->len);
  return TRUE;
}

/* What brat needs to show it. */
static void
write_configuration (Writer *self)
{
  const PlxNames *names = self->export->names;
  GString *lines = g_string_new ("[entities]\n");

  for (guint i = 0; i < names->tags->len; i++)
    {
      const PlxTag *tag = g_ptr_array_index (names->tags, i);
      g_autofree char *label = dup_label (tag->name);

      for (int depth = 0; depth < tag->depth; depth++)
        g_string_append_c (lines, '\t');
      g_string_append_printf (lines, "%s\n", label);
    }
  g_string_append (lines, "\n[relations]\n");
  for (guint i = 0; i < names->relation_kinds->len; i++)
    {
      g_autofree char *label = dup_label (((const PlxRelationKind *) g_ptr_array_index (names->relation_kinds, i))->name);

      g_string_append_printf (lines, "%s\tArg1:<ENTITY>, Arg2:<ENTITY>\n", label);
    }
  g_string_append (lines, "\n[events]\n\n[attributes]\nattribution\tArg:<ENTITY>, Value:quoted|reported|own-voice\n"
                          "polarity\tArg:<ENTITY>, Value:affirms|denies\n"
                          "certainty\tArg:<ENTITY>, Value:stated|hedged|alleged|predicted\n");
  plx_container_add (self->container, "annotation.conf", lines->str, lines->len);
  g_string_free (lines, TRUE);
}

static gboolean
write_documents (Writer *self,
                 GError **error)
{
  for (guint i = 0; i < self->export->documents->len; i++)
    {
      plx_export_begin (self->export, g_ptr_array_index (self->export->documents, i));
      if (!write_document (self, (int) i + 1, self->export->current, error))
        return FALSE;
      plx_export_end (self->export);
    }
  return TRUE;
}

static gboolean
write_brat (PlxExport *export,
            GError **error)
{
  Writer self = { .export = export };
  gboolean done;

  self.container = plx_container_new (export->target);
  self.lines = g_string_new (NULL);
  self.numbers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  plx_json_init (&self.json);
  write_configuration (&self);
  done = write_documents (&self, error);
  if (done)
    done = plx_container_finish (self.container, error);
  else
    plx_container_abandon (self.container);
  plx_json_clear (&self.json);
  g_string_free (self.lines, TRUE);
  g_hash_table_unref (self.numbers);
  return done;
}

static gboolean
sniff_brat (const char *head,
            gsize length)
{
  g_autofree char *name = plx_zip_dup_first_name (head, length);

  return strcmp (name, "annotation.conf") == 0 || g_str_has_suffix (name, ".ann");
}

const PlxFormat plx_format_brat = {
  .name = "brat",
  .title = N_ ("brat"),
  .extension = ".brat.zip",
  .mime_type = "application/zip",
  .carries = PLX_CARRIES_TEXTS | PLX_CARRIES_FRAGMENTS | PLX_CARRIES_NOTES | PLX_CARRIES_ANNOTATORS | PLX_CARRIES_TIMES | PLX_CARRIES_ENTITIES | PLX_CARRIES_CLAIMS | PLX_CARRIES_RELATIONS,
  .write = write_brat,
  .sniff = sniff_brat,
  .read = plx_brat_read,
};
