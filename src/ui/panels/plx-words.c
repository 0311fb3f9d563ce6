/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-words.h"

#include <glib/gi18n.h>

char *
plx_words_isolate (const char *name)
{
  return g_strconcat ("\u2068", name, "\u2069", NULL);
}

const char *
plx_words_get_kind (PlxKind kind)
{
  switch (kind)
    {
    case PLX_KIND_ACTOR:
      return _ ("Actor");
    case PLX_KIND_PLACE:
      return _ ("Place");
    case PLX_KIND_CLAIM:
      return _ ("Claim");
    case PLX_KIND_OTHER:
      break;
    }
  /* Translators: the kind of a tag that is neither actor, place nor claim */
  return _ ("Other");
}

char *
plx_words_dup_tag (const PlxTag *tag)
{
  const char *kind = plx_words_get_kind (tag->kind);
  g_autofree char *folded_kind = g_utf8_casefold (kind, -1);
  g_autofree char *folded_name = g_utf8_casefold (tag->name, -1);
  g_autofree char *name = plx_words_isolate (tag->name);

  if (g_str_equal (folded_kind, folded_name))
    return g_steal_pointer (&name);
  /* Translators: a kind of tag and the tag's name: "Claim · Casualties" */
  return g_strdup_printf (C_ ("tag", "%s · %s"), kind, name);
}

static GDateTime *
local_time (gint64 moment)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (moment / 1000);

  return utc != NULL ? g_date_time_to_local (utc) : NULL;
}

static gboolean
is_same_day (GDateTime *a,
             GDateTime *b)
{
  return g_date_time_get_year (a) == g_date_time_get_year (b) &&
         g_date_time_get_day_of_year (a) == g_date_time_get_day_of_year (b);
}

char *
plx_words_dup_moment (gint64 moment,
                      gint64 now)
{
  g_autoptr (GDateTime) then = local_time (moment);
  g_autoptr (GDateTime) today = local_time (now);

  if (then == NULL || today == NULL)
    return g_strdup ("");
  if (is_same_day (then, today))
    /* Translators: a moment of this day, see g_date_time_format() */
    return g_date_time_format (then, _ ("today %H:%M"));
  /* Translators: a moment of another day, see g_date_time_format() */
  return g_date_time_format (then, _ ("%-d %b %Y, %H:%M"));
}

char *
plx_words_dup_hour (gint64 moment,
                    gint64 other)
{
  g_autoptr (GDateTime) then = local_time (moment);
  g_autoptr (GDateTime) day = local_time (other);

  if (then == NULL || day == NULL || !is_same_day (then, day))
    return NULL;
  /* Translators: an hour of a day that was told before, see g_date_time_format() */
  return g_date_time_format (then, _ ("%H:%M"));
}

char *
plx_words_dup_ago (gint64 moment,
                   gint64 now)
{
  guint minutes = (guint) (MAX (now - moment, 0) / 60000);
  g_autoptr (GDateTime) then = local_time (moment);

  if (minutes == 0)
    return g_strdup (_ ("just now"));
  if (minutes < 60)
    /* Translators: how long ago; kept short, it stands in a narrow list */
    return g_strdup_printf (ngettext ("%u minute ago", "%u minutes ago", minutes), minutes);
  /* Translators: an hour of a day that was told before, see g_date_time_format() */
  return then != NULL ? g_date_time_format (then, _ ("%H:%M")) : g_strdup ("");
}

char *
plx_words_dup_day (gint64 moment,
                   gint64 now)
{
  g_autoptr (GDateTime) then = local_time (moment);
  g_autoptr (GDateTime) today = local_time (now);
  g_autoptr (GDateTime) yesterday = today != NULL ? g_date_time_add_days (today, -1) : NULL;

  if (then == NULL || yesterday == NULL)
    return g_strdup ("");
  if (is_same_day (then, today))
    return g_strdup (_ ("Today"));
  if (is_same_day (then, yesterday))
    return g_strdup (_ ("Yesterday"));
  /* Translators: a day, see g_date_time_format() */
  return g_date_time_format (then, _ ("%A, %-d %B %Y"));
}
