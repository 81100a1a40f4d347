/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* The types of the programs that use a map. */
#ifndef MAP_RECORD_PROGS_H
#define MAP_RECORD_PROGS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct btf;
struct map;

/* Of programs that have more kinds of BTF than that, what the others say is not looked at. */
#define RECORD_PROGS_MAX 64

/* Each BTF once, with the first program that has it. */
struct record_progs {
	size_t n;
	struct {
		const struct btf *btf;
		uint32_t btf_id;
		char *name; /* "program handle_exec", "program 12"; foreign bytes */
	} prog[RECORD_PROGS_MAX];
	bool is_refused; /* there may be more, but not for us to see */
	bool is_used;	 /* programs use the map, with BTF or without */
};

void record_progs_read(const struct map *map, struct record_progs *ret);
void record_progs_done(struct record_progs *progs);

#endif
