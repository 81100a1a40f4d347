/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Stacks: where the kernel was, a frame each. */
#include <stdio.h>
#include <string.h>

#include <linux/bpf.h>

#include "base/alloc.h"
#include "kern/ksyms.h"
#include "map/map.h"
#include "map/values.h"
#include "output/writer.h"

static const struct label build_id_label = LABEL("build_id");
static const struct label offset_label = LABEL("offset");
static const struct label symbol_label = LABEL_LOOK("symbol", LOOK_NAME);
static const struct label address_label = LABEL_LOOK("address", LOOK_POINTER);
static const struct label address_element = { .name = "", .json = "", .look = LOOK_POINTER };

void names_read_symbols(struct map *map)
{
	if (map->info.map_flags & BPF_F_STACK_BUILD_ID)
		return;
	map->names.symbols = kern_ksyms();
	if (!map->names.symbols && !map->nameless)
		map->nameless = mem_strdup("/proc/kallsyms does not show the kernel's symbols; "
					   "frames are shown as addresses");
}

static void build_id_write(const struct bpf_stack_build_id *frame, struct writer *out)
{
	out->format->open(out, &label_element, NEST_OBJECT);
	if (frame->status == BPF_STACK_BUILD_ID_VALID) {
		out->format->bytes(out, &build_id_label, frame->build_id, sizeof(frame->build_id));
		out->format->uint(out, &offset_label, frame->offset);
		out->format->null(out, &address_label, NULL);
	} else {
		out->format->null(out, &build_id_label, NULL);
		out->format->null(out, &offset_label, NULL);
		out->format->uint(out, &address_label, frame->ip);
	}
	out->format->close(out, NEST_OBJECT);
}

/* For people a line a frame: its address, and what is there. */
static void frame_line_write(uint64_t address, const char *symbol, uint64_t offset,
			     struct writer *out)
{
	_cleanup_free_ char *place = NULL;
	struct label label = { .look = LOOK_NAME };
	char spelled[32];

	snprintf(spelled, sizeof(spelled), "0x%llx", (unsigned long long)address);
	label.name = spelled;
	out->format->open(out, &label_element, NEST_OBJECT);
	if (symbol) {
		place = mem_printf("%s+0x%llx", symbol, (unsigned long long)offset);
		writer_str(out, &label, place);
	} else {
		out->format->null(out, &label, NULL);
	}
	out->format->close(out, NEST_OBJECT);
}

static void frame_write(const struct map *map, uint64_t address, struct writer *out)
{
	const struct ksyms *symbols = map->names.symbols;
	bool is_machine = out->format->flags & FORMAT_MACHINE;
	const char *symbol;
	uint64_t offset = 0;

	if (map->is_numeric || (!symbols && !is_machine)) {
		out->format->uint(out, &address_element, address);
		return;
	}
	symbol = symbols ? kern_ksym_find(symbols, address, &offset) : NULL;
	if (!is_machine) {
		frame_line_write(address, symbol, offset, out);
		return;
	}
	out->format->open(out, &label_element, NEST_OBJECT);
	out->format->uint(out, &address_label, address);
	if (symbol) {
		writer_str(out, &symbol_label, symbol);
		out->format->uint(out, &offset_label, offset);
	} else {
		out->format->null(out, &symbol_label, NULL);
		out->format->null(out, &offset_label, NULL);
	}
	out->format->close(out, NEST_OBJECT);
}

void value_write_stack(const struct map *map, const void *value, const struct label *label,
		       struct writer *out)
{
	bool is_build_id = map->info.map_flags & BPF_F_STACK_BUILD_ID;
	size_t size = is_build_id ? sizeof(struct bpf_stack_build_id) : sizeof(uint64_t);
	size_t n = map->info.value_size / size;

	out->format->open(out, label, NEST_ARRAY);
	for (size_t i = 0; i < n; i++) {
		const char *at = (const char *)value + i * size;
		struct bpf_stack_build_id frame = { 0 };
		uint64_t address;

		if (is_build_id) {
			memcpy(&frame, at, size);
			if (frame.status != BPF_STACK_BUILD_ID_EMPTY)
				build_id_write(&frame, out);
			continue;
		}
		memcpy(&address, at, sizeof(address));
		if (address)
			frame_write(map, address, out);
	}
	out->format->close(out, NEST_ARRAY);
}
