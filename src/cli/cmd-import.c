/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-commands.h"

#include "format/plx-codebook-load.h"
#include "intake/plx-intake.h"

#include <glib/gi18n.h>
#include <string.h>

/* What may be said about the articles. */
typedef struct
{
  char *format;
  gboolean again;
  char *title;
  char *outlet;
  char *author;
  char *url;
  char *published;
  char *language;
  char *direction;
  char *note;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->format);
  g_free (self->title);
  g_free (self->outlet);
  g_free (self->author);
  g_free (self->url);
  g_free (self->published);
  g_free (self->language);
  g_free (self->direction);
  g_free (self->note);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
decode (Options *self,
        GError **error)
{
  char **texts[] = { &self->format, &self->title, &self->outlet, &self->author,
                     &self->url, &self->published, &self->language, &self->direction, &self->note };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (!plx_cli_decode (texts[i], error))
      return FALSE;
  return TRUE;
}

static void
set_field (char **field,
           const char *value)
{
  if (value == NULL)
    return;
  g_free (*field);
  *field = g_strdup (value);
}

static void
describe (PlxDocument *document,
          const Options *options)
{
  set_field (&document->title, options->title);
  set_field (&document->outlet, options->outlet);
  set_field (&document->author, options->author);
  set_field (&document->url, options->url);
  set_field (&document->published, options->published);
  set_field (&document->language, options->language);
  set_field (&document->direction, options->direction);
  set_field (&document->note, options->note);
}

/* Whether @file is to be read as a codebook. */
static gboolean
is_codebook (GFile *file,
             const Options *options)
{
  if (options->format == NULL)
    return plx_codebook_file_is_one (file);
  return strcmp (options->format, "text") != 0;
}

/* All or nothing: one file that cannot be read stops the rest. */
static GPtrArray *
read_files (char **paths,
            const Options *options,
            GPtrArray *codebooks,
            GError **error)
{
  g_autoptr (GPtrArray) given = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_intake_item_free);
  g_autoptr (GPtrArray) files = NULL;

  for (char **path = paths; *path != NULL; path++)
    g_ptr_array_add (given, g_file_new_for_path (*path));
  files = plx_intake_expand (given, error);
  if (files == NULL)
    return NULL;
  for (guint i = 0; i < files->len; i++)
    {
      GFile *file = g_ptr_array_index (files, i);
      PlxIntakeItem *item;

      if (is_codebook (file, options))
        {
          PlxCodebookFile *codebook = plx_codebook_file_read (file, NULL, error);

          if (codebook == NULL)
            return NULL;
          g_ptr_array_add (codebooks, codebook);
          continue;
        }
      item = plx_intake_read_file (file, error);
      if (item == NULL)
        return NULL;
      item->allow_duplicate = options->again;
      describe (item->document, options);
      g_ptr_array_add (items, item);
    }
  return g_steal_pointer (&items);
}

static void
report (const PlxCli *cli,
        const PlxIntakeItem *item)
{
  const PlxDocument *document = item->document;
  g_autofree char *changes = plx_intake_item_dup_report (item);

  if (changes != NULL)
    plx_cli_warn (changes);
  if (plx_intake_item_is_skipped (item))
    {
      g_autofree char *skipped = g_strdup_printf (_ ("“%s” is in the project already and was left out; --again adds it nevertheless."),
                                                  *document->filename != '\0' ? document->filename : document->title);

      plx_cli_warn (skipped);
    }
  else
    {
      g_autofree char *uuid = plx_id_to_uuid (document->id);
      g_autofree char *line = g_strconcat (uuid, " ", document->title, NULL);

      plx_cli_say (cli, line);
    }
}

/* Each codebook is one edit. */
static gboolean
load_codebook (const PlxCli *cli,
               PlxConnection *connection,
               PlxCodebookFile *codebook,
               GError **error)
{
  g_autoptr (PlxCodebookReport) report = plx_codebook_report_new ();
  g_autoptr (PlxVerb) verb = plx_verb_load_codebook (codebook, report, FALSE);
  g_autofree char *summary = NULL;
  g_autofree char *line = NULL;

  if (!plx_verb_run (verb, connection, cli->annotator, NULL, error))
    return FALSE;
  for (guint i = 0; i < report->remarks->len; i++)
    plx_cli_warn (g_ptr_array_index (report->remarks, i));
  summary = plx_codebook_report_dup_summary (report);
  line = g_strdup_printf ("%s: %s", codebook->name, summary);
  plx_cli_say (cli, line);
  return TRUE;
}

