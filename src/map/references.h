/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * Values said by what they stand for: the take_value hooks of map_types.c, the
 * other direction of values.h.  What values.h writes as JSON is taken back,
 * but for sockets, to which no way leads from their cookies.
 *
 * Raw bytes are taken where they mean something here: an interface, a queue
 * size, and a file descriptor that mapctl has from whoever started it.
 */
#ifndef MAP_REFERENCES_H
#define MAP_REFERENCES_H

#include "base/err.h"

struct held_fds;
struct map;
struct map_type;

typedef int value_take(const struct map *map, int n_words, char *const *words, void *value,
		       struct held_fds *held, struct err *err);

/* `id N`, `name NAME`, `pinned PATH`, of programs `tag T`, or one word; never bytes */
value_take value_take_map, value_take_program;

/* `dev IF [program PROGRAM]`, an ifindex */
value_take value_take_device;

/* `qsize N [program PROGRAM]`, a number */
value_take value_take_cpu;

value_take value_take_cgroup;	  /* `cgroup PATH` */
value_take value_take_socket;	  /* `pid PID fd N` */
value_take value_take_xdp_socket; /* the same, of AF_XDP */
value_take value_take_perf_event; /* file descriptors only */
value_take value_take_struct_ops; /* bytes only */

/* The words that may begin a value of the type, a line each; "" where it is bytes and fields. */
const char *value_take_forms(const struct map_type *type);

/*
 * What the hooks share: raw bytes, in words or as @FILE, of a value that has
 * the map's value size.  1 taken, 0: the words are something else, -code.
 */
int value_take_bytes(const struct map *map, int n_words, char *const *words, void *value,
		     struct err *err);

#endif
