/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From an annotation to the actor or place that it mentions. */

#include "config.h"

#include "reader/plx-reader-private.h"
#include "store/plx-entities.h"
#include "verb/plx-entity-verbs.h"

/* Returns: (transfer full) (nullable): what the selected annotation mentions */
static PlxEntity *
load_entity (PlxReader *self)
{
  PlxConnection *connection = plx_project_get_reader (plx_session_get_project (self->session));
  g_autoptr (PlxAnnotation) annotation = plx_reading_load_annotation (self->reading, plx_session_get_selected (self->session), NULL);

  return annotation != NULL && annotation->entity != PLX_ID_NONE ? plx_entities_get (connection, annotation->entity, NULL) : NULL;
}

static void
go_to_entity (GtkWidget *widget,
              const char *action,
              GVariant *parameter)
{
  PlxReader *self = PLX_READER (widget);
  g_autoptr (PlxEntity) entity = load_entity (self);

  if (entity != NULL)
    plx_session_show_entity (self->session, entity->id);
}

static void
unlink_entity (GtkWidget *widget,
               const char *action,
               GVariant *parameter)
{
  PlxReader *self = PLX_READER (widget);
  PlxId annotation = plx_session_get_selected (self->session);
  g_autoptr (PlxEntity) entity = load_entity (self);

  if (entity != NULL)
    plx_session_do (self->session, plx_verb_unlink (&annotation, 1, entity->name), NULL);
}

void
plx_reader_entity_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "reader.go-to-entity", NULL, go_to_entity);
  gtk_widget_class_install_action (widget_class, "reader.unlink-entity", NULL, unlink_entity);
}
