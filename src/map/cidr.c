/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "map/cidr.h"

#include <stdio.h>
#include <string.h>

#include <arpa/inet.h>
#include <bpf/btf.h>
#include <linux/bpf.h>

#define IPV4_KEY (4 + 4)
#define IPV6_KEY (4 + 16)

static const struct btf_type *resolved(const struct btf *btf, uint32_t type_id)
{
	const struct btf_type *type = btf__type_by_id(btf, type_id);

	while (type && (btf_is_typedef(type) || btf_is_mod(type) || btf_is_type_tag(type)))
		type = btf__type_by_id(btf, type->type);
	return type;
}

static bool is_named(const struct btf *btf, const struct btf_type *type, const char *name)
{
	return !strcmp(btf__name_by_offset(btf, type->name_off), name);
}

/* One number, numbers in a row, or the kernel's own structs for addresses. */
static bool is_address(const struct btf *btf, uint32_t type_id)
{
	const struct btf_type *type = resolved(btf, type_id);

	if (type && btf_is_array(type))
		type = resolved(btf, btf_array(type)->type);
	if (!type)
		return false;
	return btf_is_int(type) || (btf_is_struct(type) && (is_named(btf, type, "in_addr") ||
							    is_named(btf, type, "in6_addr")));
}

static bool is_length(const struct btf *btf, const struct btf_member *member)
{
	const struct btf_type *type = resolved(btf, member->type);

	return !member->offset && type && btf_is_int(type) && type->size == 4;
}

bool cidr_fits(const struct btf *btf, const struct bpf_map_info *info)
{
	const struct btf_type *key;
	const struct btf_member *members;

	if (info->key_size != IPV4_KEY && info->key_size != IPV6_KEY)
		return false;
	if (!btf || !info->btf_key_type_id)
		return true;
	key = resolved(btf, info->btf_key_type_id);
	if (!key || !btf_is_struct(key) || btf_kflag(key) || btf_vlen(key) != 2)
		return false;
	members = btf_members(key);
	return is_length(btf, &members[0]) && members[1].offset == 4 * 8 &&
	       is_address(btf, members[1].type);
}

bool cidr_spell(const void *key, uint32_t key_size, char ret[static CIDR_MAX])
{
	bool is_ipv4 = key_size == IPV4_KEY;
	char address[INET6_ADDRSTRLEN];
	uint32_t length;

	memcpy(&length, key, sizeof(length));
	if (length > (is_ipv4 ? 32 : 128))
		return false;
	if (!inet_ntop(is_ipv4 ? AF_INET : AF_INET6, (const char *)key + sizeof(length), address,
		       sizeof(address)))
		return false;
	snprintf(ret, CIDR_MAX, "%s/%u", address, length);
	return true;
}
