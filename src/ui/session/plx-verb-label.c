/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "session/plx-verb-label.h"

#include "model/plx-fold.h"

#include <glib/gi18n.h>
#include <string.h>

/* Code points of the detail that are shown. */
#define MAX_DETAIL 40

/* What each verb is called in menus and in the history.  In many languages that is not
 * what a button says that does it, and “Tag” is not a tag. */
static const struct
{
  const char *verb;
  const char *label;
} labels[] = {
  { "tag", NC_ ("edit", "Tag") },
  { "tag-all", NC_ ("edit", "Tag All Occurrences") },
  { "accept", NC_ ("edit", "Accept Suggestion") },
  { "reject", NC_ ("edit", "Reject Suggestion") },
  { "untag", NC_ ("edit", "Delete Annotation") },
  { "untag-all", NC_ ("edit", "Untag All Occurrences") },
  { "retag", NC_ ("edit", "Change Tag") },
  { "note", NC_ ("edit", "Edit Note") },
  { "borders", NC_ ("edit", "Move Borders") },
  { "split", NC_ ("edit", "Split Annotation") },
  { "join", NC_ ("edit", "Join Annotations") },
  { "fragment", NC_ ("edit", "Add Fragment") },
  { "unfragment", NC_ ("edit", "Remove Fragment") },
  { "link", NC_ ("edit", "Link Entity") },
  { "unlink", NC_ ("edit", "Unlink Entity") },
  { "claim", NC_ ("edit", "Edit Claim") },
  { "relate", NC_ ("edit", "Add Relation") },
  { "relation", NC_ ("edit", "Edit Relation") },
  { "unrelate", NC_ ("edit", "Delete Relation") },
  { "kind-add", NC_ ("edit", "Add Kind of Relation") },
  { "kind-update", NC_ ("edit", "Edit Kind of Relation") },
  { "kind-delete", NC_ ("edit", "Delete Kind of Relation") },
  { "silence", NC_ ("edit", "Mark as Silent") },
  { "unsilence", NC_ ("edit", "Mark as Not Checked") },
  { "question", NC_ ("edit", "Add Question") },
  { "question-update", NC_ ("edit", "Edit Question") },
  { "question-merge", NC_ ("edit", "Merge Question") },
  { "question-delete", NC_ ("edit", "Delete Question") },
  { "add-entity", NC_ ("edit", "Add Entity") },
  { "entity", NC_ ("edit", "Edit Entity") },
  { "remove-entity", NC_ ("edit", "Delete Entity") },
  { "merge-entities", NC_ ("edit", "Merge Entity") },
  { "split-entity", NC_ ("edit", "Split Off Entity") },
  { "import", NC_ ("edit", "Add Articles") },
  { "properties", NC_ ("edit", "Edit Properties") },
  { "direction", NC_ ("edit", "Set Reading Direction") },
  { "remove-article", NC_ ("edit", "Remove Article") },
  { "revise", NC_ ("edit", "Revise Text") },
  { "correct", NC_ ("edit", "Correct Text") },
  { "settle", NC_ ("edit", "Place What Waits") },
  { "outlet", NC_ ("edit", "Edit Outlet") },
  { "field", NC_ ("edit", "Edit Field") },
  { "remove-field", NC_ ("edit", "Remove Field") },
  { "tag-add", NC_ ("edit", "Add Tag to Codebook") },
  { "tag-update", NC_ ("edit", "Edit Tag") },
  { "tag-move", NC_ ("edit", "Move Tag") },
  { "tag-merge", NC_ ("edit", "Merge Tag") },
  { "tag-delete", NC_ ("edit", "Delete Tag") },
  { "codebook", NC_ ("edit", "Load Codebook") },
  { "dataset", NC_ ("edit", "Import") },
};

static const char *
translate (const char *label)
{
  return g_dpgettext2 (NULL, "edit", label);
}

static const char *
label_of (const char *verb)
{
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_str_equal (labels[i].verb, verb))
      return translate (labels[i].label);
  return verb;
}

/* One line, cut between characters. */
static char *
shorten (const char *detail)
{
  g_autofree char *line = g_strdelimit (g_strdup (detail), "\n\r\t", ' ');
  g_autofree char *head = NULL;

  if (g_utf8_strlen (line, -1) <= MAX_DETAIL)
    return g_steal_pointer (&line);
  head = g_utf8_substring (line, 0, MAX_DETAIL);
  return g_strconcat (head, "…", NULL);
}

char *
plx_verb_dup_label (const char *verb,
                    const char *detail)
{
  g_autofree char *shown = NULL;

  if (detail == NULL || *detail == '\0')
    return g_strdup (label_of (verb));
  shown = shorten (detail);
  /* Translators: what was done, and to what; the quoted part is the user's own
   * text, kept apart by invisible marks for writing direction. */
  return g_strdup_printf (_ ("%s “\342\201\250%s\342\201\251”"), label_of (verb), shown);
}

char **
plx_verb_list_matching (const char *words)
{
  g_autofree char *folded = plx_fold_string (words, PLX_FOLD_ALL);
  GPtrArray *verbs = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_autofree char *label = plx_fold_string (translate (labels[i].label), PLX_FOLD_ALL);

      if (strstr (label, folded) != NULL)
        g_ptr_array_add (verbs, g_strdup (labels[i].verb));
    }
  g_ptr_array_add (verbs, NULL);
  return (char **) g_ptr_array_free (verbs, FALSE);
}
