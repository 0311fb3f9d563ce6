/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-tag-dialog.h"

#include "compat/plx-dialog-title.h"
#include "compat/plx-text-scale.h"
#include "plx-ask.h"
#include "plx-tag-colour.h"
#include "plx-words.h"

#include "model/plx-colour-check.h"
#include "model/plx-hotkey.h"
#include "model/plx-tag-places.h"
#include "verb/plx-tag-verbs.h"

#include <glib/gi18n.h>

struct _PlxTagDialog
{
  AdwWindow parent_instance;

  /* Template Widgets */
  GtkWidget *fields;
  GtkLabel *problem;
  GtkEditable *name_row;
  GtkDropDown *parent_choice;
  GtkDropDown *kind_choice;
  GtkDropDown *key_choice;
  PlxTagColour *colour;
  GtkTextView *description;
  GtkTextView *examples;

  /* Owned References */
  PlxSession *session;
  PlxTag *tag;     /* as it was */
  GArray *parents; /* (element-type PlxId): of the choices, the top first */
  gboolean is_new;
  gboolean filling; /* fields follow each other, not the user */
};

G_DEFINE_FINAL_TYPE (PlxTagDialog, plx_tag_dialog, ADW_TYPE_WINDOW)

static PlxCodebook *
get_codebook (PlxTagDialog *self)
{
  return plx_session_get_codebook (self->session);
}

/* What was entered */

static PlxId
get_parent (PlxTagDialog *self)
{
  guint selected = gtk_drop_down_get_selected (self->parent_choice);

  return selected < self->parents->len ? g_array_index (self->parents, PlxId, selected) : PLX_ID_NONE;
}

/* A tag under another one is of its kind. */
static PlxKind
get_kind (PlxTagDialog *self)
{
  const PlxTag *parent = plx_codebook_get_tag (get_codebook (self), get_parent (self));

  return parent != NULL ? parent->kind : (PlxKind) gtk_drop_down_get_selected (self->kind_choice);
}

static const char *
get_hotkey (PlxTagDialog *self)
{
  guint selected = gtk_drop_down_get_selected (self->key_choice);

  return selected > 0 && selected != GTK_INVALID_LIST_POSITION ? plx_hotkeys_list ()[selected - 1] : "";
}

static char *
dup_text (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strchomp (gtk_text_buffer_get_text (buffer, &start, &end, TRUE));
}

/* @value is consumed. */
static void
set_field (char **field,
           char *value)
{
  g_free (*field);
  *field = value;
}

static PlxTag *
collect (PlxTagDialog *self)
{
  PlxTag *tag = plx_tag_copy (self->tag);
  g_autofree char *examples = dup_text (self->examples);

  set_field (&tag->name, g_strstrip (g_strdup (gtk_editable_get_text (self->name_row))));
  set_field (&tag->colour, plx_tag_colour_dup (self->colour));
  set_field (&tag->hotkey, g_strdup (get_hotkey (self)));
  set_field (&tag->description, dup_text (self->description));
  set_field (&tag->examples, plx_examples_normalize (examples));
  tag->parent = get_parent (self);
  tag->kind = get_kind (self);
  return tag;
}

/* Checking */

static gboolean
check_name (PlxTagDialog *self,
            const PlxTag *tag,
            char **problem)
{
  g_autoptr (GPtrArray) tags = plx_codebook_list_tags (get_codebook (self));

  for (guint i = 0; i < tags->len; i++)
    {
      const PlxTag *other = g_ptr_array_index (tags, i);

      if (other->id == tag->id || other->parent != tag->parent || !g_str_equal (other->name, tag->name))
        continue;
      *problem = g_strdup (_ ("There is a tag of that name at this place already."));
      return FALSE;
    }
  return TRUE;
}

static gboolean
check (PlxTagDialog *self,
       const PlxTag *tag,
       char **problem)
{
  g_autoptr (GError) error = NULL;

  *problem = NULL;
  if (!plx_tag_check (tag, &error))
    *problem = g_strdup (error->message);
  return error == NULL && check_name (self, tag, problem);
}

