/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of PlxCompareView share: plx-compare-view.c (what is shown),
 * plx-compare-choices.c (in which order, and what of it), plx-compare-actions.c
 * (what is done with a cell), plx-compare-timeline.c, plx-compare-export.c and
 * plx-compare-print.c. */

#pragma once

#include "compare/plx-compare-bar.h"
#include "compare/plx-compare-view.h"
#include "compare/plx-sheet-request.h"
#include "compare/plx-sheet-view.h"
#include "compare/plx-timeline-view.h"
#include "compat/plx-banner.h"
#include "compat/plx-fit-bin.h"
#include "compat/plx-wrap-box.h"
#include "list/plx-comparing.h"

G_BEGIN_DECLS

struct _PlxCompareView
{
  AdwBin parent_instance;

  /* Template Widgets */
  GtkWidget *tabs;              /* buttons, one for each table … */
  GtkMenuButton *tables_button; /* … and what stands for them in little room */
  GtkLabel *summary;
  GtkWidget *contradictions_button;
  GtkWidget *unchecked_button;
  GtkMenuButton *show_button;
  GtkMenuButton *more_button; /* stands for all that is beside the tables, in little room */
  GtkWidget *choices;         /* shown by both of them */
  AdwBin *show_place;
  AdwBin *more_place;
  GtkDropDown *columns;
  GtkDropDown *rows;
  GtkDropDown *tags;
  GtkDropDown *entities;
  GtkWidget *timeline_bar;
  GtkWidget *zoom_bar;
  PlxBanner *limits;
  GtkStack *stack;
  PlxSheetView *view;
  PlxTimelineView *timeline;
  AdwStatusPage *empty;
  GtkWidget *legend;
  GtkWidget *details_bar;
  GtkLabel *details;
  GtkButton *silent_button;
  GtkButton *open_button;
  GtkWidget *next_button;

  /* Owned References */
  PlxSession *session;
  PlxComparing *comparing;
  GArray *tag_ids;    /* (element-type PlxId): of the items of tags */
  GArray *entity_ids; /* (element-type PlxId): of the items of entities */

  PlxCompareTable table;
  gboolean only_contradictions;
  gboolean only_unchecked;
  gboolean as_table;       /* the timeline: a table, not a drawing */
  gboolean by_publication; /* the timeline: by dates of articles alone */
  guint request;           /* the number of the last one … */
  guint shown;             /* … and of the one whose sheet is shown */
  PlxId wanted;            /* the claim to show when it was read, or PLX_ID_NONE */
  gboolean is_filling;     /* the drop-downs: nobody chose anything */
  gboolean is_low;         /* what is told of a cell leaves room for the rows */
  gboolean is_narrow;      /* so does what the looks of cells mean */
};

/* plx-compare-view.c */

/* Tells how much there is; @sheet is (nullable): what is shown of it. */
void plx_compare_view_show_summary (PlxCompareView *self,
                                    const PlxSheet *sheet);

/* plx-compare-room.c */

/* Shows what the looks of cells mean where there are some, and room. */
void plx_compare_view_show_legend (PlxCompareView *self);

/* From now on less is told of a cell where there is little room. */
void plx_compare_view_follow_size (PlxCompareView *self);

/* plx-compare-choices.c */

/* Puts the name of the table that is shown on what stands for all tables in little room. */
void plx_compare_view_name_table (PlxCompareView *self);

/* Order and filter are in the menu that is opened. */
void plx_compare_view_place_choices (GtkMenuButton *button,
                                     gpointer self);

/**
 * plx_compare_view_make_request:
 *
 * Returns: (transfer full) (nullable): for what is shown; %NULL until it was read
 */
PlxSheetRequest *plx_compare_view_make_request (PlxCompareView *self);

/* Offers the tags and entities that there are; what was chosen stays chosen. */
void plx_compare_view_fill_choices (PlxCompareView *self);

/* plx-compare-timeline.c */
void plx_compare_view_class_install_timeline_actions (GtkWidgetClass *widget_class);

/* Whether the timeline is what is shown, as a drawing. */
gboolean plx_compare_view_is_drawing (PlxCompareView *self);

/* Makes the drawing, and shows it when it is there. */
void plx_compare_view_show_timeline (PlxCompareView *self);

/* plx-compare-actions.c */
void plx_compare_view_class_install_actions (GtkWidgetClass *widget_class);

/* Tells what the cell with the cursor is, and what can be done with it. */
void plx_compare_view_show_details (PlxCompareView *self);

/* Goes where the cell with the cursor leads. */
void plx_compare_view_open_cell (PlxCompareView *self);

/* plx-compare-export.c */

/**
 * plx_compare_view_save:
 * @path: what it ends in decides how: .csv, .html, .json, .svg or .png
 *
 * Writes the table that is shown, and tells how that went.
 */
void plx_compare_view_save (PlxCompareView *self,
                            const char *path);

/* Asks where, and saves there. */
void plx_compare_view_export (PlxCompareView *self);

/* plx-compare-print.c */

/**
 * plx_compare_view_print_operation:
 *
 * Returns: (transfer full): what prints the table that is shown, to be run
 */
GtkPrintOperation *plx_compare_view_print_operation (PlxCompareView *self);

/* Asks how, and prints. */
void plx_compare_view_print (PlxCompareView *self);

G_END_DECLS
