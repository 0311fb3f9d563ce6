/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/plx-find-bar.h"

#include "compat/plx-wrap-box.h"
#include "model/plx-match.h"
#include "reader/plx-find-all.h"
#include "reader/plx-find-tags.h"
#include "verb/plx-bulk-verbs.h"

#include <glib/gi18n.h>
#include <string.h>

/* A selection that is longer is no word to look for. */
#define MAX_SELECTED 200

struct _PlxFindBar
{
  GtkBox parent_instance;

  /* Children, made when it is opened first */
  GtkWidget *text; /* (nullable) */
  GtkWidget *count;
  GtkWidget *tag_all;
  GtkWidget *tags;

  PlxReader *reader;         /* (not owned): in the same column */
  GArray *places;            /* (owned) (nullable) (element-type PlxSpan): what was found */
  guint current;             /* of the places */
  GCancellable *cancellable; /* (owned) (nullable): of the search that is on its way */
  int origin;                /* where the caret was: what is found next is shown */
};

G_DEFINE_FINAL_TYPE (PlxFindBar, plx_find_bar, GTK_TYPE_BOX)

static const char *
get_words (PlxFindBar *self)
{
  return self->text != NULL ? gtk_editable_get_text (GTK_EDITABLE (self->text)) : "";
}

static gboolean
is_writable (PlxFindBar *self)
{
  return !plx_project_is_read_only (plx_session_get_project (plx_reader_get_session (self->reader)));
}

/* What is shown of it */

static void
show_count (PlxFindBar *self)
{
  guint n = self->places != NULL ? self->places->len : 0;
  g_autofree char *words = NULL;

  if (n > 0)
    /* Translators: which place is shown of how many that were found: 3 of 17 */
    words = g_strdup_printf (_ ("%u of %u"), self->current + 1, n);
  else if (self->places != NULL)
    words = g_strdup (_ ("Not found"));
  gtk_label_set_text (GTK_LABEL (self->count), words != NULL ? words : "");
  if (n == 0 && self->places != NULL)
    gtk_widget_add_css_class (self->text, "error");
  else
    gtk_widget_remove_css_class (self->text, "error");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "find.next", n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "find.previous", n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "find.tag", n > 0 && is_writable (self));
  gtk_widget_set_sensitive (self->tag_all, n > 0 && is_writable (self));
}

static void
go_to (PlxFindBar *self,
       guint place)
{
  int start = g_array_index (self->places, PlxSpan, place).start;
  GdkRectangle rect;

  self->current = place;
  plx_reader_set_found (self->reader, self->places, place);
  plx_reader_place_caret (self->reader, start);
  if (!plx_reader_get_offset_rect (self->reader, start, &rect))
    plx_reader_show_offset (self->reader, start);
  show_count (self);
}

/* Searching */

static void
take_places (PlxFindBar *self,
             GArray *places)
{
  guint next = 0;

  g_clear_pointer (&self->places, g_array_unref);
  self->places = places;
  self->current = 0;
  plx_reader_set_found (self->reader, places, 0);
  while (next < places->len && g_array_index (places, PlxSpan, next).start < self->origin)
    next++;
  if (places->len > 0)
    go_to (self, next % places->len);
  show_count (self);
}

static void
searched_cb (GObject *source,
             GAsyncResult *result,
             gpointer data)
{
  g_autoptr (PlxFindBar) self = PLX_FIND_BAR (g_object_ref (source));
  GArray *places = plx_find_all_finish (result);

  /* Something else is looked for by now. */
  if (places == NULL)
    return;
  g_clear_object (&self->cancellable);
  take_places (self, places);
}

static void
forget (PlxFindBar *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->places, g_array_unref);
  if (self->reader != NULL)
    plx_reader_set_found (self->reader, NULL, 0);
}

static void
search_cb (PlxFindBar *self)
{
  PlxText *text = plx_reading_get_text (plx_reader_get_reading (self->reader));

  forget (self);
  if (!plx_matcher_is_searchable (get_words (self)))
    {
      show_count (self);
      return;
    }
  if (plx_text_get_length (text) <= PLX_READING_LONG)
    {
      take_places (self, plx_find_all (text, get_words (self)));
      return;
    }
  self->cancellable = g_cancellable_new ();
  plx_find_all_async (G_OBJECT (self), text, get_words (self), self->cancellable, searched_cb);
}

