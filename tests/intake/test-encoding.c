/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Texts that do not say their encoding. */

#include "config.h"

#include "intake/plx-intake.h"

#include <string.h>

static const struct
{
  const char *charset;
  const char *text;
} texts[] = {
  { "windows-1252", "Café “déjà vu” – naïve\nL’été à Paris" },
  { "windows-1252", "Die Straße über dem Fluß wurde überschwemmt; Häuser stehen unter Wasser." },
  { "windows-1252", "El niño llegó mañana, según la policía; ¿quién lo vio?" },
  { "windows-1251", "Прорвало дамбу над городом, десятки домов затоплены" },
  { "KOI8-R", "Прорвало дамбу над городом, десятки домов затоплены" },
  { "windows-1256", "غرق عشرات المنازل في ميرويك السفلى بعد انهيار بوابة سد كويلهد" },
  { "windows-1250", "Příliš žluťoučký kůň úpěl ďábelské ódy. Povodeň zaplavila města." },
  { "windows-1250", "Zażółć gęślą jaźń. Powódź zalała czterdzieści domów, władze twierdzą że są bezpieczni." },
  { "windows-1253", "Η πύλη του φράγματος έσπασε και σαράντα σπίτια πλημμύρισαν." },
  { "windows-1254", "İstanbul’da sağanak yağış: kırk ev sular altında kaldı, şehir içi ulaşım güçleşti." },
  { "windows-1255", "שער הסכר נפרץ וארבעים בתים הוצפו במים" },
  { "GB18030", "阿勒颇的政府军周四表示，他们已经控制了城市的大部分地区。" },
  { "Big5", "水壩的閘門倒塌，四十間房屋被水淹沒，縣政府表示。" },
  { "Shift_JIS", "ダムの門が壊れて、四十軒の家が水につかったと県が発表した。" },
  { "EUC-KR", "댐의 수문이 무너져 사십 채의 집이 물에 잠겼다고 군청이 밝혔다." },
  { "UTF-16LE", "No mark at all here" },
  { "UTF-16BE", "No mark at all here" },
};

static char *
encode (guint i,
        gsize *length)
{
  GError *error = NULL;
  char *bytes = g_convert (texts[i].text, -1, texts[i].charset, "UTF-8", NULL, length, &error);

  g_assert_no_error (error);
  return bytes;
}

static void
test_guess (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      gsize length;
      g_autofree char *bytes = encode (i, &length);
      GError *error = NULL;
      g_autoptr (PlxIntakeItem) item = plx_intake_read_bytes (bytes, length, "a.txt", NULL, &error);
      g_autofree char *report = NULL;

      g_assert_no_error (error);
      g_assert_cmpstr (plx_text_get_utf8 (item->text), ==, texts[i].text);
      g_assert_cmpstr (item->charset, ==, texts[i].charset);
      g_assert_true (item->is_guessed);
      report = plx_intake_item_dup_report (item);
      g_assert_nonnull (strstr (report, texts[i].charset));
    }
}

/* What somebody chose is taken, however it looks. */
static void
test_chosen (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      gsize length;
      g_autofree char *bytes = encode (i, &length);
      const PlxIntakeWishes wishes = { .charset = texts[i].charset };
      GError *error = NULL;
      g_autoptr (PlxIntakeItem) item = plx_intake_read_bytes (bytes, length, "a.txt", &wishes, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (plx_text_get_utf8 (item->text), ==, texts[i].text);
      g_assert_false (item->is_guessed);
    }
}

/* UTF-8 stays UTF-8, also where it is damaged. */
static void
test_utf8 (void)
{
  static const struct
  {
    const char *bytes;
    const char *text;
    int n_replaced;
  } cases[] = {
    { "Plain", "Plain", 0 },
    { "Hay’at حلب 🇸🇾", "Hay’at حلب 🇸🇾", 0 },
    { "Title \xff body", "Title \xef\xbf\xbd body", 1 },
    { "It \xff is \xfe broken", "It \xef\xbf\xbd is \xef\xbf\xbd broken", 2 },
    { "Größe, Straße, Füße, Möwe, Grüße \xff", "Größe, Straße, Füße, Möwe, Grüße \xef\xbf\xbd", 1 },
    { "\xef\xbb\xbf"
      "caf\xe9",
      "caf\xef\xbf\xbd", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GError *error = NULL;
      g_autoptr (PlxIntakeItem) item = plx_intake_read_bytes (cases[i].bytes, strlen (cases[i].bytes), "a.txt", NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (plx_text_get_utf8 (item->text), ==, cases[i].text);
      g_assert_cmpint (item->n_replaced, ==, cases[i].n_replaced);
      g_assert_false (item->is_guessed);
    }
}

static void
test_noise (void)
{
  g_autoptr (GError) error = NULL;
  char bytes[4000];
  guint32 state = 1;

  for (guint i = 0; i < sizeof bytes; i++)
    bytes[i] = (char) ((state = state * 1664525 + 1013904223) >> 24);
  g_assert_null (plx_intake_read_bytes (bytes, sizeof bytes, "noise.txt", NULL, &error));
  g_assert_error (error, PLX_INTAKE_ERROR, PLX_INTAKE_ERROR_NOT_TEXT);
  g_assert_nonnull (strstr (error->message, "noise.txt"));
}

static void
test_names (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (plx_intake_check_charset ("windows-1256", &error));
  g_assert_true (plx_intake_check_charset ("utf-8", &error));
  g_assert_no_error (error);
  g_assert_false (plx_intake_check_charset ("klingon", &error));
  g_assert_error (error, PLX_INTAKE_ERROR, PLX_INTAKE_ERROR_NOT_TEXT);
  g_assert_nonnull (strstr (error->message, "klingon"));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/encoding/guess", test_guess);
  g_test_add_func ("/encoding/chosen", test_chosen);
  g_test_add_func ("/encoding/utf8", test_utf8);
  g_test_add_func ("/encoding/noise", test_noise);
  g_test_add_func ("/encoding/names", test_names);
  return g_test_run ();
}
