/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Who uses a map: pins, programs, processes. */
#include <stdint.h>
#include <string.h>

#include <bpf/libbpf.h>

#include "base/buf.h"
#include "cmd/map_cells.h"
#include "map/inventory.h"
#include "output/escape.h"
#include "output/writer.h"

/* "name(7)" */
static void call(struct buf *ret, const char *name, size_t size, uint32_t id)
{
	escape_text(ret, name, strnlen(name, size));
	buf_puts(ret, "(");
	cell_number(ret, id);
	buf_puts(ret, ")");
}

static void separate(struct buf *ret, size_t i)
{
	if (i)
		buf_puts(ret, ", ");
}

/* False for null, where nobody knows; else the list is to be filled, and closed. */
static bool open_list(const struct map_facts *facts, unsigned int bit, const struct label *label,
		      struct writer *out)
{
	if (facts->unknown & bit)
		out->format->null(out, label, "unknown");
	else
		out->format->open(out, label, NEST_ARRAY);
	return !(facts->unknown & bit);
}

void pins_text(const struct map_facts *facts, bool exact, struct buf *ret)
{
	(void)exact;
	for (size_t i = 0; i < facts->n_pins; i++) {
		separate(ret, i);
		escape_text(ret, facts->pins[i].path, strlen(facts->pins[i].path));
	}
}

void pins_members(const struct map_facts *facts, struct writer *out)
{
	static const struct label pinned = LABEL("pinned");

	if (!open_list(facts, INVENTORY_PINS, &pinned, out))
		return;
	for (size_t i = 0; i < facts->n_pins; i++)
		writer_str(out, &label_element, facts->pins[i].path);
	out->format->close(out, NEST_ARRAY);
}

void programs_text(const struct map_facts *facts, bool exact, struct buf *ret)
{
	(void)exact;
	for (size_t i = 0; i < facts->n_programs; i++) {
		const struct map_prog *prog = &facts->programs[i];

		separate(ret, i);
		call(ret, prog->name, sizeof(prog->name), prog->prog_id);
	}
}

void programs_members(const struct map_facts *facts, struct writer *out)
{
	static const struct label programs = LABEL("programs"), id = LABEL("id"),
				  name = LABEL_LOOK("name", LOOK_NAME);

	if (!open_list(facts, INVENTORY_PROGRAMS, &programs, out))
		return;
	for (size_t i = 0; i < facts->n_programs; i++) {
		const struct map_prog *prog = &facts->programs[i];

		out->format->open(out, &label_element, NEST_OBJECT);
		out->format->uint(out, &id, prog->prog_id);
		out->format->text(out, &name, prog->name, strnlen(prog->name, sizeof(prog->name)));
		out->format->close(out, NEST_OBJECT);
	}
	out->format->close(out, NEST_ARRAY);
}

void pids_text(const struct map_facts *facts, bool exact, struct buf *ret)
{
	(void)exact;
	for (size_t i = 0; i < facts->n_pids; i++) {
		const struct map_holder *holder = &facts->pids[i];

		separate(ret, i);
		call(ret, holder->comm, sizeof(holder->comm), holder->pid);
	}
}

void pids_members(const struct map_facts *facts, struct writer *out)
{
	static const struct label pids = LABEL("pids"), pid = LABEL("pid"),
				  comm = LABEL_LOOK("comm", LOOK_NAME);

	if (!open_list(facts, INVENTORY_PIDS, &pids, out))
		return;
	for (size_t i = 0; i < facts->n_pids; i++) {
		const struct map_holder *holder = &facts->pids[i];

		out->format->open(out, &label_element, NEST_OBJECT);
		out->format->uint(out, &pid, holder->pid);
		out->format->text(out, &comm, holder->comm,
				  strnlen(holder->comm, sizeof(holder->comm)));
		out->format->close(out, NEST_OBJECT);
	}
	out->format->close(out, NEST_ARRAY);
}

/* The kernel's number where libbpf does not know the type yet. */
static void spell_owner(int type, struct buf *ret)
{
	const char *name = libbpf_bpf_prog_type_str((enum bpf_prog_type)type);

	if (name)
		buf_puts(ret, name);
	else
		buf_printf(ret, "type_%d", type);
}

void owner_text(const struct map_facts *facts, bool exact, struct buf *ret)
{
	(void)exact;
	if (facts->owner_prog_type < 0)
		return;
	spell_owner(facts->owner_prog_type, ret);
	buf_puts(ret, facts->owner_jited ? ", jited" : ", not jited");
}

void owner_members(const struct map_facts *facts, struct writer *out)
{
	static const struct label type = LABEL_LOOK("owner_prog_type", LOOK_NAME),
				  jited = LABEL("owner_jited");
	struct buf name = { 0 };

	if (facts->owner_prog_type < 0) {
		out->format->null(out, &type, NULL);
		out->format->null(out, &jited, NULL);
		return;
	}
	spell_owner(facts->owner_prog_type, &name);
	writer_str(out, &type, buf_str(&name));
	out->format->boolean(out, &jited, facts->owner_jited);
	buf_done(&name);
}
