/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "compat/plx-text-scale.h"

#include <math.h>

/* Of GTK's setting, which is in 1024th of dots per inch. */
#define USUAL_DPI (96 * 1024)

double
plx_text_scale_get (GtkWidget *widget)
{
  int dpi = -1;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), 1);

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? (double) dpi / USUAL_DPI : 1;
}

/* Small letters do not make what has to be hit with the mouse smaller. */
int
plx_text_scale_grow (GtkWidget *widget,
                     int pixels)
{
  return (int) lround (pixels * MAX (1, plx_text_scale_get (widget)));
}

/* Of the smallest monitor: nobody knows yet on which one it will be. */
static void
get_screen (GtkWidget *widget,
            int *width,
            int *height)
{
  GListModel *monitors = gdk_display_get_monitors (gtk_widget_get_display (widget));

  *width = *height = G_MAXINT;
  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);
      GdkRectangle area;

      gdk_monitor_get_geometry (monitor, &area);
      *width = MIN (*width, area.width);
      *height = MIN (*height, area.height);
    }
}

static int
grow_to (GtkWidget *widget,
         int pixels,
         int most)
{
  return pixels <= 0 ? pixels : MAX (pixels, MIN (plx_text_scale_grow (widget, pixels), most));
}

void
plx_text_scale_grow_window (GtkWindow *window)
{
  int width, height, most_width, most_height;

  g_return_if_fail (GTK_IS_WINDOW (window));

  gtk_window_get_default_size (window, &width, &height);
  get_screen (GTK_WIDGET (window), &most_width, &most_height);
  gtk_window_set_default_size (window, grow_to (GTK_WIDGET (window), width, most_width), grow_to (GTK_WIDGET (window), height, most_height));
}