static gboolean
load_codebooks (const PlxCli *cli,
                PlxConnection *connection,
                GPtrArray *codebooks,
                GError **error)
{
  for (guint i = 0; i < codebooks->len; i++)
    if (!load_codebook (cli, connection, g_ptr_array_index (codebooks, i), error))
      return FALSE;
  return TRUE;
}

static PlxExit
import (const PlxCli *cli,
        const Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) codebooks = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_codebook_file_unref);
  g_autoptr (GPtrArray) items = read_files (cli->arguments + 1, options, codebooks, &error);
  g_autoptr (PlxConnection) connection = NULL;
  g_autoptr (PlxVerb) verb = NULL;

  if (items == NULL)
    return plx_cli_fail (error);
  if (items->len == 0 && codebooks->len == 0)
    {
      plx_cli_warn (_ ("There are no files in the folder; nothing was added."));
      return PLX_EXIT_FAILED;
    }
  connection = plx_connection_open (cli->arguments[0], PLX_OPEN_CREATE, &error);
  if (connection == NULL || !load_codebooks (cli, connection, codebooks, &error))
    return plx_cli_fail (error);
  verb = plx_intake_verb (items);
  if (items->len > 0 && !plx_verb_run (verb, connection, cli->annotator, NULL, &error))
    return plx_cli_fail (error);
  for (guint i = 0; i < items->len; i++)
    report (cli, g_ptr_array_index (items, i));
  return PLX_EXIT_DONE;
}

PlxExit
plx_cmd_import (const PlxCommand *self,
                int argc,
                char **argv)
{
  g_auto (Options) options = { NULL };
  g_auto (PlxCli) cli = { NULL };
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &options.format, N_ ("What the files are: text, qdc or codebook"), N_ ("FORMAT") },
    { "again", 0, 0, G_OPTION_ARG_NONE, &options.again, N_ ("Add texts that are in the project already"), NULL },
    { "title", 0, 0, G_OPTION_ARG_FILENAME, &options.title, N_ ("Title, instead of the first line"), N_ ("TEXT") },
    { "outlet", 0, 0, G_OPTION_ARG_FILENAME, &options.outlet, N_ ("Who published it"), N_ ("NAME") },
    { "author", 0, 0, G_OPTION_ARG_FILENAME, &options.author, N_ ("Who wrote it"), N_ ("NAME") },
    { "url", 0, 0, G_OPTION_ARG_FILENAME, &options.url, N_ ("Where it was found"), N_ ("URL") },
    { "published", 0, 0, G_OPTION_ARG_FILENAME, &options.published, N_ ("When: 2024, 2024-11 or 2024-11-28"), N_ ("DATE") },
    { "language", 0, 0, G_OPTION_ARG_FILENAME, &options.language, N_ ("Language: en, ar, pt-BR"), N_ ("TAG") },
    { "direction", 0, 0, G_OPTION_ARG_FILENAME, &options.direction, N_ ("Reading direction, instead of what the letters tell: ltr, rtl"), N_ ("DIRECTION") },
    { "note", 0, 0, G_OPTION_ARG_FILENAME, &options.note, N_ ("A note"), N_ ("TEXT") },
    { NULL }
  };
  static const char *const formats[] = { "text", "qdc", "codebook", NULL };
  g_autoptr (GError) error = NULL;
  PlxExit status;

  if (!plx_cli_parse (&cli, self, entries, argc, argv, 2, -1, &status))
    return status;
  if (!decode (&options, &error))
    return plx_cli_misuse (self, error->message);
  if (options.title != NULL && cli.n_arguments > 2)
    return plx_cli_misuse (self, _ ("A title can be given to one file only."));
  if (options.format != NULL && !g_strv_contains (formats, options.format))
    return plx_cli_misuse (self, _ ("Files of text and codebooks can be read: --format=text, qdc or codebook."));
  return import (&cli, &options);
}
