/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "codec/btf_check.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include <bpf/btf.h>

#define HEADER_MIN    (offsetof(struct btf_header, str_len) + sizeof(uint32_t))
#define SWAPPED_MAGIC 0x9feb

struct check {
	const uint8_t *types;
	const char *strings;
	uint32_t types_len, strings_len;
	uint32_t first_id, first_string; /* what is below is base's */
	uint32_t n_types;		 /* with base's */
	struct err *err;
};

/* How long a record is behind its struct btf_type, by its kind; UINT32_MAX: an unknown kind. */
static uint64_t tail_bytes(const struct btf_type *t)
{
	uint64_t n = btf_vlen(t);

	switch (btf_kind(t)) {
	case BTF_KIND_INT:
	case BTF_KIND_VAR:
	case BTF_KIND_DECL_TAG:
		return sizeof(uint32_t);
	case BTF_KIND_ARRAY:
		return sizeof(struct btf_array);
	case BTF_KIND_STRUCT:
	case BTF_KIND_UNION:
		return n * sizeof(struct btf_member);
	case BTF_KIND_ENUM:
		return n * sizeof(struct btf_enum);
	case BTF_KIND_ENUM64:
		return n * sizeof(struct btf_enum64);
	case BTF_KIND_FUNC_PROTO:
		return n * sizeof(struct btf_param);
	case BTF_KIND_DATASEC:
		return n * sizeof(struct btf_var_secinfo);
	case BTF_KIND_PTR:
	case BTF_KIND_FWD:
	case BTF_KIND_TYPEDEF:
	case BTF_KIND_VOLATILE:
	case BTF_KIND_CONST:
	case BTF_KIND_RESTRICT:
	case BTF_KIND_FUNC:
	case BTF_KIND_FLOAT:
	case BTF_KIND_TYPE_TAG:
		return 0;
	default:
		return UINT32_MAX;
	}
}

static bool is_name(const struct check *c, uint32_t offset)
{
	return offset < c->first_string || offset - c->first_string < c->strings_len ||
	       (!offset && !c->strings_len);
}

static bool is_type(const struct check *c, uint32_t id)
{
	return id < c->n_types;
}

static bool members_fit(const struct check *c, const struct btf_type *t)
{
	const struct btf_member *m = btf_members(t);

	for (uint32_t i = 0; i < btf_vlen(t); i++)
		if (!is_name(c, m[i].name_off) || !is_type(c, m[i].type))
			return false;
	return true;
}

static bool parameters_fit(const struct check *c, const struct btf_type *t)
{
	const struct btf_param *p = btf_params(t);

	for (uint32_t i = 0; i < btf_vlen(t); i++)
		if (!is_name(c, p[i].name_off) || !is_type(c, p[i].type))
			return false;
	return is_type(c, t->type);
}

static bool values_fit(const struct check *c, const struct btf_type *t)
{
	bool wide = btf_is_enum64(t);

	for (uint32_t i = 0; i < btf_vlen(t); i++)
		if (!is_name(c, wide ? btf_enum64(t)[i].name_off : btf_enum(t)[i].name_off))
			return false;
	return true;
}

static bool variables_fit(const struct check *c, const struct btf_type *t)
{
	for (uint32_t i = 0; i < btf_vlen(t); i++)
		if (!is_type(c, btf_var_secinfos(t)[i].type))
			return false;
	return true;
}

/* Whether all that a record, which is whole, refers to is there. */
static bool refers_well(const struct check *c, const struct btf_type *t)
{
	if (!is_name(c, t->name_off))
		return false;
	switch (btf_kind(t)) {
	case BTF_KIND_INT:
	case BTF_KIND_FLOAT:
	case BTF_KIND_FWD:
		return true;
	case BTF_KIND_ARRAY:
		return is_type(c, btf_array(t)->type) && is_type(c, btf_array(t)->index_type);
	case BTF_KIND_STRUCT:
	case BTF_KIND_UNION:
		return members_fit(c, t);
	case BTF_KIND_ENUM:
	case BTF_KIND_ENUM64:
		return values_fit(c, t);
	case BTF_KIND_FUNC_PROTO:
		return parameters_fit(c, t);
	case BTF_KIND_DATASEC:
		return variables_fit(c, t);
	default:
		return is_type(c, t->type);
	}
}

