/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "compat/plx-tab-stop.h"

struct _PlxTabStop
{
  GtkWidget parent_instance;

  GtkWidget *child; /* (nullable) */
};

static void buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PlxTabStop,
                               plx_tab_stop,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

typedef enum
{
  PROP_CHILD = 1,
} PlxTabStopProperty;

static GParamSpec *properties[PROP_CHILD + 1];

static GtkBuildableIface *parent_buildable_iface;

static void
set_child (PlxTabStop *self,
           GtkWidget *child)
{
  if (self->child == child)
    return;
  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHILD]);
}

static void
buildable_add_child (GtkBuildable *buildable,
                     GtkBuilder *builder,
                     GObject *child,
                     const char *type)
{
  if (GTK_IS_WIDGET (child) && type == NULL)
    set_child (PLX_TAB_STOP (buildable), GTK_WIDGET (child));
  else
    parent_buildable_iface->add_child (buildable, builder, child, type);
}

static void
buildable_init (GtkBuildableIface *iface)
{
  parent_buildable_iface = g_type_interface_peek_parent (iface);
  iface->add_child = buildable_add_child;
}

static gboolean
plx_tab_stop_focus (GtkWidget *widget,
                    GtkDirectionType direction)
{
  PlxTabStop *self = PLX_TAB_STOP (widget);
  gboolean leaves = gtk_widget_get_focus_child (widget) != NULL &&
                    (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD);

  return !leaves && self->child != NULL && gtk_widget_child_focus (self->child, direction);
}

static void
plx_tab_stop_get_property (GObject *object,
                           guint id,
                           GValue *value,
                           GParamSpec *pspec)
{
  switch ((PlxTabStopProperty) id)
    {
    case PROP_CHILD:
      g_value_set_object (value, PLX_TAB_STOP (object)->child);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plx_tab_stop_set_property (GObject *object,
                           guint id,
                           const GValue *value,
                           GParamSpec *pspec)
{
  switch ((PlxTabStopProperty) id)
    {
    case PROP_CHILD:
      set_child (PLX_TAB_STOP (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plx_tab_stop_dispose (GObject *object)
{
  g_clear_pointer (&PLX_TAB_STOP (object)->child, gtk_widget_unparent);
  G_OBJECT_CLASS (plx_tab_stop_parent_class)->dispose (object);
}

static void
plx_tab_stop_class_init (PlxTabStopClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = plx_tab_stop_get_property;
  object_class->set_property = plx_tab_stop_set_property;
  object_class->dispose = plx_tab_stop_dispose;
  widget_class->focus = plx_tab_stop_focus;

  properties[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
plx_tab_stop_init (PlxTabStop *self)
{
}
