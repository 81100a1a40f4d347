/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* The views among themselves. */
#ifndef CODEC_VIEW_PARTS_H
#define CODEC_VIEW_PARTS_H

#include "codec/view.h"

/* The rows, ended by one without a name. */
extern const struct view views[];

/* The number that lies at p; signed ones sign-extended. */
uint64_t view_load(const struct laid_view *laid, const uint8_t *p);

/* false where it takes more bytes than there are */
bool view_store(const struct laid_view *laid, uint64_t number, uint8_t *bytes);

/* As a number, as its type would show it. */
void view_write_number(const struct laid_view *laid, const struct label *label, const uint8_t *p,
		       struct writer *out);

/* A number, decimal or 0x…, in the range of its type. */
bool view_take_number(const struct laid_view *laid, const char *text, uint8_t *bytes);

void view_write_ipv4(const struct laid_view *laid, const struct label *label, const uint8_t *p,
		     struct writer *out);
bool view_take_ipv4(const struct laid_view *laid, const char *text, size_t len, uint8_t *bytes);
void view_write_ipv6(const struct laid_view *laid, const struct label *label, const uint8_t *p,
		     struct writer *out);
bool view_take_ipv6(const struct laid_view *laid, const char *text, size_t len, uint8_t *bytes);
void view_write_mac(const struct laid_view *laid, const struct label *label, const uint8_t *p,
		    struct writer *out);
bool view_take_mac(const struct laid_view *laid, const char *text, size_t len, uint8_t *bytes);

/* view_bytes.c */
void view_write_hex(const struct laid_view *laid, const struct label *label, const uint8_t *p,
		    struct writer *out);
bool view_take_hex(const struct laid_view *laid, const char *text, size_t len, uint8_t *bytes);
void view_write_char(const struct laid_view *laid, const struct label *label, const uint8_t *p,
		     struct writer *out);
bool view_take_char(const struct laid_view *laid, const char *text, size_t len, uint8_t *bytes);

/* view_time.c */
void view_write_time(const struct laid_view *laid, const struct label *label, const uint8_t *p,
		     struct writer *out);
bool view_take_time(const struct laid_view *laid, const char *text, size_t len, uint8_t *bytes);
void view_write_ktime(const struct laid_view *laid, const struct label *label, const uint8_t *p,
		      struct writer *out);
bool view_take_ktime(const struct laid_view *laid, const char *text, size_t len, uint8_t *bytes);

/* view_amount.c: "42%"; "1.5K" */
bool view_take_percent(const struct laid_view *laid, const char *text, size_t len, uint8_t *bytes);
bool view_take_bytes(const struct laid_view *laid, const char *text, size_t len, uint8_t *bytes);

/* view_names.c */
void view_write_name(const struct laid_view *laid, const struct label *label, const uint8_t *p,
		     struct writer *out);
bool view_take_name(const struct laid_view *laid, const char *text, size_t len, uint8_t *bytes);

/* view_errno.c: what functions of the kernel return is negative */
void view_write_errno(const struct laid_view *laid, const struct label *label, const uint8_t *p,
		      struct writer *out);
bool view_take_errno(const struct laid_view *laid, const char *text, size_t len, uint8_t *bytes);

#endif
