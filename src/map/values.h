/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * Values that stand for something: a map, a program, a device, a socket.  The
 * hooks of map_types.c.  Each writes one node under label whose shape depends
 * on the map's type, value size and flags alone; a name that cannot be had is
 * null.  With map->is_numeric there are no names.
 */
#ifndef MAP_VALUES_H
#define MAP_VALUES_H

#include <stdint.h>

struct label;
struct map;
struct writer;

/* {"id": N, "name": S} */
void value_write_map(const struct map *map, const void *value, const struct label *label,
		     struct writer *out);
void value_write_program(const struct map *map, const void *value, const struct label *label,
			 struct writer *out);

/* {"ifindex": N, "ifname": S}, and of 8 bytes "program": {"id": N, "name": S} or null */
void value_write_device(const struct map *map, const void *value, const struct label *label,
			struct writer *out);

/* {"qsize": N}, and of 8 bytes "program" as above */
void value_write_cpu(const struct map *map, const void *value, const struct label *label,
		     struct writer *out);

/* {"cookie": N}; values of 4 bytes are given to nobody */
void value_write_socket(const struct map *map, const void *value, const struct label *label,
			struct writer *out);

/*
 * [{"address": N, "symbol": S, "offset": N}, …], innermost first, without the
 * zeroes that fill the rest; symbol and offset are null where nobody knows them.
 * As text "address: symbol+0xoffset".  With map->is_numeric the addresses alone.
 * With BPF_F_STACK_BUILD_ID [{"build_id": bytes, "offset": N, "address": N}, …],
 * null where the kernel could not tell.
 */
void value_write_stack(const struct map *map, const void *value, const struct label *label,
		       struct writer *out);

/* The id of the program in a value of a prog_array, devmap or cpumap; 0: none. */
uint32_t value_program_id(const struct map *map, const void *value);

#endif
