/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts of a brat import.
 *
 *   plx-brat-read.c   articles, and the rows that lines become
 *   plx-brat-lines.c  the lines
 */

#pragma once

#include "format/plx-import.h"

G_BEGIN_DECLS

/* One T line, and what other lines say of it. */
typedef struct
{
  char *label;   /* (owned) */
  GArray *spans; /* (owned) (element-type PlxSpan) */
  char *words;   /* (owned) */
  GString *note; /* (owned) */
  char *row;     /* (owned) (nullable): of Parallax */
  PlxId id;
  int line;
} PlxBratEntity;

/* One R line. */
typedef struct
{
  char *label; /* (owned) */
  char *from;  /* (owned) */
  char *to;    /* (owned) */
  char *row;   /* (owned) (nullable) */
  int line;
} PlxBratRelation;

typedef struct
{
  PlxImport *import;
  GHashTable *members;   /* (owned) (element-type utf8 GBytes) */
  GPtrArray *order;      /* (owned) (element-type PlxBratEntity): of the article that is read, unowned */
  GHashTable *entities;  /* (owned) (element-type utf8 PlxBratEntity): by T1 … */
  GHashTable *relations; /* (owned) (element-type utf8 PlxBratRelation): by R1 … */
  int n_left_out;        /* events and equivalences */
} PlxBratRead;

void plx_brat_entity_free (PlxBratEntity *self);
void plx_brat_relation_free (PlxBratRelation *self);

/**
 * plx_brat_read_line:
 * @line: of an annotation file
 * @map: (element-type int): code points of the text by those of the file
 *
 * Keeps what it says; what is wrong with it is told.
 */
void plx_brat_read_line (PlxBratRead *self,
                         const char *line,
                         GArray *map);

G_END_DECLS
