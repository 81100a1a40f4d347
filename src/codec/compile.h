/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* The parts of plan_compile() among themselves. */
#ifndef CODEC_COMPILE_H
#define CODEC_COMPILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "codec/btf_type.h"
#include "codec/plan.h"

/* What all names of a plan may take, spelled. */
#define PLAN_NAMES_MAX (8 * 1024 * 1024)

/* What steps point to. */
struct plan_owned {
	void *enums;	/* tsearch(3) tree of struct enum_names with their type id */
	char **strings; /* names that BTF does not hold as they are */
	size_t n_strings, cap_strings;
	struct btf *btf; /* made for this plan; or NULL */
};

struct compile {
	const struct btf *btf;
	enum plan_dialect dialect;
	struct plan *plan;
	size_t cap_steps;
	uint64_t links;	      /* of typedef chains that may still be followed */
	uint32_t visits;      /* types and members looked at so far */
	uint32_t enum_values; /* in all tables so far */
	size_t name_bytes;
	struct err *err;
};

/* Where a value lies; bytes count from the start of the plan's value, or of an array's element. */
struct place {
	uint32_t offset;
	uint32_t limit;	    /* it may not reach beyond */
	uint32_t end;	    /* what has no end of its own may go up to here; 0: nowhere */
	unsigned int depth; /* levels above it */
};

/* The functions below return 0 or -code with the error set. */

/* Fails with ERR_PARTIAL: "type NAME " and fmt. */
int compile_refuse(struct compile *c, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* Stretches the plan to a value that goes up to its place's end. */
void compile_cover(struct compile *c, uint32_t end);

/* Counts one more type or member against the bound. */
int compile_visit(struct compile *c);

/* As btf_follow() and btf_bytes(). */
int compile_follow(struct compile *c, uint32_t type_id, struct btf_behind *ret);

int compile_bytes(struct compile *c, uint32_t type_id, uint64_t *ret);

/* Keeps s, which is malloc'ed, as long as the plan. */
const char *compile_keep(struct compile *c, char *s);

/* Appends step under name; NULL for the root and for an array's elements. */
int compile_step(struct compile *c, const struct step *step, const char *name, enum look look);

/* An OPEN or ARRAY, and the CLOSE of the one at index. */
int compile_open(struct compile *c, struct step step, const char *name, const struct place *at);
int compile_close(struct compile *c, uint32_t index);

/* One value of any type. */
int compile_type(struct compile *c, uint32_t type_id, const char *name, const struct place *at);

/* Notes at a scalar's step the type that its field was declared with. */
void compile_declared(struct compile *c, uint32_t index, uint32_t type_id);

/* By kind; the caller has checked that the type's bytes lie inside the place. */
int compile_int(struct compile *c, const struct btf_behind *t, const char *name,
		const struct place *at);
int compile_enum(struct compile *c, const struct btf_behind *t, const char *name,
		 const struct place *at);
int compile_float(struct compile *c, const struct btf_behind *t, const char *name,
		  const struct place *at);
int compile_pointer(struct compile *c, const struct btf_behind *t, const char *name,
		    const struct place *at);
int compile_opaque(struct compile *c, const struct btf_behind *t, const char *name,
		   const struct place *at);
int compile_array(struct compile *c, const struct btf_behind *t, const char *name,
		  const struct place *at);
int compile_struct(struct compile *c, const struct btf_behind *t, const char *name,
		   const struct place *at);
int compile_datasec(struct compile *c, const struct btf_behind *t, const char *name,
		    const struct place *at);

/* bits wide, from bit_offset bits behind the place's offset; the type may be wider. */
int compile_bits(struct compile *c, const struct btf_behind *t, const char *name,
		 const struct place *at, uint64_t bit_offset, uint32_t bits);

/* Bits of an INT or ENUM, wherever it lies; 0 for other kinds, which have to lie on a byte. */
uint32_t compile_width(const struct btf_type *t);

/* An INT that does not fill whole bytes: a bitfield as compilers once spelled them. */
bool compile_is_odd_int(const struct btf_type *t);

/* A struct of the kernel's (lock, timer, …), which is shown by its name. */
bool compile_is_special(const struct compile *c, const struct btf_type *t);
int compile_special(struct compile *c, const struct btf_behind *t, const char *name,
		    const struct place *at);

/* The sorted names of an enum, made once a plan. */
int compile_enum_names(struct compile *c, const struct btf_behind *t,
		       const struct enum_names **ret);
void enum_names_free(void *enums);

/* The names inside one object; names is NULL to start with. */
struct name_scope {
	void *names;	   /* tsearch(3) tree */
	bool allows_twice; /* a name may come again */
};

/* name, or where it is taken name#2, name#3, …, which lives as long as the scope. */
const char *name_scope_add(struct name_scope *scope, const char *name);
void name_scope_done(struct name_scope *scope);

#endif
