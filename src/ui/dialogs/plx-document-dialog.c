/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "dialogs/plx-document-dialog.h"

#include "compat/plx-dialog-title.h"
#include "compat/plx-isolate.h"
#include "compat/plx-text-scale.h"
#include "model/plx-direction.h"
#include "store/plx-outlets.h"
#include "store/plx-own-fields.h"
#include "verb/plx-outlet-verbs.h"

#include <glib/gi18n.h>

struct _PlxDocumentDialog
{
  AdwWindow parent_instance;

  /* Template Widgets */
  GtkEditable *title_row;
  GtkEditable *outlet_row;
  GtkEditable *brief_row;
  GtkColorChooser *colour_button;
  GtkWidget *uncolour_button;
  GtkEditable *author_row;
  GtkEditable *url_row;
  GtkEditable *published_row;
  GtkEditable *language_row;
  AdwComboRow *direction_row;
  AdwPreferencesGroup *own_fields;
  GtkPopover *add_field_popover;
  GtkEditable *field_name;
  GtkDropDown *field_kind;
  GtkTextView *note;
  GtkWidget *fields;
  GtkLabel *problem;
  GtkLabel *facts;

  /* Owned References */
  PlxSession *session;
  PlxDocument *document; /* as it was */
  PlxOutlet *outlet;     /* as it was, under the name that stands in the row */
  char *colour;          /* of the outlet, as it is to be */
  GPtrArray *rows;       /* (element-type OwnRow): of own fields */
};

/* The row of an own field. */
typedef struct
{
  PlxOwnField *field; /* (owned) */
  GtkEditable *entry;
  char *value; /* (owned): as it was */
} OwnRow;

static void
own_row_free (gpointer data)
{
  OwnRow *row = data;

  plx_own_field_free (row->field);
  g_free (row->value);
  g_free (row);
}

G_DEFINE_FINAL_TYPE (PlxDocumentDialog, plx_document_dialog, ADW_TYPE_WINDOW)

/* In the order of the row. */
static const char *const directions[] = {
  [PLX_DIRECTION_NONE] = "",
  [PLX_DIRECTION_LTR] = "ltr",
  [PLX_DIRECTION_RTL] = "rtl",
};

static char *
dup_row (GtkEditable *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (row)));
}

static char *
dup_note (PlxDocumentDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->note);
  GtkTextIter start;
  GtkTextIter end;

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

static PlxDocument *
collect (PlxDocumentDialog *self)
{
  PlxDocument *document = plx_document_copy (self->document);

  set_field (&document->title, dup_row (self->title_row));
  set_field (&document->outlet, dup_row (self->outlet_row));
  set_field (&document->author, dup_row (self->author_row));
  set_field (&document->url, dup_row (self->url_row));
  set_field (&document->published, dup_row (self->published_row));
  set_field (&document->language, dup_row (self->language_row));
  set_field (&document->direction, g_strdup (directions[adw_combo_row_get_selected (self->direction_row)]));
  set_field (&document->note, dup_note (self));
  return document;
}

/* The outlet, under the name that stands in the row. */

static PlxConnection *
get_reader (PlxDocumentDialog *self)
{
  return plx_project_get_reader (plx_session_get_project (self->session));
}

static void
show_colour (PlxDocumentDialog *self)
{
  GdkRGBA colour = { 0, 0, 0, 0 };

  if (*self->colour != '\0')
    gdk_rgba_parse (&colour, self->colour);
  gtk_color_chooser_set_rgba (self->colour_button, &colour);
  gtk_widget_set_sensitive (self->uncolour_button, *self->colour != '\0');
}

/* What was written for another outlet is not this one’s. */
static void
follow_outlet (PlxDocumentDialog *self)
{
  g_autofree char *name = dup_row (self->outlet_row);

  if (self->outlet != NULL && g_str_equal (self->outlet->name, name))
    return;
  g_clear_pointer (&self->outlet, plx_outlet_free);
  self->outlet = plx_outlets_find (get_reader (self), name, NULL);
  if (self->outlet == NULL)
    self->outlet = plx_outlet_new (name);
  set_field (&self->colour, g_strdup (self->outlet->colour));
  gtk_editable_set_text (self->brief_row, self->outlet->brief);
  gtk_widget_set_sensitive (GTK_WIDGET (self->brief_row), *name != '\0');
  show_colour (self);
}

static void
colour_set_cb (PlxDocumentDialog *self)
{
  GdkRGBA colour;

  gtk_color_chooser_get_rgba (self->colour_button, &colour);
  set_field (&self->colour, g_strdup_printf ("#%02x%02x%02x", (guint) (colour.red * 255 + 0.5f), (guint) (colour.green * 255 + 0.5f), (guint) (colour.blue * 255 + 0.5f)));
  show_colour (self);
}

static void
uncolour_cb (PlxDocumentDialog *self)
{
  set_field (&self->colour, g_strdup (""));
  show_colour (self);
}

