/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-account-list.h"

#include "compat/plx-isolate.h"
#include "query/plx-comparison-sheet.h"

#include <glib/gi18n.h>

/* More is what the comparison is for. */
#define MAX_SAID 24
#define MAX_OTHERS 6

struct _PlxAccountList
{
  GtkWidget parent_instance;

  /* Children */
  GtkWidget *box;
  GtkWidget *rows;

  PlxSession *session; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (PlxAccountList, plx_account_list, GTK_TYPE_WIDGET)

/* Where a line goes. */
typedef struct
{
  PlxId document;
  PlxId annotation; /* or PLX_ID_NONE: to be checked */
  int start;
} Place;

/* Lines */

static void
clicked_cb (GtkWidget *button,
            PlxAccountList *self)
{
  const Place *place = g_object_get_data (G_OBJECT (button), "place");
  const PlxComparison *comparison = plx_accounts_get_comparison (plx_session_get_accounts (self->session));

  if (place->annotation != PLX_ID_NONE)
    plx_session_go_to_place (self->session, place->document, place->annotation, place->start);
  else if (comparison != NULL)
    plx_session_check_document (self->session, place->document, ((const PlxQuestion *) g_ptr_array_index (comparison->questions, 0))->id);
}

static GtkWidget *
label_new (const char *text,
           const char *css_class,
           int lines)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), lines);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* A button with @source over @detail, and @state at the end. */
static GtkWidget *
button_new (const char *source,
            const char *detail,
            const char *state,
            const char *css_class)
{
  g_autofree char *name = detail != NULL ? g_strdup_printf ("%s, %s, %s", source, detail, state) : g_strdup_printf ("%s, %s", source, state);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *end = gtk_label_new (state);

  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), label_new (source, "dim-label", 1));
  if (detail != NULL)
    gtk_box_append (GTK_BOX (words), label_new (detail, NULL, 2));
  gtk_widget_add_css_class (end, "plx-stance");
  gtk_widget_add_css_class (end, css_class);
  gtk_widget_set_valign (end, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (line), words);
  gtk_box_append (GTK_BOX (line), end);
  gtk_button_set_child (GTK_BUTTON (button), line);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static void
