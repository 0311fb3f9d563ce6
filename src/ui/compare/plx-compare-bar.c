/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "compare/plx-compare-bar.h"

#define SPACING 6

/* Less of the summary is not worth reading. */
#define SUMMARY_LEAST 96

typedef enum
{
  PART_TABS,
  PART_TABLES,
  PART_SUMMARY,
  PART_TOOLS,
  PART_MORE,
  N_PARTS,
} Part;

static const char *const names[] = { "tabs", "tables", "summary", "tools", "more" };

struct _PlxCompareBar
{
  GtkWidget parent_instance;

  GtkWidget *parts[N_PARTS]; /* (owned) (nullable): children */
};

G_DEFINE_FINAL_TYPE (PlxCompareBar, plx_compare_bar, GTK_TYPE_WIDGET)

static int
get_least (PlxCompareBar *self,
           Part part)
{
  int least;

  gtk_widget_measure (self->parts[part], GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return least;
}

/* Of two parts with what is between them. */
static int
get_width (PlxCompareBar *self,
           Part first,
           Part last)
{
  return get_least (self, first) + SPACING + get_least (self, last);
}

/* Which parts are shown in @width: the last ones that there is room for. */
static void
choose (PlxCompareBar *self,
        int width,
        Part *first,
        Part *last)
{
  *first = PART_TABS;
  *last = PART_TOOLS;
  if (get_width (self, *first, *last) > width)
    *last = PART_MORE;
  if (get_width (self, *first, *last) > width)
    *first = PART_TABLES;
}

static void
plx_compare_bar_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  PlxCompareBar *self = PLX_COMPARE_BAR (widget);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      int summary;

      gtk_widget_measure (self->parts[PART_SUMMARY], orientation, -1, NULL, &summary, NULL, NULL);
      *minimum = get_width (self, PART_TABLES, PART_MORE);
      *natural = MAX (*minimum, get_width (self, PART_TABS, PART_TOOLS) + SPACING + summary);
      return;
    }
  for (Part part = 0; part < N_PARTS; part++)
    {
      int least, wanted;

      gtk_widget_measure (self->parts[part], orientation, -1, &least, &wanted, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural = MAX (*natural, wanted);
    }
}

/* Gives @part the place at @x from where lines start, or hides it if that has no @width. */
static void
place (PlxCompareBar *self,
       Part part,
       int x,
       int width,
       int height)
{
  gtk_widget_set_child_visible (self->parts[part], width > 0);
  if (width <= 0)
    return;
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x - width;
  gtk_widget_size_allocate (self->parts[part], &(GtkAllocation){ x, 0, width, height }, -1);
}

static void
plx_compare_bar_size_allocate (GtkWidget *widget,
                               int width,
                               int height,
                               int baseline)
{
  PlxCompareBar *self = PLX_COMPARE_BAR (widget);
  Part first, last;
  int start, end, left;

  choose (self, width, &first, &last);
  start = get_least (self, first);
  end = get_least (self, last);
  left = width - start - end - 2 * SPACING;
  place (self, PART_TABS, 0, first == PART_TABS ? start : 0, height);
  place (self, PART_TABLES, 0, first == PART_TABLES ? start : 0, height);
  place (self, PART_SUMMARY, start + SPACING, left >= SUMMARY_LEAST ? left : 0, height);
  place (self, PART_TOOLS, width - end, last == PART_TOOLS ? end : 0, height);
  place (self, PART_MORE, width - end, last == PART_MORE ? end : 0, height);
}

static void
plx_compare_bar_set_property (GObject *object,
                              guint id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  PlxCompareBar *self = PLX_COMPARE_BAR (object);

  self->parts[id - 1] = g_value_get_object (value);
  gtk_widget_set_parent (self->parts[id - 1], GTK_WIDGET (self));
}

static void
plx_compare_bar_dispose (GObject *object)
{
  PlxCompareBar *self = PLX_COMPARE_BAR (object);

  for (Part part = 0; part < N_PARTS; part++)
    g_clear_pointer (&self->parts[part], gtk_widget_unparent);
  G_OBJECT_CLASS (plx_compare_bar_parent_class)->dispose (object);
}

static void
plx_compare_bar_class_init (PlxCompareBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = plx_compare_bar_set_property;
  object_class->dispose = plx_compare_bar_dispose;
  widget_class->measure = plx_compare_bar_measure;
  widget_class->size_allocate = plx_compare_bar_size_allocate;
  for (Part part = 0; part < N_PARTS; part++)
    g_object_class_install_property (object_class, part + 1,
                                     g_param_spec_object (names[part], NULL, NULL, GTK_TYPE_WIDGET,
                                                          G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
}

static void
plx_compare_bar_init (PlxCompareBar *self)
{
}
