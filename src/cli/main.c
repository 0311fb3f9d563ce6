/* SPDX-License-Identifier: GPL-3.0-or-later */

/* parallax-cli: the second client of the core, for scripts and servers. */

#include "config.h"

#include "plx-commands.h"

#include "base/plx-locale.h"
#include "intake/plx-intake.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

static const PlxCommand commands[] = {
  {
      .name = "import",
      .parameters = N_ ("FILE…"),
      .summary = N_ ("Add articles to a project, which is made if there is none"),
      .details = N_ ("Files are plain text, Markdown, HTML, MHTML, DOCX, ODT, EPUB or PDF. A folder stands for all\n"
                     "files in it and below. All come in one edit. For each article its UUID and title are told;\n"
                     "a file that cannot be read is told with the reason, the others come in, and the exit\n"
                     "status is 1.\n"
                     "Annotated data, as “export” writes it, comes with its annotations, each file as one edit;\n"
                     "--rest leaves out what is wrong in it instead of refusing it, --preview only tells,\n"
                     "--map takes a tag that the project has not as one that it has.\n"
                     "A codebook as REFI-QDA (.qdc) or JSON is known by what it begins with and is merged with\n"
                     "the one there: tags are added and changed, never deleted."),
      .run = plx_cmd_import,
  },
  {
      .name = "export",
      .parameters = N_ ("--format=FORMAT --output=PATH"),
      .summary = N_ ("Write a project to one file"),
      .details = N_ ("tei is TEI P5, annotations standing off from the text; jsonl is one JSON object for each\n"
                     "row; xmi (INCEpTION), gate and brat are zips with a file for each article; qdc and codebook\n"
                     "are the codebook alone, as REFI-QDA and as JSON. A file that is there is replaced only when\n"
                     "the new one is whole."),
      .run = plx_cmd_export,
  },
  {
      .name = "convert",
      .parameters = N_ ("IN OUT"),
      .no_project = TRUE,
      .summary = N_ ("Turn annotated data of one format into another, without a project"),
      .details = N_ ("What the new format cannot carry is told; with --strict nothing is written then."),
      .run = plx_cmd_convert,
  },
  {
      .name = "search",
      .parameters = N_ ("QUERY"),
      .summary = N_ ("Find words in texts, notes, actors and places, tags and questions"),
      .details = N_ ("One hit a line, with what stands before and after it. A query is words that all have to be\n"
                     "there, \"words one after the other\", beginnings of words as in Saraq*, and\n"
                     "  outlet:NAME before:DATE after:DATE           only in some articles\n"
                     "  tag:NAME entity:NAME by:ANNOTATOR has:note   only in passages annotated so\n"
                     "Case, diacritics and apostrophes do not matter. Spans count code points in the text."),
      .run = plx_cmd_search,
  },
  {
      .name = "revise",
      .parameters = N_ ("DOCUMENT FILE"),
      .summary = N_ ("Make a revised text the current version of an article"),
      .details = N_ ("Annotations are carried over where their words are kept, or found again with at least 16\n"
                     "characters of what stood around them. What is worded otherwise or gone waits with the\n"
                     "earlier version: the op “place” of “batch” places it, “untag” drops it. --preview tells\n"
                     "for each annotation whether it is kept, found, reworded or lost."),
      .run = plx_cmd_revise,
  },
  {
      .name = "versions",
      .parameters = N_ ("DOCUMENT"),
      .summary = N_ ("List the versions of an article, oldest first, as JSON Lines"),
      .details = N_ ("Each has a UUID of its own, which other commands take; “waiting” counts annotations that\n"
                     "are still to be placed or dropped."),
      .run = plx_cmd_versions,
  },
  {
      .name = "set",
      .parameters = N_ ("DOCUMENT|outlet:NAME|field:NAME KEY=VALUE…"),
      .summary = N_ ("Set what is known of an article, an outlet or a field"),
      .details = N_ ("Keys of an article are title, outlet, author, url, published, language, direction, note and\n"
                     "field:NAME; of an outlet name, short, colour (#rrggbb) and note; of a field name and kind\n"
                     "(text, number, date, or none to remove it). Times have a zone: 2024-11-28T18:30:00+03:00."),
      .run = plx_cmd_set,
  },
  {
      .name = "original",
      .parameters = N_ ("--document=UUID --output=PATH"),
      .summary = N_ ("Write the file that an article was read from, if it was kept"),
      .details = N_ ("import --keep keeps files."),
      .run = plx_cmd_original,
  },
  {
      .name = "tag",
      .parameters = N_ ("--document=UUID --span=START-END --tag=NAME"),
      .summary = N_ ("Add an annotation"),
      .details = N_ ("Offsets count Unicode code points from 0; the end is not part of the span. Actors, places\n"
                     "and questions that are not there are made. The UUID of the annotation is told."),
      .run = plx_cmd_tag,
  },
  {
      .name = "relate",
      .parameters = N_ ("--kind=KIND --from=UUID --to=UUID"),
      .summary = N_ ("Link two annotations"),
      .details = N_ ("The UUID of the relation is told."),
      .run = plx_cmd_relate,
  },
  {
      .name = "batch",
      .parameters = N_ ("< EDITS"),
      .summary = N_ ("Make edits, one JSON object on each line of standard input"),
      .details = N_ ("“ok N” is told when edit N is durable. The first line that is wrong ends the batch; those\n"
                     "before it stay. Besides “op”, an edit may name its “annotator”. The ops and their keys:\n"
                     "  tag       document spans tag [text entity note uuid question value said-by\n"
                     "            attribution polarity certainty event-time place]\n"
                     "  untag     annotation\n"
                     "  retag     annotation tag\n"
                     "  note      annotation note\n"
                     "  borders   annotation spans\n"
                     "  place     annotation spans (that waits in an earlier version)\n"
                     "  split     annotation [at spans]\n"
                     "  join      annotations\n"
                     "  relate    kind from to [note]\n"
                     "  relation  relation [kind from to note]\n"
                     "  unrelate  relation\n"
                     "  silence   document question [note]\n"
                     "  question  text [unit answer note]\n"
                     "  question-update question [text unit answer note]\n"
                     "  question-merge  question into\n"
                     "  question-delete question\n"
                     "  entity    kind name [sort aliases uri latitude longitude note]\n"
                     "  document  document|file [title outlet author url published language\n"
                     "              direction note]\n"
                     "  tag-add     name [parent position kind colour hotkey take-key description examples]\n"
                     "  tag-update  tag [name kind colour hotkey take-key description examples]\n"
                     "  tag-move    tag [parent position kind]\n"
                     "  tag-merge   tag into [kind]\n"
                     "  tag-delete  tag\n"
                     "  kind-add    name [directed description]\n"
                     "  kind-update kind [name directed description]\n"
                     "  kind-delete kind\n"
                     "  undo, redo  [steps]\n"
                     "A “document” is a UUID, file name or title; an annotation is a UUID. Example:\n"
                     "  {\"op\": \"tag\", \"document\": \"1.txt\", \"spans\": [[0, 5]], \"tag\": \"Actor/State\"}"),
      .run = plx_cmd_batch,
  },
  {
      .name = "undo",
      .parameters = "",
      .summary = N_ ("Take back the last edit"),
      .details = N_ ("With --to, everything after that edit is taken back at once, “--to=start” takes back all;\n"
                     "“list PROJECT history” tells the UUIDs."),
      .run = plx_cmd_undo,
  },
  {
      .name = "redo",
      .parameters = "",
      .summary = N_ ("Do again what was undone"),
      .details = N_ ("With --to, everything up to that edit is done again at once."),
      .run = plx_cmd_undo,
  },
  {
      .name = "list",
      .parameters = N_ ("WHAT"),
      .summary = N_ ("List rows of a project as JSON Lines"),
      .details = N_ ("WHAT is documents, outlets, fields, tags, entities, annotations, questions, silences, relations,\n"
                     "relation-kinds, annotators, suggestions or history (the newest edit first)."),
      .run = plx_cmd_list,
  },
  {
      .name = "compare",
      .parameters = "",
      .summary = N_ ("Hold the articles against each other, question by question"),
      .details = N_ ("For each question: what each article says on it and who says so there, which is silent,\n"
                     "which is not checked yet, and whether the accounts agree, with the reason."),
      .run = plx_cmd_compare,
  },
  {
      .name = "names",
      .parameters = "",
      .summary = N_ ("Tell what each article calls whom"),
      .details = N_ ("For each actor and place: every wording with its count, where it first stands, whether the\n"
                     "headline uses it, and how often in the article’s own voice and in what others say."),
      .run = plx_cmd_compare,
  },
  {
      .name = "coverage",
      .parameters = "",
      .summary = N_ ("Tell what each article leaves out"),
      .details = N_ ("For each actor, place and question: how often an article speaks of it and how far into the\n"
                     "text it first comes."),
      .run = plx_cmd_compare,
  },
  {
      .name = "sources",
      .parameters = "",
      .summary = N_ ("Count how often two outlets agree and contradict"),
      .details = N_ ("Counted in questions; “silent” is the other outlet where the one of the row speaks."),
      .run = plx_cmd_compare,
  },
  {
      .name = "attribution",
      .parameters = "",
      .summary = N_ ("List who stands behind each claim"),
      .details = N_ ("Claims that nobody is named for come first."),
      .run = plx_cmd_compare,
  },
  {
      .name = "timeline",
      .parameters = "",
      .summary = N_ ("List claims by when things happened, and when that was published"),
      .details = N_ ("Columns are days, or months or years where there would be too many.  Written to a file that\n"
                     "ends in .svg or .png it is a drawing: a lane for each outlet, a bar for each claim."),
      .run = plx_cmd_compare,
  },
  {
      .name = "check",
      .parameters = "",
      .summary = N_ ("Check that a project is whole"),
      .details = N_ ("Looks for damage, for texts that changed and for spans that do not give back their words."),
      .run = plx_cmd_check,
  },
  {
      .name = "copy",
      .parameters = N_ ("NEW"),
      .summary = N_ ("Copy a project, also one that is open"),
      .details = N_ ("The copy is one whole file, tested before it gets its name."),
      .run = plx_cmd_copy,
  },
  {
      .name = "salvage",
      .parameters = N_ ("NEW"),
      .summary = N_ ("Bring what can be read of a damaged project into a new one"),
      .details = N_ ("The damaged file stays as it is. Told are the articles and annotations that there are, the\n"
                     "rows that were read, the gaps between them, the rows that came back from the history, and\n"
                     "those that had to go because they referred to something that is lost."),
      .run = plx_cmd_salvage,
  },
};

