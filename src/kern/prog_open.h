/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* One program, by the ways that people name it: what a map's value may stand for. */
#ifndef KERN_PROG_OPEN_H
#define KERN_PROG_OPEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define PROG_TAG_BYTES 8

struct prog_row {
	uint32_t id;
	uint32_t type; /* enum bpf_prog_type */
	char name[16]; /* the kernel's; foreign bytes */
	uint8_t tag[PROG_TAG_BYTES];
};

struct prog_rows {
	size_t n, cap;
	struct prog_row *row; /* by id */
};

/* An fd that the caller closes, or -errno: -ENOENT, -EPERM without CAP_SYS_ADMIN. */
int kern_prog_by_id(uint32_t id);

/* The same of a pin, whose file mode decides who may; -EINVAL: it is no program. */
int kern_prog_by_pin(const char *path);

/* What the program behind fd is: 0 or -errno. */
int kern_prog_row(int fd, struct prog_row *ret);

/*
 * The programs of a name, or of a tag; the other is NULL.  Of a name that is
 * longer than the 15 characters that the kernel keeps, its BTF tells the rest.
 * 0, also where there are none, or -errno.
 */
int kern_progs_find(const char *name, const uint8_t *tag, struct prog_rows *ret);
void kern_prog_rows_done(struct prog_rows *rows);

#endif
