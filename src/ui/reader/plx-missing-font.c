/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/plx-missing-font.h"

/* So many characters are looked at, and so many letters of each script are tried. */
#define MAX_CHARS 4000
#define MAX_LETTERS 24

/* Fonts that anybody may have. */
static const struct
{
  GUnicodeScript script;
  const char *font;
} fonts[] = {
  { G_UNICODE_SCRIPT_LATIN, "Noto Sans" },
  { G_UNICODE_SCRIPT_GREEK, "Noto Sans" },
  { G_UNICODE_SCRIPT_CYRILLIC, "Noto Sans" },
  { G_UNICODE_SCRIPT_ARABIC, "Noto Naskh Arabic" },
  { G_UNICODE_SCRIPT_HEBREW, "Noto Sans Hebrew" },
  { G_UNICODE_SCRIPT_SYRIAC, "Noto Sans Syriac" },
  { G_UNICODE_SCRIPT_ARMENIAN, "Noto Sans Armenian" },
  { G_UNICODE_SCRIPT_GEORGIAN, "Noto Sans Georgian" },
  { G_UNICODE_SCRIPT_ETHIOPIC, "Noto Sans Ethiopic" },
  { G_UNICODE_SCRIPT_DEVANAGARI, "Noto Sans Devanagari" },
  { G_UNICODE_SCRIPT_BENGALI, "Noto Sans Bengali" },
  { G_UNICODE_SCRIPT_GURMUKHI, "Noto Sans Gurmukhi" },
  { G_UNICODE_SCRIPT_GUJARATI, "Noto Sans Gujarati" },
  { G_UNICODE_SCRIPT_ORIYA, "Noto Sans Oriya" },
  { G_UNICODE_SCRIPT_TAMIL, "Noto Sans Tamil" },
  { G_UNICODE_SCRIPT_TELUGU, "Noto Sans Telugu" },
  { G_UNICODE_SCRIPT_KANNADA, "Noto Sans Kannada" },
  { G_UNICODE_SCRIPT_MALAYALAM, "Noto Sans Malayalam" },
  { G_UNICODE_SCRIPT_SINHALA, "Noto Sans Sinhala" },
  { G_UNICODE_SCRIPT_THAANA, "Noto Sans Thaana" },
  { G_UNICODE_SCRIPT_THAI, "Noto Sans Thai" },
  { G_UNICODE_SCRIPT_LAO, "Noto Sans Lao" },
  { G_UNICODE_SCRIPT_KHMER, "Noto Sans Khmer" },
  { G_UNICODE_SCRIPT_MYANMAR, "Noto Sans Myanmar" },
  { G_UNICODE_SCRIPT_TIBETAN, "Noto Serif Tibetan" },
  { G_UNICODE_SCRIPT_HIRAGANA, "Noto Sans CJK JP" },
  { G_UNICODE_SCRIPT_KATAKANA, "Noto Sans CJK JP" },
  { G_UNICODE_SCRIPT_HANGUL, "Noto Sans CJK KR" },
  { G_UNICODE_SCRIPT_BOPOMOFO, "Noto Sans CJK TC" },
  { G_UNICODE_SCRIPT_HAN, "Noto Sans CJK SC" },
};

static int
find_row (gunichar c)
{
  GUnicodeScript script = g_unichar_get_script (c);

  for (guint i = 0; i < G_N_ELEMENTS (fonts); i++)
    if (fonts[i].script == script)
      return (int) i;
  return -1;
}

/* The first letters of each script in @text. */
static void
collect (const char *text,
         GString *letters[])
{
  int row = -1;
  gunichar last = 0;

  for (int i = 0; i < MAX_CHARS && *text != '\0'; i++, text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      /* Latin letters without accents are in every font. */
      if (c < 0x80 || !g_unichar_isalpha (c))
        continue;
      if (row < 0 || g_unichar_get_script (c) != g_unichar_get_script (last))
        row = find_row (c);
      last = c;
      if (row < 0)
        continue;
      if (letters[row] == NULL)
        letters[row] = g_string_new (NULL);
      if (g_utf8_strlen (letters[row]->str, -1) < MAX_LETTERS)
        g_string_append_unichar (letters[row], c);
    }
}

/* One odd letter is no reason to speak of a whole script. */
static gboolean
is_missing (GtkWidget *widget,
            const char *letters)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, letters);

  return pango_layout_get_unknown_glyphs_count (layout) * 2 > g_utf8_strlen (letters, -1);
}

const char *
plx_missing_font_find (GtkWidget *widget,
                       const char *text)
{
  GString *letters[G_N_ELEMENTS (fonts)] = { NULL };
  const char *font = NULL;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  collect (text, letters);
  for (guint i = 0; i < G_N_ELEMENTS (fonts); i++)
    {
      if (letters[i] == NULL)
        continue;
      if (font == NULL && is_missing (widget, letters[i]->str))
        font = fonts[i].font;
      g_string_free (letters[i], TRUE);
    }
  return font;
}
