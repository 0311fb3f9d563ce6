/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "session/plx-verb-label.h"

#include "model/plx-fold.h"

#include <glib/gi18n.h>
#include <string.h>

/* Code points of the detail that are shown. */
#define MAX_DETAIL 40

/* What each verb is called in menus and in the history. */
static const struct
{
  const char *verb;
  const char *label;
} labels[] = {
  { "tag", N_ ("Tag") },
  { "tag-all", N_ ("Tag All Occurrences") },
  { "accept", N_ ("Accept Suggestion") },
  { "reject", N_ ("Reject Suggestion") },
  { "untag", N_ ("Delete Annotation") },
  { "untag-all", N_ ("Untag All Occurrences") },
  { "retag", N_ ("Change Tag") },
  { "note", N_ ("Edit Note") },
  { "borders", N_ ("Move Borders") },
  { "split", N_ ("Split Annotation") },
  { "join", N_ ("Join Annotations") },
  { "fragment", N_ ("Add Fragment") },
  { "unfragment", N_ ("Remove Fragment") },
  { "link", N_ ("Link Entity") },
  { "unlink", N_ ("Unlink Entity") },
  { "claim", N_ ("Edit Claim") },
  { "relate", N_ ("Add Relation") },
  { "relation", N_ ("Edit Relation") },
  { "unrelate", N_ ("Delete Relation") },
  { "kind-add", N_ ("Add Kind of Relation") },
  { "kind-update", N_ ("Edit Kind of Relation") },
  { "kind-delete", N_ ("Delete Kind of Relation") },
  { "silence", N_ ("Mark as Silent") },
  { "unsilence", N_ ("Mark as Not Checked") },
  { "question", N_ ("Add Question") },
  { "question-update", N_ ("Edit Question") },
  { "question-merge", N_ ("Merge Question") },
  { "question-delete", N_ ("Delete Question") },
  { "add-entity", N_ ("Add Entity") },
  { "entity", N_ ("Edit Entity") },
  { "remove-entity", N_ ("Delete Entity") },
  { "merge-entities", N_ ("Merge Entity") },
  { "split-entity", N_ ("Split Off Entity") },
  { "import", N_ ("Add Articles") },
  { "properties", N_ ("Edit Properties") },
  { "direction", N_ ("Set Reading Direction") },
  { "remove-article", N_ ("Remove Article") },
  { "revise", N_ ("Revise Text") },
  { "correct", N_ ("Correct Text") },
  { "settle", N_ ("Place What Waits") },
  { "outlet", N_ ("Edit Outlet") },
  { "field", N_ ("Edit Field") },
  { "remove-field", N_ ("Remove Field") },
  { "tag-add", N_ ("Add Tag to Codebook") },
  { "tag-update", N_ ("Edit Tag") },
  { "tag-move", N_ ("Move Tag") },
  { "tag-merge", N_ ("Merge Tag") },
  { "tag-delete", N_ ("Delete Tag") },
  { "codebook", N_ ("Load Codebook") },
  { "dataset", N_ ("Import") },
};

static const char *
label_of (const char *verb)
{
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_str_equal (labels[i].verb, verb))
      return _ (labels[i].label);
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
      g_autofree char *label = plx_fold_string (_ (labels[i].label), PLX_FOLD_ALL);

      if (strstr (label, folded) != NULL)
        g_ptr_array_add (verbs, g_strdup (labels[i].verb));
    }
  g_ptr_array_add (verbs, NULL);
  return (char **) g_ptr_array_free (verbs, FALSE);
}
