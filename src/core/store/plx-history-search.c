/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/plx-history-search.h"

#include "model/plx-fold.h"

#include <string.h>

/* Changed rows of one edit that are looked at: an intake may have any number. */
#define MAX_ROWS 1000

struct _PlxHistorySearch
{
  char *words;  /* (owned): folded */
  char **verbs; /* (owned) */
  PlxId before; /* the last edit that was looked at */
};

PlxHistorySearch *
plx_history_search_new (const char *words,
                        const char *const *verbs)
{
  PlxHistorySearch *self = g_new0 (PlxHistorySearch, 1);

  self->words = plx_fold_string (words, PLX_FOLD_ALL);
  self->verbs = g_strdupv ((char **) verbs);
  return self;
}

void
plx_history_search_free (PlxHistorySearch *self)
{
  g_free (self->words);
  g_strfreev (self->verbs);
  g_free (self);
}

gboolean
plx_history_search_matches (const PlxHistorySearch *self,
                            const char *text)
{
  g_autofree char *folded = plx_fold_string (text, PLX_FOLD_ALL);

  return strstr (folded, self->words) != NULL;
}

static gboolean
changed_text_matches (PlxHistorySearch *self,
                      PlxConnection *connection,
                      PlxId edit,
                      gboolean *matches,
                      GError **error)
{
  g_autoptr (PlxStatement) texts =
      plx_connection_prepare (connection, "SELECT field.value FROM "
                                          "(SELECT change.old AS old, change.new AS new FROM edit JOIN change ON ordinal BETWEEN first_change AND last_change "
                                          "WHERE edit.id = :edit LIMIT :limit) AS row, json_each (json_array (json (old), json (new))) AS image, json_each (image.value) AS field "
                                          "WHERE field.type = 'text' AND field.value <> '' AND field.key IN "
                                          "('quote', 'title', 'outlet', 'author', 'name', 'note', 'text', 'value', 'description', 'examples')");
  PlxStep step;

  plx_statement_bind_id (texts, ":edit", edit);
  plx_statement_bind_int (texts, ":limit", MAX_ROWS);
  *matches = FALSE;
  while (!*matches && (step = plx_statement_step (texts, error)) == PLX_STEP_ROW)
    *matches = plx_history_search_matches (self, plx_statement_peek_text (texts, 0));
  return *matches || step == PLX_STEP_DONE;
}

static gboolean
edit_matches (PlxHistorySearch *self,
              PlxConnection *connection,
              const PlxEdit *edit,
              gboolean *matches,
              GError **error)
{
  *matches = (self->verbs != NULL && g_strv_contains ((const char *const *) self->verbs, edit->verb)) ||
             plx_history_search_matches (self, edit->detail) || plx_history_search_matches (self, edit->annotator);
  return *matches || changed_text_matches (self, connection, edit->id, matches, error);
}

GPtrArray *
plx_history_search_next (PlxHistorySearch *self,
                         PlxConnection *connection,
                         int n_edits,
                         gboolean *ended,
                         GError **error)
{
  g_autoptr (GPtrArray) edits = plx_history_list (connection, n_edits, self->before, error);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_edit_free);

  for (guint i = 0; edits != NULL && i < edits->len; i++)
    {
      const PlxEdit *edit = g_ptr_array_index (edits, i);
      gboolean matches;

      if (!edit_matches (self, connection, edit, &matches, error))
        return NULL;
      if (matches)
        g_ptr_array_add (found, plx_edit_copy (edit));
      self->before = edit->id;
    }
  *ended = edits != NULL && edits->len < (guint) n_edits;
  return edits != NULL ? g_steal_pointer (&found) : NULL;
}
