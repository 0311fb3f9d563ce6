/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "help/plx-help-page.h"

#include <string.h>

#define FOLDER "/org/parallaxworkbench/Parallax/help/"

typedef struct
{
  PlxHelpPage *page;
  GString *text; /* (nullable): while inside of a block */
  char *section; /* (owned) (nullable): id of the section that has begun */
  guint depth;   /* of sections */
  guint n_steps;
  guint n_keys; /* of a key sequence, so far */
  PlxHelpKind kind;
  gboolean in_info;
  gboolean in_keyseq;
} Parser;

static void
block_free (PlxHelpBlock *block)
{
  g_free (block->text);
  g_free (block->id);
  g_free (block->words);
  g_free (block);
}

void
plx_help_page_free (PlxHelpPage *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->summary);
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

static const char *
find (const char **names,
      const char **values,
      const char *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], name))
      return values[i];
  return NULL;
}

/* Line breaks of the file mean nothing. */
static char *
collapse (const char *text)
{
  GString *collapsed = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c++)
    if (!g_ascii_isspace (*c))
      g_string_append_c (collapsed, *c);
    else if (collapsed->len > 0 && collapsed->str[collapsed->len - 1] != ' ')
      g_string_append_c (collapsed, ' ');
  return g_strchomp (g_string_free (collapsed, FALSE));
}

static void
add_block (Parser *self,
           PlxHelpKind kind,
           char *text)
{
  PlxHelpBlock *block = g_new0 (PlxHelpBlock, 1);

  block->kind = kind;
  block->number = kind == PLX_HELP_STEP ? ++self->n_steps : 0;
  block->text = text;
  if (kind == PLX_HELP_HEADING)
    block->id = g_steal_pointer (&self->section);
  g_ptr_array_add (self->page->blocks, block);
}

/* What is inside of a paragraph, as Pango has it. */
static const struct
{
  const char *element;
  const char *open;
  const char *close;
} inlines[] = {
  { "em", "<i>", "</i>" },
  { "gui", "<b>", "</b>" },
  { "app", "<b>", "</b>" },
  { "key", "<tt>", "</tt>" },
  { "code", "<tt>", "</tt>" },
  { "cmd", "<tt>", "</tt>" },
  { "file", "<tt>", "</tt>" },
  { "keyseq", "\u2066", "\u2069" }, /* reads from left to right in any language */
  { "link", NULL, "</a>" },
};

static void
open_inline (Parser *self,
             guint which,
             const char **names,
             const char **values)
{
  if (g_str_equal (inlines[which].element, "link"))
    {
      const char *page = find (names, values, "xref");
      const char *address = page != NULL ? page : find (names, values, "href");
      g_autofree char *tag = g_markup_printf_escaped ("<a href=\"%s%s\">", page != NULL ? "help:" : "", address != NULL ? address : "");

      g_string_append (self->text, tag);
      return;
    }
  if (g_str_equal (inlines[which].element, "keyseq"))
    {
      self->in_keyseq = TRUE;
      self->n_keys = 0;
    }
  else if (self->in_keyseq && self->n_keys++ > 0)
    g_string_append_c (self->text, '+');
  g_string_append (self->text, inlines[which].open);
}

static gboolean
start_block (Parser *self,
             const char *element,
             const char **names,
             const char **values)
{
  if (g_str_equal (element, "page"))
    {
      g_free (self->page->id);
      self->page->id = g_strdup (find (names, values, "id"));
    }
  else if (g_str_equal (element, "info"))
    self->in_info = TRUE;
  else if (g_str_equal (element, "section"))
    {
      self->depth++;
      g_free (self->section);
      self->section = g_strdup (find (names, values, "id"));
    }
  else if (g_str_equal (element, "list"))
    self->kind = PLX_HELP_ITEM;
  else if (g_str_equal (element, "steps"))
    {
      self->kind = PLX_HELP_STEP;
      self->n_steps = 0;
    }
  else if (g_str_equal (element, "note"))
    self->kind = PLX_HELP_NOTE;
  else if (g_str_equal (element, "media"))
    {
      add_block (self, PLX_HELP_PICTURE, g_strdup (find (names, values, "src")));
      self->kind = PLX_HELP_PICTURE;
    }
  else if (g_str_equal (element, "p") || g_str_equal (element, "title") || g_str_equal (element, "desc"))
    self->text = g_string_new (NULL);
  else
    return g_str_equal (element, "item") ||
           (self->in_info && (g_str_equal (element, "link") || g_str_equal (element, "credit") || g_str_equal (element, "name") || g_str_equal (element, "license")));
  return TRUE;
}

