/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-article-row.h"

#include "compat/plx-dotted-label.h"
#include "compat/plx-list-row.h"
#include "session/plx-start-label.h"

#include <glib/gi18n.h>

/* Of words and count. */
#define SPACING 8

/* Of the row: some letters of a title. */
#define MIN_WIDTH 100

struct _PlxArticleRow
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkLabel *heading;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkLabel *count;

  PlxDocumentItem *item;    /* (owned) (nullable) */
  PlxSession *session;      /* (owned) (nullable) */
  GSignalGroup *of_item;    /* (owned) */
  GSignalGroup *of_session; /* (owned) */
  GSignalGroup *of_columns; /* (owned) */
};

G_DEFINE_FINAL_TYPE (PlxArticleRow, plx_article_row, GTK_TYPE_WIDGET)

/* What it shows */

static void
toggle_class (PlxArticleRow *self,
              const char *name,
              gboolean on)
{
  if (on)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

static gboolean
is_open (PlxArticleRow *self)
{
  GListModel *readings = plx_session_get_readings (self->session);
  gboolean found = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (readings) && !found; i++)
    {
      g_autoptr (PlxReading) reading = g_list_model_get_item (readings, i);

      found = plx_reading_get_id (reading) == plx_article_row_get_document (self);
    }
  return found;
}

static void
show_state (PlxArticleRow *self)
{
  PlxReading *current = self->session != NULL ? plx_session_get_current (self->session) : NULL;
  gboolean open = self->session != NULL && is_open (self);

  toggle_class (self, "open", open);
  toggle_class (self, "current", current != NULL && plx_reading_get_id (current) == plx_article_row_get_document (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, open ? _ ("Open in a column") : "", -1);
}

static void
show_count (PlxArticleRow *self,
            guint n)
{
  g_autofree char *number = g_strdup_printf ("%u", n);
  g_autofree char *words = g_strdup_printf (ngettext ("%u annotation", "%u annotations", n), n);

  gtk_label_set_text (self->count, n > 0 ? number : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->count), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
show_item (PlxArticleRow *self)
{
  const PlxDocument *document = plx_document_item_get_document (self->item);
  g_autofree char *subtitle = plx_document_dup_subtitle (document);
  g_autofree char *words = *subtitle != '\0' ? plx_start_label_dup_words (self->subtitle, subtitle) : g_strdup ("");

  gtk_label_set_text (self->heading, plx_document_item_get_heading (self->item));
  gtk_widget_set_visible (GTK_WIDGET (self->heading), *plx_document_item_get_heading (self->item) != '\0');
  gtk_label_set_text (self->title, document->title);
  plx_dotted_label_set (self->subtitle, words, document->outlet_colour);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), *subtitle != '\0');
  plx_list_row_set_label (GTK_WIDGET (self), document->title);
  show_count (self, plx_document_item_get_n_annotations (self->item));
}

static void
set_item (PlxArticleRow *self,
          PlxDocumentItem *item,
          PlxSession *session)
{
  g_set_object (&self->item, item);
  g_set_object (&self->session, session);
  g_signal_group_set_target (self->of_item, item);
  g_signal_group_set_target (self->of_session, session);
  g_signal_group_set_target (self->of_columns, session != NULL ? plx_session_get_readings (session) : NULL);
  if (item != NULL)
    show_item (self);
  show_state (self);
}

PlxId
plx_article_row_get_document (PlxArticleRow *self)
{
  g_return_val_if_fail (PLX_IS_ARTICLE_ROW (self), PLX_ID_NONE);

  return self->item != NULL ? plx_document_item_get_id (self->item) : PLX_ID_NONE;
}

/* Room: heading, title and subtitle below each other, the count beside them.
 *
 * Boxes would ask the title, which wraps, how wide it wants to be for a height,
 * for which GtkLabel sets it dozens of times; views ask hundreds of rows. */

static GtkSizeRequestMode
plx_article_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
measure_label (GtkLabel *label,
               GtkOrientation orientation,
               int for_size)
{
  int natural = 0;

  if (gtk_widget_should_layout (GTK_WIDGET (label)))
    gtk_widget_measure (GTK_WIDGET (label), orientation, for_size, NULL, &natural, NULL, NULL);
  return natural;
}

/* What is left of @width for words, and what the count takes. */
static int
share_width (PlxArticleRow *self,
             int width,
             int *count)
{
  gboolean empty = *gtk_label_get_text (self->count) == '\0';

  *count = empty ? 0 : MIN (measure_label (self->count, GTK_ORIENTATION_HORIZONTAL, -1), width);
  return MAX (width - *count - (empty ? 0 : SPACING), 0);
}

