/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Types out of a file. */
#ifndef MAP_BTF_FILE_H
#define MAP_BTF_FILE_H

#include "base/err.h"

struct btf;

/*
 * Reads the types of the file at path: raw BTF, as in /sys/kernel/btf, or an ELF file (object,
 * kernel, module) with a section .BTF.  What a module's types go on from is the running kernel's.
 * The file is not trusted: see btf_check().  The caller frees *ret with btf__free().
 * ERR_USAGE for a file that has none; ERR_SYSTEM and ERR_DENIED where it cannot be read.
 */
int btf_file_read(const char *path, struct btf **ret, struct err *err);

#endif
