/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "format/plx-csv.h"

#include "base/plx-time.h"
#include "format/plx-export.h"
#include "format/plx-import.h"
#include "format/plx-json-rows.h"
#include "store/plx-annotations.h"
#include "store/plx-documents.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The columns, in the words of JSON Lines. */
static const char *const columns[] = { "uuid", "document", "title", "outlet", "author", "url", "published", "language", "tag", "kind", "spans", "text", "entity",
                                       "entity-kind", "annotator", "created", "modified", "note", "question", "value", "said-by", "attribution",
                                       "polarity", "certainty", "event-time", "place", NULL };

/* Out */

typedef struct
{
  PlxExport *export;
  const PlxDocument *document;
  PlxText *text;
  GString *row;
} Writer;

static void
add_id (GString *row,
        PlxId id)
{
  g_autofree char *uuid = plx_id_to_uuid (id);

  plx_csv_append (row, uuid);
}

static void
add_time (GString *row,
          gint64 time)
{
  g_autofree char *text = time != 0 ? plx_time_format (time) : g_strdup ("");

  plx_csv_append (row, text);
}

/* "0-6;19-29" */
static void
add_spans (GString *row,
           GArray *spans)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    {
      const PlxSpan *span = &g_array_index (spans, PlxSpan, i);

      g_string_append_printf (text, "%s%d-%d", i > 0 ? ";" : "", span->start, span->end);
    }
  plx_csv_append (row, text->str);
}

static void
add_entity (Writer *self,
            PlxId id)
{
  const PlxEntity *entity = plx_names_get_entity (self->export->names, id);

  plx_csv_append (self->row, entity != NULL ? entity->name : "");
}

static void
add_claim (Writer *self,
           const PlxClaim *claim)
{
  const PlxQuestion *question = plx_names_get_question (self->export->names, claim->question);

  plx_csv_append (self->row, question != NULL ? question->text : "");
  plx_csv_append (self->row, claim->value);
  if (claim->by_outlet)
    plx_csv_append (self->row, PLX_JSON_OUTLET_ITSELF);
  else
    add_entity (self, claim->said_by);
  plx_csv_append (self->row, claim->attribution);
  plx_csv_append (self->row, claim->polarity);
  plx_csv_append (self->row, claim->certainty);
  plx_csv_append (self->row, claim->event_time);
  add_entity (self, claim->place);
}

static void
put (Writer *self)
{
  g_string_append (self->row, "\r\n");
  plx_target_write (self->export->target, self->row->str, self->row->len);
  g_string_truncate (self->row, 0);
}

static gboolean
write_annotation (const PlxAnnotation *annotation,
                  gpointer data,
                  GError **error)
{
  Writer *self = data;
  const PlxTag *tag = plx_names_get_tag (self->export->names, annotation->tag);
  const PlxEntity *entity = plx_names_get_entity (self->export->names, annotation->entity);
  const PlxAnnotator *annotator = plx_names_get_annotator (self->export->names, annotation->annotator);
  g_autofree char *quote = plx_annotation_dup_quote (annotation);
  g_autoptr (PlxClaim) none = plx_claim_new ();

  if (!plx_export_check_annotation (self->export, self->text, annotation, error))
    return FALSE;
  add_id (self->row, annotation->id);
  add_id (self->row, annotation->document);
  plx_csv_append (self->row, self->document->title);
  plx_csv_append (self->row, self->document->outlet);
  plx_csv_append (self->row, self->document->author);
  plx_csv_append (self->row, self->document->url);
  plx_csv_append (self->row, self->document->published);
  plx_csv_append (self->row, self->document->language);
  plx_csv_append (self->row, tag->path);
  plx_csv_append (self->row, plx_kind_to_string (tag->kind));
  add_spans (self->row, annotation->spans);
  plx_csv_append (self->row, quote);
  plx_csv_append (self->row, entity != NULL ? entity->name : "");
  plx_csv_append (self->row, entity != NULL ? plx_kind_to_string (entity->kind) : "");
  plx_csv_append (self->row, annotator->name);
  add_time (self->row, annotation->created);
  add_time (self->row, annotation->modified);
  plx_csv_append (self->row, annotation->note);
  add_claim (self, annotation->claim != NULL ? annotation->claim : none);
  put (self);
  return TRUE;
}

static gboolean
write_document (Writer *self,
                const PlxDocument *document,
                GError **error)
{
  g_autoptr (PlxText) text = plx_documents_load_text (self->export->connection, document->id, error);

  self->document = document;
  self->text = text;
  return text != NULL && plx_annotations_foreach_plain (self->export->connection, document->id, write_annotation, self, error);
}

