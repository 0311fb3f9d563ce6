/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "dialogs/plx-intake-preview.h"

#include "base/plx-string.h"
#include "compat/plx-column-scroll.h"
#include "compat/plx-dialog-title.h"
#include "compat/plx-text-scale.h"
#include "compat/plx-wrap-box.h"
#include "dialogs/plx-preview-item.h"

#include <glib/gi18n.h>

/* So much of an article is shown. */
#define BEGINNING 1500

/* Of a title, so many are in view. */
#define TITLE_CHARS 20

struct _PlxIntakePreview
{
  AdwWindow parent_instance;

  /* Template Widgets */
  GtkButton *apply_button;
  GtkColumnView *view;
  GtkLabel *summary;
  GtkCheckButton *keep;
  GtkLabel *words;
  GtkWidget *reading; /* the choice of encodings with its label */
  GtkCheckButton *as_version;
  GtkDropDown *charset;
  GtkTextBuffer *beginning;

  /* Owned References */
  GListStore *items; /* (element-type PlxPreviewItem) */

  /* Borrowed References */
  PlxImportResult *result;
  PlxDocumentList *documents;
  GtkSingleSelection *selection; /* of view */
  GtkAdjustment *columns;        /* what view is scrolled to */

  double from_start; /* how far @columns is from the first column */
  guint start_id;    /* about to go there again */

  const PlxImportLine *offered; /* (nullable): whose encodings can be chosen */

  gboolean filling; /* the choice of encodings */
};

G_DEFINE_FINAL_TYPE (PlxIntakePreview, plx_intake_preview, ADW_TYPE_WINDOW)

enum
{
  APPLY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* How many */

static guint
count_included (PlxIntakePreview *self)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->items)), n = 0;

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (PlxPreviewItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      n += plx_preview_item_get_included (item);
    }
  return n;
}

/* Adds a part of the summary, if there is anything to tell; takes @words. */
static void
add_part (GString *summary,
          guint n,
          char *words)
{
  if (n > 0)
    g_string_append_printf (summary, "%s%s", summary->len > 0 ? " · " : "", words);
  g_free (words);
}

static void
count_doubts (PlxIntakePreview *self,
              guint *n_twins,
              guint *n_alike,
              guint *n_guessed)
{
  GPtrArray *items = self->result->items;

  *n_twins = *n_alike = *n_guessed = 0;
  for (guint i = 0; i < items->len; i++)
    {
      const PlxIntakeItem *item = g_ptr_array_index (items, i);
      gboolean twin = item->duplicate_of != PLX_ID_NONE || item->repeats >= 0;

      *n_twins += twin;
      *n_alike += !twin && item->likeness > 0;
      *n_guessed += item->is_guessed;
    }
}

static char *
dup_summary (PlxIntakePreview *self)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  guint n_refused = self->result->lines->len - n_items;
  guint n_twins, n_alike, n_guessed;
  GString *summary = g_string_new (NULL);

  count_doubts (self, &n_twins, &n_alike, &n_guessed);
  add_part (summary, n_items, g_strdup_printf (ngettext ("%u article", "%u articles", n_items), n_items));
  /* Translators: articles */
  add_part (summary, n_twins, g_strdup_printf (ngettext ("%u is there already", "%u are there already", n_twins), n_twins));
  /* Translators: articles */
  add_part (summary, n_alike, g_strdup_printf (ngettext ("%u is nearly like another", "%u are nearly like another", n_alike), n_alike));
  /* Translators: articles */
  add_part (summary, n_guessed, g_strdup_printf (ngettext ("%u with a guessed encoding", "%u with a guessed encoding", n_guessed), n_guessed));
  add_part (summary, n_refused, g_strdup_printf (ngettext ("%u file cannot be read", "%u files cannot be read", n_refused), n_refused));
  return g_string_free (summary, FALSE);
}

static void
update_counts (PlxIntakePreview *self)
{
  guint n = count_included (self);
  guint n_refused = self->result->lines->len - g_list_model_get_n_items (G_LIST_MODEL (self->items));
  g_autofree char *label = g_strdup_printf (ngettext ("_Add %u Article", "_Add %u Articles", n), n);
  g_autofree char *summary = dup_summary (self);

  gtk_button_set_label (self->apply_button, label);
  gtk_label_set_text (self->summary, summary);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.apply", n > 0 || n_refused > 0);
}

/* The article that is chosen */

