/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "dialogs/plx-document-dialog.h"

#include "compat/plx-isolate.h"
#include "model/plx-direction.h"
#include "verb/plx-document-verbs.h"

#include <glib/gi18n.h>

struct _PlxDocumentDialog
{
  AdwWindow parent_instance;

  /* Template Widgets */
  GtkEditable *title_row;
  GtkEditable *outlet_row;
  GtkEditable *author_row;
  GtkEditable *url_row;
  GtkEditable *published_row;
  GtkEditable *language_row;
  AdwComboRow *direction_row;
  GtkTextView *note;
  GtkWidget *fields;
  GtkLabel *problem;
  GtkLabel *facts;

  /* Owned References */
  PlxSession *session;
  PlxDocument *document; /* as it was */
};

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
  document = collect (self);
  valid = plx_document_check (document, &error);
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

  if (!is_same (document, self->document))
    plx_session_do (self->session, plx_verb_update_document (document), _ ("Article changed"));
  gtk_window_destroy (GTK_WINDOW (self));
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
  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_DOCUMENT_DIALOG);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (plx_document_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/parallaxworkbench/Parallax/ui/plx-document-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxDocumentDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, PlxDocumentDialog, outlet_row);
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
  gtk_widget_init_template (GTK_WIDGET (self));
}
