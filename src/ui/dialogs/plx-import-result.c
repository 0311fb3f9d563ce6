/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "dialogs/plx-import-result.h"

#include "compat/plx-isolate.h"
#include "intake/plx-intake-alike.h"

#include <glib/gi18n.h>

static void
line_free (gpointer data)
{
  PlxImportLine *line = data;

  g_free (line->name);
  g_free (line->refusal);
  g_clear_object (&line->file);
  g_free (line);
}

static void
item_free (gpointer data)
{
  plx_intake_item_free (data);
}

PlxImportResult *
plx_import_result_new (void)
{
  PlxImportResult *self = g_new0 (PlxImportResult, 1);

  self->items = g_ptr_array_new_with_free_func (item_free);
  self->lines = g_ptr_array_new_with_free_func (line_free);
  return self;
}

void
plx_import_result_free (PlxImportResult *self)
{
  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->items);
  g_free (self);
}

static PlxImportLine *
add_line (PlxImportResult *self,
          const char *name)
{
  PlxImportLine *line = g_new0 (PlxImportLine, 1);

  line->name = g_filename_display_name (name);
  g_ptr_array_add (self->lines, line);
  return line;
}

void
plx_import_result_take_item (PlxImportResult *self,
                             GFile *file,
                             PlxIntakeItem *item)
{
  g_autofree char *name = g_file_get_basename (file);
  PlxImportLine *line = add_line (self, name);

  g_ptr_array_add (self->items, item);
  line->item = item;
  line->file = g_object_ref (file);
}

void
plx_import_result_add_refusal (PlxImportResult *self,
                               const char *name,
                               const char *message)
{
  add_line (self, name)->refusal = g_strdup (message);
}

void
plx_import_result_set_items (PlxImportResult *self,
                             GPtrArray *items)
{
  g_ptr_array_unref (self->items);
  self->items = g_ptr_array_ref (items);
  for (guint i = 0; i < items->len; i++)
    {
      PlxIntakeItem *item = g_ptr_array_index (items, i);

      add_line (self, item->document->filename != NULL ? item->document->filename : "")->item = item;
    }
}

void
plx_import_result_leave_out (PlxImportResult *self,
                             PlxImportLine *line)
{
  PlxIntakeItem *item = line->item;

  g_ptr_array_remove (self->lines, line);
  g_ptr_array_remove (self->items, item);
}

gboolean
plx_import_result_is_doubtful (const PlxImportResult *self)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      const PlxIntakeItem *item = g_ptr_array_index (self->items, i);

      if (item->is_guessed || item->likeness > 0 || item->revises != PLX_ID_NONE)
        return TRUE;
    }
  return FALSE;
}

PlxImportState
plx_import_line_get_state (const PlxImportLine *self)
{
  if (self->item == NULL)
    return PLX_IMPORT_REFUSED;
  if (plx_intake_item_is_skipped (self->item))
    return PLX_IMPORT_SKIPPED;
  return self->item->n_replaced > 0 || self->item->is_guessed ? PLX_IMPORT_CHANGED : PLX_IMPORT_ADDED;
}

static guint
count (const PlxImportResult *self,
       PlxImportState state)
{
  guint n = 0;

  for (guint i = 0; i < self->lines->len; i++)
    if (plx_import_line_get_state (g_ptr_array_index (self->lines, i)) == state)
      n++;
  return n;
}

gboolean
plx_import_result_is_plain (const PlxImportResult *self)
{
  return self->lines->len > 0 && count (self, PLX_IMPORT_ADDED) == self->lines->len;
}

guint
plx_import_result_count_added (const PlxImportResult *self)
{
  return count (self, PLX_IMPORT_ADDED) + count (self, PLX_IMPORT_CHANGED);
}

guint
plx_import_result_count_skipped (const PlxImportResult *self)
{
  return count (self, PLX_IMPORT_SKIPPED);
}

GPtrArray *
plx_import_result_steal_skipped (PlxImportResult *self)
{
  GPtrArray *skipped = g_ptr_array_new_with_free_func (item_free);

  for (guint i = self->items->len; i-- > 0;)
    {
      PlxIntakeItem *item = g_ptr_array_index (self->items, i);

      if (!plx_intake_item_is_skipped (item))
        continue;
      item->allow_duplicate = TRUE;
      g_ptr_array_insert (skipped, 0, g_ptr_array_steal_index (self->items, i));
    }
  g_ptr_array_set_size (self->lines, 0);
  return skipped;
}

