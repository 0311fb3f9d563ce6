/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "compare/plx-sheet-texts.h"

#include "model/plx-direction.h"

#include <string.h>

/* More than several screens of them. */
#define MAX_TEXTS 4000

struct _PlxSheetTexts
{
  GHashTable *layouts; /* (owned) (element-type Key PangoLayout) */
  guint serial;        /* of the context that they were made with */
};

typedef struct
{
  char *text; /* (owned), but for keys that only look up */
  PlxSheetSetting setting;
} Key;

static guint
hash_key (gconstpointer data)
{
  const Key *key = data;

  return g_str_hash (key->text) * 31 + (guint) key->setting.style + (guint) key->setting.width * 7;
}

static gboolean
is_same_key (gconstpointer a,
             gconstpointer b)
{
  const Key *first = a, *second = b;
  const PlxSheetSetting *one = &first->setting, *other = &second->setting;

  return one->style == other->style && one->width == other->width && one->height == other->height &&
         one->mirrored == other->mirrored && strcmp (first->text, second->text) == 0;
}

static void
key_free (gpointer data)
{
  Key *key = data;

  g_free (key->text);
  g_free (key);
}

PlxSheetTexts *
plx_sheet_texts_new (void)
{
  PlxSheetTexts *self = g_new0 (PlxSheetTexts, 1);

  self->layouts = g_hash_table_new_full (hash_key, is_same_key, key_free, g_object_unref);
  return self;
}

void
plx_sheet_texts_free (PlxSheetTexts *self)
{
  g_hash_table_unref (self->layouts);
  g_free (self);
}

void
plx_sheet_texts_forget (PlxSheetTexts *self)
{
  g_hash_table_remove_all (self->layouts);
}

/* Setting */

/* Each line runs as its own words do, but stands where lines of the window start.
 * Numbers with their signs go from left to right in any table: `> 50` is not to
 * become `50 <`. */
static char *
dup_line (const char *line,
          gboolean mirrored)
{
  const char *side = mirrored ? "\u200f" : "\u200e";
  gboolean has_letters = plx_direction_find (line, -1) != PLX_DIRECTION_NONE;

  return *line != '\0' ? g_strconcat (side, has_letters ? "\u2068" : "\u2066", line, "\u2069", NULL) : g_strdup ("");
}

static char *
dup_ordered (const char *text,
             gboolean mirrored)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    {
      char *ordered = dup_line (*line, mirrored);

      g_free (*line);
      *line = ordered;
    }
  return g_strjoinv ("\n", lines);
}

static PangoAttrList *
make_attributes (PlxSheetStyle style)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  if (style == PLX_SHEET_STYLE_BOLD)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  else if (style == PLX_SHEET_STYLE_DETAIL)
    pango_attr_list_insert (attributes, pango_attr_scale_new (0.88));
  else if (style == PLX_SHEET_STYLE_ITALIC)
    pango_attr_list_insert (attributes, pango_attr_style_new (PANGO_STYLE_ITALIC));
  return attributes;
}

static PangoLayout *
make_text (PangoContext *context,
           const char *text,
           PlxSheetStyle style,
           gboolean mirrored,
           double width)
{
  PangoLayout *layout = pango_layout_new (context);
  g_autofree char *ordered = dup_ordered (text, mirrored);
  g_autoptr (PangoAttrList) attributes = make_attributes (style);

  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, ordered, -1);
  return layout;
}

double
plx_sheet_texts_measure (const char *text,
                         PlxSheetStyle style,
                         double width,
                         gpointer context)
{
  g_autoptr (PangoLayout) layout = make_text (context, text, style, FALSE, width);
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

static PangoLayout *
set_text (PangoContext *context,
          const char *text,
          const PlxSheetSetting *setting)
{
  PangoLayout *layout = make_text (context, text, setting->style, setting->mirrored, setting->width);

  pango_layout_set_height (layout, (int) (MAX (setting->height, 1) * PANGO_SCALE));
  pango_layout_set_alignment (layout, setting->mirrored ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

PangoLayout *
plx_sheet_texts_get (PlxSheetTexts *self,
                     PangoContext *context,
                     const char *text,
                     const PlxSheetSetting *setting)
{
  const Key wanted = { (char *) text, *setting };
  PangoLayout *layout;
  Key *key;

  if (self->serial != pango_context_get_serial (context) || g_hash_table_size (self->layouts) >= MAX_TEXTS)
    plx_sheet_texts_forget (self);
  self->serial = pango_context_get_serial (context);
  layout = g_hash_table_lookup (self->layouts, &wanted);
  if (layout != NULL)
    return layout;
  layout = set_text (context, text, setting);
  key = g_new0 (Key, 1);
  key->text = g_strdup (text);
  key->setting = *setting;
  g_hash_table_insert (self->layouts, key, layout);
  return layout;
}
