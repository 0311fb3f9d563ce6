/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "compat/plx-fit-bin.h"

/* What stands around the child in a popover, and the popover in the window. */
#define AROUND 48

struct _PlxFitBin
{
  AdwBin parent_instance;

  int window_width; /* that it was measured for */
};

G_DEFINE_FINAL_TYPE (PlxFitBin, plx_fit_bin, ADW_TYPE_BIN)

static int
get_window_width (GtkWidget *widget)
{
  GtkRoot *window = gtk_widget_get_root (widget);

  return window != NULL ? gtk_widget_get_width (GTK_WIDGET (window)) : 0;
}

static GtkSizeRequestMode
plx_fit_bin_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
plx_fit_bin_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));
  PlxFitBin *self = PLX_FIT_BIN (widget);

  *minimum = *natural = 0;
  if (child == NULL)
    return;
  gtk_widget_measure (child, orientation, for_size, minimum, natural, NULL, NULL);
  self->window_width = get_window_width (widget);
  if (orientation == GTK_ORIENTATION_HORIZONTAL && self->window_width > 0)
    *natural = MAX (*minimum, MIN (*natural, self->window_width - AROUND));
}

static void
plx_fit_bin_size_allocate (GtkWidget *widget,
                           int width,
                           int height,
                           int baseline)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));

  if (child != NULL)
    gtk_widget_allocate (child, width, height, baseline, NULL);
}

/* GTK remembers what was measured, also when the window has got another width since. */
static void
plx_fit_bin_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (plx_fit_bin_parent_class)->map (widget);
  if (PLX_FIT_BIN (widget)->window_width != get_window_width (widget))
    gtk_widget_queue_resize (widget);
}

static void
plx_fit_bin_class_init (PlxFitBinClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->map = plx_fit_bin_map;
  widget_class->get_request_mode = plx_fit_bin_get_request_mode;
  widget_class->measure = plx_fit_bin_measure;
  widget_class->size_allocate = plx_fit_bin_size_allocate;
}

static void
plx_fit_bin_init (PlxFitBin *self)
{
  /* It would measure in its place. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
}
