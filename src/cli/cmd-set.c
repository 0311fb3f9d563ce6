/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is known of articles and outlets. */

#include "config.h"

#include "plx-commands.h"
#include "plx-finder.h"

#include "store/plx-documents.h"
#include "store/plx-outlets.h"
#include "store/plx-own-fields.h"
#include "verb/plx-outlet-verbs.h"

#include <glib/gi18n.h>
#include <string.h>

#define OUTLET_PREFIX "outlet:"
#define FIELD_PREFIX "field:"

/* Cuts KEY=VALUE in two. */
static gboolean
split (char *pair,
       const char **value,
       GError **error)
{
  char *equals = strchr (pair, '=');

  if (equals == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _ ("“%s” is no KEY=VALUE. Write for example outlet=Reuters."), pair);
      return FALSE;
    }
  *equals = '\0';
  *value = equals + 1;
  return TRUE;
}

static gboolean
refuse_key (const char *key,
            const char *known,
            GError **error)
{
  /* Translators: the word that was typed, the words that can be */
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _ ("There is no “%s” to set here. Choose one of: %s."), key, known);
  return FALSE;
}

static void
replace (char **field,
         const char *value)
{
  g_free (*field);
  *field = g_strdup (value);
}

/* Articles */

static gboolean
set_field (PlxConnection *connection,
           GHashTable *values,
           const char *name,
           const char *value,
           GError **error)
{
  PlxId id;

  if (!plx_own_fields_find (connection, name, &id, error))
    return FALSE;
  if (id == PLX_ID_NONE)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                   /* Translators: both times the name of a field; do not translate what is to be typed */
                   _ ("There is no field “%s” in the project. Make it with “set PROJECT field:%s kind=text”."), name, name);
      return FALSE;
    }
  g_hash_table_insert (values, g_memdup2 (&id, sizeof id), g_strdup (value));
  return TRUE;
}

static gboolean
set_property (PlxDocument *document,
              const char *key,
              const char *value,
              GError **error)
{
  const struct
  {
    const char *key;
    char **field;
  } fields[] = {
    { "title", &document->title },
    { "outlet", &document->outlet },
    { "author", &document->author },
    { "url", &document->url },
    { "published", &document->published },
    { "language", &document->language },
    { "direction", &document->direction },
    { "note", &document->note },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (strcmp (key, fields[i].key) == 0)
      {
        replace (fields[i].field, value);
        return TRUE;
      }
  return refuse_key (key, "title, outlet, author, url, published, language, direction, note, " FIELD_PREFIX "NAME", error);
}

static gboolean
set_article (const PlxCli *cli,
             PlxConnection *connection,
             const char *name,
             char **pairs,
             GError **error)
{
  g_autoptr (PlxFinder) finder = plx_finder_new (connection);
  g_autoptr (GHashTable) values = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (PlxDocument) document = NULL;
  g_autoptr (PlxVerb) verb = NULL;
  PlxId id;

  if (!plx_finder_find_document (finder, name, &id, error) || (document = plx_documents_get (connection, id, error)) == NULL)
    return FALSE;
  for (char **pair = pairs; *pair != NULL; pair++)
    {
      const char *value;

      if (!split (*pair, &value, error))
        return FALSE;
      if (g_str_has_prefix (*pair, FIELD_PREFIX) ? !set_field (connection, values, *pair + strlen (FIELD_PREFIX), value, error)
                                                 : !set_property (document, *pair, value, error))
        return FALSE;
    }
  verb = plx_verb_describe (document, values, NULL);
  return plx_verb_run (verb, connection, cli->annotator, NULL, error);
}

/* Outlets */

static gboolean
change_outlet (PlxOutlet *outlet,
               char **pairs,
               GError **error)
{
  for (char **pair = pairs; *pair != NULL; pair++)
    {
      const char *value;
      char **field;

      if (!split (*pair, &value, error))
        return FALSE;
      field = strcmp (*pair, "name") == 0 ? &outlet->name : strcmp (*pair, "short") == 0 ? &outlet->brief
                                                        : strcmp (*pair, "colour") == 0  ? &outlet->colour
                                                        : strcmp (*pair, "note") == 0    ? &outlet->note
                                                                                         : NULL;
      if (field == NULL)
        return refuse_key (*pair, "name, short, colour, note", error);
      replace (field, value);
    }
  return TRUE;
}

static gboolean
set_outlet (const PlxCli *cli,
            PlxConnection *connection,
            const char *name,
            char **pairs,
            GError **error)
{
  g_autoptr (GPtrArray) outlets = plx_outlets_list (connection, error);
  g_autoptr (PlxOutlet) outlet = NULL;
  g_autoptr (PlxVerb) verb = NULL;

  if (outlets == NULL)
    return FALSE;
  for (guint i = 0; i < outlets->len && outlet == NULL; i++)
    if (strcmp (((PlxOutlet *) g_ptr_array_index (outlets, i))->name, name) == 0)
      outlet = plx_outlet_copy (g_ptr_array_index (outlets, i));
  if (outlet == NULL)
    outlet = plx_outlet_new (name);
  if (!change_outlet (outlet, pairs, error))
    return FALSE;
  verb = plx_verb_set_outlet (name, outlet);
  return plx_verb_run (verb, connection, cli->annotator, NULL, error);
}

/* Fields */

static gboolean
refuse_kind (const char *kind,
             GError **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _ ("There is no kind “%s” of fields. Choose one of: text, number, date; or none, to remove the field."), kind);
  return FALSE;
}

