/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/plx-unit.h"

#include "model/plx-wording-rules.h"

#include <math.h>
#include <string.h>

/* The names are those of the rules of kind `unit`. */
static const struct
{
  const char *name;
  PlxUnit unit;
} units[] = {
  { "mm", { PLX_UNIT_LENGTH, 1e-3, FALSE } },
  { "cm", { PLX_UNIT_LENGTH, 1e-2, FALSE } },
  { "m", { PLX_UNIT_LENGTH, 1, FALSE } },
  { "km", { PLX_UNIT_LENGTH, 1e3, FALSE } },
  { "in", { PLX_UNIT_LENGTH, 0.0254, TRUE } },
  { "ft", { PLX_UNIT_LENGTH, 0.3048, TRUE } },
  { "yd", { PLX_UNIT_LENGTH, 0.9144, TRUE } },
  { "mi", { PLX_UNIT_LENGTH, 1609.344, TRUE } },
  { "nmi", { PLX_UNIT_LENGTH, 1852, TRUE } },
  { "m2", { PLX_UNIT_AREA, 1, FALSE } },
  { "km2", { PLX_UNIT_AREA, 1e6, FALSE } },
  { "ha", { PLX_UNIT_AREA, 1e4, FALSE } },
  { "dunam", { PLX_UNIT_AREA, 1e3, FALSE } },
  { "acre", { PLX_UNIT_AREA, 4046.8564224, TRUE } },
  { "mi2", { PLX_UNIT_AREA, 2589988.110336, TRUE } },
  { "ft2", { PLX_UNIT_AREA, 0.09290304, TRUE } },
  { "percent", { PLX_UNIT_SHARE, 1, FALSE } },
  { "thousand", { PLX_UNIT_COUNT, 1e3, FALSE } },
  { "million", { PLX_UNIT_COUNT, 1e6, FALSE } },
};

static const PlxUnit count = { PLX_UNIT_COUNT, 1, FALSE };

static PlxUnit
find_named (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (strcmp (units[i].name, name) == 0)
      return units[i].unit;
  g_error ("There is no unit “%s”", name);
}

PlxUnit
plx_unit_read (const char *unit)
{
  g_autoptr (GArray) words = plx_wording_split (unit);
  guint n;
  const PlxWordingRules *const *tables = plx_wording_rules_list (&n);

  for (guint i = 0; i < n; i++)
    {
      const char *name = NULL;

      if (plx_wording_rules_match (tables[i], PLX_WORDING_UNIT, words, 0, &name) > 0)
        return find_named (name);
    }
  return count;
}

/* Half of what the last digit of @literal stands for. */
static double
get_rounding (const char *literal)
{
  const char *point = strchr (literal, '.');

  return 0.5 * pow (10, point != NULL ? -(double) strspn (point + 1, "0123456789") : 0);
}

gboolean
plx_quantity_read (PlxQuantity *self,
                   const PlxValue *value,
                   const char *unit)
{
  PlxUnit read = plx_unit_read (*value->unit != '\0' ? value->unit : unit);
  double rounding = read.is_other && value->form == PLX_VALUE_EXACT ? get_rounding (value->first) : 0;

  if (!value->has_range)
    return FALSE;
  self->family = read.family;
  self->low = (value->low - rounding) * read.factor;
  self->high = (value->high + rounding) * read.factor;
  return TRUE;
}
