/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-history-details.h"

#include "plx-history-row.h"
#include "plx-words.h"

#include "base/plx-time.h"
#include "compat/plx-tab-stop.h"
#include "compat/plx-wrap-box.h"
#include "session/plx-verb-label.h"
#include "store/plx-history-places.h"

#include <glib/gi18n.h>

/* Rows of the journal that are looked at, so that a large intake is not read
 * here as a whole, and places that are listed. */
#define MAX_ROWS 2000
#define MAX_PLACES 50

struct _PlxHistoryDetails
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *box;
  GtkLabel *label;
  GtkLabel *who;
  GtkLabel *state;
  GtkLabel *summary;
  GtkWidget *scroller;
  GtkListBox *list;
  GtkWidget *go_there;
  GtkButton *travel;

  PlxSession *session;      /* (owned) (nullable) */
  PlxHistoryItem *item;     /* (owned) (nullable) */
  GPtrArray *places;        /* (owned) (nullable) (element-type PlxEditPlace) */
  GSignalGroup *of_item;    /* (owned) */
  GSignalGroup *of_project; /* (owned) */
};

G_DEFINE_FINAL_TYPE (PlxHistoryDetails, plx_history_details, GTK_TYPE_WIDGET)

/* Places */

static void
go_to (PlxHistoryDetails *self,
       const PlxEditPlace *place)
{
  plx_session_go_to_place (self->session, place->document, place->annotation, place->span.start);
}

static const PlxEditPlace *
find_first (PlxHistoryDetails *self)
{
  for (guint i = 0; self->places != NULL && i < self->places->len; i++)
    {
      const PlxEditPlace *place = g_ptr_array_index (self->places, i);

      if (place->is_there)
        return place;
    }
  return NULL;
}

gboolean
plx_history_details_go_there (PlxHistoryDetails *self)
{
  const PlxEditPlace *place;

  g_return_val_if_fail (PLX_IS_HISTORY_DETAILS (self), FALSE);

  place = find_first (self);
  if (place == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return FALSE;
    }
  go_to (self, place);
  return TRUE;
}

static void
go_there_cb (PlxHistoryDetails *self)
{
  plx_history_details_go_there (self);
}

static void
row_activated_cb (PlxHistoryDetails *self,
                  GtkListBoxRow *row)
{
  guint i = (guint) gtk_list_box_row_get_index (row);

  if (i < self->places->len)
    go_to (self, g_ptr_array_index (self->places, i));
}

static GtkWidget *
line_new (const char *text,
          const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static char *
dup_where (const PlxEditPlace *place)
{
  const char *title = *place->title != '\0' ? place->title : _ ("an article that is gone");

  if (place->is_there)
    return g_strdup (title);
  /* Translators: what was in an article was deleted; the title of the article */
  return g_strdup_printf (_ ("deleted · %s"), title);
}

static GtkWidget *
place_row_new (const PlxEditPlace *place)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *quote = g_strdelimit (g_strdup (place->quote), "\n\r\t", ' ');
  g_autofree char *where = dup_where (place);
  g_autofree char *name = g_strdup_printf ("%s, %s", quote, where);

  if (*quote != '\0')
    gtk_box_append (GTK_BOX (box), line_new (quote, "plx-place-quote"));
  gtk_box_append (GTK_BOX (box), line_new (where, *quote != '\0' ? "caption" : "plx-place-quote"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), place->is_there);
  gtk_widget_set_sensitive (row, place->is_there);
  gtk_widget_set_tooltip_text (row, place->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, *quote != '\0' ? name : where, -1);
  return row;
}

static guint
count_articles (GPtrArray *places)
{
  g_autoptr (GHashTable) articles = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < places->len; i++)
    g_hash_table_add (articles, &((PlxEditPlace *) g_ptr_array_index (places, i))->document);
  return g_hash_table_size (articles);
}

static gboolean
has_annotations (GPtrArray *places)
{
  for (guint i = 0; i < places->len; i++)
    if (((const PlxEditPlace *) g_ptr_array_index (places, i))->annotation != PLX_ID_NONE)
      return TRUE;
  return FALSE;
}

/* `14 places in 5 articles` */
static char *
dup_summary (GPtrArray *places,
             gboolean complete)
{
  guint n_articles = count_articles (places);
  g_autofree char *n_places = NULL;
  g_autofree char *in_articles = NULL;

  if (places->len == 0)
    return g_strdup (_ ("No place in an article was changed."));
  if (!has_annotations (places) && complete)
    return g_strdup_printf (ngettext ("%u article", "%u articles", n_articles), n_articles);
  n_places = g_strdup_printf (complete ? ngettext ("%u place", "%u places", places->len)
                                       : ngettext ("More than %u place", "More than %u places", places->len),
                              places->len);
  in_articles = g_strdup_printf (ngettext ("%u article", "%u articles", n_articles), n_articles);
  /* Translators: "14 places" and "5 articles" */
  return g_strdup_printf (_ ("%s in %s"), n_places, in_articles);
}