static gboolean
write_csv (PlxExport *export,
           GError **error)
{
  g_autoptr (GString) row = g_string_new (NULL);
  Writer self = { .export = export, .row = row };

  for (const char *const *column = columns; *column != NULL; column++)
    plx_csv_append (row, *column);
  put (&self);
  for (guint i = 0; i < export->documents->len; i++)
    {
      plx_export_begin (export, g_ptr_array_index (export->documents, i));
      if (!write_document (&self, export->current, error))
        return FALSE;
      plx_export_end (export);
    }
  return TRUE;
}

/* In */

typedef struct
{
  PlxImport *import;
  char **head;  /* (owned): names of the columns */
  char **cells; /* (unowned): of the row */
} Reader;

static const char *
get (const Reader *self,
     const char *column)
{
  for (guint i = 0; self->head[i] != NULL && self->cells[i] != NULL; i++)
    if (strcmp (self->head[i], column) == 0)
      return self->cells[i];
  return "";
}

static void
set (const Reader *self,
     char **field,
     const char *column)
{
  g_free (*field);
  *field = g_strdup (get (self, column));
}

static gboolean
read_spans (const Reader *self,
            GArray *spans)
{
  g_auto (GStrv) parts = g_strsplit (get (self, "spans"), ";", -1);

  for (char **part = parts; *part != NULL; part++)
    {
      g_auto (GStrv) ends = g_strsplit (*part, "-", 2);
      gint64 start, end;
      PlxSpan span;

      if (g_strv_length (ends) != 2 || !g_ascii_string_to_signed (ends[0], 10, 0, G_MAXINT, &start, NULL) ||
          !g_ascii_string_to_signed (ends[1], 10, 0, G_MAXINT, &end, NULL))
        return FALSE;
      span = (PlxSpan){ (int) start, (int) end };
      g_array_append_val (spans, span);
    }
  return spans->len > 0;
}

/* The words at the place must be those of the row. */
static gboolean
check_words (const Reader *self,
             const PlxAnnotation *annotation)
{
  PlxText *text = plx_import_get_text (self->import, annotation->document);
  g_autoptr (GString) found = g_string_new (NULL);
  const char *wanted = get (self, "text");

  for (guint i = 0; text != NULL && i < annotation->spans->len; i++)
    {
      const PlxSpan *span = &g_array_index (annotation->spans, PlxSpan, i);
      g_autofree char *slice = NULL;

      if (span->start >= span->end || span->end > plx_text_get_length (text))
        return TRUE; /* which the import tells */
      slice = plx_text_dup_slice (text, span->start, span->end);
      g_string_append_printf (found, "%s%s", i > 0 ? " … " : "", slice);
    }
  if (text == NULL || *wanted == '\0' || strcmp (found->str, wanted) == 0)
    return TRUE;
  /* Translators: a place in the table, what the text has there, what the table says */
  plx_import_problem (self->import, _ ("At %s stands “%s”, not “%s”."), get (self, "spans"), found->str, wanted);
  return FALSE;
}

static gboolean
read_entity (const Reader *self,
             const char *column,
             PlxKind kind,
             PlxId *id,
             GError **error)
{
  return *get (self, column) == '\0' || plx_import_ensure_entity (self->import, kind, get (self, column), id, error);
}

static gboolean
read_claim (const Reader *self,
            PlxAnnotation *annotation,
            GError **error)
{
  PlxClaim *claim = annotation->claim = plx_claim_new ();

  set (self, &claim->value, "value");
  set (self, &claim->attribution, "attribution");
  set (self, &claim->polarity, "polarity");
  set (self, &claim->certainty, "certainty");
  set (self, &claim->event_time, "event-time");
  claim->by_outlet = strcmp (get (self, "said-by"), PLX_JSON_OUTLET_ITSELF) == 0;
  return (*get (self, "question") == '\0' || plx_import_ensure_question (self->import, get (self, "question"), &claim->question, error)) &&
         (claim->by_outlet || read_entity (self, "said-by", PLX_KIND_ACTOR, &claim->said_by, error)) &&
         read_entity (self, "place", PLX_KIND_PLACE, &claim->place, error);
}

