/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* A fuzz target without a fuzzer: runs it over every file of the folders that are named. */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The input lies in memory of just its size, so that a sanitizer sees every step beyond it. */
static int run_file(const char *folder, const char *name)
{
	static uint8_t buf[1 << 20];
	char path[4096];
	uint8_t *exact;
	size_t size;
	FILE *file;

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	file = fopen(path, "rb");
	if (!file)
		return -1;
	size = fread(buf, 1, sizeof(buf), file);
	fclose(file);
	exact = malloc(size ? size : 1);
	if (!exact)
		return -1;
	memcpy(exact, buf, size);
	LLVMFuzzerTestOneInput(exact, size);
	free(exact);
	return 0;
}

int main(int argc, char **argv)
{
	int ran = 0;

	for (int i = 1; i < argc; i++) {
		DIR *dir = opendir(argv[i]);
		struct dirent *entry;

		while (dir && (entry = readdir(dir)))
			if (entry->d_name[0] != '.' && !run_file(argv[i], entry->d_name))
				ran++;
		if (dir)
			closedir(dir);
	}
	printf("%d inputs\n", ran);
	return ran ? 0 : 1;
}