append_row (PlxAccountList *self,
            GtkWidget *button,
            const Place *place,
            const char *tooltip)
{
  gtk_widget_set_name (button, place->annotation != PLX_ID_NONE ? "account-go" : "account-check");
  gtk_widget_add_css_class (button, "plx-account");
  gtk_widget_set_tooltip_text (button, tooltip);
  g_object_set_data_full (G_OBJECT (button), "place", g_memdup2 (place, sizeof *place), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_box_append (GTK_BOX (self->rows), button);
}

static void
append_more (PlxAccountList *self,
             char *words)
{
  GtkWidget *label = label_new (words, "dim-label", 2);

  gtk_widget_add_css_class (label, "plx-account");
  gtk_box_append (GTK_BOX (self->rows), label);
  g_free (words);
}

static const char *
get_class (PlxStance stance)
{
  switch (stance)
    {
    case PLX_STANCE_GOES:
      return "success";
    case PLX_STANCE_CLASHES:
      return "error";
    case PLX_STANCE_DEVELOPS:
      return "warning";
    case PLX_STANCE_NONE:
    case PLX_STANCE_WORDS:
    default:
      return "dim-label";
    }
}

/* Accounts */

static void
append_said (PlxAccountList *self,
             const PlxComparison *comparison,
             const PlxSaid *said)
{
  const Place place = { said->account.document, said->account.annotation, said->account.start };
  g_autofree char *speaker = plx_comparison_dup_speaker (comparison, said);
  g_autofree char *value = plx_said_dup_words (said);
  g_autofree char *isolated = plx_isolate (value);
  g_autofree char *isolated_speaker = plx_isolate (speaker);
  g_autofree char *detail = g_strdup_printf ("%s · %s", isolated, isolated_speaker);
  const char *words;
  PlxStance stance = plx_accounts_get_stance (plx_session_get_accounts (self->session), said->account.annotation, &words);

  append_row (self, button_new (plx_comparison_get_source (comparison, said->document), detail, words, get_class (stance)), &place,
              said->quote);
}

static void
append_all_said (PlxAccountList *self,
                 const PlxComparison *comparison)
{
  PlxId selected = plx_session_get_selected (self->session);
  guint n = 0;

  for (guint i = 0; i < comparison->said->len; i++)
    {
      const PlxSaid *said = &g_array_index (comparison->said, PlxSaid, i);

      if (said->account.annotation != selected && n++ < MAX_SAID)
        append_said (self, comparison, said);
    }
  if (n > MAX_SAID)
    append_more (self, g_strdup_printf (ngettext ("%u more account in the comparison", "%u more accounts in the comparison", n - MAX_SAID), n - MAX_SAID));
}

/* Articles that say nothing: those that were checked, or the others. */
static guint
append_silent (PlxAccountList *self,
               const PlxComparison *comparison,
               gboolean checked)
{
  guint n = 0;

  for (guint i = 0; i < comparison->documents->len; i++)
    {
      const Place place = { ((const PlxDocument *) g_ptr_array_index (comparison->documents, i))->id, PLX_ID_NONE, 0 };
      guint n_said, n_checked;

      plx_comparison_get_said (comparison, 0, i, &n_said);
      plx_comparison_get_checked (comparison, 0, i, &n_checked);
      if (n_said > 0 || (n_checked > 0) != checked || n++ >= MAX_OTHERS)
        continue;
      append_row (self, button_new (plx_comparison_get_source (comparison, i), NULL, checked ? _ ("silent") : _ ("not checked"), checked ? "dim-label" : "accent"),
                  &place, checked ? _ ("Look Again Where It May Answer the Question") : _ ("Look Where the Article May Answer the Question (L)"));
    }
  return n;
}

static void
show (PlxAccountList *self)
{
  const PlxComparison *comparison = self->session != NULL ? plx_accounts_get_comparison (plx_session_get_accounts (self->session)) : NULL;
  GtkWidget *row;
  guint n;

  while ((row = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_box_remove (GTK_BOX (self->rows), row);
  gtk_widget_set_visible (GTK_WIDGET (self), comparison != NULL);
  if (comparison == NULL)
    return;
  append_all_said (self, comparison);
  n = append_silent (self, comparison, TRUE);
  if (n > MAX_OTHERS)
    append_more (self, g_strdup_printf (ngettext ("%u more article is silent", "%u more articles are silent", n - MAX_OTHERS), n - MAX_OTHERS));
  n = append_silent (self, comparison, FALSE);
  if (n > MAX_OTHERS)
    append_more (self, g_strdup_printf (ngettext ("%u more article is not checked", "%u more articles are not checked", n - MAX_OTHERS), n - MAX_OTHERS));
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_first_child (self->rows) != NULL);
}

/* Life */

static void
plx_account_list_dispose (GObject *object)
{
  PlxAccountList *self = PLX_ACCOUNT_LIST (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (plx_account_list_parent_class)->dispose (object);
}

static void
plx_account_list_class_init (PlxAccountListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plx_account_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
plx_account_list_init (PlxAccountList *self)
{
  GtkWidget *heading = gtk_label_new (_ ("Other Accounts"));

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "plx-panel-title");
  gtk_widget_add_css_class (self->rows, "card");
  gtk_widget_add_css_class (self->rows, "plx-fields");
  gtk_widget_set_name (self->rows, "accounts");
  gtk_box_append (GTK_BOX (self->box), heading);
  gtk_box_append (GTK_BOX (self->box), self->rows);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
plx_account_list_set_session (PlxAccountList *self,
                              PlxSession *session)
{
  g_return_if_fail (PLX_IS_ACCOUNT_LIST (self));

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_func (plx_session_get_accounts (self->session), show, self);
  g_set_object (&self->session, session);
  if (session != NULL)
    g_signal_connect_object (plx_session_get_accounts (session), "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
}
