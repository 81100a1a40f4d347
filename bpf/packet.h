/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * What the headers of a received frame say, for XDP programs: Ethernet, up to
 * PACKET_TAGS_MAX VLAN tags, IPv4 or IPv6 with up to PACKET_EXTENSIONS_MAX extension headers,
 * ports.  The frame is whatever somebody has sent: nothing beyond its end is read, nor
 * beyond the end that its IP header tells.  Headers are looked for in its first buffer only.
 */
#ifndef BPF_PACKET_H
#define BPF_PACKET_H

#include <linux/bpf.h>
#include <linux/if_ether.h>
#include <linux/in.h>
#include <linux/ip.h>
#include <linux/ipv6.h>

#include <bpf/bpf_endian.h>
#include <bpf/bpf_helpers.h>

#define PACKET_TAGS_MAX	      2
#define PACKET_EXTENSIONS_MAX 8

/* A number that IANA reserves, for what is not IP and what cannot be told. */
#define PACKET_OTHER 255

/* As it lies in the frame; an IPv4 address as ::ffff:a.b.c.d, which is its last word. */
union packet_address {
	__u8 bytes[16];
	__be32 words[4];
};

struct packet {
	__u32 bytes;  /* the whole frame, its Ethernet header included */
	__u8 version; /* 4, 6; 0: not IP, or its header is broken, and so there are no addresses */
	/* above IP, behind extension headers; PACKET_OTHER where these are broken or too many */
	__u8 protocol;
	__be16 sport, dport; /* 0: it has none, or they are in another fragment */
	union packet_address saddr, daddr;
};

/* The part of a frame that has not been looked at. */
struct packet_rest {
	const __u8 *at, *end;
	__u32 told; /* bytes that there are by the last header that told */
};

#define PACKET_NOT_TOLD (~0U)

struct packet_tag {
	__be16 tag, ethertype;
};

struct packet_extension {
	__u8 next, length; /* of the whole header, in 8 bytes without the first 8 */
};

struct packet_fragment {
	__u8 next, reserved;
	__be16 offset; /* in 8 bytes; the lowest three bits are not the offset's */
	__be32 id;
};

struct packet_ports {
	__be16 source, destination;
};

/* The next size bytes, of which as many as the compiler knows may be read; NULL: there are less. */
static __always_inline const void *packet_take(struct packet_rest *rest, __u32 size)
{
	const __u8 *at = rest->at;

	if (size > rest->told || at + size > rest->end)
		return NULL;
	rest->told -= size;
	rest->at += size;
	return at;
}

static __always_inline __be16 packet_ethertype(struct packet_rest *rest)
{
	const struct ethhdr *ethernet = packet_take(rest, sizeof(*ethernet));
	const struct packet_tag *tag;
	__be16 ethertype;

	if (!ethernet)
		return 0;
	ethertype = ethernet->h_proto;
	for (int i = 0; i < PACKET_TAGS_MAX; i++) {
		if (ethertype != bpf_htons(ETH_P_8021Q) && ethertype != bpf_htons(ETH_P_8021AD))
			break;
		tag = packet_take(rest, sizeof(*tag));
		if (!tag)
			return 0;
		ethertype = tag->ethertype;
	}
	return ethertype;
}

/* Whether what follows is the header of packet->protocol; so for all below. */
static __always_inline int packet_ipv4(struct packet_rest *rest, struct packet *packet)
{
	const struct iphdr *ip = packet_take(rest, sizeof(*ip));
	__u32 header, told;

	if (!ip || ip->version != 4 || ip->ihl < 5)
		return 0;
	header = ip->ihl * 4U;
	told = bpf_ntohs(ip->tot_len);
	/* 0: more than fits, of a frame that is still to be cut */
	if (told && told < header)
		return 0;
	if (!packet_take(rest, header - sizeof(*ip)))
		return 0;
	rest->told = told ? told - header : PACKET_NOT_TOLD;
	packet->version = 4;
	packet->protocol = ip->protocol;
	packet->saddr.words[2] = packet->daddr.words[2] = bpf_htonl(0xffff);
	packet->saddr.words[3] = ip->saddr;
	packet->daddr.words[3] = ip->daddr;
	return !(ip->frag_off & bpf_htons(0x1fff));
}

