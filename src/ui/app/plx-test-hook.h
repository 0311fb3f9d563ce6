/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lets a test ask a running Parallax where things are on the screen, so that it
 * can drive it with the real mouse.
 *
 * Exists only if the environment variable PARALLAX_TEST_HOOK names a file.  Each
 * of these actions of the application appends one line of JSON to that file:
 *
 * geometry (si)        part of the title of an open article, or its id in
 *                      decimal; offset in code points.  The character is
 *                      scrolled into view first.
 *                      { "x", "y", "width", "height" } on the screen
 * count-geometry (si)  the same for "+n" beside the line of the character, which
 *                      has to be in view
 * widget-geometry (s)  name or id of a widget that is on the screen, or `label:`
 *                      and how a label begins; the same
 * handle-geometry (sib)  article; fragment; whether its end.  Where the handle of
 *                      that border of the selected annotation is drawn; the same
 * port-geometry (s)    article.  Where the port of the selected annotation is drawn,
 *                      by which it is related to others; the same
 * settle (u)           answered when what mouse and keyboard did is taken in and
 *                      nothing is being laid out, measured, animated, loaded or
 *                      saved, or after so many milliseconds.
 *                      { "busy": what still goes on, or null }
 * dump                 { "window": title, "width", "height" }, empty before there
 *                      is a window on the screen; with a project also
 *                      "project": path, "annotator", "read-only", "saving",
 *                      "undo" and "redo": verb or null, "current": document,
 *                      "selection": all that are selected, "border-mode",
 *                      "caret": in the current article, or -1,
 *                      "selected": annotation or 0,
 *                      "entity": that is looked at, or 0, "snap",
 *                      "relating": the annotation that waits to be related, or 0,
 *                      "painting": PlxPainting, "fragments": collected passages,
 *                      "articles": number,
 *                      "codebook":  [ { "tag": path, "hotkey", "colour",
 *                        "shown": colour by the palette } ],
 *                      "zoom", "sync", "focus": document whose text has the
 *                      keyboard focus, or 0,
 *                      "columns":   [ { "document", "title", "x", "width",
 *                        "card": what the hover card says, or "",
 *                        "follow": "off", "found", "none", "silent" or "unchecked",
 *                        "counterparts": number, "counterpart": annotation or 0,
 *                        "view": [first, last], from 0 to 1, "pinned",
 *                        "direction", "top": code point, "scrolled": fraction
 *                        of what can be scrolled,
 *                        "selection": [start, end], if there is any } ],
 *                      "documents": [ { "id", "title",
 *                        "hidden": number, by the filter,
 *                        "suggestions": number, "n-annotations": number,
 *                        "annotations": [ the first of them:
 *                        { "id", "tag": path, "spans": [ [start, end] ],
 *                          "saving" } ] } ], those that are open, in order
 *
 * blocks               { "longest-block" }: milliseconds of processor time for
 *                      which the main thread did not look at what came in, since
 *                      this was asked last (without the other questions here)
 *
 * words                [ { "kind": "label", "tooltip", "placeholder" or "title",
 *                      "where": id or class, "text", "cut": whether letters of it
 *                      are not seen } ]: all that is on the screen
 * act (s)              does an action by its detailed name; { "done" }
 * resize (ii)          gives the window that size; { "done" }
 *
 * What cannot be found is answered with { "error" }.  Carets do not blink.
 *
 * If PARALLAX_TEST_HOOK_QUIT is `first-frame` or `idle` besides, the application
 * answers { "first-frame-cpu" } or { "idle-memory" } when it got there and quits,
 * see plx-test-start.h.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _PlxTestHook PlxTestHook;

/**
 * plx_test_hook_new:
 *
 * Returns: (transfer full) (nullable): the hook, %NULL outside tests
 */
PlxTestHook *plx_test_hook_new (GtkApplication *application);
void plx_test_hook_free (PlxTestHook *self);

G_END_DECLS
