/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/plx-tag.h"

#include "base/plx-error.h"
#include "model/plx-check.h"
#include "model/plx-hotkey.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const kind_words[] = {
  [PLX_KIND_ACTOR] = "actor",
  [PLX_KIND_PLACE] = "place",
  [PLX_KIND_CLAIM] = "claim",
  [PLX_KIND_OTHER] = "other",
};

const char *
plx_kind_to_string (PlxKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (kind_words), kind_words[PLX_KIND_OTHER]);

  return kind_words[kind];
}

gboolean
plx_kind_from_string (const char *string,
                      PlxKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kind_words); i++)
    if (g_strcmp0 (string, kind_words[i]) == 0)
      {
        *kind = (PlxKind) i;
        return TRUE;
      }
  return FALSE;
}

PlxTag *
plx_tag_new (void)
{
  PlxTag *self = g_new0 (PlxTag, 1);

  self->kind = PLX_KIND_OTHER;
  self->name = g_strdup ("");
  self->path = g_strdup ("");
  self->colour = g_strdup ("");
  self->code = g_strdup ("");
  self->hotkey = g_strdup ("");
  self->description = g_strdup ("");
  self->examples = g_strdup ("");
  self->position = -1;
  return self;
}

PlxTag *
plx_tag_copy (const PlxTag *self)
{
  PlxTag *copy = g_new (PlxTag, 1);

  *copy = *self;
  copy->name = g_strdup (self->name);
  copy->path = g_strdup (self->path);
  copy->colour = g_strdup (self->colour);
  copy->code = g_strdup (self->code);
  copy->shown = self->shown;
  copy->hotkey = g_strdup (self->hotkey);
  copy->description = g_strdup (self->description);
  copy->examples = g_strdup (self->examples);
  return copy;
}

void
plx_tag_free (PlxTag *self)
{
  g_free (self->name);
  g_free (self->path);
  g_free (self->colour);
  g_free (self->code);
  g_free (self->hotkey);
  g_free (self->description);
  g_free (self->examples);
  g_free (self);
}

gboolean
plx_tag_equal (const PlxTag *a,
               const PlxTag *b)
{
  return a->id == b->id && a->parent == b->parent && a->kind == b->kind && a->position == b->position &&
         a->depth == b->depth && strcmp (a->name, b->name) == 0 && strcmp (a->path, b->path) == 0 &&
         strcmp (a->colour, b->colour) == 0 && strcmp (a->hotkey, b->hotkey) == 0 &&
         strcmp (a->description, b->description) == 0 && strcmp (a->examples, b->examples) == 0 &&
         g_strcmp0 (a->code, b->code) == 0 && g_strcmp0 (a->shown, b->shown) == 0;
}

const char *
plx_tag_get_shown_colour (const PlxTag *self)
{
  return self->shown != NULL ? self->shown : self->colour;
}

const char *
plx_palette_find_colour (PlxPalette palette,
                         PlxKind kind)
{
  /* Of Okabe and Ito: those of the tags at the top of a new codebook. */
  static const char *const kinds[] = {
    [PLX_KIND_ACTOR] = "#0072b2",
    [PLX_KIND_PLACE] = "#009e73",
    [PLX_KIND_CLAIM] = "#e69f00",
    [PLX_KIND_OTHER] = "#cc79a7",
  };

  if (palette == PLX_PALETTE_KINDS)
    return kinds[kind];
  return palette == PLX_PALETTE_BLACK ? "#000000" : NULL;
}

char *
plx_examples_normalize (const char *examples)
{
  g_auto (GStrv) lines = g_strsplit_set (examples != NULL ? examples : "", "\n\r", -1);
  GString *kept = g_string_new (NULL);

  for (char **line = lines; *line != NULL; line++)
    if (*g_strstrip (*line) != '\0')
      g_string_append_printf (kept, "%s%s", kept->len > 0 ? "\n" : "", *line);
  return g_string_free (kept, FALSE);
}

static gboolean
check_name (const char *name,
            GError **error)
{
  if (plx_string_is_blank (name))
    {
      g_set_error_literal (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT,
                           _ ("The tag has no name. Give it one."));
      return FALSE;
    }
  if (strchr (name, '/') != NULL)
    {
      g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT,
                   _ ("The tag name “%s” has a slash, which separates the levels of the codebook. Leave it out."), name);
      return FALSE;
    }
  return TRUE;
}

/* Lower case only, as the schema has it. */
static gboolean
is_colour (const char *colour)
{
  if (colour == NULL || colour[0] != '#' || strlen (colour) != 7)
    return FALSE;
  return strspn (colour + 1, "0123456789abcdef") == 6;
}

gboolean
plx_tag_check (const PlxTag *self,
               GError **error)
{
  if (!check_name (self->name, error))
    return FALSE;
  if (!is_colour (self->colour))
    {
      g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT,
                   /* Translators: what was entered, the name of a tag */
                   _ ("“%s” is not a colour of the tag “%s”. Write it as #0072b2, in lower case."),
                   self->colour != NULL ? self->colour : "", self->name);
      return FALSE;
    }
  if (self->hotkey != NULL && *self->hotkey != '\0' && !plx_hotkey_is_valid (self->hotkey))
    {
      g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT,
                   /* Translators: what was entered, the name of a tag */
                   _ ("“%s” is not a key of the tag “%s”. Use 1 to 9 or 0, Alt+1 to Alt+9 or Alt+0, or none."), self->hotkey, self->name);
      return FALSE;
    }
  return TRUE;
}
