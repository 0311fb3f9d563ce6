/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Revised texts: `revise` and `versions`. */

#include "config.h"

#include "plx-commands.h"
#include "plx-finder.h"

#include "format/plx-json-rows.h"
#include "intake/plx-intake-revision.h"
#include "model/plx-diff.h"
#include "store/plx-documents.h"
#include "store/plx-versions.h"
#include "verb/plx-version-verbs.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

static void
put (PlxJson *json)
{
  plx_json_end (json);
  fwrite (json->line->str, 1, json->line->len, stdout);
}

static void
add_spans (PlxJson *json,
           const char *key,
           const GArray *spans)
{
  plx_json_begin_array (json, key);
  for (guint i = 0; i < spans->len; i++)
    {
      plx_json_begin_array (json, NULL);
      plx_json_add_int (json, NULL, g_array_index (spans, PlxSpan, i).start);
      plx_json_add_int (json, NULL, g_array_index (spans, PlxSpan, i).end);
      plx_json_end_array (json);
    }
  plx_json_end_array (json);
}

/* revise */

typedef struct
{
  char *encoding;
  char *published;
  gboolean corrects;
  gboolean reworded;
  gboolean preview;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->encoding);
  g_free (self->published);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static char *
dup_words (PlxText *text,
           const GArray *spans)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    {
      g_autofree char *piece = plx_text_dup_slice (text, g_array_index (spans, PlxSpan, i).start, g_array_index (spans, PlxSpan, i).end);

      g_string_append_printf (words, "%s%s", i > 0 ? " … " : "", piece);
    }
  return g_string_free (words, FALSE);
}

static void
put_revised (PlxJson *json,
             const PlxRevision *revision,
             const PlxRevised *revised,
             gboolean waits)
{
  static const char *const ways[] = { "kept", "found", "reworded", "lost" };
  g_autofree char *quote = plx_annotation_dup_quote (revised->annotation);

  plx_json_begin (json);
  plx_json_add_id (json, "annotation", revised->annotation->id);
  plx_json_add_string (json, "way", ways[revised->way]);
  plx_json_add_boolean (json, "waits", waits);
  add_spans (json, "spans", revised->annotation->spans);
  plx_json_add_string (json, "text", quote);
  if (revised->spans != NULL)
    {
      g_autofree char *words = dup_words (revision->after, revised->spans);

      add_spans (json, "new-spans", revised->spans);
      plx_json_add_string (json, "new-text", words);
    }
  put (json);
}

/* What `--place-reworded` decides. */
static GPtrArray *
decide (const PlxRevision *revision,
        const Options *options)
{
  GPtrArray *decisions = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_decision_free);

  for (guint i = 0; options->reworded && i < revision->annotations->len; i++)
    {
      const PlxRevised *revised = g_ptr_array_index (revision->annotations, i);

      if (revised->waits && revised->way == PLX_CARRY_REWORDED)
        g_ptr_array_add (decisions, plx_decision_new (revised->annotation->id, revised->spans));
    }
  return decisions;
}

static void
put_plan (const PlxRevision *revision,
          const Options *options)
{
  g_auto (PlxJson) json = { NULL };

  plx_json_init (&json);
  for (guint i = 0; i < revision->annotations->len; i++)
    {
      const PlxRevised *revised = g_ptr_array_index (revision->annotations, i);
      gboolean placed = options->reworded && revised->way == PLX_CARRY_REWORDED;

      put_revised (&json, revision, revised, revised->waits && !placed);
    }
}

static void
tell (const PlxCli *cli,
      const PlxRevision *revision,
      guint n_decided)
{
  PlxRevision told = *revision;
  g_autofree char *summary = NULL;
  g_autofree char *uuid = plx_id_to_uuid (revision->document->id);
  g_autofree char *line = NULL;

  told.n_carried += n_decided;
  told.n_waiting -= n_decided;
  summary = plx_revision_dup_summary (&told);
  line = g_strconcat (uuid, " ", summary, NULL);
  plx_cli_say (cli, line);
}

