/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* What stands between the braces of structs, unions and enums. */
#include <stdlib.h>

#include "base/alloc.h"
#include "codec/ctype_text.h"

static void indent(struct ctype_text *text)
{
	for (unsigned int i = 0; i < text->indent; i++)
		buf_puts(text->out, "\t");
}

static void write_padding_bits(struct ctype_text *text, uint64_t bits)
{
	indent(text);
	buf_printf(text->out, "unsigned char :%u;\n", (unsigned int)bits);
}

/* Bytes and bits that nothing in C accounts for, from bit at to bit end. */
static void write_padding(struct ctype_text *text, uint64_t at, uint64_t end)
{
	if (at % 8) {
		uint64_t up = 8 - at % 8 < end - at ? 8 - at % 8 : end - at;

		write_padding_bits(text, up);
		at += up;
	}
	if (end - at >= 8) {
		indent(text);
		buf_printf(text->out, "unsigned char _pad%u", (unsigned int)(at / 8));
		/* Its name may stand beside those of the struct around. */
		if (text->indent > 1)
			buf_printf(text->out, "_%u", ++text->inner_pads);
		buf_printf(text->out, "[%u];\n", (unsigned int)((end - at) / 8));
		at = end - (end - at) % 8;
	}
	if (end > at)
		write_padding_bits(text, end - at);
}

static uint64_t round_up(uint64_t value, uint64_t to)
{
	return (value + to - 1) / to * to;
}

/* Where C would put m behind bit at. */
static uint64_t natural_offset(const struct ctype_member *m, uint64_t at, bool is_packed)
{
	uint64_t unit = (uint64_t)m->align * 8;

	if (!m->bits)
		return round_up(at, is_packed ? 8 : unit);
	if (!is_packed && at / unit != (at + m->bits - 1) / unit)
		return round_up(at, unit);
	return at;
}

static void write_members(struct ctype_text *text, const struct btf_type *t, bool is_packed,
			  uint32_t align, unsigned int depth)
{
	uint64_t at = 0;

	for (uint32_t i = 0; i < btf_vlen(t); i++) {
		struct ctype_member m = ctype_member(text, t, i, depth);

		if (!ctype_line(text))
			return;
		if (btf_is_union(t))
			at = 0;
		if (m.bit_offset > natural_offset(&m, at, is_packed))
			write_padding(text, at, m.bit_offset);
		indent(text);
		ctype_declare(text, btf_members(t)[i].type,
			      ctype_spell(text, btf_members(t)[i].name_off), depth + 1);
		if (m.bits)
			buf_printf(text->out, ":%u", m.bits);
		buf_puts(text->out, ";\n");
		at = m.end;
	}
	if (btf_is_struct(t) && t->size > round_up(at, (is_packed ? 1 : align) * 8) / 8)
		write_padding(text, at, (uint64_t)t->size * 8);
}

static void write_value(struct ctype_text *text, const struct btf_type *t, uint32_t i)
{
	const char *name;
	uint64_t value;

	indent(text);
	if (btf_is_enum(t)) {
		name = ctype_spell(text, btf_enum(t)[i].name_off);
		buf_printf(text->out, btf_kflag(t) ? "%s = %d,\n" : "%s = %u,\n", name,
			   btf_enum(t)[i].val);
		return;
	}
	name = ctype_spell(text, btf_enum64(t)[i].name_off);
	value = (uint64_t)btf_enum64(t)[i].val_hi32 << 32 | btf_enum64(t)[i].val_lo32;
	if (!btf_kflag(t))
		buf_printf(text->out, "%s = %lluULL,\n", name, (unsigned long long)value);
	else if (value == UINT64_C(1) << 63)
		buf_printf(text->out, "%s = -9223372036854775807LL - 1,\n", name);
	else
		buf_printf(text->out, "%s = %lldLL,\n", name, (long long)value);
}

static const char *enum_attribute(const struct btf_type *t)
{
	if (t->size == 1)
		return " __attribute__((packed))";
	/* Packed, its values might take but one byte. */
	if (t->size == 2)
		return " __attribute__((mode(HI)))";
	return t->size == 8 ? " __attribute__((mode(DI)))" : "";
}

void ctype_body(struct ctype_text *text, uint32_t type_id, const struct btf_type *t,
		unsigned int depth)
{
	const char *name = ctype_spell(text, t->name_off);
	const char *attribute = "";

	buf_printf(text->out, "%s%s%s{\n", ctype_keyword(t), name, *name ? " " : "");
	text->indent++;
	if (btf_is_aggregate(t)) {
		bool is_packed = ctype_is_packed(text, t, depth);

		write_members(text, t, is_packed, ctype_align(text, type_id, depth), depth);
		attribute = is_packed ? " __attribute__((packed))" : "";
	} else {
		for (uint32_t i = 0; i < btf_vlen(t) && ctype_line(text); i++)
			write_value(text, t, i);
		attribute = enum_attribute(t);
	}
	text->indent--;
	indent(text);
	buf_printf(text->out, "}%s", attribute);
}
