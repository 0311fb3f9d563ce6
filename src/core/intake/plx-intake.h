/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Articles in: a file, or a text that somebody gives, becomes an item; items
 * become documents in one edit.
 *
 * Reading touches no project and may run on any thread.  The text of an item is
 * final: UTF-8, LF line ends, no byte order mark.  Whatever reading had to
 * change is told, never done in silence; Unicode is never normalised.
 */

#pragma once

#include "base/plx-error.h"
#include "base/plx-text.h"
#include "model/plx-document.h"
#include "verb/plx-verb.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Larger files are refused. */
#define PLX_INTAKE_MAX_BYTES (64 << 20)

/* An article that was read, and what had to be done for it. */
typedef struct
{
  PlxDocument *document; /* (owned): title and file name are set; the caller may fill in the rest */
  PlxText *text;         /* (owned) */
  GArray *blocks;        /* (owned) (nullable) (element-type PlxBlock): its structure, where the file has one */
  GBytes *original;      /* (owned) (nullable): the file, if it is to be kept */

  /* What the bytes were taken for */
  const char *charset;    /* (nullable): interned; where there is a choice */
  gboolean is_guessed;    /* nothing says that it is this one */
  const char *guesses[5]; /* interned: the likely ones, best first */
  int n_guesses;

  /* What reading changed */
  gboolean had_bom;
  gboolean was_utf16;
  int n_line_ends;     /* CR LF and CR that became LF */
  int n_replaced;      /* U+FFFD put for NUL and for bytes that are no text */
  int replaced_line;   /* where the first one stands, from 1; 0 if there is none */
  int replaced_column; /* in code points, from 1 */

  /* The same text twice, see plx_intake_find_duplicates() */
  PlxId duplicate_of;       /* an article of the project, or PLX_ID_NONE */
  int repeats;              /* index of an earlier item with the same text, or -1 */
  gboolean allow_duplicate; /* set by the caller: add it nevertheless */

  /* Nearly the same text, see plx_intake_find_alike() */
  PlxId resembles;    /* an article of the project, or PLX_ID_NONE */
  int resembles_item; /* index of an earlier item, or -1 */
  double likeness;    /* the share that both have; 0 for none */

  /* Another text of the same article, see plx_intake_find_revised() */
  PlxId revises;       /* an article of the project, or PLX_ID_NONE */
  gboolean as_version; /* set by the caller: make it the new version of that article */
} PlxIntakeItem;

/**
 * plx_intake_init:
 *
 * To be called first in main(): some files are read by this program, started anew.
 */
void plx_intake_init (int argc,
                      char **argv);

void plx_intake_item_free (PlxIntakeItem *self);

/* What a person may wish; %NULL for nothing. */
typedef struct
{
  const char *charset;    /* (nullable): of texts and pages; see plx_intake_check_charset() */
  gboolean keep_original; /* in the project, compressed */
} PlxIntakeWishes;

/**
 * plx_intake_read_file:
 * @wishes: (nullable)
 * @error: a #PlxIntakeError; the message names the file and what to do
 *
 * Reads a regular file: plain text, Markdown, HTML, MHTML, DOCX, ODT or EPUB.
 *
 * Returns: (transfer full) (nullable): the item
 */
PlxIntakeItem *plx_intake_read_file (GFile *file,
                                     const PlxIntakeWishes *wishes,
                                     GError **error);

/**
 * plx_intake_check_charset:
 *
 * @error: %PLX_INTAKE_ERROR_NOT_TEXT naming what can be said instead
 */
gboolean plx_intake_check_charset (const char *charset,
                                   GError **error);

/**
 * plx_intake_read_bytes:
 * @filename: (nullable): base name of the file, in any encoding
 * @wishes: (nullable)
 * @error: a #PlxIntakeError
 *
 * Like plx_intake_read_file() for what is in memory.
 *
 * Returns: (transfer full) (nullable): the item
 */
