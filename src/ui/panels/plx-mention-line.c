/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-mention-line.h"

#include "model/plx-direction.h"

#include <glib/gi18n.h>

/* Characters of the words that are shown in any case. */
#define MAX_WORDS 16

struct _PlxMentionLine
{
  GtkListBoxRow parent_instance;

  /* Template widgets */
  GtkCheckButton *tick;
  GtkWidget *words;
  GtkLabel *before;
  GtkLabel *quote;
  GtkLabel *after;

  PlxId annotation;
  PlxId document;
  int start;
  char *title; /* (owned) */
};

G_DEFINE_FINAL_TYPE (PlxMentionLine, plx_mention_line, GTK_TYPE_LIST_BOX_ROW)

typedef enum
{
  PROP_TICKED = 1,
} PlxMentionLineProperty;

static GParamSpec *properties[PROP_TICKED + 1];

/* In one line: breaks are blanks. */
static void
set_text (GtkLabel *label,
          const char *text)
{
  g_autofree char *line = g_strdelimit (g_strdup (text), "\n\r\t", ' ');

  gtk_label_set_text (label, line);
}

/* The words run as the text does, whichever way the window runs. */
static GtkTextDirection
find_direction (const PlxMentionRow *row)
{
  const char *texts[] = { row->quote, row->suffix, row->prefix };
  PlxDirection direction = PLX_DIRECTION_NONE;

  for (guint i = 0; i < G_N_ELEMENTS (texts) && direction == PLX_DIRECTION_NONE; i++)
    direction = plx_direction_find (texts[i], -1);
  if (direction == PLX_DIRECTION_NONE)
    return GTK_TEXT_DIR_NONE;
  return direction == PLX_DIRECTION_RTL ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR;
}

static void
set_direction (PlxMentionLine *self,
               GtkTextDirection direction)
{
  gtk_widget_set_direction (self->words, direction);
  for (GtkWidget *label = gtk_widget_get_first_child (self->words); label != NULL; label = gtk_widget_get_next_sibling (label))
    gtk_widget_set_direction (label, direction);
}

static void
ticked_cb (PlxMentionLine *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TICKED]);
}

static void
plx_mention_line_get_property (GObject *object,
                               guint id,
                               GValue *value,
                               GParamSpec *pspec)
{
  switch ((PlxMentionLineProperty) id)
    {
    case PROP_TICKED:
      g_value_set_boolean (value, plx_mention_line_is_ticked (PLX_MENTION_LINE (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plx_mention_line_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLX_TYPE_MENTION_LINE);
  G_OBJECT_CLASS (plx_mention_line_parent_class)->dispose (object);
}

static void
plx_mention_line_finalize (GObject *object)
{
  g_free (PLX_MENTION_LINE (object)->title);
  G_OBJECT_CLASS (plx_mention_line_parent_class)->finalize (object);
}

static void
plx_mention_line_class_init (PlxMentionLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = plx_mention_line_get_property;
  object_class->dispose = plx_mention_line_dispose;
  object_class->finalize = plx_mention_line_finalize;
  properties[PROP_TICKED] = g_param_spec_boolean ("ticked", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/parallaxworkbench/Parallax/ui/plx-mention-line.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxMentionLine, tick);
  gtk_widget_class_bind_template_child (widget_class, PlxMentionLine, words);
  gtk_widget_class_bind_template_child (widget_class, PlxMentionLine, before);
  gtk_widget_class_bind_template_child (widget_class, PlxMentionLine, quote);
  gtk_widget_class_bind_template_child (widget_class, PlxMentionLine, after);
  gtk_widget_class_bind_template_callback (widget_class, ticked_cb);
}

static void
plx_mention_line_init (PlxMentionLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
name_parts (PlxMentionLine *self)
{
  g_autofree char *words = g_strdup_printf ("mention-%d", self->start);
  g_autofree char *tick = g_strdup_printf ("tick-%d", self->start);

  gtk_widget_set_name (self->words, words);
  gtk_widget_set_name (GTK_WIDGET (self->tick), tick);
}

static void
describe (PlxMentionLine *self,
          const PlxMentionRow *row)
{
  g_autofree char *context = g_strconcat ("…", row->prefix, row->quote, row->suffix, "…", NULL);
  g_autofree char *line = g_strdelimit (g_strdup (context), "\n\r\t", ' ');

  gtk_widget_set_tooltip_text (self->words, line);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, line, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, row->title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->tick), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Choose this mention"), -1);
}

GtkWidget *
plx_mention_line_new (const PlxMentionRow *row)
{
  PlxMentionLine *self = g_object_new (PLX_TYPE_MENTION_LINE, NULL);
  g_autofree char *quote = row->n_spans > 1 ? g_strconcat (row->quote, " …", NULL) : g_strdup (row->quote);

  self->annotation = row->annotation;
  self->document = row->document;
  self->start = row->span.start;
  self->title = g_strdup (row->title);
  set_text (self->before, row->prefix);
  set_text (self->quote, quote);
  /* Rather the words than what is around them. */
  gtk_label_set_width_chars (self->quote, (int) MIN (g_utf8_strlen (quote, -1), MAX_WORDS));
  set_text (self->after, row->suffix);
  set_direction (self, find_direction (row));
  describe (self, row);
  name_parts (self);
  return GTK_WIDGET (self);
}

PlxId
plx_mention_line_get_annotation (PlxMentionLine *self)
{
  return self->annotation;
}

PlxId
plx_mention_line_get_document (PlxMentionLine *self)
{
  return self->document;
}

int
plx_mention_line_get_start (PlxMentionLine *self)
{
  return self->start;
}

const char *
plx_mention_line_get_title (PlxMentionLine *self)
{
  return self->title;
}

gboolean
plx_mention_line_is_ticked (PlxMentionLine *self)
{
  return gtk_check_button_get_active (self->tick);
}

void
plx_mention_line_tick (PlxMentionLine *self,
                       gboolean ticked)
{
  gtk_check_button_set_active (self->tick, ticked);
}
