/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Values that are proposed for what was marked. */

#include "config.h"

#include "model/plx-propose.h"
#include "model/plx-unit.h"

#include "plx-test-random.h"

#include <string.h>

static const struct
{
  const char *passage;
  const char *unit;
  const char *expression; /* (nullable) */
} english[] = {
  /* Hedges */
  { "more than 15 villages", "", ">15 villages" },
  { "Opposition groups claimed control of more than 15 villages in northwestern Aleppo", "villages", ">15 villages" },
  { "a dozen towns and villages", "", "~12 towns and villages" },
  { "a dozen towns and villages", "villages", "~12 towns and villages" },
  { "over 50 villages", "", ">50 villages" },
  { "more than 50 regime-held territories", "", ">50 regime-held territories" },
  { "several villages", "", "several villages" },
  { "captured several villages, including a key Syrian military base", "villages", "several villages" },
  { "dozens of strategic villages and towns", "villages", "dozens of strategic villages and towns" },
  { "dozens of strategic villages and towns", "", "dozens of strategic villages and towns" },
  { "at least 18 civilian casualties, including three children and two women", "people", ">=18 civilian casualties" },
  { "at least 7,000 families have been forced to flee", "families", ">=7,000 families" },
  { "thousands of families have been displaced", "families", "thousands of families" },
  { "hundreds of families", "", "hundreds of families" },
  { "nearly 10 kilometers (6 miles) from Aleppo’s outskirts", "km", "~10 kilometers" },
  { "approximately 10 kilometers toward Aleppo", "km", "~10 kilometers" },
  { "within two kilometers of Aleppo city", "km", "<=2 kilometers" },
  { "within one kilometer of the city’s outskirts", "km", "<=1 kilometer" },
  { "leaving over 200 dead", "", ">200 dead" },
  { "over 80 civilian casualties due to drone strikes", "", ">80 civilian casualties" },
  { "the deaths of four people, including two students", "people", "4 people" },
  { "home to over three million people", "people", ">3 million people" },
  { "displacing millions of Syrians", "people", "millions of Syrians" },
  { "Over one million civilians were displaced", "", ">1 million civilians" },
  { "killed at least 24 civilians in rebel-held territories, highlighting", "people", ">=24 civilians" },
  { "have killed at least 19 civilians, while Syrian regime shelling killed one more", "", ">=19 civilians" },
  { "at least 40 homes in Lower Merrowick were flooded", "homes", ">=40 homes" },
  { "Some two dozen protesters from the Open River camp", "", "~24 protesters" },
  { "between five and seven masked persons", "", "5..7 masked persons" },
  { "between 40 and 60 homes", "", "40..60 homes" },
  { "from 5 to 7 km", "", "5..7 km" },
  { "5-7 houses", "", "5..7 houses" },
  { "5–7 houses", "", "5..7 houses" },
  { "40 or even 60 flooded homes", "homes", "60 flooded homes" },
  { "fewer than 90 residents", "", "<90 residents" },
  { "no more than 90 residents chose to spend the night", "residents", "<=90 residents" },
  { "up to 300 people", "", "<=300 people" },
  { "as many as 300 people", "", "<=300 people" },
  { "an estimated 7,000 families", "", "~7,000 families" },
  { "About 200 people have been taken to the school", "people", "~200 people" },
  { "300 or so people", "", "~300 people" },
  { "300 people or more", "", ">=300 people" },
  { "15+ villages", "", ">=15 villages" },
  { "at least about 40 homes", "", ">=40 homes" },
  { "a total of 347 names", "", "347 names" },
  { "several hundred families", "", "hundreds of families" },
  { "tens of thousands of people", "", "tens of thousands of people" },
  { "hundreds of thousands of people", "", "hundreds of thousands of people" },
  { "a handful of homes", "", "a handful of homes" },
  /* Numbers in words */
  { "twenty-five villages", "", "25 villages" },
  { "two hundred and fifty people", "", "250 people" },
  { "one hundred twenty-three people", "", "123 people" },
  { "a hundred tents", "", "100 tents" },
  { "three thousand five hundred people", "", "3500 people" },
  { "half a million people", "", "500000 people" },
  { "2.3 million people", "", "2.3 million people" },
  { "12 dozen eggs", "", "~12 dozen eggs" },
  { "two and three people", "", "3 people" },
  /* Units, shares, money */
  { "5.1 m at Saint-Oby bridge at 8 p.m., and falling", "metres", "5.1 m" },
  { "the river stood at 4.2 metres at noon on Saturday", "metres", "4.2 metres" },
  { "10km", "", "10 km" },
  { "60 percent of the homes", "", "60% homes" },
  { "about 12.5% of voters", "", "~12.5% voters" },
  { "$5 million", "", "5 million $" },
  { "40 square kilometres of farmland", "", "40 square kilometres" },
  /* None */
  { "No deaths were reported", "deaths", "0 deaths" },
  { "no trace of tampering", "", NULL },
  { "no one has died", "", "none" },
  { "none of the villages", "", "none of villages" },
  /* What counts nothing */
  { "in 2019", "", NULL },
  { "the 2011 uprising", "", NULL },
  { "November 27, 2024", "", NULL },
  { "shortly after 4 a.m. on Friday", "", NULL },
  { "at 4.40 a.m.", "", NULL },
  { "10:30", "", NULL },
  { "T-72 tanks", "", NULL },
  { "the M5 highway", "", NULL },
  { "now in its 13th year", "", NULL },
  { "Gate No. 2 of Quillhead Dam was forced open", "", NULL },
  { "a 3-day siege", "", NULL },
  { "20-year-olds", "", NULL },
  { "One of the three gates", "gates", "3 gates" },
  { "the Syrian army", "", NULL },
  { "over the bridge", "", NULL },
  { "28.11.2024", "", NULL },
  { "", "", NULL },
};

