/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "dialogs/plx-revision-window.h"

#include "dialogs/plx-revision-row.h"
#include "dialogs/plx-revision-texts.h"
#include "intake/plx-intake-revision.h"
#include "store/plx-documents.h"
#include "verb/plx-version-verbs.h"

#include <glib/gi18n.h>
#include <string.h>

/* The comparison follows typing after so many milliseconds of rest. */
#define REST 350

/* More rows than anybody decides on at once; the others go on waiting. */
#define MAX_ROWS 300

typedef enum
{
  MODE_REVISED,
  MODE_CORRECTION,
  MODE_WAITING,
} Mode;

struct _PlxRevisionWindow
{
  AdwWindow parent_instance;

  /* Template Widgets */
  AdwWindowTitle *heading;
  GtkButton *apply_button;
  GtkLabel *summary;
  GtkLabel *before_title;
  GtkLabel *after_title;
  GtkTextView *before;
  GtkTextView *after;
  GtkWidget *waiting;
  GtkWidget *place_all;
  GtkListBox *rows;
  GtkSpinner *spinner;

  Mode mode;
  PlxSession *session;       /* (owned) */
  PlxId id;                  /* of the article, or with MODE_WAITING of its earlier version */
  PlxIntakeItem *item;       /* (owned) (nullable): with MODE_REVISED */
  PlxRevision *revision;     /* (owned) (nullable): what would happen */
  GCancellable *cancellable; /* (owned) (nullable): of the comparison under way */
  guint rest_id;             /* a source, while somebody types */
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (PlxRevisionWindow, plx_revision_window, ADW_TYPE_WINDOW)

/* Comparing, in the background */

typedef struct
{
  Mode mode;
  PlxId id;
  PlxText *text;         /* (owned) (nullable) */
  PlxRevision *revision; /* (owned) (nullable) */
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_clear_pointer (&question->text, plx_text_unref);
  g_clear_pointer (&question->revision, plx_revision_free);
  g_free (question);
}

static gboolean
compare (PlxConnection *connection,
         gpointer data,
         GCancellable *cancellable,
         GError **error)
{
  Question *question = data;

  if (question->mode == MODE_WAITING)
    question->revision = plx_revision_plan_waiting (connection, question->id, error);
  else if (question->text != NULL)
    question->revision = plx_revision_plan (connection, question->id, question->text, question->mode == MODE_CORRECTION, error);
  return question->revision != NULL;
}

/* What is shown */

static gboolean
is_changed (PlxRevisionWindow *self)
{
  return strcmp (plx_text_get_utf8 (self->revision->before), plx_text_get_utf8 (self->revision->after)) != 0;
}

static PlxRevisionRow *
get_row (PlxRevisionWindow *self,
         int i)
{
  return PLX_REVISION_ROW (gtk_list_box_get_row_at_index (self->rows, i));
}

static GPtrArray *
collect_decisions (PlxRevisionWindow *self)
{
  GPtrArray *decisions = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_decision_free);

  for (int i = 0; get_row (self, i) != NULL; i++)
    {
      PlxDecision *decision = plx_revision_row_dup_decision (get_row (self, i));

      if (decision != NULL)
        g_ptr_array_add (decisions, decision);
    }
  return decisions;
}

static char *
dup_waiting_summary (PlxRevisionWindow *self,
                     const GPtrArray *decisions)
{
  guint n = self->revision->annotations->len - decisions->len;

  if (n == 0)
    return g_strdup (_ ("Nothing waits any more."));
  return g_strdup_printf (ngettext ("%u annotation waits to be placed or dropped.", "%u annotations wait to be placed or dropped.", n), n);
}

static guint
count_dropped (const GPtrArray *decisions)
{
  guint n = 0;

  for (guint i = 0; i < decisions->len; i++)
    n += ((PlxDecision *) g_ptr_array_index (decisions, i))->spans == NULL;
  return n;
}

/* The plan, with what was decided since. */
static char *
dup_summary (PlxRevisionWindow *self,
             const GPtrArray *decisions)
{
  PlxRevision told = *self->revision;
  guint n_dropped = count_dropped (decisions);
  g_autofree char *dropped = NULL;
  g_autofree char *summary = NULL;

  if (self->mode == MODE_WAITING)
    return dup_waiting_summary (self, decisions);
  if (!is_changed (self))
    return g_strdup (_ ("Both texts are the same so far."));
  told.n_carried += decisions->len - n_dropped;
  told.n_waiting -= decisions->len;
  summary = plx_revision_dup_summary (&told);
  /* Translators: annotations */
  dropped = g_strdup_printf (ngettext ("%u is dropped.", "%u are dropped.", n_dropped), n_dropped);
  return n_dropped > 0 ? g_strconcat (summary, " ", dropped, NULL) : g_steal_pointer (&summary);
}

static void
show_summary (PlxRevisionWindow *self)
{
  g_autoptr (GPtrArray) decisions = collect_decisions (self);
  g_autofree char *summary = dup_summary (self, decisions);
  gboolean ready = self->mode == MODE_WAITING ? decisions->len > 0 : is_changed (self);

  gtk_label_set_label (self->summary, summary);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "revision.apply", ready && !plx_project_is_read_only (plx_session_get_project (self->session)));
}

