/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A connection to a project file, and prepared statements on it.
 *
 * Opening follows one recipe for every file, trusted or not: a regular file
 * that carries our application id, a version we know, exactly our schema, and
 * no damage that a quick check finds, unless it was found whole before, see
 * plx-checked.h; only then is it touched.  A connection belongs to the
 * thread that opened it, and so does everything that takes one; this is asserted.
 */

#pragma once

#include "base/plx-error.h"
#include "base/plx-id.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define PLX_APPLICATION_ID 0x506c7831 /* "Plx1" */
#define PLX_SCHEMA_VERSION 5

typedef enum
{
  PLX_OPEN_READ,   /* beside a writer of this process: sees its commits */
  PLX_OPEN_WRITE,  /* the file must exist */
  PLX_OPEN_CREATE, /* made if it does not exist */
  PLX_OPEN_FROZEN, /* read-only file, folder or media: reads without side files */
} PlxOpenMode;

typedef struct _PlxConnection PlxConnection;
typedef struct _PlxStatement PlxStatement;

/**
 * plx_connection_open:
 * @path: a local file name in the file system's encoding
 * @error: a #PlxStoreError; the message names the file and what to do
 *
 * Returns: (transfer full) (nullable): the connection, owned by this thread
 */
PlxConnection *plx_connection_open (const char *path,
                                    PlxOpenMode mode,
                                    GError **error);

/**
 * plx_connection_close:
 *
 * Closes @self.  The last writer leaves one file at rest: the log is written
 * back and removed.
 */
void plx_connection_close (PlxConnection *self);

const char *plx_connection_get_path (PlxConnection *self);
gboolean plx_connection_is_read_only (PlxConnection *self);

/**
 * plx_connection_interrupt:
 *
 * Makes the statement that runs now, and all that come after it, fail with
 * %G_IO_ERROR_CANCELLED.  For connections that only read.  The only function that
 * may be called from any thread.
 */
void plx_connection_interrupt (PlxConnection *self);

/**
 * plx_connection_get_data_version:
 *
 * Returns: a number that changes when another connection has committed
 */
gint64 plx_connection_get_data_version (PlxConnection *self);

/**
 * plx_connection_checkpoint:
 *
 * Writes the log back into the file as far as nobody waits for it.  Called
 * when idle.
 */
void plx_connection_checkpoint (PlxConnection *self);

/**
 * plx_connection_execute:
 * @sql: one or more statements without parameters or results
 */
gboolean plx_connection_execute (PlxConnection *self,
                                 const char *sql,
                                 GError **error);

/**
 * plx_connection_savepoint:
 *
 * A point to which plx_connection_rollback_to() goes back inside a
 * transaction, so that one of several steps may fail alone.
 */
gboolean plx_connection_savepoint (PlxConnection *self,
                                   GError **error);
void plx_connection_rollback_to (PlxConnection *self);
gboolean plx_connection_release (PlxConnection *self,
                                 GError **error);

/* Statements */

typedef enum
{
  PLX_STEP_ERROR,
  PLX_STEP_ROW,
  PLX_STEP_DONE,
} PlxStep;

/**
 * plx_connection_prepare:
 * @sql: a string literal with named parameters; it is the key of a cache
 *
 * A statement that does not compile is a mistake in the program and aborts.
 *
 * Returns: (transfer full): a statement, to be let go with
 *   plx_statement_release() (or g_autoptr), which gives it back to the cache
 */
PlxStatement *plx_connection_prepare (PlxConnection *self,
                                      const char *sql);

/**
 * plx_connection_prepare_dynamic:
 *
 * Like plx_connection_prepare() for SQL that was put together at run time from
 * the names of our own tables; never from data.
 */
PlxStatement *plx_connection_prepare_dynamic (PlxConnection *self,
                                              const char *sql);
void plx_statement_release (PlxStatement *self);

/* Binding by name, with its colon.  Strings are copied; %NULL binds NULL. */
void plx_statement_bind_int (PlxStatement *self,
                             const char *name,
                             gint64 value);
void plx_statement_bind_double (PlxStatement *self,
                                const char *name,
                                double value);
void plx_statement_bind_text (PlxStatement *self,
                              const char *name,
                              const char *value);
void plx_statement_bind_bytes (PlxStatement *self,
                               const char *name,
                               GBytes *value);
void plx_statement_bind_null (PlxStatement *self,
                              const char *name);

/* Binds %NULL for PLX_ID_NONE. */
void plx_statement_bind_id (PlxStatement *self,
                            const char *name,
                            PlxId value);

/**
 * plx_statement_step:
 *
 * Returns: %PLX_STEP_ROW with a row to read, %PLX_STEP_DONE at the end, or
 *   %PLX_STEP_ERROR with @error set
 */
PlxStep plx_statement_step (PlxStatement *self,
                            GError **error);

/**
 * plx_statement_run:
 *
 * Steps to the end and resets, so that it can be bound and run again.
 *
 * Returns: whether it succeeded
 */
gboolean plx_statement_run (PlxStatement *self,
                            GError **error);

/**
 * plx_statement_run_one:
 *
 * Like plx_statement_run(), but a statement that changed no row fails with
 * %PLX_STORE_ERROR_NOT_FOUND: what it should change is gone.
 */
gboolean plx_statement_run_one (PlxStatement *self,
                                GError **error);

/* Columns of the current row, from 0.  NULL reads as 0 and "".  Text is checked
 * to be UTF-8; what is not is repaired, so that no bad byte gets further. */
gint64 plx_statement_get_int (PlxStatement *self,
                              int column);
double plx_statement_get_double (PlxStatement *self,
                                 int column);
gboolean plx_statement_is_null (PlxStatement *self,
                                int column);
char *plx_statement_dup_text (PlxStatement *self,
                              int column);
GBytes *plx_statement_dup_bytes (PlxStatement *self,
                                 int column);

/**
 * plx_statement_peek_text:
 *
 * Returns: (transfer none): the text as it is stored, valid until the next step
 */
const char *plx_statement_peek_text (PlxStatement *self,
                                     int column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxConnection, plx_connection_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxStatement, plx_statement_release)

G_END_DECLS
