/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * libelf finds the tables; what is in them is read here, because libelf looks for the end of a
 * name in the whole table of names each time, which a file can make long.
 */
#include "map/object_elf.h"

#include <endian.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <gelf.h>
#include <libelf.h>

#include "base/alloc.h"

#define HOST_ORDER (__BYTE_ORDER == __LITTLE_ENDIAN ? ELFDATA2LSB : ELFDATA2MSB)

/* Symbols with longer names are none that a map is looked up by. */
#define NAME_MAX_BYTES 512

struct bytes {
	const uint8_t *data;
	uint64_t size;
};

struct opening {
	const char *path;
	Elf *elf;
	struct bytes file;
	size_t *place; /* by the file's section numbers, those that are kept: place + 1, or 0 */
	size_t n_numbers;
	struct object_elf *into;
};

static int damaged(const struct opening *o, const char *what, struct err *err)
{
	return err_set(err, ERR_USAGE, "%s: a damaged object file: %s", o->path, what);
}

static int check_kind(const char *path, const uint8_t *bytes, size_t size, struct err *err)
{
	Elf64_Ehdr header;

	if (size < EI_NIDENT || memcmp(bytes, ELFMAG, SELFMAG) != 0)
		return err_set(err, ERR_USAGE, "%s: not a BPF object file", path);
	if (bytes[EI_CLASS] == ELFCLASS32)
		return err_set(err, ERR_USAGE, "%s: a 32-bit object; BPF objects have 64 bits",
			       path);
	if (bytes[EI_CLASS] != ELFCLASS64 || size < sizeof(header))
		return err_set(err, ERR_USAGE, "%s: not a BPF object file", path);
	if (bytes[EI_DATA] != HOST_ORDER)
		return err_set(err, ERR_USAGE,
			       "%s: for machines of the other byte order; compile it with "
			       "'clang -target bpf' on this one",
			       path);
	memcpy(&header, bytes, sizeof(header));
	/* Early compilers had no number for BPF. */
	if (header.e_machine != EM_BPF && header.e_machine != EM_NONE)
		return err_set(err, ERR_USAGE,
			       "%s: an object file of another machine, not of BPF; "
			       "'clang -target bpf -g -c' makes them",
			       path);
	if (header.e_type != ET_REL)
		return err_set(err, ERR_USAGE, "%s: not an object file, but a linked one", path);
	if (header.e_shoff >= size)
		return err_set(err, ERR_USAGE,
			       "%s: a damaged object file: it ends before its sections are listed",
			       path);
	/* libelf would hand their headers out as they lie. */
	if (header.e_shoff % sizeof(uint64_t))
		return err_set(err, ERR_USAGE,
			       "%s: a damaged object file: its sections are listed out of line",
			       path);
	return 0;
}

static bool lies_in(const struct opening *o, uint64_t offset, uint64_t size)
{
	return offset <= o->file.size && size <= o->file.size - offset;
}

/* The bytes of a section; NULL where it has none in the file. */
static int section_bytes(const struct opening *o, const Elf64_Shdr *header, struct bytes *ret,
			 struct err *err)
{
	*ret = (struct bytes){ .size = header->sh_size };
	if (header->sh_type == SHT_NOBITS || header->sh_type == SHT_NULL)
		return 0;
	if (!lies_in(o, header->sh_offset, header->sh_size))
		return damaged(o, "a section goes on behind the end of the file", err);
	ret->data = o->file.data + header->sh_offset;
	return 0;
}

static const Elf64_Shdr *header_of(const struct opening *o, size_t number)
{
	Elf_Scn *section = elf_getscn(o->elf, number);

	return section ? elf64_getshdr(section) : NULL;
}

/* A table of names; every name in it ends, as the last byte is a NUL. */
static int names_of(const struct opening *o, size_t number, struct bytes *ret, struct err *err)
{
	const Elf64_Shdr *header = header_of(o, number);
	int r = header ? section_bytes(o, header, ret, err) : damaged(o, "it has no names", err);

	if (r)
		return r;
	if (header->sh_type != SHT_STRTAB || !ret->data || !ret->size || ret->data[ret->size - 1])
		return damaged(o, "its names do not end", err);
	return 0;
}

static const char *name_at(const struct bytes *names, uint64_t offset)
{
	return offset < names->size ? (const char *)names->data + offset : "";
}

/* Debugging sections, relocations and tables of names are of no use here. */
static bool is_kept(const Elf64_Shdr *header)
{
	return (header->sh_type == SHT_PROGBITS || header->sh_type == SHT_NOBITS) &&
	       !(header->sh_flags & SHF_COMPRESSED) && header->sh_size;
}