/* Words */

static char *
dup_twin (const PlxIntakeItem *item,
          const PlxImportResult *result,
          PlxDocumentList *documents)
{
  g_autoptr (PlxDocumentItem) twin = NULL;
  guint position = plx_document_list_find (documents, item->duplicate_of);

  if (item->repeats >= 0 && (guint) item->repeats < result->items->len)
    {
      const PlxIntakeItem *first = g_ptr_array_index (result->items, item->repeats);

      return g_strdup (first->document->title);
    }
  if (position == G_MAXUINT)
    return NULL;
  twin = g_list_model_get_item (G_LIST_MODEL (documents), position);
  return g_strdup (plx_document_item_get_document (twin)->title);
}

static char *
dup_skip_words (const PlxIntakeItem *item,
                const PlxImportResult *result,
                PlxDocumentList *documents)
{
  g_autofree char *twin = dup_twin (item, result, documents);
  g_autofree char *isolated = NULL;

  if (twin == NULL)
    return g_strdup (_ ("Not added: the same text is in the project already."));
  isolated = plx_isolate (twin);
  return g_strdup_printf (_ ("Not added: the same text is in the project already, as “%s”."), isolated);
}

static char *
dup_added_words (const PlxIntakeItem *item)
{
  g_autofree char *title = plx_isolate (item->document->title);

  return g_strdup_printf (_ ("Added as “%s”."), title);
}

static char *
dup_alike_words (const PlxIntakeItem *item,
                 const PlxImportResult *result,
                 PlxDocumentList *documents)
{
  g_autoptr (PlxDocumentItem) other = NULL;
  guint position = plx_document_list_find (documents, item->resembles);

  if (item->resembles_item >= 0 && (guint) item->resembles_item < result->items->len)
    return plx_intake_item_dup_alike_report (item, ((PlxIntakeItem *) g_ptr_array_index (result->items, item->resembles_item))->document->title);
  if (position == G_MAXUINT)
    return NULL;
  other = g_list_model_get_item (G_LIST_MODEL (documents), position);
  return plx_intake_item_dup_alike_report (item, plx_document_item_get_document (other)->title);
}

static char *
dup_revised_words (const PlxIntakeItem *item,
                   PlxDocumentList *documents)
{
  guint position = plx_document_list_find (documents, item->revises);
  g_autoptr (PlxDocumentItem) article = position != G_MAXUINT ? g_list_model_get_item (G_LIST_MODEL (documents), position) : NULL;
  g_autofree char *title = article != NULL ? plx_isolate (plx_document_item_get_document (article)->title) : NULL;

  return title != NULL ? g_strdup_printf (_ ("Revised version of “%s”."), title) : NULL;
}

char *
plx_import_line_dup_doubts (const PlxImportLine *self,
                            const PlxImportResult *result,
                            PlxDocumentList *documents)
{
  g_autofree char *report = NULL, *alike = NULL;

  if (plx_intake_item_is_skipped (self->item))
    return g_strdup (_ ("The same text is there already."));
  report = plx_intake_item_dup_report (self->item);
  if (self->item->revises != PLX_ID_NONE)
    alike = dup_revised_words (self->item, documents);
  else
    alike = self->item->likeness > 0 ? dup_alike_words (self->item, result, documents) : NULL;
  if (report != NULL && alike != NULL)
    return g_strconcat (report, " ", alike, NULL);
  return report != NULL ? g_steal_pointer (&report) : g_steal_pointer (&alike);
}

char *
plx_import_line_dup_words (const PlxImportLine *self,
                           const PlxImportResult *result,
                           PlxDocumentList *documents)
{
  switch (plx_import_line_get_state (self))
    {
    case PLX_IMPORT_REFUSED:
      return g_strdup (self->refusal);
    case PLX_IMPORT_SKIPPED:
      return dup_skip_words (self->item, result, documents);
    case PLX_IMPORT_CHANGED:
      return plx_intake_item_dup_report (self->item);
    case PLX_IMPORT_ADDED:
      return dup_added_words (self->item);
    default:
      g_assert_not_reached ();
    }
}
