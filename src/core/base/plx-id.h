/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Identity of every row.
 *
 * An id is a positive 63-bit integer: 42 bits of milliseconds since 1970, then
 * 21 bits that start at random in each millisecond and count up.  Ids made
 * later by one process are larger, and two copies of a project practically
 * never make the same one.  Outside the database an id appears as a UUID
 * (version 7 layout) from which the id can be read back; UUIDs that came with
 * imported data are not such UUIDs and are kept as foreign ids.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef gint64 PlxId;

#define PLX_ID_NONE G_GINT64_CONSTANT (0)

/* The length of a UUID in its textual form, without the final NUL. */
#define PLX_UUID_LENGTH 36

/**
 * plx_id_new:
 *
 * Makes a new id, larger than every id this process made before, even if the
 * clock went back.  Thread-safe.
 */
PlxId plx_id_new (void);

/**
 * plx_id_get_time:
 *
 * Returns: the milliseconds since 1970 (UTC) at which @id was made
 */
gint64 plx_id_get_time (PlxId id);

/**
 * plx_id_to_uuid:
 *
 * Returns: (transfer full): the UUID of @id in lower case
 */
char *plx_id_to_uuid (PlxId id);

/**
 * plx_id_print_uuid:
 * @uuid: (out caller-allocates): %PLX_UUID_LENGTH characters and a NUL
 *
 * The same without memory of its own.
 */
void plx_id_print_uuid (PlxId id,
                        char *uuid);

/**
 * plx_id_from_uuid:
 * @uuid: a UUID, case and surrounding braces do not matter
 * @id: (out): the id
 *
 * Returns: whether @uuid was derived from an id; %FALSE for foreign UUIDs
 */
gboolean plx_id_from_uuid (const char *uuid,
                           PlxId *id);

/**
 * plx_uuid_derive:
 * @uuid: of what it belongs to
 * @name: what it is of that
 *
 * Returns: (transfer full): a UUID (version 5) that is always the same for the
 *   same arguments
 */
char *plx_uuid_derive (const char *uuid,
                       const char *name);

G_END_DECLS