/* Rows */

static void
place_cb (PlxRevisionWindow *self,
          PlxRevisionRow *row)
{
  g_autoptr (GArray) selected = plx_revision_texts_dup_selection (self->after);

  plx_revision_row_set_place (row, selected);
  plx_revision_texts_point_out (self->before, plx_revision_row_get_revised (row)->annotation->spans);
  plx_revision_texts_point_out (self->after, plx_revision_row_get_place (row));
}

/* Shows where it was and where it could go. */
static void
row_activated_cb (PlxRevisionWindow *self,
                  GtkListBoxRow *row)
{
  plx_revision_texts_point_out (self->before, plx_revision_row_get_revised (PLX_REVISION_ROW (row))->annotation->spans);
  plx_revision_texts_point_out (self->after, plx_revision_row_get_place (PLX_REVISION_ROW (row)));
}

static void
clear_rows (PlxRevisionWindow *self)
{
  while (get_row (self, 0) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (get_row (self, 0)));
}

static void
add_row (PlxRevisionWindow *self,
         const PlxRevised *revised)
{
  const PlxTag *tag = plx_codebook_get_tag (plx_session_get_codebook (self->session), revised->annotation->tag);
  GtkWidget *row = plx_revision_row_new (revised, tag, self->revision->after);

  g_signal_connect_object (row, "place", G_CALLBACK (place_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "decided", G_CALLBACK (show_summary), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->rows, row);
}

/* What waits in an earlier version may have its words again by now. */
static gboolean
needs_decision (PlxRevisionWindow *self,
                const PlxRevised *revised)
{
  return revised->waits || self->mode == MODE_WAITING;
}

static void
show_rows (PlxRevisionWindow *self)
{
  gboolean any_proposed = FALSE;
  int n = 0;

  for (guint i = 0; i < self->revision->annotations->len && n < MAX_ROWS; i++)
    {
      const PlxRevised *revised = g_ptr_array_index (self->revision->annotations, i);

      if (!needs_decision (self, revised))
        continue;
      add_row (self, revised);
      any_proposed |= revised->spans != NULL;
      n++;
    }
  gtk_widget_set_visible (self->waiting, n > 0);
  gtk_widget_set_visible (self->place_all, any_proposed);
}

static void
place_all_cb (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  PlxRevisionWindow *self = PLX_REVISION_WINDOW (widget);

  for (int i = 0; get_row (self, i) != NULL; i++)
    if (plx_revision_row_get_place (get_row (self, i)) != NULL)
      plx_revision_row_set_place (get_row (self, i), NULL);
}

static void
show_titles (PlxRevisionWindow *self)
{
  const PlxDocument *document = self->revision->document;
  int earlier = self->mode == MODE_WAITING ? document->version - 1 : document->version;
  /* Translators: number of a version of an article */
  g_autofree char *before = g_strdup_printf (_ ("Version %d"), earlier);
  g_autofree char *after = g_strdup_printf (_ ("Version %d"), earlier + 1);

  adw_window_title_set_subtitle (self->heading, document->title);
  gtk_label_set_label (self->before_title, before);
  gtk_label_set_label (self->after_title, after);
}

static void
show_revision (PlxRevisionWindow *self,
               gboolean with_text)
{
  self->is_filling = TRUE;
  plx_revision_texts_show (self->before, self->after, self->revision, plx_session_get_codebook (self->session), with_text);
  self->is_filling = FALSE;
  clear_rows (self);
  show_rows (self);
  show_titles (self);
  show_summary (self);
}

static void
take_revision (PlxRevisionWindow *self,
               PlxRevision *revision)
{
  gboolean is_first = self->revision == NULL;

  clear_rows (self);
  g_clear_pointer (&self->revision, plx_revision_free);
  self->revision = revision;
  show_revision (self, is_first);
}

static void
compared_cb (GObject *source,
             GAsyncResult *result,
             gpointer data)
{
  g_autoptr (PlxRevisionWindow) self = data;
  g_autoptr (GError) error = NULL;
  Question *question = plx_project_read_finish (PLX_PROJECT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->session == NULL)
    return;
  gtk_spinner_stop (self->spinner);
  if (question != NULL)
    take_revision (self, g_steal_pointer (&question->revision));
  else
    gtk_label_set_label (self->summary, error->message);
}

static PlxText *
dup_text (PlxRevisionWindow *self)
{
  g_autofree char *utf8 = NULL;
  GtkTextIter start, end;

  if (self->mode == MODE_REVISED)
    return plx_text_ref (self->item->text);
  if (self->mode == MODE_WAITING)
    return NULL;
  if (self->revision == NULL)
    return plx_documents_load_text (plx_project_get_reader (plx_session_get_project (self->session)), self->id, NULL);
  gtk_text_buffer_get_bounds (gtk_text_view_get_buffer (self->after), &start, &end);
  utf8 = gtk_text_buffer_get_text (gtk_text_view_get_buffer (self->after), &start, &end, TRUE);
  return plx_text_new (utf8, -1);
}

static void
start_comparing (PlxRevisionWindow *self)
{
  Question *question = g_new0 (Question, 1);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  question->mode = self->mode;
  question->id = self->id;
  question->text = dup_text (self);
  gtk_spinner_start (self->spinner);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "revision.apply", FALSE);
  plx_project_read_async (plx_session_get_project (self->session), compare, question, question_free, self->cancellable,
                          compared_cb, g_object_ref (self));
}

