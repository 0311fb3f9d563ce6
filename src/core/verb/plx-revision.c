/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "verb/plx-revision.h"

#include "store/plx-annotations.h"
#include "store/plx-documents.h"
#include "store/plx-questions.h"

#include <glib/gi18n-lib.h>

static void
revised_free (gpointer data)
{
  PlxRevised *self = data;

  plx_annotation_free (self->annotation);
  g_clear_pointer (&self->spans, g_array_unref);
  g_free (self);
}

void
plx_revision_free (PlxRevision *self)
{
  g_clear_pointer (&self->document, plx_document_free);
  g_clear_pointer (&self->before, plx_text_unref);
  g_clear_pointer (&self->after, plx_text_unref);
  g_clear_pointer (&self->carrier, plx_carrier_free);
  g_ptr_array_unref (self->annotations);
  g_free (self);
}

/* Annotations */

typedef struct
{
  PlxRevision *revision;
  GHashTable *taken; /* (owned) (element-type utf8): where which annotation goes */
} Planning;

/* The same for annotations that would be the same twice. */
static char *
dup_key (const PlxAnnotation *annotation,
         const GArray *spans)
{
  GString *key = g_string_new (NULL);

  g_string_append_printf (key, "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT, annotation->tag, annotation->annotator);
  for (guint i = 0; i < spans->len; i++)
    g_string_append_printf (key, " %d-%d", g_array_index (spans, PlxSpan, i).start, g_array_index (spans, PlxSpan, i).end);
  return g_string_free (key, FALSE);
}

static gboolean
plan_annotation (const PlxAnnotation *annotation,
                 gpointer data,
                 GError **error)
{
  Planning *planning = data;
  PlxRevision *self = planning->revision;
  PlxRevised *revised = g_new0 (PlxRevised, 1);

  revised->annotation = plx_annotation_copy (annotation);
  revised->way = plx_carrier_carry (self->carrier, annotation->spans, &revised->spans);
  if (revised->spans != NULL && !g_hash_table_add (planning->taken, dup_key (annotation, revised->spans)))
    {
      revised->way = PLX_CARRY_LOST;
      g_clear_pointer (&revised->spans, g_array_unref);
    }
  revised->waits = revised->way == PLX_CARRY_LOST || (revised->way == PLX_CARRY_REWORDED && !self->corrects);
  self->n_ways[revised->way]++;
  self->n_waiting += revised->waits;
  self->n_carried += !revised->waits;
  g_ptr_array_add (self->annotations, revised);
  return TRUE;
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const PlxRevised *first = *(const PlxRevised *const *) a, *second = *(const PlxRevised *const *) b;

  return plx_span_compare (&g_array_index (first->annotation->spans, PlxSpan, 0), &g_array_index (second->annotation->spans, PlxSpan, 0));
}

static gboolean
plan_annotations (PlxRevision *self,
                  PlxConnection *connection,
                  PlxId document,
                  GError **error)
{
  Planning planning = { self, g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };
  gboolean done = plx_annotations_foreach (connection, document, plan_annotation, &planning, error);

  g_hash_table_unref (planning.taken);
  g_ptr_array_sort (self->annotations, compare_places);
  return done;
}

/* All */

static gboolean
plan_silences (PlxRevision *self,
               PlxConnection *connection,
               GError **error)
{
  g_autoptr (GPtrArray) silences = plx_silences_list (connection, self->document->id, error);

  self->keeps_silences = self->corrects || !plx_carrier_adds_words (self->carrier);
  if (silences != NULL && !self->keeps_silences)
    self->n_silences = silences->len;
  return silences != NULL;
}

static PlxRevision *
revision_new (gboolean corrects)
{
  PlxRevision *self = g_new0 (PlxRevision, 1);

  self->corrects = corrects;
  self->annotations = g_ptr_array_new_with_free_func (revised_free);
  return self;
}

PlxRevision *
plx_revision_plan (PlxConnection *connection,
                   PlxId article,
                   PlxText *text,
                   gboolean corrects,
                   GError **error)
{
  g_autoptr (PlxRevision) self = revision_new (corrects);

  self->after = plx_text_ref (text);
  if ((self->document = plx_documents_get (connection, article, error)) == NULL ||
      (self->before = plx_documents_load_text (connection, article, error)) == NULL)
    return NULL;
  self->carrier = plx_carrier_new (self->before, self->after);
  if (!plan_annotations (self, connection, article, error) || !plan_silences (self, connection, error))
    return NULL;
  return g_steal_pointer (&self);
}

PlxRevision *
plx_revision_plan_waiting (PlxConnection *connection,
                           PlxId earlier,
                           GError **error)
{
  g_autoptr (PlxRevision) self = revision_new (FALSE);
  g_autoptr (PlxDocument) version = plx_documents_get (connection, earlier, error);

  self->keeps_silences = TRUE;
  if (version == NULL || (self->document = plx_documents_get (connection, version->article != PLX_ID_NONE ? version->article : earlier, error)) == NULL ||
      (self->before = plx_documents_load_text (connection, earlier, error)) == NULL ||
      (self->after = plx_documents_load_text (connection, self->document->id, error)) == NULL)
    return NULL;
  self->carrier = plx_carrier_new (self->before, self->after);
  return plan_annotations (self, connection, earlier, error) ? g_steal_pointer (&self) : NULL;
}

char *
plx_revision_dup_summary (const PlxRevision *self)
{
  g_autofree char *carried = g_strdup_printf (ngettext ("%u annotation is carried over.", "%u annotations are carried over.", self->n_carried), self->n_carried);
  g_autofree char *waiting = g_strdup_printf (ngettext ("%u waits to be placed or dropped.", "%u wait to be placed or dropped.", self->n_waiting), self->n_waiting);
  g_autofree char *silences = g_strdup_printf (ngettext ("%u silence has to be checked again.", "%u silences have to be checked again.", self->n_silences), self->n_silences);

  return g_strconcat (carried, self->n_waiting > 0 ? " " : "", self->n_waiting > 0 ? waiting : "",
                      self->n_silences > 0 ? " " : "", self->n_silences > 0 ? silences : "", NULL);
}
