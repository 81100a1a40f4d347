/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* The frame of an object file: its sections, and the symbols that stand in them. */
#ifndef MAP_OBJECT_ELF_H
#define MAP_OBJECT_ELF_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

struct object_section {
	const char *name;    /* "" where it has none */
	const uint8_t *data; /* size bytes; NULL: zeros that the file does not spell (.bss) */
	uint64_t size;
};

struct object_symbol {
	const char *name;
	size_t section; /* an index into those below */
	uint64_t at;	/* bytes from the start of its section: inside it */
	uint64_t size;	/* as it says, 0 where it does not: inside its section too */
};

/* All names, and the data, are in the bytes that were opened. */
struct object_elf {
	size_t n_sections;
	struct object_section *section; /* with data, or zeros: in the file's order */
	size_t n_symbols;
	struct object_symbol *symbol; /* by section and name; of those that have a name */
};

/*
 * Opens a relocatable BPF object of this machine's byte order in memory.  ERR_USAGE
 * where it is none, or is damaged; path is for the message.
 */
int object_elf_open(const char *path, void *bytes, size_t size, struct object_elf *ret,
		    struct err *err);
void object_elf_done(struct object_elf *elf);

/* The first section of the name, or NULL. */
const struct object_section *object_elf_section(const struct object_elf *elf, const char *name);

/* The symbol of the name in this section, or NULL. */
const struct object_symbol *object_elf_symbol(const struct object_elf *elf,
					      const struct object_section *section,
					      const char *name);

#endif
