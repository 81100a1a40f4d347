/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* The words behind `value`, one a line: a program's name, and three bytes on each of three CPUs. */
#include <stdlib.h>
#include <string.h>

#include <linux/bpf.h>

#include "base/alloc.h"
#include "cli/session.h"
#include "map/given_types.h"
#include "map/map.h"
#include "map/reference.h"
#include "output/writer.h"
#include "words/value_words.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int take(const struct word_run *run, struct err *err)
{
	static char called[] = "map m";
	const struct map map = {
		.type = map_type_find(BPF_MAP_TYPE_PERCPU_HASH),
		.called = called,
		.info.value_size = 3,
		.cells = 3,
		.cell_stride = 8,
	};
	struct writer out = { .format = writer_formats[0] };
	const struct type_settings types = { 0 };
	const struct session session = { .out = &out, .types = &types };
	_cleanup_value_words_ struct value_words value = { 0 };

	return value_words_take(&session, &map, run, NULL, &value, err);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *text = mem_zero(size + 1), *rest = memcpy(text, data, size), *words[64];
	_cleanup_reference_ struct reference reference = { 0 };
	struct err err = { 0 };
	int n = 0;

	/* No files: they may be anything. */
	while (n < 64 && (words[n] = strsep(&rest, "\n")) && *words[n] != '@')
		n++;
	if (reference_parse(&reference_program, n, words, &reference, &err) && !err.msg[0])
		abort();
	err.msg[0] = '\0';
	if (n && take(&(struct word_run){ n, words }, &err) && !err.msg[0])
		abort();
	free(text);
	return 0;
}
