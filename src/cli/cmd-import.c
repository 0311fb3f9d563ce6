/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-commands.h"
#include "plx-datasets.h"

#include "format/plx-codebook-load.h"
#include "intake/plx-intake-alike.h"
#include "intake/plx-intake-revision.h"
#include "store/plx-documents.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

/* What may be said about the articles. */
typedef struct
{
  char *format;
  char *encoding;
  gboolean again;
  gboolean revise;
  gboolean keep;
  gboolean rest;
  gboolean preview;
  char *title;
  char *outlet;
  char *author;
  char *url;
  char *published;
  char *language;
  char *direction;
  char *note;
  char **maps;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->format);
  g_free (self->encoding);
  g_free (self->title);
  g_free (self->outlet);
  g_free (self->author);
  g_free (self->url);
  g_free (self->published);
  g_free (self->language);
  g_free (self->direction);
  g_free (self->note);
  g_strfreev (self->maps);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
decode (Options *self,
        GError **error)
{
  char **texts[] = { &self->format, &self->encoding, &self->title, &self->outlet, &self->author,
                     &self->url, &self->published, &self->language, &self->direction, &self->note };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (!plx_cli_decode (texts[i], error))
      return FALSE;
  for (char **map = self->maps; map != NULL && *map != NULL; map++)
    if (!plx_cli_decode (map, error))
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

/* What the files are, sorted. */
typedef struct
{
  GPtrArray *items;     /* (owned) (element-type PlxIntakeItem): articles */
  GPtrArray *codebooks; /* (owned) (element-type PlxCodebookFile) */
  GPtrArray *datasets;  /* (owned) (element-type filename): annotated data */
  int n_refused;        /* each was told */
} Files;

static void
files_clear (Files *self)
{
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->codebooks);
  g_ptr_array_unref (self->datasets);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Files, files_clear)

static gboolean
is_format (const Options *options,
           const char *name)
{
  return options->format != NULL && strcmp (options->format, name) == 0;
}

/* Whether @file is to be read as a codebook. */
static gboolean
is_codebook (GFile *file,
             const Options *options)
{
  if (options->format == NULL)
    return plx_codebook_file_is_one (file);
  return is_format (options, "qdc") || is_format (options, "codebook");
}

static gboolean
is_dataset (GFile *file,
            const Options *options)
{
  if (options->format == NULL)
    return plx_formats_sniff (g_file_peek_path (file)) != NULL;
  return !is_format (options, "text");
}

static gboolean
read_file (GFile *file,
           const Options *options,
           Files *sorted,
           GError **error)
{
  const PlxIntakeWishes wishes = { options->encoding, options->keep };
  PlxCodebookFile *codebook;
  PlxIntakeItem *item;

  if (is_codebook (file, options))
    {
      if ((codebook = plx_codebook_file_read (file, NULL, error)) != NULL)
        g_ptr_array_add (sorted->codebooks, codebook);
      return codebook != NULL;
    }
  if (is_dataset (file, options))
    {
      g_ptr_array_add (sorted->datasets, g_file_get_path (file));
      return TRUE;
    }
  if ((item = plx_intake_read_file (file, &wishes, error)) == NULL)
    return FALSE;
  item->allow_duplicate = options->again;
  describe (item->document, options);
  g_ptr_array_add (sorted->items, item);
  return TRUE;
}

static void
refuse (Files *sorted,
        const GError *error)
{
  plx_cli_warn (error->message);
  sorted->n_refused++;
}

/* A file that cannot be read is told and does not stop the others. */
static void
read_files (char **paths,
            const Options *options,
            Files *sorted)
{
  for (char **path = paths; *path != NULL; path++)
    {
      g_autoptr (GFile) given = g_file_new_for_path (*path);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) files = plx_intake_expand (given, &error);

      if (files == NULL)
        refuse (sorted, error);
      for (guint i = 0; files != NULL && i < files->len; i++)
        {
          g_autoptr (GError) local = NULL;

          if (!read_file (g_ptr_array_index (files, i), options, sorted, &local))
            refuse (sorted, local);
        }
    }
}

