/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Languages, by script and common words. */

#include "config.h"

#include "model/plx-language.h"

static const struct
{
  const char *language;
  const char *text;
} rows[] = {
  { "", "" },
  { "", "1234 – 5678" },
  { "", "Aleppo Homs Hama" },
  { "en", "The army said that it was not in the town when the dam gave way, but people who had fled from there denied this." },
  { "de", "Die Armee erklärte, dass sie nicht in der Stadt war, als der Damm brach, doch die Menschen, die von dort flohen, haben das nicht bestätigt." },
  { "fr", "L’armée a dit qu’elle n’était pas dans la ville quand le barrage a cédé, mais les gens qui ont fui ne sont pas du même avis." },
  { "es", "El ejército dijo que no estaba en la ciudad cuando la presa cedió, pero la gente que huyó de allí lo niega y se queja de las autoridades." },
  { "tr", "Ordu, baraj çöktüğünde kentte olmadığını söyledi, ancak oradan kaçan insanlar bunun doğru olmadığını ve çok daha fazla asker gördüklerini söylüyor." },
  { "ar", "قال الجيش إنه لم يكن في المدينة عندما انهار السد، لكن الذين فروا من هناك قالوا إن ذلك غير صحيح بعد أن كانت القوات على الجسر." },
  { "fa", "ارتش گفت که در شهر نبود وقتی که سد شکست، اما مردمی که از آنجا گریختند این را رد کردند و گفتند که نیروها بر روی پل بودند." },
  { "ru", "Армия заявила, что её не было в городе, когда прорвало плотину, но люди, которые бежали оттуда, это отрицают, и так как они были на мосту, им верят." },
  { "uk", "Армія заявила, що її не було в місті, коли прорвало греблю, але люди, які втекли звідти, це заперечують, і вони були на мосту, як та рота." },
  { "he", "הצבא אמר שלא היה בעיר כאשר הסכר קרס" },
  { "zh", "军方称大坝垮塌时部队不在城内，但逃离的居民否认了这一说法。" },
  { "ja", "軍はダムが決壊したとき町にいなかったと述べた。" },
  { "ko", "군은 댐이 무너졌을 때 도시에 없었다고 밝혔다." },
  { "el", "Ο στρατός είπε ότι δεν ήταν στην πόλη" },
};

static void
test_guess (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (PlxText) text = plx_text_new (rows[i].text, -1);

      g_test_message ("%s", rows[i].language);
      g_assert_cmpstr (plx_language_guess (text), ==, rows[i].language);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/language/guess", test_guess);
  return g_test_run ();
}
