/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-lists-panel.h"

#include "plx-codebook-panel.h"
#include "plx-entities-panel.h"

struct _PlxListsPanel
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *box;
  GtkToggleButton *codebook_button;
  GtkToggleButton *entities_button;
  GtkStack *stack;
  PlxCodebookPanel *codebook;

  PlxEntitiesPanel *entities; /* (nullable): in the stack, once somebody looked */
  PlxSession *session;        /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (PlxListsPanel, plx_lists_panel, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_PAGE = 1,
} PlxListsPanelProperty;

static GParamSpec *properties[PROP_PAGE + 1];

static void
ensure_entities (PlxListsPanel *self)
{
  if (self->entities != NULL)
    return;
  self->entities = PLX_ENTITIES_PANEL (plx_entities_panel_new ());
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->entities), "entities");
  plx_entities_panel_set_session (self->entities, self->session);
}

static void
set_page (PlxListsPanel *self,
          const char *page)
{
  gboolean is_entities = g_strcmp0 (page, "entities") == 0;

  if (is_entities)
    ensure_entities (self);
  gtk_stack_set_visible_child_name (self->stack, is_entities ? "entities" : "codebook");
  gtk_toggle_button_set_active (is_entities ? self->entities_button : self->codebook_button, TRUE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
}

static void
toggled_cb (PlxListsPanel *self)
{
  gboolean is_entities = gtk_toggle_button_get_active (self->entities_button);
  const char *page = is_entities ? "entities" : "codebook";

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), page) != 0)
    set_page (self, page);
}

static void
plx_lists_panel_get_property (GObject *object,
                              guint id,
                              GValue *value,
                              GParamSpec *pspec)
{
  switch ((PlxListsPanelProperty) id)
    {
    case PROP_PAGE:
      g_value_set_string (value, gtk_stack_get_visible_child_name (PLX_LISTS_PANEL (object)->stack));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plx_lists_panel_set_property (GObject *object,
                              guint id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  switch ((PlxListsPanelProperty) id)
    {
    case PROP_PAGE:
      set_page (PLX_LISTS_PANEL (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plx_lists_panel_dispose (GObject *object)
{
  PlxListsPanel *self = PLX_LISTS_PANEL (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  self->entities = NULL;
  G_OBJECT_CLASS (plx_lists_panel_parent_class)->dispose (object);
}

static void
plx_lists_panel_class_init (PlxListsPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = plx_lists_panel_get_property;
  object_class->set_property = plx_lists_panel_set_property;
  object_class->dispose = plx_lists_panel_dispose;
  properties[PROP_PAGE] = g_param_spec_string ("page", NULL, NULL, "codebook", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  g_type_ensure (PLX_TYPE_CODEBOOK_PANEL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/parallaxworkbench/Parallax/ui/plx-lists-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxListsPanel, box);
  gtk_widget_class_bind_template_child (widget_class, PlxListsPanel, codebook_button);
  gtk_widget_class_bind_template_child (widget_class, PlxListsPanel, entities_button);
  gtk_widget_class_bind_template_child (widget_class, PlxListsPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, PlxListsPanel, codebook);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
plx_lists_panel_init (PlxListsPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
plx_lists_panel_set_session (PlxListsPanel *self,
                             PlxSession *session)
{
  g_return_if_fail (PLX_IS_LISTS_PANEL (self));

  g_set_object (&self->session, session);
  plx_codebook_panel_set_session (self->codebook, session);
  if (self->entities != NULL)
    plx_entities_panel_set_session (self->entities, session);
}

void
plx_lists_panel_show (PlxListsPanel *self,
                      const char *page)
{
  g_return_if_fail (PLX_IS_LISTS_PANEL (self));

  set_page (self, page);
  if (g_str_equal (page, "entities"))
    gtk_widget_grab_focus (GTK_WIDGET (self->entities));
  else
    gtk_widget_child_focus (GTK_WIDGET (self->codebook), GTK_DIR_TAB_FORWARD);
}