/* As they stand in news: what is counted ends where something is told of it. */
static const struct
{
  const char *passage;
  const char *unit;
  const char *expression; /* (nullable) */
} news[] = {
  { "At least 18 people died", "", ">=18 people" },
  { "At least 18 people died", "people", ">=18 people" },
  { "at least 18 people were killed", "", ">=18 people" },
  { "18 people killed in the strike", "", "18 people" },
  { "more than 200 people dead", "", ">200 people" },
  { "killing 24 civilians", "", "24 civilians" },
  { "24 civilians killed, 30 wounded", "civilians", "24 civilians" },
  { "thousands of families fled their homes", "", "thousands of families" },
  { "7,000 families displaced", "", "7,000 families" },
  { "the fate of millions of civilians hangs in the balance", "", "millions of civilians" },
  { "over 50 villages captured by Friday", "", ">50 villages" },
  { "about 200 people gathered outside", "", "~200 people" },
  { "12 houses are flooded", "", "12 houses" },
  { "an estimated 300 protesters marched", "", "~300 protesters" },
  { "some 40 soldiers surrendered", "", "~40 soldiers" },
  { "three rescuers missing", "", "3 rescuers" },
  { "two dead and five wounded", "", "2 dead" },
  { "On 28 November 2024, 15 villages fell", "", "15 villages" },
  { "15 newly captured villages", "", "15 newly captured villages" },
  { "three heavily armed men", "", "3 heavily armed men" },
  { "three more wounded soldiers", "", "3 wounded soldiers" },
  { "at least 18 displaced people", "", ">=18 displaced people" },
  { "hundreds more were wounded", "", "hundreds" },
  { "a few hundred families left", "", "hundreds of families" },
  { "dozens killed", "", "dozens" },
  { "dozens of wounded soldiers", "", "dozens of wounded soldiers" },
  { "19 civilians and one soldier", "", "19 civilians" },
  { "18 casualties, including three children", "", "18 casualties" },
  { "the 347 names on the list", "", "347 names" },
  { "civilians, at least 19 of them", "", ">=19" },
  { "more than a dozen villages", "", ">12 villages" },
  { "at least two dozen villages", "", ">=24 villages" },
  { "over three hundred villages", "", ">300 villages" },
  { "fewer than ten deaths", "", "<10 deaths" },
  { "50 or 60 villages", "", "50..60 villages" },
  { "between 40 and 60 people died", "", "40..60 people" },
  { "one million were displaced", "", "1 million" },
  /* Shares */
  { "nearly half of the homes", "", "~50% homes" },
  { "half the population", "", "~50% population" },
  { "a third of the territory", "", "~33% territory" },
  { "more than two thirds of voters", "", ">67% voters" },
  { "four out of ten homes", "", "40% homes" },
  { "one in five families", "", "20% families" },
  { "some 60 per cent of the homes", "", "~60% homes" },
  { "half a million people", "", "500000 people" },
  /* Measures */
  { "less than a kilometre from the city", "", "<1 kilometre" },
  { "within a mile of the bridge", "", "<=1 mile" },
  { "a 10-kilometre advance", "", "10 kilometre" },
  { "a convoy of tanks, 5 km long", "km", "5 km" },
  { "50k people", "", "50 thousand people" },
  { "some 1.5m people have fled", "people", "~1.5 million people" },
  { "more than 2m displaced people", "", ">2 million displaced people" },
  { "a 2m wave killed people", "", "2 m" },
  { "1.5m of water, and people on the roofs", "", "1.5 m" },
  { "a loss of $5m", "", "5 million $" },
  { "a 50,000-strong army", "", "50,000" },
  { "an army at least 50,000 strong", "soldiers", ">=50,000" },
  { "€300 million in aid", "", "300 million €" },
  /* Numbers that are names */
  { "Brigade 46 captured 8 tanks", "", "8 tanks" },
  { "the 25th Division lost 30 men", "", "30 men" },
  { "the Radio Nine newsroom", "", NULL },
  { "Gate Two was opened", "", NULL },
  { "Nobody here will quarrel about the minute", "", "none" },
  { "No one has died.", "people", "none" },
  { "advancing from Idlib in 2019", "", NULL },
};

