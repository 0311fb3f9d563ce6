/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "compat/plx-dialog-title.h"

#define MAX_LINES 2

struct _PlxDialogTitle
{
  GtkWidget parent_instance;

  GtkWidget *label; /* child */
};

G_DEFINE_FINAL_TYPE (PlxDialogTitle, plx_dialog_title, GTK_TYPE_WIDGET)

static void
measure_width (PlxDialogTitle *self,
               int *longest_word,
               int *line)
{
  gtk_widget_measure (self->label, GTK_ORIENTATION_HORIZONTAL, -1, longest_word, line, NULL, NULL);
}

static int
get_height (PlxDialogTitle *self,
            int width)
{
  int height;

  gtk_widget_measure (self->label, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  return height;
}

/* Gives the height of the title in @width, or of a line if it is left out.
 *
 * Returns: whether there is room for all of it */
static gboolean
fits (PlxDialogTitle *self,
      int width,
      int *height)
{
  int longest_word, line, of_line;

  measure_width (self, &longest_word, &line);
  of_line = get_height (self, line);
  *height = width >= longest_word ? get_height (self, width) : of_line;
  if (width >= longest_word && *height <= MAX_LINES * of_line)
    return TRUE;
  *height = of_line;
  return FALSE;
}

static GtkSizeRequestMode
plx_dialog_title_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
plx_dialog_title_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  PlxDialogTitle *self = PLX_DIALOG_TITLE (widget);
  int longest_word, line;

  measure_width (self, &longest_word, &line);
  *minimum = 0;
  *natural = line;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  fits (self, for_size >= 0 ? for_size : line, natural);
  *minimum = *natural;
}

static void
plx_dialog_title_size_allocate (GtkWidget *widget,
                                int width,
                                int height,
                                int baseline)
{
  PlxDialogTitle *self = PLX_DIALOG_TITLE (widget);
  int wanted;
  gboolean shown = fits (self, width, &wanted);

  gtk_widget_set_child_visible (self->label, shown);
  if (shown)
    gtk_widget_size_allocate (self->label, &(GtkAllocation){ 0, (height - wanted) / 2, width, wanted }, -1);
}

static void
plx_dialog_title_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (plx_dialog_title_parent_class)->root (widget);
  g_object_bind_property (gtk_widget_get_root (widget), "title", PLX_DIALOG_TITLE (widget)->label, "label", G_BINDING_SYNC_CREATE);
}

static void
plx_dialog_title_dispose (GObject *object)
{
  g_clear_pointer (&PLX_DIALOG_TITLE (object)->label, gtk_widget_unparent);
  G_OBJECT_CLASS (plx_dialog_title_parent_class)->dispose (object);
}

static void
plx_dialog_title_class_init (PlxDialogTitleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_dialog_title_dispose;
  widget_class->get_request_mode = plx_dialog_title_get_request_mode;
  widget_class->measure = plx_dialog_title_measure;
  widget_class->size_allocate = plx_dialog_title_size_allocate;
  widget_class->root = plx_dialog_title_root;
}

static void
plx_dialog_title_init (PlxDialogTitle *self)
{
  self->label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (self->label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_justify (GTK_LABEL (self->label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (self->label, "heading");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}
