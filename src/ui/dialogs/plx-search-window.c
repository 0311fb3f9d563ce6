/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "dialogs/plx-search-window.h"

#include "compat/plx-portal.h"
#include "compat/plx-text-scale.h"
#include "compat/plx-wrap-box.h"
#include "dialogs/plx-search-all.h"
#include "dialogs/plx-search-question.h"
#include "dialogs/plx-search-row.h"
#include "list/plx-search-list.h"

#include <glib/gi18n.h>

/* How many hits are shown at first, and how many at most. */
#define FIRST_PAGE 100
#define MAX_HITS 5000

#define WINDOW_KEY "plx-search-window"

struct _PlxSearchWindow
{
  AdwWindow parent_instance;

  /* Template Widgets */
  GtkEditable *text;
  GtkDropDown *order;
  GtkStack *stack;
  AdwStatusPage *hint;
  GtkListView *view;
  GtkLabel *summary;
  GtkSpinner *spinner;
  GtkDropDown *tag;

  /* Owned References */
  PlxSession *session;
  PlxSearchList *list;
  GtkStringList *tag_names;
  GArray *tags;              /* (element-type PlxId): of tag_names */
  GCancellable *cancellable; /* (nullable): while a search runs */

  gboolean more; /* hits beyond MAX_HITS */
};

G_DEFINE_FINAL_TYPE (PlxSearchWindow, plx_search_window, ADW_TYPE_WINDOW)

/* What is shown */

static PlxSearchOrder
get_order (PlxSearchWindow *self)
{
  return (PlxSearchOrder) gtk_drop_down_get_selected (self->order);
}

static guint
count_passages (PlxSearchWindow *self)
{
  GPtrArray *hits = plx_search_list_get_hits (self->list);
  guint n = 0;

  for (guint i = 0; i < hits->len; i++)
    n += ((PlxSearchHit *) g_ptr_array_index (hits, i))->where == PLX_SEARCH_TEXT;
  return n;
}

static void
update_actions (PlxSearchWindow *self)
{
  gboolean writable = self->session != NULL && !plx_project_is_read_only (plx_session_get_project (self->session));
  gboolean ready = self->cancellable == NULL && plx_search_list_get_hits (self->list)->len > 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "search.save", ready);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "search.tag", ready && writable && self->tags->len > 0 && count_passages (self) > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->tag), writable);
}

static void
update_summary (PlxSearchWindow *self)
{
  guint n = plx_search_list_get_hits (self->list)->len;
  guint n_articles = plx_search_list_count_articles (self->list);
  g_autofree char *hits = g_strdup_printf (ngettext ("%u hit", "%u hits", n), n);
  g_autofree char *articles = g_strdup_printf (ngettext ("%u article", "%u articles", n_articles), n_articles);
  g_autofree char *summary = NULL;

  if (n == 0)
    summary = g_strdup ("");
  else if (self->more)
    /* Translators: “5000 hits” and “812 articles” */
    summary = g_strdup_printf (_ ("The first %s, in %s"), hits, articles);
  else if (n_articles > 0)
    /* Translators: “12 hits” and “5 articles” */
    summary = g_strdup_printf (_ ("%s in %s"), hits, articles);
  else
    summary = g_strdup (hits);
  gtk_label_set_text (self->summary, summary);
}

static void
show_hint (PlxSearchWindow *self,
           const char *title,
           const char *description)
{
  g_autofree char *markup = g_markup_escape_text (title, -1);
  g_autofree char *more = g_markup_escape_text (description, -1);

  adw_status_page_set_title (self->hint, markup);
  adw_status_page_set_description (self->hint, more);
  gtk_stack_set_visible_child_name (self->stack, "hint");
}

static void
show_hits (PlxSearchWindow *self,
           GPtrArray *hits,
           gboolean more)
{
  self->more = more;
  plx_search_list_set (self->list, hits, get_order (self));
  if (hits->len > 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
  update_summary (self);
  update_actions (self);
}

static void
show_nothing (PlxSearchWindow *self,
              const char *title,
              const char *description)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  show_hits (self, none, FALSE);
  show_hint (self, title, description);
}

static void
ask_for_words (PlxSearchWindow *self)
{
  show_nothing (self, _ ("Search All Articles"),
                _ ("Words, “words one after the other”, or beginnings: Saraq*\n"
                   "outlet:  tag:  entity:  by:  before:2024-12  after:2024-11-28  has:note"));
}

/* Searching */

static void ask (PlxSearchWindow *self,
                 PlxSearchQuery *query,
                 guint limit);

static void
stop (PlxSearchWindow *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_spinner_stop (self->spinner);
}

/* A search does not keep the window alive: GTK would then forget to take it from
 * its parent. */
static gpointer
weak_new (PlxSearchWindow *self)
{
  GWeakRef *weak = g_new (GWeakRef, 1);

  g_weak_ref_init (weak, self);
  return weak;
}