PlxIntakeItem *plx_intake_read_bytes (const char *bytes,
                                      gsize length,
                                      const char *filename,
                                      const PlxIntakeWishes *wishes,
                                      GError **error);

/**
 * plx_intake_read_text:
 * @bytes: plain text as it was pasted
 * @length: bytes, or -1 if NUL-terminated
 * @filename: (nullable): base name of the file it came from, in any encoding
 * @error: a #PlxIntakeError
 *
 * Returns: (transfer full) (nullable): the item
 */
PlxIntakeItem *plx_intake_read_text (const char *bytes,
                                     gssize length,
                                     const char *filename,
                                     GError **error);

/**
 * plx_intake_item_read_again:
 * @file: what it was read from
 * @charset: one that is known
 *
 * Reads the file in another encoding.  What is known about the article stays,
 * but for a title that came from its text.
 *
 * Returns: whether it could be read so; if not, nothing is changed
 */
gboolean plx_intake_item_read_again (PlxIntakeItem *self,
                                     GFile *file,
                                     const char *charset,
                                     GError **error);

/**
 * plx_intake_item_keep_original:
 * @file: what it was read from
 * @error: a #PlxIntakeError if the file cannot be read any more, or is another by now
 *
 * Takes the file along, as #PlxIntakeWishes.keep_original does.
 */
gboolean plx_intake_item_keep_original (PlxIntakeItem *self,
                                        GFile *file,
                                        GError **error);

/**
 * plx_intake_item_dup_report:
 *
 * Returns: (transfer full) (nullable): one sentence for the user on what reading
 *   replaced, %NULL if every character is as it was
 */
char *plx_intake_item_dup_report (const PlxIntakeItem *self);

/**
 * plx_intake_expand:
 * @file: a file or a folder
 * @error: %PLX_INTAKE_ERROR_UNREADABLE for a folder that cannot be listed
 *
 * Lists the regular files in a folder and in the folders inside, sorted by name
 * and without hidden ones; links to folders are not followed.
 *
 * Returns: (transfer full) (element-type GFile): the files
 */
GPtrArray *plx_intake_expand (GFile *file,
                              GError **error);

/**
 * plx_intake_find_duplicates:
 * @items: (element-type PlxIntakeItem): fields duplicate_of and repeats are set
 *
 * Notices texts that the project has already and texts that come twice.
 *
 * Returns: whether looking succeeded
 */
gboolean plx_intake_find_duplicates (PlxConnection *connection,
                                     GPtrArray *items,
                                     GError **error);

/**
 * plx_intake_item_is_skipped:
 *
 * Returns: whether plx_intake_verb() leaves the item out, because its text is
 *   there already and nobody allowed it twice
 */
gboolean plx_intake_item_is_skipped (const PlxIntakeItem *self);

/**
 * plx_intake_verb:
 * @items: (element-type PlxIntakeItem): must not be touched until it is done
 *
 * Adds all articles in one edit, or makes them new versions of those that are there, so that one undo takes all back.  Looks for
 * duplicates itself and leaves them out unless they are allowed; afterwards the
 * documents of the items that were added have their ids.
 *
 * Returns: (transfer full): the verb, holding a reference on @items
 */
PlxVerb *plx_intake_verb (GPtrArray *items);

/* Called on the thread that adds: how many of how many are done. */
typedef void (*PlxIntakeProgressFunc) (int done,
                                       int total,
                                       gpointer data);

/**
 * plx_intake_verb_watched:
 * @cancellable: (nullable): ends it, and nothing is added
 * @progress: (nullable): told how far it is
 * @data: for @progress, must live until the verb is done
 *
 * Like plx_intake_verb(), for many.
 */
PlxVerb *plx_intake_verb_watched (GPtrArray *items,
                                  GCancellable *cancellable,
                                  PlxIntakeProgressFunc progress,
                                  gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxIntakeItem, plx_intake_item_free)

G_END_DECLS
