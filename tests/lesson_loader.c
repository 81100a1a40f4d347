/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * A loader as the lessons of BPF have it, which knows nothing of mapctl: makes an array of five
 * squares, and pins it at the path that it is given.
 */
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <bpf/bpf.h>

#define N 5

static int fail(const char *what)
{
	fprintf(stderr, "%s: %s\n", what, strerror(errno));
	return 1;
}

int main(int argc, char **argv)
{
	int fd;

	if (argc != 2)
		return 2;
	fd = bpf_map_create(BPF_MAP_TYPE_ARRAY, "squares", sizeof(uint32_t), sizeof(uint64_t), N,
			    NULL);
	if (fd < 0)
		return fail("create");
	for (uint32_t i = 0; i < N; i++) {
		uint64_t square = (uint64_t)i * i;

		if (bpf_map_update_elem(fd, &i, &square, BPF_ANY))
			return fail("update");
	}
	return bpf_obj_pin(fd, argv[1]) ? fail("pin") : 0;
}
