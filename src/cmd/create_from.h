/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* create PATH from OBJ.o:NAME, create DIR from OBJ.o: maps as an object file defines them. */
#ifndef CMD_CREATE_FROM_H
#define CMD_CREATE_FROM_H

#include <stdbool.h>

#include "base/err.h"

struct map_shape;
struct session;

struct create_from {
	const char *path;   /* the pin of the one map, or the folder of the pins */
	const char *object; /* "OBJ.o" or "OBJ.o:NAME", as it was written */
	bool pinned_only;   /* of all, those that say LIBBPF_PIN_BY_NAME */
	bool replace;	    /* pins that are there already */
	bool dry_run;
	/*
	 * Lays what the other words of the command say (entries 4096, flags …, name …) over a
	 * shape out of the file, of each map; or NULL.
	 */
	int (*adjust)(const void *words, struct map_shape *shape, struct err *err);
	const void *words; /* for adjust */
};

/*
 * Makes and pins the maps, all of them or none: after a failure nothing that this call has
 * pinned is there any more, and the message says which map it was.
 */
int create_from(const struct session *session, const struct create_from *from, struct err *err);

#endif
