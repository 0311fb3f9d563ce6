/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The session and what its filter hides: nothing that people make or go to may
 * stay out of sight. */

#include "config.h"

#include "session/plx-session.h"

#include "store/plx-annotators.h"

#include <glib/gi18n.h>

/* The annotator under whose name edits are made, if it has made any. */
static PlxId
find_self (PlxSession *self)
{
  PlxProject *project = plx_session_get_project (self);
  g_autoptr (GPtrArray) annotators = plx_annotators_list (plx_project_get_reader (project), NULL);

  for (guint i = 0; annotators != NULL && i < annotators->len; i++)
    {
      const PlxAnnotator *annotator = g_ptr_array_index (annotators, i);

      if (g_strcmp0 (annotator->name, plx_project_get_annotator (project)) == 0)
        return annotator->id;
    }
  return PLX_ID_NONE;
}

static void
say_shown_again (PlxSession *self,
                 PlxId tag)
{
  const PlxTag *known = plx_codebook_get_tag (plx_session_get_codebook (self), tag);
  g_autofree char *message = NULL;

  if (known == NULL)
    return;
  /* Translators: %s is the name of a tag, kept apart by invisible marks for
   * writing direction */
  message = g_strdup_printf (_ ("“\342\201\250%s\342\201\251” was hidden by the filter and is shown again"), known->path);
  g_signal_emit_by_name (self, "done", message, FALSE);
}

void
plx_session_show_tag (PlxSession *self,
                      PlxId tag)
{
  PlxFilter *filter = plx_session_get_filter (self);

  if (!plx_filter_is_active (filter))
    return;
  if (plx_filter_reveal (filter, tag, plx_filter_hides_annotators (filter) ? find_self (self) : PLX_ID_NONE))
    say_shown_again (self, tag);
}

void
plx_session_show_annotation (PlxSession *self,
                             PlxReading *reading,
                             PlxId annotation)
{
  g_autoptr (PlxAnnotation) hidden = NULL;

  if (!plx_reading_is_hidden (reading, annotation))
    return;
  hidden = plx_reading_load_annotation (reading, annotation, NULL);
  if (hidden != NULL && plx_filter_reveal (plx_session_get_filter (self), hidden->tag, hidden->annotator))
    say_shown_again (self, hidden->tag);
}
