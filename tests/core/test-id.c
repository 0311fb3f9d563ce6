/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Ids: order, and the way to UUIDs and back. */

#include "config.h"

#include "base/plx-id.h"

#include <string.h>

#define N_THREADS 4
#define N_IDS 20000

static void
test_order (void)
{
  gint64 before = g_get_real_time () / 1000;
  PlxId last = PLX_ID_NONE;

  for (int i = 0; i < N_IDS; i++)
    {
      PlxId id = plx_id_new ();

      g_assert_cmpint (id, >, last);
      last = id;
    }
  /* Counting may have run a little ahead of the clock. */
  g_assert_cmpint (plx_id_get_time (last), >=, before);
  g_assert_cmpint (plx_id_get_time (last), <=, g_get_real_time () / 1000 + 1000);
}

static gpointer
make_ids (gpointer data)
{
  PlxId *ids = data;

  for (int i = 0; i < N_IDS; i++)
    ids[i] = plx_id_new ();
  return NULL;
}

static int
compare_ids_cb (const void *a,
                const void *b)
{
  const PlxId *one = a;
  const PlxId *other = b;

  return (*one > *other) - (*one < *other);
}

static void
test_threads (void)
{
  g_autofree PlxId *ids = g_new (PlxId, N_THREADS * N_IDS);
  GThread *threads[N_THREADS];

  for (int i = 0; i < N_THREADS; i++)
    threads[i] = g_thread_new ("maker", make_ids, ids + i * N_IDS);
  for (int i = 0; i < N_THREADS; i++)
    g_thread_join (threads[i]);

  for (int i = 0; i < N_THREADS; i++)
    for (int j = 1; j < N_IDS; j++)
      g_assert_cmpint (ids[i * N_IDS + j], >, ids[i * N_IDS + j - 1]);
  qsort (ids, N_THREADS * N_IDS, sizeof *ids, compare_ids_cb);
  for (int i = 1; i < N_THREADS * N_IDS; i++)
    g_assert_cmpint (ids[i], !=, ids[i - 1]);
}

static void
assert_round_trip (PlxId id)
{
  g_autofree char *uuid = plx_id_to_uuid (id);
  g_autofree char *upper = g_ascii_strup (uuid, -1);
  g_autofree char *braced = g_strdup_printf ("{%s}", upper);
  PlxId back = PLX_ID_NONE;

  g_assert_true (g_uuid_string_is_valid (uuid));
  g_assert_cmpuint (strlen (uuid), ==, PLX_UUID_LENGTH);
  g_assert_cmpint (uuid[14], ==, '7');
  g_assert_nonnull (strchr ("89ab", uuid[19]));
  g_assert_true (plx_id_from_uuid (uuid, &back));
  g_assert_cmpint (back, ==, id);
  g_assert_true (plx_id_from_uuid (upper, &back));
  g_assert_cmpint (back, ==, id);
  g_assert_true (plx_id_from_uuid (braced, &back));
  g_assert_cmpint (back, ==, id);
}

static void
test_uuid (void)
{
  assert_round_trip (1);
  assert_round_trip (G_MAXINT64);
  for (int shift = 0; shift < 63; shift++)
    assert_round_trip (G_GINT64_CONSTANT (1) << shift);
  for (int i = 0; i < 5000; i++)
    {
      PlxId id = (PlxId) ((guint64) (guint32) g_test_rand_int () << 31 ^ (guint32) g_test_rand_int ());

      assert_round_trip (MAX (id, 1));
    }
}

/* UUIDs sort like the ids they were made from. */
static void
test_uuid_order (void)
{
  g_autofree char *last = plx_id_to_uuid (plx_id_new ());

  for (int i = 0; i < 3000; i++)
    {
      char *uuid = plx_id_to_uuid (plx_id_new ());

      g_assert_cmpstr (last, <, uuid);
      g_free (last);
      last = uuid;
    }
}

static void
test_foreign (void)
{
  const char *const foreign[] = {
    "", "{}", "x", "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff",
    "017f22e2-79b0-7cc3-98c4-dc0c0c07398f" /* version 7 from elsewhere */,
    "c232ab00-9414-11ec-b3c8-9f6bdeced846", "919108f7-52d1-4320-9bac-f847db4148a8"
  };
  PlxId id = 77;

  for (gsize i = 0; i < G_N_ELEMENTS (foreign); i++)
    g_assert_false (plx_id_from_uuid (foreign[i], &id));
  for (int i = 0; i < 2000; i++)
    {
      g_autofree char *uuid = g_uuid_string_random ();

      g_assert_false (plx_id_from_uuid (uuid, &id));
    }
  g_assert_cmpint (id, ==, 77);
}

/* Every change of one character makes a UUID foreign or another id's. */
static void
test_damaged (void)
{
  PlxId made = plx_id_new ();
  g_autofree char *uuid = plx_id_to_uuid (made);
  g_autofree char *open = g_strdup_printf ("{%s", uuid);
  g_autofree char *closed = g_strdup_printf ("%s}", uuid);
  g_autofree char *longer = g_strdup_printf ("%s0", uuid);
  PlxId id;

  g_assert_false (plx_id_from_uuid (open, &id));
  g_assert_false (plx_id_from_uuid (closed, &id));
  g_assert_false (plx_id_from_uuid (longer, &id));
  for (int i = 0; i < PLX_UUID_LENGTH; i++)
    {
      g_autofree char *damaged = g_strdup (uuid);
      g_autofree char *shorter = g_strndup (uuid, (gsize) i);

      damaged[i] = damaged[i] == '0' ? '1' : '0';
      if (plx_id_from_uuid (damaged, &id))
        g_assert_cmpint (id, !=, made);
      damaged[i] = 'g';
      g_assert_false (plx_id_from_uuid (damaged, &id));
      g_assert_false (plx_id_from_uuid (shorter, &id));
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/id/order", test_order);
  g_test_add_func ("/id/threads", test_threads);
  g_test_add_func ("/id/uuid", test_uuid);
  g_test_add_func ("/id/uuid-order", test_uuid_order);
  g_test_add_func ("/id/foreign", test_foreign);
  g_test_add_func ("/id/damaged", test_damaged);

  return g_test_run ();
}
