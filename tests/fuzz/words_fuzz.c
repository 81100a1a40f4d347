/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* The words of a key: one a line, for a key of as many bytes as the first byte says. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "codec/words.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	size_t key_size = size ? data[0] : 0;
	char *text = mem_zero(size + 1), *rest = text, *words[64];
	uint8_t *key = mem_zero(key_size);
	struct err err = { 0 };
	int n = 0;

	if (size)
		memcpy(text, data + 1, size - 1);
	while (n < 64 && (words[n] = strsep(&rest, "\n")))
		n++;
	if (words_encode("key", NULL, n, words, key, key_size, NULL, &err) && !err.msg[0])
		abort();
	free(key);
	free(text);
	return 0;
}
