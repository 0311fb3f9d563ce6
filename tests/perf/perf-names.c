/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finding entities as one types, among 5,000 with 10,000 aliases, against
 * looking for the same letters in every name.
 *
 * The floor only says whether a name has them; ours ranks and sorts what is
 * found and keeps the best eight.
 */

#include "config.h"

#include "plx-perf.h"

#include "model/plx-fold.h"
#include "query/plx-name-index.h"
#include "store/plx-edit.h"
#include "store/plx-entities.h"

#include "plx-test-dir.h"

#include <string.h>

#define N_ENTITIES 5000
#define N_PAIRS 9

/* One measurement; a search takes less than a clock can tell. */
#define N_TIMES 20

static const char *const queries[] = { "", "c", "cit", "citizen 49", "merrow", "zzz", "alias number" };

typedef struct
{
  PlxNameIndex *index;
  GPtrArray *names; /* (element-type utf8) (owned): folded */
} Bench;

static gboolean
fill_cb (PlxConnection *connection,
         PlxId annotator,
         gpointer data,
         GError **error)
{
  Bench *bench = data;

  for (int i = 0; i < N_ENTITIES; i++)
    {
      g_autoptr (PlxEntity) entity = plx_entity_new ();
      char *aliases[] = { NULL, NULL, NULL };
      g_autofree char *first = aliases[0] = g_strdup_printf ("The Honourable Alias al-Number %d", i);
      g_autofree char *second = aliases[1] = g_strdup_printf ("No. %d of Merrowick", i);

      entity->kind = PLX_KIND_ACTOR;
      g_free (entity->name);
      entity->name = g_strdup_printf ("Citizen %d", i);
      g_strfreev (entity->aliases);
      entity->aliases = g_strdupv (aliases);
      g_ptr_array_add (bench->names, plx_fold_string (entity->name, PLX_FOLD_ALL));
      g_ptr_array_add (bench->names, plx_fold_string (first, PLX_FOLD_ALL));
      g_ptr_array_add (bench->names, plx_fold_string (second, PLX_FOLD_ALL));
      if (!plx_entities_add (connection, entity, error))
        return FALSE;
    }
  return TRUE;
}

static void
look_bare (gpointer data)
{
  const Bench *bench = data;
  guint n = 0;

  for (int time = 0; time < N_TIMES; time++)
    for (guint query = 0; query < G_N_ELEMENTS (queries); query++)
      for (guint i = 0; i < bench->names->len; i++)
        n += strstr (g_ptr_array_index (bench->names, i), queries[query]) != NULL;
  g_assert_cmpuint (n, >, 0);
}

static void
look (gpointer data)
{
  const Bench *bench = data;

  for (int time = 0; time < N_TIMES; time++)
    for (guint query = 0; query < G_N_ELEMENTS (queries); query++)
      {
        g_autoptr (GArray) hits = plx_name_index_find (bench->index, queries[query], PLX_NAME_INSIDE, NULL, 0, 8);

        g_assert_cmpuint (hits->len, ==, g_str_equal (queries[query], "zzz") ? 0 : 8);
      }
}

static void
test_find (void)
{
  PlxEditInfo info = { "import", NULL, "Bench" };
  g_autofree char *folder = plx_test_dir_new ();
  g_autofree char *path = g_build_filename (folder, "bench.parallax", NULL);
  PlxConnection *connection;
  GError *error = NULL;
  Bench bench = { NULL, g_ptr_array_new_with_free_func (g_free) };

  connection = plx_connection_open (path, PLX_OPEN_CREATE, &error);
  g_assert_no_error (error);
  plx_edit_run (connection, &info, fill_cb, &bench, NULL, &error);
  g_assert_no_error (error);
  bench.index = plx_name_index_load (connection, &error);
  g_assert_no_error (error);
  plx_perf_compare ("seven searches among 15,000 names", 4.5, N_PAIRS, look_bare, look, &bench);

  plx_name_index_free (bench.index);
  g_ptr_array_unref (bench.names);
  plx_connection_close (connection);
  plx_test_dir_remove (folder);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/perf/names/find", test_find);
  return g_test_run ();
}
