/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the panel of actors and places share. */

#pragma once

#include "plx-entities-model.h"
#include "plx-entities-panel.h"
#include "plx-entity-chooser.h"
#include "plx-unlinked-line.h"

G_BEGIN_DECLS

struct _PlxEntitiesPanel
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *box;
  GtkSearchEntry *search;
  GtkWidget *new_button;
  GtkStack *stack;
  GtkLabel *hint;
  GtkListView *view;

  PlxEntityChooser *chooser;     /* (nullable): ours, made when it is asked for */
  PlxSession *session;           /* (owned) (nullable) */
  PlxEntitiesModel *model;       /* (owned) (nullable) */
  PlxUnlinkedList *unlinked;     /* (owned) (nullable) */
  GtkSingleSelection *selection; /* (owned) (nullable) */
  PlxUnlinkedItem *asking;       /* (owned) (nullable): for what the chooser asks */
  PlxEntitiesShow show;
  gboolean by_mentions;
  gboolean is_watching;
  gboolean was_loaded;
  gboolean is_following; /* the selection changes, but nobody selects */
};

/* plx-entities-panel.c */
gboolean plx_entities_panel_is_editable (PlxEntitiesPanel *self);

/* plx-entities-linking.c */

/* Links all with the text of the row to whom it names, who is new if nobody is
 * called so. */
void plx_entities_link_cb (PlxUnlinkedLine *line,
                           PlxEntitiesPanel *self);
void plx_entities_choose_cb (PlxUnlinkedLine *line,
                             PlxEntitiesPanel *self);

/* Asks beside @at to whom the mentions of @item are to be linked. */
void plx_entities_ask_for (PlxEntitiesPanel *self,
                           PlxUnlinkedItem *item,
                           GtkWidget *at);

/* plx-entities-rows.c */

/* Fills the view. */
void plx_entities_init_rows (PlxEntitiesPanel *self);

G_END_DECLS
