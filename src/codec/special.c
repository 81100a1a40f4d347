/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "codec/special.h"

#include <string.h>

#define LOOKS_MAX (64 * 1024)
#define DEPTH_MAX 64

#define N_OF(list) (sizeof(list) / sizeof(*(list)))

static const char *const structs[] = {
	"bpf_dynptr",	"bpf_list_head",     "bpf_list_node", "bpf_rb_node",   "bpf_rb_root",
	"bpf_refcount", "bpf_res_spin_lock", "bpf_spin_lock", "bpf_task_work", "bpf_timer",
	"bpf_wq",
};

static const char *const tags[] = {
	"kptr", "kptr_ref", "kptr_untrusted", "percpu_kptr", "uptr",
};

static bool is_listed(const char *const list[], size_t n, const char *name)
{
	for (size_t i = 0; i < n; i++) {
		if (strcmp(list[i], name) == 0)
			return true;
	}
	return false;
}

bool special_struct(const struct btf *btf, const struct btf_type *t)
{
	const char *name = btf_name(btf, t->name_off);

	return btf_is_struct(t) && strncmp(name, "bpf_", 4) == 0 &&
	       is_listed(structs, N_OF(structs), name);
}

const char *special_tag(const struct btf *btf, uint32_t type_id, uint64_t *links)
{
	const struct btf_type *t = btf__type_by_id(btf, type_id);
	uint32_t chain = btf__type_cnt(btf);

	for (; t && btf_is_mod(t) && *links && chain; t = btf__type_by_id(btf, t->type), chain--) {
		const char *tag = btf_name(btf, t->name_off);

		(*links)--;
		if (btf_is_type_tag(t) && is_listed(tags, N_OF(tags), tag))
			return tag;
	}
	return NULL;
}

struct search {
	const struct btf *btf;
	uint64_t links, looks; /* that are left */
};

static bool search_type(struct search *s, uint32_t type_id, unsigned int depth);

static bool search_members(struct search *s, const struct btf_type *t, unsigned int depth)
{
	for (uint32_t i = 0; i < btf_vlen(t); i++)
		if (search_type(s, btf_members(t)[i].type, depth))
			return true;
	return false;
}

static bool search_variables(struct search *s, const struct btf_type *t, unsigned int depth)
{
	for (uint32_t i = 0; i < btf_vlen(t); i++)
		if (search_type(s, btf_var_secinfos(t)[i].type, depth))
			return true;
	return false;
}

static bool search_type(struct search *s, uint32_t type_id, unsigned int depth)
{
	struct btf_behind behind;
	const struct btf_type *t;

	if (depth > DEPTH_MAX || !s->looks)
		return true;
	s->looks--;
	if (btf_follow(s->btf, type_id, &s->links, &behind) < 0)
		return true;
	t = behind.type;
	if (!t)
		return false;
	if (btf_is_ptr(t))
		return special_tag(s->btf, t->type, &s->links) || !s->links;
	if (btf_is_array(t))
		return search_type(s, btf_array(t)->type, depth + 1);
	if (btf_is_datasec(t))
		return search_variables(s, t, depth + 1);
	return btf_is_aggregate(t) &&
	       (special_struct(s->btf, t) || search_members(s, t, depth + 1));
}

bool special_within(const struct btf *btf, uint32_t type_id)
{
	struct search s = { .btf = btf, .links = LOOKS_MAX, .looks = LOOKS_MAX };

	return search_type(&s, type_id, 0);
}