/* Actions */

void
plx_find_bar_step (PlxFindBar *self,
                   gboolean backward)
{
  guint n;

  g_return_if_fail (PLX_IS_FIND_BAR (self));

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    {
      plx_find_bar_open (self);
      return;
    }
  n = self->places != NULL ? self->places->len : 0;
  if (n == 0)
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    go_to (self, (self->current + (backward ? n - 1 : 1)) % n);
}

static void
next_cb (GtkWidget *widget,
         const char *name,
         GVariant *parameter)
{
  plx_find_bar_step (PLX_FIND_BAR (widget), FALSE);
}

static void
previous_cb (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  plx_find_bar_step (PLX_FIND_BAR (widget), TRUE);
}

/* The bar of tags comes, as when it was selected with the mouse. */
static void
tag_cb (GtkWidget *widget,
        const char *name,
        GVariant *parameter)
{
  PlxFindBar *self = PLX_FIND_BAR (widget);

  gtk_widget_grab_focus (GTK_WIDGET (self->reader));
  plx_reader_set_selection (self->reader, &g_array_index (self->places, PlxSpan, self->current));
  plx_reader_commit_selection (self->reader, PLX_SNAP_CHARACTER);
}

static GArray *
dup_placements (PlxFindBar *self,
                PlxId tag)
{
  PlxId document = plx_reading_get_id (plx_reader_get_reading (self->reader));
  GArray *placements = g_array_new (FALSE, FALSE, sizeof (PlxPlacement));

  for (guint i = 0; i < self->places->len; i++)
    {
      const PlxPlacement placement = { document, g_array_index (self->places, PlxSpan, i), tag, PLX_ID_NONE };

      g_array_append_val (placements, placement);
    }
  return placements;
}

static void
tag_all_cb (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  PlxFindBar *self = PLX_FIND_BAR (widget);
  PlxSession *session = plx_reader_get_session (self->reader);
  PlxId tag = g_variant_get_int64 (parameter);
  g_autoptr (GArray) placements = NULL;
  g_autofree char *message = NULL;

  if (self->places == NULL || self->places->len == 0 || !is_writable (self))
    return;
  placements = dup_placements (self, tag);
  message = g_strdup_printf (ngettext ("Tagged %u passage", "Tagged %u passages", placements->len), placements->len);
  plx_session_show_tag (session, tag);
  plx_session_do (session, plx_verb_tag_all ((const PlxPlacement *) (gpointer) placements->data, placements->len, NULL, get_words (self)), message);
}

static void
close_cb (GtkWidget *widget,
          const char *name,
          GVariant *parameter)
{
  PlxFindBar *self = PLX_FIND_BAR (widget);

  gtk_widget_grab_focus (GTK_WIDGET (self->reader));
  forget (self);
  gtk_widget_set_visible (widget, FALSE);
}

/* Anew each time: the codebook may have changed. */
static void
create_popup_cb (GtkMenuButton *button,
                 gpointer data)
{
  PlxFindBar *self = data;
  GtkWidget *popover = plx_find_tags_new (G_LIST_MODEL (plx_session_get_codebook (plx_reader_get_session (self->reader))));

  gtk_menu_button_set_popover (button, popover);
}

/* Keys */

static gboolean
key_pressed_cb (PlxFindBar *self,
                guint key,
                guint code,
                GdkModifierType state,
                GtkEventController *controller)
{
  gboolean shift = (state & GDK_SHIFT_MASK) != 0;

  switch (key)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      plx_find_bar_step (self, shift);
      return TRUE;
    case GDK_KEY_Escape:
      gtk_widget_activate_action (GTK_WIDGET (self), "find.close", NULL);
      return TRUE;
    default:
      return FALSE;
    }
}

/* Life */

static GtkWidget *
button_new (const char *icon,
            const char *action,
            const char *tooltip)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static GtkWidget *
