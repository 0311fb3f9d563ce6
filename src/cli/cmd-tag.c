/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-commands.h"
#include "plx-ops.h"

#include <glib/gi18n.h>

/* Options that are texts, and the keys they become. */
static const struct
{
  const char *key;
  const char *description;
  const char *parameter;
} texts[] = {
  { "document", N_ ("The article: UUID, file name or title"), N_ ("UUID") },
  { "span", N_ ("Code points from 0, half open; more than one with commas"), N_ ("START-END") },
  { "tag", N_ ("Tag or path, such as Actor/State"), N_ ("NAME") },
  { "entity", N_ ("Actor or place that is mentioned"), N_ ("NAME") },
  { "note", N_ ("A note"), N_ ("TEXT") },
  { "question", N_ ("What the claim speaks about"), N_ ("TEXT") },
  { "value", N_ ("What it says: 18, “>=40 homes”, 5..7, words"), N_ ("EXPR") },
  { "said-by", N_ ("Who says it, or “the outlet itself”"), N_ ("NAME") },
  { "attribution", N_ ("quoted, reported or own-voice"), N_ ("WORD") },
  { "polarity", N_ ("affirms or denies"), N_ ("WORD") },
  { "certainty", N_ ("stated, hedged, alleged or predicted"), N_ ("WORD") },
  { "event-time", N_ ("When it happened: 2024-11-28"), N_ ("DATE") },
  { "place", N_ ("Where it happened"), N_ ("NAME") },
};

#define N_TEXTS G_N_ELEMENTS (texts)

typedef struct
{
  char *values[N_TEXTS];
} Options;

static void
options_clear (Options *self)
{
  for (guint i = 0; i < N_TEXTS; i++)
    g_clear_pointer (&self->values[i], g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static GOptionEntry *
make_entries (Options *self)
{
  GOptionEntry *entries = g_new0 (GOptionEntry, N_TEXTS + 1);

  for (guint i = 0; i < N_TEXTS; i++)
    {
      entries[i].long_name = texts[i].key;
      entries[i].arg = G_OPTION_ARG_FILENAME;
      entries[i].arg_data = &self->values[i];
      entries[i].description = texts[i].description;
      entries[i].arg_description = texts[i].parameter;
    }
  return entries;
}

/* Reads `3-9,12-20`. */
static JsonArray *
parse_spans (const char *string)
{
  g_autoptr (JsonArray) spans = json_array_new ();
  g_auto (GStrv) parts = g_strsplit (string, ",", -1);

  for (char **part = parts; *part != NULL; part++)
    {
      g_auto (GStrv) ends = g_strsplit (*part, "-", -1);
      JsonArray *span = json_array_new ();
      guint64 value;

      json_array_add_array_element (spans, span);
      if (g_strv_length (ends) != 2)
        return NULL;
      for (int i = 0; i < 2; i++)
        {
          if (!g_ascii_string_to_unsigned (ends[i], 10, 0, G_MAXINT, &value, NULL))
            return NULL;
          json_array_add_int_element (span, (gint64) value);
        }
    }
  return g_steal_pointer (&spans);
}

static JsonObject *
make_edit (Options *self,
           GError **error)
{
  g_autoptr (JsonObject) edit = json_object_new ();
  JsonArray *spans;

  json_object_set_string_member (edit, "op", "tag");
  for (guint i = 0; i < N_TEXTS; i++)
    {
      if (!plx_cli_decode (&self->values[i], error))
        return NULL;
      if (self->values[i] != NULL && !g_str_equal (texts[i].key, "span"))
        json_object_set_string_member (edit, texts[i].key, self->values[i]);
    }
  spans = parse_spans (self->values[1]);
  if (spans == NULL)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("“%s” is no span; write START-END[,START-END…]."), self->values[1]);
      return NULL;
    }
  json_object_set_array_member (edit, "spans", spans);
  return g_steal_pointer (&edit);
}

PlxExit
plx_cmd_tag (const PlxCommand *self,
             int argc,
             char **argv)
{
  g_auto (Options) options = { { NULL } };
  g_autofree GOptionEntry *entries = make_entries (&options);
  g_auto (PlxCli) cli = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonObject) edit = NULL;
  PlxExit status;

  if (!plx_cli_parse (&cli, self, entries, argc, argv, 1, 1, &status))
    return status;
  if (options.values[0] == NULL || options.values[1] == NULL || options.values[2] == NULL)
    return plx_cli_misuse (self, _ ("--document, --span and --tag are needed."));
  edit = make_edit (&options, &error);
  if (edit == NULL)
    return plx_cli_misuse (self, error->message);
  return plx_ops_run_one (&cli, edit);
}