static void
clear_list (PlxHistoryDetails *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
show_places (PlxHistoryDetails *self)
{
  PlxConnection *reader = plx_project_get_reader (plx_session_get_project (self->session));
  PlxId edit = plx_history_item_get_id (self->item);
  g_autofree char *summary = NULL;
  gboolean complete = TRUE;

  g_clear_pointer (&self->places, g_ptr_array_unref);
  if (reader != NULL && edit != PLX_ID_NONE)
    self->places = plx_history_list_places (reader, edit, MAX_ROWS, &complete, NULL);
  clear_list (self);
  for (guint i = 0; self->places != NULL && i < MIN (self->places->len, MAX_PLACES); i++)
    gtk_list_box_append (self->list, place_row_new (g_ptr_array_index (self->places, i)));
  if (self->places != NULL)
    summary = dup_summary (self->places, complete);
  gtk_label_set_text (self->summary, summary != NULL ? summary : "");
  gtk_widget_set_visible (GTK_WIDGET (self->summary), summary != NULL);
  gtk_widget_set_visible (self->scroller, self->places != NULL && self->places->len > 0);
  gtk_widget_set_visible (self->go_there, find_first (self) != NULL);
}

/* The edit */

static const char *
explain (PlxHistoryItem *item)
{
  const PlxEdit *edit = plx_history_item_get_edit (item);

  if (edit == NULL || edit->state == PLX_EDIT_DONE)
    return "";
  if (edit->state == PLX_EDIT_UNDONE)
    return _ ("Undone. It can be redone until you do something else.");
  return _ ("Undone, and then other work was done, so it cannot be redone. It stays here so that nothing is hidden.");
}

static void
show_travel (PlxHistoryDetails *self)
{
  PlxProject *project = plx_session_get_project (self->session);
  const PlxEdit *edit = plx_history_item_get_edit (self->item);
  gboolean here = plx_history_item_is_here (self->item);
  const PlxEdit *last = plx_project_peek_undo (project);

  /* In a list of search results nothing is marked. */
  here |= last != NULL && last->id == plx_history_item_get_id (self->item);
  if (edit == NULL)
    gtk_button_set_label (self->travel, _ ("_Undo Everything"));
  else
    gtk_button_set_label (self->travel, edit->state == PLX_EDIT_UNDONE ? _ ("_Redo up to Here") : _ ("_Undo Back to Here"));
  gtk_widget_set_visible (GTK_WIDGET (self->travel), edit == NULL || edit->state != PLX_EDIT_DROPPED);
  gtk_widget_set_sensitive (GTK_WIDGET (self->travel), !here && !plx_project_is_read_only (project));
}

static void
show_edit (PlxHistoryDetails *self)
{
  const PlxEdit *edit = plx_history_item_get_edit (self->item);
  g_autofree char *label = edit != NULL ? plx_verb_dup_label (edit->verb, edit->detail) : g_strdup (_ ("Beginning of the Project"));
  const char *state = explain (self->item);

  gtk_label_set_text (self->label, label);
  gtk_widget_set_visible (GTK_WIDGET (self->who), edit != NULL);
  if (edit != NULL)
    {
      g_autofree char *name = plx_words_isolate (edit->annotator);
      g_autofree char *moment = plx_words_dup_moment (edit->created, plx_time_now ());
      /* Translators: who made an edit, and when */
      g_autofree char *who = g_strdup_printf (C_ ("edit", "%s · %s"), name, moment);

      gtk_label_set_text (self->who, who);
    }
  gtk_label_set_text (self->state, state);
  gtk_widget_set_visible (GTK_WIDGET (self->state), *state != '\0');
}

static void
show (PlxHistoryDetails *self)
{
  if (self->item == NULL)
    return;
  show_edit (self);
  show_places (self);
  show_travel (self);
}

static void
travel_cb (PlxHistoryDetails *self)
{
  if (self->item != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.go-to-edit", "x", plx_history_item_get_id (self->item));
}

void
plx_history_details_show (PlxHistoryDetails *self,
                          PlxSession *session,
                          PlxHistoryItem *item)
{
  g_return_if_fail (PLX_IS_HISTORY_DETAILS (self));

  if (self->item == item && self->session == session)
    return;
  g_set_object (&self->session, session);
  g_set_object (&self->item, item);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_signal_group_set_target (self->of_item, item);
  g_signal_group_set_target (self->of_project, item != NULL ? plx_session_get_project (session) : NULL);
  show (self);
}

/* Life */

static void
plx_history_details_dispose (GObject *object)
{
  PlxHistoryDetails *self = PLX_HISTORY_DETAILS (object);

  g_clear_object (&self->of_item);
  g_clear_object (&self->of_project);
  g_clear_object (&self->item);
  g_clear_object (&self->session);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (plx_history_details_parent_class)->dispose (object);
}

static void
plx_history_details_class_init (PlxHistoryDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_history_details_dispose;
  g_type_ensure (PLX_TYPE_TAB_STOP);
  g_type_ensure (PLX_TYPE_WRAP_BOX);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/parallaxworkbench/Parallax/ui/plx-history-details.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxHistoryDetails, box);
  gtk_widget_class_bind_template_child (widget_class, PlxHistoryDetails, label);
  gtk_widget_class_bind_template_child (widget_class, PlxHistoryDetails, who);
  gtk_widget_class_bind_template_child (widget_class, PlxHistoryDetails, state);
  gtk_widget_class_bind_template_child (widget_class, PlxHistoryDetails, summary);
  gtk_widget_class_bind_template_child (widget_class, PlxHistoryDetails, scroller);
  gtk_widget_class_bind_template_child (widget_class, PlxHistoryDetails, list);
  gtk_widget_class_bind_template_child (widget_class, PlxHistoryDetails, go_there);
  gtk_widget_class_bind_template_child (widget_class, PlxHistoryDetails, travel);
  gtk_widget_class_bind_template_callback (widget_class, go_there_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, travel_cb);
}

static void
plx_history_details_init (PlxHistoryDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->of_item = g_signal_group_new (PLX_TYPE_HISTORY_ITEM);
  g_signal_group_connect_swapped (self->of_item, "notify", G_CALLBACK (show), self);
  self->of_project = g_signal_group_new (PLX_TYPE_PROJECT);
  g_signal_group_connect_swapped (self->of_project, "changed", G_CALLBACK (show), self);
}
