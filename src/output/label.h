/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * The name of a field, spelled once in advance for every format, and how its
 * content wants to be looked at.  Plans make theirs when a type is compiled;
 * fixed ones ("key", "value") are static: LABEL("key").
 */
#ifndef OUTPUT_LABEL_H
#define OUTPUT_LABEL_H

#include <stdint.h>

/* A hint; a format that does not care prints every look alike. */
enum look {
	LOOK_PLAIN,
	LOOK_POINTER, /* an address: text prints it as 0x… */
	LOOK_BITS,    /* a bitfield (bpftool prints these as hex strings) */
	LOOK_CHAR,    /* text of one char, or of a char array */
	LOOK_ENUM,    /* the name of an enum value */
	LOOK_NAME,    /* the name of a thing: map, program, interface */
	LOOK_CPU,     /* the number of the CPU whose value stands beside it */
	LOOK_PERCENT, /* a number of percents: text prints it as 42% */
	LOOK_AMOUNT,  /* a number of bytes: text prints it as 1.5K */
};

struct label {
	const char *name;  /* as its author wrote it; "" for an array element */
	const char *json;  /* escaped, with quotes and colon: "\"name\":" */
	uint16_t json_len; /* 0: an array element, nothing is put in front */
	uint8_t look;	   /* enum look */
};

/* For names without a byte that would want escaping. */
#define LABEL_LOOK(text, how)                                                                     \
	{                                                                                         \
		.name = (text), .json = "\"" text "\":", .json_len = sizeof("\"" text "\":") - 1, \
		.look = (how)                                                                     \
	}
#define LABEL(text) LABEL_LOOK(text, LOOK_PLAIN)

/* An element of an array. */
extern const struct label label_element;

/*
 * Spells name, which may hold any bytes; escaping makes of a long name at
 * most LABEL_JSON_MAX bytes, cut at a whole character.  label_done() frees.
 */
#define LABEL_JSON_MAX 1024
void label_init(struct label *label, const char *name, enum look look);
void label_done(struct label *label);

#endif
