/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keys as they are shown beside what they do. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * plx_key_dup_control_words:
 * @sign: what stands on the key that is pressed with Control: `K`, `⏎`
 *
 * Returns: (transfer full): both keys, Control named as the menus of GTK name it: `Ctrl K`, in German `Strg K`
 */
char *plx_key_dup_control_words (const char *sign);

/**
 * plx_key_label_new:
 * @words: (nullable): the keys
 *
 * Returns: (transfer floating): a label that shows them as a key cap
 */
GtkWidget *plx_key_label_new (const char *words);

G_END_DECLS