static void
print_help (FILE *stream)
{
  fprintf (stream, "%s\n  parallax-cli %s\n\n%s\n", _ ("Usage:"), _ ("COMMAND PROJECT [OPTION…]"), _ ("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    fprintf (stream, "  %-11s %s\n", commands[i].name, _ (commands[i].summary));
  fprintf (stream, "\n%s\n", _ ("“parallax-cli COMMAND --help” tells the options of a command."));
}

static PlxExit
run (int argc,
     char **argv)
{
  g_autofree char *message = NULL;

  if (argc < 2)
    {
      print_help (stderr);
      return PLX_EXIT_USAGE;
    }
  if (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0)
    {
      print_help (stdout);
      return PLX_EXIT_DONE;
    }
  if (strcmp (argv[1], "--version") == 0)
    {
      printf ("parallax-cli %s\n", PLX_VERSION);
      return PLX_EXIT_DONE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (argv[1], commands[i].name) == 0)
      {
        g_autofree char *name = g_strconcat ("parallax-cli ", commands[i].name, NULL);

        g_set_prgname (name);
        return commands[i].run (&commands[i], argc - 1, argv + 1);
      }
  message = g_strdup_printf (_ ("There is no command “%s”. “parallax-cli --help” lists what there is."), argv[1]);
  plx_cli_warn (message);
  return PLX_EXIT_USAGE;
}

int
main (int argc,
      char **argv)
{
  PlxExit status;

  plx_intake_init (argc, argv);
  plx_locale_init ();

  status = run (argc, argv);
  if (fflush (stdout) != 0 || ferror (stdout))
    {
      plx_cli_warn (_ ("Standard output could not be written."));
      return PLX_EXIT_FAILED;
    }
  return (int) status;
}
