/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * What a command prints, said once for every format.
 *
 * A command describes its output with a dozen primitives; a format is a file
 * that turns them into text, JSON, hex, ….  The grammar of a document:
 *
 *	document  = start { record } finish
 *	record    = record node { node }         (its members, each with a label)
 *	node      = open { node } close | scalar
 *
 * Of a format without FORMAT_DOCUMENT finish() ends what has begun, a line or a table, and more
 * records may follow: for streams that stand still.
 *
 * After start(SHAPE_ONE) there is exactly one record.  Inside open(NEST_ARRAY)
 * labels are label_element (or one with json_len 0 that carries a look).
 */
#ifndef OUTPUT_WRITER_H
#define OUTPUT_WRITER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "output/label.h"
#include "output/stream.h"

enum shape { SHAPE_LIST, SHAPE_ONE };
enum nest { NEST_OBJECT, NEST_ARRAY };

struct writer_options {
	bool pretty;	    /* json: indented */
	bool int64_strings; /* json: integers outside ±2^53 may be rounded by readers: quote all
			       64-bit ones */
	unsigned int level; /* json: the document is a node of another, so many levels down */
};

struct writer;

/* Flags of a format: what it wants to be told about an entry. */
enum {
	FORMAT_RAW = 1 << 0,	  /* keys and values as bytes only, types unused (hex) */
	FORMAT_BOTH = 1 << 1,	  /* bytes, and behind them the decoded entry (bpftool) */
	FORMAT_MACHINE = 1 << 2,  /* read by programs: one shape whatever the content */
	FORMAT_DOCUMENT = 1 << 3, /* one JSON text: null where there is nothing to say */
};

struct writer_format {
	const char *name;
	unsigned int flags;
	size_t size; /* of the format's own state, whose first member is struct writer */

	void (*start)(struct writer *w, enum shape shape);
	void (*record)(struct writer *w);
	void (*open)(struct writer *w, const struct label *label, enum nest nest);
	void (*close)(struct writer *w, enum nest nest);
	void (*uint)(struct writer *w, const struct label *label, uint64_t value);
	void (*sint)(struct writer *w, const struct label *label, int64_t value);
	/* digits: significant decimal digits that bring value back (9 float, 17 double) */
	void (*real)(struct writer *w, const struct label *label, double value, int digits);
	/*
	 * a number too wide for the calls above, spelled in decimal, a valid JSON number;
	 * one that is no integer by its type has a point or an exponent
	 */
	void (*number)(struct writer *w, const struct label *label, const char *spelled);
	void (*boolean)(struct writer *w, const struct label *label, bool value);
	/* bytes from outside, any content; LOOK_CHAR arrays come whole, trailing NULs included */
	void (*text)(struct writer *w, const struct label *label, const void *bytes, size_t len);
	/* raw memory: hex digits in every format */
	void (*bytes)(struct writer *w, const struct label *label, const void *bytes, size_t len);
	/* no value; why is a word for people ("nan", "empty"), or NULL */
	void (*null)(struct writer *w, const struct label *label, const char *why);
	void (*finish)(struct writer *w);
	/*
	 * of formats with FORMAT_DOCUMENT: a node whose value is written to the stream next, by a
	 * writer of the same format with options.level
	 */
	void (*embed)(struct writer *w, const struct label *label);
	/* frees what the format allocated inside its state, or NULL */
	void (*done)(struct writer *w);
};

struct writer {
	const struct writer_format *format;
	struct stream *out; /* borrowed */
	struct writer_options options;
	uint64_t nonfinite; /* NaNs and infinities that became null */
};

/* The formats, ended by NULL: text, json, jsonl, hex, bpftool. */
extern const struct writer_format *const writer_formats[];

/* By name, or NULL. */
const struct writer_format *writer_format_find(const char *name);

/* The caller owns the writer and frees it; the stream must outlive it. */
struct writer *writer_new(const struct writer_format *format, struct stream *out,
			  const struct writer_options *options);
struct writer *writer_free(struct writer *w);

/* A C string as text. */
static inline void writer_str(struct writer *w, const struct label *label, const char *s)
{
	w->format->text(w, label, s, strlen(s));
}

#endif