static gboolean
change_field (PlxOwnField *field,
              char **pairs,
              gboolean *removes,
              GError **error)
{
  for (char **pair = pairs; *pair != NULL; pair++)
    {
      const char *value;

      if (!split (*pair, &value, error))
        return FALSE;
      if (strcmp (*pair, "name") == 0)
        replace (&field->name, value);
      else if (strcmp (*pair, "kind") != 0)
        return refuse_key (*pair, "name, kind", error);
      else if (strcmp (value, "none") == 0)
        *removes = TRUE;
      else if (!plx_field_kind_from_string (value, &field->kind))
        return refuse_kind (value, error);
    }
  return TRUE;
}

static gboolean
set_own_field (const PlxCli *cli,
               PlxConnection *connection,
               const char *name,
               char **pairs,
               GError **error)
{
  g_autoptr (GPtrArray) fields = plx_own_fields_list (connection, error);
  g_autoptr (PlxOwnField) field = plx_own_field_new (name, PLX_FIELD_KIND_TEXT);
  g_autoptr (PlxVerb) verb = NULL;
  gboolean removes = FALSE;

  for (guint i = 0; fields != NULL && i < fields->len; i++)
    {
      const PlxOwnField *known = g_ptr_array_index (fields, i);

      if (strcmp (known->name, name) != 0)
        continue;
      field->id = known->id;
      field->kind = known->kind;
    }
  if (fields == NULL || !change_field (field, pairs, &removes, error))
    return FALSE;
  verb = removes ? plx_verb_remove_field (field) : plx_verb_set_field (field);
  return plx_verb_run (verb, connection, cli->annotator, NULL, error);
}

/* All */

static gboolean
decode (char **arguments,
        GError **error)
{
  for (char **argument = arguments; *argument != NULL; argument++)
    if (!plx_cli_decode (argument, error))
      return FALSE;
  return TRUE;
}

static gboolean
run (const PlxCli *cli,
     GError **error)
{
  g_auto (GStrv) arguments = g_strdupv (cli->arguments + 1);
  g_autoptr (PlxConnection) connection = NULL;
  const char *what = arguments[0];

  if (!decode (arguments, error))
    return FALSE;
  what = arguments[0];
  connection = plx_connection_open (cli->arguments[0], PLX_OPEN_WRITE, error);
  if (connection == NULL)
    return FALSE;
  if (g_str_has_prefix (what, OUTLET_PREFIX))
    return set_outlet (cli, connection, what + strlen (OUTLET_PREFIX), arguments + 1, error);
  if (g_str_has_prefix (what, FIELD_PREFIX))
    return set_own_field (cli, connection, what + strlen (FIELD_PREFIX), arguments + 1, error);
  return set_article (cli, connection, what, arguments + 1, error);
}

PlxExit
plx_cmd_set (const PlxCommand *self,
             int argc,
             char **argv)
{
  g_auto (PlxCli) cli = { NULL };
  g_autoptr (GError) error = NULL;
  PlxExit status;

  if (!plx_cli_parse (&cli, self, NULL, argc, argv, 3, -1, &status))
    return status;
  return run (&cli, &error) ? PLX_EXIT_DONE : plx_cli_fail (error);
}
