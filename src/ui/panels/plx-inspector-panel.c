/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-inspector-panel.h"

#include "plx-annotation-form.h"
#include "plx-entity-form.h"
#include "plx-inspected.h"
#include "plx-several-form.h"

struct _PlxInspectorPanel
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *box;
  GtkStack *stack;

  PlxAnnotationForm *form; /* (nullable): in the stack, once there was time to make it */
  PlxSeveralForm *several; /* (nullable): in the stack, once it was needed */
  guint make_id;
  PlxEntityForm *entity_form; /* (nullable): in the stack, once an entity was looked at */

  PlxSession *session;       /* (owned) (nullable) */
  GSignalGroup *of_session;  /* (owned) */
  GSignalGroup *of_project;  /* (owned) */
  GSignalGroup *of_codebook; /* (owned) */
  GSignalGroup *of_focus;    /* (owned) */
};

G_DEFINE_FINAL_TYPE (PlxInspectorPanel, plx_inspector_panel, GTK_TYPE_WIDGET)

static void look_again (PlxInspectorPanel *self);

/* The form is large.  It is made when nothing else is to be done, so that
 * neither the first frame nor the first annotation waits for it. */
static void
ensure_form (PlxInspectorPanel *self)
{
  g_clear_handle_id (&self->make_id, g_source_remove);
  if (self->form != NULL)
    return;
  self->form = g_object_new (PLX_TYPE_ANNOTATION_FORM, NULL);
  g_signal_connect_swapped (self->form, "settled", G_CALLBACK (look_again), self);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->form), "annotation");
  plx_annotation_form_set_session (self->form, self->session);
}

static gboolean
make_form_cb (gpointer data)
{
  PlxInspectorPanel *self = data;

  self->make_id = 0;
  ensure_form (self);
  return G_SOURCE_REMOVE;
}

static gboolean
are_several (PlxInspectorPanel *self)
{
  return self->session != NULL && plx_selection_get_n (plx_session_get_selection (self->session)) > 1;
}

/* The actor or place that is looked at goes before the selected annotation.
 *
 * Returns: whether there is one */
static gboolean
look_at_entity (PlxInspectorPanel *self)
{
  PlxId entity = self->session != NULL ? plx_session_get_entity (self->session) : PLX_ID_NONE;

  if (entity != PLX_ID_NONE && self->entity_form == NULL)
    {
      self->entity_form = g_object_new (PLX_TYPE_ENTITY_FORM, NULL);
      gtk_stack_add_named (self->stack, GTK_WIDGET (self->entity_form), "entity");
      plx_entity_form_set_session (self->entity_form, self->session);
    }
  return self->entity_form != NULL && plx_entity_form_show (self->entity_form, entity);
}

static void
look_at_several (PlxInspectorPanel *self)
{
  if (self->several == NULL)
    {
      self->several = g_object_new (PLX_TYPE_SEVERAL_FORM, NULL);
      gtk_stack_add_named (self->stack, GTK_WIDGET (self->several), "several");
      plx_several_form_set_session (self->several, self->session);
    }
  if (self->form != NULL)
    plx_annotation_form_show (self->form, NULL);
  plx_several_form_show (self->several);
  gtk_stack_set_visible_child_name (self->stack, "several");
}

/* Looks at the one annotation that is selected, if it is. */
static void
look_at_one (PlxInspectorPanel *self)
{
  g_autoptr (PlxAnnotation) annotation = self->session != NULL ? plx_inspected_load (self->session) : NULL;

  if (annotation != NULL)
    ensure_form (self);
  if (self->form != NULL)
    plx_annotation_form_show (self->form, annotation);
  gtk_stack_set_visible_child_name (self->stack, annotation != NULL ? "annotation" : "empty");
}

/* Looks at what is selected, once what was entered is stored. */
static void
look (PlxInspectorPanel *self)
{
  if (are_several (self))
    look_at_several (self);
  else
    look_at_one (self);
  if (look_at_entity (self))
    gtk_stack_set_visible_child_name (self->stack, "entity");
}

static void
look_again (PlxInspectorPanel *self)
{
  if (self->form == NULL || !plx_annotation_form_is_ahead (self->form))
    look (self);
}

static gboolean
concerns (const PlxChanges *changes,
          PlxId annotation)
{
  return plx_changes_touch_id (changes, annotation) || plx_changes_touch (changes, PLX_TABLE_ENTITY) || plx_changes_touch (changes, PLX_TABLE_QUESTION) ||
         plx_changes_touch (changes, PLX_TABLE_ANNOTATOR) || plx_changes_touch (changes, PLX_TABLE_RELATION) ||
         plx_changes_touch (changes, PLX_TABLE_RELATION_KIND);
}

