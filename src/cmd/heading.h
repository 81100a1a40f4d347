/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* The line over a map's entries where a text shows several maps. */
#ifndef CMD_HEADING_H
#define CMD_HEADING_H

#include <stdbool.h>

struct map;
struct session;

/* "conns: hash, id 12", with an empty line before it unless it is the first. */
void heading_write(const struct session *session, const struct map *map, bool first);

#endif
