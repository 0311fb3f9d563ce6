/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Units that are measures, and how they convert: lengths to metres, areas to
 * square metres.  Whatever else is counted (villages, families) is one family,
 * in which only the number matters. */

#pragma once

#include "model/plx-value.h"

#include <math.h>

G_BEGIN_DECLS

typedef enum
{
  PLX_UNIT_COUNT,
  PLX_UNIT_LENGTH,
  PLX_UNIT_AREA,
  PLX_UNIT_SHARE, /* per cent */
} PlxUnitFamily;

typedef struct
{
  PlxUnitFamily family;
  double factor;     /* of one such unit in the base unit of the family */
  gboolean is_other; /* of another system than the base: numbers in it were rounded */
} PlxUnit;

/**
 * plx_unit_read:
 * @unit: as people write it, in any language that has a table of rules; what
 *   follows it, as in `km (6 mi)`, does not matter
 */
PlxUnit plx_unit_read (const char *unit);

/* An interval in the base unit of its family. */
typedef struct
{
  PlxUnitFamily family;
  double low;  /* inclusive, -INFINITY if open */
  double high; /* inclusive, INFINITY if open */
} PlxQuantity;

/**
 * plx_quantity_read:
 * @unit: what a value without a unit is counted in
 *
 * Returns: whether @value is more than words; only quantities of one family can
 *   be held against each other
 */
gboolean plx_quantity_read (PlxQuantity *self,
                            const PlxValue *value,
                            const char *unit);

/* Whether two bounds are the same, but for what arithmetic does to fractions.
 * These are compared by the million, so they stand here. */
static inline gboolean
plx_bounds_equal (double a,
                  double b)
{
  double difference = fabs (a - b);

  return a == b || (difference < INFINITY && difference <= 1e-9 * MAX (fabs (a), fabs (b)));
}

/**
 * plx_quantity_equal:
 *
 * Whether both are the same interval.
 */
static inline gboolean
plx_quantity_equal (const PlxQuantity *a,
                    const PlxQuantity *b)
{
  return a->family == b->family && plx_bounds_equal (a->low, b->low) && plx_bounds_equal (a->high, b->high);
}

/**
 * plx_quantity_intersect:
 *
 * Whether both can hold at once.
 */
static inline gboolean
plx_quantity_intersect (const PlxQuantity *a,
                        const PlxQuantity *b)
{
  return (a->low <= b->high || plx_bounds_equal (a->low, b->high)) && (b->low <= a->high || plx_bounds_equal (b->low, a->high));
}

G_END_DECLS
