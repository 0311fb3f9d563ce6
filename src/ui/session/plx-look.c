/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "session/plx-look.h"

#include <string.h>

/* Longer than the name of any font family. */
#define MAX_FONT_BYTES 200

static const int ladder[] = { PLX_ZOOM_MIN, 60, 70, 80, 90, PLX_ZOOM_DEFAULT, 110, 125, 150, 175, 200, 250, PLX_ZOOM_MAX };

struct _PlxLook
{
  GObject parent_instance;

  int zoom;
  char *font; /* (owned) */
  PlxLineHeight line_height;
  PlxLineWidth line_width;
  gboolean captions;
  PlxPalette palette;
  gboolean sync;
  gboolean follow;
};

G_DEFINE_FINAL_TYPE (PlxLook, plx_look, G_TYPE_OBJECT)

G_DEFINE_ENUM_TYPE (PlxLineHeight, plx_line_height, G_DEFINE_ENUM_VALUE (PLX_LINE_HEIGHT_COMPACT, "compact"), G_DEFINE_ENUM_VALUE (PLX_LINE_HEIGHT_NORMAL, "normal"), G_DEFINE_ENUM_VALUE (PLX_LINE_HEIGHT_WIDE, "wide"))

G_DEFINE_ENUM_TYPE (PlxLineWidth, plx_line_width, G_DEFINE_ENUM_VALUE (PLX_LINE_WIDTH_NARROW, "narrow"), G_DEFINE_ENUM_VALUE (PLX_LINE_WIDTH_NORMAL, "normal"), G_DEFINE_ENUM_VALUE (PLX_LINE_WIDTH_WIDE, "wide"), G_DEFINE_ENUM_VALUE (PLX_LINE_WIDTH_FULL, "full"))

G_DEFINE_ENUM_TYPE (PlxPalette, plx_palette, G_DEFINE_ENUM_VALUE (PLX_PALETTE_OWN, "own"), G_DEFINE_ENUM_VALUE (PLX_PALETTE_KINDS, "kinds"), G_DEFINE_ENUM_VALUE (PLX_PALETTE_BLACK, "black"))

typedef enum
{
  PROP_ZOOM = 1,
  PROP_FONT,
  PROP_LINE_HEIGHT,
  PROP_LINE_WIDTH,
  PROP_CAPTIONS,
  PROP_PALETTE,
  PROP_SYNC,
  PROP_FOLLOW,
} PlxLookProperty;

static GParamSpec *properties[PROP_FOLLOW + 1];

static guint changed_signal;

/* Tells that text has to be laid out anew. */
static void
tell (PlxLook *self,
      PlxLookProperty property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
  g_signal_emit (self, changed_signal, 0);
}

int
plx_look_get_zoom (PlxLook *self)
{
  return self->zoom;
}

void
plx_look_set_zoom (PlxLook *self,
                   int zoom)
{
  zoom = CLAMP (zoom, PLX_ZOOM_MIN, PLX_ZOOM_MAX);
  if (self->zoom == zoom)
    return;
  self->zoom = zoom;
  tell (self, PROP_ZOOM);
}

static int
find_larger (int zoom)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ladder); i++)
    if (ladder[i] > zoom)
      return ladder[i];
  return PLX_ZOOM_MAX;
}

static int
find_smaller (int zoom)
{
  for (gsize i = G_N_ELEMENTS (ladder); i-- > 0;)
    if (ladder[i] < zoom)
      return ladder[i];
  return PLX_ZOOM_MIN;
}

void
plx_look_step_zoom (PlxLook *self,
                    int steps)
{
  int zoom = self->zoom;

  for (; steps > 0 && zoom < PLX_ZOOM_MAX; steps--)
    zoom = find_larger (zoom);
  for (; steps < 0 && zoom > PLX_ZOOM_MIN; steps++)
    zoom = find_smaller (zoom);
  plx_look_set_zoom (self, zoom);
}

const char *
plx_look_get_font (PlxLook *self)
{
  return self->font;
}

/* Settings are read from files that anybody may have written. */
static gboolean
is_font (const char *font)
{
  if (font == NULL || *font == '\0' || strlen (font) > MAX_FONT_BYTES || !g_utf8_validate (font, -1, NULL))
    return FALSE;
  for (const char *p = font; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isprint (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

void
plx_look_set_font (PlxLook *self,
                   const char *font)
{
  if (!is_font (font))
    font = PLX_FONT_SERIF;
  if (g_str_equal (self->font, font))
    return;
  g_free (self->font);
  self->font = g_strdup (font);
  tell (self, PROP_FONT);
}

PlxLineHeight
plx_look_get_line_height (PlxLook *self)
{
  return self->line_height;
}

static void
set_line_height (PlxLook *self,
                 PlxLineHeight line_height)
{
  if (self->line_height == line_height)
    return;
  self->line_height = line_height;
  tell (self, PROP_LINE_HEIGHT);
}

PlxLineWidth
plx_look_get_line_width (PlxLook *self)
{
  return self->line_width;
}

static void
set_line_width (PlxLook *self,
                PlxLineWidth line_width)
{
  if (self->line_width == line_width)
    return;
  self->line_width = line_width;
  tell (self, PROP_LINE_WIDTH);
}

gboolean
plx_look_get_captions (PlxLook *self)
{
  return self->captions;
}

static void
set_captions (PlxLook *self,
              gboolean captions)
{
  if (self->captions == captions)
    return;
  self->captions = captions;
  tell (self, PROP_CAPTIONS);
}

PlxPalette
plx_look_get_palette (PlxLook *self)
{
  return self->palette;
}

static void
set_palette (PlxLook *self,
             PlxPalette palette)
{
  if (self->palette == palette)
    return;
  self->palette = palette;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PALETTE]);
}

gboolean
plx_look_get_sync (PlxLook *self)
{
  return self->sync;
}

static void
set_sync (PlxLook *self,
          gboolean sync)
{
  if (self->sync == sync)
    return;
  self->sync = sync;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SYNC]);
}

