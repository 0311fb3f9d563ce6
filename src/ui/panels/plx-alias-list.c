/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-alias-list.h"

#include "plx-field-entry.h"
#include "plx-words.h"

#include <glib/gi18n.h>

struct _PlxAliasList
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *box;
  GtkWidget *rows;
  PlxFieldEntry *entry;

  char **aliases; /* (owned) */
};

G_DEFINE_FINAL_TYPE (PlxAliasList, plx_alias_list, GTK_TYPE_WIDGET)

enum
{
  EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void show_rows (PlxAliasList *self);

/* Editing */

static void
take_away (PlxAliasList *self,
           const char *name)
{
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();

  for (char **alias = self->aliases; *alias != NULL; alias++)
    if (!g_str_equal (*alias, name))
      g_strv_builder_add (kept, *alias);
  g_strfreev (self->aliases);
  self->aliases = g_strv_builder_end (kept);
  g_signal_emit (self, signals[EDITED], 0);
}

/* The rows are made anew, so the focus goes on to the entry. */
static void
remove_cb (GtkButton *button,
           PlxAliasList *self)
{
  g_autofree char *name = g_strdup (g_object_get_data (G_OBJECT (button), "alias"));

  take_away (self, name);
  show_rows (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static gboolean
commit_cb (PlxAliasList *self,
           const char *name)
{
  g_autoptr (GStrvBuilder) all = g_strv_builder_new ();
  gboolean known = g_strv_contains ((const char *const *) self->aliases, name);

  plx_field_entry_show (self->entry, "", TRUE);
  if (*name == '\0' || known)
    return FALSE;
  g_strv_builder_addv (all, (const char **) self->aliases);
  g_strv_builder_add (all, name);
  g_strfreev (self->aliases);
  self->aliases = g_strv_builder_end (all);
  show_rows (self);
  g_signal_emit (self, signals[EDITED], 0);
  return FALSE; /* the entry stays empty */
}

/* Rows */

static GtkWidget *
row_new (PlxAliasList *self,
         const char *alias)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (alias);
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  g_autofree char *name = plx_words_isolate (alias);
  /* Translators: takes another name of an actor or place away */
  g_autofree char *words = g_strdup_printf (_ ("Remove “%s”"), name);
  g_autofree char *id = g_strconcat ("remove-", alias, NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, alias);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_name (button, id);
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data_full (G_OBJECT (button), "alias", g_strdup (alias), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, 0);
  gtk_widget_add_css_class (row, "plx-field");
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), button);
  return row;
}

static void
show_rows (PlxAliasList *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_box_remove (GTK_BOX (self->rows), row);
  for (char **alias = self->aliases; *alias != NULL; alias++)
    gtk_box_append (GTK_BOX (self->rows), row_new (self, *alias));
  gtk_widget_set_visible (self->rows, *self->aliases != NULL);
}

/* Life */

static gboolean
plx_alias_list_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (PLX_ALIAS_LIST (widget)->entry));
}

static void
plx_alias_list_dispose (GObject *object)
{
  g_clear_pointer (&PLX_ALIAS_LIST (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (plx_alias_list_parent_class)->dispose (object);
}

static void
plx_alias_list_finalize (GObject *object)
{
  g_strfreev (PLX_ALIAS_LIST (object)->aliases);
  G_OBJECT_CLASS (plx_alias_list_parent_class)->finalize (object);
}

static void
plx_alias_list_class_init (PlxAliasListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_alias_list_dispose;
  object_class->finalize = plx_alias_list_finalize;
  widget_class->grab_focus = plx_alias_list_grab_focus;
  signals[EDITED] = g_signal_new ("edited", PLX_TYPE_ALIAS_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (PLX_TYPE_FIELD_ENTRY);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/parallaxworkbench/Parallax/ui/plx-alias-list.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxAliasList, box);
  gtk_widget_class_bind_template_child (widget_class, PlxAliasList, rows);
  gtk_widget_class_bind_template_child (widget_class, PlxAliasList, entry);
  gtk_widget_class_bind_template_callback (widget_class, commit_cb);
}

static void
plx_alias_list_init (PlxAliasList *self)
{
  self->aliases = g_new0 (char *, 1);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
plx_alias_list_show (PlxAliasList *self,
                     char **aliases,
                     gboolean is_new)
{
  g_return_if_fail (PLX_IS_ALIAS_LIST (self));

  if (is_new)
    plx_field_entry_show (self->entry, "", TRUE);
  if (g_strv_equal ((const char *const *) self->aliases, (const char *const *) aliases))
    return;
  g_strfreev (self->aliases);
  self->aliases = g_strdupv (aliases);
  show_rows (self);
}

char **
plx_alias_list_get_aliases (PlxAliasList *self)
{
  return self->aliases;
}

void
plx_alias_list_flush (PlxAliasList *self)
{
  plx_field_entry_flush (self->entry);
}