/* Not while one of them is being chosen: the list must not go under it. */
static void
show_charsets (PlxIntakePreview *self,
               const PlxImportLine *line)
{
  const PlxIntakeItem *item = line->item;
  GtkStringList *names;
  guint chosen = 0;

  if (self->offered == line)
    return;
  self->offered = line;
  names = gtk_string_list_new (NULL);
  for (int i = 0; i < item->n_guesses; i++)
    {
      gtk_string_list_append (names, item->guesses[i]);
      if (g_str_equal (item->guesses[i], item->charset))
        chosen = (guint) i;
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->charset, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->charset, chosen);
  self->filling = FALSE;
  g_object_unref (names);
}

static void
show_chosen (PlxIntakePreview *self)
{
  PlxPreviewItem *item = gtk_single_selection_get_selected_item (self->selection);
  PlxImportLine *line = item != NULL ? plx_preview_item_get_line (item) : NULL;
  g_autofree char *beginning = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->as_version), line != NULL && line->item->revises != PLX_ID_NONE);
  gtk_widget_set_visible (self->reading, line != NULL && line->item->n_guesses > 1 && line->file != NULL);
  if (line == NULL)
    return;
  beginning = plx_text_dup_slice (line->item->text, 0, MIN (BEGINNING, plx_text_get_length (line->item->text)));
  gtk_text_buffer_set_text (self->beginning, beginning, -1);
  gtk_label_set_text (self->words, plx_preview_item_get_words (item));
  gtk_widget_set_visible (GTK_WIDGET (self->words), *plx_preview_item_get_words (item) != '\0');
  gtk_check_button_set_active (self->as_version, line->item->as_version);
  show_charsets (self, line);
}

static void
as_version_toggled_cb (PlxIntakePreview *self)
{
  PlxPreviewItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (item != NULL)
    plx_preview_item_get_line (item)->item->as_version = gtk_check_button_get_active (self->as_version);
}

/* The row is bound anew with another title. */
static void
charset_chosen_cb (PlxIntakePreview *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);
  PlxPreviewItem *item = gtk_single_selection_get_selected_item (self->selection);
  guint chosen = gtk_drop_down_get_selected (self->charset);
  PlxImportLine *line;
  g_autoptr (PlxPreviewItem) again = NULL;

  if (self->filling || item == NULL)
    return;
  line = plx_preview_item_get_line (item);
  if ((int) chosen >= line->item->n_guesses || g_str_equal (line->item->guesses[chosen], line->item->charset) ||
      !plx_intake_item_read_again (line->item, line->file, line->item->guesses[chosen], NULL))
    return;
  again = plx_preview_item_new (line, "");
  plx_preview_item_set_included (again, plx_preview_item_get_included (item));
  g_list_store_splice (self->items, position, 1, (gpointer *) &again, 1);
  gtk_single_selection_set_selected (self->selection, position);
  show_chosen (self);
}

/* Cells */

static void
text_changed_cb (GtkEditable *text,
                 GtkListItem *list_item)
{
  PlxPreviewItem *item = gtk_list_item_get_item (list_item);
  PlxPreviewField field = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (text), "field"));

  if (item == NULL || g_object_get_data (G_OBJECT (text), "binding") != NULL)
    return;
  if (plx_preview_item_set_field (item, field, gtk_editable_get_text (text)))
    gtk_widget_remove_css_class (GTK_WIDGET (text), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (text), "error");
}

static void
setup_text_cb (GtkSignalListItemFactory *factory,
               GtkListItem *item,
               gpointer field)
{
  GtkWidget *text = gtk_text_new ();

  g_object_set_data (G_OBJECT (text), "field", field);
  gtk_widget_set_hexpand (text, TRUE);
  /* In a narrow window the others are scrolled to. */
  if (GPOINTER_TO_INT (field) == PLX_PREVIEW_TITLE)
    gtk_editable_set_width_chars (GTK_EDITABLE (text), TITLE_CHARS);
  g_signal_connect (text, "changed", G_CALLBACK (text_changed_cb), item);
  gtk_list_item_set_child (item, text);
}

static void
bind_text_cb (GtkSignalListItemFactory *factory,
              GtkListItem *item,
              gpointer field)
{
  GtkWidget *text = gtk_list_item_get_child (item);

  g_object_set_data (G_OBJECT (text), "binding", item);
  gtk_editable_set_text (GTK_EDITABLE (text), plx_preview_item_get_field (gtk_list_item_get_item (item), (PlxPreviewField) GPOINTER_TO_INT (field)));
  gtk_widget_remove_css_class (text, "error");
  g_object_set_data (G_OBJECT (text), "binding", NULL);
}

static void
setup_check_cb (GtkSignalListItemFactory *factory,
                GtkListItem *item,
                gpointer data)
{
  gtk_list_item_set_child (item, gtk_check_button_new ());
}

