/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Inside of plx-project.h: the object (plx-project.c), opening and closing it
 * (plx-project-open.c), changing it (plx-project-edit.c), reading it in the
 * background (plx-project-read.c). */

#pragma once

#include "project/plx-project.h"
#include "store/plx-writer.h"

G_BEGIN_DECLS

struct _PlxProject
{
  GObject parent_instance;

  char *path;            /* (owned) */
  char *uuid;            /* (owned) */
  char *annotator;       /* (owned) */
  PlxWriter *writer;     /* (owned) (nullable): none if read-only or closed */
  PlxConnection *reader; /* (owned) (nullable): none when closed */
  PlxReads *reads;       /* (owned) (nullable): none when closed */
  PlxEdit *undo;         /* (owned) (nullable) */
  PlxEdit *redo;         /* (owned) (nullable) */
  gint64 serial;         /* the last step seen */
  gint64 first_serial;   /* the last step when it was opened */
  gint64 data_version;
  guint poll_id;
  guint n_pending; /* jobs at the writer */
};

/* Looks for what undo and redo would do. */
void plx_project_look_up_history (PlxProject *self);

/* Adds @difference to the jobs at the writer. */
void plx_project_add_pending (PlxProject *self,
                              int difference);

G_END_DECLS
