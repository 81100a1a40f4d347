/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* The parts of the encoder among themselves. */
#ifndef CODEC_ENCODE_PARTS_H
#define CODEC_ENCODE_PARTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <jansson.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/err.h"
#include "codec/bits.h"
#include "codec/plan.h"

/*
 * Several values of some types are shown alike: all bools but 0 are true.  They
 * come in a later round, and where something else has said their bytes, and
 * these read as they do, that is what they are.
 */
enum encode_round {
	ROUND_EXACT,
	ROUND_ALIKE, /* nearly all of the bytes are known */
	ROUND_VAGUE,
	ROUNDS
};

struct encode {
	const struct plan *plan;
	const char *noun; /* for the members of the root; NULL: "field" */
	uint8_t *data;
	uint8_t *said; /* a bit for each bit of data that something was said of */
	struct buf path;
	enum encode_round round;
	unsigned int rounds; /* that something wants, a bit each */
	struct err *err;
};

enum given_kind {
	GIVEN_WORD,   /* bare */
	GIVEN_TEXT,   /* from quotes */
	GIVEN_NUMBER, /* of JSON */
	GIVEN_BOOL,   /* of JSON */
	GIVEN_NULL,
};

/* A scalar as it was typed. */
struct given {
	enum given_kind kind;
	const char *text; /* len bytes and a NUL; "true", "null" of JSON's own words */
	size_t len;
	bool is_unescaped; /* \xNN in it are just that */
};

/* Adds the bytes that it stands for. */
void given_bytes(const struct given *given, struct buf *ret);

/* Is it for an enum a name, and not a number? */
static inline bool given_is_name(const struct given *given)
{
	char first = *given->text;

	return (given->kind == GIVEN_WORD || given->kind == GIVEN_TEXT) && given->len &&
	       !(first >= '0' && first <= '9') && first != '-';
}

static inline bool step_is_compound(const struct step *step)
{
	return step->kind == STEP_OPEN || step->kind == STEP_ARRAY;
}

/* The index of the step behind the node at index. */
static inline uint32_t step_behind(const struct step *steps, uint32_t index)
{
	return step_is_compound(&steps[index]) ? steps[index].next : index + 1;
}

/* A scalar's step, and where it lies in data. */
struct target {
	const struct step *step;
	uint32_t at;
};

/* All below return 0 or -ERR_USAGE with the error set, unless they say otherwise. */

/* Sets ERR_USAGE: the path, and fmt. */
int encode_refuse(const struct encode *e, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));

/* "'70000' does not fit __be16: 0 to 65535" */
int encode_misfit(const struct encode *e, const struct step *step, const struct given *given,
		  const char *takes);

/* The name of a scalar's type, with ":N" behind it for a bitfield. */
void encode_type_name(const struct encode *e, const struct step *step, struct buf *ret);

/* The path is put in front of messages: adds ".name" or "[i]", returns what encode_leave() takes.
 */
size_t encode_enter(struct encode *e, const char *name);
size_t encode_enter_index(struct encode *e, uint32_t index);
void encode_leave(struct encode *e, size_t mark);

/* Says the bits of n bytes at offset at that mask has (NULL: all). */
int encode_put(struct encode *e, uint32_t at, const uint8_t *bytes, const uint8_t *mask, size_t n);

/* Says an integer of a step's bits. */
int encode_put_bits(struct encode *e, struct target to, struct wide value);

/* Has anything been said of the bits of a scalar? */
bool encode_is_said(const struct encode *e, struct target of);

/* The bits of a scalar: how many bytes from its offset they touch, and where few, which bits. */
#define SPAN_MAX 17
size_t encode_span(const struct step *step, uint8_t mask[SPAN_MAX]);

/* The bytes of the node at index from its offset on, with padding and what a flexible array takes.
 */
uint32_t encode_extent(const struct step *steps, uint32_t index);

/* encode_value.c: the node at steps[index], whose offset counts from base. */
int encode_json_node(struct encode *e, uint32_t index, uint32_t base, const json_t *json);
int encode_word(struct encode *e, uint32_t index, uint32_t base, const char *word);

/* encode_path.c: FIELD=V. */
int encode_assignment(struct encode *e, const char *word);

/* From the node at *index, whose offset counts from *base, to the one that FIELD names. */
int encode_path(struct encode *e, const char *field, uint32_t *index, uint32_t *base);

/* The member of the OPEN at index called name, from the one at *hint on and round; 0: none. */
uint32_t encode_member(const struct encode *e, uint32_t index, uint32_t *hint, const char *name,
		       size_t len);
int encode_no_member(const struct encode *e, uint32_t index, const char *name);

/* encode_scalar.c */
int encode_scalar(struct encode *e, struct target to, const struct given *given);

/* encode_integer.c: everything that is a number without a point. */
int encode_integer(struct encode *e, struct target to, const struct given *given);

/*
 * Is text an integer?  0 and its value in two's complement of 128 bits, -EINVAL
 * where it is no number, -ERANGE where it does not fit bits (signed or not).
 */
int integer_parse(const char *text, unsigned int bits, bool is_signed, struct wide *ret);

/* encode_float.c, encode_enum.c, encode_text.c */
int encode_float(struct encode *e, struct target to, const struct given *given);
int encode_enum(struct encode *e, struct target to, const struct given *given);
int encode_text(struct encode *e, struct target to, const struct given *given);
int encode_opaque(struct encode *e, struct target to, const struct given *given);

/* encode_view.c: what lies under a view. */
int encode_view(struct encode *e, struct target to, const struct given *given);

/* 2 * n hex digits. */
bool hex_parse(const char *hex, size_t n, uint8_t *bytes);

#define MAC_BYTES 6
bool mac_parse(const char *text, uint8_t bytes[MAC_BYTES]);

/* address.c: an IP or MAC address for the OPEN or ARRAY at index. */
int encode_address(struct encode *e, uint32_t index, uint32_t base, const struct given *given);

/* encode_left.c */
void encode_left_out(const struct encode *e, struct buf *ret);

#endif