static void
bind_check_cb (GtkSignalListItemFactory *factory,
               GtkListItem *item,
               PlxIntakePreview *self)
{
  GtkWidget *check = gtk_list_item_get_child (item);
  GObject *preview = gtk_list_item_get_item (item);

  g_object_set_data_full (G_OBJECT (item), "binding",
                          g_object_ref (g_object_bind_property (preview, "included", check, "active", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL)),
                          g_object_unref);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  plx_preview_item_get_field (PLX_PREVIEW_ITEM (preview), PLX_PREVIEW_TITLE), -1);
}

static void
unbind_check_cb (GtkSignalListItemFactory *factory,
                 GtkListItem *item,
                 gpointer data)
{
  GBinding *binding = g_object_get_data (G_OBJECT (item), "binding");

  if (binding != NULL)
    g_binding_unbind (binding);
  g_object_set_data (G_OBJECT (item), "binding", NULL);
}

static void
bind_state_cb (GtkSignalListItemFactory *factory,
               GtkListItem *item,
               gpointer data)
{
  PlxPreviewItem *preview = gtk_list_item_get_item (item);
  GtkWidget *image = gtk_list_item_get_child (item);
  const char *words = plx_preview_item_get_words (preview);

  gtk_image_set_from_icon_name (GTK_IMAGE (image), *words != '\0' ? "dialog-warning-symbolic" : NULL);
  gtk_widget_set_tooltip_text (image, words);
}

static void
setup_state_cb (GtkSignalListItemFactory *factory,
                GtkListItem *item,
                gpointer data)
{
  gtk_list_item_set_child (item, gtk_image_new ());
}

static void
add_column (PlxIntakePreview *self,
            const char *title,
            GCallback setup,
            GCallback bind,
            gpointer data,
            int width)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column = gtk_column_view_column_new (title, factory);

  g_signal_connect (factory, "setup", setup, data);
  g_signal_connect (factory, "bind", bind, data);
  if (bind == G_CALLBACK (bind_check_cb))
    g_signal_connect (factory, "unbind", G_CALLBACK (unbind_check_cb), NULL);
  gtk_column_view_column_set_resizable (column, width > 0);
  gtk_column_view_column_set_expand (column, setup == G_CALLBACK (setup_text_cb) && GPOINTER_TO_INT (data) == PLX_PREVIEW_TITLE);
  if (width > 0)
    gtk_column_view_column_set_fixed_width (column, width);
  gtk_column_view_append_column (self->view, column);
  g_object_unref (column);
}

static void
add_columns (PlxIntakePreview *self)
{
  static const struct
  {
    const char *title;
    int width;
  } fields[] = {
    [PLX_PREVIEW_TITLE] = { N_ ("Title"), 0 },
    [PLX_PREVIEW_OUTLET] = { N_ ("Outlet"), 120 },
    [PLX_PREVIEW_AUTHOR] = { N_ ("Author"), 100 },
    [PLX_PREVIEW_PUBLISHED] = { N_ ("Published"), 204 },
    [PLX_PREVIEW_LANGUAGE] = { N_ ("Language"), 80 },
  };

  add_column (self, "", G_CALLBACK (setup_check_cb), G_CALLBACK (bind_check_cb), self, 0);
  for (int i = 0; i < PLX_PREVIEW_N_FIELDS; i++)
    add_column (self, _ (fields[i].title), G_CALLBACK (setup_text_cb), G_CALLBACK (bind_text_cb), GINT_TO_POINTER (i), fields[i].width);
  add_column (self, "", G_CALLBACK (setup_state_cb), G_CALLBACK (bind_state_cb), self, 0);
}

/* Where columns run from right to left, the first is at the end of what GTK counts. */

static double
get_last (GtkAdjustment *columns)
{
  return gtk_adjustment_get_upper (columns) - gtk_adjustment_get_page_size (columns);
}

static gboolean
show_start_cb (gpointer data)
{
  PlxIntakePreview *self = data;

  self->start_id = 0;
  gtk_adjustment_set_value (self->columns, get_last (self->columns) - self->from_start);
  return G_SOURCE_REMOVE;
}

/* Not while sizes are handed out. */
static void
columns_sized_cb (PlxIntakePreview *self)
{
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL && self->start_id == 0)
    self->start_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, show_start_cb, self, NULL);
}

static void
columns_scrolled_cb (PlxIntakePreview *self)
{
  if (self->start_id == 0)
    self->from_start = get_last (self->columns) - gtk_adjustment_get_value (self->columns);
}

static void
follow_columns (PlxIntakePreview *self)
{
  if (!plx_column_scroll_is_from_left ())
    return;
  self->columns = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self->view));
  g_signal_connect_object (self->columns, "changed", G_CALLBACK (columns_sized_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->columns, "value-changed", G_CALLBACK (columns_scrolled_cb), self, G_CONNECT_SWAPPED);
}

