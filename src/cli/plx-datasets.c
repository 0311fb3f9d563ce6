/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-datasets.h"

#include "store/plx-tags.h"

#include <glib/gi18n.h>
#include <string.h>

char *
plx_datasets_list (gboolean read)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (const PlxFormat *const *format = plx_formats_list (); *format != NULL; format++)
    if (!read || (*format)->read != NULL)
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", (*format)->name);
  return g_string_free (g_steal_pointer (&names), FALSE);
}

const PlxFormat *
plx_datasets_choose (const char *name,
                     const char *path,
                     GError **error)
{
  const PlxFormat *format = name != NULL ? plx_formats_find (name, error) : plx_formats_sniff (path);
  g_autofree char *known = plx_datasets_list (TRUE);
  g_autofree char *display = g_filename_display_name (path);

  if (format != NULL && format->read != NULL)
    return format;
  if (name == NULL)
    /* Translators: a file, names of formats */
    g_set_error (error, PLX_FORMAT_ERROR, PLX_FORMAT_ERROR_UNKNOWN, _ ("“%s” does not begin like annotated data. Say what it is, one of: %s."), display, known);
  else if (format != NULL)
    /* Translators: a file format, names of formats */
    g_set_error (error, PLX_FORMAT_ERROR, PLX_FORMAT_ERROR_UNKNOWN, _ ("The format “%s” holds no annotations to be read. Choose one of: %s."), name, known);
  return NULL;
}

/* The tags that the project has not, for those who want to map them. */
static void
tell_new_tags (const PlxCli *cli,
               const char *name,
               const PlxImportReport *report)
{
  for (guint i = 0; i < report->new_tags->len; i++)
    {
      const PlxImportTag *tag = g_ptr_array_index (report->new_tags, i);
      /* Translators: a file, the name of a tag */
      g_autofree char *line = tag->into == PLX_ID_NONE ? g_strdup_printf (_ ("%s: new tag “%s”"), name, tag->path) : NULL;

      if (line != NULL)
        plx_cli_say (cli, line);
    }
}

static void
tell (const PlxCli *cli,
      const char *path,
      PlxImportMode mode,
      const PlxImportReport *report)
{
  g_auto (GStrv) lines = plx_import_report_list (report);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *first = g_strdup_printf ("%s: %s", name, lines[0]);

  plx_cli_say (cli, first);
  if (mode == PLX_IMPORT_PREVIEW)
    tell_new_tags (cli, name, report);
  for (char **line = lines + 1; *line != NULL; line++)
    {
      g_autofree char *warning = g_strdup_printf ("%s: %s", name, *line);

      plx_cli_warn (warning);
    }
}

/* Returns: (transfer full) (nullable): what plx_verb_import_dataset() takes */
static GHashTable *
read_maps (PlxConnection *connection,
           char **maps,
           GError **error)
{
  g_autoptr (GHashTable) table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (; maps != NULL && *maps != NULL; maps++)
    {
      const char *sign = strchr (*maps, '=');
      PlxId id;

      if (sign == NULL)
        {
          g_set_error (error, PLX_FORMAT_ERROR, PLX_FORMAT_ERROR_UNKNOWN, _ ("“%s” maps nothing. Write --map \"TAG OF THE FILE=TAG OF THE PROJECT\"."), *maps);
          return NULL;
        }
      if (!plx_tags_find (connection, sign + 1, &id, error))
        return NULL;
      g_hash_table_insert (table, g_strndup (*maps, (gsize) (sign - *maps)), g_memdup2 (&id, sizeof id));
    }
  return g_steal_pointer (&table);
}

gboolean
plx_datasets_import (const PlxCli *cli,
                     PlxConnection *connection,
                     const PlxFormat *format,
                     const char *path,
                     PlxImportMode mode,
                     char **maps,
                     GError **error)
{
  g_autoptr (PlxImportReport) report = plx_import_report_new ();
  g_autoptr (GHashTable) table = read_maps (connection, maps, error);
  g_autoptr (PlxVerb) verb = NULL;
  g_autoptr (GError) local = NULL;

  if (table == NULL)
    return FALSE;
  verb = plx_verb_import_dataset (format, path, mode, table, report, NULL, NULL, NULL);
  if (plx_verb_run (verb, connection, cli->annotator, NULL, &local) ||
      (mode == PLX_IMPORT_PREVIEW && g_error_matches (local, G_IO_ERROR, G_IO_ERROR_CANCELLED)))
    {
      tell (cli, path, mode, report);
      return TRUE;
    }
  if (report->n_problems > 0)
    tell (cli, path, mode, report);
  if (g_error_matches (local, PLX_FORMAT_ERROR, PLX_FORMAT_ERROR_PROBLEMS) || g_error_matches (local, PLX_FORMAT_ERROR, PLX_FORMAT_ERROR_MALFORMED))
    g_set_error (error, local->domain, local->code, _ ("%s\nWith --rest what is wrong is left out and the rest is taken."), local->message);
  else
    g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}
