/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-e2e-clipboard.h"

#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <string.h>

#define LOOK_US 5000
#define PATIENCE_US (60 * G_USEC_PER_SEC)

struct _PlxE2eClipboard
{
  char *text;     /* (owned) */
  GThread *owner; /* (owned) */
  int ended;      /* atomic */
  int taken;      /* atomic */

  /* Only on the thread, once it runs. */
  Display *display; /* (owned) */
  Window window;
  Atom targets;
  Atom utf8;
};

static void
answer (PlxE2eClipboard *self,
        const XSelectionRequestEvent *request)
{
  Atom property = request->property != None ? request->property : request->target;
  Atom offers[] = { self->targets, self->utf8 };
  XEvent event = { 0 };
  gboolean taken = FALSE;

  if (request->target == self->targets)
    XChangeProperty (self->display, request->requestor, property, XA_ATOM, 32, PropModeReplace,
                     (const unsigned char *) offers, G_N_ELEMENTS (offers));
  else if (request->target == self->utf8)
    {
      XChangeProperty (self->display, request->requestor, property, self->utf8, 8, PropModeReplace,
                       (const unsigned char *) self->text, (int) strlen (self->text));
      taken = TRUE;
    }
  else
    property = None;

  event.xselection.type = SelectionNotify;
  event.xselection.requestor = request->requestor;
  event.xselection.selection = request->selection;
  event.xselection.target = request->target;
  event.xselection.time = request->time;
  event.xselection.property = property;
  XSendEvent (self->display, request->requestor, False, NoEventMask, &event);
  XSync (self->display, False);
  if (taken)
    g_atomic_int_set (&self->taken, TRUE);
}

static gpointer
own (gpointer data)
{
  PlxE2eClipboard *self = data;

  while (!g_atomic_int_get (&self->ended))
    {
      while (XPending (self->display) > 0)
        {
          XEvent event;

          XNextEvent (self->display, &event);
          if (event.type == SelectionRequest)
            answer (self, &event.xselectionrequest);
        }
      XFlush (self->display);
      g_usleep (LOOK_US);
    }
  return NULL;
}

PlxE2eClipboard *
plx_e2e_clipboard_new (const char *text)
{
  PlxE2eClipboard *self = g_new0 (PlxE2eClipboard, 1);
  Atom clipboard;

  self->text = g_strdup (text);
  self->display = XOpenDisplay (NULL);
  g_assert_nonnull (self->display);
  self->window = XCreateSimpleWindow (self->display, DefaultRootWindow (self->display), 0, 0, 1, 1, 0, 0, 0);
  self->targets = XInternAtom (self->display, "TARGETS", False);
  self->utf8 = XInternAtom (self->display, "UTF8_STRING", False);
  clipboard = XInternAtom (self->display, "CLIPBOARD", False);
  XSetSelectionOwner (self->display, clipboard, self->window, CurrentTime);
  g_assert_true (XGetSelectionOwner (self->display, clipboard) == self->window);
  self->owner = g_thread_new ("clipboard", own, self);
  return self;
}

void
plx_e2e_clipboard_wait_taken (PlxE2eClipboard *self)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_US;

  while (!g_atomic_int_get (&self->taken))
    {
      if (g_get_monotonic_time () > end)
        g_error ("Nobody pastes “%s”", self->text);
      g_usleep (LOOK_US);
    }
}

void
plx_e2e_clipboard_free (PlxE2eClipboard *self)
{
  g_atomic_int_set (&self->ended, TRUE);
  g_thread_join (self->owner);
  XCloseDisplay (self->display);
  g_free (self->text);
  g_free (self);
}
