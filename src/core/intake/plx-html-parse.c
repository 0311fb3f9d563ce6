/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A page becomes a tree: see plx-html-tree.h.
 *
 * Libxml2 takes up to a hundred times the bytes of a page for its tree, so
 * attributes that nobody looks at are left out, and a page of more elements than
 * any article has is refused.
 */

#include "config.h"

#include "intake/plx-html-tree.h"

#include <glib/gi18n-lib.h>
#include <libxml/HTMLparser.h>
#include <string.h>

typedef struct
{
  startElementSAXFunc start_element; /* libxml2's own */
  int n_nodes;
  gboolean too_many;
} Parse;

/* What somebody looks at. */
static const char *const attributes[] = { "aria-hidden", "class", "content", "datetime", "hidden", "href", "id", "itemprop", "lang",
                                          "name", "property", "rel", "role", "style", "type", "xml:lang" };

/* The addresses of links in the text, of which pages are full, are not. */
static gboolean
is_known (const xmlChar *element,
          const xmlChar *attribute)
{
  if (g_ascii_strcasecmp ((const char *) attribute, "href") == 0 && g_ascii_strcasecmp ((const char *) element, "link") != 0)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (attributes); i++)
    if (g_ascii_strcasecmp ((const char *) attribute, attributes[i]) == 0)
      return TRUE;
  return FALSE;
}

static void
start_element (void *data,
               const xmlChar *name,
               const xmlChar **pairs)
{
  htmlParserCtxtPtr context = data;
  Parse *self = context->_private;
  const xmlChar *known[2 * G_N_ELEMENTS (attributes) + 1] = { NULL };
  gsize n = 0;

  for (gsize i = 0; pairs != NULL && pairs[i] != NULL; i += 2)
    if (n + 2 < G_N_ELEMENTS (known) && is_known (name, pairs[i]))
      {
        known[n++] = pairs[i];
        known[n++] = pairs[i + 1];
      }
  self->n_nodes += 1 + (int) n / 2;
  if (self->n_nodes > PLX_HTML_MAX_NODES)
    {
      self->too_many = TRUE;
      xmlStopParser (context);
      return;
    }
  self->start_element (data, name, n > 0 ? known : NULL);
}

static xmlDocPtr
parse (Parse *self,
       const char *utf8,
       gsize length)
{
  htmlParserCtxtPtr context = htmlNewParserCtxt ();
  xmlDocPtr document;

  if (context == NULL)
    return NULL;
  /* The HTML parser has this limit of depth, but in older versions no option to
   * lift it. */
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  context->options |= XML_PARSE_HUGE;
  self->start_element = context->sax->startElement;
  context->sax->startElement = start_element;
  context->_private = self;
  G_GNUC_END_IGNORE_DEPRECATIONS
  document = htmlCtxtReadMemory (context, utf8, (int) length, NULL, "UTF-8",
                                 HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | XML_PARSE_HUGE);
  htmlFreeParserCtxt (context);
  return document;
}

/* What follows the end of the body or of the page belongs into it, as browsers
 * see it; the parser would make a second page of it. */
static void
blank_ends (char *page)
{
  for (char *p = strchr (page, '<'); p != NULL; p = strchr (p + 1, '<'))
    {
      if (g_ascii_strncasecmp (p, "</body", 6) != 0 && g_ascii_strncasecmp (p, "</html", 6) != 0)
        continue;
      for (char *q = p; *q != '\0' && *q != '>'; q++)
        *q = ' ';
      p = strchr (p, '>');
      if (p == NULL)
        return;
      *p = ' ';
    }
}

static gboolean
has_mark (const xmlNode *root,
          const char *mark)
{
  for (const xmlNode *node = root; node != NULL; node = plx_html_next (root, node, TRUE))
    if (node->type != XML_ELEMENT_NODE && node->content != NULL && strstr ((const char *) node->content, mark) != NULL)
      return TRUE;
  return FALSE;
}

/* Takes the mark away again. */
static void
remove_mark (xmlNode *root,
             const char *mark)
{
  for (xmlNode *node = root; node != NULL; node = plx_html_next (root, node, TRUE))
    {
      char *place = node->type != XML_ELEMENT_NODE && node->content != NULL ? strstr ((char *) node->content, mark) : NULL;

      if (place != NULL)
        *place = '\0';
    }
}

xmlDocPtr
plx_html_parse (char *utf8,
                GError **error)
{
  g_autofree char *mark = g_strdup_printf ("plx-end-%08x%08x", g_random_int (), g_random_int ());
  g_autofree char *page = NULL;
  Parse self = { 0 };
  xmlDocPtr document;
  xmlNode *root;

  blank_ends (utf8);
  page = g_strconcat (utf8, "<p>", mark, NULL);
  g_free (utf8);
  document = parse (&self, page, strlen (page));
  root = document != NULL ? xmlDocGetRootElement (document) : NULL;
  if (root != NULL && has_mark (root, mark))
    {
      remove_mark (root, mark);
      return document;
    }
  if (document != NULL)
    xmlFreeDoc (document);
  if (self.too_many)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("it has more than %d elements, as no article does"), PLX_HTML_MAX_NODES);
  else
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                         _ ("it cannot be read to its end: it breaks off inside a comment or tag, or is nested beyond measure"));
  return NULL;
}
