/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * Writes N entries of a 4 byte key and an 8 byte value into a map by batch, and nothing else: what
 * no batch file can be faster than.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <bpf/bpf.h>

#define CHUNK 4096

int main(int argc, char **argv)
{
	static uint32_t keys[CHUNK];
	static uint64_t values[CHUNK];
	uint32_t n = argc == 3 ? (uint32_t)strtoul(argv[2], NULL, 10) : 0;
	int fd = n ? bpf_obj_get(argv[1]) : -1;

	if (fd < 0) {
		fprintf(stderr, "usage: batch_write PIN N\n");
		return 2;
	}
	for (uint32_t done = 0; done < n;) {
		uint32_t count = n - done < CHUNK ? n - done : CHUNK;

		for (uint32_t i = 0; i < count; i++) {
			keys[i] = done + i;
			values[i] = 1;
		}
		if (bpf_map_update_batch(fd, keys, values, &count, NULL)) {
			perror("update_batch");
			return 1;
		}
		done += count;
	}
	return 0;
}
