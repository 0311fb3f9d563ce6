/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "dialogs/plx-preferences.h"

#include "compat/plx-settings-trouble.h"
#include "compat/plx-settings.h"
#include "compat/plx-text-scale.h"
#include "session/plx-look.h"

#include <glib/gi18n.h>

/* Rows of the list of fonts. */
enum
{
  FONT_SERIF,
  FONT_SANS,
  FONT_OTHER,
};

struct _PlxPreferences
{
  AdwPreferencesWindow parent_instance;

  /* Template Widgets */
  GtkWidget *page;
  AdwPreferencesGroup *trouble;
  AdwEntryRow *annotator;
  AdwComboRow *snapping;
  GtkSwitch *suggestions;
  GtkSwitch *follow;
  AdwComboRow *font;
  GtkStringList *fonts;
  AdwComboRow *line_width;
  AdwComboRow *line_height;
  GtkSwitch *captions;
  AdwComboRow *colours;
  AdwComboRow *palette;

  /* Owned References */
  GSettings *settings; /* (nullable) */

  gboolean filling; /* nobody chose anything */
};

G_DEFINE_FINAL_TYPE (PlxPreferences, plx_preferences, ADW_TYPE_PREFERENCES_WINDOW)

/* From the settings */

static void
show_font (PlxPreferences *self)
{
  g_autofree char *font = plx_settings_dup_string (self->settings, "font");
  gboolean sans = g_str_equal (font, PLX_FONT_SANS), serif = *font == '\0' || g_str_equal (font, PLX_FONT_SERIF);
  const char *other[] = { serif || sans ? _ ("Other…") : font, NULL };

  gtk_string_list_splice (self->fonts, FONT_OTHER, 1, other);
  adw_combo_row_set_selected (self->font, serif ? FONT_SERIF : sans ? FONT_SANS
                                                                    : FONT_OTHER);
}

static void
show (PlxPreferences *self)
{
  g_autofree char *annotator = plx_settings_dup_annotator (self->settings);

  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->annotator), annotator);
  show_font (self);
  adw_combo_row_set_selected (self->snapping, (guint) plx_settings_get_enum (self->settings, "snapping", 1));
  adw_combo_row_set_selected (self->line_width, (guint) plx_settings_get_enum (self->settings, "line-width", PLX_LINE_WIDTH_NORMAL));
  adw_combo_row_set_selected (self->line_height, (guint) plx_settings_get_enum (self->settings, "line-height", PLX_LINE_HEIGHT_NORMAL));
  adw_combo_row_set_selected (self->colours, (guint) plx_settings_get_enum (self->settings, "colour-scheme", 0));
  adw_combo_row_set_selected (self->palette, (guint) plx_settings_get_enum (self->settings, "palette", PLX_PALETTE_OWN));
  gtk_switch_set_active (self->suggestions, plx_settings_get_boolean (self->settings, "suggestions", FALSE));
  gtk_switch_set_active (self->follow, plx_settings_get_boolean (self->settings, "content-follows", TRUE));
  gtk_switch_set_active (self->captions, plx_settings_get_boolean (self->settings, "captions", FALSE));
  self->filling = FALSE;
}

/* Says why nothing that is set here will stay. */
static void
show_trouble (PlxPreferences *self)
{
  g_autofree char *trouble = plx_settings_trouble_find (self->settings);
  g_autofree char *markup = trouble != NULL ? g_markup_escape_text (trouble, -1) : NULL;

  adw_preferences_group_set_description (self->trouble, markup);
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), trouble != NULL);
}

/* To the settings */

static void
annotator_applied_cb (PlxPreferences *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->annotator))));

  /* An empty one means the name of the user account. */
  plx_settings_set_value (self->settings, "annotator", g_variant_new_string (name));
  show (self);
}

