/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* The parts of ctype_parse() among themselves. */
#ifndef CODEC_CTYPE_PARSE_PARTS_H
#define CODEC_CTYPE_PARSE_PARTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <bpf/btf.h>

#include "base/err.h"

#define CTYPE_TEXT_MAX	  (256 * 1024)
#define CTYPE_DEPTH_MAX	  64
#define CTYPE_MEMBERS_MAX 0xffff	   /* of one type: BTF counts them in 16 bits */
#define CTYPE_BYTES_MAX	  (UINT32_MAX / 8) /* BTF counts offsets in bits, in 32 bits */
#define CTYPE_ALIGN_MAX	  4096

enum token_kind { TOKEN_END, TOKEN_WORD, TOKEN_NUMBER, TOKEN_STRING, TOKEN_SIGN };

/* Borrowed from the text; a STRING without its quotes. */
struct token {
	enum token_kind kind;
	const char *start;
	size_t len;
	uint64_t number;
};

/* A type, or so much of it as is known. */
struct ctype {
	uint32_t id;	       /* in btf; 0: void, or a tag that nobody has asked the id of yet */
	uint64_t bytes;	       /* of one that is complete */
	uint32_t align;	       /* in bytes */
	bool is_complete;      /* has a size */
	bool is_flexible;      /* ends in an array without a size */
	struct ctype_tag *tag; /* of a struct, union or enum that has a name, else NULL */
	uint32_t qualifiers;   /* QUALIFIER_…, not yet part of id */
};

enum { QUALIFIER_CONST = 1, QUALIFIER_VOLATILE = 2, QUALIFIER_RESTRICT = 4 };

/* struct NAME, union NAME, enum NAME. */
struct ctype_tag {
	struct ctype_tag *next; /* of all, to be freed */
	const char *keyword;	/* "struct", … */
	struct token name;
	struct ctype type; /* incomplete until its body is read, or it is found elsewhere */
	uint32_t forward;  /* the id of a forward declaration, or 0 */
	bool is_open;	   /* its body is being read */
};

/* What a name stands for, by the space that it is a name in. */
enum name_space { SPACE_TYPE, SPACE_TAG, SPACE_CONSTANT, SPACE_MEMBERS };

struct ctype_entry {
	uint32_t space; /* SPACE_MEMBERS and up: of one struct each */
	struct token name;
	struct ctype type;     /* of SPACE_TYPE */
	struct ctype_tag *tag; /* of SPACE_TAG */
	__int128 value;	       /* of SPACE_CONSTANT */
	bool is_builtin;       /* the text may say otherwise */
};

struct ctype_names {
	struct ctype_entry **slots; /* NULL: free */
	size_t n, n_slots;	    /* a power of two */
};

struct btf_copy;

struct ctype_parse {
	const char *text, *at; /* behind token */
	struct token token;    /* the next one, not taken yet */
	struct btf *btf;
	const struct btf *known;
	struct btf_copy *copy; /* from known; NULL until needed */
	uint8_t *known_align;  /* by id in known */
	struct ctype_names names;
	struct ctype_tag *tags;
	uint32_t spaces;	/* given out */
	uint32_t plain_ids[32]; /* by row of the plain types; 0: not added yet */
	unsigned int depth;
	struct err *err;
};

/* What __attribute__ says, put together. */
struct ctype_attributes {
	bool is_packed;
	uint32_t align;	  /* aligned(N); 0: not said */
	uint32_t bytes;	  /* mode(…) of an enum; 0: not said */
	struct token tag; /* btf_type_tag("…"); len 0: none */
};

/* All functions below that return int: 0, or -code with the error set. */

/* --- Tokens */

/* Goes on to the next token. */
int ctype_next(struct ctype_parse *p);

bool ctype_is_word(const struct token *token, const char *word);
static inline bool ctype_at_word(const struct ctype_parse *p, const char *word)
{
	return ctype_is_word(&p->token, word);
}
bool ctype_at(const struct ctype_parse *p, const char *sign);

/* Takes sign, where it is next: 1, or 0. */
int ctype_take(struct ctype_parse *p, const char *sign);
int ctype_must_take(struct ctype_parse *p, const char *sign);

/* ERR_USAGE: "column N: WHAT was expected, not …". */
int ctype_expected(struct ctype_parse *p, const char *what);

/* code and fmt, behind the place of token. */
int ctype_fail(struct ctype_parse *p, const struct token *token, enum err_code code,
	       const char *fmt, ...) __attribute__((format(printf, 4, 5)));

/* For %.*s. */
#define TOKEN_TEXT(t) (int)((t)->len < 60 ? (t)->len : 60), (t)->start

/* The token as a string of its own; the caller frees it. */
char *ctype_word(const struct token *token);

