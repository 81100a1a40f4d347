/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Where members lie: as the System V ABI, and so clang -target bpf, has it. */
#include "codec/ctype_parse_parts.h"

#define BITS_MAX ((uint64_t)CTYPE_BYTES_MAX * 8)

static uint64_t round_up(uint64_t value, uint64_t to)
{
	return (value + to - 1) / to * to;
}

static uint32_t larger(uint32_t a, uint32_t b)
{
	return a > b ? a : b;
}

/* A bitfield goes on where the last ended, unless it would cross a unit of its type. */
static uint64_t place_bits(const struct ctype_layout *layout, struct ctype_field *m, uint64_t at,
			   uint32_t *align)
{
	bool is_packed = (layout->is_packed || m->is_packed) && m->bits;
	uint64_t unit = m->type.bytes * 8;
	uint64_t align_bits = is_packed ? 1 : (uint64_t)m->type.align * 8;

	if ((uint64_t)m->align * 8 > align_bits)
		align_bits = (uint64_t)m->align * 8;
	if (!m->bits || at % align_bits + m->bits > unit)
		at = round_up(at, align_bits);
	else if (m->align)
		at = round_up(at, (uint64_t)m->align * 8);
	/* One without a name asks nothing of the struct. */
	*align = m->name.len && align_bits > 8 ? (uint32_t)(align_bits / 8) : 1;
	return at;
}

static uint64_t place_bytes(const struct ctype_layout *layout, struct ctype_field *m, uint64_t at,
			    uint32_t *align)
{
	*align = layout->is_packed || m->is_packed ? 1 : m->type.align;
	*align = larger(*align, m->align);
	return round_up(at, (uint64_t)*align * 8);
}

bool ctype_layout_add(struct ctype_layout *layout, struct ctype_field *m)
{
	uint64_t at = layout->is_union ? 0 : layout->bits, end;
	uint32_t align;

	if (m->is_bits)
		at = place_bits(layout, m, at, &align);
	else
		at = place_bytes(layout, m, round_up(at, 8), &align);
	end = at + (m->is_bits ? m->bits : m->type.bytes * 8);
	m->bit_offset = at;
	if (end > layout->bits)
		layout->bits = end;
	layout->members_align = larger(layout->members_align, align);
	return end <= BITS_MAX;
}

bool ctype_layout_end(struct ctype_layout *layout)
{
	layout->align = larger(larger(layout->align, layout->members_align), 1);
	layout->bytes = round_up(round_up(layout->bits, 8) / 8, layout->align);
	return layout->bytes <= CTYPE_BYTES_MAX;
}