first_line_new (PlxFindBar *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->text = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->text), _ ("Find in this article"));
  gtk_entry_set_icon_from_icon_name (GTK_ENTRY (self->text), GTK_ENTRY_ICON_PRIMARY, "edit-find-symbolic");
  gtk_editable_set_width_chars (GTK_EDITABLE (self->text), 8);
  gtk_widget_set_hexpand (self->text, TRUE);
  gtk_widget_set_name (self->text, "find-text");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Find in this article"), -1);
  g_signal_connect_swapped (self->text, "changed", G_CALLBACK (search_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->text, keys);
  gtk_box_append (GTK_BOX (line), self->text);
  gtk_box_append (GTK_BOX (line), button_new ("go-up-symbolic", "find.previous", _ ("Previous Place")));
  gtk_box_append (GTK_BOX (line), button_new ("go-down-symbolic", "find.next", _ ("Next Place")));
  gtk_box_append (GTK_BOX (line), button_new ("window-close-symbolic", "find.close", _ ("Stop Finding")));
  return line;
}

static GtkWidget *
second_line_new (PlxFindBar *self)
{
  GtkWidget *line = g_object_new (PLX_TYPE_WRAP_BOX, "spacing", 2, NULL);
  GtkWidget *tag = gtk_button_new_with_mnemonic (_ ("_Tag…"));

  self->count = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->count), 0);
  gtk_widget_set_hexpand (self->count, TRUE);
  gtk_widget_set_name (self->count, "find-count");
  gtk_widget_add_css_class (self->count, "numeric");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (tag), "find.tag");
  gtk_widget_set_name (tag, "find-tag");
  gtk_widget_add_css_class (tag, "flat");
  self->tag_all = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->tag_all), _ ("Tag All"));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->tag_all), create_popup_cb, self, NULL);
  gtk_widget_set_name (self->tag_all, "find-tag-all");
  gtk_widget_add_css_class (self->tag_all, "flat");
  gtk_widget_set_parent (self->count, line);
  gtk_widget_set_parent (tag, line);
  gtk_widget_set_parent (self->tag_all, line);
  return line;
}

static void
plx_find_bar_dispose (GObject *object)
{
  PlxFindBar *self = PLX_FIND_BAR (object);

  self->reader = NULL;
  forget (self);
  G_OBJECT_CLASS (plx_find_bar_parent_class)->dispose (object);
}

static void
plx_find_bar_class_init (PlxFindBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_find_bar_dispose;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SEARCH);
  gtk_widget_class_install_action (widget_class, "find.next", NULL, next_cb);
  gtk_widget_class_install_action (widget_class, "find.previous", NULL, previous_cb);
  gtk_widget_class_install_action (widget_class, "find.tag", NULL, tag_cb);
  gtk_widget_class_install_action (widget_class, "find.tag-all", "x", tag_all_cb);
  gtk_widget_class_install_action (widget_class, "find.close", NULL, close_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "find.close", NULL);
}

static void
plx_find_bar_init (PlxFindBar *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "plx-find-bar");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
plx_find_bar_new (PlxReader *reader)
{
  PlxFindBar *self = g_object_new (PLX_TYPE_FIND_BAR, NULL);

  self->reader = reader;
  return GTK_WIDGET (self);
}

static char *
dup_selected (PlxFindBar *self)
{
  PlxSpan span;
  g_autofree char *words = NULL;

  if (!plx_reader_get_selection_span (self->reader, &span) || span.end - span.start > MAX_SELECTED)
    return NULL;
  words = plx_text_dup_slice (plx_reading_get_text (plx_reader_get_reading (self->reader)), span.start, span.end);
  return strchr (words, '\n') == NULL ? g_steal_pointer (&words) : NULL;
}

void
plx_find_bar_open (PlxFindBar *self)
{
  g_autofree char *selected = NULL;

  g_return_if_fail (PLX_IS_FIND_BAR (self));

  if (self->text == NULL)
    {
      gtk_box_append (GTK_BOX (self), first_line_new (self));
      gtk_box_append (GTK_BOX (self), second_line_new (self));
    }
  selected = dup_selected (self);
  self->origin = plx_reader_get_caret (self->reader);
  if (selected != NULL)
    self->origin -= (int) g_utf8_strlen (selected, -1);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_grab_focus (self->text);
  if (selected != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->text), selected);
  gtk_editable_select_region (GTK_EDITABLE (self->text), 0, -1);
  search_cb (self);
}
