/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A reader of TEI for tests, written from the description of the format and not
 * from its writer: DOM, pointers resolved on string values.
 */

#pragma once

#include "plx-test-rows.h"

G_BEGIN_DECLS

/**
 * plx_test_tei_read:
 *
 * Returns: (transfer full): the rows that the file holds; asserts that it is
 *   well-formed, that every pointer leads somewhere and that every quote is what
 *   stands there
 */
PlxTestRows *plx_test_tei_read (const char *path);

G_END_DECLS
