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

/* Writes the last @n digits of @value. */
static char *
print_hex (char *p,
           guint64 value,
           int n)
{
  static const char digits[] = "0123456789abcdef";

  for (int i = n - 1; i >= 0; i--, value >>= 4)
    p[i] = digits[value & 0xf];
  return p + n;
}

/* Layout of version 7: 48 bits time, 4 bits version, 12 bits, 2 bits variant,
 * 62 bits.  The counter's upper 12 bits follow the version, its lower 9 bits
 * the variant, and the constant fill takes the rest. */
void
plx_id_print_uuid (PlxId id,
                   char *uuid)
{
  guint64 time = (guint64) plx_id_get_time (id);
  guint64 counter = (guint64) id & COUNTER_MASK;
  guint64 tail = G_GUINT64_CONSTANT (1) << 63 | (counter & 0x1ff) << FILL_BITS | FILL;
  char *p = print_hex (uuid, time >> 16, 8);

  *p++ = '-';
  p = print_hex (p, time, 4);
  *p++ = '-';
  *p++ = '7';
  p = print_hex (p, counter >> 9, 3);
  *p++ = '-';
  p = print_hex (p, tail >> 48, 4);
  *p++ = '-';
  p = print_hex (p, tail, 12);
  *p = '\0';
}

char *
plx_id_to_uuid (PlxId id)
{
  char *uuid = g_malloc (PLX_UUID_LENGTH + 1);

  plx_id_print_uuid (id, uuid);
  return uuid;
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

static char *
dup_uuid (const guint8 *bytes)
{
  char *uuid = g_malloc (PLX_UUID_LENGTH + 1), *p = uuid;

  for (int i = 0; i < 16; i++)
    {
      if (i == 4 || i == 6 || i == 8 || i == 10)
        *p++ = '-';
      p = print_hex (p, bytes[i], 2);
    }
  *p = '\0';
  return uuid;
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
  return dup_uuid (d);
}
