/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* batch_read PATH: reads a pinned hash by batch and does nothing with it: what a dump cannot beat.
 */
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <bpf/bpf.h>

#define CHUNK 4096

int main(int argc, char **argv)
{
	int fd = argc == 2 ? bpf_obj_get(argv[1]) : -1;
	struct bpf_map_info info = { 0 };
	uint32_t size = sizeof(info), token, n = CHUNK;
	unsigned long total = 0;
	char *keys, *values;
	int r;

	if (fd < 0 || bpf_obj_get_info_by_fd(fd, &info, &size))
		return 3;
	keys = calloc(CHUNK, info.key_size);
	values = calloc(CHUNK, info.value_size);
	if (!keys || !values)
		return 3;
	r = bpf_map_lookup_batch(fd, NULL, &token, keys, values, &n, NULL);
	for (total = n; !r; total += n) {
		n = CHUNK;
		r = bpf_map_lookup_batch(fd, &token, &token, keys, values, &n, NULL);
	}
	if (errno != ENOENT)
		return 3;
	fprintf(stderr, "%lu entries\n", total);
	free(keys);
	free(values);
	return 0;
}
