/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-quote.h"

/* Lines that are shown of a folded quote. */
#define MAX_LINES 7

struct _PlxQuote
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *box;
  GtkLabel *label;
  GtkToggleButton *unfold;

  char *citation; /* (owned) (nullable) */
  guint idle_id;
};

G_DEFINE_FINAL_TYPE (PlxQuote, plx_quote, GTK_TYPE_WIDGET)

static gboolean
is_cut (PlxQuote *self)
{
  return gtk_toggle_button_get_active (self->unfold) || pango_layout_is_ellipsized (gtk_label_get_layout (self->label));
}

static gboolean
show_unfold_cb (gpointer data)
{
  PlxQuote *self = data;

  self->idle_id = 0;
  gtk_widget_set_visible (GTK_WIDGET (self->unfold), is_cut (self));
  return G_SOURCE_REMOVE;
}

/* Whether the text is cut is known when it has its width, which is too late to
 * ask for more height. */
static void
plx_quote_size_allocate (GtkWidget *widget,
                         int width,
                         int height,
                         int baseline)
{
  PlxQuote *self = PLX_QUOTE (widget);

  gtk_widget_allocate (self->box, width, height, baseline, NULL);
  if (self->idle_id == 0 && gtk_widget_get_visible (GTK_WIDGET (self->unfold)) != is_cut (self))
    self->idle_id = g_idle_add (show_unfold_cb, self);
}

static void
plx_quote_measure (GtkWidget *widget,
                   GtkOrientation orientation,
                   int for_size,
                   int *minimum,
                   int *natural,
                   int *minimum_baseline,
                   int *natural_baseline)
{
  gtk_widget_measure (PLX_QUOTE (widget)->box, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
}

static GtkSizeRequestMode
plx_quote_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
toggled_cb (PlxQuote *self)
{
  gboolean whole = gtk_toggle_button_get_active (self->unfold);

  gtk_label_set_lines (self->label, whole ? -1 : MAX_LINES);
  gtk_label_set_ellipsize (self->label, whole ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
}

static GdkContentProvider *
prepare_drag_cb (GtkDragSource *source,
                 double x,
                 double y,
                 PlxQuote *self)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self->label));

  if (self->citation == NULL)
    return NULL;
  gtk_drag_source_set_icon (source, picture, (int) x, (int) y);
  return gdk_content_provider_new_typed (G_TYPE_STRING, self->citation);
}

/* Before the label begins to select, which it would go on with.  The keyboard selects. */
static void
pressed_cb (GtkGesture *gesture,
            GdkEventSequence *sequence,
            PlxQuote *self)
{
  if (self->citation == NULL)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self->label));
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
plx_quote_dispose (GObject *object)
{
  PlxQuote *self = PLX_QUOTE (object);

  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->citation, g_free);
  G_OBJECT_CLASS (plx_quote_parent_class)->dispose (object);
}

static void
plx_quote_class_init (PlxQuoteClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_quote_dispose;
  widget_class->measure = plx_quote_measure;
  widget_class->size_allocate = plx_quote_size_allocate;
  widget_class->get_request_mode = plx_quote_get_request_mode;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/parallaxworkbench/Parallax/ui/plx-quote.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxQuote, box);
  gtk_widget_class_bind_template_child (widget_class, PlxQuote, label);
  gtk_widget_class_bind_template_child (widget_class, PlxQuote, unfold);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
plx_quote_init (PlxQuote *self)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  toggled_cb (self);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (source), GTK_PHASE_CAPTURE);
  g_signal_connect_object (source, "begin", G_CALLBACK (pressed_cb), self, 0);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_drag_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
}

void
plx_quote_set_text (PlxQuote *self,
                    const char *text)
{
  g_return_if_fail (PLX_IS_QUOTE (self));

  if (g_str_equal (gtk_label_get_text (self->label), text))
    return;
  gtk_toggle_button_set_active (self->unfold, FALSE);
  gtk_label_set_text (self->label, text);
}

void
plx_quote_set_citation (PlxQuote *self,
                        const char *citation)
{
  g_return_if_fail (PLX_IS_QUOTE (self));

  g_free (self->citation);
  self->citation = g_strdup (citation);
}
