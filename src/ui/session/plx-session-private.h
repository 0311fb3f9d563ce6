/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the session share. */

#pragma once

#include "session/plx-session.h"

G_BEGIN_DECLS

struct _PlxSession
{
  GObject parent_instance;

  PlxProject *project;        /* (owned) */
  PlxDocumentList *documents; /* (owned) */
  PlxCodebook *codebook;      /* (owned) */
  PlxLook *look;              /* (owned) */
  PlxSuggester *suggester;    /* (owned) */
  PlxFilter *filter;          /* (owned) */
  PlxEntityFocus *focus;      /* (owned) */
  PlxKnownNames *names;       /* (owned) */
  PlxMaking *making;          /* (owned) */
  PlxRelating *relating;      /* (owned) */
  PlxFollow *follow;          /* (owned) */
  PlxChecking *checking;      /* (owned) */
  PlxAccounts *accounts;      /* (owned) */
  GListStore *readings;       /* (owned) (element-type PlxReading) */
  guint n_pinned;             /* of the readings, the first ones */
  PlxReading *current;        /* (owned) (nullable) */
  PlxSelection *selection;    /* (owned) */
  PlxId last_tag;
  PlxSnap snap;
};

/* plx-session.c */
void plx_session_set_last_tag (PlxSession *self,
                               PlxId tag);

/* plx-session-columns.c */

/* Closes the columns of articles that are gone. */
void plx_session_close_removed (PlxSession *self,
                                const PlxChanges *changes);

/* plx-session-selecting.c */

/* Selects all of @items (element-type PlxSelected) and nothing else. */
void plx_session_select_all (PlxSession *self,
                             GArray *items);

/* What was selected may be gone from the project. */
void plx_session_drop_lost_selection (PlxSession *self);

/* Nothing of @reading is selected any more. */
void plx_session_drop_selection (PlxSession *self,
                                 PlxReading *reading);

/* plx-session-relating.c */

/* What was to be related may be gone from the project. */
void plx_session_drop_lost_relation (PlxSession *self);

/* plx-session-edits.c */

/**
 * plx_session_send:
 * @verb: (transfer full): what to do
 * @reading: (nullable): where @annotation is shown as being saved
 * @message: (nullable): what to say when it is done
 */
void plx_session_send (PlxSession *self,
                       PlxVerb *verb,
                       PlxReading *reading,
                       PlxId annotation,
                       const char *message);

G_END_DECLS
