/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "format/plx-capability.h"

#include "store/plx-documents.h"

#include <glib/gi18n-lib.h>

/* A message and its plural; po/meson.build tells xgettext. */
#define NP_(one, many) one, many

/* What may be lost, in the order of the table.  The message gets the number that
 * the query gives. */
static const struct
{
  PlxCapability capability;
  const char *title; /* NULL for a further line on the row before */
  const char *query; /* how many there are in a project */
  const char *one;
  const char *many;
} rows[] = {
  { PLX_CARRIES_TEXTS, N_ ("Texts of the articles"), "SELECT count (*) FROM document WHERE article IS NULL",
    NP_ ("The text of %d article is not in the file.", "The texts of %d articles are not in the file.") },
  { PLX_CARRIES_METADATA, N_ ("Outlet, date and other details of articles"),
    "SELECT count (*) FROM document WHERE article IS NULL AND outlet || author || url || published || language || note || direction <> ''",
    NP_ ("The details of %d article are not in the file.", "The details of %d articles are not in the file.") },
  { PLX_CARRIES_STRUCTURE, N_ ("Headings, list items, quotations"), "SELECT count (DISTINCT text) FROM block WHERE text IN (SELECT text FROM document)",
    NP_ ("What is a heading, a list item or a quotation is not in the file; %d article has some.", "What is a heading, a list item or a quotation is not in the file; %d articles have some.") },
  { PLX_CARRIES_ORIGINALS, N_ ("Files that texts were read from"), "SELECT count (*) FROM document WHERE original IN (SELECT sha256 FROM original)",
    NP_ ("The file that the text of %d article was read from is not in the file.", "The files that the texts of %d articles were read from are not in the file.") },
  { PLX_CARRIES_VERSIONS, N_ ("Earlier versions of articles"), "SELECT count (*) FROM document WHERE article IS NOT NULL",
    NP_ ("%d earlier version of an article is not in the file.", "%d earlier versions of articles are not in the file.") },
  { PLX_CARRIES_VERSIONS, NULL, "SELECT count (*) FROM annotation WHERE document IN " PLX_EARLIER_VERSIONS,
    NP_ ("%d annotation that waits in an earlier version is not in the file.", "%d annotations that wait in earlier versions are not in the file.") },
  { PLX_CARRIES_VERSIONS, NULL, "SELECT count (*) FROM silence WHERE document IN " PLX_EARLIER_VERSIONS,
    NP_ ("%d silence on an earlier version is not in the file.", "%d silences on earlier versions are not in the file.") },
  { PLX_CARRIES_VERSIONS, NULL, "SELECT count (*) FROM relation JOIN annotation AS a ON a.id = source JOIN annotation AS b ON b.id = target "
                                "WHERE a.document IN " PLX_EARLIER_VERSIONS " OR b.document IN " PLX_EARLIER_VERSIONS,
    NP_ ("%d relation of such an annotation is not in the file.", "%d relations of such annotations are not in the file.") },
  { PLX_CARRIES_FIELDS, N_ ("Own fields of articles"), "SELECT count (DISTINCT document) FROM field_value",
    NP_ ("The own fields of %d article are not in the file.", "The own fields of %d articles are not in the file.") },
  { PLX_CARRIES_OUTLETS, N_ ("Short names, colours and notes of outlets"), "SELECT count (*) FROM outlet WHERE short || colour || note <> ''",
    NP_ ("Short name, colour and note of %d outlet are not in the file.", "Short names, colours and notes of %d outlets are not in the file.") },
  { PLX_CARRIES_FRAGMENTS, N_ ("Annotations in several pieces"),
    "SELECT count (*) FROM (SELECT 1 FROM span GROUP BY annotation HAVING count (*) > 1)",
    NP_ ("%d annotation in several pieces becomes one for each piece.", "%d annotations in several pieces become one for each piece.") },
  { PLX_CARRIES_NOTES, N_ ("Notes"), "SELECT count (*) FROM annotation WHERE note <> ''",
    NP_ ("The note of %d annotation is not in the file.", "The notes of %d annotations are not in the file.") },
  { PLX_CARRIES_ANNOTATORS, N_ ("Who annotated"), "SELECT count (DISTINCT annotator) FROM annotation",
    NP_ ("It is not in the file which of %d annotator made what.", "It is not in the file which of %d annotators made what.") },
  { PLX_CARRIES_TIMES, N_ ("When it was annotated"), "SELECT count (*) FROM annotation",
    NP_ ("The time of %d annotation is not in the file.", "The times of %d annotations are not in the file.") },
  { PLX_CARRIES_CODEBOOK, N_ ("Codebook: tree, colours, descriptions"), "SELECT count (*) FROM tag",
    NP_ ("Of %d tag only the name is in the file.", "Of %d tags only the names are in the file.") },
  { PLX_CARRIES_KEYS, N_ ("Codebook: keys and examples"), "SELECT count (*) FROM tag WHERE hotkey || examples <> ''",
    NP_ ("The key and the examples of %d tag are not in the file.", "The keys and examples of %d tags are not in the file.") },
  { PLX_CARRIES_ENTITIES, N_ ("Actors and places"), "SELECT count (*) FROM entity",
    NP_ ("%d actor or place is not in the file.", "%d actors and places are not in the file.") },
  { PLX_CARRIES_ENTITY_DETAILS, N_ ("Their other names, coordinates, notes"),
    "SELECT count (*) FROM entity WHERE note || sort <> '' OR latitude IS NOT NULL OR EXISTS (SELECT 1 FROM alias WHERE entity = entity.id)",
    NP_ ("Other names, coordinates and note of %d actor or place are not in the file.", "Other names, coordinates and notes of %d actors and places are not in the file.") },
  { PLX_CARRIES_CLAIMS, N_ ("Claims"), "SELECT count (*) FROM claim",
    NP_ ("What %d claim says is not in the file.", "What %d claims say is not in the file.") },
  { PLX_CARRIES_QUESTIONS, N_ ("Questions: unit, answer, note"), "SELECT count (*) FROM question",
    NP_ ("Of %d question only the text is in the file, where a claim is on it.", "Of %d questions only the texts are in the file, where claims are on them.") },
  { PLX_CARRIES_SILENCES, N_ ("Silences"), "SELECT count (*) FROM silence",
    NP_ ("%d silence is not in the file.", "%d silences are not in the file.") },
  { PLX_CARRIES_RELATIONS, N_ ("Relations within an article"),
    "SELECT count (*) FROM relation JOIN annotation AS a ON a.id = source JOIN annotation AS b ON b.id = target WHERE a.document = b.document",
    NP_ ("%d relation within an article is not in the file.", "%d relations within articles are not in the file.") },
  { PLX_CARRIES_CROSS_RELATIONS, N_ ("Relations across articles"),
    "SELECT count (*) FROM relation JOIN annotation AS a ON a.id = source JOIN annotation AS b ON b.id = target WHERE a.document <> b.document",
    NP_ ("%d relation across articles is not in the file.", "%d relations across articles are not in the file.") },
  { PLX_CARRIES_REJECTIONS, N_ ("Rejected suggestions"), "SELECT count (*) FROM rejection",
    NP_ ("%d rejected suggestion is not in the file.", "%d rejected suggestions are not in the file.") },
};

