/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "format/plx-tei-inline.h"

#include "store/plx-annotations.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Elements that may stand in each other. */
#define MAX_NESTING 64

typedef struct
{
  PlxId id;
  PlxId tag;
  PlxId entity;
  PlxId annotator;
  int n_elements;
  int n_written;
} Row;

/* A stretch of one annotation inside a line; one element, once all nest. */
typedef struct
{
  int start;
  int end;
  guint row;
  int piece; /* from 1 */
} Part;

struct _PlxTeiInline
{
  PlxTei *tei;
  PlxText *text; /* (unowned) */
  GArray *rows;  /* (owned) (element-type Row) */
  GArray *parts; /* (owned) (element-type Part): in the order in which they begin */
  guint next;    /* part that was not written yet */
  GArray *lines; /* (unowned) */
  int n_lost;    /* annotations of nothing but line ends */
  int n_trimmed; /* those that begin or end with one */
  int n_deep;    /* stretches inside too many others */
};

/* Reading */

static void
add_parts (PlxTeiInline *self,
           const PlxSpan *span,
           guint row,
           int piece)
{
  guint first = 0, last = self->lines->len;

  while (first < last)
    {
      guint middle = first + (last - first) / 2;

      if (g_array_index (self->lines, PlxTeiLine, middle).end <= span->start)
        first = middle + 1;
      else
        last = middle;
    }
  for (; first < self->lines->len; first++)
    {
      const PlxTeiLine *line = &g_array_index (self->lines, PlxTeiLine, first);
      Part part = { MAX (span->start, line->start), MIN (span->end, line->end), row, piece };

      if (line->start >= span->end)
        return;
      if (part.start < part.end)
        g_array_append_val (self->parts, part);
    }
}

/* Whether a line end at its border gets lost. */
static gboolean
is_trimmed (const PlxAnnotation *annotation)
{
  for (char **quote = annotation->quotes; *quote != NULL; quote++)
    if (**quote == '\n' || g_str_has_suffix (*quote, "\n"))
      return TRUE;
  return FALSE;
}

static gboolean
take_annotation (const PlxAnnotation *annotation,
                 gpointer data,
                 GError **error)
{
  PlxTeiInline *self = data;
  Row row = { annotation->id, annotation->tag, annotation->entity, annotation->annotator };
  guint n = self->parts->len;

  if (!plx_export_check_annotation (self->tei->export, self->text, annotation, error))
    return FALSE;
  g_array_append_val (self->rows, row);
  for (guint i = 0; i < annotation->spans->len; i++)
    add_parts (self, &g_array_index (annotation->spans, PlxSpan, i), self->rows->len - 1, (int) i + 1);
  self->n_lost += self->parts->len == n;
  self->n_trimmed += self->parts->len > n && is_trimmed (annotation);
  return TRUE;
}

/* Nesting */

/* What begins first comes first, the longer one outside; then the order of the
 * project. */
static int
compare_parts (gconstpointer a,
               gconstpointer b,
               gpointer data)
{
  const Part *left = a;
  const Part *right = b;

  if (left->start != right->start)
    return left->start < right->start ? -1 : 1;
  if (left->end != right->end)
    return left->end > right->end ? -1 : 1;
  if (left->row != right->row)
    return left->row < right->row ? -1 : 1;
  return 0;
}

/* Cuts @part where the element around it ends; what is left waits its turn. */
static gboolean
nest (GSequence *waiting,
      GArray *open,
      Part *part)
{
  const Part *around;

  while (open->len > 0 && g_array_index (open, Part, open->len - 1).end <= part->start)
    g_array_set_size (open, open->len - 1);
  around = open->len > 0 ? &g_array_index (open, Part, open->len - 1) : NULL;
  if (around != NULL && part->end > around->end)
    {
      Part *rest = g_memdup2 (part, sizeof *part);

      rest->start = part->end = around->end;
      g_sequence_insert_sorted (waiting, rest, compare_parts, NULL);
    }
  if (open->len >= MAX_NESTING)
    return FALSE;
  g_array_append_val (open, *part);
  return TRUE;
}

static void
nest_all (PlxTeiInline *self)
{
  g_autoptr (GSequence) waiting = g_sequence_new (g_free);
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (Part));

  for (guint i = 0; i < self->parts->len; i++)
    g_sequence_append (waiting, g_memdup2 (&g_array_index (self->parts, Part, i), sizeof (Part)));
  g_sequence_sort (waiting, compare_parts, NULL);
  g_array_set_size (self->parts, 0);
  while (g_sequence_get_length (waiting) > 0)
    {
      GSequenceIter *first = g_sequence_get_begin_iter (waiting);
      Part part = *(const Part *) g_sequence_get (first);

      g_sequence_remove (first);
      if (!nest (waiting, open, &part))
        {
          self->n_deep++;
          continue;
        }
      g_array_append_val (self->parts, part);
      g_array_index (self->rows, Row, part.row).n_elements++;
    }
}

