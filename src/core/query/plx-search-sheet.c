/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "query/plx-search-sheet.h"

#include <glib/gi18n-lib.h>

static const char *
get_where_word (PlxSearchWhere where)
{
  switch (where)
    {
    case PLX_SEARCH_TEXT:
      return _ ("text");
    case PLX_SEARCH_NOTE:
      return _ ("note of an annotation");
    case PLX_SEARCH_ARTICLE:
      return _ ("article");
    case PLX_SEARCH_ENTITY:
      return _ ("actor or place");
    case PLX_SEARCH_TAG:
      return _ ("tag");
    case PLX_SEARCH_QUESTION:
      return _ ("question");
    default:
      g_assert_not_reached ();
    }
}

static void
add_row (PlxSheet *sheet,
         const PlxSearchHit *hit)
{
  PlxSheetRow *row = plx_sheet_add_row (sheet, hit->document != PLX_ID_NONE ? hit->document : hit->subject,
                                        plx_sheet_keep (sheet, hit->title), plx_sheet_keep (sheet, get_where_word (hit->where)));
  g_autofree char *uuid = plx_id_to_uuid (row->id);
  g_autofree char *start = g_strdup_printf ("%d", hit->span.start);
  g_autofree char *end = g_strdup_printf ("%d", hit->span.end);
  const char *texts[] = { hit->before, hit->text, hit->after, hit->span.end > 0 ? start : "", hit->span.end > 0 ? end : "", uuid };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      row->cells[i].state = PLX_CELL_PLAIN;
      row->cells[i].text = plx_sheet_keep (sheet, texts[i]);
    }
}

PlxSheet *
plx_search_sheet_new (const char *title,
                      const GPtrArray *hits)
{
  PlxSheet *sheet = plx_sheet_new (title, _ ("Title"), _ ("Where"), NULL);
  const char *columns[] = { _ ("Before"), _ ("Found"), _ ("After"), _ ("Start"), _ ("End"), _ ("UUID") };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    plx_sheet_add_column (sheet, columns[i], "", PLX_ID_NONE, "");
  for (guint i = 0; i < hits->len; i++)
    add_row (sheet, g_ptr_array_index (hits, i));
  return sheet;
}
