/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "dialogs/plx-search-row.h"

#include "compat/plx-list-row.h"
#include "dialogs/plx-context.h"

#include "model/plx-direction.h"
#include "session/plx-start-label.h"

#include <glib/gi18n.h>
#include <string.h>

/* Names of articles beside hits do not grow beyond this. */
#define NAME_CHARS 24

struct _PlxSearchRow
{
  GtkWidget parent_instance;

  /* Children */
  GtkWidget *name;   /* of what follows, or of the article of the hit */
  GtkWidget *number; /* how many follow */
  GtkWidget *line;   /* a center box with the hit in the middle */
  GtkWidget *before;
  GtkWidget *text;
  GtkWidget *after;
};

G_DEFINE_FINAL_TYPE (PlxSearchRow, plx_search_row, GTK_TYPE_WIDGET)

static const char *
get_kind_name (const PlxSearchHit *first)
{
  switch (first->where)
    {
    case PLX_SEARCH_NOTE:
      return _ ("Notes of annotations");
    case PLX_SEARCH_ARTICLE:
      return *first->text != '\0' ? _ ("Notes of articles") : _ ("Articles");
    case PLX_SEARCH_ENTITY:
      return _ ("Actors and places");
    case PLX_SEARCH_TAG:
      return _ ("Tags");
    case PLX_SEARCH_QUESTION:
      return _ ("Questions");
    case PLX_SEARCH_TEXT:
    default:
      return first->title;
    }
}

static void
show_name (PlxSearchRow *self,
           PlxSearchItem *item)
{
  guint n = plx_search_item_get_n (item);
  g_autofree char *number = g_strdup_printf ("%u", n);
  g_autofree char *description = g_strdup_printf (ngettext ("%u hit", "%u hits", n), n);

  gtk_widget_add_css_class (GTK_WIDGET (self), "article");
  gtk_label_set_text (GTK_LABEL (self->name), get_kind_name (plx_search_item_get_first (item)));
  gtk_label_set_max_width_chars (GTK_LABEL (self->name), -1);
  gtk_label_set_text (GTK_LABEL (self->number), number);
  gtk_widget_set_tooltip_text (self->number, description);
  plx_list_row_set_label (GTK_WIDGET (self), gtk_label_get_text (GTK_LABEL (self->name)));
}

/* What a hit is called that has no context: an article without words. */
static const char *
get_text (const PlxSearchHit *hit)
{
  return *hit->text != '\0' ? hit->text : hit->title;
}

/* Only passages say by themselves what they are about. */
static gboolean
needs_name (const PlxSearchHit *hit,
            gboolean names_article)
{
  return *hit->text != '\0' && (names_article || hit->where != PLX_SEARCH_TEXT) && !g_str_equal (hit->title, hit->text);
}

/* Of a hit, whatever that of the window is.  The labels have it too: what is before
 * a hit ends there, and what is after it begins there. */
static void
set_line_direction (PlxSearchRow *self,
                    GtkTextDirection direction)
{
  GtkWidget *parts[] = { self->line, self->before, self->text, self->after };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    gtk_widget_set_direction (parts[i], direction);
}

static void
show_hit (PlxSearchRow *self,
          const PlxSearchHit *hit,
          gboolean names_article)
{
  g_autofree char *whole = g_strconcat (hit->before, get_text (hit), hit->after, NULL);
  g_autofree char *before = plx_context_dup_before (hit->before, PLX_SEARCH_CONTEXT);
  g_autofree char *after = plx_context_dup_after (hit->after, PLX_SEARCH_CONTEXT);
  gboolean rtl = plx_direction_find (whole, -1) == PLX_DIRECTION_RTL;

  gtk_widget_remove_css_class (GTK_WIDGET (self), "article");
  set_line_direction (self, rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  gtk_label_set_text (GTK_LABEL (self->before), before);
  gtk_label_set_text (GTK_LABEL (self->text), get_text (hit));
  gtk_label_set_text (GTK_LABEL (self->after), after);
  gtk_label_set_text (GTK_LABEL (self->name), hit->title);
  gtk_label_set_max_width_chars (GTK_LABEL (self->name), NAME_CHARS);
  gtk_widget_set_visible (self->name, needs_name (hit, names_article));
  gtk_widget_set_tooltip_text (self->line, whole);
  plx_list_row_set_label (GTK_WIDGET (self), whole);
}

void
plx_search_row_set_item (PlxSearchRow *self,
                         PlxSearchItem *item,
                         gboolean names_article)
{
  const PlxSearchHit *hit = item != NULL ? plx_search_item_get_hit (item) : NULL;

  gtk_widget_set_visible (self->line, hit != NULL);
  gtk_widget_set_visible (self->name, TRUE);
  gtk_widget_set_visible (self->number, hit == NULL);
  gtk_widget_set_hexpand (self->name, hit == NULL);
  if (item == NULL)
    return;
  if (hit != NULL)
    show_hit (self, hit, names_article);
  else
    show_name (self, item);
}

static GtkWidget *
label_new (const char *css_class,
           float xalign,
           PangoEllipsizeMode ellipsize)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_ellipsize (GTK_LABEL (label), ellipsize);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
plx_search_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (plx_search_row_parent_class)->dispose (object);
}

static void
plx_search_row_class_init (PlxSearchRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plx_search_row_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "plx-search-row");
}

static void
plx_search_row_init (PlxSearchRow *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 12);
  self->before = label_new ("dim-label", 1, PANGO_ELLIPSIZE_START);
  self->text = label_new ("plx-search-hit", 0, PANGO_ELLIPSIZE_END);
  self->after = label_new ("dim-label", 0, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->before, TRUE);
  gtk_widget_set_hexpand (self->after, TRUE);
  self->line = gtk_center_box_new ();
  gtk_center_box_set_start_widget (GTK_CENTER_BOX (self->line), self->before);
  gtk_center_box_set_center_widget (GTK_CENTER_BOX (self->line), self->text);
  gtk_center_box_set_end_widget (GTK_CENTER_BOX (self->line), self->after);
  gtk_widget_set_hexpand (self->line, TRUE);
  self->name = label_new ("plx-search-name", 0, PANGO_ELLIPSIZE_END);
  plx_start_label_follow (GTK_LABEL (self->name));
  self->number = label_new ("dim-label", 1, PANGO_ELLIPSIZE_NONE);
  gtk_widget_set_parent (self->line, GTK_WIDGET (self));
  gtk_widget_set_parent (self->name, GTK_WIDGET (self));
  gtk_widget_set_parent (self->number, GTK_WIDGET (self));
}

GtkWidget *
plx_search_row_new (void)
{
  return g_object_new (PLX_TYPE_SEARCH_ROW, NULL);
}
