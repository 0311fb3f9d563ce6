/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the targets share.  A target is one file with LLVMFuzzerTestOneInput();
 * libFuzzer calls it with bytes that it makes up, fuzz-replay.c with files.
 */

#pragma once

#include "plx-test-project.h"

#include <stdint.h>

G_BEGIN_DECLS

/* The target itself. */
int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t size);

/* Called once by libFuzzer, before the first input. */
int LLVMFuzzerInitialize (int *argc,
                          char ***argv);

/**
 * plx_fuzz_get_project:
 *
 * Returns: (transfer none): a project with two articles, the same for all inputs;
 *   whoever changes it takes that back
 */
PlxTestProject *plx_fuzz_get_project (void);

/* Text of the first article. */
#define PLX_FUZZ_TEXT "🇺🇿 Hay’at Tahrir\nal-Sham took 18 villages.\nحلب is quiet, cafe\xcc\x81 open.\n"

/**
 * plx_fuzz_zip:
 * @names: (array zero-terminated=1): of the members
 * @contents: what they hold; %NULL stands for @data
 *
 * Packs without compressing, so that what is made up is seen.
 *
 * Returns: (transfer full): a zip file
 */
GBytes *plx_fuzz_zip (const char *const *names,
                      const char *const *contents,
                      const uint8_t *data,
                      size_t size);

/* Whether @data is a zip file already. */
gboolean plx_fuzz_is_zip (const uint8_t *data,
                          size_t size);

/**
 * plx_fuzz_check_error:
 *
 * A refusal must be a sentence that can be shown.
 */
void plx_fuzz_check_error (const GError *error);

G_END_DECLS
