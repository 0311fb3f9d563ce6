/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "intake/plx-html-article.h"

#include <string.h>

/* Which share of the prose of its parent a child must hold to be gone into. */
#define STEP_SHARE 0.9

/* Which share of all prose makes what the page itself calls its article one. */
#define CLAIM_SHARE 0.33

/* How much prose is counted to each element, in bytes, kept in its _private. */

static gsize
get_prose (const xmlNode *node)
{
  return GPOINTER_TO_SIZE (node->_private);
}

static void
add_prose (xmlNode *node,
           gsize n)
{
  node->_private = GSIZE_TO_POINTER (get_prose (node) + n);
}

static gsize
count_letters (const char *text)
{
  gsize n = 0;

  for (const char *p = text; *p != '\0'; p++)
    n += !g_ascii_isspace (*p);
  return n;
}

/* Whether nothing in @node is prose. */
static gboolean
is_no_prose (const xmlNode *node)
{
  PlxHtmlRole role;

  if (node->type != XML_ELEMENT_NODE)
    return FALSE;
  role = plx_html_get_role (node);
  return role == PLX_HTML_NEVER || role == PLX_HTML_FRAME || plx_html_is (node, "a");
}

/* Each element gives its prose on to the one around it when it is left, so that
 * depth costs nothing. */
static void
count_prose (xmlNode *root)
{
  xmlNode *node = root;

  while (node != NULL)
    {
      gboolean into = !is_no_prose (node);

      if (node->type == XML_TEXT_NODE && node->content != NULL && node->parent != NULL)
        add_prose (node->parent, count_letters ((const char *) node->content));
      if (into && node->type == XML_ELEMENT_NODE && node->children != NULL)
        {
          node = node->children;
          continue;
        }
      while (node != root && node->next == NULL)
        {
          node = node->parent;
          if (node != root)
            add_prose (node->parent, get_prose (node));
        }
      node = node != root ? node->next : NULL;
    }
}

/* Finding */

static xmlNode *
go_down (xmlNode *from)
{
  xmlNode *node = from, *step = from;

  while (step != NULL)
    {
      node = step;
      step = NULL;
      for (xmlNode *child = node->children; child != NULL && step == NULL; child = child->next)
        if (child->type == XML_ELEMENT_NODE && !is_no_prose (child) && get_prose (child) > 0 &&
            (double) get_prose (child) >= STEP_SHARE * (double) get_prose (node))
          step = child;
      /* Below these is no article, but a part of one. */
      if (step != NULL && plx_html_get_role (step) != PLX_HTML_BLOCK)
        step = NULL;
      if (step != NULL && plx_html_is (step, "p"))
        step = NULL;
    }
  return node;
}

static gboolean
claims_article (const xmlNode *node)
{
  return plx_html_is (node, "article") || g_strcmp0 (plx_html_get (node, "itemprop"), "articleBody") == 0;
}

/* The element with most prose of those that are called an article. */
static xmlNode *
find_claimed (xmlNode *body)
{
  xmlNode *best = NULL;

  for (xmlNode *node = body; node != NULL; node = plx_html_next (body, node, !is_no_prose (node)))
    if (node->type == XML_ELEMENT_NODE && claims_article (node) && (best == NULL || get_prose (node) > get_prose (best)))
      best = node;
  if (best == NULL || (double) get_prose (best) < CLAIM_SHARE * (double) get_prose (body))
    return NULL;
  return best;
}

/* Writing */

static int
get_heading_level (const xmlNode *node)
{
  return g_ascii_digit_value ((char) node->name[1]);
}

static void
enter (const xmlNode *node,
       PlxHtmlRole role,
       PlxIntakeBuilder *builder)
{
  switch (role)
    {
    case PLX_HTML_HEADING:
      plx_intake_builder_open (builder, PLX_BLOCK_HEADING, get_heading_level (node));
      break;
    case PLX_HTML_ITEM:
      plx_intake_builder_open (builder, PLX_BLOCK_ITEM, 0);
      break;
    case PLX_HTML_QUOTATION:
      plx_intake_builder_open (builder, PLX_BLOCK_QUOTATION, 0);
      break;
    case PLX_HTML_LINE:
      plx_intake_builder_end_line (builder);
      break;
    case PLX_HTML_BLOCK:
    case PLX_HTML_EXACT:
    case PLX_HTML_FRAME:
      plx_intake_builder_end_block (builder);
      break;
    case PLX_HTML_INLINE:
    case PLX_HTML_NEVER:
    default:
      break;
    }
}

