/* SPDX-License-Identifier: GPL-3.0-or-later */

/* End to end: the real program in a window of its own, driven with the real
 * mouse and keyboard of the X server (XTEST), asked over D-Bus where things are.
 *
 * Runs inside tests/e2e/screen.sh, which gives it a screen and a bus.  Each
 * test has folders of its own for data and settings.
 */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct _PlxE2e PlxE2e;

typedef struct
{
  int x;
  int y;
  int width;
  int height;
} PlxE2eRect;

/**
 * plx_e2e_new:
 *
 * Fresh folders; nothing runs yet.
 */
PlxE2e *plx_e2e_new (void);

/* Ends what runs, the hard way, and removes the folders. */
void plx_e2e_free (PlxE2e *self);

/* Quits the program as a person does, then plx_e2e_free(). */
void plx_e2e_end (PlxE2e *self);

/**
 * plx_e2e_drop_privileges:
 *
 * What is started from now on is bound by the permissions of files even if root
 * runs the tests.
 */
void plx_e2e_drop_privileges (PlxE2e *self);

/**
 * plx_e2e_go_abroad:
 * @locale: its name, such as `he_IL.UTF-8`
 *
 * What is started from now on finds itself in that locale, of which nothing but the
 * name is known.  Newer C libraries translate nothing in C.UTF-8.
 */
void plx_e2e_go_abroad (PlxE2e *self,
                        const char *locale);

/**
 * plx_e2e_animate:
 *
 * What is started from now on moves as it does for most people; else all is where it
 * goes at once, which takes a fifth less of the processor.
 */
void plx_e2e_animate (PlxE2e *self);

/**
 * plx_e2e_start:
 * @file: (nullable): given on the command line
 *
 * Starts Parallax and waits for its window.
 */
void plx_e2e_start (PlxE2e *self,
                    const char *file);

/**
 * plx_e2e_quit:
 *
 * Closes the window by keyboard and asserts that the program ends well.
 */
void plx_e2e_quit (PlxE2e *self);

/* The same by @key, which answers the last thing that is asked. */
void plx_e2e_quit_by (PlxE2e *self,
                      const char *key);

/* kill -9 */
void plx_e2e_kill (PlxE2e *self);

/**
 * plx_e2e_run_cli:
 * @input: (nullable): standard input
 *
 * Runs parallax-cli in the same folders and asserts that it ends with 0.
 *
 * Returns: (transfer full): its standard output
 */
char *plx_e2e_run_cli (PlxE2e *self,
                       const char *input,
                       const char *first_argument,
                       ...) G_GNUC_NULL_TERMINATED;

/**
 * plx_e2e_new_project:
 * @name: of a file in the folder of the test
 * @first_article: a file of the sample, and more of them
 *
 * Returns: (transfer full): the path of a project with these articles
 */
char *plx_e2e_new_project (PlxE2e *self,
                           const char *name,
                           const char *first_article,
                           ...) G_GNUC_NULL_TERMINATED;

const char *plx_e2e_get_folder (PlxE2e *self);

/* Asking */

/**
 * plx_e2e_dump:
 *
 * Returns: (transfer full): the state of the window, see app/plx-test-hook.h
 */
JsonNode *plx_e2e_dump (PlxE2e *self);

/**
 * plx_e2e_take_longest_block:
 *
 * Returns: milliseconds of processor time for which the program did not look at
 *   what came in, at most, since this was asked last
 */
double plx_e2e_take_longest_block (PlxE2e *self);

/**
 * plx_e2e_settle:
 *
 * Waits until the program has taken in what mouse and keyboard did and nothing
 * in its windows moves, is measured, loaded or saved.  Every act ends with it,
 * and whatever is located is located at rest.
 */
void plx_e2e_settle (PlxE2e *self);

/**
 * plx_e2e_set_hurried:
 *
 * Whether to act while the program still works: rest is only waited for a moment.
 */
void plx_e2e_set_hurried (PlxE2e *self,
                          gboolean hurried);

/**
 * plx_e2e_list_words:
 *
 * Returns: (transfer full): all labels, tooltips, … on the screen, see
 *   app/plx-test-hook.h
 */
JsonNode *plx_e2e_list_words (PlxE2e *self);

/**
 * plx_e2e_act:
 * @action: detailed name of an action that something on the screen has
 *
 * Does it, whatever it is called in the language of the program.
 */
void plx_e2e_act (PlxE2e *self,
                  const char *action);

void plx_e2e_resize (PlxE2e *self,
                     int width,
                     int height);

