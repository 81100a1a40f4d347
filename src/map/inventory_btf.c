/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "map/inventory_btf.h"

#include <errno.h>
#include <stdlib.h>

#include <bpf/btf.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "codec/ctype.h"
#include "kern/btf.h"
#include "kern/btf_scan.h"
#include "kern/refusal.h"
#include "map/inventory.h"
#include "map/map_name.h"

static char *type_name(const struct btf *btf, uint32_t type_id)
{
	struct buf name = { 0 };

	if (!type_id)
		return NULL;
	ctype_name(btf, type_id, &name);
	buf_puts(&name, "");
	return name.data;
}

/*
 * The types of struct_ops maps are structures of the kernel's.  Their names are
 * all that is shown, and loading the kernel's BTF would take longer than all
 * the rest of a list.  What is left out here is of a module, or unnamed.
 */
static void kernel_types_fill(struct inventory *inventory)
{
	_cleanup_free_ char *name = NULL;
	uint32_t id = 0;

	for (size_t i = 0; i < inventory->n; i++) {
		struct map_facts *f = &inventory->map[i];

		if (!f->info.btf_vmlinux_value_type_id || f->info.btf_key_type_id)
			continue;
		if (f->info.btf_vmlinux_value_type_id != id) {
			free(name);
			id = f->info.btf_vmlinux_value_type_id;
			name = kern_btf_struct_name(id);
		}
		if (name)
			f->value_type = mem_printf("struct %s", name);
	}
}

/* The BTF object that facts are to be told from: its own, or a module's; 0: the kernel's. */
static uint32_t btf_of(const struct map_facts *facts)
{
	return facts->info.btf_vmlinux_value_type_id ? facts->info.btf_vmlinux_id
						     : facts->info.btf_id;
}

/* Definitions of maps are not in the kernel's own BTF, so a struct_ops map's name is not. */
static bool is_told(const struct map_facts *facts, unsigned int want)
{
	if (facts->info.btf_vmlinux_value_type_id)
		return want & INVENTORY_TYPES && !facts->value_type;
	return facts->info.btf_id &&
	       (want & INVENTORY_TYPES || (!facts->name && map_name_is_cut(&facts->info)));
}

static void types_fill(struct map_facts *facts, const struct btf *btf)
{
	uint32_t kernel_type = facts->info.btf_vmlinux_value_type_id;

	facts->key_type = type_name(btf, facts->info.btf_key_type_id);
	facts->value_type = type_name(btf,
				      kernel_type ? kernel_type : facts->info.btf_value_type_id);
}

static void name_fill(struct map_facts *facts, const struct btf *btf)
{
	const char *name = NULL;

	if (!facts->name && map_name_is_cut(&facts->info))
		name = map_name_by_btf(&facts->info, btf);
	if (name)
		facts->name = mem_strdup(name);
}

struct use {
	uint32_t btf_id;
	struct map_facts *facts;
};

static int use_compare(const void *a, const void *b)
{
	const struct use *x = a, *y = b;

	return x->btf_id < y->btf_id ? -1 : x->btf_id > y->btf_id;
}

/* Those that BTF can tell something about, the users of one BTF object in a row. */
static struct use *uses_find(const struct inventory *inventory, unsigned int want, size_t *ret_n)
{
	struct use *uses = mem_zero(inventory->n * sizeof(*uses));
	size_t n = 0;

	for (size_t i = 0; i < inventory->n; i++) {
		struct map_facts *f = &inventory->map[i];

		if (is_told(f, want))
			uses[n++] = (struct use){ .btf_id = btf_of(f), .facts = f };
	}
	qsort(uses, n, sizeof(*uses), use_compare);
	*ret_n = n;
	return uses;
}

/* The BTF object id, after the one in *loaded, which is freed; *ret stays NULL where it is gone. */
static int take_btf(struct inventory *inventory, unsigned int want, uint32_t id,
		    struct btf **loaded, const struct btf **ret)
{
	int r = 0;

	btf__free(*loaded);
	*loaded = NULL;
	errno = 0;
	if (id)
		r = kern_btf_by_id(id, loaded);
	*ret = id ? *loaded : kern_btf_vmlinux();
	if (!id && !*ret)
		r = -errno;
	if (!*ret && r != -ENOENT)
		inventory->partial |= want & INVENTORY_TYPES;
	return is_shortage(r) ? r : 0;
}

int inventory_btf_read(struct inventory *inventory, unsigned int want)
{
	const struct btf *btf = NULL;
	struct btf *loaded = NULL;
	struct use *uses;
	size_t n;
	int r = 0;

	if (want & INVENTORY_TYPES)
		kernel_types_fill(inventory);
	uses = uses_find(inventory, want, &n);
	for (size_t i = 0; !r && i < n; i++) {
		if (!i || uses[i].btf_id != uses[i - 1].btf_id)
			r = take_btf(inventory, want, uses[i].btf_id, &loaded, &btf);
		if (!btf)
			continue;
		if (want & INVENTORY_TYPES)
			types_fill(uses[i].facts, btf);
		name_fill(uses[i].facts, btf);
	}
	btf__free(loaded);
	free(uses);
	return r;
}
