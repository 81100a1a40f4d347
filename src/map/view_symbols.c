/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Addresses of the kernel as SYMBOL+0xOFFSET. */
#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/number.h"
#include "codec/view.h"
#include "kern/ksyms.h"
#include "map/view_sources.h"

/* A symbol that is not the only one of its name does not tell the address: it stands behind. */
static bool name_of(const void *of, uint64_t address, struct buf *ret)
{
	uint64_t offset, again;
	const char *name = of ? kern_ksym_find(of, address, &offset) : NULL;

	if (!name)
		return false;
	buf_printf(ret, "%s+0x%llx", name, (unsigned long long)offset);
	if (!kern_ksym_address(of, name, &again) || again + offset != address)
		buf_printf(ret, "(0x%llx)", (unsigned long long)address);
	return true;
}

/* The 0x… between the brackets at the end. */
static bool take_address(const char *open, uint64_t *ret)
{
	_cleanup_free_ char *address = mem_strdup(open + 1);
	size_t len = strlen(address);

	if (!len || address[len - 1] != ')')
		return false;
	address[len - 1] = '\0';
	return !number_u64(address, UINT64_MAX, ret);
}

/* SYMBOL, SYMBOL+0xOFFSET, or either with (0xADDRESS) behind it, which is what counts. */
static bool number_of(const void *of, const char *name, uint64_t *ret)
{
	const char *plus = strrchr(name, '+'), *open = strchr(name, '(');
	_cleanup_free_ char *symbol = NULL;
	uint64_t address, offset = 0;

	if (open && open != name)
		return take_address(open, ret);
	if (plus && number_u64(plus + 1, UINT64_MAX, &offset))
		return false;
	symbol = mem_strdup(name);
	if (plus)
		symbol[plus - name] = '\0';
	if (!of || !kern_ksym_address(of, symbol, &address))
		return false;
	return !__builtin_add_overflow(address, offset, ret);
}

const struct view_names *view_symbols_load(void)
{
	static struct view_names names = { .name_of = name_of, .number_of = number_of };

	names.of = kern_ksyms();
	return &names;
}
