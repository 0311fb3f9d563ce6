/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The codebook that a new project starts with.
 *
 * Names are put in the language of the person who makes the project and are
 * theirs from then on.  Names of relations stay as they are: comparison knows
 * them, and the window tells them in the language of whoever looks.  The colours
 * of the kinds are from the palette of Okabe and Ito; those of children stay near
 * their parent's hue and were searched for the largest least difference from each
 * other, as they are drawn in each scheme and as they look without red, green or
 * blue cones: tests/ui/test-palette.c.
 */

#include "config.h"

#include "store/plx-relations.h"
#include "store/plx-tags.h"

#include <glib/gi18n-lib.h>

static const struct
{
  PlxKind kind;
  gboolean child; /* of the last one that is not */
  const char *name;
  const char *colour;
  const char *hotkey;
  const char *description;
} tags[] = {
  { PLX_KIND_ACTOR, FALSE, N_ ("Actor"), "#0072b2", "1", N_ ("Somebody who acts, is acted on, or speaks") },
  { PLX_KIND_ACTOR, TRUE, N_ ("Person"), "#a4bfdc", "", N_ ("A single person") },
  { PLX_KIND_ACTOR, TRUE, N_ ("Organisation"), "#621ffb", "", N_ ("A civil organisation, company, agency or medium") },
  { PLX_KIND_ACTOR, TRUE, N_ ("Armed group"), "#291c5c", "", N_ ("A group that fights and is no state’s force") },
  { PLX_KIND_ACTOR, TRUE, N_ ("State"), "#30646a", "", N_ ("A state, its government and its forces") },
  { PLX_KIND_PLACE, FALSE, N_ ("Place"), "#009e73", "2", N_ ("Somewhere that can be found on a map") },
  { PLX_KIND_PLACE, TRUE, N_ ("Settlement"), "#396303", "", N_ ("A city, town, village or quarter") },
  { PLX_KIND_PLACE, TRUE, N_ ("Region"), "#9ddfcf", "", N_ ("A province, district, valley or front") },
  { PLX_KIND_PLACE, TRUE, N_ ("Country"), "#bff082", "", N_ ("A country, also as a flag") },
  { PLX_KIND_PLACE, TRUE, N_ ("Site"), "#edfd01", "", N_ ("A base, road, building or other single spot") },
  { PLX_KIND_CLAIM, FALSE, N_ ("Claim"), "#e69f00", "3", N_ ("Something that an account says is so") },
  { PLX_KIND_CLAIM, TRUE, N_ ("Event"), "#8b5304", "", N_ ("That something happened") },
  { PLX_KIND_CLAIM, TRUE, N_ ("Casualties"), "#ae0e5a", "", N_ ("How many were killed or hurt") },
  { PLX_KIND_CLAIM, TRUE, N_ ("Territory"), "#e2d18b", "", N_ ("What was taken, held or lost") },
  { PLX_KIND_CLAIM, TRUE, N_ ("Displacement"), "#dc9ac0", "", N_ ("Who fled or was moved") },
  { PLX_KIND_CLAIM, TRUE, N_ ("Cause"), "#5f3926", "", N_ ("Why something happened") },
};

static const struct
{
  const char *name;
  gboolean directed;
  const char *description;
} kinds[] = {
  { "supports", TRUE, N_ ("The first backs what the second says") },
  { "contradicts", FALSE, N_ ("Both cannot hold at once") },
  { "same-claim", FALSE, N_ ("Both say the same") },
  { "said-by", TRUE, N_ ("The first is said by the second") },
  { "located-in", TRUE, N_ ("The first lies or happens in the second") },
};

static gboolean
add_tag (PlxConnection *connection,
         gsize i,
         PlxId *top,
         GError **error)
{
  g_autoptr (PlxTag) tag = plx_tag_new ();

  tag->kind = tags[i].kind;
  tag->parent = tags[i].child ? *top : PLX_ID_NONE;
  g_free (tag->name);
  tag->name = g_strdup (_ (tags[i].name));
  g_free (tag->colour);
  tag->colour = g_strdup (tags[i].colour);
  g_free (tag->hotkey);
  tag->hotkey = g_strdup (tags[i].hotkey);
  g_free (tag->description);
  tag->description = g_strdup (_ (tags[i].description));
  if (!plx_tags_add (connection, tag, error))
    return FALSE;
  if (!tags[i].child)
    *top = tag->id;
  return TRUE;
}

static gboolean
add_kind (PlxConnection *connection,
          gsize i,
          GError **error)
{
  g_autoptr (PlxRelationKind) kind = plx_relation_kind_new ();

  kind->directed = kinds[i].directed;
  g_free (kind->name);
  kind->name = g_strdup (kinds[i].name);
  g_free (kind->description);
  kind->description = g_strdup (_ (kinds[i].description));
  return plx_relation_kinds_add (connection, kind, error);
}

gboolean
plx_tags_add_default (PlxConnection *connection,
                      GError **error)
{
  PlxId top = PLX_ID_NONE;

  for (gsize i = 0; i < G_N_ELEMENTS (tags); i++)
    if (!add_tag (connection, i, &top, error))
      return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (!add_kind (connection, i, error))
      return FALSE;
  return TRUE;
}

gboolean
plx_tags_drop_default (PlxConnection *connection,
                       GError **error)
{
  g_autoptr (PlxStatement) statement =
      plx_connection_prepare (connection, "SELECT EXISTS (SELECT 1 FROM edit) OR EXISTS (SELECT 1 FROM document)");

  if (plx_statement_step (statement, error) != PLX_STEP_ROW)
    return FALSE;
  return plx_statement_get_int (statement, 0) != 0 ||
         plx_connection_execute (connection, "DELETE FROM tag; DELETE FROM relation_kind", error);
}
