/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "kern/prog_open.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <linux/bpf.h>
#include <linux/btf.h>
#include <bpf/bpf.h>
#include <bpf/btf.h>

#include "base/alloc.h"
#include "kern/btf.h"
#include "kern/fd_kind.h"

#define NAME_LEN (BPF_OBJ_NAME_LEN - 1)

int kern_prog_by_id(uint32_t id)
{
	return bpf_prog_get_fd_by_id(id);
}

/* BPF_OBJ_GET opens maps and links, too. */
int kern_prog_by_pin(const char *path)
{
	LIBBPF_OPTS(bpf_obj_get_opts, opts, .file_flags = BPF_F_RDONLY);
	int fd = bpf_obj_get_opts(path, &opts);

	if (fd < 0 || kern_fd_is_prog(fd))
		return fd;
	close(fd);
	return -EINVAL;
}

static int prog_info(int fd, struct bpf_func_info *main_func, struct bpf_prog_info *ret)
{
	uint32_t len = sizeof(*ret);

	memset(ret, 0, sizeof(*ret));
	if (main_func) {
		ret->func_info = (uintptr_t)main_func;
		ret->func_info_rec_size = sizeof(*main_func);
		ret->nr_func_info = 1;
	}
	return bpf_obj_get_info_by_fd(fd, ret, &len);
}

static void row_fill(struct prog_row *row, const struct bpf_prog_info *info)
{
	*row = (struct prog_row){ .id = info->id, .type = info->type };
	memcpy(row->name, info->name, NAME_LEN);
	memcpy(row->tag, info->tag, sizeof(row->tag));
}

int kern_prog_row(int fd, struct prog_row *ret)
{
	struct bpf_prog_info info;
	int r = prog_info(fd, NULL, &info);

	if (!r)
		row_fill(ret, &info);
	return r;
}

/* Its first function has the program's name in full. */
static bool is_called_in_full(int fd, const char *name)
{
	struct bpf_func_info func = { 0 };
	struct bpf_prog_info info;
	const struct btf *btf = NULL;
	const struct btf_type *type;
	bool is;

	if (prog_info(fd, &func, &info) || !info.btf_id || !info.nr_func_info ||
	    kern_btf_get(info.btf_id, &btf))
		return false;
	type = btf__type_by_id(btf, func.type_id);
	is = type && !strcmp(btf__str_by_offset(btf, type->name_off), name);
	kern_btf_put(btf);
	return is;
}

static bool is_meant(int fd, const struct prog_row *row, const char *name, const uint8_t *tag)
{
	if (tag)
		return !memcmp(row->tag, tag, sizeof(row->tag));
	if (strncmp(row->name, name, NAME_LEN) != 0)
		return false;
	return strlen(name) <= NAME_LEN || is_called_in_full(fd, name);
}

/* 0, or -errno where nothing can be said of the program; one that is gone is none. */
static int consider(uint32_t id, const char *name, const uint8_t *tag, struct prog_rows *ret)
{
	_cleanup_close_ int fd = kern_prog_by_id(id);
	struct prog_row row;
	int r = fd < 0 ? fd : kern_prog_row(fd, &row);

	if (r)
		return r == -ENOENT ? 0 : r;
	if (!is_meant(fd, &row, name, tag))
		return 0;
	ret->row = mem_more(ret->row, ret->n, &ret->cap, sizeof(*ret->row));
	ret->row[ret->n++] = row;
	return 0;
}

int kern_progs_find(const char *name, const uint8_t *tag, struct prog_rows *ret)
{
	struct prog_rows found = { 0 };
	uint32_t id = 0;
	int r;

	while (!(r = bpf_prog_get_next_id(id, &id)) && !(r = consider(id, name, tag, &found)))
		;
	if (r != -ENOENT) {
		kern_prog_rows_done(&found);
		return r;
	}
	*ret = found;
	return 0;
}

void kern_prog_rows_done(struct prog_rows *rows)
{
	free(rows->row);
	*rows = (struct prog_rows){ 0 };
}
