/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "map/cidr.h"

#include <stdio.h>
#include <string.h>

#include <arpa/inet.h>

#include "base/number.h"
#include "codec/btf_type.h"

#define IPV4_KEY (4 + 4)
#define IPV6_KEY (4 + 16)

#define LINKS_MAX 4096 /* typedefs and the like behind each other */

static const struct btf_type *resolved(const struct btf *btf, uint32_t type_id)
{
	uint64_t links = LINKS_MAX;
	struct btf_behind behind;

	return btf_follow(btf, type_id, &links, &behind) ? NULL : behind.type;
}

static bool is_named(const struct btf *btf, const struct btf_type *type, const char *name)
{
	return !strcmp(btf_name(btf, type->name_off), name);
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

bool cidr_fits(const struct btf *btf, uint32_t key_type_id, uint32_t key_size)
{
	const struct btf_type *key;
	const struct btf_member *members;

	if (key_size != IPV4_KEY && key_size != IPV6_KEY)
		return false;
	if (!btf || !key_type_id)
		return true;
	key = resolved(btf, key_type_id);
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

/* The part of word before its '/', in pieces as large as addresses are. */
static bool split(const char *word, char address[static CIDR_MAX], char length[static CIDR_MAX])
{
	size_t n = strlen(word), before;

	if (n >= 2 && word[0] == '"' && word[n - 1] == '"') {
		word++;
		n -= 2;
	}
	if (n >= CIDR_MAX)
		return false;
	memcpy(address, word, n);
	address[n] = '\0';
	before = strcspn(address, "/");
	length[0] = '\0';
	if (before == n)
		return true;
	strcpy(length, address + before + 1);
	address[before] = '\0';
	return *length;
}

int cidr_parse(const char *word, void *key, uint32_t key_size, struct err *err)
{
	bool is_ipv4 = key_size == IPV4_KEY;
	uint32_t most = is_ipv4 ? 32 : 128, length = most;
	char address[CIDR_MAX], typed[CIDR_MAX];
	unsigned char bytes[16];

	if (!split(word, address, typed) ||
	    inet_pton(is_ipv4 ? AF_INET : AF_INET6, address, bytes) != 1 ||
	    (*typed && !number_is_digits(typed)))
		return err_set(err, ERR_USAGE, "'%s' is no %s prefix: ADDRESS/LENGTH, as in %s",
			       word, is_ipv4 ? "IPv4" : "IPv6",
			       is_ipv4 ? "192.0.2.0/24" : "2001:db8::/32");
	if (*typed && (number_u32(typed, &length) || length > most))
		return err_set(err, ERR_USAGE, "'%s': the length of an %s prefix is 0 to %u", word,
			       is_ipv4 ? "IPv4" : "IPv6", most);
	memcpy(key, &length, sizeof(length));
	memcpy((char *)key + sizeof(length), bytes, key_size - sizeof(length));
	return 0;
}
