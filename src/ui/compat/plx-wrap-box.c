/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "compat/plx-wrap-box.h"

/* A child that expands wants no more than this before it gets what is left. */
#define READABLE_WIDTH 200

struct _PlxWrapBox
{
  GtkWidget parent_instance;

  int spacing;
};

G_DEFINE_FINAL_TYPE (PlxWrapBox, plx_wrap_box, GTK_TYPE_WIDGET)

enum
{
  PROP_SPACING = 1,
};

/* One line of children. */
typedef struct
{
  GtkWidget *first;
  GtkWidget *end; /* (nullable): the first one of the next line */
  int width;      /* that its children want */
  int n_expanding;
} Line;

static int
get_wanted (GtkWidget *child)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  return gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL) ? MAX (minimum, MIN (natural, READABLE_WIDTH)) : natural;
}

static GtkWidget *
skip_hidden (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/* Finds the line that begins with @first; @width: -1 if there is no limit. */
static Line
find_line (PlxWrapBox *self,
           GtkWidget *first,
           int width)
{
  Line line = { .first = first };
  GtkWidget *child;

  for (child = first; child != NULL; child = skip_hidden (gtk_widget_get_next_sibling (child)))
    {
      int wanted = get_wanted (child) + (child != first ? self->spacing : 0);

      if (child != first && width >= 0 && line.width + wanted > width)
        break;
      line.width += wanted;
      line.n_expanding += gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL);
    }
  line.end = child;
  return line;
}

/* The share of @child in what is left of a line that is @width wide. */
static int
get_width (const Line *line,
           GtkWidget *child,
           int width)
{
  int wanted = get_wanted (child), left = MAX (0, width - line->width);

  if (gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
    wanted += left / line->n_expanding;
  return MIN (wanted, width);
}

static int
get_height (const Line *line,
            int width)
{
  int height = 0;

  for (GtkWidget *child = line->first; child != line->end; child = skip_hidden (gtk_widget_get_next_sibling (child)))
    {
      int natural, child_width = get_width (line, child, width), least;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, MAX (child_width, least), NULL, &natural, NULL, NULL);
      height = MAX (height, natural);
    }
  return height;
}

static GtkSizeRequestMode
plx_wrap_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (PlxWrapBox *self,
               int *minimum,
               int *natural)
{
  *minimum = *natural = 0;
  for (GtkWidget *child = skip_hidden (gtk_widget_get_first_child (GTK_WIDGET (self))); child != NULL;
       child = skip_hidden (gtk_widget_get_next_sibling (child)))
    {
      int least, wanted;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural += wanted + (*natural > 0 ? self->spacing : 0);
    }
}

static void
plx_wrap_box_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  PlxWrapBox *self = PLX_WRAP_BOX (widget);
  Line line = { 0 };

  measure_width (self, minimum, natural);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  if (for_size < 0)
    for_size = *natural;
  *minimum = 0;
  for (GtkWidget *first = skip_hidden (gtk_widget_get_first_child (widget)); first != NULL; first = line.end)
    {
      line = find_line (self, first, for_size);
      *minimum += get_height (&line, for_size) + (*minimum > 0 ? self->spacing : 0);
    }
  *natural = *minimum;
}

static void
allocate_line (PlxWrapBox *self,
               const Line *line,
               int y,
               int width,
               int height)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int x = 0;

  for (GtkWidget *child = line->first; child != line->end; child = skip_hidden (gtk_widget_get_next_sibling (child)))
    {
      int child_width = get_width (line, child, width);

      gtk_widget_size_allocate (child, &(GtkAllocation){ rtl ? width - x - child_width : x, y, child_width, height }, -1);
      x += child_width + self->spacing;
    }
}

static void
plx_wrap_box_size_allocate (GtkWidget *widget,
                            int width,
                            int height,
                            int baseline)
{
  PlxWrapBox *self = PLX_WRAP_BOX (widget);
  Line line = { 0 };
  int y = 0;

  for (GtkWidget *first = skip_hidden (gtk_widget_get_first_child (widget)); first != NULL; first = line.end)
    {
      int line_height;

      line = find_line (self, first, width);
      line_height = get_height (&line, width);
      /* A single line may be higher than it has to be. */
      if (first == skip_hidden (gtk_widget_get_first_child (widget)) && line.end == NULL)
        line_height = MAX (line_height, height);
      allocate_line (self, &line, y, width, line_height);
      y += line_height + self->spacing;
    }
}

static void
plx_wrap_box_get_property (GObject *object,
                           guint id,
                           GValue *value,
                           GParamSpec *pspec)
{
  if (id == PROP_SPACING)
    g_value_set_int (value, PLX_WRAP_BOX (object)->spacing);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
plx_wrap_box_set_property (GObject *object,
                           guint id,
                           const GValue *value,
                           GParamSpec *pspec)
{
  if (id == PROP_SPACING)
    PLX_WRAP_BOX (object)->spacing = g_value_get_int (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
plx_wrap_box_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (plx_wrap_box_parent_class)->dispose (object);
}

static void
plx_wrap_box_class_init (PlxWrapBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = plx_wrap_box_get_property;
  object_class->set_property = plx_wrap_box_set_property;
  object_class->dispose = plx_wrap_box_dispose;
  widget_class->get_request_mode = plx_wrap_box_get_request_mode;
  widget_class->measure = plx_wrap_box_measure;
  widget_class->size_allocate = plx_wrap_box_size_allocate;
  g_object_class_install_property (object_class, PROP_SPACING,
                                   g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 6, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
}

static void
plx_wrap_box_init (PlxWrapBox *self)
{
  self->spacing = 6;
}