static gboolean
count (PlxConnection *connection,
       const char *query,
       int *n,
       GError **error)
{
  g_autoptr (PlxStatement) statement = plx_connection_prepare (connection, query);

  if (plx_statement_step (statement, error) != PLX_STEP_ROW)
    return FALSE;
  *n = (int) plx_statement_get_int (statement, 0);
  return TRUE;
}

gboolean
plx_capabilities_list_losses (PlxConnection *connection,
                              const PlxFormat *format,
                              GPtrArray *lines,
                              GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      /* One annotator is no loss of who was who. */
      int least = rows[i].capability == PLX_CARRIES_ANNOTATORS ? 2 : 1;
      int n;

      if ((format->carries & rows[i].capability) != 0)
        continue;
      if (!count (connection, rows[i].query, &n, error))
        return FALSE;
      if (n >= least)
        {
          const char *line = g_dngettext (GETTEXT_PACKAGE, rows[i].one, rows[i].many, (gulong) n);
          g_autofree char *number = g_strdup_printf ("%d", n);
          g_autoptr (GString) whole = g_string_new (line);

          g_string_replace (whole, "%d", number, 1);
          g_ptr_array_add (lines, g_strdup (whole->str));
        }
    }
  return TRUE;
}

/* Whether @format is another way to write a format, which carries the same. */
static gboolean
is_twin (const PlxFormat *format)
{
  const PlxFormat *const *formats = plx_formats_list ();

  for (guint i = 0; format->is_variant && formats[i] != NULL; i++)
    if (formats[i]->variant == format && formats[i]->carries == format->carries)
      return TRUE;
  return FALSE;
}

static gboolean
is_listed (const PlxFormat *format)
{
  return !format->codebook && !is_twin (format);
}

char *
plx_capabilities_dup_table (void)
{
  const PlxFormat *const *formats = plx_formats_list ();
  GString *table = g_string_new ("| |");

  for (guint i = 0; formats[i] != NULL; i++)
    if (is_listed (formats[i]))
      g_string_append_printf (table, " %s |", formats[i]->title);
  g_string_append (table, "\n|---|");
  for (guint i = 0; formats[i] != NULL; i++)
    if (is_listed (formats[i]))
      g_string_append (table, "---|");
  g_string_append (table, "\n| `--format=` |");
  for (guint i = 0; formats[i] != NULL; i++)
    if (is_listed (formats[i]))
      g_string_append_printf (table, " `%s` |", formats[i]->name);
  for (guint row = 0; row < G_N_ELEMENTS (rows); row++)
    {
      if (rows[row].title == NULL)
        continue;
      g_string_append_printf (table, "\n| %s |", rows[row].title);
      for (guint i = 0; formats[i] != NULL; i++)
        if (is_listed (formats[i]))
          g_string_append (table, (formats[i]->carries & rows[row].capability) != 0 ? " yes |" : " no |");
    }
  g_string_append (table, "\n| Can be read back |");
  for (guint i = 0; formats[i] != NULL; i++)
    if (is_listed (formats[i]))
      g_string_append (table, formats[i]->read != NULL ? " yes |" : " no |");
  g_string_append_c (table, '\n');
  return g_string_free (table, FALSE);
}