static const struct
{
  const char *passage;
  const char *unit;
  const char *expression;
} arabic[] = {
  { "أكثر من 15 قرية", "", ">15 قرية" },
  { "إن نحو 60 منزلاً غمرتها المياه", "منازل", "~60 منزلاً" },
  { "بأن عدد النازحين بلغ نحو 450 شخصاً حتى مساء السبت", "", "~450 شخصاً" },
  { "ما لا يقل عن ١٨ مدنياً", "", ">=١٨ مدنياً" },
  { "١٨ مدنياً على الأقل", "", ">=١٨ مدنياً" },
  { "غرق عشرات المنازل في ميرويك السفلى", "منازل", "24..99 المنازل" },
  { "مئات العائلات", "", "hundreds of العائلات" },
  { "آلاف العائلات", "", "thousands of العائلات" },
  { "عشرات الآلاف من السكان", "", "tens of thousands of السكان" },
  { "ثلاثة أشخاص ما زالوا في عداد المفقودين", "", "3 أشخاص" },
  { "خمسة وعشرون قرية", "", "25 قرية" },
  { "مئة وخمسون شخصاً", "", "150 شخصاً" },
  { "ثلاثة آلاف عائلة", "", "3000 عائلة" },
  { "ألفان وخمسمئة شخص", "", "2500 شخص" },
  { "بين 5 و7 كيلومترات", "", "5..7 كيلومترات" },
  { "بين خمسة وسبعة كيلومترات", "", "5..7 كيلومترات" },
  { "أقل من 20 في المئة", "", "<20%" },
  { "عدة قرى", "", "عدة قرى" },
  { "2.3 مليون نازح", "", "2.3 million نازح" },
  { "في عام 2019", "", NULL },
  { "أحد عشر جندياً", "", "11 جندياً" },
  { "١٨ شخصاً قتلوا في الغارة", "", "١٨ شخصاً" },
  { "7000 عائلة نزحت من منازلها", "", "7000 عائلة" },
  { "ما لا يقل عن 24 مدنياً لقوا حتفهم", "", ">=24 مدنياً" },
  { "أصيب 30 شخصاً", "", "30 شخصاً" },
  { "أكثر من 50 قرية سقطت", "", ">50 قرية" },
  { "نحو نصف المنازل", "", "~50% المنازل" },
  { "ثلث السكان", "", "~33% السكان" },
  { "نصف مليون نازح", "", "500000 نازح" },
  { "أربعة من أصل عشرة منازل", "", "40% منازل" },
  { "على بعد 10 كيلومترات من حلب", "كم", "10 كيلومترات" },
  { "قرابة 200 شخص تجمعوا أمام المدرسة", "أشخاص", "~200 شخص" },
  { "لا أحد", "", "none" },
  { "بين 40 و60 منزلاً", "", "40..60 منزلاً" },
  { "الفرقة 25", "", NULL },
};

static void
check (const char *passage,
       const char *language,
       const char *unit,
       const char *expected)
{
  g_autofree char *expression = plx_value_propose (passage, language, unit);

  if (g_strcmp0 (expression, expected) != 0)
    g_test_fail_printf ("“%s” gives “%s” in place of “%s”", passage, expression, expected);
  if (expression != NULL)
    {
      g_autoptr (PlxValue) value = plx_value_parse (expression, NULL);

      g_assert_nonnull (value);
    }
}

static void
test_english (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (english); i++)
    check (english[i].passage, "en-GB", english[i].unit, english[i].expression);
}

static void
test_news (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (news); i++)
    check (news[i].passage, "en-GB", news[i].unit, news[i].expression);
}

static void
test_arabic (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (arabic); i++)
    check (arabic[i].passage, "ar", arabic[i].unit, arabic[i].expression);
}

/* A language without a table, or none: the script decides. */
static void
test_languages (void)
{
  check ("more than 15 villages", "", "", ">15 villages");
  check ("15 villages", "fr", "", "15 villages");
  check ("أكثر من 15 قرية", "", "", ">15 قرية");
}

/* Understanding */

