/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "intake/plx-intake-encoding.h"

#include <string.h>

/* So much of a text is enough to know it by. */
#define SAMPLE (64 << 10)

/* What a rare one of the common characters counts less than the commonest. */
#define RARE_LOSS 0.5
#define RARE_BYTES 64 /* so far into the list, in UTF-8 */

/* One for each group of languages, in the order in which equals are preferred. */
static const struct
{
  const char *charset;
  const char *common; /* what its users write most beyond ASCII */
} candidates[] = {
  { "windows-1252", "’éèàçêâîôûëïùœÉÀÇ«»“”–—…€°" },
  { "windows-1252", "äöüßÄÖÜ„“”–’…é€§" },
  { "windows-1252", "óíáéñúü¿¡“”«»–—ÁÉÓÍÑ’…€ºª" },
  { "windows-1252", "ãçáéóíêâõàúôÁÉÓÇÃ“”–—’…€ºª" },
  { "windows-1252", "åäöøæÅÄÖØÆéþðáíóúý“”„’–…»«" },
  { "windows-1251", "оеаинтслвркмдпуяыьгзбчйхжшюцщэфъёіїєґОВНПАСКМРТДЛИБГУЭЗХЯЧФШ«»–—№“”…" },
  { "windows-1256", "اليمنرتبهدعسفكحقجخصضشطزةىءأإآئغثذظؤًُِّْ،؟؛“”«»–’‘…" },
  { "windows-1250", "łóążęśćźńŁŚŻŹĆÓ„”–…’“" },
  { "windows-1250", "íáěéžšřýčůúťňďóľĺŕôäČŠŽŘÚÍÁĽ„“–…‚‘’" },
  { "windows-1250", "éáőöóüűíúÉÁÖÓÜŐ„”»«–…’" },
  { "windows-1250", "ăâîşţşŢŞÎĂ„”«»–…’" },
  { "windows-1250", "čšćžđČŠĆŽĐ„“”»«–…’" },
  { "windows-1253", "αοιετσνηυρπκμλςωγδχθφβξζψάίόέήύώΑΟΙΕΤΣΝΗΥΡΠΚΜΛΩΓΔΆΈΌ«»’–…" },
  { "windows-1255", "יוהלאמרתשבנחפעקסדגםכזצטןךףץִַָ“”’–־…" },
  { "windows-1254", "ışğüöçİŞĞÜÖÇâî’“”–…" },
  { "windows-1257", "ąčęėįšųūžāēģīķļņõäöüĀĒĪŠŽČ„“”–…" },
  { "KOI8-R", "оеаинтслвркмдпуяыьгзбчйхжшюцщэфъёОВНПАСКМРТДЛИБГУЭЗХЯЧФШ" },
  { "GB18030", "的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长知民样现分将外但身些与高意进把法此实回二理美点月明其种声全工己话儿者向情部正名定女问力机给等几很业最间新什打便位因重被走电四第门相次东政海口使教西再平真听世气信北少关并内加化由却代军产入先山五太水万市眼体别处总才场师书比住员九笑性通目华报立马命张活难神数件安表原车白应路期叫死常提感金何更反合放做系计或司利受光王果亲界及今京务制解各任至清物台象记边共风战干接它许八特觉望直服毛林题建南度统色字请交爱让认算论百吃义科怎元社术结六功指思非流每青管夫连远资队跟带花快条院变联言权往展该领传近留红治决周保达办运武半候七必城父强步完革深区即求品士转量空甚众技轻程告江语英基派满式李息写呢识极令黄德收脸钱党倒未持取设始版双历越史商千片容研像找友孩站广改议形委早房音火际则首单据导影失拿网香似斯专石若兵弟谁校读志飞观争究包组造落视济喜离虽坏土，。、“”《》：；（）？！" },
  { "Shift_JIS", "のにはをたがでてとしれさいるなかもこあらりくそようすまっんつどきちみ日本年大人国会中月出者時事上間生分行地東京的後見社長語前新何手戦自名家ーアイスルトンラリックシマフ、。「」・" },
  { "EUC-JP", "のにはをたがでてとしれさいるなかもこあらりくそようすまっんつどきちみ日本年大人国会中月出者時事上間生分行地東京的後見社長語前新何手戦自名家ーアイスルトンラリックシマフ、。「」・" },
  { "EUC-KR", "이다는을의에가고한은를로하지기도사자어서해나시그대인정있일부리아보수것전들만게라원장제주구상국" },
  { "Big5", "的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作里用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實日軍者意無力它與長把機十民第公此已工使情明性知全三又關點正業外將兩高間由問很最重並物手應戰向頭文體政美相見被利什二等產或新己制身果加西斯月話合回特代內信表化老給世位次度門任常先海通教兒原東聲提立及比員解水名真論處走義各入幾口認條平系氣題活爾更別打女變四神總何電數安少報才結反受目太量再感建務做接必場件計管期市直德資命山金指克許統區保至隊形社便空決治展馬科司五基眼書非則聽白卻界達光放強即像難且權思王象完設式色路記南品住告類求據程北邊死張該交規萬取拉格望覺術領共確傳師觀清今切院讓識候帶導爭運，。、「」：；（）？！" },
};

