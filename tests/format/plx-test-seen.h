/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What random projects hold: a property that no project had was not tested. */

#pragma once

#include "plx-test-project.h"

G_BEGIN_DECLS

typedef struct
{
  int n_projects;
  int n_emoji;     /* projects whose texts have characters beyond U+FFFF */
  int n_combining; /* … combining marks */
  int n_rtl;       /* … letters that run from right to left */
  int n_crlf;      /* … CR LF */
  int n_nested;    /* … an annotation inside another */
  int n_crossing;  /* … two that overlap without that */
  int n_same;      /* … two on the same span */
  int n_pieces;    /* … one in several pieces */
  int n_across;    /* … a relation between articles */
  int n_waiting;   /* … an annotation on an earlier version of an article */
  int n_led_to;    /* … a relation between such a one and another */
  int n_two;       /* … the work of two annotators */
} PlxTestSeen;

/* Looks at one project. */
void plx_test_seen_add (PlxTestSeen *self,
                        PlxTestProject *project);

/* Fails if something was in none of the projects. */
void plx_test_seen_check (const PlxTestSeen *self);

G_END_DECLS
