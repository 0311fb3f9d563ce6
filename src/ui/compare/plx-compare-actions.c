/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "compare/plx-compare-view-private.h"

#include "compare/plx-sheet-words.h"
#include "compat/plx-isolate.h"
#include "session/plx-start-label.h"
#include "store/plx-annotations.h"
#include "verb/plx-annotation-verbs.h"

#include <glib/gi18n.h>

/* Of the claims that contradict a cell, so many are named. */
#define MAX_AGAINST 6

/* The cell with the cursor */

/* Whether it is one of an article and a question; gives their positions. */
static gboolean
find_question (PlxCompareView *self,
               guint *question,
               guint *document)
{
  const PlxComparison *comparison = plx_comparing_get_comparison (self->comparing);
  const PlxSheetRow *row;
  int column;
  PlxId id;

  plx_sheet_view_get_cursor (self->view, &row, &column);
  if (comparison == NULL || self->table != PLX_COMPARE_ACCOUNTS || plx_sheet_view_get_cell (self->view) == NULL)
    return FALSE;
  id = g_array_index (plx_sheet_view_get_sheet (self->view)->columns, PlxSheetColumn, column).document;
  for (*question = 0; *question < comparison->questions->len; (*question)++)
    if (((const PlxQuestion *) g_ptr_array_index (comparison->questions, *question))->id == row->id)
      break;
  for (*document = 0; *document < comparison->documents->len; (*document)++)
    if (((const PlxDocument *) g_ptr_array_index (comparison->documents, *document))->id == id)
      break;
  return *question < comparison->questions->len && *document < comparison->documents->len;
}

/* (nullable): the own note that it says nothing. */
static const PlxChecked *
find_own_check (PlxCompareView *self)
{
  const PlxComparison *comparison = plx_comparing_get_comparison (self->comparing);
  const char *annotator = plx_project_get_annotator (plx_session_get_project (self->session));
  const PlxChecked *checked;
  guint question, document, n;

  if (!find_question (self, &question, &document))
    return NULL;
  checked = plx_comparison_get_checked (comparison, question, document, &n);
  for (guint i = 0; i < n; i++)
    if (g_str_equal (plx_comparison_get_name (comparison, checked[i].annotator), annotator))
      return &checked[i];
  return NULL;
}

/* Silence */

static gboolean
can_write (PlxCompareView *self)
{
  return !plx_project_is_read_only (plx_session_get_project (self->session));
}

static void
mark_silent (PlxCompareView *self,
             guint question,
             guint document)
{
  const PlxComparison *comparison = plx_comparing_get_comparison (self->comparing);
  g_autoptr (PlxSilence) silence = plx_silence_new ();

  silence->question = ((const PlxQuestion *) g_ptr_array_index (comparison->questions, question))->id;
  silence->document = ((const PlxDocument *) g_ptr_array_index (comparison->documents, document))->id;
  plx_session_do (self->session, plx_verb_silence (silence), NULL);
}

static void
silent_cb (GtkWidget *widget,
           const char *name,
           GVariant *parameter)
{
  PlxCompareView *self = PLX_COMPARE_VIEW (widget);
  const PlxSheetCell *cell = plx_sheet_view_get_cell (self->view);
  const PlxChecked *own = find_own_check (self);
  guint question, document;

  if (!can_write (self) || !find_question (self, &question, &document))
    return;
  if (own != NULL)
    plx_session_do (self->session, plx_verb_unsilence (own->id, NULL), NULL);
  else if (cell->state == PLX_CELL_UNCHECKED || cell->state == PLX_CELL_SILENT)
    mark_silent (self, question, document);
}

/* The worklist */

static void
next_unchecked_cb (GtkWidget *widget,
                   const char *name,
                   GVariant *parameter)
{
  PlxCompareView *self = PLX_COMPARE_VIEW (widget);
  const PlxSheet *sheet = plx_sheet_view_get_sheet (self->view);
  const PlxSheetRow *row;
  int column, n_columns, at, n;

  if (self->table != PLX_COMPARE_ACCOUNTS || sheet == NULL)
    return;
  plx_sheet_view_get_cursor (self->view, &row, &column);
  n_columns = (int) sheet->columns->len;
  n = (int) sheet->rows->len * n_columns;
  at = MAX (plx_sheet_view_get_cursor_row (self->view), 0) * n_columns + MIN (column, n_columns - 1);
  for (int i = 1; i <= n; i++)
    {
      int cell = (at + i) % n;

      row = g_ptr_array_index (sheet->rows, cell / n_columns);
      if (row->cells[cell % n_columns].state != PLX_CELL_UNCHECKED)
        continue;
      plx_sheet_view_move_cursor (self->view, cell / n_columns, cell % n_columns);
      gtk_widget_grab_focus (GTK_WIDGET (self->view));
      return;
    }
  plx_session_say (self->session, _ ("Every cell is checked."), FALSE);
}

/* Going there */

static void
show_reading (PlxCompareView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "workbench.view", "s", "reading");
}

static void
open_annotation (PlxCompareView *self,
                 PlxId id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxAnnotation) annotation = plx_annotations_get (plx_project_get_reader (plx_session_get_project (self->session)), id, &error);

  if (annotation == NULL)
    {
      plx_session_fail (self->session, error->message);
      return;
    }
  show_reading (self);
  plx_session_go_to_place (self->session, annotation->document, id, g_array_index (annotation->spans, PlxSpan, 0).start);
}

/* Where the article may speak of the question, passage by passage. */
static void
open_likely (PlxCompareView *self,
             guint question,
             guint document)
{
  const PlxComparison *comparison = plx_comparing_get_comparison (self->comparing);

  show_reading (self);
  plx_session_check_document (self->session, ((const PlxDocument *) g_ptr_array_index (comparison->documents, document))->id,
                              ((const PlxQuestion *) g_ptr_array_index (comparison->questions, question))->id);
}