static void
choices_changed_cb (PlxPreferences *self)
{
  if (self->filling)
    return;
  plx_settings_set_enum (self->settings, "snapping", (int) adw_combo_row_get_selected (self->snapping));
  plx_settings_set_enum (self->settings, "line-width", (int) adw_combo_row_get_selected (self->line_width));
  plx_settings_set_enum (self->settings, "line-height", (int) adw_combo_row_get_selected (self->line_height));
  plx_settings_set_enum (self->settings, "colour-scheme", (int) adw_combo_row_get_selected (self->colours));
  plx_settings_set_enum (self->settings, "palette", (int) adw_combo_row_get_selected (self->palette));
  plx_settings_set_value (self->settings, "suggestions", g_variant_new_boolean (gtk_switch_get_active (self->suggestions)));
  plx_settings_set_value (self->settings, "content-follows", g_variant_new_boolean (gtk_switch_get_active (self->follow)));
  plx_settings_set_value (self->settings, "captions", g_variant_new_boolean (gtk_switch_get_active (self->captions)));
}

static void
font_chosen_cb (GtkDialog *dialog,
                int response,
                PlxPreferences *self)
{
  PangoFontFamily *family = gtk_font_chooser_get_font_family (GTK_FONT_CHOOSER (dialog));

  if (response == GTK_RESPONSE_OK && family != NULL)
    plx_settings_set_value (self->settings, "font", g_variant_new_string (pango_font_family_get_name (family)));
  show (self);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
choose_font (PlxPreferences *self)
{
  GtkWidget *dialog = gtk_font_chooser_dialog_new (_ ("Font of the Articles"), GTK_WINDOW (self));

  gtk_font_chooser_set_level (GTK_FONT_CHOOSER (dialog), GTK_FONT_CHOOSER_LEVEL_FAMILY);
  gtk_window_set_modal (GTK_WINDOW (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (font_chosen_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
font_selected_cb (PlxPreferences *self)
{
  guint selected = adw_combo_row_get_selected (self->font);

  if (self->filling)
    return;
  if (selected == FONT_OTHER)
    choose_font (self);
  else
    plx_settings_set_value (self->settings, "font", g_variant_new_string (selected == FONT_SANS ? PLX_FONT_SANS : PLX_FONT_SERIF));
}

/* The window */

void
plx_preferences_show (GtkWindow *parent)
{
  gtk_window_present (g_object_new (PLX_TYPE_PREFERENCES, "transient-for", parent, NULL));
}

static void
plx_preferences_dispose (GObject *object)
{
  PlxPreferences *self = PLX_PREFERENCES (object);

  /* Leaving a field is agreeing to what stands there. */
  self->filling = TRUE;
  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_PREFERENCES);
  G_OBJECT_CLASS (plx_preferences_parent_class)->dispose (object);
}

static void
plx_preferences_class_init (PlxPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_preferences_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/parallaxworkbench/Parallax/ui/plx-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxPreferences, page);
  gtk_widget_class_bind_template_child (widget_class, PlxPreferences, trouble);
  gtk_widget_class_bind_template_child (widget_class, PlxPreferences, annotator);
  gtk_widget_class_bind_template_child (widget_class, PlxPreferences, snapping);
  gtk_widget_class_bind_template_child (widget_class, PlxPreferences, suggestions);
  gtk_widget_class_bind_template_child (widget_class, PlxPreferences, follow);
  gtk_widget_class_bind_template_child (widget_class, PlxPreferences, font);
  gtk_widget_class_bind_template_child (widget_class, PlxPreferences, fonts);
  gtk_widget_class_bind_template_child (widget_class, PlxPreferences, line_width);
  gtk_widget_class_bind_template_child (widget_class, PlxPreferences, line_height);
  gtk_widget_class_bind_template_child (widget_class, PlxPreferences, captions);
  gtk_widget_class_bind_template_child (widget_class, PlxPreferences, colours);
  gtk_widget_class_bind_template_child (widget_class, PlxPreferences, palette);
  gtk_widget_class_bind_template_callback (widget_class, annotator_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, choices_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, font_selected_cb);
}

static void
plx_preferences_init (PlxPreferences *self)
{
  self->filling = TRUE;
  self->settings = plx_settings_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  plx_text_scale_grow_window (GTK_WINDOW (self));
  show_trouble (self);
  show (self);
}