static __always_inline int packet_extensions(struct packet_rest *rest, struct packet *packet)
{
	const struct packet_extension *extension;
	const struct packet_fragment *fragment;
	__u8 protocol = packet->protocol;

	packet->protocol = PACKET_OTHER;
	for (int i = 0; i < PACKET_EXTENSIONS_MAX; i++) {
		if (protocol == IPPROTO_FRAGMENT) {
			fragment = packet_take(rest, sizeof(*fragment));
			if (!fragment)
				return 0;
			protocol = fragment->next;
			if (fragment->offset & bpf_htons(0xfff8)) {
				packet->protocol = protocol;
				return 0;
			}
		} else if (protocol == IPPROTO_HOPOPTS || protocol == IPPROTO_ROUTING ||
			   protocol == IPPROTO_DSTOPTS) {
			extension = packet_take(rest, sizeof(*extension));
			if (!extension)
				return 0;
			protocol = extension->next;
			if (!packet_take(rest, extension->length * 8U + 8 - sizeof(*extension)))
				return 0;
		} else {
			break;
		}
	}
	if (protocol == IPPROTO_FRAGMENT || protocol == IPPROTO_HOPOPTS ||
	    protocol == IPPROTO_ROUTING || protocol == IPPROTO_DSTOPTS)
		return 0;
	packet->protocol = protocol;
	return 1;
}

static __always_inline int packet_ipv6(struct packet_rest *rest, struct packet *packet)
{
	const struct ipv6hdr *ip = packet_take(rest, sizeof(*ip));

	if (!ip || ip->version != 6)
		return 0;
	/* 0: more than fits, as above, or with an option that tells how much */
	rest->told = ip->payload_len ? bpf_ntohs(ip->payload_len) : PACKET_NOT_TOLD;
	packet->version = 6;
	packet->protocol = ip->nexthdr;
	__builtin_memcpy(&packet->saddr, &ip->saddr, sizeof(packet->saddr));
	__builtin_memcpy(&packet->daddr, &ip->daddr, sizeof(packet->daddr));
	return packet_extensions(rest, packet);
}

static __always_inline void packet_read_ports(struct packet_rest *rest, struct packet *packet)
{
	const struct packet_ports *ports;

	switch (packet->protocol) {
	case IPPROTO_TCP:
	case IPPROTO_UDP:
	case IPPROTO_DCCP:
	case IPPROTO_SCTP:
	case IPPROTO_UDPLITE:
		ports = packet_take(rest, sizeof(*ports));
		if (!ports)
			return;
		packet->sport = ports->source;
		packet->dport = ports->destination;
	}
}

/* What *ret is not asked for costs nothing: the compiler leaves it out. */
static __always_inline void packet_parse(struct xdp_md *ctx, struct packet *ret)
{
	struct packet_rest rest = {
		.at = (const __u8 *)(long)ctx->data,
		.end = (const __u8 *)(long)ctx->data_end,
		.told = PACKET_NOT_TOLD,
	};
	int is_whole = 0;

	*ret = (struct packet){ .bytes = bpf_xdp_get_buff_len(ctx), .protocol = PACKET_OTHER };
	switch (packet_ethertype(&rest)) {
	case bpf_htons(ETH_P_IP):
		is_whole = packet_ipv4(&rest, ret);
		break;
	case bpf_htons(ETH_P_IPV6):
		is_whole = packet_ipv6(&rest, ret);
		break;
	}
	if (is_whole)
		packet_read_ports(&rest, ret);
}

#endif
