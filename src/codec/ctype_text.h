/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* The parts of ctype_name() and ctype_define() among themselves. */
#ifndef CODEC_CTYPE_TEXT_H
#define CODEC_CTYPE_TEXT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "codec/btf_type.h"

struct ctype_text {
	const struct btf *btf;
	struct buf *out;
	uint64_t links; /* types that may still be passed on the way to another */
	uint32_t lines; /* members, parameters and values that may still be written */
	bool bodies;	/* anonymous structs and enums are written out, else "{...}" */
	uint8_t *align; /* by type id, in bytes, 0: not known yet; NULL without bodies */
	unsigned int indent, inner_pads;
	struct buf spelled; /* the last name of ctype_spell() */
};

/*
 * The name at offset; in definitions an identifier, or the words of an
 * integer or float that C knows.  Borrowed until the next call; ctype_done() frees.
 */
const char *ctype_spell(struct ctype_text *text, uint32_t name_offset);
void ctype_done(struct ctype_text *text);

/* "type name" with arrays, pointers and parameters around name, which may be "". */
void ctype_declare(struct ctype_text *text, uint32_t type_id, const char *name, unsigned int depth);

/* "struct name { … }" of a struct, union or enum, without the semicolon. */
void ctype_body(struct ctype_text *text, uint32_t type_id, const struct btf_type *t,
		unsigned int depth);

/* Whether name is what C calls an integer or a float, as "unsigned int". */
bool ctype_is_builtin(const char *name);

/* "struct ", "union " or "enum ". */
const char *ctype_keyword(const struct btf_type *t);

/* False when text is full: the caller stops, the rest was said to be left out. */
bool ctype_line(struct ctype_text *text);

/* The alignment of a type in C; and whether a struct or union breaks its members'. */
uint32_t ctype_align(struct ctype_text *text, uint32_t type_id, unsigned int depth);
bool ctype_is_packed(struct ctype_text *text, const struct btf_type *t, unsigned int depth);

/* Where a member lies, bitfields of either spelling included. */
struct ctype_member {
	uint64_t bit_offset, end;
	uint32_t bits;	/* of a bitfield, else 0 */
	uint32_t align; /* in bytes */
};
struct ctype_member ctype_member(struct ctype_text *text, const struct btf_type *t, uint32_t i,
				 unsigned int depth);

#endif
