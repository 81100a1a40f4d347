/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Numbers that have a name, whoever knows it; those that have none stay numbers. */
#include <string.h>
#include <strings.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "codec/view_parts.h"
#include "output/writer.h"

static const struct {
	uint16_t number;
	const char *name;
} protocols[] = {
	{ 1, "ICMP" },	     { 2, "IGMP" },    { 4, "IPIP" },	   { 6, "TCP" },
	{ 8, "EGP" },	     { 12, "PUP" },    { 17, "UDP" },	   { 22, "IDP" },
	{ 29, "TP" },	     { 33, "DCCP" },   { 41, "IPV6" },	   { 43, "ROUTING" },
	{ 44, "FRAGMENT" },  { 46, "RSVP" },   { 47, "GRE" },	   { 50, "ESP" },
	{ 51, "AH" },	     { 58, "ICMPV6" }, { 59, "NONE" },	   { 60, "DSTOPTS" },
	{ 89, "OSPF" },	     { 92, "MTP" },    { 94, "BEETPH" },   { 98, "ENCAP" },
	{ 103, "PIM" },	     { 108, "COMP" },  { 112, "VRRP" },	   { 115, "L2TP" },
	{ 132, "SCTP" },     { 135, "MH" },    { 136, "UDPLITE" }, { 137, "MPLS" },
	{ 143, "ETHERNET" }, { 255, "RAW" },   { 262, "MPTCP" },
};

#define N_PROTOCOLS (sizeof(protocols) / sizeof(*protocols))

static bool protocol_name(const void *of, uint64_t number, struct buf *ret)
{
	(void)of;
	for (size_t i = 0; i < N_PROTOCOLS; i++) {
		if (protocols[i].number != number)
			continue;
		buf_puts(ret, protocols[i].name);
		return true;
	}
	return false;
}

static bool protocol_number(const void *of, const char *name, uint64_t *ret)
{
	(void)of;
	for (size_t i = 0; i < N_PROTOCOLS; i++) {
		if (strcasecmp(protocols[i].name, name) != 0)
			continue;
		*ret = protocols[i].number;
		return true;
	}
	return false;
}

const struct view_names view_protocols = {
	.name_of = protocol_name,
	.number_of = protocol_number,
};

void view_write_name(const struct laid_view *laid, const struct label *label, const uint8_t *p,
		     struct writer *out)
{
	const struct view_names *names = laid->names;
	_cleanup_(buf_done) struct buf name = { 0 };

	if (!laid->is_numeric && names->name_of(names->of, view_load(laid, p), &name))
		out->format->text(out, label, buf_str(&name), name.len);
	else
		view_write_number(laid, label, p, out);
}

bool view_take_name(const struct laid_view *laid, const char *text, size_t len, uint8_t *bytes)
{
	const struct view_names *names = laid->names;
	uint64_t number;

	(void)len;
	return names->number_of(names->of, text, &number) && view_store(laid, number, bytes);
}