static void
start_cb (GMarkupParseContext *context,
          const char *element,
          const char **names,
          const char **values,
          gpointer data,
          GError **error)
{
  Parser *self = data;

  for (guint i = 0; self->text != NULL && i < G_N_ELEMENTS (inlines); i++)
    if (g_str_equal (inlines[i].element, element))
      {
        open_inline (self, i, names, values);
        return;
      }
  if (self->text != NULL || !start_block (self, element, names, values))
    g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_UNKNOWN_ELEMENT, "<%s> is not among the elements of help pages, or not there", element);
}

/* What stands inside of a picture is its description. */
static void
describe_picture (Parser *self,
                  char *words)
{
  PlxHelpBlock *picture = g_ptr_array_index (self->page->blocks, self->page->blocks->len - 1);

  g_free (picture->words);
  picture->words = words;
}

/* Of the information about the page only the summary is shown; titles and
 * licences in it are for libraries of pages. */
static void
end_text (Parser *self,
          const char *element)
{
  g_autofree char *markup = g_string_free (g_steal_pointer (&self->text), FALSE);
  char *text = collapse (markup);

  if (self->in_info && g_str_equal (element, "desc"))
    {
      g_free (self->page->summary);
      self->page->summary = text;
    }
  else if (self->in_info)
    g_free (text);
  else if (self->kind == PLX_HELP_PICTURE)
    describe_picture (self, text);
  else if (!g_str_equal (element, "title"))
    add_block (self, self->kind, text);
  else if (self->depth > 0)
    add_block (self, PLX_HELP_HEADING, text);
  else
    {
      g_free (self->page->title);
      self->page->title = g_strdup (text);
      add_block (self, PLX_HELP_TITLE, text);
    }
}

static void
end_cb (GMarkupParseContext *context,
        const char *element,
        gpointer data,
        GError **error)
{
  Parser *self = data;

  for (guint i = 0; self->text != NULL && i < G_N_ELEMENTS (inlines); i++)
    if (g_str_equal (inlines[i].element, element))
      {
        g_string_append (self->text, inlines[i].close);
        if (g_str_equal (element, "keyseq"))
          self->in_keyseq = FALSE;
        return;
      }
  if (self->text != NULL)
    end_text (self, element);
  else if (g_str_equal (element, "info"))
    self->in_info = FALSE;
  else if (g_str_equal (element, "section"))
    self->depth--;
  else if (g_str_equal (element, "list") || g_str_equal (element, "steps") || g_str_equal (element, "note") || g_str_equal (element, "media"))
    self->kind = PLX_HELP_PARAGRAPH;
}

static void
text_cb (GMarkupParseContext *context,
         const char *text,
         gsize length,
         gpointer data,
         GError **error)
{
  Parser *self = data;
  g_autofree char *escaped = NULL;

  if (self->text == NULL)
    return;
  escaped = g_markup_escape_text (text, (gssize) length);
  g_string_append (self->text, escaped);
}

PlxHelpPage *
plx_help_page_parse (GBytes *data,
                     GError **error)
{
  static const GMarkupParser callbacks = { start_cb, end_cb, text_cb, NULL, NULL };
  g_autoptr (PlxHelpPage) page = g_new0 (PlxHelpPage, 1);
  Parser parser = { .page = page, .kind = PLX_HELP_PARAGRAPH };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&callbacks, 0, &parser, NULL);
  gsize size;
  const char *bytes = g_bytes_get_data (data, &size);
  gboolean parsed;

  page->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) block_free);
  parsed = g_markup_parse_context_parse (context, bytes, (gssize) size, error) && g_markup_parse_context_end_parse (context, error);
  if (parser.text != NULL)
    g_string_free (parser.text, TRUE);
  g_free (parser.section);
  if (!parsed)
    return NULL;
  if (page->id == NULL || page->title == NULL || page->summary == NULL)
    {
      g_set_error_literal (error, G_MARKUP_ERROR, G_MARKUP_ERROR_MISSING_ATTRIBUTE, "A page needs an id, a title and a description");
      return NULL;
    }
  return g_steal_pointer (&page);
}

/* The languages of the user come first; "C" is last among them. */
static GBytes *
find_page (const char *name)
{
  const char *const *languages = g_get_language_names ();

  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (FOLDER, languages[i], "/", name, ".page", NULL);
      GBytes *data = g_resources_lookup_data (path, 0, NULL);

      if (data != NULL)
        return data;
    }
  return NULL;
}

GPtrArray *
plx_help_list (void)
{
  static const char *const names[] = { "index", "start", "tagging", "comparing", "exporting", "keyboard", "safety" };
  GPtrArray *pages = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_help_page_free);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GBytes) data = find_page (names[i]);
      g_autoptr (GError) error = NULL;
      PlxHelpPage *page = data != NULL ? plx_help_page_parse (data, &error) : NULL;

      if (page != NULL)
        g_ptr_array_add (pages, page);
      else
        g_warning ("Help page “%s”: %s", names[i], error != NULL ? error->message : "not there");
    }
  return pages;
}
