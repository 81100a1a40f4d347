/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * A type out of any text, with other types to look names up in.  What is taken has a size, can
 * be compiled, and written as C again; what is refused says why.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <bpf/btf.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "codec/ctype.h"
#include "codec/ctype_parse.h"
#include "codec/plan.h"

static const char known_text[] = "struct point { int x, y:3; }; typedef struct point point_t;"
				 "enum way { IN, OUT }; struct peer { point_t at[2]; enum way way;"
				 "struct peer *next; union { long a; char b[3]; }; }";

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const struct btf *known_types(void)
{
	static struct btf *known;
	struct err err;
	uint32_t id;

	if (known)
		return known;
	known = btf__new_empty();
	if (ctype_parse(known_text, known, NULL, &id, &err))
		abort();
	return known;
}

static void use(const struct btf *btf, uint32_t id)
{
	struct plan *plan = NULL;
	struct buf c = { 0 };
	struct err err;

	if (!plan_compile(btf, id, 4096, PLAN_NATIVE, &plan, &err))
		plan_free(plan);
	ctype_define(btf, &id, 1, &c);
	ctype_inline(btf, id, &c);
	buf_done(&c);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *text = mem_zero(size + 1);
	struct btf *btf = btf__new_empty();
	struct err err = { 0 };
	uint32_t id = 0;

	memcpy(text, data, size);
	/* The second finds what the first has left. */
	for (int i = 0; i < 2; i++)
		if (!ctype_parse(text, btf, known_types(), &id, &err))
			use(btf, id);
		else if (!err.msg[0] || err.code == ERR_SYSTEM)
			abort();
	btf__free(btf);
	free(text);
	return 0;
}
