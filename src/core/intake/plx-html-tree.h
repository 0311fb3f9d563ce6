/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A page as a tree, and the way through it.
 *
 * Pages may be nested as deeply as they like: nothing here calls itself.
 */

#pragma once

#include <gio/gio.h>
#include <libxml/HTMLparser.h>

G_BEGIN_DECLS

/* Elements and attributes that are kept; pages of more are refused.  A news page
 * has some thousands. */
#define PLX_HTML_MAX_NODES 250000

/**
 * plx_html_parse:
 * @utf8: (transfer full): the page
 * @error: %G_IO_ERROR_INVALID_DATA with a sentence that does not name the file
 *
 * Reads a page to its end or not at all: a mark is put behind it and looked
 * for in the tree, because parsers give up on some pages without a word.
 *
 * Returns: (transfer full): the tree, free with xmlFreeDoc()
 */
xmlDocPtr plx_html_parse (char *utf8,
                          GError **error);

/* What an element means to a reader. */
typedef enum
{
  PLX_HTML_INLINE,
  PLX_HTML_BLOCK,
  PLX_HTML_HEADING,
  PLX_HTML_ITEM,
  PLX_HTML_QUOTATION,
  PLX_HTML_EXACT, /* blanks are as they stand */
  PLX_HTML_LINE,  /* a line end */
  PLX_HTML_NEVER, /* scripts, forms and the like: no text */
  PLX_HTML_FRAME, /* around the article: navigation, footer, advertisements */
} PlxHtmlRole;

/**
 * plx_html_get_role:
 * @node: an element
 */
PlxHtmlRole plx_html_get_role (const xmlNode *node);

/**
 * plx_html_is:
 *
 * Returns: whether @node is an element with that name, in lower case
 */
gboolean plx_html_is (const xmlNode *node,
                      const char *name);

/**
 * plx_html_get:
 *
 * Returns: (transfer none) (nullable): the value of an attribute
 */
const char *plx_html_get (const xmlNode *node,
                          const char *attribute);

/**
 * plx_html_next:
 * @into: whether to go into @node
 *
 * Returns: (nullable): the node after @node in the order of the page, inside
 *   @root
 */
xmlNode *plx_html_next (const xmlNode *root,
                        const xmlNode *node,
                        gboolean into);

/**
 * plx_html_find:
 *
 * Returns: (nullable): the first element with that name in the order of the
 *   page, inside @root
 */
xmlNode *plx_html_find (const xmlNode *root,
                        const char *name);

/**
 * plx_html_dup_text:
 *
 * Returns: (transfer full): all text in @node
 */
char *plx_html_dup_text (const xmlNode *node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

G_END_DECLS