static void
test_understand (void)
{
  static const struct
  {
    const char *expression;
    double low; /* negative: words */
    double high;
  } cases[] = {
    { ">15", 16, G_MAXDOUBLE },
    { "more than 300 people", 301, G_MAXDOUBLE },
    { "about 200 people", 180, 220 },
    { "between 40 and 60 homes", 40, 60 },
    { "dozens", 24, 99 },
    { "dozens of homes", 24, 99 },
    { "a dozen", 10.8, 13.2 },
    { "نحو 60 منزلاً", 54, 66 },
    { "several", -1, 0 },
    { "a handful of homes", -1, 0 },
    { "a worn hoist chain parted", -1, 0 },
    { "two guards opened the gate at night", -1, 0 },
    { "5..", -1, 0 },
    { "", -1, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PlxValue) value = plx_value_understand (cases[i].expression);

      g_test_message ("%s", cases[i].expression);
      g_assert_true (value->has_range == (cases[i].low >= 0));
      if (!value->has_range)
        continue;
      g_assert_cmpfloat_with_epsilon (value->low, cases[i].low, 1e-9);
      g_assert_cmpfloat_with_epsilon (MIN (value->high, G_MAXDOUBLE), cases[i].high, 1e-9);
    }
}

/* Units */

static PlxQuantity
read_quantity (const char *expression,
               const char *unit)
{
  g_autoptr (PlxValue) value = plx_value_understand (expression);
  PlxQuantity quantity;

  g_assert_true (plx_quantity_read (&quantity, value, unit));
  return quantity;
}

static void
test_units (void)
{
  PlxQuantity km = read_quantity ("10 km (6 mi)", "");
  PlxQuantity metres = read_quantity ("10,000 m", "");
  PlxQuantity miles = read_quantity ("6 miles", "");
  PlxQuantity bare = read_quantity ("10", "kilometres");
  PlxQuantity more = read_quantity ("11 km", "");
  PlxQuantity hectares = read_quantity ("100 ha", "");
  PlxQuantity square = read_quantity ("1 km²", "");
  PlxQuantity dunams = read_quantity ("1000 دونم", "");
  PlxQuantity thousands = read_quantity ("7", "thousand families");
  PlxQuantity families = read_quantity ("7,000 families", "thousand families");
  PlxQuantity share = read_quantity ("60%", "people");

  g_assert_cmpint (km.family, ==, PLX_UNIT_LENGTH);
  g_assert_true (plx_quantity_equal (&km, &metres));
  g_assert_true (plx_quantity_equal (&km, &bare));
  g_assert_false (plx_quantity_equal (&km, &miles));
  g_assert_true (plx_quantity_intersect (&km, &miles));
  g_assert_false (plx_quantity_intersect (&more, &miles));
  g_assert_cmpint (hectares.family, ==, PLX_UNIT_AREA);
  g_assert_true (plx_quantity_equal (&hectares, &square));
  g_assert_true (plx_quantity_equal (&dunams, &square));
  g_assert_true (plx_quantity_equal (&thousands, &families));
  g_assert_cmpint (share.family, ==, PLX_UNIT_SHARE);
  g_assert_cmpint (families.family, ==, PLX_UNIT_COUNT);
}

/* Whatever is marked gives a value that reads, or none. */
static void
test_random (void)
{
  static const char *const pieces[] = { "more than ", "at least ", "15", "7,000", " villages", " ", "a ", "dozen", " hundred", " and ",
                                        "between ", " to ", "-", "%", "several", "dozens of ", ",", " million", "five", "$", "و",
                                        "خمسة", " of ", "the ", "no ", "2019", "+", " or more", "\xff", "(" };
  g_autoptr (GRand) rand = plx_test_random_new ();

  for (int i = 0; i < 20000; i++)
    {
      g_autoptr (GString) passage = g_string_new (NULL);
      g_autofree char *expression = NULL;

      for (int n = g_rand_int_range (rand, 0, 9); n > 0; n--)
        g_string_append (passage, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      expression = plx_value_propose (passage->str, i % 2 == 0 ? "en" : "ar", i % 3 == 0 ? "villages" : "");
      if (expression != NULL)
        {
          g_autoptr (PlxValue) value = plx_value_parse (expression, NULL);

          g_assert_nonnull (value);
        }
      plx_value_free (plx_value_understand (passage->str));
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/propose/english", test_english);
  g_test_add_func ("/core/propose/news", test_news);
  g_test_add_func ("/core/propose/arabic", test_arabic);
  g_test_add_func ("/core/propose/languages", test_languages);
  g_test_add_func ("/core/propose/understand", test_understand);
  g_test_add_func ("/core/propose/units", test_units);
  g_test_add_func ("/core/propose/random", test_random);
  return g_test_run ();
}
