/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-commands.h"

#include "format/plx-json.h"
#include "format/plx-sheet-file.h"
#include "query/plx-search-sheet.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

/* Hits that are printed before more are looked for. */
#define PAGE 256

typedef struct
{
  char *format;
  char *sort;
  int limit;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->format);
  g_free (self->sort);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static void
add_uuid (PlxJson *json,
          const char *key,
          PlxId id)
{
  g_autofree char *uuid = plx_id_to_uuid (id);

  if (id != PLX_ID_NONE)
    plx_json_add_string (json, key, uuid);
}

static const char *
get_subject_key (PlxSearchWhere where)
{
  switch (where)
    {
    case PLX_SEARCH_ENTITY:
      return "entity";
    case PLX_SEARCH_TAG:
      return "tag";
    case PLX_SEARCH_QUESTION:
      return "question";
    case PLX_SEARCH_TEXT:
    case PLX_SEARCH_NOTE:
    case PLX_SEARCH_ARTICLE:
    default:
      return "annotation";
    }
}

static void
print_hit (PlxJson *json,
           const PlxSearchHit *hit)
{
  plx_json_begin (json);
  plx_json_add_string (json, "where", plx_search_where_get_name (hit->where));
  add_uuid (json, "document", hit->document);
  add_uuid (json, get_subject_key (hit->where), hit->subject);
  plx_json_add_string (json, "title", hit->title);
  if (hit->span.end > 0)
    {
      plx_json_begin_array (json, "span");
      plx_json_add_int (json, NULL, hit->span.start);
      plx_json_add_int (json, NULL, hit->span.end);
      plx_json_end_array (json);
    }
  plx_json_add_string (json, "before", hit->before);
  plx_json_add_string (json, "text", hit->text);
  plx_json_add_string (json, "after", hit->after);
  plx_json_end (json);
  fwrite (json->line->str, 1, json->line->len, stdout);
}

static GPtrArray *
hits_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) plx_search_hit_free);
}

/* As they are found: memory does not grow with the project. */
static gboolean
print_all (PlxSearch *search,
           guint limit,
           GError **error)
{
  g_auto (PlxJson) json = { NULL };
  gboolean more = TRUE;
  guint n = 0;

  plx_json_init (&json);
  while (more && n < limit)
    {
      g_autoptr (GPtrArray) hits = hits_new ();

      if (!plx_search_next (search, hits, MIN (PAGE, limit - n), NULL, &more, error))
        return FALSE;
      for (guint i = 0; i < hits->len && n < limit; i++, n++)
        print_hit (&json, g_ptr_array_index (hits, i));
    }
  return TRUE;
}

/* All at once, for what has to be sorted or is one table. */
static gboolean
print_sorted (PlxSearch *search,
              const char *title,
              gboolean json_lines,
              PlxSheetFormat format,
              PlxSearchOrder order,
              guint limit,
              GError **error)
{
  g_autoptr (GPtrArray) hits = hits_new ();
  g_auto (PlxJson) json = { NULL };
  gboolean more;

  if (!plx_search_next (search, hits, order == PLX_SEARCH_BY_ARTICLE ? limit : G_MAXINT, NULL, &more, error))
    return FALSE;
  plx_search_sort (hits, order);
  if (hits->len > limit)
    g_ptr_array_set_size (hits, (int) limit);
  if (json_lines)
    {
      plx_json_init (&json);
      for (guint i = 0; i < hits->len; i++)
        print_hit (&json, g_ptr_array_index (hits, i));
    }
  else
    {
      g_autoptr (PlxSheet) sheet = plx_search_sheet_new (title, hits);
      g_autofree char *text = plx_sheet_write (sheet, format);

      fputs (text, stdout);
    }
  return TRUE;
}

static gboolean
parse_order (const char *name,
             PlxSearchOrder *order)
{
  static const char *const names[] = { "article", "left", "right" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (name == NULL || strcmp (name, names[i]) == 0)
      {
        *order = (PlxSearchOrder) i;
        return TRUE;
      }
  return FALSE;
}

static PlxExit
search (const PlxCommand *command,
        const PlxCli *cli,
        const Options *options)
{
  g_autofree char *line = g_strjoinv (" ", cli->arguments + 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxSearchQuery) query = NULL;
  g_autoptr (PlxConnection) connection = NULL;
  g_autoptr (PlxSearch) found = NULL;
  PlxSheetFormat format = PLX_SHEET_JSON;
  PlxSearchOrder order;
  guint limit = options->limit > 0 ? (guint) options->limit : G_MAXINT;
  gboolean done;

  if (!plx_cli_decode (&line, &error) || (query = plx_search_query_parse (line, &error)) == NULL ||
      (options->format != NULL && !plx_sheet_format_parse (options->format, &format, &error)))
    return plx_cli_misuse (command, error->message);
  if (!parse_order (options->sort, &order))
    return plx_cli_misuse (command, _ ("--sort is article, left or right."));
  connection = plx_cli_open_reader (cli->arguments[0], &error);
  if (connection == NULL || (found = plx_search_new (connection, query, &error)) == NULL)
    return plx_cli_fail (error);
  if (format == PLX_SHEET_JSON && order == PLX_SEARCH_BY_ARTICLE)
    done = print_all (found, limit, &error);
  else
    done = print_sorted (found, line, format == PLX_SHEET_JSON, format, order, limit, &error);
  return done ? PLX_EXIT_DONE : plx_cli_fail (error);
}

PlxExit
plx_cmd_search (const PlxCommand *self,
                int argc,
                char **argv)
{
  g_auto (Options) options = { NULL };
  g_auto (PlxCli) cli = { NULL };
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_FILENAME, &options.format, N_ ("csv, html or json (one object a line, the default)"), N_ ("FORMAT") },
    { "sort", 0, 0, G_OPTION_ARG_FILENAME, &options.sort, N_ ("By article, left (the words before) or right (the words after)"), N_ ("ORDER") },
    { "limit", 0, 0, G_OPTION_ARG_INT, &options.limit, N_ ("So many hits at most"), N_ ("N") },
    { NULL }
  };
  PlxExit status;

  if (!plx_cli_parse (&cli, self, entries, argc, argv, 2, -1, &status))
    return status;
  return search (self, &cli, &options);
}
