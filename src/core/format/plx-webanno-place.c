/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a Web Annotation lies: which article, and which words of it. */

#include "config.h"

#include "format/plx-webanno-read.h"

#include "model/plx-quote.h"
#include "store/plx-rows.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  PlxAnnotation *annotation;
  int start;
  int end;
  gboolean has_position;
  const char *exact;
  const char *prefix;
  const char *suffix;
} Place;

static gboolean
read_number (JsonObject *object,
             const char *key,
             int *number)
{
  JsonNode *node = json_object_get_member (object, key);
  gint64 value = node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64 ? json_node_get_int (node) : -1;

  *number = value >= 0 && value < G_MAXINT / 2 ? (int) value : -1;
  return *number >= 0;
}

static gboolean
read_selector (PlxWebannoRead *self,
               JsonNode *node,
               gpointer data)
{
  Place *place = data;
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

  if (strcmp (plx_webanno_get (object, "type"), "TextPositionSelector") == 0)
    place->has_position = read_number (object, "start", &place->start) && read_number (object, "end", &place->end);
  if (strcmp (plx_webanno_get (object, "type"), "TextQuoteSelector") == 0)
    {
      place->exact = plx_webanno_get (object, "exact");
      place->prefix = plx_webanno_get (object, "prefix");
      place->suffix = plx_webanno_get (object, "suffix");
    }
  return TRUE;
}

/* The only place with these words between these contexts. */
static gboolean
find_quote (PlxText *text,
            const Place *place,
            PlxSpan *span)
{
  g_autofree char *whole = g_strconcat (place->prefix, place->exact, place->suffix, NULL);
  const char *utf8 = plx_text_get_utf8 (text);
  const char *found = strstr (utf8, whole);

  if (found == NULL || strstr (found + 1, whole) != NULL)
    return FALSE;
  span->start = plx_text_offset_of_byte (text, (gsize) (found - utf8) + strlen (place->prefix));
  span->end = span->start + (int) g_utf8_strlen (place->exact, -1);
  return TRUE;
}

/* What the project calls the article: its own id, or its address. */
static gboolean
find_article (PlxWebannoRead *self,
              const char *sql,
              const char *key,
              PlxId *id,
              GError **error)
{
  g_autoptr (PlxStatement) statement = plx_connection_prepare (self->import->connection, sql);

  plx_statement_bind_text (statement, ":key", key);
  return plx_rows_find (statement, id, error);
}

/* The only article that has these words between these contexts, or else the only
 * earlier version of one. */
static gboolean
find_by_words (PlxWebannoRead *self,
               const Place *place,
               gboolean earlier,
               PlxId *id,
               GError **error)
{
  g_autoptr (PlxStatement) statement = plx_connection_prepare (self->import->connection, "SELECT document.id FROM document JOIN text ON text.id = document.text "
                                                                                         "WHERE (article IS NOT NULL) = :earlier AND instr (body, :key) LIMIT 2");
  g_autofree char *whole = g_strconcat (place->prefix, place->exact, place->suffix, NULL);
  PlxStep step;
  int n = 0;

  plx_statement_bind_text (statement, ":key", whole);
  plx_statement_bind_int (statement, ":earlier", earlier);
  while (*place->exact != '\0' && (step = plx_statement_step (statement, error)) != PLX_STEP_DONE)
    {
      if (step == PLX_STEP_ERROR)
        return FALSE;
      *id = n++ == 0 ? plx_statement_get_int (statement, 0) : PLX_ID_NONE;
    }
  return TRUE;
}

/* The article that the file calls @source, found once. */
static PlxText *
find_source (PlxWebannoRead *self,
             const char *source,
             const Place *place,
             PlxId *id)
{
  PlxId there = PLX_ID_NONE;
  PlxText *text;

  *id = plx_import_id (self->import, "document", plx_import_skip_urn (source));
  text = *id != PLX_ID_NONE ? plx_import_get_text (self->import, *id) : NULL;
  if (text != NULL || *id == PLX_ID_NONE)
    return text;
  find_article (self, "SELECT id FROM document WHERE url = :key AND url <> '' ORDER BY article IS NOT NULL LIMIT 1", source, &there, NULL);
  if (there == PLX_ID_NONE)
    {
      for (int earlier = 0; earlier < 2 && there == PLX_ID_NONE; earlier++)
        find_by_words (self, place, earlier != 0, &there, NULL);
      self->n_by_words += there != PLX_ID_NONE;
    }
  if (there == PLX_ID_NONE)
    return NULL;
  plx_import_move (self->import, *id, there);
  return plx_import_get_text (self->import, *id);
}

static gboolean
locate (PlxWebannoRead *self,
        PlxText *text,
        const Place *place,
        PlxSpan *span)
{
  *span = (PlxSpan){ place->start, place->end };
  if (place->has_position && (*place->exact == '\0' || plx_quote_matches (text, span, place->exact)))
    return TRUE;
  if (*place->exact == '\0')
    return FALSE;
  if (place->has_position && plx_text_find_utf16 (text, place->start, &span->start) && plx_text_find_utf16 (text, place->end, &span->end) &&
      plx_quote_matches (text, span, place->exact))
    {
      self->n_utf16++;
      return TRUE;
    }
  if (!find_quote (text, place, span))
    return FALSE;
  self->n_quote++;
  return TRUE;
}

gboolean
plx_webanno_read_target (PlxWebannoRead *self,
                         JsonNode *node,
                         gpointer data)
{
  PlxAnnotation *annotation = data;
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  Place place = { .annotation = annotation, .exact = "", .prefix = "", .suffix = "" };
  const char *source = plx_webanno_get (object, "source");
  PlxText *text;
  PlxSpan span;

  if (object == NULL || !json_object_has_member (object, "selector"))
    {
      self->n_whole++;
      return FALSE;
    }
  plx_webanno_foreach (self, object, "selector", read_selector, &place);
  text = find_source (self, source, &place, &annotation->document);
  if (text == NULL)
    {
      plx_import_problem (self->import, _ ("The article “%s” is not in the project; Web Annotations hold no texts. Add it first."), source);
      return FALSE;
    }
  if (!locate (self, text, &place, &span))
    {
      plx_import_problem (self->import, _ ("“%s” does not stand where the annotation says, and not at one other place only."), place.exact);
      return FALSE;
    }
  g_array_append_val (annotation->spans, span);
  return TRUE;
}