static void
leave (PlxHtmlRole role,
       PlxIntakeBuilder *builder)
{
  switch (role)
    {
    case PLX_HTML_HEADING:
      plx_intake_builder_close (builder, PLX_BLOCK_HEADING);
      break;
    case PLX_HTML_ITEM:
      plx_intake_builder_close (builder, PLX_BLOCK_ITEM);
      break;
    case PLX_HTML_QUOTATION:
      plx_intake_builder_close (builder, PLX_BLOCK_QUOTATION);
      break;
    case PLX_HTML_BLOCK:
    case PLX_HTML_EXACT:
    case PLX_HTML_FRAME:
      plx_intake_builder_end_block (builder);
      break;
    case PLX_HTML_INLINE:
    case PLX_HTML_LINE:
    case PLX_HTML_NEVER:
    default:
      break;
    }
}

typedef struct
{
  PlxIntakeBuilder *builder;
  gboolean whole; /* with navigation */
  int n_exact;    /* how many elements are open that keep blanks */
} Writer;

static gboolean
write_node (Writer *self,
            const xmlNode *node,
            gboolean is_root)
{
  PlxHtmlRole role;

  if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
    {
      if (self->n_exact > 0)
        plx_intake_builder_add_exactly (self->builder, (const char *) node->content, -1);
      else
        plx_intake_builder_add (self->builder, (const char *) node->content, -1);
      return FALSE;
    }
  if (node->type != XML_ELEMENT_NODE)
    return FALSE;
  role = plx_html_get_role (node);
  if (!is_root && (role == PLX_HTML_NEVER || (role == PLX_HTML_FRAME && !self->whole)))
    return FALSE;
  enter (node, role, self->builder);
  self->n_exact += role == PLX_HTML_EXACT;
  return TRUE;
}

static void
leave_node (Writer *self,
            const xmlNode *node)
{
  PlxHtmlRole role = plx_html_get_role (node);

  leave (role, self->builder);
  self->n_exact -= role == PLX_HTML_EXACT;
}

static void
write_tree (Writer *self,
            const xmlNode *root)
{
  const xmlNode *node = root;

  while (node != NULL)
    {
      gboolean entered = write_node (self, node, node == root);

      if (entered && node->children != NULL)
        {
          node = node->children;
          continue;
        }
      if (entered)
        leave_node (self, node);
      while (node != root && node->next == NULL)
        {
          node = node->parent;
          leave_node (self, node);
        }
      node = node != root ? node->next : NULL;
    }
  plx_intake_builder_end_block (self->builder);
}

/* The heading of the page, if it stands where no navigation is. */
static xmlNode *
find_title (xmlNode *body)
{
  for (xmlNode *node = body; node != NULL;)
    {
      gboolean into = node->type != XML_ELEMENT_NODE || plx_html_is (node, "a") || !is_no_prose (node);

      if (into && plx_html_is (node, "h1"))
        return node;
      node = plx_html_next (body, node, into);
    }
  return NULL;
}

static xmlNode *
find_body (xmlDoc *page)
{
  xmlNode *root = xmlDocGetRootElement (page);
  xmlNode *body = plx_html_find (root, "body");

  return body != NULL ? body : root;
}

void
plx_html_write_article (xmlDoc *page,
                        PlxIntakeBuilder *builder)
{
  xmlNode *body = find_body (page);
  Writer writer = { .builder = builder };
  xmlNode *article, *title;

  count_prose (body);
  article = find_claimed (body);
  if (article == NULL)
    article = go_down (body);
  title = plx_html_find (article, "h1") == NULL ? find_title (body) : NULL;
  if (title != NULL)
    write_tree (&writer, title);
  writer.whole = get_prose (body) == 0;
  write_tree (&writer, writer.whole ? body : article);
}

void
plx_html_write_all (xmlDoc *page,
                    PlxIntakeBuilder *builder)
{
  Writer writer = { .builder = builder, .whole = TRUE };

  write_tree (&writer, find_body (page));
}
