/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-note-view.h"

#include <string.h>

/* The pause in typing after which a note is stored, and how long what is typed
 * without a pause may wait.  With the time that storing takes, at most two seconds
 * of typing are lost in a crash. */
#define PAUSE_MS 1000
#define MAX_WAIT_MS 1400

/* After a pause like this somebody writes something new, as far as undo goes. */
#define SITTING_PAUSE_MS 20000

struct _PlxNoteView
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *box;
  GtkTextView *view;
  GtkTextBuffer *buffer;
  GtkWidget *placeholder;

  char *stored;        /* (owned) */
  PlxSitting *sitting; /* (owned) */
  guint pause_id;      /* 0 while nobody types */
  gint64 waits_since;  /* when the first letter was typed that is not stored; 0 if there is none */
  gint64 typed_at;     /* when the last letter was typed */
  gboolean is_setting; /* the text changes, but nobody types */
};

G_DEFINE_FINAL_TYPE (PlxNoteView, plx_note_view, GTK_TYPE_WIDGET)

enum
{
  COMMIT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char *
dup_text (PlxNoteView *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
}

/* The length of what two texts have in common at their beginning or end, in code
 * points; at most @limit. */
static int
count_common (const char *a,
              const char *b,
              gboolean at_end,
              int limit)
{
  const char *p = at_end ? a + strlen (a) : a;
  const char *q = at_end ? b + strlen (b) : b;
  int n = 0;

  while (n < limit)
    {
      if (at_end)
        {
          p = g_utf8_prev_char (p);
          q = g_utf8_prev_char (q);
        }
      if (g_utf8_get_char (p) != g_utf8_get_char (q))
        break;
      if (!at_end)
        {
          p = g_utf8_next_char (p);
          q = g_utf8_next_char (q);
        }
      n++;
    }
  return n;
}

/* Changes only what is different, so that the caret stays in its place.  The
 * view's own undo, which is for what is typed, must not go back to another note. */
static void
set_text (PlxNoteView *self,
          const char *text)
{
  g_autofree char *old = dup_text (self);
  int old_length = (int) g_utf8_strlen (old, -1), length = (int) g_utf8_strlen (text, -1);
  int head = count_common (old, text, FALSE, MIN (old_length, length));
  int tail = count_common (old, text, TRUE, MIN (old_length, length) - head);
  GtkTextIter start, end;

  self->is_setting = TRUE;
  gtk_text_buffer_begin_irreversible_action (self->buffer);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &start, head);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &end, old_length - tail);
  gtk_text_buffer_delete (self->buffer, &start, &end);
  gtk_text_buffer_insert (self->buffer, &start, g_utf8_offset_to_pointer (text, head),
                          (int) (g_utf8_offset_to_pointer (text, length - tail) - g_utf8_offset_to_pointer (text, head)));
  gtk_text_buffer_end_irreversible_action (self->buffer);
  self->is_setting = FALSE;
}

static void
take_stored (PlxNoteView *self,
             char *stored)
{
  g_free (self->stored);
  self->stored = stored;
}

static void
begin_sitting (PlxNoteView *self)
{
  g_clear_pointer (&self->sitting, plx_sitting_unref);
  self->sitting = plx_sitting_new ();
}

/* Storing */

void
plx_note_view_flush (PlxNoteView *self)
{
  g_autofree char *text = NULL;

  g_return_if_fail (PLX_IS_NOTE_VIEW (self));

  g_clear_handle_id (&self->pause_id, g_source_remove);
  self->waits_since = 0;
  text = dup_text (self);
  if (g_str_equal (text, self->stored))
    return;
  take_stored (self, g_strdup (text));
  g_signal_emit (self, signals[COMMIT], 0, text);
}

static gboolean
pause_cb (gpointer data)
{
  PlxNoteView *self = data;

  self->pause_id = 0;
  plx_note_view_flush (self);
  return G_SOURCE_REMOVE;
}