/* The claim that is pointed at, or PLX_ID_NONE. */
static PlxId
get_annotation (PlxCompareView *self)
{
  const PlxSheetCell *cell = plx_sheet_view_get_cell (self->view);
  const PlxTimelineMark *mark = plx_timeline_view_get_current (self->timeline);

  if (plx_compare_view_is_drawing (self))
    return mark != NULL ? mark->annotation : PLX_ID_NONE;
  return cell != NULL ? cell->annotation : PLX_ID_NONE;
}

void
plx_compare_view_open_cell (PlxCompareView *self)
{
  PlxId annotation = get_annotation (self);
  guint question, document;

  if (annotation != PLX_ID_NONE)
    open_annotation (self, annotation);
  else if (find_question (self, &question, &document))
    open_likely (self, question, document);
}

static void
open_cb (GtkWidget *widget,
         const char *name,
         GVariant *parameter)
{
  plx_compare_view_open_cell (PLX_COMPARE_VIEW (widget));
}

static void
export_cb (GtkWidget *widget,
           const char *name,
           GVariant *parameter)
{
  plx_compare_view_export (PLX_COMPARE_VIEW (widget));
}

static void
print_cb (GtkWidget *widget,
          const char *name,
          GVariant *parameter)
{
  plx_compare_view_print (PLX_COMPARE_VIEW (widget));
}

/* Telling */

/* Lines of a cell as one: what is told leaves room for the table. */
static void
append_line (GString *details,
             const char *lines)
{
  g_auto (GStrv) parts = g_strsplit (lines, "\n", -1);
  g_autofree char *line = g_strjoinv (" · ", parts);

  g_string_append (details, line);
}

/* The claims that contradict the cell with the cursor, in a line of its own. */
static void
append_against (PlxCompareView *self,
                GString *details)
{
  guint question, document;
  g_autofree char *against = NULL;

  if (find_question (self, &question, &document))
    against = plx_comparison_dup_against (plx_comparing_get_comparison (self->comparing), question, document, MAX_AGAINST);
  if (against != NULL)
    g_string_append_printf (details, "\n%s", against);
}

static char *
dup_details (PlxCompareView *self)
{
  const PlxTimelineMark *mark = plx_compare_view_is_drawing (self) ? plx_timeline_view_get_current (self->timeline) : NULL;
  const PlxSheetCell *cell = plx_sheet_view_get_cell (self->view);
  const PlxSheet *sheet = plx_sheet_view_get_sheet (self->view);
  const PlxSheetRow *row;
  GString *details = g_string_new (NULL);
  g_autofree char *question = NULL;
  int column;

  if (mark != NULL)
    {
      g_string_free (details, TRUE);
      return plx_timeline_view_describe (self->timeline, mark);
    }
  plx_sheet_view_get_cursor (self->view, &row, &column);
  if (row == NULL || plx_compare_view_is_drawing (self))
    return g_string_free (details, FALSE);
  question = plx_isolate (row->title);
  g_string_append (details, question);
  if (cell != NULL)
    {
      g_autofree char *article = plx_isolate (g_array_index (sheet->columns, PlxSheetColumn, column).title);

      g_string_append_printf (details, " – %s\n", article);
      append_line (details, plx_sheet_cell_get_words (cell));
      g_string_append (details, *cell->detail != '\0' ? " – " : "");
      append_line (details, cell->detail);
      append_against (self, details);
    }
  else if (row->chip != NULL)
    g_string_append_printf (details, "\n%s: %s", row->chip, row->reason);
  return g_string_free (details, FALSE);
}

void
plx_compare_view_show_details (PlxCompareView *self)
{
  const PlxSheetCell *cell = plx_sheet_view_get_cell (self->view);
  gboolean has_passage = get_annotation (self) != PLX_ID_NONE;
  gboolean own = find_own_check (self) != NULL;
  g_autofree char *details = dup_details (self);
  g_autofree char *words = plx_start_label_dup_words (self->details, details);
  guint question, document;
  gboolean can_check = find_question (self, &question, &document) && (cell->state == PLX_CELL_UNCHECKED || cell->state == PLX_CELL_SILENT);

  gtk_widget_set_visible (self->details_bar, g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "empty") != 0);
  gtk_label_set_text (self->details, words);
  gtk_button_set_label (self->silent_button, own ? _ ("Not Checked After All") : _ ("Checked: Says Nothing"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->silent_button), own ? _ ("Take Back That the Article Says Nothing (S)")
                                                                     : _ ("Note That the Article Says Nothing on This Question (S)"));
  gtk_widget_set_visible (GTK_WIDGET (self->silent_button), can_check);
  gtk_button_set_label (self->open_button, has_passage ? _ ("Go to Passage") : _ ("Look in the Article"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->open_button), has_passage ? _ ("Show Where It Says So (Enter)")
                                                                           : _ ("Open the Article Where It May Speak of It (Enter)"));
  gtk_widget_set_visible (GTK_WIDGET (self->open_button), has_passage || can_check);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "compare.silent", can_check && can_write (self));
}

void
plx_compare_view_class_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "compare.silent", NULL, silent_cb);
  gtk_widget_class_install_action (widget_class, "compare.next-unchecked", NULL, next_unchecked_cb);
  gtk_widget_class_install_action (widget_class, "compare.open", NULL, open_cb);
  gtk_widget_class_install_action (widget_class, "compare.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "compare.print", NULL, print_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, 0, "compare.silent", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, 0, "compare.next-unchecked", NULL);
}
