/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "kern/btf_scan.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include <linux/btf.h>

#include "base/alloc.h"

#define SCAN_MAX_BYTES (64u << 20) /* a kernel with everything in it has 20 MB */

/* Wider than the masks of <linux/btf.h>: newer kernels use 24 bits and 7 bits. */
#define INFO_VLEN(info) ((info)&0xffffff)
#define INFO_KIND(info) (((info) >> 24) & 0x7f)

struct scan {
	const char *types, *types_end;
	const char *strings;
	uint32_t strings_len; /* the last byte is NUL */
	const struct scan_names *names;
	size_t missing_funcs, missing_structs;
};

static const char *string_at(const struct scan *scan, uint32_t offset)
{
	return offset < scan->strings_len ? scan->strings + offset : "";
}

/* Bytes of a struct btf_type with what follows it, and of each of its parts; 0: not known. */
static const struct {
	uint8_t bytes, each;
} kinds[INFO_KIND(UINT32_MAX) + 1] = {
	[BTF_KIND_INT] = { 16, 0 },	   [BTF_KIND_PTR] = { 12, 0 },
	[BTF_KIND_ARRAY] = { 24, 0 },	   [BTF_KIND_STRUCT] = { 12, 12 },
	[BTF_KIND_UNION] = { 12, 12 },	   [BTF_KIND_ENUM] = { 12, 8 },
	[BTF_KIND_FWD] = { 12, 0 },	   [BTF_KIND_TYPEDEF] = { 12, 0 },
	[BTF_KIND_VOLATILE] = { 12, 0 },   [BTF_KIND_CONST] = { 12, 0 },
	[BTF_KIND_RESTRICT] = { 12, 0 },   [BTF_KIND_FUNC] = { 12, 0 },
	[BTF_KIND_FUNC_PROTO] = { 12, 8 }, [BTF_KIND_VAR] = { 16, 0 },
	[BTF_KIND_DATASEC] = { 12, 12 },   [BTF_KIND_FLOAT] = { 12, 0 },
	[BTF_KIND_DECL_TAG] = { 16, 0 },   [BTF_KIND_TYPE_TAG] = { 12, 0 },
	[BTF_KIND_ENUM64] = { 12, 12 },
};

/* The type behind at, or NULL when what is there is no type that we know, in whole. */
static inline const char *next_type(const struct scan *scan, const char *at)
{
	const struct btf_type *type = (const void *)at;
	size_t left = (size_t)(scan->types_end - at), size;

	if (left < sizeof(*type))
		return NULL;
	size = kinds[INFO_KIND(type->info)].bytes;
	size += (size_t)kinds[INFO_KIND(type->info)].each * INFO_VLEN(type->info);
	return size && size <= left ? at + size : NULL;
}

/* Most names differ in the first byte, and a call costs more than looking at it. */
static inline bool is_called(const struct scan *scan, uint32_t offset, const char *name)
{
	const char *found = string_at(scan, offset);

	return found[0] == name[0] && !strcmp(found, name);
}

static void take_func(struct scan *scan, uint32_t name, uint32_t id)
{
	for (size_t i = 0; i < scan->names->n_funcs; i++) {
		struct scan_func *func = &scan->names->funcs[i];

		if (func->id || !is_called(scan, name, func->name))
			continue;
		func->id = id;
		scan->missing_funcs--;
	}
}

/* Bytes from the start of the structure, or -1. */
static int32_t member_offset(const struct scan *scan, const struct btf_type *type, const char *name)
{
	const struct btf_member *member = (const void *)(type + 1);

	for (uint32_t i = 0; i < INFO_VLEN(type->info); i++) {
		uint32_t bits = member[i].offset;

		if (!is_called(scan, member[i].name_off, name))
			continue;
		if (BTF_INFO_KFLAG(type->info) && BTF_MEMBER_BITFIELD_SIZE(bits))
			return -1;
		if (BTF_INFO_KFLAG(type->info))
			bits = BTF_MEMBER_BIT_OFFSET(bits);
		return bits % 8 || bits / 8 > INT16_MAX ? -1 : (int32_t)(bits / 8);
	}
	return -1;
}

static void take_struct(struct scan *scan, const struct btf_type *type, uint32_t id)
{
	for (size_t i = 0; i < scan->names->n_structs; i++) {
		struct scan_struct *found = &scan->names->structs[i];

		if (found->id || !is_called(scan, type->name_off, found->name))
			continue;
		for (size_t m = 0; m < found->n_members; m++)
			found->members[m].offset = member_offset(scan, type,
								 found->members[m].name);
		if (found->members[0].offset < 0)
			continue;
		found->id = id;
		scan->missing_structs--;
	}
}