static gboolean
read_row (const Reader *self,
          GError **error)
{
  g_autoptr (PlxAnnotation) annotation = plx_annotation_new ();
  PlxKind kind = PLX_KIND_OTHER, entity_kind = PLX_KIND_ACTOR;

  annotation->id = plx_import_id (self->import, "annotation", get (self, "uuid"));
  annotation->document = plx_import_id (self->import, "document", get (self, "document"));
  if (annotation->id == PLX_ID_NONE)
    annotation->id = plx_id_new ();
  set (self, &annotation->note, "note");
  plx_time_parse (get (self, "created"), &annotation->created);
  plx_time_parse (get (self, "modified"), &annotation->modified);
  plx_kind_from_string (get (self, "kind"), &kind);
  plx_kind_from_string (get (self, "entity-kind"), &entity_kind);
  if (!read_spans (self, annotation->spans))
    {
      plx_import_problem (self->import, _ ("“%s” is not what it should be; the row is left out."), "spans");
      return TRUE;
    }
  if (plx_import_get_text (self->import, annotation->document) == NULL)
    {
      plx_import_problem (self->import, _ ("The article “%s” is not in the project; CSV holds no texts. Add it first."), get (self, "title"));
      return TRUE;
    }
  if (!check_words (self, annotation))
    return TRUE;
  return plx_import_ensure_tag (self->import, get (self, "tag"), kind, &annotation->tag, error) &&
         read_entity (self, "entity", entity_kind, &annotation->entity, error) && read_claim (self, annotation, error) &&
         plx_import_ensure_annotator (self->import, get (self, "annotator"), &annotation->annotator, error) &&
         plx_import_annotation (self->import, annotation, error);
}

/* A record may go over many lines; it ends where quotes pair. */
static gboolean
next_record (PlxImport *self,
             GString *record,
             gboolean *end,
             GError **error)
{
  g_autoptr (GString) line = g_string_new (NULL);
  gboolean open = FALSE, first = TRUE;

  g_string_truncate (record, 0);
  do
    {
      if (!plx_source_read_line (self->source, line, end, error))
        return FALSE;
      if (*end)
        return !open || plx_import_malformed (self, error, _ ("the file ends inside a quoted cell."));
      self->line++;
      if (!g_utf8_validate (line->str, (gssize) line->len, NULL))
        return plx_import_malformed (self, error, _ ("the line is no UTF-8."));
      g_string_append_printf (record, "%s%s", first ? "" : "\n", line->str);
      for (const char *p = line->str; *p != '\0'; p++)
        open ^= *p == '"';
      first = FALSE;
      if ((gint64) record->len > PLX_SOURCE_MAX_WHOLE)
        return plx_import_malformed (self, error, _ ("the record is too large."));
    }
  while (open);
  if (record->len > 0 && record->str[record->len - 1] == '\r')
    g_string_truncate (record, record->len - 1);
  return TRUE;
}

static gboolean
read_records (Reader *self,
              GError **error)
{
  g_autoptr (GString) record = g_string_new (NULL);
  gboolean end = FALSE;

  while (next_record (self->import, record, &end, error))
    {
      g_auto (GStrv) cells = NULL;

      if (end)
        return TRUE;
      if (record->len == 0)
        continue;
      cells = self->cells = plx_csv_split (record->str);
      if (cells == NULL || g_strv_length (cells) != g_strv_length (self->head))
        plx_import_problem (self->import, _ ("The row does not have the columns of the first line."));
      else if (!read_row (self, error))
        return FALSE;
      if (!plx_import_tick (self->import, error))
        return FALSE;
    }
  return FALSE;
}

static gboolean
read_csv (PlxImport *import,
          GError **error)
{
  g_autoptr (GString) record = g_string_new (NULL);
  Reader self = { .import = import };
  gboolean end, done;

  if (!next_record (import, record, &end, error))
    return FALSE;
  if (g_str_has_prefix (record->str, "\xef\xbb\xbf"))
    g_string_erase (record, 0, 3);
  self.head = plx_csv_split (record->str);
  if (self.head == NULL || !g_strv_contains ((const char *const *) self.head, "spans") ||
      !g_strv_contains ((const char *const *) self.head, "document"))
    done = plx_import_malformed (import, error, _ ("the first line must name the columns, “document”, “spans” and “tag” among them."));
  else
    done = read_records (&self, error);
  g_strfreev (self.head);
  return done;
}

static gboolean
sniff_csv (const char *head,
           gsize length)
{
  return g_str_has_prefix (head, "\"uuid\",\"document\",\"title\",");
}

const PlxFormat plx_format_csv = {
  .name = "csv",
  .title = N_ ("CSV"),
  .extension = ".csv",
  .mime_type = "text/csv",
  .carries = PLX_CARRIES_FRAGMENTS | PLX_CARRIES_NOTES | PLX_CARRIES_ANNOTATORS | PLX_CARRIES_TIMES | PLX_CARRIES_ENTITIES | PLX_CARRIES_CLAIMS,
  .write = write_csv,
  .sniff = sniff_csv,
  .read = read_csv,
};
