/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "compare/plx-cell-sample.h"

#include "compare/plx-sheet-painter.h"
#include "compat/plx-contrast.h"
#include "compat/plx-text-scale.h"

/* Beside letters of the usual size. */
#define WIDTH 24
#define HEIGHT 15

struct _PlxCellSample
{
  GtkWidget parent_instance;

  PlxCellState state;
};

G_DEFINE_FINAL_TYPE (PlxCellSample, plx_cell_sample, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_STATE = 1,
} PlxCellSampleProperty;

static GParamSpec *properties[PROP_STATE + 1];

static void
plx_cell_sample_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  *minimum = *natural = plx_text_scale_grow (widget, orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT);
}

static void
plx_cell_sample_system_setting_changed (GtkWidget *widget,
                                        GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (plx_cell_sample_parent_class)->system_setting_changed (widget, setting);
  if (setting == GTK_SYSTEM_SETTING_DPI)
    gtk_widget_queue_resize (widget);
}

static void
plx_cell_sample_snapshot (GtkWidget *widget,
                          GtkSnapshot *snapshot)
{
  PlxCellSample *self = PLX_CELL_SAMPLE (widget);
  float width = (float) gtk_widget_get_width (widget), height = (float) gtk_widget_get_height (widget);
  PlxSheetColours colours;
  GskRoundedRect frame;

  plx_sheet_colours_init (&colours, widget);
  plx_sheet_painter_draw_state (&colours, snapshot, self->state, gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL, width, height);
  gsk_rounded_rect_init_from_rect (&frame, &GRAPHENE_RECT_INIT (0, 0, width, height), 0);
  gtk_snapshot_append_border (snapshot, &frame, (float[4]){ 1, 1, 1, 1 },
                              (GdkRGBA[4]){ colours.border, colours.border, colours.border, colours.border });
}

static void
set_state (PlxCellSample *self,
           const char *name)
{
  PlxCellState state = PLX_CELL_PLAIN;

  while (state < PLX_CELL_NONE && g_strcmp0 (plx_cell_state_to_string (state), name) != 0)
    state++;
  self->state = state;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
plx_cell_sample_get_property (GObject *object,
                              guint id,
                              GValue *value,
                              GParamSpec *pspec)
{
  switch ((PlxCellSampleProperty) id)
    {
    case PROP_STATE:
      g_value_set_string (value, plx_cell_state_to_string (PLX_CELL_SAMPLE (object)->state));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plx_cell_sample_set_property (GObject *object,
                              guint id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  switch ((PlxCellSampleProperty) id)
    {
    case PROP_STATE:
      set_state (PLX_CELL_SAMPLE (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plx_cell_sample_class_init (PlxCellSampleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = plx_cell_sample_get_property;
  object_class->set_property = plx_cell_sample_set_property;
  widget_class->measure = plx_cell_sample_measure;
  widget_class->snapshot = plx_cell_sample_snapshot;
  widget_class->system_setting_changed = plx_cell_sample_system_setting_changed;
  properties[PROP_STATE] = g_param_spec_string ("state", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  gtk_widget_class_set_css_name (widget_class, "plx-cell-sample");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
plx_cell_sample_init (PlxCellSample *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  plx_contrast_follow (GTK_WIDGET (self));
}
