/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Mouse and keyboard.  After each act the window comes to rest, so that the next
 * one meets what a person would see by then. */

#include "config.h"

#include "plx-e2e-private.h"

#include "plx-e2e-clipboard.h"

#include <string.h>
#include <X11/extensions/XTest.h>
#include <X11/keysym.h>

/* Between two events of a hand. */
#define HAND_US 12000

static void
rest (PlxE2e *self)
{
  XSync (self->display, False);
  g_usleep (HAND_US);
}

void
plx_e2e_move (PlxE2e *self,
              int x,
              int y)
{
  XTestFakeMotionEvent (self->display, -1, x, y, CurrentTime);
  rest (self);
}

static void
press (PlxE2e *self,
       unsigned int button,
       gboolean down)
{
  XTestFakeButtonEvent (self->display, button, down, CurrentTime);
  rest (self);
}

static void
click (PlxE2e *self,
       unsigned int button,
       int x,
       int y,
       int times)
{
  /* Two movements, as the first one into a window only enters it. */
  plx_e2e_move (self, x - 1, y);
  plx_e2e_move (self, x, y);
  for (int i = 0; i < times; i++)
    {
      press (self, button, TRUE);
      /* A window that is laid out anew asks the screen which buttons are down.
       * Where it has not yet read of a release, that answer takes its press
       * back (GTK 4 on X11) and the click is lost.  Those of a double click
       * must not be too far apart. */
      if (times == 1)
        plx_e2e_settle (self);
      press (self, button, FALSE);
    }
  plx_e2e_settle (self);
}

void
plx_e2e_press (PlxE2e *self,
               gboolean down)
{
  press (self, 1, down);
  if (!down)
    plx_e2e_settle (self);
}

void
plx_e2e_click (PlxE2e *self,
               int x,
               int y,
               int times)
{
  click (self, 1, x, y, times);
}

void
plx_e2e_click_right (PlxE2e *self,
                     int x,
                     int y)
{
  click (self, 3, x, y, 1);
}

void
plx_e2e_drag (PlxE2e *self,
              int from_x,
              int from_y,
              int to_x,
              int to_y)
{
  const int steps = 6;

  plx_e2e_move (self, from_x - 1, from_y);
  plx_e2e_move (self, from_x, from_y);
  press (self, 1, TRUE);
  for (int i = 1; i <= steps; i++)
    plx_e2e_move (self, from_x + (to_x - from_x) * i / steps, from_y + (to_y - from_y) * i / steps);
  press (self, 1, FALSE);
  plx_e2e_settle (self);
}

void
plx_e2e_wheel (PlxE2e *self,
               int x,
               int y,
               int notches)
{
  plx_e2e_move (self, x - 1, y);
  plx_e2e_move (self, x, y);
  for (int i = 0; i < ABS (notches); i++)
    {
      press (self, notches > 0 ? 5 : 4, TRUE);
      press (self, notches > 0 ? 5 : 4, FALSE);
    }
  plx_e2e_settle (self);
}

void
plx_e2e_drag_text (PlxE2e *self,
                   const char *title,
                   int start,
                   int end)
{
  PlxE2eRect first, last, again = plx_e2e_locate (self, title, start);
  gboolean reversed;
  int from, to;

  /* Looking for the one end may move the other. */
  do
    {
      first = again;
      last = plx_e2e_locate (self, title, end - 1);
      again = plx_e2e_locate (self, title, start);
    }
  while (first.x != again.x || first.y != again.y);
  reversed = first.y == last.y && last.x < first.x;
  from = reversed ? first.x + first.width - 1 : first.x + 1;
  to = reversed ? last.x + 1 : last.x + last.width - 1;
  plx_e2e_drag (self, from, first.y + first.height / 2, to, last.y + last.height / 2);
}

static void
tap (PlxE2e *self,
     KeySym symbol,
     gboolean down)
{
  KeyCode code = XKeysymToKeycode (self->display, symbol);

  g_assert_cmpint (code, !=, 0);
  XTestFakeKeyEvent (self->display, code, down, CurrentTime);
  rest (self);
}

static KeySym
key_from_name (const char *name)
{
  static const struct
  {
    const char *name;
    KeySym symbol;
  } modifiers[] = {
    { "ctrl", XK_Control_L },
    { "shift", XK_Shift_L },
    { "alt", XK_Alt_L },
  };
  KeySym symbol;

  for (guint i = 0; i < G_N_ELEMENTS (modifiers); i++)
    if (g_str_equal (modifiers[i].name, name))
      return modifiers[i].symbol;
  symbol = XStringToKeysym (name);
  g_assert_cmpint (symbol, !=, NoSymbol);
  return symbol;
}

void
plx_e2e_key (PlxE2e *self,
             const char *keys)
{
  g_auto (GStrv) names = g_strsplit (keys, "+", -1);
  int n = (int) g_strv_length (names);

  for (int i = 0; i < n; i++)
    tap (self, key_from_name (names[i]), TRUE);
  for (int i = n; i-- > 0;)
    tap (self, key_from_name (names[i]), FALSE);
  plx_e2e_settle (self);
}

void
plx_e2e_hold (PlxE2e *self,
              const char *key,
              gboolean down)
{
  tap (self, key_from_name (key), down);
}

void
plx_e2e_type (PlxE2e *self,
              const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      KeySym symbol = *p == '/' ? XK_slash : *p == '-' ? XK_minus
                                         : *p == '.'   ? XK_period
                                         : *p == '_'   ? XK_underscore
                                         : *p == ' '   ? XK_space
                                                       : (KeySym) *p;
      gboolean shifted = g_ascii_isupper (*p) || strchr ("~!@#$%^&*()_+{}|:\"<>?", *p) != NULL;

      if (shifted)
        tap (self, XK_Shift_L, TRUE);
      tap (self, symbol, TRUE);
      tap (self, symbol, FALSE);
      if (shifted)
        tap (self, XK_Shift_L, FALSE);
    }
  plx_e2e_settle (self);
}

void
plx_e2e_choose_file (PlxE2e *self,
                     const char *path)
{
  plx_e2e_name_file (self, path);
  plx_e2e_key (self, "Return");
}

void
plx_e2e_name_file (PlxE2e *self,
                   const char *path)
{
  /* Whoever types is overtaken by names that the dialog proposes when it has found
   * them; a dialog that opens a file shows where to paste when something is typed. */
  g_autoptr (PlxE2eClipboard) clipboard = NULL;

  plx_e2e_key (self, "ctrl+a");
  plx_e2e_type (self, "/");
  plx_e2e_key (self, "ctrl+a");
  clipboard = plx_e2e_clipboard_new (path);
  plx_e2e_key (self, "ctrl+v");
  plx_e2e_clipboard_wait_taken (clipboard);
  plx_e2e_settle (self);
}
