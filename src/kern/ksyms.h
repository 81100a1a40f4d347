/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* The functions of the running kernel, its modules and BPF programs, by address. */
#ifndef KERN_KSYMS_H
#define KERN_KSYMS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct ksyms;

/*
 * /proc/kallsyms, read once and kept.  NULL where there is none, and where it
 * hides the addresses (kptr_restrict).
 */
const struct ksyms *kern_ksyms(void);

/* The symbol in which address lies, borrowed, and how far: or NULL. */
const char *kern_ksym_find(const struct ksyms *ksyms, uint64_t address, uint64_t *ret_offset);

/* The address of the only symbol of that name; false where there are none or several. */
bool kern_ksym_address(const struct ksyms *ksyms, const char *name, uint64_t *ret);

/* What kern_ksyms() makes of a file: takes text, malloc'ed and ended by a NUL; NULL as there. */
struct ksyms *ksyms_parse(char *text, size_t len);
struct ksyms *ksyms_free(struct ksyms *ksyms);

#endif
