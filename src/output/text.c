/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * text: for people.  A list of flat records (scalars, and objects of them) is
 * a table; other records, and a single one, are blocks of lines.  A record is
 * kept on a tape until something in it, an array above all, rules a table
 * out; from there on blocks are written as they come.
 */
#include "output/formats.h"

#include "output/spell.h"
#include "output/text_block.h"
#include "output/text_table.h"

struct text {
	struct writer w;
	enum shape shape;
	bool in_record;
	bool live; /* blocks, no tape any more */
	struct tape tape;
	struct table table;
	struct block block;
	struct buf name, word; /* live: of the scalar that is written */
};

static struct text *text_of(struct writer *w)
{
	return (struct text *)w;
}

/* Leaves the table, if there is one, and the tape. */
static void go_live(struct text *text)
{
	table_flush(&text->table);
	text->live = true;
	block_record(&text->block);
	block_play(&text->block, &text->tape, text->shape == SHAPE_ONE);
}

static void end_record(struct text *text)
{
	if (!text->in_record || text->live)
		return;
	if (text->shape == SHAPE_LIST && text->tape.n && table_row(&text->table, &text->tape))
		text->block.any = true;
	else
		go_live(text);
}

static void text_record(struct writer *w)
{
	struct text *text = text_of(w);

	end_record(text);
	text->in_record = true;
	tape_clear(&text->tape);
	if (text->live)
		block_record(&text->block);
}

static void text_finish(struct writer *w)
{
	end_record(text_of(w));
	table_flush(&text_of(w)->table);
}

static struct span live_name(struct text *text, const struct label *label)
{
	buf_clear(&text->name);
	spell_name(&text->name, label);
	return (struct span){ buf_str(&text->name), text->name.len };
}

static void text_open(struct writer *w, const struct label *label, enum nest nest)
{
	struct text *text = text_of(w);

	if (!text->live && (nest == NEST_ARRAY || !tape_has_room(&text->tape, 0)))
		go_live(text);
	if (text->live)
		block_open(&text->block, live_name(text, label), nest);
	else
		tape_open(&text->tape, label);
}

static void text_close(struct writer *w, enum nest nest)
{
	struct text *text = text_of(w);

	(void)nest;
	if (text->live)
		block_close(&text->block);
	else
		tape_close(&text->tape);
}

/* Where to spell the next word, of about size characters; end_word() follows. */
static struct buf *begin_word(struct text *text, size_t size)
{
	if (!text->live && !tape_has_room(&text->tape, size))
		go_live(text);
	if (!text->live)
		return &text->tape.chars;
	buf_clear(&text->word);
	return &text->word;
}

static void end_word(struct text *text, const struct label *label, enum tape_kind kind, size_t from)
{
	struct span word = { buf_str(&text->word), text->word.len };

	if (text->live)
		block_word(&text->block, live_name(text, label), word);
	else
		tape_word(&text->tape, kind, label, from);
}

static void text_uint(struct writer *w, const struct label *label, uint64_t value)
{
	struct buf *word = begin_word(text_of(w), 0);
	size_t from = word->len;

	spell_uint(word, label, value);
	end_word(text_of(w), label, TAPE_NUMBER, from);
}

static void text_sint(struct writer *w, const struct label *label, int64_t value)
{
	struct buf *word = begin_word(text_of(w), 0);
	size_t from = word->len;

	spell_sint(word, label, value);
	end_word(text_of(w), label, TAPE_NUMBER, from);
}

static void text_real(struct writer *w, const struct label *label, double value, int digits)
{
	struct buf *word = begin_word(text_of(w), 0);
	size_t from = word->len;

	spell_real(word, value, digits);
	end_word(text_of(w), label, TAPE_NUMBER, from);
}

static void text_number(struct writer *w, const struct label *label, const char *spelled)
{
	struct buf *word = begin_word(text_of(w), strlen(spelled));
	size_t from = word->len;

	buf_puts(word, spelled);
	end_word(text_of(w), label, TAPE_NUMBER, from);
}

static void text_boolean(struct writer *w, const struct label *label, bool value)
{
	struct buf *word = begin_word(text_of(w), 0);
	size_t from = word->len;

	buf_puts(word, value ? "true" : "false");
	end_word(text_of(w), label, TAPE_WORD, from);
}

static void text_text(struct writer *w, const struct label *label, const void *bytes, size_t len)
{
	struct buf *word = begin_word(text_of(w), len);
	size_t from = word->len;

	spell_text(word, label, bytes, len);
	end_word(text_of(w), label, TAPE_WORD, from);
}

static void text_bytes(struct writer *w, const struct label *label, const void *bytes, size_t len)
{
	struct text *text = text_of(w);
	size_t from = text->tape.chars.len;

	if (!text->live && (len > TAPE_BYTES_MAX || !tape_has_room(&text->tape, 0)))
		go_live(text);
	if (text->live) {
		block_bytes(&text->block, live_name(text, label), bytes, len);
		return;
	}
	spell_bytes(&text->tape.chars, bytes, len);
	tape_word(&text->tape, TAPE_BYTES, label, from);
}

static void text_null(struct writer *w, const struct label *label, const char *why)
{
	struct buf *word = begin_word(text_of(w), 0);
	size_t from = word->len;

	spell_null(word, why);
	end_word(text_of(w), label, TAPE_NULL, from);
}

static void text_done(struct writer *w)
{
	struct text *text = text_of(w);

	tape_done(&text->tape);
	table_done(&text->table);
	block_done(&text->block);
	buf_done(&text->name);
	buf_done(&text->word);
}

/* Also behind a finish(): a command may write several documents. */
static void text_start(struct writer *w, enum shape shape)
{
	struct text *text = text_of(w);

	text_done(w);
	memset((char *)text + sizeof(text->w), 0, sizeof(*text) - sizeof(text->w));
	text->shape = shape;
	text->table.out = text->block.out = w->out;
}

const struct writer_format text_format = {
	.name = "text",
	.size = sizeof(struct text),
	.start = text_start,
	.record = text_record,
	.open = text_open,
	.close = text_close,
	.uint = text_uint,
	.sint = text_sint,
	.real = text_real,
	.number = text_number,
	.boolean = text_boolean,
	.text = text_text,
	.bytes = text_bytes,
	.null = text_null,
	.finish = text_finish,
	.done = text_done,
};