/* Correcting */

static gboolean
rested_cb (gpointer data)
{
  PlxRevisionWindow *self = data;

  self->rest_id = 0;
  start_comparing (self);
  return G_SOURCE_REMOVE;
}

static void
typed_cb (PlxRevisionWindow *self)
{
  if (self->is_filling || self->mode != MODE_CORRECTION)
    return;
  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->rest_id = g_timeout_add (REST, rested_cb, self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "revision.apply", FALSE);
}

/* Applying */

static PlxVerb *
make_verb (PlxRevisionWindow *self,
           GPtrArray *decisions)
{
  g_autoptr (PlxDocument) revised = NULL;

  if (self->mode == MODE_WAITING)
    return plx_verb_settle (self->revision->document, decisions);
  if (self->mode == MODE_CORRECTION)
    return plx_verb_revise (self->revision->document, self->revision->after, NULL, NULL, TRUE, decisions);
  revised = plx_intake_item_dup_revised (self->item, self->revision->document);
  return plx_verb_revise (revised, self->item->text, self->item->blocks, self->item->original, FALSE, decisions);
}

static void
apply_cb (GtkWidget *widget,
          const char *name,
          GVariant *parameter)
{
  PlxRevisionWindow *self = PLX_REVISION_WINDOW (widget);
  g_autoptr (GPtrArray) decisions = collect_decisions (self);
  g_autofree char *summary = dup_summary (self, decisions);

  plx_session_do (self->session, make_verb (self, decisions), summary);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* Showing */

static void
show_window (GtkWindow *parent,
             PlxSession *session,
             Mode mode,
             PlxId id,
             PlxIntakeItem *item)
{
  static const char *const titles[] = { N_ ("Revised Text"), N_ ("Correct the Text"), N_ ("Place What Waits") };
  PlxRevisionWindow *self = g_object_new (PLX_TYPE_REVISION_WINDOW, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->mode = mode;
  self->id = id;
  self->item = item;
  adw_window_title_set_title (self->heading, _ (titles[mode]));
  gtk_window_set_title (GTK_WINDOW (self), _ (titles[mode]));
  gtk_text_view_set_editable (self->after, mode == MODE_CORRECTION);
  start_comparing (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->after));
}

void
plx_revision_window_show_revised (GtkWindow *parent,
                                  PlxSession *session,
                                  PlxId article,
                                  PlxIntakeItem *item)
{
  show_window (parent, session, MODE_REVISED, article, item);
}

void
plx_revision_window_show_correction (GtkWindow *parent,
                                     PlxSession *session,
                                     PlxId article)
{
  show_window (parent, session, MODE_CORRECTION, article, NULL);
}

void
plx_revision_window_show_waiting (GtkWindow *parent,
                                  PlxSession *session,
                                  PlxId earlier)
{
  show_window (parent, session, MODE_WAITING, earlier, NULL);
}

static void
plx_revision_window_dispose (GObject *object)
{
  PlxRevisionWindow *self = PLX_REVISION_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->rest_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_REVISION_WINDOW);
  g_clear_object (&self->session);
  g_clear_pointer (&self->revision, plx_revision_free);
  g_clear_pointer (&self->item, plx_intake_item_free);
  G_OBJECT_CLASS (plx_revision_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/parallaxworkbench/Parallax/ui/plx-revision-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxRevisionWindow, heading);
  gtk_widget_class_bind_template_child (widget_class, PlxRevisionWindow, apply_button);
  gtk_widget_class_bind_template_child (widget_class, PlxRevisionWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, PlxRevisionWindow, before_title);
  gtk_widget_class_bind_template_child (widget_class, PlxRevisionWindow, after_title);
  gtk_widget_class_bind_template_child (widget_class, PlxRevisionWindow, before);
  gtk_widget_class_bind_template_child (widget_class, PlxRevisionWindow, after);
  gtk_widget_class_bind_template_child (widget_class, PlxRevisionWindow, waiting);
  gtk_widget_class_bind_template_child (widget_class, PlxRevisionWindow, place_all);
  gtk_widget_class_bind_template_child (widget_class, PlxRevisionWindow, rows);
  gtk_widget_class_bind_template_child (widget_class, PlxRevisionWindow, spinner);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
plx_revision_window_class_init (PlxRevisionWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_revision_window_dispose;
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "revision.apply", NULL, apply_cb);
  gtk_widget_class_install_action (widget_class, "revision.place-all", NULL, place_all_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
plx_revision_window_init (PlxRevisionWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  plx_revision_texts_prepare (self->before, self->after);
  g_signal_connect_object (gtk_text_view_get_buffer (self->after), "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
}
