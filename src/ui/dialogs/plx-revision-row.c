/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "dialogs/plx-revision-row.h"

#include "compat/plx-isolate.h"
#include "compat/plx-wrap-box.h"
#include "session/plx-start-label.h"

#include <glib/gi18n.h>

/* Of the words of an annotation, and of what becomes of it. */
#define MAX_LINES 4

struct _PlxRevisionRow
{
  AdwPreferencesRow parent_instance;

  const PlxRevised *revised; /* (unowned) */
  PlxText *after;            /* (owned) */
  char *tag;                 /* (owned): its name */
  GArray *place;             /* (owned) (nullable) (element-type PlxSpan) */

  /* Children */
  GtkWidget *title;
  GtkWidget *subtitle;
  GtkWidget *place_button;
  GtkWidget *drop_button;
  GtkWidget *later_button;
};

G_DEFINE_FINAL_TYPE (PlxRevisionRow, plx_revision_row, ADW_TYPE_PREFERENCES_ROW)

enum
{
  PLACE,
  DECIDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
is_active (GtkWidget *button)
{
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button));
}

static char *
dup_words (PlxText *text,
           const GArray *spans)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    {
      g_autofree char *piece = plx_text_dup_slice (text, g_array_index (spans, PlxSpan, i).start, g_array_index (spans, PlxSpan, i).end);

      g_string_append_printf (words, "%s%s", i > 0 ? " … " : "", piece);
    }
  g_strdelimit (words->str, "\n\t", ' ');
  return g_string_free (words, FALSE);
}

static char *
dup_subtitle (PlxRevisionRow *self)
{
  g_autofree char *tag = plx_isolate (self->tag);
  g_autofree char *words = self->place != NULL ? dup_words (self->after, self->place) : NULL;
  g_autofree char *isolated = words != NULL ? plx_isolate (words) : NULL;

  if (is_active (self->drop_button))
    /* Translators: the name of a tag; what becomes of an annotation */
    return g_strdup_printf (_ ("%s · will be dropped"), tag);
  if (isolated != NULL && is_active (self->place_button))
    /* Translators: the name of a tag, and the words that an annotation goes to */
    return g_strdup_printf (_ ("%s · goes to “%s”"), tag, isolated);
  if (isolated != NULL)
    /* Translators: the name of a tag, the words that an annotation may go to */
    return g_strdup_printf (_ ("%s · perhaps “%s”"), tag, isolated);
  /* Translators: the name of a tag */
  return g_strdup_printf (_ ("%s · its words are gone: select others in the new text, then press Place"), tag);
}

static void
show (PlxRevisionRow *self)
{
  g_autofree char *subtitle = dup_subtitle (self);

  gtk_label_set_text (GTK_LABEL (self->subtitle), subtitle);
}

static void
toggled_cb (PlxRevisionRow *self,
            GtkToggleButton *button)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  show (self);
  g_signal_emit (self, signals[DECIDED], 0);
}

/* A click also where it is pressed already: other words may be selected now. */
static void
place_clicked_cb (PlxRevisionRow *self)
{
  g_signal_emit (self, signals[PLACE], 0);
}

void
plx_revision_row_set_place (PlxRevisionRow *self,
                            const GArray *spans)
{
  g_return_if_fail (PLX_IS_REVISION_ROW (self));

  if (spans != NULL && spans != self->place)
    {
      g_clear_pointer (&self->place, g_array_unref);
      self->place = g_array_copy ((GArray *) spans);
    }
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->place != NULL ? self->place_button : self->later_button), TRUE);
  show (self);
  g_signal_emit (self, signals[DECIDED], 0);
}

const GArray *
plx_revision_row_get_place (PlxRevisionRow *self)
{
  return self->place;
}

const PlxRevised *
plx_revision_row_get_revised (PlxRevisionRow *self)
{
  return self->revised;
}

PlxDecision *
plx_revision_row_dup_decision (PlxRevisionRow *self)
{
  if (is_active (self->drop_button))
    return plx_decision_new (self->revised->annotation->id, NULL);
  if (is_active (self->place_button) && self->place != NULL)
    return plx_decision_new (self->revised->annotation->id, self->place);
  return NULL;
}

/* Called after @what is done by it and the words that it is done with. */
static void
name_button (GtkWidget *button,
             const char *what,
             const char *quote)
{
  g_autofree char *name = g_strdup_printf ("%s:%s", what, quote);

  gtk_widget_set_name (button, name);
}

static GtkWidget *
add_button (PlxRevisionRow *self,
            GtkWidget *box,
            const char *label,
            GtkWidget *group)
{
  GtkWidget *button = gtk_toggle_button_new_with_mnemonic (label);

  if (group != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (group));
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
plx_revision_row_finalize (GObject *object)
{
  PlxRevisionRow *self = PLX_REVISION_ROW (object);

  plx_text_unref (self->after);
  g_free (self->tag);
  g_clear_pointer (&self->place, g_array_unref);
  G_OBJECT_CLASS (plx_revision_row_parent_class)->finalize (object);
}

static void
plx_revision_row_class_init (PlxRevisionRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plx_revision_row_finalize;

  signals[PLACE] = g_signal_new ("place", PLX_TYPE_REVISION_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DECIDED] = g_signal_new ("decided", PLX_TYPE_REVISION_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
add_label (GtkWidget *box)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), MAX_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  plx_start_label_follow (GTK_LABEL (label));
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static GtkWidget *
add_words (PlxRevisionRow *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  self->title = add_label (words);
  self->subtitle = add_label (words);
  gtk_widget_add_css_class (self->subtitle, "dim-label");
  gtk_widget_add_css_class (self->subtitle, "caption");
  return words;
}

static GtkWidget *
add_buttons (PlxRevisionRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (box, "linked");
  /* Translators: puts an annotation on words of the revised text */
  self->place_button = add_button (self, box, _ ("_Place"), NULL);
  /* Translators: gives up an annotation whose words are gone */
  self->drop_button = add_button (self, box, _ ("_Drop"), self->place_button);
  /* Translators: an annotation goes on waiting for a decision */
  self->later_button = add_button (self, box, _ ("_Later"), self->place_button);
  g_signal_connect_swapped (self->place_button, "clicked", G_CALLBACK (place_clicked_cb), self);
  return box;
}

/* In little room the buttons have a line of their own. */
static void
plx_revision_row_init (PlxRevisionRow *self)
{
  GtkWidget *box = g_object_new (PLX_TYPE_WRAP_BOX, "spacing", 12, "margin-top", 9, "margin-bottom", 9, "margin-start", 12, "margin-end", 12, NULL);

  gtk_widget_set_parent (add_words (self), box);
  gtk_widget_set_parent (add_buttons (self), box);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

GtkWidget *
plx_revision_row_new (const PlxRevised *revised,
                      const PlxTag *tag,
                      PlxText *after)
{
  PlxRevisionRow *self = g_object_new (PLX_TYPE_REVISION_ROW, NULL);
  g_autofree char *quote = plx_annotation_dup_quote (revised->annotation);

  g_strdelimit (quote, "\n\t", ' ');
  self->revised = revised;
  self->after = plx_text_ref (after);
  self->tag = g_strdup (tag != NULL ? tag->path : "");
  self->place = revised->spans != NULL ? g_array_copy (revised->spans) : NULL;
  gtk_label_set_text (GTK_LABEL (self->title), quote);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, quote, -1);
  name_button (self->place_button, "place", quote);
  name_button (self->drop_button, "drop", quote);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->later_button), TRUE);
  show (self);
  return GTK_WIDGET (self);
}
