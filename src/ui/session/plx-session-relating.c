/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Relating annotations to each other. */

#include "config.h"

#include "session/plx-session-private.h"

#include "store/plx-annotations.h"
#include "store/plx-relations.h"
#include "verb/plx-relation-verbs.h"

#include <glib/gi18n.h>

PlxRelating *
plx_session_get_relating (PlxSession *self)
{
  return self->relating;
}

gboolean
plx_session_mark_related (PlxSession *self)
{
  PlxReading *reading = plx_session_get_selected_reading (self);
  PlxId selected = plx_session_get_selected (self);
  PlxId source = plx_relating_get_source (self->relating);

  if (reading == NULL || plx_project_is_read_only (self->project))
    return FALSE;
  if (source == PLX_ID_NONE)
    plx_relating_mark (self->relating, reading, selected);
  else if (source == selected)
    plx_relating_clear (self->relating);
  else
    plx_relating_aim (self->relating, reading, selected);
  return TRUE;
}

void
plx_session_relate (PlxSession *self,
                    const PlxRelationKind *kind)
{
  g_autoptr (PlxRelation) relation = plx_relation_new ();

  relation->kind = kind->id;
  relation->source = plx_relating_get_source (self->relating);
  relation->target = plx_relating_get_target (self->relating);
  plx_relating_clear (self->relating);
  plx_session_send (self, plx_verb_relate (relation, kind->name), NULL, PLX_ID_NONE, _ ("Annotations related"));
}

static gboolean
is_saving (PlxSession *self,
           PlxId annotation)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->readings)); i++)
    {
      g_autoptr (PlxReading) reading = g_list_model_get_item (G_LIST_MODEL (self->readings), i);

      if (plx_reading_is_saving (reading, annotation))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_gone (PlxSession *self,
         PlxId annotation)
{
  g_autoptr (PlxAnnotation) stored = NULL;

  if (annotation == PLX_ID_NONE || is_saving (self, annotation))
    return FALSE;
  stored = plx_annotations_get (plx_project_get_reader (self->project), annotation, NULL);
  return stored == NULL;
}

void
plx_session_drop_lost_relation (PlxSession *self)
{
  gboolean no_source = is_gone (self, plx_relating_get_source (self->relating));
  g_autofree char *isolated = NULL;
  g_autofree char *message = NULL;

  if (!no_source && !is_gone (self, plx_relating_get_target (self->relating)))
    return;
  isolated = g_strconcat ("\u2068", no_source ? plx_relating_get_source_quote (self->relating) : plx_relating_get_target_quote (self->relating),
                          "\u2069", NULL);
  /* Translators: the words of an annotation */
  message = g_strdup_printf (_ ("“%s” was deleted and cannot be related any more."), isolated);
  plx_relating_clear (self->relating);
  plx_session_say (self, message, FALSE);
}

GPtrArray *
plx_session_list_relation_kinds (PlxSession *self)
{
  PlxConnection *connection = plx_project_get_reader (self->project);
  g_autoptr (GError) error = NULL;
  GPtrArray *kinds = connection != NULL ? plx_relation_kinds_list (connection, &error) : NULL;

  if (error != NULL)
    plx_session_fail (self, error->message);
  return kinds != NULL ? kinds : g_ptr_array_new ();
}
