/* SPDX-License-Identifier: GPL-3.0-or-later */

/* In what order articles are listed, under which headings, and which of them. */

#pragma once

#include "store/plx-connection.h"

G_BEGIN_DECLS

typedef enum
{
  PLX_ARTICLES_BY_ORDER, /* as they came in; as a group: all in one */
  PLX_ARTICLES_BY_TITLE,
  PLX_ARTICLES_BY_OUTLET,
  PLX_ARTICLES_BY_DATE, /* moments in different zones compare; months are groups */
  PLX_ARTICLES_BY_LANGUAGE,
  PLX_ARTICLES_BY_ANNOTATIONS,
  PLX_ARTICLES_BY_FIELD,
} PlxArticleKey;

typedef struct
{
  PlxArticleKey sort;
  PlxId sort_field; /* with PLX_ARTICLES_BY_FIELD */
  gboolean descending;
  PlxArticleKey group;
  PlxId group_field;

  /* Which articles; empty or 0 for all */
  char *outlet;   /* (owned) */
  char *language; /* (owned) */
  char *month;    /* (owned): `2024-05` or `2024` */
  char *words;    /* (owned): see plx-article-words.h */
  PlxId field;
  char *value; /* (owned): of that field */
  gboolean unread;
  gboolean unannotated;
} PlxArticleOrder;

PlxArticleOrder *plx_article_order_new (void);
PlxArticleOrder *plx_article_order_copy (const PlxArticleOrder *self);
void plx_article_order_free (PlxArticleOrder *self);

/* Whether all articles are listed as they came in. */
gboolean plx_article_order_is_plain (const PlxArticleOrder *self);

/* Whether articles may be left out. */
gboolean plx_article_order_is_filter (const PlxArticleOrder *self);

/* `order`, `title`, `outlet`, `date`, `language`, `annotations`, `field` */
const char *plx_article_key_to_string (PlxArticleKey key);
gboolean plx_article_key_from_string (const char *string,
                                      PlxArticleKey *key);

#define PLX_ARTICLE_ORDER_TYPE "(sxbsx)"

/**
 * plx_article_order_save:
 *
 * Returns: (transfer floating): how articles are sorted and grouped, but not
 *   which are shown, %PLX_ARTICLE_ORDER_TYPE
 */
GVariant *plx_article_order_save (const PlxArticleOrder *self);

/**
 * plx_article_order_restore:
 * @saved: %PLX_ARTICLE_ORDER_TYPE; what is unknown in it, or a field that is gone,
 *   is as it is at first
 *
 * Returns: (transfer full):
 */
PlxArticleOrder *plx_article_order_restore (PlxConnection *connection,
                                            GVariant *saved);

/**
 * plx_article_order_list:
 * @headings: (out) (transfer full) (optional) (element-type PlxId utf8): what
 *   stands above the first article of each group; keys are allocated; empty if
 *   there are no groups
 *
 * Returns: (transfer full) (element-type PlxId): the articles, in order
 */
GArray *plx_article_order_list (PlxConnection *connection,
                                const PlxArticleOrder *self,
                                GHashTable **headings,
                                GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxArticleOrder, plx_article_order_free)

G_END_DECLS