static gboolean
revise (const PlxCli *cli,
        const Options *options,
        PlxConnection *connection,
        PlxId article,
        const PlxIntakeItem *item,
        GError **error)
{
  g_autoptr (PlxRevision) revision = plx_revision_plan (connection, article, item->text, options->corrects, error);
  g_autoptr (GPtrArray) decisions = NULL;
  g_autoptr (PlxDocument) document = NULL;
  g_autoptr (PlxVerb) verb = NULL;

  if (revision == NULL)
    return FALSE;
  if (options->preview)
    {
      put_plan (revision, options);
      return TRUE;
    }
  document = plx_intake_item_dup_revised (item, revision->document);
  if (options->published != NULL)
    {
      g_free (document->published);
      document->published = g_strdup (options->published);
    }
  decisions = decide (revision, options);
  verb = plx_verb_revise (document, item->text, item->blocks, item->original, options->corrects, decisions);
  if (!plx_verb_run (verb, connection, cli->annotator, NULL, error))
    return FALSE;
  tell (cli, revision, decisions->len);
  return TRUE;
}

static gboolean
run_revise (const PlxCli *cli,
            const Options *options,
            GError **error)
{
  const PlxIntakeWishes wishes = { options->encoding, FALSE };
  g_autoptr (GFile) file = g_file_new_for_path (cli->arguments[2]);
  g_autofree char *name = g_strdup (cli->arguments[1]);
  g_autoptr (PlxIntakeItem) item = NULL;
  g_autoptr (PlxConnection) connection = NULL;
  g_autoptr (PlxFinder) finder = NULL;
  g_autofree char *report = NULL;
  PlxId article;

  if (!plx_cli_decode (&name, error) || (item = plx_intake_read_file (file, &wishes, error)) == NULL)
    return FALSE;
  report = plx_intake_item_dup_report (item);
  if (report != NULL)
    plx_cli_warn (report);
  connection = options->preview ? plx_cli_open_reader (cli->arguments[0], error)
                                : plx_connection_open (cli->arguments[0], PLX_OPEN_WRITE, error);
  if (connection == NULL)
    return FALSE;
  finder = plx_finder_new (connection);
  return plx_finder_find_document (finder, name, &article, error) && revise (cli, options, connection, article, item, error);
}

PlxExit
plx_cmd_revise (const PlxCommand *self,
                int argc,
                char **argv)
{
  g_auto (Options) options = { NULL };
  g_auto (PlxCli) cli = { NULL };
  const GOptionEntry entries[] = {
    { "correct", 0, 0, G_OPTION_ARG_NONE, &options.corrects, N_ ("Only typos differ: what is worded otherwise is carried over too"), NULL },
    { "place-reworded", 0, 0, G_OPTION_ARG_NONE, &options.reworded, N_ ("Put reworded passages where they are proposed"), NULL },
    { "preview", 0, 0, G_OPTION_ARG_NONE, &options.preview, N_ ("Only tell what would become of each annotation, as JSON Lines"), NULL },
    { "encoding", 0, 0, G_OPTION_ARG_FILENAME, &options.encoding, N_ ("Read the file in this encoding"), N_ ("ENCODING") },
    { "published", 0, 0, G_OPTION_ARG_FILENAME, &options.published, N_ ("When the revised text was published"), N_ ("DATE") },
    { NULL }
  };
  g_autoptr (GError) error = NULL;
  PlxExit status;

  if (!plx_cli_parse (&cli, self, entries, argc, argv, 3, 3, &status))
    return status;
  if (!plx_cli_decode (&options.encoding, &error) || !plx_cli_decode (&options.published, &error) ||
      (options.encoding != NULL && !plx_intake_check_charset (options.encoding, &error)))
    return plx_cli_misuse (self, error->message);
  return run_revise (&cli, &options, &error) ? PLX_EXIT_DONE : plx_cli_fail (error);
}

