/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* What libbpf has to say: nothing, unless somebody debugs. */
#ifndef KERN_LOG_H
#define KERN_LOG_H

/*
 * Hands each line to say, without its newline; it may hold foreign bytes.
 * NULL, which is where mapctl starts: libbpf is silent.
 */
void kern_log(void (*say)(const char *line));

#endif
