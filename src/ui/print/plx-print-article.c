/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "print/plx-print-article.h"

#include "model/plx-citation.h"
#include "store/plx-entities.h"
#include "store/plx-questions.h"

#include <glib/gi18n.h>

#define TITLE_FONT "Serif Bold 15"
#define SOURCE_FONT "Sans 8"
#define TEXT_FONT "Serif 10"
#define LIST_FONT "Sans 8"

/* Points between paragraphs. */
#define TEXT_SPACE 6.0
#define LIST_SPACE 3.0

/* An annotation and where its number stands. */
typedef struct
{
  PlxId annotation;
  PlxId tag;
  int end;
  guint number; /* from 1, in the order of where they begin */
} Mark;

typedef struct
{
  PlxSession *session;
  PlxReading *reading;
  PlxPrintText *print;
  GArray *marks;  /* (element-type Mark): in the order of their numbers */
  GArray *by_end; /* (element-type Mark): in the order of their ends */
} Printing;

/* Annotations get their numbers */

static int
compare_ends (gconstpointer a,
              gconstpointer b)
{
  const Mark *one = a, *other = b;

  return one->end != other->end ? (one->end < other->end ? -1 : 1) : (int) one->number - (int) other->number;
}

static void
number_annotations (Printing *self)
{
  PlxSpanIndex *index = plx_reading_get_index (self->reading);

  for (gsize i = 0; i < plx_span_index_get_n_spans (index); i++)
    {
      const PlxIndexedSpan *span = plx_span_index_get (index, i);
      g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));
      Mark mark = { span->annotation, span->tag, 0, self->marks->len + 1 };

      if (span->fragment != 0 || !plx_span_index_get_spans (index, span->annotation, spans))
        continue;
      mark.end = g_array_index (spans, PlxSpan, spans->len - 1).end;
      g_array_append_val (self->marks, mark);
    }
  g_array_append_vals (self->by_end, self->marks->data, self->marks->len);
  g_array_sort (self->by_end, compare_ends);
}

/* Text */

static void
add_attribute (PangoAttrList *attributes,
               PangoAttribute *attribute,
               gsize start,
               gsize end)
{
  attribute->start_index = (guint) start;
  attribute->end_index = (guint) end;
  pango_attr_list_insert (attributes, attribute);
}

static void
underline (Printing *self,
           PangoAttrList *attributes,
           PlxId tag,
           gsize start,
           gsize end)
{
  const PlxTag *known = plx_codebook_get_tag (plx_session_get_codebook (self->session), tag);
  PangoColor colour;

  add_attribute (attributes, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), start, end);
  if (known != NULL && pango_color_parse (&colour, plx_tag_get_shown_colour (known)))
    add_attribute (attributes, pango_attr_underline_color_new (colour.red, colour.green, colour.blue), start, end);
}

/* Two that stand beside each other must not read as one. */
static void
add_number (GString *text,
            PangoAttrList *attributes,
            guint number,
            gboolean follows)
{
  gsize start = text->len;

  g_string_append_printf (text, "%s\u2068%u\u2069", follows ? "," : "", number);
  add_attribute (attributes, pango_attr_rise_new (4 * PANGO_SCALE), start, text->len);
  add_attribute (attributes, pango_attr_scale_new (0.65), start, text->len);
  add_attribute (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start, text->len);
}

/* The paragraph [start, end) with the numbers of the annotations that end in it;
 * @next is the first of by_end that does.  @bytes gets where each code point
 * went. */
static char *
number_paragraph (Printing *self,
                  const PlxSpan *paragraph,
                  PangoAttrList *attributes,
                  guint *next,
                  gsize *bytes)
{
  g_autofree char *slice = plx_text_dup_slice (plx_reading_get_text (self->reading), paragraph->start, paragraph->end);
  GString *text = g_string_sized_new (paragraph->end - paragraph->start + 16);
  const char *c = slice;

  for (int offset = paragraph->start; offset <= paragraph->end; offset++)
    {
      gboolean follows = FALSE;

      bytes[offset - paragraph->start] = text->len;
      for (; *next < self->by_end->len && g_array_index (self->by_end, Mark, *next).end <= offset; (*next)++, follows = TRUE)
        add_number (text, attributes, g_array_index (self->by_end, Mark, *next).number, follows);
      if (offset == paragraph->end)
        break;
      g_string_append_len (text, c, g_utf8_next_char (c) - c);
      c = g_utf8_next_char (c);
    }
  return g_string_free (text, FALSE);
}

