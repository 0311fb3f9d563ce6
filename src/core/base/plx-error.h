/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Error domains: one for each room whose failures a caller can act on.
 *
 * A message always names the file or place and says what to do; codes exist
 * only where callers decide differently.  SQLite's codes are mapped in one
 * table (store/plx-connection.c).
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PLX_STORE_ERROR (plx_store_error_quark ())

typedef enum
{
  PLX_STORE_ERROR_FAILED,      /* anything without a better code */
  PLX_STORE_ERROR_NOT_FOUND,   /* no such file, or no such row (any more) */
  PLX_STORE_ERROR_NOT_PROJECT, /* the file is something else: choose another */
  PLX_STORE_ERROR_TOO_NEW,     /* written by a newer Parallax: update */
  PLX_STORE_ERROR_CORRUPT,     /* damaged: restore a backup or salvage */
  PLX_STORE_ERROR_BUSY,        /* another process holds the lock: try again */
  PLX_STORE_ERROR_FULL,        /* no space: free some, try again */
  PLX_STORE_ERROR_READ_ONLY,   /* file, folder or media cannot be written */
  PLX_STORE_ERROR_ACCESS,      /* permission, or a path SQLite must not touch */
  PLX_STORE_ERROR_CONSTRAINT,  /* the change would break an invariant */
  PLX_STORE_ERROR_NOTHING,     /* nothing to undo, redo or change */
} PlxStoreError;

GQuark plx_store_error_quark (void);

#define PLX_INTAKE_ERROR (plx_intake_error_quark ())

typedef enum
{
  PLX_INTAKE_ERROR_UNREADABLE, /* cannot be opened or read */
  PLX_INTAKE_ERROR_NOT_TEXT,   /* a folder, device, or binary file */
  PLX_INTAKE_ERROR_EMPTY,      /* holds no text */
  PLX_INTAKE_ERROR_TOO_LARGE,  /* over the stated limit */
  PLX_INTAKE_ERROR_DAMAGED,    /* breaks off, or breaks its own format */
} PlxIntakeError;

GQuark plx_intake_error_quark (void);

#define PLX_FORMAT_ERROR (plx_format_error_quark ())

typedef enum
{
  PLX_FORMAT_ERROR_UNKNOWN,   /* no such format, or not recognised */
  PLX_FORMAT_ERROR_MALFORMED, /* the file breaks its own format */
  PLX_FORMAT_ERROR_OFFSET,    /* a span does not give back its quote */
  PLX_FORMAT_ERROR_WRITE,     /* the target could not be written */
  PLX_FORMAT_ERROR_PROBLEMS,  /* some rows of a file are wrong: fix them, or import the rest */
  PLX_FORMAT_ERROR_LOSSES,    /* the format cannot carry everything, and that was wanted */
} PlxFormatError;

GQuark plx_format_error_quark (void);

G_END_DECLS
