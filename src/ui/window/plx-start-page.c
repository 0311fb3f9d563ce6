/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "window/plx-start-page.h"

#include "store/plx-library.h"
#include "window/plx-library-jobs.h"
#include "window/plx-library-row.h"
#include "window/plx-recent.h"
#include "window/plx-sample.h"
#include "window/plx-start-actions.h"

/* So many projects are listed; the rest is behind Open. */
#define MAX_ROWS 50

struct _PlxStartPage
{
  GtkWidget parent_instance;

  /* Template Widgets */
  GtkWidget *content;
  GtkWidget *try_button;
  GtkWidget *projects;
  GtkListBox *list;

  GPtrArray *cards;          /* (owned) (nullable) (element-type PlxCard): what was read last */
  GCancellable *cancellable; /* (owned) (nullable): of what is being read */
};

G_DEFINE_FINAL_TYPE (PlxStartPage, plx_start_page, GTK_TYPE_WIDGET)

static void
read_cb (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  g_autoptr (PlxStartPage) self = data;
  g_autoptr (GPtrArray) cards = plx_library_read_finish (result, NULL);

  /* Another reading is on its way, or nobody looks any more. */
  if (cards == NULL)
    return;
  g_clear_pointer (&self->cards, g_ptr_array_unref);
  self->cards = g_steal_pointer (&cards);
  for (guint i = 0; i < self->cards->len; i++)
    plx_library_row_set_card (PLX_LIBRARY_ROW (gtk_list_box_get_row_at_index (self->list, (int) i)), g_ptr_array_index (self->cards, i));
}

static void
stop_reading (PlxStartPage *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/* Those that were opened last, wherever they are, then the rest of the library. */
static GPtrArray *
list_paths (void)
{
  GPtrArray *paths = plx_recent_list ();
  g_autoptr (GPtrArray) library = plx_library_list (NULL);

  /* Without a library there is nothing to list; making a project tells why. */
  for (guint i = 0; library != NULL && i < library->len; i++)
    if (!g_ptr_array_find_with_equal_func (paths, g_ptr_array_index (library, i), g_str_equal, NULL))
      g_ptr_array_add (paths, g_strdup (g_ptr_array_index (library, i)));
  g_ptr_array_set_size (paths, (int) MIN (paths->len, MAX_ROWS));
  return paths;
}

/* Whether there is a row for each of @paths, and no other. */
static gboolean
is_listed (PlxStartPage *self,
           const GPtrArray *paths)
{
  for (guint i = 0; i < paths->len; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) i);

      if (row == NULL || !plx_library_row_is_of (PLX_LIBRARY_ROW (row), g_ptr_array_index (paths, i)))
        return FALSE;
    }
  return gtk_list_box_get_row_at_index (self->list, (int) paths->len) == NULL;
}

static void
list_rows (PlxStartPage *self,
           const GPtrArray *paths)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < paths->len; i++)
    gtk_list_box_append (self->list, plx_library_row_new (g_ptr_array_index (paths, i)));
}

void
plx_start_page_refresh (PlxStartPage *self)
{
  g_autoptr (GPtrArray) paths = list_paths ();

  g_return_if_fail (PLX_IS_START_PAGE (self));

  stop_reading (self);
  /* A row that is being pressed, or has the focus, stays. */
  if (!is_listed (self, paths))
    list_rows (self, paths);
  gtk_widget_set_visible (self->projects, paths->len > 0);
  self->cancellable = g_cancellable_new ();
  plx_library_read_async (paths, self->cancellable, read_cb, g_object_ref (self));
}

const PlxCard *
plx_start_page_get_card (PlxStartPage *self,
                         const char *path)
{
  for (guint i = 0; self->cards != NULL && i < self->cards->len; i++)
    {
      const PlxCard *card = g_ptr_array_index (self->cards, i);

      if (g_str_equal (card->path, path))
        return card;
    }
  return NULL;
}

static void
plx_start_page_dispose (GObject *object)
{
  stop_reading (PLX_START_PAGE (object));
  g_clear_pointer (&PLX_START_PAGE (object)->cards, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), PLX_TYPE_START_PAGE);
  G_OBJECT_CLASS (plx_start_page_parent_class)->dispose (object);
}

static void
plx_start_page_class_init (PlxStartPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_start_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/parallaxworkbench/Parallax/ui/plx-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxStartPage, content);
  gtk_widget_class_bind_template_child (widget_class, PlxStartPage, try_button);
  gtk_widget_class_bind_template_child (widget_class, PlxStartPage, projects);
  gtk_widget_class_bind_template_child (widget_class, PlxStartPage, list);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  plx_start_page_class_install_actions (widget_class);
}

static void
plx_start_page_init (PlxStartPage *self)
{

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (self->try_button, plx_sample_is_there ());
}
