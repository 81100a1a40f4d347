/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* A map or a program as a value names it: in words, or in the JSON that a dump prints. */
#ifndef MAP_REFERENCE_H
#define MAP_REFERENCE_H

#include <stdbool.h>
#include <stdint.h>

#include <jansson.h>

#include "base/alloc.h"
#include "base/err.h"

enum reference_kind { REFERENCE_ID, REFERENCE_NAME, REFERENCE_PIN, REFERENCE_TAG };

struct reference {
	enum reference_kind kind;
	uint32_t id;
	const char *text; /* the name, the path or the tag, borrowed from words, or held */
	/* of an id in JSON: the name that stands beside it, held, or NULL */
	const char *called;
	char *held; /* of JSON, unescaped */
};

/* What may be named. */
struct reference_noun {
	const char *name;  /* "map" */
	const char *usage; /* "'id N', 'name NAME' or 'pinned PATH'" */
	bool has_tag;
};

extern const struct reference_noun reference_map, reference_program;

/*
 * Takes `id N`, `name NAME`, `pinned PATH`, of programs `tag T`, or the one word
 * that stands for one of these, or {"id": N, "name": NAME}.  Nothing is
 * opened.  reference_done() frees *ret, also on failure.  ERR_USAGE.
 */
int reference_parse(const struct reference_noun *noun, int n_words, char *const *words,
		    struct reference *ret, struct err *err);

/* The same of an object in JSON that is at hand, and not borrowed. */
int reference_of_json(const struct reference_noun *noun, const json_t *json, struct reference *ret,
		      struct err *err);

/*
 * What a string stands for that was dumped, see output/unescape.h; NULL where it is none, or holds
 * a NUL, which no name does.  The caller frees it.
 */
char *reference_json_text(const json_t *json);

/* An integer, or a string that spells one, as everywhere in JSON. */
bool reference_json_u32(const json_t *json, uint32_t *ret);

void reference_done(struct reference *reference);

#define _cleanup_reference_ _cleanup_(reference_done)

/*
 * Opens it: an fd that the caller closes.  ERR_NO where there is none,
 * ERR_USAGE where it is something else, where several have the name or the
 * tag, or where what has the id bears another name; ERR_DENIED.
 */
int reference_open_map(const struct reference *reference, struct err *err);

/* prog_type: what the program has to be, enum bpf_prog_type; 0: anything. */
int reference_open_program(const struct reference *reference, uint32_t prog_type, struct err *err);

#endif
