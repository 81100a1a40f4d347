/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* What only /proc/PID/fdinfo tells about a map. */
#ifndef KERN_FDINFO_H
#define KERN_FDINFO_H

#include <stdbool.h>
#include <stdint.h>

struct map_fdinfo {
	uint32_t map_id; /* 0: not the fd of a map */
	uint64_t memory; /* bytes; meaningful when has_memory */
	uint64_t map_extra;
	int owner_prog_type; /* of a prog_array that a program uses; -1 none */
	bool owner_jited;
	bool has_memory;
	bool frozen;
};

struct fdinfo_file {
	int file, of;
};

#define FDINFO_FILE ((struct fdinfo_file){ .file = -1, .of = -1 })

/*
 * Reads fdinfo for one own fd after the other: 0 or -errno; *ret is untouched
 * on failure.  The kernel looks the number up each time the file is read, so
 * that while maps are opened and closed under the same number the file stays
 * open and half of the work is saved.
 */
int kern_fdinfo_again(struct fdinfo_file *file, int fd, struct map_fdinfo *ret);
void kern_fdinfo_done(struct fdinfo_file *file);

/* The pure part: text is the file's content; lines it does not know are skipped. */
void kern_fdinfo_parse(const char *text, struct map_fdinfo *ret);

#endif
