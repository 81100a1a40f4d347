/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "map/reference.h"

#include <errno.h>
#include <string.h>

#include <bpf/libbpf.h>

#include "base/buf.h"
#include "kern/prog_open.h"
#include "map/map_find.h"

#define CANDIDATES_MAX 8 /* named in an error */
#define NAME_LEN       (BPF_OBJ_NAME_LEN - 1)

/* An id may mean something else by now: the name that was dumped with it tells. */
static int check_called(const struct reference *reference, const char *noun, const char *name,
			struct err *err)
{
	if (!reference->called || !strncmp(reference->called, name, NAME_LEN))
		return 0;
	return err_set(err, ERR_USAGE, "%s %u is called \"%.*s\", not \"%s\"", noun, reference->id,
		       NAME_LEN, name, reference->called);
}

int reference_open_map(const struct reference *reference, struct err *err)
{
	static const enum map_ref_kind kinds[] = {
		[REFERENCE_ID] = MAP_REF_ID,
		[REFERENCE_NAME] = MAP_REF_NAME,
		[REFERENCE_PIN] = MAP_REF_PIN,
	};
	const struct map_ref ref = {
		.kind = kinds[reference->kind],
		.id = reference->id,
		.text = reference->text,
	};
	struct map *map;
	int fd, r = map_open(&ref, MAP_ACCESS_READ, &map, err);

	if (r)
		return r;
	r = check_called(reference, "map", map->info.name, err);
	fd = map->fd;
	if (!r)
		map->fd = -1;
	map_free(map);
	return r ? r : fd;
}

static const char *type_name(uint32_t prog_type)
{
	const char *name = libbpf_bpf_prog_type_str((enum bpf_prog_type)prog_type);

	return name ? name : "unknown";
}

static int id_failed(uint32_t id, int error, struct err *err)
{
	if (error == ENOENT)
		return err_set(err, ERR_NO, "no program has the id %u", id);
	if (error == EPERM)
		return err_set(err, ERR_DENIED,
			       "program %u: opening programs by id needs CAP_SYS_ADMIN (run as "
			       "root); a pin that you may read needs none",
			       id);
	errno = error;
	return err_sys(err, "opening program %u", id);
}

static int parse_tag(const char *text, uint8_t ret[static PROG_TAG_BYTES], struct err *err)
{
	static const char digits[] = "0123456789abcdef0123456789ABCDEF";
	const char *digit;

	if (strlen(text) != 2 * PROG_TAG_BYTES)
		return err_set(err, ERR_USAGE, "'%s' is no tag: %d hex digits", text,
			       2 * PROG_TAG_BYTES);
	for (size_t i = 0; i < 2 * PROG_TAG_BYTES; i++) {
		digit = strchr(digits, text[i]);
		if (!digit)
			return err_set(err, ERR_USAGE, "'%s' is no tag: %d hex digits", text,
				       2 * PROG_TAG_BYTES);
		ret[i / 2] = (uint8_t)(ret[i / 2] << 4 | (digit - digits) % 16);
	}
	return 0;
}

static int ambiguous(const char *what, const char *text, const struct prog_rows *found,
		     struct err *err)
{
	size_t shown = found->n < CANDIDATES_MAX ? found->n : CANDIDATES_MAX;
	struct buf words = { 0 };

	for (size_t i = 0; i < shown; i++)
		buf_printf(&words, "%s%u (%s)", i ? ", " : "", found->row[i].id,
			   type_name(found->row[i].type));
	if (found->n > shown)
		buf_printf(&words, " and %zu more", found->n - shown);
	err_set(err, ERR_USAGE, "%zu programs have the %s \"%s\": %s; say which with 'id N'",
		found->n, what, text, buf_str(&words));
	buf_done(&words);
	return -ERR_USAGE;
}

/* The id of the one program of that name or tag. */
static int find_one(const struct reference *reference, uint32_t *ret, struct err *err)
{
	bool by_tag = reference->kind == REFERENCE_TAG;
	const char *what = by_tag ? "tag" : "name";
	uint8_t tag[PROG_TAG_BYTES] = { 0 };
	struct prog_rows found;
	int r = by_tag ? parse_tag(reference->text, tag, err) : 0;

	if (r)
		return r;
	r = kern_progs_find(by_tag ? NULL : reference->text, by_tag ? tag : NULL, &found);
	if (r == -EPERM)
		return err_set(err, ERR_DENIED,
			       "program %s: finding programs by %s needs CAP_SYS_ADMIN (run as "
			       "root); a pin that you may read needs none",
			       reference->text, what);
	if (r) {
		errno = -r;
		return err_sys(err, "program %s: listing the programs", reference->text);
	}
	if (!found.n)
		r = err_set(err, ERR_NO, "no program has the %s \"%s\"", what, reference->text);
	else if (found.n > 1)
		r = ambiguous(what, reference->text, &found, err);
	else
		*ret = found.row[0].id;
	kern_prog_rows_done(&found);
	return r;
}

static int open_program(const struct reference *reference, struct err *err)
{
	static const struct pin_noun program = { "program", "map or link" };
	uint32_t id = reference->id;
	int r = 0, fd;

	if (reference->kind == REFERENCE_PIN) {
		fd = kern_prog_by_pin(reference->text);
		return fd < 0 ? pin_failed(reference->text, &program, -fd, err) : fd;
	}
	if (reference->kind != REFERENCE_ID)
		r = find_one(reference, &id, err);
	if (r)
		return r;
	fd = kern_prog_by_id(id);
	return fd < 0 ? id_failed(id, -fd, err) : fd;
}

static int check_program(const struct reference *reference, const struct prog_row *row,
			 uint32_t prog_type, struct err *err)
{
	if (prog_type && row->type != prog_type)
		return err_set(err, ERR_USAGE, "program %u is of type %s, and has to be %s",
			       row->id, type_name(row->type), type_name(prog_type));
	return check_called(reference, "program", row->name, err);
}

int reference_open_program(const struct reference *reference, uint32_t prog_type, struct err *err)
{
	struct prog_row row;
	int fd = open_program(reference, err), r;

	if (fd < 0)
		return fd;
	r = kern_prog_row(fd, &row);
	if (r) {
		errno = -r;
		r = err_sys(err, "asking the kernel about the program");
	} else {
		r = check_program(reference, &row, prog_type, err);
	}
	if (!r)
		return fd;
	close(fd);
	return r;
}
