/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "kern/maps_iter.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"
#include "kern/deny.h"
#include "kern/iter_prog.h"
#include "kern/layout.h"

/*
 * The program copies the part of struct bpf_map that holds all of these, and
 * they are picked out here: each member that a program reads by its type costs
 * the verifier a search through all types, a tenth of a millisecond.
 */
static const uint8_t sizes[MAP_MEMBERS] = {
	[MAP_ID] = 4,	     [MAP_TYPE] = 4,	    [MAP_KEY] = 4,   [MAP_VALUE] = 4,
	[MAP_MAX] = 4,	     [MAP_FLAGS] = 4,	    [MAP_NAME] = 16, [MAP_FROZEN] = 1,
	[MAP_EXTRA] = 8,     [MAP_COUNT] = 8,	    [MAP_BTF] = 8,   [MAP_BTF_KEY] = 4,
	[MAP_BTF_VALUE] = 4, [MAP_BTF_VMLINUX] = 4,
};

/* What the program writes for a map: used (8 bytes), the BTF's id (8 bytes), the copies. */
#define COPY_AT	   16
#define RECORD_MAX 480 /* the frame has 512 */

/* Structures are copied by words, and what lies between two copies that are close, with them. */
#define WORD	   8
#define WORDS_MAX  64
#define GAP_MAX	   4
#define COPIES_MAX 8

struct copy_plan {
	const struct kern_layout *layout;
	int32_t at[MAP_MEMBERS]; /* in the record; -1: there is no such member */
	struct {
		int32_t from, bytes, at;
	} copy[COPIES_MAX];
	size_t n_copies;
	int32_t record; /* bytes of a record, a multiple of 8 */
};

/* The words of struct bpf_map that members lie in; 0 when there are too many. */
static uint64_t words_of(const struct kern_layout *layout)
{
	uint64_t words = 0;

	for (size_t i = 0; i < MAP_MEMBERS; i++) {
		int32_t at = layout->map[i], end = at + sizes[i];

		if (at < 0)
			continue;
		if (end > WORDS_MAX * WORD)
			return 0;
		for (int32_t word = at / WORD; word <= (end - 1) / WORD; word++)
			words |= 1ull << word;
	}
	return words;
}

static int plan_copies(struct copy_plan *plan, uint64_t words)
{
	int32_t last = -GAP_MAX - 2;

	plan->record = COPY_AT;
	for (int32_t word = 0; word < WORDS_MAX; word++) {
		if (!(words >> word & 1))
			continue;
		if (word - last - 1 > GAP_MAX) {
			if (plan->n_copies == COPIES_MAX)
				return -ENOTSUP;
			plan->copy[plan->n_copies].from = word * WORD;
			plan->copy[plan->n_copies++].at = plan->record;
			last = word - 1;
		}
		plan->record += (word - last) * WORD;
		plan->copy[plan->n_copies - 1].bytes += (word - last) * WORD;
		last = word;
	}
	return plan->record > RECORD_MAX ? -ENOTSUP : 0;
}

static int plan_make(struct copy_plan *plan)
{
	const struct kern_layout *layout = plan->layout = kern_layout();
	uint64_t words = layout && layout->map[MAP_ID] >= 0 ? words_of(layout) : 0;

	if (!words || plan_copies(plan, words))
		return -ENOTSUP;
	for (size_t i = 0; i < MAP_MEMBERS; i++) {
		plan->at[i] = -1;
		for (size_t c = 0; layout->map[i] >= 0 && c < plan->n_copies; c++)
			if (layout->map[i] >= plan->copy[c].from)
				plan->at[i] = layout->map[i] - plan->copy[c].from +
					      plan->copy[c].at;
	}
	return 0;
}