static void
project_changed_cb (PlxInspectorPanel *self,
                    PlxChanges *changes)
{
  PlxId annotation = self->form != NULL ? plx_annotation_form_get_annotation (self->form) : PLX_ID_NONE;

  if (are_several (self) || (annotation != PLX_ID_NONE && concerns (changes, annotation)))
    look_again (self);
  if (self->entity_form != NULL)
    plx_entity_form_follow (self->entity_form, changes);
  /* One that was just added is there now. */
  if (plx_changes_touch (changes, PLX_TABLE_ENTITY) && g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "entity") != 0 &&
      look_at_entity (self))
    gtk_stack_set_visible_child_name (self->stack, "entity");
}

void
plx_inspector_panel_flush (PlxInspectorPanel *self)
{
  g_return_if_fail (PLX_IS_INSPECTOR_PANEL (self));

  if (self->form != NULL)
    plx_annotation_form_flush (self->form);
  if (self->entity_form != NULL)
    plx_entity_form_flush (self->entity_form);
}

static void
selected_cb (PlxInspectorPanel *self)
{
  plx_inspector_panel_flush (self);
  look (self);
}

/* The window lets go of the panel before the project is closed. */
static void
plx_inspector_panel_unmap (GtkWidget *widget)
{
  plx_inspector_panel_flush (PLX_INSPECTOR_PANEL (widget));
  GTK_WIDGET_CLASS (plx_inspector_panel_parent_class)->unmap (widget);
}

static void
plx_inspector_panel_dispose (GObject *object)
{
  PlxInspectorPanel *self = PLX_INSPECTOR_PANEL (object);

  g_clear_handle_id (&self->make_id, g_source_remove);
  g_clear_object (&self->of_session);
  g_clear_object (&self->of_project);
  g_clear_object (&self->of_codebook);
  g_clear_object (&self->of_focus);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  self->form = NULL;
  self->several = NULL;
  self->entity_form = NULL;
  g_clear_object (&self->session);
  G_OBJECT_CLASS (plx_inspector_panel_parent_class)->dispose (object);
}

static void
plx_inspector_panel_class_init (PlxInspectorPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_inspector_panel_dispose;
  widget_class->unmap = plx_inspector_panel_unmap;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/parallaxworkbench/Parallax/ui/plx-inspector-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxInspectorPanel, box);
  gtk_widget_class_bind_template_child (widget_class, PlxInspectorPanel, stack);
}

static void
plx_inspector_panel_init (PlxInspectorPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  /* After the session, which lets go of annotations that are gone. */
  self->of_project = g_signal_group_new (PLX_TYPE_PROJECT);
  g_signal_group_connect_data (self->of_project, "changed", G_CALLBACK (project_changed_cb), self, NULL, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  self->of_session = g_signal_group_new (PLX_TYPE_SESSION);
  g_signal_group_connect_swapped (self->of_session, "notify::selected", G_CALLBACK (selected_cb), self);
  self->of_codebook = g_signal_group_new (PLX_TYPE_CODEBOOK);
  g_signal_group_connect_swapped (self->of_codebook, "changed", G_CALLBACK (look_again), self);
  self->of_focus = g_signal_group_new (PLX_TYPE_ENTITY_FOCUS);
  g_signal_group_connect_swapped (self->of_focus, "notify::entity", G_CALLBACK (selected_cb), self);
}

GtkWidget *
plx_inspector_panel_new (void)
{
  return g_object_new (PLX_TYPE_INSPECTOR_PANEL, NULL);
}

void
plx_inspector_panel_set_session (PlxInspectorPanel *self,
                                 PlxSession *session)
{
  g_return_if_fail (PLX_IS_INSPECTOR_PANEL (self));

  plx_inspector_panel_flush (self);
  if (!g_set_object (&self->session, session))
    return;
  if (self->several != NULL)
    plx_several_form_set_session (self->several, session);
  if (self->form != NULL)
    plx_annotation_form_set_session (self->form, session);
  else if (session != NULL && self->make_id == 0)
    self->make_id = g_idle_add_full (G_PRIORITY_LOW, make_form_cb, self, NULL);
  g_signal_group_set_target (self->of_session, session);
  g_signal_group_set_target (self->of_project, session != NULL ? plx_session_get_project (session) : NULL);
  g_signal_group_set_target (self->of_codebook, session != NULL ? plx_session_get_codebook (session) : NULL);
  g_signal_group_set_target (self->of_focus, session != NULL ? plx_session_get_focus (session) : NULL);
  if (self->entity_form != NULL)
    plx_entity_form_set_session (self->entity_form, session);
  look (self);
}
