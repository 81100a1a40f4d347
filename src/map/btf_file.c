/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "map/btf_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <bpf/btf.h>
#include <gelf.h>
#include <libelf.h>
#include <sys/mman.h>

#include "base/alloc.h"
#include "codec/btf_check.h"
#include "kern/btf.h"

#define SECTIONS_MAX (256 * 1024)
#define NAMES_MAX    (16u << 20) /* bytes of the names of sections */
#define FIRST_READ   (64 * 1024)

struct bytes {
	uint8_t *data; /* malloc'ed */
	size_t n;
};

static void bytes_done(struct bytes *bytes)
{
	free(bytes->data);
}

static int too_large(struct err *err)
{
	return err_set(err, ERR_USAGE, "it has more than %u MiB of BTF", BTF_FILE_BYTES_MAX >> 20);
}

/* All that the file has, from where it stands: files of /sys, and pipes, do not tell their size. */
static int read_rest(int fd, struct bytes *ret, struct err *err)
{
	size_t cap = FIRST_READ;
	ssize_t n;

	ret->data = mem_zero(cap);
	for (ret->n = 0; ret->n <= BTF_FILE_BYTES_MAX; ret->n += (size_t)n) {
		if (ret->n == cap) {
			uint8_t *more = realloc(ret->data, 2 * cap);

			if (!more)
				return err_sys(err, "reading it");
			ret->data = more;
			cap *= 2;
		}
		do
			n = read(fd, ret->data + ret->n, cap - ret->n);
		while (n < 0 && errno == EINTR);
		if (n < 0)
			return err_sys(err, "reading it");
		if (!n)
			return 0;
	}
	return too_large(err);
}

static int elf_failed(struct err *err)
{
	return err_set(err, ERR_USAGE, "it is no whole ELF file: %s", elf_errmsg(-1));
}

/* A section's bytes, as libelf has read them; at most most of them. */
static int section_data(Elf_Scn *section, size_t most, Elf_Data **ret, struct err *err)
{
	GElf_Shdr header;

	if (!section || !gelf_getshdr(section, &header))
		return elf_failed(err);
	if (header.sh_size > most || header.sh_flags & SHF_COMPRESSED)
		return err_set(err, ERR_USAGE, "a section of it is compressed, or too large");
	*ret = elf_rawdata(section, NULL);
	if (!*ret || !(*ret)->d_buf)
		return elf_failed(err);
	return 0;
}

static bool is_named(const Elf_Data *names, size_t offset, const char *name)
{
	size_t len = strlen(name) + 1;

	return offset < names->d_size && names->d_size - offset >= len &&
	       !memcmp((const char *)names->d_buf + offset, name, len);
}

static int find_section(Elf *elf, const char *name, Elf_Scn **ret, struct err *err)
{
	Elf_Scn *section = NULL;
	size_t n, names_at;
	Elf_Data *names;
	GElf_Shdr header;
	int r;

	if (elf_getshdrnum(elf, &n) || elf_getshdrstrndx(elf, &names_at))
		return elf_failed(err);
	if (n > SECTIONS_MAX)
		return err_set(err, ERR_USAGE, "it has more than %d sections", SECTIONS_MAX);
	r = section_data(elf_getscn(elf, names_at), NAMES_MAX, &names, err);
	while (!r && (section = elf_nextscn(elf, section))) {
		if (!gelf_getshdr(section, &header))
			return elf_failed(err);
		if (header.sh_type != SHT_NOBITS && is_named(names, header.sh_name, name)) {
			*ret = section;
			return 0;
		}
	}
	return r ? r
		 : err_set(err, ERR_USAGE,
			   "it has no section %s; compilers write one with -g for BPF", name);
}

static int read_elf_section(Elf *elf, struct bytes *ret, struct err *err)
{
	Elf_Scn *section = NULL;
	Elf_Data *data = NULL;
	int r;

	if (elf_kind(elf) != ELF_K_ELF)
		return elf_failed(err);
	r = find_section(elf, ".BTF", &section, err);
	if (!r)
		r = section_data(section, BTF_FILE_BYTES_MAX, &data, err);
	if (r)
		return r;
	/* In memory of its own, which is aligned. */
	ret->data = mem_zero(data->d_size + 1);
	ret->n = data->d_size;
	memcpy(ret->data, data->d_buf, data->d_size);
	return 0;
}

static int read_elf(int fd, struct bytes *ret, struct err *err)
{
	Elf *elf;
	int r;

	elf_version(EV_CURRENT);
	elf = elf_begin(fd, ELF_C_READ, NULL);
	if (!elf)
		return elf_failed(err);
	r = read_elf_section(elf, ret, err);
	elf_end(elf);
	return r;
}

/* A pipe that nobody writes to is empty: opening it does not wait for somebody. */
static int open_file(const char *path, struct err *err)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

	if (fd < 0)
		return err_sys(err, "opening it");
	fcntl(fd, F_SETFL, 0);
	return fd;
}

static int read_bytes(const char *path, struct bytes *ret, struct err *err)
{
	_cleanup_close_ int fd = open_file(path, err);
	char magic[SELFMAG];

	if (fd < 0)
		return fd;
	if (pread(fd, magic, sizeof(magic), 0) == sizeof(magic) && !memcmp(magic, ELFMAG, SELFMAG))
		return read_elf(fd, ret, err);
	return read_rest(fd, ret, err);
}

/* libbpf takes split BTF by the name of a file only: one that nobody can change any more. */
static struct btf *parse_split(const struct bytes *bytes, const struct btf *base)
{
	_cleanup_close_ int fd = memfd_create("btf", MFD_CLOEXEC);
	char path[64];

	if (fd < 0 || write(fd, bytes->data, bytes->n) != (ssize_t)bytes->n)
		return NULL;
	snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
	return btf__parse_raw_split(path, (struct btf *)base);
}

static int parse(const struct bytes *bytes, struct btf **ret, struct err *err)
{
	const struct btf *base = NULL;
	struct err of_split;
	struct btf *btf;
	int r = btf_check(bytes->data, bytes->n, NULL, err);

	if (r) {
		base = kern_btf_vmlinux();
		if (!base || btf_check(bytes->data, bytes->n, base, &of_split))
			return r;
	}
	btf = base ? parse_split(bytes, base) : btf__new(bytes->data, (uint32_t)bytes->n);
	if (!btf)
		return err_sys(err, "reading its BTF");
	*ret = btf;
	return 0;
}

int btf_file_read(const char *path, struct btf **ret, struct err *err)
{
	_cleanup_(bytes_done) struct bytes bytes = { 0 };
	int r = read_bytes(path, &bytes, err);

	if (!r)
		r = parse(&bytes, ret, err);
	return r ? err_wrap(err, "%s", path) : 0;
}
