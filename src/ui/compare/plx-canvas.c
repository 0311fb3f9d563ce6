/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "compare/plx-canvas.h"

#include "compat/plx-contrast.h"

#include <math.h>

#define STEP 40

typedef struct
{
  GtkAdjustment *adjustments[2]; /* (owned) (nullable): horizontal, vertical */
  GtkScrollablePolicy policies[2];
} PlxCanvasPrivate;

typedef enum
{
  PROP_HADJUSTMENT = 1,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
} PlxCanvasProperty;

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (PlxCanvas, plx_canvas, GTK_TYPE_WIDGET, G_ADD_PRIVATE (PlxCanvas) G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static PlxCanvasPrivate *
get_private (PlxCanvas *self)
{
  return plx_canvas_get_instance_private (self);
}

double
plx_canvas_get_scroll (PlxCanvas *self,
                       GtkOrientation orientation)
{
  GtkAdjustment *adjustment = get_private (self)->adjustments[orientation];

  return adjustment != NULL ? gtk_adjustment_get_value (adjustment) : 0;
}

void
plx_canvas_set_scroll (PlxCanvas *self,
                       GtkOrientation orientation,
                       double scroll)
{
  GtkAdjustment *adjustment = get_private (self)->adjustments[orientation];

  if (adjustment != NULL)
    gtk_adjustment_set_value (adjustment, scroll);
}

void
plx_canvas_show (PlxCanvas *self,
                 GtkOrientation orientation,
                 double start,
                 double end)
{
  GtkAdjustment *adjustment = get_private (self)->adjustments[orientation];

  if (adjustment != NULL)
    gtk_adjustment_clamp_page (adjustment, start, end);
}

gboolean
plx_canvas_is_mirrored (PlxCanvas *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

void
plx_canvas_measure_font (PlxCanvas *self,
                         double *line,
                         double *character)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);

  *line = ceil ((double) pango_font_metrics_get_height (metrics) / PANGO_SCALE);
  *character = (double) pango_font_metrics_get_approximate_char_width (metrics) / PANGO_SCALE;
  pango_font_metrics_unref (metrics);
}

/* Size */

static void
configure (PlxCanvas *self,
           GtkOrientation orientation,
           double size,
           double page)
{
  GtkAdjustment *adjustment = get_private (self)->adjustments[orientation];

  if (adjustment != NULL)
    gtk_adjustment_configure (adjustment, gtk_adjustment_get_value (adjustment), 0, MAX (size, page), STEP, page * 0.8, page);
}

void
plx_canvas_configure (PlxCanvas *self)
{
  double width = 0, height = 0;

  PLX_CANVAS_GET_CLASS (self)->get_size (self, &width, &height);
  configure (self, GTK_ORIENTATION_HORIZONTAL, width, gtk_widget_get_width (GTK_WIDGET (self)));
  configure (self, GTK_ORIENTATION_VERTICAL, height, gtk_widget_get_height (GTK_WIDGET (self)));
}

static void
plx_canvas_size_allocate (GtkWidget *widget,
                          int width,
                          int height,
                          int baseline)
{
  plx_canvas_configure (PLX_CANVAS (widget));
}

static void
plx_canvas_css_changed (GtkWidget *widget,
                        GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (plx_canvas_parent_class)->css_changed (widget, change);
  PLX_CANVAS_GET_CLASS (widget)->forget (PLX_CANVAS (widget));
  gtk_widget_queue_allocate (widget);
}

/* Properties */

static void
set_adjustment (PlxCanvas *self,
                GtkOrientation orientation,
                GtkAdjustment *adjustment)
{
  PlxCanvasPrivate *priv = get_private (self);

  if (priv->adjustments[orientation] != NULL)
    g_signal_handlers_disconnect_by_data (priv->adjustments[orientation], self);
  g_clear_object (&priv->adjustments[orientation]);
  if (adjustment == NULL)
    return;
  priv->adjustments[orientation] = g_object_ref_sink (adjustment);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  plx_canvas_configure (self);
}

static void
plx_canvas_get_property (GObject *object,
                         guint id,
                         GValue *value,
                         GParamSpec *pspec)
{
  PlxCanvasPrivate *priv = get_private (PLX_CANVAS (object));

  switch ((PlxCanvasProperty) id)
    {
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      g_value_set_object (value, priv->adjustments[id - PROP_HADJUSTMENT]);
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, priv->policies[id - PROP_HSCROLL_POLICY]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plx_canvas_set_property (GObject *object,
                         guint id,
                         const GValue *value,
                         GParamSpec *pspec)
{
  PlxCanvas *self = PLX_CANVAS (object);

  switch ((PlxCanvasProperty) id)
    {
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      set_adjustment (self, (GtkOrientation) (id - PROP_HADJUSTMENT), g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      get_private (self)->policies[id - PROP_HSCROLL_POLICY] = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

/* Construction */

static void
plx_canvas_dispose (GObject *object)
{
  PlxCanvas *self = PLX_CANVAS (object);

  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  PLX_CANVAS_GET_CLASS (self)->forget (self);
  G_OBJECT_CLASS (plx_canvas_parent_class)->dispose (object);
}

static void
plx_canvas_class_init (PlxCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = plx_canvas_get_property;
  object_class->set_property = plx_canvas_set_property;
  object_class->dispose = plx_canvas_dispose;
  widget_class->size_allocate = plx_canvas_size_allocate;
  widget_class->css_changed = plx_canvas_css_changed;
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
}

static void
plx_canvas_init (PlxCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (widget, TRUE);
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (gtk_widget_queue_draw), NULL);
  plx_contrast_follow (widget);
}
