/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Paragraphs on paper: laid out, broken into pages between lines, drawn with
 * the name of the whole and the number of the page at its foot. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _PlxPrintText PlxPrintText;

/**
 * plx_print_text_new:
 * @name: stands at the foot of each page
 */
PlxPrintText *plx_print_text_new (const char *name);
void plx_print_text_free (PlxPrintText *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxPrintText, plx_print_text_free)

/**
 * plx_print_text_add:
 * @text: one paragraph, shown literally
 * @attributes: (transfer full) (nullable): of its letters
 * @font: such as `Serif 11`
 * @space: points above it
 */
void plx_print_text_add (PlxPrintText *self,
                         const char *text,
                         PangoAttrList *attributes,
                         const char *font,
                         double space);

/* The paragraphs so far, for tests. */
guint plx_print_text_get_n_paragraphs (PlxPrintText *self);
const char *plx_print_text_get_paragraph (PlxPrintText *self,
                                          guint i);

/**
 * plx_print_text_operation:
 * @self: (transfer full):
 *
 * Returns: (transfer full): what prints it, to be run
 */
GtkPrintOperation *plx_print_text_operation (PlxPrintText *self);

G_END_DECLS
