/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A table for people: what views show and exports write.  Plain values, once
 * built never changed; strings live as long as the table. */

#pragma once

#include "model/plx-document.h"

G_BEGIN_DECLS

typedef enum
{
  PLX_CELL_PLAIN,
  PLX_CELL_SAID,      /* */
  PLX_CELL_WORDS,     /* said, in words that numbers cannot be held against */
  PLX_CELL_DISPUTED,  /* said, and some other contradicts it */
  PLX_CELL_CLASH,     /* said, and it stands out against most others */
  PLX_CELL_ALERT,     /* looks so too: what it says is worth a look */
  PLX_CELL_SILENT,    /* somebody checked */
  PLX_CELL_UNCHECKED, /* nobody did */
  PLX_CELL_NONE,      /* nothing to show */
} PlxCellState;

typedef struct
{
  const char *title;
  const char *detail;   /* empty if there is none */
  PlxId document;       /* whose column it is, or PLX_ID_NONE */
  const char *language; /* BCP 47, or empty */
  const char *colour;   /* #rrggbb of the outlet, or empty */
} PlxSheetColumn;

typedef struct
{
  PlxCellState state;
  const char *text;   /* lines; empty if there are none */
  const char *detail; /* the same */
  double share;       /* a bar from 0 to 1; negative: none */
  PlxId annotation;   /* where it leads, or PLX_ID_NONE */
  GVariant *records;  /* (owned) (nullable): aa{sv}, for JSON */
} PlxSheetCell;

typedef struct
{
  PlxId id;               /* of what the row is about */
  const char *title;      /* */
  const char *detail;     /* */
  const char *colour;     /* #rrggbb of the outlet that the row is about, or empty */
  gboolean is_part;       /* of the row above it that is none */
  const char *chip;       /* (nullable): a word that sums it up */
  const char *chip_class; /* (nullable): the same for programs: contradict, … */
  const char *reason;     /* a sentence; empty if there is none */
  GVariant *record;       /* (owned) (nullable): a{sv}, for JSON */
  PlxSheetCell *cells;    /* (owned): as many as there are columns */
} PlxSheetRow;

typedef struct
{
  char *title;           /* (owned) */
  char *row_title;       /* (owned): over the titles of rows */
  char *detail_title;    /* (owned): over their details */
  char *chip_title;      /* (owned) (nullable): over the last one, if there is one */
  GArray *columns;       /* (owned) (element-type PlxSheetColumn) */
  GPtrArray *rows;       /* (owned) (element-type PlxSheetRow) */
  guint n_columns_left;  /* how many articles there are beyond those it holds */
  guint n_rows_left;     /* the same of actors and places */
  GStringChunk *strings; /* (owned) */
  gatomicrefcount n_references;
} PlxSheet;

PlxSheet *plx_sheet_new (const char *title,
                         const char *row_title,
                         const char *detail_title,
                         const char *chip_title);
PlxSheet *plx_sheet_ref (PlxSheet *self);
void plx_sheet_unref (PlxSheet *self);

/* Returns: (transfer none): @string, for as long as the table lives */
const char *plx_sheet_keep (PlxSheet *self,
                            const char *string);

void plx_sheet_add_column (PlxSheet *self,
                           const char *title,
                           const char *detail,
                           PlxId document,
                           const char *language);

/* Gives the column that was added last the colour of an outlet, #rrggbb or empty. */
void plx_sheet_colour_column (PlxSheet *self,
                              const char *colour);

/**
 * plx_sheet_add_document:
 * @remark: a further line under its name; may be empty
 *
 * Adds a column for an article, under the short name and the colour of its outlet,
 * else its name, else the title.
 */
void plx_sheet_add_document (PlxSheet *self,
                             const PlxDocument *document,
                             const char *remark);

/**
 * plx_sheet_add_row:
 *
 * Adds a row whose cells are %PLX_CELL_NONE; all columns have to be there.
 *
 * Returns: (transfer none)
 */
PlxSheetRow *plx_sheet_add_row (PlxSheet *self,
                                PlxId id,
                                const char *title,
                                const char *detail);

/**
 * plx_sheet_dup_plain:
 *
 * Returns: (transfer full): @text without the isolates that keep scripts apart
 *   on the screen, for data
 */
char *plx_sheet_dup_plain (const char *text);

/* `said`, `words`, `disputed`, `clash`, `alert`, `silent`, `unchecked`, or empty. */
const char *plx_cell_state_to_string (PlxCellState state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxSheet, plx_sheet_unref)

G_END_DECLS
