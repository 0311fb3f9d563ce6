/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-mention-list.h"

#include "plx-mention-line.h"

#include "query/plx-mention-page.h"
#include "session/plx-start-label.h"

#include <glib/gi18n.h>

/* Mentions that are shown at first, and that each asking adds. */
#define PAGE 100

struct _PlxMentionList
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *box;
  GtkListBox *list;
  GtkWidget *more;

  PlxSession *session;       /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) (nullable): of what is being read */
  PlxId entity;
  guint limit;
  guint n_mentions;
  guint n_ticked;
  gboolean is_loaded;
};

G_DEFINE_FINAL_TYPE (PlxMentionList, plx_mention_list, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_N_MENTIONS = 1,
  PROP_N_TICKED,
} PlxMentionListProperty;

static GParamSpec *properties[PROP_N_TICKED + 1];

/* Ticking */

static GtkWidget *
get_first (PlxMentionList *self)
{
  return gtk_widget_get_first_child (GTK_WIDGET (self->list));
}

GArray *
plx_mention_list_dup_ticked (PlxMentionList *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (PlxId));

  for (GtkWidget *row = get_first (self); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (PLX_IS_MENTION_LINE (row) && plx_mention_line_is_ticked (PLX_MENTION_LINE (row)))
      {
        PlxId id = plx_mention_line_get_annotation (PLX_MENTION_LINE (row));

        g_array_append_val (ids, id);
      }
  return ids;
}

static void
count_ticked (PlxMentionList *self)
{
  g_autoptr (GArray) ticked = plx_mention_list_dup_ticked (self);

  self->n_ticked = ticked->len;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_TICKED]);
}

/* Rows */

static void
add_row (PlxMentionList *self,
         const PlxMentionRow *row,
         GHashTable *ticked)
{
  GtkWidget *line = plx_mention_line_new (row);

  if (g_hash_table_contains (ticked, &row->annotation))
    plx_mention_line_tick (PLX_MENTION_LINE (line), TRUE);
  g_signal_connect_object (line, "notify::ticked", G_CALLBACK (count_ticked), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, line);
}

static void
clear_rows (PlxMentionList *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static gboolean
same_rows (PlxMentionList *self,
           GPtrArray *rows)
{
  guint i = 0;

  for (GtkListBoxRow *row; (row = gtk_list_box_get_row_at_index (self->list, (int) i)) != NULL; i++)
    {
      const PlxMentionRow *other = i < rows->len ? g_ptr_array_index (rows, i) : NULL;
      PlxMentionLine *line = PLX_MENTION_LINE (row);

      if (other == NULL || other->annotation != plx_mention_line_get_annotation (line) ||
          other->span.start != plx_mention_line_get_start (line) || !g_str_equal (other->title, plx_mention_line_get_title (line)))
        return FALSE;
    }
  return i == rows->len;
}

/* What is ticked stays ticked. */
static void
show_rows (PlxMentionList *self,
           GPtrArray *rows)
{
  g_autoptr (GArray) ids = plx_mention_list_dup_ticked (self);
  g_autoptr (GHashTable) ticked = g_hash_table_new (g_int64_hash, g_int64_equal);

  if (same_rows (self, rows))
    return;
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (ticked, &g_array_index (ids, PlxId, i));
  clear_rows (self);
  for (guint i = 0; i < rows->len; i++)
    add_row (self, g_ptr_array_index (rows, i), ticked);
}

static void
header_cb (GtkListBoxRow *row,
           GtkListBoxRow *before,
           gpointer data)
{
  PlxMentionLine *line = PLX_MENTION_LINE (row);
  GtkWidget *label;

  if (before != NULL && plx_mention_line_get_document (PLX_MENTION_LINE (before)) == plx_mention_line_get_document (line))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_label_new (plx_mention_line_get_title (line));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  plx_start_label_follow (GTK_LABEL (label));
  gtk_widget_add_css_class (label, "plx-mention-title");
  gtk_list_box_row_set_header (row, label);
}

/* Reading */

typedef struct
{
  PlxId entity;
  guint limit;
  PlxMentionPage *page; /* (owned) (nullable): the answer */
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_clear_pointer (&question->page, plx_mention_page_free);
  g_free (question);
}

static gboolean
read_page (PlxConnection *connection,
           gpointer data,
           GCancellable *cancellable,
           GError **error)
{
  Question *question = data;

  question->page = plx_mention_page_load (connection, question->entity, question->limit, error);
  return question->page != NULL;
}

static void
show_page (PlxMentionList *self,
           const PlxMentionPage *page)
{
  show_rows (self, page->rows);
  self->n_mentions = page->n_mentions;
  self->is_loaded = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self->list), page->rows->len > 0);
  gtk_widget_set_visible (self->more, page->rows->len < page->n_mentions);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_MENTIONS]);
  count_ticked (self);
}