static void
add_paragraph (Printing *self,
               const PlxSpan *paragraph,
               guint *next)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (PlxIndexedSpan));
  g_autofree gsize *bytes = g_new0 (gsize, paragraph->end - paragraph->start + 1);
  g_autofree char *text = number_paragraph (self, paragraph, attributes, next, bytes);

  /* Enclosing ones come first, so the innermost colour wins. */
  plx_span_index_find (plx_reading_get_index (self->reading), paragraph->start, paragraph->end, spans);
  for (guint i = 0; i < spans->len; i++)
    {
      const PlxIndexedSpan *span = &g_array_index (spans, PlxIndexedSpan, i);
      int start = MAX (span->span.start, paragraph->start), end = MIN (span->span.end, paragraph->end);

      if (start < end)
        underline (self, attributes, span->tag, bytes[start - paragraph->start], bytes[end - paragraph->start]);
    }
  plx_print_text_add (self->print, text, attributes, TEXT_FONT, TEXT_SPACE);
}

static void
add_text (Printing *self)
{
  PlxText *text = plx_reading_get_text (self->reading);
  const char *utf8 = plx_text_get_utf8 (text);
  PlxSpan paragraph = { 0, 0 };
  guint next = 0;

  for (const char *c = utf8;; c = g_utf8_next_char (c))
    {
      if (*c != '\n' && *c != '\0')
        {
          paragraph.end++;
          continue;
        }
      /* Blank lines are the distance between paragraphs already. */
      if (paragraph.end > paragraph.start)
        add_paragraph (self, &paragraph, &next);
      if (*c == '\0')
        return;
      paragraph.start = ++paragraph.end;
    }
}

/* What is known of the annotations */

static void
append_part (GString *line,
             const char *separator,
             const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (line, "%s%s", separator, part);
}

static void
append_entity (GString *line,
               PlxConnection *reader,
               const char *separator,
               PlxId id)
{
  g_autoptr (PlxEntity) entity = id != PLX_ID_NONE ? plx_entities_get (reader, id, NULL) : NULL;

  if (entity != NULL)
    append_part (line, separator, entity->name);
}

static void
append_claim (GString *line,
              PlxConnection *reader,
              const PlxClaim *claim)
{
  g_autoptr (PlxQuestion) question = claim->question != PLX_ID_NONE ? plx_questions_get (reader, claim->question, NULL) : NULL;

  if (question != NULL)
    append_part (line, " · ", question->text);
  append_part (line, question != NULL ? " " : " · ", claim->value);
  append_entity (line, reader, " — ", claim->said_by);
}

static void
list_annotation (Printing *self,
                 const Mark *mark,
                 GError **error)
{
  PlxConnection *reader = plx_project_get_reader (plx_session_get_project (self->session));
  const PlxTag *tag = plx_codebook_get_tag (plx_session_get_codebook (self->session), mark->tag);
  g_autoptr (PlxAnnotation) annotation = plx_reading_load_annotation (self->reading, mark->annotation, *error == NULL ? error : NULL);
  g_autoptr (GString) line = g_string_new (NULL);
  PangoAttrList *attributes = pango_attr_list_new ();

  g_string_append_printf (line, "%u  ", mark->number);
  add_attribute (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), 0, line->len);
  g_string_append (line, tag != NULL ? tag->path : "");
  if (annotation != NULL)
    {
      append_entity (line, reader, " · ", annotation->entity);
      if (annotation->claim != NULL)
        append_claim (line, reader, annotation->claim);
      append_part (line, "\n", annotation->note);
    }
  plx_print_text_add (self->print, line->str, attributes, LIST_FONT, LIST_SPACE);
}

static void
list_annotations (Printing *self)
{
  g_autoptr (GError) error = NULL;

  if (self->marks->len > 0)
    plx_print_text_add (self->print, _ ("Annotations"), NULL, TITLE_FONT, 3 * TEXT_SPACE);
  for (guint i = 0; i < self->marks->len; i++)
    list_annotation (self, &g_array_index (self->marks, Mark, i), &error);
  if (error != NULL)
    plx_session_fail (self->session, error->message);
}

PlxPrintText *
plx_print_article_new (PlxSession *session,
                       PlxReading *reading)
{
  const PlxDocument *document = plx_reading_get_document (reading);
  g_autofree char *source = plx_citation_dup_source (document);
  Printing self = { session, reading, plx_print_text_new (document->title), NULL, NULL };

  self.marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  self.by_end = g_array_new (FALSE, FALSE, sizeof (Mark));
  number_annotations (&self);
  plx_print_text_add (self.print, document->title, NULL, TITLE_FONT, 0);
  plx_print_text_add (self.print, source, NULL, SOURCE_FONT, LIST_SPACE);
  add_text (&self);
  list_annotations (&self);
  g_array_unref (self.marks);
  g_array_unref (self.by_end);
  return self.print;
}
