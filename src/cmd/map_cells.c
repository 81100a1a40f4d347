/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "cmd/map_cells.h"

#include <stdint.h>
#include <string.h>

#include <bsd/stdlib.h>

#include "base/buf.h"
#include "map/inventory.h"
#include "output/digits.h"
#include "output/escape.h"
#include "output/writer.h"

/* A member that is one number, or null where nobody knows. */
static void number(struct writer *out, const struct label *label, bool known, uint64_t value)
{
	if (known)
		out->format->uint(out, label, value);
	else
		out->format->null(out, label, "unknown");
}

static void string(struct writer *out, const struct label *label, const char *s)
{
	if (s)
		writer_str(out, label, s);
	else
		out->format->null(out, label, NULL);
}

static void foreign(struct buf *ret, const char *s)
{
	escape_text(ret, s, strlen(s));
}

void cell_number(struct buf *ret, uint64_t number)
{
	char digits[DIGITS_MAX];

	buf_add(ret, digits, (size_t)(digits_u64(digits, number) - digits));
}

void id_text(const struct map_facts *facts, bool exact, struct buf *ret)
{
	(void)exact;
	cell_number(ret, facts->info.id);
}

void id_members(const struct map_facts *facts, struct writer *out)
{
	static const struct label id = LABEL("id");

	out->format->uint(out, &id, facts->info.id);
}

void type_text(const struct map_facts *facts, bool exact, struct buf *ret)
{
	(void)exact;
	buf_puts(ret, facts->type->name);
}

void type_members(const struct map_facts *facts, struct writer *out)
{
	static const struct label type = LABEL_LOOK("type", LOOK_NAME);

	writer_str(out, &type, facts->type->name);
}

void name_text(const struct map_facts *facts, bool exact, struct buf *ret)
{
	(void)exact;
	foreign(ret, facts->name);
}

void name_members(const struct map_facts *facts, struct writer *out)
{
	static const struct label name = LABEL_LOOK("name", LOOK_NAME);

	writer_str(out, &name, facts->name);
}

void flags_text(const struct map_facts *facts, bool exact, struct buf *ret)
{
	if (exact)
		buf_printf(ret, "0x%x", facts->info.map_flags);
	else
		map_flags_spell(facts->info.map_flags, ret);
}

void flags_members(const struct map_facts *facts, struct writer *out)
{
	static const struct label flags = LABEL("flags"), names = LABEL("flag_names");
	struct buf spelled = { 0 };
	char *rest, *name;

	out->format->uint(out, &flags, facts->info.map_flags);
	out->format->open(out, &names, NEST_ARRAY);
	map_flags_spell(facts->info.map_flags, &spelled);
	rest = spelled.len ? spelled.data : NULL;
	while ((name = strsep(&rest, ",")))
		writer_str(out, &label_element, name);
	out->format->close(out, NEST_ARRAY);
	buf_done(&spelled);
}

/* A type's name where there is one, else how many bytes. */
static void side_text(const char *type, uint32_t size, bool exact, struct buf *ret)
{
	if (type && !exact)
		foreign(ret, type);
	else if (size)
		cell_number(ret, size);
	if (size && !type && !exact)
		buf_puts(ret, " B");
}

void key_text(const struct map_facts *facts, bool exact, struct buf *ret)
{
	side_text(facts->key_type, facts->info.key_size, exact, ret);
}

void key_members(const struct map_facts *facts, struct writer *out)
{
	static const struct label bytes = LABEL("bytes_key"),
				  type = LABEL_LOOK("key_type", LOOK_NAME);

	out->format->uint(out, &bytes, facts->info.key_size);
	string(out, &type, facts->key_type);
}

void value_text(const struct map_facts *facts, bool exact, struct buf *ret)
{
	side_text(facts->value_type, facts->info.value_size, exact, ret);
}

void value_members(const struct map_facts *facts, struct writer *out)
{
	static const struct label bytes = LABEL("bytes_value"),
				  type = LABEL_LOOK("value_type", LOOK_NAME);

	out->format->uint(out, &bytes, facts->info.value_size);
	string(out, &type, facts->value_type);
}

void used_text(const struct map_facts *facts, bool exact, struct buf *ret)
{
	(void)exact;
	if (facts->has_used)
		cell_number(ret, facts->used);
}

void used_members(const struct map_facts *facts, struct writer *out)
{
	static const struct label used = LABEL("entries_used");

	number(out, &used, facts->has_used, facts->used);
}

void max_text(const struct map_facts *facts, bool exact, struct buf *ret)
{
	(void)exact;
	cell_number(ret, facts->info.max_entries);
}

void max_members(const struct map_facts *facts, struct writer *out)
{
	static const struct label max = LABEL("max_entries");

	out->format->uint(out, &max, facts->info.max_entries);
}

void full_text(const struct map_facts *facts, bool exact, struct buf *ret)
{
	(void)exact;
	if (!facts->has_used || !facts->info.max_entries)
		return;
	cell_number(ret, facts->used * 100 / facts->info.max_entries);
	buf_puts(ret, "%");
}

void memory_text(const struct map_facts *facts, bool exact, struct buf *ret)
{
	char human[8];

	if (!facts->has_memory)
		return;
	/* Up to four digits stay as they are; asking takes longer than all else here. */
	if (exact || facts->memory < 10000 ||
	    humanize_number(human, 6, (int64_t)facts->memory, "", HN_AUTOSCALE,
			    HN_NOSPACE | HN_DECIMAL) < 0)
		cell_number(ret, facts->memory);
	else
		buf_puts(ret, human);
}

void memory_members(const struct map_facts *facts, struct writer *out)
{
	static const struct label memory = LABEL("bytes_memlock");

	number(out, &memory, facts->has_memory, facts->memory);
}

void frozen_text(const struct map_facts *facts, bool exact, struct buf *ret)
{
	(void)exact;
	if (facts->frozen)
		buf_puts(ret, "frozen");
}

void frozen_members(const struct map_facts *facts, struct writer *out)
{
	static const struct label frozen = LABEL("frozen");

	number(out, &frozen, facts->has_frozen, facts->frozen);
}

void btf_text(const struct map_facts *facts, bool exact, struct buf *ret)
{
	(void)exact;
	if (facts->info.btf_id)
		cell_number(ret, facts->info.btf_id);
}

void btf_members(const struct map_facts *facts, struct writer *out)
{
	static const struct label btf = LABEL("btf_id");

	number(out, &btf, facts->info.btf_id, facts->info.btf_id);
}