/* Counts a level; ERR_USAGE for one too many. ctype_leave() gives it back. */
int ctype_enter(struct ctype_parse *p);
static inline void ctype_leave(struct ctype_parse *p)
{
	p->depth--;
}

/* id, or the errno that libbpf gives in place of one. */
int ctype_added(struct ctype_parse *p, int id, uint32_t *ret);

/* --- Names */
struct ctype_entry *ctype_find(struct ctype_parse *p, uint32_t space, const struct token *name);

/* NULL where the space has the name already. */
struct ctype_entry *ctype_name_add(struct ctype_parse *p, uint32_t space, const struct token *name);
void ctype_names_done(struct ctype_parse *p);

/* --- Numbers: a constant expression, within ±2^64; one that is 0 up to max. */
int ctype_number(struct ctype_parse *p, __int128 *ret);
int ctype_size(struct ctype_parse *p, const char *what, uint64_t max, uint64_t *ret);

/* --- Types */

/* "unsigned int", "struct s { … }", "u32"; attributes may be set already. */
int ctype_specifiers(struct ctype_parse *p, struct ctype *ret, struct ctype_attributes *attributes);

/* const, volatile, restrict: adds QUALIFIER_… to ret. */
int ctype_qualifiers(struct ctype_parse *p, uint32_t *ret);

/* Words that C, or everybody, calls an integer or a float; false where name is none. */
bool ctype_plain_name(const struct token *name);
int ctype_plain(struct ctype_parse *p, const struct token *name, struct ctype *ret);
struct nearest;
void ctype_offer_plain(struct nearest *nearest);

/* What arrays are counted in. */
int ctype_index_type(struct ctype_parse *p, struct ctype *ret);

/* Behind the specifiers: pointers, arrays, and in the middle a name, or none (len 0). */
int ctype_declarator(struct ctype_parse *p, struct ctype base, struct ctype *ret,
		     struct token *ret_name);

/* All that stand here; what they say is added to ret. */
int ctype_attributes(struct ctype_parse *p, struct ctype_attributes *ret);
bool ctype_at_attribute(const struct ctype_parse *p);

/* ERR_USAGE where they say what only an enum can be told. */
int ctype_attributes_check(struct ctype_parse *p, const struct ctype_attributes *attributes);

/* "struct …" at its keyword: a reference or a definition; a btf_type_tag of it into ret_tag. */
int ctype_tagged(struct ctype_parse *p, struct ctype *ret, struct token *ret_tag);

/* Makes what referred to forward declarations refer to what they stand for; frees all tags. */
void ctype_tags_resolve(struct ctype_parse *p, uint32_t from_id);
void ctype_tags_done(struct ctype_parse *p);

/* From the opening brace up to the closing one and the attributes behind it. */
int ctype_struct_body(struct ctype_parse *p, const char *name, bool is_union,
		      struct ctype_attributes *attributes, struct ctype *ret);
int ctype_enum_body(struct ctype_parse *p, const char *name, struct ctype_attributes *attributes,
		    struct ctype *ret);

/* Sees to it that type has a size: looks where the text is silent in known. */
int ctype_complete(struct ctype_parse *p, const struct token *where, struct ctype *type);

/* Makes the id of a type, with its qualifiers, to refer to; it need not be complete. */
int ctype_refer(struct ctype_parse *p, struct ctype *type);

/* Takes from known what has this name and is of one of kinds: 1, or 0 where there is none. */
int ctype_known(struct ctype_parse *p, const struct token *name, uint32_t kinds, struct ctype *ret);

/* The same for a tag that has no body yet; nothing changes where there is none. */
int ctype_look_up(struct ctype_parse *p, struct ctype_tag *tag);

/* ERR_NO, with the name that is nearest; keyword is "struct", … or "". */
int ctype_unknown(struct ctype_parse *p, const struct token *name, const char *keyword,
		  uint32_t kinds);

/* --- Layout */
struct ctype_field {
	struct token name; /* len 0: none */
	struct ctype type;
	bool is_bits, is_packed;
	uint32_t bits;	     /* of a bitfield */
	uint32_t align;	     /* aligned(N), or 0 */
	uint64_t bit_offset; /* out */
};

struct ctype_layout {
	bool is_union, is_packed;
	uint32_t align; /* aligned(N) of the whole, or 0; out: of the type */
	uint64_t bits;	/* that are used so far */
	uint64_t bytes; /* out */
	uint32_t members_align;
};

/* Places the next member; ctype_layout_end() says how large it all is.  False: too large. */
bool ctype_layout_add(struct ctype_layout *layout, struct ctype_field *member);
bool ctype_layout_end(struct ctype_layout *layout);

#endif