static PlxSearchWindow *
weak_get_free (GWeakRef *weak)
{
  PlxSearchWindow *self = g_weak_ref_get (weak);

  g_weak_ref_clear (weak);
  g_free (weak);
  return self;
}

static void
found_cb (GObject *source,
          GAsyncResult *result,
          gpointer data)
{
  g_autoptr (PlxSearchWindow) self = weak_get_free (data);
  g_autoptr (GError) error = NULL;
  PlxSearchQuestion *question = plx_project_read_finish (PLX_PROJECT (source), result, &error);
  PlxSearchQuery *query;

  /* Another search is on its way, or the window is closed. */
  if (self == NULL || self->session == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  stop (self);
  if (question == NULL)
    {
      show_nothing (self, _ ("Not Searched"), error->message);
      return;
    }
  show_hits (self, question->hits, question->more && question->limit >= MAX_HITS);
  if (question->more && question->limit < MAX_HITS)
    {
      query = plx_search_query_parse (gtk_editable_get_text (self->text), NULL);
      if (query != NULL)
        ask (self, query, MAX_HITS);
    }
  else if (question->hits->len == 0)
    show_hint (self, _ ("Nothing Found"), _ ("No article has all of these words. Beginnings of words are found with a star: Saraq*"));
}

/* Takes @query. */
static void
ask (PlxSearchWindow *self,
     PlxSearchQuery *query,
     guint limit)
{
  PlxSearchQuestion *question = plx_search_question_new (query, get_order (self), limit);

  self->cancellable = g_cancellable_new ();
  gtk_spinner_start (self->spinner);
  update_actions (self);
  plx_project_read_async (plx_session_get_project (self->session), plx_search_question_run, question, plx_search_question_free, self->cancellable, found_cb, weak_new (self));
}

/* A moment after the last key. */
static void
search (PlxSearchWindow *self)
{
  g_autoptr (GError) error = NULL;
  PlxSearchQuery *query;
  g_autofree char *line = NULL;

  if (self->session == NULL)
    return;
  stop (self);
  line = g_strstrip (g_strdup (gtk_editable_get_text (self->text)));
  if (*line == '\0')
    {
      ask_for_words (self);
      return;
    }
  query = plx_search_query_parse (line, &error);
  if (query == NULL)
    show_nothing (self, _ ("Not Searched"), error->message);
  else
    ask (self, query, get_order (self) == PLX_SEARCH_BY_ARTICLE ? FIRST_PAGE : MAX_HITS);
}

/* Going to a hit */

/* Asks for the annotations with a tag or entity, as nothing else is to be seen
 * of these. */
static void
look_for (PlxSearchWindow *self,
          const char *filter,
          const char *name)
{
  g_autofree char *line = g_strdup_printf ("%s\"%s\"", filter, name);

  gtk_editable_set_text (self->text, line);
  gtk_editable_set_position (self->text, -1);
  search (self);
}

static void
activate_cb (PlxSearchWindow *self,
             guint position)
{
  g_autoptr (PlxSearchItem) item = g_list_model_get_item (G_LIST_MODEL (self->list), position);
  const PlxSearchHit *hit = item != NULL ? plx_search_item_get_first (item) : NULL;

  if (hit == NULL)
    return;
  switch (hit->where)
    {
    case PLX_SEARCH_TEXT:
    case PLX_SEARCH_NOTE:
    case PLX_SEARCH_ARTICLE:
      plx_session_go_to_place (self->session, hit->document, hit->subject, hit->span.start);
      gtk_window_present (gtk_window_get_transient_for (GTK_WINDOW (self)));
      break;
    case PLX_SEARCH_ENTITY:
      plx_session_show_entity (self->session, hit->subject);
      look_for (self, "entity:", hit->title);
      break;
    case PLX_SEARCH_TAG:
      look_for (self, "tag:", hit->title);
      break;
    case PLX_SEARCH_QUESTION:
    default:
      break;
    }
}

/* From the field into the list. */
static void
text_activated_cb (PlxSearchWindow *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0)
    gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD);
}