/* The record at *offset, which is moved behind it; NULL where it is not whole. */
static const struct btf_type *next_record(const struct check *c, uint32_t *offset)
{
	const struct btf_type *t = (const struct btf_type *)(c->types + *offset);
	uint64_t bytes;

	if (c->types_len - *offset < sizeof(*t))
		return NULL;
	bytes = sizeof(*t) + tail_bytes(t);
	if (bytes > c->types_len - *offset)
		return NULL;
	*offset += (uint32_t)bytes;
	return t;
}

static int refuse_record(const struct check *c, uint32_t offset, uint32_t id)
{
	const struct btf_type *t = (const struct btf_type *)(c->types + offset);

	if (c->types_len - offset >= sizeof(*t) && tail_bytes(t) == UINT32_MAX)
		return err_set(c->err, ERR_USAGE, "its type %u is of kind %u, which is not known",
			       id, btf_kind(t));
	return err_set(c->err, ERR_USAGE, "its BTF is damaged: type %u is cut off", id);
}

static int check_types(struct check *c)
{
	uint32_t offset = 0, at;

	for (c->n_types = c->first_id; offset < c->types_len; c->n_types++) {
		at = offset;
		if (!next_record(c, &offset))
			return refuse_record(c, at, c->n_types);
	}
	offset = 0;
	for (uint32_t id = c->first_id; offset < c->types_len; id++)
		if (!refers_well(c, next_record(c, &offset)))
			return err_set(c->err, ERR_USAGE,
				       "its BTF is damaged: type %u refers to what is not there",
				       id);
	return 0;
}

static bool lies_within(uint64_t offset, uint64_t len, uint64_t size)
{
	return offset <= size && len <= size - offset;
}

static int check_header(struct check *c, const uint8_t *data, size_t size)
{
	const struct btf_header *h = (const struct btf_header *)data;
	uint64_t body;

	if (size < HEADER_MIN || (h->magic != BTF_MAGIC && h->magic != SWAPPED_MAGIC))
		return err_set(c->err, ERR_USAGE, "it is neither BTF nor an ELF file");
	if (h->magic == SWAPPED_MAGIC)
		return err_set(c->err, ERR_USAGE,
			       "its BTF is of a machine with the other byte order");
	if (h->version != BTF_VERSION)
		return err_set(c->err, ERR_USAGE, "its BTF is of version %u, which is not known",
			       h->version);
	if (h->hdr_len < HEADER_MIN || h->hdr_len > size)
		return err_set(c->err, ERR_USAGE, "its BTF is damaged: the header is cut off");
	body = size - h->hdr_len;
	if (!lies_within(h->type_off, h->type_len, body) ||
	    !lies_within(h->str_off, h->str_len, body) ||
	    !lies_within(h->type_off, h->type_len, h->str_off) || (h->hdr_len + h->type_off) % 4)
		return err_set(c->err, ERR_USAGE,
			       "its BTF is damaged: its sections do not lie in the file");
	c->types = data + h->hdr_len + h->type_off;
	c->types_len = h->type_len;
	c->strings = (const char *)data + h->hdr_len + h->str_off;
	c->strings_len = h->str_len;
	return 0;
}

static void go_on_from(struct check *c, const struct btf *base)
{
	const struct btf_header *h;
	uint32_t size;

	h = btf__raw_data(base, &size);
	c->first_id = btf__type_cnt(base);
	c->first_string = h ? h->str_len : 0;
}

int btf_check(const void *data, size_t size, const struct btf *base, struct err *err)
{
	struct check c = { .first_id = 1, .err = err };
	int r = check_header(&c, data, size);

	if (r)
		return r;
	if (base)
		go_on_from(&c, base);
	if ((!base && !c.strings_len) || (c.strings_len && c.strings[c.strings_len - 1]) ||
	    (!base && c.strings[0]))
		return err_set(err, ERR_USAGE, "its BTF is damaged: its names do not end");
	return check_types(&c);
}
