/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "base/plx-id.h"

#define COUNTER_BITS 21
#define COUNTER_MASK ((G_GINT64_CONSTANT (1) << COUNTER_BITS) - 1)

/* The part of a UUID that an id does not fill.  UUIDs without it are foreign. */
#define FILL_BITS 53
#define FILL (G_GUINT64_CONSTANT (0x0b1a7c5d3e9f24) & ((G_GUINT64_CONSTANT (1) << FILL_BITS) - 1))

PlxId
plx_id_new (void)
{
  static GMutex mutex;
  static PlxId last;
  gint64 now = g_get_real_time () / 1000;
  PlxId id;

  g_mutex_lock (&mutex);
  if (now > last >> COUNTER_BITS)
    /* Half of the range is left for counting within this millisecond. */
    id = (now << COUNTER_BITS) | (g_random_int () & (COUNTER_MASK >> 1));
  else
    id = last + 1;
  last = id;
  g_mutex_unlock (&mutex);
  return id;
}

gint64
plx_id_get_time (PlxId id)
{
  return id >> COUNTER_BITS;
}

/* Layout of version 7: 48 bits time, 4 bits version, 12 bits, 2 bits variant,
 * 62 bits.  The counter's upper 12 bits follow the version, its lower 9 bits
 * the variant, and the constant fill takes the rest. */
char *
plx_id_to_uuid (PlxId id)
{
  guint64 time = (guint64) plx_id_get_time (id);
  guint64 counter = (guint64) id & COUNTER_MASK;
  guint64 tail = G_GUINT64_CONSTANT (1) << 63 | (counter & 0x1ff) << FILL_BITS | FILL;

  return g_strdup_printf ("%08x-%04x-7%03x-%04x-%012" G_GINT64_MODIFIER "x",
                          (guint) (time >> 16), (guint) (time & 0xffff), (guint) (counter >> 9),
                          (guint) (tail >> 48), tail & G_GUINT64_CONSTANT (0xffffffffffff));
}

/* Reads 32 hexadecimal digits with dashes in the usual places. */
static gboolean
parse_uuid (const char *uuid,
            guint64 *head,
            guint64 *tail)
{
  guint64 part[2] = { 0, 0 };
  int digits = 0;

  for (int i = 0; i < PLX_UUID_LENGTH; i++)
    {
      if (i == 8 || i == 13 || i == 18 || i == 23)
        {
          if (uuid[i] != '-')
            return FALSE;
          continue;
        }
      if (!g_ascii_isxdigit (uuid[i]))
        return FALSE;
      part[digits / 16] = part[digits / 16] << 4 | (guint64) g_ascii_xdigit_value (uuid[i]);
      digits++;
    }
  *head = part[0];
  *tail = part[1];
  return TRUE;
}

gboolean
plx_id_from_uuid (const char *uuid,
                  PlxId *id)
{
  guint64 head, tail, time, counter;
  gboolean braced;

  g_return_val_if_fail (uuid != NULL && id != NULL, FALSE);

  braced = uuid[0] == '{';
  if (braced)
    uuid++;
  if (!parse_uuid (uuid, &head, &tail) || g_strcmp0 (uuid + PLX_UUID_LENGTH, braced ? "}" : "") != 0)
    return FALSE;
  if ((head >> 12 & 0xf) != 7 || tail >> 62 != 2 || (tail & ((G_GUINT64_CONSTANT (1) << FILL_BITS) - 1)) != FILL)
    return FALSE;

  time = head >> 16;
  counter = (head & 0xfff) << 9 | (tail >> FILL_BITS & 0x1ff);
  if (time >> (63 - COUNTER_BITS) != 0)
    return FALSE;
  *id = (PlxId) (time << COUNTER_BITS | counter);
  return *id != PLX_ID_NONE;
}

char *
plx_uuid_derive (const char *uuid,
                 const char *name)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA1);
  guint8 d[20];
  gsize length = sizeof d;

  g_checksum_update (checksum, (const guchar *) uuid, -1);
  g_checksum_update (checksum, (const guchar *) name, -1);
  g_checksum_get_digest (checksum, d, &length);
  d[6] = (guint8) ((d[6] & 0x0f) | 0x50);
  d[8] = (guint8) ((d[8] & 0x3f) | 0x80);
  return g_strdup_printf ("%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x", d[0], d[1], d[2], d[3], d[4], d[5], d[6],
                          d[7], d[8], d[9], d[10], d[11], d[12], d[13], d[14], d[15]);
}
