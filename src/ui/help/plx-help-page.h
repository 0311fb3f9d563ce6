/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One page of the user guide.
 *
 * The pages are Mallard (projectmallard.org), so that the help browser of the
 * desktop reads them too; of its many elements we use few, and what is not among
 * them is an error that a test finds.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  PLX_HELP_TITLE,
  PLX_HELP_HEADING, /* of a section */
  PLX_HELP_PARAGRAPH,
  PLX_HELP_ITEM, /* of a list */
  PLX_HELP_STEP, /* of numbered ones */
  PLX_HELP_NOTE,
  PLX_HELP_PICTURE, /* @text is the name of the file */
} PlxHelpKind;

typedef struct
{
  PlxHelpKind kind;
  guint number; /* of a step, from 1 */
  char *text;   /* (owned): Pango markup; links lead to `help:PAGE` or to the web */
  char *id;     /* (owned) (nullable): of the section that it heads */
  char *words;  /* (owned) (nullable): what a picture shows, for who cannot see it; plain text */
} PlxHelpBlock;

typedef struct
{
  char *id;          /* (owned) */
  char *title;       /* (owned): plain text */
  char *summary;     /* (owned): plain text */
  GPtrArray *blocks; /* (owned) (element-type PlxHelpBlock) */
} PlxHelpPage;

/**
 * plx_help_page_parse:
 * @data: an XML file
 *
 * Returns: (transfer full) (nullable): the page; on error %NULL, and @error tells
 *   line and element
 */
PlxHelpPage *plx_help_page_parse (GBytes *data,
                                  GError **error);
void plx_help_page_free (PlxHelpPage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxHelpPage, plx_help_page_free)

/**
 * plx_help_list:
 *
 * Returns: (transfer full) (element-type PlxHelpPage): all pages in the order in
 *   which they are read, in the language of the user where there is a translation
 */
GPtrArray *plx_help_list (void);

G_END_DECLS