static int scan_types(struct scan *scan)
{
	const char *at = scan->types, *next;

	for (uint32_t id = 1; at < scan->types_end; id++, at = next) {
		const struct btf_type *type = (const void *)at;

		if (!scan->missing_funcs && !scan->missing_structs)
			break;
		next = next_type(scan, at);
		if (!next)
			return -EINVAL;
		if (scan->missing_funcs && INFO_KIND(type->info) == BTF_KIND_FUNC)
			take_func(scan, type->name_off, id);
		else if (scan->missing_structs && INFO_KIND(type->info) == BTF_KIND_STRUCT)
			take_struct(scan, type, id);
	}
	return 0;
}

static void forget(const struct scan_names *names)
{
	for (size_t i = 0; i < names->n_funcs; i++)
		names->funcs[i].id = 0;
	for (size_t i = 0; i < names->n_structs; i++) {
		names->structs[i].id = 0;
		for (size_t m = 0; m < names->structs[i].n_members; m++)
			names->structs[i].members[m].offset = -1;
	}
}

/* Finds types and strings in data: 0 or -EINVAL. */
static int scan_open(struct scan *scan, const void *data, size_t size)
{
	const struct btf_header *header = data;
	uint64_t types_at, strings_at;

	if (size < sizeof(*header) || header->magic != BTF_MAGIC || header->type_off % 4 ||
	    header->hdr_len % 4)
		return -EINVAL;
	types_at = (uint64_t)header->hdr_len + header->type_off;
	strings_at = (uint64_t)header->hdr_len + header->str_off;
	if (types_at + header->type_len > size || strings_at + header->str_len > size)
		return -EINVAL;
	scan->types = (const char *)data + types_at;
	scan->types_end = scan->types + header->type_len;
	scan->strings = (const char *)data + strings_at;
	scan->strings_len = header->str_len;
	if (!scan->strings_len || scan->strings[scan->strings_len - 1] != '\0')
		return -EINVAL;
	return 0;
}

int kern_btf_scan_bytes(const void *data, size_t size, const struct scan_names *names)
{
	struct scan scan = { .names = names,
			     .missing_funcs = names->n_funcs,
			     .missing_structs = names->n_structs };
	int r = scan_open(&scan, data, size);

	forget(names);
	return r ? r : scan_types(&scan);
}

char *kern_btf_struct_name_bytes(const void *data, size_t size, uint32_t id)
{
	struct scan scan = { .names = NULL };
	const struct btf_type *type;
	const char *at;

	if (scan_open(&scan, data, size))
		return NULL;
	at = scan.types;
	while (at && --id)
		at = next_type(&scan, at);
	if (!at || !next_type(&scan, at))
		return NULL;
	type = (const void *)at;
	if (INFO_KIND(type->info) != BTF_KIND_STRUCT || !*string_at(&scan, type->name_off))
		return NULL;
	return mem_strdup(string_at(&scan, type->name_off));
}

/* The kernel's BTF, mapped, or copied: kernels before 6.16 do not map this file. */
struct vmlinux {
	void *data;
	size_t size;
	char *copy;
};

static int copy_file(int fd, struct vmlinux *vmlinux)
{
	size_t n = 0;

	vmlinux->data = vmlinux->copy = mem_try_array(vmlinux->size, 1);
	if (!vmlinux->copy)
		return -ENOMEM;
	while (n < vmlinux->size) {
		ssize_t r = read(fd, vmlinux->copy + n, vmlinux->size - n);

		if (r < 0)
			return -errno;
		if (!r)
			break;
		n += (size_t)r;
	}
	vmlinux->size = n;
	return 0;
}

static int vmlinux_open(struct vmlinux *ret)
{
	_cleanup_close_ int fd = open("/sys/kernel/btf/vmlinux", O_RDONLY | O_CLOEXEC);
	struct stat st;

	if (fd < 0 || fstat(fd, &st) < 0)
		return -errno;
	if (st.st_size <= 0 || st.st_size > SCAN_MAX_BYTES)
		return -E2BIG;
	ret->size = (size_t)st.st_size;
	ret->data = mmap(NULL, ret->size, PROT_READ, MAP_PRIVATE, fd, 0);
	return ret->data == MAP_FAILED ? copy_file(fd, ret) : 0;
}

static void vmlinux_close(struct vmlinux *vmlinux)
{
	if (vmlinux->data && vmlinux->data != vmlinux->copy && vmlinux->data != MAP_FAILED)
		munmap(vmlinux->data, vmlinux->size);
	free(vmlinux->copy);
}

int kern_btf_scan(const struct scan_names *names)
{
	_cleanup_(vmlinux_close) struct vmlinux vmlinux = { 0 };
	int r = vmlinux_open(&vmlinux);

	forget(names);
	return r ? r : kern_btf_scan_bytes(vmlinux.data, vmlinux.size, names);
}

char *kern_btf_struct_name(uint32_t id)
{
	_cleanup_(vmlinux_close) struct vmlinux vmlinux = { 0 };

	return vmlinux_open(&vmlinux) ? NULL
				      : kern_btf_struct_name_bytes(vmlinux.data, vmlinux.size, id);
}
