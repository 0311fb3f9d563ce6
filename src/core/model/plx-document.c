/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/plx-document.h"

#include "base/plx-error.h"
#include "base/plx-time.h"
#include "model/plx-check.h"
#include "model/plx-direction.h"

#include <glib/gi18n-lib.h>
#include <string.h>

PlxDocument *
plx_document_new (void)
{
  PlxDocument *self = g_new0 (PlxDocument, 1);

  self->title = g_strdup ("");
  self->outlet = g_strdup ("");
  self->author = g_strdup ("");
  self->url = g_strdup ("");
  self->published = g_strdup ("");
  self->language = g_strdup ("");
  self->direction = g_strdup ("");
  self->note = g_strdup ("");
  self->filename = g_strdup ("");
  self->original = g_strdup ("");
  self->outlet_brief = g_strdup ("");
  self->outlet_colour = g_strdup ("");
  self->made = g_strdup ("");
  self->version = 1;
  self->sha256 = g_strdup ("");
  return self;
}

PlxDocument *
plx_document_copy (const PlxDocument *self)
{
  PlxDocument *copy = g_new (PlxDocument, 1);

  *copy = *self;
  copy->title = g_strdup (self->title);
  copy->outlet = g_strdup (self->outlet);
  copy->author = g_strdup (self->author);
  copy->url = g_strdup (self->url);
  copy->published = g_strdup (self->published);
  copy->language = g_strdup (self->language);
  copy->direction = g_strdup (self->direction);
  copy->note = g_strdup (self->note);
  copy->filename = g_strdup (self->filename);
  copy->original = g_strdup (self->original);
  copy->outlet_brief = g_strdup (self->outlet_brief);
  copy->outlet_colour = g_strdup (self->outlet_colour);
  copy->made = g_strdup (self->made);
  copy->sha256 = g_strdup (self->sha256);
  return copy;
}

void
plx_document_free (PlxDocument *self)
{
  g_free (self->title);
  g_free (self->outlet);
  g_free (self->author);
  g_free (self->url);
  g_free (self->published);
  g_free (self->language);
  g_free (self->direction);
  g_free (self->note);
  g_free (self->filename);
  g_free (self->original);
  g_free (self->outlet_brief);
  g_free (self->outlet_colour);
  g_free (self->made);
  g_free (self->sha256);
  g_free (self);
}

/* Whether the @length bytes at @subtag are up to eight letters or digits. */
static gboolean
is_subtag (const char *subtag,
           size_t length)
{
  if (length < 1 || length > 8)
    return FALSE;
  for (size_t i = 0; i < length; i++)
    if (!g_ascii_isalnum (subtag[i]))
      return FALSE;
  return TRUE;
}

/* The shape of BCP 47, not its registry: a language of two to eight letters or
 * the singletons x and i, then subtags. */
static gboolean
looks_like_language (const char *tag)
{
  size_t first = strcspn (tag, "-");
  gboolean singleton = first == 1 && strchr ("xXiI", tag[0]) != NULL;

  if (first < 2 && !(singleton && tag[first] == '-'))
    return FALSE;
  for (size_t i = 0; i < first; i++)
    if (!g_ascii_isalpha (tag[i]))
      return FALSE;
  while (TRUE)
    {
      size_t length = strcspn (tag, "-");

      if (!is_subtag (tag, length))
        return FALSE;
      if (tag[length] == '\0')
        return TRUE;
      tag += length + 1;
    }
}

gboolean
plx_document_has_language (const PlxDocument *self)
{
  return self->language != NULL && *self->language != '\0' && looks_like_language (self->language);
}

gboolean
plx_document_is_made (const char *made)
{
  return *made == '\0' || strcmp (made, "revised") == 0 || strcmp (made, "corrected") == 0;
}

gboolean
plx_document_check (const PlxDocument *self,
                    GError **error)
{
  if (plx_string_is_blank (self->title))
    {
      g_set_error_literal (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT,
                           _ ("The article has no title. Give it one."));
      return FALSE;
    }
  if (self->published != NULL && !plx_date_is_valid (self->published))
    {
      g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT,
                   _ ("“%s” is not a date of publication. Write it as 2024-11-28, 2024-11 or 2024, or leave it empty."),
                   self->published);
      return FALSE;
    }
  if (self->language != NULL && *self->language != '\0' && !looks_like_language (self->language))
    {
      g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT,
                   _ ("“%s” is not a language tag. Write for example en, ar or zh-Hant, or leave it empty."),
                   self->language);
      return FALSE;
    }
  if (!plx_direction_is_known (self->direction))
    {
      g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT,
                   _ ("“%s” is not a reading direction. Write ltr for left to right, rtl for right to left, or leave it empty."),
                   self->direction);
      return FALSE;
    }
  return TRUE;
}
