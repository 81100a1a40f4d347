/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* The cells and members that the rows of map_columns.c are made of. */
#ifndef CMD_MAP_CELLS_H
#define CMD_MAP_CELLS_H

#include <stdbool.h>
#include <stdint.h>

struct buf;
struct map_facts;
struct writer;

/* exact: numbers as they are, for programs; else as people like them. */
#define MAP_CELL(column)                                                                \
	void column##_text(const struct map_facts *facts, bool exact, struct buf *ret); \
	void column##_members(const struct map_facts *facts, struct writer *out)

MAP_CELL(id);
MAP_CELL(type);
MAP_CELL(name);
MAP_CELL(flags);
MAP_CELL(key);
MAP_CELL(value);
MAP_CELL(used);
MAP_CELL(max);
MAP_CELL(memory);
MAP_CELL(frozen);
MAP_CELL(owner);
MAP_CELL(btf);
MAP_CELL(pins);
MAP_CELL(programs);
MAP_CELL(pids);

/* The share that USED is of MAX has no member: who reads JSON can divide. */
void full_text(const struct map_facts *facts, bool exact, struct buf *ret);

#undef MAP_CELL

/* Digits: a list has thousands of them, and printf is slow. */
void cell_number(struct buf *ret, uint64_t number);

#endif
