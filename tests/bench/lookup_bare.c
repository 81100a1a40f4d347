/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * lookup_bare PATH BYTE...: the least that a typed lookup takes: the pin, the
 * map's info, its BTF, the entry, and a line of output.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <bpf/bpf.h>
#include <bpf/btf.h>

static void print_int(const char *name, uint32_t size, const void *at)
{
	switch (size) {
	case 2:
		printf("%s %u ", name, *(const uint16_t *)at);
		break;
	case 4:
		printf("%s %u ", name, *(const uint32_t *)at);
		break;
	case 8:
		printf("%s %llu ", name, (unsigned long long)*(const uint64_t *)at);
		break;
	}
}

/* An integer, or a struct of integers. */
static void print(const struct btf *btf, uint32_t id, const char *data)
{
	const struct btf_type *type = btf__type_by_id(btf, id);
	const struct btf_member *m = btf_members(type);

	if (btf_is_int(type))
		print_int("", type->size, data);
	for (uint32_t i = 0; btf_is_struct(type) && i < btf_vlen(type); i++)
		print_int(btf__name_by_offset(btf, m[i].name_off),
			  (uint32_t)btf__resolve_size(btf, m[i].type), data + m[i].offset / 8);
	printf("\n");
}

int main(int argc, char **argv)
{
	int fd = argc > 2 ? bpf_obj_get(argv[1]) : -1;
	struct bpf_map_info info = { 0 };
	uint32_t size = sizeof(info);
	char key[64] = "", value[64] = "";
	struct btf *btf;

	if (fd < 0 || bpf_obj_get_info_by_fd(fd, &info, &size) || info.key_size > sizeof(key) ||
	    info.value_size > sizeof(value))
		return 3;
	for (uint32_t i = 0; i < info.key_size && (int)i + 2 < argc; i++)
		key[i] = (char)strtoul(argv[i + 2], NULL, 0);
	btf = btf__load_from_kernel_by_id(info.btf_id);
	if (!btf || bpf_map_lookup_elem(fd, key, value))
		return 3;
	print(btf, info.btf_key_type_id, key);
	print(btf, info.btf_value_type_id, value);
	btf__free(btf);
	return 0;
}
