/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What other articles say on the question of the selected claim: a line for each
 * account, which goes to its passage, and for each article that is silent or was
 * not checked. */

#pragma once

#include "session/plx-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_ACCOUNT_LIST (plx_account_list_get_type ())

G_DECLARE_FINAL_TYPE (PlxAccountList, plx_account_list, PLX, ACCOUNT_LIST, GtkWidget)

void plx_account_list_set_session (PlxAccountList *self,
                                   PlxSession *session);

G_END_DECLS