/* How much @c counts for an encoding: what is written most, most. */
static double
weigh (const char *common,
       gsize size,
       gunichar c)
{
  const char *place = g_utf8_strchr (common, (gssize) size, c);

  return place != NULL ? 1 - RARE_LOSS * MIN (1, (double) (place - common) / RARE_BYTES) : 0;
}

static gboolean
is_latin (gunichar c)
{
  return c < 0x250 || g_unichar_get_script (c) == G_UNICODE_SCRIPT_LATIN;
}

/* Whether @c does not fit behind @before. */
static gboolean
fits_badly (gunichar before,
            gunichar c)
{
  if (g_unichar_iscntrl (c) || g_unichar_type (c) == G_UNICODE_UNASSIGNED || g_unichar_type (c) == G_UNICODE_PRIVATE_USE)
    return TRUE;
  if (!g_unichar_isalpha (before))
    return FALSE;
  if (g_unichar_isalpha (c))
    return is_latin (before) != is_latin (c) || (g_unichar_islower (before) && g_unichar_isupper (c));
  return g_unichar_type (c) == G_UNICODE_OTHER_SYMBOL || g_unichar_type (c) == G_UNICODE_CURRENCY_SYMBOL;
}

/* A letter alone between blanks tells nothing: it may be a damaged one. */
static gboolean
stands_alone (gunichar before,
              gunichar c,
              gunichar after)
{
  return g_unichar_isalpha (c) && !g_unichar_isalpha (before) && !g_unichar_isalpha (after);
}

/* Returns: the score of @utf8, which is how the candidate reads the bytes */
static double
rate (const char *utf8,
      const char *common)
{
  gunichar before = 0;
  gsize size = strlen (common);
  double good = 0;
  int n = 0, n_bad = 0;

  for (const char *p = utf8; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= 0x80 && !stands_alone (before, c, g_utf8_get_char (g_utf8_next_char (p))))
        {
          n++;
          good += weigh (common, size, c);
          n_bad += fits_badly (before, c);
        }
      else if (before >= 0x80 && g_ascii_isalpha ((char) c))
        n_bad += fits_badly (before, c);
      before = c;
    }
  return n > 0 ? (good - 2.0 * n_bad) / n : 0;
}

/* The bytes as text, or %NULL if they are none.  A character that the sample
 * cuts in two does not count. */
static char *
read_as (const char *charset,
         const char *bytes,
         gsize length)
{
  char *utf8 = NULL;

  for (gsize cut = 0; utf8 == NULL && cut < 4 && cut < length; cut++)
    utf8 = g_convert (bytes, (gssize) (length - cut), "UTF-8", charset, NULL, NULL, NULL);
  return utf8;
}

/* Text in the Latin script in UTF-16 has a zero in every other byte. */
static gboolean
guess_utf16 (const char *bytes,
             gsize length,
             GArray *guesses)
{
  gsize n_zeros[2] = { 0, 0 };
  PlxEncodingGuess guess = { NULL, 1 };

  for (gsize i = 0; i < length; i++)
    n_zeros[i % 2] += bytes[i] == '\0';
  if (length < 4 || length % 2 != 0 || n_zeros[0] + n_zeros[1] < length / 5)
    return FALSE;
  guess.charset = n_zeros[1] > n_zeros[0] ? "UTF-16LE" : "UTF-16BE";
  g_array_append_val (guesses, guess);
  return TRUE;
}

/* An encoding is as likely as its likeliest languages make it. */
static void
take (GArray *guesses,
      const PlxEncodingGuess *guess)
{
  PlxEncodingGuess *last = guesses->len > 0 ? &g_array_index (guesses, PlxEncodingGuess, guesses->len - 1) : NULL;

  if (last == NULL || last->charset != guess->charset)
    g_array_append_vals (guesses, guess, 1);
  else
    last->score = MAX (last->score, guess->score);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double difference = ((const PlxEncodingGuess *) b)->score - ((const PlxEncodingGuess *) a)->score;

  return (difference > 0) - (difference < 0);
}

GArray *
plx_encoding_guess (const char *bytes,
                    gsize length)
{
  GArray *guesses = g_array_new (FALSE, FALSE, sizeof (PlxEncodingGuess));
  gsize sample = MIN (length, SAMPLE);

  if (guess_utf16 (bytes, length > SAMPLE ? SAMPLE : length, guesses))
    return guesses;
  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      g_autofree char *utf8 = read_as (candidates[i].charset, bytes, sample);
      PlxEncodingGuess guess = { g_intern_static_string (candidates[i].charset), utf8 != NULL ? rate (utf8, candidates[i].common) : 0 };

      if (guess.score >= PLX_ENCODING_DOUBTFUL)
        take (guesses, &guess);
    }
  g_array_sort (guesses, compare); /* keeps the order of equals */
  return guesses;
}

gboolean
plx_encoding_is_known (const char *charset)
{
  GIConv converter = g_iconv_open ("UTF-8", charset);

  if (converter == (GIConv) -1)
    return FALSE;
  g_iconv_close (converter);
  return TRUE;
}
