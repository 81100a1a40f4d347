/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * A file of types out of any bytes: BTF, or an ELF file with some.  Of what is taken every type
 * can be looked for, copied, compiled, and written as C.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <bpf/btf.h>
#include <sys/mman.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "codec/btf_copy.h"
#include "codec/btf_find.h"
#include "codec/ctype.h"
#include "codec/plan.h"
#include "map/btf_file.h"

#define TYPES_QUICK 64 /* more of the same finds nothing, and takes its time */

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void use(const struct btf *btf, struct btf_copy *copy, uint32_t id)
{
	struct plan *plan = NULL;
	struct buf c = { 0 };
	struct err err;
	uint32_t copied;

	btf_copy_type(copy, id, &copied, &err);
	if (!plan_compile(btf, id, 256, PLAN_NATIVE, &plan, &err))
		plan_free(plan);
	ctype_name(btf, id, &c);
	ctype_define(btf, &id, 1, &c);
	buf_done(&c);
}

static void use_all(const struct btf *btf)
{
	struct btf *to = btf__new_empty();
	struct btf_copy *copy = btf_copy_new(btf, to);
	uint32_t n = btf__type_cnt(btf);

	btf_find(btf, "none", BTF_KINDS_TAGGED | BTF_KINDS_PLAIN);
	for (uint32_t id = 1; id < n && id < TYPES_QUICK; id++)
		use(btf, copy, id);
	btf_copy_free(copy);
	btf__free(to);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	_cleanup_close_ int fd = memfd_create("fuzz", MFD_CLOEXEC);
	struct btf *btf = NULL;
	struct err err = { 0 };
	char path[64];

	if (fd < 0 || write(fd, data, size) != (ssize_t)size)
		return 0;
	snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
	if (!btf_file_read(path, &btf, &err))
		use_all(btf);
	else if (!err.msg[0])
		abort();
	btf__free(btf);
	return 0;
}