/* Everything that follows what is entered. */
static void
follow (PlxTagDialog *self)
{
  g_autoptr (PlxTag) tag = NULL;
  g_autoptr (GPtrArray) tags = NULL;
  g_autofree char *problem = NULL;
  gboolean valid;

  if (self->tag == NULL || self->filling)
    return;
  tag = collect (self);
  valid = check (self, tag, &problem);
  /* A name that is still to be typed is no mistake. */
  gtk_label_set_text (self->problem, valid || *tag->name == '\0' ? "" : problem);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), !valid && *tag->name != '\0');
  gtk_widget_set_sensitive (GTK_WIDGET (self->kind_choice), tag->parent == PLX_ID_NONE);
  self->filling = TRUE;
  gtk_drop_down_set_selected (self->kind_choice, tag->kind);
  self->filling = FALSE;
  tags = plx_codebook_list_tags (get_codebook (self));
  plx_tag_colour_show (self->colour, tag, tags);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.apply",
                                 valid && !plx_project_is_read_only (plx_session_get_project (self->session)));
}

/* Applying */

typedef struct
{
  PlxTagDialog *dialog; /* (owned) */
  PlxTag *tag;          /* (owned) */
} Errand;

static void
errand_free (gpointer data)
{
  Errand *errand = data;

  g_object_unref (errand->dialog);
  plx_tag_free (errand->tag);
  g_free (errand);
}

static void
apply_errand (gpointer data)
{
  Errand *errand = data;
  PlxTagDialog *self = errand->dialog;

  if (self->is_new)
    plx_session_do (self->session, plx_verb_add_tag (errand->tag, TRUE), NULL);
  else
    plx_session_do (self->session, plx_verb_change_tag (errand->tag, TRUE), NULL);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
ask_for_key (PlxTagDialog *self,
             Errand *errand,
             const PlxTag *holder)
{
  g_autofree char *name = plx_words_isolate (holder->path);
  /* Translators: a key such as 3 or Alt+3, and the tag that has it */
  g_autofree char *body = g_strdup_printf (_ ("The key %s belongs to “%s”, which will have none then."), errand->tag->hotkey, name);

  plx_ask (GTK_WIDGET (self), _ ("Take the Key Over?"), body, _ ("_Take Over"), FALSE, apply_errand, errand, errand_free);
}

static void
apply_cb (GtkWidget *widget,
          const char *name,
          GVariant *parameter)
{
  PlxTagDialog *self = PLX_TAG_DIALOG (widget);
  Errand *errand = g_new0 (Errand, 1);
  const PlxTag *holder;

  errand->dialog = g_object_ref (self);
  errand->tag = collect (self);
  holder = *errand->tag->hotkey != '\0' ? plx_codebook_find_hotkey (get_codebook (self), errand->tag->hotkey) : NULL;
  if (holder != NULL && holder->id != errand->tag->id)
    {
      ask_for_key (self, errand, holder);
      return;
    }
  apply_errand (errand);
  errand_free (errand);
}

/* Filling */

static void
fill_parents (PlxTagDialog *self)
{
  g_autoptr (GPtrArray) tags = plx_codebook_list_tags (get_codebook (self));
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  PlxId top = PLX_ID_NONE;
  guint selected = 0;

  /* Translators: instead of a tag above this one */
  gtk_string_list_append (list, _ ("None: at the top"));
  g_array_append_val (self->parents, top);
  for (guint i = 0; i < tags->len; i++)
    {
      const PlxTag *tag = g_ptr_array_index (tags, i);

      if (plx_tag_is_below (tags, tag->id, self->tag->id))
        continue;
      if (tag->id == self->tag->parent)
        selected = self->parents->len;
      gtk_string_list_append (list, tag->path);
      g_array_append_val (self->parents, tag->id);
    }
  gtk_drop_down_set_model (self->parent_choice, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (self->parent_choice, selected);
}

static void
fill_kinds (PlxTagDialog *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  for (int kind = PLX_KIND_ACTOR; kind <= PLX_KIND_OTHER; kind++)
    gtk_string_list_append (list, plx_words_get_kind ((PlxKind) kind));
  gtk_drop_down_set_model (self->kind_choice, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (self->kind_choice, self->tag->kind);
}

static void
fill_keys (PlxTagDialog *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (list, _ ("None"));
  for (guint i = 0; plx_hotkeys_list ()[i] != NULL; i++)
    {
      const char *hotkey = plx_hotkeys_list ()[i];
      const PlxTag *holder = plx_codebook_find_hotkey (get_codebook (self), hotkey);
      g_autofree char *name = holder != NULL ? plx_words_isolate (holder->path) : NULL;
      /* Translators: a key, and the tag that has it */
      g_autofree char *text = holder != NULL && holder->id != self->tag->id ? g_strdup_printf (_ ("%s (now “%s”)"), hotkey, name) : g_strdup (hotkey);

      gtk_string_list_append (list, text);
      if (g_str_equal (hotkey, self->tag->hotkey))
        selected = i + 1;
    }
  gtk_drop_down_set_model (self->key_choice, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (self->key_choice, selected);
}

static void
fill (PlxTagDialog *self)
{
  self->filling = TRUE;
  fill_parents (self);
  fill_kinds (self);
  fill_keys (self);
  gtk_editable_set_text (self->name_row, self->tag->name);
  plx_tag_colour_set (self->colour, self->tag->colour);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->description), self->tag->description, -1);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->examples), self->tag->examples, -1);
  self->filling = FALSE;
}

