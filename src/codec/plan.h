/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * A BTF type, compiled once into a flat list of steps.
 *
 * Decoding an entry runs the steps over its bytes into a writer; encoding (see
 * encode.h) runs the same steps the other way.  BTF is not trusted: whatever a program
 * loaded compiles within PLAN_STEPS_MAX steps and PLAN_DEPTH_MAX levels, or
 * not at all, and running a plan writes at most PLAN_NODES_MAX nodes.
 */
#ifndef CODEC_PLAN_H
#define CODEC_PLAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "output/label.h"

struct btf;
struct laid_view;
struct writer;

#define PLAN_DEPTH_MAX 64
#define PLAN_STEPS_MAX (128 * 1024)
#define PLAN_NODES_MAX (1024 * 1024)

enum step_kind {
	STEP_OPEN,  /* a struct, union or DATASEC: up to its STEP_CLOSE */
	STEP_ARRAY, /* count elements, stride bytes apart: the steps up to next, once each */
	STEP_CLOSE, /* ends OPEN and ARRAY */
	STEP_UINT,  /* size 1, 2, 4, 8 */
	STEP_SINT,
	STEP_UINT128,
	STEP_SINT128,
	STEP_BOOL,
	STEP_CHAR,  /* one byte of text (BTF_INT_CHAR) */
	STEP_FLOAT, /* size 2, 4, 8, 12, 16 */
	STEP_ENUM,  /* size 1, 2, 4, 8; is_signed */
	STEP_UBITS, /* bitfields: bits wide, from bit_offset of the byte at offset */
	STEP_SBITS,
	STEP_EBITS,  /* an enum in a bitfield */
	STEP_BBITS,  /* a bool in a bitfield */
	STEP_STRING, /* count bytes of a char array */
	STEP_POINTER,
	STEP_BE,      /* __be16, __be32, __be64: size 2, 4, 8; shown in host order */
	STEP_SPECIAL, /* kernel-owned (lock, timer, kptr, …): its name is shown, not its bytes */
	STEP_OPAQUE,  /* no layout known (FWD, FUNC): count bytes, maybe 0 */
	STEP_VIEW,    /* a view lies over count bytes: view.h */
};

struct enum_value {
	uint64_t value; /* sign-extended where the enum is signed */
	const char *name;
};

struct enum_names {
	uint32_t n;
	struct enum_value values[]; /* sorted by value; of equal ones the first declared */
};

struct step {
	uint8_t kind;		  /* enum step_kind */
	uint8_t size;		  /* bytes of a scalar */
	uint8_t bits, bit_offset; /* of an ENUM not 0: names match by so many low bits, too */
	bool is_signed;
	uint32_t offset;	/* bytes, from the start of the value, or of the array's element */
	uint32_t count, stride; /* of an OPEN count is the bytes of its type */
	union {
		/* OPEN, ARRAY: the index of the step behind their CLOSE; CLOSE: of what it closes
		 */
		uint32_t next;
		uint32_t type_id; /* everything else: in btf, as its author declared it */
	};
	struct label label; /* json_len 0 for array elements */
	union {
		const struct enum_names *names; /* ENUM, EBITS; NULL: shown as numbers */
		const char *what;		/* SPECIAL, OPAQUE: "struct bpf_spin_lock" */
		struct laid_view *view;		/* VIEW: freed with the plan */
	};
};

enum plan_dialect {
	PLAN_NATIVE,
	PLAN_BPFTOOL, /* anonymous members kept under "", DATASEC as bpftool prints it, no __be, no
			 specials */
};

struct plan {
	enum plan_dialect dialect;
	uint32_t type_id; /* in btf, of the root */
	uint32_t size;	  /* bytes that the type covers */
	uint32_t n_steps;
	uint64_t n_nodes;      /* that one run writes, at most */
	const struct btf *btf; /* borrowed; must outlive the plan */
	struct step *steps;
	/* the rest is compile's own bookkeeping */
	struct plan_owned *owned;
};

/*
 * Compiles type_id of btf for values of size bytes.  A flexible array at the
 * end takes what size leaves.
 * Fails with ERR_PARTIAL where the type breaks a bound or is larger than
 * size; the caller then shows bytes.  plan_free() frees.
 */
int plan_compile(const struct btf *btf, uint32_t type_id, uint32_t size, enum plan_dialect dialect,
		 struct plan **ret, struct err *err);
struct plan *plan_free(struct plan *plan);

/* Enum values are written as numbers from here on. */
void plan_forget_names(struct plan *plan);

/* Writes the one node of plan's type under label: data has at least plan->size bytes. */
void plan_decode(const struct plan *plan, const struct label *label, const void *data,
		 struct writer *out);

/*
 * Adds cells (n values, stride bytes apart) field by field into sum, which
 * has plan->size bytes: integers and floats are added, wrapping at their
 * width; everything else is taken from the first cell.
 */
void plan_sum(const struct plan *plan, const void *cells, size_t n, size_t stride, void *sum);

#endif
