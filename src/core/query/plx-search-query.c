/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "query/plx-search-query.h"

#include "base/plx-error.h"
#include "base/plx-time.h"
#include "model/plx-token.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
term_free (gpointer data)
{
  PlxSearchTerm *term = data;

  g_ptr_array_unref (term->words);
  g_free (term);
}

static PlxSearchQuery *
query_new (void)
{
  PlxSearchQuery *self = g_new0 (PlxSearchQuery, 1);

  self->terms = g_ptr_array_new_with_free_func (term_free);
  self->outlets = g_ptr_array_new_with_free_func (g_free);
  self->tags = g_ptr_array_new_with_free_func (g_free);
  self->entities = g_ptr_array_new_with_free_func (g_free);
  self->annotators = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
plx_search_query_free (PlxSearchQuery *self)
{
  g_ptr_array_unref (self->terms);
  g_ptr_array_unref (self->outlets);
  g_ptr_array_unref (self->tags);
  g_ptr_array_unref (self->entities);
  g_ptr_array_unref (self->annotators);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

/* Pieces of the line */

static gboolean
is_quote (gunichar c)
{
  return c == '"' || c == 0x201c || c == 0x201d || c == 0x201e || c == 0xab || c == 0xbb;
}

/* One piece: up to a blank that stands in no quotes, which are left out. */
static char *
take_piece (const char **p)
{
  GString *piece = g_string_new (NULL);
  gboolean quoted = FALSE;

  while (g_unichar_isspace (g_utf8_get_char (*p)))
    *p = g_utf8_next_char (*p);
  for (; **p != '\0'; *p = g_utf8_next_char (*p))
    {
      gunichar c = g_utf8_get_char (*p);

      if (is_quote (c))
        {
          quoted = !quoted;
          continue;
        }
      if (!quoted && g_unichar_isspace (c))
        break;
      g_string_append_unichar (piece, c);
    }
  return g_string_free (piece, FALSE);
}

static void
add_term (PlxSearchQuery *self,
          const char *piece)
{
  g_autoptr (PlxText) text = plx_text_new (piece, -1);
  g_autoptr (PlxTokens) tokens = plx_tokens_new (text);
  guint n = plx_tokens_get_length (tokens);
  PlxSearchTerm *term;

  if (n == 0)
    return;
  term = g_new0 (PlxSearchTerm, 1);
  term->words = g_ptr_array_new_with_free_func (g_free);
  term->is_prefix = g_str_has_suffix (piece, "*");
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (term->words, g_strdup (plx_tokens_get (tokens, i)->word));
  g_ptr_array_add (self->terms, term);
}

/* Filters */

static gboolean
refuse (GError **error,
        const char *format,
        const char *value)
{
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);
  g_autofree char *message = g_strjoinv (value, parts);

  g_set_error_literal (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT, message);
  return FALSE;
}

static gboolean
take_date (char **field,
           const char *value,
           GError **error)
{
  if (!plx_date_is_valid (value))
    return refuse (error, _ ("“%s” is not a date. Write it as 2024-11-28, 2024-11 or 2024."), value);
  g_free (*field);
  *field = g_strdup (value);
  return TRUE;
}

/* @is_filter: (out): whether the piece is one */
static gboolean
take_filter (PlxSearchQuery *self,
             const char *piece,
             gboolean *is_filter,
             GError **error)
{
  const struct
  {
    const char *prefix;
    GPtrArray *list;
  } lists[] = {
    { "outlet:", self->outlets },
    { "tag:", self->tags },
    { "entity:", self->entities },
    { "by:", self->annotators },
  };

  *is_filter = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    if (g_str_has_prefix (piece, lists[i].prefix))
      {
        const char *value = piece + strlen (lists[i].prefix);

        if (*value == '\0')
          return refuse (error, _ ("“%s” has no name behind it. Write it without a blank, and names of several words in quotes: outlet:\"Harbour Post\"."), piece);
        g_ptr_array_add (lists[i].list, g_strdup (value));
        return TRUE;
      }
  if (g_str_has_prefix (piece, "before:"))
    return take_date (&self->before, piece + strlen ("before:"), error);
  if (g_str_has_prefix (piece, "after:"))
    return take_date (&self->after, piece + strlen ("after:"), error);
  if (g_str_has_prefix (piece, "has:"))
    {
      self->has_note = TRUE;
      return g_str_equal (piece, "has:note") ? TRUE : refuse (error, _ ("“%s” is not known. What can be asked for is has:note."), piece);
    }
  *is_filter = FALSE;
  return TRUE;
}

static gboolean
is_empty (const PlxSearchQuery *self)
{
  return self->terms->len == 0 && !plx_search_query_wants_annotations (self) && !plx_search_query_wants_documents (self);
}

PlxSearchQuery *
plx_search_query_parse (const char *line,
                        GError **error)
{
  g_autoptr (PlxSearchQuery) self = query_new ();
  g_autofree char *valid = g_utf8_make_valid (line, -1);
  const char *p = valid;

  while (*p != '\0')
    {
      g_autofree char *piece = take_piece (&p);
      gboolean is_filter;

      if (!take_filter (self, piece, &is_filter, error))
        return NULL;
      if (!is_filter)
        add_term (self, piece);
    }
  if (is_empty (self))
    {
      g_set_error_literal (error, PLX_STORE_ERROR, PLX_STORE_ERROR_CONSTRAINT, _ ("There is nothing to look for. Write a word, or a part of one and *."));
      return NULL;
    }
  return g_steal_pointer (&self);
}

gboolean
plx_search_query_wants_annotations (const PlxSearchQuery *self)
{
  return self->tags->len > 0 || self->entities->len > 0 || self->annotators->len > 0 || self->has_note;
}

gboolean
plx_search_query_wants_documents (const PlxSearchQuery *self)
{
  return self->outlets->len > 0 || self->before != NULL || self->after != NULL;
}

char *
plx_search_query_dup_match (const PlxSearchQuery *self)
{
  GString *match = g_string_new (NULL);

  for (guint i = 0; i < self->terms->len; i++)
    {
      const PlxSearchTerm *term = g_ptr_array_index (self->terms, i);

      g_string_append (match, i > 0 ? " AND \"" : "\"");
      for (guint j = 0; j < term->words->len; j++)
        {
          if (j > 0)
            g_string_append_c (match, ' ');
          g_string_append (match, g_ptr_array_index (term->words, j));
        }
      g_string_append (match, term->is_prefix ? "\" *" : "\"");
    }
  return g_string_free (match, FALSE);
}
