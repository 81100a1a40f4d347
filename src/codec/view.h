/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * Views: a field shown and taken as something else than its type has it, an
 * address, a time, the name behind a number.  A view is a row; one that is laid over a
 * field of a plan becomes that field's step, and whatever it shows it takes back as
 * the same bytes.
 */
#ifndef CODEC_VIEW_H
#define CODEC_VIEW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "output/label.h"

struct buf;
struct label;
struct laid_view;
struct nearest;
struct plan;
struct writer;

/* Names of numbers, as somebody knows them who may ask the system. */
struct view_names {
	/* adds the name of number; false: it has none */
	bool (*name_of)(const void *of, uint64_t number, struct buf *ret);
	/* false: nothing, or more than one thing, is called so; NULL: names are not taken */
	bool (*number_of)(const void *of, const char *name, uint64_t *ret);
	const void *of;
};

enum {
	VIEW_NUMBER = 1 << 0, /* of a number, which it takes, too */
	VIEW_BIG = 1 << 1,    /* … that lies in the byte order of the network */
	VIEW_NAMES = 1 << 2,  /* of a number that has a name: wants view_names */
	VIEW_SUMS = 1 << 3,   /* amounts: those of several CPUs add up */
	VIEW_TEXT = 1 << 4,   /* not taken from a number of JSON */
};

/* Sizes that a view fits: a bit for each up to 31 bytes. */
#define VIEW_SIZE(n)  (UINT32_C(1) << (n))
#define VIEW_INTEGERS (VIEW_SIZE(1) | VIEW_SIZE(2) | VIEW_SIZE(4) | VIEW_SIZE(8))
#define VIEW_ANY_SIZE UINT32_MAX

struct view {
	const char *name;
	const char *takes; /* for messages, beside a number: "an IPv4 address" */
	uint32_t sizes;
	unsigned int flags;
	enum look look;
	/* one node under label, of the bytes at p */
	void (*write)(const struct laid_view *laid, const struct label *label, const uint8_t *p,
		      struct writer *out);
	/*
	 * text (a NUL is behind its len bytes) into laid->size bytes; false: it is none of these.
	 * NULL: it takes numbers only, or, without VIEW_NUMBER, nothing
	 */
	bool (*take)(const struct laid_view *laid, const char *text, size_t len, uint8_t *bytes);
};

/* Those of the protocols above IP. */
extern const struct view_names view_protocols;

/* A view where it lies. */
struct laid_view {
	const struct view *view;
	const struct view_names *names; /* borrowed; of VIEW_NAMES, else NULL */
	uint32_t size;			/* bytes */
	bool is_big, is_signed;		/* the number in them */
	bool is_whole;			/* it is one number by its type, not bytes */
	bool is_numeric;		/* no names, and amounts as they are */
	bool adds_up;			/* the values of several CPUs do */
};

/* By name, or NULL. */
const struct view *view_find(const char *name);

void view_offer_names(struct nearest *nearest);
void view_list_names(struct buf *ret);

struct view_wanted {
	const struct view *view;
	const struct view_names *names; /* borrowed as long as the plan */
	bool is_numeric;
};

/*
 * Lays a view over the field at path (as in encode.h; "" is the whole value);
 * over the elements of an array, rather than over all of it, where these are
 * wider than a byte and the view fits them.  An index in path stands for
 * every element.  ERR_USAGE where there is no such field, or one of another size.
 */
int plan_lay_view(struct plan *plan, const char *path, const struct view_wanted *wanted,
		  struct err *err);

/* Lays it over every pointer to a function. */
void plan_lay_functions(struct plan *plan, const struct view_wanted *wanted);

/* A plan of size bytes, more than 0, of which nothing is known; a number where they can be one. */
int plan_of_bytes(uint32_t size, struct plan **ret, struct err *err);

/* Whether it is one of these. */
bool plan_is_of_bytes(const struct plan *plan);

/* Whether a view lies anywhere on it. */
bool plan_has_view(const struct plan *plan);

/* Whether path leads to a field. */
bool plan_has_field(const struct plan *plan, const char *path);

/* Offers the fields that a path may begin with. */
void plan_offer_fields(const struct plan *plan, struct nearest *nearest);

#endif