/* Filling and applying */

static void
fill (PlxIntakePreview *self)
{
  for (guint i = 0; i < self->result->lines->len; i++)
    {
      PlxImportLine *line = g_ptr_array_index (self->result->lines, i);
      g_autofree char *words = NULL;
      g_autoptr (PlxPreviewItem) item = NULL;

      if (line->item == NULL)
        continue;
      line->item->as_version = line->item->revises != PLX_ID_NONE;
      words = plx_import_line_dup_doubts (line, self->result, self->documents);
      item = plx_preview_item_new (line, words != NULL ? words : "");
      g_signal_connect_object (item, "notify::included", G_CALLBACK (update_counts), self, G_CONNECT_SWAPPED);
      g_list_store_append (self->items, item);
    }
}

/* Fields that are not in order are left out rather than refused: a date, for
 * example, that is none. */
static void
put_in_order (PlxIntakeItem *item)
{
  PlxDocument *document = item->document;

  if (plx_document_check (document, NULL))
    return;
  if (!plx_document_has_language (document))
    plx_set_str (&document->language, "");
  if (!plx_document_check (document, NULL))
    plx_set_str (&document->published, "");
  if (!plx_document_check (document, NULL))
    plx_set_str (&document->title, _ ("Untitled"));
}

static void
apply_cb (GtkWidget *widget,
          const char *name,
          GVariant *parameter)
{
  PlxIntakePreview *self = PLX_INTAKE_PREVIEW (widget);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (PlxPreviewItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);
      PlxImportLine *line = plx_preview_item_get_line (item);

      put_in_order (line->item);
      line->item->allow_duplicate = plx_preview_item_get_included (item);
      if (!plx_preview_item_get_included (item))
        plx_import_result_leave_out (self->result, line);
    }
  g_signal_emit (self, signals[APPLY], 0);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
plx_intake_preview_dispose (GObject *object)
{
  PlxIntakePreview *self = PLX_INTAKE_PREVIEW (object);

  g_clear_handle_id (&self->start_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_INTAKE_PREVIEW);
  g_clear_object (&self->items);
  G_OBJECT_CLASS (plx_intake_preview_parent_class)->dispose (object);
}

static void
plx_intake_preview_class_init (PlxIntakePreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_intake_preview_dispose;
  signals[APPLY] = g_signal_new ("apply", PLX_TYPE_INTAKE_PREVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (PLX_TYPE_DIALOG_TITLE);
  g_type_ensure (PLX_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/parallaxworkbench/Parallax/ui/plx-intake-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxIntakePreview, apply_button);
  gtk_widget_class_bind_template_child (widget_class, PlxIntakePreview, view);
  gtk_widget_class_bind_template_child (widget_class, PlxIntakePreview, summary);
  gtk_widget_class_bind_template_child (widget_class, PlxIntakePreview, keep);
  gtk_widget_class_bind_template_child (widget_class, PlxIntakePreview, words);
  gtk_widget_class_bind_template_child (widget_class, PlxIntakePreview, reading);
  gtk_widget_class_bind_template_child (widget_class, PlxIntakePreview, as_version);
  gtk_widget_class_bind_template_child (widget_class, PlxIntakePreview, charset);
  gtk_widget_class_bind_template_child (widget_class, PlxIntakePreview, beginning);
  gtk_widget_class_bind_template_callback (widget_class, charset_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, as_version_toggled_cb);
  gtk_widget_class_install_action (widget_class, "preview.apply", NULL, apply_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
plx_intake_preview_init (PlxIntakePreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  plx_text_scale_grow_window (GTK_WINDOW (self));
  self->items = g_list_store_new (PLX_TYPE_PREVIEW_ITEM);
  add_columns (self);
  follow_columns (self);
}

gboolean
plx_intake_preview_keeps_originals (PlxIntakePreview *self)
{
  return gtk_check_button_get_active (self->keep);
}

GtkWidget *
plx_intake_preview_new (GtkWindow *parent,
                        PlxImportResult *result,
                        PlxDocumentList *documents)
{
  PlxIntakePreview *self = g_object_new (PLX_TYPE_INTAKE_PREVIEW, "transient-for", parent, NULL);
  g_autoptr (GtkSelectionModel) selection = NULL;

  self->result = result;
  self->documents = documents;
  fill (self);
  selection = GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->items))));
  self->selection = GTK_SINGLE_SELECTION (selection);
  gtk_column_view_set_model (self->view, selection);
  g_signal_connect_object (selection, "notify::selected", G_CALLBACK (show_chosen), self, G_CONNECT_SWAPPED);
  show_chosen (self);
  update_counts (self);
  return GTK_WIDGET (self);
}
