/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The shape of annotations: borders, splitting, joining. */

#include "config.h"

#include "plx-ops-private.h"

#include "store/plx-annotations.h"
#include "store/plx-documents.h"
#include "verb/plx-annotation-verbs.h"
#include "verb/plx-shape-verbs.h"
#include "verb/plx-version-verbs.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

/* The annotation that @uuid names, and the text it lies in, which is not owned. */
static gboolean
find (PlxOps *self,
      const char *uuid,
      PlxId *id,
      PlxText **text,
      GError **error)
{
  g_autoptr (PlxAnnotation) annotation = NULL;

  if (!plx_finder_find_annotation (self->finder, uuid, id, error) ||
      (annotation = plx_annotations_get (self->connection, *id, error)) == NULL)
    return FALSE;
  *text = plx_finder_get_text (self->finder, annotation->document, error);
  return *text != NULL;
}

const PlxField plx_op_borders_fields[] = {
  { "annotation", PLX_FIELD_STRING, TRUE },
  { "spans", PLX_FIELD_SPANS, TRUE },
  { NULL }
};

gboolean
plx_op_borders (PlxOps *self,
                JsonObject *object,
                PlxId *id,
                GError **error)
{
  g_autoptr (GArray) spans = plx_fields_dup_spans (object, "spans");
  g_autoptr (PlxVerb) verb = NULL;
  PlxText *text;
  PlxId found;

  if (!find (self, plx_fields_get_string (object, "annotation", ""), &found, &text, error))
    return FALSE;
  verb = plx_verb_set_spans (found, spans, text);
  return plx_ops_do (self, object, verb, error);
}

/* Puts what waits in an earlier version on words of the article as it is now. */
gboolean
plx_op_place (PlxOps *self,
              JsonObject *object,
              PlxId *id,
              GError **error)
{
  g_autoptr (GArray) spans = plx_fields_dup_spans (object, "spans");
  g_autoptr (GPtrArray) decisions = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_decision_free);
  g_autoptr (PlxAnnotation) annotation = NULL;
  g_autoptr (PlxDocument) version = NULL;
  g_autoptr (PlxDocument) article = NULL;
  g_autoptr (PlxVerb) verb = NULL;
  PlxId found;

  if (!plx_finder_find_annotation (self->finder, plx_fields_get_string (object, "annotation", ""), &found, error) ||
      (annotation = plx_annotations_get (self->connection, found, error)) == NULL ||
      (version = plx_documents_get (self->connection, annotation->document, error)) == NULL)
    return FALSE;
  if (version->article == PLX_ID_NONE)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                           _ ("This annotation does not wait in an earlier version of an article. Use “borders” to move it."));
      return FALSE;
    }
  article = plx_documents_get (self->connection, version->article, error);
  if (article == NULL)
    return FALSE;
  g_ptr_array_add (decisions, plx_decision_new (found, spans));
  verb = plx_verb_settle (article, decisions);
  return plx_ops_do (self, object, verb, error);
}

const PlxField plx_op_split_fields[] = {
  { "annotation", PLX_FIELD_STRING, TRUE },
  { "at", PLX_FIELD_COUNT, FALSE },
  { "spans", PLX_FIELD_SPANS, FALSE },
  { NULL }
};

/* At an offset, around a range, or, with neither, into fragments. */
static gboolean
read_split (JsonObject *object,
            PlxSplit *split,
            GError **error)
{
  g_autoptr (GArray) spans = NULL;

  split->kind = PLX_SPLIT_FRAGMENTS;
  if (plx_fields_has (object, "at"))
    {
      split->kind = PLX_SPLIT_AT;
      split->span.start = (int) MIN (json_object_get_int_member (object, "at"), G_MAXINT);
    }
  if (!plx_fields_has (object, "spans"))
    return TRUE;
  spans = plx_fields_dup_spans (object, "spans");
  if (split->kind != PLX_SPLIT_FRAGMENTS || spans->len != 1)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                           _ ("An annotation is split “at” one offset or around one range in “spans”, not both."));
      return FALSE;
    }
  split->kind = PLX_SPLIT_AROUND;
  split->span = g_array_index (spans, PlxSpan, 0);
  return TRUE;
}

gboolean
plx_op_split (PlxOps *self,
              JsonObject *object,
              PlxId *id,
              GError **error)
{
  g_autoptr (PlxVerb) verb = NULL;
  PlxSplit split = { PLX_SPLIT_FRAGMENTS, { 0, 0 } };
  PlxId part = plx_id_new ();
  PlxText *text;
  PlxId found;

  if (!read_split (object, &split, error) ||
      !find (self, plx_fields_get_string (object, "annotation", ""), &found, &text, error))
    return FALSE;
  verb = plx_verb_split (found, &split, &part, 1, text);
  if (!plx_ops_do (self, object, verb, error))
    return FALSE;
  *id = part;
  return TRUE;
}

const PlxField plx_op_join_fields[] = {
  { "annotations", PLX_FIELD_STRINGS, TRUE },
  { NULL }
};

gboolean
plx_op_join (PlxOps *self,
             JsonObject *object,
             PlxId *id,
             GError **error)
{
  g_auto (GStrv) uuids = plx_fields_dup_strings (object, "annotations");
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (PlxId));
  g_autoptr (PlxVerb) verb = NULL;
  PlxText *text = NULL;

  for (char **uuid = uuids; *uuid != NULL; uuid++)
    {
      PlxId found;

      if (!find (self, *uuid, &found, &text, error))
        return FALSE;
      g_array_append_val (ids, found);
    }
  if (text == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _ ("“annotations” names none. Name two or more to join them."));
      return FALSE;
    }
  verb = plx_verb_join ((const PlxId *) (gpointer) ids->data, ids->len, text);
  return plx_ops_do (self, object, verb, error);
}
