/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "verb/plx-outlet-verbs.h"

#include "store/plx-documents.h"
#include "store/plx-outlets.h"
#include "store/plx-own-fields.h"

/* Outlets */

typedef struct
{
  char *old_name;    /* (owned) */
  PlxOutlet *outlet; /* (owned) */
} OutletWork;

static void
outlet_work_free (gpointer data)
{
  OutletWork *work = data;

  g_free (work->old_name);
  plx_outlet_free (work->outlet);
  g_free (work);
}

static gboolean
set_outlet (PlxConnection *connection,
            PlxId annotator,
            gpointer data,
            GError **error)
{
  const OutletWork *work = data;

  return plx_outlets_set (connection, work->old_name, work->outlet, error);
}

PlxVerb *
plx_verb_set_outlet (const char *old_name,
                     const PlxOutlet *outlet)
{
  OutletWork *work = g_new (OutletWork, 1);

  work->old_name = g_strdup (old_name);
  work->outlet = plx_outlet_copy (outlet);
  return plx_verb_new ("outlet", outlet->name, set_outlet, work, outlet_work_free);
}

/* Fields */

static PlxOwnField *
copy_field (const PlxOwnField *field)
{
  PlxOwnField *copy = plx_own_field_new (field->name, field->kind);

  copy->id = field->id;
  return copy;
}

static gboolean
set_field (PlxConnection *connection,
           PlxId annotator,
           gpointer data,
           GError **error)
{
  return plx_own_fields_set (connection, data, error);
}

PlxVerb *
plx_verb_set_field (const PlxOwnField *field)
{
  return plx_verb_new ("field", field->name, set_field, copy_field (field), (GDestroyNotify) plx_own_field_free);
}

static gboolean
remove_field (PlxConnection *connection,
              PlxId annotator,
              gpointer data,
              GError **error)
{
  return plx_own_fields_remove (connection, ((PlxOwnField *) data)->id, error);
}

PlxVerb *
plx_verb_remove_field (const PlxOwnField *field)
{
  return plx_verb_new ("remove-field", field->name, remove_field, copy_field (field), (GDestroyNotify) plx_own_field_free);
}

/* Articles */

typedef struct
{
  PlxDocument *document; /* (owned) */
  GHashTable *values;    /* (owned) */
  PlxOutlet *outlet;     /* (owned) (nullable) */
} DescribeWork;

static void
describe_work_free (gpointer data)
{
  DescribeWork *work = data;

  plx_document_free (work->document);
  g_hash_table_unref (work->values);
  g_clear_pointer (&work->outlet, plx_outlet_free);
  g_free (work);
}

static gboolean
describe (PlxConnection *connection,
          PlxId annotator,
          gpointer data,
          GError **error)
{
  const DescribeWork *work = data;
  GHashTableIter iter;
  gpointer field, value;

  if (!plx_documents_update (connection, work->document, error))
    return FALSE;
  g_hash_table_iter_init (&iter, work->values);
  while (g_hash_table_iter_next (&iter, &field, &value))
    if (!plx_own_fields_set_value (connection, work->document->id, *(const PlxId *) field, value, error))
      return FALSE;
  return work->outlet == NULL || plx_outlets_set (connection, work->outlet->name, work->outlet, error);
}

PlxVerb *
plx_verb_describe (const PlxDocument *document,
                   GHashTable *values,
                   const PlxOutlet *outlet)
{
  DescribeWork *work = g_new (DescribeWork, 1);

  work->document = plx_document_copy (document);
  work->values = g_hash_table_ref (values);
  work->outlet = outlet != NULL ? plx_outlet_copy (outlet) : NULL;
  return plx_verb_new ("properties", document->title, describe, work, describe_work_free);
}
