/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include <string.h>

#include "base/buf.h"
#include "base/nearest.h"
#include "codec/view_parts.h"

#define NUMBER(view, n, is_big) \
	.name = (view), .sizes = (n), .flags = VIEW_NUMBER | (is_big), .write = view_write_number
#define NAMES(view, what)                                                           \
	.name = (view), .takes = (what), .sizes = VIEW_INTEGERS, .look = LOOK_NAME, \
	.flags = VIEW_NUMBER | VIEW_NAMES, .write = view_write_name, .take = view_take_name

const struct view views[] = {
	{ .name = "ipv4",
	  .takes = "an IPv4 address",
	  .sizes = VIEW_SIZE(4),
	  .look = LOOK_NAME,
	  .flags = VIEW_NUMBER | VIEW_BIG,
	  .write = view_write_ipv4,
	  .take = view_take_ipv4 },
	{ .name = "ipv6",
	  .takes = "an IPv6 address",
	  .sizes = VIEW_SIZE(16),
	  .look = LOOK_NAME,
	  .write = view_write_ipv6,
	  .take = view_take_ipv6 },
	{ .name = "mac",
	  .takes = "a MAC address",
	  .sizes = VIEW_SIZE(6),
	  .look = LOOK_NAME,
	  .write = view_write_mac,
	  .take = view_take_mac },
	{ NUMBER("be16", VIEW_SIZE(2), VIEW_BIG) },
	{ NUMBER("be32", VIEW_SIZE(4), VIEW_BIG) },
	{ NUMBER("be64", VIEW_SIZE(8), VIEW_BIG) },
	{ .name = "hex",
	  .sizes = VIEW_ANY_SIZE,
	  .look = LOOK_NAME,
	  .flags = VIEW_SUMS,
	  .write = view_write_hex,
	  .take = view_take_hex },
	{ .name = "char",
	  .takes = "text",
	  .sizes = VIEW_ANY_SIZE,
	  .look = LOOK_CHAR,
	  .flags = VIEW_TEXT,
	  .write = view_write_char,
	  .take = view_take_char },
	{ .name = "time",
	  .takes = "a time like 2026-11-21T09:30:00Z",
	  .sizes = VIEW_SIZE(4) | VIEW_SIZE(8),
	  .look = LOOK_NAME,
	  .flags = VIEW_NUMBER,
	  .write = view_write_time,
	  .take = view_take_time },
	{ .name = "ktime",
	  .takes = "a time like 2026-11-21T09:30:00Z",
	  .sizes = VIEW_SIZE(8),
	  .look = LOOK_NAME,
	  .flags = VIEW_NUMBER,
	  .write = view_write_ktime,
	  .take = view_take_ktime },
	{ NAMES("uid", "a user's name") },
	{ NAMES("gid", "a group's name") },
	{ NAMES("pid", "NAME(PID), the name of one process") },
	{ .name = "comm",
	  .takes = "a process's name",
	  .sizes = VIEW_SIZE(16),
	  .look = LOOK_CHAR,
	  .flags = VIEW_TEXT,
	  .write = view_write_char,
	  .take = view_take_char },
	{ NAMES("ifindex", "an interface's name") },
	{ .name = "errno",
	  .takes = "an error like ENOENT",
	  .sizes = VIEW_INTEGERS,
	  .look = LOOK_NAME,
	  .flags = VIEW_NUMBER,
	  .write = view_write_errno,
	  .take = view_take_errno },
	{ NAMES("syscall", "a system call's name") },
	{ NAMES("proto", "a protocol like TCP") },
	{ NAMES("ksym", "SYMBOL+0xN") },
	{ NAMES("cgroup", "a path below the root of the cgroups") },
	{ .name = "percent",
	  .takes = "a number with % behind it",
	  .sizes = VIEW_INTEGERS,
	  .look = LOOK_PERCENT,
	  .flags = VIEW_NUMBER | VIEW_SUMS,
	  .write = view_write_number,
	  .take = view_take_percent },
	{ .name = "bytes",
	  .takes = "a number with K, M, G, T, P or E behind it",
	  .sizes = VIEW_INTEGERS,
	  .look = LOOK_AMOUNT,
	  .flags = VIEW_NUMBER | VIEW_SUMS,
	  .write = view_write_number,
	  .take = view_take_bytes },
	{ .name = NULL },
};

const struct view *view_find(const char *name)
{
	for (const struct view *view = views; view->name; view++)
		if (!strcmp(view->name, name))
			return view;
	return NULL;
}

void view_offer_names(struct nearest *nearest)
{
	for (const struct view *view = views; view->name; view++)
		nearest_offer(nearest, view->name);
}

void view_list_names(struct buf *ret)
{
	for (const struct view *view = views; view->name; view++)
		buf_printf(ret, "%s%s", view == views ? "" : ", ", view->name);
}