/* versions */

/* What is annotated of the article, and what waits in an earlier version. */
static gboolean
put_version (PlxJson *json,
             PlxConnection *connection,
             const PlxDocument *version,
             GError **error)
{
  int n = plx_versions_count_waiting_in (connection, version->id, error);

  if (n < 0)
    return FALSE;
  plx_json_begin (json);
  plx_json_add_document (json, version, NULL);
  plx_json_add_int (json, version->article == PLX_ID_NONE ? "annotations" : "waiting", n);
  put (json);
  return TRUE;
}

/* What an earlier version has that the article has not, and the other way round. */
static gboolean
put_differences (PlxJson *json,
                 PlxConnection *connection,
                 PlxId before,
                 PlxId after,
                 GError **error)
{
  g_autoptr (PlxText) old = plx_documents_load_text (connection, before, error);
  g_autoptr (PlxText) new = old != NULL ? plx_documents_load_text (connection, after, error) : NULL;
  g_autoptr (GArray) runs = new != NULL ? plx_diff_texts (old, new) : NULL;

  for (guint i = 0; runs != NULL && i < runs->len; i++)
    {
      const PlxDiffRun *run = &g_array_index (runs, PlxDiffRun, i);
      g_autofree char *gone = NULL;
      g_autofree char *come = NULL;

      if (run->kept)
        continue;
      gone = plx_text_dup_slice (old, run->before.start, run->before.end);
      come = plx_text_dup_slice (new, run->after.start, run->after.end);
      plx_json_begin (json);
      plx_json_add_int (json, "start", run->before.start);
      plx_json_add_string (json, "gone", gone);
      plx_json_add_int (json, "new-start", run->after.start);
      plx_json_add_string (json, "come", come);
      put (json);
    }
  return runs != NULL;
}

static gboolean
run_versions (const PlxCli *cli,
              gboolean differences,
              GError **error)
{
  g_autoptr (PlxConnection) connection = plx_cli_open_reader (cli->arguments[0], error);
  g_autoptr (PlxFinder) finder = connection != NULL ? plx_finder_new (connection) : NULL;
  g_autofree char *name = g_strdup (cli->arguments[1]);
  g_autoptr (PlxDocument) document = NULL;
  g_autoptr (GPtrArray) versions = NULL;
  g_auto (PlxJson) json = { NULL };
  PlxId id;

  if (connection == NULL || !plx_cli_decode (&name, error) || !plx_finder_find_document (finder, name, &id, error) ||
      (document = plx_documents_get (connection, id, error)) == NULL)
    return FALSE;
  plx_json_init (&json);
  if (differences && document->article != PLX_ID_NONE)
    return put_differences (&json, connection, id, document->article, error);
  if ((versions = plx_versions_list (connection, id, error)) == NULL)
    return FALSE;
  if (differences)
    return versions->len == 0 || put_differences (&json, connection, ((PlxDocument *) g_ptr_array_index (versions, versions->len - 1))->id, id, error);
  for (guint i = 0; i < versions->len; i++)
    if (!put_version (&json, connection, g_ptr_array_index (versions, i), error))
      return FALSE;
  return put_version (&json, connection, document, error);
}

PlxExit
plx_cmd_versions (const PlxCommand *self,
                  int argc,
                  char **argv)
{
  gboolean differences = FALSE;
  const GOptionEntry entries[] = {
    { "differences", 0, 0, G_OPTION_ARG_NONE, &differences, N_ ("Tell what differs from the version before, or of an earlier version from the article now"), NULL },
    { NULL }
  };
  g_auto (PlxCli) cli = { NULL };
  g_autoptr (GError) error = NULL;
  PlxExit status;

  if (!plx_cli_parse (&cli, self, entries, argc, argv, 2, 2, &status))
    return status;
  return run_versions (&cli, differences, &error) ? PLX_EXIT_DONE : plx_cli_fail (error);
}