static void
close_cb (PlxSearchWindow *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

/* Tagging all */

static void
tag_cb (GtkWidget *widget,
        const char *name,
        GVariant *parameter)
{
  PlxSearchWindow *self = PLX_SEARCH_WINDOW (widget);
  const char *words = gtk_editable_get_text (self->text);
  guint selected = gtk_drop_down_get_selected (self->tag);
  PlxId tag;

  if (selected >= self->tags->len)
    return;
  tag = g_array_index (self->tags, PlxId, selected);
  if (self->more)
    plx_search_tag_all (self->session, words, tag);
  else
    plx_search_tag_hits (self->session, plx_search_list_get_hits (self->list), tag, words);
}

static void
fill_tags (PlxSearchWindow *self)
{
  GListModel *codebook = G_LIST_MODEL (plx_session_get_codebook (self->session));

  gtk_string_list_splice (self->tag_names, 0, g_list_model_get_n_items (G_LIST_MODEL (self->tag_names)), NULL);
  g_array_set_size (self->tags, 0);
  for (guint i = 0; i < g_list_model_get_n_items (codebook); i++)
    {
      g_autoptr (PlxTagItem) item = g_list_model_get_item (codebook, i);
      const PlxTag *tag = plx_tag_item_get_tag (item);

      g_array_append_val (self->tags, tag->id);
      gtk_string_list_append (self->tag_names, tag->path);
    }
  update_actions (self);
}

/* Saving */

static void
path_chosen_cb (GtkNativeDialog *chooser,
                int response,
                PlxSearchWindow *self)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;

  if (file != NULL && g_file_peek_path (file) != NULL)
    plx_search_save_all (self->session, gtk_editable_get_text (self->text), get_order (self), g_file_peek_path (file));
  g_object_unref (chooser);
}

static void
save_cb (GtkWidget *widget,
         const char *name,
         GVariant *parameter)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_ ("Save Hits"), GTK_WINDOW (widget), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), NULL);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), _ ("hits.csv"));
  g_signal_connect_object (chooser, "response", G_CALLBACK (path_chosen_cb), widget, 0);
  plx_portal_show_chooser (chooser);
}

/* Rows */

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem *item,
          PlxSearchWindow *self)
{
  gtk_list_item_set_child (item, plx_search_row_new ());
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem *item,
         PlxSearchWindow *self)
{
  plx_search_row_set_item (PLX_SEARCH_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item),
                           get_order (self) != PLX_SEARCH_BY_ARTICLE);
}

/* Life */

static void
plx_search_window_dispose (GObject *object)
{
  PlxSearchWindow *self = PLX_SEARCH_WINDOW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session); /* nothing is looked for any more */
  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_SEARCH_WINDOW);
  g_clear_object (&self->list);
  g_clear_object (&self->tag_names);
  g_clear_pointer (&self->tags, g_array_unref);
  G_OBJECT_CLASS (plx_search_window_parent_class)->dispose (object);
}

static void
plx_search_window_class_init (PlxSearchWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_search_window_dispose;

  g_type_ensure (PLX_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/parallaxworkbench/Parallax/ui/plx-search-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxSearchWindow, text);
  gtk_widget_class_bind_template_child (widget_class, PlxSearchWindow, order);
  gtk_widget_class_bind_template_child (widget_class, PlxSearchWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, PlxSearchWindow, hint);
  gtk_widget_class_bind_template_child (widget_class, PlxSearchWindow, view);
  gtk_widget_class_bind_template_child (widget_class, PlxSearchWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, PlxSearchWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, PlxSearchWindow, tag);
  gtk_widget_class_bind_template_callback (widget_class, search);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_install_action (widget_class, "search.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "search.tag", NULL, tag_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
plx_search_window_init (PlxSearchWindow *self)
{
  g_autoptr (GtkSelectionModel) selection = NULL;

  self->list = plx_search_list_new ();
  self->tag_names = gtk_string_list_new (NULL);
  self->tags = g_array_new (FALSE, FALSE, sizeof (PlxId));
  gtk_widget_init_template (GTK_WIDGET (self));
  plx_text_scale_grow_window (GTK_WINDOW (self));
  selection = GTK_SELECTION_MODEL (gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->list))));
  gtk_list_view_set_model (self->view, selection);
  gtk_drop_down_set_model (self->tag, G_LIST_MODEL (self->tag_names));
  gtk_drop_down_set_expression (self->tag, gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
}

static PlxSearchWindow *
window_new (GtkWindow *parent,
            PlxSession *session)
{
  /* With the application it has its keys, as Ctrl+Q. */
  PlxSearchWindow *self = g_object_new (PLX_TYPE_SEARCH_WINDOW, "transient-for", parent, "application", gtk_window_get_application (parent), NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (plx_session_get_codebook (session), "items-changed", G_CALLBACK (fill_tags), self, G_CONNECT_SWAPPED);
  fill_tags (self);
  ask_for_words (self);
  g_object_set_data (G_OBJECT (parent), WINDOW_KEY, self);
  return self;
}

PlxSearchWindow *
plx_search_window_show (GtkWindow *parent,
                        PlxSession *session,
                        const char *text)
{
  PlxSearchWindow *self = g_object_get_data (G_OBJECT (parent), WINDOW_KEY);

  if (self == NULL)
    self = window_new (parent, session);
  if (text != NULL)
    {
      gtk_editable_set_text (self->text, text);
      search (self);
    }
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
  return self;
}

void
plx_search_window_forget (GtkWindow *parent)
{
  PlxSearchWindow *self = g_object_steal_data (G_OBJECT (parent), WINDOW_KEY);

  if (self != NULL)
    gtk_window_destroy (GTK_WINDOW (self));
}