/* @tag is consumed. */
static void
show (GtkWidget *widget,
      PlxSession *session,
      PlxTag *tag,
      gboolean is_new)
{
  PlxTagDialog *self = g_object_new (PLX_TYPE_TAG_DIALOG, "transient-for", gtk_widget_get_root (widget), NULL);

  self->session = g_object_ref (session);
  self->is_new = is_new;
  self->tag = tag;
  fill (self);
  if (is_new)
    gtk_window_set_title (GTK_WINDOW (self), _ ("New Tag"));
  gtk_widget_set_sensitive (self->fields, !plx_project_is_read_only (plx_session_get_project (session)));
  follow (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
}

void
plx_tag_dialog_edit (GtkWidget *widget,
                     PlxSession *session,
                     PlxId id)
{
  const PlxTag *tag = plx_codebook_get_tag (plx_session_get_codebook (session), id);

  if (tag != NULL)
    show (widget, session, plx_tag_copy (tag), FALSE);
}

/* The colour that is farthest from those of its siblings. */
static const char *
choose_colour (PlxCodebook *codebook,
               PlxId parent)
{
  g_autoptr (GPtrArray) tags = plx_codebook_list_tags (codebook);
  g_autoptr (GPtrArray) taken = g_ptr_array_new ();

  for (guint i = 0; i < tags->len; i++)
    if (((const PlxTag *) g_ptr_array_index (tags, i))->parent == parent)
      g_ptr_array_add (taken, ((const PlxTag *) g_ptr_array_index (tags, i))->colour);
  return plx_colour_choose (taken);
}

PlxId
plx_tag_dialog_add (GtkWidget *widget,
                    PlxSession *session,
                    PlxId parent)
{
  PlxTag *tag = plx_tag_new ();
  PlxId id = plx_id_new ();

  tag->id = id;
  tag->parent = parent;
  set_field (&tag->colour, g_strdup (choose_colour (plx_session_get_codebook (session), parent)));
  show (widget, session, tag, TRUE);
  return id;
}

static void
plx_tag_dialog_dispose (GObject *object)
{
  PlxTagDialog *self = PLX_TAG_DIALOG (object);

  g_clear_pointer (&self->tag, plx_tag_free);
  g_clear_pointer (&self->parents, g_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_TAG_DIALOG);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (plx_tag_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (PLX_TYPE_TAG_COLOUR);
  g_type_ensure (PLX_TYPE_DIALOG_TITLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/parallaxworkbench/Parallax/ui/plx-tag-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxTagDialog, fields);
  gtk_widget_class_bind_template_child (widget_class, PlxTagDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, PlxTagDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, PlxTagDialog, parent_choice);
  gtk_widget_class_bind_template_child (widget_class, PlxTagDialog, kind_choice);
  gtk_widget_class_bind_template_child (widget_class, PlxTagDialog, key_choice);
  gtk_widget_class_bind_template_child (widget_class, PlxTagDialog, colour);
  gtk_widget_class_bind_template_child (widget_class, PlxTagDialog, description);
  gtk_widget_class_bind_template_child (widget_class, PlxTagDialog, examples);
  gtk_widget_class_bind_template_callback (widget_class, follow);
}

static void
plx_tag_dialog_class_init (PlxTagDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_tag_dialog_dispose;
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "dialog.apply", NULL, apply_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
plx_tag_dialog_init (PlxTagDialog *self)
{
  self->parents = g_array_new (FALSE, FALSE, sizeof (PlxId));
  gtk_widget_init_template (GTK_WIDGET (self));
  plx_text_scale_grow_window (GTK_WINDOW (self));
}
