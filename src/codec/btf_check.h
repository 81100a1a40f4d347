/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* BTF that no kernel has looked at, checked before libbpf reads it. */
#ifndef CODEC_BTF_CHECK_H
#define CODEC_BTF_CHECK_H

#include <stddef.h>

#include "base/err.h"

struct btf;

/* BTF from files above this is refused. */
#define BTF_FILE_BYTES_MAX (32u << 20)

/*
 * Whether the size bytes at data, at least aligned to 4, are BTF that libbpf can be given: of this
 * machine's byte order, every record whole and of a kind that is known, every type and
 * every name that it refers to there, strings ended.  What types say together may still be
 * nonsense: typedefs that go round, structs in themselves.
 * base is what split BTF, a kernel module's, goes on from; not split itself; NULL: it stands alone.
 * 0, or ERR_USAGE with why not.
 */
int btf_check(const void *data, size_t size, const struct btf *base, struct err *err);

#endif