static void
note_time (PlxNoteView *self)
{
  gint64 now = g_get_monotonic_time ();

  if (self->typed_at != 0 && now - self->typed_at > SITTING_PAUSE_MS * (gint64) 1000)
    begin_sitting (self);
  self->typed_at = now;
  if (self->waits_since == 0)
    self->waits_since = now;
}

/* Until it is stored, if nothing else is typed. */
static guint
get_wait (PlxNoteView *self)
{
  gint64 waited = (self->typed_at - self->waits_since) / 1000;

  return (guint) CLAMP (MAX_WAIT_MS - waited, 0, PAUSE_MS);
}

static void
changed_cb (PlxNoteView *self)
{
  gtk_widget_set_visible (self->placeholder, gtk_text_buffer_get_char_count (self->buffer) == 0);
  if (self->is_setting)
    return;
  note_time (self);
  g_clear_handle_id (&self->pause_id, g_source_remove);
  self->pause_id = g_timeout_add (get_wait (self), pause_cb, self);
}

static void
left_cb (PlxNoteView *self)
{
  plx_note_view_flush (self);
  begin_sitting (self);
}

static gboolean
plx_note_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (PLX_NOTE_VIEW (widget)->view));
}

static void
plx_note_view_dispose (GObject *object)
{
  PlxNoteView *self = PLX_NOTE_VIEW (object);

  g_clear_handle_id (&self->pause_id, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (plx_note_view_parent_class)->dispose (object);
}

static void
plx_note_view_finalize (GObject *object)
{
  PlxNoteView *self = PLX_NOTE_VIEW (object);

  g_free (self->stored);
  g_clear_pointer (&self->sitting, plx_sitting_unref);
  G_OBJECT_CLASS (plx_note_view_parent_class)->finalize (object);
}

static void
plx_note_view_class_init (PlxNoteViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_note_view_dispose;
  object_class->finalize = plx_note_view_finalize;
  widget_class->grab_focus = plx_note_view_grab_focus;
  signals[COMMIT] = g_signal_new ("commit", PLX_TYPE_NOTE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/parallaxworkbench/Parallax/ui/plx-note-view.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxNoteView, box);
  gtk_widget_class_bind_template_child (widget_class, PlxNoteView, view);
  gtk_widget_class_bind_template_child (widget_class, PlxNoteView, buffer);
  gtk_widget_class_bind_template_child (widget_class, PlxNoteView, placeholder);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, left_cb);
}

static void
plx_note_view_init (PlxNoteView *self)
{
  self->stored = g_strdup ("");
  begin_sitting (self);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
plx_note_view_reset (PlxNoteView *self,
                     const char *stored)
{
  g_return_if_fail (PLX_IS_NOTE_VIEW (self));

  g_clear_handle_id (&self->pause_id, g_source_remove);
  self->waits_since = 0;
  self->typed_at = 0;
  begin_sitting (self);
  take_stored (self, g_strdup (stored));
  set_text (self, stored);
}

void
plx_note_view_follow (PlxNoteView *self,
                      const char *stored)
{
  g_autofree char *text = NULL;
  gboolean touched;

  g_return_if_fail (PLX_IS_NOTE_VIEW (self));

  text = dup_text (self);
  touched = !g_str_equal (text, self->stored);
  take_stored (self, g_strdup (stored));
  if (!touched)
    set_text (self, stored);
}

void
plx_note_view_restore (PlxNoteView *self,
                       const char *text,
                       const char *stored)
{
  g_return_if_fail (PLX_IS_NOTE_VIEW (self));

  take_stored (self, g_strdup (stored));
  if (text != NULL)
    set_text (self, text);
}

PlxSitting *
plx_note_view_get_sitting (PlxNoteView *self)
{
  g_return_val_if_fail (PLX_IS_NOTE_VIEW (self), NULL);

  return self->sitting;
}
