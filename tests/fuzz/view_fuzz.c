/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* FIELD=VIEW=WORD of as many bytes as the first byte says: taken twice, it is the same bytes. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "codec/encode.h"
#include "codec/plan.h"
#include "codec/view.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *text = mem_zero(size + 1), *word = text, *path, *name;
	struct view_wanted wanted = { .names = &view_protocols };
	uint32_t n = size ? data[0] % 41 : 0;
	uint8_t value[40], again[40];
	struct plan *plan = NULL;
	struct err err;

	if (size)
		memcpy(text, data + 1, size - 1);
	path = strsep(&word, "=");
	name = strsep(&word, "=");
	wanted.view = word ? view_find(name) : NULL;
	if (n && wanted.view && !plan_of_bytes(n, &plan, &err) &&
	    !plan_lay_view(plan, path, &wanted, &err) &&
	    !plan_encode_words(plan, 1, &word, value, NULL, &err) &&
	    (plan_encode_words(plan, 1, &word, again, NULL, &err) || memcmp(value, again, n)))
		abort();
	plan_free(plan);
	free(text);
	return 0;
}
