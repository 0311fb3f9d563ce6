/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is done with the places that are ticked. */

#include "config.h"

#include "dialogs/plx-tag-all-private.h"

static PlxVerb *
make_tag_verb (PlxTagAllDialog *self)
{
  g_autofree char *text = plx_tag_all_dup_text (self);
  g_autoptr (GArray) places = plx_occurrence_list_dup_ticked (self->list);
  PlxMention mention;
  gboolean mentions = plx_tag_all_get_mention (self, text, &mention);

  return plx_verb_tag_all ((const PlxPlacement *) (gpointer) places->data, places->len, mentions ? &mention : NULL, text);
}

static PlxVerb *
make_untag_verb (PlxTagAllDialog *self)
{
  g_autofree char *text = plx_tag_all_dup_text (self);
  g_autoptr (GArray) ids = plx_occurrence_list_dup_ticked_annotations (self->list);

  return plx_verb_untag_all ((const PlxId *) (gpointer) ids->data, ids->len, text);
}

static PlxVerb *
make_decision (PlxTagAllDialog *self,
               gboolean rejects)
{
  g_autoptr (GArray) places = plx_occurrence_list_dup_ticked (self->list);
  const PlxPlacement *first = (const PlxPlacement *) (gpointer) places->data;

  return rejects ? plx_verb_reject (first, places->len, NULL) : plx_verb_accept (first, places->len, NULL);
}

PlxVerb *
plx_tag_all_make_verb (PlxTagAllDialog *self,
                       gboolean rejects)
{
  switch (self->mode)
    {
    case PLX_TAG_ALL_UNTAG:
      return make_untag_verb (self);
    case PLX_TAG_ALL_SUGGESTIONS:
      return make_decision (self, rejects);
    case PLX_TAG_ALL_TAG:
    default:
      return make_tag_verb (self);
    }
}
