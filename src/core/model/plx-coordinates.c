/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/plx-coordinates.h"

#include "base/plx-error.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* As many decimals as the store keeps. */
#define DECIMALS 9

/* One of the two numbers, and the letter after it if there is one. */
typedef struct
{
  double degrees;
  char side; /* N, S, E, W or 0 */
} Part;

static void
skip_blanks (const char **at)
{
  while (g_unichar_isspace (g_utf8_get_char (*at)))
    *at = g_utf8_next_char (*at);
}

static double
take_sign (const char **at)
{
  gunichar c = g_utf8_get_char (*at);

  if (c != '-' && c != '+' && c != 0x2212)
    return 1;
  *at = g_utf8_next_char (*at);
  return c == '+' ? 1 : -1;
}

/* @point: '.' or ',' */
static gboolean
take_number (const char **at,
             char point,
             double *number)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  double sign = take_sign (at);
  gboolean any = FALSE;

  for (; g_ascii_isdigit (**at) || **at == point; (*at)++)
    {
      any = any || g_ascii_isdigit (**at);
      if (**at == point && strchr (digits->str, '.') != NULL)
        return FALSE;
      g_string_append_c (digits, **at == point ? '.' : **at);
    }
  *number = sign * g_ascii_strtod (digits->str, NULL);
  return any && digits->len < 32;
}

static gboolean
take_part (const char **at,
           char point,
           Part *part)
{
  skip_blanks (at);
  if (!take_number (at, point, &part->degrees))
    return FALSE;
  skip_blanks (at);
  if (g_utf8_get_char (*at) == 0xb0)
    *at = g_utf8_next_char (*at);
  skip_blanks (at);
  part->side = g_ascii_toupper (**at);
  if (part->side == '\0' || strchr ("NSEW", part->side) == NULL)
    part->side = '\0';
  else
    (*at)++;
  if (part->side == 'S' || part->side == 'W')
    part->degrees = -part->degrees;
  skip_blanks (at);
  return TRUE;
}

static gboolean
is_across (const Part *part)
{
  return part->side == 'E' || part->side == 'W';
}

static gboolean
take_both (const char *at,
           Part *first,
           Part *second)
{
  char point = strchr (at, ';') != NULL ? ',' : '.';

  if (g_str_has_prefix (at, "geo:"))
    at += strlen ("geo:");
  if (strchr (at, '.') != NULL)
    point = '.';
  if (!take_part (&at, point, first))
    return FALSE;
  if (*at == ',' || *at == ';')
    at++;
  return take_part (&at, point, second) && *at == '\0' && (first->side == '\0') == (second->side == '\0') &&
         (first->side == '\0' || is_across (first) != is_across (second));
}

gboolean
plx_coordinates_parse (const char *text,
                       double *latitude,
                       double *longitude,
                       GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  Part first, second;

  if (!take_both (stripped, &first, &second))
    {
      g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT,
                   _ ("“%s” is no place on a map. Write latitude and longitude in degrees, such as 36.2, 37.16."), stripped);
      return FALSE;
    }
  *latitude = is_across (&first) ? second.degrees : first.degrees;
  *longitude = is_across (&first) ? first.degrees : second.degrees;
  if (fabs (*latitude) <= 90 && fabs (*longitude) <= 180)
    return TRUE;
  g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT,
               _ ("“%s” is off the map. Latitudes go from -90 to 90, longitudes from -180 to 180."), stripped);
  return FALSE;
}

/* The shortest decimal number that is kept. */
static void
append_degrees (GString *out,
                double degrees)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  gsize length;

  g_ascii_formatd (number, sizeof number, "%." G_STRINGIFY (DECIMALS) "f", degrees);
  length = strlen (number);
  while (number[length - 1] == '0')
    length--;
  if (number[length - 1] == '.')
    length--;
  g_string_append_len (out, number, (gssize) length);
}

char *
plx_coordinates_format (double latitude,
                        double longitude)
{
  GString *out = g_string_new (NULL);

  append_degrees (out, latitude);
  g_string_append (out, ", ");
  append_degrees (out, longitude);
  return g_string_free (out, FALSE);
}
