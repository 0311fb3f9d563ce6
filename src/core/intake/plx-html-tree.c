/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "intake/plx-html-tree.h"

#include <string.h>

/* Elements */

static const struct
{
  const char *name;
  PlxHtmlRole role;
} roles[] = {
  { "address", PLX_HTML_BLOCK },
  { "article", PLX_HTML_BLOCK },
  { "aside", PLX_HTML_FRAME },
  { "blockquote", PLX_HTML_QUOTATION },
  { "body", PLX_HTML_BLOCK },
  { "br", PLX_HTML_LINE },
  { "button", PLX_HTML_NEVER },
  { "canvas", PLX_HTML_NEVER },
  { "caption", PLX_HTML_BLOCK },
  { "center", PLX_HTML_BLOCK },
  { "datalist", PLX_HTML_NEVER },
  { "dd", PLX_HTML_BLOCK },
  { "details", PLX_HTML_BLOCK },
  { "dialog", PLX_HTML_NEVER },
  { "div", PLX_HTML_BLOCK },
  { "dl", PLX_HTML_BLOCK },
  { "dt", PLX_HTML_BLOCK },
  { "fieldset", PLX_HTML_NEVER },
  { "figcaption", PLX_HTML_BLOCK },
  { "figure", PLX_HTML_BLOCK },
  { "footer", PLX_HTML_FRAME },
  { "form", PLX_HTML_FRAME },
  { "h1", PLX_HTML_HEADING },
  { "h2", PLX_HTML_HEADING },
  { "h3", PLX_HTML_HEADING },
  { "h4", PLX_HTML_HEADING },
  { "h5", PLX_HTML_HEADING },
  { "h6", PLX_HTML_HEADING },
  { "head", PLX_HTML_NEVER },
  { "header", PLX_HTML_BLOCK },
  { "hr", PLX_HTML_BLOCK },
  { "iframe", PLX_HTML_NEVER },
  { "input", PLX_HTML_NEVER },
  { "li", PLX_HTML_ITEM },
  { "main", PLX_HTML_BLOCK },
  { "menu", PLX_HTML_FRAME },
  { "nav", PLX_HTML_FRAME },
  { "noscript", PLX_HTML_NEVER },
  { "object", PLX_HTML_NEVER },
  { "ol", PLX_HTML_BLOCK },
  { "option", PLX_HTML_NEVER },
  { "p", PLX_HTML_BLOCK },
  { "pre", PLX_HTML_EXACT },
  { "script", PLX_HTML_NEVER },
  { "section", PLX_HTML_BLOCK },
  { "select", PLX_HTML_NEVER },
  { "style", PLX_HTML_NEVER },
  { "summary", PLX_HTML_BLOCK },
  { "svg", PLX_HTML_NEVER },
  { "table", PLX_HTML_BLOCK },
  { "tbody", PLX_HTML_BLOCK },
  { "td", PLX_HTML_BLOCK },
  { "template", PLX_HTML_NEVER },
  { "textarea", PLX_HTML_NEVER },
  { "tfoot", PLX_HTML_BLOCK },
  { "th", PLX_HTML_BLOCK },
  { "thead", PLX_HTML_BLOCK },
  { "title", PLX_HTML_NEVER },
  { "tr", PLX_HTML_BLOCK },
  { "ul", PLX_HTML_BLOCK },
};

/* Words in class and id that name what stands around an article. */
static const char *const frame_words[] = {
  "ad", "ads", "advert", "advertisement", "banner", "breadcrumb", "breadcrumbs", "comments", "cookie", "cookies", "footer",
  "masthead", "menu", "nav", "navbar", "navigation", "newsletter", "outbrain", "pagination", "paywall", "popup", "promo",
  "recommended", "related", "share", "sharing", "sidebar", "social", "sponsored", "subscribe", "taboola", "toolbar", "widget"
};

/* Words that say that the others are about what is inside, or not there. */
static const char *const around_words[] = { "has", "with", "without", "no", "js", "wrap", "wrapper", "container", "layout", "grid", "page" };

static const char *const frame_roles[] = { "navigation", "banner", "complementary", "contentinfo", "search", "menu", "dialog", "alert" };

static gboolean
is_one_of (const char *word,
           gsize length,
           const char *const *words,
           gsize n_words)
{
  for (gsize i = 0; i < n_words; i++)
    if (strlen (words[i]) == length && g_ascii_strncasecmp (words[i], word, length) == 0)
      return TRUE;
  return FALSE;
}

