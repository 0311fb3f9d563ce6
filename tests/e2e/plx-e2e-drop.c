/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plx-e2e-drop.h"

#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <string.h>

#define VERSION 5
#define LOOK_US 5000
#define PATIENCE_US (20 * G_USEC_PER_SEC)

typedef struct
{
  Display *display; /* (owned) */
  Window source;
  Window target;
  Atom type;
  const char *data;
  gboolean accepted; /* said the target */
  gboolean finished; /* said it too */
  gboolean taken;    /* and that it has the data */
} Drag;

static Atom
atom (Drag *drag,
      const char *name)
{
  return XInternAtom (drag->display, name, False);
}

static gboolean
is_aware (Drag *drag,
          Window window)
{
  unsigned char *value = NULL;
  unsigned long n, left;
  Atom type;
  int format;

  XGetWindowProperty (drag->display, window, atom (drag, "XdndAware"), 0, 1, False, XA_ATOM, &type, &format, &n, &left, &value);
  if (value != NULL)
    XFree (value);
  return type == XA_ATOM && n == 1;
}

/* The first window at that place, from the screen down, that takes drops. */
static Window
find_target (Drag *drag,
             int x,
             int y)
{
  Window root = DefaultRootWindow (drag->display), window = root, child = root;
  int inner_x, inner_y;

  while (child != None && (child == root || !is_aware (drag, child)))
    {
      window = child;
      XTranslateCoordinates (drag->display, root, window, x, y, &inner_x, &inner_y, &child);
    }
  return child;
}

static void
send (Drag *drag,
      const char *message,
      long first,
      long second,
      long third,
      long fourth)
{
  XEvent event = { 0 };

  event.xclient.type = ClientMessage;
  event.xclient.window = drag->target;
  event.xclient.message_type = atom (drag, message);
  event.xclient.format = 32;
  event.xclient.data.l[0] = (long) drag->source;
  event.xclient.data.l[1] = first;
  event.xclient.data.l[2] = second;
  event.xclient.data.l[3] = third;
  event.xclient.data.l[4] = fourth;
  XSendEvent (drag->display, drag->target, False, NoEventMask, &event);
  XFlush (drag->display);
}

static void
hand_out (Drag *drag,
          const XSelectionRequestEvent *request)
{
  XEvent event = { 0 };
  gboolean known = request->target == drag->type;

  if (known)
    XChangeProperty (drag->display, request->requestor, request->property, request->target, 8, PropModeReplace,
                     (const unsigned char *) drag->data, (int) strlen (drag->data));
  event.xselection.type = SelectionNotify;
  event.xselection.requestor = request->requestor;
  event.xselection.selection = request->selection;
  event.xselection.target = request->target;
  event.xselection.time = request->time;
  event.xselection.property = known ? request->property : None;
  XSendEvent (drag->display, request->requestor, False, NoEventMask, &event);
  XFlush (drag->display);
}

static void
take_message (Drag *drag,
              const XClientMessageEvent *message)
{
  if (message->message_type == atom (drag, "XdndStatus"))
    drag->accepted = (message->data.l[1] & 1) != 0;
  if (message->message_type == atom (drag, "XdndFinished"))
    {
      drag->finished = TRUE;
      drag->taken = (message->data.l[1] & 1) != 0;
    }
}

/* Answers until @told is set, or nobody sets it. */
static gboolean
await (Drag *drag,
       const gboolean *told)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_US;

  while (!*told && g_get_monotonic_time () < end)
    {
      XEvent event;

      if (XPending (drag->display) == 0)
        {
          g_usleep (LOOK_US);
          continue;
        }
      XNextEvent (drag->display, &event);
      if (event.type == SelectionRequest)
        hand_out (drag, &event.xselectionrequest);
      else if (event.type == ClientMessage)
        take_message (drag, &event.xclient);
    }
  return *told;
}

static gboolean
offer (Drag *drag,
       int x,
       int y)
{
  send (drag, "XdndEnter", VERSION << 24, (long) drag->type, None, None);
  send (drag, "XdndPosition", 0, (long) x << 16 | y, CurrentTime, (long) atom (drag, "XdndActionCopy"));
  if (!await (drag, &drag->accepted))
    {
      send (drag, "XdndLeave", 0, 0, 0, 0);
      return FALSE;
    }
  send (drag, "XdndDrop", 0, CurrentTime, 0, 0);
  return await (drag, &drag->finished) && drag->taken;
}

gboolean
plx_e2e_drop (PlxE2e *self,
              const char *type,
              const char *data,
              int x,
              int y)
{
  Drag drag = { .display = XOpenDisplay (NULL), .data = data };
  gboolean taken;

  plx_e2e_move (self, x - 1, y);
  plx_e2e_move (self, x, y);
  g_assert_nonnull (drag.display);
  drag.type = atom (&drag, type);
  drag.source = XCreateSimpleWindow (drag.display, DefaultRootWindow (drag.display), 0, 0, 1, 1, 0, 0, 0);
  drag.target = find_target (&drag, x, y);
  g_assert_true (drag.target != None);
  XSetSelectionOwner (drag.display, atom (&drag, "XdndSelection"), drag.source, CurrentTime);
  taken = offer (&drag, x, y);
  XCloseDisplay (drag.display);
  plx_e2e_settle (self);
  return taken;
}

gboolean
plx_e2e_drop_file (PlxE2e *self,
                   const char *path,
                   int x,
                   int y)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autofree char *list = g_strconcat (uri, "\r\n", NULL);

  return plx_e2e_drop (self, "text/uri-list", list, x, y);
}
