/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Read once for the whole library, to build it faster; every file includes itself
 * what it uses. */

#include <gio/gio.h>
