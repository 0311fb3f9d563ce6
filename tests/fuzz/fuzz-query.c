/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What somebody types into the search field, looked for in a small project. */

#include "config.h"

#include "plx-fuzz.h"

#include "query/plx-search.h"

static void
search (const PlxSearchQuery *query)
{
  PlxTestProject *project = plx_fuzz_get_project ();
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_search_hit_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxSearch) found = plx_search_new (project->connection, query, &error);
  gboolean more = TRUE;

  if (found == NULL)
    {
      g_assert_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_NOT_FOUND);
      return;
    }
  while (more)
    {
      plx_search_next (found, hits, 10, NULL, &more, &error);
      g_assert_no_error (error);
    }
  plx_search_sort (hits, PLX_SEARCH_BY_LEFT);
  plx_search_sort (hits, PLX_SEARCH_BY_RIGHT);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t size)
{
  g_autofree char *line = g_utf8_make_valid ((const char *) data, (gssize) size);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxSearchQuery) query = plx_search_query_parse (line, &error);

  if (query != NULL)
    search (query);
  else
    plx_fuzz_check_error (error);
  return 0;
}