/* Returns: (transfer full) (nullable): what is known of the outlet now, if that is new */
static PlxOutlet *
collect_outlet (PlxDocumentDialog *self)
{
  PlxOutlet *outlet = plx_outlet_copy (self->outlet);

  set_field (&outlet->brief, dup_row (self->brief_row));
  set_field (&outlet->colour, g_strdup (self->colour));
  if (*outlet->name == '\0' || (g_str_equal (outlet->brief, self->outlet->brief) && g_str_equal (outlet->colour, self->outlet->colour)))
    g_clear_pointer (&outlet, plx_outlet_free);
  return outlet;
}

/* Own fields */

/* The values that changed. */
static GHashTable *
collect_values (PlxDocumentDialog *self)
{
  GHashTable *values = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const OwnRow *row = g_ptr_array_index (self->rows, i);
      g_autofree char *value = dup_row (row->entry);

      if (!g_str_equal (value, row->value))
        g_hash_table_insert (values, g_memdup2 (&row->field->id, sizeof row->field->id), g_steal_pointer (&value));
    }
  return values;
}

static gboolean
check_values (PlxDocumentDialog *self,
              GError **error)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const OwnRow *row = g_ptr_array_index (self->rows, i);
      g_autofree char *value = dup_row (row->entry);

      if (!plx_own_field_check_value (row->field, value, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_same (const PlxDocument *a,
         const PlxDocument *b)
{
  return g_str_equal (a->title, b->title) && g_str_equal (a->outlet, b->outlet) &&
         g_str_equal (a->author, b->author) && g_str_equal (a->url, b->url) &&
         g_str_equal (a->published, b->published) && g_str_equal (a->language, b->language) &&
         g_str_equal (a->direction, b->direction) &&
         g_str_equal (a->note, b->note);
}

static void
validate_cb (PlxDocumentDialog *self)
{
  g_autoptr (PlxDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  gboolean valid;

  /* While the fields are being filled in. */
  if (self->document == NULL)
    return;
  follow_outlet (self);
  document = collect (self);
  valid = plx_document_check (document, &error) && check_values (self, &error);
  gtk_label_set_label (self->problem, valid ? "" : error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), !valid);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.apply",
                                 valid && !plx_project_is_read_only (plx_session_get_project (self->session)));
}

static void
apply_cb (GtkWidget *widget,
          const char *name,
          GVariant *parameter)
{
  PlxDocumentDialog *self = PLX_DOCUMENT_DIALOG (widget);
  g_autoptr (PlxDocument) document = collect (self);
  g_autoptr (GHashTable) values = collect_values (self);
  g_autoptr (PlxOutlet) outlet = collect_outlet (self);

  if (!is_same (document, self->document) || g_hash_table_size (values) > 0 || outlet != NULL)
    plx_session_do (self->session, plx_verb_describe (document, values, outlet), _ ("Article changed"));
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
add_own_row (PlxDocumentDialog *self,
             PlxOwnField *field,
             const char *value)
{
  OwnRow *row = g_new (OwnRow, 1);
  GtkWidget *entry = adw_entry_row_new ();

  row->field = field;
  row->entry = GTK_EDITABLE (entry);
  row->value = g_strdup (value);
  g_ptr_array_add (self->rows, row);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), field->name);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (entry), FALSE);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (entry), TRUE);
  gtk_editable_set_text (row->entry, value);
  g_signal_connect_object (entry, "changed", G_CALLBACK (validate_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->own_fields, entry);
}

static gboolean
has_row (PlxDocumentDialog *self,
         PlxId field)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (((OwnRow *) g_ptr_array_index (self->rows, i))->field->id == field)
      return TRUE;
  return FALSE;
}

/* Rows for fields that have none yet. */
static void
show_own_fields (PlxDocumentDialog *self)
{
  g_autoptr (GPtrArray) fields = plx_own_fields_list (get_reader (self), NULL);
  g_autoptr (GHashTable) values = plx_own_fields_load_values (get_reader (self), self->document->id, NULL);

  if (fields != NULL)
    g_ptr_array_set_free_func (fields, NULL);
  for (guint i = 0; fields != NULL && i < fields->len; i++)
    {
      PlxOwnField *field = g_ptr_array_index (fields, i);
      const char *value = values != NULL ? g_hash_table_lookup (values, &field->id) : NULL;

      if (has_row (self, field->id))
        plx_own_field_free (field);
      else
        add_own_row (self, field, value != NULL ? value : "");
    }
}

static void
project_changed_cb (PlxProject *project,
                    PlxChanges *changes,
                    PlxDocumentDialog *self)
{
  if (plx_changes_touch (changes, PLX_TABLE_FIELD))
    show_own_fields (self);
}

static void
add_field_cb (PlxDocumentDialog *self)
{
  g_autofree char *name = dup_row (self->field_name);
  g_autoptr (PlxOwnField) field = plx_own_field_new (name, (PlxFieldKind) gtk_drop_down_get_selected (self->field_kind));

  if (*name == '\0')
    return;
  plx_session_do (self->session, plx_verb_set_field (field), NULL);
  gtk_editable_set_text (self->field_name, "");
  gtk_popover_popdown (self->add_field_popover);
}