/* What was asked for another entity meanwhile is cancelled. */
static void
read_cb (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  g_autoptr (PlxMentionList) self = data;
  g_autoptr (GError) error = NULL;
  const Question *question = plx_project_read_finish (PLX_PROJECT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->session == NULL)
    return;
  if (question != NULL)
    show_page (self, question->page);
  else
    plx_session_fail (self->session, error->message);
}

static void
stop (PlxMentionList *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

void
plx_mention_list_refresh (PlxMentionList *self)
{
  Question *question;

  g_return_if_fail (PLX_IS_MENTION_LIST (self));

  stop (self);
  if (self->session == NULL || self->entity == PLX_ID_NONE)
    return;
  question = g_new (Question, 1);
  *question = (Question){ self->entity, self->limit, NULL };
  self->cancellable = g_cancellable_new ();
  plx_project_read_async (plx_session_get_project (self->session), read_page, question, question_free, self->cancellable, read_cb, g_object_ref (self));
}

static void
more_cb (PlxMentionList *self)
{
  self->limit += PAGE;
  plx_mention_list_refresh (self);
}

static void
row_activated_cb (PlxMentionList *self,
                  PlxMentionLine *line)
{
  plx_session_show_mention (self->session, plx_mention_line_get_document (line), plx_mention_line_get_annotation (line),
                            plx_mention_line_get_start (line));
}

/* Life */

static void
plx_mention_list_get_property (GObject *object,
                               guint id,
                               GValue *value,
                               GParamSpec *pspec)
{
  PlxMentionList *self = PLX_MENTION_LIST (object);

  switch ((PlxMentionListProperty) id)
    {
    case PROP_N_MENTIONS:
      g_value_set_uint (value, self->n_mentions);
      break;
    case PROP_N_TICKED:
      g_value_set_uint (value, self->n_ticked);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plx_mention_list_dispose (GObject *object)
{
  PlxMentionList *self = PLX_MENTION_LIST (object);

  stop (self);
  g_clear_object (&self->session);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (plx_mention_list_parent_class)->dispose (object);
}

static void
plx_mention_list_class_init (PlxMentionListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = plx_mention_list_get_property;
  object_class->dispose = plx_mention_list_dispose;
  properties[PROP_N_MENTIONS] = g_param_spec_uint ("n-mentions", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_TICKED] = g_param_spec_uint ("n-ticked", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/parallaxworkbench/Parallax/ui/plx-mention-list.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxMentionList, box);
  gtk_widget_class_bind_template_child (widget_class, PlxMentionList, list);
  gtk_widget_class_bind_template_child (widget_class, PlxMentionList, more);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
}

static void
plx_mention_list_init (PlxMentionList *self)
{
  self->limit = PAGE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, header_cb, NULL, NULL);
}

void
plx_mention_list_set_session (PlxMentionList *self,
                              PlxSession *session)
{
  g_return_if_fail (PLX_IS_MENTION_LIST (self));

  if (self->session == session)
    return;
  plx_mention_list_show (self, PLX_ID_NONE);
  g_set_object (&self->session, session);
}

void
plx_mention_list_show (PlxMentionList *self,
                       PlxId entity)
{
  g_return_if_fail (PLX_IS_MENTION_LIST (self));

  if (self->entity == entity)
    return;
  stop (self);
  clear_rows (self);
  self->entity = entity;
  self->limit = PAGE;
  self->n_mentions = 0;
  self->is_loaded = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->list), FALSE);
  gtk_widget_set_visible (self->more, FALSE);
  count_ticked (self);
  plx_mention_list_refresh (self);
}

guint
plx_mention_list_get_n_mentions (PlxMentionList *self)
{
  return self->n_mentions;
}

guint
plx_mention_list_get_n_ticked (PlxMentionList *self)
{
  return self->n_ticked;
}

gboolean
plx_mention_list_is_loaded (PlxMentionList *self)
{
  return self->is_loaded;
}