/* 6: the context, 7: the map, 8: the sequence file. */
static void assemble(const struct copy_plan *plan, bool count, struct iter_prog *prog)
{
	const struct kern_layout *layout = plan->layout;
	const int32_t frame = -plan->record;

	iter_move(prog, BPF_REG_6, BPF_REG_1);
	iter_load(prog, BPF_DW, BPF_REG_7, BPF_REG_6, 8);
	iter_skip_if_null(prog, BPF_REG_7);
	iter_load(prog, BPF_DW, BPF_REG_8, BPF_REG_6, 0);
	iter_load(prog, BPF_DW, BPF_REG_8, BPF_REG_8, 0);
	iter_set(prog, BPF_REG_0, 0);
	iter_store(prog, BPF_DW, frame, BPF_REG_0);
	iter_store(prog, BPF_DW, frame + 8, BPF_REG_0);

	for (size_t i = 0; i < plan->n_copies; i++)
		iter_read(prog, frame + plan->copy[i].at, (uint32_t)plan->copy[i].bytes, BPF_REG_7,
			  plan->copy[i].from);
	if (plan->at[MAP_BTF] >= 0 && layout->btf_id >= 0) {
		iter_load(prog, BPF_DW, BPF_REG_9, BPF_REG_10, frame + plan->at[MAP_BTF]);
		iter_read(prog, frame + 8, 4, BPF_REG_9, layout->btf_id);
	}
	if (count) {
		iter_move(prog, BPF_REG_1, BPF_REG_7);
		iter_call_kernel(prog, layout->sum_elem_count);
		iter_store(prog, BPF_DW, frame, BPF_REG_0);
	}
	iter_frame(prog, BPF_REG_2, frame);
	iter_write(prog, BPF_REG_8, BPF_REG_2, (uint32_t)plan->record);
	iter_exit(prog);
}

struct taking {
	struct map_rows *rows;
	const struct copy_plan *plan;
	bool counted;
};

/* A member's bytes, zeroes where there is none. */
static uint64_t pick(const struct copy_plan *plan, const void *record, enum layout_map member)
{
	uint64_t value = 0;

	if (plan->at[member] >= 0 && sizes[member] <= sizeof(value))
		memcpy(&value, (const char *)record + plan->at[member], sizes[member]);
	return value;
}

static void take(void *data, const void *record)
{
	struct taking *taking = data;
	const struct copy_plan *plan = taking->plan;
	struct map_rows *rows = taking->rows;
	struct map_row *row;
	uint32_t btf_id;

	rows->row = mem_more(rows->row, rows->n, &rows->cap, sizeof(*rows->row));
	row = &rows->row[rows->n++];
	memcpy(&btf_id, (const char *)record + 8, sizeof(btf_id));
	*row = (struct map_row){
		.info = { .type = (uint32_t)pick(plan, record, MAP_TYPE),
			  .id = (uint32_t)pick(plan, record, MAP_ID),
			  .key_size = (uint32_t)pick(plan, record, MAP_KEY),
			  .value_size = (uint32_t)pick(plan, record, MAP_VALUE),
			  .max_entries = (uint32_t)pick(plan, record, MAP_MAX),
			  .map_flags = (uint32_t)pick(plan, record, MAP_FLAGS),
			  .map_extra = pick(plan, record, MAP_EXTRA),
			  .btf_vmlinux_value_type_id = (uint32_t)pick(plan, record,
								      MAP_BTF_VMLINUX),
			  .btf_id = btf_id },
		.frozen = pick(plan, record, MAP_FROZEN),
		.has_frozen = plan->at[MAP_FROZEN] >= 0,
		.has_used = taking->counted && pick(plan, record, MAP_COUNT),
		.owner_prog_type = -1,
	};
	memcpy(&row->used, record, sizeof(row->used));
	if (btf_id) {
		row->info.btf_key_type_id = (uint32_t)pick(plan, record, MAP_BTF_KEY);
		row->info.btf_value_type_id = (uint32_t)pick(plan, record, MAP_BTF_VALUE);
	}
	if (plan->at[MAP_NAME] >= 0)
		memcpy(row->info.name, (const char *)record + plan->at[MAP_NAME],
		       sizeof(row->info.name) - 1);
}

int maps_iterate(bool count, struct map_rows *rows)
{
	struct copy_plan plan = { 0 };
	struct taking taking = { .rows = rows, .plan = &plan };
	struct iter_prog with = { .n = 0 }, without = { .n = 0 };
	_cleanup_close_ int fd = -ENOTSUP;

	if (kern_denies("iter") || plan_make(&plan))
		return -ENOTSUP;
	if (count && plan.layout->sum_elem_count) {
		assemble(&plan, true, &with);
		fd = iter_open(&with, plan.layout->iter_map, NULL);
		taking.counted = fd >= 0;
	}
	if (fd == -ENOTSUP) {
		assemble(&plan, false, &without);
		fd = iter_open(&without, plan.layout->iter_map, NULL);
	}
	if (fd < 0)
		return fd;
	return iter_each(fd, (size_t)plan.record, take, &taking);
}
