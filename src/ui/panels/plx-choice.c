/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-choice.h"

#include "compat/plx-inner-names.h"

#include <glib/gi18n.h>

struct _PlxChoice
{
  GtkWidget parent_instance;

  GtkWidget *drop_down; /* (owned) */
  const PlxChoiceWord *words;
  gboolean is_setting; /* it changes, but nobody chose */
};

G_DEFINE_FINAL_TYPE (PlxChoice, plx_choice, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
selected_cb (PlxChoice *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->drop_down));

  if (!self->is_setting && selected != GTK_INVALID_LIST_POSITION)
    g_signal_emit (self, signals[CHOSEN], 0, selected > 0 ? self->words[selected - 1].word : "");
}

static gboolean
plx_choice_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (PLX_CHOICE (widget)->drop_down);
}

static void
plx_choice_dispose (GObject *object)
{
  g_clear_pointer (&PLX_CHOICE (object)->drop_down, gtk_widget_unparent);
  G_OBJECT_CLASS (plx_choice_parent_class)->dispose (object);
}

static void
plx_choice_class_init (PlxChoiceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_choice_dispose;
  widget_class->grab_focus = plx_choice_grab_focus;
  signals[CHOSEN] = g_signal_new ("chosen", PLX_TYPE_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
plx_choice_init (PlxChoice *self)
{
  self->drop_down = gtk_drop_down_new (NULL, NULL);
  gtk_widget_set_parent (self->drop_down, GTK_WIDGET (self));
  g_signal_connect_swapped (self->drop_down, "notify::selected", G_CALLBACK (selected_cb), self);
}

void
plx_choice_set_words (PlxChoice *self,
                      const PlxChoiceWord *words,
                      const char *name)
{
  g_autoptr (GtkStringList) labels = NULL;

  g_return_if_fail (PLX_IS_CHOICE (self));

  labels = gtk_string_list_new (NULL);
  gtk_string_list_append (labels, _ ("Not set"));
  for (const PlxChoiceWord *word = words; word->word != NULL; word++)
    gtk_string_list_append (labels, _ (word->label));
  self->words = words;
  self->is_setting = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->drop_down), G_LIST_MODEL (labels));
  self->is_setting = FALSE;
  plx_inner_names_set (self->drop_down, name);
}

void
plx_choice_show (PlxChoice *self,
                 const char *word)
{
  guint i = 0;

  g_return_if_fail (PLX_IS_CHOICE (self));

  while (self->words[i].word != NULL && !g_str_equal (self->words[i].word, word))
    i++;
  self->is_setting = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drop_down), self->words[i].word != NULL ? i + 1 : 0);
  self->is_setting = FALSE;
}