static void
tell_losses (PlxTeiInline *self)
{
  const char *title = self->tei->export->current->title;
  GPtrArray *remarks = self->tei->export->report->remarks;

  if (self->n_lost > 0)
    /* Translators: the title of an article, how many annotations */
    g_ptr_array_add (remarks, g_strdup_printf (ngettext ("%s: %d annotation of nothing but line ends is not in the file.",
                                                         "%s: %d annotations of nothing but line ends are not in the file.", (gulong) self->n_lost),
                                               title, self->n_lost));
  if (self->n_trimmed > 0)
    /* Translators: the title of an article, how many annotations */
    g_ptr_array_add (remarks, g_strdup_printf (ngettext ("%s: %d annotation begins or ends with a line end, which is not in its element.",
                                                         "%s: %d annotations begin or end with a line end, which is not in their elements.", (gulong) self->n_trimmed),
                                               title, self->n_trimmed));
  if (self->n_deep > 0)
    /* Translators: the title of an article, how many annotations */
    g_ptr_array_add (remarks, g_strdup_printf (ngettext ("%s: %d annotation that lies inside too many others is not in the file.",
                                                         "%s: %d annotations that lie inside too many others are not in the file.", (gulong) self->n_deep),
                                               title, self->n_deep));
}

PlxTeiInline *
plx_tei_inline_new (PlxTei *tei,
                    PlxText *text,
                    GArray *lines,
                    PlxId document,
                    GError **error)
{
  PlxTeiInline *self = g_new0 (PlxTeiInline, 1);

  self->tei = tei;
  self->text = text;
  self->lines = lines;
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  if (!plx_annotations_foreach (tei->export->connection, document, take_annotation, self, error))
    {
      plx_tei_inline_free (self);
      return NULL;
    }
  nest_all (self);
  tell_losses (self);
  return self;
}

void
plx_tei_inline_free (PlxTeiInline *self)
{
  g_array_unref (self->rows);
  g_array_unref (self->parts);
  g_free (self);
}

/* Writing */

static const char *
get_element (PlxTeiInline *self,
             const Row *row,
             const char **type)
{
  const PlxNames *names = self->tei->export->names;
  const PlxEntity *entity = plx_names_get_entity (names, row->entity);
  PlxKind kind = plx_names_get_tag (names, row->tag)->kind;

  *type = NULL;
  if (entity != NULL)
    return entity->kind == PLX_KIND_PLACE ? "placeName" : strcmp (entity->sort, "person") == 0 ? "persName"
                                                                                               : "orgName";
  *type = plx_kind_to_string (kind);
  return kind == PLX_KIND_ACTOR || kind == PLX_KIND_PLACE ? "rs" : "seg";
}

/* The first element has the id of the annotation alone. */
static char *
dup_id (const Row *row,
        int number)
{
  g_autofree char *uuid = plx_id_to_uuid (row->id);

  return number == 1 ? g_strconcat (PLX_TEI_ANNOTATION, uuid, NULL) : g_strdup_printf ("%s%s.%d", PLX_TEI_ANNOTATION, uuid, number);
}

static void
write_link (PlxTeiInline *self,
            const Row *row,
            const char *name,
            int number)
{
  g_autofree char *id = dup_id (row, number);
  g_autofree char *target = g_strconcat ("#", id, NULL);

  plx_xml_attribute (&self->tei->xml, name, target);
}

static void
start_element (PlxTeiInline *self,
               const Part *part)
{
  PlxXml *xml = &self->tei->xml;
  Row *row = &g_array_index (self->rows, Row, part->row);
  const char *type;
  const char *element = get_element (self, row, &type);
  int number = ++row->n_written;
  g_autofree char *id = dup_id (row, number);

  plx_xml_start_inline (xml, element);
  plx_xml_attribute (xml, "xml:id", id);
  if (type != NULL)
    plx_xml_attribute (xml, "type", type);
  if (row->entity != PLX_ID_NONE)
    plx_xml_attribute_id (xml, "ref", "#" PLX_TEI_ENTITY, row->entity);
  plx_xml_attribute_id (xml, "ana", "#" PLX_TEI_TAG, row->tag);
  plx_xml_attribute_id (xml, "resp", "#" PLX_TEI_ANNOTATOR, row->annotator);
  if (row->n_elements > 1)
    {
      char piece[16];

      g_snprintf (piece, sizeof piece, "%d", part->piece);
      plx_xml_attribute (xml, "n", piece);
    }
  if (number > 1)
    write_link (self, row, "prev", number - 1);
  if (number < row->n_elements)
    write_link (self, row, "next", number + 1);
}

static void
write_text (PlxTeiInline *self,
            int start,
            int end)
{
  gsize from = plx_text_byte_of_offset (self->text, start);

  if (start < end)
    plx_xml_text_len (&self->tei->xml, plx_text_get_utf8 (self->text) + from, plx_text_byte_of_offset (self->text, end) - from);
}

/* From the part at which the writer is to the end of @end, with what is inside. */
static void
write_inside (PlxTeiInline *self,
              int start,
              int end)
{
  while (self->next < self->parts->len && g_array_index (self->parts, Part, self->next).start < end)
    {
      const Part *part = &g_array_index (self->parts, Part, self->next++);

      write_text (self, start, part->start);
      start_element (self, part);
      write_inside (self, part->start, part->end);
      plx_xml_end (&self->tei->xml);
      start = part->end;
    }
  write_text (self, start, end);
}

void
plx_tei_inline_write (PlxTeiInline *self,
                      const PlxTeiLine *line)
{
  write_inside (self, line->start, line->end);
}