/**
 * plx_e2e_wait:
 * @condition: asked of the state until it holds, for a minute at most
 * @what: for the message when it never does
 */
void plx_e2e_wait (PlxE2e *self,
                   gboolean (*condition) (JsonObject *state, gpointer data),
                   gpointer data,
                   const char *what);

/**
 * plx_e2e_locate:
 * @title: part of the title of an open article
 * @offset: code point
 *
 * Returns: where that character is on the screen
 */
PlxE2eRect plx_e2e_locate (PlxE2e *self,
                           const char *title,
                           int offset);

/**
 * plx_e2e_locate_count:
 *
 * Returns: where `+n` stands beside the line of code point @offset, which has to
 *   be in view
 */
PlxE2eRect plx_e2e_locate_count (PlxE2e *self,
                                 const char *title,
                                 int offset);

/**
 * plx_e2e_locate_widget:
 * @name: of a widget
 */
PlxE2eRect plx_e2e_locate_widget (PlxE2e *self,
                                  const char *name);

/**
 * plx_e2e_locate_handle:
 * @fragment: of the selected annotation
 *
 * Returns: where the handle of its start, or of its end, is drawn
 */
PlxE2eRect plx_e2e_locate_handle (PlxE2e *self,
                                  const char *title,
                                  int fragment,
                                  gboolean at_end);

/**
 * plx_e2e_locate_port:
 *
 * Returns: where the port is drawn by which the selected annotation is related
 */
PlxE2eRect plx_e2e_locate_port (PlxE2e *self,
                                const char *title);

/**
 * plx_e2e_locate_mark:
 * @mark: of the timeline that is shown, counted by lane and time
 */
PlxE2eRect plx_e2e_locate_mark (PlxE2e *self,
                                int mark);

/**
 * plx_e2e_locate_cell:
 * @row: of the table that is shown
 * @column: -1 for the titles
 */
PlxE2eRect plx_e2e_locate_cell (PlxE2e *self,
                                int row,
                                int column);

/* Whether there is such a widget on the screen now. */
gboolean plx_e2e_has_widget (PlxE2e *self,
                             const char *name);

/* Waits until there is no such widget on the screen any more. */
void plx_e2e_wait_gone (PlxE2e *self,
                        const char *name);

/* Acting; each ends with plx_e2e_settle(), save those that drags are made of. */

void plx_e2e_move (PlxE2e *self,
                   int x,
                   int y);
void plx_e2e_click (PlxE2e *self,
                    int x,
                    int y,
                    int times);
void plx_e2e_click_right (PlxE2e *self,
                          int x,
                          int y);
void plx_e2e_drag (PlxE2e *self,
                   int from_x,
                   int from_y,
                   int to_x,
                   int to_y);

/**
 * plx_e2e_press:
 *
 * Presses the button of the mouse, or lets it go, for drags that take their time.
 */
void plx_e2e_press (PlxE2e *self,
                    gboolean down);

/**
 * plx_e2e_wheel:
 * @notches: of the wheel, down if positive
 */
void plx_e2e_wheel (PlxE2e *self,
                    int x,
                    int y,
                    int notches);

/**
 * plx_e2e_drag_text:
 *
 * Drags from the left edge of code point @start to the right edge of the one
 * before @end (for text that runs left to right; the other way round otherwise).
 */
void plx_e2e_drag_text (PlxE2e *self,
                        const char *title,
                        int start,
                        int end);

/**
 * plx_e2e_key:
 * @keys: `1`, `Delete`, `ctrl+z`, `ctrl+shift+z`, ...
 */
void plx_e2e_key (PlxE2e *self,
                  const char *keys);

/* Presses a key down, or lets it go. */
void plx_e2e_hold (PlxE2e *self,
                   const char *key,
                   gboolean down);
void plx_e2e_type (PlxE2e *self,
                   const char *text);

/* Puts the name of a file into the file chooser that has come up, and chooses it. */
void plx_e2e_choose_file (PlxE2e *self,
                          const char *path);

/* The same, and chooses nothing yet. */
void plx_e2e_name_file (PlxE2e *self,
                        const char *path);

/**
 * plx_e2e_screenshot:
 *
 * Keeps a picture of the screen in the folder that PARALLAX_E2E_SHOTS names, if
 * it does.
 */
void plx_e2e_screenshot (PlxE2e *self,
                         const char *name);

/* Puts dialogs into the middle of the screen, as a window manager does. */
void plx_e2e_centre_dialogs (PlxE2e *self);

/* By how many pixels the widest window is wider than the screen; menus count too. */
int plx_e2e_get_excess (PlxE2e *self);

G_END_DECLS