static void
plx_article_row_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  PlxArticleRow *self = PLX_ARTICLE_ROW (widget);
  int width, count;

  *minimum = MIN_WIDTH;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      width = share_width (self, for_size < 0 ? MIN_WIDTH : for_size, &count);
      *minimum = measure_label (self->heading, orientation, width) + measure_label (self->title, orientation, width) +
                 measure_label (self->subtitle, orientation, width);
    }
  *natural = *minimum;
}

/* Returns: where the next label goes */
static int
place (GtkLabel *label,
       int x,
       int y,
       int width)
{
  int height = measure_label (label, GTK_ORIENTATION_VERTICAL, width);

  if (gtk_widget_should_layout (GTK_WIDGET (label)))
    gtk_widget_size_allocate (GTK_WIDGET (label), &(GtkAllocation){ x, y, width, height }, -1);
  return y + height;
}

static void
plx_article_row_size_allocate (GtkWidget *widget,
                               int width,
                               int height,
                               int baseline)
{
  PlxArticleRow *self = PLX_ARTICLE_ROW (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int count;
  int words = share_width (self, width, &count);
  int x = rtl ? width - words : 0;
  int y = place (self->heading, x, 0, words);

  y = place (self->title, x, y, words);
  place (self->subtitle, x, y, words);
  gtk_widget_size_allocate (GTK_WIDGET (self->count), &(GtkAllocation){ rtl ? 0 : width - count, 0, count, height }, -1);
}

static void
plx_article_row_dispose (GObject *object)
{
  PlxArticleRow *self = PLX_ARTICLE_ROW (object);
  GtkWidget *child;

  g_clear_object (&self->of_item);
  g_clear_object (&self->of_session);
  g_clear_object (&self->of_columns);
  g_clear_object (&self->item);
  g_clear_object (&self->session);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (plx_article_row_parent_class)->dispose (object);
}

/* Setting it on each row would ask the screen for the pointer each time. */
static gboolean
plx_article_row_query_tooltip (GtkWidget *widget,
                               int x,
                               int y,
                               gboolean keyboard,
                               GtkTooltip *tooltip)
{
  PlxArticleRow *self = PLX_ARTICLE_ROW (widget);

  if (self->item == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, plx_document_item_get_document (self->item)->title);
  return TRUE;
}

static void
plx_article_row_class_init (PlxArticleRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_article_row_dispose;
  widget_class->get_request_mode = plx_article_row_get_request_mode;
  widget_class->measure = plx_article_row_measure;
  widget_class->size_allocate = plx_article_row_size_allocate;
  widget_class->query_tooltip = plx_article_row_query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "plx-article");
  gtk_widget_class_set_template_from_resource (widget_class, "/org/parallaxworkbench/Parallax/ui/plx-article-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxArticleRow, heading);
  gtk_widget_class_bind_template_child (widget_class, PlxArticleRow, title);
  gtk_widget_class_bind_template_child (widget_class, PlxArticleRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, PlxArticleRow, count);
}

static void
plx_article_row_init (PlxArticleRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  plx_start_label_follow (self->title);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  self->of_item = g_signal_group_new (PLX_TYPE_DOCUMENT_ITEM);
  g_signal_group_connect_swapped (self->of_item, "notify", G_CALLBACK (show_item), self);
  self->of_session = g_signal_group_new (PLX_TYPE_SESSION);
  g_signal_group_connect_swapped (self->of_session, "notify::current", G_CALLBACK (show_state), self);
  self->of_columns = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->of_columns, "items-changed", G_CALLBACK (show_state), self);
}

/* Rows for lists */

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem *list_item,
          PlxSession *session)
{
  gtk_list_item_set_child (list_item, g_object_new (PLX_TYPE_ARTICLE_ROW, NULL));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem *list_item,
         PlxSession *session)
{
  set_item (PLX_ARTICLE_ROW (gtk_list_item_get_child (list_item)), gtk_list_item_get_item (list_item), session);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem *list_item,
           PlxSession *session)
{
  set_item (PLX_ARTICLE_ROW (gtk_list_item_get_child (list_item)), NULL, NULL);
}

GtkListItemFactory *
plx_article_row_factory_new (PlxSession *session)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), session, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), session, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), session, 0);
  return factory;
}