static int read_sections(struct opening *o, struct err *err)
{
	struct bytes names, bytes;
	size_t names_at;
	int r;

	if (elf_getshdrnum(o->elf, &o->n_numbers) || elf_getshdrstrndx(o->elf, &names_at))
		return damaged(o, elf_errmsg(-1), err);
	r = names_of(o, names_at, &names, err);
	if (r)
		return r;
	o->place = mem_try_array(o->n_numbers + 1, sizeof(*o->place));
	o->into->section = mem_try_array(o->n_numbers + 1, sizeof(*o->into->section));
	if (!o->place || !o->into->section)
		return err_sys(err, "reading %s", o->path);
	for (size_t i = 0; i < o->n_numbers; i++) {
		const Elf64_Shdr *header = header_of(o, i);

		if (!header)
			return damaged(o, elf_errmsg(-1), err);
		if (!is_kept(header))
			continue;
		r = section_bytes(o, header, &bytes, err);
		if (r)
			return r;
		o->into->section[o->into->n_sections] = (struct object_section){
			.name = name_at(&names, header->sh_name),
			.data = bytes.data,
			.size = bytes.size
		};
		o->place[i] = ++o->into->n_sections;
	}
	return 0;
}

/* Only names that lie in a section that is kept; its place and size are held to it. */
static bool take_symbol(const struct opening *o, const struct bytes *names, const Elf64_Sym *symbol,
			struct object_symbol *ret)
{
	const char *name = name_at(names, symbol->st_name);
	const struct object_section *section;

	if (symbol->st_shndx >= o->n_numbers || !o->place[symbol->st_shndx] || !*name ||
	    ELF64_ST_TYPE(symbol->st_info) == STT_SECTION ||
	    strnlen(name, NAME_MAX_BYTES) == NAME_MAX_BYTES)
		return false;
	*ret = (struct object_symbol){ .name = name,
				       .section = o->place[symbol->st_shndx] - 1,
				       .at = symbol->st_value,
				       .size = symbol->st_size };
	section = &o->into->section[ret->section];
	return ret->at <= section->size && ret->size <= section->size - ret->at;
}

static int compare(const void *a, const void *b)
{
	const struct object_symbol *left = a, *right = b;

	if (left->section != right->section)
		return left->section < right->section ? -1 : 1;
	return strcmp(left->name, right->name);
}

static int read_symbols(struct opening *o, const Elf64_Shdr *table, struct err *err)
{
	struct object_elf *into = o->into;
	struct bytes names, bytes;
	Elf64_Sym symbol;
	size_t n;
	int r = names_of(o, table->sh_link, &names, err);

	if (!r)
		r = section_bytes(o, table, &bytes, err);
	if (r)
		return r;
	n = bytes.size / sizeof(symbol);
	into->symbol = mem_try_array(n + 1, sizeof(*into->symbol));
	if (!into->symbol)
		return err_sys(err, "reading %s", o->path);
	for (size_t i = 0; i < n; i++) {
		memcpy(&symbol, bytes.data + i * sizeof(symbol), sizeof(symbol));
		into->n_symbols += take_symbol(o, &names, &symbol, &into->symbol[into->n_symbols]);
	}
	qsort(into->symbol, into->n_symbols, sizeof(*into->symbol), compare);
	return 0;
}

static int read_tables(struct opening *o, struct err *err)
{
	int r = read_sections(o, err);

	for (size_t i = 0; !r && i < o->n_numbers; i++) {
		const Elf64_Shdr *header = header_of(o, i);

		if (header && header->sh_type == SHT_SYMTAB)
			return read_symbols(o, header, err);
	}
	return r;
}

int object_elf_open(const char *path, void *bytes, size_t size, struct object_elf *ret,
		    struct err *err)
{
	struct object_elf found = { 0 };
	struct opening o = { .path = path, .file = { bytes, size }, .into = &found };
	int r = check_kind(path, bytes, size, err);

	if (r)
		return r;
	elf_version(EV_CURRENT);
	o.elf = elf_memory(bytes, size);
	r = o.elf ? read_tables(&o, err) : damaged(&o, elf_errmsg(-1), err);
	elf_end(o.elf);
	free(o.place);
	if (r) {
		object_elf_done(&found);
		return r;
	}
	*ret = found;
	return 0;
}

void object_elf_done(struct object_elf *elf)
{
	free(elf->section);
	free(elf->symbol);
	*elf = (struct object_elf){ 0 };
}

const struct object_section *object_elf_section(const struct object_elf *elf, const char *name)
{
	for (size_t i = 0; i < elf->n_sections; i++)
		if (!strcmp(elf->section[i].name, name))
			return &elf->section[i];
	return NULL;
}

const struct object_symbol *object_elf_symbol(const struct object_elf *elf,
					      const struct object_section *section,
					      const char *name)
{
	const struct object_symbol wanted = { .name = name,
					      .section = (size_t)(section - elf->section) };

	return elf->n_symbols
		       ? bsearch(&wanted, elf->symbol, elf->n_symbols, sizeof(wanted), compare)
		       : NULL;
}
