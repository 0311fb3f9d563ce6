/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the dialog for many places says of them. */

#include "config.h"

#include "dialogs/plx-tag-all-private.h"

#include <glib/gi18n.h>

char *
plx_tag_all_dup_apply_label (PlxTagAllMode mode,
                             guint n)
{
  switch (mode)
    {
    case PLX_TAG_ALL_UNTAG:
      return g_strdup_printf (ngettext ("_Delete %u Annotation", "_Delete %u Annotations", n), n);
    case PLX_TAG_ALL_SUGGESTIONS:
      return g_strdup_printf (ngettext ("_Accept %u", "_Accept %u", n), n);
    case PLX_TAG_ALL_TAG:
    default:
      return g_strdup_printf (ngettext ("_Tag %u Place", "_Tag %u Places", n), n);
    }
}

static char *
dup_articles (guint n)
{
  /* Translators: part of “14 of 16 places in 5 articles”. */
  return g_strdup_printf (ngettext ("%u article", "%u articles", n), n);
}

char *
plx_tag_all_dup_summary (PlxOccurrenceList *list)
{
  guint n = plx_occurrence_list_get_n_places (list);
  g_autofree char *articles = dup_articles (plx_occurrence_list_get_n_articles (list));

  if (n == 0)
    return g_strdup ("");
  /* Translators: how many places are ticked, how many there are, and “5 articles”. */
  return g_strdup_printf (ngettext ("%u of %u place in %s", "%u of %u places in %s", n), plx_occurrence_list_get_n_ticked (list), n, articles);
}

char *
plx_tag_all_dup_done (PlxTagAllMode mode,
                      gboolean rejects,
                      PlxOccurrenceList *list)
{
  guint n = plx_occurrence_list_get_n_ticked (list);
  g_autofree char *articles = dup_articles (plx_occurrence_list_get_n_ticked_articles (list));

  if (rejects)
    /* Translators: how many suggestions, “2 articles” */
    return g_strdup_printf (ngettext ("Rejected %u suggestion in %s", "Rejected %u suggestions in %s", n), n, articles);
  switch (mode)
    {
    case PLX_TAG_ALL_UNTAG:
      /* Translators: how many annotations, “2 articles” */
      return g_strdup_printf (ngettext ("Deleted %u annotation in %s", "Deleted %u annotations in %s", n), n, articles);
    case PLX_TAG_ALL_SUGGESTIONS:
      /* Translators: how many suggestions, “2 articles” */
      return g_strdup_printf (ngettext ("Accepted %u suggestion in %s", "Accepted %u suggestions in %s", n), n, articles);
    case PLX_TAG_ALL_TAG:
    default:
      /* Translators: how many passages, “2 articles” */
      return g_strdup_printf (ngettext ("Tagged %u occurrence in %s", "Tagged %u occurrences in %s", n), n, articles);
    }
}