/* What is nearly the same as another article is added and told. */
static void
report_alike (PlxConnection *connection,
              const PlxIntakeItem *item,
              const GPtrArray *items)
{
  g_autoptr (PlxDocument) other = NULL;
  g_autofree char *line = NULL;

  if (item->likeness <= 0)
    return;
  other = item->resembles != PLX_ID_NONE ? plx_documents_get (connection, item->resembles, NULL)
                                         : plx_document_copy (((PlxIntakeItem *) g_ptr_array_index (items, item->resembles_item))->document);
  if (other == NULL)
    return;
  line = plx_intake_item_dup_alike_report (item, other->title);
  plx_cli_warn (line);
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

/* Each file of annotated data is one edit. */
static gboolean
load_datasets (const PlxCli *cli,
               PlxConnection *connection,
               const Options *options,
               GPtrArray *paths,
               GError **error)
{
  PlxImportMode mode = options->preview ? PLX_IMPORT_PREVIEW : options->rest ? PLX_IMPORT_REST
                                                                             : PLX_IMPORT_STRICT;

  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = g_ptr_array_index (paths, i);
      const PlxFormat *format = plx_datasets_choose (options->format, path, error);

      if (format == NULL || !plx_datasets_import (cli, connection, format, path, mode, options->maps, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_articles (const PlxCli *cli,
              PlxConnection *connection,
              GPtrArray *items,
              gboolean revise,
              GError **error)
{
  g_autoptr (PlxVerb) verb = plx_intake_verb (items);

  if (!plx_intake_find_duplicates (connection, items, error) || !plx_intake_find_alike (connection, items, NULL, error))
    return FALSE;
  if (!plx_intake_find_revised (connection, items, error))
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    ((PlxIntakeItem *) g_ptr_array_index (items, i))->as_version = revise;
  if (items->len > 0 && !plx_verb_run (verb, connection, cli->annotator, NULL, error))
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    {
      if (!cli->quiet)
        report_alike (connection, g_ptr_array_index (items, i), items);
      report (cli, g_ptr_array_index (items, i));
    }
  return TRUE;
}

static gboolean
add_files (const PlxCli *cli,
           const Options *options,
           const Files *files,
           GError **error)
{
  g_autoptr (PlxConnection) connection = plx_connection_open (cli->arguments[0], PLX_OPEN_CREATE, error);

  return connection != NULL && load_codebooks (cli, connection, files->codebooks, error) &&
         load_datasets (cli, connection, options, files->datasets, error) && add_articles (cli, connection, files->items, options->revise, error);
}

/* A project that was made for files that then could not be read goes again. */
static PlxExit
import (const PlxCli *cli,
        const Options *options)
{
  g_autoptr (GError) error = NULL;
  g_auto (Files) files = { g_ptr_array_new_with_free_func ((GDestroyNotify) plx_intake_item_free),
                           g_ptr_array_new_with_free_func ((GDestroyNotify) plx_codebook_file_unref),
                           g_ptr_array_new_with_free_func (g_free) };
  gboolean fresh = !g_file_test (cli->arguments[0], G_FILE_TEST_EXISTS);
  gboolean done;

  read_files (cli->arguments + 1, options, &files);
  if (files.items->len + files.codebooks->len + files.datasets->len == 0)
    {
      if (files.n_refused == 0)
        plx_cli_warn (_ ("There are no files in the folder; nothing was added."));
      return PLX_EXIT_FAILED;
    }
  done = add_files (cli, options, &files, &error);
  if (fresh && files.datasets->len > 0 && files.items->len + files.codebooks->len == 0 && (!done || options->preview))
    g_unlink (cli->arguments[0]);
  if (!done)
    return plx_cli_fail (error);
  return files.n_refused == 0 ? PLX_EXIT_DONE : PLX_EXIT_FAILED;
}

PlxExit
plx_cmd_import (const PlxCommand *self,
                int argc,
                char **argv)
{
  g_auto (Options) options = { NULL };
  g_auto (PlxCli) cli = { NULL };
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &options.format, N_ ("What the files are, where their beginning does not show it"), N_ ("FORMAT") },
    { "rest", 0, 0, G_OPTION_ARG_NONE, &options.rest, N_ ("Leave out what is wrong in annotated data, and take the rest"), NULL },
    { "preview", 0, 0, G_OPTION_ARG_NONE, &options.preview, N_ ("Only tell what annotated data would add"), NULL },
    { "map", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.maps, N_ ("Take a new tag of annotated data as one that is there (may be repeated)"), N_ ("TAG=TAG") },
    { "encoding", 0, 0, G_OPTION_ARG_FILENAME, &options.encoding, N_ ("Encoding of texts and pages, instead of what they tell"), N_ ("NAME") },
    { "keep", 0, 0, G_OPTION_ARG_NONE, &options.keep, N_ ("Keep the files in the project too, compressed"), NULL },
    { "again", 0, 0, G_OPTION_ARG_NONE, &options.again, N_ ("Add texts that are in the project already"), NULL },
    { "revise", 0, 0, G_OPTION_ARG_NONE, &options.revise, N_ ("Make revised texts new versions of the articles that are there"), NULL },
    { "title", 0, 0, G_OPTION_ARG_FILENAME, &options.title, N_ ("Title, instead of the first line"), N_ ("TEXT") },
    { "outlet", 0, 0, G_OPTION_ARG_FILENAME, &options.outlet, N_ ("Who published it"), N_ ("NAME") },
    { "author", 0, 0, G_OPTION_ARG_FILENAME, &options.author, N_ ("Who wrote it"), N_ ("NAME") },
    { "url", 0, 0, G_OPTION_ARG_FILENAME, &options.url, N_ ("Where it was found"), N_ ("URL") },
    { "published", 0, 0, G_OPTION_ARG_FILENAME, &options.published, N_ ("When: 2024, 2024-11, 2024-11-28 or 2024-11-28T18:30:00+03:00"), N_ ("DATE") },
    { "language", 0, 0, G_OPTION_ARG_FILENAME, &options.language, N_ ("Language: en, ar, pt-BR"), N_ ("TAG") },
    { "direction", 0, 0, G_OPTION_ARG_FILENAME, &options.direction, N_ ("Reading direction, instead of what the letters tell: ltr, rtl"), N_ ("DIRECTION") },
    { "note", 0, 0, G_OPTION_ARG_FILENAME, &options.note, N_ ("A note"), N_ ("TEXT") },
    { NULL }
  };
  g_autoptr (GError) error = NULL;
  PlxExit status;

  if (!plx_cli_parse (&cli, self, entries, argc, argv, 2, -1, &status))
    return status;
  if (!decode (&options, &error))
    return plx_cli_misuse (self, error->message);
  if (options.title != NULL && cli.n_arguments > 2)
    return plx_cli_misuse (self, _ ("A title can be given to one file only."));
  if (options.format != NULL && !is_format (&options, "text") && plx_formats_find (options.format, NULL) == NULL)
    {
      g_autofree char *known = plx_datasets_list (FALSE);
      /* Translators: the format that was typed, names of formats */
      g_autofree char *message = g_strdup_printf (_ ("“%s” cannot be read. Use --format=text, or one of: %s."), options.format, known);

      return plx_cli_misuse (self, message);
    }
  if (options.encoding != NULL && !plx_intake_check_charset (options.encoding, &error))
    return plx_cli_misuse (self, error->message);
  return import (&cli, &options);
}