/* Whether one of the words in @name, between anything but letters, is listed. */
static gboolean
has_word (const char *name,
          gsize size,
          const char *const *words,
          gsize n_words)
{
  gsize length;

  for (gsize i = 0; i < size; i += MAX (length, 1))
    {
      length = 0;
      while (i + length < size && g_ascii_isalpha (name[i + length]))
        length++;
      if (length > 0 && is_one_of (name + i, length, words, n_words))
        return TRUE;
    }
  return FALSE;
}

/* “article-share-bar” and “social”, but not “with-sidebar” or “nav-wrapper”. */
static gboolean
names_frame (const char *value)
{
  const char *p = value;
  gsize length;

  for (; p != NULL && *p != '\0'; p += length + (p[length] != '\0'))
    {
      length = strcspn (p, " \t\n");
      if (has_word (p, length, frame_words, G_N_ELEMENTS (frame_words)) && !has_word (p, length, around_words, G_N_ELEMENTS (around_words)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_hidden (const xmlNode *node)
{
  const char *style = plx_html_get (node, "style");
  g_autofree char *flat = NULL;

  if (plx_html_get (node, "hidden") != NULL || g_strcmp0 (plx_html_get (node, "aria-hidden"), "true") == 0)
    return TRUE;
  if (style == NULL || strlen (style) > 1000)
    return FALSE;
  flat = g_ascii_strdown (style, -1);
  g_strdelimit (flat, " \t\n", '\001');
  return strstr (flat, "display:none") != NULL || strstr (flat, "display:\001none") != NULL;
}

static PlxHtmlRole
look_up (const xmlNode *node)
{
  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
    if (g_ascii_strcasecmp ((const char *) node->name, roles[i].name) == 0)
      return roles[i].role;
  return PLX_HTML_INLINE;
}

PlxHtmlRole
plx_html_get_role (const xmlNode *node)
{
  PlxHtmlRole role = look_up (node);
  const char *aria = plx_html_get (node, "role");

  if (role == PLX_HTML_NEVER || is_hidden (node))
    return PLX_HTML_NEVER;
  if (role == PLX_HTML_FRAME)
    return role;
  if (plx_html_is (node, "body") || plx_html_is (node, "html") || plx_html_is (node, "article") || plx_html_is (node, "main"))
    return PLX_HTML_BLOCK;
  if (aria != NULL && is_one_of (aria, strlen (aria), frame_roles, G_N_ELEMENTS (frame_roles)))
    return PLX_HTML_FRAME;
  if (names_frame (plx_html_get (node, "class")) || names_frame (plx_html_get (node, "id")))
    return PLX_HTML_FRAME;
  return role;
}

gboolean
plx_html_is (const xmlNode *node,
             const char *name)
{
  return node->type == XML_ELEMENT_NODE && g_ascii_strcasecmp ((const char *) node->name, name) == 0;
}

const char *
plx_html_get (const xmlNode *node,
              const char *attribute)
{
  for (const xmlAttr *attr = node->type == XML_ELEMENT_NODE ? node->properties : NULL; attr != NULL; attr = attr->next)
    if (g_ascii_strcasecmp ((const char *) attr->name, attribute) == 0)
      return attr->children != NULL && attr->children->content != NULL ? (const char *) attr->children->content : "";
  return NULL;
}

/* The way */

xmlNode *
plx_html_next (const xmlNode *root,
               const xmlNode *node,
               gboolean into)
{
  if (into && node->type == XML_ELEMENT_NODE && node->children != NULL)
    return node->children;
  while (node != root && node->next == NULL)
    node = node->parent;
  return node != root ? node->next : NULL;
}

xmlNode *
plx_html_find (const xmlNode *root,
               const char *name)
{
  for (const xmlNode *node = root; node != NULL; node = plx_html_next (root, node, TRUE))
    if (plx_html_is (node, name))
      return (xmlNode *) node;
  return NULL;
}

char *
plx_html_dup_text (const xmlNode *node)
{
  GString *text = g_string_new (NULL);

  for (const xmlNode *n = node; n != NULL; n = plx_html_next (node, n, TRUE))
    if ((n->type == XML_TEXT_NODE || n->type == XML_CDATA_SECTION_NODE) && n->content != NULL)
      g_string_append (text, (const char *) n->content);
  return g_string_free (text, FALSE);
}
