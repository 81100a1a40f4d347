/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#ifndef BASE_READ_FILE_H
#define BASE_READ_FILE_H

#include <stddef.h>
#include <sys/types.h>

#include "base/err.h"

/*
 * Reads the file at path, "-" for standard input, into data: it has to hold
 * size bytes, no fewer and no more, else ERR_USAGE, as of an empty path.  ERR_SYSTEM and ERR_DENIED
 * where it cannot be read.  On failure what is in data is not defined.
 */
int read_file_exact(const char *path, void *data, size_t size, struct err *err);

/* The same of size bytes or fewer: *ret_n of them. */
int read_file_up_to(const char *path, void *data, size_t size, size_t *ret_n, struct err *err);

/* Up to size bytes, fewer only where the file ends; or -1 with errno. */
ssize_t read_up_to(int fd, void *data, size_t size);

#endif