gboolean
plx_look_get_follow (PlxLook *self)
{
  return self->follow;
}

static void
set_follow (PlxLook *self,
            gboolean follow)
{
  if (self->follow == follow)
    return;
  self->follow = follow;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLLOW]);
}

static void
plx_look_get_property (GObject *object,
                       guint id,
                       GValue *value,
                       GParamSpec *pspec)
{
  PlxLook *self = PLX_LOOK (object);

  switch ((PlxLookProperty) id)
    {
    case PROP_ZOOM:
      g_value_set_int (value, self->zoom);
      break;
    case PROP_FONT:
      g_value_set_string (value, self->font);
      break;
    case PROP_LINE_HEIGHT:
      g_value_set_enum (value, (int) self->line_height);
      break;
    case PROP_LINE_WIDTH:
      g_value_set_enum (value, (int) self->line_width);
      break;
    case PROP_CAPTIONS:
      g_value_set_boolean (value, self->captions);
      break;
    case PROP_PALETTE:
      g_value_set_enum (value, (int) self->palette);
      break;
    case PROP_SYNC:
      g_value_set_boolean (value, self->sync);
      break;
    case PROP_FOLLOW:
      g_value_set_boolean (value, self->follow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plx_look_set_property (GObject *object,
                       guint id,
                       const GValue *value,
                       GParamSpec *pspec)
{
  PlxLook *self = PLX_LOOK (object);

  switch ((PlxLookProperty) id)
    {
    case PROP_ZOOM:
      plx_look_set_zoom (self, g_value_get_int (value));
      break;
    case PROP_FONT:
      plx_look_set_font (self, g_value_get_string (value));
      break;
    case PROP_LINE_HEIGHT:
      set_line_height (self, (PlxLineHeight) g_value_get_enum (value));
      break;
    case PROP_LINE_WIDTH:
      set_line_width (self, (PlxLineWidth) g_value_get_enum (value));
      break;
    case PROP_CAPTIONS:
      set_captions (self, g_value_get_boolean (value));
      break;
    case PROP_PALETTE:
      set_palette (self, (PlxPalette) g_value_get_enum (value));
      break;
    case PROP_SYNC:
      set_sync (self, g_value_get_boolean (value));
      break;
    case PROP_FOLLOW:
      set_follow (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plx_look_finalize (GObject *object)
{
  g_free (PLX_LOOK (object)->font);
  G_OBJECT_CLASS (plx_look_parent_class)->finalize (object);
}

static void
plx_look_class_init (PlxLookClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = plx_look_get_property;
  object_class->set_property = plx_look_set_property;
  object_class->finalize = plx_look_finalize;

  properties[PROP_ZOOM] = g_param_spec_int ("zoom", NULL, NULL, PLX_ZOOM_MIN, PLX_ZOOM_MAX, PLX_ZOOM_DEFAULT, flags);
  properties[PROP_FONT] = g_param_spec_string ("font", NULL, NULL, PLX_FONT_SERIF, flags);
  properties[PROP_LINE_HEIGHT] = g_param_spec_enum ("line-height", NULL, NULL, PLX_TYPE_LINE_HEIGHT, PLX_LINE_HEIGHT_NORMAL, flags);
  properties[PROP_LINE_WIDTH] = g_param_spec_enum ("line-width", NULL, NULL, PLX_TYPE_LINE_WIDTH, PLX_LINE_WIDTH_NORMAL, flags);
  properties[PROP_CAPTIONS] = g_param_spec_boolean ("captions", NULL, NULL, FALSE, flags);
  properties[PROP_PALETTE] = g_param_spec_enum ("palette", NULL, NULL, PLX_TYPE_PALETTE, PLX_PALETTE_OWN, flags);
  properties[PROP_SYNC] = g_param_spec_boolean ("sync", NULL, NULL, FALSE, flags);
  properties[PROP_FOLLOW] = g_param_spec_boolean ("follow", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  changed_signal = g_signal_new ("changed", PLX_TYPE_LOOK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
plx_look_init (PlxLook *self)
{
  self->zoom = PLX_ZOOM_DEFAULT;
  self->follow = TRUE;
  self->font = g_strdup (PLX_FONT_SERIF);
  self->line_height = PLX_LINE_HEIGHT_NORMAL;
  self->line_width = PLX_LINE_WIDTH_NORMAL;
}

PlxLook *
plx_look_new (void)
{
  return g_object_new (PLX_TYPE_LOOK, NULL);
}
