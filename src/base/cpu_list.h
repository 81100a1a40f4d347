/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* CPUs as the kernel lists them: "0-3,5". */
#ifndef BASE_CPU_LIST_H
#define BASE_CPU_LIST_H

#include <stdbool.h>
#include <stddef.h>

/*
 * ret[cpu] for each of n CPUs, whether it is on the list; higher ones on it are left out.
 * 0, or -EINVAL for what is no list, and *ret is as it was.
 */
int cpu_list_parse(const char *list, bool *ret, size_t n);

#endif