static char *
dup_moment (gint64 time)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (time / 1000);

  if (moment == NULL)
    return g_strdup ("");
  /* Translators: a date and a time, see strftime() */
  return g_date_time_format (moment, _ ("%-e %B %Y, %H:%M"));
}

static void
fill (PlxDocumentDialog *self,
      const PlxDocument *document)
{
  g_autofree char *moment = dup_moment (document->created);
  g_autofree char *length = g_strdup_printf (ngettext ("%'d character", "%'d characters", (gulong) document->codepoints), document->codepoints);
  g_autofree char *filename = plx_isolate (document->filename);
  g_autofree char *facts = *document->filename != '\0'
                               /* Translators: length, file name, date and time */
                               ? g_strdup_printf (_ ("%s · from “%s” · added %s"), length, filename, moment)
                               /* Translators: length, date and time */
                               : g_strdup_printf (_ ("%s · added %s"), length, moment);

  gtk_editable_set_text (self->title_row, document->title);
  gtk_editable_set_text (self->outlet_row, document->outlet);
  gtk_editable_set_text (self->author_row, document->author);
  gtk_editable_set_text (self->url_row, document->url);
  gtk_editable_set_text (self->published_row, document->published);
  gtk_editable_set_text (self->language_row, document->language);
  adw_combo_row_set_selected (self->direction_row, plx_direction_from_string (document->direction));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->note), document->note, -1);
  gtk_label_set_label (self->facts, facts);
}

void
plx_document_dialog_show (GtkWindow *parent,
                          PlxSession *session,
                          const PlxDocument *document)
{
  PlxDocumentDialog *self = g_object_new (PLX_TYPE_DOCUMENT_DIALOG, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  fill (self, document);
  self->document = plx_document_copy (document);
  show_own_fields (self);
  g_signal_connect_object (plx_session_get_project (session), "changed", G_CALLBACK (project_changed_cb), self, 0);
  validate_cb (self);
  gtk_widget_set_sensitive (self->fields, !plx_project_is_read_only (plx_session_get_project (session)));
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->title_row));
}

static void
plx_document_dialog_dispose (GObject *object)
{
  PlxDocumentDialog *self = PLX_DOCUMENT_DIALOG (object);

  g_clear_pointer (&self->document, plx_document_free);
  g_clear_pointer (&self->outlet, plx_outlet_free);
  g_clear_pointer (&self->colour, g_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_DOCUMENT_DIALOG);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (plx_document_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (PLX_TYPE_DIALOG_TITLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/parallaxworkbench/Parallax/ui/plx-document-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxDocumentDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, PlxDocumentDialog, outlet_row);
  gtk_widget_class_bind_template_child (widget_class, PlxDocumentDialog, brief_row);
  gtk_widget_class_bind_template_child (widget_class, PlxDocumentDialog, colour_button);
  gtk_widget_class_bind_template_child (widget_class, PlxDocumentDialog, uncolour_button);
  gtk_widget_class_bind_template_child (widget_class, PlxDocumentDialog, own_fields);
  gtk_widget_class_bind_template_child (widget_class, PlxDocumentDialog, add_field_popover);
  gtk_widget_class_bind_template_child (widget_class, PlxDocumentDialog, field_name);
  gtk_widget_class_bind_template_child (widget_class, PlxDocumentDialog, field_kind);
  gtk_widget_class_bind_template_child (widget_class, PlxDocumentDialog, author_row);
  gtk_widget_class_bind_template_child (widget_class, PlxDocumentDialog, url_row);
  gtk_widget_class_bind_template_child (widget_class, PlxDocumentDialog, published_row);
  gtk_widget_class_bind_template_child (widget_class, PlxDocumentDialog, language_row);
  gtk_widget_class_bind_template_child (widget_class, PlxDocumentDialog, direction_row);
  gtk_widget_class_bind_template_child (widget_class, PlxDocumentDialog, note);
  gtk_widget_class_bind_template_child (widget_class, PlxDocumentDialog, fields);
  gtk_widget_class_bind_template_child (widget_class, PlxDocumentDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, PlxDocumentDialog, facts);
  gtk_widget_class_bind_template_callback (widget_class, validate_cb);
  gtk_widget_class_bind_template_callback (widget_class, colour_set_cb);
  gtk_widget_class_bind_template_callback (widget_class, uncolour_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_field_cb);
}

static void
plx_document_dialog_class_init (PlxDocumentDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_document_dialog_dispose;

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "dialog.apply", NULL, apply_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
plx_document_dialog_init (PlxDocumentDialog *self)
{
  self->colour = g_strdup ("");
  self->rows = g_ptr_array_new_with_free_func (own_row_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  plx_text_scale_grow_window (GTK_WINDOW (self));
}
