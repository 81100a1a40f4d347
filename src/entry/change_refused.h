/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* What change.c's calls were refused for; see change.h.  error is an errno, positive. */
#ifndef ENTRY_CHANGE_REFUSED_H
#define ENTRY_CHANGE_REFUSED_H

#include "base/err.h"

struct map;

int change_delete_refused(const struct map *map, const void *key, int error, struct err *err);
int change_pop_refused(const struct map *map, const void *key, int error, struct err *err);

#endif
